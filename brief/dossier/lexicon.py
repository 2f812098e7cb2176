"""The words of `lexicon.toml`: which of them stand in a text, and for which theme they speak."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from brief.diagnostics.facts import read_facts
from brief.domain import THEMAS

SURE = 2.0
"""Weight of a word that tells its theme by itself."""
SUPPORT = 1.0
"""Weight of a word that only supports what another word says."""
LEAD = 4.0
"""Weight of a word that names the subject, whatever else the text weighs: a verstedelijkingsstrategie."""

_WORD = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*")
_WEIGHTS = {"leidt": LEAD, "zeker": SURE, "steun": SUPPORT}


class Treffer(Struct, frozen=True):
    """A word of the text that speaks for a theme; `begin` is its place in characters."""

    thema: str
    woord: str
    gewicht: float
    begin: int


class _Entry(Struct, frozen=True):
    """One theme's entry: a row of words, or one word of which any part may be open."""

    thema: str
    form: re.Pattern[str]
    kern: str
    gewicht: float


class _Lexicon(Struct, frozen=True):
    words: tuple[_Entry, ...]
    rows: tuple[_Entry, ...]
    sayings: re.Pattern[str]


def treffers(tekst: str) -> list[Treffer]:
    """Give the words and rows of words in a plain text that speak for a theme, in the order of the text.

    A word speaks once for each theme, with its heaviest entry: `drinkwatervoorziening` is about water once.
    """
    lexicon = _lexicon()
    left = lexicon.sayings.sub(lambda match: " " * len(match[0]), tekst)
    lowered = left.lower()
    found = [
        Treffer(entry.thema, match[0], entry.gewicht, match.start())
        for entry in lexicon.rows
        if entry.kern in lowered
        for match in entry.form.finditer(left)
    ]
    inside = {(row.thema, place) for row in found for place in range(row.begin, row.begin + len(row.woord))}
    for match in _WORD.finditer(left):
        for thema, weight in _weights(match[0].lower()):
            if (thema, match.start()) not in inside:
                found.append(Treffer(thema, match[0], weight, match.start()))
    return sorted(found, key=lambda each: each.begin)


@lru_cache(maxsize=50_000)
def _weights(word: str) -> tuple[tuple[str, float], ...]:
    """Tell for which themes one word in lower case speaks; an entry of weight 0 silences its theme."""
    weights: dict[str, list[float]] = {}
    for entry in _lexicon().words:
        if entry.kern in word and entry.form.fullmatch(word):
            weights.setdefault(entry.thema, []).append(entry.gewicht)
    return tuple((thema, max(found)) for thema, found in weights.items() if min(found) > 0)


@cache
def _lexicon() -> _Lexicon:
    kinds = {f"?{kind}": [str] for kind in (*_WEIGHTS, "niet")}
    form = {"geen_thema": {"uitdrukkingen": [str]}, **{f"?{thema}": kinds for thema in THEMAS}}
    data = read_facts(Path(__file__).parent / "lexicon.toml", form)
    sayings = "|".join(_form(saying) for saying in data.pop("geen_thema")["uitdrukkingen"])
    entries = [
        _entry(thema, written, _WEIGHTS.get(kind, 0.0))
        for thema, kinds in data.items()
        for kind, written_entries in kinds.items()
        for written in written_entries
    ]
    words = tuple(entry for entry in entries if " " not in entry.form.pattern)
    rows = tuple(entry for entry in entries if " " in entry.form.pattern)
    return _Lexicon(words, rows, re.compile(rf"(?<![\w-])(?:{sayings})(?![\w-])", re.IGNORECASE))


def _entry(thema: str, written: str, weight: float) -> _Entry:
    """Compile an entry; `kern` is its longest fixed part, by which most words are passed over fast."""
    kern = max(re.split(r"[*#]", written), key=len).strip()
    form = _form(written)
    bounded = rf"(?<![\w-]){form}(?!\w)" if " " in written else form
    return _Entry(thema, re.compile(bounded, re.IGNORECASE), kern, weight)


def _form(written: str) -> str:
    return re.escape(written).replace(r"\*", r"[\w/'’-]*").replace(r"\#", r"\d+").replace(r"\ ", " ")
