"""Tell a dossier by the name of the law, bill or budget before it: `Wet regie (36 512)`, `Miljoenennota (36 800)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.begroting import is_known_budget
from brief.kamerstuk.grammar.pieces import DOSSIER_DIGITS
from brief.kamerstuk.grammar.words import OF_A_BODY, PAPER
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier

_LOOK_BACK = 200
_LONGEST_TITLE = 420
# Wet versterking regie volkshuisvesting (36 512) · wetsvoorstel X (36 512) · motie-Flach (36 512)
_LAW_WORD = (
    r"(?:[Ww]et|[A-Za-z]{2,30}wet|[A-Za-z]{0,20}[Ww]etsvoorstel(?:len)?|[Ii]nitiatiefvoorstel"
    r"|[Vv]oorstel van wet|[Nn]ovelle|[Ii]nitiatiefnota|[Mm]otie|[Aa]mendement|[Dd]ossier)(?![a-z])"
)
_LAW = rf"(?<![\w-]){_LAW_WORD}"
_LAW_BEFORE = compile_later(rf"{_LAW}(?P<titel>[^.;:()\[\]\n0-9]{{0,170}})(?:\)\s)?[(\[]$")
# De initiatiefnota «Ruimte voor 12 dorpen» (36 471): whatever its title says stands between marks
_QUOTES = "\"'\u00ab\u00bb\u2018\u2019\u201c\u201d\u201e"
_LAW_WITH_TITLE = compile_later(
    rf"{_LAW}(?P<titel>[^.;:()\[\]\n0-9{_QUOTES}]{{0,60}})[{_QUOTES}][^()\[\]\n{_QUOTES}]{{2,120}}[{_QUOTES}]\s[(\[]$"
)
# Wijziging van titel 7.10 (arbeidsovereenkomst) van het Burgerlijk Wetboek (24869) · Goedkeuringswet covid-19 (35899):
# a title as a Chamber prints it, with brackets, a year or the number of an article within
_IN_TITLE = (
    r"(?:[^.;:()\[\]\n0-9\u20ac%]|\([^()\n]{1,90}\)|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|(?<=[a-z]-)[0-9]{1,2}(?![0-9])"
    r"|(?<=[Tt]itel\s)[0-9]{1,2}(?:\.[0-9]{1,2})?(?![0-9])|(?<=artikel\s)[0-9]{1,3}[a-z]?(?![0-9])|(?<=oek\s)[0-9]{1,2}(?![0-9]))"
)
_TITLE_OF_BILL = (
    r"(?:(?:Wijziging(?:en)?|Goedkeuring|Invoering|Vaststelling|Aanpassing|Intrekking|Verlenging|Herziening|Implementatie|Uitvoering"
    r"|[Vv]oorstel(?:len)?\s[^.;:()\n0-9]{0,90}\stot\swijziging)\svan|(?:(?:Nadere|Nieuwe|Tijdelijke)\s[Rr]|R)egels|Tijdelijke\swet|Bepalingen)"
)
_LAW_IN_FULL = compile_later(
    rf"(?<![\w-])(?:(?P<vol>{_TITLE_OF_BILL})|{_LAW_WORD})\s(?P<titel>{_IN_TITLE}{{2,300}})\s\($"
)
_OF_A_LAW = compile_later(
    r"(?<![\w])(?:[Ww]et(?:boek)?|[A-Za-z]{2,40}wet(?:ten|boek)?|Reglement van Orde|[Vv]erdrag)(?![a-z])"
    r"|[Ww]etsvoorstel"
)
# A verb that a title never has: what goes on behind it is a sentence
_SENTENCE = compile_later(
    r"(?<![\w])(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|geldt|gelden|kost|kosten|telt|tellen|krijgt"
    r"|krijgen|raakt|raken|leidt|leiden|levert|leveren|alle|veel|aantal|ruim|circa|ongeveer)(?![\w])"
)
# De nota «Ruimte voor de dorpen» (36 471): what a word for a paper and its title say, counts nothing
_TITLE = compile_later(
    rf"(?<![\w])(?:{PAPER}|[Rr]apport|[Nn]otitie)[^.;:()\[\]\n0-9{_QUOTES}]{{0,40}}"
    rf"[{_QUOTES}][^()\[\]\n{_QUOTES}]{{2,120}}[{_QUOTES}]\s[(\[]$"
)
# Wet collectieve warmte (36 576), Wgiw (36 387): a name behind a law
_NEXT_LAW = compile_later(
    rf"{_LAW}[^.;:()\[\]\n0-9]{{0,90}}\({DOSSIER_DIGITS}\)(?:,|,?\sen)\s[A-Za-z][A-Za-z -]{{1,40}}\s\($"
)
# wetsvoorstel voor een transitiefonds: "voor" belongs to the name
_FOR = compile_later(r"\svoor\s(?:een|de|het)\s")
# Wet stikstofreductie (35 600): a round number is a dossier only behind the name of a law
_LAW_BY_NAME = compile_later(r"(?<![\w-])Wet\s[^.;:()\[\]\n0-9]{3,90}\($")
# Wetsvoorstel regie volkshuisvesting, 36 512 · Initiatiefwet-Kröger: 35 444
_BILL_BEFORE = compile_later(
    r"(?<![\w-])(?:[A-Za-z]{0,20}[Ww]etsvoorstel|[Ii]nitiatiefwet|[Ii]nitiatiefnota|[Nn]ovelle|[Dd]ossier)(?![a-z])"
    r"(?P<titel>[^.;:,()\[\]\n0-9]{1,70}?)(?:[,:]|\s[-\u2013])\s$"
)
# Wet regie volkshuisvesting, 36 512
_NAME_BEFORE = compile_later(r"(?<![\w-])Wet\s(?P<titel>[a-z][^.;:,()\[\]\n0-9]{3,90}),\s$")
# Miljoenennota (36 800) · slotwet (36 725): only a dossier that is known as a budget
_BUDGET_BEFORE = compile_later(r"(?<![\w-])(?:[Ss]lotwet|[A-Z][a-z]{3,10}nota)[^.;()\[\]\n0-9]{0,60}[(\[]$")
# A sentence that goes on between the word and the bracket: de wet is voor bedrijven (12 500) bedoeld
_VERB = compile_later(
    r"(?<![\w])(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|geldt|gelden|kost|kosten|telt|tellen|krijgt"
    r"|krijgen|raakt|voor|(?<!verband )met|per|alle|veel|aantal)(?![\w])"
)
# Wet kwaliteitsborging voor het bouwen (34 453): "voor" may belong to the name, or to the sentence
_LAW_FOR = compile_later(
    r"(?<![\w-])[Ww]et\s[a-z][^.;:()\[\]\n0-9]{2,90}?\s(?P<voor>voor)\s(?:de|het|een)\s[a-z][a-z -]{1,40}[(\[]$"
)
# natuur (34 985), geluid (35 054) en bodem (34 864): a row of bills, each behind its name
_NEXT_OF_ROW = compile_later(rf"\({DOSSIER_DIGITS}\)(?:,|,?\sen)\s[a-z][a-z -]{{1,40}}\($")
_ROW_GOES_ON = compile_later(rf"\)(?:,|,?\sen)\s[a-z][a-z -]{{1,40}}\({DOSSIER_DIGITS}\)")


def is_behind_bill(text: str, floor: int, begin: int, *, is_sure: bool) -> bool:
    """Tell `Wetsvoorstel regie volkshuisvesting, 36 512`: the name of the bill, a comma, its dossier and no more.

    Of a known dossier (`is_sure`) also `Wet regie, 36 512`.
    """
    bill = _BILL_BEFORE.search(text, floor, begin) or (_NAME_BEFORE.search(text, floor, begin) if is_sure else None)
    return bill is not None and _VERB.search(bill["titel"]) is None


def is_law(text: str, floor: int, begin: int, dossier: Dossier) -> bool:
    """Tell a dossier in brackets behind the name of its law, or of a budget that is known."""
    law = _LAW_BEFORE.search(text, floor, begin)
    while law:
        named = _FOR.match(text, law.start("titel"))
        if _VERB.search(text, named.end() if named else law.start("titel"), law.end("titel")) is None:
            return True
        law = _LAW_BEFORE.search(text, law.start("titel"), begin)  # Omgevingswet samen met de Invoeringswet (34 986)
    titled = _LAW_WITH_TITLE.search(text, floor, begin)
    if (titled and _VERB.search(titled["titel"]) is None) or _is_in_full(text, dossier):
        return True
    return is_known_budget(dossier.dossier) and _BUDGET_BEFORE.search(text, floor, begin) is not None


def _is_in_full(text: str, dossier: Dossier) -> bool:
    """Tell whether the title of a bill in full stands before the bracket, with the words of a title only."""
    begin = dossier.begin
    bill = _LAW_IN_FULL.search(text, max(0, begin - _LONGEST_TITLE), begin)
    if bill is None or OF_A_BODY.search(bill.group()):
        return False
    is_title = bill["vol"] is not None or bill["titel"][0].isupper()
    if (_SENTENCE if is_title else _VERB).search(bill["titel"]):
        return False
    if is_title:
        return _OF_A_LAW.search(bill.group()) is not None
    # volgens de Huisvestingswet 2014 verleend (12 687): what goes on behind a year may count, if it is written so
    return text[begin : dossier.end].isdecimal() or bill["titel"][-1].isdecimal()


def may_be_law(text: str, floor: int, begin: int) -> bool:
    """Tell a number in brackets behind what may be a law: its name with "voor", a title between marks, or a row."""
    if _TITLE.search(text, floor, begin) or _NEXT_LAW.search(text, floor, begin):
        return True
    law = _LAW_FOR.search(text, floor, begin)
    if law is None:
        return False
    return not (_VERB.search(text, law.start(), law.start("voor")) or _VERB.search(text, law.end("voor"), begin))


def is_round_law(text: str, dossier: Dossier) -> bool:
    """Tell `Wet stikstofreductie (35 600)` from the amount that a round number is by itself."""
    law = _LAW_BY_NAME.search(text, max(0, dossier.begin - _LOOK_BACK), dossier.begin)
    is_closed = text[dossier.end : dossier.end + 1] == ")"
    return law is not None and is_closed and _VERB.search(law.group()) is None


def is_in_row(text: str, floor: int, dossier: Dossier) -> bool:
    """Tell one of a row of bills, each behind its name: `natuur (34 985), geluid (35 054)`."""
    before = _NEXT_OF_ROW.search(text, floor, dossier.begin)
    return before is not None or _ROW_GOES_ON.match(text, dossier.end) is not None
