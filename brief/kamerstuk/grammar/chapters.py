"""Read further chapters of one budget, each with its numbers: `35 570 VII, nr. 12 en XIV, nr. 31`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk.begroting import is_budget, is_chapter_or_fund, is_known_part
from brief.kamerstuk.grammar.numbers import read_numbers
from brief.kamerstuk.grammar.papers import verwijzingen_of
from brief.kamerstuk.grammar.patterns import NUMBER_WORD
from brief.kamerstuk.grammar.pieces import CHAPTER_OR_FUND, G1, NR_WORD, SPACE, G
from brief.kamerstuk.grammar.words import counts
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.papers import Reading
    from brief.kamerstuk.grammar.prefix import Prefix

_MOST = 20
_LOOK_BACK = 60
# hoofdstuk XXII van 36 800 \u00b7 hfst. XXII van de begroting (36 800 \u00b7 hoofdstuk XXII (Kamerstuk 36 800
_BEFORE = compile_later(
    rf"(?<![\w-])(?:[Hh]oofdstuk|[Hh]fd?st\.?|H\.){SPACE}(?P<hoofdstuk>{CHAPTER_OR_FUND})(?:{SPACE}?,)?"
    rf"(?:{SPACE}(?:van|uit|bij|in|onder){SPACE}(?:(?:de|het){SPACE})?(?:[a-z]{{0,12}}(?:begroting|dossier|wetsvoorstel)(?:{SPACE}20[0-9]{{2}})?{SPACE})?"
    rf"|{SPACE}(?=\())(?:[Dd]ossier{SPACE})?\(?$"
)
# Behind a dossier that its own chapter follows: 36 600, hoofdstuk XXII van
_OF_OTHER = frozenset("0123456789,-")
_CHAPTER = compile_later(
    rf"{G}(?:[,;]{G}(?:en{G1})?|en{G1}|&{G})(?:[Hh]oofdstuk{G1})?(?P<hoofdstuk>{CHAPTER_OR_FUND})(?=,?{G}"
    rf"{NR_WORD}[. ])"
)


def with_chapter_before(text: str, prefix: Prefix, dossier: Dossier) -> Dossier:
    """Read the chapter of `hoofdstuk XXII van 36 800`; the reference then begins at that word."""
    if dossier.toevoeging or dossier.nevendossiers or not is_budget(dossier.dossier):
        return dossier
    before = _BEFORE.search(text, max(0, prefix.begin - _LOOK_BACK), prefix.begin)
    if before is None or not is_known_part(before["hoofdstuk"]):
        return dossier
    if (
        counts(text, dossier.end)
        or text[max(0, before.start() - 3) : before.start()].rstrip(" \u00a0")[-1:] in _OF_OTHER
    ):
        return dossier
    prefix.begin = before.start()
    return replace(dossier, toevoeging=before["hoofdstuk"])


def read_next_chapters(text: str, prefix: Prefix, dossier: Dossier, reading: Reading) -> None:
    """Add the papers of further chapters to those of the first; `dossier` is that of the first."""
    if dossier.toevoeging is None or dossier.nevendossiers or not is_budget(dossier.dossier):
        return
    for _ in range(_MOST):
        link = _CHAPTER.match(text, reading.end)
        if link is None or not is_chapter_or_fund(link["hoofdstuk"]):
            return
        if NUMBER_WORD.match(text, link.end()) is None:
            return
        numbers = read_numbers(text, link.end(), prefix.kamer, is_named=False).found
        if not numbers:
            return
        other = replace(dossier, toevoeging=link["hoofdstuk"])
        reading.found += verwijzingen_of(text, prefix, other, numbers, link.start("hoofdstuk"))
        reading.end = numbers[-1].end
