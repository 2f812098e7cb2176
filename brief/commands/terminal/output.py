"""The one door to the terminal: all that commands say goes through here, and so does what they ask.

Findings go to stderr, results to stdout. What a file, a name or an argument holds is shown, never obeyed: no character
that steers a terminal or turns the direction of a text gets through. A reader that went away stops nobody's work.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from brief.diagnostics import Diagnostic

KLAAR, BEVINDINGEN, ONBRUIKBAAR, NIETS_TE_DOEN = 0, 1, 2, 3
"""The exit codes: done, findings or differences, unusable input or usage, nothing to do."""

MOST_ROWS, LAST_ROWS = 2_000, 50
"""How many lines of a result are shown on a screen; of these so many are its last, where sums and advice stand."""

# ESC, CR and all controls but tab and line feed; C1; marks and overrides of direction; line separators; half pairs
_STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(slots=True)  # the one value that is there before a command is chosen, so that `--version` loads click alone
class _Run:
    """What became of the output of this run: whether the work itself is done, and why a result did not get out.

    `everything` tells that each finding and the whole result are shown in full.
    """

    is_done: bool = False
    lost: OSError | None = None
    everything: bool = False


_run = _Run()


def begin() -> None:
    """Make the streams fit to be used: one that is closed leads nowhere, and one that lacks a letter writes its number.

    A file that we open later can then not get the number of a stream, and be written over.
    """
    _run.is_done, _run.lost, _run.everything = False, None, False
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for as long as the run lasts
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def show_everything() -> None:
    """Show each finding of this run in full, and all lines of the result, however many there are."""
    _run.everything = True


def work_is_done() -> None:
    """Note that what was asked is done: from here on a result that cannot be shown is no failure of the command."""
    _run.is_done = True


def end(code: int) -> int:
    """Give the exit code of the run: its own, or that of a failure when its result did not get out."""
    _deliver("", err=False)
    if _run.lost is None:
        return code
    from brief.diagnostics.system import reason

    why = reason(_run.lost)
    if _run.is_done:
        say(f"let op: dit is gedaan, maar de uitkomst kon niet worden getoond: {why}", err=True)
        return code
    say(f"fout: de uitkomst kon niet worden geschreven: {why}", err=True)
    return ONBRUIKBAAR


def say(text: str, *, err: bool = False, colour: bool = False, end: str = "\n") -> None:
    """Write lines to stdout or stderr; with `colour` our own colours get through."""
    _deliver(shown(text, colour=colour) + end, err=err, colour=colour)


def shown(text: str, *, colour: bool = False) -> str:
    """Give a text in which every character that steers a terminal is a picture of itself."""
    if not colour:
        return _STEERS.sub(_picture, text)
    ours = _COLOUR.findall(text)
    parts = [_STEERS.sub(_picture, part) for part in _COLOUR.split(text)]
    return "".join(part + code for part, code in zip(parts, [*ours, ""], strict=True))


def ask(question: str) -> str:
    """Ask a person something, on stderr."""
    answer: str = click.prompt(shown(question), err=True)
    return answer


def ask_or(question: str, default: str) -> str:
    """Ask a person something that may be left empty: then it is `default`."""
    answer: str = click.prompt(shown(question), default=default, show_default=bool(default), err=True)
    return answer


def ask_key(question: str, keys: str) -> str:
    """Ask a person for one key of `keys`, or a question mark, on stderr; another key asks again."""
    say(question, err=True, end="")
    while True:
        key = click.getchar().lower()
        if key in {"\x03", "\x04", ""}:
            raise click.Abort
        if key in keys or key == "?":
            say(key, err=True)
            return key


def use_colour(*, stderr: bool) -> bool:
    """Tell whether colour may be used: on a terminal that knows it, unless NO_COLOR is set (no-color.org)."""
    stream = sys.stderr if stderr else sys.stdout
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def is_interactive() -> bool:
    """Tell whether there is someone who sees what we ask, and can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def print_findings(findings: Sequence[Diagnostic], ignored: int = 0) -> None:
    """Print findings and their count to stderr; nothing at all when there are none."""
    if not findings and not ignored:
        return
    from brief.render.terminal.report import report_text

    colour = use_colour(stderr=True)
    text = report_text(findings, colour=colour, ignored=ignored, width=_width(), everything=_run.everything)
    say(text.removesuffix("\n"), err=True, colour=colour)


def _width() -> int:
    """Give how wide messages are: as the terminal is, within what reads well; as always when there is none."""
    from brief.render.terminal.messages import WIDTH

    if not sys.stderr.isatty():
        return WIDTH
    return max(50, min(120, shutil.get_terminal_size((WIDTH, 24)).columns - 1))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines to stdout; nothing at all when there are none.

    On a screen a result of thousands of lines is cut in its middle, and says so; a file or a pipe gets all of it.
    """
    text = "\n".join(lines)
    if not text:
        return
    rows = text.split("\n")
    if len(rows) > MOST_ROWS and sys.stdout.isatty() and not _run.everything:
        left_out = len(rows) - MOST_ROWS
        said = f"… hier staan {left_out} regels niet. Alles: dezelfde opdracht met -v, of met > uitvoer.txt erachter"
        text = "\n".join((*rows[: MOST_ROWS - LAST_ROWS], "", said, "", *rows[-LAST_ROWS:]))
    say(text)


def print_step(step: str) -> None:
    """Print what comes next to stderr, so that a result stays what it is; nothing when there is no next step."""
    if step:
        say(step, err=True)


def print_json(value: Any) -> None:
    """Print a value as JSON to stdout, letters as they are, save those that steer a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    say(_STEERS.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


def print_drawn(draw: Callable[[TextIO], object]) -> None:
    """Print what `draw` writes to the stream that it gets, which is as wide, lettered and colourful as stdout."""
    kept = io.BytesIO()
    page = _Page(kept, sys.stdout.encoding or "utf-8", "backslashreplace", newline="\n")
    draw(page)
    page.flush()
    say(kept.getvalue().decode(page.encoding).removesuffix("\n"), colour=page.isatty())


class _Page(io.TextIOWrapper):
    """A stream in memory that is a terminal when stdout is one."""

    def isatty(self) -> bool:
        """Tell whether stdout is a terminal."""
        return sys.stdout.isatty()


def _picture(match: re.Match[str]) -> str:
    number = ord(match.group())
    return chr(0x2400 + number) if number < 0x20 else "\u2421" if number == 0x7F else "\ufffd"


def _deliver(text: str, *, err: bool, colour: bool = False) -> None:
    """Write to a stream; when its reader has gone or it is full, what follows goes nowhere, and a failure is kept."""
    stream = sys.stderr if err else sys.stdout
    try:
        click.echo(text, file=stream, nl=False, color=colour)
    except BrokenPipeError:
        _discard(stream)
    except (OSError, ValueError) as error:
        _discard(stream)
        if isinstance(error, OSError) and not err:
            _run.lost = _run.lost or error


def _discard(stream: TextIO) -> None:
    """Let what is still to be written to a stream go nowhere, so that Python does not try again at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
