"""The changes of a round's files on a terminal: what would change, and what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare import differences
from brief.render.terminal.messages import visible
from brief.render.terminal.words import UITLEG, in_regels

if TYPE_CHECKING:
    from brief.rounds.plan import Plan, Saved


def diff_lines(plan: Plan) -> list[str]:
    """Give the changes of a plan as a diff."""
    return [visible(line) for line in plan.diff().split("\n")]


def plan_lines(plan: Plan) -> list[str]:
    """Say what a plan does, and which words it changes."""
    return [*(visible(line) for line in plan.regels), *text_lines(plan)]


def text_lines(plan: Plan) -> list[str]:
    """Show which words of the texts that hold a plan changes."""
    lines = []
    for each in plan.teksten:
        lines += [f"  {visible(each.id)}   ({UITLEG})", *in_regels(differences(each.oud, each.nieuw), 4)]
    return lines


def saved_lines(saved: Saved) -> list[str]:
    """Name the files that were written, and those that were not."""
    said = (("Geschreven", saved.paths), ("Niet geschreven", saved.unwritten))
    return [visible(f"{what}: {path.as_posix()}") for what, paths in said for path in paths]
