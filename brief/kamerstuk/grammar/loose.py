"""Read numbers that stand further on: `(nr. 3)`, `uit nr. 1155 blijkt`, `MvT heeft nr. 6`, once the dossier is known.

Only in the sentence of a reference and in the two behind it. What a careful reader could give to one paper is read;
what could be meant is reported; what another word claims (`artikel 3, nr. 5`, `nr. 1 van Nederland`) is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.kamerstuk.grammar.announced import announced
from brief.kamerstuk.grammar.dashed import (
    DASHED,
    dashed_again,
    is_amount_before,
    may_be_printed_annex,
    says_paper_before,
)
from brief.kamerstuk.grammar.lettered import lettered
from brief.kamerstuk.grammar.listed import read_points
from brief.kamerstuk.grammar.numbers import Number, numbers_within, read_numbers
from brief.kamerstuk.grammar.papers import each_number
from brief.kamerstuk.grammar.said import fits, is_other, says_paper
from brief.kamerstuk.grammar.wordless import wordless
from brief.kamerstuk.grammar.words import WITHIN
from brief.kamerstuk.model import Soort
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.kamerstuk.model import Verwijzing

_REACH = 400
_SENTENCES = 3
_SAME_LIST = 120
_BEFORE = 60
_NEAR = 16
# A document or a zaak between two dossiers has no numbers of its own
_FILED = frozenset({Soort.DOCUMENT, Soort.ZAAK})
_LAST = 8
# The end of a sentence; a line that begins a point, a row or a note ends one too
_STOP = compile_later(
    r"(?<!nr)(?<!c\.s)(?<!art)(?<![Dd]hr)(?<![Mm]w)(?<![Mm]evr)(?<!\bdr)(?<!\bmr)(?<!\bir)(?<![Nn]o)[.!?][)\]\"'\u2019\u201d]?\s+(?=[A-Z\u00c0-\u00dd(])|\n\s*(?=[A-Z0-9\u2022|*-]|\n)"
)
# ter vervanging van dat gedrukt onder nr. 23 (Kamerstuk 36 372, nr. 31): the number stands before its dossier
_REPLACED = compile_later(
    r"(?:gedrukt\s+onder|vervanging\s+van|vervangt|t\.v\.v\.|voorheen|was)\s+(?P<nummer>(?:nr|nummer)\.?\s?[1-9][0-9]{0,3})\s?[(\[,]\s?$"
)
# idem, nr. 268: read by who follows the short forms
_IDEM = compile_later(
    r"(?<![\w])(?:[Ii]dem|[Ii]bidem|[Ii]bid\.|[Ii]d\.|[Aa]ldaar|[Ee]od\.|[Zz]elfde\sdossier|[Tt]\.\s?a\.\s?p\."
    r"|[Aa]\.\s?w\.)[,.]?\s{0,3}$"
)
# 36 600 VII en XXII, nr. 12: of which chapter?
_OTHER_CHAPTER = compile_later(r"(?:,|\s(?:en|of))\s[IVX]{1,6}[AB]?(?![\w])")
_SHORTEST = 16
# No letter or number without its word is shorter than this; of most references the paragraph ends at once
_SHORTEST_REST = len("(B)")
_RANGE_OR_CODE = compile_later(r"[-/\u2013][0-9A-Z]")


class Los(Struct):
    """The numbers that stand alone: `gelezen`, and `gemeld` as (begin, end).

    `gebruikt` holds where the dossiers begin to which a number was given, `koppen` those that are named only for their
    numbers, `tekens` the marks before the points of a list, which are no numbers, and `woorden` where in the text a
    word for a number stands.
    """

    gelezen: list[Verwijzing] = field(default_factory=list)
    gemeld: list[tuple[int, int]] = field(default_factory=list)
    gebruikt: set[int] = field(default_factory=set)
    koppen: set[int] = field(default_factory=set)
    tekens: list[tuple[int, int]] = field(default_factory=list)
    woorden: list[int] = field(default_factory=list)


def read_loose(text: str, anchors: Sequence[Verwijzing], taken: Sequence[tuple[int, int]]) -> Los:
    """Read the numbers behind each anchor, a reference or a likely dossier; `taken` are stretches already read."""
    loose = Los()
    if anchors:
        loose.woorden = announced(text)
    for index, anchor in enumerate(anchors):
        _read_before(text, anchor, loose)
        stop = anchors[index + 1].begin if index + 1 < len(anchors) else len(text)
        paragraph = text.find("\n\n", anchor.eind, stop)
        listed_to, stop = stop, stop if paragraph < 0 else paragraph
        if stop - anchor.eind >= _SHORTEST_REST:
            loose.gelezen += each_number(text, anchor.referentie, [*dashed_again(text, anchor, stop)])
            _read_without_word(text, anchor, stop, taken, loose)
        listed = _read_points(text, anchor, listed_to, loose)
        done: int | None = listed
        while done is not None and _is_any(loose.woorden, done, stop):
            done = _read_next(text, anchors, index, (done, min(stop, done + _REACH)), taken, loose)
    return loose


def _read_points(text: str, anchor: Verwijzing, stop: int, loose: Los) -> int:
    """Read the points of a list below the line of a whole dossier, and give where to go on."""
    if anchor.referentie.soort is not Soort.KAMERSTUK or anchor.referentie.nummer or anchor.referentie.nevendossiers:
        return anchor.eind
    points = read_points(text, anchor.eind, stop)
    loose.gemeld += points.onzeker
    loose.tekens += points.tekens
    if points.nummers:
        loose.gebruikt.add(anchor.begin)
        loose.koppen.add(anchor.begin)
        loose.gelezen += each_number(text, anchor.referentie, points.nummers)
    places = [*((number.begin, number.end) for number in points.nummers), *points.onzeker]
    return max((end for _, end in places), default=anchor.eind)


def _read_next(
    text: str,
    anchors: Sequence[Verwijzing],
    index: int,
    window: tuple[int, int],
    taken: Sequence[tuple[int, int]],
    loose: Los,
) -> int | None:
    """Go through the numbers of a window up to the first that is read, and give where the next window begins."""
    done = window[0]
    for begin, is_next in _places(text, loose.woorden, *window):
        if begin < done or _is_taken(taken, begin) or _is_taken(_spans(loose), begin):
            continue
        known = len(loose.gelezen)
        done = max(done, _take(text, anchors, index, begin, loose, is_next=is_next))
        if len(loose.gelezen) > known:
            if not is_next and _is_whole(anchors[index]):
                loose.koppen.add(anchors[index].begin)
            return done
    return None


def _is_whole(anchor: Verwijzing) -> bool:
    reference = anchor.referentie
    return not (reference.nummer or reference.pagina or reference.nevendossiers)


def _spans(loose: Los) -> list[tuple[int, int]]:
    return [(each.begin, each.eind) for each in loose.gelezen[-1:]]


def _is_taken(taken: Sequence[tuple[int, int]], begin: int) -> bool:
    """Tell whether a place lies within what was read; stretches are in order and do not overlap."""
    index = bisect_left(taken, (begin + 1,)) - 1
    return index >= 0 and begin < taken[index][1]


def _is_any(words: Sequence[int], begin: int, end: int) -> bool:
    """Tell whether a word for a number stands within a stretch."""
    first = bisect_left(words, begin)
    return first < len(words) and words[first] < end


def _places(text: str, words: Sequence[int], begin: int, end: int) -> Iterator[tuple[int, bool]]:
    """Give where a word for a number stands in this sentence and the two behind it, and whether it is one of those."""
    found = words[bisect_left(words, begin) : bisect_left(words, end)]
    if not found:
        return
    stops = [match.start() for match in islice(_STOP.finditer(text, begin, found[-1]), _SENTENCES)]
    for place in found:
        if len(stops) == _SENTENCES and place > stops[-1]:
            return
        yield place, bool(stops) and place > stops[0]


def _read_before(text: str, anchor: Verwijzing, loose: Los) -> None:
    near = text[max(0, anchor.begin - _NEAR) : anchor.begin]
    if anchor.referentie.nummer is None or ("nr" not in near and "ummer" not in near):
        return
    match = _REPLACED.search(text, max(0, anchor.begin - _BEFORE), anchor.begin)
    if match is None:
        return
    begin, end = match.span("nummer")
    numbers = numbers_within(text, begin, anchor.begin)
    if len(numbers) == 1 and numbers[0].end == end and not _is_taken(_spans(loose), begin):
        loose.gelezen += each_number(text, anchor.referentie, numbers, begin)


def _take(text: str, anchors: Sequence[Verwijzing], index: int, begin: int, loose: Los, *, is_next: bool) -> int:
    """Read, report or leave the number whose word stands at `begin`; give where to go on."""
    anchor = anchors[index]
    if text[begin] in "([":
        return _take_dashed(text, anchors, index, begin, loose)
    numbers = read_numbers(text, begin, None, is_named=False).found
    is_short_form = _IDEM.search(text, max(0, begin - _SHORTEST), begin)
    if not numbers or is_short_form or _RANGE_OR_CODE.match(text, numbers[-1].end):
        return begin + 1
    end = numbers[-1].end
    if text[begin] in "lL" and not (anchor.referentie.nummer or "").isalpha():
        return end
    if anchor.referentie.nummer and WITHIN.search(text, max(anchor.eind, begin - _BEFORE), begin):
        return end
    if is_other(text, anchor.eind, begin, end):
        if may_be_printed_annex(text, anchor, begin, numbers[0]):
            loose.gemeld.append((begin, end))
        return end
    is_paper = (
        says_paper(text, anchor.eind, begin, end, is_next=is_next)
        or fits(text, anchor, begin, numbers)
        or (text[begin - 1] == "\n" and "\n" in anchor.tekst)  # Kamerstuk 34 682, and below it Nr. 131, Nr. 134
    )
    if is_paper and _is_clear(text, anchors, index):
        loose.gebruikt.add(anchor.begin)
        loose.gelezen += each_number(text, anchor.referentie, numbers, begin)
    elif is_paper or not is_next or anchor.referentie.dossier:
        loose.gemeld.append((begin, end))
    return end


def _take_dashed(text: str, anchors: Sequence[Verwijzing], index: int, begin: int, loose: Los) -> int:
    """Read `(-268)` behind a word for a paper, and report it where none stands and nothing counts."""
    anchor, match = anchors[index], DASHED.match(text, begin)
    if match is None or anchor.referentie.dossier is None or is_amount_before(text, anchor.eind, begin):
        return begin + 1
    first, end = match.span("nummer")
    if says_paper_before(text, anchor.eind, begin) and _is_clear(text, anchors, index):
        loose.gebruikt.add(anchor.begin)
        loose.gelezen += each_number(text, anchor.referentie, [Number(match["nummer"], first, end)])
    else:
        loose.gemeld.append((first, end))
    return end


def _read_without_word(text: str, anchor: Verwijzing, stop: int, taken: Sequence[tuple[int, int]], loose: Los) -> None:
    """Read letters of the Eerste Kamer, and numbers without a word, behind a dossier that is named only for them."""
    named = (*lettered(text, anchor, stop), *wordless(text, anchor, stop))
    numbers = [each for each in named if not _is_taken(taken, each.begin)]
    loose.gelezen += each_number(text, anchor.referentie, numbers)
    if numbers:
        loose.gebruikt.add(anchor.begin)
        if _is_whole(anchor):
            loose.koppen.add(anchor.begin)


def _is_clear(text: str, anchors: Sequence[Verwijzing], index: int) -> bool:
    """Tell whether the number can belong to one dossier only: no other one stands in the same list or sentence."""
    anchor = anchors[index]
    if anchor.referentie.soort is not Soort.KAMERSTUK or anchor.referentie.dossier is None:
        return False
    if _OTHER_CHAPTER.match(text, anchor.eind):
        return False
    nearest = reversed(anchors[max(0, index - _LAST) : index])
    before = next((each for each in nearest if each.referentie.soort not in _FILED), None)
    if before is None or before.referentie.volledig_dossier == anchor.referentie.volledig_dossier:
        return True
    is_far = anchor.begin - before.eind > _SAME_LIST
    return is_far or _STOP.search(text, before.eind, anchor.begin) is not None
