"""`brief tafel`: a page on the user's own machine, on the same files as the commands."""

from __future__ import annotations

import importlib.util
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import KLAAR, ONBRUIKBAAR, print_findings, print_lines, say
from brief.commands.terminal.round_argument import ronde_argument
from brief.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from brief.web.serving import Luisterend


@click.command("tafel")
@ronde_argument
@click.option("--poort", type=click.IntRange(1024, 65535), metavar="GETAL", help="De poort; anders een die vrij is.")
@click.option("--alleen-lezen", is_flag=True, help="Toon alles, wijzig niets.")
@click.option("--niet-openen", is_flag=True, help="Toon alleen het adres, open geen browser.")
@click.pass_context
def tafel(ctx: click.Context, ronde: Path, poort: int | None, *, alleen_lezen: bool, niet_openen: bool) -> None:
    """Open een bladzijde voor aan tafel en aan het bureau, op uw eigen computer.

    De bladzijde leest en schrijft dezelfde bestanden als de andere opdrachten. Niets verlaat uw computer. Het adres
    werkt één keer; daarna kent uw browser het. Stop met Ctrl-C of op de bladzijde.
    """
    if importlib.util.find_spec("flask") is None:
        message = "voor brief tafel ontbreekt een onderdeel: flask"
        hint = "installeer het met: pip install 'brief[tafel]'"
        print_findings((Diagnostic("BR740", Severity.FOUT, message, hint=hint),))
        ctx.exit(ONBRUIKBAAR)
    from brief.web.serving import listen

    try:
        luisterend = listen(poort or 0)
    except OSError:
        message = f"poort {poort} is al in gebruik of niet toegestaan" if poort else "er is geen poort vrij"
        hint = "kies een andere met --poort, of laat --poort weg"
        print_findings((Diagnostic("BR741", Severity.FOUT, message, hint=hint),))
        ctx.exit(ONBRUIKBAAR)
    with suppress(KeyboardInterrupt):
        print_lines([luisterend.adres])
        _serve(luisterend, ronde, alleen_lezen=alleen_lezen, open_browser=not niet_openen)
    say("brief tafel is gestopt. Alles wat is bevestigd staat in de bestanden.", err=True)
    ctx.exit(KLAAR)


def _serve(luisterend: Luisterend, ronde: Path, *, alleen_lezen: bool, open_browser: bool) -> None:
    """Serve until Ctrl-C or until the page says that it is enough."""
    say("De bladzijde staat klaar op het adres hierboven; het werkt één keer. Stop met Ctrl-C.", err=True)
    if open_browser:
        import threading
        import webbrowser

        threading.Thread(target=webbrowser.open, args=(luisterend.adres,), daemon=True).start()
    from brief.web.serving import serve

    serve(luisterend, ronde, alleen_lezen=alleen_lezen)
