"""See a number behind a reference through a slip of the pen: `29 435, n. 267`, `nrs. 205 e 206`, `nr. 1'2`.

Nothing is read here: what was meant is not guessed but asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import COUNTED, LOWER_WORD
from brief.kamerstuk.grammar.pieces import NUMMER, SPACE
from brief.kamerstuk.model import Kamer, Soort
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.model import Verwijzing

_ODD = r"[^\w\s.,;:()/\u20ac%\u2010-\u2015\u2212+&-]"
# nr. 1'2 · nr. 1~2 · kst-2943"5-267: a sign within the digits
_WITHIN = compile_later(rf"{_ODD}{{1,2}}[0-9]+(?![\w])")
# , n. 267 · , rn. 267 · , n"r. 267 · , n r. 267 · , ite 7 · e 206: letters that are nearly nr, nrs, item or en
_FEW_LETTERS = compile_later(
    rf"(?P<joined>,?{SPACE}{{0,3}}{_ODD}?(?:(?:[nrstmuNR]{_ODD}?){{1,4}}|n{SPACE}r|n\.r|ite|iem|itm|tem|itme|ietm|tiem|ne|e{SPACE}?n|e)"
    rf"[.:]?{_ODD}?{SPACE}{{0,3}}{_ODD}?)(?P<digits>{NUMMER})(?![\w]|[.,-][0-9])"
)
# nr. 45,>item 7 \u00b7 nr. 45, i tem 7: the item of a meeting
_ITEM = compile_later(r"[^\n.;:()0-9]{1,12}(?P<digits>[1-9][0-9]{0,2})(?![\w/-]|[.,][0-9])")
# kst-29435<-267 \u00b7 kst-29435-'267: the number of an id
_OF_ID = compile_later(r"[^\w\s.,;:()/]{1,3}(?P<digits>[0-9]{1,4})(?![\w])")
_END = compile_later(r"[ \u00a0]{0,2}(?:$|[.,;:)\]\n\"\u201d\u2019\u00bb])")
# Most often nothing follows that is worth a closer look
_SOON = compile_later(r"[^\n0-9]{0,13}[0-9]| H")
# nr. 26.7: not the figure of a note, which stands before a new sentence
_AFTER_POINT = compile_later(r"\.(?P<digits>[0-9]{1,3})(?![\w.,/-])")
# nr. 267 H: a reprint?
_REPRINT = compile_later(rf"{SPACE}(?P<digits>H)(?=[.,;)\n]|$)")
# nrs. 205]en 206 · 205 en *206 · 205 e_n 206: odd signs and no word at all
_SIGNS = compile_later(
    rf"(?P<joined>,?{SPACE}{{0,3}}(?:{_ODD}{{1,2}}{SPACE}{{0,2}}(?:en{SPACE}{{0,2}})?|en{SPACE}{{0,2}}{_ODD}{{1,2}}{SPACE}{{0,2}}))"
    rf"(?P<digits>{NUMMER})(?![\w]|[.,-][0-9])"
)
# 34 682, "C · 34 682 {AC}: the letter of a dossier of the Eerste Kamer
_LETTER = compile_later(rf"[,:]?{SPACE}{{0,3}}[^\w\s.;/]{{1,2}}{SPACE}{{0,3}}(?P<letter>[A-Z]{{1,3}})(?![\w'\u2019])")
# CXX?IV: the rest of a roman number
_ROMAN_REST = compile_later(r"[^\w\s,;:)]{1,2}(?P<letter>[IVXLC]{1,6})(?![\w])")


def cut_after(text: str, last: Verwijzing) -> int | None:
    """Say where the number of a reference ends that a sign cuts in two, `nr. 1'2`; None when none does."""
    within = _WITHIN.match(text, last.eind) if text[last.eind - 1 : last.eind].isdecimal() else None
    return within.end() if within else None


def slip_after(text: str, last: Verwijzing) -> tuple[int, int] | None:
    """Give (begin, end) of a number or letter that a slip hides behind a reference; None when there is none."""
    end, reference = last.eind, last.referentie
    match = None
    if reference.nummer is None and reference.dossier is not None:
        match = _ROMAN_REST.match(text, end) if reference.dossier.isalpha() else None
        match = match or (_LETTER.match(text, end) if reference.kamer is Kamer.EERSTE else None)
        if match:
            return match.start("letter"), match.end()
    if _SOON.match(text, end) is None:
        return None
    if reference.soort is Soort.HANDELINGEN and not (reference.item or reference.pagina):
        match = _ITEM.match(text, end)
    elif last.tekst[:3].lower() == "kst" and reference.nummer is None:
        match = _OF_ID.match(text, end)
    match = match or _FEW_LETTERS.match(text, end) or _SIGNS.match(text, end)
    match = match or _REPRINT.match(text, end) or _AFTER_POINT.match(text, end)
    if match is None or COUNTED.match(text, match.end()) or LOWER_WORD.match(text, match.end()):
        return None
    return (match.start("digits"), match.end()) if _END.match(text, match.end()) else None
