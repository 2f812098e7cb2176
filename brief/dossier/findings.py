"""The messages about what stands in a dossier: placeholders, remarks, doubts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import Sectie
from brief.dossier.furniture import is_loose, looks_like, masked, names_paper, page_behind
from brief.dossier.marks import typed_marker
from brief.dossier.patterns import (
    broken_references,
    holds_title,
    is_placeholder,
    is_section_title,
    placeholder_mark,
    reason_aside,
    section_of,
    unfinished_word,
)
from brief.dossier.typed_notes import typed_notes
from brief.dossier.unknown_titles import unknown_titles
from brief.text.invisible import visible
from brief.text.left_marks import left_mark
from brief.text.model import ListItem, Paragraph, Run, Table
from brief.text.plain import shortened
from brief.text.scripts import odd_word
from brief.text.struck import struck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brief.domain import Dossier
    from brief.dossier.afspraken import Group
    from brief.dossier.blocks import Piece, SourceBlock
    from brief.dossier.outline import OpenAgendapunt, Outline


_STROKES = re.compile("[\u0335\u0336]")
"""Characters that strike through the letter before them, as programs without mark-up do."""
_WORDS_IN_BOX = 4
"""Words in a text box before the first agendapunt that can count; CONCEPT, a date or a name are shorter."""


def of_afspraak(name: str, group: Group, repeated: frozenset[str] = frozenset()) -> Iterator[Diagnostic]:
    """Report what is doubtful about one afspraak; `repeated` are the lines of every page."""
    place = group.pieces[0].place
    if group.doubt:
        hint = "kijk in het afsprakenbestand of de grens goed ligt; splitsen en samenvoegen kan daar"
        yield Diagnostic("BR138", Severity.WAARSCHUWING, f"{name}: {group.doubt}", place, hint=hint)
    for piece in group.pieces:
        word = unfinished_word(piece.text)
        if word:
            yield _placeholder(f"{name}: plaatshouder '{word}' in de tekst van een afspraak", piece.place)
        for broken in broken_references(piece.text):
            hint = "herstel de verwijzing in Word (Ctrl+A, F9), of schrijf haar uit"
            message = f"{name}: in de tekst van een afspraak staat '{broken}'"
            yield Diagnostic("BR157", Severity.WAARSCHUWING, message, piece.place, hint=hint)
        if _STROKES.search(piece.text):
            message = f"{name}: tekst met een streep door elke letter: '{shortened(piece.text, 60)}'"
            yield struck(message, piece.place)
        odd = odd_word(piece.text)
        if odd and piece.place.line is None:  # in Markdown that is said where it is read
            hint = "typ het woord of het getal opnieuw met gewone letters en cijfers"
            message = f"{name}: een cijfer of letter die geen gewone is: '{shortened(odd, 60)}'"
            yield Diagnostic("BR193", Severity.WAARSCHUWING, message, piece.place, hint=hint)
        if any(source.notes for source in piece.sources):
            hint = "zet de verwijzing in kamerstukken.yaml en noem haar bij de afspraak"
            message = f"{name}: bij deze afspraak staat een noot; de tekst van de noot staat in de rest"
            yield Diagnostic("BR139", Severity.WAARSCHUWING, message, piece.place, hint=hint)
        if not isinstance(piece.block, Table):
            yield from _of_line(name, piece, repeated)
        lines = piece.text.replace("\t", "\n") if isinstance(piece.block, Table) else piece.text
        yield from _of_mark(name, left_mark(lines), piece)


def _of_line(name: str, piece: Piece, repeated: frozenset[str]) -> Iterator[Diagnostic]:
    """Report a paragraph or item that looks like something else than an afspraak."""
    text = piece.text if isinstance(piece.block, ListItem) else piece.sources[-1].text
    what = looks_like(text)
    if what or masked(text) in repeated:
        yield _no_text(name, piece, what or "de kop of voet van een bladzijde")


def _of_mark(name: str, mark: str, piece: Piece) -> Iterator[Diagnostic]:
    if mark:
        hint = "is het geen tekst? Haal het weg, en maak er in het dossier een opsomming van"
        message = f"{name}: '{mark}' lijkt een opsommingsteken dat bleef staan: '{shortened(piece.text, 60)}'"
        yield Diagnostic("BR194", Severity.WAARSCHUWING, message, piece.place, hint=hint)


def repeated_lines(result: Outline) -> frozenset[str]:
    """Give the lines above and below every page, without their numbers: typed in the text they are no text of it."""
    pages = (block.line for block, reason in result.rest if _is_of_page(block, reason))
    return frozenset(filter(None, map(masked, pages))) | _numbered_on(result)


def _is_of_page(block: SourceBlock, reason: str) -> bool:
    """Tell of what was set aside whether it stands on every page, as the title of the paper often does."""
    if reason == "titelblad":
        return bool(block.heading) or names_paper(block.line)
    return reason == "versieaanduiding" or reason.startswith(("koptekst", "voettekst"))


def _numbered_on(result: Outline) -> frozenset[str]:
    """Give the lines that come back with another number behind them: `Dossier Oost 12` and `Dossier Oost 13`."""
    seen: dict[str, set[str]] = {}
    pieces = (piece for each in result.agendapunten for pieces in each.secties.values() for piece in pieces)
    for piece in pieces:
        line = piece.sources[-1].text if isinstance(piece.block, Paragraph) else ""
        for number in page_behind(line):
            seen.setdefault(masked(line), set()).add(number)
    return frozenset(line for line, numbers in seen.items() if line and len(numbers) > 1)


def among(groups: Sequence[tuple[str, Group]]) -> Iterator[Diagnostic]:
    """Report what is doubtful about the afspraken of one agendapunt beside each other."""
    yield from _loose_lines(groups)
    yield from _twins(groups)


def _loose_lines(groups: Sequence[tuple[str, Group]]) -> Iterator[Diagnostic]:
    """Report, among afspraken that are sentences, a paragraph of a few words that is none."""
    if any(group.pieces[-1].text.rstrip().endswith((".", ";")) for _, group in groups):
        for name, group in groups:
            piece = group.pieces[0]
            alone = len(group.pieces) == 1 and isinstance(piece.block, Paragraph) and not group.doubt
            if alone and is_loose(piece.text) and not looks_like(piece.sources[-1].text):
                yield _no_text(name, piece, "een titel of een losse regel")


def _twins(groups: Sequence[tuple[str, Group]]) -> Iterator[Diagnostic]:
    """Report an afspraak that says word for word what one before it under the same agendapunt says."""
    seen: dict[str, str] = {}
    for name, group in groups:
        text = " ".join(" ".join(visible(piece.text).split()) for piece in group.pieces)
        before = seen.setdefault(text, name)
        if before != name and text:
            message = f"{name}: zegt woordelijk hetzelfde als {before}, onder hetzelfde agendapunt"
            hint = "staat de tekst er per ongeluk twee keer? Haal er een weg uit het dossier"
            yield Diagnostic("BR195", Severity.WAARSCHUWING, message, group.pieces[0].place, hint=hint)


def _no_text(name: str, piece: Piece, what: str) -> Diagnostic:
    message = f"{name}: '{shortened(piece.text, 60)}' lijkt {what}, en is gelezen als afspraak"
    hint = "hoort dit niet bij de afspraken? Haal de regel dan weg uit het dossier"
    return Diagnostic("BR184", Severity.WAARSCHUWING, message, piece.place, hint=hint)


def of_outline(result: Outline, dossier: Dossier, file: str) -> Iterator[Diagnostic]:
    """Report placeholders, remarks, arrangements that are not published, and a dossier without afspraken."""
    first = result.agendapunten[0].heading.index if result.agendapunten else 0
    for block, reason in result.rest:
        yield from _of_rest(block, reason)
        if reason == "tekstvak" and _counts_in_box(block.text, before=block.index < first):
            yield _in_box(block)
    for each in result.agendapunten:
        yield from _of_agendapunt(each)
    yield from unknown_titles(result)
    if not dossier.agendapunten:
        hint = "staan de agendapunten er met een nummer in, zoals '2.3. Deltaprogramma'?"
        yield Diagnostic("BR136", Severity.FOUT, "in dit dossier is geen agendapunt gevonden", Place(file), hint=hint)
    elif not dossier.afspraken:
        hint = "staat er boven de afspraken 'Voorgestelde afspraken'?"
        yield Diagnostic(
            "BR192", Severity.WAARSCHUWING, "in dit dossier staat geen enkele afspraak", Place(file), hint=hint
        )


def _of_rest(block: SourceBlock, reason: str) -> Iterable[Diagnostic]:
    for line, place in block.lines or ((block.line, block.place),):
        if reason == "plaatshouder" or is_placeholder(line) or (block.lines and unfinished_word(line)):
            yield _placeholder(f"plaatshouder: '{shortened(line, 60)}'", place)
    if reason == "inhoudsopgave" and _is_sentence(block.line):
        message = f"een zin in de inhoudsopgave, niet als tekst gelezen: '{shortened(block.line, 60)}'"
        hint = "hoort deze zin bij een agendapunt? Zet haar dan in het dossier buiten de inhoudsopgave"
        yield Diagnostic("BR164", Severity.WAARSCHUWING, message, block.place, hint=hint)
    if reason == "redactionele opmerking":
        message = f"redactionele opmerking, niet overgenomen: '{shortened(block.line, 80)}'"
        yield Diagnostic("BR132", Severity.WAARSCHUWING, message, block.place)


def _counts_in_box(text: str, *, before: bool) -> bool:
    """Tell whether text in a box may count; beside the agendapunten all does, but for a word such as CONCEPT."""
    words = text.split()
    numbered = text.lstrip()[:1].isdigit() and len(words) > 1
    return numbered or len(words) >= _WORDS_IN_BOX or not (before or reason_aside(text, listed=False, section=None))


def _in_box(block: SourceBlock) -> Diagnostic:
    message = f"tekst in een tekstvak, niet als afspraak gelezen: '{shortened(block.text, 60)}'"
    hint = "is dit een afspraak of een kop? Zet de tekst dan in het dossier zelf, buiten het vak"
    return Diagnostic("BR153", Severity.WAARSCHUWING, message, block.place, hint=hint)


def _is_sentence(line: str) -> bool:
    """Tell a sentence from a row of the contents; what Word itself puts in contents without rows is none."""
    is_row = not line.rstrip().endswith(".") or line.startswith(("Er zijn geen", "Fout!", "Error!", "No table"))
    return not is_row and len(line.split()) >= _WORDS_IN_BOX


def _of_agendapunt(each: OpenAgendapunt) -> Iterable[Diagnostic]:
    if is_placeholder(each.titel):
        yield _placeholder(f"plaatshouder als titel van agendapunt {each.nummer}: '{each.titel}'", each.heading.place)
    yield from _of_loose_text(each)
    yield from _of_tables(each)
    yield from _of_lines(each)
    if each.closing and each.secties:
        message = f"de afspraken van agendapunt {each.nummer} gaan over communicatie en worden niet gepubliceerd"
        yield Diagnostic("BR145", Severity.INFO, message, each.heading.place)


def _of_loose_text(each: OpenAgendapunt) -> Iterable[Diagnostic]:
    """Report a list or table under a numbered agendapunt without any section: perhaps these are its afspraken."""
    if set(each.secties) != {Sectie.OVERIG} or "." not in each.nummer:
        return
    pieces = each.secties[Sectie.OVERIG]
    if any(isinstance(piece.block, ListItem | Table) for piece in pieces):
        message = f"onder agendapunt {each.nummer} staat tekst, maar geen titel zoals 'Voorgestelde afspraken'"
        hint = "is het wel een afspraak, zet er dan die titel boven"
        yield Diagnostic("BR152", Severity.WAARSCHUWING, message, pieces[0].place, hint=hint)


def _of_tables(each: OpenAgendapunt) -> Iterable[Diagnostic]:
    """Report a table with a column or row of "Voorgestelde afspraken": its cells are not read as afspraken."""
    for pieces in each.secties.values():
        for piece in pieces:
            cells = piece.text.replace("\t", "\n").splitlines() if isinstance(piece.block, Table) else ()
            if any(section_of(cell) is Sectie.VOORGESTELDE_AFSPRAKEN for cell in cells):
                message = f"onder agendapunt {each.nummer} staat 'Voorgestelde afspraken' in een tabel"
                hint = "de tabel is als tekst gelezen; zet de afspraken eronder of ervoor, buiten de tabel"
                yield Diagnostic("BR155", Severity.WAARSCHUWING, message, piece.place, hint=hint)


def _of_lines(each: OpenAgendapunt) -> Iterable[Diagnostic]:
    """Report a line within an afspraak that could be a title: an afspraak may have a "Toelichting" of its own.

    And the title of the afspraken within other text: what stands behind it is no afspraak.
    """
    for section, pieces in each.secties.items():
        for piece in () if section is Sectie.VOORGESTELDE_AFSPRAKEN else pieces:
            if holds_title(piece.text) and not isinstance(piece.block, Table):
                message = f"onder agendapunt {each.nummer} staat 'Voorgestelde afspraken:' midden in andere tekst"
                hint = "begint daar een afspraak? Zet de titel en de afspraken elk in een eigen alinea"
                yield Diagnostic("BR180", Severity.WAARSCHUWING, message, piece.place, hint=hint)
    yield from typed_notes(each.secties.get(Sectie.VOORGESTELDE_AFSPRAKEN, ()))
    for piece in each.secties.get(Sectie.VOORGESTELDE_AFSPRAKEN, ()):
        if "\n" in piece.text and not isinstance(piece.block, Table) and _may_be_more(piece.text):
            message = "in één alinea van de afspraken staan regels die elk een afspraak kunnen zijn; het is er nu één"
            hint = "zijn het er meer? Geef ze in het dossier elk een eigen alinea (Enter in plaats van Shift+Enter)"
            yield Diagnostic("BR182", Severity.WAARSCHUWING, message, piece.place, hint=hint)
        for line in () if isinstance(piece.block, Table) else piece.text.split("\n")[1:]:
            if is_section_title(line):
                title = shortened(line, 60)
                message = f"'{title}' staat op een regel binnen een afspraak, en is gelezen als deel daarvan"
                hint = "is het een titel? Geef haar in het dossier een eigen alinea (Enter in plaats van Shift+Enter)"
                yield Diagnostic("BR179", Severity.WAARSCHUWING, message, piece.place, hint=hint)


def _may_be_more(text: str) -> bool:
    """Tell whether the lines of a paragraph may be afspraken: parted by an empty line, or marked behind a full stop."""
    first, *others = text.strip().split("\n")
    if any(not line.strip() for line in others):
        return True
    marked = (typed_marker((Run(line),))[0] for line in others)
    return first.rstrip().endswith(".") and any(marked)


def _placeholder(message: str, place: Place) -> Diagnostic:
    hint = "vul aan in het dossier, of haal de regel weg"
    return Diagnostic("BR130", Severity.WAARSCHUWING, message, _at_mark(place), hint=hint)


def _at_mark(place: Place) -> Place:
    """Narrow the place of a line of text down to the mark that makes it a placeholder."""
    if place.excerpt is None or place.column is None or place.line is None:
        return place
    begin, end = placeholder_mark(place.excerpt[place.column - 1 :])
    return replace(place, column=place.column + begin, length=end - begin) if end else place
