"""Our own form of Logius' rules for accessible documents (NLdoc), on a Word file."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
_VAGUE = {"klik hier", "hier", "lees meer", "link", "meer"}


def rule_errors(docx: bytes) -> list[str]:
    """List what the rules find in a Word file; a document that keeps them gives the empty list."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}
    levels = _heading_levels(parts["word/styles.xml"])
    body = parts["word/document.xml"]
    return [
        *_headings(body, levels),
        *_paragraphs(body, levels),
        *_tables(body),
        *_links(body),
        *_pictures(body),
        *_language_and_title(parts),
        *_colours(parts),
    ]


def _heading_levels(styles: etree._Element) -> dict[str, int]:
    found = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        match = re.fullmatch(r"heading (\d)", "" if name is None else str(name.get(f"{W}val")).lower())
        if match:
            found[str(style.get(f"{W}styleId"))] = int(match[1])
    return found


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _text(element: etree._Element) -> str:
    return " ".join("".join(each.text or "" for each in element.iter(f"{W}t")).split())


def _headings(body: etree._Element, levels: dict[str, int]) -> Iterator[str]:
    """One title, first of all headings; no level skipped; none empty; no bold or italic by hand in one."""
    found = [(levels[_style(p)], p) for p in body.iter(f"{W}p") if _style(p) in levels]
    if [level for level, _ in found].count(1) != 1:
        yield f"{[level for level, _ in found].count(1)} headings of level 1"
    if found and found[0][0] != 1:
        yield "the first heading is not the title"
    for (before, _), (level, paragraph) in itertools.pairwise(found):
        if level > before + 1:
            yield f"heading level {level} after {before}: {_text(paragraph)}"
    for _, paragraph in found:
        if not _text(paragraph):
            yield "an empty heading"
        if any(
            run.find(f"{W}rPr/{W}{mark}") is not None for run in paragraph.iter(f"{W}r") for mark in ("b", "i", "u")
        ):
            yield f"bold, italic or underline in a heading: {_text(paragraph)}"


def _paragraphs(body: etree._Element, levels: dict[str, int]) -> Iterator[str]:
    """No empty paragraph for white space, none that only looks like a heading or a list, no text box, no underline."""
    for paragraph in body.iter(f"{W}p"):
        runs = [run for run in paragraph.iter(f"{W}r") if _text(run)]
        is_cell = any(True for _ in paragraph.iterancestors(f"{W}tc"))
        spacing = paragraph.find(f"{W}pPr/{W}spacing")
        is_spacer = spacing is not None and spacing.get(f"{W}lineRule") == "exact"
        if not _text(paragraph) and not is_cell and not is_spacer and paragraph.find(f"{W}pPr/{W}sectPr") is None:
            yield "an empty paragraph"
        all_bold = bool(runs) and all(r.find(f"{W}rPr/{W}b") is not None for r in runs)
        if (
            all_bold
            and not is_cell
            and _style(paragraph) not in levels
            and not _text(paragraph).endswith((":", ";", "."))
        ):
            yield f"looks like a heading: {_text(paragraph)}"
        if re.match(r"[-•*–] ", _text(paragraph)):
            yield f"looks like a list: {_text(paragraph)}"
    for run in body.iter(f"{W}r"):
        underlined = run.find(f"{W}rPr/{W}u") is not None
        if underlined and not any(True for _ in run.iterancestors(f"{W}hyperlink")):
            yield f"underlined and no link: {_text(run)}"
    if any(True for _ in body.iter(f"{W}txbxContent")):
        yield "a text box"


def _tables(body: etree._Element) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        rows = list(table.iterchildren(f"{W}tr"))
        if len(rows) < 2:
            yield "a table of one row"
        heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
        if not heads:
            yield f"a table without a header row: {_text(table)[:40]}"
        for cell in (cell for row in heads for cell in row.iterchildren(f"{W}tc")):
            if not _text(cell):
                yield "an empty header of a table"


def _links(body: etree._Element) -> Iterator[str]:
    for link in body.iter(f"{W}hyperlink"):
        words = _text(link).lower()
        if not words or words in _VAGUE:
            yield f"a link that says '{words}'"


def _pictures(body: etree._Element) -> Iterator[str]:
    for picture in body.iter(f"{WP}docPr"):
        if not picture.get("descr"):
            yield f"a picture without an alternative: {picture.get('name')}"


def _language_and_title(parts: dict[str, etree._Element]) -> Iterator[str]:
    core = parts.get("docProps/core.xml")
    for name, said in (("title", "no title"), ("language", "no language")):
        found = None if core is None else core.find(f"{DC}{name}")
        if found is None or not (found.text or "").strip():
            yield said
    language = parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or language.get(f"{W}val") != "nl-NL":
        yield "text without a language"


def _colours(parts: dict[str, etree._Element]) -> Iterator[str]:
    """Text is black on white or on the template's own light ground: no colour of letters at all."""
    for name, tree in parts.items():
        for colour in tree.iter(f"{W}color"):
            if name.startswith("word/") and colour.get(f"{W}val") not in ("auto", "000000"):
                yield f"coloured text in {name}"
