"""What commands share in printing: findings to stderr, results to stdout, and the exit code that goes with them."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.diagnostics import Diagnostic

KLAAR, BEVINDINGEN, ONBRUIKBAAR, NIETS_TE_DOEN = 0, 1, 2, 3
"""The exit codes: done, findings or differences, unusable input or usage, nothing to do."""


def use_colour(*, stderr: bool) -> bool:
    """Tell whether colour may be used: on a terminal that knows it, unless NO_COLOR is set (no-color.org)."""
    stream = sys.stderr if stderr else sys.stdout
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def print_findings(findings: Sequence[Diagnostic], ignored: int = 0) -> None:
    """Print findings and their count to stderr; nothing at all when there are none."""
    if not findings and not ignored:
        return
    from brief.render.terminal.messages import report_text

    colour = use_colour(stderr=True)
    click.echo(report_text(findings, colour=colour, ignored=ignored), err=True, nl=False, color=colour)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines to stdout; nothing at all when there are none."""
    text = "\n".join(lines)
    if text:
        click.echo(text)


def print_json(value: Any) -> None:
    """Print a value as JSON to stdout, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
