"""Plan how a newer version of a dossier goes into a person's afspraken file: as data, nothing is written here.

An id stays with its afspraak, however its number and text change. What is not certain is a question, and nothing about
it is planned before it is answered.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from brief.compare.likeness import unmarked
from brief.compare.match import Item, Matched, match
from brief.domain import Afspraak, DossierBron, Status
from brief.intake.base import Basis, Basisregel, kop, regel, titel, unknown_basis
from brief.intake.three_way import Soort, Stap, stap_of
from brief.text import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.domain import Dossier, DossierAfspraak, Voorstel


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """What a person answered: ids of the file that are an afspraak of the new dossier, and ids that are none of it."""

    zelfde: Mapping[str, str] = field(default_factory=dict)
    anders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """An afspraak of the new dossier that may be one of the file; `bron` is its id in the new dossier."""

    bron: str
    agendapunt: str
    tekst: str
    gelijkenis: float


@dataclass(frozen=True, slots=True)
class Vraag:
    """An afspraak of the file of which it is not certain which one it is in the new dossier, the likeliest first."""

    id: str
    agendapunt: str
    tekst: str
    kandidaten: tuple[Kandidaat, ...]


@dataclass(frozen=True, slots=True)
class Plan:
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


def geldige_basis(basis: Basis | None, huidig: Sequence[Afspraak], bron: DossierBron | None, sha256: str) -> Basis:
    """Give the base as far as it fits the file; `sha256` is that of the new dossier.

    It fits when it is of the dossier that the file names. When the file names the new dossier already, the last reading
    stopped halfway, and the base is of the one before. A base that fits not is used without its texts.
    """
    if basis is None:
        return unknown_basis([each for each in huidig if each.status is not Status.TOEGEVOEGD])
    named = bron.sha256 if bron else ""
    return basis if basis.sha256 == named or named == sha256 else basis.without_texts()


def bijwerken(
    basis: Basis,
    huidig: Sequence[Afspraak],
    bron: DossierBron | None,
    dossier: Dossier,
    bestand: str,
    voorstellen: Mapping[str, Voorstel] | None = None,
    antwoorden: Antwoorden | None = None,
) -> Plan:
    """Plan the reading of a dossier into a file that says `huidig`.

    `basis` is that of `geldige_basis`, `bron` what the file says about its dossier, `bestand` the path of the new
    dossier from the round's folder, `voorstellen` what was inferred, by the ids of the new dossier.
    """
    planner = _Planner(basis, huidig, dossier, voorstellen or {}, antwoorden or Antwoorden())
    stappen, rows = planner.stappen()
    vragen = planner.vragen()
    done = Plan(tuple(stappen), vragen, basis, bron)
    new = DossierBron(bestand, dossier.sha256, dossier.versie) if done.is_volledig else bron
    sha256 = dossier.sha256 if done.is_volledig else basis.sha256 or (bron.sha256 if bron else "")
    versie = dossier.versie if done.is_volledig else basis.dossierversie
    asked = {vraag.id: tuple(each.bron for each in vraag.kandidaten) for vraag in vragen}
    about = "" if done.is_volledig else dossier.sha256
    kept = Basis(sha256, versie, tuple(rows), tuple(sorted(planner.used)), asked, about)
    return replace(done, basis=kept, bron=new)


def eerste_basis(huidig: Sequence[Afspraak], dossier: Dossier) -> Basis:
    """Give the base of a file that was read from this same dossier before bases were kept.

    Where the texts do not tell which is which, the ids do: they were given by this dossier.
    """
    mine = [each for each in huidig if each.status is not Status.TOEGEVOEGD]
    items = [_item(each.id, each.tekst, each.agendapunt, each.id) for each in mine]
    found = match(items, _items(dossier))
    names = {pair.new: mine[pair.old].id for pair in found.pairs}
    taken = {each.id for each in huidig}
    rest = taken - set(names.values())
    used = taken | {each.id for each in dossier.afspraken}
    for index, each in enumerate(dossier.afspraken):
        if index not in names:
            names[index] = each.id if each.id in rest or each.id not in taken else nieuw_id(each.id, used)
            used.add(names[index])
    rows = tuple(regel(each, names[index]) for index, each in enumerate(dossier.afspraken))
    return Basis(dossier.sha256, dossier.versie, rows, tuple(sorted(used)))


def nieuw_id(wanted: str, used: Iterable[str]) -> str:
    """Give an id that was never used: the one wanted, else the next number of its agendapunt.

    `nw-2.3-1` becomes `nw-2.3-4` when `nw-2.3-3` is the highest of that agendapunt.
    """
    known = set(used)
    if wanted not in known:
        return wanted
    stem = wanted.rpartition("-")[0]
    ends = [each.removeprefix(f"{stem}-") for each in known if each.startswith(f"{stem}-")]
    return f"{stem}-{max(int(end) for end in ends if end.isascii() and end.isdigit()) + 1}"


def _items(dossier: Dossier) -> list[Item]:
    return [_item(each.id, write(each.tekst), kop(each), each.id) for each in dossier.afspraken]


def _item(identity: str, text: str, agendapunt: str, mark: str = "", *, strict: bool = False) -> Item:
    """Give what is matched: the text without its own number in the list, under the title of its agendapunt."""
    return Item(identity, unmarked(text), titel(agendapunt), mark, strict)


class _Planner:
    """Matches one file with one dossier, and makes the steps."""

    def __init__(
        self,
        basis: Basis,
        huidig: Sequence[Afspraak],
        dossier: Dossier,
        voorstellen: Mapping[str, Voorstel],
        antwoorden: Antwoorden,
    ) -> None:
        self.dossier = dossier
        self.voorstellen = voorstellen
        self.mine = {each.id: each for each in huidig}
        known = {row.id for row in basis.afspraken}
        self.rows = [row for row in basis.afspraken if row.tekst is not None or row.id in self.mine]
        # An afspraak that a person made, or that a reading which stopped halfway added: only the same text is the same.
        self.own = [each for each in huidig if each.id not in known]
        self.used = {*basis.vergeven, *known, *self.mine}
        self.knows_history = any(row.tekst is not None for row in basis.afspraken)
        asked = basis.vragen if basis.halverwege == dossier.sha256 else {}
        answers = antwoorden.zelfde, antwoorden.anders
        self.found: Matched = match(self._old_items(), _items(dossier), *answers, asked)

    def stappen(self) -> tuple[list[Stap], list[Basisregel]]:
        """Give the steps in the order of the dossier, what disappeared last, and the lines of the next base."""
        olds = {pair.new: pair.old for pair in self.found.pairs}
        added = set(self.found.added)
        stappen, rows, after = [], [], ""
        for index, new in enumerate(self.dossier.afspraken):
            if index in olds:
                stap, row = self._known(olds[index], new)
                after = row.id if row.id in self.mine else after
            elif index in added:
                stap, row = self._new(new, after)
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
        rows = [_item(row.id, self._text(row), row.agendapunt, row.bron) for row in self.rows]
        return rows + [_item(each.id, each.tekst, each.agendapunt, strict=True) for each in self.own]

    def _text(self, row: Basisregel) -> str:
        return row.tekst if row.tekst is not None else self.mine[row.id].tekst

    def _known(self, old: int, new: DossierAfspraak) -> tuple[Stap, Basisregel]:
        if old < len(self.rows):
            row = self.rows[old]
        else:
            own = self.own[old - len(self.rows)]
            row = Basisregel(own.id, new.id, own.agendapunt, None, own.publiceren)
        stap = stap_of(row, self.mine.get(row.id), new)
        return stap, row if stap.is_open else regel(new, row.id)

    def _new(self, new: DossierAfspraak, after: str) -> tuple[Stap, Basisregel]:
        identity = nieuw_id(new.id, self._used(new.id))
        self.used.add(identity)
        afspraak = Afspraak(
            id=identity,
            landsdeel=self.dossier.landsdeel or "",
            agendapunt=kop(new),
            tekst=write(new.tekst),
            voorstel=self.voorstellen.get(new.id),
            publiceren=new.publiceren,
        )
        stap = Stap(
            Soort.NIEUW, identity, new.id, afspraak.agendapunt, nieuw=afspraak.tekst, na=after, afspraak=afspraak
        )
        return stap, regel(new, identity)

    def _used(self, wanted: str) -> set[str]:
        """Give the ids that cannot be given; without a base nobody knows which one of a series was taken away."""
        stem = wanted.rpartition("-")[0] + "-"
        unsure = not self.knows_history and any(each.startswith(stem) for each in self.used)
        return {*self.used, wanted} if unsure else self.used

    def _gone(self, row: Basisregel) -> tuple[Stap | None, Basisregel | None]:
        """Mark what the dossier has no more; what the person took away too is forgotten, but not its id."""
        mine = self.mine.get(row.id)
        if mine is None:
            return None, None
        kept = replace(row, bron="", verdwenen=True)
        if row.verdwenen or mine.verdwenen is not None:
            return None, kept
        version = self.dossier.versie or self.dossier.sha256[:12]
        stap = Stap(Soort.VERDWENEN, row.id, "", mine.agendapunt, {"verdwenen": version}, oud=mine.tekst)
        return stap, kept
