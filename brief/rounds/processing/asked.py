"""The tables of a file in which a party was asked to answer, and all else that somebody put into such a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.domain.afstemming import tekstkenmerk
from brief.rounds.consent.form import (
    AFGESPROKEN,
    AFSPRAAK,
    ANTWOORD,
    HOE,
    NIET_IN_LIJST,
    NOG_NIET,
    NU,
    OPMERKING,
    PARTIJ,
    VOORGESTELD,
    ZO_VASTGESTELD,
    heading_of,
    lines_of,
    rows_of,
)
from brief.text import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.domain import Afspraak
    from brief.intake.returned.aligning import DocBlock
    from brief.rounds.processing.documents import Doc
    from brief.rounds.processing.today import Today

_ABOUT = re.compile(r"(\S+) \(kenmerk ([0-9a-f]{8})\)")
_HEADS = [AFSPRAAK, VOORGESTELD, AFGESPROKEN, NU, ANTWOORD, OPMERKING]


class Asked(Struct, frozen=True):
    """The table of one afspraak: its id, the mark of the text that was shown, and its rows by their heads."""

    id: str
    mark: str
    rows: dict[str, str]


def party_of(doc: Doc) -> str:
    """Give the party that a file names."""
    found = (block.text.removeprefix(PARTIJ) for block in doc.blocks if block.text.startswith(PARTIJ))
    return next(found, "").strip()


def has_tables(doc: Doc) -> bool:
    """Tell whether a file has a table in which a party can answer."""
    return any({AFSPRAAK, ANTWOORD} <= {head for head, _ in rows} for rows in map(_rows, doc.blocks))


def asked_in(block: DocBlock) -> Asked | None:
    """Read a table that has the rows that brief gave it; None for every other block."""
    rows = _rows(block)
    about = _ABOUT.fullmatch(rows[0][1].strip()) if [head for head, _ in rows] == _HEADS else None
    return Asked(about[1], about[2], dict(rows)) if about is not None else None


def typed_elsewhere(doc: Doc, today: Today) -> Iterator[str]:
    """Give the text of each block and note that is no answer and that brief did not put there."""
    known = {HOE, *(heading_of(each) for each in today.afspraken.values())}
    gone = tuple(f"{each.id}: " for each in map(asked_in, doc.blocks) if each and each.id not in today.afspraken)
    for block in doc.blocks:
        is_made = any(name.startswith("_hk") for name in block.marks) or block.text.strip() in known
        is_made = is_made or block.text.startswith(gone)
        if not is_made and asked_in(block) is None and not block.text.startswith(PARTIJ) and block.text.strip():
            yield block.text.strip()
    yield from (text for name in doc.note_order if (text := plain_spans(doc.notes.get(name, ())).strip()))


def rewritten(asked: Asked, afspraak: Afspraak | None) -> Iterator[str]:
    """Give the heads of the rows in which another text stands than was asked about.

    Of an afspraak whose text is another by now only the rows tell: what held was what was proposed or agreed.
    """
    shown = {head: _bare(text) for head, text in asked.rows.items()}
    if afspraak is None or tekstkenmerk(afspraak.geldende_tekst) != asked.mark:
        same = shown[NU] in {shown[VOORGESTELD], _bare(NIET_IN_LIJST)}
        if not same and not (shown[NU] and shown[AFGESPROKEN].endswith(shown[NU])):
            yield NU
        return
    made = {head: _bare(plain_spans(spans)) for head, spans in rows_of(afspraak)}
    also = {
        AFGESPROKEN: [_bare(ZO_VASTGESTELD), _bare(NOG_NIET)],
        NU: [_bare(NIET_IN_LIJST), _bare(plain_spans(lines_of(afspraak.geldende_tekst)))],
    }
    for head in (VOORGESTELD, AFGESPROKEN, NU):
        if shown[head] != made[head] and shown[head] not in also.get(head, ()):
            yield head


def _bare(text: str) -> str:
    return "".join(text.split())


def _rows(block: DocBlock) -> Sequence[tuple[str, str]]:
    """Give the rows of a table: the first cell of each, and the text of the others."""
    if block.tokens[0].kind != "tabel":
        return ()
    rows: list[list[str]] = []
    for token in block.tokens[1:]:
        if token.kind == "rij":
            rows.append([])
        elif token.kind == "cel" and rows:
            rows[-1].append("")
        elif rows and rows[-1]:
            rows[-1][-1] += token.text
    return [(row[0].strip(), " ".join(row[1:])) for row in rows if row]
