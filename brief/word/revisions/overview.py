"""Put a table of the changes before the text of a Word file with tracked changes.

The overview stands in a content control of its own, so that a reader takes it out in one go; it is no tracked change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from brief.word.opc.archive import write_archive
from brief.word.opc.characters import run_content
from brief.word.opc.names import W, w
from brief.word.revisions.carry import to_bytes
from brief.word.revisions.source import open_source

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTHS = (1500, 4600, 2900)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


class Group(Struct, frozen=True):
    """Rows under one heading, each with a text for every column."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


class Overview(Struct, frozen=True):
    """What stands before the text: a title, lines that say what it is, the heads of the columns, the rows in groups."""

    title: str
    lines: tuple[str, ...]
    heads: tuple[str, str, str]
    groups: tuple[Group, ...]


def with_overview(data: bytes, overview: Overview) -> bytes:
    """Give the file with the overview before its text; the same input gives the same bytes."""
    source = open_source(data, "")
    root = source.tree(source.main)
    assert root is not None
    body = root.find(w("body"))
    assert body is not None
    body.insert(0, etree.fromstring(_control(overview)))
    parts = {name: source.package.blob(name) or b"" for name in source.names()}
    parts[source.main] = to_bytes(root)
    return write_archive(parts)


def _control(overview: Overview) -> str:
    table = _table(overview) if overview.groups else ""
    content = "".join(
        [_paragraph(overview.title, bold=True), *(_paragraph(line) for line in overview.lines), table, _BREAK]
    )
    return (
        f'<w:sdt xmlns:w="{W}"><w:sdtPr><w:alias w:val="Overzicht van de wijzigingen"/><w:tag w:val="brief-overzicht"/>'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _table(overview: Overview) -> str:
    rows = [_row(overview.heads, bold=True, is_head=True)]
    for group in overview.groups:
        rows.append(_spanning(group.title))
        rows += [_row(row) for row in group.rows]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(texts: Sequence[str], *, bold: bool = False, is_head: bool = False) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(text, bold=bold)}</w:tc>'
        for text, width in zip(texts, _WIDTHS, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _spanning(text: str) -> str:
    properties = f'<w:tcPr><w:tcW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:gridSpan w:val="3"/></w:tcPr>'
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>{properties}{_paragraph(text, bold=True)}</w:tc></w:tr>"


def _paragraph(text: str, *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:r>{look}{run_content(text)}</w:r></w:p>" if text else "<w:p/>"
