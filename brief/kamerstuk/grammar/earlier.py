"""Read the numbers before the one that stands at its dossier: `nr. 20, ter vervanging van nr. 12 (36 512)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.numbers import numbers_within
from brief.kamerstuk.grammar.said import stands_free
from brief.kamerstuk.grammar.words import OTHER_AFTER, PAPER_BEFORE, is_claimed
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.numbers import Number

_LOOK_BACK = 240
_NEAR = 60
_REACH = 140
_MOST_GROUPS = 12
_GROUP_SOURCE = r"(?<![\w])(?:(?:[Nn]rs?|[Nn]ummers?)\.?(?=\s?[0-9])|[Ll]etters?(?=\s[A-Z]{1,3}(?![\w])))"
_GROUP = compile_later(_GROUP_SOURCE)
# motie 12 en amendement 14 in 31 287: where the number at the dossier has such a word, so may those before it
_NAMED = r"(?:[Mm]oties?|[Aa]mendement(?:en)?|[Ss]tuk(?:ken)?|[Bb]rie(?:f|ven))\s(?=[1-9])"
_PAPER_ITSELF = compile_later(_NAMED)
_GROUP_OR_PAPER = compile_later(rf"{_GROUP_SOURCE}|(?<![\w-]){_NAMED}")
_PAPER = (
    r"(?:(?:(?:nader\s)?gewijzigde?|aangehouden|eerdere|vorige)\s)?(?:motie|amendement|brief|stuk|nota)(?:s|en)?"
    r"(?:-[A-Z][\w/-]{1,30}(?:\sc\.s\.)?|\svan\s(?:het\slid|de\sleden)\s[A-Z][^.;:()\n0-9]{1,40})?"
)
_TO = (
    r"(?:(?:die|dat|de|het|deze|dit|het\sstuk)\s)?(?:"
    + _PAPER
    + r"\s)?(?:(?:gedrukt\s)?(?:onder|met|op)\s(?:stuk\s)?)?"
)
# , ter vervanging van · (t.v.v. · , was · , dat: the later paper stands first, then the one that it replaces
_REPLACES = (
    r"(?:[a-z]{2,12}\s){0,2}(?:ter|tot|in)\s(?:gehele\s)?vervanging\svan\s|(?:treedt|treden|komt|komen)\sin\sde\splaats\svan\s|t\.\s?v\.\s?v\.\s|vervangt\s|vervangende?\s"
    r"|(?:dit\s|dat\s|die\s)?was\s(?:eerst\s)?|voorheen\s|eerder\s|eerst\s|en\sdaarvoor\s|daarvoor\s|dat\s|die\s"
)
_LINK = compile_later(
    r"(?:\s?[)\]]|\s\([^()\n]{1,40}\))?(?:\s[^.;:()\n0-9]{0,40}?)??(?:,|\s?[(\[])?\s?(?:(?:nader\sgewijzigd|gewijzigd|ingediend),?\s)?"
    rf"(?:(?:{_REPLACES}){_TO}|(?:,\s|,?\sen\s|\sen\s|en\s|alsmede\s|&\s)(?:(?:de|het)\s)?(?:{_PAPER}\s)?(?:(?:met|op|onder)\s)?(?:stuk\s)?)"
)
# uit nr. 230 als uit nr. 234 · in nr. 230 staat meer dan in nr. 234: plain words between two numbers, of which no noun
# stands before the first
_PLAIN_LINK = compile_later(r"(?:,?\s[a-z\u00e0-\u00ff'-]{1,24}){1,7}\s")
# ), Beckerman ( · ) en de motie van het lid Grinwis (: the next of several papers, each named with its number
_NEXT_NAME = compile_later(
    r"[)\]],?\s(?:en\s)?(?:(?:de|het)\s)?(?:(?:motie|amendement|brief)[-\s])?(?:van\s(?:het\slid|de\sleden)\s)?[A-Z](?:[^.;:()\n0-9]|c\.s\.){0,50}\s?[(\[]"
)
# amendementnr. 20, ter vervanging van · motie nr! 20, t.v.v.: a number whose word is misspelt, before one that is read
_PAPER_WITH_SLIP = compile_later(
    r"(?<![\w])(?:[Aa]mendement(?:en)?|[Mm]oties?)(?:nr)?[^;()\n0-9]{0,8}(?P<getal>[1-9][0-9]{0,3})(?![\w])"
    r"[,)]{0,2}\s(?:[a-z.]{1,12}\s){0,3}"
    r"(?:ter vervanging van|vervanging van|t\.v\.v\.|was|vervangt)\s(?:[a-z]{1,8}\s){0,3}$"
)
_STOP = compile_later(r"\n\n|;|(?<!nr)(?<!nrs)(?<!c\.s)(?<!t\.v\.v)[.?!]\s(?![a-z0-9(])")


Groups = list[tuple[int, "list[Number]"]]
"""Numbers that stand together, each group with the place where its word begins, in order of place."""


def _has_word(text: str, begin: int, end: int) -> bool:
    before = text[begin:end]
    return "nr" in before or "ummer" in before or "etter" in before


def earlier_numbers(text: str, floor: int, begin: int) -> tuple[Groups, tuple[int, int] | None]:
    """Give the numbers before `begin` that are of the same dossier.

    The second part is the place of a number of a paper of which the words do not say so: it is to be reported.
    """
    groups: Groups = []
    near = max(floor, begin - _REACH)
    is_paper = _PAPER_ITSELF.match(text, begin) is not None
    if text[begin] not in "nN" and not is_paper and not _has_word(text, near, begin):
        return groups, None
    group = _GROUP_OR_PAPER if is_paper else _GROUP
    for word in reversed(list(group.finditer(text, max(floor, begin - _LOOK_BACK), begin))[-_MOST_GROUPS:]):
        numbers = numbers_within(text, word.start(), begin)
        if not numbers or numbers[-1].end > begin:
            break
        if _STOP.search(text, numbers[-1].end, begin):
            break
        link = _LINK.fullmatch(text, numbers[-1].end, begin) or _NEXT_NAME.fullmatch(text, numbers[-1].end, begin)
        if link is None and not _is_plainly_linked(text, floor, word.start(), numbers[-1].end, begin):
            paper = PAPER_BEFORE.search(text, max(floor, word.start() - _LOOK_BACK), word.start())
            unclear = (
                (word.start(), numbers[-1].end)
                if paper and not is_claimed(text, max(floor, word.start() - _NEAR), word.start())
                else None
            )
            return groups[::-1], unclear
        groups.append((word.start(), numbers))
        begin = word.start()
    if groups and is_claimed(text, max(floor, begin - _NEAR), begin):
        return [], None
    slip = _PAPER_WITH_SLIP.search(text, max(floor, begin - _REACH), begin)
    return groups[::-1], (slip.start(), slip.end("getal")) if slip else None


def _is_plainly_linked(text: str, floor: int, begin: int, end: int, later: int) -> bool:
    """Tell whether a number at `begin` up to `end` that no noun claims goes on in plain words to the one at `later`."""
    if text[begin] not in "nN" or text[later] not in "nN" or _PLAIN_LINK.fullmatch(text, end, later) is None:
        return False
    is_other = OTHER_AFTER.match(text, end) is not None or is_claimed(text, max(floor, begin - _NEAR), begin)
    return not is_other and stands_free(text, floor, begin)
