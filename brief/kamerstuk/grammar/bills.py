"""Read bills that stand without a word before them: `36 327 en 36 471; deze wetsvoorstellen …`, or report them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.papers import Reading, each_dossier
from brief.kamerstuk.grammar.pieces import SPACE
from brief.kamerstuk.grammar.words import counts
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


def read_bills(text: str, prefix: Prefix, dossier: Dossier) -> Reading | None:
    """Read several dossiers that are called bills behind them; report one that stands on the agenda of a Chamber."""
    end = dossier.end
    if dossier.nevendossiers and _NAMED_AFTER.match(text, end):
        return each_dossier(text, prefix, dossier)
    if counts(text, end) or not _OF_CHAMBER.search(text, max(0, prefix.begin - _LOOK_BACK), prefix.begin):
        return None
    return Reading(end, unread=[(prefix.begin, end)])
