"""The text that was agreed, as a person gives it: from a file, from stdin, or typed in an editor."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from brief.commands.terminal.output import ONBRUIKBAAR, print_findings
from brief.diagnostics import Diagnostic, Severity


def read_text(tekst: str | None, ctx: click.Context) -> str | None:
    """Read the text from a file, or from stdin for `-`; None when the user named neither. Stop when it has none."""
    from brief.sources.source import decode, read_source

    if tekst is None:
        return None
    source, found = decode("-", sys.stdin.buffer.read()) if tekst == "-" else read_source(Path(tekst))
    if source is None:
        print_findings(found)
        ctx.exit(ONBRUIKBAAR)
    return source.text


def edited(start: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Let the user change a text in an editor; empty when it was closed without saving, None when it cannot start."""
    try:
        return click.edit(start + "\n", extension=".md") or "", ()
    except click.ClickException:
        message = "uw editor is niet te starten of stopte met een fout; er is niets veranderd"
        hint = "controleer EDITOR, of geef de tekst met --tekst BESTAND"
        return None, (Diagnostic("BR921", Severity.FOUT, message, hint=hint),)
