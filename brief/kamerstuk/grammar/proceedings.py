"""Read Handelingen (before and after 2011, with item) and the Aanhangsel of the Handelingen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import digits_of
from brief.kamerstuk.grammar.numbers import Number, read_numbers
from brief.kamerstuk.grammar.pages import read_page_list, read_pages
from brief.kamerstuk.grammar.patterns import (
    DOSSIER,
    ITEM,
    LATE_YEAR,
    MEETING_PAGE,
    NEXT_NUMBER,
    NEXT_YEAR,
    NUMBER_WORD,
    PAGE_WORD,
)
from brief.kamerstuk.grammar.pieces import G1, SPACE, G
from brief.kamerstuk.grammar.prefix import Prefix, written_out
from brief.kamerstuk.model import Referentie, Soort, Verwijzing
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_YEAR_WITH_ITEMS = 2011
_MOST_MEETINGS = 40
_MOST_YEARS = 8
_MOST_MEETINGS_A_YEAR = 199
_LINE = 80
# , UCV 41: a meeting of a uitgebreide commissievergadering (1980-1990), which are counted by themselves
_UCV_MEETING = compile_later(rf"{G},?{G}UCV{G}(?:nr\.?{G})?(?P<meeting>[1-9][0-9]{{0,2}})(?![\w])")
# Handelingen II 2007/08, 108, p. 7909 · Handelingen TK 2023-2024, 87, item 15
_PLAIN_MEETING = compile_later(rf"{G},?{G}(?P<meeting>[1-9][0-9]{{0,2}})(?={G},{G}(?:pp?\.|pag|blz|[Ii]tem))")


# , vergadering 71, item 9 · , 71e vergadering, item 9
_NAMED_MEETING = compile_later(
    rf"{G},?{G}(?:[Vv]ergadering(?:nr\.?|nummer)?{G}(?:nr\.?{G})?(?P<after>[1-9][0-9]{{0,2}})"
    rf"|(?P<before>[1-9][0-9]{{0,2}})(?:e|ste|de){G1}vergadering)(?![\w])"
)
# , item 14 · en item 3 · ; item 5: a next item of the same meeting
_NEXT_ITEM = compile_later(
    rf"{G}(?:[,;]{G}(?:en{G1})?|en{G1}|&{G})(?P<word>[Ii]tem(?:nr\.?|nummer|s)?{G}(?P<item>[1-9][0-9]{{0,2}}))(?![\w])"
)
# items 3, 4 en 7: the word stands before the first only
_NEXT_OF_ITEMS = compile_later(
    rf"{G}(?:,{G}(?:en{G1})?|en{G1}|&{G})(?P<word>(?P<item>[1-9][0-9]{{0,2}}))(?![\w]|\s(?!en\s)[a-z])"
)
_ITEMS_BEFORE = compile_later(r"[Ii]tems\s[0-9]{1,3}(?:,\s(?:en\s)?[0-9]{1,3}|\sen\s[0-9]{1,3}){0,8}$")
_ITEMS_BACK = 60


# Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 2: the foot of a printed page. Answers never run to a hundred pages.
_PAGE = compile_later(rf"{SPACE}{{1,3}}[1-9][0-9]?(?![0-9])(?=(?P<stop>{SPACE}*(?:\n|$)|[A-Za-z])?)")
_OF_SOMETHING = compile_later(
    rf"{SPACE}{{1,3}}[0-9]{{1,4}}{SPACE}(?:van|bij|aan|op|in){SPACE}(?:(?:de|het|deze|dit|dat|die|een|onze){SPACE})(?![Hh]andelingen)"
)
# Tweede Kamer, vergaderjaar 2020-2021, Aanhangsel 1502
_NUMBER_ONLY = compile_later(rf":?{SPACE}{{1,3}}(?P<digits>[1-9][0-9]{{2,3}})(?![\w])")


def is_page_foot(text: str, prefix: Prefix) -> bool:
    """Tell the foot of a page: Kamer, vergaderjaar, the word, a page; alone on its line, or glued to the text around.

    The head of the first page, `Vergaderjaar 2023–2024  Aanhangsel van de Handelingen`, is no reference either.
    """
    if prefix.kamer is None and prefix.vergaderjaar and text[prefix.begin] in "Vv":
        return (
            text[prefix.last : prefix.last + 1] in {"", "\n", "\r", " ", "\t"}
            and not text[prefix.last : prefix.last + _LINE].partition("\n")[0].strip()
        )
    if not (prefix.kamer and prefix.vergaderjaar) or not text.endswith("anhangsel", 0, prefix.last):
        return False
    page = _PAGE.match(text, prefix.last)
    is_glued = prefix.begin > 0 and text[prefix.begin - 1] not in ' \u00a0(["\u201c\u00ab'
    return page is not None and (page["stop"] is not None or prefix.begin == 0 or is_glued)


def is_of_something_else(text: str, prefix: Prefix) -> bool:
    """Tell `Aanhangsel 2 bij de overeenkomst`, which has neither Kamer nor year, from an answer to questions."""
    is_bare = prefix.kamer is None and prefix.vergaderjaar is None and prefix.misjaar is None
    return is_bare and _OF_SOMETHING.match(text, prefix.last) is not None


def read_aanhangsel(text: str, prefix: Prefix) -> list[Verwijzing]:
    """Read the numbers after "Aanhangsel Handelingen"; an empty list when there are none."""
    is_named = prefix.vergaderjaar is not None or prefix.misjaar is not None
    numbers = _plain_number(text, prefix) or read_numbers(text, prefix.last, prefix.kamer, is_named=is_named).found
    late = LATE_YEAR.match(text, numbers[-1].end) if numbers and not is_named else None
    if late:
        prefix.vergaderjaar, numbers[-1].end = written_out(late["a"] or late["b"]), late.end()
    found = _answers(text, prefix, prefix.vergaderjaar, numbers, prefix.begin)
    for _ in range(_MOST_YEARS):
        year = NEXT_YEAR.match(text, found[-1].eind) if found and prefix.vergaderjaar else None
        more = read_numbers(text, year.end(), prefix.kamer, is_named=False).found if year else []
        if year is None or not more:
            break
        found += _answers(text, prefix, written_out(year["jaar"]), more, year.start("jaar"))
    return found if all((each.referentie.nummer or "").isdecimal() for each in found) else []


def _answers(text: str, prefix: Prefix, year: str | None, numbers: Sequence[Number], begin: int) -> list[Verwijzing]:
    """Make a reference of each number of one year; the first begins at `begin`, the others at their number."""
    found = []
    for number in numbers:
        reference = Referentie(
            Soort.AANHANGSEL,
            kamer=prefix.kamer,
            vergaderjaar=year,
            nummer=number.nummer,
            pagina=number.pagina,
            bijlage=prefix.bijlage or number.bijlage,
            bijlagenummer=prefix.bijlagenummer or number.bijlagenummer,
        )
        start = begin if number is numbers[0] else number.begin
        found.append(Verwijzing(reference, start, number.end, text[start : number.end]))
    return found


def _plain_number(text: str, prefix: Prefix) -> list[Number]:
    """Tweede Kamer, vergaderjaar 2020-2021, Aanhangsel 1502 · Aanhangsel 844 (2022-2023)."""
    match = _NUMBER_ONLY.match(text, prefix.last)
    if match is None:
        return []
    is_named = prefix.vergaderjaar and text.endswith("anhangsel", 0, prefix.last)
    is_dated = prefix.vergaderjaar is None and LATE_YEAR.match(text, match.end())
    return [Number(match["digits"], match.start("digits"), match.end())] if is_named or is_dated else []


def read_handelingen(text: str, prefix: Prefix) -> list[Verwijzing]:
    """Read the meeting, item and pages after "Handelingen"; an empty list when there is neither meeting nor page."""
    dossier, pos = _dossier(text, prefix)
    meeting = (
        _ucv(text, pos, is_ucv=prefix.is_ucv)
        or _with_word(text, pos)
        or _named(text, pos)
        or _with_dashes(text, pos, prefix.vergaderjaar)
        or _pages_only(text, pos)
        or _plain(text, pos)
    )
    if meeting is None:
        return []
    if meeting[0] and meeting[0].isdecimal() and int(meeting[0]) > _MOST_MEETINGS_A_YEAR:
        return []
    year, end = prefix.vergaderjaar, meeting[-1]
    late = LATE_YEAR.match(text, end) if year is None else None
    if late:
        year, end = written_out(late["a"] or late["b"]), late.end()
    found = [_verwijzing(text, prefix, year, dossier, meeting, prefix.begin, end)]
    while len(found) < _MOST_MEETINGS:
        more = _next_item(text, meeting, end) or _next_meeting(text, end)
        if more is None and year and (link := NEXT_YEAR.match(text, end)):
            following = _with_word(text, link.end())
            more = (link.start("jaar"), following) if following else None
            year = written_out(link["jaar"])
        if more is None:
            break
        begin, meeting = more
        end = meeting[-1]
        found.append(_verwijzing(text, prefix, year, None, meeting, begin, end))
    return found


def _next_item(text: str, meeting: _Meeting, end: int) -> tuple[int, _Meeting] | None:
    match = _NEXT_ITEM.match(text, end) if meeting[1] else None
    if match is None and meeting[1] and _ITEMS_BEFORE.search(text, max(0, end - _ITEMS_BACK), end):
        match = _NEXT_OF_ITEMS.match(text, end)
    if match is None:
        return None
    return match.start("word"), (meeting[0], match["item"], *read_pages(text, match.end("word")))


def _next_meeting(text: str, end: int) -> tuple[int, _Meeting] | None:
    link = NEXT_NUMBER.match(text, end)
    following = _with_word(text, link.start("word")) if link and link["word"] else None
    return (link.start("word"), following) if link and following else None


def _verwijzing(
    text: str, prefix: Prefix, year: str | None, dossier: str | None, meeting: _Meeting, begin: int, end: int
) -> Verwijzing:
    nummer, item, pagina, _ = meeting
    reference = Referentie(
        Soort.HANDELINGEN,
        kamer=prefix.kamer,
        vergaderjaar=year,
        dossier=dossier,
        nummer=nummer,
        item=item,
        pagina=pagina,
        bijlage=prefix.bijlage,
        bijlagenummer=prefix.bijlagenummer,
    )
    return Verwijzing(reference, begin, end, text[begin:end])


_Meeting = tuple[str | None, str | None, str | None, int]


def _dossier(text: str, prefix: Prefix) -> tuple[str | None, int]:
    """Handelingen II, 1995-1996, 24 692, nr. 3: a dossier that some writers add."""
    match = DOSSIER.match(text, prefix.end)
    digits = digits_of(match) if match else ""
    if match is None or len(digits) < len("10000") or NUMBER_WORD.match(text, match.end()) is None:
        return None, prefix.last
    return digits, match.end()


def _with_word(text: str, pos: int) -> _Meeting | None:
    """, nr. 108, item 5, p. 25-36."""
    numbers = read_numbers(text, pos, None, is_named=False) if NUMBER_WORD.match(text, pos) else None
    if numbers is None or not numbers.found:
        return None
    number: Number = numbers.found[0]
    return _item_and_pages(text, number.nummer, number)


def _named(text: str, pos: int) -> _Meeting | None:
    """, vergadering 71, item 9 · , 71e vergadering, item 9."""
    match = _NAMED_MEETING.match(text, pos)
    if match is None:
        return None
    pages, end = read_pages(text, match.end())
    number = Number(match["after"] or match["before"], match.start(), end, pagina=pages)
    return _item_and_pages(text, number.nummer, number)


def _ucv(text: str, pos: int, *, is_ucv: bool) -> _Meeting | None:
    """, UCV 41, p. 12; after "Handelingen UCV" also , nr. 41, p. 41-12 (page 12 of that meeting)."""
    match = _UCV_MEETING.match(text, pos)
    if match is None and is_ucv and (plain := _with_word(text, pos)):
        return f"UCV {plain[0]}", *plain[1:]
    if match is None:
        return None
    pages, end = read_pages(text, match.end())
    return f"UCV {match['meeting']}", None, pages, end


def _item_and_pages(text: str, nummer: str, number: Number) -> _Meeting:
    item = ITEM.match(text, number.end)
    if item is None:
        return nummer, None, number.pagina, number.end
    pages, end = read_pages(text, item.end())
    return nummer, item["item"], pages, end


def _with_dashes(text: str, pos: int, year: str | None) -> _Meeting | None:
    """, 108-7909 (meeting and page) · , 71-15-53 (meeting, item and page)."""
    match = MEETING_PAGE.match(text, pos)
    if match is None:
        word = PAGE_WORD.match(text, pos)
        match = MEETING_PAGE.match(text, word.end()) if word else None
        # p. 39-2410: pages within one meeting never run that far, so 39 is the meeting. p. 25-36 is a range.
        if match is None or int(match["page"]) < 10 * int(match["meeting"]) or match["third"]:
            return None
    if match["third"]:
        return match["meeting"], match["page"], match["third"], match.end()
    if year and int(year[:4]) >= _FIRST_YEAR_WITH_ITEMS:
        pages, end = read_pages(text, match.end())
        return match["meeting"], match["page"], pages, end
    pages, end = read_page_list(text, match.start("page"))
    return match["meeting"], None, pages, end


def _pages_only(text: str, pos: int) -> _Meeting | None:
    """, p. 1234: from the days when the pages of a year were numbered through."""
    pages, end = read_pages(text, pos)
    return (None, None, pages, end) if pages else None


def _plain(text: str, pos: int) -> _Meeting | None:
    """, 108, p. 7909 · , 108, item 5."""
    match = _PLAIN_MEETING.match(text, pos)
    if match is None:
        return None
    item = ITEM.match(text, match.end())
    pages, end = read_pages(text, item.end() if item else match.end())
    return match["meeting"], item["item"] if item else None, pages, end
