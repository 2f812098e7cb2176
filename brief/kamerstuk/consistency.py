"""Check the references of one document together: one style, one vergaderjaar a paper, no letter without reference."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk.model import Soort, Verwijzing
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.diagnostics import Place
    from brief.kamerstuk.find import PlaceAt, Vondst

# Kamerstukken II 2023/24 · Handelingen I 2010/11
_LEGAL = compile_later(r"(?:[Kk]amerstukken|[Hh]andelingen)\s+(?:I|II|VV)\b|[0-9]{4}/[0-9]{2}\b")
_MINISTRY = compile_later(r"[Vv]ergaderjaar\s")
_WORD = compile_later(r"[Kk]amerstuk(?!ken\s+I)", re.IGNORECASE)

# een brief over water naar uw Kamer gestuurd · heb ik uw Kamer een brief gestuurd · het rapport is aangeboden
_SENT = compile_later(
    r"\b(?:ge(?:stuurd|zonden)|ver(?:stuurd|zonden)|toe(?:gestuurd|gezonden)|aangeboden|(?:ver)?stuurde|zond|bood"
    r"|doen toekomen|geleid)\b"
)
_PAPER = compile_later(
    r"\b(?:[Kk]amerbrief|[Bb]rief|[Bb]rieven|[Rr]apport|[Rr]apportage|[Nn]ota|[Vv]oortgangs\w+|[Bb]eleids\w+|[Vv]isie|[Pp]rogramma)\b"
)
_CHAMBER = compile_later(r"\b(?:uw|de Tweede|de Eerste) Kamer\b")
# [@kst-29435-267] · [^3] · gestuurd1, · gestuurd¹
_MARK = compile_later(
    r"\[(?:[^\]\n]{0,60}@|\^)|(?<=[a-z)\]\u201d\u2019\"])[0-9]{1,2}(?=[\s,.;:)]|$)|[\u00b9\u00b2\u00b3\u2070-\u2079]"
)
_COMING = compile_later(
    r"\b(?:zal|zullen|ontvangt|wordt|worden|binnenkort|hierbij|bijgaand|bijgevoegd\w*)\b", re.IGNORECASE
)


def same_paper_two_years(found: Vondst, place_at: PlaceAt) -> Iterable[Diagnostic]:
    """Report a kamerstuk that stands in the text with two vergaderjaren."""
    first: dict[str, Verwijzing] = {}
    for verwijzing in found.verwijzingen:
        year = verwijzing.referentie.vergaderjaar
        if year is None or verwijzing.referentie.soort is not Soort.KAMERSTUK or verwijzing.referentie.nummer is None:
            continue
        earlier = first.setdefault(verwijzing.sleutel, verwijzing)
        if earlier.referentie.vergaderjaar != year:
            yield Diagnostic(
                "BR209",
                Severity.FOUT,
                f"{verwijzing.sleutel} staat hier in vergaderjaar {year}, eerder in {earlier.referentie.vergaderjaar}",
                place_at(verwijzing.begin, verwijzing.eind),
                related=_known(("eerder", place_at(earlier.begin, earlier.eind))),
            )


def style_of(verwijzing: Verwijzing) -> str | None:
    """Name the style in which a reference to a kamerstuk is written; None for ids, addresses and parts of a list."""
    text = verwijzing.tekst
    if (
        verwijzing.referentie.nummer is None
        or verwijzing.referentie.soort is not Soort.KAMERSTUK
        or "-" in text.partition(",")[0]
        or text.startswith(("http", "www"))
    ):
        return None
    if _LEGAL.search(text):
        return "juridisch"
    if _MINISTRY.search(text):
        return "ministerie" if _WORD.search(text) else "ministerie zonder het woord Kamerstuk"
    return "Kamerstuk zonder vergaderjaar" if _WORD.match(text) else None


def two_styles(found: Vondst, place_at: PlaceAt) -> Iterable[Diagnostic]:
    """Report, once, that a text writes its references in more than one style, with one place for each style."""
    styles: dict[str, list[Verwijzing]] = {}
    for verwijzing in found.verwijzingen:
        style = style_of(verwijzing)
        if style:
            styles.setdefault(style, []).append(verwijzing)
    if len(styles) < len({"ministerie", "juridisch"}):
        return
    by_count = sorted(styles, key=lambda style: (-len(styles[style]), styles[style][0].begin))
    odd = styles[by_count[-1]][0]
    yield Diagnostic(
        "BR208",
        Severity.WAARSCHUWING,
        "verwijzingen in verschillende stijlen: "
        + ", ".join(f"{style} ({len(styles[style])} keer)" for style in by_count),
        place_at(odd.begin, odd.eind),
        label=f"de meeste verwijzingen: {by_count[0]}",
        related=_known(*((style, place_at(styles[style][0].begin, styles[style][0].eind)) for style in by_count[:-1])),
    )


def _known(*related: tuple[str, Place | None]) -> tuple[tuple[str, Place], ...]:
    return tuple((what, place) for what, place in related if place is not None)


def without_note(text: str, found: Vondst, place_at: PlaceAt) -> Iterable[Diagnostic]:
    """Report a sentence that says a letter went to the Kamer, without a note or a reference."""
    begins = sorted(verwijzing.begin for verwijzing in found.verwijzingen)
    for match in _SENT.finditer(text):
        begin, end = _sentence_around(text, match.start(), match.end())
        sentence = text[begin:end]
        if (
            not (_PAPER.search(sentence) and _CHAMBER.search(sentence))
            or _COMING.search(sentence)
            or _MARK.search(sentence)
        ):
            continue
        if bisect_left(begins, begin) < bisect_left(begins, end):
            continue
        yield Diagnostic(
            "BR425",
            Severity.WAARSCHUWING,
            "deze zin noemt een stuk aan de Kamer zonder voetnoot",
            place_at(begin + len(sentence) - len(sentence.lstrip()), begin + len(sentence.rstrip())),
            label="zet de verwijzing in de zin: [@kst-…]",
        )


_STOP = compile_later(r"[.!?]\s+(?=[A-Z(\u2018\u201c\[])|\n\s*\n")
_REACH = 600


def _sentence_around(text: str, begin: int, end: int) -> tuple[int, int]:
    start = max(0, begin - _REACH)
    for stop in _STOP.finditer(text, start, begin):
        if not _is_abbreviation(text, stop.start()):
            start = stop.end()
    for stop in _STOP.finditer(text, end, end + _REACH):
        if not _is_abbreviation(text, stop.start()):
            return start, stop.end()
    return start, min(len(text), end + _REACH)


def _is_abbreviation(text: str, dot: int) -> bool:
    """Tell a full stop from that of jl., nr., c.s., p. before a capital."""
    return text[max(0, dot - 3) : dot].rpartition(" ")[2] in {"jl", "nr", "nrs", "c.s", "p", "blz", "dhr", "mw", "art"}
