"""The messages about what stands in a Word file beside its plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.text.struck import struck
from brief.word.reading.model import Revisions, Source

if TYPE_CHECKING:
    from lxml import etree

_EXCERPT = 80
_BRACKETS = {"square": ("[", "]"), "angle": ("<", ">"), "curly": ("{", "}")}


def shorten(text: str, length: int = _EXCERPT) -> str:
    """Give the first words of a text, on one line."""
    line = " ".join(text[: length * 4].split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def who(element: etree._Element) -> str:
    """Say who made a tracked change or comment and when: `door J. Jansen, 2026-05-19`."""
    author = next((value for name, value in element.attrib.items() if str(name).endswith("}author")), "")
    date = next((value for name, value in element.attrib.items() if str(name).endswith("}date")), "")
    parts = [f"door {shorten(str(author), 60)}" if author else "", str(date)[:10]]
    return ", ".join(part for part in parts if part)


def revision_note(kind: Source | None, by: str, text: str, place: Place, revisions: Revisions) -> Diagnostic:
    """Report a tracked change; `kind` is None for text that was read as part of the document."""
    words = f"'{shorten(text, 60)}' ({by or 'auteur onbekend'})"
    if revisions is Revisions.REPORT:
        hint = "aanvaard of verwerp de wijziging in Word, en lees het dossier opnieuw"
        return Diagnostic("BR115", Severity.FOUT, f"wijziging waarover nog niet is beslist: {words}", place, hint=hint)
    if kind is None:
        kept = "aanvaard" if revisions is Revisions.ACCEPT else "niet verwijderd"
        return Diagnostic("BR113", Severity.INFO, f"bijgehouden wijziging, gelezen als {kept}: {words}", place)
    left_out = {Source.REJECTED: "ingevoegd en niet overgenomen", Source.MOVED: "verplaatst; hier stond"}
    return Diagnostic(
        "BR114", Severity.INFO, f"bijgehouden wijziging, {left_out.get(kind, 'verwijderd')}: {words}", place
    )


def comment_note(by: str, text: str, place: Place) -> Diagnostic:
    """Report a comment in the margin."""
    return Diagnostic("BR116", Severity.INFO, f"opmerking in de kantlijn {by}: '{shorten(text)}'", place)


def image_note(kind: str, alt: str, place: Place) -> Diagnostic:
    """Report a picture, chart or embedded object, with its alternative text when it has one."""
    described = f"alternatieve tekst: '{shorten(alt, 200)}'" if alt.strip() else "zonder alternatieve tekst"
    if kind in ("afbeelding", "lijn of vorm"):
        return Diagnostic("BR117", Severity.INFO, f"{kind}, {described}; komt niet mee", place)
    hint = "staat er tekst in die telt? Zet die dan in het dossier zelf"
    return Diagnostic("BR112", Severity.WAARSCHUWING, f"{kind} ({described}) is niet gelezen", place, hint=hint)


def embedded_note(place: Place) -> Diagnostic:
    """Refuse a document within the document: Word shows its text as part of this one, and it was not read."""
    hint = "open het dossier in Word en bewaar het opnieuw: dan staat de tekst van dat document erin"
    message = "in het dossier is een ander document ingevoegd, waarvan de tekst hier niet te lezen is"
    return Diagnostic("BR124", Severity.FOUT, message, place, hint=hint)


def missing_note(target: str, file: str, part: str) -> Diagnostic:
    """Report a part that the file names and does not hold; what stands in it was not read."""
    hint = "open het dossier in Word en bewaar het opnieuw, of vraag het bestand opnieuw op"
    message = f"het onderdeel {target!r} hoort bij dit bestand en zit er niet in"
    return Diagnostic("BR160", Severity.WAARSCHUWING, message, Place(file, part=part), hint=hint)


def lost_note(name: str, file: str) -> Diagnostic:
    """Report a mark of a note whose text is not in the file."""
    hint = "kijk in Word of de noot er nog is, en vraag anders het bestand opnieuw op"
    message = f"in de tekst staat een noot ({name}), maar haar tekst zit niet in het bestand"
    return Diagnostic("BR161", Severity.WAARSCHUWING, message, Place(file), hint=hint)


def joined_note(text: str, place: Place) -> Diagnostic:
    """Report a paragraph that runs on in the next one, because someone deleted the mark at its end."""
    message = f"bijgehouden wijziging, alineateken verwijderd: '{shorten(text, 60)}' loopt door in de volgende alinea"
    hint = "bedoelde de schrijver dit niet, verwerp dan de wijziging in Word en lees het dossier opnieuw"
    return Diagnostic("BR162", Severity.INFO, message, place, hint=hint)


def turned_note(place: Place) -> Diagnostic:
    """Report text that Word shows from right to left, letter by letter; it was read as it is kept."""
    hint = "kijk in Word wat er staat, en typ het in het dossier opnieuw"
    message = "deze tekst staat in Word van rechts naar links; hier is zij gelezen zoals zij is bewaard"
    return Diagnostic("BR163", Severity.WAARSCHUWING, message, place, hint=hint)


def turned_table_note(text: str, place: Place) -> Diagnostic:
    """Report a table of which Word shows the first column at the right; it was read as it is kept."""
    hint = "klopt de volgorde van de kolommen hier niet, zet de tabel in Word dan in de gewone richting"
    message = f"de eerste kolom van deze tabel staat in Word rechts; hier is zij links gelezen: '{shorten(text, 60)}'"
    return Diagnostic("BR163", Severity.WAARSCHUWING, message, place, hint=hint)


def crossed_note(text: str, place: Place) -> Diagnostic:
    """Report a cell of a table with a stroke from corner to corner: shown, but perhaps meant to be gone."""
    return struck(f"cel van een tabel met een schuine streep erdoor: '{shorten(text)}'", place)


def symbol_note(font: str, code: str, place: Place) -> Diagnostic:
    """Report a symbol whose font is not known."""
    hint = "vervang het teken in Word door een gewoon teken (Invoegen > Symbool, lettertype 'normale tekst')"
    return Diagnostic(
        "BR118", Severity.WAARSCHUWING, f"teken {code} uit lettertype {font!r} is niet te lezen", place, hint=hint
    )


def struck_note(text: str, place: Place) -> Diagnostic:
    """Report text that is struck through by hand: shown, but perhaps meant to be gone."""
    return struck(f"doorgehaalde tekst: '{shorten(text)}'", place)


def marked_note(text: str, place: Place) -> Diagnostic:
    """Report text that someone marked with a color, often because it is not settled; the color does not come along."""
    hint = "staat dit nog open? Beslis, en haal de markering weg"
    return Diagnostic("BR188", Severity.INFO, f"gemarkeerde tekst: '{shorten(text)}'", place, hint=hint)


def hidden_note(text: str, place: Place) -> Diagnostic:
    """Report hidden text, which Word does not show and brief does not use."""
    return Diagnostic("BR120", Severity.WAARSCHUWING, f"verborgen tekst, niet gebruikt: '{shorten(text)}'", place)


def fetching_note(instruction: str, place: Place) -> Diagnostic:
    """Report a field that would fetch something from elsewhere."""
    hint = "neem in het dossier op wat nodig is; brief haalt niets op"
    return Diagnostic(
        "BR110", Severity.WAARSCHUWING, f"een veld haalt iets van elders: '{shorten(instruction)}'", place, hint=hint
    )


def no_result_note(instruction: str, place: Place) -> Diagnostic:
    """Report a field that shows something which the file does not hold."""
    hint = "vervang het veld in Word door gewone tekst (Ctrl+Shift+F9)"
    message = f"wat het veld '{shorten(instruction, 40)}' toont staat niet in het bestand"
    return Diagnostic("BR123", Severity.WAARSCHUWING, message, place, hint=hint)


def faint_note(why: str, text: str, place: Place) -> Diagnostic:
    """Report text that is shown, and that nobody can see."""
    hint = "hoort dit er niet in? Haal het weg; anders: geef het een gewone kleur en grootte"
    return Diagnostic("BR178", Severity.WAARSCHUWING, f"{why}, wel gelezen: '{shorten(text, 60)}'", place, hint=hint)


def unfinished_note(place: Place) -> Diagnostic:
    """Report a field that begins and does not end: nobody can say which text is its code and which its result."""
    hint = "open het dossier in Word, haal het veld weg of maak er gewone tekst van (Ctrl+Shift+F9) en bewaar het"
    message = "in deze alinea begint een veld dat niet eindigt; wat erna komt is gelezen als gewone tekst"
    return Diagnostic("BR171", Severity.WAARSCHUWING, message, place, hint=hint)


def empty_control_note(value: str, place: Place) -> Diagnostic:
    """Report a form field in a text that shows nothing; `value` is what the file keeps for it, if anything."""
    kept = f"; het bestand bewaart er '{shorten(value, 60)}' voor" if value else ""
    hint = "vul het veld in het dossier in, of haal het weg"
    return Diagnostic("BR172", Severity.WAARSCHUWING, f"een invulveld in deze alinea is leeg{kept}", place, hint=hint)


def today_note(kind: str, shown: str, place: Place) -> Diagnostic:
    """Report a field that shows the day or hour at which the file is opened, whatever it showed before."""
    hint = "maak er gewone tekst van (Ctrl+Shift+F9) als deze datum moet blijven staan"
    message = f"het veld {kind} toont in Word de datum of tijd van het openen; hier is gelezen '{shorten(shown, 40)}'"
    return Diagnostic("BR176", Severity.WAARSCHUWING, message, place, hint=hint)


def renewed_note(instruction: str, shown: str, place: Place) -> Diagnostic:
    """Report a field that the file itself calls out of date: Word shows another result once it is renewed."""
    hint = "werk het veld bij in Word (F9) en bewaar het dossier, of maak er gewone tekst van (Ctrl+Shift+F9)"
    field = shorten(instruction, 40)
    message = f"het veld '{field}' werkt Word bij het openen bij; hier is gelezen wat er stond: '{shorten(shown, 40)}'"
    return Diagnostic("BR176", Severity.WAARSCHUWING, message, place, hint=hint)


def followed_note(shown: str, place: Place) -> Diagnostic:
    """Report a bound control of which the value cannot be found here."""
    hint = "kijk in Word of dit er staat, en zet het in het dossier als gewone tekst"
    message = f"gekoppeld veld waarvan de waarde hier niet te vinden is; gelezen is '{shorten(shown, 60)}'"
    return Diagnostic("BR127", Severity.WAARSCHUWING, message, place, hint=hint)


def bullet_note(bullet: str, place: Place) -> Diagnostic:
    """Report a bullet that says something, such as a box that is ticked: bullets are not taken over."""
    hint = "zegt het teken iets, zoals ja of nee? Typ het dan in de tekst van de alinea"
    message = f"deze alinea heeft {bullet!r} als opsommingsteken; het teken komt niet mee"
    return Diagnostic("BR173", Severity.WAARSCHUWING, message, place, hint=hint)


def foreign_note(name: str, place: Place) -> Diagnostic:
    """Report text in an element that Word does not know."""
    hint = "open het dossier in Word en bewaar het opnieuw; kijk na wat er op deze plaats staat"
    message = f"tekst in een onderdeel dat Word niet kent (<{shorten(name, 40)}>); gelezen als gewone tekst"
    return Diagnostic("BR174", Severity.WAARSCHUWING, message, place, hint=hint)


def undeleted_note(text: str, place: Place) -> Diagnostic:
    """Report text that is kept as deleted and stands in no tracked change; it was read."""
    hint = "kijk in Word of de tekst er staat; is zij vervallen, haal haar dan weg"
    message = f"tekst die als verwijderd is bewaard maar in geen wijziging staat; wel gelezen: '{shorten(text, 60)}'"
    return Diagnostic("BR174", Severity.WAARSCHUWING, message, place, hint=hint)


def uncounted_note(place: Place) -> Diagnostic:
    """Report a numbered paragraph that is hidden: programs do not agree whether it counts."""
    hint = "kijk in Word of de nummers erna kloppen; haal de verborgen alinea anders weg"
    message = "een verborgen genummerde alinea is niet meegeteld; de nummers erna kunnen in Word hoger zijn"
    return Diagnostic("BR175", Severity.WAARSCHUWING, message, place, hint=hint)


def table_style_note(name: str, what: list[str], place: Place) -> Diagnostic:
    """Report a table whose style hides text, strikes it through or prints it in capitals; that was not applied."""
    hint = "kijk in Word wat de tabel toont, en zet het in het dossier als gewone opmaak"
    message = f"de stijl van deze tabel ({shorten(name, 40)}) {' en '.join(what)}; hier is dat niet gedaan"
    return Diagnostic("BR170", Severity.WAARSCHUWING, message, place, hint=hint)


def unseen_note(what: str, text: str, place: Place) -> Diagnostic:
    """Report text that Word keeps but does not show in the line."""
    hint = "staat er iets in dat telt? Zet het dan als gewone tekst in het dossier"
    return Diagnostic("BR129", Severity.WAARSCHUWING, f"{what}, niet gebruikt: '{shorten(text)}'", place, hint=hint)


def formula_note(text: str, place: Place) -> Diagnostic:
    """Report a formula: it is read on one line, which a person must look at."""
    hint = "kijk na of de formule zo leesbaar en juist is, of schrijf haar in het dossier in gewone tekst"
    return Diagnostic(
        "BR126", Severity.WAARSCHUWING, f"formule, op één regel gelezen: '{shorten(text)}'", place, hint=hint
    )


def outdated_note(value: str, stored: str, place: Place) -> Diagnostic:
    """Report a control that Word fills with another value than its text; the value was read."""
    hint = "klopt de waarde? Zet haar in het dossier als gewone tekst"
    message = f"gekoppeld veld: Word toont '{shorten(value, 60)}', in de tekst stond '{shorten(stored, 60)}'"
    return Diagnostic("BR127", Severity.WAARSCHUWING, message, place, hint=hint)


def stale_note(value: str, shown: str, place: Place) -> Diagnostic:
    """Report a control or field whose text, which was read, is another than its value."""
    hint = "welke van de twee klopt? Zet die in het dossier als gewone tekst"
    message = f"gekoppeld veld: in de tekst staat '{shorten(shown, 60)}', de waarde is '{shorten(value, 60)}'"
    return Diagnostic("BR127", Severity.WAARSCHUWING, message, place, hint=hint)


def prompt_note(text: str, place: Place) -> Diagnostic:
    """Report a form field that was not filled in, within a text."""
    hint = "vul het veld in het dossier in, of haal het weg"
    message = f"een invulveld toont nog zijn voorbeeldtekst: '{shorten(text, 60)}'"
    return Diagnostic("BR128", Severity.WAARSCHUWING, message, place, hint=hint)


def number_note(form: str, place: Place) -> Diagnostic:
    """Report a number in a form that is not known here."""
    hint = "kijk in Word welk nummer er staat, en zet het in het dossier als gewone tekst"
    message = f"het nummer van deze alinea heeft een vorm die brief niet kent ({shorten(form, 80)}); gelezen als cijfer"
    return Diagnostic("BR156", Severity.WAARSCHUWING, message, place, hint=hint)


def stray_note(text: str, place: Place) -> Diagnostic:
    """Report text outside any paragraph, which Word would refuse or not show."""
    return Diagnostic("BR121", Severity.WAARSCHUWING, f"tekst buiten een alinea: '{shorten(text)}'", place)


def brackets_note(kind: str, text: str, place: Place) -> Diagnostic:
    """Report text in two half lines (`w:eastAsianLayout`), around which Word draws brackets of its own."""
    begin, end = _BRACKETS.get(kind, ("(", ")"))
    message = f"Word zet hier haken om de tekst die niet in het bestand staan; gelezen zonder: '{shorten(text, 60)}'"
    hint = f"haal in Word 'Twee regels in één' weg, en typ '{begin}{shorten(text, 40)}{end}' als de haken erbij horen"
    return Diagnostic("BR186", Severity.WAARSCHUWING, message, place, hint=hint)


def frame_note(text: str, others: int, place: Place) -> Diagnostic:
    """Report a paragraph that Word shows in a frame, perhaps in the margin, and that was read where it is anchored.

    `others` are those that are not reported one by one: a file that was made from a PDF has all its text in frames.
    """
    more = f" (en nog {others} alinea's in een kader)" if others else ""
    message = f"deze alinea staat in Word in een kader naast de tekst; gelezen als gewone tekst: '{shorten(text, 60)}'"
    message += more
    hint = "is het een aantekening in de kantlijn? Haal haar weg, of zet de tekst buiten het kader"
    return Diagnostic("BR185", Severity.WAARSCHUWING, message, place, hint=hint)
