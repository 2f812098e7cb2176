"""Write a new `afspraken/<landsdeel>.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.disk.files import replace_file
from brief.domain import Afspraak, DossierBron, Status
from brief.sources.scalar import Value, field_lines, flow
from brief.sources.schema import line_for
from brief.text import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.domain import Besluit, Dossier, Voorstel
    from brief.domain.afstemming import Afstemming


def write_afspraken(
    path: Path,
    dossier: Dossier,
    bestand: str,
    voorstellen: Mapping[str, Voorstel],
) -> tuple[Diagnostic, ...]:
    """Write the afspraken of a dossier to a new file, in one go.

    `bestand` is the dossier's path from the round's folder, `voorstellen` what was inferred, by id. A file that exists
    is left alone, with a finding.
    """
    bron = DossierBron(bestand, dossier.sha256, dossier.versie)
    text = afspraken_yaml(bron, afspraken_of(dossier, voorstellen))
    return replace_file(path, text.encode("utf-8"), read_as=None)


def afspraken_of(dossier: Dossier, voorstellen: Mapping[str, Voorstel]) -> tuple[Afspraak, ...]:
    """Give the afspraken of a dossier as they are when nobody has looked at them yet."""
    return tuple(
        Afspraak(
            id=afspraak.id,
            landsdeel=dossier.landsdeel or "",
            agendapunt=f"{afspraak.agendapunt} {afspraak.titel}".strip(),
            tekst=write(afspraak.tekst),
            voorstel=voorstellen.get(afspraak.id),
            publiceren=afspraak.publiceren,
        )
        for afspraak in dossier.afspraken
    )


def afspraken_yaml(bron: DossierBron, afspraken: Iterable[Afspraak]) -> str:
    """Give the text of an afspraken file."""
    source: dict[str, Value] = {"bestand": bron.bestand, "sha256": bron.sha256, "versie": bron.versie}
    written = [afspraak_lines(afspraak) for afspraak in afspraken]
    lines = [line_for("afspraken", deep=1), f"dossier: {flow(source)}", "afspraken:" if written else "afspraken: []"]
    for number, item in enumerate(written):
        lines += ["", *item] if number else item
    return "\n".join(lines) + "\n"


def afspraak_lines(afspraak: Afspraak, indent: int = 2) -> list[str]:
    """Give the lines of an afspraak in a list that stands `indent` deep."""
    lines = [line for name, value in fields_of(afspraak).items() for line in field_lines(name, value, indent + 2)]
    return [" " * indent + "- " + lines[0].lstrip(), *lines[1:]]


def fields_of(afspraak: Afspraak) -> dict[str, Value]:
    """Give the fields of an afspraak that must be written, in their order; the empty lists are there to be filled."""
    fields: dict[str, Value] = {
        "id": afspraak.id,
        "agendapunt": afspraak.agendapunt,
        "tekst": afspraak.tekst,
    }
    marks = (
        ("dossiertekst", afspraak.dossiertekst),
        ("verdwenen", afspraak.verdwenen),
        ("na_overleg", afspraak.na_overleg),
    )
    fields |= {name: value for name, value in marks if value is not None}
    fields["status"] = Status(afspraak.status).value
    if afspraak.besluit is not None:
        fields["besluit"] = besluit_fields(afspraak.besluit)
    fields |= {"themas": afspraak.themas, "provincies": afspraak.provincies, "gebieden": afspraak.gebieden}
    if afspraak.termijn is not None:
        fields["termijn"] = afspraak.termijn
    if afspraak.voorstel is not None:
        fields["voorstel"] = voorstel_fields(afspraak.voorstel)
    if afspraak.vervolg_op is not None:
        fields["vervolg_op"] = afspraak.vervolg_op
    if afspraak.landelijk:
        fields["landelijk"] = True
    if not afspraak.publiceren:
        fields["publiceren"] = False
    if afspraak.brief is not None:
        fields["brief"] = afspraak.brief
    answers = tuple(afstemming_fields(each) for each in afspraak.afstemming)
    last: tuple[tuple[str, Value], ...] = (
        ("kamerstukken", afspraak.kamerstukken),
        ("zie", afspraak.zie),
        ("afstemming", answers),
    )
    return fields | {name: value for name, value in last if value}


def afstemming_fields(afstemming: Afstemming) -> dict[str, Value]:
    """Give the fields of the answer of a party that have something in them, in their order."""
    fields: dict[str, Value] = {"partij": afstemming.partij, "stand": afstemming.stand.value}
    if afstemming.datum is not None:
        fields["datum"] = afstemming.datum
    return fields | ({"kenmerk": afstemming.kenmerk} if afstemming.kenmerk else {})


def besluit_fields(besluit: Besluit) -> dict[str, Value]:
    """Give the fields of a besluit in their order."""
    fields: dict[str, Value] = {"datum": besluit.datum, "reden": besluit.reden}
    return fields if besluit.tekst is None else fields | {"tekst": besluit.tekst}


def voorstel_fields(voorstel: Voorstel) -> dict[str, Value]:
    """Give the fields of a voorstel that have something in them, in their order."""
    lists = {"themas": voorstel.themas, "provincies": voorstel.provincies, "gebieden": voorstel.gebieden}
    fields: dict[str, Value] = {name: value for name, value in lists.items() if value}
    if voorstel.termijn is not None:
        fields["termijn"] = voorstel.termijn
    return fields | ({"reden": voorstel.reden} if voorstel.reden else {})
