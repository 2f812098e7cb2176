"""Read a paper of which the number stands first: `Kamerstuk nr. 267 van dossier 29 435`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import may_be_dossier, read_dossier
from brief.kamerstuk.grammar.numbers import read_numbers
from brief.kamerstuk.grammar.papers import Reading, verwijzingen_of
from brief.kamerstuk.grammar.patterns import NUMBER_WORD
from brief.kamerstuk.grammar.pieces import DOSSIER_DIGITS, SPACE
from brief.kamerstuk.model import Soort
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.prefix import Prefix

_DOSSIER = compile_later(
    rf"(?:,{SPACE}|{SPACE}(?:van|uit|in|bij|onder|op){SPACE}(?:(?:het|de){SPACE})?|{SPACE}\()"
    rf"(?:(?:[Kk]amerstuk)?(?:[Dd]ossier|[Ww]etsvoorstel|[Rr]eeks)(?:nummer)?:?{SPACE}(?:nr\.{SPACE})?)?(?={DOSSIER_DIGITS}(?![0-9]))"
)


def read_turned(text: str, prefix: Prefix) -> Reading | None:
    """Read such a paper behind a word for Kamerstuk; None when no dossier stands behind the number."""
    if prefix.soort is not Soort.KAMERSTUK or NUMBER_WORD.match(text, prefix.last) is None:
        return None
    numbers = read_numbers(text, prefix.last, prefix.kamer, is_named=True).found
    link = _DOSSIER.match(text, numbers[-1].end) if numbers else None
    dossier = read_dossier(text, link.end(), prefix) if link else None
    if dossier is None or not may_be_dossier(dossier.dossier) or NUMBER_WORD.match(text, dossier.end):
        return None
    numbers[-1].end = dossier.end
    return Reading(dossier.end, verwijzingen_of(text, prefix, dossier, numbers, prefix.begin))
