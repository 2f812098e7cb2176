"""What still stands behind a reference and was not read: digits that could belong to it never pass unsaid.

`nr. 26 7`, `nr. 267, 268 hectare`, `nrs. 1 t/m 100`, `p. 12, 8`: either the grammar reads it or it is reported here.
Only the same clause counts: words that join numbers may stand between, ordinary words end it.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk.grammar.patterns import ASIDE, CLOSERS, COUNTED, LOWER_WORD, NOT_COUNTED, THINGS
from brief.kamerstuk.grammar.pieces import DASH, SPACE, G
from brief.kamerstuk.grammar.slips import cut_after, slip_after
from brief.kamerstuk.grammar.words import OTHER_AFTER
from brief.kamerstuk.model import Soort
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.model import Verwijzing

_NEAR = 20
_GAP = rf"{SPACE}{{0,40}}"
# , · en · , en nr. · t/m · (nrs. · vergaderjaar: what may stand between a reference and more of its numbers
_SIGN = r"[,;&/+#|:=\u00b7\u2022\[\"\u201c\u201d\u2019]"
_JOINER = (
    rf"(?:{_SIGN}|{DASH}|(?:en/of|en|and|of|dan{_GAP} wel|resp\.?|respectievelijk|alsmede|alsook|evenals|plus|jo\.?"
    rf"|juncto"
    rf"|ook|vgl\.|zie|t/m|tm|tot|met|onder|de|nrs?\.?|nos?\.?|n\.|nummers?|(?:brief|stuk)(?={_GAP}[0-9])|moties?|brieven|stukken"
    rf"|items?|pp?\.|blz\.?|pag\.?|bijlagen?)(?![a-z]))"
)
_REST = compile_later(
    rf"(?P<joined>{_GAP}(?:{_JOINER}{G}){{0,6}}[(\[]?(?:{_JOINER}{G}){{0,2}}"
    rf"|\n\t{{1,3}}(?=[1-9][0-9]{{0,3}}[ \t]*(?:\n|$))|,?{_GAP}\(?(?P<jaar>(?:[Vv]ergader|[Zz]ittings?)jaar){_GAP})"
    rf"(?P<digits>\d[\d.\u00a0 ]{{0,12}}(?<![. \u00a0]))"
)
# … en de motie met nr. 270: a number further on in the same clause that is announced as one
_ANNOUNCED = compile_later(
    r"(?P<joined>[^.;:()\[\]\n0-9]{0,40}?(?<![\w])(?:nrs?\.?|nummers?)\s{0,2})(?P<digits>[1-9][0-9]{0,3}(?![\w./])|X{2,3}(?![\w])|PM(?![\w])|_{2,}|\.\.\.|…)"
)
_OTHER_LAW = compile_later(r"[Vv]erordening|[Rr]ichtlijn|[Bb]esluit|[Ww]et\b|\b[Aa]rt")
# The rest of the list or the year: 12, 13a en 14 · 2023-204
_TO_THE_END = compile_later(
    rf"(?:[0-9]|[a-z](?![a-z])|[.,/](?=[0-9])|{SPACE}(?=[0-9])|(?:{_GAP}{_JOINER}{G}){{1,4}}(?=[0-9])){{0,400}}"
)
# 12e, 3de, 2x; a section, onder 3.2; a date in figures; a year in brackets
_NO_NUMBER = compile_later(
    r"[0-9]{1,4}(?:e|de|ste|x|%)(?![a-z])|[0-9]{1,2}\.[0-9]{1,2}(?![0-9])|[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)?[0-9]{2}(?![0-9])"
    r"|(?<=[(\[])(?:19|20)[0-9]{2}[)\]]"
)
# The figure of a footnote behind a full stop: nr. 406.3 In de brief
_NOTE_FIGURE = compile_later(r"\.[0-9]{1,2}(?=\s+[A-Z\u00c0-\u00dd\u201c\u2018(]|\s*\n)")
# 1. De motie: the mark of a point below a line that ends in a colon
_POINT = compile_later(r"[0-9]{1,2}[.)][ \t\u00a0]")
_MARK_IN_LINE = compile_later(rf"([1-9][0-9]?)\){SPACE}(?=[A-Za-z])")
_POINT_BACK = 400
_CELL_ENDS = compile_later(r"[ \u00a0]*(?:[\t\n|]|$)")
_ONE_YEAR = compile_later("(?:19|20)[0-9]{2}")
_CAPITAL = compile_later(r"\s?[A-Z\u00c0-\u00dd\u00ab(\u201c]")
# What str.strip() does not take for a space, and stands unseen within a number: a soft hyphen, zero-width marks
_INVISIBLE = string.whitespace + "\u00a0\u00ad\u2009\u200a\u200b\u200c\u200d\u202f\u2060\ufeff"
_NUMBERED = frozenset({Soort.KAMERSTUK, Soort.AANHANGSEL, Soort.HANDELINGEN})


class Rest(Struct, frozen=True):
    """Digits behind a reference: their place, and whether they break its number or look like its vergaderjaar."""

    begin: int
    end: int
    breaks: bool = False
    is_year: bool = False


def rest_after(text: str, last: Verwijzing) -> Rest | None:
    """Give the digits behind a reference that could belong to it; None when there are none."""
    end = last.eind
    if text[end : end + 1] == "." and not text[end + 1 : end + 2].strip():
        # by far the most: a full stop ends the sentence, and nothing below goes on behind one
        return None
    is_closed = text[end : end + 1] in CLOSERS and text[end : end + 1] != "."
    cut = cut_after(text, last) if not is_closed or last.tekst[:4].lower() == "kst-" else None
    if cut:
        return Rest(end, cut, breaks=True)
    if is_closed:
        return None
    if last.tekst.startswith(("http", "www", "zoek.", "tweedekamer.")) or _NOTE_FIGURE.match(text, end):
        return None
    match = _REST.match(text, end)
    if match is not None:
        return _direct(text, last, match)
    aside = ASIDE.match(text, end)
    match = _REST.match(text, aside.end()) if aside else None
    if match is not None and match["joined"] and match["joined"].strip(_INVISIBLE):
        return _direct(text, last, match)
    announced = _ANNOUNCED.match(text, end)
    if last.referentie.soort not in _NUMBERED:
        return None
    if announced is None or _OTHER_LAW.search(announced["joined"]):
        slip = slip_after(text, last)
        return Rest(*slip) if slip else None
    return Rest(announced.start("digits"), _end(text, announced))


def _direct(text: str, last: Verwijzing, match: re.Match[str]) -> Rest | None:
    begin = match.start("digits")
    if match["jaar"]:
        return Rest(begin, _end(text, match), is_year=True)
    if _NO_NUMBER.match(text, begin) or COUNTED.match(text, match.end()) or OTHER_AFTER.match(text, match.end()):
        return None
    if match["joined"].startswith(":") and "\n" in match["joined"] and _POINT.match(text, begin):
        return None
    if not match["joined"].strip(_INVISIBLE):
        return _in_next_cell(text, last, match) if "\t" in match["joined"] else _glued(text, last, match)
    if _is_mark_of_point(text, begin, "(" if match["joined"].endswith("(") else ""):
        return None
    if _counts(text, last, match):
        return None
    return Rest(begin, _end(text, match))


def _in_next_cell(text: str, last: Verwijzing, match: re.Match[str]) -> Rest | None:
    """Report a number that fills the cell behind that of a paper, but for a year; what says more there is its own."""
    if last.referentie.nummer is None:
        return None
    is_number = _CELL_ENDS.match(text, match.end()) and _ONE_YEAR.fullmatch(match["digits"]) is None
    return Rest(match.start("digits"), match.end()) if is_number else None


def _is_mark_of_point(text: str, begin: int, bracket: str) -> bool:
    """Tell the 2 of `1) nota; 2) brief`, or of `(1) nota; (2) brief`: the mark before it stands in the text as well."""
    mark = _MARK_IN_LINE.match(text, begin)
    if mark is None:
        return False
    before = rf"(?<![\w(]){re.escape(bracket)}{int(mark[1]) - 1}\){SPACE}"
    return re.search(before, text[max(0, begin - _POINT_BACK) : begin]) is not None


def _glued(text: str, last: Verwijzing, match: re.Match[str]) -> Rest | None:
    """`nr. 26 7`: only a space between. Before a capital it may be the figure of a note, and the number stands."""
    if not match["joined"]:
        return None
    ends_in_number = last.referentie.nummer is not None and text.endswith(last.referentie.nummer, 0, last.eind)
    breaks = ends_in_number and _CAPITAL.match(text, match.end()) is None
    return Rest(match.start("digits"), match.end(), breaks=breaks)


def _counts(text: str, last: Verwijzing, match: re.Match[str]) -> bool:
    """Tell a number that counts things, `en 12 andere brieven`, from one that goes on with the list.

    What rises a little, `nr. 11 en 12 bezwaren`, could be either unless the word surely names things that are counted.
    """
    if LOWER_WORD.match(text, match.end()) is None or NOT_COUNTED.match(text, match.end()):
        return False
    if re.search(r"n(?:rs?|ummers?)\b", match["joined"]):
        return False
    if THINGS.match(text, match.end()):
        return True
    digits, number = match["digits"], last.referentie.nummer or ""
    if not (digits.isdecimal() and number.isdecimal()):
        return True
    return not 0 < int(digits) - int(number) <= _NEAR


def _end(text: str, match: re.Match[str]) -> int:
    rest = _TO_THE_END.match(text, match.end())
    return rest.end() if rest else match.end()
