"""A comparison on a terminal: what happened in a line, then each change, in 80 columns and legible without colour."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from brief.compare.grouping import grouped
from brief.compare.model import Soort
from brief.render.chosen_words import buiten_de_keuze
from brief.render.terminal.messages import visible
from brief.render.terminal.words import BREEDTE, UITLEG, folded, in_regels

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.compare.model import Vergelijking, Wijziging

_MANY = 12
"""From here the changes stand under the landsdeel that they concern."""
_SAME_KIND = 5
"""So many changes of one field to one value are told as one: a whole landsdeel that was agreed."""


def change_lines(vergelijking: Vergelijking, width: int = BREEDTE, *, alles: bool = False) -> list[str]:
    """Give the lines of a comparison; with `alles` also how much stayed as it was."""
    head = f"{vergelijking.oud} → {vergelijking.nieuw}"
    if vergelijking.is_gelijk:
        lines = [f"{head}: geen verschillen{' binnen deze keuze' if vergelijking.buiten_keuze else ''}"]
    else:
        lines = folded(f"{head}: {_summary(vergelijking.wijzigingen)}", width)
    if alles:
        lines.append(f"ongewijzigd: {vergelijking.ongewijzigd}")
    for title, changes in _groups(vergelijking.wijzigingen):
        lines += [
            "",
            *(
                [f"{title} ({len(changes)})", "=" * min(width, len(title) + len(str(len(changes))) + 3)]
                if title
                else []
            ),
        ]
        lines += _of_group(changes, width)
    lines += [
        line for each in vergelijking.niet_vergeleken for line in ["", *folded(f"niet vergeleken: {each}", width)]
    ]
    if vergelijking.buiten_keuze:
        lines += ["", *folded(buiten_de_keuze(vergelijking.buiten_keuze), width)]
    if any(op != "=" for each in vergelijking.wijzigingen for op, _ in each.woorden):
        lines += ["", f"({UITLEG})"]
    return [visible(line) for line in lines]


def _summary(changes: Sequence[Wijziging]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for each in changes:
        counts[each.soort.naam] += 1
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _groups(changes: Sequence[Wijziging]) -> Iterable[tuple[str, list[Wijziging]]]:
    """Give the changes by landsdeel where there are many, the letter first."""
    if len(changes) < _MANY:
        return [("", list(changes))] if changes else []
    return list(grouped(changes).items())


def _of_group(changes: Sequence[Wijziging], width: int) -> list[str]:
    lines: list[str] = []
    alike: dict[tuple[str, str, str], list[Wijziging]] = defaultdict(list)
    for each in changes:
        if each.veld not in {"tekst", "id", "nummer"} and each.onderdeel == "afspraak":
            alike[each.veld, each.oud, each.nieuw].append(each)
    told = {key for key, each in alike.items() if len(each) >= _SAME_KIND}
    for veld, oud, nieuw in told:
        ids = [each.id for each in alike[veld, oud, nieuw]]
        text = f"{len(ids)} afspraken: {veld} van '{oud or '-'}' naar '{nieuw or '-'}': {', '.join(ids)}"
        lines += [*folded(text, width), ""]
    for each in changes:
        if (each.veld, each.oud, each.nieuw) not in told or each.onderdeel != "afspraak":
            lines += [*_change(each, width), ""]
    return lines[:-1]


def _change(change: Wijziging, width: int) -> list[str]:
    lines = folded(f"{change.soort.naam}: {change.wat}", width)
    if change.was != change.pad and change.was and change.soort.value.startswith("verplaatst"):
        lines += folded(f"  van: {' > '.join(change.was)}", width)
        lines += folded(f"  naar: {' > '.join(change.pad)}", width)
    elif change.pad:
        lines += folded(f"  onder: {' > '.join(change.pad)}", width)
    if change.soort is Soort.VERPLAATST and change.onderdeel != "voetnoot":
        return lines
    return [*lines, *in_regels(change.woorden, 4, width)]
