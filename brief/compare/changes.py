"""What changed between two contents, as data without mark-up.

An afspraak is the same one by its id, so that a move is exact however much was reworded; what has no id is paired by
its words, by the afspraken it tells of, and by likeness. A footnote is the same one by what it cites: that its number
shifted is no change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare.content import beide
from brief.compare.documents import DocumentComparison
from brief.compare.model import Soort, Vergelijking, Wijziging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.compare.content import DocumentInhoud, Inhoud


def vergelijk(oud: Inhoud, nieuw: Inhoud) -> Vergelijking:
    """Compare two contents."""
    found: list[Wijziging] = []
    same = 0
    for one, other in _documents(oud, nieuw):
        comparison = DocumentComparison(one, other, oud, nieuw)
        found += comparison.run()
        same += comparison.same
    found += _of_kenmerken(oud, nieuw)
    left_out = () if oud.afspraken and nieuw.afspraken else _unknown(oud, nieuw)
    return Vergelijking(oud.naam, nieuw.naam, tuple(dict.fromkeys(found)), same, left_out)


def _unknown(oud: Inhoud, nieuw: Inhoud) -> tuple[str, ...]:
    names = [each.naam for each in (oud, nieuw) if not each.afspraken]
    says = "zegt" if len(names) == 1 else "zeggen"
    return (f"status, thema's, provincies en gebieden: {' en '.join(names)} {says} daarvan niets",)


def _documents(oud: Inhoud, nieuw: Inhoud) -> Iterator[tuple[DocumentInhoud, DocumentInhoud]]:
    """Pair the documents by name; two files of other names are each other's by their place."""
    if len(oud.documenten) == len(nieuw.documenten) == 1:
        yield oud.documenten[0], nieuw.documenten[0]
        return
    known = {each.naam: each for each in oud.documenten}
    for each in nieuw.documenten:
        if each.naam in known:
            yield known[each.naam], each


def _of_kenmerken(oud: Inhoud, nieuw: Inhoud) -> Iterator[Wijziging]:
    """Report what a round says otherwise of an afspraak that both have, beside its text."""
    for identity, after in nieuw.afspraken.items():
        before = oud.afspraken.get(identity)
        if before is None:
            continue
        for veld in ("status", "agendapunt", "themas", "provincies", "gebieden", "kamerstukken"):
            one, other = getattr(before, veld), getattr(after, veld)
            if one != other:
                soort = Soort.HERNUMMERD if veld == "agendapunt" else Soort.GEWIJZIGD
                yield Wijziging(
                    soort, "afspraak", veld, _listed(one), _listed(other), id=identity, kenmerken=beide(before, after)
                )


def _listed(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)
