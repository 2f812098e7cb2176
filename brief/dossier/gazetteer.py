"""Names of places, regions and waters, and the provinces they lie in: municipalities, places and `plaatsen.toml`.

A name that several places have is ambiguous: it is told apart by what stands behind it (`Hengelo (Gld)`), else by the
landsdeel, or it stays open. A name that is also a word does not count as the first word of a sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brief.diagnostics.facts import facts_error, read_facts
from brief.domain import LANDSDELEN, PROVINCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NO_PLACES = ("namen", "na", "meer_provincies", "weglaten", "ook_een_woord")
_TOKEN = re.compile(r"(?<![\w'’-])['’]?[^\W\d_]+")
_PART = re.compile(r"-(?:Noord|Oost|Zuid|West|Centrum|Centraal|Stad|Noordoost|Noordwest|Zuidoost|Zuidwest)\b")
_ABBREVIATED = re.compile(r"\s*\((?P<wat>[A-Z][A-Za-z.-]*)\)")
_LEAD = re.compile(r"\s*")


class Plaats(Struct, frozen=True):
    """A name in a text and the provinces that it lies in.

    `gekozen` tells that other places have that name too, `is_water` that it is a water or a region.
    """

    woord: str
    provincies: tuple[str, ...]
    gekozen: bool = False
    is_water: bool = False


class _Naam(Struct, frozen=True):
    """What a name stands for: all of `provincies`, or one of `keuze`; `gemeenten` are those with a municipality."""

    provincies: tuple[str, ...] = ()
    keuze: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    is_water: bool = False


def plaatsen_in(tekst: str, landsdeel: str | None) -> Iterator[Plaats]:
    """Give the places that a text names, in its order; an ambiguous one only when it is decided which it is."""
    end = 0
    straight = tekst.replace("’", "'")
    for match in _TOKEN.finditer(tekst):
        if match.start() < end or (name := _name_at(straight, match)) is None:
            continue
        end = match.start() + len(name)
        written, naam = tekst[match.start() : end], _names()[name]
        if written in _woorden() and _starts(tekst, match.start()):
            continue
        if naam.provincies:
            yield Plaats(written, naam.provincies, is_water=naam.is_water)
        elif chosen := _choose(naam, _ABBREVIATED.match(tekst, end), landsdeel):
            yield Plaats(written, (chosen,), gekozen=True)


def _starts(tekst: str, place: int) -> bool:
    """Tell whether a sentence begins here, or a line, or the text behind its dash."""
    before = place
    while before and tekst[before - 1].isspace():
        before -= 1
    if not place or "\n" in tekst[before:place] or (before and tekst[before - 1] in ".!?:;•"):
        return True
    dash = before - 1
    lead = _LEAD.match(tekst)
    return 0 <= dash < place - 1 and tekst[dash] in "-–*" and lead is not None and lead.end() == dash


def _name_at(straight: str, match: re.Match[str]) -> str | None:
    """Give the longest name that begins here and ends as a whole word, be it before a part of a town: Zwolle-Zuid."""
    for name in _by_token().get(straight[match.start() : match.end()], ()):
        end = match.start() + len(name)
        if not straight.startswith(name, match.start()):
            continue
        after = straight[end : end + 2]
        whole = not after[:1].isalnum() and not (after[:1] == "-" and after[1:].isalpha())
        if whole or _PART.match(straight, end):
            return name
    return None


def _choose(naam: _Naam, written: re.Match[str] | None, landsdeel: str | None) -> str | None:
    """Decide which place is meant, with the abbreviation that stands behind it; None when that would be a guess."""
    if written is not None:
        meant = _afkortingen().get(written["wat"].replace(".", "").replace("-", "").upper())
        return meant if meant in naam.keuze else None
    own = LANDSDELEN[landsdeel].provincies if landsdeel in LANDSDELEN else ()
    near = [each for each in naam.keuze if each in own] or list(naam.keuze)
    if len(near) == 1:
        return near[0]
    towns = [each for each in near if each in naam.gemeenten]
    return towns[0] if len(towns) == 1 and own else None


@cache
def _names() -> Mapping[str, _Naam]:
    gemeenten, woonplaatsen, overig = (read_table(name) for name in ("gemeenten", "woonplaatsen", "plaatsen"))
    found: defaultdict[str, list[str]] = defaultdict(list)
    towns: defaultdict[str, list[str]] = defaultdict(list)
    for provincie, names in gemeenten.items():
        for name in names:
            towns[name].append(provincie)
    for table in (gemeenten, woonplaatsen, overig["plaatsen"]):
        for provincie, names in table.items():
            for name in names:
                if provincie not in found[name]:
                    found[name].append(provincie)
    left_out = set(overig["geen_plaats"]["weglaten"])
    result = {
        name: _Naam(tuple(where)) if len(where) == 1 else _Naam((), tuple(where), tuple(towns[name]))
        for name, where in found.items()
        if name not in left_out
    }
    return result | {name: _Naam(tuple(where), is_water=True) for name, where in overig["wateren_en_streken"].items()}


@cache
def _by_token() -> Mapping[str, tuple[str, ...]]:
    """Give the names by their first word, the longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in _names():
        if match := _TOKEN.match(name):
            found[match[0]].append(name)
    return {token: tuple(sorted(names, key=len, reverse=True)) for token, names in found.items()}


@cache
def _woorden() -> frozenset[str]:
    return frozenset(read_table("plaatsen")["geen_plaats"]["ook_een_woord"])


@cache
def _afkortingen() -> Mapping[str, str]:
    """Give the provinces by the letters that stand behind a name: `Bergen (NH)`."""
    return {short: key for key, shorts in read_table("plaatsen")["afkortingen"].items() for short in shorts}


@cache
def read_table(name: str) -> dict[str, Any]:
    """Read a data file beside this module, once."""
    by_province: dict[str, Any] = {f"?{key}": [str] for key in PROVINCIES}
    if name != "plaatsen":
        return read_facts(Path(__file__).parent / f"{name}.toml", by_province)
    form = {
        "geen_plaats": {key: [str] for key in _NO_PLACES},
        "afkortingen": by_province,
        "plaatsen": by_province,
        "wateren_en_streken": {"*": [str]},
        "provincies": {key: {"vormen": [str], "delen": [str]} for key in PROVINCIES},
    }
    path = Path(__file__).parent / "plaatsen.toml"
    data = read_facts(path, form)
    for water, where in data["wateren_en_streken"].items():
        if unknown := next((key for key in where if key not in PROVINCIES), None):
            raise facts_error(path, f"provincie '{unknown}' van '{water}' bestaat niet")
    return data


def compiled(name: str, forms: Iterable[str]) -> re.Pattern[str]:
    """Make one pattern of the regular expressions of a data file."""
    try:
        return re.compile("|".join(forms))
    except re.error as error:
        message = f"een reguliere expressie is niet te lezen: {error.pattern!s:.60}"
        raise facts_error(Path(__file__).parent / f"{name}.toml", message) from error
