"""Read a row of a table whose head names the columns: `Dossier | Nr.` and below it `33576 | 351`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.later import compile_later
from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.pieces import SPACE

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier

_LOOK_BACK = 3_000
_LONGEST_LINE = 400
# | 351 |: the cell behind a dossier
_CELL = compile_later(
    rf"{SPACE}*(?P<scheiding>[|;\t]){SPACE}*(?P<nummer>[1-9][0-9]{{0,3}}|[A-Z]{{1,3}}){SPACE}*(?=[|;\t\n]|$)"
)
_DOSSIER_HEAD = re.compile("(?:kamerstuk)?dossier(?:nummer|nr\\.?)?|kamerstuk(?:ken)?", re.IGNORECASE)
_NUMBER_HEAD = re.compile("(?:onder|stuk)?(?:nummers?|nrs?\\.?|no\\.?)|stuk|letter", re.IGNORECASE)


def read_row(text: str, dossier: Dossier) -> Number | None:
    """Read the number in the cell behind a dossier, when the head of the table says that the columns are these."""
    cell = _CELL.match(text, dossier.end)
    if cell is None:
        return None
    separator = cell["scheiding"]
    head = _head(text, dossier.begin)
    begin = text.rfind("\n", max(0, dossier.begin - _LONGEST_LINE), dossier.begin) + 1
    column = text.count(separator, begin, dossier.begin)
    names = [name.strip() for name in head.split(separator)]
    if len(names) < column + 2 or text[begin : dossier.begin].rpartition(separator)[2].strip():
        return None
    if _DOSSIER_HEAD.fullmatch(names[column]) is None or _NUMBER_HEAD.fullmatch(names[column + 1]) is None:
        return None
    return Number(cell["nummer"], cell.start("nummer"), cell.end("nummer"))


def _head(text: str, begin: int) -> str:
    """Give the last line before a place that names a dossier or a Kamerstuk."""
    floor = max(0, begin - _LOOK_BACK)
    found = max(text.rfind(word, floor, begin) for word in ("ossier", "OSSIER", "amerstuk", "AMERSTUK"))
    if found < 0:
        return ""
    first = text.rfind("\n", max(0, found - _LONGEST_LINE), found) + 1
    last = text.find("\n", found, begin)
    return text[first:last] if 0 < last - first <= _LONGEST_LINE else ""
