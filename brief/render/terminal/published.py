"""The versions of a round on a terminal, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.terminal.messages import visible

if TYPE_CHECKING:
    from pathlib import Path

    from brief.rounds.published import Uitgaven, Versie


def published_lines(uitgaven: Uitgaven, ronde: Path) -> list[str]:
    """Say of each version whether it is as it was made; without versions, how to make one."""
    if not uitgaven.versies:
        make = f"brief opstellen {ronde.as_posix()}"
        return [visible(f"Nog geen versies in {uitgaven.map.as_posix()}; maak er een met: {make}")]
    return [visible(_line(each)) for each in uitgaven.versies]


def _line(each: Versie) -> str:
    if not each.manifest:
        return f"{each.naam}  manifest.json ontbreekt of is niet te lezen"
    remarks = [f"{name} is later gewijzigd" for name in each.gewijzigd]
    remarks += [f"{name} ontbreekt" for name in each.ontbreekt]
    return f"{each.naam}  {', '.join(remarks) or 'zoals gemaakt'}"
