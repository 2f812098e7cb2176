"""What a shell offers to complete: rounds, landsdelen, ids and agendapunten, of the round that the command is about.

Nothing is printed and nothing goes wrong here: what cannot be read offers nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from brief.commands.terminal.invoer import INVOER, folder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import click

    from brief.domain import Afspraak

    Aanvulling = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_FEW_WORDS = 60


def rounds(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the rounds in `input/`, by the names they can be called."""
    return _starting(incomplete, ((each.name, "ronde") for each in _known_rounds()))


def parts(*kinds: str) -> Aanvulling:
    """Offer what may stand behind a command: of `landsdelen`, `ids`, `agendapunten`, or words of their own.

    The name of a round comes first, or is left out.
    """

    def offer(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        typed = tuple(ctx.params.get(param.name or "") or ())
        found = _starting(incomplete, (item for kind in kinds for item in _of_kind(kind, typed)))
        return found if typed else [*found, *rounds(ctx, param, incomplete)]

    return offer


def names(table: Iterable[str]) -> Aanvulling:
    """Offer the names of a table: themes, provinces, statuses."""

    def offer(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _starting(incomplete, ((each, "") for each in table))

    return offer


def _of_kind(kind: str, typed: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    from brief.domain import LANDSDELEN

    if kind == "landsdelen":
        if not any(each in LANDSDELEN for each in typed):
            yield from ((key, f"landsdeel {landsdeel.naam}") for key, landsdeel in LANDSDELEN.items())
    elif kind == "ids":
        yield from ((each.id, _words(each)) for each in _afspraken(typed) if each.id not in typed)
    elif kind == "agendapunten":
        heads = {each.agendapuntnummer: each.agendapunttitel for each in _afspraken(typed) if each.landsdeel in typed}
        yield from ((number, title) for number, title in heads.items() if number)
    else:
        yield kind, ""


def _afspraken(typed: tuple[str, ...]) -> tuple[Afspraak, ...]:
    from brief.rounds.choosing import newest
    from brief.sources import read_ronde

    try:
        named = next((found for each in typed[:1] if (found := folder_of(each)) is not None), None)
        folder = named or newest(INVOER).folder
        bestanden = read_ronde(folder)[0] if folder is not None else None
    except OSError:
        return ()
    return bestanden.afspraken if bestanden is not None else ()


def _known_rounds() -> tuple[Path, ...]:
    from brief.rounds.choosing import known_rounds

    try:
        return known_rounds(INVOER)
    except OSError:
        return ()


def _words(afspraak: Afspraak) -> str:
    return f"{afspraak.status.value}: {' '.join(afspraak.geldend_plat.split())[:_FEW_WORDS]}"


def _starting(incomplete: str, found: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    return [CompletionItem(name, help=words) for name, words in found if name.startswith(incomplete)]
