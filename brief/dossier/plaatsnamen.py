"""Find the provinces and NOVEX-gebieden that an afspraak names; `plaatsen.toml` holds names beside the official ones.

"Utrecht" and "Groningen" are cities as well as provinces: bare, they count only in a row with a province that is
certain, after "provincie", as a party beside the Rijk, or as the whole title.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES
from brief.dossier.gazetteer import compiled, plaatsen_in, read_table
from brief.dossier.grond import TEKST, TITEL, Grond

if TYPE_CHECKING:
    from collections.abc import Mapping

_CITIES = ("groningen", "utrecht")
_AMBIGUOUS_AREAS = {
    "groningen": r"NOVEX(?:-gebied)?[ -]Groningen",
    "schiphol": r"NOVEX(?:-gebied)?[ -]Schiphol|(?:rond|rondom|omgeving(?: van)?) Schiphol",
}
"""Areas whose bare name is a city, a province or an airport, with the forms in which it is the area."""

NAMED, FORM, PART, PLACE, CHOSEN, FROM_AREA, FROM_UNSURE_AREA = 0.98, 0.97, 0.97, 0.93, 0.7, 0.97, 0.95
"""How certain each kind of evidence is, as measured in the labelled sets; an area whose provinces no official list
confirms gives the last, one of several places with a name the last but two, of which few were seen."""

Gevonden = dict[str, Grond]


class _Namen(Struct, frozen=True):
    """Names to look for as whole words; `kernen` are words of which each name holds one, a fast way to pass it over."""

    vorm: re.Pattern[str]
    kernen: tuple[str, ...]

    def in_text(self, text: str) -> list[str]:
        """Give every name that stands in a text, in its order."""
        return self.vorm.findall(text) if any(kern in text for kern in self.kernen) else []


def gebieden(titel: str, tekst: str) -> Gevonden:
    """Propose NOVEX-gebieden, in the order of `GEBIEDEN`."""
    found: Gevonden = {}
    for key in GEBIEDEN:
        words = [(word, where) for where, text in ((TITEL, titel), (TEKST, tekst)) for word in _area(key).in_text(text)]
        if words:
            found[key] = Grond(NAMED, tuple(words))
    return found


def provincies(titel: str, tekst: str, landsdeel: str | None) -> Gevonden:
    """Propose provinces: those that are named, or else those of the areas, and those in which the places lie.

    Places that lie in some provinces of an area narrow the area down: Zwolle in Regio Zwolle is Overijssel.
    `landsdeel` is a key of `LANDSDELEN`; it decides nothing but the order, its own provinces first.
    """
    texts = {TITEL: _without_other_names(titel), TEKST: _without_other_names(tekst)}
    named, (places, towns) = _named(texts), _of_places(texts, landsdeel)
    areas = {} if named else _of_areas(gebieden(titel, tekst))
    found = {**places, **named}
    if areas and not (towns and places.keys() <= areas.keys()):
        found = {**places, **areas}
    own = LANDSDELEN[landsdeel].provincies if landsdeel in LANDSDELEN else ()
    return {key: found[key] for key in (*own, *(key for key in PROVINCIES if key not in own)) if key in found}


def zonder_gebieden(tekst: str) -> str:
    """Blank out the names of NOVEX-gebieden, which hold words of themes and provinces."""
    if not any(kern in tekst for key in GEBIEDEN for kern in _area(key).kernen):
        return tekst
    return _all_areas().sub(lambda match: " " * len(match[0]), tekst)


def _named(texts: dict[str, str]) -> Gevonden:
    found: dict[str, list[tuple[str, str, float]]] = {}
    for where, text in texts.items():
        for key in PROVINCIES:
            hits = [(word, where, sure) for names, sure in _names(key) for word in names.in_text(text)]
            if hits:
                found.setdefault(key, []).extend(hits)
        for city in _CITIES:
            if city in PROVINCIES and city not in found and (row := _beside(city, set(found)).search(text)):
                found[city] = [(row[0].strip(" ,"), where, FORM)]
        title = re.fullmatch(r"(Utrecht|Groningen)(?:[,:].*)?", text.strip()) if where == TITEL else None
        if title:
            found.setdefault(title[1].lower(), [(title[1], where, FORM)])
    return {key: _grond(hits) for key, hits in found.items()}


def _grond(hits: list[tuple[str, str, float]]) -> Grond:
    return Grond(max(sure for *_, sure in hits), tuple((word, where) for word, where, _ in hits))


def _of_areas(found: Gevonden) -> Gevonden:
    result: Gevonden = {}
    for key, grond in found.items():
        gebied = GEBIEDEN[key]
        for provincie in gebied.provincies:
            sure = FROM_UNSURE_AREA if gebied.onzeker else FROM_AREA
            word, where = grond.woorden[0]
            result.setdefault(provincie, Grond(sure, ((word, f"{where}, gebied in deze provincie"),)))
    return result


def _of_places(texts: dict[str, str], landsdeel: str | None) -> tuple[Gevonden, bool]:
    """Give the provinces in which the places lie, and whether there are towns among them; none in a wider region."""
    if any(_in_more_provinces().in_text(text) for text in texts.values()):
        return {}, False
    towns = False
    found: dict[str, list[tuple[str, str, float]]] = {}
    for where, text in texts.items():
        for plaats in plaatsen_in(text, landsdeel):
            said = f"{where}, {'een van de plaatsen met die naam' if plaats.gekozen else 'plaats in deze provincie'}"
            towns = towns or not plaats.is_water
            for key in plaats.provincies:
                sure = CHOSEN if plaats.gekozen else PLACE
                found.setdefault(key, []).append((plaats.woord, said, sure))
    return {key: _grond(hits) for key, hits in found.items()}, towns


def _without_other_names(text: str) -> str:
    """Blank out areas, names of institutions and foreign regions, and names that are only compared with."""
    return _no_places().sub(lambda match: " " * len(match[0]), zonder_gebieden(text))


def _beside(city: str, sure: set[str]) -> re.Pattern[str]:
    """Make the pattern of a city's name as a party beside the Rijk, or in one row with provinces that are certain."""
    name = PROVINCIES[city].naam
    names = [each for key in sure for each in (PROVINCIES[key].naam, *_data()["provincies"][key]["delen"])]
    others = "|".join(["Rijk", *map(re.escape, names)])
    joint = r"(?:,| en| of|, en)\s+"
    return re.compile(rf"(?<!\w)(?:(?:{others}){joint}{name}|{name}{joint}(?:{others}))(?![\w-])")


@cache
def _names(key: str) -> tuple[tuple[_Namen, float], ...]:
    provincie, data = PROVINCIES[key], _data()["provincies"][key]
    official = [re.escape(name) for name in (provincie.naam, *provincie.anders)]
    certain = [f"[Pp]rovincies? {name}" for name in official] if key in _CITIES else official
    named = _Namen(_any(certain), (provincie.naam, *provincie.anders))
    return (named, NAMED), (_literal(data["vormen"]), FORM), (_literal(data["delen"]), PART)


@cache
def _in_more_provinces() -> _Namen:
    return _literal(_data()["geen_plaats"]["meer_provincies"])


@cache
def _area(key: str) -> _Namen:
    """Give an area's names, of which Groningen is none in Groningen-Assen."""
    names = [GEBIEDEN[key].naam, *GEBIEDEN[key].anders]
    forms = [re.escape(name).replace("De\\ ", "[Dd]e\\ ") for name in names]
    if key in _AMBIGUOUS_AREAS:
        forms = [*forms[1:], _AMBIGUOUS_AREAS[key]]
    return _Namen(_any(sorted(forms, key=len, reverse=True)), tuple(name.removeprefix("De ") for name in names))


@cache
def _all_areas() -> re.Pattern[str]:
    names = "|".join(_area(key).vorm.pattern for key in GEBIEDEN)
    return re.compile(rf"(?:(?:NOVEX|Novex)(?:-gebied|-gebieden)?[ -])?(?:{names})")


@cache
def _no_places() -> re.Pattern[str]:
    data = _data()["geen_plaats"]
    after = rf"(?:{'|'.join(data['na'])}) (?:de |het |provincie )*[A-Z][\w-]+"
    return compiled("plaatsen", [*data["namen"], after])


def _data() -> Mapping[str, Any]:
    return read_table("plaatsen")


def _literal(names: list[str]) -> _Namen:
    return _Namen(_any([re.escape(name) for name in names]), tuple(names))


def _any(forms: list[str]) -> re.Pattern[str]:
    """Match any of the forms as whole words; a hyphen with letters on either side makes another name of it."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?!\w|-\w)")
