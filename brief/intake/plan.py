"""Plan how a newer version of a dossier goes into a person's afspraken file: as data, nothing is written here.

An id stays with its afspraak, however its number and text change. What is not certain is a question, and nothing about
it is planned before it is answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.compare.match import Matched, match
from brief.domain import Afspraak, DossierBron
from brief.intake.base import Basis, Basisregel, kop, regel
from brief.intake.fitting import item_of, items_of, new_ids
from brief.intake.three_way import Soort, Stap, stap_of
from brief.text import write

if TYPE_CHECKING:
    from brief.compare.match import Item
    from brief.domain import DossierAfspraak
    from brief.intake.answers import Antwoorden
    from brief.intake.opening import Geopend


class Kandidaat(Struct, frozen=True):
    """An afspraak of the new dossier that may be one of the file; `bron` is its id in the new dossier."""

    bron: str
    agendapunt: str
    tekst: str
    gelijkenis: float


class Vraag(Struct, frozen=True):
    """An afspraak of the file of which it is not certain which one it is in the new dossier, the likeliest first."""

    id: str
    agendapunt: str
    tekst: str
    kandidaten: tuple[Kandidaat, ...]


class Plan(Struct, frozen=True):
    """What a newer dossier does to a file: the steps, the questions, and the base for the next time.

    `bron` is what the file must say about its dossier; that only changes when no question is open, so that the next
    reading asks again.
    """

    stappen: tuple[Stap, ...]
    vragen: tuple[Vraag, ...]
    basis: Basis
    bron: DossierBron | None

    @property
    def is_volledig(self) -> bool:
        """Tell whether every text of the dossier has found its place."""
        return not self.vragen and not any(stap.is_open for stap in self.stappen)


def bijwerken(geopend: Geopend, antwoorden: Antwoorden) -> Plan:
    """Plan the reading of a dossier into a file, with what a person answered about that file."""
    basis, bron, dossier = geopend.basis, geopend.file.dossier, geopend.inkomend.dossier
    planner = _Planner(geopend, antwoorden)
    stappen, rows = planner.stappen()
    vragen = planner.vragen()
    done = Plan(tuple(stappen), vragen, basis, bron)
    sha256 = dossier.sha256 if done.is_volledig else basis.sha256 or (bron.sha256 if bron else "")
    versie = dossier.versie if done.is_volledig else basis.dossierversie
    asked = {vraag.id: tuple(each.bron for each in vraag.kandidaten) for vraag in vragen}
    about = "" if done.is_volledig else dossier.sha256
    kept = Basis(sha256, versie, tuple(rows), tuple(sorted(planner.used)), asked, about)
    return replace(done, basis=kept, bron=geopend.inkomend.bron if done.is_volledig else bron)


class _Planner:
    """Matches one file with one dossier, and makes the steps."""

    def __init__(self, geopend: Geopend, antwoorden: Antwoorden) -> None:
        basis, huidig = geopend.basis, geopend.file.afspraken
        self.dossier = dossier = geopend.inkomend.dossier
        self.voorstellen = geopend.inkomend.voorstellen
        self.na_overleg = geopend.na_overleg
        self.mine = {each.id: each for each in huidig}
        known = {row.id for row in basis.afspraken}
        self.rows = [row for row in basis.afspraken if row.tekst is not None or row.id in self.mine]
        # An afspraak that a person made, or that a reading which stopped halfway added: only the same text is the same.
        self.own = [each for each in huidig if each.id not in known]
        asked = basis.vragen if basis.halverwege == dossier.sha256 else {}
        answers = antwoorden.zelfde, antwoorden.anders
        self.found: Matched = match(self._old_items(), items_of(dossier), *answers, asked)
        # without a base nobody knows which one of a series was taken away
        is_unsure = not any(row.tekst is not None for row in basis.afspraken)
        used, wanted = {*basis.vergeven, *known, *self.mine}, [dossier.afspraken[each].id for each in self.found.added]
        self.fresh = dict(zip(self.found.added, new_ids(wanted, used, is_unsure=is_unsure), strict=True))
        self.used = used | set(self.fresh.values())

    def stappen(self) -> tuple[list[Stap], list[Basisregel]]:
        """Give the steps in the order of the dossier, what disappeared last, and the lines of the next base."""
        olds = {pair.new: pair.old for pair in self.found.pairs}
        stappen, rows, after = [], [], ""
        for index, new in enumerate(self.dossier.afspraken):
            if index in olds:
                stap, row = self._known(olds[index], new)
                after = row.id if row.id in self.mine else after
            elif index in self.fresh:
                stap, row = self._new(new, self.fresh[index], after)
            else:
                continue
            stappen.append(stap)
            rows.append(row)
        gone = [self._gone(self.rows[old]) for old in self.found.gone if old < len(self.rows)]
        stappen += [stap for stap, _ in gone if stap is not None]
        kept = [row for _, row in gone if row is not None]
        open_ones = [self.rows[old] for old in dict.fromkeys(pair.old for pair in self.found.doubts)]
        return stappen, [*rows, *kept, *open_ones]

    def vragen(self) -> tuple[Vraag, ...]:
        """Give what is not certain, an afspraak of the file at a time."""
        asked: dict[int, list[Kandidaat]] = {}
        for pair in self.found.doubts:
            new = self.dossier.afspraken[pair.new]
            asked.setdefault(pair.old, []).append(Kandidaat(new.id, kop(new), write(new.tekst), pair.likeness))
        return tuple(
            Vraag(self.rows[old].id, self.rows[old].agendapunt, self._text(self.rows[old]), tuple(candidates))
            for old, candidates in asked.items()
        )

    def _old_items(self) -> list[Item]:
        rows = [item_of(row.id, self._text(row), row.agendapunt, row.bron) for row in self.rows]
        return rows + [item_of(each.id, each.tekst, each.agendapunt, strict=True) for each in self.own]

    def _text(self, row: Basisregel) -> str:
        return row.tekst if row.tekst is not None else self.mine[row.id].tekst

    def _known(self, old: int, new: DossierAfspraak) -> tuple[Stap, Basisregel]:
        if old < len(self.rows):
            row = self.rows[old]
        else:
            own = self.own[old - len(self.rows)]
            row = Basisregel(own.id, new.id, own.agendapunt, None, own.publiceren)
        stap = stap_of(row, self.mine.get(row.id), new, self.na_overleg)
        return stap, row if stap.is_open else regel(new, row.id)

    def _new(self, new: DossierAfspraak, identity: str, after: str) -> tuple[Stap, Basisregel]:
        afspraak = Afspraak(
            id=identity,
            landsdeel=self.dossier.landsdeel or "",
            agendapunt=kop(new),
            tekst=write(new.tekst),
            voorstel=self.voorstellen.get(new.id),
            publiceren=new.publiceren,
            na_overleg=self._versie() if self.na_overleg else None,
        )
        stap = Stap(
            Soort.NIEUW, identity, new.id, afspraak.agendapunt, nieuw=afspraak.tekst, na=after, afspraak=afspraak
        )
        return replace(stap, reden=self.na_overleg), regel(new, identity)

    def _versie(self) -> str:
        return self.dossier.versie or self.dossier.sha256[:12]

    def _gone(self, row: Basisregel) -> tuple[Stap | None, Basisregel | None]:
        """Mark what the dossier has no more; what the person took away too is forgotten, but not its id."""
        mine = self.mine.get(row.id)
        if mine is None:
            return None, None
        kept = replace(row, bron="", verdwenen=True)
        if row.verdwenen or mine.verdwenen is not None:
            return None, kept
        stap = Stap(Soort.VERDWENEN, row.id, "", mine.agendapunt, {"verdwenen": self._versie()}, oud=mine.tekst)
        return stap, kept
