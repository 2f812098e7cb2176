"""Understand the marker of a list item: `1.`, `2)`, `b.`, `iv.`."""

from __future__ import annotations

import re

from msgspec import Struct

_MARKER = re.compile(r"(?:(\d{1,9})|([a-z]+)|([A-Z]+))([.)])")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Marker(Struct, frozen=True):
    """A number format in Word's words (`decimal`, `lowerLetter` …), the text around the number, and its value.

    `%` in `text` stands for the number. A marker that is no number at all has the format `bullet` and itself as text.
    """

    form: str
    text: str
    value: int


def understand(marker: str, previous: Marker | None = None) -> Marker:
    """Read a marker; `previous` is that of the item before it in the same list.

    A single letter can be a roman number too: `i.` after `h.` is the letter, at the start of a list it is number one.
    """
    candidates = _candidates(marker)
    if previous is not None:
        for candidate in candidates:
            if (candidate.form, candidate.text, candidate.value) == (previous.form, previous.text, previous.value + 1):
                return candidate
    return candidates[0]


def _candidates(marker: str) -> tuple[Marker, ...]:
    found = _MARKER.fullmatch(marker)
    if found is None:
        return (Marker("bullet", marker, 1),)
    digits, lower, upper, end = found.groups()
    if digits is not None:
        return (Marker("decimal", f"%{end}", int(digits)),)
    prefix, letters = ("lower", lower) if lower is not None else ("upper", upper.lower())
    letter = Marker(f"{prefix}Letter", f"%{end}", _letter_value(letters))
    roman = Marker(f"{prefix}Roman", f"%{end}", _roman_value(letters))
    ordered = (roman, letter) if letters == "i" or len(letters) > 1 else (letter, roman)
    return tuple(c for c in ordered if c.value) or (Marker("bullet", marker, 1),)


def _letter_value(letters: str) -> int:
    """Give 1 for `a`, 27 for `aa` as Word counts, 0 for what is no such number."""
    if set(letters) != {letters[0]}:
        return 0
    return (len(letters) - 1) * 26 + ord(letters[0]) - ord("a") + 1


def _roman_value(letters: str) -> int:
    if _ROMAN.fullmatch(letters) is None:
        return 0
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
