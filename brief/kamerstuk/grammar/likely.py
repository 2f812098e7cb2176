"""Report what could be a reference and is not read: `Kamerbrief 34 682`, `schriftelijke vragen 2022-2023, nr. 844`.

Last of all: only what no other reader took comes here, so that nothing of a reference passes unsaid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.begroting import is_budget, is_known_budget
from brief.kamerstuk.grammar.bills import read_bills
from brief.kamerstuk.grammar.dossier import may_be_dossier
from brief.kamerstuk.grammar.funds import is_fund_of_known
from brief.kamerstuk.grammar.misspelt import misspelt_word
from brief.kamerstuk.grammar.numbers import NOT_LETTERS, Number, read_numbers
from brief.kamerstuk.grammar.pages import read_pages
from brief.kamerstuk.grammar.papers import Reading, verwijzingen_of
from brief.kamerstuk.grammar.patterns import COUNTED, LOWER_WORD, PLAIN_END
from brief.kamerstuk.grammar.pieces import NUMMER, SPACE, YEAR4, G
from brief.kamerstuk.grammar.proceedings import read_handelingen
from brief.kamerstuk.grammar.words import (
    OTHER_AFTER,
    RANKED,
    is_known,
    is_no_dossier,
    is_of_other_kind,
    is_surely,
    paper_before,
)
from brief.kamerstuk.model import Kamer
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.prefix import Prefix

_LOOK_BACK = 60
# 29 435, "nr. 267" · 29 435 ~ nr. (267): only signs between the dossier, the word and the number
_NUMBER_NEAR = compile_later(
    r"[^\w\n;%\u20ac]{0,6}(?:(?:nrs?|nummers?)\.?[^\w\n.;%\u20ac]{0,3}[1-9][0-9]{0,3}|letters? [A-Z]{1,3})(?![\w])"
    r"[\"\u201d\u2019')\]]?"
)
# Kamerbrief 34 682 · stukken 34 682 · dossierreeks 34 682 · hoofdnummer 34 682 · de motie op stuk 34 682
_PAPER_WORD = compile_later(
    r"(?<![\w-])(?:[A-Za-z]{0,14}[Bb]rie(?:f|ven)|(?:TK-|EK-|[Kk]amer|[Dd]eel)?[Ss]tuk(?:ken)?|[Mm]oties?"
    r"|[Aa]mendement(?:en)?|(?:[Dd]ossier|[Kk]amerstuk(?:ken)?)?-?(?P<reeks>[Rr]eeks|[Ss]erie)|[Hh]oofdnummers?|[Kk]amernota"
    r"|(?P<wet>MvT|MvA|NnavV|NvW|[Mm]emorie van (?:toelichting|antwoord)|[Vv]erslag|[Nn]ader rapport"
    r"|[Nn]ota van wijziging|[Ll]ijst van vragen)|(?:EK-)?letter [A-Z]{1,3})"
    r"[ :\u00a0]{1,3}(?:(?:in|bij|op|onder|met|van|nummers?|nrs?\.?)\s){0,2}[(\[\"'\u201c\u2018]?$"
)
# nota n.a.v. verslag 36 545 uiterlijk vrijdag, and not verslag 36 545 bezoekers: a plural
_THINGS = compile_later(rf"{SPACE}[a-z]{{2,20}}(?:en|s)(?![a-z])")
# de stukken 33118 BY tot en met CA
_STUKKEN = compile_later(r"(?<![\w-])[Ss]tuk(?:ken)?[ \u00a0]$")
# 29435 (267, 268 en 270) · 33118 / 34986 FU · onder nummer 34 682 gedrukte stukken: what shows by itself that it is one
_SHOWS = compile_later(
    rf"{SPACE}\({NUMMER}(?:,{SPACE}{NUMMER}){{0,12}}(?:{SPACE}en{SPACE}{NUMMER})\)"
    rf"|{SPACE}gedrukte?{SPACE}(?:stuk|motie|brie|amendement)[a-z]{{0,4}}"
)
# 36512 (3) · 36512: 3, 4 en 6: the same of a known dossier
_SHOWS_OF_KNOWN = compile_later(
    rf"{SPACE}\({NUMMER}\)|:{SPACE}{NUMMER}(?:(?:,|{SPACE}en|,{SPACE}en){SPACE}{NUMMER}){{1,20}}(?=[.;)\n]|$)"
)
_LETTER_BEHIND = compile_later(rf"{SPACE}(?P<letter>[A-Z]{{1,2}})(?=[.,;)\n]|$)")
# 36 104 A (EK): whose letter it is
_OF_EERSTE = compile_later(rf"{SPACE}[A-Z]{{1,2}}{SPACE}\((?:EK|E\.K\.|[Ee]erste{SPACE}Kamer|[Ss]enaat)\)")
# 29 435, n. 267 \u00b7 29 435, rn. 267 \u00b7 29 435, n.r 267: a slip in the word for a number
_SLIP_NEAR = compile_later(
    r",?[ \u00a0]?[^\w\s.,;()]?(?:[Nn][^\w\s]{0,2}[rRst]{0,2}|[rR][^\w\s]?[nN]?)"
    r"(?:[^\w\s;()]{1,3}[ \u00a0]{0,2}|(?<=n\.r)[ \u00a0])[1-9][0-9]{0,3}(?![\w])"
)
# 29 435 – 267 · 34 682 205: a number behind it, without a word
_PAIR = compile_later(rf"(?:{G}[-\u2013\u2014:|]{G}|{SPACE}\(-|{SPACE}){NUMMER}(?![\w]|[.,][0-9])\)?")
_DASHED_PAIR = compile_later(rf"{SPACE}[-\u2013\u2014]{SPACE}(?P<nummer>{NUMMER})(?![\w]|[.,][0-9])")
# 29538 - 352 (Kamerstuk)
_CALLED_PAPER = compile_later(rf"{SPACE}\((?:[Kk]amerstuk(?:ken)?|TK|[Mm]otie|[Kk]amerbrief|[Aa]mendement)\)")
# te vinden onder 35 334. \u00b7 zie ook 35 334; a known dossier that only such a word names
_POINTED_AT = compile_later(r"(?<![\w])(?:[Oo]nder|[Ii]n|[Bb]ij|[Uu]it|[Vv]ia|[Zz]ie(?: ook)?|[Vv]gl\.)\s$")
# motie-Terpstra, 32 847, 627, die \u00b7 motie Van Dijk c.s. - 31305, 495 - afgedaan
_COMMA_NUMBER = compile_later(
    rf",{SPACE}(?P<nummer>(?!(?:19|20)[0-9]{{2}}(?![0-9]))[1-9][0-9]{{1,3}}(?=[.,;)\n\t]|{SPACE}[-\u2013\u2014]{SPACE}(?![0-9])|{SPACE}{{1,20}}\||{SPACE}\([A-Z]|$)(?![.,][0-9])"
    rf"|[1-9](?=,{SPACE}(?:blz|pp?)\.))"
)
_DASH_BEHIND = compile_later(rf"{SPACE}[-\u2013\u2014]")
# MvT is 33 597, 3
_COMMA_DIGIT = compile_later(rf",{SPACE}(?P<nummer>[1-9])(?=[.;)\n]|$)")
_NAMED_PAPER = compile_later(
    r"(?<![\w])(?:[Mm]otie|[Aa]mendement)[- ](?:van\s(?:het\slid|de\sleden)\s)?[A-Z][\w/-]{1,30}"
    r"(?:\s(?:(?:de[nr]?|van|en)\s){0,2}[A-Z][\w/-]{1,30}){0,2}(?:\sc\.s\.)?,?\s(?:[-\u2013\u2014]\s)?$"
    r"|(?<![\w])(?:[Rr]eferentie|[Rr]ef\.?|[Vv]erwijzing|[Vv]indplaats)(?:\sis)?:?\s(?:\|\s)?$"
)
# 36 600 A / 65 \u00b7 36 800 A, 14 \u00b7 36 600 xxii, nr. 12 \u00b7 36 600-J
_BUDGET_NUMBER = compile_later(
    r"[ -](?:[A-HJ-M]|[ivx]{1,6}|[IVX]{1,6}[AB]?)"
    rf"(?:,?{G}(?:[Nn]rs?\.?{G})?|{G}[/#]{G}){NUMMER}(?![\w]|[.,][0-9])|-[ivx]{{2,6}}(?![\w])"
)
_PART_NUMBER = compile_later(rf"(?:,{G}|{G}[/#]{G}){NUMMER}(?![\w]|[.,][0-9])")
# antwoord op schriftelijke vragen, 2022-2023, nr. 844
_QUESTIONS_BEFORE = compile_later(
    r"(?<![a-z])(?:(?:[Kk]amer)?(?:[Vv]ragen|[Vv]raag|[Aa]ntwoord(?:en)?|[Bb]eantwoording)[^.;\n0-9]{0,50}"
    r"|(?:[Aa]an?h|[Hh]and?[e.]|[Kk]amer)[^;\n0-9]{0,40}|I{1,2}[ ,\u00a0]{1,2})$"
)
# TK 2022-2023, 45-7 \u00b7 TK 45, item 7: a meeting without the word Handelingen
_MEETING = compile_later(
    rf",?{G}(?:nr\.{G})?[1-9][0-9]{{0,2}}(?:-[1-9][0-9]{{0,4}}(?:-[0-9]{{1,4}})?(?![\w-])"
    rf"|,?{G}(?P<item>item){G}[1-9][0-9]{{0,2}}(?![\w]))"
)
# 2016-201734700 nr. 19: as a web page without spaces has it
_GLUED = compile_later(rf"{YEAR4}-{YEAR4}[1-9][0-9]{{4}}(?:-?[A-Z]{{1,5}})?,?{SPACE}(?:nr\.{SPACE})?{NUMMER}(?![\w])")
_NUMBER_BEHIND_YEAR = compile_later(rf"{G},{G}(?:nrs?\.?{G})?{NUMMER}(?![\w]|[.,-][0-9])")


def likely_dossier(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Report a dossier-like number that a word for a paper claims and `likely_number` left; None for any other."""
    if prefix.soort or prefix.kamer or not may_be_dossier(dossier.dossier):
        return None
    begin, end = prefix.begin, dossier.end
    part = _in_budget(text, dossier)
    if part and not is_no_dossier(text, max(0, begin - _LOOK_BACK), begin):
        return Reading(part, unread=[(begin, part)])
    if dossier.may_be_amount:
        return None
    shows = _SHOWS.match(text, end) or (_LETTER_BEHIND.match(text, end) if dossier.nevendossiers else None)
    shows = shows or (_SHOWS_OF_KNOWN.match(text, end) if is_surely(text, prefix, dossier) else None)
    if shows:
        return Reading(shows.end(), unread=[(begin, shows.end())])
    floor = max(0, begin - _LOOK_BACK)
    if is_no_dossier(text, floor, begin) and not _PAPER_WORD.search(text, floor, begin):
        return None
    near = _behind_comma(text, prefix, dossier)
    if near:
        return near
    if paired := _lettered(text, prefix, dossier) or _paired(text, prefix, dossier):
        return paired
    word = _PAPER_WORD.search(text, floor, begin)
    if word is None or (word["reeks"] and dossier.nevendossiers):
        return read_bills(text, prefix, dossier) or _pointed_at(text, prefix, dossier)
    pair = _PAIR.match(text, end)
    end = pair.end() if pair else end
    goes_on = PLAIN_END.match(text, end) is None or LOWER_WORD.match(text, end)
    if COUNTED.match(text, end) or (goes_on and (word["wet"] is None or _THINGS.match(text, end))):
        return None
    return Reading(end, unread=[(word.start(), end)])


def _pointed_at(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Report `te vinden onder 35 334.`: a dossier that everybody knows, where the clause ends behind it."""
    begin, end = prefix.begin, dossier.end
    is_named = PLAIN_END.match(text, end) and _POINTED_AT.search(text, max(0, begin - _LOOK_BACK), begin)
    return Reading(end, unread=[(begin, end)]) if is_named and is_surely(text, prefix, dossier) else None


def _lettered(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Read `de stukken 33118 BY tot en met CA`, `36 104 A (EK)`; of a known dossier a letter that ends a clause."""
    begin, letter = prefix.begin, _LETTER_BEHIND.match(text, dossier.end)
    is_said = (
        _STUKKEN.search(text, max(0, begin - _LOOK_BACK), begin)
        or _OF_EERSTE.match(text, dossier.end)
        or (letter and letter["letter"] not in NOT_LETTERS and is_surely(text, prefix, dossier))
    ) and not is_budget(dossier.dossier)
    letters = read_numbers(text, dossier.end, Kamer.EERSTE, is_named=True).found if is_said else []
    if not letters or not letters[0].nummer.isalpha():
        return None
    return Reading(letters[-1].end, verwijzingen_of(text, prefix, dossier, letters, prefix.begin))


def _paired(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Read 32 813 – 1402: a dash with spaces between a dossier that everybody knows and what can only be its number."""
    pair = _DASHED_PAIR.match(text, dossier.end)
    is_end = pair and PLAIN_END.match(text, pair.end()) and is_surely(text, prefix, dossier)
    if pair is None or not (is_end or _CALLED_PAPER.match(text, pair.end())):
        return None
    numbers = [Number(pair["nummer"], pair.start("nummer"), pair.end("nummer"))]
    return Reading(pair.end(), verwijzingen_of(text, prefix, dossier, numbers, prefix.begin))


def likely_number(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Report a dossier behind which a number stands of which the word, or what joins the two, is a slip."""
    if prefix.soort or prefix.kamer or not may_be_dossier(dossier.dossier) or dossier.may_be_amount:
        return None
    begin, end = prefix.begin, dossier.end
    slip = misspelt_word(text, end)
    near = _NUMBER_NEAR.match(text, end) or slip or _SLIP_NEAR.match(text, end)
    if near is None or OTHER_AFTER.match(text, near.end()):
        return None
    floor = max(0, begin - _LOOK_BACK)
    if is_of_other_kind(text, floor, begin) or RANKED.search(text, floor, begin):
        return None
    numbers = read_numbers(text, end, None, is_named=True).found if slip else []
    if numbers and text[end] == ",":
        return Reading(numbers[-1].end, verwijzingen_of(text, prefix, dossier, numbers, begin))
    return Reading(near.end(), unread=[(begin, near.end())])


def _behind_comma(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Read motie-Terpstra, 32 847, 627: behind the name of a paper; report it behind any word for one."""
    begin, floor = prefix.begin, max(0, prefix.begin - _LOOK_BACK)
    digit = _COMMA_DIGIT.match(text, dossier.end) if paper_before(text, floor, begin) else None
    number = _COMMA_NUMBER.match(text, dossier.end) or digit
    if number is None or dossier.nevendossiers:
        return None
    pages, end = read_pages(text, number.end()) if is_known(prefix, dossier) else (None, number.end())
    is_apart = text[end : end + 2] == " (" or _DASH_BEHIND.match(text, end)
    is_sure = is_surely(text, prefix, dossier) and (text[begin : begin + 5].isdecimal() or not is_apart)
    if pages or _NAMED_PAPER.search(text, floor, begin) or is_sure:
        numbers = [Number(number["nummer"], number.start("nummer"), end, pagina=pages)]
        return Reading(end, verwijzingen_of(text, prefix, dossier, numbers, begin))
    is_likely = paper_before(text, floor, begin) or is_surely(text, prefix, dossier)
    return Reading(number.end(), unread=[(begin, number.end())]) if is_likely else None


def _in_budget(text: str, dossier: Dossier) -> int | None:
    """Say where `36 600 A / 65`, `36 800 A, 14`, `36 600 xxii, nr. 12` or only `36 600 A` ends; None for any other."""
    if dossier.toevoeging is None and not is_known_budget(dossier.dossier):
        return None
    match = (
        _BUDGET_NUMBER.match(text, dossier.end) if dossier.toevoeging is None else _PART_NUMBER.match(text, dossier.end)
    )
    if match:
        return match.end()
    return dossier.end if is_fund_of_known(dossier) else None


def likely_year(text: str, prefix: Prefix) -> Reading | None:
    """Read `TK 2022-2023, nr. 45, item 7`; report `TK 2022-2023, 45-7`, `TK 45, item 7` and the number of an answer.

    None for any other year or Kamer.
    """
    meeting = _MEETING.match(text, prefix.last) if prefix.kamer and not prefix.soort else None
    if meeting and prefix.vergaderjaar and meeting["item"] and (found := read_handelingen(text, prefix)):
        return Reading(found[-1].eind, found)
    if meeting and (prefix.vergaderjaar or meeting["item"]):
        return Reading(meeting.end(), unread=[(prefix.begin, meeting.end())])
    glued = _GLUED.match(text, prefix.begin)
    return Reading(glued.end(), unread=[glued.span()]) if glued else _questions(text, prefix)


def _questions(text: str, prefix: Prefix) -> Reading | None:
    """Report the number of an answer that no word names as one: `schriftelijke vragen 2022-2023, nr. 844`."""
    if prefix.vergaderjaar is None:
        return None
    number = _NUMBER_BEHIND_YEAR.match(text, prefix.last)
    before = _QUESTIONS_BEFORE.search(text, max(0, prefix.begin - _LOOK_BACK), prefix.begin) if number else None
    if number is None or before is None or LOWER_WORD.match(text, number.end()):
        return None
    return Reading(number.end(), unread=[(prefix.begin, number.end())])
