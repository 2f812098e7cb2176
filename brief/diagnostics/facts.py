"""Read a table of facts that comes with the program: a `.toml` beside the module that uses it.

People keep these tables too: a theme, another name of a province. A table is held against its form before it is used,
and a mistake in it is one message with its place, whatever command was typed.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from brief.diagnostics.model import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Form = type | list[type] | dict[str, Any]
"""`str`, `int`; `[str]`, a list of these; or a table, `{"naam": str, "?anders": [str], "*": …}`: a name with `?` may be
absent, and `*` is every other name."""

_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_KINDS = {str: "een tekst", int: "een getal", float: "een getal", bool: "true of false"}
_MOST = 10**9
_HINT = "herstel het bestand, of zet het terug zoals het bij brief hoort"


class FactsError(Exception):
    """A table of facts has a mistake; without it nothing can be read. `finding` says which."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_facts(path: Path, form: Form) -> dict[str, Any]:
    """Read a table of this form; raises `FactsError` at the first mistake in it."""
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise facts_error(path, "dit bestand is niet opgeslagen als UTF-8") from error
    except RecursionError as error:
        raise facts_error(path, "de lijsten in dit bestand staan te diep in elkaar") from error
    except ValueError as error:  # what tomllib raises, and Python itself for a number of thousands of digits
        at = _LINE.search(str(error))
        place = Place(path.as_posix(), int(at[1]), int(at[2])) if at else Place(path.as_posix())
        raise facts_error(path, "dit is geen TOML: " + ("hier" if at else "aan het einde"), place) from error
    for name, message in _mistakes(data, form):
        raise facts_error(path, message, _place(path, text, name))
    return data


def facts_error(path: Path, message: str, place: Place | None = None) -> FactsError:
    """Make the error about a table of facts."""
    return FactsError(Diagnostic("BR902", Severity.FOUT, message, place or Place(path.as_posix()), hint=_HINT))


def _mistakes(value: object, form: Form, name: str = "") -> Iterator[tuple[str, str]]:
    """Give the mistakes in a value, each with the name that it stands under."""
    shown = f"'{name}'" if name else "dit bestand"
    if isinstance(form, dict):
        if isinstance(value, dict):
            yield from _in_table(value, form, name)
        else:
            yield name, f"onder {shown} horen namen met een waarde te staan"
    elif isinstance(form, list):
        if not isinstance(value, list) or any(_other(each, form[0]) for each in value):
            yield name, f"{shown} moet een lijst zijn, met als waarden {_KINDS[form[0]]}"
        else:
            yield from ((name, f"in {shown} staat {wrong}") for wrong in filter(None, map(_unusable, value)))
    elif _other(value, form):
        yield name, f"{shown} moet {_KINDS[form]} zijn"
    elif wrong := _unusable(value):
        yield name, f"bij {shown} staat {wrong}"


def _unusable(value: object) -> str:
    """Say of a value of the right kind why it can be found in no text, or printed in none; nothing when it can."""
    if isinstance(value, int):
        return "" if abs(value) < _MOST else "een getal dat te groot is"
    if not isinstance(value, str) or (value.isprintable() and value.strip(" ") == value != ""):
        return ""
    return "een lege tekst" if not value.strip() else f"een teken dat geen mens ziet: {value[:40]!a}"


def _in_table(table: dict[str, Any], form: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
    known = {each.removeprefix("?"): inner for each, inner in form.items()}
    for each, value in table.items():
        path = f"{name}.{each}" if name else each
        if wrong := _unusable(each):
            yield name, f"als naam staat er {wrong}"
        elif each in known or "*" in known:
            yield from _mistakes(value, known[each] if each in known else known["*"], path)
        else:
            yield path, f"onbekende naam '{path}'; kies uit: {', '.join(known)}"
    for each in form:
        if each != "*" and not each.startswith("?") and each not in table:
            yield name, f"'{name}.{each}' ontbreekt" if name else f"'{each}' ontbreekt"


def _other(value: object, kind: type) -> bool:
    return not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)


def _place(path: Path, text: str, name: str) -> Place:
    """Give the line of a name: of its table, or where it is first given a value behind it."""
    table, _, last = name.rpartition(".")
    rows = text.split("\n")
    begin = next((n for n, row in enumerate(rows) if row.strip() == f"[{table}]"), 0)
    for wanted in (rf"\[{re.escape(name)}\]", rf'"?{re.escape(last)}"?\s*='):
        for number in range(begin, len(rows)):
            if name and re.match(wanted, rows[number].strip()):
                return Place(path.as_posix(), number + 1, 1, max(1, len(rows[number])), excerpt=rows[number])
    return Place(path.as_posix())
