"""Add an afspraak that arose at the table: it gets an id of its own, a besluit, and a place behind its agendapunt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Severity
from brief.domain import LANDSDELEN, Afspraak, Besluit, Status
from brief.dossier.voorstel import voorstel
from brief.intake.basefile import gegeven_ids
from brief.intake.fitting import new_ids
from brief.rounds.decisions.order import Opdracht, Uitspraak
from brief.rounds.decisions.work import Werk
from brief.rounds.plan import Plan
from brief.text import parse, plain

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from brief.rounds.opening import Opened
    from brief.sources.edit import Edit

_NUMMER = re.compile(r"\d+(?:\.\d+)*")


class Toevoeging(Struct, frozen=True):
    """What was agreed at the table: of which landsdeel, under which agendapunt (`2.3`, or `2.9 Titel`), and the text.

    Without `datum` it was the day of the meeting.
    """

    landsdeel: str
    agendapunt: str
    tekst: str | None = None
    reden: str | None = None
    datum: datetime.date | None = None


def plan(opened: Opened, toevoeging: Toevoeging) -> Plan:
    """Give what adding an afspraak changes. Nothing is written and nobody is asked."""
    if opened.bestanden is None:
        return Plan(opened.folder, findings=opened.errors)
    order = Opdracht((toevoeging.landsdeel,), Uitspraak.GEWIJZIGD, toevoeging.datum, toevoeging.reden, toevoeging.tekst)
    work = _Werk(opened, opened.bestanden, order)
    work.add(toevoeging)
    return work.plan()


class _Werk(Werk):
    """Adds one afspraak."""

    def add(self, toevoeging: Toevoeging) -> None:
        """Find the place and the id, and add the afspraak there."""
        if toevoeging.landsdeel not in LANDSDELEN:
            hint = f"kies uit: {', '.join(LANDSDELEN)}"
            self.refuse("BR911", f"'{toevoeging.landsdeel}' is geen landsdeel", hint=hint)
            return
        edit = self.edit(toevoeging.landsdeel)
        head = self._head(edit, toevoeging) if edit is not None else None
        if edit is None or head is None:
            return
        nummer = head.split(" ", 1)[0]
        draft = Afspraak(self._id(edit, nummer), toevoeging.landsdeel, head, "", Status.TOEGEVOEGD)
        day, reason, text = self.day(toevoeging.landsdeel, draft), self.reason(draft), self._text(draft)
        if day is None or reason is None or text is None:
            return
        made = Afspraak(
            draft.id,
            draft.landsdeel,
            head,
            text,
            Status.TOEGEVOEGD,
            Besluit(day, reason),
            voorstel=voorstel(draft.agendapunttitel, plain(parse(text).blocks), draft.landsdeel),
        )
        same = [each.id for each in edit.file.afspraken if each.agendapuntnummer == nummer]
        edit.insert_after(same[-1] if same else None, made)
        self.regels += [f"{made.id}: toegevoegd op {day}, onder {head}"]

    def _head(self, edit: Edit, toevoeging: Toevoeging) -> str | None:
        """Give the agendapunt in full; one that the file does not have yet must be named with its title."""
        given = " ".join(toevoeging.agendapunt.split())
        nummer, _, titel = given.partition(" ")
        nummer = nummer.rstrip(".")
        known = {each.agendapuntnummer: each.agendapunt for each in edit.file.afspraken if each.agendapuntnummer}
        if nummer in known and titel in {"", known[nummer].partition(" ")[2]}:
            return known[nummer]
        if _NUMMER.fullmatch(nummer) and titel and nummer not in known:
            return f"{nummer} {titel}"
        self.findings.append(_no_agendapunt(given, nummer, known))
        return None

    def _id(self, edit: Edit, nummer: str) -> str:
        """Give an id that no afspraak has or had."""
        landsdeel = edit.file.landsdeel
        used = {each.id for each in self.bestanden.afspraken} | gegeven_ids(self.opened.folder, landsdeel)
        (new,) = new_ids([f"{LANDSDELEN[landsdeel].prefix}-{nummer}-1"], used)
        return new

    def _text(self, draft: Afspraak) -> str | None:
        given = self.opdracht.tekst
        if given is None:
            self.ask_text(draft, f"de tekst van {draft.id}")
            return None
        text = given.replace("\r\n", "\n").strip("\n")
        if text.strip():
            return text
        message = "er is geen tekst gegeven; er is niets toegevoegd"
        self.refuse("BR919", message, hint="geef de tekst met --tekst BESTAND")
        return None


def _no_agendapunt(given: str, nummer: str, known: dict[str, str]) -> Diagnostic:
    heads: Iterable[str] = dict.fromkeys(known.values())
    label = "deze agendapunten hebben afspraken: " + "; ".join(heads) if known else None
    if nummer in known:
        message = f"agendapunt {nummer} heet anders: {known[nummer]}"
        return Diagnostic("BR030", Severity.FOUT, message, None, None, f"noem alleen het nummer: {nummer}")
    hint = f'noem bij een nieuw agendapunt ook de titel: "{nummer} Titel"'
    if not _NUMMER.fullmatch(nummer):
        hint = 'begin met het nummer: 2.3, of bij een nieuw agendapunt "2.9 Titel"'
    return Diagnostic("BR030", Severity.FOUT, f"agendapunt '{given}' is er niet", None, label, hint)
