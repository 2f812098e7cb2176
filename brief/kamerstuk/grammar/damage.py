"""Find what a scan damaged, `26 2O5, nr. 3`, and numbers in words: which digits are meant is not guessed but asked."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import NUMBER_WORD
from brief.kamerstuk.grammar.pieces import SPACE
from brief.text.later import compile_later
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BEFORE = 24
_FEWEST_DIGITS = 2
_LIKE = "0-9lIOoSB"
# ２９ ４３５: digits of another script. 29 @435, · 2=9 435, · 29]435: a sign that does not belong there
_ODD = r"[^\w\n.,;:/\u20ac%()-]"
# 26 2O5, · 2l 137 · 24 4OO VI,: five signs in the form of a dossier, before the word for a number
_DAMAGED = compile_later(
    rf"(?<![\w.,-])(?P<dossier>\d(?:{SPACE}?\d){{4}}|[1-9][0-9]-[0-9]{{3}}|[{_LIKE}]{{2}}(?:{SPACE}|\.)?[{_LIKE}]{{3}}|[1-9][0-9]\.{SPACE}[0-9]{{3}}|[0-9](?:{_ODD}{{0,2}}[0-9]){{4}})(?:(?:{SPACE}|-)[IVX1l]{{1,6}}|(?:{SPACE}|-)[A-Z])?,?{SPACE}{{0,3}}$"
)
# Kamerstuk negenentwintig vierhonderdvijfendertig · dossier zesendertigduizend vijfhonderdtwaalf
_SPELLED = compile_later(
    r"(?<![\w])(?:[A-Za-z]{0,10}stuk(?:ken)?|[A-Za-z]{0,10}dossier|[Ww]etsvoorstel|[Nn]ummer)[ \u00a0]{1,2}"
    r"(?:nummer[ \u00a0])?"
    r"[a-z\u00eb]{0,16}(?:twintig|dertig|veertig)(?:duizend)?[ \u00a0-]?[a-z]{0,6}$"
)
_SPELLED_REST = compile_later(r"honderd[a-z\u00eb]{0,30}")
_SPELLED_BEFORE = 70
_NUMBER = compile_later(r"[0-9lIOoSB]{1,5}(?:[-\u2013][0-9lIOoSB]{1,5})?")


def damaged(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the stretches (begin, end) where a dossier holds letters that look like digits; not within `taken`."""
    for found in occurrences(text, "nr"):
        is_read = overlaps(taken, found, found + 1)
        match = None if is_read else _DAMAGED.search(text, max(0, found - _BEFORE), found)
        if match and _is_damaged(match["dossier"]) and not overlaps(taken, match.start("dossier"), found):
            word = NUMBER_WORD.match(text, found)
            number = _NUMBER.match(text, word.end()) if word else None
            yield match.start("dossier"), number.end() if number else found


def spelled(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches (begin, end) where the number of a paper is written in words."""
    for found in occurrences(text, "honderd"):
        match = _SPELLED.search(text, max(0, found - _SPELLED_BEFORE), found)
        rest = _SPELLED_REST.match(text, found)
        if match and rest:
            yield match.start(), rest.end()


def _is_damaged(dossier: str) -> bool:
    if any(each.isdecimal() and not each.isascii() for each in dossier):
        return True
    digits = sum(map(str.isdecimal, dossier))
    if digits == len("29435") and all(each.isdecimal() or each.isspace() for each in dossier):
        # 294 35: a space where none belongs
        return [len(part) for part in dossier.split()] not in ([5], [2, 3], [1, 4])
    is_odd = any(not each.isalnum() and not each.isspace() and each != "." for each in dossier) or dossier[2:4] == ". "
    return is_odd or _FEWEST_DIGITS <= digits < len("".join(filter(str.isalnum, dossier)))


def overlaps(taken: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Tell whether a stretch shares a place with one of `taken`, which is in the order of places."""
    index = bisect_left(taken, (end,)) - 1
    return index >= 0 and begin < taken[index][1]
