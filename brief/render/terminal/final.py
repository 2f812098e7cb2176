"""What finishing came to, in lines: the files, what they are, and what a person must still do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.finishing.proof.report import limits_of
from brief.rounds.final.sending import todo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.rounds.finishing import Definitief


def final_lines(result: Definitief, *, written: bool) -> Iterator[str]:
    """Give the lines; without files there is only the proof to tell of, if it came to that."""
    if not result.files:
        if result.stops:
            count = len(result.stops)
            verb = "moet" if count == 1 else "moeten"
            yield f"Er is niets geschreven: {count} {_meldingen(count)} {verb} eerst weg."
            yield 'Mag een melding blijven, geef dan: --ondanks CODE --reden "waarom"'
        return
    yield f"{'Geschreven' if written else 'Zou worden geschreven'}: {result.folder.as_posix()} (van {result.versie})"
    yield from (f"  {name}" for name in sorted(result.files))
    yield "  manifest.json"
    yield ""
    yield from result.gezegd
    if result.bewijs is not None and result.bewijs.is_sound:
        files, count = len(result.bewijs.bestanden), len(result.bewijs.regels)
        yield f"Bewijs van 1-op-1: {count} afspraken teruggelezen, {files} bestanden gelezen, geen verschil."
        yield from limits_of(result.bewijs)
    if result.weighed.excused:
        count = len(result.weighed.excused)
        yield f"Ondanks {count} {_meldingen(count)}; de redenen staan in manifest.json."
    yield ""
    yield "Nog te doen voor verzending:"
    yield from (f"  [ ] {line}" for line in todo(result))


def _meldingen(count: int) -> str:
    return "melding" if count == 1 else "meldingen"
