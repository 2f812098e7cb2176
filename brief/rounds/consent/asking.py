"""Ask parties for their consent: who is asked about which afspraken, and what is noted of that in the round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Severity
from brief.diagnostics.nearest import Nearest
from brief.domain import PROVINCIES, Antwoord
from brief.domain.akkoord import wacht
from brief.rounds.plan import Plan
from brief.sources.edit import Edit
from brief.text.dutch import eerste

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.domain import Afspraak, Afstemming
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden
    from brief.sources.scalar import Value

    _About = tuple[Afspraak, list[Afstemming]]

_FEW = 20


class Aanvraag(Struct, frozen=True):
    """What one party is asked: about which afspraken, and those of them that it still has to answer."""

    partij: str
    afspraken: tuple[Afspraak, ...]
    wacht: tuple[str, ...]


def requests(bestanden: RondeBestanden, parties: Sequence[str] = ()) -> tuple[tuple[Aanvraag, ...], list[Diagnostic]]:
    """Give what each party is asked; all that are known, and all provinces that are concerned, when none is named."""
    known = _known(bestanden.afspraken)
    findings: list[Diagnostic] = []
    names: list[str] = []
    bare = {each.removeprefix("provincie ").lower(): each for each in known}
    nearest, about = Nearest(bare), _by_party(bestanden.afspraken)
    for name in parties or known:
        full = _full(name)
        if full not in about:
            near = bare.get(nearest(name.lower()) or "")
            hint = f"bedoelde u '{near}'?" if near else f"kies uit: {eerste(known, _FEW)}"
            if not known:
                hint = "noem bij een afspraak de partij onder 'afstemming', of de provincie onder 'provincies'"
            message = f"er is geen afspraak waarover '{name}' wordt gevraagd"
            findings.append(Diagnostic("BR671", Severity.FOUT, message, hint=hint))
        else:
            names.append(full)
    return tuple(_request(name, about[name]) for name in dict.fromkeys(names)), findings


def _full(name: str) -> str:
    """Give the name of a party; a province may be called by its key or its bare name."""
    for key, province in PROVINCIES.items():
        if name.lower() in {key, province.naam.lower()}:
            return f"provincie {province.naam}"
    return name


def _known(afspraken: Iterable[Afspraak]) -> list[str]:
    named: dict[str, None] = {}
    provinces: dict[str, None] = {}
    for afspraak in afspraken:
        named |= dict.fromkeys(each.partij for each in afspraak.afstemming)
        if afspraak.publiceren:
            provinces |= dict.fromkeys(afspraak.geldende_provincies)
    return [*named, *(name for key in PROVINCIES if key in provinces and (name := _full(key)) not in named)]


def _by_party(afspraken: Iterable[Afspraak]) -> dict[str, list[_About]]:
    """Give what each party is asked about: each afspraak with what the party answered there, if anything."""
    about: dict[str, list[_About]] = {}
    for afspraak in afspraken:
        answers: dict[str, list[Afstemming]] = {}
        for one in afspraak.afstemming:
            answers.setdefault(one.partij, []).append(one)
        for key in afspraak.geldende_provincies if afspraak.publiceren else ():
            answers.setdefault(_full(key), [])
        for name, own in answers.items():
            about.setdefault(name, []).append((afspraak, own))
    return about


def _request(name: str, about: Iterable[_About]) -> Aanvraag:
    waiting = (each.id for each, answers in about if all(wacht(each, one) for one in answers))
    return Aanvraag(name, tuple(each for each, _ in about), tuple(waiting))


def plan_open(opened: Opened, bestanden: RondeBestanden, asked: Iterable[Aanvraag]) -> Plan:
    """Note at each afspraak that a party was asked, where nothing of that party stands there yet."""
    fresh: dict[str, list[str]] = {}
    stand = {each.id: {one.partij for one in each.afstemming} for each in bestanden.afspraken}
    for request in asked:
        for afspraak in request.afspraken:
            if request.partij not in stand[afspraak.id]:
                fresh.setdefault(afspraak.id, []).append(request.partij)
    edits: dict[str, Edit] = {}
    for afspraak in bestanden.afspraken:
        if parties := fresh.get(afspraak.id):
            if afspraak.landsdeel not in edits:
                edits[afspraak.landsdeel] = Edit(bestanden.afsprakenbestanden[afspraak.landsdeel])
            add_answers(
                edits[afspraak.landsdeel],
                afspraak,
                [{"partij": each, "stand": Antwoord.OPEN.value} for each in parties],
            )
    number = sum(map(len, fresh.values()))
    said = (f"{number} keer genoteerd dat een partij moet antwoorden (afstemming, stand: open)",) if number else ()
    return Plan(opened.folder, tuple(edits.values()), said)


def add_answers(edit: Edit, afspraak: Afspraak, values: Sequence[Mapping[str, Value]]) -> None:
    """Add answers behind those that an afspraak has."""
    if not afspraak.afstemming:
        edit.set(afspraak.id, "afstemming", tuple(values))
        return
    for number, value in enumerate(values, len(afspraak.afstemming)):
        edit.set_in_list(afspraak.id, "afstemming", number, value)
