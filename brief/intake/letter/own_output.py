"""What a letter that `brief` made says of itself: which paragraphs tell afspraken, and the names of its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Severity
from brief.text.dutch import eerste
from brief.text.model import NoteMark
from brief.text.origin import Bron
from brief.word.opc.origins import origin_of
from brief.word.returned.reading import read_returned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brief.dossier.blocks import SourceBlock
    from brief.word.returned.model import Alinea

_PROPERTIES = b"docProps/custom.xml"
_MOST_IDS = 6


class OwnOutput(Struct, frozen=True):
    """What the marks of origin say: the round, the afspraken of each paragraph by its place, the names of notes."""

    ronde: str = ""
    afspraken: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    noten: Mapping[str, str] = field(default_factory=dict)


def own_output(data: bytes, file: str) -> OwnOutput:
    """Read the marks of a file; nothing of a file that `brief` did not make."""
    if _PROPERTIES not in data:
        return OwnOutput()
    returned = read_returned(data, file)
    if not returned.ronde or not returned.is_marked:
        return OwnOutput()
    told = {(each.part, each.number): ids for each in returned.alineas if (ids := tuple(_ids(each)))}
    notes = {name: key for each in returned.alineas for name, key in _named_notes(each)}
    return OwnOutput(returned.ronde, told, notes)


def _ids(alinea: Alinea) -> Iterator[str]:
    for mark in alinea.marks:
        origin = origin_of(mark)
        if origin is not None and origin.bron in (Bron.ZIN, Bron.CONCEPT):
            yield origin.key


def _named_notes(alinea: Alinea) -> Iterator[tuple[str, str]]:
    for piece in alinea.pieces:
        origin = origin_of(piece.marks[-1]) if piece.marks else None
        if isinstance(piece.span, NoteMark) and origin is not None and origin.bron is Bron.NOOT:
            yield piece.span.name, origin.key


def told_findings(own: OwnOutput, text: Sequence[SourceBlock]) -> Iterator[Diagnostic]:
    """Tell that paragraphs are sentences of the afspraken of the round that the letter was made of."""
    blocks = [block for block in text if (block.place.part or "", block.place.paragraph or 0) in own.afspraken]
    if not blocks:
        return
    ids = [name for b in blocks for name in own.afspraken[b.place.part or "", b.place.paragraph or 0]]
    shown = eerste(list(dict.fromkeys(ids)), _MOST_IDS)
    which = "één alinea vertelt" if len(blocks) == 1 else f"{len(blocks)} alinea's vertellen"
    message = f"{which} afspraken van ronde {own.ronde} ({shown}) en staan nu als gewone tekst in brief.md"
    if len(blocks) == 1:
        message = message.replace("en staan nu", "en staat nu")
    hint = "zet er voor deze ronde een blok voor in de plaats: ::: {.afspraken thema=water}"
    yield Diagnostic("BR602", Severity.WAARSCHUWING, message, blocks[0].place, hint=hint)
