"""A dossier as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.domain import Sectie
from brief.render.json.findings import finding_as_json
from brief.text import plain, write

if TYPE_CHECKING:
    from brief.domain import Agendapunt, Dossier, DossierAfspraak

VERSIE = 1


def dossier_as_json(dossier: Dossier) -> dict[str, Any]:
    """Give a dossier in the form of `brief inlezen BESTAND --json`; texts are Markdown, `plat` is without mark-up.

    Every agendapunt has every section; one that is not there is empty.
    """
    return {
        "versie": VERSIE,
        "landsdeel": dossier.landsdeel,
        "sha256": dossier.sha256,
        "agendapunten": [_agendapunt(each) for each in dossier.agendapunten],
        "afspraken": [_afspraak(each) for each in dossier.afspraken],
        "rest": [{"tekst": rest.tekst, "reden": rest.reden, "plaats": str(rest.place)} for rest in dossier.rest],
        "meldingen": [finding_as_json(finding) for finding in dossier.meldingen],
    }


def _agendapunt(each: Agendapunt) -> dict[str, Any]:
    return {
        "nummer": each.nummer,
        "titel": each.titel,
        "hamerpunt": each.hamerpunt,
        "deel": each.deel,
        "plaats": str(each.place),
        "secties": {section.value: write(each.secties.get(section, ())) for section in Sectie},
    }


def _afspraak(each: DossierAfspraak) -> dict[str, Any]:
    return {
        "id": each.id,
        "agendapunt": each.agendapunt,
        "tekst": write(each.tekst),
        "plat": plain(each.tekst),
        "publiceren": each.publiceren,
        "reden": each.reden,
        "plaats": str(each.place),
    }
