"""All findings of a run on a terminal: first what can lose text, a kind at a time, in as few lines as a screen holds.

waarschuwing[BR130], 70 keer: plaatshouder
  --> dossiers/noordwest.md: regel 39, 40, 44, 52, 53, 54 en nog 64
  zoals: plaatshouder: 'XX.XX uur Opstarten'
  = vul aan in het dossier, of haal de regel weg  Meer: brief uitleg BR130
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.diagnostics import Severity
from brief.diagnostics.table import MAY_LOSE_TEXT, advice_of, title_of
from brief.render.terminal.messages import (
    WIDTH,
    cells,
    cut,
    head_lines,
    message_text,
    said,
    visible,
    with_more,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.diagnostics import Diagnostic, Place

_SCREEN = 25
"""Lines that a report should not be longer than; kinds are shortened until it is, the least severe first."""
_MOST_IN_FULL = 3
_MOST_ALIKE = 10
_PLACES_SHOWN = 3
# what tells two cases of one mistake apart: an id, a number
_NUMBERED = re.compile(r"(?<![\w.-])[\w.-]*\d[\w.-]*")
_NAMES = {
    Severity.FOUT: ("fout", "fouten"),
    Severity.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
    Severity.INFO: ("keer info", "keer info"),
}


def report_text(
    findings: Sequence[Diagnostic],
    *,
    colour: bool = False,
    ignored: int = 0,
    width: int = WIDTH,
    everything: bool = False,
) -> str:
    """Give all findings with the closing line; ends with a line end.

    A kind that occurs often is one message with its count and places; with `everything` each case has its own, save
    that the same mistake more than ten times over is one message with a count. JSON always has them all.
    """
    kinds: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        kinds.setdefault(finding.code, []).append(finding)
    ordered = sorted(kinds.values(), key=_weight)
    if everything:
        messages = [text for kind in ordered for text in _in_full(kind, colour, width)]
        return "\n\n".join([*messages, closing_line(findings, ignored)]) + "\n"
    blocks = [_whole(kind, colour, width) for kind in ordered]
    shortened = any(len(kind) > _MOST_IN_FULL for kind in ordered)
    for number in reversed(range(len(ordered))):
        if _lines(blocks) + 1 <= _SCREEN:
            break
        blocks[number] = [_short(ordered[number], colour, width)]
        shortened = True
    texts = [text for block in blocks for text in block]
    apart = "\n" if _lines(blocks) - len(texts) + 1 > _SCREEN - len(texts) else "\n\n"
    more = ". Elke melding apart: dezelfde opdracht met -v" if shortened else ""
    closing = wrapped(closing_line(findings, ignored) + more, "", width)
    return apart.join([*texts, "\n".join(closing)]) + "\n"


def _weight(kind: Sequence[Diagnostic]) -> tuple[int, bool]:
    severity = min(list(Severity).index(finding.severity) for finding in kind)
    return severity, kind[0].code not in MAY_LOSE_TEXT


def _whole(kind: Sequence[Diagnostic], colour: bool, width: int) -> list[str]:
    if len(kind) > _MOST_IN_FULL:
        return [_short(kind, colour, width)]
    return [message_text(finding, colour=colour, width=width) for finding in kind]


def _lines(blocks: Iterable[Sequence[str]]) -> int:
    """Count the lines of the messages with an empty line behind each."""
    return sum(text.count("\n") + 2 for block in blocks for text in block)


def _short(kind: Sequence[Diagnostic], colour: bool, width: int) -> str:
    """Say one kind of finding in a few lines: how often, where, the first case, and what to do."""
    first = kind[0]
    head = f", {_number(len(kind))} keer: {title_of(first.code)}" if len(kind) > 1 else f": {said(first.message)}"
    lines = head_lines(first, head, colour=colour, width=width)
    if places := _places(kind, width - 6):
        lines.append(f"  --> {places}")
    if len(kind) > 1:
        lines.append(f"  zoals: {cut(said(first.message), width - 9)}")
    words = (first.label, first.hint) if len(kind) == 1 else (first.label or first.hint,)
    hint = "; ".join(said(each) for each in words if each) or advice_of(first.code)
    return "\n".join([*lines, *with_more(cut(hint, 2 * width), first.code, "  = ", width)])


def _places(kind: Sequence[Diagnostic], room: int) -> str:
    """Name the places of a kind by file, as many as the line holds."""
    by_file: dict[str, list[str]] = {}
    for finding in kind:
        if finding.place is not None:
            by_file.setdefault(said(finding.place.file), []).append(_spot(finding.place))
    named, left, folder = "", sum(len(spots) for spots in by_file.values()), ""
    for path, spots in by_file.items():
        file = path.removeprefix(folder) if folder else path
        folder = folder or path[: path.rfind("/") + 1]
        known = list(dict.fromkeys(spot for spot in spots if spot))
        for number, spot in enumerate(known or [""]):
            part = (
                f"{'; ' if named else ''}{file}{f': {spot}' if spot else ''}"
                if number == 0
                else f", {spot.split()[-1]}"
            )
            if named and cells(named + part) > room - 14:
                return f"{named} en nog {_number(left)}"
            named += part
            left -= spots.count(spot) if spot else len(spots)
    return named


def _spot(place: Place) -> str:
    if place.line is not None:
        return f"regel {place.line}"
    return f"alinea {place.paragraph}" if place.paragraph is not None else ""


def closing_line(findings: Iterable[Diagnostic], ignored: int = 0) -> str:
    """Count the findings: `2 fouten, 1 waarschuwing`; `geen meldingen` when there are none."""
    kinds = [finding.severity for finding in findings]
    parts = [_count(kinds.count(severity), severity) for severity in Severity if severity in kinds]
    total = ", ".join(parts) or "geen meldingen"
    return total + (f" ({ignored} genegeerd)" if ignored else "")


def _count(number: int, severity: Severity) -> str:
    return f"{_number(number)} {_NAMES[severity][number != 1]}"


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _in_full(kind: Sequence[Diagnostic], colour: bool, width: int) -> list[str]:
    """Give each case of a kind; the same mistake many times over once, with its count."""
    alike: dict[str, list[Diagnostic]] = {}
    for finding in kind:
        alike.setdefault(_NUMBERED.sub("#", said(finding.message)), []).append(finding)
    messages: list[str] = []
    for same in alike.values():
        shown = same if len(same) <= _MOST_ALIKE else same[:1]
        messages += [message_text(finding, colour=colour, width=width) for finding in shown]
        if len(shown) < len(same):
            messages[-1] += f"\n   = {_others(same[1:])}"
    return messages


def _others(same: Sequence[Diagnostic]) -> str:
    """Count the rest of one mistake, with the first few places."""
    places = list(dict.fromkeys(visible(str(each.place)) for each in same if each.place is not None))
    where = f", onder andere: {', '.join(places[:_PLACES_SHOWN])}" if places else ""
    return f"dit komt nog {_number(len(same))} keer voor{where}. Alle plaatsen: --json"
