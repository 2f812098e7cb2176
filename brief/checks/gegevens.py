"""What a rule may look at: a whole round as one frozen value."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import Status
from brief.text import Parsed, parse, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.domain import Afspraak, Dossier, DossierBron, Opmerking, Ronde
    from brief.kamerstuk import Stuk
    from brief.text import Block


class Gegevens(Struct, frozen=True, dict=True):
    """A round.

    `map` is its folder as messages show it. `bronnen` says per landsdeel which dossier its afspraken were read from,
    `dossiers` what the dossier says now, `aanwezig` which dossier files are there with the SHA-256 of their bytes.
    `brief_tekst` is the text of the letter as typed, `brief` the same text read. `niet_genoemd` are the ids of the
    published afspraken that the letter neither asks for nor tells. `onvolledig` are the landsdelen whose file has a
    mistake that cost an afspraak: nothing follows from what is not there.
    """

    map: str
    ronde: Ronde
    afspraken: tuple[Afspraak, ...]
    bronnen: Mapping[str, DossierBron] = field(default_factory=dict)
    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    aanwezig: Mapping[str, str] = field(default_factory=dict)
    stukken: Mapping[str, Stuk] = field(default_factory=dict)
    stukplaatsen: Mapping[str, Place] = field(default_factory=dict)
    brief_tekst: str = ""
    brief: Parsed = field(default_factory=lambda: Parsed(()))
    niet_genoemd: tuple[str, ...] = ()
    opmerkingen: tuple[Opmerking, ...] = ()
    """The comments of reviewers that were kept."""
    onvolledig: frozenset[str] = frozenset()

    def gelezen(self, *velden: str) -> Iterator[Afspraak]:
        """Give the afspraken in which these fields could be read: about the others a message says so already."""
        return (each for each in self.afspraken if not each.onleesbaar & set(velden))

    @property
    def brief_bestand(self) -> str:
        """Give the path of the letter's text as messages show it."""
        return f"{self.map}/{self.ronde.brief.tekst}"

    @cached_property
    def teksten(self) -> Mapping[tuple[str, str], str]:
        """Give what is written of each agendapunt, by landsdeel and number; what was added at the table is left out."""
        written: dict[tuple[str, str], list[Block]] = {}
        for afspraak in self.afspraken:
            if afspraak.status is not Status.TOEGEVOEGD:
                key = (afspraak.landsdeel, afspraak.agendapuntnummer)
                written.setdefault(key, []).extend(parse(afspraak.tekst).blocks)
        return {key: plain(blocks) for key, blocks in written.items()}

    @cached_property
    def dossierteksten(self) -> Mapping[tuple[str, str], str]:
        """Give the afspraken of each agendapunt as the dossiers have them, by landsdeel and number."""
        source: dict[tuple[str, str], list[Block]] = {}
        for landsdeel, dossier in self.dossiers.items():
            for each in dossier.afspraken:
                source.setdefault((landsdeel, each.agendapunt), []).extend(each.tekst)
        return {key: plain(blocks) for key, blocks in source.items()}

    def ronde_plaats(self, veld: str) -> Place | None:
        """Give where a field of `ronde.yaml` stands, such as `brief.datum`."""
        return dict(self.ronde.places).get(veld, self.ronde.place)


def fout(code: str, message: str, place: Place | None, label: str | None = None, hint: str | None = None) -> Diagnostic:
    """Make a finding that stops the work."""
    return Diagnostic(code, Severity.FOUT, message, place, label, hint)


def waarschuwing(
    code: str, message: str, place: Place | None, label: str | None = None, hint: str | None = None
) -> Diagnostic:
    """Make a finding that asks for a look."""
    return Diagnostic(code, Severity.WAARSCHUWING, message, place, label, hint)


def info(code: str, message: str, place: Place | None, label: str | None = None, hint: str | None = None) -> Diagnostic:
    """Make a finding that only tells."""
    return Diagnostic(code, Severity.INFO, message, place, label, hint)
