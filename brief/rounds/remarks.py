"""Say of a reviewer's comment that it was dealt with, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import OpmerkingStand
from brief.sources.changing import changing
from brief.sources.names import OPMERKINGEN
from brief.sources.opmerkingen import read_opmerkingen, with_answer
from brief.sources.source import SourceFile, read_source
from brief.sources.whose import replace_as_read

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Opmerking


def settle(folder: Path, number: int, seen: Opmerking, antwoord: str = "") -> tuple[Diagnostic, ...]:
    """Write in `opmerkingen.yaml` that a comment is `afgedaan`, with what was done with it when that is said.

    `number` counts the comments from 0. One that is another than was `seen` is a finding, and nothing is written.
    """
    path = folder / OPMERKINGEN
    with changing(folder, called(seen)) as busy:
        source, found = read_source(path)
        if busy or source is None:
            return (*busy, *found)
        there, _ = read_opmerkingen(source)
        if number >= len(there) or there[number] != seen:
            return (not_as_seen(folder, seen),)
        said = " ".join(antwoord.split())
        data = _settled(source, number, said)
        if data is None:
            return (_not_writable(path, seen),)
        return replace_as_read(path, data, source.data)


def called(seen: Opmerking) -> str:
    """Give what dealing with a comment is called among the deeds of a round."""
    return f"{seen.plaats}: opmerking van {seen.wie} afgedaan"


def not_as_seen(folder: Path, seen: Opmerking) -> Diagnostic:
    """Give the finding that a comment is not the one that a person saw."""
    message = f"de opmerking van {seen.wie} bij {seen.plaats} is intussen elders gewijzigd; er is niets opgeslagen"
    hint = "kijk wat er nu staat en doe het opnieuw"
    return Diagnostic("BR744", Severity.FOUT, message, Place((folder / OPMERKINGEN).as_posix()), hint=hint)


def _settled(source: SourceFile, number: int, antwoord: str) -> bytes | None:
    """Give the file with the comment dealt with; None when reading that back does not give just that."""
    there, _ = read_opmerkingen(source)
    text = with_answer(source, number, antwoord)
    if text is None:
        return None
    data = source.encoded(text)
    settled = replace(there[number], stand=OpmerkingStand.AFGEDAAN, antwoord=antwoord or there[number].antwoord)
    again, _ = read_opmerkingen(SourceFile(source.name, data, text))
    return data if again == (*there[:number], settled, *there[number + 1 :]) else None


def _not_writable(path: Path, seen: Opmerking) -> Diagnostic:
    message = f"de opmerking van {seen.wie} staat in een vorm die brief niet kan wijzigen"
    place = seen.herkomst or Place(path.as_posix())
    return Diagnostic("BR745", Severity.FOUT, message, place, "typ zelf: stand: afgedaan")
