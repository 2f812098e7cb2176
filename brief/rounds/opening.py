"""Open a round: everything that its files say, as one value that every deed starts from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from brief.rounds.templates import Sjablonen, read_sjablonen
from brief.sources import read_part, read_ronde
from brief.text import Document, Parsed, parse

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from brief.assemble.samenvoegen import Gelijst, Samenstelling
    from brief.diagnostics import Diagnostic
    from brief.sources import RondeBestanden


Given = TypeVar("Given")
Result = TypeVar("Result")


class Opened(Struct, frozen=True, dict=True):
    """A round as it was read, once.

    `bestanden` is None when its `ronde.yaml` cannot be used; `findings` are the mistakes in the files, whether it can
    or not. `own_templates` is the folder of templates that the user named, if any.
    """

    folder: Path
    bestanden: RondeBestanden | None
    findings: tuple[Diagnostic, ...]
    own_templates: Path | None = None

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Give the findings that stop the work."""
        return tuple(finding for finding in self.findings if finding.is_error)

    @cached_property
    def sjablonen(self) -> Sjablonen:
        """Give the templates that this round fills, read when they are first asked for."""
        return read_sjablonen(self.folder, self.own_templates)

    @cached_property
    def brief(self) -> Parsed:
        """Give the text of the letter, parsed when it is first asked for; empty when the round cannot be used."""
        if self.bestanden is None:
            return Parsed(())
        return parse(self.bestanden.brief_tekst, file=self.bestanden.name(self.bestanden.ronde.brief.tekst))


def open_round(folder: Path, templates: Path | None = None) -> Opened:
    """Read the round in a folder; `templates` is where the user said that its templates are."""
    bestanden, found = read_ronde(folder, _halves)
    return Opened(folder, bestanden, tuple(found), templates)


def _halves(work: Callable[[Given], Result], given: Sequence[Given]) -> list[Result]:
    from brief.versions.beside import halves  # only for a large round

    return halves(work, given)


def open_part(folder: Path, landsdelen: Collection[str]) -> Opened:
    """Read of the round in a folder no afspraken but those of some landsdelen, and neither letter nor papers."""
    bestanden, found = read_part(folder, landsdelen)
    return Opened(folder, bestanden, tuple(found))


def frame_of_list(bestanden: RondeBestanden, versie: str, datum: datetime.date | None = None) -> Document:
    """Give the list of a version without its text; it is dated `datum`, or else as the letter is."""
    from brief.assemble.samenvoegen import kader_lijst  # much, and only for who makes documents

    ronde = bestanden.ronde
    return kader_lijst(ronde, bestanden.kamerstukken, versie=versie, versiedatum=datum or ronde.brief.datum)


def frame_of_letter(
    opened: Opened, bestanden: RondeBestanden, lijst: Gelijst, versie: str, datum: datetime.date | None = None
) -> Document:
    """Give the letter of a version without its text; it is dated `datum`, or else as the letter is."""
    from brief.assemble.samenvoegen import kader_brief

    ronde = bestanden.ronde
    noten = lijst.document.notes
    return kader_brief(ronde, opened.brief, noten, versie=versie, versiedatum=datum or ronde.brief.datum)


def with_list(frame: Document, bestanden: RondeBestanden, gelezen: Mapping[str, Parsed] | None = None) -> Gelijst:
    """Make the list in its frame; `gelezen` are texts of afspraken that were read before, as they are typed."""
    from brief.assemble.samenvoegen import lijst_maken

    return lijst_maken(frame, bestanden.ronde, bestanden.afspraken, bestanden.kamerstukken, gelezen or {})


def with_letter(frame: Document, opened: Opened, bestanden: RondeBestanden, lijst: Gelijst) -> Samenstelling:
    """Make the letter in its frame, and put it beside the list."""
    from brief.assemble.samenvoegen import samenvoegen

    ronde, name = bestanden.ronde, bestanden.name(bestanden.ronde.brief.tekst)
    return samenvoegen(frame, ronde, bestanden.afspraken, bestanden.kamerstukken, opened.brief, lijst, name)


def merged(opened: Opened, bestanden: RondeBestanden, versie: str, datum: datetime.date | None = None) -> Samenstelling:
    """Bring afspraken and letter of an opened round together as a version, dated `datum` or else as the letter is."""
    lijst = with_list(frame_of_list(bestanden, versie, datum), bestanden)
    return with_letter(frame_of_letter(opened, bestanden, lijst, versie, datum), opened, bestanden, lijst)
