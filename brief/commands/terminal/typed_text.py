"""Text as a person types it behind a command: bytes that are no text, or that no document can hold, are no reason."""

from __future__ import annotations

import os
from typing import Any

import click

from brief.commands.terminal.invoer import INVOER

_PLAIN = type(click.STRING)


class Tekst(_PLAIN):  # type: ignore[misc,valid-type]
    """Text that can be written; a file may have whatever name the system gave it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the text, or stop."""
        text = super().convert(value, param, ctx)
        if not text.isprintable() and _is_unwritable(text) and not _is_name(text):
            self.fail(f"'{text}' is geen leesbare tekst; typ haar opnieuw", param, ctx)
        return text


def _is_unwritable(text: str) -> bool:
    """Tell whether a text has what no document can hold, or what a terminal takes for an order."""
    from brief.word.opc.characters import forbidden  # a text with such signs is rare

    return "\x7f" in text or bool(forbidden(text))


def _is_name(text: str) -> bool:
    return any(os.path.lexists(each) for each in (text, INVOER / text))


def only_text(command: click.Command) -> None:
    """Let every argument and option of a command that holds plain text take nothing else."""
    for param in command.params:
        if type(param.type) is _PLAIN:
            param.type = Tekst()
