"""Read a row of a table whose head names the columns: `Dossier | Nr.` and below it `33576 | 351`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk.dossiers import is_well_known
from brief.kamerstuk.grammar.dossier import may_be_dossier
from brief.kamerstuk.grammar.numbers import Number, listed_numbers
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
# | 351 |: the border between a dossier and the cell behind it, and that cell
_BORDER = compile_later(r"[ \u00a0]{0,200}[|;\t][ \u00a0]{0,200}")
_LONGEST_CELL = 60
_IN_CELL = compile_later(rf"[^|;\t\n]{{0,{_LONGEST_CELL}}}")
_CELL_ENDS = compile_later(r"[ \u00a0]{0,200}(?:[|;\t\n]|$)")
_SEPARATORS = "\t|;"
# | 46 | before the cell of a dossier
_NUMBER_CELL = compile_later(rf"(?:^|[|;\t]|(?<=\n)){SPACE}*(?P<nummer>{NUMMER}|[A-Z]{{1,3}}){SPACE}*[|;\t]{SPACE}*$")
# / 33 576, 377 /: a cell that holds dossier and number, in a table of which the columns are named somewhere before
_PAIR = compile_later(rf",{SPACE}*(?P<nummer>{NUMMER}){SPACE}*(?P<scheiding>[|/\t])")
# 36 463, 4 · 36 463 4 · 36 463 (4) · 36 463 A: the same where it fills a cell of the column of the dossiers
_PAIR_FILLS = compile_later(
    r"(?:,?[ \u00a0]|[ \u00a0]\()(?P<nummer>[1-9][0-9]{0,3}|[A-Z]{1,3})(?:\)|(?<=[0-9A-Z]))"
    r"(?=[ \u00a0]{0,200}(?:[|;\t\n]|$))"
)
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
# 1 | 36 463 | 4 | Motie: the same, where a cell behind the number names the paper
_PAPER_BEHIND = compile_later(
    r"[^\n0-9]{0,60}[|\t][ \u00a0]{0,200}(?:[Mm]otie|[Aa]mendement|(?:[Kk]amer)?[Bb]rief)(?![a-z])"
)
_NUMBER_BEHIND = compile_later(rf"{_PAD}(?P<scheiding>[|;\t]){_PAD}{NUMMER}(?={_PAD}(?:[|;\t\n]|$))")
# 34682,205,Motie · 34682    205   Motie: a line of a file with commas, or of columns set with spaces
_PLAIN_CELLS = compile_later(
    rf"(?P<rand>,|[ \u00a0]{{2,60}})(?P<nummer>{NUMMER}|[A-Z]{{1,2}})(?:,|[ \u00a0]{{2,60}})(?=[A-Za-z\"])"
)
# |---|---|: the rule below the head of a table in Markdown
_RULE = compile_later(r"\n[ \t]{0,3}\|?[ \t]*:?-{2,}[-:| \t]{0,200}(?=\n)")
_DOSSIER_CELL = compile_later(rf"{DOSSIER_DIGITS}(?![0-9])")
_DOSSIER_HEAD = compile_later(
    "(?:(?:kamerstuk|tk|ek)-?)?dossier(?:-?nummer|-?nr\\.?)?|kamerstuk(?:ken)?|kst\\.?|wetsvoorstel", re.IGNORECASE
)
# Aantal · Bedrag (€) · Jaar: a column that counts
_COUNT_HEAD = compile_later("aantal|bedrag|jaar|datum|totaal|stand|uren|kosten|\u20ac|%", re.IGNORECASE)
_NUMBER_HEAD = compile_later(
    "(?:(?:onder|stuk|volg)-?)?(?:nummers?|nrs?\\.?|no\\.?)|stuk(?:ken)?|letters?|ek|tk|#", re.IGNORECASE
)


class Kolom(Struct, frozen=True):
    """Where a dossier stands in a table: the names of the columns, which of them is its own, where their row ends."""

    namen: tuple[str, ...]
    plaats: int
    einde: int

    @property
    def nummer_erachter(self) -> bool:
        """Tell whether the next column holds the numbers."""
        return _NUMBER_HEAD.fullmatch(self._name(self.plaats + 1)) is not None

    @property
    def nummer_ervoor(self) -> bool:
        """Tell whether the column before it holds numbers, of papers or of rows."""
        return self.plaats > 0 and _NUMBER_HEAD.fullmatch(self._name(self.plaats - 1)) is not None

    @property
    def heeft_nummers(self) -> bool:
        """Tell whether any column is called one of numbers."""
        return any(_NUMBER_HEAD.fullmatch(name) for name in self.namen)

    @property
    def telt_erachter(self) -> bool:
        """Tell whether the next column counts things."""
        return _COUNT_HEAD.search(self._name(self.plaats + 1)) is not None

    def _name(self, place: int) -> str:
        return self.namen[place] if place < len(self.namen) else ""


def read_row(text: str, dossier: Dossier) -> list[Number]:
    """Read the numbers in the cell behind a dossier, or before it, when the head of the table names these columns."""
    column = _column(text, dossier)
    if column is None:
        return []
    if column.nummer_erachter:  # a number before the dossier only counts the rows then
        return _numbers_behind(text, dossier.end)
    begin = _line_begin(text, dossier.begin)
    before = _NUMBER_CELL.search(text, begin, dossier.begin) if column.nummer_ervoor else None
    if before and before["nummer"] != _row_number(text, column.einde, begin):
        return [Number(before["nummer"], before.start("nummer"), dossier.end)]
    return []


def is_in_column(text: str, dossier: Dossier) -> bool:
    """Tell whether a dossier fills a cell below the word `Dossier`, in a table without a column for numbers."""
    column = _column(text, dossier)
    return column is not None and not column.heeft_nummers and _CELL_ENDS.match(text, dossier.end) is not None


def _numbers_behind(text: str, end: int) -> list[Number]:
    """Read `4`, `4, 5 en 6`, `nr. 4, blz. 3` or `4 (motie)` in the next cell; nothing when it says more."""
    border = _BORDER.match(text, end)
    cell = _IN_CELL.match(text, border.end()) if border else None
    numbers = listed_numbers(text, *cell.span()) if cell else []
    rest = text[numbers[-1].end : cell.end()].strip() if cell and numbers else ""
    return numbers if rest[:1] in {"", "(", ","} else []


def _column(text: str, dossier: Dossier) -> Kolom | None:
    """Find the column of a dossier; None where it opens no cell, or that of its column is not called so."""
    begin = _line_begin(text, dossier.begin)
    if begin and text[begin - 1] != "\n":
        return None
    before = text[begin : dossier.begin]
    line = before + text[dossier.begin : dossier.end + _LONGEST_LINE].partition("\n")[0]
    separator = next((each for each in _SEPARATORS if each in line), "")
    if not separator or before.rpartition(separator)[2].strip():
        return None
    first, last = _head(text, dossier.begin)
    names = tuple(name.strip() for name in text[first:last].split(separator))
    place = before.count(separator)
    is_named = place < len(names) and _DOSSIER_HEAD.fullmatch(names[place])
    return Kolom(names, place, last) if is_named else None


def _line_begin(text: str, place: int) -> int:
    """Say where the line begins, and of a longer line than a row has, no further back than that."""
    floor = max(0, place - _LONGEST_LINE)
    found = text.rfind("\n", floor, place)
    return floor if found < 0 else found + 1


def read_pair_in_cell(text: str, dossier: Dossier) -> list[Number]:
    """Read `33 576, 377` when it fills a cell and the name of a column, Kamerstuk or dossier, stands before it."""
    pair = _PAIR_FILLS.match(text, dossier.end)
    if pair is None or _column(text, dossier) is None:
        pair = _pair_among_columns(text, dossier)
    return [Number(pair["nummer"], pair.start("nummer"), pair.end("nummer"))] if pair else []


def _pair_among_columns(text: str, dossier: Dossier) -> re.Match[str] | None:
    pair = _PAIR.match(text, dossier.end)
    before = _CELL_BEFORE.search(text, max(0, dossier.begin - len("|         ")), dossier.begin) if pair else None
    if pair is None or before is None or before["scheiding"] != pair["scheiding"]:
        return None
    floor = max(0, dossier.begin - _LOOK_BACK)
    return pair if any(text.rfind(word, floor, dossier.begin) >= 0 for word in _NAMES_OF_COLUMN) else None


def row_without_head(text: str, dossier: Dossier) -> tuple[int, int] | None:
    """Give (begin, end) of `| 29 435 | 267 |` in a table no row of which names the columns; None for any other.

    So too where a row opens with one paper, where the column of the dossiers is named and the next one counts nothing,
    and where a dossier that everybody knows opens a line of which only commas or spaces part the cells.
    """
    if not may_be_dossier(dossier.dossier) or dossier.may_be_amount:
        return None
    cell = _FIRST_CELLS.match(text, dossier.end)
    begin = _line_begin(text, dossier.begin)
    number = _NUMBER_BEHIND.match(text, dossier.end)
    if number and (_PAPER_ROW.match(text, begin, dossier.begin) or _PAPER_BEHIND.match(text, number.end())):
        return dossier.begin, number.end()
    if _may_be_number(text, dossier):
        return dossier.begin, number.end() if number else dossier.end
    if begin == dossier.begin and is_well_known(dossier.dossier) and (plain := _PLAIN_CELLS.match(text, dossier.end)):
        return begin, plain.end("nummer")
    if cell is None or (cell["scheiding"] == "\t" and text[begin : dossier.begin].strip()):
        return None
    if text[begin : dossier.begin].strip() not in {"", "|"} and not PAPER_BEFORE.search(text, begin, dossier.begin):
        return None
    floor = max(0, begin - _LOOK_BACK)
    above = text[max(floor, text.rfind("\n\n", floor, begin)) : begin]
    first = next((line for line in above.split("\n") if cell["scheiding"] in line), "")
    has_head = first and _DOSSIER_CELL.search(first) is None
    return None if has_head else (dossier.begin, cell.end("nummer"))


def _may_be_number(text: str, dossier: Dossier) -> bool:
    """Tell whether the cell behind a dossier may hold its number, or a column further on does."""
    column = _column(text, dossier)
    if column is None or _CELL_ENDS.match(text, dossier.end) is None:
        return False
    return column.heeft_nummers or (not column.telt_erachter and _NUMBER_BEHIND.match(text, dossier.end) is not None)


def _head(text: str, begin: int) -> tuple[int, int]:
    """Give (begin, end) of the last line before a place that names a dossier or a Kamerstuk; (0, 0) without one."""
    floor = max(0, begin - _LOOK_BACK)
    found = max(text.rfind(word, floor, begin) for word in _NAMES_OF_COLUMN)
    if found < 0:
        return 0, 0
    first = text.rfind("\n", max(0, found - _LONGEST_LINE), found) + 1
    last = text.find("\n", found, begin)
    return (first, last) if 0 < last - first <= _LONGEST_LINE else (0, 0)


def _row_number(text: str, head: int, begin: int) -> str:
    """Give which row below a head that ends at a place begins at another, from 1; such numbers are of no papers."""
    has_rule = _RULE.match(text, head) is not None
    return str(text.count("\n", head, begin) - has_rule)
