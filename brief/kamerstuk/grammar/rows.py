"""Read a row of a table whose head names the columns: `Dossier | Nr.` and below it `33576 | 351`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.pieces import SPACE
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier

_NAMES_OF_COLUMN = ("ossier", "OSSIER", "amerstuk", "AMERSTUK")
_LOOK_BACK = 3_000
_LONGEST_LINE = 400
# | 351 |: the cell behind a dossier
_CELL = compile_later(
    rf"{SPACE}*(?P<scheiding>[|;\t]){SPACE}*(?P<nummer>[1-9][0-9]{{0,3}}|[A-Z]{{1,3}}){SPACE}*(?=[|;\t\n]|$)"
)
# / 33 576, 377 /: a cell that holds dossier and number, in a table of which the columns are named somewhere before
_PAIR = compile_later(rf",{SPACE}*(?P<nummer>[1-9][0-9]{{0,3}}){SPACE}*(?P<scheiding>[|/\t])")
_CELL_BEFORE = compile_later(rf"(?P<scheiding>[|/\t]){SPACE}{{0,9}}$")
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


def read_pair_in_cell(text: str, dossier: Dossier) -> Number | None:
    """Read `33 576, 377` when it fills a cell and the name of a column, Kamerstuk or dossier, stands before it."""
    pair = _PAIR.match(text, dossier.end)
    before = _CELL_BEFORE.search(text, max(0, dossier.begin - len("|         ")), dossier.begin) if pair else None
    if pair is None or before is None or before["scheiding"] != pair["scheiding"]:
        return None
    floor = max(0, dossier.begin - _LOOK_BACK)
    if all(text.rfind(word, floor, dossier.begin) < 0 for word in _NAMES_OF_COLUMN):
        return None
    return Number(pair["nummer"], pair.start("nummer"), pair.end("nummer"))


def _head(text: str, begin: int) -> str:
    """Give the last line before a place that names a dossier or a Kamerstuk."""
    floor = max(0, begin - _LOOK_BACK)
    found = max(text.rfind(word, floor, begin) for word in _NAMES_OF_COLUMN)
    if found < 0:
        return ""
    first = text.rfind("\n", max(0, found - _LONGEST_LINE), found) + 1
    last = text.find("\n", found, begin)
    return text[first:last] if 0 < last - first <= _LONGEST_LINE else ""
