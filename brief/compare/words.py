"""The differences between two texts word by word, as data without mark-up."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

Op = Literal["=", "-", "+"]
Difference = tuple[Op, str]
"""A stretch that stayed (`=`), is gone (`-`) or was added (`+`)."""

# A word with what holds it together (Zuid-Holland, 2,5, m^3^/s, https://a.nl/b), white space, or one sign.
_TOKEN = re.compile(r"\w+(?:[-–./,:'’^~_]+\w+)*\^?~?|\s+|[^\w\s]")


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """Give the stretches that stayed, went and came, in order.

    The `=` and `-` stretches joined are `old`, the `=` and `+` stretches joined are `new`, to the character. A stretch
    that went stands before the one that came in its place; no two neighbours are of the same kind.
    """
    left, right = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    found: list[Difference] = [("=", "".join(left[:head]))]
    found += _middle(left[head : len(left) - tail], right[head : len(right) - tail])
    found.append(("=", "".join(left[len(left) - tail :])))
    return _merged(_without_islands(found))


def _common(left: list[str], right: list[str]) -> int:
    pairs = zip(left, right, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(left), len(right)))


def _middle(left: list[str], right: list[str]) -> list[Difference]:
    found: list[Difference] = []
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        gone, came = "".join(left[a:b]), "".join(right[c:d])
        found += [("=", gone)] if kind == "equal" else [("-", gone), ("+", came)]
    return found


def _without_islands(found: list[Difference]) -> list[Difference]:
    """Take a lone space or sign between two changes into both: `[stemmen in]`, not `[stemmen] [in]`."""
    result: list[Difference] = []
    for index, (op, text) in enumerate(found):
        inside = 0 < index < len(found) - 1
        if op == "=" and inside and not re.search(r"\w", text):
            result += [("-", text), ("+", text)]
        else:
            result.append((op, text))
    return result


def _merged(found: list[Difference]) -> tuple[Difference, ...]:
    """Join neighbours: all that went between two stretches that stayed, then all that came."""
    result: list[Difference] = []
    gone = came = ""
    closed: list[Difference] = [*found, ("=", "")]
    for op, text in closed:
        if op == "-":
            gone += text
        elif op == "+":
            came += text
        elif text or (gone or came):
            _append(result, "=" if gone == came else "-", gone)
            _append(result, "+", came if gone != came else "")
            _append(result, "=", text)
            gone = came = ""
    return tuple(result)


def _append(result: list[Difference], op: Op, text: str) -> None:
    if text and result and result[-1][0] == op:
        text = result.pop()[1] + text
    if text:
        result.append((op, text))
