"""What a deed would do to the files of a round, as a value; saving it is a step of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.disk.journal import rename_deed
from brief.rounds.opening import open_round
from brief.sources.changing import changing
from brief.sources.names import AFSPRAKEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak
    from brief.rounds.opening import Opened
    from brief.sources.edit import Edit


class Gevraagd(StrEnum):
    """What a person must still say."""

    REDEN = "reden"
    TEKST = "tekst"
    DATUM = "datum"


class Vraag(Struct, frozen=True):
    """Something that only a person can say about an afspraak; `melding` is the finding when there is nobody to ask."""

    wat: Gevraagd
    afspraak: Afspraak
    melding: Diagnostic


class Tekstwijziging(Struct, frozen=True):
    """The text of an afspraak that holds, before and after, in Markdown."""

    id: str
    oud: str
    nieuw: str


class Plan(Struct, frozen=True):
    """The changes of the afspraken files of a round in `folder`, with `regels` that say in Dutch what they do.

    `teksten` are the texts that will hold instead of others.

    With findings or questions there are no edits: nothing may be written. Without any of the three there is nothing
    to do.
    """

    folder: Path
    edits: tuple[Edit, ...] = ()
    regels: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    teksten: tuple[Tekstwijziging, ...] = ()

    @property
    def meldingen(self) -> tuple[Diagnostic, ...]:
        """Give what stands in the way when there is nobody to answer the questions."""
        return (*self.findings, *(vraag.melding for vraag in self.vragen))

    def diff(self) -> str:
        """Give the changes of all files as a unified diff."""
        return "\n".join(edit.diff() for edit in self.edits)


class Saved(Struct, frozen=True):
    """The files that were written, the findings that stopped the writing, and the files that were therefore not."""

    paths: tuple[Path, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    unwritten: tuple[Path, ...] = ()


def save(plan: Plan) -> Saved:
    """Write the files of a plan; at the first that another changed meanwhile it stops, with a finding."""
    paths = tuple(plan.folder / AFSPRAKEN / f"{edit.file.landsdeel}.yaml" for edit in plan.edits)
    for number, (edit, path) in enumerate(zip(plan.edits, paths, strict=True)):
        if findings := edit.save(path):
            return Saved(paths[:number], findings, paths[number:])
    return Saved(paths)


def plan_and_save(folder: Path, make: Callable[[Opened], Plan], *, proef: bool = False) -> tuple[Plan, Saved]:
    """Read a round, plan what `make` makes of it, and write that, while nobody else changes the round.

    Nothing is written in a trial run, nor while the plan has findings or questions. When another is at work for longer
    than we wait, the plan has a finding that says who.
    """
    if proef:
        return make(open_round(folder)), Saved()
    with changing(folder) as busy:
        planned = Plan(folder, findings=busy) if busy else make(open_round(folder))
        if planned.regels:
            rename_deed(folder, planned.regels[0])
        return planned, save(planned)
