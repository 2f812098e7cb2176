"""A document of a version that somebody edited itself: what it said when it was made, from `inhoud.json`.

Tracked changes are taken back; where the text then still differs from what the version says of itself, that counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from brief.intake.returned.aligning import DocBlock
from brief.intake.returned.stream import tokens_of
from brief.rounds.processing.documents import depth_of, held_against
from brief.text import Heading, ListItem, NoteMark, Paragraph, Run, parse, parse_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brief.rounds.processing.documents import Doc
    from brief.text import Block, Spans

_NOTE = re.compile(r"\[\^([^\]]*)\]")
_FRAME = ("_hks_", "_hkv_", "_hki_")


def remade(doc: Doc, data: Mapping[str, Any]) -> Doc:
    """Give the blocks that a document had when it was made; `doc` is as it is with its tracked changes taken back."""
    said: Sequence[Mapping[str, Any]] = data["blokken"]
    found = held_against(said, doc)
    depth = depth_of(said, doc, found)
    blocks: list[DocBlock] = []
    notes = dict(doc.notes)
    for stayed, a, b, c, d in found:
        if stayed:
            blocks += doc.blocks[c:d]
            continue
        blocks += [block for block in doc.blocks[c:d] if _is_frame(block)]
        for number in range(a, b):
            blocks += _made(said[number], number, depth, notes)
    order = tuple(token.note for block in blocks for token in block.tokens if token.note is not None)
    return replace(
        doc,
        blocks=tuple(blocks),
        notes=notes,
        note_order=order,
        note_spans=tuple(notes.get(name, ()) for name in order),
    )


def _is_frame(block: DocBlock) -> bool:
    return block.where != "hoofdtekst" or any(name.startswith(_FRAME) for name in block.marks)


def _made(said: Mapping[str, Any], number: int, depth: int, notes: dict[str, Spans]) -> Iterator[DocBlock]:
    text = str(said["tekst"])
    if said["soort"] == "tabel":
        yield DocBlock(tokens_of(parse(text).blocks), 0, str(said["plat"]))
        return
    spans: list[Any] = []
    names = [f"gemaakt-{number}-{n}" for n in range(len(said.get("voetnoten", ())))]
    notes |= {name: (Run(str(each["tekst"])),) for name, each in zip(names, said.get("voetnoten", ()), strict=True)}
    pieces = _NOTE.split(text)
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            spans += parse_spans(piece, citations=False)
        elif index // 2 < len(names):
            spans.append(NoteMark(names[index // 2]))
    block: Block = Paragraph(tuple(spans))
    if said["soort"] == "kop":
        block = Heading(tuple(spans), max(1, int(said["niveau"]) + depth))
    elif said["soort"] == "lijstitem":
        block = ListItem(tuple(spans), int(said["niveau"]), str(said["teken"]))
    yield DocBlock(tokens_of((block,)), 0, str(said["plat"]))
