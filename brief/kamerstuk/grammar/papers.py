"""The papers of a dossier as references: its numbers, whole dossiers, and a next paper under the same heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.kamerstuk.begroting import is_eu
from brief.kamerstuk.grammar.dossier import Dossier, may_be_dossier, read_dossier
from brief.kamerstuk.grammar.numbers import Number, Numbers, read_in_brackets, read_numbers
from brief.kamerstuk.grammar.pages import read_pages
from brief.kamerstuk.grammar.patterns import DASH_NUMBER, DIGITS_BEFORE, LATE_YEAR, NEXT_PAPER, NEXT_YEAR
from brief.kamerstuk.grammar.pieces import DOSSIER_DIGITS, SPACE
from brief.kamerstuk.grammar.prefix import Prefix, written_out
from brief.kamerstuk.grammar.words import ACRONYM, LAND, OTHER_PAIR, PAPER_BEFORE, is_no_dossier, is_of_other_kind
from brief.kamerstuk.model import Referentie, Soort, Verwijzing, kamer_of_number
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.kamerstuk.grammar.alone import Alleen

_LOOK_BACK = 24
_SPACES_AFTER = frozenset({" ", "\u00a0"})
_WORD_BACK = 80
# het stuk op nummer 32 847, nummer 1098: a number, and one of a paper
_STUK_NUMBER = compile_later(
    r"(?<![\w])(?:(?:[Kk]amer)?stuk(?:ken)?\s(?:op\s|met\s|onder\s|is\s)?"
    r"|(?:[Mm]oties?|[Aa]mendement(?:en)?|[Kk]amerbrie(?:f|ven)|(?:[Kk]amer)?[Ss]tuk(?:ken)?)(?![a-z])[^.;:()\n0-9]{0,44}\s\(?)"
    r"(?:de\s|het\s)?(?:nummers?|nrs?\.?):?\s$"
)
_NEXT_PAIR = compile_later(rf"(?:,|{SPACE}en){SPACE}(?P<dossier>{DOSSIER_DIGITS})-[1-9]")
# Utrecht 29 435, nr. 2 Delft 12 107 \u00b7 29.435-267 = 29.168
_ROW_BEHIND = compile_later(rf"{SPACE}[A-Z][a-z]{{1,20}}{SPACE}\(?[1-9]|{SPACE}?=")
_JUST_NUMBERS = compile_later(r"(?<![\w])(?:[Nn]ummers|[Nn]rs\.?):?\s$")
_MOST_PAPERS = 40


class Reading(Struct):
    """What was read at one place: references, and as (begin, end) what looked like one and could not be read.

    `years` are the places of what stands where a vergaderjaar must, and is none;
    `rests` ranges that were not written out; `alone` is a dossier without number that no word for Kamerstuk announces.
    """

    end: int
    found: list[Verwijzing] = field(default_factory=list)
    unread: list[tuple[int, int]] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    rests: list[tuple[int, int]] = field(default_factory=list)
    alone: Alleen | None = None


def is_paper_without_words(text: str, begin: int, dossier: Dossier, numbers: Numbers) -> bool:
    """Tell a reference without any word from an amount, a telephone number or a number of another collection."""
    if not may_be_dossier(dossier.dossier):
        return False
    first = numbers.found[0]
    has_dash = dossier.toevoeging is None and text[dossier.end] in "-\u2011"
    if has_dash and (_both_round(dossier, first) or DIGITS_BEFORE.search(text, max(0, begin - 2), begin)):
        return False
    if _ROW_BEHIND.match(text, numbers.found[-1].end):
        return False
    floor = max(0, begin - _WORD_BACK)
    if LAND.search(text, floor, begin) or (has_dash and OTHER_PAIR.search(text, floor, begin)):
        return False
    if has_dash and is_behind_acronym(text, begin):
        return False
    is_eu_part = is_eu(dossier.dossier) and dossier.toevoeging is not None
    if is_eu_part or not is_no_dossier(text, max(0, begin - _LOOK_BACK), begin):
        return True
    if _STUK_NUMBER.search(text, floor, begin):
        return True
    # de nummers 27625-641 en 27625-643: two of one dossier
    pair = _NEXT_PAIR.match(text, numbers.found[-1].end) if has_dash else None
    is_number = pair is not None and _JUST_NUMBERS.search(text, floor, begin) is not None
    return is_number and pair is not None and "".join(filter(str.isdecimal, pair["dossier"])) == dossier.dossier


def is_behind_acronym(text: str, begin: int) -> bool:
    """Tell `ETS 29435-2`, where the letters before the pair may number it, from `de motie VVD 29435-2`."""
    floor = max(0, begin - _WORD_BACK)
    acronym = ACRONYM.search(text, floor, begin) if text[begin - 1 : begin] in _SPACES_AFTER else None
    return acronym is not None and PAPER_BEFORE.search(text, floor, begin) is None


def is_unknown_acronym(text: str, begin: int) -> bool:
    """Tell such letters that no known collection has, `ETS 29435-2`, from `BRL 29435-2`."""
    floor = max(0, begin - _LOOK_BACK)
    return is_behind_acronym(text, begin) and not is_of_other_kind(text, floor, begin)


def _both_round(dossier: Dossier, number: Number) -> bool:
    return dossier.dossier.endswith("00") and number.nummer.endswith("00")


def verwijzingen_of(
    text: str, prefix: Prefix, dossier: Dossier, numbers: Sequence[Number], begin: int
) -> list[Verwijzing]:
    """Make a reference of each number of a dossier; the first begins at `begin`, the others at their number."""
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
        nevendossiers=dossier.nevennamen,
        rijkswet=dossier.rijkswet,
        nummer=number.nummer,
        pagina=number.pagina,
        bijlage=prefix.bijlage or number.bijlage,
        bijlagenummer=prefix.bijlagenummer or number.bijlagenummer,
        herdruk=number.herdruk,
    )


def _with_number(meant: Referentie, number: Number) -> Referentie:
    """Give the reference to another number of the dossier that is meant."""
    return replace(
        meant,
        kamer=kamer_of_number(number.nummer),
        nummer=number.nummer,
        pagina=number.pagina,
        bijlage=number.bijlage,
        bijlagenummer=number.bijlagenummer,
        herdruk=number.herdruk,
        nevendossiers=(),
        publicatie=None,
    )


def each_number(text: str, meant: Referentie, numbers: Sequence[Number], begin: int | None = None) -> list[Verwijzing]:
    """Make a reference to each of further numbers of the dossier that is meant; `begin` is where the first begins.

    Without `begin` each begins at its own number.
    """
    made = []
    for index, number in enumerate(numbers):
        start = number.begin if index or begin is None else begin
        made.append(Verwijzing(_with_number(meant, number), start, number.end, text[start : number.end]))
    return made


def whole_dossiers(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Kamerstukken 31945, 29 435 en 34 682: each a whole dossier, only when the words before it say so."""
    return each_dossier(text, prefix, dossier) if prefix.names_paper else None


def each_dossier(text: str, prefix: Prefix, dossier: Dossier) -> Reading:
    """Make a reference of each of the dossiers that stand together."""
    pages, end = read_pages(text, dossier.end)
    each = [(dossier.volledig, dossier.begin, dossier.own_end), *dossier.nevendossiers]
    if pages:
        # A page is of one paper, which then belongs to several dossiers.
        each, others = each[:1], dossier.nevennamen
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


def read_late_year(text: str, reading: Reading) -> None:
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


def read_next_papers(text: str, prefix: Prefix, reading: Reading) -> None:
    """…, 34 682, nr. 107 en 29 383, nr. 378: a next dossier under the Kamer and vergaderjaar that were said once."""
    for _ in range(_MOST_PAPERS):
        if _read_next_year(text, prefix, reading):
            continue
        link = NEXT_PAPER.match(text, reading.end)
        if link is None:
            return
        bare = Prefix(link.end(), link.end(), link.end())
        dossier = read_dossier(text, link.end(), bare)
        numbers = read_numbers(text, dossier.end, prefix.kamer, is_named=False) if dossier else Numbers()
        if dossier and prefix.soort and not numbers.found and DASH_NUMBER.match(text, dossier.end):
            # Kamerstukken 32 847–1163 en 29 453–561: a dash of any length, as after the word itself
            numbers = read_numbers(text, dossier.end, prefix.kamer, is_named=True)
        if dossier and link["jaar"] and not numbers.found:
            numbers = read_in_brackets(text, dossier.end)
        if dossier is None or not numbers.found or not is_paper_without_words(text, link.end(), dossier, numbers):
            return
        heading = _heading_for(prefix, numbers.found[0])
        begin = link.end()
        if link["jaar"]:
            heading.vergaderjaar, begin = written_out(link["jaar"]), link.start("jaar")
        reading.found.extend(verwijzingen_of(text, heading, dossier, numbers.found, begin))
        reading.end = numbers.found[-1].end
        read_late_year(text, reading)


def _read_next_year(text: str, prefix: Prefix, reading: Reading) -> bool:
    """…, 32 847, nr. 665; 2020/21, nr. 789: numbers of the same dossier in another year."""
    link = NEXT_YEAR.match(text, reading.end) if prefix.vergaderjaar else None
    numbers = read_numbers(text, link.end(), prefix.kamer, is_named=False).found if link else []
    if link is None or not numbers:
        return False
    meant = replace(reading.found[-1].referentie, vergaderjaar=written_out(link["jaar"]), tot_vergaderjaar=None)
    reading.found += each_number(text, meant, numbers, link.start("jaar"))
    reading.end = numbers[-1].end
    return True


def _heading_for(prefix: Prefix, number: Number) -> Prefix:
    """Carry over what was said, unless the number belongs to the other Kamer."""
    kamer = prefix.kamer if kamer_of_number(number.nummer) in {None, prefix.kamer} else None
    return Prefix(
        prefix.begin, prefix.end, prefix.last, prefix.soort, kamer, prefix.vergaderjaar, bijlage=prefix.bijlage
    )
