"""For any file, any work of a person and any newer dossier: nothing lost, nothing undone, nothing else touched."""

from __future__ import annotations

import datetime
import random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brief.domain import Status
from brief.intake.answers import Antwoorden
from brief.intake.base import basis_of, basis_text
from brief.intake.three_way import VELDEN, Soort, same_text
from brief.sources.edit import Edit
from brief.text import write
from intake.bijwerkvoorbeeld import ENERGIE, NATUUR, WATER, WONEN, Tekst, dossier, gelezen, werk_bij, yaml_of
from keuring.eigenschap import tries

if TYPE_CHECKING:
    from brief.domain import Afspraak, Dossier
    from brief.intake.base import Basis
    from intake.bijwerkvoorbeeld import Uitkomst

WOORDEN = sorted({word.strip(".,") for text in (WATER, WONEN, NATUUR, ENERGIE) for word in text.split()})
TITELS = ("Water", "Wonen", "Provincie Utrecht")
OPMERKINGEN = ("# let op", "    # zie de nota", "      # inspringing", "")


def _zin(seed: random.Random) -> str:
    kind = seed.random()
    if kind < 0.1:
        return seed.choice((WATER, WONEN))
    text = " ".join(seed.choices(WOORDEN, k=seed.randint(2, 18)))
    if kind < 0.2:
        return f"**{text}:**\n\n- {_woord(seed)} en a: b # c;\n- {_woord(seed)}."
    return f"{seed.choice(('', '- ', '1. '))}{text}."


def _woord(seed: random.Random) -> str:
    return seed.choice(WOORDEN)


def _herschreven(text: str, seed: random.Random) -> str:
    words = text.split(" ")
    for _ in range(seed.choice((1, 1, 2, 6))):
        words[seed.randrange(len(words))] = _woord(seed)
    return write(dossier(("1", "x", " ".join(words))).afspraken[0].tekst)


def _oud(seed: random.Random) -> list[Tekst]:
    return _genummerd([(seed.choice(TITELS), _zin(seed)) for _ in range(seed.randint(0, 6))])


def _nieuw(old: list[Tekst], seed: random.Random) -> list[Tekst]:
    rows = [(titel, text) for _, titel, text in old if seed.random() < 0.85]
    rows = [(titel, _herschreven(text, seed) if seed.random() < 0.4 else text) for titel, text in rows]
    for _ in range(seed.choice((0, 0, 1, 2))):
        rows.insert(seed.randint(0, len(rows)), (seed.choice(TITELS), _zin(seed)))
    if seed.random() < 0.2:
        seed.shuffle(rows)
    return _genummerd(rows, seed.randint(1, 3))


def _genummerd(rows: list[tuple[str, str]], start: int = 1) -> list[Tekst]:
    numbers: dict[str, str] = {}
    for titel, _ in rows:
        numbers.setdefault(titel, f"2.{start + len(numbers)}")
    rows = sorted(rows, key=lambda row: numbers[row[0]])
    return [(numbers[titel], titel, text) for titel, text in rows]


def _met_werk(yaml: str, seed: random.Random) -> str:
    """Let a person work in the file: texts, decisions, themes, sentences, and what `_met_regels` does."""
    edit = Edit(gelezen(yaml))
    for afspraak in edit.file.afspraken:
        if seed.random() < 0.3:
            edit.set(afspraak.id, "tekst", f"{_woord(seed)} {afspraak.tekst.lstrip('-1. *')}")
        if seed.random() < 0.3:
            edit.set(afspraak.id, "themas", ("water", "wonen"))
        if seed.random() < 0.2:
            edit.set(afspraak.id, "brief", "Een zin voor de brief: [@kst-1-2].")
        if seed.random() < 0.3:
            status = seed.choice(("vastgesteld", "gewijzigd", "vervallen"))
            edit.set(afspraak.id, "status", status)
            if status != "vastgesteld":
                day = datetime.date(2026, 9, 9)
                edit.set(afspraak.id, "besluit", {"datum": day, "reden": "aan tafel", "tekst": "Anders."})
    return _met_regels(edit.text(), seed)


def _met_regels(yaml: str, seed: random.Random) -> str:
    """Let a person take an afspraak away, add one, write comments, and save with the line ends of Windows."""
    items = yaml.split("\n  - id: ")
    kept = [items[0], *(item for item in items[1:] if seed.random() < 0.95)]
    if len(kept) == 1 and not kept[0].rstrip().endswith("[]"):
        kept = items
    for n in range(1, len(kept)):
        if seed.random() < 0.3:
            kept[n] = kept[n].rstrip("\n") + "\n" + seed.choice(OPMERKINGEN) + "\n"
    if len(kept) > 1 and seed.random() < 0.2:
        kept.append(f"eigen-1\n    agendapunt: 9 Eigen\n    tekst: {_woord(seed)}\n")
    text = "\n  - id: ".join(kept)
    return text.replace("\n", "\r\n") if seed.random() < 0.2 else text


@st.composite
def gevallen(draw: st.DrawFn) -> tuple[str, Dossier, Dossier, Basis | None]:
    seed = random.Random(draw(st.integers(0, 10**9)))
    old = _oud(seed)
    first = dossier(*old)
    yaml = _met_werk(yaml_of(first), seed)
    new = dossier(*_nieuw(old, seed), versie="v2")
    return yaml, first, new, basis_of(first) if seed.random() < 0.9 else None


def _van_persoon(afspraak: Afspraak) -> Afspraak:
    return replace(afspraak, agendapunt="", tekst="", dossiertekst=None, verdwenen=None, herkomst=None)


@settings(max_examples=tries(250))
@given(gevallen())
def test_no_text_of_the_new_dossier_is_lost(case: tuple[str, Dossier, Dossier, Basis | None]) -> None:
    yaml, first, new, basis = case
    done = werk_bij(yaml, new, basis)
    after = {each.id: each for each in done.bestand.afspraken}
    asked = {each.bron for vraag in done.plan.vragen for each in vraag.kandidaten}
    was = {row.id: row.tekst for row in (basis or basis_of(first)).afspraken}
    for each in new.afspraken:
        text = write(each.tekst)
        if each.id in asked:
            continue
        (stap,) = (stap for stap in done.plan.stappen if stap.bron == each.id)
        here = after.get(stap.id)
        if here is not None and (same_text(here.tekst, text) or same_text(here.dossiertekst, text)):
            continue
        # What is left said the same in the previous dossier and a person changed it or took it away, or is reported.
        assert stap.soort is Soort.WEGGEHAALD or (basis is not None and same_text(was.get(stap.id), text))


@settings(max_examples=tries(250))
@given(gevallen())
def test_the_work_of_a_person_is_as_it_was(case: tuple[str, Dossier, Dossier, Basis | None]) -> None:
    yaml, _, new, basis = case
    before = gelezen(yaml).afspraken
    done = werk_bij(yaml, new, basis)
    after = {each.id: each for each in done.bestand.afspraken}
    was = {row.id: row.tekst for row in basis.afspraken} if basis else {}
    for each in before:
        assert _van_persoon(after[each.id]) == _van_persoon(each)
        untouched = same_text(was.get(each.id), each.tekst)
        if not untouched or each.status is not Status.VOORGESTELD or each.besluit:
            assert after[each.id].tekst == each.tekst
    assert [each.id for each in done.bestand.afspraken if each.id in {one.id for one in before}] == [
        each.id for each in before
    ]


@settings(max_examples=tries(250))
@given(gevallen())
def test_every_byte_outside_the_changed_lines_stays(case: tuple[str, Dossier, Dossier, Basis | None]) -> None:
    yaml, _, new, basis = case
    done = werk_bij(yaml, new, basis)
    for change in done.edit.changes:
        if change.start == change.end:
            continue
        number = done.edit.source.line_number(change.start)
        name = done.edit.source.line(number).strip().partition(":")[0]
        assert name in (*VELDEN, "dossier", "afspraken")
    old, rest = done.edit.source.text, done.yaml
    position = 0
    for change in sorted(done.edit.changes, key=lambda each: (each.start, each.end)):
        kept = old[position : change.start]
        assert rest.startswith(kept + change.text)
        rest, position = rest[len(kept) + len(change.text) :], change.end
    assert rest == old[position:]
    comments = [line for line in old.splitlines() if line.strip().startswith("#")]
    assert [line for line in done.yaml.splitlines() if line in comments] == comments


@settings(max_examples=tries(250))
@given(gevallen())
def test_reading_the_same_version_twice_changes_nothing(case: tuple[str, Dossier, Dossier, Basis | None]) -> None:
    yaml, _, new, basis = case
    done = werk_bij(yaml, new, basis)
    again = werk_bij(done.edit.data(), new, done.plan.basis)
    assert again.edit.changes == []
    assert basis_text(again.plan.basis) == basis_text(done.plan.basis)
    assert again.plan.vragen == done.plan.vragen


@settings(max_examples=tries(150))
@given(gevallen())
def test_a_reading_that_stopped_before_the_base_was_written_comes_to_the_same_file(
    case: tuple[str, Dossier, Dossier, Basis | None],
) -> None:
    yaml, first, new, basis = case
    done = werk_bij(yaml, new, basis or basis_of(first))
    again: Uitkomst = werk_bij(done.edit.data(), new, basis or basis_of(first))
    assert again.yaml == done.yaml


@settings(max_examples=tries(150))
@given(gevallen())
def test_ids_are_unique_and_a_new_one_was_never_used(case: tuple[str, Dossier, Dossier, Basis | None]) -> None:
    yaml, first, new, basis = case
    done = werk_bij(yaml, new, basis)
    ids = [each.id for each in done.bestand.afspraken]
    assert len(ids) == len(set(ids))
    fresh = {stap.id for stap in done.plan.stappen if stap.soort is Soort.NIEUW}
    used = {each.id for each in gelezen(yaml).afspraken} | ({each.id for each in first.afspraken} if basis else set())
    assert not fresh & used


@settings(max_examples=tries(100))
@given(gevallen(), st.booleans())
def test_answers_bring_every_text_of_the_dossier_to_its_place(
    case: tuple[str, Dossier, Dossier, Basis | None], yes: bool
) -> None:
    yaml, _, new, basis = case
    done = werk_bij(yaml, new, basis)
    for _ in range(12):
        if not done.plan.vragen:
            break
        vraag = done.plan.vragen[0]
        answer = Antwoorden({vraag.id: vraag.kandidaten[0].bron} if yes else {}, frozenset([] if yes else [vraag.id]))
        done = werk_bij(done.edit.data(), new, done.plan.basis, answer)
    assert done.plan.is_volledig
    file = done.bestand
    assert file.dossier is not None
    assert file.dossier.sha256 == done.plan.basis.sha256 == new.sha256
    assert sorted(row.bron for row in done.plan.basis.afspraken if row.bron) == sorted(a.id for a in new.afspraken)


@settings(max_examples=tries(100))
@given(gevallen(), st.integers(0, 10**9))
def test_a_third_version_after_more_work_loses_nothing_either(
    case: tuple[str, Dossier, Dossier, Basis | None], number: int
) -> None:
    yaml, _, second, basis = case
    seed = random.Random(number)
    done = werk_bij(yaml, second, basis)
    mine = _met_werk(done.yaml.replace("\r\n", "\n"), seed)
    third = dossier(
        *_nieuw([(each.agendapunt, each.titel, write(each.tekst)) for each in second.afspraken], seed), versie="v3"
    )
    last = werk_bij(mine, third, done.plan.basis)
    before, after = ({each.id: each for each in file.afspraken} for file in (gelezen(mine), last.bestand))
    assert all(_van_persoon(after[name]) == _van_persoon(each) for name, each in before.items())
    was = {row.id: row.tekst for row in done.plan.basis.afspraken}
    asked = {each.bron for vraag in last.plan.vragen for each in vraag.kandidaten}
    for each in (each for each in third.afspraken if each.id not in asked):
        (stap,) = (stap for stap in last.plan.stappen if stap.bron == each.id)
        texts = [after[stap.id].tekst, after[stap.id].dossiertekst] if stap.id in after else []
        placed = any(same_text(text, write(each.tekst)) for text in texts)
        assert (
            placed or stap.soort in {Soort.WEGGEHAALD, Soort.VASTGELOPEN} or same_text(was[stap.id], write(each.tekst))
        )
    again = werk_bij(last.edit.data(), third, last.plan.basis)
    assert again.edit.changes == []
