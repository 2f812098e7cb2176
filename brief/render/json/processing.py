"""What came of processing the files of reviewers, as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from brief.render.json.findings import findings_as_json

if TYPE_CHECKING:
    from brief.domain.opmerking import Opmerking
    from brief.rounds.processing.run import Verwerkt


def processed_as_json(done: Verwerkt) -> dict[str, Any]:
    """Give the counts (`gelezen` is the sum of the others), the questions with their answers, and what is listed."""
    counts = ("gelezen", "toegepast", "stond_er_al", "gevraagd", "niet_overgenomen", "te_doen")
    return {
        "versie": 1,
        "bestanden": [asdict(each) for each in done.bestanden],
        "telling": {name: getattr(done, name) for name in counts},
        "overgenomen": list(done.regels),
        "vragen": [
            {
                "sleutel": each.sleutel,
                "soort": each.soort.value,
                "plaats": each.plaats,
                "wie": each.wie,
                "teksten": [{"van": name, "tekst": text} for name, text in each.teksten],
                "antwoorden": list(each.antwoorden),
            }
            for each in done.vragen
        ],
        "zelf_te_doen": [
            {
                "bestand": each.file,
                "wie": each.by,
                "plaats": each.where,
                "oud": each.old,
                "nieuw": each.new,
                "te_doen": each.advice,
            }
            for each in done.lijst
        ],
        "opmerkingen": [_remark(each) for each in done.opmerkingen],
        "geschreven": [path.as_posix() for path in done.paden],
        "meldingen": findings_as_json(done.meldingen),
    }


def _remark(each: Opmerking) -> dict[str, str]:
    names = ("plaats", "wie", "wanneer", "bestand", "versie", "woorden", "op", "tekst", "antwoord")
    return {name: getattr(each, name) for name in names} | {"stand": each.stand.value}
