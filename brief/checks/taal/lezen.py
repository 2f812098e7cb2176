"""Measure how hard a text is to read: sentences, syllables, passives, abbreviations, and words with a plainer one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brief.diagnostics.facts import read_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LANG = 25
"""Words in a sentence from which it is called long (Direct Duidelijk: at most 15 on average, seldom over 25)."""

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ‘“'\"])")
_NO_END = re.compile(r"\b(?:jl|nr|nrs|o\.a|bijv|d\.w\.z|m\.b\.t|dhr|mw|art|blz|p|ca|resp)\.$", re.IGNORECASE)
_VOWELS = re.compile(r"(?:aa|ee|ie|oo|uu|eu|oe|ui|ei|ij|au|ou|[aeiouyáéíóúàèëïöü])", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|er)\w{3,}(?:d|t)|\w+ge\w{2,}(?:d|t|en))\b", re.IGNORECASE
)
_SHORT = re.compile(r"\b(?!IJ[a-z])(?:[A-Z]{2,}(?:’s)?|[A-Z][a-z]{0,2}[A-Z]\w*)\b")


class Zin(Struct, frozen=True):
    """A sentence that is hard to read, and why: its number of words, or how often it is passive."""

    tekst: str
    aantal: int


class Sectie(Struct, frozen=True):
    """A part of the letter under one heading: its words and sentences."""

    kop: str
    woorden: int
    zinnen: int


class Leesbaarheid(Struct, frozen=True):
    """What there is to say of a text. `score` is the Flesch-Douma measure, 0 (hard) to 100 (easy)."""

    secties: tuple[Sectie, ...]
    score: float
    lange_zinnen: tuple[Zin, ...]
    lijdend: tuple[Zin, ...]
    afkortingen: tuple[str, ...]
    jargon: tuple[tuple[str, int, str], ...]

    @property
    def woorden(self) -> int:
        """Give the number of words."""
        return sum(each.woorden for each in self.secties)

    @property
    def zinnen(self) -> int:
        """Give the number of sentences."""
        return sum(each.zinnen for each in self.secties)


@cache
def _words() -> dict[str, Any]:
    form = {"jargon": {"*": str}, "bekend": {"afkortingen": [str]}}
    return read_facts(Path(__file__).parent / "woorden.toml", form)


def sentences(text: str) -> list[str]:
    """Divide a text into sentences; an abbreviation with a point ends none."""
    found: list[str] = []
    for part in _END.split(text.strip()):
        if found and _NO_END.search(found[-1]):
            found[-1] += f" {part}"
        elif part.strip():
            found.append(part.strip())
    return found


def syllables(word: str) -> int:
    """Count the syllables of a Dutch word by its groups of vowels."""
    return max(1, len(_VOWELS.findall(word)))


def flesch_douma(text: str, count: int) -> float:
    """Give the Flesch-Douma measure of a Dutch text of `count` sentences (Douma 1960): 206.84 − 0.77 s − 0.93 w."""
    words = _WORD.findall(text)
    if not words or not count:
        return 100.0
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    return round(206.84 - 0.77 * per_hundred - 0.93 * len(words) / count, 1)


def read(sections: Sequence[tuple[str, Sequence[str]]]) -> Leesbaarheid:
    """Read a text in sections, each a heading and its paragraphs."""
    every = [sentence for _, paragraphs in sections for each in paragraphs for sentence in sentences(each)]
    whole = "\n".join(each for _, paragraphs in sections for each in paragraphs)
    counted = tuple(
        Sectie(head, sum(len(_WORD.findall(each)) for each in own), sum(len(sentences(each)) for each in own))
        for head, own in sections
    )
    return Leesbaarheid(
        counted,
        flesch_douma(whole, len(every)),
        tuple(Zin(each, count) for each in every if (count := len(_WORD.findall(each))) > LANG),
        tuple(_passive(every)),
        tuple(_unexplained(whole)),
        tuple(_jargon(whole)),
    )


def _passive(every: Iterable[str]) -> list[Zin]:
    """Give the sentences that are passive twice or more."""
    found = []
    for each in every:
        count = len(_PASSIVE.findall(each)) if _PARTICIPLE.search(each) else 0
        if count > 1:
            found.append(Zin(each, count))
    return found


def _unexplained(text: str) -> list[str]:
    """Give the abbreviations that are not explained where they come first: `Infrastructuur en Waterstaat (IenW)`."""
    known = set(_words()["bekend"]["afkortingen"])
    first: dict[str, bool] = {}
    for match in _SHORT.finditer(text):
        short = match[0].removesuffix("’s")
        before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
        if short not in first:
            first[short] = before.endswith("(") or after.startswith("(")
    return [short for short, is_explained in first.items() if not is_explained and short not in known]


def _jargon(text: str) -> list[tuple[str, int, str]]:
    """Give the words for which there is a plainer one, how often, and that one."""
    found = []
    for word, plainer in _words()["jargon"].items():
        count = len(re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))
        if count:
            found.append((word, count, plainer))
    return sorted(found, key=lambda each: -each[1])
