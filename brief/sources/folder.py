"""Read a whole round: every file of its folder, with the mistakes of all of them in one run."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.system import reason
from brief.disk.files import hash_of
from brief.disk.names import as_named
from brief.domain import LANDSDELEN
from brief.sources.afspraken import Afsprakenbestand, read_afspraken
from brief.sources.afsprakenmap import look_into
from brief.sources.names import AFSPRAKEN, KAMERSTUKKEN, OPMERKINGEN, RONDE
from brief.sources.ronde import read_ronde_yaml
from brief.sources.source import SourceFile, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from brief.domain import Afspraak, DossierBron, Opmerking, Overleg, Ronde
    from brief.kamerstuk import Stuk
    from brief.sources.kamerstukken import Register


Given = TypeVar("Given")
Result = TypeVar("Result")

_LARGE = 2_000_000
"""Characters of afspraken that take longer to read than it takes to copy the process."""


class InParts(Protocol):
    """Does the same work on each, in any way that gives the results in order."""

    def __call__(self, work: Callable[[Given], Result], given: Sequence[Given], /) -> list[Result]:
        """Give what comes of each."""
        ...


class RondeBestanden(Struct, frozen=True):
    """A round as its files say it.

    `afspraken` are those of all landsdelen, in the order of `ronde.volgorde`, within a landsdeel in that of the file;
    `afsprakenbestanden` are the files they stand in, by landsdeel, and `zonder_afspraken` the landsdelen that have a
    meeting and no such file, under whatever name.
    `bestanden` maps each file that was read or named, as a path from the folder, to the SHA-256 of its bytes; a dossier
    that is not there is not in it. `bronnen` are the text files by that same path, for excerpts and careful writing.
    `opmerkingen` are the comments of reviewers that were kept.
    """

    folder: Path
    ronde: Ronde
    afspraken: tuple[Afspraak, ...]
    afsprakenbestanden: Mapping[str, Afsprakenbestand]
    zonder_afspraken: tuple[str, ...]
    dossierbronnen: Mapping[str, DossierBron]
    kamerstukken: Mapping[str, Stuk]
    kamerstukplaatsen: Mapping[str, Place]
    brief_tekst: str
    bestanden: Mapping[str, str]
    bronnen: Mapping[str, SourceFile]
    opmerkingen: tuple[Opmerking, ...] = ()

    def name(self, path: str) -> str:
        """Give the path of a file of this round as messages show it."""
        return (self.folder / path).as_posix()


def in_turn(work: Callable[[Given], Result], given: Sequence[Given]) -> list[Result]:
    """Do the same work on each, one after the other."""
    return [work(each) for each in given]


def read_ronde(folder: Path, in_parts: InParts = in_turn) -> tuple[RondeBestanden | None, tuple[Diagnostic, ...]]:
    """Read the round in a folder.

    A mistake in a file never raises: it is a finding with its place, and the rest of the round is read all the same.
    None only when `ronde.yaml` itself cannot be used; the findings of the other files are given then too. `in_parts`
    does the same work on each of the large files with afspraken, in any way that gives the results in their order.
    """
    reader = _Reader(folder, in_parts)
    ronde = reader.ronde()
    afspraken = reader.afspraken(ronde)
    register = reader.register()
    if ronde is None:
        return None, tuple(reader.found)
    tekst = reader.brief(ronde.brief.tekst)
    reader.dossiers(ronde)
    order = [landsdeel for landsdeel in ronde.volgorde if landsdeel in afspraken]
    result = RondeBestanden(
        folder,
        ronde,
        tuple(afspraak for landsdeel in order for afspraak in afspraken[landsdeel].afspraken),
        {landsdeel: afspraken[landsdeel] for landsdeel in order},
        reader.absent,
        {landsdeel: bron for landsdeel in order if (bron := afspraken[landsdeel].dossier)},
        register.stukken,
        register.plaatsen,
        tekst.text if tekst else "",
        reader.hashes,
        reader.sources,
        reader.opmerkingen(),
    )
    return result, tuple(reader.found)


def _read_afspraken(given: tuple[SourceFile, str]) -> tuple[Afsprakenbestand, tuple[Diagnostic, ...]]:
    source, landsdeel = given
    return read_afspraken(source, landsdeel)


def read_part(folder: Path, landsdelen: Collection[str]) -> tuple[RondeBestanden | None, tuple[Diagnostic, ...]]:
    """Read of a round only its `ronde.yaml` and the afspraken of some landsdelen; the rest is as if it were not there.

    For who must show something before all of a large round can be read. The findings are those of these files.
    """
    reader = _Reader(folder)
    ronde = reader.ronde()
    if ronde is None:
        return None, tuple(reader.found)
    files = reader.afspraken(ronde, landsdelen)
    found = tuple(afspraak for file in files.values() for afspraak in file.afspraken)
    sources = {key: file.dossier for key, file in files.items() if file.dossier}
    result = RondeBestanden(folder, ronde, found, files, (), sources, {}, {}, "", reader.hashes, reader.sources)
    return result, tuple(reader.found)


class _Reader:
    """Reads the files of one folder and remembers what it read."""

    def __init__(self, folder: Path, in_parts: InParts = in_turn) -> None:
        self.folder, self._in_parts = folder, in_parts
        self.found: list[Diagnostic] = []
        self.hashes: dict[str, str] = {}
        self.sources: dict[str, SourceFile] = {}
        self.absent: tuple[str, ...] = ()

    def text(self, path: str) -> SourceFile | None:
        """Read a text file of the round; None and a finding when that cannot be."""
        source, findings = read_source(as_named(self.folder / path))
        self.found += findings
        if source is not None:
            self.hashes[path] = source.sha256
            self.sources[path] = source
        return source

    def brief(self, path: str) -> SourceFile | None:
        """Read the text of the letter, and say so when there is none yet."""
        source = self.text(path)
        if source is not None and not source.text.strip():
            message = "er staat nog geen tekst in dit bestand; de Kamerbrief is leeg tussen aanhef en ondertekening"
            hint = "schrijf de brief, met een blok ::: {.afspraken thema=water} waar de afspraken komen"
            self.found.append(Diagnostic("BR027", Severity.FOUT, message, Place(source.name), hint=hint))
        return source

    def ronde(self) -> Ronde | None:
        source = self.text(RONDE)
        if source is None:
            return None
        ronde, findings = read_ronde_yaml(source)
        self.found += findings
        return ronde

    def register(self) -> Register:
        from brief.sources.kamerstukken import Register, read_kamerstukken  # with it comes the grammar of all papers

        if not os.path.lexists(self.folder / KAMERSTUKKEN):
            return Register()
        source = self.text(KAMERSTUKKEN)
        register, findings = read_kamerstukken(source) if source else (Register(), ())
        self.found += findings
        return register

    def opmerkingen(self) -> tuple[Opmerking, ...]:
        """Read the comments of reviewers; no document is made from them, so their file is none of its sources."""
        if not os.path.lexists(self.folder / OPMERKINGEN):
            return ()
        from brief.sources.opmerkingen import read_opmerkingen  # most rounds have no such file

        source, findings = read_source(as_named(self.folder / OPMERKINGEN))
        self.found += findings
        if source is None:
            return ()
        found, findings = read_opmerkingen(source)
        self.found += findings
        return found

    def afspraken(self, ronde: Ronde | None, only: Collection[str] = LANDSDELEN) -> dict[str, Afsprakenbestand]:
        """Read the file of every landsdeel that has one, in name order; of no others than `only`."""
        result = {}
        there = look_into(self.folder / AFSPRAKEN)
        self.found += there.findings
        self.absent = there.absent(overleg.landsdeel for overleg in ronde.overleggen) if ronde else ()
        texts = []
        for landsdeel, path in there.files.items():
            if landsdeel in only and (source := self.text(f"{AFSPRAKEN}/{path.name}")) is not None:
                texts.append((source, landsdeel))
        is_large = sum(len(source.text) for source, _ in texts) > _LARGE
        read = (self._in_parts if is_large else in_turn)(_read_afspraken, texts)
        for (source, landsdeel), (file, findings) in zip(texts, read, strict=True):
            result[landsdeel] = file
            self.found += findings
            self._without_overleg(ronde, landsdeel, source)
        return result

    def dossiers(self, ronde: Ronde) -> None:
        """Take the hash of every dossier that is there; whether one is missing is for the rules to say."""
        for overleg in ronde.overleggen:
            try:
                path = as_named(self.folder / overleg.dossier)
                if overleg.dossier and path.exists() and (digest := hash_of(path)) is not None:
                    self.hashes[overleg.dossier] = digest
            except OSError as error:
                if error.errno != errno.ENAMETOOLONG:  # no file can have such a name: then there is none
                    self.found.append(_unreadable(overleg, error))

    def _without_overleg(self, ronde: Ronde | None, landsdeel: str, source: SourceFile) -> None:
        if ronde is not None and landsdeel not in {overleg.landsdeel for overleg in ronde.overleggen}:
            message = f"landsdeel '{landsdeel}' heeft afspraken, maar geen overleg in {RONDE}"
            label = f"voeg in {RONDE} onder overleggen toe: - landsdeel: {landsdeel}"
            self.found.append(Diagnostic("BR022", Severity.FOUT, message, Place(source.name), label))


def _unreadable(overleg: Overleg, error: OSError) -> Diagnostic:
    message = f"het dossier van landsdeel {overleg.landsdeel} is er wel, maar niet te lezen: {reason(error)}"
    label = "of de afspraken 1-op-1 zijn overgenomen is zo niet na te gaan"
    hint = f"maak {overleg.dossier} leesbaar; hoort het hier niet, haal het dan weg"
    return Diagnostic("BR029", Severity.FOUT, message, overleg.place, label, hint)
