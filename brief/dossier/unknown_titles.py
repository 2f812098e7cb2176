"""Titles that brief does not know, under an agendapunt without afspraken: perhaps the afspraken stand under them.

What "Voorgestelde afspraken" is called is agreed; a writer who calls it "Proposed agreements" loses all of them. Only
what looks like the other titles of the dossier, or speaks of agreeing, is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.domain import Sectie
from brief.dossier.patterns import is_like_afspraken, is_like_title, is_nothing
from brief.dossier.titles import look_of
from brief.text.model import ListItem, Table
from brief.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.dossier.blocks import Piece
    from brief.dossier.outline import OpenAgendapunt, Outline
    from brief.dossier.titles import TitleLook

_LONGEST = 80
_WORDS = 7
_WORDS_PLAIN = 3
"""Words of a title that nothing sets off but its colon; a longer line leads in what comes after it."""
_OF_AGREEING = re.compile(
    r"\b\w*(?:afspra(?:ak|ken)|beslispunt(?:en)?|besluit(?:en|punten)?|agreements?|decisions?|vereinbarung(?:en)?)\b",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(
    r"\b(?:voortgang|stand van|eerdere|vorige|toelichting|uitvoering|status|evaluatie|overzicht|terugblik|relatie|zie"
    r"|bestaande|gemaakte|lopende|eerder|(?:uit|van|in) 20\d\d)\b",
    re.IGNORECASE,
)
# `Rijk en regio spreken af:`, `Partijen komen het volgende overeen:`
_AGREES = re.compile(r"\b(?:spreken|spreekt)\b.{0,50}\baf\s?[:?]$|\bkom(?:en|t)\b.{0,50}\bovereen\s?:$", re.IGNORECASE)


def unknown_titles(result: Outline) -> Iterator[Diagnostic]:
    """Report, for each agendapunt without afspraken, the first line that may be the title above them."""
    looks = {look_of(block) for block, reason in result.rest if reason == "sectietitel"}
    said = sorted(block.index for block, reason in result.rest if reason == "geen afspraken")
    for at, each in enumerate(result.agendapunten):
        ends = result.agendapunten[at + 1].heading.index if at + 1 < len(result.agendapunten) else None
        if Sectie.VOORGESTELDE_AFSPRAKEN in each.secties or _is_told(said, each.heading.index, ends):
            continue
        found = next(_titles(each, looks), None)
        if found is not None:
            yield _unknown(found, each.nummer)


def _is_told(said: Sequence[int], begin: int, end: int | None) -> bool:
    """Tell whether an agendapunt says itself that it has no afspraken."""
    at = bisect_right(said, begin)
    return at < len(said) and (end is None or said[at] < end)


def _titles(each: OpenAgendapunt, looks: set[TitleLook]) -> Iterator[Piece]:
    for pieces in each.secties.values():
        for piece, after in pairwise(pieces):
            if not isinstance(piece.block, Table) and _may_be_title(piece, looks) and after.text.strip():
                yield piece


def _may_be_title(piece: Piece, looks: set[TitleLook]) -> bool:
    block, line = piece.sources[0], " ".join(piece.text[: 2 * _LONGEST].split())
    if _AGREES.search(line):
        return True
    if not line or len(line) > _LONGEST or len(line.split()) > _WORDS or line.endswith((".", ";", ",")):
        return False
    if is_like_afspraken(line) or is_like_title(line) or is_nothing(line) or _OF_BEFORE.search(line):
        return False  # reported, or known to be another title
    look = look_of(block)
    if any(look) and _OF_AGREEING.search(line):
        return True
    plain = not any(look[:3])
    short = len(line.split()) <= _WORDS_PLAIN and line.endswith(":")
    stands_out = not plain and not any(any(each[:3]) for each in looks)
    return (look in looks or stands_out) and not isinstance(piece.block, ListItem) and (short or not plain)


def _unknown(piece: Piece, nummer: str) -> Diagnostic:
    title = shortened(piece.text, 60)
    message = f"onder agendapunt {nummer} zijn geen afspraken gevonden; '{title}' is geen titel die brief kent"
    hint = "staan er afspraken onder? Schrijf er dan 'Voorgestelde afspraken' boven"
    return Diagnostic("BR151", Severity.WAARSCHUWING, message, piece.place, hint=hint)
