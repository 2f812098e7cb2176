"""Ask parties for their consent, as one deed: the files for them, and the note that they have to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, has_errors
from brief.rounds.consent.asking import Aanvraag, plan_open, requests
from brief.rounds.consent.files import folder_for, make_files, write_files
from brief.rounds.made.complete import stops
from brief.rounds.meanwhile import changed_meanwhile
from brief.rounds.opening import open_round
from brief.rounds.plan import save
from brief.sources.changing import changing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Gevraagd(Struct, frozen=True):
    """What asking came to: the requests, the files that were written, and what was noted in the afspraken files."""

    aanvragen: tuple[Aanvraag, ...] = ()
    paden: tuple[Path, ...] = ()
    regels: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def ask(folder: Path, parties: Sequence[str], uit: Path | None = None, *, proef: bool = False) -> Gevraagd:
    """Make a file for each party and note that it was asked; a trial run only says who would be asked what."""
    if proef:
        return _asked(folder, parties, uit, proef=True)
    with changing(folder, "afstemming gevraagd" + (f" aan {', '.join(parties)}" if parties else "")) as busy:
        return Gevraagd(findings=busy) if busy else _asked(folder, parties, uit, proef=False)


def _asked(folder: Path, parties: Sequence[str], uit: Path | None, *, proef: bool) -> Gevraagd:
    opened = open_round(folder)
    bestanden = opened.bestanden
    wrong = (*stops(opened), *opened.sjablonen.missing)
    if bestanden is None or wrong:
        return Gevraagd(findings=wrong)
    asked, found = requests(bestanden, parties)
    if has_errors(found):
        return Gevraagd(findings=tuple(found))
    if proef:
        return Gevraagd(asked, (), plan_open(opened, bestanden, asked).regels)
    files, unfit = make_files(opened, bestanden, asked)
    wrong = (*unfit, *changed_meanwhile(bestanden))
    if has_errors(wrong):
        return Gevraagd(findings=wrong)
    paths, unwritten = write_files(folder_for(opened, uit), files)
    plan = plan_open(opened, bestanden, asked[: len(paths)])  # who got no file was asked nothing
    saved = save(plan)
    return Gevraagd(asked, (*paths, *saved.paths), plan.regels, (*unfit, *unwritten, *saved.findings))
