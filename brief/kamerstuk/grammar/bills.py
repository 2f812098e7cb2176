"""Read bills that stand without a word before them: `36 327 en 36 471; deze wetsvoorstellen …`, or report them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.papers import Reading, each_dossier
from brief.kamerstuk.grammar.patterns import PLAIN_END
from brief.kamerstuk.grammar.pieces import SPACE
from brief.kamerstuk.grammar.words import COUNTS_BEFORE, counts
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.prefix import Prefix

_LOOK_BACK = 90
# 36 327, 36 471 en 36 378 (alle drie zonder verslag); deze wetsvoorstellen: the word stands behind them
_NAMED_AFTER = compile_later(
    rf"(?:{SPACE}?\([^()\n]{{1,60}}\))?[;,.]{SPACE}(?:[Aa]l{SPACE}|[Dd]it{SPACE}zijn{SPACE})?(?:[Dd]eze|[Dd]ie|[Bb]eide|[Aa]lle|[Dd]e){SPACE}"
    rf"(?:(?:twee|drie|vier|vijf|zes){SPACE})?(?:[a-z]{{0,14}}wetsvoorstellen|dossiers|initiatiefwetten|kamerstukken)(?![a-z])"
)
# plenair staan · op de stemmingslijst: · nog te behandelen: · controversieel verklaard: words of the agenda of a
# Chamber
_OF_CHAMBER = compile_later(
    r"(?:[Pp]lenair|[Cc]ontroversi\w{1,6}|[Ss]temming\w{0,8}|te behandelen|in behandeling|[Aa]anhangig\w{0,2}"
    r"|[Ww]etsvoorstel(?:len)?|[Hh]amerstuk(?:ken)?"
    r"|[Kk]ameragenda|agenda van de (?:Tweede |Eerste )?Kamer)(?![a-z])[^.;\n\u20ac]{0,70}$"
)
# Hamerstukken 1 juli: 36 621, 36 703 en 36 711
_LISTED = compile_later(
    r"(?<![\w])(?:[Hh]amerstukken|[Ss]temming(?:en)?|[Ww]etsvoorstellen)(?![a-z])[^.;:\n\u20ac]{0,40}:\s$"
)
# wijziging van de Elektriciteitswet 1998 (tijdelijke maatregel, 35 283) · voor de initiatiefwetgeving 33 328 · nota
# n.a.v. verslag 36 545: the name of a law or of a paper on one, and a number written as a dossier is
_OF_LAW = compile_later(
    r"(?:(?<![\w])[Ww]et|[a-z]{2,30}wet|[a-z]{0,20}wetgeving|[Nn]ovelle|[Ii]nitiatiefwet\w{0,8}|[Vv]erslag|[Ww]etswijziging(?:en)?"
    r"|[Ww]ijziging van de|[Gg]ewijzigd (?:bij|door))(?![a-z])(?:n\.a\.v\.|t\.b\.v\.|[^.;\n\u20ac]){0,90}$"
)
_LAW_BACK = 130


def read_bills(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Read several dossiers that are called bills behind them; report one that stands on the agenda of a Chamber."""
    end = dossier.end
    if dossier.nevendossiers and _NAMED_AFTER.match(text, end):
        return each_dossier(text, prefix, dossier)
    begin = prefix.begin
    if dossier.nevendossiers and PLAIN_END.match(text, end) and _LISTED.search(text, max(0, begin - _LOOK_BACK), begin):
        return each_dossier(text, prefix, dossier)
    is_bill = _OF_CHAMBER.search(text, max(0, begin - _LOOK_BACK), begin) or _is_of_law(text, dossier)
    return Reading(end, unread=[(begin, end)]) if is_bill and not counts(text, end) else None


def _is_of_law(text: str, dossier: Dossier) -> bool:
    """Tell a number with the space of a dossier, where an amount has a dot, behind the name of a law."""
    begin, end = dossier.begin, dossier.end
    is_spaced = not text[begin:end].isdecimal() and not dossier.nevendossiers and PLAIN_END.match(text, end) is not None
    if not is_spaced or COUNTS_BEFORE.search(text, max(0, begin - _LOOK_BACK), begin):
        return False
    return _OF_LAW.search(text, max(0, begin - _LAW_BACK), begin) is not None
