"""What a screen reader says while one works by keyboard: where one is, and what was done, once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from rounds.rondemap import bestand, ronde, vervang
from web.bediend import bediend

if TYPE_CHECKING:
    from pathlib import Path

    from keuring.browser import Browser

PUNTEN = "    tekst: |\n      Zij spreken af:\n\n      - het Rijk betaalt;\n      - de regio bouwt.\n"
VOORSTEL = "    voorstel:\n      themas: [energie]\n      reden: \"'stroom' in de tekst\"\n"
OPMERKING = "opmerkingen:\n  - {plaats: n-1.1-1, wie: Sanne, tekst: Wie betaalt., stand: open}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = ronde(tmp_path)
    vervang(bestand(made, "noord"), "    tekst: Rijk en regio maken een plan.\n", PUNTEN)
    vervang(bestand(made, "noord"), "    themas: [water]\n", f"    themas: [water]\n{VOORSTEL}")
    (made / "opmerkingen.yaml").write_text(OPMERKING, "utf-8")
    return made


EERSTE, TWEEDE = "1.1 Zoet water n-1.1-1", "1.1 Wonen n-1.1-2"

WANDELINGEN: dict[str, list[tuple[str, tuple[str, str], list[str]]]] = {
    "/besluiten/noord?bij=n-1.1-1": [
        ("j", ("article", TWEEDE), []),
        ("k", ("article", EERSTE), []),
        ("a", ("article", TWEEDE), ["Gedaan. n-1.1-1: vastgesteld"]),
        ("z", ("article", EERSTE), ["Gedaan. teruggedraaid: n-1.1-1: vastgesteld"]),
        ("b", ("article", TWEEDE), ["Gedaan. n-1.1-1: te bespreken"]),
        ("k", ("article", EERSTE), []),
        ("e", ("link", "Gewijzigd : punt 1 g"), []),
        ("ArrowDown", ("link", "Gewijzigd : punt 2 g"), []),
        ("g", ("textbox", "Afgesproken tekst van punt 2"), []),
        ("Escape", ("link", "Gewijzigd : punt 1 g"), []),
        ("v", ("textbox", "Reden"), []),
        ("Escape", ("link", "Gewijzigd : punt 1 g"), []),
        ("Escape", ("article", EERSTE), []),
        ("h", ("textbox", "Reden"), []),
        ("Escape", ("article", EERSTE), []),
        ("t", ("textbox", "Afgesproken tekst"), []),
        ("Escape", ("article", EERSTE), []),
        ("p", ("article", EERSTE), ["Groot beeld: aan."]),
        ("p", ("article", EERSTE), ["Groot beeld: uit."]),
        ("b", ("article", EERSTE), ["Gedaan. n-1.1-1: niet meer te bespreken"]),
        ("o", ("button", "Ja, stel 1 vast Enter"), []),
        ("Escape", ("article", EERSTE), []),
        ("m", ("textbox", "Wat u ermee deed m"), []),
        ("Enter", ("article", EERSTE), ["Gedaan. n-1.1-1: opmerking van Sanne afgedaan"]),
    ],
    "/bevestigen/": [
        ("ArrowDown", ("checkbox", "n-1.1-1 1.1 Zoet water 'stroom' in de tekst"), []),
        ("s", ("checkbox", "n-1.1-1 1.1 Zoet water 'stroom' in de tekst"), ["Niets aangevinkt."]),
        ("a", ("heading", "Thema Energie? 'stroom' in de tekst (1)"), ["Niets veranderd. Er is niets gekozen."]),
        ("s", ("heading", "Thema Energie? 'stroom' in de tekst (1)"), ["Alles aangevinkt: 1."]),
        ("a", ("main", "Bevestigen"), ["Gedaan. 1 voorstel thema Energie overgenomen"]),
        (
            "z",
            ("heading", "Thema Energie? 'stroom' in de tekst (1)"),
            ["Gedaan. teruggedraaid: 1 voorstel thema Energie overgenomen"],
        ),
    ],
    "/lijst/?zoek=n-1.1-1&wijzig=n-1.1-1": [
        ("Escape", ("article", "n-1.1-1 1.1 Zoet water"), []),
        ("/", ("searchbox", "Woorden, id of agendapunt /"), []),
    ],
    "/brief/bron?bestand=brief.md&regel=1": [("Escape", ("main", "Brief"), [])],
    "/stoppen": [("Escape", ("article", EERSTE), [])],
}
"""For each view: a key, what has the focus then (role and name), and what is said."""


@pytest.mark.parametrize(
    "view", [each if each == "/bevestigen/" else pytest.param(each, marks=pytest.mark.lang) for each in WANDELINGEN]
)
def test_each_key_leads_to_a_place_with_a_name_and_what_was_done_is_said_once(
    folder: Path, browser: Browser, view: str
) -> None:
    with bediend(folder) as address:
        browser.window(1280, 900)
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + view)
        browser.until("!document.body.dataset.versie.startsWith('deels-')")
        browser.listen()
        for key, place, said in WANDELINGEN[view]:
            browser.key(key)
            _until(browser, key, place)
            _rest(browser)
            assert browser.focused()[:2] == place, key
            assert [each for each in browser.heard() if "controle" not in each] == said, key
        assert browser.complaints == []


def _until(browser: Browser, key: str, place: tuple[str, str]) -> None:
    last = time.monotonic() + 10
    while browser.focused()[:2] != place and time.monotonic() < last:
        time.sleep(0.05)


def _rest(browser: Browser) -> None:
    """Wait until nothing is on its way, and the page has asked once more whether the files are the same."""
    browser.until("!document.body.hasAttribute('data-bezig') && !document.body.hasAttribute('data-onderweg')")
    browser.js("new Promise((done) => setTimeout(done, 1300))")


def test_an_afspraak_is_read_out_with_its_place_its_status_and_its_text(folder: Path, browser: Browser) -> None:
    with bediend(folder) as address:
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + "/besluiten/noord?bij=n-1.1-1")
        role, name, more = browser.focused()
        assert (role, name) == ("article", EERSTE)
        assert more.startswith("Noord: afspraak 1 van 2; nog 1 te besluiten. voorgesteld")
        assert "het Rijk betaalt;" in more


def test_when_it_is_stopped_that_is_said(folder: Path, browser: Browser) -> None:
    with bediend(folder) as address:
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + "/stoppen")
        browser.key("Enter")
        browser.until("document.title === 'brief tafel is gestopt'")
        assert browser.focused()[:2] == ("RootWebArea", "brief tafel is gestopt"), "a new page: its title is read"


def test_what_goes_under_the_focus_leaves_it_somewhere(folder: Path, browser: Browser) -> None:
    """Another deals with the comment in whose field one is: the field is gone, the place on the page is not."""
    with bediend(folder) as address:
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + "/besluiten/noord?bij=n-1.1-1")
        browser.until("document.querySelector('.opmerking input')")
        browser.key("m")
        browser.until("document.activeElement.name === 'antwoord'")
        browser.listen()
        (folder / "opmerkingen.yaml").write_text(OPMERKING.replace("open", "afgedaan"), "utf-8")
        browser.until("!document.querySelector('.opmerking input')")
        assert browser.focused()[:2] == ("article", EERSTE)
        browser.until("window.gehoord.some((each) => each.includes('bijgewerkt'))")
