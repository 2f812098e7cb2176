"""Bring the afspraken of all landsdelen and the text of the letter together: two documents as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.assemble import onbeslist
from brief.assemble.afsprakenlijst import Afsprakenlijst
from brief.assemble.kamerbrief import Kamerbrief
from brief.assemble.namens import al_gezegd, gezegd_in
from brief.assemble.noten import Noten
from brief.assemble.ordening import geordend
from brief.assemble.velden import (
    gemeenschappelijke_velden,
    titel_afsprakenlijst,
    velden_afsprakenlijst,
    velden_kamerbrief,
)
from brief.diagnostics import Diagnostic, Place, Severity
from brief.kamerstuk.format import Stijl
from brief.text import Document, Role
from brief.text.binding import bind_block

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from brief.assemble.dekking import Stelling
    from brief.assemble.ordening import Lijst
    from brief.domain import Afspraak, Ronde
    from brief.kamerstuk.register import Stuk
    from brief.text import Element, Note, Parsed, Spans


class Samenstelling(Struct, frozen=True):
    """The two documents, and what a writer should know about them.

    `niet_genoemd` are the published afspraken that the letter does not mention, `zonder_zin` those it mentions with a
    draft sentence, `voorgesteld` those whose place rests on a proposal that nobody confirmed. `stellingen` are the
    texts of the letter that tell afspraken.
    """

    kamerbrief: Document
    afsprakenlijst: Document
    meldingen: tuple[Diagnostic, ...]
    niet_genoemd: tuple[str, ...]
    zonder_zin: tuple[str, ...]
    voorgesteld: tuple[str, ...]
    stellingen: tuple[Stelling, ...] = ()


class Gelijst(Struct, frozen=True):
    """The list, finished before the letter: its document, and the order it is in."""

    document: Document
    lijst: Lijst
    meldingen: tuple[Diagnostic, ...]


def kader_lijst(ronde: Ronde, stukken: Mapping[str, Stuk], *, versie: str, versiedatum: datetime.date) -> Document:
    """Give the list without its text: what the frame of its template shows."""
    notes = _noten(ronde, stukken)
    fields = {**gemeenschappelijke_velden(ronde, versie, versiedatum), **velden_afsprakenlijst(ronde)}
    by_key = {key: notes.of_key(key) for key in stukken}
    return Document("afsprakenlijst", titel_afsprakenlijst(ronde), fields, (), by_key, ronde.ronde, ronde.inhoud)


def kader_brief(
    ronde: Ronde, tekst: Parsed, noten: Mapping[str, Note], *, versie: str, versiedatum: datetime.date
) -> Document:
    """Give the letter without its text: what the frame of its template shows. `noten` are those of the list."""
    shared = gemeenschappelijke_velden(ronde, versie, versiedatum)
    fields = {**shared, **velden_kamerbrief(ronde, slotzin=_says_for_whom(ronde, tekst) is None)}
    return Document("kamerbrief", ronde.brief.betreft, fields, (), noten, ronde.ronde)


def _noten(ronde: Ronde, stukken: Mapping[str, Stuk], vrij: Mapping[str, Spans] | None = None) -> Noten:
    return Noten(stukken, vrij or {}, Stijl(ronde.stijl.value), ronde.herhaling)


def _says_for_whom(ronde: Ronde, tekst: Parsed) -> int | None:
    return gezegd_in(tekst) if ronde.brief.mede_namens else None


def lijst_maken(
    kader: Document,
    ronde: Ronde,
    afspraken: Sequence[Afspraak],
    stukken: Mapping[str, Stuk],
    gelezen: Mapping[str, Parsed],
) -> Gelijst:
    """Make the list in its frame. It says nothing of the letter, so that it can be printed while that is merged.

    `gelezen` are the texts of afspraken that were read before, as they are typed; it need not have any.
    """
    ordered = geordend(afspraken, ronde.volgorde, ronde.koppen)
    by_id = {afspraak.id: afspraak for afspraak in afspraken}
    notes = _noten(ronde, stukken)
    maker = Afsprakenlijst(ordered, by_id, notes, gelezen)
    elements = onbeslist.in_lijst(maker.body(), by_id)
    return Gelijst(replace(kader, body=elements), ordered, (*notes.meldingen, *maker.meldingen))


def samenvoegen(
    kader: Document,
    ronde: Ronde,
    afspraken: Sequence[Afspraak],
    stukken: Mapping[str, Stuk],
    tekst: Parsed,
    lijst: Gelijst,
    bestand: str,
) -> Samenstelling:
    """Make the letter in its frame, and put it beside the list.

    `tekst` is the parsed `brief.md`, `bestand` its path for messages. With a finding of severity fout the documents are
    incomplete and must not be written.
    """
    notes = _noten(ronde, stukken, tekst.notes)
    letter = Kamerbrief(afspraken, lijst.lijst.dubbel, ronde.volgorde, notes)
    by_id = {afspraak.id: afspraak for afspraak in afspraken}
    body = tuple(met_vaste_spaties(element) for element in onbeslist.in_brief(letter.body(tekst), by_id))
    kamerbrief = replace(kader, body=body)
    said = _says_for_whom(ronde, tekst)
    published = [afspraak for afspraak in afspraken if afspraak.te_publiceren]
    findings = [*tekst.diagnostics, *letter.meldingen, *notes.meldingen, *lijst.meldingen]
    findings += _unused_notes(tekst, notes.gebruikt, bestand)
    findings += [al_gezegd(tekst, said, ronde.brief.mede_namens)] if said is not None else []
    if not published:
        message = "deze ronde heeft geen afspraken om te publiceren; er is niets op te stellen"
        hint = "zet de dossiers in de map dossiers en lees ze in met: brief inlezen"
        findings.append(Diagnostic("BR512", Severity.FOUT, message, hint=hint))
    return Samenstelling(
        kamerbrief,
        lijst.document,
        tuple(dict.fromkeys(findings)),
        tuple(afspraak.id for afspraak in published if afspraak.id not in letter.genoemd),
        tuple(afspraak.id for afspraak in letter.zonder_zin),
        tuple(afspraak.id for afspraak in published if afspraak.rust_op_voorstel),
        tuple(letter.stellingen),
    )


def met_vaste_spaties(element: Element) -> Element:
    """Bind what no line may part in the letter's own text; an afspraak in full keeps its characters.

    A paragraph of several texts was bound piece by piece where it was made, so that both say the same.
    """
    if element.role is Role.AFSPRAAK or element.pieces:
        return element
    return replace(element, block=bind_block(element.block))


def _unused_notes(text: Parsed, used: set[str], file: str) -> list[Diagnostic]:
    hint = "zet [^{0}] in de tekst waar de voetnoot hoort, of haal de regel weg"
    return [
        Diagnostic(
            "BR507",
            Severity.WAARSCHUWING,
            f"voetnoot '{name}' wordt nergens in de brief genoemd en komt er dus niet in",
            Place(
                file,
                text.note_lines[name],
                1,
                len(name) + 3,
                excerpt=text.rows[text.note_lines[name] - text.first_line],
            ),
            hint=hint.format(name),
        )
        for name in text.notes
        if name not in used
    ]
