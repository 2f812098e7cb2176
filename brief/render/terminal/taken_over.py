"""A letter that was taken over on a terminal: what went where, what was left over, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.intake.letter.model import Bestemming
from brief.render.terminal.messages import visible
from brief.text import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brief.rounds.taking_over import Overname

_WIDTH = 60


def taken_over_lines(overname: Overname, written: Sequence[Path], *, proef: bool, stopped: bool = False) -> list[str]:
    """Give the lines; none when the letter could not be taken over, only the files when the writing was `stopped`."""
    brief = overname.brief
    if brief.failed or (overname.failed and not proef):
        return []
    if stopped:
        known = [f"Wel geschreven: {visible(path.as_posix())}" for path in written]
        return [*known, "Terug kan dat met: brief terugdraaien"] if known else []
    head = "Zou schrijven" if proef else "Geschreven"
    paths = [each.pad for each in overname.bestanden] if proef else list(written)
    lines = [f"{head}: {visible(path.as_posix())}" for path in paths] or ["Niets te doen: dit staat er al."]
    headings = sum(isinstance(block, Heading) for block in brief.blokken)
    notes = len({deel.naam for deel in brief.delen if deel.bestemming is Bestemming.NOOT and deel.naam[:6] != "nummer"})
    lines += [
        "",
        "Overgenomen:",
        f"  {visible(overname.tekst):<20} {len(brief.tekst.split())} woorden, {headings} koppen, {notes} noten",
        f"  ronde.yaml           {', '.join(overname.velden) or 'geen velden'}",
        f"  kamerstukken.yaml    {len(brief.stukken)} stukken",
    ]
    lines += _rest(overname)
    return [*lines, *_next(overname)] if not proef else lines


def _rest(overname: Overname) -> list[str]:
    """Give what was not taken over, by reason."""
    reasons: dict[str, list[str]] = {}
    for deel in overname.brief.rest:
        reasons.setdefault(deel.naam, []).append(deel.tekst)
    if not reasons:
        return ["", "Elk teken van de brief is overgenomen."]
    lines = ["", "Niet overgenomen:"]
    for reason, texts in reasons.items():
        words = " | ".join(dict.fromkeys(" ".join(text.split()) for text in texts))
        lines.append(f"  {visible(reason)}: {visible(words[:_WIDTH])}{' …' if len(words) > _WIDTH else ''}")
    return lines


def _next(overname: Overname) -> list[str]:
    folder = visible(overname.folder.as_posix())
    open_papers = [key for key, fields in overname.brief.stukken.items() if not fields.get("titel")]
    lines = ["", "Zo gaat het verder:"]
    if open_papers:
        lines.append(f"  vul titel en datum aan in {folder}/kamerstukken.yaml ({len(open_papers)} stukken)")
    return [*lines, f"  lees {folder}/{visible(overname.tekst)} na, en controleer met: brief controleren {folder}"]
