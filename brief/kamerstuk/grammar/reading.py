"""Read one reference, or one list of references, that begins at a given place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import Dossier, read_dossier
from brief.kamerstuk.grammar.heads import read_head
from brief.kamerstuk.grammar.identifiers import publication_end, read_document, read_publication, read_url, url_end
from brief.kamerstuk.grammar.later import compile_later
from brief.kamerstuk.grammar.numbers import Number, Numbers, read_in_brackets, read_numbers
from brief.kamerstuk.grammar.pages import read_pages
from brief.kamerstuk.grammar.patterns import (
    CLOSERS,
    DIGITS_BEFORE,
    DOCUMENT,
    LATE_YEAR,
    LOOKS_LIKE,
    NEXT_PAPER,
    NOT_A_DOSSIER,
    NUMBER_WORD,
    PUBLICATION,
    REMAINDER,
    URL,
)
from brief.kamerstuk.grammar.prefix import Prefix, read_prefix, written_out
from brief.kamerstuk.grammar.proceedings import is_page_foot, read_aanhangsel, read_handelingen
from brief.kamerstuk.model import Referentie, Soort, Verwijzing, kamer_of_number

if TYPE_CHECKING:
    from collections.abc import Sequence

# vergaderjaar 2023-2024-2025 · Tweede Kamer, vergaderjaar 2022-2023, 1234.
_THIRD_YEAR = compile_later(r"[-/\u2010-\u2015][0-9]{2,4}(?![0-9])")
_LONG_NUMBER = compile_later(r",[ \u00a0]?[0-9]{3,5}(?=[.;)\n]|$)")
_LOOK_BACK = 24
_MOST_PAPERS = 40
_LOWEST_BARE, _HIGHEST_BARE = 10_000, 45_000


@dataclass(slots=True)
class Reading:
    """What was read at one place: references, and as (begin, end) what looked like one and could not be read.

    `years` are the places of what stands where a vergaderjaar must, and is none;
    `rests` ranges that were not written out.
    """

    end: int
    found: list[Verwijzing] = field(default_factory=list)
    unread: list[tuple[int, int]] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    rests: list[tuple[int, int]] = field(default_factory=list)


def read(text: str, begin: int) -> Reading | None:
    """Read what begins at `begin`; None when it is nothing."""
    if text[begin] in "hwztHW":
        end = url_end(text, begin)
        if end is not None:
            address = read_url(text, begin, end)
            return Reading(end, [address] if address else [])
    return _read_id(text, begin) or _read_paper(text, begin)


def _read_id(text: str, begin: int) -> Reading | None:
    """Read a document number or the id of a publication, with its pages."""
    if text[begin].isdecimal():
        found = read_document(text, begin)
    else:
        end = publication_end(text, begin) if text[begin] in "kahbKAHB" else None
        if end is None:
            return None
        found = read_publication(text, begin, end)
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


def _read_paper(text: str, begin: int) -> Reading | None:
    prefix = read_prefix(text, begin)
    if prefix.last == begin and not text[begin].isdecimal():
        return None
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
    if prefix.soort is Soort.AANHANGSEL and is_page_foot(text, prefix):
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
        return Reading(number.end, _verwijzingen(text, prefix, dossier, [number], prefix.begin))
    numbers = read_numbers(text, dossier.end, prefix.kamer, is_named=not prefix.is_bare)
    if numbers.unread is not None:
        return _unread(text, prefix, numbers.unread)
    if not numbers.found and not prefix.is_bare:
        numbers = read_in_brackets(text, dossier.end)
    if not numbers.found:
        return _whole_dossiers(text, prefix, dossier)
    if prefix.is_bare and not _is_paper_without_words(text, prefix.begin, dossier, numbers):
        return None
    reading = Reading(numbers.found[-1].end, _verwijzingen(text, prefix, dossier, numbers.found, prefix.begin))
    if text[reading.end : reading.end + 1] not in CLOSERS:
        _read_late_year(text, reading)
        _read_next_papers(text, prefix, reading)
    return reading


def _is_paper_without_words(text: str, begin: int, dossier: Dossier, numbers: Numbers) -> bool:
    """Tell a reference without any word from an amount, a telephone number or a number of another collection."""
    if not _LOWEST_BARE <= int(dossier.dossier) < _HIGHEST_BARE:
        return False
    first = numbers.found[0]
    has_dash = dossier.toevoeging is None and text[dossier.end] in "-\u2011"
    if has_dash and (_both_round(dossier, first) or DIGITS_BEFORE.search(text, max(0, begin - 2), begin)):
        return False
    return NOT_A_DOSSIER.search(text, max(0, begin - _LOOK_BACK), begin) is None


def _both_round(dossier: Dossier, number: Number) -> bool:
    return dossier.dossier.endswith("00") and number.nummer.endswith("00")


def _verwijzingen(
    text: str, prefix: Prefix, dossier: Dossier, numbers: Sequence[Number], begin: int
) -> list[Verwijzing]:
    found = []
    for index, number in enumerate(numbers):
        start = number.begin if index else begin
        found.append(Verwijzing(_reference(prefix, dossier, number), start, number.end, text[start : number.end]))
    return found


def _reference(prefix: Prefix, dossier: Dossier, number: Number) -> Referentie:
    return Referentie(
        Soort.KAMERSTUK,
        kamer=prefix.kamer or kamer_of_number(number.nummer),
        vergaderjaar=prefix.vergaderjaar or dossier.vergaderjaar,
        tot_vergaderjaar=prefix.tot_vergaderjaar,
        dossier=dossier.dossier,
        toevoeging=dossier.toevoeging,
        nevendossiers=tuple(other for other, _, _ in dossier.nevendossiers),
        rijkswet=dossier.rijkswet,
        nummer=number.nummer,
        pagina=number.pagina,
        bijlage=prefix.bijlage or number.bijlage,
        bijlagenummer=prefix.bijlagenummer or number.bijlagenummer,
        herdruk=number.herdruk,
    )


def _whole_dossiers(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Kamerstukken 31945, 29 435 en 34 682: each a whole dossier, only when the words before it say so."""
    if not prefix.names_paper:
        return None
    pages, end = read_pages(text, dossier.end)
    each = [(dossier.volledig, dossier.begin, dossier.own_end), *dossier.nevendossiers]
    if pages:
        # A page is of one paper, which then belongs to several dossiers.
        each, others = each[:1], tuple(full for full, _, _ in dossier.nevendossiers)
    else:
        others = ()
    found = []
    for index, (full, begin, stop) in enumerate(each):
        number, _, part = full.partition("-")
        is_last = index == len(each) - 1
        reference = Referentie(
            Soort.KAMERSTUK,
            kamer=prefix.kamer,
            vergaderjaar=prefix.vergaderjaar or dossier.vergaderjaar,
            tot_vergaderjaar=prefix.tot_vergaderjaar,
            dossier=number,
            toevoeging=part or None,
            rijkswet=None if index else dossier.rijkswet,
            nevendossiers=others,
            pagina=pages if is_last else None,
            bijlage=prefix.bijlage,
            bijlagenummer=prefix.bijlagenummer,
        )
        start, stop = begin if index else prefix.begin, end if is_last else stop
        found.append(Verwijzing(reference, start, stop, text[start:stop]))
    return Reading(end, found)


def _read_late_year(text: str, reading: Reading) -> None:
    """29 435, nr. 267 (vergaderjaar 2023-2024): the year of the last paper read."""
    last = reading.found[-1]
    late = LATE_YEAR.match(text, reading.end)
    if late is None or last.referentie.vergaderjaar:
        return
    year = written_out(late["a"] or late["b"])
    reading.end = late.end()
    reading.found[-1] = _with_year(last, year, text, late.end())


def _with_year(found: Verwijzing, year: str, text: str, end: int) -> Verwijzing:
    return Verwijzing(replace(found.referentie, vergaderjaar=year), found.begin, end, text[found.begin : end])


def _read_next_papers(text: str, prefix: Prefix, reading: Reading) -> None:
    """…, 34 682, nr. 107 en 29 383, nr. 378: a next dossier under the Kamer and vergaderjaar that were said once."""
    for _ in range(_MOST_PAPERS):
        link = NEXT_PAPER.match(text, reading.end)
        if link is None:
            return
        bare = Prefix(link.end(), link.end(), link.end())
        dossier = read_dossier(text, link.end(), bare)
        numbers = read_numbers(text, dossier.end, prefix.kamer, is_named=False) if dossier else Numbers()
        if dossier and link["jaar"] and not numbers.found:
            numbers = read_in_brackets(text, dossier.end)
        if dossier is None or not numbers.found or not _is_paper_without_words(text, link.end(), dossier, numbers):
            return
        heading = _heading_for(prefix, numbers.found[0])
        begin = link.end()
        if link["jaar"]:
            heading.vergaderjaar, begin = written_out(link["jaar"]), link.start("jaar")
        reading.found.extend(_verwijzingen(text, heading, dossier, numbers.found, begin))
        reading.end = numbers.found[-1].end
        _read_late_year(text, reading)


def _heading_for(prefix: Prefix, number: Number) -> Prefix:
    """Carry over what was said, unless the number belongs to the other Kamer."""
    kamer = prefix.kamer if kamer_of_number(number.nummer) in {None, prefix.kamer} else None
    return Prefix(
        prefix.begin, prefix.end, prefix.last, prefix.soort, kamer, prefix.vergaderjaar, bijlage=prefix.bijlage
    )


def _looks_like(text: str, prefix: Prefix) -> Reading | None:
    """Report what announces a paper and goes on with something that is no number of one."""
    if prefix.soort is None:
        is_meant = prefix.kamer and prefix.vergaderjaar and _LONG_NUMBER.match(text, prefix.last)
        return _unread(text, prefix, prefix.end) if is_meant else None
    if DOCUMENT.match(text, prefix.end) or PUBLICATION.match(text, prefix.end) or URL.match(text, prefix.end):
        return None
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
