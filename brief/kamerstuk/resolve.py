"""Follow short forms to the paper they mean: "idem", "t.a.p.", "zie noot 3", "de motie van het lid X".

Only when one candidate remains. Where a reference before it could not be read, or where there are two, nothing is
followed and the short form is reported.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk.grammar.numbers import Number, Numbers, read_numbers
from brief.kamerstuk.grammar.pages import read_pages
from brief.kamerstuk.grammar.papers import each_number
from brief.kamerstuk.grammar.patterns import NUMBER_WORD
from brief.kamerstuk.model import Soort, Verwijzing
from brief.kamerstuk.notes import Noot, Noten, note_spans
from brief.text.later import compile_later
from brief.text.lines import Lines

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from brief.kamerstuk.find import PlaceAt, Vondst

# Idem, idem, p. 5 · idem nr. 3 · Ibidem · t.a.p., blz. 4 · Zie noot 3 · zie ook voetnoot 12, p. 5
_SHORT = compile_later(
    r"(?<![\w.])(?:(?P<idem>[Ii]dem|[Ii]bidem|[Ii]bid\.|[Ii]d\.(?=,)|[Aa]ldaar|[Ee]od\.|[Zz]elfde\sdossier(?=,)|[Tt]\.\s?a\.\s?p\.|[Aa]\.\s?w\.)"
    r"(?=\s{0,3}(?:$|[.,;:)\]\n\u21a9])|\s{1,3}(?:n(?:rs?|ummers?)|pp?|blz|pag)[. ]\s?[0-9])"
    r"|(?:[Zz]ie|[Vv]gl\.|[Vv]ergelijk)\s{1,3}(?:(?:ook|nader|hierover)\s{1,3})?(?:voet)?noot\s{1,3}(?P<noot>[0-9]{1,3})(?![0-9]))"
)
# What may stand before "idem" when it is a reference: nothing, the number of the note, an opening bracket, "zie";
# behind other words it is one when a number or a page follows
_OPENS = compile_later(
    r"(?:^|\n|[(;\[]|(?:^|\n)[ \t]*(?:\[\^[^\]\n]{1,40}\]:|\[?[0-9]{1,3}[.):\]]?)|\b[Zz]ie(?: ook)?"
    r"|\b(?:[Vv]oet)?[Nn]oot[ \u00a0][0-9]{1,3}[.:]?)[ \t\u00a0]*$"
)
# Idem, 269
_BARE_NUMBER = compile_later(r",[ \u00a0](?P<nummer>[1-9][0-9]{1,3})(?=\s{0,2}(?:$|[.;)\n]))")
_Unread = tuple[tuple[int, int], ...]
_LOOK_BACK = 60
_SAME_LIST = 8


class Gevolgd(Struct, frozen=True):
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
        numbers = _numbers_behind(text, match)
        if match["idem"] and not (_opens(text, match) or numbers.found or read_pages(text, match.end())[0]):
            continue
        outcome = (
            _by_note(known, unread, spans, match)
            if match["noot"]
            else _same_again(text, known, unread, spans, match, has_number=bool(numbers.found))
        )
        if isinstance(outcome, Verwijzing) and numbers.unread is not None:
            outcome = "het nummer erachter is niet te lezen"
        if isinstance(outcome, str):
            lost.append((match.start(), match.end(), outcome))
        else:
            followed += _here(text, match, outcome, numbers.found)
            insort(known, followed[-1], key=_begin)
    return Gevolgd(tuple(followed), tuple(lost))


def _opens(text: str, match: re.Match[str]) -> bool:
    return _OPENS.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is not None


def _numbers_behind(text: str, match: re.Match[str]) -> Numbers:
    """Read the numbers behind a short form: idem, nrs. 268 en 270."""
    bare = _BARE_NUMBER.match(text, match.end()) if match["idem"] else None
    if bare:
        return Numbers([Number(bare["nummer"], bare.start("nummer"), bare.end())])
    if NUMBER_WORD.match(text, match.end()) is None:
        return Numbers()
    return read_numbers(text, match.end(), None, is_named=False)


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


def _only_one(
    known: Sequence[Verwijzing], unread: _Unread, begin: int, end: int, where: str, *, has_number: bool = False
) -> Verwijzing | str:
    if _has_unread(unread, begin, end):
        return f"in {where} staat een verwijzing die niet te lezen is"
    inside = _between(known, begin, end)
    if not inside:
        return f"in {where} staat geen verwijzing"
    if len({_meant(verwijzing, has_number) for verwijzing in inside}) > 1:
        return f"in {where} staat meer dan één verwijzing"
    return inside[-1]


def _meant(verwijzing: Verwijzing, has_number: bool) -> str:
    """Give what must be the same of two references: the paper, or before a number of its own the dossier."""
    dossier = verwijzing.referentie.volledig_dossier if has_number else ""
    return dossier or verwijzing.sleutel


def _begin(verwijzing: Verwijzing) -> int:
    return verwijzing.begin


def _has_unread(unread: _Unread, begin: int, end: int) -> bool:
    """Tell whether something that could not be read begins in a stretch."""
    return bisect_left(unread, (begin,)) < bisect_left(unread, (end,))


def _between(known: Sequence[Verwijzing], begin: int, end: int) -> Sequence[Verwijzing]:
    """Give the references that begin in a stretch; `known` is in the order of places."""
    return known[bisect_left(known, begin, key=_begin) : bisect_left(known, end, key=_begin)]


def _same_again(
    text: str, known: Sequence[Verwijzing], unread: _Unread, spans: Noten, match: re.Match[str], *, has_number: bool
) -> Verwijzing | str:
    here = match.start()
    note = spans.at(here)
    if note is not None and not _between(known, note.begin, here):
        if _has_unread(unread, note.begin, here):
            return "ervoor staat een verwijzing die niet te lezen is"
        before = spans.number(note.nummer - 1)
        if before is None:
            return "er is geen noot ervoor"
        return _only_one(known, unread, before.begin, before.eind, f"noot {before.nummer}", has_number=has_number)
    return _last_before(text, known, unread, here, has_number=has_number)


def _last_before(
    text: str, known: Sequence[Verwijzing], unread: _Unread, here: int, *, has_number: bool
) -> Verwijzing | str:
    count = bisect_left(known, here, key=_begin)
    if count == 0:
        return "er staat geen verwijzing voor"
    last = known[count - 1]
    if _has_unread(unread, last.begin, here):
        return "ervoor staat een verwijzing die niet te lezen is"
    before = known[count - 2] if count > 1 else last
    if _meant(before, has_number) != _meant(last, has_number) and _in_one_list(text, before, last):
        return "ervoor staat meer dan één verwijzing"
    return last


def _in_one_list(text: str, first: Verwijzing, second: Verwijzing) -> bool:
    between = text[first.eind : second.begin]
    return len(between) <= _SAME_LIST and "." not in between.replace("nr.", "").replace("nrs.", "")


def _here(text: str, match: re.Match[str], meant: Verwijzing, numbers: Sequence[Number]) -> list[Verwijzing]:
    """Make references at the place of the short form, with the numbers or the page that stand behind it."""
    reference = meant.referentie
    if not numbers or reference.soort is not Soort.KAMERSTUK:
        pages, end = read_pages(text, match.end())
        if pages:
            reference = replace(reference, pagina=pages)
        return [Verwijzing(reference, match.start(), end, text[match.start() : end])]
    return each_number(text, reference, numbers, match.start())
