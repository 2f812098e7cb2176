"""Write a number in the forms Word knows (ECMA-376 part 1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHICAGO = "*†‡§"


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
        case "none" | "bullet":
            return ""
        case "chicago":
            return _CHICAGO[(value - 1) % 4] * min((value - 1) // 4 + 1, 20) if value > 0 else str(value)
        case "decimalEnclosedCircle" if 1 <= value <= 20:
            return chr(0x2460 + value - 1)
        case _:
            return str(value)
    return text.upper() if form.startswith("upper") else text


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
