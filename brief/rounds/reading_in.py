"""Read dossiers into a round: all that `ronde.yaml` names, with what a person answered about them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity, has_errors
from brief.disk.journal import recording
from brief.disk.names import as_named
from brief.intake.answers import read_antwoorden
from brief.intake.dossiers import Ingelezen, Keuze, lees_dossiers
from brief.sources.names import DOSSIERS, RONDE

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from brief.domain import Overleg
    from brief.intake.update import Vragen
    from brief.rounds.opening import Opened


_KINDS = frozenset({".docx", ".docm", ".dotx", ".md"})


class Opdracht(Struct, frozen=True):
    """What is asked: answers as typed (`OUD=NIEUW`, `OUD`), a trial run, and who is asked what is not certain.

    `vandaag` is the day on which this is done, None when that does not count; `op_tafel` says that the dossiers are
    those that were on the table.
    """

    zelfde: Sequence[str] = ()
    anders: Sequence[str] = ()
    proef: bool = False
    vragen: Vragen | None = None
    vandaag: datetime.date | None = None
    op_tafel: bool = False


class Inlezing(Struct, frozen=True):
    """What reading the dossiers of a round came to; `ronde` is its name, None when the round could not be used."""

    ronde: str | None
    dossiers: tuple[Ingelezen, ...]
    meldingen: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Tell whether something was refused."""
        return self.ronde is None or has_errors(self.meldingen)

    @property
    def needs_a_look(self) -> bool:
        """Tell whether a newer dossier left something for a person."""
        return any(each.needs_a_look for each in self.dossiers)

    @property
    def is_written(self) -> bool:
        """Tell whether a file was written, or would have been."""
        return any(each.is_written for each in self.dossiers)


def lees_ronde_in(opened: Opened, opdracht: Opdracht) -> Inlezing:
    """Read every dossier of a round into its afspraken file; nothing is read when an answer is wrong."""
    ronde, found = opened.bestanden, opened.findings
    if ronde is None:
        return Inlezing(None, (), found)
    ids = [afspraak.id for afspraak in ronde.afspraken]
    antwoorden, wrong = read_antwoorden(opdracht.zelfde, opdracht.anders, ids)
    if wrong:
        return Inlezing(ronde.ronde.ronde, (), wrong)
    keuze = Keuze(opdracht.proef, antwoorden, opdracht.vragen, opdracht.vandaag, opdracht.op_tafel)
    with recording(opened.folder, "inlezen van de dossiers"):
        results = tuple(lees_dossiers(ronde, keuze))
    # what is wrong elsewhere in the round is for controleren; without a single dossier it is all there is to say
    said = tuple(finding for each in results for finding in each.meldingen) if results else found
    unnamed = _unnamed(opened.folder, ronde.ronde.overleggen) if results else ()
    return Inlezing(ronde.ronde.ronde, results, tuple(dict.fromkeys((*_unread_meetings(opened), *unnamed, *said))))


def _unnamed(folder: Path, overleggen: Sequence[Overleg]) -> Iterator[Diagnostic]:
    """Report the dossiers that lie with the others and that no meeting names; a hidden file is none."""
    known = {as_named(folder / each.dossier) for each in overleggen}
    try:
        names = sorted(os.listdir(folder / DOSSIERS))
    except OSError:  # without the folder each dossier is reported as not there
        return
    for name in names:
        path = folder / DOSSIERS / name
        if path.suffix.lower() in _KINDS and name[0] not in ".~" and path not in known and path.is_file():
            message = f"geen overleg in {RONDE} noemt dit dossier; het is niet gelezen"
            hint = f"zet bij zijn overleg: dossier: {DOSSIERS}/{name}; hoort het er niet bij, zet het in een andere map"
            yield Diagnostic("BR159", Severity.WAARSCHUWING, message, Place(path.as_posix()), hint=hint)


def _unread_meetings(opened: Opened) -> tuple[Diagnostic, ...]:
    """Give the errors in `ronde.yaml`: a meeting that stands there with a mistake in it was not read in."""
    name = (opened.folder / RONDE).as_posix()
    return tuple(each for each in opened.errors if each.place is not None and each.place.file == name)
