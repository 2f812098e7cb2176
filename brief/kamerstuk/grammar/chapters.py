"""Read further chapters of one budget, each with its numbers: `35 570 VII, nr. 12 en XIV, nr. 31`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk.begroting import facts, is_budget, is_chapter
from brief.kamerstuk.grammar.numbers import read_numbers
from brief.kamerstuk.grammar.papers import verwijzingen_of
from brief.kamerstuk.grammar.patterns import NUMBER_WORD
from brief.kamerstuk.grammar.pieces import G1, G
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.papers import Reading
    from brief.kamerstuk.grammar.prefix import Prefix

_MOST = 20
_CHAPTER = compile_later(
    rf"{G}(?:[,;]{G}(?:en{G1})?|en{G1}|&{G})(?:[Hh]oofdstuk{G1})?(?P<hoofdstuk>[IVX]{{1,6}}[AB]?|[A-HJ-M])(?=,?{G}"
    rf"(?:[Nn]rs?|[Nn]ummers?)[. ])"
)


def read_next_chapters(text: str, prefix: Prefix, dossier: Dossier, reading: Reading) -> None:
    """Add the papers of further chapters to those of the first; `dossier` is that of the first."""
    if dossier.toevoeging is None or dossier.nevendossiers or not is_budget(dossier.dossier):
        return
    for _ in range(_MOST):
        link = _CHAPTER.match(text, reading.end)
        if link is None or not (is_chapter(link["hoofdstuk"]) or link["hoofdstuk"] in facts().fondsen):
            return
        if NUMBER_WORD.match(text, link.end()) is None:
            return
        numbers = read_numbers(text, link.end(), prefix.kamer, is_named=False).found
        if not numbers:
            return
        other = replace(dossier, toevoeging=link["hoofdstuk"])
        reading.found += verwijzingen_of(text, prefix, other, numbers, link.start("hoofdstuk"))
        reading.end = numbers[-1].end
