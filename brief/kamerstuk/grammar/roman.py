"""Read a dossier of the Eerste Kamer itself, which has a roman number: `CXXIV, F`, `CXXIV-F`, `dossier CXXIV`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import Dossier
from brief.kamerstuk.grammar.numbers import Number, read_numbers
from brief.kamerstuk.grammar.papers import Reading, verwijzingen_of
from brief.kamerstuk.grammar.patterns import ROMAN_WORD
from brief.kamerstuk.grammar.pieces import DASH, G1, G
from brief.kamerstuk.grammar.words import PAPER_BEFORE
from brief.kamerstuk.model import Kamer, Referentie, Soort, Verwijzing
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.prefix import Prefix

_LOOK_BACK = 60
_FEWEST_FIGURES = 4
_MOST_DOSSIERS = 20
# hoofdstuk CXX, A · Psalm CXX: a part of a book
_PART_BEFORE = compile_later(
    r"(?:[Hh]oofdstuk|[Aa]rtikel|[Dd]eel|[Tt]itel|[Bb]ijlage|[Tt]abel|[Kk]lasse|[Pp]salm|[Pp]agina|[Bb]ladzijde|[Bb]lz\.?"
    r"|[Bb]oek|[Vv]ers|\bpp?\.)\s$"
)
# dossier CXXIV · EK-dossiers: CXXIV · dossiernummer CXXIV
_DOSSIER_BEFORE = compile_later(r"(?<![\w])(?:[A-Za-z]{0,12}-?)?[Dd]ossiers?(?:nummers?|nrs?\.?)?:?\s$")
# (CXXIV, F) · EK CXXIV-F · zie CXXIV-F
_SAID = compile_later(r"(?:(?<![\w])(?:EK|[Ee]erste Kamer|[Zz]ie(?: ook)?|[Vv]gl\.|[Dd]ossiers?|letter)\s|[(\[])$")
_NEXT = compile_later(rf"{G}(?:,{G}en{G1}|,{G}|en{G1}|&{G}|;{G})(?=[CX])")
# CXXIV-F · CXXIV/F · CXXIV – F · CXXIV (F) · CXXIV F: signs that join a number more loosely than a comma does
_LOOSE = compile_later(
    rf"(?:(?P<tight>[-\u2011/])|{G}(?:{DASH}|/){G}|(?P<open>{G}\({G})|{G1})(?P<letter>[A-Z]{{1,3}})(?(open)\))(?![\w'\u2019&]|\.[A-Z])"
)


def read_roman(text: str, prefix: Prefix) -> Reading | None:
    """Read what a roman number begins that no word for Kamerstuk announces; None when it is none of these dossiers."""
    begin = prefix.begin
    match = ROMAN_WORD.match(text, begin)
    floor = max(0, begin - _LOOK_BACK)
    if match is None or _PART_BEFORE.search(text, floor, begin):
        return None
    dossier = Dossier(match.group(), begin, match.end())
    loose = _LOOSE.match(text, dossier.end)
    if loose is None:
        numbers = read_numbers(text, dossier.end, Kamer.EERSTE, is_named=True)
        found = verwijzingen_of(text, prefix, dossier, numbers.found, begin)
        if found and found[0].referentie.nummer and found[0].referentie.nummer.isalpha():
            return Reading(found[-1].eind, found)
        return _whole(text, dossier) if _DOSSIER_BEFORE.search(text, floor, begin) else None
    is_likely = len(dossier.dossier) >= _FEWEST_FIGURES or text[begin - 1 : begin] == "("
    if (is_likely and loose["tight"]) or _SAID.search(text, floor, begin) or PAPER_BEFORE.search(text, floor, begin):
        number = Number(loose["letter"], loose.start("letter"), loose.end())
        return Reading(loose.end(), verwijzingen_of(text, prefix, dossier, [number], begin))
    return Reading(loose.end(), unread=[(begin, loose.end())]) if is_likely else None


def _whole(text: str, first: Dossier) -> Reading:
    """Make a reference of each dossier in `dossiers CXXIV, CLVI en CLXII`; one with a letter stands by itself."""
    spans = [(first.begin, first.end)]
    while len(spans) < _MOST_DOSSIERS:
        link = _NEXT.match(text, spans[-1][1])
        match = ROMAN_WORD.match(text, link.end()) if link else None
        if match is None or read_numbers(text, match.end(), Kamer.EERSTE, is_named=False).found:
            break
        spans.append(match.span())
    found = [
        Verwijzing(
            Referentie(Soort.KAMERSTUK, kamer=Kamer.EERSTE, dossier=text[begin:end]), begin, end, text[begin:end]
        )
        for begin, end in spans
    ]
    return Reading(spans[-1][1], found)
