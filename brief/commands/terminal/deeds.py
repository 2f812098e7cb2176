"""What became of a deed that was planned, told at a terminal in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.commands.terminal.output import (
    KLAAR,
    ONBRUIKBAAR,
    print_findings,
    print_lines,
    print_step,
    work_is_done,
)

if TYPE_CHECKING:
    from pathlib import Path

    from brief.rounds.plan import Plan, Saved


def tell(planned: Plan, saved: Saved, *, proef: bool) -> int:
    """Print what stands in the way of a plan, what it would change, or what it changed; give the exit code."""
    from brief.render.terminal.saved import diff_lines, plan_lines, saved_lines

    if planned.meldingen:
        print_findings(planned.meldingen)
        return ONBRUIKBAAR
    if proef:
        print_lines(diff_lines(planned))
        return KLAAR
    if not saved.findings:
        work_is_done()
    print_findings(saved.findings)
    print_lines([*(() if saved.findings else plan_lines(planned)), *saved_lines(saved)])
    return ONBRUIKBAAR if saved.findings else KLAAR


def tell_next(folder: Path) -> None:
    """Print what comes next in a round, as it is now."""
    from brief.rounds.next_step import next_step
    from brief.rounds.opening import open_round

    print_step(next_step(open_round(folder)))
