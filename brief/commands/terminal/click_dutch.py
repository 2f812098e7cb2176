"""Let click speak Dutch: headings of its help, and the words of its errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_HEADINGS = {"Options": "Opties", "Commands": "Opdrachten", "Arguments": "Argumenten"}
_WORDS = {
    "Show this message and exit.": "Toon deze hulp.",
    "Show the version and exit.": "Toon de versie.",
    "[required]": "[verplicht]",
}
_METAVARS = (("[OPTIONS]", "[OPTIES]"), ("COMMAND [ARGS]...", "OPDRACHT …"))
_KIND = {"TEXT": "TEKST", "INTEGER": "GETAL", "FLOAT": "GETAL", "DIRECTORY": "MAP", "FILE": "BESTAND", "PATH": "PAD"}
_KINDS = re.compile(r"(?<= )(?:" + "|".join(_KIND) + r")(?![\w|])")
_NO_SUCH_PATH = re.compile(r"\w+ '(?P<path>.*)' does not exist\.")
_BAD_TYPE = re.compile(r"'(?P<value>.*)' is not a valid (?P<type>[\w ]+?)( range)?\.")
_BAD_DATE = re.compile(r"'(?P<value>.*)' does not match the formats? ")
_WRONG_KIND = re.compile(r"\w+ '(?P<path>.*)' is a (?P<is>file|directory)\.")
_NO_RIGHT = re.compile(r"\w+ '(?P<path>.*)' is not (?P<to>read|writ)able\.")
_NO_RIGHTS = "u hebt er geen rechten voor"
_BOUNDS = re.compile(r"(\d+)<=x<=(\d+)")
_RANGE = re.compile(r"(?P<value>\S+) is not in the range (?P<range>\S+)\.")


class Opmaak(click.HelpFormatter):
    """Help with Dutch headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is typed."""
        for english, dutch in _METAVARS:
            args = args.replace(english, dutch)
        super().write_usage(prog, args, prefix or "Gebruik: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list of options, arguments or commands."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of names and what they do."""
        rows = [(name.replace("[%Y-%m-%d]", "JJJJ-MM-DD"), text) for name, text in rows]
        dutch = [(_KINDS.sub(lambda found: _KIND[found.group()], name), _dutch_words(text)) for name, text in rows]
        super().write_dl(dutch, col_max, col_spacing)


def _dutch_words(text: str) -> str:
    for english, dutch in _WORDS.items():
        text = text.replace(english, dutch)
    return re.sub(r"\[default: (.*?)\]", r"[standaard: \1]", _bounds(text))


def _bounds(text: str) -> str:
    return _BOUNDS.sub(r"van \1 tot en met \2", text)


def usage_message(error: click.ClickException) -> str:
    """Word an error of click in Dutch: what is wrong, and what was probably meant."""
    for kind, words in _ERRORS:
        if isinstance(error, kind):
            return words(error)
    return error.format_message()


def _no_such_option(error: click.ClickException) -> str:
    if not isinstance(error, click.NoSuchOption):
        return error.format_message()
    near = sorted(error.possibilities or ())
    return f"onbekende optie '{error.option_name}'" + (f"; bedoelde u {' of '.join(near)}?" if near else "")


def _missing(error: click.ClickException) -> str:
    param = error.param if isinstance(error, click.MissingParameter) else None
    if isinstance(param, click.Argument):
        return f"{param.make_metavar(click.get_current_context(silent=True) or _context(error))} ontbreekt"
    return f"de optie {param.opts[0]} ontbreekt" if param else "er ontbreekt iets"


def _context(error: click.ClickException) -> click.Context:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return context or click.Context(click.Command("brief"))


def _bad_parameter(error: click.ClickException) -> str:
    param = error.param if isinstance(error, click.BadParameter) else None
    name = (param.opts[0] if isinstance(param, click.Option) else (param.human_readable_name if param else "")) or ""
    said = _bad_value(error.message, param)
    # a word is the name of an argument; a form, such as BRIEF.docx|-, is none
    return f"{name}: {said}" if re.fullmatch(r"-{0,2}[\w-]+", name) else said


def _bad_value(message: str, param: click.Parameter | None) -> str:
    if match := _NO_SUCH_PATH.search(message):
        return f"'{match['path']}' bestaat niet"
    if param is not None and isinstance(param.type, click.Choice) and "is not one of" in message:
        return f"{message.split(' is not ')[0]} kan niet; kies uit: {', '.join(map(str, param.type.choices))}"
    if match := _BAD_DATE.search(message):
        return f"'{match['value']}' is geen datum; schrijf jaar-maand-dag, zoals 2026-09-09"
    if match := _BAD_TYPE.search(message):
        return f"'{match['value']}' is geen getal" if "int" in match["type"] else f"'{match['value']}' is niet geldig"
    if match := _WRONG_KIND.search(message):
        there, wanted = ("bestand", "map") if match["is"] == "file" else ("map", "bestand")
        return f"'{match['path']}' is een {there}, geen {wanted}"
    if match := _NO_RIGHT.search(message):
        return f"'{match['path']}' is niet te {'lezen' if match['to'] == 'read' else 'schrijven'}: {_NO_RIGHTS}"
    if match := _RANGE.search(message):
        return f"{match['value']} is geen getal {_bounds(match['range'])}"
    return message


def _bad_option_usage(error: click.ClickException) -> str:
    name = error.option_name if isinstance(error, click.BadOptionUsage) else ""
    if "requires an argument" in error.message or "requires" in error.message:
        return f"na de optie '{name}' hoort een waarde"
    if "does not take a value" in error.message:
        return f"de optie '{name}' heeft geen waarde"
    return error.message


def _usage(error: click.ClickException) -> str:
    if match := re.match(r"Got unexpected extra arguments? \((.*)\)", error.message):
        return f"te veel: {match[1]}"
    if match := re.match(r"No such command '(.*)'\.", error.message):
        return unknown_command(match[1], _commands(error))
    if error.message.startswith("Missing command"):
        return "geef een opdracht"
    return error.message


def _commands(error: click.ClickException) -> list[str]:
    context = _context(error)
    return context.command.list_commands(context) if isinstance(context.command, click.Group) else []


def unknown_command(name: str, known: Iterable[str]) -> str:
    """Say that a command does not exist, and which was probably meant."""
    import difflib

    near = difflib.get_close_matches(name, list(known), n=1)
    return f"onbekende opdracht '{name}'" + (f"; bedoelde u '{near[0]}'?" if near else "")


def _file(error: click.ClickException) -> str:
    name = error.ui_filename if isinstance(error, click.FileError) else ""
    return f"'{name}' is niet te lezen"


_ERRORS: tuple[tuple[type[click.ClickException], Callable[[click.ClickException], str]], ...] = (
    (click.NoSuchOption, _no_such_option),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad_parameter),
    (click.BadOptionUsage, _bad_option_usage),
    (click.FileError, _file),
    (click.UsageError, _usage),
)
