"""The base that fits an afspraken file as it is now, also where nobody kept one, and the ids that are still free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare.likeness import unmarked
from brief.compare.match import Item, match
from brief.domain import Status
from brief.intake.base import Basis, kop, regel, titel, unknown_basis
from brief.text import write

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from brief.domain import Afspraak, Dossier, DossierBron

_LONGEST = 9
"""Digits of the longest number that counts; a longer one is no number that anybody counted to."""


def geldige_basis(basis: Basis | None, huidig: Sequence[Afspraak], bron: DossierBron | None, dossier: Dossier) -> Basis:
    """Give the base as far as it fits a file that says `huidig` and names `bron`, for the reading of a dossier.

    It fits when it is of the dossier that the file names. When the file names the new dossier already, the last reading
    stopped halfway, and the base is of the one before. A base that fits not is used without its texts.
    """
    named = bron.sha256 if bron else ""
    if basis is None and named == dossier.sha256:
        return eerste_basis(huidig, dossier)
    if basis is None:
        return unknown_basis([each for each in huidig if each.status is not Status.TOEGEVOEGD])
    return basis if basis.sha256 == named or named == dossier.sha256 else basis.without_texts()


def eerste_basis(huidig: Sequence[Afspraak], dossier: Dossier) -> Basis:
    """Give the base of a file that was read from this same dossier before bases were kept.

    Where the texts do not tell which is which, the ids do: they were given by this dossier.
    """
    mine = [each for each in huidig if each.status is not Status.TOEGEVOEGD]
    items = [item_of(each.id, each.tekst, each.agendapunt, each.id) for each in mine]
    found = match(items, items_of(dossier))
    names = {pair.new: mine[pair.old].id for pair in found.pairs}
    taken = {each.id for each in huidig}
    rest = taken - set(names.values())
    given = {index: each.id for index, each in enumerate(dossier.afspraken)}
    clash = [index for index, each in given.items() if index not in names and each in taken - rest]
    used = taken | set(given.values())
    names = given | names | dict(zip(clash, new_ids([given[each] for each in clash], used), strict=True))
    rows = tuple(regel(each, names[index]) for index, each in enumerate(dossier.afspraken))
    return Basis(dossier.sha256, dossier.versie, rows, tuple(sorted(used | set(names.values()))))


def new_ids(wanted: Iterable[str], given: Iterable[str], *, is_unsure: bool = False) -> tuple[str, ...]:
    """Give for each id that is wanted one that was never given: itself, else the next number of its agendapunt.

    `nw-2.3-1` becomes `nw-2.3-4` when `nw-2.3-3` is the highest of that agendapunt. `given` are the ids that were given
    once. `is_unsure`: of an agendapunt that had ids nobody knows which ones were taken away, so the one wanted is not
    free there.
    """
    taken = set(given)
    highest, new = _highest(taken), list[str]()
    for each in wanted:
        identity = _free(each, taken, highest, is_unsure=is_unsure)
        new.append(identity)
        taken.add(identity)
        highest |= {stem: max(highest.get(stem, 0), number) for stem, number in _highest((identity,)).items()}
    return tuple(new)


def _free(wanted: str, taken: Collection[str], highest: Mapping[str, int], *, is_unsure: bool) -> str:
    stem, _, end = wanted.rpartition("-")
    given, number = wanted, max(highest.get(stem, 0), _number(end))
    if is_unsure and stem in highest:
        number += 1
        given = f"{stem}-{number}"
    while given in taken:
        number += 1
        given = f"{stem}-{number}"
    return given


def _highest(ids: Iterable[str]) -> dict[str, int]:
    """Give the highest number under each agendapunt that has an id; 0 where the number of none counts."""
    highest: dict[str, int] = {}
    for each in ids:
        stem, _, end = each.rpartition("-")
        highest[stem] = max(highest.get(stem, 0), _number(end))
        highest.setdefault("-".join(each.split("-", 2)[:2]), 0)
    return highest


def _number(end: str) -> int:
    return int(end) if len(end) <= _LONGEST and end.isascii() and end.isdigit() else 0


def items_of(dossier: Dossier) -> list[Item]:
    """Give what is matched of a dossier, its afspraken in order."""
    return [item_of(each.id, write(each.tekst), kop(each), each.id) for each in dossier.afspraken]


def item_of(identity: str, text: str, agendapunt: str, mark: str = "", *, strict: bool = False) -> Item:
    """Give what is matched: the text without its own number in the list, under the title of its agendapunt."""
    return Item(identity, unmarked(text), titel(agendapunt), mark, strict)
