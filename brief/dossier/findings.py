"""The messages about what stands in a dossier: placeholders, remarks, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.dossier.patterns import is_placeholder, unfinished_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.domain import Dossier
    from brief.dossier.afspraken import Group
    from brief.dossier.blocks import SourceBlock
    from brief.dossier.outline import OpenAgendapunt, Outline


def of_afspraak(name: str, group: Group) -> Iterator[Diagnostic]:
    """Report what is doubtful about one afspraak."""
    place = group.pieces[0].place
    if group.doubt:
        hint = "kijk in het afsprakenbestand of de grens goed ligt; splitsen en samenvoegen kan daar"
        yield Diagnostic("BR138", Severity.WAARSCHUWING, f"{name}: {group.doubt}", place, hint=hint)
    for piece in group.pieces:
        word = unfinished_word(piece.text)
        if word:
            yield _placeholder(f"{name}: plaatshouder '{word}' in de tekst van een afspraak", piece.place)
        if any(source.notes for source in piece.sources):
            hint = "zet de verwijzing in kamerstukken.yaml en noem haar bij de afspraak"
            message = f"{name}: bij deze afspraak staat een noot; de tekst van de noot staat in de rest"
            yield Diagnostic("BR139", Severity.WAARSCHUWING, message, piece.place, hint=hint)


def of_outline(result: Outline, dossier: Dossier, file: str) -> Iterator[Diagnostic]:
    """Report placeholders, remarks, arrangements that are not published, and a dossier without afspraken."""
    for block, reason in result.rest:
        yield from _of_rest(block, reason)
    for each in result.agendapunten:
        yield from _of_agendapunt(each)
    if not dossier.agendapunten:
        hint = "staan de agendapunten er met een nummer in, zoals '2.3. Deltaprogramma'?"
        yield Diagnostic("BR136", Severity.FOUT, "in dit dossier is geen agendapunt gevonden", Place(file), hint=hint)
    elif not dossier.afspraken:
        hint = "staat er boven de afspraken 'Voorgestelde afspraken'?"
        yield Diagnostic(
            "BR136", Severity.WAARSCHUWING, "in dit dossier staat geen enkele afspraak", Place(file), hint=hint
        )


def _of_rest(block: SourceBlock, reason: str) -> Iterable[Diagnostic]:
    for line, place in block.lines or ((block.line, block.place),):
        if reason == "plaatshouder" or is_placeholder(line) or (block.lines and unfinished_word(line)):
            yield _placeholder(f"plaatshouder: '{' '.join(line.split())[:60]}'", place)
    if reason == "redactionele opmerking":
        message = f"redactionele opmerking, niet overgenomen: '{block.line[:80]}'"
        yield Diagnostic("BR132", Severity.WAARSCHUWING, message, block.place)


def _of_agendapunt(each: OpenAgendapunt) -> Iterable[Diagnostic]:
    if is_placeholder(each.titel):
        yield _placeholder(f"plaatshouder als titel van agendapunt {each.nummer}: '{each.titel}'", each.heading.place)
    if each.closing and each.secties:
        message = f"de afspraken van agendapunt {each.nummer} gaan over communicatie en worden niet gepubliceerd"
        yield Diagnostic("BR145", Severity.INFO, message, each.heading.place)


def _placeholder(message: str, place: Place) -> Diagnostic:
    return Diagnostic(
        "BR130", Severity.WAARSCHUWING, message, place, hint="vul aan in het dossier, of haal de regel weg"
    )
