"""The same afspraak in two dossiers is found, shown side by side, and linked by a person's choice."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from brief.compare.verwant import verwanten
from brief.domain import Afspraak, Status
from brief.render.terminal.related import MOST, verwant_regels
from rounds.voorbeeldronde import RONDE, brief

if TYPE_CHECKING:
    from pathlib import Path

ZWOLLE = (
    "Rijk en de partners in Regio Zwolle werken de ontwikkelstrategie uit tot een programma waarin water, woningbouw "
    "en bereikbaarheid aan elkaar zijn gekoppeld, met waterberging langs de Vecht."
)
ANDERS = "De minister wijst één coördinator aan die de vergunningen voor het net op elkaar afstemt."


def _afspraak(identity: str, landsdeel: str, tekst: str = ZWOLLE, **changes: Any) -> Afspraak:
    return Afspraak(identity, landsdeel, "2.5 Regio Zwolle", tekst, **changes)


def _gevonden(*afspraken: Afspraak) -> list[tuple[str, str]]:
    return [(pair.een.id, pair.ander.id) for pair in verwanten(afspraken)]


def test_the_same_and_nearly_the_same_are_found_across_landsdelen_only() -> None:
    nearly = ZWOLLE.replace("de Vecht", "de IJssel en het Zwarte Water")
    found = verwanten(
        [
            _afspraak("n-1", "noord", f"- {ZWOLLE}"),
            _afspraak("n-2", "noord", ANDERS),
            _afspraak("o-1", "oost", f"3. {ZWOLLE}"),
            _afspraak("o-2", "oost", nearly),
            _afspraak("o-3", "oost", nearly),
        ]
    )
    assert [(pair.een.id, pair.ander.id, pair.gelijk) for pair in found] == [
        ("n-1", "o-1", True),
        ("n-1", "o-2", False),
        ("n-1", "o-3", False),
    ]
    assert found[0].gelijkenis > found[1].gelijkenis > 0.8


def test_three_landsdelen_give_every_pair_once() -> None:
    afspraken = [_afspraak("n-1", "noord"), _afspraak("o-1", "oost"), _afspraak("nw-1", "noordwest")]
    assert _gevonden(*afspraken) == [("n-1", "nw-1"), ("n-1", "o-1"), ("o-1", "nw-1")]


def test_what_is_not_published_has_no_relatives() -> None:
    for changes in ({"publiceren": False}, {"status": Status.VERVALLEN}):
        assert _gevonden(_afspraak("n-1", "noord"), _afspraak("o-1", "oost", **changes)) == []


def test_unrelated_afspraken_are_not_named() -> None:
    assert _gevonden(_afspraak("n-1", "noord"), _afspraak("o-1", "oost", ANDERS)) == []


@pytest.mark.parametrize("width", [80, 60, 30])
def test_the_texts_stand_side_by_side_with_marks_that_need_no_colour(width: int) -> None:
    long = "2.5.4 Gebied met een heel lange naam, en nog een toevoeging tussen haakjes (Drents deel)"
    pairs = verwanten(
        [
            Afspraak("n-1", "noord", long, ZWOLLE),
            _afspraak("o-1", "oost", ZWOLLE.replace("de Vecht", "de \x1b[31mIJssel")),
        ]
    )
    lines = verwant_regels(pairs, width)
    body = lines[: lines.index("")] if width > 40 else lines[: lines.index("", lines.index("") + 1)]
    assert all(len(line) <= width for line in body[1:])
    text = " ".join(lines)
    assert "[-Vecht-]" in text
    assert "{+" in text
    assert "\x1b" not in text
    assert "niet gekoppeld" in text


def test_of_very_many_pairs_the_most_alike_are_shown_and_all_are_counted() -> None:
    north, east = (
        [_afspraak(f"{prefix}-{n}", landsdeel, f"{ZWOLLE} Deel {n}.") for n in range(20)]
        for prefix, landsdeel in (("n", "noord"), ("o", "oost"))
    )
    pairs = verwanten([*north, *east])
    lines = verwant_regels(pairs)
    shown = sum(line.endswith("niet gekoppeld") for line in lines)
    assert (len(pairs), shown) == (400, MOST)
    assert f"en nog {400 - MOST} paren, die minder op elkaar lijken; alle: brief verwant --json" in lines
    assert any(line.startswith("400 niet gekoppeld") for line in lines)


def test_a_round_without_relatives_says_so() -> None:
    assert verwant_regels(()) == ["Geen twee landsdelen hebben dezelfde of bijna dezelfde afspraak."]


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    """Give the sample round with the links between Groene Hart and Groene Hart, Zwolle and Zwolle taken away."""
    folder = tmp_path / "2026"
    shutil.copytree(RONDE, folder)
    for name, link in (("noordwest", "zw-5.1-1"), ("zuidwest", "nw-5.1-1"), ("noord", "o-2.5.2-1")):
        path = folder / f"afspraken/{name}.yaml"
        text = path.read_text("utf-8")
        assert text.count(f"    zie: [{link}]\n") == 1
        path.write_text(text.replace(f"    zie: [{link}]\n", ""), "utf-8")
    return folder


def test_relatives_are_listed_linked_and_then_done(ronde: Path) -> None:
    listed = brief("verwant", ronde)
    assert listed.returncode == 1
    assert "nw-5.1-1 en zw-5.1-1: woordelijk gelijk, niet gekoppeld" in listed.stdout
    assert "n-2.5.4-1 en o-2.5.2-1: 87% gelijk, niet gekoppeld" in listed.stdout
    assert "2 niet gekoppeld. Koppel met: brief verwant nw-5.1-1 zw-5.1-1" in listed.stdout
    assert max(len(line) for line in listed.stdout.splitlines()) <= 80

    before = {path: path.read_text("utf-8") for path in (ronde / "afspraken").glob("*.yaml")}
    shown = brief("verwant", ronde, "nw-5.1-1", "zw-5.1-1", "--proef")
    assert (shown.returncode, shown.stdout.count("+    zie: [")) == (0, 2)
    assert {path: path.read_text("utf-8") for path in before} == before

    same = brief("verwant", ronde, "nw-5.1-1", "zw-5.1-1")
    assert same.returncode == 0
    assert "één keer in de afsprakenlijst" in same.stdout
    half = brief("verwant", ronde, "o-2.5.2-1", "n-2.5.4-1")
    assert "De teksten verschillen" in half.stdout
    after = {path: path.read_text("utf-8") for path in before}
    for path, text in before.items():
        added = [line for line in after[path].splitlines() if line not in text.splitlines() or "zie:" in line]
        assert [line for line in after[path].splitlines() if line not in added] == [
            line for line in text.splitlines() if line not in added
        ]
    assert "    zie: [zw-5.1-1]\n" in after[ronde / "afspraken/noordwest.yaml"]
    assert "    zie: [nw-5.1-1]\n" in after[ronde / "afspraken/zuidwest.yaml"]
    assert brief("verwant", ronde, "nw-5.1-1", "zw-5.1-1").returncode == 3
    assert brief("verwant", ronde).returncode == 0


def test_the_pairs_are_there_for_other_programs(ronde: Path) -> None:
    data = json.loads(brief("verwant", ronde, "--json").stdout)
    assert data["versie"] == 1
    pair = next(each for each in data["verwant"] if each["een"]["id"] == "n-2.5.4-1")
    assert pair["ander"]["landsdeel"] == "oost"
    assert (pair["gelijk"], pair["gekoppeld"]) == (False, False)
    assert ["-", "Drenthe"] in pair["woorden"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nw-5.1-1", "zw-5.1-11"], "bedoelde u 'zw-5.1-1'?"),
        (["nw-5.1-1", "nw-5.1-1"], "dezelfde afspraak"),
        (["nw-5.1-1", "zw-5.1-1", "o-2.5.2-1"], "te veel"),
        (["nw-5.1-1", "zw-5.1-1", "--json"], "--json hoort bij het zoeken"),
    ],
)
def test_what_cannot_be_linked_is_refused(ronde: Path, arguments: list[str], words: str) -> None:
    done = brief("verwant", ronde, *arguments)
    assert done.returncode == 2
    assert words in done.stderr
