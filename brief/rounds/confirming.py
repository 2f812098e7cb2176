"""Confirm what the program proposed: what is open in a round, and the plan of what the answers change.

A proposal is one value of one field of one afspraak. `openstaand` gives those that nobody answered yet, `groepen` (of
`proposals.py`) puts those with one reason together, `boven` answers yes to what is certain enough, and `plan` writes
answers into the files.
"""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Severity
from brief.diagnostics.nearest import nearest
from brief.domain import LANDSDELEN
from brief.domain.redenen import schrijf_redenen
from brief.rounds import named
from brief.rounds.decisions.gathering import Gathering
from brief.rounds.decisions.proposals import SLEUTELS, Groep, Veld, Vermoeden, eerste_grond, groepen, vermoedens_van
from brief.rounds.made.complete import missing
from brief.rounds.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened
    from brief.sources.edit import Edit
    from brief.sources.scalar import Value

__all__ = [
    "SLEUTELS",
    "Antwoord",
    "Groep",
    "Invulling",
    "Keuze",
    "Veld",
    "Vermoeden",
    "boven",
    "eerste_grond",
    "groepen",
    "invulling",
    "ja",
    "nee",
    "openstaand",
    "plan",
    "vermoedens_van",
]


class Antwoord(Struct, frozen=True):
    """Yes or no to one proposed value."""

    id: str
    veld: Veld
    sleutel: str
    ja: bool


class Invulling(Struct, frozen=True):
    """The values of a field as a person wants them, whatever was proposed for it."""

    id: str
    veld: Veld
    waarden: tuple[str, ...]


Keuze = Antwoord | Invulling


def openstaand(opened: Opened, wat: Iterable[str] = ()) -> tuple[tuple[Vermoeden, ...], tuple[Diagnostic, ...]]:
    """Give the open proposals of a round in the order of its files, and what stands in the way of changing some.

    `wat` are ids and landsdelen: only theirs are given; without any those of the whole round.
    """
    bestanden = opened.bestanden
    if bestanden is None:
        return (), opened.errors
    named_ones = tuple(wat)
    chosen, findings = _gekozen(opened, named_ones)
    found: list[Vermoeden] = []
    for landsdeel in dict.fromkeys(each.landsdeel for each in chosen):
        own = [each for each in chosen if each.landsdeel == landsdeel and each.te_publiceren]
        vermoedens = [one for each in own for one in vermoedens_van(each)]
        if vermoedens:
            file, wrong = named.afsprakenbestand(opened, bestanden, landsdeel)
            findings += wrong
            found += vermoedens if file is not None else []
    if not found and not named_ones:
        findings += missing(opened)  # that nothing is open cannot be said of a file that is not there
    return tuple(found), tuple(dict.fromkeys(findings))


def _gekozen(opened: Opened, wat: tuple[str, ...]) -> tuple[list[Afspraak], tuple[Diagnostic, ...]]:
    bestanden = opened.bestanden
    if bestanden is None:
        return [], opened.errors
    if not wat:
        return list(bestanden.afspraken), opened.errors
    findings: tuple[Diagnostic, ...] = ()
    ids: set[str] = set()
    for each in wat:
        if each in LANDSDELEN:
            file, wrong = named.afsprakenbestand(opened, bestanden, each)
            findings += wrong
            ids |= {one.id for one in file.afspraken} if file is not None else set()
        else:
            afspraak, wrong = named.afspraak(opened, bestanden, each, LANDSDELEN)
            findings += wrong
            ids |= {afspraak.id} if afspraak is not None else set()
    return [each for each in bestanden.afspraken if each.id in ids], findings


def boven(vermoedens: Iterable[Vermoeden], grens: float) -> tuple[Antwoord, ...]:
    """Say yes to what is at least this certain, from 0 to 1; not to a theme that waits for another that is not."""
    yes: list[Antwoord] = []
    taken: set[tuple[str, str]] = set()
    for each in vermoedens:
        if each.zekerheid < grens or (each.wacht_op and (each.afspraak.id, each.wacht_op) not in taken):
            continue
        taken.add((each.afspraak.id, each.sleutel))
        yes.append(ja(each))
    return tuple(yes)


def ja(vermoeden: Vermoeden) -> Antwoord:
    """Say yes to a proposal."""
    return Antwoord(vermoeden.afspraak.id, vermoeden.veld, vermoeden.sleutel, ja=True)


def nee(vermoeden: Vermoeden) -> Antwoord:
    """Say no to a proposal."""
    return Antwoord(vermoeden.afspraak.id, vermoeden.veld, vermoeden.sleutel, ja=False)


def invulling(identity: str, veld: Veld, getypt: str) -> tuple[Invulling | None, tuple[Diagnostic, ...]]:
    """Read values as a person types them, keys or names with commas between; None and findings when one is unknown."""
    words = [word.strip() for word in getypt.split(",") if word.strip()]
    if veld is Veld.TERMIJN:
        return _termijn(identity, words)
    table = SLEUTELS[veld]
    names = {each.naam.lower(): key for key, each in table.items()} | {key: key for key in table}
    unknown = [word for word in words if word.lower() not in names]
    if unknown:
        return None, tuple(_onbekend(veld, word) for word in unknown)
    return Invulling(identity, veld, tuple(dict.fromkeys(names[word.lower()] for word in words))), ()


def _termijn(identity: str, words: Sequence[str]) -> tuple[Invulling | None, tuple[Diagnostic, ...]]:
    try:
        days = [datetime.date.fromisoformat(word) for word in words]
    except ValueError:
        days = []
    if len(days) != len(words) or len(days) > 1:
        message = f"'{', '.join(words)}' is geen datum"
        return None, (Diagnostic("BR463", Severity.FOUT, message, label="typ een dag als 2027-12-31"),)
    return Invulling(identity, Veld.TERMIJN, tuple(day.isoformat() for day in days)), ()


def _onbekend(veld: Veld, word: str) -> Diagnostic:
    known = list(SLEUTELS[veld])
    near = nearest(word, known)
    label = f"kies uit: {', '.join(known)}"
    hint = f"bedoelde u '{near}'?" if near else None
    return Diagnostic("BR463", Severity.FOUT, f"'{word}' is geen {veld.enkelvoud}", label=label, hint=hint)


def plan(opened: Opened, keuzes: Iterable[Keuze]) -> Plan:
    """Give what answers change in the afspraken files. Nothing is written and nobody is asked.

    An answer about a proposal that is not there any more changes nothing, and `regels` say so.
    """
    bestanden = opened.bestanden
    if bestanden is None:
        return Plan(opened.folder, findings=opened.errors)
    by_id: dict[str, list[Keuze]] = {}
    for keuze in (made := tuple(keuzes)):
        by_id.setdefault(keuze.id, []).append(keuze)
    work = Gathering(opened, bestanden)
    regels: list[str] = [_geteld(made)]
    times = Counter(each.id for each in bestanden.afspraken)
    known = {each.id: each for each in bestanden.afspraken if times[each.id] == 1}
    for identity, own in by_id.items():
        afspraak, wrong = (known[identity], ()) if identity in known else named.afspraak(opened, bestanden, identity)
        work.findings += wrong
        edit = work.edit(afspraak.landsdeel) if afspraak is not None else None
        if afspraak is not None and edit is not None:
            regels += _Beantwoord(afspraak, own).write(edit)
    work.regels = [] if work.findings else regels
    return work.plan()


def _geteld(keuzes: Iterable[Keuze]) -> str:
    """Count the answers: `voorstellen bevestigd: 46 overgenomen, 2 weggehaald`."""
    made = list(keuzes)
    yes = sum(isinstance(each, Antwoord) and each.ja for each in made)
    no = sum(isinstance(each, Antwoord) and not each.ja for each in made)
    counts = ((yes, "overgenomen"), (no, "weggehaald"), (len(made) - yes - no, "gewijzigd"))
    return "voorstellen bevestigd: " + ", ".join(f"{number} {what}" for number, what in counts if number)


class _Beantwoord:
    """The answers about one afspraak."""

    def __init__(self, afspraak: Afspraak, keuzes: Sequence[Keuze]) -> None:
        self.afspraak = afspraak
        self.vermoedens = list(vermoedens_van(afspraak))
        self.answers = {(each.veld, each.sleutel): each.ja for each in keuzes if isinstance(each, Antwoord)}
        self.filled = {each.veld: each.waarden for each in keuzes if isinstance(each, Invulling)}

    def write(self, edit: Edit) -> list[str]:
        """Put what was confirmed in its field, and take what was answered out of the proposal; say what was not."""
        open_, regels = self._still_open()
        for veld in Veld:
            self._field(edit, veld, open_)
        if len(open_) < len(self.vermoedens):
            self._shrink(edit, open_)
        return regels

    def _still_open(self) -> tuple[list[Vermoeden], list[str]]:
        known = {(each.veld, each.sleutel) for each in self.vermoedens}
        regels = [
            f"overgeslagen: het voorstel {veld.enkelvoud} {sleutel} bij {self.afspraak.id} is er niet meer"
            for veld, sleutel in self.answers
            if (veld, sleutel) not in known
        ]
        open_ = [each for each in self.vermoedens if not self._is_answered(each)]
        leading = next((each for each in open_ if each.leidt), None)
        for each in self.vermoedens if leading is not None else ():
            if each.wacht_op and self.answers.get((each.veld, each.sleutel)):
                open_.append(each)
                regels.append(
                    f"overgeslagen: thema {each.sleutel} bij {self.afspraak.id} wacht op het eerste, {each.wacht_op}"
                )
        return open_, regels

    def _is_answered(self, vermoeden: Vermoeden) -> bool:
        return vermoeden.veld in self.filled or (vermoeden.veld, vermoeden.sleutel) in self.answers

    def _field(self, edit: Edit, veld: Veld, open_: Sequence[Vermoeden]) -> None:
        own = [each for each in self.vermoedens if each.veld is veld and each not in open_]
        yes = [each.sleutel for each in own if self.answers.get((veld, each.sleutel))]
        if veld is Veld.TERMIJN:
            days = self.filled.get(veld, tuple(yes))
            if days:
                edit.set(self.afspraak.id, veld.value, datetime.date.fromisoformat(days[0]))
            elif veld in self.filled:
                edit.remove(self.afspraak.id, veld.value)
            return
        present: tuple[str, ...] = getattr(self.afspraak, veld.value)
        wanted = self.filled.get(veld, (*present, *(each for each in yes if each not in present)))
        if wanted[: len(present)] == present:
            edit.extend(self.afspraak.id, veld.value, wanted[len(present) :])
        else:
            edit.set(self.afspraak.id, veld.value, wanted)

    def _shrink(self, edit: Edit, open_: Sequence[Vermoeden]) -> None:
        if not open_:
            edit.remove(self.afspraak.id, "voorstel")
            return
        values: dict[str, Value] = {}
        gone = []
        for veld in Veld:
            left = tuple(each.sleutel for each in self.vermoedens if each.veld is veld and each in open_)
            before = [each for each in self.vermoedens if each.veld is veld]
            if before and not left:
                gone.append(veld.value)
            elif len(left) < len(before):
                values[veld.value] = left
        whole = self.afspraak.voorstel.reden.strip() if self.afspraak.voorstel else ""
        redenen = [(each.sleutel, each.reden) for each in self.vermoedens if each in open_ and str(each.reden) != whole]
        if whole and redenen:
            values["reden"] = schrijf_redenen(redenen)
        edit.shrink(self.afspraak.id, "voorstel", gone, values)
