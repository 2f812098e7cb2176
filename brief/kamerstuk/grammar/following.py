"""Tell a further ondernummer (`nrs. 520 en 548`, `C en D`) from a number or letter that goes on with the sentence."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk.grammar.patterns import COUNTED, LOWER_WORD, NOT_COUNTED, PLAIN_END, YEAR_HERE
from brief.kamerstuk.grammar.pieces import DASHES, DOSSIER_DIGITS, SPACE
from brief.kamerstuk.grammar.words import OTHER_AFTER, SAME_DOSSIER
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.numbers import Number

PLACEHOLDERS = frozenset({"XX", "XXX", "PM", "NN"})
# In "nr. 267, 268 en 269 zijn besproken" the numbers lie this close; else what follows must not be counted
NEAR = 20
DIGITS = re.compile("[0-9]+")
# nummer 18 en 21 van wetsvoorstel 36 350
_OF_DOSSIER = compile_later(
    rf"{SPACE}(?:van|uit|in|bij|op|onder){SPACE}(?:(?:het|dat|dit){SPACE})?"
    rf"(?:[Kk]amerst|[Dd]ossier|[Ww]etsvoorstel|{DOSSIER_DIGITS}(?![0-9]))"
)
LONGEST_RANGE = 60
_LONGEST_LETTERS = 26
BRACKET_BACK = 200
_KAMERS = frozenset({"TK", "EK", "VV"})


def value_of(digits: str) -> int:
    """Give what digits say, a thousand written with its point too: 1375 for `1.375`."""
    return int(digits if digits.isdecimal() else "".join(filter(str.isdecimal, digits)))


def letters_between(first: str, last: str) -> list[str] | None:
    """Give the letters between the two of a range, of `A t/m D` B and C, of `BY t/m CB` BZ and CA.

    None when the two make no range.
    """
    if not (first + last).isalpha() or not (first + last).isupper():
        return None
    begin, end = _rank(first), _rank(last)
    if not begin < end <= begin + _LONGEST_LETTERS:
        return None
    return [_letters(rank) for rank in range(begin + 1, end)]


def _rank(letters: str) -> int:
    """Give the place of an EK letter in its row: A is 1, Z 26, AA 27."""
    rank = 0
    for letter in letters:
        rank = rank * len(ascii_uppercase) + ord(letter) - ord("A") + 1
    return rank


def _letters(rank: int) -> str:
    letters = ""
    while rank:
        rank, rest = divmod(rank - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


class Following(Struct, frozen=True):
    """What may be a further number: the number before it, what joins the two, and the match of itself in the text.

    `is_plural` tells that more than one number was announced, by `nrs.` or by the numbers before.
    """

    text: str
    last: Number
    link: re.Match[str]
    match: re.Match[str]
    is_plural: bool

    @property
    def goes_on(self) -> bool:
        """Tell whether it is a further number."""
        if self.match["letter"] in PLACEHOLDERS or self._names_kamer:
            return False
        if self.link["word"]:
            end = self.match.end()
            return OTHER_AFTER.match(self.text, end) is None or SAME_DOSSIER.match(self.text, end) is not None
        return self._letter_goes_on if self.match["letter"] is not None else self._digits_go_on

    @property
    def is_range(self) -> bool:
        """Tell whether a range stands between the two: `1-3`, `1 t/m 3`, `1 tot en met 3`."""
        written = self.link["link"].strip()
        if "\n" in self.text[self.last.end : self.link.start("link")]:
            # a dash that begins a line marks the next point of a list
            return False
        return written.lower().startswith(("t/m", "tot", "t.", "tem", "tm")) or written in DASHES

    @property
    def _names_kamer(self) -> bool:
        """Tell `EK 36 600 B, C en EK 34 568, J`: the letters name a Kamer, a dossier follows."""
        end = self.match.end()
        return self.match["letter"] in _KAMERS and self.text[end + 1 : end + 2].isdecimal()

    @property
    def _joins(self) -> bool:
        """Tell whether the words between the two join them: `en`, `&`, `/`, a range; a comma alone does not."""
        words = self.link["link"]
        return words.strip(", ")[:1].isalpha() or words.strip() in {"&", "/", "+"} or self.is_range

    @property
    def _is_new_part(self) -> bool:
        return self.link["link"][0] == ";"

    @property
    def _is_slash(self) -> bool:
        return self.link["link"] == "/"

    @property
    def _is_mark(self) -> bool:
        """Tell `nr. 252 en 3) de reistabel`: the mark of a next point, for no bracket was opened."""
        begin, end = self.match.start(), self.match.end()
        floor = max(0, begin - BRACKET_BACK)
        is_closed = self.text[end : end + 2] == ") " and self.text[end + 2 : end + 3].isalpha()
        return is_closed and self.text.count("(", floor, begin) <= self.text.count(")", floor, begin)

    @property
    def _ends(self) -> bool:
        """Tell whether the sentence or the note ends behind it."""
        return PLAIN_END.match(self.text, self.match.end()) is not None

    @property
    def _letter_goes_on(self) -> bool:
        if not self.last.nummer.isalpha() or self._is_new_part:
            return False
        if self.is_range:
            return letters_between(self.last.nummer, self.match["letter"]) is not None
        return self._joins or self.is_plural or (self._ends and len(self.match["letter"]) == len(self.last.nummer))

    @property
    def _digits_go_on(self) -> bool:
        after_letter_or_page = self.last.nummer.isalpha() or self.last.pagina
        if after_letter_or_page or self._is_new_part or self._is_mark or YEAR_HERE.match(self.text, self.match.start()):
            return False
        return self._step_fits and not COUNTED.match(self.text, self.match.end()) and self._sentence_allows

    @property
    def value(self) -> int:
        """Give the number that its digits say: of `1180-82` the last is 1182."""
        digits = self.match["digits"]
        before = DIGITS.findall(self.last.nummer)[0] if self.is_range else ""
        ends = before[-len(digits) :]
        is_short = len(before) > len(digits) > 1 and digits.isdecimal() and ends[0] == digits[0] and ends < digits
        return int(before[: -len(digits)] + digits) if is_short else value_of(digits)

    @property
    def _step(self) -> int:
        """Give how much higher it is than the number before it."""
        return self.value - int(DIGITS.findall(self.last.nummer)[0])

    @property
    def _step_fits(self) -> bool:
        """Tell whether the two can stand so: a range goes up and is not long, a slash joins whole numbers."""
        if (self.is_range or self._is_slash) and not 0 < self._step <= LONGEST_RANGE:
            return False
        return not self._is_slash or self.last.nummer.isdecimal()

    @property
    def _sentence_allows(self) -> bool:
        """Tell whether the words behind it leave it a number: `3 moties` counts moties."""
        if NOT_COUNTED.match(self.text, self.match.end()):
            return self.is_plural or (self._joins and self._step > 0)
        if LOWER_WORD.match(self.text, self.match.end()):
            is_of_dossier = self._step > 0 and _OF_DOSSIER.match(self.text, self.match.end()) is not None
            return self._joins and (self.is_plural or self._is_slash or is_of_dossier)
        # "nr. 141, 142." is a list when the numbers lie close and nothing follows
        return self._joins or self.is_plural or (0 < self._step <= NEAR and self._ends)
