"""Which afspraken have another text than their dossier had when it was last read, while no besluit says so.

Making a version looks at this without opening a dossier; checking holds the texts against the dossiers themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain import Status
from brief.text import parse, plain, unnumbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brief.domain import Afspraak
    from brief.intake.base import Basis


def reworded(afspraken: Sequence[Afspraak], basis: Basis) -> Iterator[str]:
    """Give the ids of one landsdeel whose `tekst` is not that of `basis`.

    An agendapunt that has the same words in the same order was only divided otherwise: that changes nothing.
    """
    known = {each.id: each.tekst for each in basis.afspraken if each.tekst is not None}
    compared = [each for each in afspraken if each.id in known and _comes_from_dossier(each)]
    found = [each for each in compared if _differs(each.tekst, known[each.id])]
    if not found:
        return
    here = _by_agendapunt((each.agendapunt, each.tekst) for each in afspraken if _comes_from_dossier(each))
    there = _by_agendapunt((each.agendapunt, each.tekst or "") for each in basis.afspraken)
    for each in found:
        if here[each.agendapunt] != there.get(each.agendapunt) or _words(each.tekst) == _words(known[each.id]):
            yield each.id


def _comes_from_dossier(afspraak: Afspraak) -> bool:
    return afspraak.status is not Status.TOEGEVOEGD and afspraak.dossiertekst is None


def _differs(one: str, other: str) -> bool:
    return one.strip() != other.strip() and unnumbered(parse(one).blocks) != unnumbered(parse(other).blocks)


def _by_agendapunt(texts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for agendapunt, text in texts:
        words.setdefault(agendapunt, []).extend(_words(text).split())
    return words


def _words(markdown: str) -> str:
    return plain(parse(markdown).blocks)
