"""The pages in Chromium: for everyone to read and to use by keyboard, and true to the files while one types."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest

from brief.rounds.confirming import openstaand
from brief.rounds.deciding import Opdracht, Uitspraak, plan
from brief.rounds.making import Opdracht as Maakopdracht
from brief.rounds.making import make_and_write
from brief.rounds.plan import plan_and_save
from rounds.rondemap import bestand, geopend, ronde, vervang
from rounds.voorbeeldronde import RONDE, brief
from web.bediend import bediend, getoond

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from keuring.browser import Browser

VIEWS = {
    "besluiten": "/besluiten/noordwest?bij=nw-2.3-1",
    "gewijzigd": "/besluiten/noordwest?bij=nw-2.3-1&doe=gewijzigd",
    "vervallen": "/besluiten/noordwest?bij=nw-2.3-1&doe=vervallen",
    "punt": "/besluiten/noordwest?bij=nw-2.3-1&doe=punt",
    "overige": "/besluiten/noordwest?bij=nw-2.3-1&doe=overige",
    "toevoegen": "/besluiten/noordwest?bij=nw-2.3-1&doe=toevoegen",
    "bevestigen": "/bevestigen/",
    "lijst": "/lijst/?zoek=nw-2.3-1&wijzig=nw-2.3-1",
    "brief": "/brief/",
    "bron": "/brief/bron?bestand=brief.md&regel=9",
    "vergelijken": "/vergelijken/",
    "overzicht": "/overzicht/",
    "stoppen": "/stoppen",
}
"""Every view, with something to do in each."""

OPMERKINGEN = """\
opmerkingen:
  - {plaats: nw-2.3-1, wie: Sanne, wanneer: 2026-09-20, woorden: Rijk en regio, tekst: Wie is aan zet., stand: open}
  - {plaats: nw-2.3-1, wie: Piet, tekst: Akkoord., stand: afgedaan, antwoord: Dank.}
  - {plaats: 'brief.md:1', wie: Karim, op: Moet dit., tekst: Dit kan korter., stand: open}
  - {plaats: afsprakenlijst, wie: Els, tekst: Mooie lijst., stand: open}
"""

VOORSTEL = "    voorstel:\n      themas: [energie]\n      reden: \"'stroom' in de tekst\"\n"


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample round with two versions, an open proposal and an afspraak to decide about; give its address."""
    folder = tmp_path_factory.mktemp("tafel") / "input" / "2026"
    shutil.copytree(RONDE, folder)
    assert make_and_write(Maakopdracht(folder)).is_written
    (folder / "opmerkingen.yaml").write_text(OPMERKINGEN, "utf-8")
    vervang(bestand(folder, "noordwest"), "    status: vastgesteld\n", f"    status: voorgesteld\n{VOORSTEL}")
    vervang(bestand(folder, "noordwest"), "duidelijk moet zijn", "helder moet zijn")
    assert make_and_write(Maakopdracht(folder)).is_written
    with bediend(folder) as address:
        yield address


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("width", "height", "dark"),
    [
        pytest.param(1280, 900, False, id="gewoon"),
        pytest.param(1280, 900, True, id="donker", marks=pytest.mark.lang),
        pytest.param(320, 256, False, id="vergroot", marks=pytest.mark.lang),
        pytest.param(1920, 1080, True, id="beamer", marks=pytest.mark.lang),
    ],
)
def test_everyone_can_read_each_view(
    voorbeeld: str, browser: Browser, view: str, width: int, height: int, *, dark: bool
) -> None:
    """320 by 256 is what is left of 1280 by 1024 at a zoom of 400 %: there nothing may need scrolling sideways."""
    browser.window(width, height, dark=dark, still=dark)
    _enter(browser, voorbeeld)
    browser.open(voorbeeld.partition("/aanmelden")[0] + VIEWS[view])
    if view == "brief":
        browser.until("!document.querySelector('main').innerText.includes('De controle loopt')")
    assert browser.axe() == []
    assert browser.js("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert browser.complaints == []


def _enter(browser: Browser, address: str) -> None:
    """Sign in when this browser is not in yet: a key works once."""
    root = address.partition("/aanmelden")[0]
    if not str(browser.js("location.href")).startswith(root):
        browser.open(address)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def decide(folder: Path, opdracht: Opdracht) -> None:
    """Decide in another window, or with a command."""
    planned, saved = plan_and_save(folder, partial(plan, opdracht=opdracht))
    assert (*planned.meldingen, *saved.findings) == ()


def test_a_change_on_disk_appears_and_what_is_being_typed_stays(folder: Path, browser: Browser) -> None:
    browser.window(1280, 900)
    with getoond(folder, browser, "/besluiten/noord?bij=n-1.1-1"):
        browser.key("g")
        browser.until("document.activeElement.id === 'tekst'")
        browser.type("Ik typ dit nu. ")
        field = "document.getElementById('tekst')"
        browser.js(f"window.zelfde = {field}; {field}.setSelectionRange(3, 6)")
        vervang(bestand(folder, "noord"), "1.1 Wonen", "1.1 Wonen en werken")
        browser.until("document.querySelector('.agenda').innerText.includes('1.1 Wonen en werken')")
        assert browser.js(f"{field}.value").startswith("Ik typ dit nu. Rijk en regio")
        assert browser.js(f"window.zelfde === {field} && document.activeElement === {field}")
        assert browser.js(f"[{field}.selectionStart, {field}.selectionEnd]") == [3, 6]
        assert browser.js("document.querySelector('.elders').hidden"), "another afspraak changed, not this one"
        browser.until("document.getElementById('omroep').textContent.includes('bijgewerkt')")
        vervang(bestand(folder, "noord"), "maken een plan", "maken een tweede plan")
        browser.until("!document.querySelector('.elders').hidden")
        assert browser.js(f"{field}.value").startswith("Ik typ dit nu. Rijk en regio")
        assert browser.complaints == []


def test_what_another_window_decides_is_seen_here(folder: Path, browser: Browser) -> None:
    with getoond(folder, browser, "/besluiten/noord?bij=n-1.1-1"):
        decide(folder, Opdracht(("n-1.1-1",), Uitspraak.VERVALLEN, reden="van de baan"))
        browser.until("document.getElementById('afspraak').innerText.includes('vervallen')")
        assert browser.js("document.activeElement.id") == "afspraak"


def test_words_that_change_are_shown_while_one_types(folder: Path, browser: Browser) -> None:
    with getoond(folder, browser, "/besluiten/noord?bij=n-1.1-1&doe=gewijzigd"):
        browser.key("End")
        browser.type(" Samen <b>met</b> de waterschappen.")
        browser.until("document.querySelector('.verschil ins')")
        assert "<b>met</b>" in browser.js("document.querySelector('.verschil ins').textContent")
        assert browser.js("document.querySelector('#woorden b')") is None
        assert browser.axe() == []


def test_a_decision_that_cannot_be_saved_comes_back_with_the_reason(folder: Path, browser: Browser) -> None:
    """The page goes on at once; when the save fails it says so, and nothing was written."""
    with getoond(folder, browser, "/besluiten/noordwest?bij=nw-2.3-1"):
        browser.js("void (document.querySelector('form[data-vooruit] input[name=stand]').value = 'oud')")
        before = bestand(folder, "noordwest").read_bytes()
        browser.key("a")
        browser.until("document.querySelector('#meldingen .fout')?.textContent.includes('BR742')")
        assert browser.js("document.getElementById('afspraak').dataset.id") == "nw-2.3-1"
        assert bestand(folder, "noordwest").read_bytes() == before
        browser.until("document.getElementById('omroep').textContent.includes('Niet opgeslagen')")


def test_what_is_done_is_told_and_can_be_taken_back_with_one_key(folder: Path, browser: Browser) -> None:
    with getoond(folder, browser, "/besluiten/noord?bij=n-1.1-1"):
        before = bestand(folder, "noord").read_bytes()
        browser.key("a")
        browser.key("z")
        browser.until("document.getElementById('bewaard').textContent.includes('teruggedraaid: n-1.1-1: vastgesteld')")
        assert bestand(folder, "noord").read_bytes() == before
        assert browser.js("document.getElementById('afspraak').dataset.id") == "n-1.1-1"
        browser.until("document.getElementById('omroep').textContent.includes('teruggedraaid')")


def test_single_keys_can_be_switched_off(folder: Path, browser: Browser) -> None:
    with getoond(folder, browser, "/besluiten/noord?bij=n-1.1-1"):
        before = bestand(folder, "noord").read_bytes()
        browser.js("document.getElementById('toetsen').click()")
        browser.js("document.getElementById('afspraak').focus()")
        browser.key("a")
        browser.key("v")
        assert browser.js("document.querySelector('.vraag')") is None
        assert bestand(folder, "noord").read_bytes() == before
        browser.js("document.getElementById('toetsen').click()")
        browser.js("document.getElementById('afspraak').focus()")
        browser.key("v")
        browser.until("document.activeElement.id === 'reden'")


def test_themes_are_completed_by_keyboard(folder: Path, browser: Browser) -> None:
    with getoond(folder, browser, "/lijst/?wijzig=n-1.1-1"):
        browser.js("document.getElementById('v-themas').focus(); document.getElementById('v-themas').select()")
        browser.type("wat")
        browser.until("document.getElementById('v-themas').getAttribute('aria-expanded') === 'true'")
        assert browser.axe() == []
        browser.key("Enter")
        assert browser.js("document.getElementById('v-themas').value") == "water"
        browser.type(", won")
        browser.until("document.getElementById('v-themas').getAttribute('aria-expanded') === 'true'")
        browser.key("Enter")
        assert browser.js("document.getElementById('v-themas').value") == "water, wonen"
        browser.key("Enter")
        browser.until("document.getElementById('bewaard').textContent.includes('ingevuld')")
        assert "themas: [water, wonen]" in bestand(folder, "noord").read_text("utf-8")


def test_searching_keeps_the_focus_and_what_is_typed(folder: Path, browser: Browser) -> None:
    with getoond(folder, browser, "/lijst/"):
        browser.key("/")
        browser.until("document.activeElement.id === 'k-zoek'")
        browser.type("woningen")
        browser.until("document.querySelectorAll('.kaart').length === 1")
        assert browser.js("document.activeElement.id") == "k-zoek"
        assert browser.js("document.getElementById('k-zoek').value") == "woningen"


def test_when_the_server_is_gone_the_page_says_so_and_keeps_what_was_typed(folder: Path, browser: Browser) -> None:
    with getoond(folder, browser, "/besluiten/noord?bij=n-1.1-1&doe=gewijzigd"):
        browser.type("Nog niet opgeslagen. ")
    browser.until("document.getElementById('meldingen').innerText.includes('antwoordt niet')")
    assert "Nog niet opgeslagen." in browser.js("document.getElementById('tekst').value")
    browser.js("void (document.getElementById('tekst').value = document.getElementById('tekst').defaultValue)")


def test_who_is_not_let_in_any_more_keeps_what_was_typed(folder: Path, browser: Browser) -> None:
    with getoond(folder, browser, "/besluiten/noord?bij=n-1.1-1&doe=gewijzigd"):
        browser.type("Nog niet opgeslagen. ")
        browser.forget()
        browser.key("Enter", control=True)
        browser.until("document.getElementById('meldingen').innerText.includes('niet meer aangemeld')")
        assert "Nog niet opgeslagen." in browser.js("document.getElementById('tekst').value")
        browser.js("void (document.getElementById('tekst').value = document.getElementById('tekst').defaultValue)")


MOST_ACTIONS = 60


@pytest.mark.lang
def test_all_proposals_of_the_sample_round_are_answered_in_few_actions(tmp_path: Path, browser: Browser) -> None:
    """What is certain at once, the rest a reason at a time; here and there one is unticked, and one is taken away."""
    folder = tmp_path / "input" / "2026"
    shutil.copytree(RONDE, folder, ignore=shutil.ignore_patterns("afspraken"))
    assert brief("inlezen", folder).returncode in {0, 1}
    with getoond(folder, browser, "/bevestigen/"):
        browser.pressed = 0
        count = "document.querySelector('.agenda strong')?.textContent ?? '0'"
        actions = iter(["9", "ArrowDown", " ", "r", "x"])
        while (left := browser.js(count)) != "0":
            action = next(actions, "a")
            browser.key(action)
            if action in {"ArrowDown", " "}:
                continue
            browser.until(f"({count}) !== '{left}' && !document.body.hasAttribute('data-onderweg')")
        assert browser.pressed <= MOST_ACTIONS
        assert browser.complaints == []
    assert openstaand(geopend(folder))[0] == ()
