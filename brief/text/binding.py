"""Fixed spaces where a line break would hurt: dates, amounts, units, numbers of articles and papers, vergaderjaren.

Only the kind of a space or hyphen changes, so the text is as long as it was and says the same.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

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
# `14 september`, with the year behind it: `14 september 2026`
_DATE = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})\b( (?=\d{{4}}\b))?")
# `€ 5`
_MONEY = re.compile(r"(€|\bEUR) (?=\d)")
# `5 miljard`, `400 kV`, `10 %`, and `miljard euro` behind a number
_AMOUNT = re.compile(rf"(?<=\d) (?=(?:{_UNIT})(?![\w²³]))")
_OF_EURO = re.compile(r"(\d\u00a0(?:miljoen|miljard|duizend)) (?=euro\b)")
# `artikel 3`, `nr. 7`, `vergaderjaar 2025`
_NUMBERED = re.compile(rf"\b({_WORD}) (?=\d)", re.IGNORECASE)
# `29 435` behind `Kamerstuk`, and `29 435` before `, nr.`
_PAPER = re.compile(r"(?<=stuk\u00a0)\d{2} \d{3}\b|(?<=stukken\u00a0)\d{2} \d{3}\b|\b\d{2} \d{3}(?=(?: [IVXLC]+)?, nr)")
# `vergaderjaar 2025-2026`, `vergaderjaren 2024-2025 en 2025-2026`
_YEARS = re.compile(
    r"\bvergaderja(?:ar|ren)\u00a0\d{4}-\d{2,4}(?:(?:, | en | tot en met )\d{4}-\d{2,4})*", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")


def bind(text: str) -> str:
    """Give the text with fixed spaces, and with a fixed hyphen in a vergaderjaar."""
    if _DIGIT.search(text) is None:
        return text
    text = _DATE.sub(_date, text)
    text = _MONEY.sub(rf"\1{FIXED_SPACE}", text)
    text = _AMOUNT.sub(FIXED_SPACE, text)
    text = _OF_EURO.sub(rf"\1{FIXED_SPACE}", text)
    text = _NUMBERED.sub(rf"\1{FIXED_SPACE}", text)
    text = _PAPER.sub(lambda found: found[0].replace(" ", FIXED_SPACE), text)
    return _YEARS.sub(lambda found: found[0].replace("-", FIXED_HYPHEN), text)


def _date(found: re.Match[str]) -> str:
    return f"{found[1]}{FIXED_SPACE}{found[2]}{FIXED_SPACE if found[3] else ''}"


def bind_spans(spans: Spans) -> Spans:
    """Give spans with fixed spaces, those of their footnotes too."""
    return tuple(_span(span) for span in spans)


def _span(span: Span) -> Span:
    if isinstance(span, Run):
        text = bind(span.text)
        return span if text == span.text else replace(span, text=text)
    if isinstance(span, Note):
        return replace(span, spans=bind_spans(span.spans), again=None if span.again is None else bind_spans(span.again))
    return span


def bind_block(block: Block) -> Block:
    """Give a block with fixed spaces; in a table in every cell."""
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(bind_spans(cell) for cell in row) for row in block.rows))
    return block if isinstance(block, Insert) else replace(block, spans=bind_spans(block.spans))
