"""Read the ondernummers of a dossier, each with reprint, annex and pages: `nrs. 520 en 548`, `D`, `nr. 4, p. 12`."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct, field

from brief.kamerstuk.grammar.following import (
    BRACKET_BACK,
    DIGITS,
    NEAR,
    PLACEHOLDERS,
    Following,
    letters_between,
    value_of,
)
from brief.kamerstuk.grammar.misspelt import misspelt_word
from brief.kamerstuk.grammar.pages import read_pages
from brief.kamerstuk.grammar.patterns import (
    ANNEX_AFTER,
    ASIDE,
    CLOSERS,
    COMMA_LETTER,
    COUNTED,
    DASH_NUMBER,
    EXPLAINED,
    LIST_CLOSE,
    LOWER_WORD,
    MARKED_NUMBER,
    NEXT_NUMBER,
    NUMBER,
    NUMBER_WORD,
    NUMBERS_IN_BRACKETS,
    PART_OF_PAPER,
    PLAIN_END,
    PLAIN_NUMBER,
    REPRINT,
    SPACE_LETTER,
    SPACED_DASH_NUMBER,
    TAIL_OPENS,
    TITLE_BETWEEN,
)
from brief.kamerstuk.grammar.prefix import annexes_named
from brief.kamerstuk.model import Kamer
from brief.text.later import compile_later

_MOST_NUMBERS = 400
# Kan ks 29453, 565 graag ook mee? words that ask for a paper and count nothing
_ASKED = compile_later(r"[ \u00a0](?:graag|ook|svp|s\.v\.p|aub|a\.u\.b|nog|erbij|toevoegen|opnemen)(?![\w])")
_AFTER_MARK = compile_later(r"[.)][ \t\u00a0]")
_DASHES = frozenset("-\u2010\u2011")
# Two capitals after a bare number that are no letters of the Eerste Kamer: 12 500, EU
_CHAMBERS = frozenset({"TK", "EK", "VV"})
NOT_LETTERS = frozenset({"EU", "NL", "VS", "UK", "BV", "NV", "PM", "CO", "TK", "EK", "VV", "HR", "AB", "NJ"})


class Number(Struct):
    """One ondernummer with what follows it; `begin` and `end` are places in the text."""

    nummer: str
    begin: int
    end: int
    herdruk: int = 0
    bijlage: bool = False
    bijlagenummer: str | None = None
    pagina: str | None = None


class Numbers(Struct):
    """The numbers read, and where a number was announced that could not be read."""

    found: list[Number] = field(default_factory=list)
    unread: int | None = None


def read_numbers(text: str, pos: int, kamer: Kamer | None, *, is_named: bool) -> Numbers:
    """Read all numbers from `pos`.

    `is_named` says that the words before the dossier announce a paper, so that shorter forms are no coincidence:
    `31459, 22` and `31145 AA`.
    """
    word = NUMBER_WORD.match(text, pos) or (misspelt_word(text, pos) if is_named else None)
    if word is None:
        match = _without_word(text, pos, kamer, is_named=is_named)
        if match is None:
            return Numbers()
        begin = match.start("letter" if match.groupdict().get("letter") else "digits")
        return _read_on(text, begin, match, is_plural=False)
    match = NUMBER.match(text, word.end())
    if match is None or _is_placeholder(match, kamer):
        return Numbers(unread=word.end())
    return _read_on(text, word.end(), match, is_plural="s" in word.group().lower())


def numbers_within(text: str, begin: int, end: int) -> list[Number]:
    """Read the numbers from `begin` and nothing from `end` on: no long list behind it is read over and over.

    What stands just before `begin` is seen: a bracket that is open there closes behind the numbers.
    """
    base = max(0, begin - BRACKET_BACK)
    found = read_numbers(text[base:end], begin - base, None, is_named=False).found
    for number in found:
        number.begin += base
        number.end += base
    return found


def listed_numbers(text: str, begin: int, end: int) -> list[Number]:
    """Read what stands from `begin` to `end` as it is read behind "nrs. ": `4`, `4, 5 en 6`, `4-6`, `nr. 4`."""
    words = text[begin:end]
    opening = "" if NUMBER_WORD.match(words) else "nrs. "
    found = numbers_within(f"{opening}{words}", 0, len(opening) + len(words))
    for number in found:
        number.begin += begin - len(opening)
        number.end += begin - len(opening)
    return found


def _is_placeholder(match: re.Match[str], kamer: Kamer | None) -> bool:
    letter = match["letter"]
    return letter in PLACEHOLDERS or (letter == "X" and kamer is not Kamer.EERSTE)


def _without_word(text: str, pos: int, kamer: Kamer | None, *, is_named: bool) -> re.Match[str] | None:
    """Match a number without "nr.": `-267`, `, AC`, and after words that announce a paper ` AA` and `, 22`."""
    match = DASH_NUMBER.match(text, pos)
    if match:
        is_sure = is_named or (match["dash"] in "-\u2011" and match["digits"])
        return match if is_sure else None
    match = COMMA_LETTER.match(text, pos)
    if match:
        letter = match["letter"]
        is_sure = (
            letter not in PLACEHOLDERS
            and (letter not in _CHAMBERS or (kamer is Kamer.EERSTE and letter == "EK"))
            and (is_named or (letter not in NOT_LETTERS and len(letter) <= len("AC")))
        )
        return match if is_sure else None
    return _named_number(text, pos, kamer) if is_named else None


def _named_number(text: str, pos: int, kamer: Kamer | None) -> re.Match[str] | None:
    match = SPACE_LETTER.match(text, pos)
    if match:
        return None if match["letter"] in PLACEHOLDERS else match
    match = SPACED_DASH_NUMBER.match(text, pos)
    if match:
        return match
    match = MARKED_NUMBER.match(text, pos)
    if match and _ends(text, match.end()) and not _is_point(text, match):
        return match
    match = PLAIN_NUMBER.match(text, pos)
    if match is None or COUNTED.match(text, match.end()) or _is_point(text, match):
        return None
    # "Kamerstukken II 2008/09, 31459, 22" names the Kamer; after less than that the number must end the reference.
    is_sure = (kamer and match["comma"]) or PLAIN_END.match(text, match.end()) or _ASKED.match(text, match.end())
    return match if is_sure else None


def _ends(text: str, end: int) -> bool:
    """Tell whether a reference may end here: its clause does, or an aside says what the paper is."""
    return PLAIN_END.match(text, end) is not None or EXPLAINED.match(text, end) is not None


def _is_point(text: str, match: re.Match[str]) -> bool:
    """Tell the mark of the first point of a list below a dossier, `32 847:` and on the next line `1. De motie`."""
    line = match.group().rpartition("\n")
    return line[1] == "\n" and "," not in line[0] and _AFTER_MARK.match(text, match.end()) is not None


def read_in_brackets(text: str, pos: int) -> Numbers:
    """Read `(250, 250a)` behind a dossier."""
    match = NUMBERS_IN_BRACKETS.match(text, pos)
    if match is None:
        return Numbers()
    first = match.start("numbers")
    each = re.finditer(r"[0-9]+[a-z]?|[A-Z]+", match["numbers"])
    return Numbers([Number(number.group(), first + number.start(), first + number.end()) for number in each])


def _read_on(text: str, begin: int, match: re.Match[str], *, is_plural: bool) -> Numbers:
    numbers = Numbers([_with_tail(text, match, begin)])
    while len(numbers.found) < _MOST_NUMBERS:
        last = numbers.found[-1]
        if text[last.end : last.end + 1] in CLOSERS:
            return numbers
        link = _link(text, last, is_plural=is_plural)
        found = NUMBER.match(text, link.end() + _has_dash(text, last, link.end())) if link else None
        if link is None or found is None:
            return numbers
        is_plural = is_plural or _closes_with_en(text, last, found) or _each_has_aside(text, last, found)
        following = Following(text, last, link, found, is_plural)
        if not following.goes_on:
            return numbers
        numbers.found.extend(_between(following))
        number = _with_tail(text, found, link.start("word") if link["word"] else found.start())
        if following.is_range and number.nummer.isdecimal():
            number.nummer = str(following.value)
        numbers.found.append(number)
        is_plural = True
    return numbers


def _has_dash(text: str, last: Number, pos: int) -> bool:
    """Tell `29435-267 en -268`: the dash before the first number is said again."""
    return text[pos : pos + 1] in _DASHES and text[last.begin - 1 : last.begin] in _DASHES and last.begin > 0


def _each_has_aside(text: str, last: Number, following: re.Match[str]) -> bool:
    """Tell `267 (motie), 268 (brief)`: what stands in brackets behind each says that both are papers."""
    return ASIDE.match(text, last.end) is not None and ASIDE.match(text, following.end()) is not None


def _link(text: str, last: Number, *, is_plural: bool) -> re.Match[str] | None:
    """Match what joins a next number: also `(MvT) en nr. 6`, or in a list that said `nrs.` `(met bijlage) en 401`."""
    aside = ASIDE.match(text, last.end)
    if aside is None:
        part = PART_OF_PAPER.match(text, last.end)
        link = NEXT_NUMBER.match(text, part.end() if part else last.end)
        return link if part is None or (link and link["word"]) else None
    link = NEXT_NUMBER.match(text, aside.end())
    if link is None or link["word"] or (is_plural and "en" in link["link"]):
        return link
    # 267 (motie), 268 (brief) en 270 (nota): each with an aside of its own
    following = NUMBER.match(text, link.end())
    return link if following and _each_has_aside(text, last, following) else None


def _closes_with_en(text: str, last: Number, following: re.Match[str]) -> bool:
    """Tell `nr. 267, 268 en 269`, a list after the singular, by its rising numbers and its "en"."""
    rest = LIST_CLOSE.match(text, following.end())
    if (
        rest is None
        or not last.nummer.isdecimal()
        or last.pagina
        or following["digits"] is None
        or COUNTED.match(text, rest.end())
    ):
        return False
    numbers = [last.nummer, str(value_of(following["digits"])), *DIGITS.findall(rest.group())]
    steps = [int(after) - int(before) for before, after in pairwise(numbers)]
    is_near = max(steps) <= NEAR or LOWER_WORD.match(text, rest.end()) is None
    return min(steps) > 0 and is_near


def _between(following: Following) -> list[Number]:
    """Give the numbers that a range names without writing them: of `nrs. 1-3` number 2; its place is the dash."""
    last, link, digits = following.last, following.link, following.match["digits"]
    if not following.is_range:
        return []
    begin = link.start("link")
    end = begin + len(link["link"].rstrip())
    if digits is None:
        return [Number(letter, begin, end) for letter in letters_between(last.nummer, following.match["letter"]) or ()]
    if not last.nummer.isdecimal():
        return []
    return [Number(str(number), begin, end) for number in range(int(last.nummer) + 1, following.value)]


def _with_tail(text: str, match: re.Match[str], begin: int) -> Number:
    number = _number_of(match, begin)
    if text[number.end : number.end + 1] in CLOSERS or TAIL_OPENS.match(text, number.end) is None:
        return number
    _read_reprint(text, number)
    _read_annex(text, number)
    title = TITLE_BETWEEN.match(text, number.end)
    number.pagina, end = read_pages(text, title.end() if title else number.end)
    number.end = end if number.pagina else number.end
    return number


def _number_of(match: re.Match[str], begin: int) -> Number:
    if match.lastgroup == "digits":
        return Number(str(value_of(match["digits"])), begin, match.end())
    groups = match.groupdict()
    nummer = groups.get("letter") or f"{value_of(groups['digits'])}{groups.get('old') or ''}"
    if groups.get("both"):
        nummer += f"/{groups['both']}"
    return Number(nummer, begin, match.end(), herdruk=int(groups.get("reprint") or 0))


def _read_reprint(text: str, number: Number) -> None:
    match = REPRINT.match(text, number.end)
    if match:
        number.herdruk = int(match["count"]) if match["count"] else 2 if match["second"] else 1
        number.end = match.end() - (match.group().endswith(")") and "(" not in match.group())


def _read_annex(text: str, number: Number) -> None:
    match = ANNEX_AFTER.match(text, number.end)
    if match:
        number.bijlage, number.bijlagenummer = True, annexes_named(match["a"] or match["b"])
        number.end = match.end()
