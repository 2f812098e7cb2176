"""Read a dossier: source blocks, their places, the afspraken in them, and the proof that nothing was lost."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.domain import LANDSDELEN, Agendapunt, Dossier, DossierAfspraak, Rest, Sectie
from brief.dossier import findings
from brief.dossier.afspraken import split_afspraken
from brief.dossier.identify import landsdeel_of, version_of
from brief.dossier.outline import OpenAgendapunt, Outline, outline
from brief.dossier.proof import unproved
from brief.dossier.sentences import join_sentences
from brief.dossier.split import split_blocks
from brief.dossier.spoor import Stap, stappen
from brief.text.lines import place_of_byte
from brief.text.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.dossier.afspraken import Group
    from brief.dossier.blocks import SourceBlock

_MARKDOWN = {".md", ".markdown", ".txt"}
_ZIP = b"PK\x03\x04"


class Gelezen(Struct, frozen=True):
    """A dossier with the track of every block of its source."""

    dossier: Dossier
    stappen: tuple[Stap, ...] = ()


def read(data: bytes, file: str, *, landsdeel: str | None = None) -> Dossier:
    """Read a dossier from the bytes of a .docx, .docm or Markdown file; `file` is its name in messages.

    `landsdeel` overrules what the dossier says of itself. Never raises on bad input: `meldingen` says what was odd, and
    a dossier that cannot be read, or not be proved complete, has an error among them and must not be used.
    """
    return read_with_track(data, file, landsdeel=landsdeel).dossier


def read_with_track(data: bytes, file: str, *, landsdeel: str | None = None) -> Gelezen:
    """Read a dossier as `read` does, and tell for every block of the source where it went."""
    sha256 = hashlib.sha256(data).hexdigest()
    blocks, found = _source(data, file)
    if any(diagnostic.is_error for diagnostic in found):
        return Gelezen(Dossier(landsdeel, sha256, "", (), (), (), found))
    blocks = split_blocks(blocks)
    said, doubts = landsdeel_of(blocks, file, landsdeel)
    result = outline(blocks)
    joined = [note for each in result.agendapunten for note in _join(each)]
    named = list(_named_groups(result, said))
    first = result.agendapunten[0].heading.index if result.agendapunten else len(blocks)
    dossier = Dossier(
        landsdeel=said,
        sha256=sha256,
        versie=version_of(blocks, first),
        agendapunten=tuple(_agendapunt(each) for each in result.agendapunten),
        afspraken=tuple(_afspraak(name, group, each) for name, group, each in named),
        rest=tuple(Rest(block.text.strip(), reason, block.place) for block, reason in result.rest),
    )
    pages = findings.repeated_lines(result)
    meldingen = (
        *found,
        *doubts,
        *result.diagnostics,
        *joined,
        *(note for name, group, _ in named for note in findings.of_afspraak(name, group, pages)),
        *(note for groups in _by_agendapunt(named) for note in findings.among(groups)),
        *findings.of_outline(result, dossier, file),
        *unproved(blocks, result, dossier),
    )
    track = stappen(blocks, result, ((name, group, not each.closing) for name, group, each in named))
    return Gelezen(replace(dossier, meldingen=_in_order(meldingen)), track)


def _by_agendapunt(
    named: Iterable[tuple[str, Group, OpenAgendapunt]],
) -> Iterator[list[tuple[str, Group]]]:
    """Give the afspraken of each agendapunt together."""
    for _, groups in groupby(named, lambda each: id(each[2])):
        yield [(name, group) for name, group, _ in groups]


def _source(data: bytes, file: str) -> tuple[tuple[SourceBlock, ...], tuple[Diagnostic, ...]]:
    if PurePath(file).suffix.lower() not in _MARKDOWN or data.startswith(_ZIP):
        from brief.dossier.from_word import source_blocks
        from brief.dossier.second_reading import differences
        from brief.word.reading import read as read_word
        from brief.word.second import shown

        word = read_word(data, file)
        if word.failed:
            return (), word.diagnostics
        blocks = source_blocks(word)
        return blocks, (*word.diagnostics, *differences(blocks, shown(data, file), file))
    from brief.dossier.from_markdown import source_blocks as markdown_blocks

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return (), (_no_utf8(data, error, file),)
    return markdown_blocks(text, file)


def _no_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Diagnostic:
    hint = "bewaar het bestand als UTF-8"
    place = place_of_byte(data.removeprefix(BOM_UTF8), error.start, file)
    return Diagnostic("BR142", Severity.FOUT, "het bestand is geen UTF-8-tekst", place, hint=hint)


def _join(agendapunt: OpenAgendapunt) -> list[Diagnostic]:
    notes: list[Diagnostic] = []
    for section, pieces in agendapunt.secties.items():
        agendapunt.secties[section], found = join_sentences(pieces)
        notes += found
    return notes


def _agendapunt(each: OpenAgendapunt) -> Agendapunt:
    secties = {section: normalise(piece.block for piece in pieces) for section, pieces in each.secties.items()}
    return Agendapunt(each.nummer, each.titel, each.heading.place, each.hamerpunt, each.deel, secties)


def _named_groups(result: Outline, landsdeel: str | None) -> Iterator[tuple[str, Group, OpenAgendapunt]]:
    """Give every afspraak its id: landsdeel, agendapunt, and a count that runs on through the parts of one."""
    prefix = LANDSDELEN[landsdeel].prefix if landsdeel in LANDSDELEN else "x"
    counts: dict[str, int] = {}
    for each in result.agendapunten:
        for group in split_afspraken(each.secties.get(Sectie.VOORGESTELDE_AFSPRAKEN, [])):
            counts[each.nummer] = counts.get(each.nummer, 0) + 1
            yield f"{prefix}-{each.nummer}-{counts[each.nummer]}", group, each


def _afspraak(name: str, group: Group, each: OpenAgendapunt) -> DossierAfspraak:
    place = group.pieces[0].place
    return DossierAfspraak(name, each.nummer, each.titel, group.blocks(), place, group.reason, not each.closing)


def _in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Put the messages in the order of the source; those without a place come first."""

    def key(diagnostic: Diagnostic) -> tuple[str, int]:
        place = diagnostic.place
        return (place.part or "", place.line or place.paragraph or 0) if place is not None else ("", 0)

    return tuple(sorted(diagnostics, key=key))
