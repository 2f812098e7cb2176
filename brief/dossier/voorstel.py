"""Propose provinces, NOVEX-gebieden and themes for an afspraak, with the words that led to it.

A proposal is never a fact: a person confirms it. Unsure means none. "Utrecht" and "Groningen" are cities as well as
provinces, so in running text they count only after "provincie", or in a row with another province.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, Voorstel

_CITIES = {"utrecht", "groningen"}
_BROAD_NAMES = {"brabant"}
_AMBIGUOUS_AREAS = {"groningen", "schiphol"}
"""Areas whose bare name is a city, a province or an airport; they count only after "NOVEX-gebied" or as an alias."""
_SURE = 2
"""Points a theme needs: one telling word in the title or the first line, or two in the text."""
_MOST_THEMES = 3

_PARTS_OF_PROVINCES = re.compile(
    r"\b(?:Zuid|Noord|Midden|West|Oost|Zuidoost)-(?:Limburg|Drenthe|Groningen|Overijssel)\b|NOVEX-gebied Groningen"
)

Found = dict[str, list[str]]


def voorstel(titel: str, tekst: str, landsdeel: str | None = None) -> Voorstel:
    """Propose where an afspraak belongs, from the title of its agendapunt and its plain text.

    `landsdeel` is a key of `LANDSDELEN`: it decides nothing but the order, its own provinces first.
    """
    gebieden = _areas(titel, tekst)
    provincies = _provinces(titel, tekst, landsdeel)
    if not provincies:
        provincies = _provinces_of(gebieden, landsdeel)
    themas = _themes(titel, tekst)
    reasons = [f"{key}: {', '.join(words)}" for found in (themas, provincies, gebieden) for key, words in found.items()]
    return Voorstel(tuple(themas), tuple(provincies), tuple(gebieden), "; ".join(reasons))


def _quoted(words: list[str], where: str) -> list[str]:
    return [f"'{word}' in {where}" for word in dict.fromkeys(words)]


def _areas(titel: str, tekst: str) -> Found:
    found: Found = {}
    for key, gebied in GEBIEDEN.items():
        for where, text in (("de titel", titel), ("de tekst", tekst)):
            names = [gebied.naam, *gebied.anders]
            if key in _AMBIGUOUS_AREAS:
                names = [name for name in names if name != gebied.naam]
                names.append(f"NOVEX-gebied {gebied.naam}")
            words = [match[0] for name in names for match in _name(name).finditer(text)]
            words = [word for word in words if not _part_of_longer(word, text, key)]
            if words:
                found[key] = _quoted(words, where)
                break
    return found


def _part_of_longer(word: str, text: str, key: str) -> bool:
    """Tell whether a name stands only within the longer name of another area: Groningen in Groningen-Assen."""
    longer = [g.naam for other, g in GEBIEDEN.items() if other != key and word in g.naam and word != g.naam]
    left = text
    for name in longer:
        left = left.replace(name, "")
    return word not in left


def _provinces(titel: str, tekst: str, landsdeel: str | None) -> Found:
    found: Found = {}
    own = LANDSDELEN[landsdeel].provincies if landsdeel in LANDSDELEN else ()
    order = [*own, *(key for key in PROVINCIES if key not in own)]
    for where, text in (("de titel", titel), ("de tekst", tekst)):
        clean = _without_areas(text)
        sure = {key: words for key in order if (words := _province_words(key, clean, in_title=where == "de titel"))}
        for key in _CITIES - sure.keys():
            row = _in_row(key, clean, sure)
            if row:
                sure[key] = [row]
        for key in order:
            if key in sure and key not in found:
                found[key] = _quoted(sure[key], where)
    return {key: found[key] for key in order if key in found}


def _province_words(key: str, text: str, *, in_title: bool) -> list[str]:
    provincie = PROVINCIES[key]
    names = [name for name in (provincie.naam, *provincie.anders) if name.lower() not in _BROAD_NAMES]
    words = [match[0] for name in names for match in _after_provincie(name).finditer(text)]
    if key in _CITIES:
        if in_title and re.fullmatch(rf"(?:provincie )?{provincie.naam}(?:[,:].*)?", text.strip()):
            words.append(provincie.naam)
        return words
    return words + [match[0] for name in names for match in _name(name).finditer(text)]


def _in_row(key: str, text: str, sure: Found) -> str:
    """Find a city's name in one list with provinces that are certain: `Fryslân, Groningen en Drenthe`."""
    name = PROVINCIES[key].naam
    others = "|".join(re.escape(PROVINCIES[other].naam) for other in sure) or "(?!)"
    joint = r"(?:,| en| of|, en)\s+"
    found = re.search(rf"(?<!\w)(?:(?:{others}){joint}{name}|{name}{joint}(?:{others}))(?!\w)", text)
    return found[0] if found else ""


def _without_areas(text: str) -> str:
    """Take out the names of areas and parts of the country that hold the name of a province."""
    for gebied in GEBIEDEN.values():
        if gebied.naam in {"Groningen"}:
            continue
        text = _name(gebied.naam).sub(" ", text)
    return re.sub(
        r"\b(?:Zuid|Noord|Midden|West|Oost)-(?:Limburg|Drenthe|Groningen|Overijssel)\b|NOVEX-gebied Groningen",
        " ",
        text,
    )


def _provinces_of(gebieden: Found, landsdeel: str | None) -> Found:
    """Propose the provinces of the areas, as far as they lie in the landsdeel."""
    own = LANDSDELEN[landsdeel].provincies if landsdeel in LANDSDELEN else tuple(PROVINCIES)
    found: Found = {}
    for key in gebieden:
        for provincie in GEBIEDEN[key].provincies:
            if provincie in own and not GEBIEDEN[key].onzeker:
                found.setdefault(provincie, [f"ligt in {GEBIEDEN[key].naam}"])
    return found


@cache
def _name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w|-\w)")


@cache
def _after_provincie(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[Pp]rovincies? {re.escape(name)}(?!\w|-\w)")


@cache
def _lexicon() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads((Path(__file__).parent / "lexicon.toml").read_text("utf-8"))
    return {key: re.compile(_stems(entry), re.IGNORECASE) for key, entry in data.items()}


def _stems(entry: dict[str, list[str]]) -> str:
    """Make one pattern of the words of a theme: whole words, beginnings of words, and parts of compounds."""
    whole = [rf"\b{word}\b" for word in entry.get("woorden", [])]
    begins = [rf"\b{stem}\w*" for stem in entry.get("begin", [])]
    inside = [rf"\b\w*{stem}\w*" for stem in entry.get("stam", [])]
    return "|".join(whole + begins + inside)


def _themes(titel: str, tekst: str) -> Found:
    first = re.split(r"(?<=[.:;])\s", tekst, maxsplit=1)[0]
    scores: dict[str, tuple[int, list[str]]] = {}
    for key, pattern in _lexicon().items():
        in_title = [match[0] for match in pattern.finditer(titel)]
        in_text = [match[0] for match in pattern.finditer(tekst)]
        lead = 1 if pattern.search(first) else 0
        score = 2 * bool(in_title) + min(len({word.lower() for word in in_text}), 3) + lead
        if score >= _SURE and (in_text or in_title):
            words = _quoted(in_title[:1], "de titel") + _quoted(in_text[:3], "de tekst")
            scores[key] = (score, words)
    best = sorted(scores, key=lambda key: (-scores[key][0], list(scores).index(key)))[:_MOST_THEMES]
    return {key: scores[key][1] for key in best}
