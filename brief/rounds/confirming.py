"""Confirm what the program proposed: what is open, grouped by its reason, and the plan of what the answers change.

A proposal is one value of one field of one afspraak. `openstaand` gives those that nobody answered yet, `groepen` puts
those with one reason together, `boven` answers yes to what is certain enough, and `plan` writes answers into the files.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.diagnostics.nearest import nearest
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.domain.redenen import lees_redenen, schrijf_redenen
from brief.rounds import named
from brief.rounds.plan import Plan
from brief.sources.edit import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from brief.domain import Afspraak, Gebied, Provincie, Thema, Voorstel
    from brief.domain.redenen import Reden
    from brief.rounds.opening import Opened
    from brief.sources.scalar import Value


class Veld(StrEnum):
    """A field of an afspraak that can be proposed, in the order in which it is asked."""

    THEMAS = "themas"
    PROVINCIES = "provincies"
    GEBIEDEN = "gebieden"
    TERMIJN = "termijn"

    @property
    def enkelvoud(self) -> str:
        """Name one value of it: `thema`."""
        return {"themas": "thema", "provincies": "provincie", "gebieden": "gebied"}.get(self.value, self.value)


SLEUTELS: Mapping[Veld, Mapping[str, Thema | Provincie | Gebied]] = {
    Veld.THEMAS: THEMAS,
    Veld.PROVINCIES: PROVINCIES,
    Veld.GEBIEDEN: GEBIEDEN,
}
"""The values that a field may have, by key, each with its `naam`."""


@dataclass(frozen=True, slots=True)
class Vermoeden:
    """One proposed value that nobody answered; `leidt` tells that it is the theme under which the letter puts it.

    `wacht_op` is the theme that was proposed before this one and is open too: until that is answered this one cannot be
    taken over, since it would lead in its place.
    """

    afspraak: Afspraak
    veld: Veld
    sleutel: str
    reden: Reden
    leidt: bool = False
    wacht_op: str | None = None

    @property
    def naam(self) -> str:
        """Give the value as it is printed: `Noord-Holland`."""
        known = SLEUTELS.get(self.veld, {}).get(self.sleutel)
        return known.naam if known is not None else self.sleutel

    @property
    def is_zeker(self) -> float:
        """Give its certainty, from 0 to 1; 0 when nobody knows."""
        return self.reden.zekerheid or 0.0


@dataclass(frozen=True, slots=True)
class Groep:
    """Proposals of one value for one reason: `'netcongestie' in de tekst`."""

    veld: Veld
    sleutel: str
    reden: str
    vermoedens: tuple[Vermoeden, ...]

    @property
    def naam(self) -> str:
        """Give the value as it is printed."""
        return self.vermoedens[0].naam


@dataclass(frozen=True, slots=True)
class Antwoord:
    """Yes or no to one proposed value."""

    id: str
    veld: Veld
    sleutel: str
    ja: bool


@dataclass(frozen=True, slots=True)
class Invulling:
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
    chosen, findings = _gekozen(opened, tuple(wat))
    found: list[Vermoeden] = []
    for landsdeel in dict.fromkeys(each.landsdeel for each in chosen):
        own = [each for each in chosen if each.landsdeel == landsdeel and each.te_publiceren]
        vermoedens = [one for each in own for one in vermoedens_van(each)]
        if vermoedens:
            file, wrong = named.afsprakenbestand(opened, bestanden, landsdeel)
            findings += wrong
            found += vermoedens if file is not None else []
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


def vermoedens_van(afspraak: Afspraak) -> Iterator[Vermoeden]:
    """Give the proposed values of one afspraak."""
    voorstel = afspraak.voorstel
    if voorstel is None:
        return
    values = _waarden(voorstel)
    redenen = lees_redenen(voorstel.reden, [sleutel for _, sleutel in values])
    before: str | None = None
    for (veld, sleutel), reden in zip(values, redenen, strict=True):
        if veld is Veld.THEMAS and not afspraak.themas:
            yield Vermoeden(afspraak, veld, sleutel, reden, leidt=before is None, wacht_op=before)
            before = before or sleutel
        else:
            yield Vermoeden(afspraak, veld, sleutel, reden)


def _waarden(voorstel: Voorstel) -> list[tuple[Veld, str]]:
    lists = (
        (Veld.THEMAS, voorstel.themas),
        (Veld.PROVINCIES, voorstel.provincies),
        (Veld.GEBIEDEN, voorstel.gebieden),
        (Veld.TERMIJN, (voorstel.termijn.isoformat(),) if voorstel.termijn else ()),
    )
    return [(veld, sleutel) for veld, sleutels in lists for sleutel in dict.fromkeys(sleutels)]


def groepen(vermoedens: Iterable[Vermoeden]) -> tuple[Groep, ...]:
    """Put proposals of one value for one reason together.

    Reasons that led to a value only once are one group, the last of that value. Leading themes come first: what they
    are decides whether others can be asked. The rest stands in the order of the fields, the largest first.
    """
    by_value: dict[tuple[Veld, bool, str], list[Vermoeden]] = {}
    for each in vermoedens:
        by_value.setdefault((each.veld, not each.leidt, each.sleutel), []).append(each)
    order = list(Veld)
    ranked = sorted(by_value.items(), key=lambda item: (order.index(item[0][0]), item[0][1], -len(item[1])))
    return tuple(groep for (veld, _, sleutel), own in ranked for groep in _by_reason(veld, sleutel, own))


def _by_reason(veld: Veld, sleutel: str, vermoedens: Sequence[Vermoeden]) -> list[Groep]:
    alike: dict[str, list[Vermoeden]] = {}
    for each in vermoedens:
        alike.setdefault(eerste_grond(each), []).append(each)
    more = sorted((item for item in alike.items() if len(item[1]) > 1), key=lambda item: -len(item[1]))
    result = [Groep(veld, sleutel, reden, tuple(own)) for reden, own in more]
    single = [own[0] for own in alike.values() if len(own) == 1]
    if len(single) == 1:
        result.append(Groep(veld, sleutel, eerste_grond(single[0]), tuple(single)))
    elif single:
        result.append(Groep(veld, sleutel, "verschillende redenen", tuple(single)))
    return result


def eerste_grond(vermoeden: Vermoeden) -> str:
    """Give the first word of a reason with where it stands: `'netcongestie' in de tekst`."""
    first, *_ = vermoeden.reden.woorden.split(", '")
    where = first if " in de " in first else f"{first} {_where(vermoeden.reden.woorden)}".rstrip()
    return where.split(", ")[0]


def _where(woorden: str) -> str:
    after = woorden.find(" in de ")
    return woorden[after + 1 :].split(",")[0] if after >= 0 else ""


def boven(vermoedens: Iterable[Vermoeden], grens: float) -> tuple[Antwoord, ...]:
    """Say yes to what is at least this certain, from 0 to 1; not to a theme that waits for another that is not."""
    yes: list[Antwoord] = []
    taken: set[tuple[str, str]] = set()
    for each in vermoedens:
        if each.is_zeker < grens or (each.wacht_op and (each.afspraak.id, each.wacht_op) not in taken):
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
    edits: dict[str, Edit] = {}
    regels: list[str] = [_geteld(made)]
    findings: list[Diagnostic] = []
    for identity, own in by_id.items():
        afspraak, wrong = named.afspraak(opened, bestanden, identity)
        findings += wrong
        if afspraak is None:
            continue
        if afspraak.landsdeel not in edits:
            file, wrong = named.afsprakenbestand(opened, bestanden, afspraak.landsdeel)
            findings += wrong
            if file is None:
                continue
            edits[afspraak.landsdeel] = Edit(file)
        regels += _Beantwoord(afspraak, own).write(edits[afspraak.landsdeel])
    if findings:
        return Plan(opened.folder, findings=tuple(dict.fromkeys(findings)))
    return Plan(opened.folder, tuple(edit for edit in edits.values() if edit.changes), tuple(regels))


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
