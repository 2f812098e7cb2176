"""Read the number behind words that say more of the paper: `Kamerstuk 29 435, brief van 3 mei 2024, nr. 267`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.numbers import Numbers, read_numbers
from brief.kamerstuk.grammar.patterns import MONTHS
from brief.kamerstuk.grammar.pieces import SPACE, YEAR4
from brief.kamerstuk.grammar.words import DATED, OTHER_AFTER, OTHER_BEFORE
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.prefix import Prefix

# , Nota Ruimte, \u00b7 , d.d. 3 mei 2024, \u00b7 van de Tweede Kamer, \u00b7 , laatstelijk
_BETWEEN = compile_later(
    rf"(?:,|(?={SPACE})){SPACE}"
    rf"(?P<tussen>(?:[^.;:()\[\]\n0-9\u20ac]|\.(?=[a-z]\.)|(?<=[a-z]\.[a-z])\.|(?<=jl)\.|(?<=nr)\.|(?<=[Bb]ijl)\."
    rf"|[0-9]{{1,2}}{SPACE}(?:{MONTHS})(?:{SPACE}{YEAR4})?(?![0-9])){{1,80}}?)"
    rf"(?=(?:[Nn]rs?\.?|[Nn]ummers?|[Ll]etters?){SPACE}?(?:[1-9]|[A-Z]{{1,3}}(?![\w])))"
)
# What shows that the sentence has gone on: a verb, or another paper
_GONE_ON = compile_later(
    r"(?<![\w])(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|staat|staan|gaat|gaan|geldt|kent|noemt|blijkt|telt|kreeg"
    r"|krijgt|draagt|bevat|volgt|lag|ligt|ging|kwam|kan|zal|moet|mag)(?![\w])|andelingen|anhangsel|amerst|ossier|etsvoorstel|Stb|Stcrt|Trb"
)
_KNOWN = compile_later(r"(?:(?:[Tt]weede|[Ee]erste)\sKamer|met\sbijlagen?),?\s$")


def read_behind_words(text: str, dossier: Dossier, prefix: Prefix) -> Numbers:
    """Read the numbers of a dossier that a word for Kamerstuk names; none when other words could claim them."""
    between = _BETWEEN.match(text, dossier.end)
    if between is None or _GONE_ON.search(between["tussen"]):
        return Numbers()
    pos = between.end()
    is_free = DATED.search(text, dossier.end, pos) or _KNOWN.search(text, dossier.end, pos)
    if not is_free and OTHER_BEFORE.search(text, dossier.end, pos):
        return Numbers()
    numbers = read_numbers(text, pos, prefix.kamer, is_named=True)
    if not numbers.found or OTHER_AFTER.match(text, numbers.found[-1].end):
        return Numbers()
    return numbers
