"""An afspraak as people keep it: the proposed text, what was decided about it, and where it belongs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol

from msgspec import Struct

from brief.text import parse, plain
from brief.text.saying import Saying

if TYPE_CHECKING:
    import datetime

    from brief.diagnostics import Place
    from brief.domain.afstemming import Afstemming


class Status(StrEnum):
    """What the meeting did with a proposed afspraak."""

    VOORGESTELD = "voorgesteld"
    VASTGESTELD = "vastgesteld"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"
    AANGEHOUDEN = "aangehouden"
    TOEGEVOEGD = "toegevoegd"

    @property
    def needs_besluit(self) -> bool:
        """Tell whether this status must be backed by a besluit with a date and a reason."""
        return self in {Status.GEWIJZIGD, Status.VERVALLEN, Status.AANGEHOUDEN, Status.TOEGEVOEGD}

    @property
    def in_lijst(self) -> bool:
        """Tell whether an afspraak with this status stands in the afsprakenlijst."""
        return self is not Status.VERVALLEN and self is not Status.AANGEHOUDEN


class Besluit(Struct, frozen=True):
    """A decision at the table; `tekst` is the agreed text in Markdown when it differs from the proposed one."""

    datum: datetime.date
    reden: str
    tekst: str | None = None


class Voorstel(Struct, frozen=True):
    """What the program inferred and nobody has confirmed yet, with the words that led to it."""

    themas: tuple[str, ...] = ()
    provincies: tuple[str, ...] = ()
    gebieden: tuple[str, ...] = ()
    reden: str = ""
    termijn: datetime.date | None = None


class Herkomst(Protocol):
    """Knows where the fields of a value stand in the file that it was read from."""

    def place(self, veld: str = "", woorden: str = "") -> Place:
        """Give the place of a field (`besluit.datum`), of words within it, or without a field of the whole value."""


class Afspraak(Saying, frozen=True, eq=False):
    """One afspraak of one landsdeel.

    `tekst` and `brief` are Markdown. `themas`, `provincies`, `gebieden` hold keys of the tables in this room; the first
    thema leads. `dossiertekst` is the text of a newer version of the dossier where a person's work kept it from being
    the `tekst`; `verdwenen` names the version of the dossier that has this afspraak no more, `na_overleg` the version
    that brought it when its landsdeel had met already. `termijn` is the last day on which it must be done, as a person
    confirmed it. `afstemming` says which parties agreed to the text. `herkomst` finds places for messages; it is asked
    only when there is a message, and is no part of what the afspraak says.
    `onleesbaar` names the fields with a mistake in them: they have their default here, and what they should say nobody
    knows, so no rule may draw a conclusion from it.
    """

    beside: ClassVar[int] = 2

    id: str
    landsdeel: str
    agendapunt: str
    tekst: str
    status: Status = Status.VOORGESTELD
    besluit: Besluit | None = None
    themas: tuple[str, ...] = ()
    provincies: tuple[str, ...] = ()
    gebieden: tuple[str, ...] = ()
    voorstel: Voorstel | None = None
    landelijk: bool = False
    publiceren: bool = True
    brief: str | None = None
    kamerstukken: tuple[str, ...] = ()
    zie: tuple[str, ...] = ()
    dossiertekst: str | None = None
    verdwenen: str | None = None
    termijn: datetime.date | None = None
    vervolg_op: str | None = None
    na_overleg: str | None = None
    afstemming: tuple[Afstemming, ...] = ()
    herkomst: Herkomst | None = None
    onleesbaar: frozenset[str] = frozenset()

    @property
    def place(self) -> Place | None:
        """Give where this afspraak stands in its file."""
        return self.place_of()

    def place_of(self, veld: str = "", woorden: str = "") -> Place | None:
        """Give the place of a field, or of words within it; of the afspraak when it has no such field."""
        return self.herkomst.place(veld, woorden) if self.herkomst else None

    @property
    def agendapuntnummer(self) -> str:
        """Give the number of the agendapunt: `2.3` of `2.3 Deltaprogramma …`; empty when it has none."""
        first = self.agendapunt.split(" ", 1)[0].rstrip(".")
        return first if first[:1].isdigit() else ""

    @property
    def agendapunttitel(self) -> str:
        """Give the title of the agendapunt without its number."""
        return self.agendapunt.split(" ", 1)[-1] if self.agendapuntnummer else self.agendapunt

    @property
    def geldend_veld(self) -> str:
        """Give the field in which the text that holds is written."""
        return "besluit.tekst" if self.besluit and self.besluit.tekst is not None else "tekst"

    @property
    def geldende_tekst(self) -> str:
        """Give the text that holds: that of the besluit when it has one, else the proposed text (1-op-1)."""
        return self.besluit.tekst if self.besluit and self.besluit.tekst is not None else self.tekst

    @property
    def geldend_plat(self) -> str:
        """Give the text that holds without its mark-up, on one line; the number it has in a list is no part of it."""
        return plain(parse(self.geldende_tekst).blocks)

    def zegt_hetzelfde(self, ander: Afspraak) -> bool:
        """Tell whether the texts that hold are the same, word for word."""
        return self.geldend_plat == ander.geldend_plat

    @property
    def geldende_themas(self) -> tuple[str, ...]:
        """Give the themes that people filled in, else those that were proposed; the leading one first."""
        return self.themas or (self.voorstel.themas if self.voorstel else ())

    @property
    def geldende_provincies(self) -> tuple[str, ...]:
        """Give the provinces that people filled in, else those that were proposed."""
        return self.provincies or (self.voorstel.provincies if self.voorstel else ())

    @property
    def geldende_gebieden(self) -> tuple[str, ...]:
        """Give the NOVEX-gebieden that people filled in, else those that were proposed."""
        return self.gebieden or (self.voorstel.gebieden if self.voorstel else ())

    @property
    def rust_op_voorstel(self) -> bool:
        """Tell whether the place of this afspraak rests on a proposal that nobody confirmed."""
        filled_in = (self.themas, self.provincies, self.gebieden)
        return filled_in != (self.geldende_themas, self.geldende_provincies, self.geldende_gebieden)

    @property
    def vraagt_besluit(self) -> str:
        """Say why nobody agreed to this proposed afspraak by agreeing to its landsdeel as a whole; empty when one may.

        What was not on the table in this form is asked one by one.
        """
        if self.status is not Status.VOORGESTELD:
            return ""
        reasons = (
            (self.besluit is not None, "er is een besluit"),
            (self.na_overleg is not None, "bijgekomen na het overleg"),
            (self.dossiertekst is not None, "het dossier heeft een nieuwere tekst"),
            (self.verdwenen is not None, "niet meer in het dossier"),
        )
        return next((reason for holds, reason in reasons if holds), "")

    @property
    def te_publiceren(self) -> bool:
        """Tell whether this afspraak belongs in the afsprakenlijst."""
        return self.publiceren and self.status.in_lijst
