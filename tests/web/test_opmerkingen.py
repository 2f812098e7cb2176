"""Comments of reviewers stand on the page at what they are about, and are dealt with there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from keuring.browser import Browser
from rounds.rondemap import bestand, ronde, vervang
from web.bediend import bediend
from web.bezoeker import Bezoeker, shown
from web.test_wie_erin_mag import ATTACK, assert_nothing_is_obeyed

if TYPE_CHECKING:
    from pathlib import Path

BESTAND = """\
# van lezers
opmerkingen:
  - plaats: n-1.1-1
    wie: Sanne de Boer
    wanneer: 2027-09-20
    versie: v01
    woorden: een plan
    tekst: Wie betaalt?
    stand: open
  - plaats: brief.md:1
    wie: Karim
    tekst: Dit kan korter.
    stand: open
  - {plaats: n-1.1-1, wie: Piet, tekst: Akkoord., stand: afgedaan, antwoord: Dank.}
  - {plaats: afsprakenlijst, wie: Els, tekst: Mooie lijst., stand: open}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = ronde(tmp_path)
    (made / "opmerkingen.yaml").write_text(BESTAND, "utf-8")
    return made


def text(folder: Path) -> str:
    return (folder / "opmerkingen.yaml").read_text("utf-8")


def settle(visitor: Bezoeker, page: str, nummer: int, **fields: str) -> str:
    """Send the form of a comment on a page; give where that leads."""
    part = visitor.text(page).split(f"/opmerkingen/{nummer}/afdoen")[1]
    values = {name: part.split(f'name="{name}" value="')[1].split('"')[0] for name in ("stand", "hier")}
    answer = visitor.post(f"/opmerkingen/{nummer}/afdoen", **{**values, **fields})
    assert answer.status_code == 303
    return answer.headers["Location"]


def test_a_comment_stands_at_its_afspraak_with_who_and_what_became_of_it(folder: Path) -> None:
    visitor = Bezoeker(folder)
    visitor.text("/lijst/")
    for page in ("/besluiten/noord?bij=n-1.1-1", "/lijst/?zoek=n-1.1-1"):
        found = shown(visitor.text(page))
        assert "open Opmerking van Sanne de Boer , 20 september 2027, bij v01, over “een plan” Wie betaalt?" in found
        assert "1 opmerking afgedaan afgedaan Piet : Akkoord. – Dank." in found
        assert "Karim" not in found
    assert "Sanne" not in visitor.text("/besluiten/noord?bij=n-1.1-2")
    assert "1 van 5 afspraken" in visitor.text("/lijst/?mist=opmerking")
    assert "3 open opmerkingen van lezers" in shown(visitor.text("/overzicht/"))


def test_a_comment_stands_at_its_line_of_the_letter(folder: Path) -> None:
    page = Bezoeker(folder).text("/brief/")
    stretch = page[page.index("Ik meld") :].split('<div class="stuk', 1)[0]
    assert "Dit kan korter." in stretch
    aside = page.split("<aside", 1)[1]
    assert "Mooie lijst." in aside
    assert "n-1.1-1 heeft 2 opmerkingen van lezers" in shown(page)
    assert "3 open opmerkingen van lezers." in shown(page)


def test_it_is_dealt_with_where_it_stands_and_only_its_lines_change(folder: Path) -> None:
    visitor = Bezoeker(folder)
    visitor.text("/lijst/")
    page = "/besluiten/noord?bij=n-1.1-1"
    assert settle(visitor, page, 0, antwoord="Het Rijk.") == page
    expected = BESTAND.replace("stand: open\n", "stand: afgedaan\n    antwoord: Het Rijk.\n", 1)
    assert text(folder) == expected
    found = shown(visitor.text(page))
    assert "Gedaan. n-1.1-1: opmerking van Sanne de Boer afgedaan" in found
    assert "2 opmerkingen afgedaan" in found
    number = visitor.text(page).split('name="nummer" value="')[1].split('"')[0]
    visitor.post("/terug", nummer=number, hier=page)
    assert text(folder) == BESTAND


def test_two_who_deal_with_the_same_comment_do_not_undo_each_other(folder: Path) -> None:
    one, other = Bezoeker(folder), Bezoeker(folder)
    page = "/lijst/?zoek=n-1.1-1"
    seen = other.text(page).split("/afdoen")[1].split('name="stand" value="')[1].split('"')[0]
    settle(one, page, 0, antwoord="Het Rijk.")
    after = text(folder)
    other.post("/opmerkingen/0/afdoen", stand=seen, antwoord="De regio.", hier=page)
    assert "BR744" in other.text(page)
    assert text(folder) == after
    assert other.post("/opmerkingen/99/afdoen", stand=seen).status_code == 404


def test_nobody_deals_with_a_comment_from_elsewhere_or_where_one_may_only_read(folder: Path) -> None:
    visitor = Bezoeker(folder)
    path = "/opmerkingen/0/afdoen"
    assert visitor.send(path, {"csrf": visitor.csrf}, Origin="https://kwaad.nl").status_code == 403
    assert visitor.send(path, {}, Origin="http://127.0.0.1:8765").status_code == 403
    assert visitor.get(path).status_code == 405
    reader = Bezoeker(folder, alleen_lezen=True)
    reader.text("/lijst/")
    assert "Wie betaalt?" in reader.text("/besluiten/noord?bij=n-1.1-1")
    assert "/afdoen" not in reader.text("/besluiten/noord?bij=n-1.1-1")
    assert reader.post(path).status_code == 403
    assert settle(visitor, "/lijst/?zoek=n-1.1-1", 0, hier="//kwaad.nl") == "/"
    assert text(folder) != BESTAND


def test_no_comment_is_obeyed(folder: Path) -> None:
    """Whatever a reviewer's name, words, place or our answer say, they are shown and do nothing."""
    quoted = "'" + ATTACK.replace("'", "''") + "'"
    fields = ("wie", "wanneer", "versie", "woorden", "op", "tekst", "antwoord", "bestand")
    rows = "".join(f"    {name}: {quoted}\n" for name in fields)
    both = (
        f"  - plaats: {each}\n{rows}    stand: {stand}\n"
        for each in ("n-1.1-1", "brief.md:1", quoted)
        for stand in ("open", "afgedaan")
    )
    (folder / "opmerkingen.yaml").write_text("opmerkingen:\n" + "".join(both), "utf-8")
    visitor = Bezoeker(folder)
    pages = [visitor.text(each) for each in ("/lijst/", "/besluiten/noord?bij=n-1.1-1", "/brief/", "/overzicht/")]
    settle(visitor, "/besluiten/noord?bij=n-1.1-1", 0, antwoord=ATTACK)
    pages += [visitor.text(each) for each in ("/lijst/", "/besluiten/noord?bij=n-1.1-1", "/brief/")]
    for page in pages:
        assert_nothing_is_obeyed(page)
    for page in pages[:3]:
        assert "&lt;script&gt;alert(1)" in page


def test_a_comment_that_comes_in_appears_and_is_dealt_with_by_keyboard(folder: Path) -> None:
    (folder / "opmerkingen.yaml").unlink()
    with bediend(folder) as address, Browser() as browser:
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + "/besluiten/noord?bij=n-1.1-1")
        (folder / "opmerkingen.yaml").write_text(BESTAND, "utf-8")
        browser.until("document.querySelector('.opmerking')?.innerText.includes('Wie betaalt?')")
        browser.key("m")
        browser.until("document.activeElement.id === 'antwoord-0'")
        browser.type("Het Rijk.")
        vervang(bestand(folder, "noord"), "1.1 Wonen", "1.1 Wonen en werken")
        browser.until("document.querySelector('.agenda').innerText.includes('en werken')")
        assert browser.js("document.activeElement.id") == "antwoord-0"
        assert browser.js("document.activeElement.value") == "Het Rijk."
        assert browser.axe() == []
        browser.key("Enter")
        browser.until("document.getElementById('bewaard').textContent.includes('afgedaan')")
        assert "antwoord: Het Rijk." in text(folder)
        assert browser.js("document.activeElement.id") == "afspraak"
        browser.until("omroep.textContent.includes('opmerking van Sanne de Boer afgedaan')")
        assert browser.complaints == []
