"""Read a dossier and its number in brackets, without a word for either: `motie Boulakjar (34682, 141)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import may_be_dossier, read_dossier
from brief.kamerstuk.grammar.numbers import Number, listed_numbers, numbers_within, read_numbers
from brief.kamerstuk.grammar.papers import Reading, verwijzingen_of
from brief.kamerstuk.grammar.patterns import CLOSERS, NEXT_PAPER, PART_OF_PAPER
from brief.kamerstuk.grammar.pieces import DASH, DOSSIER_DIGITS, NR_WORD, NUMMER, OPEN_QUOTE, QUOTES, SPACE
from brief.kamerstuk.grammar.prefix import Prefix
from brief.kamerstuk.grammar.words import PAPER_BEFORE, is_no_dossier, is_surely, paper_before
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier

_LOOK_BACK = 80
# (34682, 141) \u00b7 (34682, 141 en 143) \u00b7 (34682, 141; 34 682, 143)
_DIGITS = compile_later(
    rf"[,;]{SPACE}?(?P<nummers>{NUMMER}(?:(?:,{SPACE}|{SPACE}en{SPACE}|{SPACE}?[-\u2013/]{SPACE}?){NUMMER}){{0,20}})(?=[)\];])"
)
# "34682, 141" \u00b7 "34682/141" \u00b7 "34682 - 141": the same between quotes
_QUOTED = compile_later(
    rf"(?:,{SPACE}?|[/|#]|{SPACE}[-\u2013]{SPACE})(?P<nummers>{NUMMER}(?:(?:,{SPACE}|{SPACE}en{SPACE}|{SPACE}?[-\u2013]{SPACE}?){NUMMER}){{0,20}})"
    rf"(?=[\"\u201d\u2019'\u00bb`])"
)
# met als referentie "32847, 1190" \u00b7 "32847, 1190" als verwijzing: words that say that it names a paper
_LABEL = r"(?:[Rr]eferenties?|[Rr]ef\.|[A-Za-z]{0,12}[Vv]erwijzing(?:en)?|[Vv]indplaats(?:en)?)(?![a-z])"
_LABEL_BEFORE = compile_later(rf"(?<![\w]){_LABEL}[^.;()\n0-9]{{0,40}}\(?$")
_LABEL_BEHIND = compile_later(rf"[^\w\s]?{SPACE}als{SPACE}(?:de{SPACE}|een{SPACE})?{_LABEL}")
# (33 118 \u2013 BZ) \u00b7 (33 118 BZ)
_LETTER = compile_later(rf"(?:{SPACE}?(?:{DASH}|:|,){SPACE}?|{SPACE})(?P<letter>[A-Z]{{1,2}})(?=[)\];])")
_EERSTE = compile_later(r"(?:[Ee]erste Kamer|(?<![\w])EK|[Ss]enaat|[Ll]etter)(?![a-z])[^.;()\n0-9]{0,60}[(\[]$")
# Boulakjar (34682, 141), Nijboer (: the next of a row of such papers
_NEXT_OF_ROW = compile_later(
    rf"[(\[]{DOSSIER_DIGITS},{SPACE}?{NUMMER}[)\]],?{SPACE}(?:en{SPACE})?(?:[a-z]{{1,8}}{SPACE}){{0,2}}[A-Z][\w/-]{{1,30}}(?:{SPACE}c\.s\.)?{SPACE}[(\[]$"
)
# Kamerstukken 34 682 (nr. 118) en 29 435 (nrs. 267 en 268): behind a word for Kamerstuk each its own
_OPENS = compile_later(rf"{SPACE}?[(\[](?={NR_WORD}[. ]|[Ll]etters?{SPACE}|[Ss]tuk{SPACE}[A-Z]{{1,2}}[)\]])")
# dossier 34 682 (nr. 118) en dossier 29 435 (nr. 267) \u00b7 dossiers 34 682 (nr. 118), 29 435 (nr. 267)
_DOSSIER_BEFORE = compile_later(
    rf"(?<![\w])(?:[Dd]ossiers?|[Ww]etsvoorstel(?:len)?)(?:{SPACE}{DOSSIER_DIGITS}{SPACE}\((?:nrs?\.?)[^()\n]{{1,24}}\)(?:,|{SPACE}en)){{0,4}}{SPACE}$"
)
_OPENERS = frozenset({"(", "[", *QUOTES})
_LONGEST = 200
_MOST = 40
_YEAR = compile_later("(?:19|20)[0-9]{2}")
# coördinaten (34682, 141)
_PLACE = compile_later(
    rf"(?:(?:[Cc]o\u00f6rdina|RD|[Xx]|[Pp]ixel|[Vv]ector|[Pp]ositie)\w{{0,6}}|[A-Za-z]{{0,14}}(?:waarde|score|code|woord|bedrag|getal)(?:n|s|en|len)?"
    rf"(?:\s(?:is|was|zijn|waren))?)\s?(?:[(\[]|{OPEN_QUOTE}|`)$"
)


def read_enclosed(text: str, dossier: Dossier, prefix: Prefix) -> Reading | None:
    """Read such a pair when a word for a paper stands before it, and report it where none does."""
    begin = prefix.begin
    if not prefix.is_bare or text[begin - 1 : begin] not in _OPENERS or not may_be_dossier(dossier.dossier):
        return None
    if dossier.may_be_amount or dossier.nevendossiers:
        return None
    floor = max(0, begin - _LOOK_BACK)
    letter = _LETTER.match(text, dossier.end) if text[begin - 1] in "([" else None
    if letter:
        is_with_comma = "," in letter.group() and paper_before(text, floor, begin) is not None
        if not (is_with_comma or _EERSTE.search(text, floor, begin)):
            return None
        number = Number(letter["letter"], letter.start("letter"), letter.end())
        return Reading(letter.end(), verwijzingen_of(text, prefix, dossier, [number], begin))
    return _with_digits(text, dossier, prefix, floor)


def _with_digits(text: str, dossier: Dossier, prefix: Prefix, floor: int) -> Reading | None:
    begin = prefix.begin
    digits = (_DIGITS if text[begin - 1] in "([" else _QUOTED).match(text, dossier.end)
    if digits is None or _PLACE.search(text, floor, begin):
        return None
    paper = paper_before(text, floor, begin) or _NEXT_OF_ROW.search(text, floor, begin)
    is_said = paper or dossier.dossier in prefix.gelezen or _is_labelled(text, floor, begin, digits.end())
    is_year = _YEAR.fullmatch(digits["nummers"]) is not None
    if not is_said and (is_year or not is_surely(text, prefix, dossier)):
        return None if is_year else Reading(digits.end(), unread=[(begin, digits.end())])
    numbers = listed_numbers(text, *digits.span("nummers"))
    numbers[0].begin = digits.start("nummers")
    return Reading(digits.end(), verwijzingen_of(text, prefix, dossier, numbers, begin))


def _is_labelled(text: str, floor: int, begin: int, end: int) -> bool:
    """Tell `met als referentie "32847, 1190"` and `"32847, 1190" als verwijzing`."""
    return (_LABEL_BEFORE.search(text, floor, begin) or _LABEL_BEHIND.match(text, end)) is not None


def read_each_with_its_numbers(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Read `Kamerstukken 34 682 (nr. 118) en 29 435 (nr. 267)`; None when the first has no numbers in brackets."""
    reading: Reading | None = None
    if not prefix.names_paper:
        return None
    following: Dossier | None = dossier
    for _ in range(_MOST):
        opens = _OPENS.match(text, following.end) if following and not following.nevendossiers else None
        numbers = numbers_within(text, opens.end(), opens.end() + _LONGEST) if opens else []
        if following is None or not numbers or text[numbers[-1].end : numbers[-1].end + 1] not in {")", "]"}:
            return reading
        reading = reading or Reading(numbers[-1].end)
        begin = following.begin if reading.found else prefix.begin
        reading.found += verwijzingen_of(text, prefix, following, numbers, begin)
        reading.end = numbers[-1].end
        link = NEXT_PAPER.match(text, reading.end + 1)
        bare = Prefix(link.end(), link.end(), link.end()) if link and not link["jaar"] else None
        following = read_dossier(text, bare.begin, bare) if bare else None
    return reading


def read_bare_with_bracket(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Read brief 29 435 (nr. 267); report it when no word for a paper stands before it."""
    bracket = _OPENS.match(text, dossier.end) if prefix.is_bare and may_be_dossier(dossier.dossier) else None
    numbers = read_numbers(text, bracket.end(), None, is_named=False).found if bracket else []
    part = PART_OF_PAPER.match(text, numbers[-1].end) if numbers else None
    end = part.end() if part else numbers[-1].end if numbers else 0
    if not numbers or text[end : end + 1] not in CLOSERS:
        return None
    floor = max(0, prefix.begin - 60)
    if is_no_dossier(text, floor, prefix.begin):
        return None
    is_said = PAPER_BEFORE.search(text, floor, prefix.begin) or _DOSSIER_BEFORE.search(text, floor, prefix.begin)
    if is_said or is_surely(text, prefix, dossier):
        return Reading(numbers[-1].end, verwijzingen_of(text, prefix, dossier, numbers, prefix.begin))
    return Reading(numbers[-1].end, unread=[(prefix.begin, numbers[-1].end)])
