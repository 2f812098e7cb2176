"""Which round a command is about: the folder that was named, or the newest in `input/`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from brief.commands.terminal.invoer import INVOER, folder_of
from brief.commands.terminal.output import ONBRUIKBAAR, print_findings, say
from brief.disk.names import as_named

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., object]")

VERSIE = re.compile(r"v[0-9]{2,}")


class RondeMap(click.ParamType[Path]):
    """A folder with a `ronde.yaml`; a bare name such as `2026` is looked for in `input/` too."""

    name = "RONDE"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Give the folder of the round."""
        folder = Path(value)
        for candidate in (as_named(folder), as_named(INVOER / folder)):
            if (candidate / "ronde.yaml").is_file():
                if candidate != folder:
                    _say(candidate)
                return candidate
        if folder.name == "ronde.yaml" and folder.is_file():
            return folder.parent
        from brief.rounds.choosing import known_rounds

        known = ", ".join(path.as_posix() for path in known_rounds(INVOER))
        hint = f" (wel: {known})" if known else "; maak er een met: brief nieuw 2027"
        where = "geen map met een ronde.yaml" if folder.is_dir() else "geen ronde"
        raise click.BadParameter(f"'{value}' is {where}{hint}", ctx, param)


def ronde_en_rest(args: tuple[str, ...], ctx: click.Context) -> tuple[Path, tuple[str, ...]]:
    """Take the round from the front of what was typed; the newest when that does not begin with one."""
    if args and (is_ronde(args[0]) or "/" in args[0]):
        return RondeMap().convert(args[0], None, ctx), args[1:]
    return nieuwste(), args


def is_ronde(value: str) -> bool:
    """Tell whether this names a round: its folder, or its name in `input/`."""
    return folder_of(value) is not None


def nieuwste() -> Path:
    """Give the newest round in `input/` and say which that is; stop when there is none, or it could be another."""
    from brief.rounds.choosing import newest

    choice = newest(INVOER)
    if choice.folder is None:
        print_findings(choice.findings)
        click.get_current_context().exit(ONBRUIKBAAR)
    _say(choice.folder)
    return choice.folder


def _say(folder: Path) -> None:
    """Say on stderr which round the command works on; a folder that was typed as it is needs no telling."""
    context = click.get_current_context(silent=True)
    if context is None or not context.resilient_parsing:  # a shell that asks what could come next is told only that
        say(f"ronde: {folder.as_posix()}", err=True)


def nieuwste_als_die_er_is() -> Path | None:
    """Give the newest round as `nieuwste` does; None when there is no round at all."""
    from brief.rounds.choosing import known_rounds

    return nieuwste() if known_rounds(INVOER) else None


def ronde_argument(command: Command) -> Command:
    """Add the argument RONDE: a folder, or the newest round when it is left out."""
    from brief.commands.terminal.completing import rounds

    return click.argument("ronde", type=RondeMap(), required=False, callback=_or_newest, shell_complete=rounds)(command)


def _or_newest(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:  # noqa: ARG001 - click's signature
    return value or (INVOER if ctx.resilient_parsing else nieuwste())


def ronde_en_versie(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[Path, str | None]:
    """Read `[RONDE] [VERSIE]` in any order: what looks like `v07` is the version; without a round the newest."""
    names = [each for each in value if not VERSIE.fullmatch(each)]
    known = [each for each in value if VERSIE.fullmatch(each)]
    if len(names) > 1 or len(known) > 1:
        raise click.BadParameter("noem hoogstens één ronde en één versie, zoals: 2026 v07", ctx, param)
    ronde = RondeMap().convert(names[0], param, ctx) if names else nieuwste()
    return ronde, (known[0] if known else None)
