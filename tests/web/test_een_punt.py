"""One point of an afspraak is decided on the page as `brief vaststellen --punt` decides it, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from keuring.browser import Browser
from rounds.rondemap import bestand, ronde, vervang
from web.bediend import bediend
from web.bezoeker import Bezoeker, shown

if TYPE_CHECKING:
    from pathlib import Path

TEKST = """    tekst: |
      **Rijk en regio** spreken af:

      - het Rijk betaalt 400 m^3^/s;
      - de regio bouwt:
        - eerst in Assen;
        - dan in Emmen;
      - allen melden dit.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = ronde(tmp_path)
    vervang(bestand(made, "noord"), "    tekst: Rijk en regio maken een plan.\n", TEKST)
    return made


def commanded(folder: Path, *options: str, tekst: str = "") -> dict[str, bytes]:
    """Give the afspraken files as the command itself leaves them, on a copy of the round."""
    copy = folder.with_name("kopie")
    shutil.copytree(folder, copy)
    (folder.parent / "tekst.md").write_text(tekst, "utf-8")
    words = ("--tekst", str(folder.parent / "tekst.md")) if tekst else ()
    arguments = ["vaststellen", str(copy), "n-1.1-1", *options, "--reden", "aan tafel", *words]
    done = subprocess.run([sys.executable, "-m", "brief", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return files(copy)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "afspraken").glob("*.yaml")}


@pytest.mark.parametrize(
    ("punt", "uitspraak", "tekst"),
    [
        ("1", "gewijzigd", "het Rijk betaalt ten minste **500** m^3^/s;"),
        ("2", "vervallen", ""),
        ("2.2", "vervallen", ""),
        ("2.1", "gewijzigd", "eerst in Groningen;"),
    ],
)
def test_a_point_is_decided_as_the_command_does_it(folder: Path, punt: str, uitspraak: str, tekst: str) -> None:
    expected = commanded(folder, "--punt", punt, f"--{uitspraak}", tekst=tekst)
    visitor = Bezoeker(folder)
    page = f"/besluiten/noord?bij=n-1.1-1&doe={uitspraak}&punt={punt}"
    assert f"n-1.1-1, punt {punt}: {uitspraak}" in shown(visitor.text(page))
    fields = {"punt": punt, "reden": "aan tafel", "datum": "2027-09-15"} | ({"tekst": tekst} if tekst else {})
    answer = visitor.besluit(page, f"/besluiten/noord/n-1.1-1/{uitspraak}", **fields)
    assert answer.status_code == 303
    assert files(folder) == expected


def test_by_keyboard_alone_a_point_under_a_point_is_changed_and_another_dropped(folder: Path) -> None:
    expected = commanded(folder, "--punt", "2.1", "--gewijzigd", tekst="eerst in Groningen;")
    with bediend(folder) as address, Browser() as browser:
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + "/besluiten/noord?bij=n-1.1-1")
        browser.key("e")
        browser.until("document.activeElement.dataset.rij !== undefined")
        browser.key("ArrowDown")
        browser.key("ArrowDown")
        browser.key("g")
        browser.until("document.activeElement.id === 'tekst'")
        assert browser.js("document.activeElement.value") == "eerst in Assen;"
        browser.key("a", control=True)
        browser.type("eerst in Groningen;")
        browser.until("document.querySelector('#woorden .tekst').innerText.includes('dan in Emmen')")
        browser.until("document.querySelector('.verschil ins')?.innerText.includes('Groningen')")
        browser.key("Tab")
        browser.type("aan tafel")
        browser.key("Enter")
        browser.until("document.getElementById('bewaard').textContent.includes('n-1.1-1: gewijzigd')")
        assert files(folder) == expected
        browser.key("z")
        browser.until("document.getElementById('bewaard').textContent.includes('teruggedraaid')")
        browser.key("e")
        browser.until("document.activeElement.dataset.rij !== undefined")
        browser.key("ArrowDown")
        browser.key("v")
        browser.until("document.activeElement.id === 'reden'")
        assert browser.js("document.querySelector('.vraag h2').innerText") == "n-1.1-1, punt 2: vervallen"
        browser.key("Escape")
        browser.until("document.activeElement.dataset.rij !== undefined")
        assert browser.axe() == []
        assert browser.complaints == []


def test_a_point_that_is_not_there_leads_to_the_choice(folder: Path) -> None:
    page = shown(Bezoeker(folder).text("/besluiten/noord?bij=n-1.1-1&doe=gewijzigd&punt=7"))
    assert "over welk punt is apart besloten?" in page
    assert "2.1 eerst in Assen;" in page


def test_more_than_a_point_is_told_while_one_types_and_refused(folder: Path) -> None:
    visitor = Bezoeker(folder)
    two = {"id": "n-1.1-1", "punt": "1", "tekst": "een\n\ntwee"}
    assert "Dit is niet één punt." in visitor.post("/besluiten/woorden", **two).get_data(as_text=True)
    before = files(folder)
    page = "/besluiten/noord?bij=n-1.1-1&doe=gewijzigd&punt=1"
    fields = {"punt": "1", "reden": "x", "datum": "2027-09-15", "tekst": two["tekst"]}
    answer = visitor.besluit(page, "/besluiten/noord/n-1.1-1/gewijzigd", **fields)
    assert (answer.status_code, "BR446" in answer.get_data(as_text=True)) == (422, True)
    assert "een\n\ntwee</textarea>" in answer.get_data(as_text=True), "what was typed stays"
    assert 'name="punt" value="1"' in answer.get_data(as_text=True)
    assert files(folder) == before


def test_a_text_without_points_offers_none(folder: Path) -> None:
    visitor = Bezoeker(folder)
    assert 'data-toets="e"' in visitor.text("/besluiten/noord?bij=n-1.1-1")
    assert 'data-toets="e"' not in visitor.text("/besluiten/noord?bij=n-1.1-2")
    assert 'data-toets="e"' not in Bezoeker(folder, alleen_lezen=True).text("/besluiten/noord?bij=n-1.1-1")


def test_the_room_sees_the_final_text_before_anything_is_typed(folder: Path) -> None:
    page = shown(Bezoeker(folder).text("/besluiten/noord?bij=n-1.1-1&doe=gewijzigd"))
    assert "Zo komt het er te staan Rijk en regio spreken af:" in page
    assert "Wat verandert Nog niets." in page
