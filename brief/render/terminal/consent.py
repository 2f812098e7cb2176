"""Who was asked for consent, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.terminal.messages import visible

if TYPE_CHECKING:
    from brief.rounds.consent.deed import Gevraagd


def asked_lines(done: Gevraagd, *, proef: bool) -> list[str]:
    """Give a line a party with how many answers are awaited, then the files and what to do with them."""
    if any(each.is_error for each in done.findings):
        return [visible(f"Wel geschreven: {path.as_posix()}") for path in done.paden]
    if not done.aanvragen:
        return ["Niets te vragen: er zijn nog geen afspraken met een provincie of met een partij onder 'afstemming'."]
    lines = [
        f"{each.partij}: {len(each.afspraken)} afspra{'ak' if len(each.afspraken) == 1 else 'ken'}, "
        f"{len(each.wacht)} te beantwoorden"
        for each in done.aanvragen
    ]
    lines += [f"{'Zou worden' if proef else 'Er is'} {each}" for each in done.regels]
    lines += [f"Geschreven: {path.as_posix()}" for path in done.paden]
    if not proef:
        lines.append("Stuur elk bestand naar zijn partij. Komt het terug: brief verwerken BESTAND")
    return [visible(line) for line in lines]
