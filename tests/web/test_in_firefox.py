"""The same pages in Firefox: decided by keyboard, words shown while one types, brought up to date by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from keuring.vuurvos import Vuurvos
from rounds.rondemap import bestand, ronde, vervang
from web.bediend import getoond

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def firefox() -> Iterator[Vuurvos]:
    with Vuurvos() as found:
        yield found


def test_the_table_works_in_firefox(tmp_path: Path, firefox: Vuurvos) -> None:
    folder = ronde(tmp_path)
    start = bestand(folder, "noord").read_bytes()
    with getoond(folder, firefox, "/besluiten/noord?bij=n-1.1-1"):
        firefox.until("document.activeElement.id === 'afspraak'")
        firefox.key("g")
        firefox.until("document.activeElement.id === 'tekst'")
        firefox.type("Nu: ")
        firefox.until("document.querySelector('.verschil ins')")
        vervang(bestand(folder, "noord"), "1.1 Wonen", "1.1 Wonen en werken")
        firefox.until("document.querySelector('.agenda').innerText.includes('Wonen en werken')")
        assert firefox.js("document.getElementById('tekst').value.startsWith('Nu: Rijk en regio')")
        assert firefox.js("document.activeElement.id") == "tekst"
        firefox.key("Tab")
        firefox.type("scherper")
        firefox.key("Enter")
        firefox.until("document.getElementById('bewaard').textContent.includes('gewijzigd op')")
        assert "reden: scherper" in bestand(folder, "noord").read_text("utf-8")
        firefox.key("z")
        firefox.until("document.getElementById('bewaard').textContent.includes('teruggedraaid')")
        vervang(bestand(folder, "noord"), "1.1 Wonen en werken", "1.1 Wonen")
        assert bestand(folder, "noord").read_bytes() == start


@pytest.mark.lang
def test_a_point_and_a_comment_are_dealt_with_in_firefox(tmp_path: Path, firefox: Vuurvos) -> None:
    folder = ronde(tmp_path)
    points = "tekst: |\n      - het Rijk betaalt;\n      - de regio bouwt.\n"
    vervang(bestand(folder, "noord"), "tekst: Rijk en regio maken een plan.\n", points)
    remark = "opmerkingen:\n  - {plaats: n-1.1-1, wie: Sanne, tekst: Wie betaalt., stand: open}\n"
    (folder / "opmerkingen.yaml").write_text(remark, "utf-8")
    with getoond(folder, firefox, "/besluiten/noord?bij=n-1.1-1"):
        firefox.until("document.querySelector('.opmerking input')")
        firefox.key("m")
        firefox.until("document.activeElement.name === 'antwoord'")
        firefox.type("Het Rijk")
        firefox.key("Enter")
        firefox.until("document.getElementById('bewaard').textContent.includes('afgedaan')")
        expected = remark.replace("open}", "afgedaan, antwoord: Het Rijk}")
        assert (folder / "opmerkingen.yaml").read_text("utf-8") == expected
        firefox.until("document.activeElement.id === 'afspraak'")
        firefox.key("e")
        firefox.until("document.activeElement.dataset.rij !== undefined")
        firefox.key("v")
        firefox.until("document.activeElement.id === 'reden'")
        firefox.type("elders")
        firefox.key("Enter")
        firefox.until("document.getElementById('bewaard').textContent.includes('n-1.1-1: gewijzigd')")
        text = bestand(folder, "noord").read_text("utf-8")
        assert "      tekst: |\n        - de regio bouwt.\n" in text


@pytest.mark.lang
@pytest.mark.parametrize("path", ["/bevestigen/", "/lijst/?wijzig=n-1.1-1", "/brief/", "/vergelijken/", "/overzicht/"])
def test_each_view_fits_a_narrow_window_of_firefox(tmp_path: Path, firefox: Vuurvos, path: str) -> None:
    firefox.window(500, 700)
    with getoond(ronde(tmp_path), firefox, path):
        firefox.until("document.querySelector('main h1')")
        assert firefox.js("document.getElementById('toetsen').hidden") is False, "the script ran"
        assert firefox.js("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
