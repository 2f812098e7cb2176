"""A dossier, the afspraken file that was read from it, and a newer version read into that file: all in memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.diagnostics import Place
from brief.domain import Dossier, DossierAfspraak, DossierBron
from brief.intake.answers import Antwoorden
from brief.intake.base import Basis, basis_of
from brief.intake.fitting import geldige_basis
from brief.intake.opening import Geopend, Inkomend
from brief.intake.plan import Plan, bijwerken
from brief.intake.update import toegepast
from brief.sources.afspraken import Afsprakenbestand, read_afspraken
from brief.sources.source import decode
from brief.sources.write import afspraken_of, afspraken_yaml
from brief.text import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.intake.three_way import Soort, Stap
    from brief.sources.edit import Edit

BESTAND = "dossiers/noordwest.md"
WATER = "Rijk en provincie werken een waterstrategie uit voor de hoge zandgronden tussen de beekdalen."
WONEN = "De gemeenten Almere en Lelystad starten in 2028 met de bouw van vierduizend woningen langs het spoor."
NATUUR = "De randzones van het veen krijgen een hoger waterpeil, in overleg met de eigenaren van de percelen."
ENERGIE = "De minister wijst voor Diemen één coördinator aan die de vergunningen voor het net op elkaar afstemt."

Tekst = tuple[str, str, str]
"""The number and title of an agendapunt, and the Markdown of an afspraak under it."""


def dossier(*texts: Tekst, versie: str = "v1") -> Dossier:
    """Give a dossier with these afspraken; ids are counted within an agendapunt, as a reader does."""
    counts: dict[str, int] = {}
    found = []
    for nummer, titel, text in texts:
        counts[nummer] = counts.get(nummer, 0) + 1
        name = f"nw-{nummer}-{counts[nummer]}"
        found.append(DossierAfspraak(name, nummer, titel, parse(text).blocks, Place("d.md", 1), "lid"))
    sha256 = hashlib.sha256(repr((texts, versie)).encode()).hexdigest()
    return Dossier("noordwest", sha256, versie, (), tuple(found), ())


def yaml_of(read: Dossier) -> str:
    """Give the afspraken file that a first reading writes."""
    return afspraken_yaml(DossierBron(BESTAND, read.sha256, read.versie), afspraken_of(read, {}))


def gelezen(yaml: str | bytes) -> Afsprakenbestand:
    """Read an afspraken file that has no mistakes."""
    source, problems = decode("noordwest.yaml", yaml if isinstance(yaml, bytes) else yaml.encode())
    assert source is not None, problems
    file, findings = read_afspraken(source, "noordwest")
    assert findings == (), findings
    return file


@dataclass(frozen=True)
class Uitkomst:
    """What a newer dossier did to a file."""

    plan: Plan
    edit: Edit

    @property
    def yaml(self) -> str:
        return self.edit.text()

    @property
    def bestand(self) -> Afsprakenbestand:
        return gelezen(self.edit.data())

    def stap(self, identity: str) -> Stap:
        """Give the one step of an afspraak."""
        (found,) = (stap for stap in self.plan.stappen if stap.id == identity)
        return found

    def soorten(self) -> dict[str, Soort]:
        """Give what happened to each afspraak."""
        return {stap.id: stap.soort for stap in self.plan.stappen}

    def teksten(self) -> dict[str, str]:
        """Give the text of each afspraak of the file afterwards."""
        return {each.id: each.tekst for each in self.bestand.afspraken}


def werk_bij(yaml: str | bytes, new: Dossier, basis: Basis | None, antwoorden: Antwoorden | None = None) -> Uitkomst:
    """Read a newer dossier into a file; the change is proved as `save` proves it."""
    file = gelezen(yaml)
    fitting = geldige_basis(basis, file.afspraken, file.dossier, new)
    plan = bijwerken(Geopend(Inkomend(new, BESTAND), file, fitting), antwoorden or Antwoorden())
    edit = toegepast(file, plan)
    edit.prove()
    return Uitkomst(plan, edit)


def nieuwe_versie(old: Sequence[Tekst], new: Sequence[Tekst], *edits: tuple[str, str]) -> Uitkomst:
    """Read `old`, let a person replace words in the file, and read `new`."""
    first = dossier(*old)
    yaml = yaml_of(first)
    for before, after in edits:
        assert yaml.count(before) == 1, before
        yaml = yaml.replace(before, after)
    return werk_bij(yaml, dossier(*new, versie="v2"), basis_of(first))
