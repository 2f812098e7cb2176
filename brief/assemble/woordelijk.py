"""The text of an afspraak as elements of a document: block for block as it stands, its papers in a note at the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.assemble.noten import met_noot, van_veld
from brief.diagnostics import Diagnostic, Severity
from brief.text import Bron, Element, Insert, Origin, Role, Table, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.assemble.noten import Noten
    from brief.diagnostics import Place
    from brief.domain import Afspraak
    from brief.text import Block, Note, Parsed


class Woordelijk(Struct):
    """Gives the text that holds for afspraken; what cannot be printed is added to `meldingen`.

    `gelezen` are texts that were read before, as they are typed.
    """

    noten: Noten
    meldingen: list[Diagnostic]
    gelezen: Mapping[str, Parsed] = field(default_factory=dict)

    def elements(self, afspraak: Afspraak) -> list[Element]:
        """Give the text of one afspraak."""
        veld = "besluit.tekst" if afspraak.geldende_tekst != afspraak.tekst else "tekst"
        place = partial(afspraak.place_of, veld)
        parsed = self.gelezen.get(afspraak.geldende_tekst) or parse(afspraak.geldende_tekst)
        self.meldingen += van_veld(parsed, afspraak, veld)
        notes = self.noten.van_tekst(afspraak.id, parsed.notes) if parsed.notes else self.noten
        blocks = [notes.in_block(block, place) for block in parsed.blocks if not isinstance(block, Insert)]
        if len(blocks) < len(parsed.blocks):
            self._has_insert(afspraak, place())
        for name in (name for name in parsed.notes if name not in notes.gebruikt):
            self._unused_note(afspraak, name, place())
        if afspraak.kamerstukken and blocks:
            note = self.noten.of_keys(afspraak.kamerstukken, place)
            blocks[-1] = ending_with(blocks[-1], note)
        origins = (Origin(Bron.AFSPRAAK, afspraak.id, number) for number in range(1, len(blocks) + 1))
        return [
            Element(block, Role.AFSPRAAK, afspraak.id, source=place, origin=origin)
            for block, origin in zip(blocks, origins, strict=True)
        ]

    def _has_insert(self, afspraak: Afspraak, place: Place | None) -> None:
        message = f"in de tekst van {afspraak.id} staat een blok met afspraken, en dat kan alleen in de brief"
        hint = "haal de regels met ::: weg"
        self.meldingen.append(Diagnostic("BR508", Severity.FOUT, message, place, hint=hint))

    def _unused_note(self, afspraak: Afspraak, name: str, place: Place | None) -> None:
        """Refuse a note without a mark: the text of an afspraak goes into the list whole."""
        message = f"voetnoot '{name}' wordt in de tekst van {afspraak.id} nergens genoemd en komt er dus niet in"
        hint = f"zet [^{name}] in de tekst waar de voetnoot hoort, of haal de regel weg"
        self.meldingen.append(Diagnostic("BR520", Severity.FOUT, message, place, hint=hint))


def ending_with(block: Block, note: Note) -> Block:
    """Put a note at the end of a block; in a table, at the end of its last cell."""
    if isinstance(block, Insert):
        return block
    if isinstance(block, Table):
        *rows, last = block.rows
        return replace(block, rows=(*rows, (*last[:-1], met_noot(last[-1], note))))
    return replace(block, spans=met_noot(block.spans, note))
