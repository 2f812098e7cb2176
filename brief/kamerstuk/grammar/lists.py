"""Read the further dossiers of a list without numbers: `wetsvoorstellen 36 195 (Wet regie), 36 218 en 36 496`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk.begroting import is_budget, is_chapter_or_fund, may_be_amount
from brief.kamerstuk.grammar.dossier import digits_of, may_be_dossier
from brief.kamerstuk.grammar.patterns import COMMA_LETTER, COUNTED, DASH_NUMBER, LOWER_WORD, NOT_COUNTED, NUMBER_WORD
from brief.kamerstuk.grammar.pieces import CHAPTER_OR_FUND, CHAPTER_OR_LETTER, DASH, G1, SPACE, SPACED_DOSSIER, G
from brief.kamerstuk.grammar.words import COUNTS_NOTHING
from brief.kamerstuk.model import Verwijzing
from brief.text.later import compile_later

if TYPE_CHECKING:
    import re

    from brief.kamerstuk.grammar.papers import Reading

_MOST = 40
_LOOK_BACK = 50
# wetsvoorstellen · dossiers · de initiatiefwetten met de nummers: words that announce more than one
_PLURAL = compile_later(
    r"(?<![\w])(?:[A-Za-z]{0,14}(?:wetsvoorstellen|dossiers|dossiernummers|wetten|begrotingen|[Kk]amerstuk(?:k?en|nummers))|[Vv]oorstellen\svan\swet"
    r"|[Ww]etsvoorstellen|[Dd]ossiers|[Dd]ossiernummers|[Ww]etten|[Bb]egrotingen|[Nn]ota['\u2019]s)(?![\w])[^.;()\n]{0,30}$"
)
_DIGITS = rf"(?P<digits>{SPACED_DOSSIER})(?![0-9])"
_MORE = compile_later(
    rf"(?:{G}\([^()\n]{{1,90}}\))?{G}(?:[,;]{G}(?:(?:en|of|alsmede|evenals){G1})?|(?:en|of|alsmede|evenals|respectievelijk|resp\.){G1}"
    rf"|[&+/]{G})(?:(?:het{G1})?(?:wetsvoorstel|dossier){G1})?{_DIGITS}"
    rf"(?:(?P<link>[-{SPACE[1:-1]}])(?P<toevoeging>{CHAPTER_OR_LETTER})(?![\w]))?"
)
# 36 600 XXII en XII \u00b7 36 600 XXII, XII en A \u00b7 hoofdstuk XXII en hoofdstuk XII: further chapters of one budget
_MORE_PARTS = compile_later(
    rf"{G}(?:,{G}(?:en{G1})?|(?:en|of|alsmede){G1}|[&+/]{G})(?:[Hh]oofdstuk{G1})?(?P<toevoeging>{CHAPTER_OR_FUND})(?![\w'\u2019]|\.[A-Z])"
)
# dossiers 36 195 t/m 36 197: which of them exist, nobody knows
_THROUGH = compile_later(rf"{G}(?:{DASH}|t/m|tot{G1}en{G1}met){G}{_DIGITS}")
# en 36 496 op 3 juni: a word that counts nothing
_GOES_ON = compile_later(rf"{SPACE}(?:{COUNTS_NOTHING}|hangen|kwamen|kunnen|moeten)(?![\w])")


def with_more_dossiers(text: str, reading: Reading) -> None:
    """Add the dossiers that go on with a list of whole dossiers, and report the end of a range of them."""
    _add_parts(text, reading)
    last, first = reading.found[-1], reading.found[0]
    if last.referentie.nummer or last.referentie.pagina or not _is_plural(text, first):
        return
    while len(reading.found) < _MOST and (match := _MORE.match(text, reading.end)):
        if not _is_dossier(text, match):
            break
        begin, (part, end) = match.start("digits"), _part(match)
        digits = digits_of(match)
        meant = replace(last.referentie, dossier=digits, toevoeging=part, rijkswet=None, nevendossiers=())
        reading.found.append(Verwijzing(meant, begin, end, text[begin:end]))
        reading.end = end
    through = _THROUGH.match(text, reading.end)
    if through:
        reading.rests.append(through.span("digits"))
        reading.end = through.end()


def _add_parts(text: str, reading: Reading) -> None:
    """Add the further chapters of a budget that is named without number; report the last when a number follows it."""
    while (last := reading.found[-1]).referentie.toevoeging and not last.referentie.nummer:
        match = _MORE_PARTS.match(text, reading.end)
        part = match["toevoeging"] if match else ""
        if match is None or not is_chapter_or_fund(part):
            return
        if len(part) == 1 and LOWER_WORD.match(text, match.end()):
            return
        if NUMBER_WORD.match(text, match.end()) or COMMA_LETTER.match(text, match.end()):
            return
        begin, end = match.span("toevoeging")
        meant = replace(last.referentie, toevoeging=part)
        reading.found.append(Verwijzing(meant, begin, end, text[begin:end]))
        reading.end = end


def _is_plural(text: str, first: Verwijzing) -> bool:
    if "tukken" in first.tekst.lower():
        return True
    return _PLURAL.search(text, max(0, first.begin - _LOOK_BACK), first.begin) is not None


def _is_dossier(text: str, match: re.Match[str]) -> bool:
    digits = digits_of(match)
    end = match.end()
    if not may_be_dossier(digits) or may_be_amount(digits, match["toevoeging"]) or COUNTED.match(text, end):
        return False
    if NUMBER_WORD.match(text, end) or DASH_NUMBER.match(text, end) or COMMA_LETTER.match(text, end):
        return False
    return LOWER_WORD.match(text, end) is None or bool(NOT_COUNTED.match(text, end) or _GOES_ON.match(text, end))


def _part(match: re.Match[str]) -> tuple[str | None, int]:
    part = match["toevoeging"]
    digits = digits_of(match)
    if part and is_budget(digits) and is_chapter_or_fund(part):
        return part, match.end()
    return None, match.end("digits")
