"""Findings as text for a terminal.

    fout[BR012]: onbekende status 'vastgesteldd'
      --> input/2026/afspraken/noordwest.yaml:9:13
       |
     9 |     status: vastgesteldd
       |             ^^^^^^^^^^^^ kies uit: voorgesteld, vastgesteld, …
       = hint: bedoelde u 'vastgesteld'?  Meer: brief uitleg BR012

What a user wrote is shown as it is: never as mark-up or as a command to the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from brief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.diagnostics import Diagnostic, Place

_COLOURS = {Severity.FOUT: "1;31", Severity.WAARSCHUWING: "1;33", Severity.INFO: "1;36"}
_TAB = "    "
_WIDEST = 110
_MOST_ALIKE = 10
_PLACES_SHOWN = 3
# what tells two cases of one mistake apart: an id, a number
_NUMBERED = re.compile(r"[\w.-]*\d[\w.-]*")
_NAMES = {
    Severity.FOUT: ("fout", "fouten"),
    Severity.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
    Severity.INFO: ("opmerking", "opmerkingen"),
}


def message_text(finding: Diagnostic, *, colour: bool = False) -> str:
    """Give the lines of one message, without a line end after the last."""
    painted = _paint(f"{finding.severity.value}[{finding.code}]", _COLOURS[finding.severity], colour)
    head = f"{painted}: {visible(finding.message)}"
    pad = " " * (len(str(finding.place.line)) + 1 if finding.place and finding.place.line else 2)
    lines = [head]
    if finding.place is not None:
        lines.append(f"{pad}--> {visible(str(finding.place))}")
        lines += _excerpt(finding, pad, colour)
    elif finding.label:
        lines.append(f"{pad} = {visible(finding.label)}")
    lines += [f"{pad} = {visible(words)}: {visible(str(place))}" for words, place in finding.related]
    hint = f"hint: {visible(finding.hint)}  " if finding.hint else ""
    return "\n".join([*lines, f"{pad} = {hint}Meer: brief uitleg {finding.code}"])


def _excerpt(finding: Diagnostic, pad: str, colour: bool) -> list[str]:
    """Show the source line with carets under the place; for Word the words around it."""
    place, label = finding.place, visible(finding.label or "")
    if place is None or place.excerpt is None or place.line is None or place.column is None:
        around = [f"{pad} |", f"{pad} | {visible(place.excerpt)}"] if place and place.excerpt else []
        return [*around, *([f"{pad} = {label}"] if label else [])]
    line, before, carets = _window(place)
    number = str(place.line).rjust(len(pad))
    marks = _paint("^" * carets, _COLOURS[finding.severity], colour)
    under = f"{pad} | {' ' * before}{marks} {label}".rstrip()
    return [f"{pad} |", f"{number} | {line}".rstrip(), under]


def _window(place: Place) -> tuple[str, int, int]:
    """Give the line as shown, the cells before the place, and the cells of the place; a long line is cut around it."""
    excerpt, start = place.excerpt or "", (place.column or 1) - 1
    end = min(start + max(1, place.length), max(len(excerpt), start + 1))
    head, middle, tail = (_shown(part) for part in (excerpt[:start], excerpt[start:end], excerpt[end:]))
    if _cells(head) + _cells(middle) + _cells(tail) > _WIDEST:
        middle = _cut(middle, _WIDEST)
        room = max(20, _WIDEST - _cells(middle))
        if _cells(head) > room // 2:
            head = "…" + _cut(head[::-1], room // 2)[::-1].lstrip("…")
        tail = "" if middle.endswith("…") else _cut(tail, max(0, room - _cells(head)))
    return head + middle + tail, _cells(head), max(1, _cells(middle))


def _cut(text: str, room: int) -> str:
    """Cut a text to `room` cells; what was cut shows as an ellipsis."""
    if _cells(text) <= room:
        return text
    width = 0
    for index, character in enumerate(text):
        width += _cells(character)
        if width >= room:
            return text[:index] + "…"
    return text


def visible(text: str) -> str:
    """Give a text on one line in which every character shows; control characters become their pictures."""
    return _shown(text.replace("\r\n", "\n").replace("\n", " ⏎ ").replace("\t", " "))


def _shown(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(_picture(character) for character in text)


def _picture(character: str) -> str:
    if character == "\t":
        return _TAB
    if character < "\x20":
        return chr(0x2400 + ord(character))
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "\ufffd" if category[0] == "C" or category in {"Zl", "Zp"} else character


def _cells(text: str) -> int:
    """Count the cells a text takes on a terminal: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _paint(text: str, colour: str, on: bool) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if on else text


def closing_line(findings: Iterable[Diagnostic], ignored: int = 0) -> str:
    """Count the findings: `2 fouten, 1 waarschuwing`; `geen meldingen` when there are none."""
    kinds = [finding.severity for finding in findings]
    parts = [_count(kinds.count(severity), severity) for severity in Severity if severity in kinds]
    total = ", ".join(parts) or "geen meldingen"
    return total + (f" ({ignored} genegeerd)" if ignored else "")


def _count(number: int, severity: Severity) -> str:
    return f"{number} {_NAMES[severity][number != 1]}"


def report_text(findings: Sequence[Diagnostic], *, colour: bool = False, ignored: int = 0) -> str:
    """Give all messages with the closing line, a blank line between messages; ends with a line end.

    The same mistake more than ten times over is one message with a count; JSON has them all.
    """
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for finding in findings:
        alike.setdefault((finding.code, _NUMBERED.sub("#", finding.message)), []).append(finding)
    messages: list[str] = []
    for same in alike.values():
        shown = same if len(same) <= _MOST_ALIKE else same[:1]
        messages += [message_text(finding, colour=colour) for finding in shown]
        if len(shown) < len(same):
            messages[-1] += f"\n   = {_others(same[1:])}"
    return "\n\n".join([*messages, closing_line(findings, ignored)]) + "\n"


def _others(same: Sequence[Diagnostic]) -> str:
    """Count the rest of one mistake, with the first few places."""
    places = list(dict.fromkeys(visible(str(each.place)) for each in same if each.place is not None))
    where = f", onder andere: {', '.join(places[:_PLACES_SHOWN])}" if places else ""
    number = f"{len(same):,}".replace(",", ".")
    return f"dit komt nog {number} keer voor{where}. Alle plaatsen: --json"
