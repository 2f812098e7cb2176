"""Read the dossiers of a list of which the word stands behind or above it: `bodem 34 864, geluid 35 054 (dossiers)`.

A plural may count: `34 864 (dossiers)`. Where only that can be said, and no word counts, the list is reported.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.kamerstuk.begroting import may_be_amount
from brief.kamerstuk.grammar.dossier import digits_of, may_be_dossier
from brief.kamerstuk.grammar.patterns import COUNTED, LOWER_WORD, NOT_COUNTED
from brief.kamerstuk.grammar.pieces import SPACE
from brief.kamerstuk.grammar.words import is_no_dossier
from brief.kamerstuk.model import Referentie, Soort, Verwijzing
from brief.text.later import compile_later
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = ("ossier", "amerstuk", "oorstel")
_BEFORE_PART = 24
_LONGEST = 600
_LOOK_BACK = 60
_MOST = 40
# Kamerstukdossiers · dossiernummer · wetsvoorstellen; `telt` is the word that may count things of its own: dossiers
_WORD = (
    r"(?:(?P<telt>[Dd]ossiers)|(?P<enkel>[Dd]ossier(?:nummer|nr\.?)?|(?:[Kk]amerstuk-?|[Kk]amer|TK-|EK-|[Ww]ets)dossier(?:nummer)?"
    r"|[A-Za-z]{0,12}[Ww]etsvoorstel|[Kk]amerstuknummer)|(?P<meer>[Dd]ossier(?:nummers|nrs\.?)|(?:[Kk]amerstuk-?|[Kk]amer|TK-|EK-|[Ww]ets)dossiers"
    r"|[A-Za-z]{0,12}[Ww]etsvoorstellen|[Kk]amerstuk(?:ken|nummers)?))(?![\w-])"
)
_OF_CHAMBER = rf"(?:{SPACE}(?:van{SPACE}de{SPACE})?(?:Tweede{SPACE}Kamer|Eerste{SPACE}Kamer|Kamer|TK|EK))?"
_ALL = rf"(?:(?:alle|beide|allemaal|allebei|telkens|steeds|de)(?:{SPACE}(?:twee|drie|vier|vijf))?{SPACE})"
# 35 133 (Kamerstukdossiers) · 36 496, beide wetsvoorstellen · 35 054 – Kamerstukdossiers
_BEHIND = compile_later(
    rf"[ \n]?(?:[(\[]{_ALL}?{_WORD}{_OF_CHAMBER}[)\]]|(?:,{SPACE}{_ALL}|{SPACE}[-\u2013]{SPACE}{_ALL}?|:{SPACE})"
    rf"{_WORD.replace('?P<', '?P<los_')}{_OF_CHAMBER}(?=[.;\n]|$))"
)
# Kamerstukdossiers: bodem 34 864 · De dossiers zijn: bodem (34 864)
_BEFORE = compile_later(
    rf"{_WORD}(?:{SPACE}\([^()\n0-9]{{1,30}}\))?(?:{SPACE}(?:zijn|waren|betreffen))?(?P<teken>:)?"
    rf"(?:{SPACE}{{1,3}}|[ \t]*\n)"
)
_DIGITS = compile_later(
    rf"(?<![\w.,\u20ac+-])(?<!(?<![0-9])[0-9]{{4}}/)(?P<digits>[1-9][0-9](?:{SPACE}|\.)?[0-9]{{3}})"
    rf"(?![\w]|[.,-][0-9]|/(?![1-9][0-9]{{4}}(?![0-9]))|{SPACE}[0-9])"
)
# the name before a dossier: no sign that ends a clause, no digits; , en geluid · ; natuur: · \n- bodem =
_NAME = rf"(?:[*\u2022-]{SPACE}{{1,3}})?(?:(?P<naam>[^.,;:=()\n0-9\u20ac]{{1,60}}?){SPACE}?[:=]?{SPACE}?[(\[]?)?"
_FIRST = compile_later(_NAME)
_NEXT = compile_later(
    rf"[)\]]?(?:[,;]|{SPACE}(?=en{SPACE}|of{SPACE})|{SPACE}?[/&+]|{SPACE}?\n){SPACE}?(?:(?:en|of){SPACE})?{_NAME}"
)
_DIGIT = re.compile("[0-9]")
_LAST_DIGIT = compile_later("[0-9](?=[^0-9]*$)")
# Kamerstukken II 2022/23: no name of a dossier
_KAMERS = ("I ", "II ", "I, ", "II, ")
_OF_KAMER = tuple(f"amerstukken {kamer}" for kamer in _KAMERS)
# aantal per jaar · de voorraad · huizen en inwoners: the list counts
_COUNTS = compile_later(
    r"(?<![\w])(?:[Aa]antal(?:len)?|[Tt]otaal|[Tt]otalen|[Vv]oorra(?:ad|den)|[Pp]er|[Ii]nwoners?|[Aa]fgehandeld|[Oo]pen|[Kk]osten|[Bb]edrag(?:en)?"
    r"|[Tt]el(?:t|den|len)|[Kk]ost|zijn|is|waren|was|heeft|hebben|krijgt|kreeg|ruim|circa|ongeveer|bijna)(?![\w])|\u20ac"
)


class Benoemd(Struct):
    """The dossiers that are read by the word of their list, and as (begin, end) those that may be counts."""

    gelezen: list[Verwijzing] = field(default_factory=list)
    gemeld: list[tuple[int, int]] = field(default_factory=list)


def read_labelled(text: str) -> Benoemd:
    """Read each list of dossiers by its word; what was read or reported already is read again."""
    labelled = Benoemd()
    done = set[int]()
    for part in _PARTS:
        for place in occurrences(text, part):
            for items, is_sure in _lists_at(text, place):
                _take(text, [each for each in items if each.start("digits") not in done], labelled, is_sure=is_sure)
                done.update(each.start("digits") for each in items)
    return labelled


def _take(text: str, items: list[re.Match[str]], labelled: Benoemd, *, is_sure: bool) -> None:
    for each in items:
        begin, end = each.span("digits")
        digits = digits_of(each)
        is_sum = may_be_amount(digits, None)
        if is_sure and not is_sum:
            labelled.gelezen.append(
                Verwijzing(Referentie(Soort.KAMERSTUK, dossier=digits), begin, end, text[begin:end])
            )
        elif is_sure or not is_sum:
            labelled.gemeld.append((begin, end))


def _lists_at(text: str, place: int) -> Iterator[tuple[list[re.Match[str]], bool]]:
    """Give the lists before and behind the word that holds `place`, each with whether they surely are dossiers."""
    begin = _word_begin(text, place)
    before = None if text.startswith(_OF_KAMER, place) else _BEFORE.match(text, begin)
    may_name = before and (before["teken"] or before["meer"]) and not text.startswith(_KAMERS, before.end())
    ahead = _forward(text, before.end(), fewest=1 if before["teken"] else 2) if before and may_name else []
    if before and (before["teken"] or (before["meer"] and len(ahead) > 1)):
        yield ahead, before["teken"] is not None and before["telt"] is None
        return
    behind = _behind(text, begin)
    if behind is None:
        return
    items = _backward(text, behind.start())
    is_one = behind["enkel"] or behind["los_enkel"]
    if items and not _counts(text, items[0].start("digits")):
        counts = (behind["telt"] or behind["los_telt"]) and not all(each["digits"].isdecimal() for each in items)
        yield (items[-1:] if is_one else items), bool(is_one) or (not counts and len(items) > 1)


def _word_begin(text: str, place: int) -> int:
    begin = place
    while begin > max(0, place - _BEFORE_PART) and (text[begin - 1].isalpha() or text[begin - 1] == "-"):
        begin -= 1
    return begin


def _behind(text: str, begin: int) -> re.Match[str] | None:
    """Match what joins the word that begins at `begin` to a list before it: ` (`, `, beide `."""
    last = _LAST_DIGIT.search(text, max(0, begin - _BEFORE_PART), begin)
    if last is None:
        return None
    end = last.start() + 1
    return _BEHIND.match(text, end + (text[end : end + 1] in {")", "]"}))


def _forward(text: str, begin: int, fewest: int) -> list[re.Match[str]]:
    """Give the items of the list that begins at `begin`, as many as join; none where fewer than `fewest` do."""
    items: list[re.Match[str]] = []
    pos, link = begin, _FIRST
    while len(items) < _MOST:
        # No digits stand in the name of a dossier, so the first that follow are of it
        first = _DIGIT.search(text, pos, pos + _LOOK_BACK * 2)
        digits = _DIGITS.match(text, first.start(), pos + _LOOK_BACK * 2) if first else None
        joined = link.fullmatch(text, pos, digits.start()) if digits else None
        if digits is None or joined is None or _COUNTS.search(joined["naam"] or ""):
            break
        items.append(digits)
        pos, link = digits.end(), _NEXT
    # What is dear is asked last, and of no list that is too short: of one number behind its word, that is most
    return list(takewhile(partial(_may_stand, text), items)) if len(items) >= fewest else []


def _backward(text: str, end: int) -> list[re.Match[str]]:
    """Give the items of the list that ends at `end`, as many as join."""
    all_of = list(_DIGITS.finditer(text, max(0, end - _LONGEST), end))[-_MOST:]
    items: list[re.Match[str]] = []
    for each in reversed(all_of):
        stop = items[0].start() if items else end
        joined = _NEXT.fullmatch(text, each.end(), stop) if items else None
        is_last = not items and text[each.end() : end] in {"", ")", "]"}
        if not (is_last or joined):
            return items
        if not _may_stand(text, each) or (joined and _COUNTS.search(joined["naam"] or "")):
            return []
        items.insert(0, each)
    return items


def _may_stand(text: str, item: re.Match[str]) -> bool:
    """Tell whether the digits may be a dossier: no word before or behind makes them something else."""
    begin, end = item.span("digits")
    if not may_be_dossier(digits_of(item)) or is_no_dossier(text, max(0, begin - _LOOK_BACK), begin):
        return False
    if COUNTED.match(text, end):
        return False
    return LOWER_WORD.match(text, end) is None or NOT_COUNTED.match(text, end) is not None


def _counts(text: str, begin: int) -> bool:
    """Tell whether the clause before the first dossier of a list counts."""
    before = re.split(r"[.;\n]", text[max(0, begin - _LOOK_BACK) : begin])[-1]
    return _COUNTS.search(before) is not None
