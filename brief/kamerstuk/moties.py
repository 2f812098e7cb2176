"""Follow "de motie van het lid X" to its paper: by the reference or note behind the name, and from later mentions."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk.notes import Noot, note_spans
from brief.text.later import compile_later

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from brief.kamerstuk.find import Vondst
    from brief.kamerstuk.model import Verwijzing

_PARTICLE = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ee]l|[Hh]et|['\u2019]t)\s)"
_NAME = (
    rf"{_PARTICLE}{{0,3}}[A-Z\u00c0-\u00dd](?:[^\W\d_\u00b2\u00b3\u00b9\u2070-\u2079]|['\u2019])*"
    r"(?:[- ]?(?:[A-Z\u00c0-\u00dd][a-z\u00e0-\u00ff\u2019']+|(?<=-)[a-z]+)){0,3}"
)
# de motie van het lid Minhas · motie-Janssen c.s. · de motie van de leden De Vries en Jansen · motie Van der Berg
_MOTIE = compile_later(
    rf"\b[Mm]otie(?:[- ]van\s(?:het\slid|de\sleden|lid)\s|[- ])(?P<naam>{_NAME}(?:\sen\s{_NAME})?)(?:\sc\.s\.)?"
)
# Minhas4 · Minhas⁴ · Minhas[^4]
_MARK = compile_later(
    r"(?:\[\^(?P<mark>[^\]\s]{1,40})\]|(?P<digits>[0-9]{1,3})(?![\w])|(?P<small>[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}))"
)
_SMALL = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
_REACH = 160
_SENTENCE_END = compile_later(r"[.!?]\s+[A-Z]|\n\s*\n")


class Motievermelding(Struct, frozen=True):
    """A motie mentioned by its first signatory: `verwijzing` is the one paper it can be, or None."""

    naam: str
    begin: int
    eind: int
    verwijzing: Verwijzing | None


def moties(text: str, found: Vondst, noten: Sequence[Noot] | None = None) -> tuple[Motievermelding, ...]:
    """List the moties that a text mentions by name, each with its paper when exactly one is possible.

    A mention is followed to the note behind the name, else to the only reference in the rest of its sentence, else to
    the paper that other mentions of the same name lead to.
    """
    notes = note_spans(text) if noten is None else noten
    # A mark is the name of a note or its number; of two notes the first counts.
    spans = {name: note for note in reversed(notes) for name in (str(note.nummer), note.merk) if name}
    unread = [begin for begin, _ in found.ongelezen]
    mentions = list(_MOTIE.finditer(text))
    direct = [_direct(text, found.verwijzingen, unread, spans, mention) for mention in mentions]
    by_name: dict[str, dict[str, Verwijzing]] = {}
    for mention, verwijzing in zip(mentions, direct, strict=True):
        if verwijzing:
            by_name.setdefault(_folded(mention["naam"]), {})[verwijzing.sleutel] = verwijzing
    return tuple(
        Motievermelding(mention["naam"], mention.start(), mention.end(), verwijzing or _only(by_name, mention["naam"]))
        for mention, verwijzing in zip(mentions, direct, strict=True)
    )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _only(by_name: dict[str, dict[str, Verwijzing]], name: str) -> Verwijzing | None:
    candidates = list(by_name.get(_folded(name), {}).values())
    return candidates[0] if len(candidates) == 1 else None


def _direct(
    text: str,
    known: Sequence[Verwijzing],
    unread: Sequence[int],
    spans: Mapping[str, Noot],
    mention: re.Match[str],
) -> Verwijzing | None:
    mark = _MARK.match(text, mention.end())
    if mark:
        written = mark["mark"] or (mark["digits"] or mark["small"]).translate(_SMALL)
        note = spans.get(written)
        return _only_in(known, unread, note.begin, note.eind) if note else None
    sentence = _SENTENCE_END.search(text, mention.end(), mention.end() + _REACH)
    another = _MOTIE.search(text, mention.end(), mention.end() + _REACH)
    ends = [stop.start() for stop in (sentence, another) if stop]
    return _only_in(known, unread, mention.end(), min(ends, default=mention.end() + _REACH))


def _begin(verwijzing: Verwijzing) -> int:
    return verwijzing.begin


def _only_in(known: Sequence[Verwijzing], unread: Sequence[int], begin: int, end: int) -> Verwijzing | None:
    """Give the one paper that a stretch refers to; `known` and `unread` are in the order of places."""
    inside = known[bisect_left(known, begin, key=_begin) : bisect_left(known, end, key=_begin)]
    has_unread = bisect_left(unread, begin) < bisect_left(unread, end)
    return inside[0] if len({verwijzing.sleutel for verwijzing in inside}) == 1 and not has_unread else None
