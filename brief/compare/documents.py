"""Compare two versions of one document: its fields, the units of its body, and their footnotes."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.compare.content import NIETS_BEKEND, Kenmerken, beide, samen
from brief.compare.model import Soort, Wijziging
from brief.compare.pairing import Pairing
from brief.compare.splits import parted
from brief.compare.units import MARK, MARK_BEGINS, plain_spaces, units
from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brief.compare.content import DocumentInhoud, Inhoud
    from brief.compare.units import Unit


class DocumentComparison:
    """Compares two versions of one document; `same` counts the units that stayed."""

    def __init__(self, one: DocumentInhoud, other: DocumentInhoud, oud: Inhoud, nieuw: Inhoud) -> None:
        self.fields = one.velden, other.velden
        self.name = other.naam
        self.new = units(other)
        self.old = self.new if one.blokken == other.blokken else units(one)
        self.known = oud.afspraken, nieuw.afspraken
        self.pairing = Pairing(self.old, self.new)
        self.same = 0

    def run(self) -> list[Wijziging]:
        """Give the changes: fields, then the body in the order of the new document, then what is gone."""
        if self.old is self.new:
            self.same = len(self.new)
            return list(self._of_fields())
        self.pairing.run()
        splits, joins = self._split(), self._joined()
        told = {index for each in splits for index in each[1]} | {each[0] for each in joins}
        gone = {each[0] for each in splits} | {index for each in joins for index in each[1]}
        moved = self.pairing.moved()
        found = list(self._of_fields())
        for index, unit in enumerate(self.new):
            if index in told:
                continue
            old = self.pairing.pairs.get(index)
            if old is None:
                found.append(self._change(Soort.TOEGEVOEGD, None, unit))
            else:
                found += self._of_pair(self.old[old], unit, moved=index in moved)
        found += [self._change(Soort.VERVALLEN, self.old[i], None) for i in self.pairing.old_left if i not in gone]
        found += [
            self._parted(Soort.GESPLITST, [self.old[whole]], [self.new[i] for i in parts]) for whole, parts in splits
        ]
        found += [
            self._parted(Soort.SAMENGEVOEGD, [self.old[i] for i in parts], [self.new[whole]]) for whole, parts in joins
        ]
        return found

    def _of_fields(self) -> Iterator[Wijziging]:
        before, after = self.fields
        for name in dict.fromkeys((*after, *before)):
            one, other = plain_spaces(before.get(name, "")), plain_spaces(after.get(name, ""))
            if one != other:
                soort = Soort.TOEGEVOEGD if not one else Soort.VERVALLEN if not other else Soort.GEWIJZIGD
                yield Wijziging(soort, "veld", name, one, other)

    def _of_pair(self, old: Unit, new: Unit, *, moved: bool) -> Iterator[Wijziging]:
        changed = old.tekst != new.tekst
        if changed or moved:
            soort = (
                Soort.VERPLAATST_EN_GEWIJZIGD if changed and moved else Soort.VERPLAATST if moved else Soort.GEWIJZIGD
            )
            yield self._change(soort, old, new)
        elif old.id != new.id or old.genummerd != new.genummerd:
            yield self._renumbered(old, new)
        else:
            self.same += 1
        yield from self._of_notes(old, new)

    def _renumbered(self, old: Unit, new: Unit) -> Wijziging:
        if old.id != new.id:
            return self._change(Soort.HERNUMMERD, old, new, veld="id", texts=(old.id, new.id))
        texts = ", ".join(old.genummerd), ", ".join(new.genummerd)
        return self._change(Soort.HERNUMMERD, old, new, veld="nummer", texts=texts)

    def _of_notes(self, old: Unit, new: Unit) -> Iterator[Wijziging]:
        """Report the footnotes of a unit by what they cite, not by number; those of one paper by their order."""
        before, after = _texts(old), _texts(new)
        places = (_places(old), _places(new)) if old.tekst == new.tekst else ({}, {})
        for key in dict.fromkeys((*before, *after)):
            was, now = before.get(key, []), after.get(key, [])
            if was != now:
                for one, other in _unlike(was, now):
                    soort = Soort.TOEGEVOEGD if one is None else Soort.VERVALLEN if other is None else Soort.GEWIJZIGD
                    yield self._change(soort, old, new, onderdeel="voetnoot", veld=key, texts=(one or "", other or ""))
            elif places[0].get(key) != places[1].get(key):
                texts = old.gemerkt, new.gemerkt
                yield self._change(Soort.VERPLAATST, old, new, onderdeel="voetnoot", veld=key, texts=texts)

    def _change(
        self,
        soort: Soort,
        old: Unit | None,
        new: Unit | None,
        *,
        onderdeel: str = "",
        veld: str = "tekst",
        texts: tuple[str, str] | None = None,
    ) -> Wijziging:
        unit = new or old
        if unit is None:
            message = "a change is of something"
            raise ValueError(message)
        one, other = texts or (old.tekst if old else "", new.tekst if new else "")
        return Wijziging(
            soort,
            onderdeel or _PARTS.get(unit.soort, "brief"),
            veld,
            one,
            other,
            id=unit.id,
            document=self.name,
            pad=unit.pad,
            was=old.pad if old else (),
            dekt=samen(unit.dekt, old.dekt if old else ()),
            kenmerken=self._concerned(old, new),
        )

    def _concerned(self, old: Unit | None, new: Unit | None) -> Kenmerken:
        before, after = self.known
        ids = samen(*(((unit.id,) if unit.id else unit.dekt) for unit in (new, old) if unit is not None))
        found = [known[each] for each in ids for known in (after, before) if each in known]
        result: Kenmerken | None = None
        for each in found:
            result = beide(each, result) if result else each
        return result or NIETS_BEKEND

    def _parted(self, soort: Soort, old: list[Unit], new: list[Unit]) -> Wijziging:
        whole, parts = (old[0], new) if soort is Soort.GESPLITST else (new[0], old)
        texts = "\n".join(unit.tekst for unit in old), "\n".join(unit.tekst for unit in new)
        ids = tuple(unit.id for unit in parts if unit.id)
        return replace(self._change(soort, old[0], new[0], texts=texts), id=whole.id, delen=ids)

    def _split(self) -> list[tuple[int, tuple[int, ...]]]:
        """Find the old units that became several: (old, new indexes)."""
        own = dict(self._rewritten())
        return _parted_in((self.old, self.pairing.old_left), (self.new, self.pairing.new_left), own)

    def _joined(self) -> list[tuple[int, tuple[int, ...]]]:
        """Find the new units that were several: (new, old indexes)."""
        own = {new: old for old, new in self._rewritten()}
        return _parted_in((self.new, self.pairing.new_left), (self.old, self.pairing.old_left), own)

    def _rewritten(self) -> Iterator[tuple[int, int]]:
        """Give the pairs, old and new, whose text is another."""
        for new, old in self.pairing.pairs.items():
            if self.old[old].tekst != self.new[new].tekst:
                yield old, new


def _parted_in(
    wholes: tuple[Sequence[Unit], Sequence[int]], others: tuple[Sequence[Unit], Sequence[int]], own: Mapping[int, int]
) -> list[tuple[int, tuple[int, ...]]]:
    """Find the units that are several of the others; both are given with what is left of them."""
    (units_of, left), (other_units, other_left) = wholes, others
    found = parted(
        {index: units_of[index].tekst for index in (*own, *left)},
        {index: other_units[index].tekst for index in other_left},
        own,
        {index: unit.tekst for index, unit in enumerate(other_units)},
    )
    return [(each.whole, each.parts) for each in found]


_PARTS = {"afspraak": "afspraak", "kop": "kop", "tabel": "tabel"}


def _texts(unit: Unit) -> dict[str, list[str]]:
    """Give the texts of the notes of a unit by what they cite, in order."""
    found: dict[str, list[str]] = {}
    for noot in unit.noten:
        found.setdefault(noot.sleutel, []).append(noot.tekst)
    return found


def _unlike(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Pair the texts of notes that cite the same, in order; give the pairs that differ, None where one is missing."""
    if len(before) == len(after):
        yield from ((one, other) for one, other in zip(before, after, strict=True) if one != other)
        return
    for stayed, a, b, c, d in stretches(before, after):
        if not stayed:
            yield from zip_longest(before[a:b], after[c:d])


def _places(unit: Unit) -> dict[str, list[int]]:
    """Give for each note how far in the text its marks stand, the marks themselves not counted."""
    found: dict[str, list[int]] = {}
    if MARK_BEGINS not in unit.gemerkt:
        return found
    marks = 0
    for match in MARK.finditer(unit.gemerkt):
        found.setdefault(match[1], []).append(match.start() - marks)
        marks += len(match[0])
    return found
