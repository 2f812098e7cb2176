"""Which document of a version a Word file is: by what the file says of itself, by its name, else by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.files import read_file
from brief.rounds.comparison.said import said_by
from brief.rounds.comparison.word_content import word_content
from brief.word.returned import document_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from brief.compare.content import DocumentInhoud


def which_document(side: Path, beside: Path) -> Path | Diagnostic:
    """Give the Word file of a side: the file itself, or that of the version which the file beside it is."""
    if side.suffix:
        return side
    files = {each.stem: each for each in sorted(side.glob("*.docx"))}
    if not files:
        message = f"in {side.name} staat geen Word-bestand om mee te vergelijken"
        return Diagnostic("BR541", Severity.FOUT, message, Place(side.as_posix()), hint="maak de versie opnieuw")
    data = read_file(beside)
    said = document_of(data, beside.as_posix())
    named = [said] if said in files else [name for name in files if name in beside.stem.lower()]
    return files[named[0]] if len(named) == 1 else files[_likest(side, files, data, beside)]


def _likest(side: Path, names: Iterable[str], data: bytes, beside: Path) -> str:
    """Name the document of the version that shares the most words with a file."""
    read, _ = word_content("", data, beside.as_posix())
    words = _words([read] if read is not None else [])
    said = said_by(side)
    documents = {} if isinstance(said, Diagnostic) else {each.naam: _words([each]) for each in said.documenten}
    shared = {
        name: len(words & known) / (1 + len(words ^ known)) for name in names for known in [documents.get(name, set())]
    }
    return max(shared, key=lambda name: shared[name])


def _words(documents: Iterable[DocumentInhoud]) -> set[str]:
    return {word for each in documents for blok in each.blokken for word in blok.plat.lower().split()}
