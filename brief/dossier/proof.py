"""Prove that nothing was lost between the source and the dossier, nor counted twice.

Four proofs, each from other data: every block of the source is in one place; what is made of a block has the block's
characters, in order; a section holds only what is shown, in the order of the source; and all text of the finished
dossier together has the characters of the source.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brief.diagnostics import OUR_FAULT, Diagnostic, Place, Severity
from brief.domain import Dossier, Sectie
from brief.dossier.blocks import characters, spans_of, table_text
from brief.text.model import Block, Table
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.dossier.blocks import Piece, SourceBlock
    from brief.dossier.outline import Outline


def unproved(blocks: Sequence[SourceBlock], result: Outline, dossier: Dossier) -> tuple[Diagnostic, ...]:
    """Give an error for every place where the proof fails; nothing when the dossier holds all of the source."""
    return (
        *_places(blocks, result),
        *_pieces(result),
        *_in_order(result),
        *_whole(blocks, result, dossier),
        *_sections(dossier),
    )


def _fault(message: str, place: Place | None) -> Diagnostic:
    return Diagnostic("BR137", Severity.FOUT, message, place, hint=OUR_FAULT)


def _all_pieces(result: Outline) -> Iterable[Piece]:
    for agendapunt in result.agendapunten:
        for pieces in agendapunt.secties.values():
            yield from pieces


def _places(blocks: Sequence[SourceBlock], result: Outline) -> Iterable[Diagnostic]:
    counts = Counter(agendapunt.heading.index for agendapunt in result.agendapunten)
    counts.update(block.index for block, _ in result.rest)
    counts.update(source.index for piece in _all_pieces(result) for source in piece.sources)
    for block in blocks:
        if counts[block.index] != 1:
            yield _fault(
                f"deze tekst staat {counts[block.index]} keer in het resultaat in plaats van één keer", block.place
            )


def _pieces(result: Outline) -> Iterable[Diagnostic]:
    for piece in _all_pieces(result):
        source = "".join(characters(each.text)[len(characters(each.marks)) :] for each in piece.sources)
        if characters(piece.text) != source:
            yield _fault("deze tekst is bij het lezen veranderd", piece.place)
        for each in piece.sources:
            if not characters(each.text).startswith(characters(each.marks)):
                yield _fault("het opsommingsteken van deze tekst is niet terug te vinden", each.place)


def _in_order(result: Outline) -> Iterable[Diagnostic]:
    """Prove that a section holds no text that was set aside, and its blocks in the order of the source."""
    for agendapunt in result.agendapunten:
        for pieces in agendapunt.secties.values():
            last = agendapunt.heading.index
            for source in (each for piece in pieces for each in piece.sources):
                if source.aside:
                    yield _fault("deze tekst wordt niet getoond en staat toch in een sectie", source.place)
                elif source.index < last:
                    yield _fault("deze tekst staat in een sectie niet op zijn plaats", source.place)
                last = max(last, source.index)


def _whole(blocks: Sequence[SourceBlock], result: Outline, dossier: Dossier) -> Iterable[Diagnostic]:
    source = Counter(characters("".join(block.text for block in blocks)))
    kept = Counter(characters("".join(_texts(dossier))))
    for agendapunt in result.agendapunten:
        kept += Counter(characters(agendapunt.heading.text)) - Counter(characters(agendapunt.titel))
    kept += Counter(characters("".join(s.marks for piece in _all_pieces(result) for s in piece.sources)))
    if source != kept:
        lost, extra = "".join((source - kept).elements())[:40], "".join((kept - source).elements())[:40]
        place = Place(blocks[0].place.file) if blocks else None
        yield _fault(f"niet alle tekst heeft een plaats gekregen (kwijt: '{lost}', te veel: '{extra}')", place)


def _texts(dossier: Dossier) -> Iterable[str]:
    for agendapunt in dossier.agendapunten:
        yield agendapunt.titel
        for section in agendapunt.secties.values():
            yield from (_text(block) for block in section)
    yield from (rest.tekst for rest in dossier.rest)


def _text(block: Block) -> str:
    return table_text(block) if isinstance(block, Table) else plain_spans(spans_of(block))


def _sections(dossier: Dossier) -> Iterable[Diagnostic]:
    """Compare the afspraken with the sections they come from: the same words, in the same order."""
    sections = (a.secties.get(Sectie.VOORGESTELDE_AFSPRAKEN, ()) for a in dossier.agendapunten)
    proposed = characters("".join(_text(block) for section in sections for block in section))
    taken = characters("".join(_text(block) for afspraak in dossier.afspraken for block in afspraak.tekst))
    if proposed != taken:
        at = next((n for n, (one, two) in enumerate(zip(proposed, taken, strict=False)) if one != two), len(taken))
        place = dossier.agendapunten[0].place if dossier.agendapunten else None
        message = f"de afspraken zijn niet gelijk aan de voorgestelde afspraken, vanaf '{proposed[at : at + 40]}'"
        yield _fault(message, place)
