"""How plain the letter is, in lines: a report that stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.taal.lezen import LANG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.taal.lezen import Leesbaarheid, Zin

_MOST, _WORDS = 8, 12


def plain_language_lines(found: Leesbaarheid) -> Iterator[str]:
    """Give the report."""
    average = found.woorden / found.zinnen if found.zinnen else 0
    mean = f"{average:.1f}".replace(".", ",")
    yield f"De brief heeft {found.woorden} woorden in {found.zinnen} zinnen, gemiddeld {mean} woorden per zin."
    yield f"Flesch-Douma: {str(found.score).replace('.', ',')} (0 is moeilijk, 100 makkelijk)"
    yield ""
    yield "Woorden per onderdeel:"
    yield from (f"{each.woorden:>7}  {each.kop}" for each in found.secties)
    yield from _sentences(f"Zinnen van meer dan {LANG} woorden", found.lange_zinnen, "woorden")
    yield from _sentences("Zinnen die meer dan een keer lijdend zijn", found.lijdend, "keer")
    if found.afkortingen:
        yield f"\nAfkortingen die bij het eerste gebruik niet zijn uitgelegd: {', '.join(found.afkortingen)}"
    if found.jargon:
        yield "\nWoorden waarvoor een gewoner woord bestaat:"
        yield from (f"{count:>7}  {word}: {plainer}" for word, count, plainer in found.jargon)
    yield "\nDe teksten van afspraken zijn niet beoordeeld: die staan er zoals ze zijn afgesproken."


def _sentences(title: str, found: tuple[Zin, ...], unit: str) -> Iterator[str]:
    if not found:
        return
    yield f"\n{title}: {len(found)}"
    for each in sorted(found, key=lambda one: -one.aantal)[:_MOST]:
        words = each.tekst.split()
        yield f"{each.aantal:>7} {unit}: {' '.join(words[:_WORDS])}{' …' if len(words) > _WORDS else ''}"
