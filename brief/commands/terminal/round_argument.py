"""Which round a command is about: the folder that was named, or the newest in `input/`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., object]")

INVOER = Path("input")


class RondeMap(click.ParamType[Path]):
    """A folder with a `ronde.yaml`; a bare name such as `2026` is looked for in `input/` too."""

    name = "RONDE"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Give the folder of the round."""
        folder = Path(value)
        for candidate in (folder, INVOER / folder):
            if (candidate / "ronde.yaml").is_file():
                return candidate
        if folder.name == "ronde.yaml" and folder.is_file():
            return folder.parent
        known = ", ".join(path.as_posix() for path in rondes())
        hint = f" (wel: {known})" if known else "; maak er een met: brief nieuw 2027"
        where = "geen map met een ronde.yaml" if folder.is_dir() else "geen ronde"
        raise click.BadParameter(f"'{value}' is {where}{hint}", ctx, param)


def rondes() -> list[Path]:
    """List the rounds in `input/`, the newest last: by number where the name is one."""
    if not INVOER.is_dir():
        return []
    return sorted((path.parent for path in INVOER.glob("*/ronde.yaml")), key=_age)


def _age(folder: Path) -> tuple[int, str]:
    digits = "".join(letter for letter in folder.name if letter.isdecimal())
    return int(digits[:4] or 0), folder.name


def nieuwste() -> Path:
    """Give the newest round in `input/`."""
    found = rondes()
    if not found:
        message = "er is geen ronde in input/; noem een map, of maak een ronde met: brief nieuw 2027"
        raise click.UsageError(message)
    return found[-1]


def ronde_argument(command: Command) -> Command:
    """Add the argument RONDE: a folder, or the newest round when it is left out."""
    return click.argument("ronde", type=RondeMap(), required=False, callback=_or_newest)(command)


def _or_newest(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:  # noqa: ARG001 - click's signature
    return value or nieuwste()
