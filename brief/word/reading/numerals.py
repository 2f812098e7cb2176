"""Write a number in the forms Word knows (ECMA-376 part 1, 17.18.59, ST_NumberFormat), words in Dutch."""

from __future__ import annotations

import re

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHICAGO = "*†‡§"
# `001, 002, 003, ...`: the example with which Word keeps digits of a fixed width
_PADDED = re.compile(r"^\s*(0+[01])\s*(?:,.*)?$", re.DOTALL)
_ENCLOSED = {"decimalEnclosedCircle": 0x2460, "decimalEnclosedParen": 0x2474, "decimalEnclosedFullstop": 0x2488}
_KNOWN = frozenset({
    "decimal", "decimalZero", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter", "ordinal", "cardinalText",
    "ordinalText", "none", "bullet", "chicago", "hex", "numberInDash", "decimalHalfWidth", *_ENCLOSED,
})  # fmt: skip
_UNITS = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_IRREGULAR = {"een": "eerste", "drie": "derde"}


def is_known(form: str) -> bool:
    """Tell whether a form is written as Word writes it."""
    return form in _KNOWN or bool(_PADDED.match(form))


def numeral(value: int, form: str) -> str:
    """Write `value` in `form` (`lowerRoman`, `upperLetter`, …); a form that is not known is written in digits."""
    match form:
        case "lowerRoman" | "upperRoman":
            text = _roman(value)
        case "lowerLetter" | "upperLetter":
            text = _letters(value)
        case "decimalZero":
            return f"{value:02d}"
        case "ordinal":
            return f"{value}e"
        case "cardinalText" | "ordinalText":
            return _in_words(value, ordinal=form == "ordinalText")
        case "none" | "bullet":
            return ""
        case "chicago":
            return _CHICAGO[(value - 1) % 4] * min((value - 1) // 4 + 1, 20) if value > 0 else str(value)
        case _:
            return _marked(value, form)
    return text.upper() if form.startswith("upper") else text


def _marked(value: int, form: str) -> str:
    """Write digits with something around or before them."""
    if form in _ENCLOSED and 1 <= value <= 20:
        return chr(_ENCLOSED[form] + value - 1)
    if form == "hex":
        return f"{value:X}"
    if form == "numberInDash":
        return f"- {value} -"
    padded = _PADDED.match(form)
    return f"{value:0{min(len(padded[1]), 20)}d}" if padded else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 5000:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        text += letters * count
    return text


def _letters(value: int) -> str:
    """Write a, b, … z, aa, bb, … as Word does: the letter is repeated, not carried."""
    if value <= 0:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 20)


def _in_words(value: int, *, ordinal: bool) -> str:
    """Write a number up to 999 in Dutch words, with a capital: Een, Eerste, Tweeëntwintigste."""
    if not 0 < value < 1000:
        return str(value)
    hundreds, rest = divmod(value, 100)
    text = ("" if hundreds < 2 else _UNITS[hundreds]) + "honderd" if hundreds else ""
    last = _below_hundred(rest) if rest else ""
    if ordinal and last:
        short = last in _UNITS[:20] and last not in {"acht", "een"}
        last = _IRREGULAR.get(last) or last + ("de" if short else "ste")
    elif ordinal:
        last = "ste"
    return (text + last).capitalize()


def _below_hundred(value: int) -> str:
    if value < 20:
        return _UNITS[value]
    tens, unit = divmod(value, 10)
    if not unit:
        return _TENS[tens]
    return _UNITS[unit] + ("ën" if _UNITS[unit].endswith("e") else "en") + _TENS[tens]
