"""Each command that a text tells people to type can be typed: the command is there, and so is each of its options."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import click
import pytest

from brief.cli import opdracht
from brief.commands.terminal.click_dutch import usage_message
from brief.diagnostics.table import codes, explanation
from huis.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"^ *```\w*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(brief [a-z][^`\n]*)`")
_SHELL = re.compile(r"\s(?:\|\||&&|[|<>])\s.*|\s#\s.*|^[A-Z_]+=\S+ |\[ronde\]")


def _pages() -> Iterator[tuple[str, str]]:
    """Give each text for people, by a name."""
    for path in (PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))):
        if path.is_file():
            yield path.name, path.read_text("utf-8")
    yield from ((code, explanation(code) or "") for code in codes())


def _typed(text: str) -> Iterator[str]:
    """Give the commands of `brief` in a text: lines of a block, after a pipe too, and what stands between backticks."""
    lines = [line.strip().removeprefix("$ ") for block in _FENCE.findall(text) for line in block.splitlines()]
    for line in (*lines, *_INLINE.findall(text)):
        for part in re.split(r"\s\|\s", _SHELL.sub("", line) if not line.startswith("echo") else line):
            if re.match(r"brief [a-z]", part.strip()):
                yield _SHELL.sub("", part.strip())


def _wrong(line: str) -> str:
    """Say why a command cannot be typed; empty when it can."""
    words = shlex.split(line)[1:]
    command: click.Command = opdracht
    context = click.Context(opdracht, info_name="brief", resilient_parsing=True)
    while isinstance(command, click.Group) and words:
        found = command.get_command(context, words[0])
        if found is None:
            return f"{line}: no command {words[0]}"
        command, words = found, words[1:]
    try:
        command.make_parser(click.Context(command)).parse_args(words)
    except click.UsageError as error:
        return f"{line}: {usage_message(error)}"
    return ""


def test_each_command_in_a_text_can_be_typed() -> None:
    typed = {(name, line) for name, text in _pages() for line in _typed(text)}
    assert len(typed) > 100, "hardly a command was found"
    assert [(name, wrong) for name, line in sorted(typed) if (wrong := _wrong(line))] == []


@pytest.mark.parametrize(
    "line", ["brief opstelen", "brief stand --hmtl x", "brief kamerstuk vindt x", "brief afronden --wie"]
)
def test_what_cannot_be_typed_is_found(line: str) -> None:
    assert _wrong(line)
