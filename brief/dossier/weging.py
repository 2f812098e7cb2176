"""Weigh the words of an afspraak into the themes that it is about; see `lexicon.toml` for the words."""

from __future__ import annotations

from brief.dossier.grond import TEKST, TITEL, Grond
from brief.dossier.lexicon import SURE, Treffer, treffers
from brief.dossier.plaatsnamen import zonder_gebieden

DOUBT = 1.0
"""Weight of "something else": one telling word and nothing more gives a score of 2 / (2 + 1) = 0.67."""
LEADING = 0.45
"""The score with which a theme leads; when no theme leads nothing is proposed."""
LEADING_CLEARLY = 0.33
"""The score with which a theme leads that has at least twice the points of any other."""
FOLLOWING = 0.2
"""The least score of a theme that follows another."""
ENOUGH = 4.0
"""Points by which words that only support tell a theme together."""
MOST = 3
FALLBACK = "novex"
"""How the programme is carried out is the theme only of afspraken without another subject."""

LEIDEND = ((0.9, 0.98), (0.8, 0.97), (0.7, 0.94), (0.6, 0.91), (0.5, 0.85), (0.0, 0.75))
VOLGEND = ((0.4, 0.8), (0.3, 0.59), (0.0, 0.53))
"""How certain a theme with at least this score is: the part that was right in the labelled sets, (n + 1) / (m + 2)."""

_IN_TITLE = 1.5
_EARLY = 2.0
"""Weight of the words with which the text begins: they say what is agreed, later ones under which conditions."""
_BEGINNING = 80
"""Length of that beginning, in characters."""
_WORDS_SHOWN = 3


def themas(titel: str, tekst: str) -> dict[str, Grond]:
    """Propose themes for the title of an agendapunt and the plain text of an afspraak, the leading one first.

    The score of a theme is its share of all the words that speak for a theme; it tells how certain the theme is. Equal
    themes stand in the order in which the words mention them.
    """
    found = _words(titel, tekst)
    if any(hit.thema != FALLBACK and hit.gewicht >= SURE for _, hit in found):
        found = [(where, hit) for where, hit in found if hit.thema != FALLBACK]
    points: dict[str, float] = {}
    for where, hit in found:
        points[hit.thema] = points.get(hit.thema, 0.0) + _weight(where, hit)
    total = sum(points.values()) + DOUBT
    told = {hit.thema for _, hit in found if hit.gewicht >= SURE or points[hit.thema] >= ENOUGH}
    ranked = sorted((key for key in points if key in told), key=lambda key: -points[key])
    if not ranked or not _leads(ranked[0], points, total):
        return {}
    sure = [key for key in ranked if points[key] / total >= FOLLOWING][:MOST]
    return {
        key: Grond(_certain(points[key] / total, VOLGEND if number else LEIDEND), _shown(found, key))
        for number, key in enumerate(sure)
    }


def _certain(score: float, table: tuple[tuple[float, float], ...]) -> float:
    return next(sure for least, sure in table if score >= least)


def _leads(thema: str, points: dict[str, float], total: float) -> bool:
    next_best = max((each for key, each in points.items() if key != thema), default=0.0)
    least = LEADING_CLEARLY if points[thema] >= 2 * next_best else LEADING
    return points[thema] / total >= least


def _weight(where: str, hit: Treffer) -> float:
    if where == TITEL:
        return hit.gewicht * _IN_TITLE
    return hit.gewicht * (_EARLY if hit.begin < _BEGINNING else 1.0)


def _words(titel: str, tekst: str) -> list[tuple[str, Treffer]]:
    """Give every word that speaks, once for each place and theme."""
    seen: dict[tuple[str, str, str], Treffer] = {}
    for where, text in ((TITEL, titel), (TEKST, tekst)):
        for hit in treffers(zonder_gebieden(text)):
            seen.setdefault((where, hit.thema, hit.woord.lower()), hit)
    return [(where, hit) for (where, _, _), hit in seen.items()]


def _shown(found: list[tuple[str, Treffer]], thema: str) -> tuple[tuple[str, str], ...]:
    """Choose the words to show: the heaviest, in the order of the text."""
    own = [(where, hit) for where, hit in found if hit.thema == thema]
    heaviest = sorted(own, key=lambda each: -each[1].gewicht)[:_WORDS_SHOWN]
    return tuple((hit.woord, where) for where, hit in own if (where, hit) in heaviest)
