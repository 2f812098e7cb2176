"""Fixed spaces where a line break would hurt: dates, amounts, units, numbers of articles and papers, vergaderjaren.

Only the kind of a space or hyphen changes, so the text is as long as it was and says the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.text.dutch import FIXED_SPACE
from brief.text.model import Insert, Note, Run, Table

if TYPE_CHECKING:
    from brief.text.model import Block, Span, Spans

FIXED_HYPHEN = "\u2011"

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_WORD = (
    "artikel(?:en)?|art\\.|lid|leden|hoofdstuk|paragraaf|bijlagen?|agendapunt|onderwerp|noot|tabel|figuur|nrs?\\.|nummers?"
    "|p\\.|blz\\.|pagina|kamerstuk(?:ken)?|dossier|vergaderja(?:ar|ren)|Stb\\.|Stcrt\\."
)
_UNIT = (
    "miljoen|miljard|duizend|mln\\.?|mld\\.?|euro|procent|hectare|kilometer|meter|liter|ton|kton|Mton|megawatt|gigawatt"
    "|km[²³]?|cm|mm|m[²³]?|ha|kV|[kMGT]Wh?|dB|°C|[%‰]"
)
# a space beside a number, or before `euro`: one look at each of these decides
_SPACE = re.compile(r" (?:(?=\d)|(?<=\d )|(?=euro\b))")
_LONGEST = 16
"""Characters before a space that can tell whether it is fixed."""
# `400 kV`, `10 %`, `5 miljard`
_AFTER_NUMBER = re.compile(rf"(?:{_UNIT})(?![\w²³])")
# `14 september`, with the year behind it: `14 september 2026`
_DAY, _AFTER_DAY = re.compile(r"\b\d{1,2}\Z"), re.compile(rf"(?:{_MONTH})\b")
_DATE, _YEAR = re.compile(rf"\b\d{{1,2}} (?:{_MONTH})\Z"), re.compile(r"\d{4}\b")
# `€ 5`, `artikel 3`, `nr. 7`, `vergaderjaar 2025`
_BEFORE_NUMBER = re.compile(rf"(?:€|\bEUR|\b(?i:{_WORD}))\Z")
# `miljard euro` behind a number
_BEFORE_EURO = re.compile(r"\d[ \u00a0](?:miljoen|miljard|duizend)\Z")
# `29 435` behind `Kamerstuk`, and `29 435` before `, nr.`
_PAPER = re.compile(r"\d{2} \d{3}\b")
_BEFORE_PAPER = re.compile(r"(?:stuk|stukken)\u00a0\Z|\b(?i:kamer)stuk(?:ken)? \Z")
_PAPER_WITH_NUMBER = re.compile(r"\b\d{2} \d{3}(?=(?: [IVXLC]+)?, nr)")
# `vergaderjaar 2025-2026`, `vergaderjaren 2024-2025 en 2025-2026`
_YEARS = re.compile(
    r"\bvergaderja(?:ar|ren)\u00a0\d{4}-\d{2,4}(?:(?:, | en | tot en met )\d{4}-\d{2,4})*", re.IGNORECASE
)


def bind(text: str) -> str:
    """Give the text with fixed spaces, and with a fixed hyphen in a vergaderjaar."""
    text = _SPACE.sub(_space, text)
    if "-" in text and FIXED_SPACE in text:
        return _YEARS.sub(lambda found: found[0].replace("-", FIXED_HYPHEN), text)
    return text


def _space(found: re.Match[str]) -> str:
    text, at = found.string, found.start()
    if text[at + 1 : at + 2].isdecimal():
        return FIXED_SPACE if _binds_number(text, at) else " "
    is_bound = _AFTER_NUMBER.match(text, at + 1) if text[at - 1 : at].isdecimal() else _ends(_BEFORE_EURO, text, at)
    return FIXED_SPACE if is_bound or (_AFTER_DAY.match(text, at + 1) and _ends(_DAY, text, at)) else " "


def _binds_number(text: str, at: int) -> bool:
    """Tell whether the space at an index belongs to the number behind it."""
    if _ends(_BEFORE_NUMBER, text, at) or (_ends(_DATE, text, at) and _YEAR.match(text, at + 1)):
        return True
    first = at - 2
    if first < 0 or not text[first:at].isdecimal():
        return False
    is_named = _PAPER.match(text, first) and _ends(_BEFORE_PAPER, text, first)
    return bool(is_named or _PAPER_WITH_NUMBER.match(text, first))


def _ends(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Tell whether the text before an index ends in what a pattern says."""
    return pattern.search(text, max(end - _LONGEST, 0), end) is not None


def bind_spans(spans: Spans) -> Spans:
    """Give spans with fixed spaces, those of their footnotes too."""
    return tuple(_span(span) for span in spans)


def _span(span: Span) -> Span:
    if isinstance(span, Run):
        text = bind(span.text)
        return span if text == span.text else Run(text, span.style, span.link)
    if isinstance(span, Note):
        return replace(span, spans=bind_spans(span.spans), again=None if span.again is None else bind_spans(span.again))
    return span


def bind_block(block: Block) -> Block:
    """Give a block with fixed spaces; in a table in every cell."""
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(bind_spans(cell) for cell in row) for row in block.rows))
    return block if isinstance(block, Insert) else replace(block, spans=bind_spans(block.spans))
