"""Read a row of a table whose head names the columns: `Dossier | Nr.` and below it `33576 | 351`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import may_be_dossier
from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.pieces import DOSSIER_DIGITS, NUMMER, SPACE
from brief.kamerstuk.grammar.words import PAPER_BEFORE
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier

_NAMES_OF_COLUMN = ("ossier", "OSSIER", "amerstuk", "AMERSTUK", "Kst", "KST")
_LOOK_BACK = 3_000
_LONGEST_LINE = 400
_PAD = rf"{SPACE}{{0,200}}"
"""Space on one side of an edge; a tab is an edge too, so that a longer run could be parted in very many ways."""
# | 351 |: the cell behind a dossier
_CELL = compile_later(rf"{_PAD}(?P<scheiding>[|;\t]){_PAD}(?P<nummer>{NUMMER}|[A-Z]{{1,3}}){_PAD}(?=[|;\t\n]|$)")
_CELL_END = compile_later(rf"{_PAD}(?P<scheiding>[|;\t])")
# | 46 | before the cell of a dossier
_NUMBER_CELL = compile_later(rf"(?:^|[|;\t]|(?<=\n)){SPACE}*(?P<nummer>{NUMMER}|[A-Z]{{1,3}}){SPACE}*[|;\t]{SPACE}*$")
# / 33 576, 377 /: a cell that holds dossier and number, in a table of which the columns are named somewhere before
_PAIR = compile_later(rf",{SPACE}*(?P<nummer>{NUMMER}){SPACE}*(?P<scheiding>[|/\t])")
_CELL_BEFORE = compile_later(rf"(?P<scheiding>[|/\t]){SPACE}{{0,9}}$")
# | 267 | Brief |: the number behind a dossier, and cells that count nothing
_FIRST_CELLS = compile_later(
    rf"{_PAD}(?P<scheiding>[|\t]){_PAD}(?P<nummer>{NUMMER}|[A-Z]{{1,2}}){_PAD}(?:\||(?=[\t\n]|$))(?![^\n0-9]{{0,200}}[0-9])"
)
# Motie Bikker | 36471 | 31 | In uitvoering | Q2 2025: a row that opens with one paper, and the number behind a dossier
_PAPER_ROW = compile_later(
    rf"(?:[0-9]{{1,3}}[.)]?{SPACE}*[|\t]{SPACE}*)?\|?{SPACE}*(?:(?:[Nn]ader )?[Gg]ewijzigde? )?"
    r"(?:[Mm]otie|[Aa]mendement|(?:[Kk]amer)?[Bb]rief)[- ][A-Za-z][^\n0-9]{0,160}[|\t]"
    rf"{SPACE}*$"
)
_NUMBER_BEHIND = compile_later(rf"{_PAD}[|\t]{_PAD}{NUMMER}(?={_PAD}(?:[|\t\n]|$))")
# |---|---|: the rule below the head of a table in Markdown
_RULE = compile_later(r"\n[ \t]{0,3}\|?[ \t]*:?-{2,}[-:| \t]{0,200}(?=\n)")
_DOSSIER_CELL = compile_later(rf"{DOSSIER_DIGITS}(?![0-9])")
_DOSSIER_HEAD = compile_later("(?:kamerstuk)?dossier(?:nummer|nr\\.?)?|kamerstuk(?:ken)?", re.IGNORECASE)
_NUMBER_HEAD = compile_later("(?:onder|stuk)?(?:nummers?|nrs?\\.?|no\\.?)|stuk|letter", re.IGNORECASE)


def read_row(text: str, dossier: Dossier) -> Number | None:
    """Read the number in the cell behind a dossier, or before it, when the head of the table names these columns."""
    cell = _CELL.match(text, dossier.end)
    edge = cell or _CELL_END.match(text, dossier.end)
    if edge is None:
        return None
    separator = edge["scheiding"]
    head = _head(text, dossier.begin)
    begin = text.rfind("\n", max(0, dossier.begin - _LONGEST_LINE), dossier.begin) + 1
    column = text.count(separator, begin, dossier.begin)
    names = [name.strip() for name in head.split(separator)]
    if len(names) < column + 2 or text[begin : dossier.begin].rpartition(separator)[2].strip():
        return None
    if _DOSSIER_HEAD.fullmatch(names[column]) is None:
        return None
    if _NUMBER_HEAD.fullmatch(names[column + 1]):  # a number before the dossier only counts the rows then
        return None if cell is None else Number(cell["nummer"], cell.start("nummer"), cell.end("nummer"))
    before = _NUMBER_CELL.search(text, begin, dossier.begin) if column else None
    if before and _NUMBER_HEAD.fullmatch(names[column - 1]) and before["nummer"] != _row_number(text, begin):
        return Number(before["nummer"], before.start("nummer"), dossier.end)
    return None


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


def row_without_head(text: str, dossier: Dossier) -> tuple[int, int] | None:
    """Give (begin, end) of `| 29 435 | 267 |` in a table no row of which names the columns; None for any other."""
    cell = _FIRST_CELLS.match(text, dossier.end)
    begin = text.rfind("\n", max(0, dossier.begin - _LONGEST_LINE), dossier.begin) + 1
    number = _NUMBER_BEHIND.match(text, dossier.end) if may_be_dossier(dossier.dossier) else None
    if number and not dossier.may_be_amount and _PAPER_ROW.match(text, begin, dossier.begin):
        return dossier.begin, number.end()
    if cell is None or not may_be_dossier(dossier.dossier):
        return None
    if text[begin : dossier.begin].strip() not in {"", "|"} and not PAPER_BEFORE.search(text, begin, dossier.begin):
        return None
    if dossier.may_be_amount or (cell["scheiding"] == "\t" and text[begin : dossier.begin].strip()):
        return None
    floor = max(0, begin - _LOOK_BACK)
    above = text[max(floor, text.rfind("\n\n", floor, begin)) : begin]
    first = next((line for line in above.split("\n") if cell["scheiding"] in line), "")
    has_head = first and _DOSSIER_CELL.search(first) is None
    return None if has_head else (dossier.begin, cell.end("nummer"))


def _head(text: str, begin: int) -> str:
    """Give the last line before a place that names a dossier or a Kamerstuk."""
    found = _head_place(text, begin)
    if found < 0:
        return ""
    first = text.rfind("\n", max(0, found - _LONGEST_LINE), found) + 1
    last = text.find("\n", found, begin)
    return text[first:last] if 0 < last - first <= _LONGEST_LINE else ""


def _head_place(text: str, begin: int) -> int:
    floor = max(0, begin - _LOOK_BACK)
    return max(text.rfind(word, floor, begin) for word in _NAMES_OF_COLUMN)


def _row_number(text: str, begin: int) -> str:
    """Give which row below its head begins at a place, from 1: a column that says just that numbers no papers."""
    head = text.find("\n", _head_place(text, begin), begin)
    has_rule = _RULE.match(text, head) is not None
    return str(text.count("\n", head, begin) - has_rule)
