"""The day of a meeting or of the letter, as a person says it: then it is no proposal any more."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.nearest import nearest
from brief.domain import LANDSDELEN
from brief.sources.datums import BRIEF, with_day
from brief.sources.names import RONDE
from brief.sources.ronde import read_ronde_yaml
from brief.sources.source import read_source

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from brief.domain import Ronde


class Dag(Struct, frozen=True):
    """The day of a meeting (a landsdeel) or of the letter (`brief`), and whether a person confirmed it."""

    wat: str
    dag: datetime.date
    bevestigd: bool


class Vastgelegd(Struct, frozen=True):
    """What saying a day came to: the day that holds; `changes` is False when the file said it already."""

    findings: tuple[Diagnostic, ...] = ()
    dag: datetime.date | None = None
    changes: bool = False


def all_days(ronde: Ronde) -> tuple[Dag, ...]:
    """Give the day of each meeting and of the letter."""
    meetings = (Dag(each.landsdeel, each.datum, not each.datum_voorgesteld) for each in ronde.overleggen)
    return (*meetings, Dag(BRIEF, ronde.brief.datum, not ronde.brief.datum_voorgesteld))


def say_day(folder: Path, what: str, day: datetime.date | None, *, proef: bool = False) -> Vastgelegd:
    """Write the day of a landsdeel's meeting, or of the letter, in `ronde.yaml`; with None the day that is there."""
    from brief.sources.changing import changing  # not to name the days
    from brief.sources.whose import replace_as_read

    path = folder / RONDE
    with nullcontext(()) if proef else changing(folder, f"datum van {what}") as busy:
        source, found = read_source(path)
        if busy or source is None:
            return Vastgelegd((*busy, *found))
        ronde, mistakes = read_ronde_yaml(source)
        if ronde is None:
            return Vastgelegd(tuple(each for each in mistakes if each.is_error))
        known = {each.wat: each.dag for each in all_days(ronde)}
        data = with_day(source, what, day or known[what]) if what in known else None
        if data is None:
            return Vastgelegd((_unknown(path, what),))
        if data == source.data:
            return Vastgelegd((), day or known[what])
        found = () if proef else replace_as_read(path, data, source.data)
        return Vastgelegd(found, day or known[what], changes=True)


def _unknown(path: Path, what: str) -> Diagnostic:
    place = Place(path.as_posix())
    if what in LANDSDELEN or what == BRIEF:
        message = f"bij {what} staat in dit bestand geen datum die te wijzigen is"
        return Diagnostic("BR449", Severity.FOUT, message, place, "zet haar er zelf in, als: datum: 2026-09-09")
    known = [*LANDSDELEN, BRIEF]
    near = nearest(what, known)
    hint = f"bedoelde u '{near}'?" if near else None
    message = f"'{what}' is geen landsdeel, en niet 'brief'"
    return Diagnostic("BR449", Severity.FOUT, message, None, f"kies uit: {', '.join(known)}", hint)
