"""Read numbers that stand before their dossier: `nr. 267 van Kamerstuk 29 435`, `krijgt nr. 64 (36410-XXII)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk.grammar.alone import BARE_NUMBER_BEFORE, TOGETHER, Alleen, Grond
from brief.kamerstuk.grammar.earlier import earlier_numbers
from brief.kamerstuk.grammar.following import value_of
from brief.kamerstuk.grammar.numbers import Number, numbers_within, read_numbers
from brief.kamerstuk.grammar.papers import each_number
from brief.kamerstuk.grammar.patterns import NUMBER
from brief.kamerstuk.grammar.said import stands_free
from brief.kamerstuk.grammar.words import GIVEN, OF_A_BODY, POINTS_AT, is_claimed, paper_before
from brief.kamerstuk.model import Referentie, Soort, Verwijzing, kamer_of_number
from brief.text.later import compile_later

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from brief.kamerstuk.grammar.papers import Reading

_SAME = 9
_BETWEEN_SAME = 60
_LOOK_BACK = 80
# Between a number and its dossier further on: ( · gekregen in dossier · in het dossier Gaswinning ( · bij wetsvoorstel
_APART = compile_later(
    r"(?:\s\([^()\n]{1,40})?[)\]]?,\s(?:beide|allebei|alle|alles|allemaal|telkens|steeds)\s(?:(?:in|uit|bij|van|onder|op)\s)?"
    r"(?:(?:het|de)\s)?(?:dossier\s|wetsvoorstel\s)?|\s[^.;:()\n0-9]{1,60}\s\((?:beide|allebei|alle|alles)\s(?:(?:in|uit|bij|van|onder)\s)?|"
    r"[)\]]?(?:\svervangt)?\s?\((?:(?:beide|allebei|alle|alles)\s(?:(?:in|uit|bij|van|onder)\s)?)?(?:(?:[Dd]ossier|[Ww]etsvoorstel)\s)?|,\s(?:[Dd]ossier\s|[Ww]etsvoorstel\s)?|[)\]]?(?:,|\svervangt,?)?\s(?:[a-z]{2,14}\s){0,3}(?:van|in|uit|bij|op|onder|aan)\s(?:(?:het|de|dat|dit)\s)?"
    r"(?:(?:[Kk]amerstuk)?dossiers?(?:nummer)?|[a-z]{0,14}wetsvoorstel|begroting|voorstel van wet)?"
    r"(?:\s?[^.;:()\n0-9]{0,40})?\(?"
)
_WORD_OR_PAPER_BEFORE = compile_later(
    r"(?<![\w])(?:(?:[Nn]rs?|[Nn]ummers?|[Oo]ndernummers?)\s?\.?(?=\s?[0-9A-Z])|(?:[Ss]tuk(?:ken)?|[Mm]oties?|[Aa]mendement(?:en)?|[Bb]rie(?:f|ven))\s(?=[1-9])"
    r"|[Ll]etters?\s(?=[A-Z]{1,3}(?![\w]))|[Ss]tuk\s(?=[A-Z]{1,3}\s\())"
)
# amendement 20 ter vervanging van 12 (
_PAPER_WITH_NUMBER = compile_later(
    r"(?<![\w])(?:[Aa]mendement(?:en)?|[Mm]oties?|[Ss]tuk(?:ken)?)(?![a-z])(?:[^;:()\n.]|\.(?=\s?[a-z0-9])){0,70}"
    r"(?<![\w,])[1-9][0-9]{0,3}(?![\w])[^.;:()\n]{0,12}\($"
)
_DOSSIER_WORD = compile_later(r"dossier|wetsvoorstel|voorstel van wet")
# nr. 267 van Kamerstuk 29 435 · nrs. 267 en 268 uit: what joins numbers to the dossier behind them, and their word
_OF_DOSSIER = compile_later(r"\s(?:van|in|uit)\s(?:het\s)?$")
_WORD_BEFORE = compile_later(
    r"(?<![\w])(?:(?:[Nn]rs?|[Nn]ummers?|[Oo]ndernummers?)\.?(?=\s?[0-9A-Z])|[Ll]etters?(?=\s[A-Z]{1,3}(?![\w])))"
)


def with_number_before(text: str, reading: Reading, free_from: int) -> Reading:
    """Add the numbers of "nrs. 267 en 268 van Kamerstuk 29 435" to the whole dossier that was read.

    `free_from` is where the reference before it ended: a number within that one is not taken. Numbers that cannot be
    read are reported.
    """
    with_one = _with_nearest(text, reading, free_from)
    if not with_one.found or with_one.found[0].referentie.soort is not Soort.KAMERSTUK:
        return with_one
    first = with_one.found[0]
    if first.referentie.nummer is None:
        return with_one
    groups, unclear = earlier_numbers(text, free_from, first.begin)
    if groups and free_from and not _is_before_dossier(first):
        # nr. 592; over wonen: nr. 600 en Kamerstuk 32 847, nr. 900: of the dossier before, not of the next one
        joined = text[groups[-1][1][-1].end : first.begin].strip(", \u00a0")
        groups = [] if joined in {"", "en", "of", "&"} else groups
    if not groups and unclear is None:
        return with_one
    before = [each for begin, numbers in groups for each in each_number(text, first.referentie, numbers, begin)]
    unread = [unclear, *with_one.unread] if unclear and _is_before_dossier(first) else with_one.unread
    return replace(with_one, found=[*before, *with_one.found], unread=unread)


def _is_before_dossier(found: Verwijzing) -> bool:
    """Tell whether the number stands before its dossier, as `nr. 12 (36 512)` does."""
    return found.tekst[:1] in "nN"


def _with_nearest(text: str, reading: Reading, free_from: int) -> Reading:
    if reading.alone:
        return _with_number_apart(text, reading, reading.alone, free_from)
    if len(reading.found) != 1 or not _is_whole_dossier(reading.found[0].referentie):
        return reading
    found = reading.found[0]
    floor = max(free_from, found.begin - _LOOK_BACK)
    link = _OF_DOSSIER.search(text, floor, found.begin)
    words = list(_WORD_BEFORE.finditer(text, floor, link.start())) if link else []
    if link is None or not words:
        return _with_number_further(text, reading, found, floor)
    begin = words[-1].start()
    if any(text.find(stop, begin, link.start()) >= 0 for stop in ("\n", ";", "(", ")")):
        return _with_number_further(text, reading, found, floor)
    numbers = read_numbers(text, begin, None, is_named=False).found
    if not numbers or numbers[-1].end != link.start():
        return replace(reading, unread=[(begin, link.start()), *reading.unread])
    return replace(reading, found=_with_numbers(text, found, numbers, begin))


def _with_number_further(text: str, reading: Reading, found: Verwijzing, floor: int) -> Reading:
    """Het stuk met nr. 911 bij Kamerstuk 33 529: words between the number and the dossier."""
    numbers, begin = _numbers_apart(text, floor, found.begin)
    if not numbers:
        return reading
    is_in_brackets = text[numbers[-1].end : found.begin].strip(" \u00a0)]") == "("
    is_free = stands_free(text, floor, begin) and not is_claimed(text, floor, begin)
    if is_in_brackets and not (is_free or _is_said(text, floor, begin, found.referentie)):
        return reading
    return replace(reading, found=_with_numbers(text, found, numbers, begin))


def _with_number_apart(text: str, reading: Reading, alone: Alleen, free_from: int) -> Reading:
    """Krijgt nr. 64 (36410-XXII) · nr. 228 gekregen in dossier 34682 · nr. 911 in het dossier Gaswinning (33 529)."""
    found = alone.verwijzing
    floor = max(free_from, found.begin - _LOOK_BACK)
    numbers, begin = _numbers_apart(text, floor, found.begin)
    if not numbers:
        return _with_paper_before(text, reading, alone, floor)
    is_in_brackets = (
        alone.grond is Grond.ALS_ER_EEN_NUMMER_VOOR_STAAT or text[numbers[-1].end : found.begin].strip() == "("
    )
    groups, _ = earlier_numbers(text, floor, begin)
    first = groups[0][0] if groups else begin
    if not is_in_brackets and is_claimed(text, floor, first) and not POINTS_AT.search(text, floor, begin):
        return replace(reading, unread=[(begin, numbers[-1].end), *reading.unread])
    is_said = not is_in_brackets or _is_said(text, floor, first, found.referentie)
    is_said = is_said or _is_of_same(text, free_from, first, found) or _is_known(text, floor, first, alone)
    is_letter = text[begin] in "lL"
    if is_said and (
        is_in_brackets or is_letter or alone.grond is Grond.ZEKER or _DOSSIER_WORD.search(text, begin, found.begin)
    ):
        return replace(reading, found=_with_numbers(text, found, numbers, begin), alone=None)
    if is_in_brackets and not is_claimed(text, floor, first):
        end = found.eind + text.startswith(")", found.eind)
        return replace(reading, unread=[(begin, end), *reading.unread], alone=None, end=end)
    return reading


def _is_known(text: str, floor: int, begin: int, alone: Alleen) -> bool:
    """Tell nr. 50 (32660): written as a dossier is, and everybody knows it as one."""
    is_written_so = (
        alone.verwijzing.tekst.isdecimal() or TOGETHER.search(text, floor, alone.verwijzing.begin) is not None
    )
    is_free = not is_claimed(text, floor, begin) and stands_free(text, floor, begin)
    return alone.bekend and is_written_so and is_free


def _is_of_same(text: str, free_from: int, begin: int, found: Verwijzing) -> bool:
    """Tell whether just before a number of this dossier was read: nr. 682 (27625), die over peil nr. 683 (27625)."""
    before = "".join(filter(str.isdecimal, text[max(0, free_from - _SAME) : free_from]))
    is_near = begin - free_from <= _BETWEEN_SAME and text.find(". ", free_from, begin) < 0
    return is_near and bool(found.referentie.dossier) and before.endswith(found.referentie.dossier or "")


def _with_paper_before(text: str, reading: Reading, alone: Alleen, floor: int) -> Reading:
    """Report amendement 20 ter vervanging van 12 (36 512): a paper, words, and a dossier that is its own perhaps."""
    found = alone.verwijzing
    bare = BARE_NUMBER_BEFORE.search(text, floor, found.begin) if alone.bekend and found.tekst.isdecimal() else None
    if bare:
        numbers = [Number(bare["nummer"], *bare.span("nummer"))]
        return replace(reading, found=_with_numbers(text, found, numbers, numbers[0].begin), alone=None)
    paper = _PAPER_WITH_NUMBER.search(text, floor, found.begin)
    if paper is None or alone.grond is not Grond.ALS_ER_EEN_NUMMER_VOOR_STAAT:
        return reading
    end = found.eind + text.startswith(")", found.eind)
    return replace(reading, unread=[(paper.start(), end), *reading.unread], alone=None, end=end)


def _numbers_apart(text: str, floor: int, end: int) -> tuple[list[Number], int]:
    """Give the numbers before a dossier that begins at `end`, and where their word begins, or none."""
    words = list(_WORD_OR_PAPER_BEFORE.finditer(text, floor, end))
    if not words:
        return [], end
    begin = words[-1].start()
    numbers = numbers_within(text, begin, end) or _of_paper(text, words[-1])
    if not numbers or _APART.fullmatch(text, numbers[-1].end, end) is None:
        return [], end
    return numbers, begin


def _of_paper(text: str, word: re.Match[str]) -> list[Number]:
    """Read stuk 228, where no word for a number stands."""
    match = NUMBER.match(text, word.end())
    return [Number(match["letter"] or str(value_of(match["digits"])), match.start(), match.end())] if match else []


def _is_said(text: str, floor: int, begin: int, reference: Referentie) -> bool:
    """Tell whether the words before the number, or the chapter of the dossier, say that it is a paper's."""
    if reference.toevoeging or text[begin] not in "nN":
        return True
    paper = paper_before(text, floor, begin)
    if paper:
        return OF_A_BODY.search(paper["tussen"]) is None
    return GIVEN.search(text, floor, begin) is not None


def _with_numbers(text: str, found: Verwijzing, numbers: Sequence[Number], begin: int) -> list[Verwijzing]:
    """Make a reference of each number; the words for the dossier belong to the last."""
    made = []
    for number in numbers:
        start = begin if number is numbers[0] else number.begin
        end = found.eind if number is numbers[-1] else number.end
        kamer = found.referentie.kamer or kamer_of_number(number.nummer)
        reference = replace(found.referentie, nummer=number.nummer, kamer=kamer)
        made.append(Verwijzing(reference, start, end, text[start:end]))
    return made


def _is_whole_dossier(reference: Referentie) -> bool:
    is_one = reference.soort is Soort.KAMERSTUK and not reference.nevendossiers
    return is_one and reference.dossier is not None and reference.nummer is None
