"""A version that was made, on a terminal: what was written, and what is still to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.terminal.messages import visible
from brief.render.terminal.todo import beslispunten, overige_punten, som
from brief.text.dutch import eerste

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.rounds.making import Resultaat
    from brief.versions.inhoud import Omvang

_FEW = 8


def made_lines(result: Resultaat) -> list[str]:
    """Say what was written, or in a trial run would be, and what a writer must still look at."""
    together = result.samenstelling
    if result.uitgave is None or together is None:
        return ["Er is niets geschreven: herstel eerst de fouten hierboven."]
    where = visible((result.folder / result.name).as_posix())
    if result.unchanged:
        return [f"Niets te doen: de inhoud is dezelfde als die van {where}."]
    lines = [f"{'Geschreven' if result.is_written else 'Zou schrijven'}: {where}"]
    lines += [_document(name, omvang) for name, omvang in result.uitgave.omvang.items()]
    lines += [f"  {name}" for name in result.uitgave.files if not name.endswith(".docx")]
    if result.telling is not None:
        lines.append(f"  {som(result.telling)}")
    todo = [
        *beslispunten(result.open_punten),
        ("zonder zin voor de brief; er staat een conceptzin tussen [ ]", together.zonder_zin),
        ("in de brief niet genoemd", together.niet_genoemd),
        ("met een thema of gebied dat nog niemand heeft bevestigd", together.voorgesteld),
    ]
    open_ones = [f"  {_number(len(ids), 'afspraak', 'afspraken')} {text}: {_few(ids)}" for text, ids in todo if ids]
    open_ones += [f"  {line}" for line in overige_punten(result.open_punten)]
    step = _next(result) if result.is_written else []
    return [*lines, *(["", "Nog te doen:", *open_ones] if open_ones else []), *step]


def _next(result: Resultaat) -> list[str]:
    """Say what one does with a version that was made: hold it against the one before."""
    number = result.name.removeprefix("v")
    if not number.isdigit() or int(number) < 2:
        return []
    before = f"v{int(number) - 1:0{len(number)}d}"
    return [f"Verder: brief vergelijken {before} {result.name}"]


def _document(name: str, omvang: Omvang) -> str:
    if omvang.afspraken:
        counted = _number(omvang.afspraken, "afspraak", "afspraken")
    else:
        counted = _number(omvang.woorden, "woord", "woorden")
    return f"  {name + '.docx':<22}{counted}, {_number(omvang.noten, 'voetnoot', 'voetnoten')}"


def _number(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _few(ids: Sequence[str]) -> str:
    return visible(eerste(ids, _FEW))
