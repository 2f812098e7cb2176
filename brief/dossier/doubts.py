"""The messages about what the outline took a line for, where it may be something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.text.plain import shortened

if TYPE_CHECKING:
    from brief.dossier.blocks import SourceBlock


def second_time(block: SourceBlock, nummer: str) -> Diagnostic:
    """Report the title of the afspraken where it stands for the second time."""
    message = f"een tweede keer 'Voorgestelde afspraken' onder agendapunt {nummer}"
    hint = "begint hiervoor een ander agendapunt? Geef de kop daarvan een nummer, zoals '2.4. Titel'"
    return Diagnostic("BR150", Severity.WAARSCHUWING, message, block.place, hint=hint)


def not_read(block: SourceBlock, what: str) -> Diagnostic:
    """Report a title that was taken for the end of the agendapunten, and after which they go on."""
    title = shortened(block.line, 60)
    message = f"na '{title}' {what}; wat daartussen staat is niet gelezen als deel van een agendapunt"
    if "Voorgestelde" in what:
        message = f"na '{title}' {what}; het is niet gelezen als deel van een agendapunt"
    hint = f"hoort het bij het agendapunt? Maak van '{title}' gewone tekst, of zet het achter de agendapunten"
    return Diagnostic("BR196", Severity.WAARSCHUWING, message, block.place, hint=hint)


def title_in_box(block: SourceBlock) -> Diagnostic:
    """Report a heading or title in a text box."""
    message = f"'{shortened(block.line, 60)}' staat in een tekstvak en is gelezen als kop of titel"
    hint = "staat het vak in Word op de plaats waar de kop hoort? Zet de tekst anders buiten het vak"
    return Diagnostic("BR154", Severity.WAARSCHUWING, message, block.place, hint=hint)


def title_in_frame(block: SourceBlock) -> Diagnostic:
    """Report a title that stands in a table."""
    message = f"'{shortened(block.line, 60)}' staat in een tabel en is gelezen als titel van wat erna komt"
    hint = "hoort dit woord bij de tabel? Zet er dan een zin boven die eindigt op een dubbele punt"
    return Diagnostic("BR177", Severity.WAARSCHUWING, message, block.place, hint=hint)


def no_section(block: SourceBlock) -> Diagnostic:
    """Report a line that may be the title of the afspraken and was not taken for it."""
    message = f"'{shortened(block.line, 60)}' is niet gelezen als titel; wat eronder staat is geen afspraak"
    hint = "staan hier afspraken? Schrijf dan 'Voorgestelde afspraken' erboven"
    return Diagnostic("BR151", Severity.WAARSCHUWING, message, block.place, hint=hint)


def taken_for_afspraak(block: SourceBlock) -> Diagnostic:
    """Report a line among the afspraken that may be the title of another section."""
    message = (
        f"'{shortened(block.line, 60)}' lijkt de titel van een andere sectie, maar is gelezen als deel van de afspraken"
    )
    hint = "begint hier de toelichting? Schrijf dan alleen 'Toelichting:' als titel"
    return Diagnostic("BR181", Severity.WAARSCHUWING, message, block.place, hint=hint)


def no_chapter(block: SourceBlock) -> Diagnostic:
    """Report a line among the afspraken that looks like a chapter."""
    message = f"'{shortened(block.line, 60)}' ziet eruit als een kop maar hoort bij de voorgestelde afspraken"
    return Diagnostic("BR133", Severity.INFO, message, block.place)


def no_number(block: SourceBlock, nummer: str) -> Diagnostic:
    """Report a heading without a number that is read."""
    message = (
        f"de kop '{shortened(block.line, 60)}' heeft geen nummer dat brief leest; wat eronder staat valt onder {nummer}"
    )
    hint = "begint hier een agendapunt? Typ het nummer dan vooraan met gewone cijfers en punten, zoals '2.4. Titel'"
    return Diagnostic("BR183", Severity.WAARSCHUWING, message, block.place, hint=hint)


def out_of_order(block: SourceBlock, before: str) -> Diagnostic:
    """Report a number that does not come after the one before it."""
    message = f"het nummer van agendapunt '{shortened(block.line, 60)}' komt niet na {before}"
    hint = "klopt de nummering in het dossier? Twee agendapunten met één nummer worden samen doorgeteld"
    return Diagnostic("BR140", Severity.WAARSCHUWING, message, block.place, hint=hint)
