"""The proof as a value: of each afspraak where it came from, what was decided, where it stands, and what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.finishing.proof.compare import Compared, Fault, Soort, compare, joined, on_paper
from brief.finishing.proof.lines import Kind, expected_lines
from brief.finishing.proof.read_docx import docx_lines
from brief.finishing.proof.read_html import html_lines
from brief.finishing.proof.read_odt import odt_lines
from brief.finishing.proof.read_pdf import pdf_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.finishing.proof.lines import Line
    from brief.text import Document


@dataclass(frozen=True, slots=True)
class Bron:
    """Where an afspraak came from and what was decided about it, as people read it."""

    id: str
    landsdeel: str
    agendapunt: str
    dossier: str
    plaats: str
    status: str
    besluit: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """One afspraak of the report: its source, its first words and its place in each file."""

    bron: Bron
    woorden: str
    plaatsen: Mapping[str, str]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Bewijs:
    """The whole proof: the afspraken in the order of the list, the files that were read, and every fault."""

    bestanden: tuple[str, ...]
    regels: tuple[Regel, ...]
    faults: tuple[Fault, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether every file says what was agreed, all of it and nothing else."""
        return not self.faults


def frame_texts(lines: Sequence[Line]) -> tuple[str, ...]:
    """Give the texts of a document without a body, as they are compared: those may stand around it."""
    return tuple("".join(line.plain.split()) for line in lines)


def prove_file(name: str, data: bytes, document: Document, frame: Sequence[str]) -> Compared:
    """Read a finished file back and hold it against its document; `name` says by its ending what it is."""
    expected = expected_lines(document)
    if name.endswith(".pdf"):
        found = joined(pdf_lines(data), expected)
        headings = {re.sub(r"\s", "", line.plain) for line in expected if line.kind is Kind.KOP}
        contents = [w for line in found if (w := "".join(line.plain.split())) and _is_contents(w, headings)]
        papers = ["".join(line.on_paper.split()) for line in found if line.on_paper in frame]
        return compare(name, expected, found, [*frame, *contents, *papers], on_paper)
    if name.endswith(".html"):
        found = html_lines(data.decode())
    else:
        found = docx_lines(data) if name.endswith(".docx") else odt_lines(data)
    return compare(name, expected, _levelled(found, expected), frame)


def _is_contents(words: str, headings: set[str]) -> bool:
    """Tell whether this is a line of the contents: a heading, perhaps with its number before it, its page behind it."""
    return any(
        re.fullmatch(rf"\d*{re.escape(heading)}\d{{0,3}}", words) is not None
        for heading in headings
        if heading in words
    )


def _levelled(found: Sequence[Line], expected: Sequence[Line]) -> tuple[Line, ...]:
    """Count the levels of headings as the text does: those of a file begin below its title."""
    first = next((line for line in expected if line.kind is Kind.KOP), None)
    same = next((line for line in found if first and line.kind is Kind.KOP and line.plain == first.plain), None)
    shift = same.level - first.level if first and same else 0
    return tuple(
        type(line)(line.kind, line.level - shift, line.text, line.place) if line.kind is Kind.KOP else line
        for line in found
    )


def report(
    documents: Sequence[Document],
    compared: Mapping[str, Compared],
    files: Mapping[str, str],
    bronnen: Mapping[str, Bron],
    before: Sequence[Fault] = (),
) -> Bewijs:
    """Bring the proof together; `files` gives for each file the name of its document, `before` faults found earlier."""
    faults = [*before, *(fault for each in compared.values() for fault in each.faults)]
    listing = documents[-1]
    lines = expected_lines(listing)
    owners = list(dict.fromkeys(line.owner for line in lines if line.owner))
    regels = []
    for owner in owners:
        numbers = [number for number, line in enumerate(lines) if line.owner == owner]
        places = {
            name: compared[name].places[numbers[0]]
            for name, document in files.items()
            if document == listing.name and name in compared
        }
        own = tuple(fault for fault in faults if fault.owner == owner)
        bron = bronnen.get(owner, Bron(owner, "", "", "", "", ""))
        regels.append(Regel(bron, lines[numbers[0]].plain[:100], places, own))
    return Bewijs(tuple(compared), tuple(regels), tuple(dict.fromkeys(faults)))


__all__ = ["Bewijs", "Bron", "Compared", "Fault", "Regel", "Soort", "frame_texts", "prove_file", "report"]
