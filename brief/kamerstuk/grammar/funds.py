"""Tell the dossier of a fund by its letter: `Deltafonds (36 600 J)`, `36 600 A (Mobiliteitsfonds)`, `36 600-J`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk.begroting import facts, is_budget, is_known_budget
from brief.kamerstuk.grammar.patterns import NOT_COUNTED
from brief.kamerstuk.grammar.pieces import DOSSIER_DIGITS, SPACE
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier

_WORD_BACK = 60
_LOOK_BACK = 200
_NAME = r"(?:[A-Z][a-z]{2,20}|[a-z]{3,20})?fonds(?![a-z])"
_LETTER = compile_later(rf"(?:{SPACE}|-)(?P<fonds>[A-Z])(?![\w'\u2019])")
_END = compile_later(rf"[)\],;.:\n]|{SPACE}(?:en{SPACE}|\(|[-\u2013]{SPACE}|{_NAME})|{SPACE}{{0,20}}(?:[|\t]|$)")
# Begroting Mobiliteitsfonds 2026 (36 800 A) · begrotingsstaten van het Deltafonds voor het jaar 2025 (36 600 J)
_BEFORE_BRACKET = compile_later(
    r"(?:[Bb]egroting(?:en|sstaa?t(?:en)?)?|[Ff]onds)(?![a-z])(?:[^.;:()\[\]\n0-9]|(?<![0-9])20[0-9]{2}(?![0-9])){0,60}[(\[]$"
)
# Deltafonds, 36 600 J · gemeentefonds en provinciefonds (36 600 B en 36 600 C)
_NEAR = compile_later(
    rf"fonds(?![a-z])[^.;:()\[\]\n0-9]{{0,20}}(?:[(\[]|,{SPACE}|:{SPACE}|{SPACE})"
    rf"(?:{DOSSIER_DIGITS}(?:{SPACE}|-)[A-Z](?:,|{SPACE}en){SPACE}){{0,4}}$"
)
# 36 600 J (Deltafonds) · 36 600 J: Deltafonds · 36 600-J – Deltafonds
_BEHIND = compile_later(rf"(?:{SPACE}\(|:{SPACE}|{SPACE}[-\u2013]{SPACE}|{SPACE})(?:het{SPACE})?{_NAME}")


def with_fund(text: str, dossier: Dossier) -> Dossier:
    """Read the A of `36 600 A`: of a budget, where a clause, a bracket or a cell ends behind it or a verb follows."""
    if dossier.toevoeging or not is_budget(dossier.dossier):
        return dossier
    match = _LETTER.match(text, dossier.end)
    if match is None or match["fonds"] not in facts().fondsen:
        return dossier
    is_end = _END.match(text, match.end()) or NOT_COUNTED.match(text, match.end())
    return replace(dossier, toevoeging=match["fonds"], end=match.end()) if is_end else dossier


def is_named_fund(text: str, dossier: Dossier) -> bool:
    """Tell a fund of a known budget by its dash, or by the name of the fund before or behind it."""
    begin, end = dossier.begin, dossier.end
    if not is_fund_of_known(dossier):
        return False
    near = "-" in text[begin:end] or _NEAR.search(text, max(0, begin - _WORD_BACK), begin) or _BEHIND.match(text, end)
    return bool(near)


def is_bracketed_fund(text: str, dossier: Dossier) -> bool:
    """Tell the fund in `Deltafonds (36 600 J)`, behind the words for a budget; without them J may be a letter."""
    begin = dossier.begin
    is_fund = dossier.toevoeging in facts().fondsen
    return is_fund and _BEFORE_BRACKET.search(text, max(0, begin - _LOOK_BACK), begin) is not None


def is_fund_of_known(dossier: Dossier) -> bool:
    """Tell whether the letter is that of a fund, and the number that of a budget that the facts name."""
    return dossier.toevoeging in facts().fondsen and is_known_budget(dossier.dossier)
