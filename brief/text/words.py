"""The differences between two texts word by word, as data without mark-up.

What a reader takes in at once is one word here: a number with its unit, a date, an amount, the number of a paper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from brief.text.aligning import opcodes
from brief.text.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

Op = Literal["=", "-", "+"]
Difference = tuple[Op, str]
"""A stretch that stayed (`=`), is gone (`-`) or was added (`+`)."""
Stretch = tuple[bool, int, int, int, int]
"""Whether it stayed, and where it stands: `old[a:b]`, `new[c:d]`."""

_UNITS = (
    r"%|‰|°C|(?:miljoen|miljard|duizend|mln|mld)\b\.?(?:[ \u00a0]euro\b)?|euro\b"
    r"|[kcm]?m\^[23]\^(?:/\w+)?|[kcm]?m[²³](?:/\w+)?"
    r"|(?:[kcm]?m|ha|hectare|kg|ton|[kMGT]Wh?|TJ|PJ|mol|dB|jaar|dagen|weken|maanden|woningen)\b(?:/\w+)?"
)
_GAP = r"[ \u00a0\u202f]"
_TOKEN = re.compile(
    rf"\d{{1,2}}{_GAP}(?:{'|'.join(MONTHS)})\b(?:{_GAP}\d{{4}}\b)?"  # 9 september 2026
    rf"|\d{{2}}{_GAP}?\d{{3}}(?:-[A-Z0-9]+)?,{_GAP}nrs?\.{_GAP}?\d+"  # 29 435, nr. 267
    rf"|€{_GAP}?\d+(?:[.,]\d+)*(?:,-)?(?:{_GAP}(?:miljoen|miljard|duizend|mln|mld)\b\.?)?"  # € 2,5 miljoen
    rf"|\d+(?:[.,]\d+)*{_GAP}?(?:{_UNITS})"  # 3,5 km
    r"|\w+(?:[-–./,:'’^~_]+\w+)*\^?~?"  # a word with what holds it together: Zuid-Holland, 2,5, https://a.nl/b
    r"|\s+|[^\w\s]"
)


def tokens(text: str) -> list[str]:
    """Cut a text into words, white space and signs; joined they are the text, to the character."""
    return _TOKEN.findall(text)


def stretches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Stretch]:
    """Give what stayed and what did not between two lists, in order and without gaps."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    found: list[Stretch] = [(True, 0, head, 0, head)] if head else []
    if left or right:
        changed = opcodes(left, right)
        found += [(stayed, a + head, b + head, c + head, d + head) for stayed, a, b, c, d in changed]
    if tail:
        found.append((True, len(old) - tail, len(old), len(new) - tail, len(new)))
    return found


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """Give the stretches that stayed, went and came, in order.

    The `=` and `-` stretches joined are `old`, the `=` and `+` stretches joined are `new`, to the character. A stretch
    that went stands before the one that came in its place; no two neighbours are of the same kind.
    """
    left, right = tokens(old), tokens(new)
    found: list[Difference] = []
    for stayed, a, b, c, d in stretches(left, right):
        gone, came = "".join(left[a:b]), "".join(right[c:d])
        found += [("=", gone)] if stayed else [("-", gone), ("+", came)]
    return _by_lines(_merged(_without_islands(found)))


def _by_lines(found: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Let whole lines that went or came begin with their own dash, not end with that of the line behind them."""
    result = list(found)
    for n in range(1, len(result) - 1):
        (before, stayed), (op, text), (after, behind) = result[n - 1 : n + 2]
        lines, _, lead = text.rpartition("\n")
        rest = stayed.removesuffix(lead)
        if (
            before == after == "="
            and lines
            and lead
            and rest != stayed
            and (rest.endswith("\n") or (n == 1 and not rest))
        ):
            result[n - 1 : n + 2] = [("=", rest), (op, f"{lead}{lines}\n"), ("=", f"{lead}{behind}")]
    return tuple(each for each in result if each[1])


def _common(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    pairs = zip(left, right, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(left), len(right)))


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
