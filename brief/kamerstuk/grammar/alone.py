"""Read a dossier that stands without a number: `wetsvoorstel X (36 512)`, `dossier 36512`, `36 600 XXII`, a table row.

Only the words around it tell such a number from an amount, a telephone number or a number of another collection.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.kamerstuk.begroting import is_budget, is_chapter
from brief.kamerstuk.dossiers import is_of_title
from brief.kamerstuk.grammar.dossier import may_be_dossier
from brief.kamerstuk.grammar.funds import is_bracketed_fund, is_fund_of_known, is_named_fund
from brief.kamerstuk.grammar.lawnames import is_behind_bill, is_in_row, is_law, is_round_law, may_be_law
from brief.kamerstuk.grammar.patterns import COUNTED, LOWER_WORD, NOT_COUNTED, PLAIN_END, RIJKSWET
from brief.kamerstuk.grammar.pieces import NUMMER, OPEN_QUOTE, SPACE
from brief.kamerstuk.grammar.rows import is_in_column
from brief.kamerstuk.grammar.words import (
    COUNTS_NOTHING,
    ELSEWHERE,
    OF_A_BODY,
    OTHER_BEFORE,
    RANKED,
    is_known,
    is_no_dossier,
    is_surely,
)
from brief.kamerstuk.model import Referentie, Soort, Verwijzing
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.prefix import Prefix

_CLOSES = frozenset({")", "]", ",", ";"})
_LOOK_BACK = 200
_WORD_BACK = 60
_BILL_BACK = 130
_AHEAD = 60
_GAP = rf"{SPACE}{{0,3}}"

# dossier 36512 · dossiernummer: 36 512 · (dossier 36512) · wetsvoorstel 36 079 (R2168) · wetsvoorstellen 36 512 en
# 36 600 · Karnerstuk 29 435, as a scan has it
_NAMED = compile_later(
    r"(?<![\w-])(?:(?P<dossier>(?:[Kk]amer(?:stuk(?:ken)?)?-?|TK-|EK-|[Ww]ets|[Ww]etgevings|[Bb]egrotings|[Pp]arlementaire?\s)?"
    r"[Dd]os{1,3}iers?(?:nummers?|nrs?\.?)?)|(?:[Rr]ijks|[Ii]nitiatief)?[Ww]ets?\s?voorstel(?:l?en)?|[Ww]etsontwerp(?:en)?"
    r"|[Vv]oorstel(?:len)? van wet|[Vv]etnummers?|[Ii]nitiatiefwet(?:ten)?|[Ii]nitiatiefnota(?:['\u2019]s)?"
    r"|[Gg]oedkeuringswet|[Nn]ovelle|(?:TK|EK)-?(?:nummer|nr\.?)"
    r"|Kamer(?:\s[a-z]{2,20}){0,4}\sonder"
    r"|[Kk](?:am|arn)erst[a-z]{1,7}"
    r"|(?P<reeks>(?:[Dd]ossier|[Kk]amerstuk(?:ken)?)-?(?:[Rr]eeks|[Ss]erie)|(?:de|die|deze|dezelfde)\s[Rr]eeks))"
    rf"{_GAP}(?:met{_GAP})?(?:(?:het|de){_GAP})?(?:(?:dossier)?(?:nummers?|nrs?\.?|no\.){_GAP})?[:=]?"
    rf"{_GAP}(?:[(\[]|{OPEN_QUOTE})?{_GAP}$"
)
# behandeling 35 874 · voorstel 36 277 · behandeling van 35 874 · stemming over 36 512: what a Chamber does with a bill
_TREATED = compile_later(
    rf"(?<![\w-])(?:(?:[Bb]ehandeling|[Ii]ndiening|[Aa]anhouding){_GAP}(?:van{_GAP})?"
    rf"|[Vv]oorstel{_GAP}(?:met{_GAP}(?:het{_GAP})?)?(?:(?:dossier)?(?:nummer|nr\.?){_GAP})?"
    rf"|(?:[Ss]temming(?:en)?|[A-Za-z]{{0,20}}[Dd]ebat|[A-Za-z]{{0,20}}[Oo]verleg){_GAP}(?:over|inzake){_GAP})$"
)
# de behandeling van 36 512 op 3 juni: a word that counts nothing
_GOES_ON = compile_later(
    rf"{SPACE}(?:{COUNTS_NOTHING}|aangenomen|verworpen|aangehouden|ingediend|ingetrokken|behandeld|besproken|uitgevoerd"
    r"|afgedaan|overgenomen|ontraden)(?![\w])"
)
# Dat is 33506. · de stikstofwet is 35600, · = 36 600: a number that may be one, and becomes one by what follows
_EQUALS = compile_later(rf"(?:(?<![\w])(?:is|betreft|heet)|[=:]){_GAP}$")
_LAW_NEAR = compile_later(r"(?:[Ww]et|wet|[Ww]etsvoorstel|[Ii]nitiatief\w{1,12}|[Bb]egroting|[Nn]ota)(?![a-z])")
# stuk nr. 12, 36 512 · de brief met nr. 12 van 36 512
_AFTER_NUMBER = compile_later(
    rf"(?<![\w])(?:(?:[Nn]rs?\.?|[Nn]ummers?|[Ss]tuk(?:ken)?|[Mm]oties?|[Aa]mendement(?:en)?|[Bb]rie(?:f|ven)){_GAP}{NUMMER}"
    rf"(?:(?:,|{SPACE}en){SPACE}{NUMMER}){{0,8}}|[Ll]etters?{SPACE}[A-Z]{{1,3}}(?:(?:,|{SPACE}en){SPACE}[A-Z]{{1,3}}){{0,6}})"
    rf"(?:,|[)\]]?,{SPACE}(?:beide|allebei|alle|allemaal){SPACE}(?:in|uit|van|bij|op)|[)\]]?{SPACE}(?:in|uit|van|bij|op)){SPACE}$"
)
# staat 1172 van 32847 op de agenda: without a word, only before a dossier that everybody knows
BARE_NUMBER_BEFORE = compile_later(
    r"(?<![\w.,/\u20ac+-])(?<!\u20ac[ \u00a0])(?<![0-9] en )"
    r"(?P<nummer>(?!(?:19|20)[0-9]{2}(?![0-9]))[1-9][0-9]{1,3})\s(?:van|uit)\s$"
)
# nr. 233 en nr. 232 (beide 33 118)
TOGETHER = compile_later(r"[(\[](?:[Bb]eide|[Aa]lle(?:bei|maal|s)?)\s$")
# het bijbehorende wetsvoorstel is 36 277
# een reeks 36 492 metingen: a plural
_BILL_IS = compile_later(
    rf"(?<![\w-])(?:(?!(?:[Ss]taten|[Rr]aads|[Cc]ollege)voorstel)[A-Za-z]{{0,24}}[Vv]oorstel|[Dd]ossier(?:nummer)?){_GAP}(?:is|heet|heeft{_GAP}(?:als{_GAP})?(?:dossier)?nummer){_GAP}$"
)
# het wetsvoorstel is gedrukt onder nummer 36 512 \u00b7 de Wet X (nummer 36 512): a bill, and its number
_BILL_UNDER = compile_later(
    rf"(?<![\w-])(?:(?!(?:[Ss]taten|[Rr]aads|[Cc]ollege)voorstel)[A-Za-z]{{0,24}}[Vv]oorstel(?:{SPACE}van{SPACE}wet)?|[Nn]ovelle"
    rf"|[Ii]nitiatiefnota|[Ww]et)(?![a-z])(?P<tussen>[^.;:()\n0-9]{{0,70}})(?<!{SPACE}met){SPACE}\(?(?:[Kk]amerstuk|[Dd]ossier)?(?:nummer|nr\.?){_GAP}$"
)
# Onder nummer 36 512 ligt het wetsvoorstel
_UNDER_NUMBER = compile_later(rf"(?<![\w])[Oo]nder{_GAP}(?:het{_GAP})?(?:nummer|nr\.?){_GAP}$")
_BILL_BEHIND = compile_later(
    rf"{SPACE}(?:is|werd|ligt|staat|diende|heeft)(?![a-z])[^.;:()\n0-9]{{0,40}}"
    rf"{SPACE}(?:[a-z]{{0,14}}wetsvoorstel|voorstel van wet|initiatiefnota)(?![a-z])"
)
_THINGS = compile_later(rf"{SPACE}[a-z]{{2,20}}(?:en|s)(?![a-z])")
# 32 847: with below it - nr. 1098
_ABOVE_POINTS = compile_later(
    r"\**(?:[ \u00a0]\([^()\n]{1,90}\))?:?\**[ \t\r]{0,3}\n\s{0,3}(?:[-*+\u2022\u2013\u2014]"
    r"|[0-9]{1,2}[.)])\s{0,3}(?:[Nn]rs?|[Nn]ummers?)\.?\s{0,2}[1-9]"
)
# 36512 (regie), 36576 (collectieve warmte): the title behind it
_TITLE_BEHIND = compile_later(rf"{SPACE}\((?!nrs?[. ])[A-Za-z][^()\n0-9]{{2,60}}\)")
# verslag over 36 130 (Wet goed verhuurderschap): the name of a law behind it
_LAW_BEHIND = compile_later(
    rf"{SPACE}\((?:[Ww]et|[A-Z][a-z]{{2,30}}wet|[Ww]etsvoorstel|[Ww]ijziging van|[Nn]ovelle"
    r"|[Ii]nitiatief(?:wet|nota|voorstel)|Tijdelijke wet)(?![a-z])[^()\n0-9]{0,90}\)"
)
# Delft 35 054 (gemeenten) \u00b7 Afgehandeld: 34 864 (dossiers): what it counts, not a title
_COUNTED_BEHIND = compile_later(rf"{SPACE}\((?:[a-z]{{2,14}}{SPACE})?[a-z]{{2,20}}(?:en|s)\)")
_NAME_BEFORE = compile_later(r"[a-z]\s$")
# Mijnbouw (32 849): motie nr. 250 \u00b7 Belastingplan (36 418), nota van wijziging (stuk nr. 8)
_NUMBERS_FOLLOW = compile_later(
    r"\)[,:]?\s[^.;\n0-9\u20ac]{0,60}(?<![\w])(?:[Nn]rs?\.|[Nn]ummers?|[Bb]rief|[Mm]oties?|[Ss]tuk)\s[1-9]"
)
# twaalf gemeenten (34 682): a plural before the bracket
_COUNTED_BEFORE = compile_later(r"(?<![\w])(?:[a-z]{3,20}(?:en|s)|inwoner\w*|[Aa]antal[^()\n]{0,30}|euro)\s[(\[]$")
# 31 936 Luchtvaartbeleid, and below it - vastgesteld als nr. 1099: a line with a dossier and its title
_TITLE_LINE = compile_later(rf"{SPACE}{{1,8}}[A-Z\u00c0-\u00dd][^.;:\n0-9\u20ac]{{3,120}}(?=\n)")
# 2. 36 512, and below it Wet versterking regie volkshuisvesting: an agenda
_OPENS_LINE = compile_later(r"(?:^|\n)[ \t]*(?:(?:[-*\u2022\u2013]|[0-9]{1,2}[.)]|[a-z][.)])[ \t\u00a0]{1,3})?$")
_LINE_BELOW = compile_later(
    r"[ \t\u00a0]{0,3}\r?\n[ \t]{0,8}(?P<regel>(?P<wet>(?:Wet|[A-Z][a-z]{2,30}wet|Wijziging van|Novelle|Initiatiefwet"
    r"|Initiatiefnota|Tijdelijke wet|Goedkeuring van)\s)?[A-Z]?[^\n]{3,160})"
)
_MARK_BACK = 12
_FIRST_WORDS = 4
_LAST_WORD = compile_later(r"(?P<woord>[^\W\d_]+)[\"'\u2019\u201d\u00bb]?\s[(\[]$")
_TK = compile_later(r"(?:TK|EK|T\.K\.|E\.K\.)[ \u00a0]$")


class Grond(StrEnum):
    """How sure it is that a dossier without a number is one."""

    ZEKER = "the words or its chapter say so: a reference by itself"
    ALS_ER_EEN_NUMMER_VOLGT = "likely, and only a number behind it makes it one"
    ALS_ER_EEN_NUMMER_VOOR_STAAT = "alone in brackets or directly behind a number: only that number makes it one"


class Alleen(Struct, frozen=True):
    """A dossier that stands without a number, how sure it is that it is one, and whether everybody knows it as one.

    `bij_wet`: it stands behind what may be the name of a law, or may be the fund of a budget, so that it is reported
    when no number makes it one.
    """

    verwijzing: Verwijzing
    grond: Grond
    bekend: bool = False
    bij_wet: bool = False


def read_alone(text: str, prefix: Prefix, dossier: Dossier) -> Alleen | None:
    """Read a dossier without a number; None when nothing tells that it is one."""
    if prefix.vergaderjaar or prefix.soort or not may_be_dossier(dossier.dossier):
        return None
    begin = dossier.begin
    royal = RIJKSWET.match(text, dossier.end)
    if royal:
        dossier = replace(dossier, rijkswet=f"R{royal[1] or royal[2]}", end=royal.end())
    is_round = dossier.may_be_amount
    ground = _named(text, dossier, is_round=is_round)
    if ground is None and is_round:
        ground = Grond.ZEKER if is_round_law(text, dossier) else None
    elif ground is None:
        ground = _by_its_place(text, begin, dossier, is_sure=is_surely(text, prefix, dossier))
    if ground is None:
        return None
    reference = Referentie(
        Soort.KAMERSTUK,
        kamer=prefix.kamer,
        dossier=dossier.dossier,
        toevoeging=dossier.toevoeging,
        rijkswet=dossier.rijkswet,
        nevendossiers=dossier.nevennamen,
    )
    is_bare = ground is Grond.ALS_ER_EEN_NUMMER_VOOR_STAAT
    by_law = is_bare and (is_fund_of_known(dossier) or may_be_law(text, max(0, begin - _LOOK_BACK), begin))
    begin = min(prefix.begin, begin)
    found = Verwijzing(reference, begin, dossier.end, text[begin : dossier.end])
    return Alleen(found, ground, is_known(prefix, dossier), by_law)


def _named(text: str, dossier: Dossier, *, is_round: bool) -> Grond | None:
    """Tell by the word directly before it: `dossier`, `wetsvoorstel`, `behandeling`, `TK`."""
    begin, end = dossier.begin, dossier.end
    floor = max(0, begin - _WORD_BACK)
    named = _NAMED.search(text, floor, begin)
    if named and named["reeks"] and (is_round or dossier.nevendossiers or _THINGS.match(text, end)):
        return None
    if named and (text[begin - 1] not in "([" or text[end : end + 1] in _CLOSES):
        is_sum = is_round and ":" in named.group() and end - begin > len("12 500")
        is_other = is_sum or (named["dossier"] and ELSEWHERE.match(text, end, end + _AHEAD))
        return None if is_other else Grond.ZEKER
    if not is_round and _ends(text, end) and _BILL_IS.search(text, floor, begin):
        return Grond.ZEKER
    is_amount = is_round and not text[begin : begin + 5].isdecimal()
    if is_amount:
        return None
    if _is_known_by_number(text, floor, begin, end):
        return Grond.ZEKER
    if not _goes_on_counting(text, end) and (
        _TREATED.search(text, floor, begin) or (_ends(text, end) and _TK.search(text, floor, begin))
    ):
        return Grond.ZEKER
    return None


def _is_known_by_number(text: str, floor: int, begin: int, end: int) -> bool:
    """Tell `het wetsvoorstel is gedrukt onder nummer 36 512`, and the same with the bill behind it."""
    bill = _BILL_UNDER.search(text, max(0, begin - _BILL_BACK), begin)
    if bill:
        return OF_A_BODY.search(bill["tussen"]) is None and OTHER_BEFORE.search(bill["tussen"]) is None
    return _UNDER_NUMBER.search(text, floor, begin) is not None and _BILL_BEHIND.match(text, end) is not None


def _goes_on_counting(text: str, end: int) -> bool:
    """Tell whether the word behind a number may be what it counts, or names another body."""
    is_word = COUNTED.match(text, end) or LOWER_WORD.match(text, end)
    return bool(is_word) and (not _may_go_on(text, end) or ELSEWHERE.match(text, end, end + _AHEAD) is not None)


def _may_go_on(text: str, end: int) -> bool:
    """Tell whether the word behind a number counts nothing: op, vindt, is."""
    return NOT_COUNTED.match(text, end) is not None or _GOES_ON.match(text, end) is not None


def _ends(text: str, end: int) -> bool:
    return PLAIN_END.match(text, end) is not None or text.startswith((" (", " over "), end)


def _by_its_place(text: str, begin: int, dossier: Dossier, *, is_sure: bool) -> Grond | None:
    """Tell by its chapter, by the law named before its bracket, or by "dat is"."""
    if dossier.rijkswet is None and is_no_dossier(text, max(0, begin - _WORD_BACK), begin):
        return None
    end, floor = dossier.end, max(0, begin - _LOOK_BACK)
    if is_in_column(text, dossier) or _is_above_title(text, begin, dossier, is_sure=is_sure):
        return Grond.ZEKER
    if _shows_by_itself(text, dossier) or (_ends(text, end) and is_behind_bill(text, floor, begin, is_sure=is_sure)):
        return Grond.ZEKER
    if _is_head(text, begin, end, is_sure=is_sure):
        return Grond.ALS_ER_EEN_NUMMER_VOLGT
    if begin and text[begin - 1] in "([" and text[end : end + 1] in _CLOSES:
        return _in_brackets(text, floor, begin, dossier, is_sure=is_sure)
    if _LAW_BEHIND.match(text, end) or (is_sure and _has_title_behind(text, begin, end)):
        return Grond.ZEKER
    if text[end : end + 1] in _CLOSES and TOGETHER.search(text, floor, begin):
        return Grond.ALS_ER_EEN_NUMMER_VOOR_STAAT
    is_after = is_sure and text[begin:end].isdecimal() and BARE_NUMBER_BEFORE.search(text, floor, begin)
    if (is_after or _AFTER_NUMBER.search(text, floor, begin)) and not _goes_on_counting(text, end):
        return Grond.ALS_ER_EEN_NUMMER_VOOR_STAAT
    return Grond.ALS_ER_EEN_NUMMER_VOLGT if _ends(text, end) and _is_equal(text, floor, begin) else None


def _is_head(text: str, begin: int, end: int, *, is_sure: bool) -> bool:
    """Tell a dossier that opens its line, above points with a number, or a known one with its title."""
    if not (_ABOVE_POINTS.match(text, end) or (is_sure and _TITLE_LINE.match(text, end))):
        return False
    return text[max(0, begin - 4) : begin].rpartition("\n")[2].strip(" #*") == ""


def _is_above_title(text: str, begin: int, dossier: Dossier, *, is_sure: bool) -> bool:
    """Tell a dossier that fills its line, with the title of its bill, or a word of its own title, on the next one."""
    below = _LINE_BELOW.match(text, dossier.end)
    if below is None or _OPENS_LINE.search(text, max(0, begin - _MARK_BACK), begin) is None:
        return False
    if below["wet"]:
        return True
    return is_sure and any(is_of_title(dossier.dossier, word) for word in below["regel"].split()[:_FIRST_WORDS])


def _is_equal(text: str, floor: int, begin: int) -> bool:
    """Tell "de stikstofwet is 35600"."""
    return _EQUALS.search(text, floor, begin) is not None and _LAW_NEAR.search(text, floor, begin) is not None


def _shows_by_itself(text: str, dossier: Dossier) -> bool:
    """Tell a dossier by what belongs to its number: (R2023), or the chapter of a budget."""
    if dossier.rijkswet:
        return True
    if dossier.toevoeging is None:
        return False
    if is_chapter(dossier.toevoeging) and is_budget(dossier.dossier):
        return True
    return is_named_fund(text, dossier)


def _in_brackets(text: str, floor: int, begin: int, dossier: Dossier, *, is_sure: bool) -> Grond:
    if is_law(text, floor, begin, dossier) or is_bracketed_fund(text, dossier):
        return Grond.ZEKER
    if is_sure and (_is_written_as_one(text, begin, dossier.end) or _is_behind_title(text, begin, dossier)):
        return Grond.ZEKER
    if is_sure and is_in_row(text, floor, dossier):
        return Grond.ZEKER
    is_title = is_sure and _NUMBERS_FOLLOW.match(text, dossier.end) and not RANKED.search(text, floor, begin)
    return Grond.ALS_ER_EEN_NUMMER_VOLGT if is_title else Grond.ALS_ER_EEN_NUMMER_VOOR_STAAT


def _has_title_behind(text: str, begin: int, end: int) -> bool:
    """Tell 36512 (regie); with a space in it, not behind a name or before a plural: Delft 35 054 (huizen)."""
    if _TITLE_BEHIND.match(text, end) is None:
        return False
    is_count = _COUNTED_BEHIND.match(text, end) or _NAME_BEFORE.search(text, max(0, begin - 2), begin)
    return text[begin:end].isdecimal() or not is_count


def _is_behind_title(text: str, begin: int, dossier: Dossier) -> bool:
    """Tell `de Nota Ruimte (29 435)`: the word before the bracket is of the title of that dossier."""
    word = _LAST_WORD.search(text, max(0, begin - _WORD_BACK), begin)
    return word is not None and is_of_title(dossier.dossier, word["woord"])


def _is_written_as_one(text: str, begin: int, end: int) -> bool:
    """Tell (36387), without a space, from an amount in brackets behind what it counts: Utrecht (29 435)."""
    is_one = text[begin:end].isdecimal() and text[end : end + 1] in {")", "]"}
    return is_one and _COUNTED_BEFORE.search(text, max(0, begin - _WORD_BACK), begin) is None
