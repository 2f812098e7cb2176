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

import unicodedata
from typing import TYPE_CHECKING

from brief.diagnostics import Severity
from brief.diagnostics.table import advice_of

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic, Place

_COLOURS = {Severity.FOUT: "1;31", Severity.WAARSCHUWING: "1;33", Severity.INFO: "1;36"}
_TAB = "    "
WIDTH = 100
"""Cells of a line when nobody says how wide the terminal is."""
_LONGEST, _LONGEST_BEGIN, _LONGEST_END = 1_200, 800, 200
_LONG_MARK = 40
"""A mark of this many cells that is the whole line points at nothing: it is left out."""


def message_text(finding: Diagnostic, *, colour: bool = False, width: int = WIDTH) -> str:
    """Give the lines of one message, of at most `width` cells where words allow it; no line end after the last."""
    pad = " " * (len(str(finding.place.line)) + 1 if finding.place and finding.place.line else 2)
    lines = head_lines(finding, f": {said(finding.message)}", colour=colour, width=width)
    if finding.place is not None:
        lines.append(f"{pad}--> {said(str(finding.place))}")
        lines += _excerpt(finding, pad, colour, width)
    elif finding.label:
        lines += wrapped(said(finding.label), f"{pad} = ", width)
    for words, place in finding.related:
        lines += wrapped(f"{said(words)}: {said(str(place))}", f"{pad} = ", width)
    advice = f"hint: {said(finding.hint)}" if finding.hint else "" if finding.label else advice_of(finding.code)
    return "\n".join([*lines, *with_more(advice, finding.code, f"{pad} = ", width)])


def said(text: str) -> str:
    """Give a text of a message on one line; of one that quotes a very long value the beginning and the end."""
    if len(text) > _LONGEST:
        left_out = len(text) - _LONGEST_BEGIN - _LONGEST_END
        text = f"{text[:_LONGEST_BEGIN]} … ({left_out} tekens niet getoond) … {text[-_LONGEST_END:]}"
    return visible(text)


def head_lines(finding: Diagnostic, words: str, *, colour: bool, width: int) -> list[str]:
    """Give the severity and the code of a finding with what is said of it, folded at words."""
    mark = f"{finding.severity.value}[{finding.code}]"
    first, *rest = wrapped(mark + words, "", width, "    ")
    return [_paint(mark, _COLOURS[finding.severity], colour) + first.removeprefix(mark), *rest]


def with_more(advice: str, code: str, lead: str, width: int) -> list[str]:
    """Give what to do, with the command that tells more; on a line of its own when there is no room behind it."""
    more = f"Meer: brief uitleg {code}"
    lines = wrapped(advice, lead, width) if advice else []
    if not lines:
        return [lead + more]
    if cells(lines[-1]) + 2 + len(more) <= width:
        return [*lines[:-1], f"{lines[-1]}  {more}"]
    return [*lines, " " * len(lead) + more]


def wrapped(text: str, lead: str, width: int, under: str | None = None) -> list[str]:
    """Fold a text at its words, the first line behind `lead`, the others as far in or behind `under`."""
    indent = " " * len(lead) if under is None else under
    lines: list[str] = []
    line = lead
    for word in text.split(" "):
        fits = cells(line) + 1 + cells(word) <= width
        if line == lead or (line.strip() == "" and lines):
            line += word
        elif fits:
            line += f" {word}"
        else:
            lines.append(line.rstrip())
            line = indent + word
    return [*lines, line.rstrip()]


def _excerpt(finding: Diagnostic, pad: str, colour: bool, width: int) -> list[str]:
    """Show the source line with carets under the place; for Word the words around it."""
    place, label = finding.place, said(finding.label or "")
    below = wrapped(label, f"{pad} = ", width) if label else []
    if place is None or place.excerpt is None:
        return below
    if place.line is None or place.column is None:
        return [f"{pad} |", f"{pad} | {cut(visible(place.excerpt), width - len(pad) - 3)}", *below]
    line, before, carets = _window(place, width - len(pad) - 3)
    shown = [f"{pad} |", f"{str(place.line).rjust(len(pad))} | {line}".rstrip()]
    if carets >= _LONG_MARK and carets >= cells(line.strip()) - 1:
        return [*shown, *below]
    under = f"{pad} | {' ' * before}"
    marks = _paint("^" * carets, _COLOURS[finding.severity], colour)
    if len(under) + carets + 1 + cells(label) <= max(width, WIDTH):
        return [*shown, f"{under}{marks} {label}".rstrip()]
    return [*shown, under + marks, *below]


def _window(place: Place, widest: int) -> tuple[str, int, int]:
    """Give the line as shown, the cells before the place, and the cells of the place; a long line is cut around it."""
    excerpt, start = place.excerpt or "", (place.column or 1) - 1
    end = min(start + max(1, place.length), max(len(excerpt), start + 1))
    head, middle, tail = (_shown(part) for part in (excerpt[:start], excerpt[start:end], excerpt[end:]))
    if cells(head) + cells(middle) + cells(tail) > widest:
        middle = cut(middle, widest)
        room = max(20, widest - cells(middle))
        if cells(head) > room // 2:
            head = "…" + cut(head[::-1], room // 2)[::-1].lstrip("…")
        tail = "" if middle.endswith("…") else cut(tail, max(0, room - cells(head)))
    return head + middle + tail, cells(head), max(1, cells(middle))


def cut(text: str, room: int) -> str:
    """Cut a text to `room` cells; what was cut shows as an ellipsis."""
    if cells(text) <= room:
        return text
    width = 0
    for index, character in enumerate(text):
        width += cells(character)
        if width >= room:
            return (
                text[:index].rpartition(" ")[0].rstrip(" ,;:") + "…"
                if " " in text[index // 2 : index]
                else text[:index] + "…"
            )
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


def cells(text: str) -> int:
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
