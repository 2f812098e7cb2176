"""Read a number behind quotation marks, brackets, a title or a sign: `"29 435", nr. 267`, `29 435/267`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import may_be_dossier
from brief.kamerstuk.grammar.numbers import Numbers, numbers_within, read_numbers
from brief.kamerstuk.grammar.papers import Reading, verwijzingen_of
from brief.kamerstuk.grammar.patterns import COUNTED, EXPLAINED, LOWER_WORD, MARKED_NUMBER, NUMBER_WORD, PLAIN_END
from brief.kamerstuk.grammar.pieces import G1, QUOTES, G
from brief.kamerstuk.grammar.words import OTHER_AFTER, OTHER_BEFORE, PAPER_BEFORE, RANKED, is_of_other_kind, is_surely
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.prefix import Prefix

_BRACKETS = {"(": ")", "[": "]"}
_OPENERS = frozenset((*QUOTES, *_BRACKETS))
_LOOK_BACK = 60
_CAPITAL = "[A-Z\u00c0-\u00dd]"
# 29 435 (Nota Ruimte), nr. 267 · 29 435 "Nota Ruimte", nr. 267 · 29 435 – Nota Ruimte – nr. 267
_TITLE = compile_later(
    rf"{G},?{G}(?:\((?![IVXLC]{{1,6}}[A-C]?\)){_CAPITAL}[^()\n0-9]{{2,90}}\)"
    rf"|[\"\u201c\u201e\u2018'\u00ab]{_CAPITAL}[^\"\u201d\u2019'\u00bb\n0-9]{{2,90}}[\"\u201d\u2019'\u00bb]"
    rf"|[-\u2013\u2014]{G1}{_CAPITAL}[^-\u2013\u2014.,;:()\n0-9]{{2,60}}[-\u2013\u2014])"
    rf"(?=,?{G}(?:nrs?[. ]|nummers?{G1}))"
)
# zie 29 435/267 · (29 435/267) · motie 29 435/267: what tells that such a pair is a paper
_SAID = compile_later(
    r"(?<![\w])(?:[Zz]ie(?: ook)?|[Vv]gl\.|[Dd]ossiers?|[Ww]etsvoorstel(?:len)?|TK|EK|[Aa]mendement(?:en)?|[Mm]oties?"
    r"|[Bb]rie(?:f|ven)|[Ss]tuk(?:ken)?|[Nn]ota|[Vv]erslag)(?:\s(?:in|van|uit|bij|op|onder|met|nummer|nr\.?)){0,2}\s[(\[]?$"
)
# Dossier-/stuknummer: 36512/15 · Dossier/nr. 36512/15: a label for both
_LABEL_BEFORE = compile_later(
    r"(?<![\w])(?:[Dd]ossier|[Kk]amerstuk)(?:nummer|nr\.?)?\s?-?/\s?(?:[Ss]tuk|[Oo]nder|[Vv]olg)?(?:[Nn]ummer|[Nn]r\.?)?:?\s$"
)
_CELL_END = compile_later(r"[ \u00a0]*[|\t]")
_SIGNS = frozenset("/#")
# 29 435/267 woningen: a plural behind a pair
_COUNTS = compile_later(r"[ \u00a0][a-z]{2,20}(?:en|s)(?![a-z])")
_DASHES = frozenset("-\u2013\u2014")
_CLOSERS = frozenset(")].;,\n")


def with_marks(text: str, dossier: Dossier, prefix: Prefix) -> None:
    """Move the end of `"29 435"` or `(29 435)` behind its closing mark, when the word for a number follows."""
    begin = dossier.begin - 1
    if begin < 0 or text[begin] not in _OPENERS or dossier.nevendossiers:
        return
    opener, closer = text[begin], text[dossier.end : dossier.end + 1]
    is_quoted = QUOTES.get(opener) == closer != ""
    is_bracketed = _BRACKETS.get(opener) == closer and not text[max(0, begin - 4) : begin].rstrip()[-1:].isdecimal()
    if not (is_quoted or is_bracketed) or NUMBER_WORD.match(text, dossier.end + 1) is None:
        return
    if prefix.is_bare and (
        dossier.may_be_amount
        or RANKED.search(text, max(0, begin - _LOOK_BACK), begin)
        or _is_of_something_else(text, min(begin, prefix.begin), dossier.end + 1)
    ):
        return
    dossier.end += 1
    prefix.begin = min(prefix.begin, begin)


def _is_of_something_else(text: str, begin: int, end: int) -> bool:
    """Tell "perceel '29435', nr. 12" and "'29435', nr. 5 op de lijst" by the words around them."""
    numbers = numbers_within(text, end, end + _LOOK_BACK)
    if not numbers or OTHER_AFTER.match(text, numbers[-1].end):
        return True
    return OTHER_BEFORE.search(text, max(0, begin - _LOOK_BACK), begin) is not None


def read_behind_title(text: str, dossier: Dossier, prefix: Prefix) -> Numbers:
    """Read the number behind a title: `29 435 (Nota Ruimte), nr. 267`."""
    title = _TITLE.match(text, dossier.end)
    if title is None:
        return Numbers()
    numbers = read_numbers(text, title.end(), prefix.kamer, is_named=True)
    if not numbers.found or (prefix.is_bare and OTHER_AFTER.match(text, numbers.found[-1].end)):
        return Numbers()
    return numbers


def read_pair(text: str, dossier: Dossier, prefix: Prefix) -> Reading | None:
    """Read `motie 29 435/267`, or report `29 435/267` where no word says what it is; None for what counts."""
    match = MARKED_NUMBER.match(text, dossier.end)
    if not prefix.is_bare or match is None or not may_be_dossier(dossier.dossier):
        return None
    end = match.end()
    if dossier.may_be_amount:
        return None
    if COUNTED.match(text, end) or _COUNTS.match(text, end):
        return None
    floor, begin = max(0, prefix.begin - _LOOK_BACK), prefix.begin
    is_cell = _CELL_END.match(text, end) is not None
    is_end = PLAIN_END.match(text, end) is not None or EXPLAINED.match(text, end) is not None
    if not is_cell and (not is_end or LOWER_WORD.match(text, end)):
        # 31 305/434 zit er wel in: a sentence that goes on says nothing of what it is
        is_likely = match["sign"] == "/" and LOWER_WORD.match(text, end) is not None
        is_likely = is_likely and not is_of_other_kind(text, floor, begin)
        return Reading(end, unread=[(begin, end)]) if is_likely else None
    opener = text[max(0, begin - 3) : begin].rstrip(" \u00a0")[-1:]
    closer = text[end : end + 3].lstrip(" \u00a0")[:1]
    is_enclosed = opener in _BRACKETS and closer in _CLOSERS
    is_labelled = _LABEL_BEFORE.search(text, floor, begin)
    if not (is_enclosed or is_labelled) and is_of_other_kind(text, floor, begin):
        return None
    if match["sign"] not in _SIGNS and not (is_enclosed or _is_line(text, begin, end)):
        return None
    is_said = (
        (is_enclosed and (match["sign"] in _SIGNS or (match["sign"] in _DASHES and closer in {")", "]"})))
        or is_labelled
        or _SAID.search(text, floor, begin)
        or PAPER_BEFORE.search(text, floor, begin)
        or (match["sign"] in _SIGNS and is_surely(text, prefix, dossier))
    )
    if not is_said:
        return Reading(end, unread=[(begin, end)])
    numbers = read_numbers(text, dossier.end, prefix.kamer, is_named=True)
    return Reading(numbers.found[-1].end, verwijzingen_of(text, prefix, dossier, numbers.found, begin))


def _is_line(text: str, begin: int, end: int) -> bool:
    """Tell whether a pair stands alone on its line: `29 435 \u2013 267`."""
    return text[max(0, begin - 1) : begin] in {"", "\n"} and text[end : end + 1] in {"", "\n", "\r"}
