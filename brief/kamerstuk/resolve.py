"""Follow short forms to the paper they mean: "idem", "t.a.p.", "zie noot 3", "de motie van het lid X".

Only when one candidate remains. Where a reference before it could not be read, or where there are two, nothing is
followed and the short form is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk.grammar.pages import read_pages
from brief.kamerstuk.grammar.patterns import NUMBER, NUMBER_WORD
from brief.kamerstuk.model import Soort, Verwijzing
from brief.kamerstuk.notes import Noot, Noten, note_spans
from brief.text.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.kamerstuk.find import PlaceAt, Vondst

# Idem, idem, p. 5 · Ibidem · t.a.p., blz. 4 · Zie noot 3 · zie ook voetnoot 12, p. 5
_SHORT = re.compile(
    r"(?<![\w.])(?:(?P<idem>[Ii]dem|[Ii]bidem|[Ii]bid\.|[Tt]\.\s?a\.\s?p\.|[Aa]\.\s?w\.)(?=\s{0,3}(?:$|[.,;:)\]\n\u21a9]))"
    r"|(?:[Zz]ie|[Vv]gl\.|[Vv]ergelijk)\s{1,3}(?:(?:ook|nader|hierover)\s{1,3})?(?:voet)?noot\s{1,3}(?P<noot>[0-9]{1,3})(?![0-9]))"
)
# What may stand before "idem" when it is a reference: nothing, the number of the note, an opening bracket, "zie"
_OPENS = re.compile(
    r"(?:^|\n|[(;\[]|(?:^|\n)[ \t]*(?:\[\^[^\]\n]{1,40}\]:|\[?[0-9]{1,3}[.):\]]?)|\b[Zz]ie(?: ook)?)[ \t\u00a0]*$"
)
_Unread = tuple[tuple[int, int], ...]
_LOOK_BACK = 60
_SAME_LIST = 8


@dataclass(frozen=True, slots=True)
class Gevolgd:
    """The short forms of a text: those followed, as references with the place of the short form, and those not.

    `onvolgbaar` holds (begin, end, reason in Dutch).
    """

    verwijzingen: tuple[Verwijzing, ...] = ()
    onvolgbaar: tuple[tuple[int, int, str], ...] = ()


def resolve(text: str, found: Vondst, noten: Sequence[Noot] | None = None) -> Gevolgd:
    """Follow the short forms of a text in which `found` was found.

    `noten` gives the footnotes as places in the text; without it, lines that are numbered 1, 2, 3 … count as notes.
    """
    spans = Noten(note_spans(text) if noten is None else noten)
    known, unread = list(found.verwijzingen), found.ongelezen
    followed: list[Verwijzing] = []
    lost: list[tuple[int, int, str]] = []
    for match in _SHORT.finditer(text):
        if match["idem"] and not _OPENS.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            continue
        outcome = (
            _by_note(known, unread, spans, match) if match["noot"] else _same_again(text, known, unread, spans, match)
        )
        if isinstance(outcome, str):
            lost.append((match.start(), match.end(), outcome))
        else:
            followed.append(_here(text, match, outcome))
            insort(known, followed[-1], key=_begin)
    return Gevolgd(tuple(followed), tuple(lost))


def meldingen_kort(text: str, gevolgd: Gevolgd, bestand: str = "") -> tuple[Diagnostic, ...]:
    """Report the short forms that could not be followed."""
    return not_followed(text, gevolgd, Lines(text, bestand).place)


def not_followed(text: str, gevolgd: Gevolgd, place_at: PlaceAt) -> tuple[Diagnostic, ...]:
    """Report the short forms that could not be followed, where `place_at` says that they stand."""
    return tuple(
        Diagnostic(
            "BR217",
            Severity.WAARSCHUWING,
            f"'{text[begin:end]}' is niet te volgen: {reason}",
            place_at(begin, end),
            label="schrijf de verwijzing voluit",
        )
        for begin, end, reason in gevolgd.onvolgbaar
    )


def _by_note(known: Sequence[Verwijzing], unread: _Unread, spans: Noten, match: re.Match[str]) -> Verwijzing | str:
    number = int(match["noot"])
    note = spans.number(number)
    if note is None:
        return f"er is geen noot {number}"
    if note.begin <= match.start() < note.eind:
        return f"noot {number} is deze noot zelf"
    return _only_one(known, unread, note.begin, note.eind, f"noot {number}")


def _only_one(known: Sequence[Verwijzing], unread: _Unread, begin: int, end: int, where: str) -> Verwijzing | str:
    if _has_unread(unread, begin, end):
        return f"in {where} staat een verwijzing die niet te lezen is"
    inside = _between(known, begin, end)
    if not inside:
        return f"in {where} staat geen verwijzing"
    if len({verwijzing.sleutel for verwijzing in inside}) > 1:
        return f"in {where} staat meer dan één verwijzing"
    return inside[-1]


def _begin(verwijzing: Verwijzing) -> int:
    return verwijzing.begin


def _has_unread(unread: _Unread, begin: int, end: int) -> bool:
    """Tell whether something that could not be read begins in a stretch."""
    return bisect_left(unread, (begin,)) < bisect_left(unread, (end,))


def _between(known: Sequence[Verwijzing], begin: int, end: int) -> Sequence[Verwijzing]:
    """Give the references that begin in a stretch; `known` is in the order of places."""
    return known[bisect_left(known, begin, key=_begin) : bisect_left(known, end, key=_begin)]


def _same_again(
    text: str, known: Sequence[Verwijzing], unread: _Unread, spans: Noten, match: re.Match[str]
) -> Verwijzing | str:
    here = match.start()
    note = spans.at(here)
    if note is not None and not _between(known, note.begin, here):
        if _has_unread(unread, note.begin, here):
            return "ervoor staat een verwijzing die niet te lezen is"
        before = spans.number(note.nummer - 1)
        if before is None:
            return "er is geen noot ervoor"
        return _only_one(known, unread, before.begin, before.eind, f"noot {before.nummer}")
    return _last_before(text, known, unread, here)


def _last_before(text: str, known: Sequence[Verwijzing], unread: _Unread, here: int) -> Verwijzing | str:
    count = bisect_left(known, here, key=_begin)
    if count == 0:
        return "er staat geen verwijzing voor"
    last = known[count - 1]
    if _has_unread(unread, last.begin, here):
        return "ervoor staat een verwijzing die niet te lezen is"
    if count > 1 and known[count - 2].sleutel != last.sleutel and _in_one_list(text, known[count - 2], last):
        return "ervoor staat meer dan één verwijzing"
    return last


def _in_one_list(text: str, first: Verwijzing, second: Verwijzing) -> bool:
    between = text[first.eind : second.begin]
    return len(between) <= _SAME_LIST and "." not in between.replace("nr.", "").replace("nrs.", "")


def _here(text: str, match: re.Match[str], meant: Verwijzing) -> Verwijzing:
    """Make a reference at the place of the short form, with the number and the page that stand behind it."""
    end = match.end()
    reference = meant.referentie
    word = NUMBER_WORD.match(text, end) if reference.soort is Soort.KAMERSTUK else None
    number = NUMBER.match(text, word.end()) if word else None
    if number and number["digits"]:
        reference, end = replace(reference, nummer=number["digits"], pagina=None, kamer=None), number.end()
    pages, end = read_pages(text, end)
    if pages:
        reference = replace(reference, pagina=pages)
    return Verwijzing(reference, match.start(), end, text[match.start() : end])
