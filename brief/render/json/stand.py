"""How far a round is, as the JSON that other programs read.

It has `versie: 1` and the fields of `Stand` by name. An afspraak with two themes counts under both, so a row can add up
to more than its `totaal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from brief.render.json.findings import findings_as_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.diagnostics import Diagnostic
    from brief.rounds.made.tally import Telling
    from brief.rounds.made.todo import TeBeslissen
    from brief.rounds.state import Stand


def stand_as_json(stand: Stand) -> dict[str, Any]:
    """Give the state in the form that other programs read."""
    return {
        "versie": 1,
        "ronde": stand.ronde,
        "titel": stand.titel,
        "telling": telling_as_json(stand.telling),
        "te_beslissen": te_beslissen_as_json(stand.open_punten),
        "status": stand.status,
        "landsdelen": stand.landsdelen,
        "provincies": stand.provincies,
        "voorgesteld": stand.voorgesteld,
        "zonder_thema": stand.zonder_thema,
        "zonder_plek": stand.zonder_plek,
        "onbevestigd": stand.onbevestigd,
        "plaatshouders": [
            {"tekst": finding.message, "plaats": str(finding.place) if finding.place else None}
            for finding in stand.plaatshouders
        ],
        "wacht_op": {party: list(ids) for party, ids in stand.wacht_op.items()},
        "opmerkingen_open": list(stand.opmerkingen),
        "termijnen": [
            {"datum": str(day), "id": identity, "bevestigd": is_sure} for day, identity, is_sure in stand.termijnen
        ],
    }


def te_beslissen_as_json(open_punten: TeBeslissen) -> dict[str, list[str]]:
    """Give what nobody decided yet: under each name the ids, the landsdelen or the days."""
    return {name: list(each) for name, each in asdict(open_punten).items()}


def telling_as_json(telling: Telling) -> dict[str, int]:
    """Give the sum from all afspraken to those in the list: each number, in the order of the sum."""
    return {
        "totaal": telling.totaal,
        "vervallen": telling.vervallen,
        "aangehouden": telling.aangehouden,
        "niet_openbaar": telling.niet_openbaar,
        "te_publiceren": telling.te_publiceren,
        "samen_met_tweeling": telling.samen,
        "gedrukt": telling.gedrukt,
    }


def stand_report(stand: Stand | None, errors: Iterable[Diagnostic]) -> dict[str, Any]:
    """Give what `brief stand` says: the state, when the round could be used, with the mistakes in its files."""
    said = stand_as_json(stand) if stand is not None else {"versie": 1, "ronde": None}
    return {**said, "meldingen": findings_as_json(errors)}
