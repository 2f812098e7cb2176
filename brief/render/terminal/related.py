"""Afspraken of two landsdelen that are alike, side by side on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare import differences
from brief.compare.likeness import unmarked
from brief.domain import LANDSDELEN
from brief.render.terminal.messages import visible
from brief.render.terminal.words import BREEDTE, UITLEG, folded, naast_elkaar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.compare.verwant import Verwant
    from brief.domain import Afspraak


MOST = 200
"""So many pairs are shown side by side; the others are counted."""


def verwant_regels(pairs: Sequence[Verwant], width: int = BREEDTE) -> list[str]:
    """Give the most alike pairs with their likeness and both texts, in lines of at most `width` cells."""
    lines = [line for pair in pairs[:MOST] for line in [*_pair(pair, width), ""]]
    if not pairs:
        return ["Geen twee landsdelen hebben dezelfde of bijna dezelfde afspraak."]
    if len(pairs) > MOST:
        lines += [f"en nog {len(pairs) - MOST} paren, die minder op elkaar lijken; alle: brief verwant --json", ""]
    if any(not pair.gelijk for pair in pairs[:MOST]):
        lines.append(f"({UITLEG}: van links naar rechts)")
    loose = [pair for pair in pairs if not pair.gekoppeld]
    if loose:
        lines.append(f"{len(loose)} niet gekoppeld. Koppel met: brief verwant {loose[0].een.id} {loose[0].ander.id}")
    return lines if lines[-1] else lines[:-1]


def _pair(pair: Verwant, width: int) -> list[str]:
    alike = "woordelijk gelijk" if pair.gelijk else f"{round(pair.gelijkenis * 100)}% gelijk"
    linked = "gekoppeld" if pair.gekoppeld else "niet gekoppeld"
    head = f"{visible(pair.een.id)} en {visible(pair.ander.id)}: {alike}, {linked}"
    if pair.gelijk:
        return [head, *(f"  {_kop(each)}" for each in (pair.een, pair.ander)), *_indented(pair.een, width)]
    words = differences(unmarked(pair.een.geldende_tekst), unmarked(pair.ander.geldende_tekst))
    return [head, *naast_elkaar(words, (_kop(pair.een), _kop(pair.ander)), width)]


def _indented(afspraak: Afspraak, width: int) -> list[str]:
    return [f"    {line}" for line in folded(unmarked(afspraak.geldende_tekst), width - 4)]


def _kop(afspraak: Afspraak) -> str:
    naam = LANDSDELEN[afspraak.landsdeel].naam if afspraak.landsdeel in LANDSDELEN else afspraak.landsdeel
    return visible(f"{naam}: {afspraak.agendapunt}")
