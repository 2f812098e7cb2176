"""Read the letters of papers of the Eerste Kamer that stand without their dossier: `het voorlopig verslag (B)`.

Only behind a dossier, in its paragraph and not far from it, where the words say that the Eerste Kamer is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.pieces import SPACE
from brief.kamerstuk.grammar.words import PAPER
from brief.kamerstuk.model import Kamer
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.kamerstuk.model import Verwijzing

_REACH = 300
_BEFORE = 120
_BEHIND = 40
# Eerste Kamer, senaat, EK: who gives its papers letters
_EERSTE = compile_later(r"(?<![\w])(?:[Ee]erste Kamer|EK|[Ss]ena(?:at|tor\w*)|I)(?![\w])")
# (B), and not (EK), a Chamber · letter C · de letters D en E · EK: B, C en D
_LETTER = compile_later(
    rf"\((?!(?:TK|EK|VV)\))(?:letters?{SPACE})?(?P<haak>[A-Z]{{1,2}})\)|(?<![\w])(?:[Ll]etters?|EK:){SPACE}(?P<los>[A-Z]{{1,2}}(?![\w])"
    rf"(?:(?:,|,?{SPACE}en|{SPACE}t/m){SPACE}[A-Z]{{1,2}}(?![\w])){{0,12}})"
)
# de brieven met letter CB, CD en CF · de nadere memorie (letter G): only papers of the Eerste Kamer have letters
_LETTERS_OF_PAPERS = compile_later(
    rf"(?<![\w]){PAPER}\s(?:\(|(?:met|onder)\s(?:de\s)?)letters?{SPACE}[A-Z]{{1,2}}(?![\w])"
)
_PAPER_BEFORE = compile_later(rf"(?<![\w]){PAPER}\s$")
_ONE = re.compile("[A-Z]{1,2}")
_WORDS = compile_later(r"[A-Za-z]+")
# A part of a law, whose letters are no papers
_STOP = compile_later(r"[Aa]rtikel|(?<![\w])(?:[Ll]id|[Oo]nderdeel|[Bb]ijlage)(?![\w])")
_MOST = 20


def lettered(text: str, anchor: Verwijzing, stop: int) -> Iterator[Number]:
    """Give the letters behind a dossier, each with its place; nothing where the Eerste Kamer is not meant.

    `stop` is where its paragraph ends.
    """
    is_eerste, end = _is_of_eerste(text, anchor), min(stop, anchor.eind + _REACH)
    if anchor.referentie.dossier is None or not (is_eerste or _LETTERS_OF_PAPERS.search(text, anchor.eind, end)):
        return
    halt = _STOP.search(text, anchor.eind, end)
    end = halt.start() if halt else end
    for count, match in enumerate(_LETTER.finditer(text, anchor.eind, end)):
        if count == _MOST:
            return
        if match["haak"] and _is_short_for(match["haak"], text[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        if match["haak"] and not is_eerste and not _is_letter_of_paper(text, match):
            continue
        # letter C behind a paper that has a letter itself is read with the numbers that stand alone
        for name in ("haak",) if anchor.referentie.nummer else ("haak", "los"):
            for one in _ONE.finditer(text, *match.span(name)) if match[name] else ():
                yield Number(one.group(), one.start(), one.end())


def _is_letter_of_paper(text: str, match: re.Match[str]) -> bool:
    """Tell `de nadere memorie (letter G)` from `variant (letter G)` and `de memorie (G)`."""
    begin = match.start()
    is_said = match.start("haak") > begin + len("(")
    return is_said and _PAPER_BEFORE.search(text, max(0, begin - _BEFORE), begin) is not None


def _is_of_eerste(text: str, anchor: Verwijzing) -> bool:
    number = anchor.referentie.nummer or ""
    if anchor.referentie.kamer is Kamer.EERSTE or (number.isalpha() and number.isupper()):
        return True
    floor = max(0, anchor.begin - _BEFORE)
    return not number and _EERSTE.search(text, floor, anchor.eind + _BEHIND) is not None


def _is_short_for(letters: str, before: str) -> bool:
    """Tell `Provinciale Staten (PS)`: the words before it begin with these letters, or it is written in capitals."""
    words = _WORDS.findall(before)[-len(letters) :]
    return len(letters) > 1 and "".join(word[0] for word in words).upper() == letters
