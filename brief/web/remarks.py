"""The comments of reviewers by what they are about: an afspraak, a line of the letter, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from brief.domain import Opmerking
    from brief.rounds.opening import Opened


class Genummerd(Struct, frozen=True):
    """A comment with its number in the file, from 0."""

    nummer: int
    opmerking: Opmerking


class Opmerkingen(Struct):
    """All comments of a round: by the id of an afspraak, by the line of the letter, and those about neither."""

    bij_afspraak: dict[str, list[Genummerd]] = field(default_factory=dict)
    bij_regel: dict[int, list[Genummerd]] = field(default_factory=dict)
    overige: list[Genummerd] = field(default_factory=list)
    open: int = 0

    @property
    def open_ids(self) -> frozenset[str]:
        """Give the ids of the afspraken about which a comment is open."""
        return frozenset(
            key for key, found in self.bij_afspraak.items() if any(each.opmerking.is_open for each in found)
        )


def placed(opened: Opened) -> Opmerkingen:
    """Put each comment of a round where it belongs."""
    result = Opmerkingen()
    bestanden = opened.bestanden
    if bestanden is None:
        return result
    ids = {each.id for each in bestanden.afspraken}
    for number, each in enumerate(bestanden.opmerkingen):
        numbered = Genummerd(number, each)
        result.open += each.is_open
        about = [key for key in each.plaats.split() if key in ids]
        file, _, line = each.plaats.rpartition(":")
        if about:
            for key in about:
                result.bij_afspraak.setdefault(key, []).append(numbered)
        elif file == bestanden.ronde.brief.tekst and line.isdecimal():
            result.bij_regel.setdefault(int(line), []).append(numbered)
        else:
            result.overige.append(numbered)
    return result
