"""The proof as a value: of each afspraak where it came from, what was decided, where it stands, and what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.finishing.proof.compare import BY_TAGS, ON_PAPER, Compared, Fault, Soort, compare, joined
from brief.finishing.proof.indents import by_indent
from brief.finishing.proof.lines import Kind, expected_lines, folded, plain_of
from brief.finishing.proof.read_docx import docx_lines
from brief.finishing.proof.read_html import html_lines
from brief.finishing.proof.read_odt import odt_lines
from brief.finishing.proof.read_pdf import pdf_lines, tells_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.finishing.proof.lines import Line
    from brief.text import Document


COMPARED = (
    "Vergeleken zijn de woorden en hun volgorde, de voetnoten met hun tekst en hun plaats, superscript en subscript, "
    "en het niveau van lijsten en koppen. Niet vergeleken zijn vet en cursief, de nummers van lijsten en de opmaak."
)
"""What a proof is about, and what it is not."""

_MOST = 100
"""How many characters of an afspraak the report shows."""

_NUMBER = re.compile(r"^\d+(?:\.\d+)*\.?\s+")


class Bron(Struct, frozen=True):
    """Where an afspraak came from and what was decided about it, as people read it."""

    id: str
    landsdeel: str
    agendapunt: str
    dossier: str
    plaats: str
    status: str
    besluit: str = ""
    reden: str = ""


class Regel(Struct, frozen=True):
    """One afspraak of the report: its source, its first words and its place in each file."""

    bron: Bron
    woorden: str
    plaatsen: Mapping[str, str]
    faults: tuple[Fault, ...] = ()


class Bewijs(Struct, frozen=True):
    """The whole proof: the afspraken in the order of the list, the files that were read, and every fault.

    `unseen` gives for a file what cannot be seen in it, where that is more than in the others.
    """

    bestanden: tuple[str, ...]
    regels: tuple[Regel, ...]
    faults: tuple[Fault, ...]
    unseen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
        return _prove_pdf(name, data, expected, frame)
    if name.endswith(".html"):
        found = html_lines(data.decode())
    else:
        found = docx_lines(data) if name.endswith(".docx") else odt_lines(data)
    return compare(name, expected, _levelled(found, expected), frame)


def _prove_pdf(name: str, pdf: bytes, expected: Sequence[Line], frame: Sequence[str]) -> Compared:
    how = BY_TAGS if tells_all(pdf) else ON_PAPER
    found = joined(pdf_lines(pdf), expected, how)
    words = {folded(line.plain) for line in expected if line.kind is Kind.KOP}
    if how is BY_TAGS:
        found = _levelled(_without_number(by_indent(found, expected), words), expected)
    shown = [folded(line.plain if how is BY_TAGS else line.on_paper) for line in found]
    around = [each for each in shown if each in frame or _is_contents(each, words)]
    return compare(name, expected, found, [*frame, *around], how)


def _without_number(found: Sequence[Line], headings: set[str]) -> tuple[Line, ...]:
    """Take the number from before a heading that is one of the document without it."""
    return tuple(replace(line, text=_heading(line.text, headings)) if line.kind is Kind.KOP else line for line in found)


def _heading(text: str, headings: set[str]) -> str:
    bare = _NUMBER.sub("", text)
    return bare if folded(plain_of(text)) not in headings and folded(plain_of(bare)) in headings else text


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
    return tuple(replace(line, level=line.level - shift) if line.kind is Kind.KOP else line for line in found)


def limits_of(bewijs: Bewijs) -> tuple[str, ...]:
    """Say of each file in which not all could be seen what could not, and why."""
    return tuple(
        f"In '{name}' is niet te zien, en dus niet vergeleken: {', '.join(unseen)}. Het is geen PDF/UA-1."
        for name, unseen in bewijs.unseen.items()
    )


def _first_words(text: str) -> str:
    return text if len(text) <= _MOST else text[:_MOST].rpartition(" ")[0] + " …"


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
        regels.append(Regel(bron, _first_words(lines[numbers[0]].plain), places, own))
    unseen = {name: each.unseen for name, each in compared.items() if each.unseen}
    return Bewijs(tuple(compared), tuple(regels), tuple(dict.fromkeys(faults)), unseen)


__all__ = [
    "COMPARED",
    "Bewijs",
    "Bron",
    "Compared",
    "Fault",
    "Regel",
    "Soort",
    "frame_texts",
    "limits_of",
    "prove_file",
    "report",
]
