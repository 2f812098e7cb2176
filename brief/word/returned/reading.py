"""Read a returned file: lift the changes out, read the text, and bring both together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.text.model import Run
from brief.word.opc.container import Refused
from brief.word.opc.markup import W, parse_part
from brief.word.opc.names import CUSTOM_RELATION
from brief.word.opc.origins import DOCUMENT, ROUND, VERSION
from brief.word.opc.package import open_package
from brief.word.opc.relations import main_part, relations_of
from brief.word.reading import Source, read
from brief.word.returned.comments import comments_of
from brief.word.returned.model import Alinea, Piece, Returned
from brief.word.returned.scan import CLOSE, OPEN, Scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brief.text.model import Span
    from brief.word.opc.package import Package
    from brief.word.reading import WordBlock, WordText
    from brief.word.returned.scan import Scanned, State

_TOLD = re.compile(f"{OPEN}(\\d+){CLOSE}")
_READ = (Source.BODY, Source.TEXTBOX, Source.HEADER, Source.FOOTER, Source.FOOTNOTE, Source.ENDNOTE)


def read_returned(data: bytes, file: str) -> Returned:
    """Read a .docx given as bytes; `file` is its name in messages.

    Never raises on bad input: a file that cannot be read gives no paragraphs and at least one error.
    """
    scan = Scan()
    word = read(data, file, before=scan.part)
    package, _ = open_package(data, file)
    if word.failed or package is None:
        return Returned(file, diagnostics=word.diagnostics)
    try:
        said, comments, anonymous = _properties(package), comments_of(package), _is_anonymous(package)
    except Refused as refused:
        return Returned(file, diagnostics=(*word.diagnostics, refused.diagnostic))
    return Returned(
        file,
        said.get(ROUND, ""),
        said.get(VERSION, ""),
        said.get(DOCUMENT, ""),
        tuple(_alineas(scan, word)),
        tuple(scan.changes),
        comments,
        tuple(each for each in word.diagnostics if OPEN not in each.message),
        anonymous,
    )


def document_of(data: bytes, file: str) -> str:
    """Give the name of the document that a file says it is, without reading its text; empty when it says nothing."""
    package, _ = open_package(data, file)
    try:
        return _properties(package).get(DOCUMENT, "") if package is not None else ""
    except Refused:
        return ""


def _alineas(scan: Scan, word: WordText) -> Iterable[Alinea]:
    read_as: dict[int, list[tuple[WordBlock, list[Piece]]]] = {}
    for block in word.by_source(*_READ):
        states, pieces = _pieces(block.spans, scan)
        if states:
            read_as.setdefault(states[0].paragraph, []).append((block, pieces))
    for number, found in enumerate(scan.paragraphs):
        blocks = read_as.get(number, [])
        yield _alinea(found, blocks, scan.notes)


def _alinea(
    found: Scanned, blocks: list[tuple[WordBlock, list[Piece]]], notes: Mapping[str, tuple[str, ...]]
) -> Alinea:
    pieces = [piece for _, each in blocks for piece in each]
    block = None
    if blocks:
        first = blocks[0][0]
        spans = tuple(piece.span for piece in pieces)
        text = "".join(piece.text for piece in pieces)
        block = replace(first, spans=spans, place=replace(first.place, excerpt=" ".join(text.split())[:80]))
    marks = tuple(found.marks) if not found.note else tuple(n for n in notes.get(found.note, ()) if n[:5] == "_hkn_")
    return Alinea(
        found.part,
        found.number,
        block,
        tuple(pieces),
        marks,
        tuple(found.end),
        tuple(found.layout),
        tuple(found.comments),
        found.note,
    )


def _pieces(spans: Iterable[Span], scan: Scan) -> tuple[list[State], list[Piece]]:
    """Part the spans of a paragraph by the states that were told before each run."""
    states: list[State] = []
    pieces: list[Piece] = []
    for span in spans:
        if isinstance(span, Run):
            parts = _TOLD.split(span.text)
            for number, part in enumerate(parts):
                if number % 2:
                    states.append(scan.states[int(part)])
                elif part:
                    pieces.append(_piece(Run(part, span.style, span.link), states))
        else:
            pieces.append(_piece(span, states))
    return states, _joined(pieces)


def _piece(span: Span, states: list[State]) -> Piece:
    if not states:
        return Piece(span)
    now = states[-1]
    return Piece(span, now.changes, now.marks, now.comments)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Make one piece of neighbours in the same state and look."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if last is not None and _alike(last, piece):
            assert isinstance(last.span, Run)
            result[-1] = replace(last, span=replace(last.span, text=last.text + piece.text))
        else:
            result.append(piece)
    return result


def _alike(one: Piece, other: Piece) -> bool:
    if not isinstance(one.span, Run) or not isinstance(other.span, Run):
        return False
    if (one.span.style, one.span.link) != (other.span.style, other.span.link):
        return False
    return (one.changes, one.marks, one.comments) == (other.changes, other.marks, other.comments)


def _properties(package: Package) -> dict[str, str]:
    """Read the properties that people and programs gave the file."""
    for relation in relations_of(package, "").values():
        data = package.part(relation.target)
        if relation.kind == CUSTOM_RELATION.rpartition("/")[2] and not relation.external and data is not None:
            root = parse_part(data, package.file, relation.target)
            return {str(each.get("name", "")): "".join(map(str, each.itertext())) for each in root}
    return {}


def _is_anonymous(package: Package) -> bool:
    """Tell whether Word was asked to take the names of people out on saving."""
    for relation in relations_of(package, main_part(package)).values():
        data = package.part(relation.target) if relation.kind == "settings" and not relation.external else None
        if data is not None:
            root = parse_part(data, package.file, relation.target)
            mark = root.find(f"{W}removePersonalInformation")
            return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")
    return False
