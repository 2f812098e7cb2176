"""`brief uitleg`: what a message means and what to write instead."""

from __future__ import annotations

import re

import click

from brief.commands.terminal.output import KLAAR, ONBRUIKBAAR, print_drawn, say, use_colour

_STYLES = {
    "markdown.h1": "bold",
    "markdown.h1.border": "none",
    "markdown.h2": "bold underline",
    "markdown.code": "bold",
    "markdown.code_block": "none",
    "markdown.strong": "bold",
}
"""Weight instead of colour: it reads on a light terminal as on a dark one."""


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
    from rich.theme import Theme

    page = Markdown(text, hyperlinks=False, code_theme="ansi_light", inline_code_theme="ansi_light")
    theme = Theme(_STYLES)
    print_drawn(lambda stream: Console(file=stream, highlight=False, theme=theme).print(page))
