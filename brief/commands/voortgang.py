"""`brief voortgang`: how it stands with the afspraken of an earlier round."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    ONBRUIKBAAR,
    print_findings,
    print_json,
    print_lines,
    say,
    work_is_done,
)
from brief.commands.terminal.pages import write_asked, write_page
from brief.commands.terminal.round_argument import ronde_argument
from brief.diagnostics import has_errors

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic
    from brief.rounds.progress import Overzicht


@click.command("voortgang")
@ronde_argument
@click.option("--sinds", required=True, metavar="RONDE", help="De eerdere ronde, zoals 2025.")
@click.option("--docx", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf een Word-bestand.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf een pagina.")
@click.option("--json", "as_json", is_flag=True, help="Toon het overzicht als JSON.")
@click.pass_context
def voortgang(
    ctx: click.Context, ronde: Path, sinds: str, docx: Path | None, html: Path | None, *, as_json: bool
) -> None:
    """Zet op een rij hoe het staat met de afspraken van een eerdere ronde.

        brief voortgang --sinds 2026 --docx voortgang.docx

    Van elke afspraak die toen is gepubliceerd: de tekst, waar zij staat, en wat er nu van is. Een afspraak van RONDE
    die erop volgt, zegt dat met vervolg_op: 2025/nw-2.4-1. Wat niemand vervolgde, is nog in te vullen.
    """
    from brief.rounds.progress import progress

    earlier = Path(sinds) if (Path(sinds) / "ronde.yaml").is_file() else ronde.parent / sinds
    found = progress(ronde, earlier)
    print_findings(found.findings)
    if found.nu is None:
        ctx.exit(ONBRUIKBAAR)
    problems = _write(ronde, docx, html, found) if docx or html else ()
    if as_json:
        from brief.render.json.progress import progress_as_json

        print_json(progress_as_json(found))
    elif not (docx or html):
        from brief.render.terminal.progress import progress_lines

        print_lines(progress_lines(found))
    ctx.exit(ONBRUIKBAAR if has_errors(problems) else BEVINDINGEN if (*problems, *found.findings) else KLAAR)


def _write(ronde: Path, docx: Path | None, html: Path | None, found: Overzicht) -> tuple[Diagnostic, ...]:
    """Write what was asked for; give what did not work, and what a Word file cannot hold."""
    if changed := found.seen_again():
        print_findings(changed)
        return changed
    from brief.render.html.document import document_page
    from brief.rounds.progress import progress_document
    from brief.rounds.progress_word import progress_word

    problems: list[Diagnostic] = []
    document = progress_document(found)
    if docx is not None:
        data, wrong = progress_word(ronde, document)
        problems += wrong if has_errors(wrong) else (*wrong, *write_asked(docx, data))
        if not has_errors(problems):
            say(f"geschreven: {docx.as_posix()}", err=True)
    if html is not None:
        problems += write_page(html, document_page(document))
    print_findings(problems)
    if not has_errors(problems):
        work_is_done()
    return tuple(problems)
