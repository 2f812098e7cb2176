"""Proposals that wait for an answer, as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.rounds.confirming import Groep


def voorstellen_as_json(ronde: str, groepen: Sequence[Groep]) -> dict[str, Any]:
    """Give the open proposals by value and reason; `zekerheid` is from 0 to 1, null when nobody knows."""
    return {
        "versie": 1,
        "ronde": ronde,
        "aantal": sum(len(groep.vermoedens) for groep in groepen),
        "groepen": [
            {
                "veld": groep.veld.value,
                "sleutel": groep.sleutel,
                "naam": groep.naam,
                "reden": groep.reden,
                "voorstellen": [
                    {
                        "id": each.afspraak.id,
                        "agendapunt": each.afspraak.agendapunt,
                        "reden": each.reden.woorden,
                        "zekerheid": each.reden.zekerheid,
                        "leidt": each.leidt,
                        "wacht_op": each.wacht_op,
                    }
                    for each in groep.vermoedens
                ],
            }
            for groep in groepen
        ],
    }
