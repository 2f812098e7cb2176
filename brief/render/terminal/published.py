"""The versions of a round on a terminal: a line each, with its date, its note and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.terminal.messages import visible

if TYPE_CHECKING:
    from pathlib import Path

    from brief.rounds.published import Uitgaven, Versie


def published_lines(uitgaven: Uitgaven, ronde: Path) -> list[str]:
    """Say of each version when it is dated, what its maker noted, what changed, and whether it is as it was made."""
    if not uitgaven.versies:
        make = f"brief opstellen {ronde.as_posix()}"
        return [visible(f"Nog geen versies in {uitgaven.map.as_posix()}; maak er een met: {make}")]
    lines = [visible(_line(each)) for each in uitgaven.versies]
    last = uitgaven.versies[-1]
    left = [name for name in last.gewijzigd if name.endswith(".docx") and name not in last.verwerkt]
    if left:
        path = (uitgaven.map / last.naam / left[0]).as_posix()
        lines += ["", visible(f"Neem over wat erin is geschreven met: brief verwerken {path}")]
        lines.append(visible(f"of laat het weg met: brief opstellen --negeer {left[0]}"))
    return lines


def _line(each: Versie) -> str:
    if not each.manifest:
        return f"{each.naam}  manifest.json ontbreekt of is niet te lezen"
    remarks = [f"{name} is later gewijzigd{' (verwerkt)' if name in each.verwerkt else ''}" for name in each.gewijzigd]
    remarks += [f"{name} ontbreekt" for name in each.ontbreekt]
    told = [each.datum, _anders(each), each.notitie and f"\u201c{each.notitie}\u201d"]
    told += [f"zonder wat in {name} was geschreven" for name in each.genegeerd]
    return "  ".join([each.naam, *(text for text in told if text), ", ".join(remarks) or "zoals gemaakt"])


def _anders(each: Versie) -> str:
    if each.anders is None:
        return ""
    return ", ".join(f"{count} {name}" for name, count in each.anders.items()) or "geen verschil in tekst"
