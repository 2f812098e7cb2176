"""Read numbers with no word for a number, where the words around them say whose they are.

`36 512: 14 ontraden; 17 en 18 oordeel Kamer` · `namelijk 1009 en 1037` · `zijn relevant: 610 (brief) en 623 (motie)`
· `en ook 1163 uit die reeks`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.words import PAPER
from brief.kamerstuk.model import Soort
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.kamerstuk.model import Verwijzing

_REACH = 300
_MOST = 40
_ONE = r"(?!(?:19|20)[0-9]{2}(?![0-9]))[1-9][0-9]{1,3}(?![\w%]|[.,-][0-9])"
_ASIDE = r"(?:\s\([A-Za-z][^()\n0-9]{1,40}\))"
_LIST = rf"{_ONE}(?:(?:,|\sen|,\sen)\s{_ONE}){{0,12}}"
# 14 ontraden · 17, 18 en 22 oordeel Kamer: what a Chamber does with a motie or an amendement
_STATUS = compile_later(
    rf"(?<=[:;,]\s)(?P<getallen>{_LIST}):?\s(?:ontraden|[Oo]ordeel Kamer|aangehouden|overbodig|ontijdig|aangenomen"
    r"|verworpen|ingetrokken|afgedaan|overgenomen)(?![\w])"
)
# : 610 (brief), 623 (SO) en 631 (motie): each with what it is
_EXPLAINED = compile_later(rf"(?<=[:]\s)(?P<getallen>{_ONE}{_ASIDE}(?:(?:,|;|\sen)\s{_ONE}{_ASIDE}){{0,12}})")
# , namelijk 1009 en 1037.
_NAMELY = compile_later(rf"(?<![\w])(?:namelijk|te weten)\s(?:de\s)?(?P<getallen>{_LIST})(?=[.;)\n]|$)")
# 1163 uit die reeks
_OF_THAT = compile_later(
    rf"(?<![\w.,-])(?P<getallen>{_LIST})\s(?:uit|van|in)\s(?:die|deze|dezelfde|dat|dit|hetzelfde|datzelfde)"
    r"\s(?:reeks|serie|dossier)(?![\w])"
)
_KINDS = (_STATUS, _EXPLAINED, _NAMELY, _OF_THAT)
_TWO_DIGITS = re.compile("[1-9][0-9]")
_DIGITS = re.compile(r"(?<![\w])[1-9][0-9]{1,3}(?![\w])")
_PAPER = compile_later(rf"(?<![\w]){PAPER}")
_WORD_BEFORE = compile_later(r"(?<![\w])(?:[Nn]rs?\.?|[Nn]ummers?)\s?$")


def wordless(text: str, anchor: Verwijzing, stop: int) -> Iterator[Number]:
    """Give the numbers behind a dossier that need no word, each with its place.

    `stop` is where its paragraph ends.
    """
    reference = anchor.referentie
    if reference.soort is not Soort.KAMERSTUK or reference.dossier is None or reference.nevendossiers:
        return
    end = min(stop, anchor.eind + _REACH)
    if _TWO_DIGITS.search(text, anchor.eind, end) is None:
        return
    found = [match for kind in _KINDS for match in kind.finditer(text, anchor.eind, end)]
    for match in sorted(found, key=lambda each: each.start())[:_MOST]:
        is_of_none = "(" in match.group() and _PAPER.search(match.group()) is None
        if is_of_none or _WORD_BEFORE.search(text, anchor.eind, match.start("getallen")):
            continue
        for digits in _DIGITS.finditer(text, *match.span("getallen")):
            yield Number(digits.group(), digits.start(), digits.end())
