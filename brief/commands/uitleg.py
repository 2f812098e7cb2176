"""`brief uitleg`: what a message means and what to write instead."""

from __future__ import annotations

import re

import click

from brief.commands.terminal.output import KLAAR, ONBRUIKBAAR, print_drawn, say, use_colour


@click.command("uitleg")
@click.argument("code", required=False)
@click.pass_context
def uitleg(ctx: click.Context, code: str | None) -> None:
    """Leg de melding met deze CODE uit; zonder CODE: toon alle meldingen."""
    from brief.diagnostics.table import codes, explanation

    if code is None:
        for each in codes():
            say(_title(explanation(each) or each))
        return
    wanted = _full(code)
    text = explanation(wanted)
    if text is None:
        say(f"fout: onbekende code '{code}'{_suggestion(wanted, codes())}", err=True)
        ctx.exit(ONBRUIKBAAR)
    _show(text)
    ctx.exit(KLAAR)


def _full(code: str) -> str:
    """Give the code in full: `br12` and `12` are BR012."""
    match = re.fullmatch(r"(?:BR)?(\d{1,3})", code.strip().upper())
    return f"BR{int(match[1]):03d}" if match else code.strip().upper()


def _title(text: str) -> str:
    return text.split("\n", 1)[0].removeprefix("# ")


def _suggestion(wanted: str, known: tuple[str, ...]) -> str:
    """Name the codes that come nearest: by spelling, or the neighbours of a number."""
    from brief.diagnostics.nearest import nearest

    near = nearest(wanted, known)
    return f"; bedoelde u {near}? Alle codes: brief uitleg" if near else "; alle codes: brief uitleg"


def _show(text: str) -> None:
    """Show the explanation: set for a terminal, as Markdown in a pipe."""
    if not use_colour(stderr=False):
        say(text.rstrip())
        return
    from rich.console import Console
    from rich.markdown import Markdown

    page = Markdown(text, hyperlinks=False)
    print_drawn(lambda stream: Console(file=stream, highlight=False).print(page))
