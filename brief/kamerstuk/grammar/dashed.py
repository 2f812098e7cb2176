"""Tell papers named by a dash alone, `de motie (-268)`, or as an annex, `de bijlagen (nr. 119 en 120)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.pieces import DASH, DASHES, NUMMER
from brief.kamerstuk.grammar.words import PAPER_BEFORE
from brief.text.later import compile_later
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.kamerstuk.model import Verwijzing

_BEFORE = 60
# A letter of the government has fewer annexes than this
_MOST_ANNEXES = 20
_NEXT = 3
_REACH_AGAIN = 200
_NEAR_AGAIN = 60
_DASHES = tuple(DASHES)
# (-268) \u00b7 [-268]
DASHED = compile_later(rf"[(\[]{DASH}(?P<nummer>{NUMMER})[)\]]")
# 36512-61 aangenomen, -62 verworpen en -63 aangehouden: the dossier is not said again
_AGAIN = compile_later(
    rf"-(?P<nummer>{NUMMER})(?![\w]|[.,-][0-9]|\s?(?:%|graden|procent|euro|punten|m(?:eter)?(?![a-z])))"
)
_BEFORE_AGAIN = (", ", "en ", "; ")
# de raming daalt (-268): an amount
_AMOUNT = compile_later(
    r"(?<![\w])(?:[A-Za-z]{0,20}(?:raming|saldo|mutatie|bedrag|bedragen|budget|uitgaven|kosten|lasten|baten|tekort|daling|krimp|afname|verschil)"
    r"|[Dd]aal(?:t|de|den)|[Dd]alen|[Dd]aalden|[Mm]inder|[Ll]ager|[Vv]erlies|[Aa]antal(?:len)?|[Ee]uro|[Mm]iljoen|[Mm]iljard|procent|graden)"
    r"(?![a-z])[^.;:()\n]{0,40}$|\u20ac[^.;:()\n]{0,40}$"
)
# de bijlage (nr. 119 \u00b7 bijlagen, nrs. 119 \u00b7 de bijlagen zijn gedrukt als nr. 119
_ANNEX = compile_later(r"(?<![\w])[Bb]ijlagen?(?![a-z])[^.;:()\n0-9]{0,30}[(\[]?$")


def dashed_places(text: str) -> Iterator[int]:
    """Give where `(-` and `[-` stand; a search for one sign is ten times as fast as for two."""
    for opener in "([":
        for found in occurrences(text, opener):
            if text.startswith(_DASHES, found + 1) and not text[max(0, found - 1) : found].isalnum():
                yield found


def dashed_again(text: str, anchor: Verwijzing, stop: int) -> Iterator[Number]:
    """Give the numbers behind `36512-61 aangenomen, -62 verworpen` that leave out their dossier, in its sentence."""
    number = anchor.referentie.nummer
    if number is None or not anchor.tekst.endswith(f"-{number}"):
        return
    end = min(stop, anchor.eind + _REACH_AGAIN)
    for match in _AGAIN.finditer(text, anchor.eind, end):
        between = text[anchor.eind : match.start()]
        if ". " in between or "\n" in between:
            return
        if between.endswith(_BEFORE_AGAIN) and abs(int(match["nummer"]) - int(number)) <= _NEAR_AGAIN:
            yield Number(match["nummer"], match.start("nummer"), match.end())


def is_amount_before(text: str, floor: int, begin: int) -> bool:
    """Tell whether the words before a number with a dash say that it is less of something."""
    return _AMOUNT.search(text, max(floor, begin - _BEFORE), begin) is not None


def says_paper_before(text: str, floor: int, begin: int) -> bool:
    """Tell whether a word for a paper stands before it."""
    return PAPER_BEFORE.search(text, max(floor, begin - _BEFORE), begin) is not None


def may_be_printed_annex(text: str, anchor: Verwijzing, begin: int, number: Number) -> bool:
    """Tell a number that an annex has as a paper by itself from one of the annexes of a letter, `bijlage nr. 3`."""
    reference, digits = anchor.referentie, number.nummer
    if not digits.isdecimal() or not reference.dossier or not (reference.nummer or "").isdecimal():
        return False
    if _ANNEX.search(text, max(anchor.eind, begin - _BEFORE), begin) is None:
        return False
    return int(digits) > _MOST_ANNEXES or 0 < int(digits) - int(reference.nummer or 0) <= _NEXT
