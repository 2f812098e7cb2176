"""Read a reference through a slip that leaves its digits alone: `29 435, rn. 267`, `Kamerstuk 294 35, nr. 267`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.pieces import NR_WORD, NUMMER, G, H
from brief.text.later import compile_later

if TYPE_CHECKING:
    import re

# rn. 267 \u00b7 mr. 267 \u00b7 nt. 267 \u00b7 nrr. 267 \u00b7 n.r. 267 \u00b7 numer 267 \u00b7 nummres 267 en 268:
# two letters turned round,
# doubled, or the key beside the one that was meant
_SLIPS = r"(?:rns?|[bhjm]rs?|n[defgt45]s?|n{1,2}r{2,3}s?|nnrs?|nsr|n\.r\.?s?|nrs?\.\.|[nm][unmer]{3,6}s?)"
_WORD = compile_later(
    rf"{G}[,;]?{G}{_SLIPS}"
    rf"(?:\.|:|(?={H}[0-9])){G}(?={NUMMER}(?![\w]))"
)
# 294 35 \u00b7 2 9435 \u00b7 2 9 4 3 5 \u00b7 29,435 \u00b7 29'435 \u00b7 29. 435: five digits, and a space or a
# sign where none belongs
_DOSSIER_CUT = (
    rf"(?P<digits>[1-9](?:{H}?[0-9]){{4}}|[1-9][0-9](?:[,'\u2019\u00b7]{H}?|\.{H})[0-9]{{3}})(?![0-9])"
    rf"(?={G},?{G}(?:[Nn]rs?[. ]|[Nn]ummers?{H}))"
)
_DOSSIER = compile_later(_DOSSIER_CUT)
_DOSSIER_WITHIN = compile_later(rf"(?<![0-9]){_DOSSIER_CUT}")
# The same within the words of a reference; and a thousand with its point: nr. 1.375
_UNUSUAL = compile_later(
    rf"(?<![\w])(?!{NR_WORD}[.: ]){_SLIPS}(?:\.|:|(?={H}[0-9])){G}[1-9]|(?<![\w.])[1-9]\.[0-9]{{3}}$"
)
# 29 435 \u00b7 29435 \u00b7 29.435: as a dossier is written
_WELL_WRITTEN = compile_later(rf"[1-9][0-9](?:{H}{{0,3}}|[.\u2010\u2011-])[0-9]{{3}}")


def misspelt_word(text: str, pos: int) -> re.Match[str] | None:
    """Match what must be the word for a number, though it is misspelt; a number follows it."""
    return _WORD.match(text, pos)


def misspelt_dossier(text: str, pos: int) -> re.Match[str] | None:
    """Match the five digits of a dossier that are cut in the wrong place; the word for a number follows them."""
    return _DOSSIER.match(text, pos)


def is_unusual(words: str) -> bool:
    """Tell whether the words of a reference that was read hold a slip that leaves its digits alone."""
    dossier = _DOSSIER_WITHIN.search(words)
    if dossier and _WELL_WRITTEN.fullmatch(dossier["digits"]) is None:
        return True
    return _UNUSUAL.search(words) is not None
