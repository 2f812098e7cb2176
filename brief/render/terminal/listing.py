"""The afspraken of a round on a terminal: two lines each, with the place where it stands."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from brief.render.terminal.messages import visible
from brief.rounds.listing import Openheid, openheid
from brief.text import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.domain import Afspraak

_WIDTH = 100
_INDENT = "    "


def listing_lines(found: Sequence[Afspraak], total: int) -> list[str]:
    """Give the afspraken that were found, and how many of how many they are."""
    lines = [line for afspraak in found for line in _lines(afspraak)]
    noun = "afspraak" if total == 1 else "afspraken"
    return [*lines, "", f"{len(found)} van {total} {noun}" if len(found) != total else f"{total} {noun}"]


def _lines(afspraak: Afspraak) -> list[str]:
    state = openheid(afspraak)
    status = afspraak.status.value
    if state not in {Openheid.BESLIST, Openheid.VOORGESTELD}:
        status += f", {state.value}"
    if not afspraak.publiceren:
        status += ", niet openbaar"
    themas = ", ".join(afspraak.geldende_themas) or "geen thema"
    if afspraak.geldende_themas and not afspraak.themas:
        themas += " (voorstel)"
    where = afspraak.place
    place = f"  {PurePath(where.file).name}:{where.line}" if where else ""
    return [
        visible(f"{afspraak.id:<12} {status} · {themas} · {afspraak.agendapunt}"),
        visible(_INDENT + shortened(afspraak.geldend_plat, max(30, _WIDTH - len(place) - len(_INDENT))) + place),
    ]
