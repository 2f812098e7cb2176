"""Read one reference, or one list of references, that begins at a given place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk.grammar.alone import Grond, read_alone
from brief.kamerstuk.grammar.among import is_among_numbers
from brief.kamerstuk.grammar.behind import read_behind_words
from brief.kamerstuk.grammar.between import read_behind_title, read_pair, with_marks
from brief.kamerstuk.grammar.chapters import read_next_chapters, with_chapter_before
from brief.kamerstuk.grammar.dossier import Dossier, may_be_dossier, read_dossier
from brief.kamerstuk.grammar.enclosed import read_bare_with_bracket, read_each_with_its_numbers, read_enclosed
from brief.kamerstuk.grammar.funds import with_fund
from brief.kamerstuk.grammar.heads import is_likely_head, read_head
from brief.kamerstuk.grammar.identifiers import (
    publication_end,
    read_answer,
    read_document,
    read_publication,
    read_url,
    url_end,
)
from brief.kamerstuk.grammar.likely import likely_dossier, likely_number, likely_year
from brief.kamerstuk.grammar.lists import with_more_dossiers
from brief.kamerstuk.grammar.numbers import Numbers, read_in_brackets, read_numbers
from brief.kamerstuk.grammar.pages import read_pages
from brief.kamerstuk.grammar.papers import (
    Reading,
    each_dossier,
    is_paper_without_words,
    is_unknown_acronym,
    read_late_year,
    read_next_papers,
    verwijzingen_of,
    whole_dossiers,
)
from brief.kamerstuk.grammar.patterns import (
    CLOSERS,
    DOCUMENT,
    LOOKS_LIKE,
    LOOSE_DOCUMENT,
    NUMBER_WORD,
    PUBLICATION,
    REMAINDER,
    URL,
)
from brief.kamerstuk.grammar.prefix import Prefix, read_prefix
from brief.kamerstuk.grammar.proceedings import is_of_something_else, is_page_foot, read_aanhangsel, read_handelingen
from brief.kamerstuk.grammar.roman import read_roman
from brief.kamerstuk.grammar.rows import read_pair_in_cell, read_row, row_without_head
from brief.kamerstuk.grammar.shared import each_its_numbers, numbers_begin
from brief.kamerstuk.grammar.turned import read_turned
from brief.kamerstuk.grammar.words import OTHER_BEFORE, is_known
from brief.kamerstuk.model import Soort, Verwijzing
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Collection

# vergaderjaar 2023-2024-2025 · Tweede Kamer, vergaderjaar 2022-2023, 1234.
_THIRD_YEAR = compile_later(r"[-/\u2010-\u2015][0-9]{2,4}(?![0-9])")
_BARE_NUMBER = compile_later(r"(?<![\w])[Nn]ummer\s$")
# Uw referentie 32847-1182: of a known dossier it may be that paper
_REFERENCE = compile_later(r"(?<![\w])[Rr]eferentie:?\s$")
_LOOK_BACK = 24
_LONG_NUMBER = compile_later(r",[ \u00a0]?[0-9]{3,5}(?=[.;)\n]|$)")


def read(text: str, begin: int, known: Collection[str] = ()) -> Reading | None:
    """Read what begins at `begin`; None when it is nothing. `known` are the dossiers that were read before it."""
    if text[begin] in "hwztHW":
        end = url_end(text, begin)
        if end is not None:
            address = read_url(text, begin, end)
            return Reading(end, [address] if address else [])
    if text[begin].isdecimal() and is_among_numbers(text, begin):
        return None
    return _read_id(text, begin) or _read_paper(text, begin, known)


def _read_id(text: str, begin: int) -> Reading | None:
    """Read a document number or the id of a publication, with its pages."""
    if text[begin].isdecimal():
        found = read_document(text, begin)
        if found is None and (loose := LOOSE_DOCUMENT.match(text, begin)):
            return Reading(loose.end(), [], [(begin, loose.end())])
    elif text[begin] in "aA" and (answer := read_answer(text, begin)):
        return Reading(answer.eind, [answer])
    else:
        end = publication_end(text, begin) if text[begin] in "kahbKAHB" else None
        if end is None:
            return None
        found = read_publication(text, begin, end)
        if found is None or found.referentie.volledig_dossier == found.sleutel.removeprefix("kst-"):
            # kst-29.435-267 · kst-34682, AC: an id that goes on otherwise
            written = _read_paper(text, begin)
            if written and any(each.referentie.nummer for each in written.found):
                return written
        if found is None:
            return Reading(end, [], [(begin, end)])
    if found is None:
        return None
    pages, end = read_pages(text, found.eind)
    if pages:
        found = Verwijzing(replace(found.referentie, pagina=pages), begin, end, text[begin:end])
    return Reading(found.eind, [found])


def _read_annex_of_id(text: str, prefix: Prefix) -> Reading | None:
    """Bijlage 2 bij 2024D43452."""
    reading = _read_id(text, prefix.last)
    if reading is None or not reading.found:
        return None
    found = reading.found[0]
    reference = replace(found.referentie, bijlage=True, bijlagenummer=prefix.bijlagenummer)
    return Reading(found.eind, [Verwijzing(reference, prefix.begin, found.eind, text[prefix.begin : found.eind])])


def _read_paper(text: str, begin: int, known: Collection[str] = ()) -> Reading | None:
    prefix = read_prefix(text, begin, known)
    if prefix.last == begin and not text[begin].isdecimal():
        return read_roman(text, prefix)
    reading = _read_kind(text, prefix)
    if prefix.misjaar and (reading or _is_announced(text, prefix, prefix.misjaar)):
        reading = reading or Reading(prefix.last)
        reading.years.append(prefix.misjaar)
    is_worded = prefix.vergaderjaar is not None and text[begin].isalpha()
    if is_worded and reading is None and (more := _THIRD_YEAR.match(text, prefix.last)):
        return Reading(more.end(), years=[(_year_begin(text, more.start()), more.end())])
    return reading


def _year_begin(text: str, end: int) -> int:
    while end > 0 and (text[end - 1].isdecimal() or text[end - 1] in "-/\u2010\u2011\u2012\u2013\u2014\u2015"):
        end -= 1
    return end


def _is_announced(text: str, prefix: Prefix, place: tuple[int, int]) -> bool:
    """Tell `vergaderjaar 2023-204` from "het vergaderjaar 2023 was druk" and "2024/1398, nr. 12"."""
    is_one_year = place[1] - place[0] == len("2023") and text[place[0] : place[1]].isdecimal()
    return not is_one_year and (not prefix.is_bare or text[prefix.begin].isalpha())


def _read_kind(text: str, prefix: Prefix) -> Reading | None:
    if prefix.soort is Soort.AANHANGSEL and (is_page_foot(text, prefix) or is_of_something_else(text, prefix)):
        return Reading(prefix.last)
    if prefix.soort is Soort.HANDELINGEN or prefix.soort is Soort.AANHANGSEL:
        read_kind = read_handelingen if prefix.soort is Soort.HANDELINGEN else read_aanhangsel
        found = read_kind(text, prefix)
        return Reading(found[-1].eind, found) if found else _looks_like(text, prefix)
    return _read_kamerstuk(text, prefix)


def _read_kamerstuk(text: str, prefix: Prefix) -> Reading | None:
    if prefix.bijlage and prefix.is_bare and (annex := _read_annex_of_id(text, prefix)):
        return annex
    dossier = read_dossier(text, prefix.end, prefix)
    if dossier is None:
        return _looks_like(text, prefix)
    if head := read_head(text, dossier.begin):
        dossier, number = head
        if not is_likely_head(text, prefix, dossier, number):
            return Reading(number.end, unread=[(prefix.begin, number.end)])
        return Reading(number.end, verwijzingen_of(text, prefix, dossier, [number], prefix.begin))
    dossier = with_fund(text, with_chapter_before(text, prefix, dossier))
    with_marks(text, dossier, prefix)
    numbers = read_numbers(text, numbers_begin(text, dossier), prefix.kamer, is_named=not prefix.is_bare)
    if numbers.unread is not None:
        return _unread(text, prefix, numbers.unread)
    if not numbers.found and (each := read_each_with_its_numbers(text, prefix, dossier)):
        return each
    numbers = numbers if numbers.found else _further(text, prefix, dossier)
    if not numbers.found:
        return _whole(text, prefix, dossier) or _without_number(text, prefix, dossier)
    if prefix.is_bare and not is_paper_without_words(text, prefix.begin, dossier, numbers):
        return _as_number(text, prefix, dossier, numbers.found[-1].end)
    found = each_its_numbers(text, prefix, dossier, numbers.found)
    found = found or verwijzingen_of(text, prefix, dossier, numbers.found, prefix.begin)
    reading = Reading(numbers.found[-1].end, found)
    if text[reading.end : reading.end + 1] not in CLOSERS:
        read_late_year(text, reading)
        read_next_chapters(text, prefix, dossier, reading)
        read_next_papers(text, prefix, reading)
    return reading


def _further(text: str, prefix: Prefix, dossier: Dossier) -> Numbers:
    """Read the numbers of a dossier behind a bracket, a title or other words."""
    numbers = Numbers() if prefix.is_bare else read_in_brackets(text, dossier.end)
    numbers = numbers if numbers.found else read_behind_title(text, dossier, prefix)
    return numbers if numbers.found or not prefix.soort else read_behind_words(text, dossier, prefix)


def _whole(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    reading = whole_dossiers(text, prefix, dossier)
    if reading:
        with_more_dossiers(text, reading)
    return reading


def _as_number(text: str, prefix: Prefix, dossier: Dossier, end: int) -> Reading | None:
    """Report `nummer 29 435, nr. 267` and `ETS 29435-2`: of which is not said what it numbers."""
    if not may_be_dossier(dossier.dossier):
        return None
    has_dash = text[dossier.end] in "-\u2011"
    floor = max(0, prefix.begin - _LOOK_BACK)
    is_filed = is_known(prefix, dossier) and _REFERENCE.search(text, floor, prefix.begin)
    if has_dash and (is_filed or is_unknown_acronym(text, prefix.begin)):
        return Reading(end, unread=[(prefix.begin, end)])
    is_number = has_dash or NUMBER_WORD.match(text, dossier.end)
    word = _BARE_NUMBER.search(text, max(0, prefix.begin - 12), prefix.begin) if is_number else None
    if word is None or OTHER_BEFORE.search(text, max(0, word.start() - 60), word.start()):
        return None
    return Reading(end, unread=[(word.start(), end)])


def _without_number(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    row = (read_row(text, dossier) or read_pair_in_cell(text, dossier)) if prefix.is_bare else []
    if row:
        return Reading(row[-1].end, verwijzingen_of(text, prefix, dossier, row, min(prefix.begin, row[0].begin)))
    apart = (
        read_bare_with_bracket(text, prefix, dossier)
        or read_pair(text, dossier, prefix)
        or read_enclosed(text, dossier, prefix)
    )
    if apart:
        return apart
    if (cells := row_without_head(text, dossier)) and prefix.is_bare:
        return Reading(cells[1], unread=[cells])
    if slip := likely_number(text, prefix, dossier):
        return slip
    alone = read_alone(text, prefix, dossier)
    if alone and alone.grond is Grond.ZEKER:
        reading = each_dossier(text, prefix, dossier)
        with_more_dossiers(text, reading)
        if len(reading.found) > 1:
            return reading
        return Reading(reading.end, alone=alone, rests=reading.rests)
    if alone is None or alone.grond is Grond.ALS_ER_EEN_NUMMER_VOLGT:
        likely = likely_dossier(text, prefix, dossier)
        if alone is None or (likely and likely.found):
            return likely
    return Reading(alone.verwijzing.eind, alone=alone)


def _looks_like(text: str, prefix: Prefix) -> Reading | None:
    """Report what announces a paper and goes on with something that is no number of one."""
    if prefix.soort is None:
        is_meant = prefix.kamer and prefix.vergaderjaar and _LONG_NUMBER.match(text, prefix.last)
        return _unread(text, prefix, prefix.end) if is_meant else likely_year(text, prefix)
    if DOCUMENT.match(text, prefix.end) or PUBLICATION.match(text, prefix.end) or URL.match(text, prefix.end):
        return None
    if turned := read_turned(text, prefix):
        return turned
    if prefix.vergaderjaar or prefix.misjaar or LOOKS_LIKE.match(text, prefix.last):
        return _unread(text, prefix, prefix.end)
    return None


def _unread(text: str, prefix: Prefix, pos: int) -> Reading | None:
    if prefix.is_bare and NUMBER_WORD.match(text, pos) is None and not _announces_number(text, pos):
        return None
    rest = REMAINDER.match(text, pos)
    end = rest.end() if rest else pos
    end = prefix.begin + len(text[prefix.begin : end].rstrip(" \u00a0.,"))
    return Reading(end, [], [(prefix.begin, end)])


def _announces_number(text: str, pos: int) -> bool:
    """29 435, nr. XX: the word for a number ends at `pos`, and what follows is a placeholder or nothing."""
    return LOOKS_LIKE.match(text, pos) is not None or text[max(0, pos - 3) : pos].strip().endswith(".")
