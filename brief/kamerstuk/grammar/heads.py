"""Read the printed head of a paper, in which the number stands below the dossier and its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.kamerstuk.begroting import may_be_amount
from brief.kamerstuk.grammar.dossier import Dossier, digits_of
from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.pieces import DASH, DOSSIER_DIGITS, NUMMER, SPACE
from brief.kamerstuk.grammar.words import is_known
from brief.text.later import compile_later

if TYPE_CHECKING:
    import re

    from brief.kamerstuk.grammar.prefix import Prefix

_MOST_LINES = 10
_LONGEST_LINE = 300
_INDENT = 60

# The printed head of a paper. Its line with dossier and title: 29 435  Nota Ruimte · 36 600 A Vaststelling van …
_HEAD_DOSSIER = compile_later(
    rf"{SPACE}{{0,60}}(?P<digits>{DOSSIER_DIGITS})(?:{SPACE}(?P<toevoeging>[IVX]{{1,6}}[A-C]?|[A-Z])|{DASH}(?P<deel>[0-9]{{2}}))?"
    rf"(?:{SPACE}\(R{SPACE}?(?P<rijkswet>[0-9]{{3,4}})\))?{SPACE}{{1,40}}(?![IVX]{{1,6}}[A-C]?{SPACE}*$)[A-Z\u00c0-\u00dd](?![A-Z]?{SPACE}{{0,3}}[,;0-9])"
)
# A line with the dossier alone, its title on the line below: 29 435 · 36 600 XXII
_HEAD_ALONE = compile_later(
    rf"{SPACE}{{0,60}}(?P<digits>{DOSSIER_DIGITS})(?:{SPACE}(?P<toevoeging>[IVX]{{1,6}}[A-C]?|[A-Z])|{DASH}(?P<deel>[0-9]{{2}}))?"
    rf"(?:{SPACE}\(R{SPACE}?(?P<rijkswet>[0-9]{{3,4}})\))?{SPACE}*$"
)
_TITLE = compile_later(rf"{SPACE}{{0,60}}[A-Z\u00c0-\u00dd](?:[^\n0-9:;\u20ac]|20[0-9]{{2}}(?![0-9])){{3,120}}$")
# BRIEF VAN DE MINISTER, behind the number or below it
_KIND = compile_later(rf"[.{SPACE[1:-1]}\n]{{1,12}}[A-Z]{{4}}")
_NAME_SIGNS = "0123456789 \u00a0.-()RIVXABC"
# Its line with the number: Nr. 267  BRIEF VAN DE MINISTER · Nr. 3 HERDRUK · AC  BRIEF · E/ Nr. 53  VERSLAG
_HEAD_NUMBER = compile_later(
    rf"{SPACE}{{0,60}}(?:(?P<letter>[A-Z]{{1,3}})(?:{SPACE}?/{SPACE}?|(?={SPACE}{{1,40}}[A-Z]{{4}})))?(?:Nr\.{SPACE}{{0,4}}(?P<digits>{NUMMER}))?"
    rf"(?P<reprint>{SPACE}{{1,4}}HERDRUK)?(?={SPACE}*(?:\n|$)|{SPACE}{{1,40}}[A-Z\u00c0-\u00dd])"
)


class Hoofd(Struct):
    """The printed head of a paper: its dossiers in order, and its number."""

    dossiers: list[re.Match[str]] = field(default_factory=list)
    number: Number | None = None


def read_head(text: str, begin: int) -> tuple[Dossier, Number] | None:
    """Read a printed head whose first dossier stands at `begin`: `29 435  Nota Ruimte`, and below it `Nr. 267  BRIEF`.

    Titles may run over several lines, and a paper may belong to several dossiers, each on a line of its own.
    """
    if text[max(0, begin - _INDENT) : begin].rpartition("\n")[2].strip() or not _opens(text, begin):
        return None
    head = _lines(text, begin)
    if head.number is None:
        return None
    first, *others = head.dossiers
    dossier = Dossier(
        digits_of(first),
        begin,
        first.end(),
        toevoeging=first["toevoeging"] or first["deel"],
        rijkswet=f"R{first['rijkswet']}" if first["rijkswet"] else None,
        nevendossiers=tuple((_full(other), other.start("digits"), other.end()) for other in others),
    )
    return dossier, head.number


def is_likely_head(text: str, prefix: Prefix, dossier: Dossier, number: Number) -> bool:
    """Tell a head of three lines, `31 287`, a title, `Nr. 3`, from a list of amounts and names by what it says."""
    is_alone = text[dossier.begin : number.begin].partition("\n")[0].strip(_NAME_SIGNS) == ""
    return not (is_alone and prefix.is_bare) or is_known(prefix, dossier) or bool(_KIND.match(text, number.end))


def _opens(text: str, begin: int) -> bool:
    return begin == 0 or "\n" in text[max(0, begin - _INDENT) : begin] or begin < _INDENT


def _lines(text: str, begin: int) -> Hoofd:
    head, pos = Hoofd(), begin
    for _ in range(_MOST_LINES):
        end = text.find("\n", pos, pos + _LONGEST_LINE)
        end = min(len(text), pos + _LONGEST_LINE) if end < 0 else end
        dossier = _above_title(text, pos, end) or _HEAD_DOSSIER.match(text, pos, end)
        if dossier:
            head.dossiers.append(dossier)
        elif not head.dossiers:
            return head
        elif number := _HEAD_NUMBER.match(text, pos, end):
            head.number = _number(number)
            if head.number:
                return head
        pos = end + 1
        if pos >= len(text):
            return head
    return head


def _above_title(text: str, pos: int, end: int) -> re.Match[str] | None:
    """Match a line that holds a dossier and no more, above the line with its title."""
    dossier = _HEAD_ALONE.match(text, pos, end)
    line = text.find("\n", end + 1, end + 1 + _LONGEST_LINE)
    is_above = dossier is not None and not may_be_amount(digits_of(dossier), dossier["toevoeging"])
    return dossier if is_above and _TITLE.match(text, end + 1, line if line >= 0 else len(text)) else None


def _number(match: re.Match[str]) -> Number | None:
    letter, digits = match["letter"], match["digits"]
    if not letter and not digits:
        return None
    nummer = f"{digits}/{letter}" if letter and digits else letter or digits
    begin = match.start("letter" if letter else "digits")
    end = match.end("reprint") if match["reprint"] else match.end("digits" if digits else "letter")
    return Number(nummer, begin, end, herdruk=1 if match["reprint"] else 0)


def _full(match: re.Match[str]) -> str:
    return "-".join(part for part in (digits_of(match), match["toevoeging"] or match["deel"]) if part)
