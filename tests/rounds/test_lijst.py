"""The list of afspraken with their ids, and the ids in the margin of a copy to work with."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from brief.render.json.listing import listing_as_json
from brief.render.terminal.listing import listing_lines
from brief.rounds.deciding import Opdracht as Besluiten
from brief.rounds.deciding import plan
from brief.rounds.listing import Vraag, vraag
from brief.rounds.made.margin import write_copies
from brief.rounds.making import Opdracht, make_and_write
from brief.rounds.plan import save
from brief.rounds.published import published
from rounds.rondemap import bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def ids(folder: Path, asked: Vraag) -> list[str]:
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    return [each.id for each in bestanden.afspraken if asked.matches(each)]


@pytest.mark.parametrize(
    ("rest", "limits", "found"),
    [
        ((), {}, ["n-1.1-1", "n-1.1-2", "nw-2.3-1", "nw-2.3-2", "nw-2.3-3"]),
        (("noord",), {}, ["n-1.1-1", "n-1.1-2"]),
        (("noord", "WONINGEN"), {}, ["n-1.1-2"]),
        (("plan", "regio"), {}, ["n-1.1-1", "nw-2.3-1"]),
        (("drinkwater",), {}, ["nw-2.3-3"]),
        (("nw-2.3-2",), {}, ["nw-2.3-2"]),
        ((), {"statussen": ("gewijzigd", "vastgesteld")}, ["n-1.1-2", "nw-2.3-3"]),
        ((), {"themas": ("wonen",)}, ["n-1.1-2"]),
        ((), {"provincies": ("fryslan",)}, ["n-1.1-1"]),
        (("noordwest",), {"alleen_open": True}, ["nw-2.3-1", "nw-2.3-2"]),
        (("kanaal",), {}, []),
    ],
)
def test_what_is_asked_for_is_found(
    folder: Path, rest: tuple[str, ...], limits: dict[str, tuple[str, ...] | bool], found: list[str]
) -> None:
    assert ids(folder, vraag(rest, **limits)) == found


def test_a_landsdeel_that_is_misspelled_is_a_word_that_may_be_meant_for_it() -> None:
    assert vraag(("noordwst", "water")).bedoeld_landsdeel == "noordwest"
    assert vraag(("water",)).bedoeld_landsdeel is None
    assert vraag(()).bedoeld_landsdeel is None


def test_a_name_that_does_not_exist_is_reported_with_what_was_meant() -> None:
    (finding,) = vraag((), themas=("watter",)).wrong()
    assert (finding.code, finding.hint) == ("BR448", "bedoelde u 'water'?")


def test_a_line_says_id_status_theme_agendapunt_words_and_place(folder: Path) -> None:
    vervang(bestand(folder, "noord"), "    status: voorgesteld\n", "    na_overleg: v2\n    status: voorgesteld\n")
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    first, second, _, count = listing_lines(bestanden.afspraken[:1], 5)
    assert first == "n-1.1-1      voorgesteld, na het overleg · water · 1.1 Zoet water"
    assert second.split("  ")[-2:] == ["Rijk en regio maken een plan.", "noord.yaml:3"]
    assert count == "1 van 5 afspraken"
    data = listing_as_json("2027", bestanden.afspraken[:1], 5, ())
    assert (data["afspraken"][0]["open"], data["aantal"], data["totaal"]) == ("na het overleg", 1, 5)


def test_a_copy_with_ids_lies_beside_the_version_and_is_none(folder: Path) -> None:
    save(plan(geopend(folder), Besluiten(("noord",))))
    made = make_and_write(Opdracht(folder))
    assert made.is_written, made.findings
    paths, found = write_copies(Opdracht(folder), made)
    assert found == ()
    assert [path.parent.name for path in paths] == ["v01-ids", "v01-ids"]
    for path in paths:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            text = package.read("word/document.xml").decode()
        with zipfile.ZipFile(made.folder / "v01" / path.name) as package:
            plain = package.read("word/document.xml").decode()
        extra = text.count("<w:framePr") - plain.count("<w:framePr")
        assert extra == text.count("</w:p>") - plain.count("</w:p>") > 0
        shown = " ".join(re.findall(r'<w:sz w:val="14"/></w:rPr><w:t xml:space="preserve">([^<]*)', text)).split()
        assert {"nw-2.3-1", "nw-2.3-2", "nw-2.3-3", "n-1.1-1", "n-1.1-2"} <= set(shown)
        assert ">nw-2.3" not in plain
    assert [each.naam for each in published(folder).versies] == ["v01"]
    again = make_and_write(Opdracht(folder))
    assert again.unchanged
    before = [path.read_bytes() for path in paths]
    assert write_copies(Opdracht(folder), again) == (paths, ())
    assert [path.read_bytes() for path in paths] == before
