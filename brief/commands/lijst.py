"""`brief lijst`: the afspraken of a round with their ids, all of them or those that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from brief.commands.terminal.completing import names, parts
from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    NIETS_TE_DOEN,
    ONBRUIKBAAR,
    print_findings,
    print_json,
    print_lines,
)
from brief.commands.terminal.round_argument import ronde_en_rest
from brief.domain import PROVINCIES, THEMAS, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Opdracht = TypeVar("Opdracht", bound="Callable[..., object]")


def _alleen(naam: str, velden: str, kent: Iterable[str], wat: str) -> Callable[[Opdracht], Opdracht]:
    """Add an option that may be given more than once, of which the shell knows the values."""
    help_ = f"Alleen {wat} (mag vaker)."
    return click.option(
        f"--{naam}", velden, multiple=True, shell_complete=names(kent), metavar=naam.upper(), help=help_
    )


@click.command("lijst")
@click.argument("args", nargs=-1, metavar="[RONDE] [LANDSDEEL] [WOORDEN]", shell_complete=parts("landsdelen", "ids"))
@_alleen("status", "statussen", [each.value for each in Status], "met deze status")
@_alleen("thema", "themas", THEMAS, "met dit thema")
@_alleen("provincie", "provincies", PROVINCIES, "van deze provincie")
@click.option("--open", "alleen_open", is_flag=True, help="Alleen waarover nog moet worden besloten.")
@click.option("--json", "as_json", is_flag=True, help="Toon de afspraken als JSON.")
@click.pass_context
def lijst(
    ctx: click.Context,
    args: tuple[str, ...],
    statussen: tuple[str, ...],
    themas: tuple[str, ...],
    provincies: tuple[str, ...],
    *,
    alleen_open: bool,
    as_json: bool,
) -> None:
    """Toon de afspraken van een RONDE: id, status, thema's, agendapunt, de eerste woorden en de plaats.

    Met een LANDSDEEL alleen die van dat landsdeel, met WOORDEN alleen waar die woorden alle in staan:

        brief lijst noordwest gemaal

    De id's zijn die van de ronde; u gebruikt ze bij brief vaststellen, brief verwant en in brief.md.
    """
    from brief.rounds.listing import vraag
    from brief.rounds.made.complete import stops
    from brief.rounds.opening import open_round

    folder, rest = ronde_en_rest(args, ctx)
    opened = open_round(folder)
    asked = vraag(rest, statussen=statussen, themas=themas, provincies=provincies, alleen_open=alleen_open)
    errors = (*stops(opened), *asked.wrong())
    print_findings(errors)
    every = opened.bestanden.afspraken if opened.bestanden is not None else ()
    found = [each for each in every if asked.matches(each)]
    if as_json:
        from brief.render.json.listing import listing_as_json

        name = opened.bestanden.ronde.ronde if opened.bestanden is not None else None
        print_json(listing_as_json(name, found, len(every), errors))
    elif opened.bestanden is not None and not asked.wrong():
        from brief.render.terminal.listing import listing_lines

        print_lines(listing_lines(found, len(every)) if found else [_nothing(asked.bedoeld_landsdeel)])
    if opened.bestanden is None or asked.wrong():
        ctx.exit(ONBRUIKBAAR)
    ctx.exit(BEVINDINGEN if errors else KLAAR if found else NIETS_TE_DOEN)


def _nothing(landsdeel: str | None) -> str:
    meant = f"Bedoelde u het landsdeel {landsdeel}? " if landsdeel else ""
    return f"Geen afspraak gevonden. {meant}Alle afspraken ziet u met: brief lijst"
