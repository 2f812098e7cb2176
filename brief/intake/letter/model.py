"""What a letter is while it is taken over, and what it comes to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.kamerstuk import Stijl

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from brief.diagnostics import Diagnostic, Place
    from brief.domain import Ondertekenaar
    from brief.dossier.blocks import SourceBlock
    from brief.text.model import Blocks, Spans


class Bestemming(StrEnum):
    """Where a stretch of the letter goes."""

    TEKST = "brief.md"
    NOOT = "voetnoot"
    VELD = "ronde.yaml"
    REST = "niet overgenomen"


class Deel(Struct, frozen=True):
    """A stretch of one block: characters `begin` up to `eind` of its text, and where they go.

    `naam` is the field, the note, or the reason why it is left out.
    """

    blok: int
    begin: int
    eind: int
    bestemming: Bestemming
    naam: str
    tekst: str
    plaats: Place


class Regel(Struct, frozen=True):
    """A line of a paragraph or cell: its text, where that stands in its block, and its row and column in a table."""

    blok: int
    begin: int
    tekst: str
    plaats: Place
    cel: tuple[int, int] | None = None

    def deel(self, bestemming: Bestemming, naam: str, begin: int = 0, eind: int | None = None) -> Deel:
        """Say where a stretch of this line goes; without an end up to its last character."""
        last = len(self.tekst) if eind is None else eind
        start = self.begin
        return Deel(
            self.blok, start + begin, start + last, bestemming, naam, self.tekst[begin:last].strip(), self.plaats
        )


class Velden(Struct, frozen=True):
    """The fields of `ronde.yaml` that the letter says; what it does not say is empty.

    `afzender` has the fields of `Afzender` that were found, each as its lines.
    """

    datum: datetime.date | None = None
    betreft: str = ""
    kenmerk: str = ""
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    mede_namens: tuple[str, ...] = ()
    bijlagen: tuple[str, ...] = ()
    afzender: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Bron(Struct, frozen=True):
    """The letter as it was read: its blocks, and the notes by the name of their mark, each with the spans of its text.

    `terzijde` are the numbers of the blocks beside the text: a column, a text box, a header.
    """

    bestand: str
    blokken: tuple[SourceBlock, ...]
    noten: Mapping[str, Spans]
    nootblokken: Mapping[str, tuple[int, ...]]
    terzijde: frozenset[int] = frozenset()
    meldingen: tuple[Diagnostic, ...] = ()


class Overgenomen(Struct, frozen=True):
    """A letter taken over. `tekst` is the Markdown of `brief.md`; empty when a finding is an error.

    `stukken` gives the fields of each paper by its key. `delen` say of every character of the letter where it went.
    `stijl` is how the notes write their papers, `ronde` the round of which `brief` made the letter itself, if it did.
    """

    bestand: str
    tekst: str = ""
    velden: Velden = Velden()
    stukken: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    delen: tuple[Deel, ...] = ()
    meldingen: tuple[Diagnostic, ...] = ()
    blokken: Blocks = ()
    noten: Mapping[str, Spans] = field(default_factory=dict)
    stijl: Stijl = Stijl.MINISTERIE
    ronde: str = ""

    @property
    def rest(self) -> tuple[Deel, ...]:
        """Give what was not taken over, with the reason in `naam`."""
        return tuple(deel for deel in self.delen if deel.bestemming is Bestemming.REST)

    @property
    def failed(self) -> bool:
        """Tell whether the letter could not be taken over."""
        return any(melding.is_error for melding in self.meldingen)
