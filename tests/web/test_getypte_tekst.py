"""What was typed is not lost: whatever becomes of the files, the other window, the session or the server."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from brief.rounds.deciding import Opdracht, Uitspraak, plan
from brief.rounds.plan import plan_and_save
from rounds.rondemap import bestand, ronde, vervang
from web.bediend import bediend

if TYPE_CHECKING:
    from pathlib import Path

    from keuring.browser import Browser

GETYPT = "Ik typ dit nu. "
VELD = "document.getElementById('tekst').value"
STAAT_ER = f"{VELD}.startsWith('{GETYPT}')"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def typing(browser: Browser, address: str, path: str = "/besluiten/noord?bij=n-1.1-1&doe=gewijzigd") -> None:
    browser.open(address)
    browser.open(address.partition("/aanmelden")[0] + path)
    browser.until("document.activeElement.id === 'tekst'")
    browser.type(GETYPT)


def done(browser: Browser) -> None:
    """Take away what was typed, so that the next page needs no answer."""
    browser.js("for (const each of document.querySelectorAll('textarea, input')) each.value = each.defaultValue; 0")


def test_when_the_afspraak_goes_from_the_file(folder: Path, browser: Browser) -> None:
    with bediend(folder) as address:
        typing(browser, address)
        browser.listen()
        vervang(bestand(folder, "noord"), "id: n-1.1-1", "id: n-1.1-9")
        browser.until("window.gehoord.some((each) => each.includes('uit de bestanden verdwenen'))")
        assert browser.js(STAAT_ER)
        assert not browser.js("document.querySelector('.elders').hidden")
        vervang(bestand(folder, "noord"), "id: n-1.1-9", "id: n-1.1-1")
        browser.until("document.querySelector('.elders').hidden")
        assert browser.js(STAAT_ER)
        done(browser)


@pytest.mark.lang
@pytest.mark.parametrize("file", ["ronde.yaml", "afspraken/noord.yaml"])
def test_when_a_file_cannot_be_read_for_a_while(folder: Path, browser: Browser, file: str) -> None:
    with bediend(folder) as address:
        typing(browser, address)
        before = (folder / file).read_bytes()
        (folder / file).write_text("{ dit: [is stuk\n", "utf-8")
        browser.until("document.querySelector('#meldingen .fout')")
        assert browser.js(STAAT_ER)
        browser.key("Enter", control=True)
        browser.until("!document.body.hasAttribute('data-onderweg')")
        assert browser.js(STAAT_ER)
        (folder / file).write_bytes(before)
        browser.until("!document.querySelector('#meldingen details')")
        assert browser.js(STAAT_ER)
        done(browser)


def test_when_another_window_decides_first_and_one_saves_all_the_same(folder: Path, browser: Browser) -> None:
    """The first save is refused and says why; who has read that may save again, over the other besluit."""
    with bediend(folder) as address:
        typing(browser, address)
        order = Opdracht(("n-1.1-1",), Uitspraak.AANGEHOUDEN, reden="later")
        planned, saved = plan_and_save(folder, partial(plan, opdracht=order))
        assert (*planned.meldingen, *saved.findings) == ()
        browser.until("!document.querySelector('.elders').hidden")
        after = bestand(folder, "noord").read_bytes()
        browser.js("document.getElementById('reden').value = 'scherper'; 0")
        browser.key("Enter", control=True)
        browser.until("document.querySelector('#meldingen .fout')?.textContent.includes('BR742')")
        assert bestand(folder, "noord").read_bytes() == after
        assert browser.js(STAAT_ER)
        assert "Dit vervangt het besluit van" in browser.js("document.querySelector('.vraag').innerText")
        browser.key("Enter", control=True)
        browser.until("document.getElementById('bewaard').textContent.includes('n-1.1-1: gewijzigd')")
        assert GETYPT.strip() in bestand(folder, "noord").read_text("utf-8")
        browser.until("!document.body.hasAttribute('data-onderweg')")


@pytest.mark.lang
def test_when_the_server_is_started_again_at_the_same_address(folder: Path, browser: Browser) -> None:
    """The form was of the server before; once the new address is opened, it is sent as it stands."""
    with bediend(folder) as address:
        typing(browser, address)
        csrf = browser.js("document.querySelector('.vraag input[name=csrf]').value")
        port = int(address.split(":")[2].split("/")[0])
    browser.until("document.getElementById('meldingen').innerText.includes('antwoordt niet')")
    assert browser.js(STAAT_ER)
    with bediend(folder, poort=port) as again:
        browser.until("document.getElementById('meldingen').innerText.includes('niet meer aangemeld')")
        assert browser.js(STAAT_ER)
        browser.js(f"fetch('{again}').then(() => 0)")  # as opening it in another window would
        browser.until("!document.querySelector('[data-weg]')")
        browser.js("document.getElementById('reden').value = 'scherper'; 0")
        given = "document.querySelector('.vraag input[name=csrf]').value"
        browser.until(f"{given} !== '{csrf}'")
        browser.key("Enter", control=True)
        browser.until("document.getElementById('bewaard').textContent.includes('n-1.1-1: gewijzigd')")
        assert GETYPT.strip() in bestand(folder, "noord").read_text("utf-8")


def test_when_one_goes_elsewhere_by_mistake_the_page_asks(folder: Path, browser: Browser) -> None:
    with bediend(folder) as address:
        typing(browser, address)
        browser.js("window.gevraagd = 0; window.confirm = () => { gevraagd += 1; return false; }; 0")
        browser.js("document.querySelector('.kop nav a[href=\"/lijst/\"]').click()")
        browser.js("new Promise((done) => setTimeout(done, 300))")
        assert browser.js("window.gevraagd") == 1
        assert browser.js(STAAT_ER)
        done(browser)


@pytest.mark.lang
def test_a_new_afspraak_and_a_sentence_stay_too(folder: Path, browser: Browser) -> None:
    with bediend(folder) as address:
        typing(browser, address, "/besluiten/noord?doe=toevoegen")
        vervang(bestand(folder, "noord"), "1.1 Wonen", "1.1 Wonen en werken")
        browser.until("document.querySelector('.agenda').innerText.includes('Wonen en werken')")
        assert browser.js(STAAT_ER)
        done(browser)
        browser.open(address.partition("/aanmelden")[0] + "/lijst/?zoek=n-1.1-1&wijzig=n-1.1-1")
        browser.until("document.activeElement.id === 'zin'")
        browser.type(GETYPT)
        vervang(bestand(folder, "noord"), "id: n-1.1-1", "id: n-1.1-9")
        browser.until("document.getElementById('omroep').textContent.includes('verdwenen')")
        assert browser.js(f"document.getElementById('zin').value.startsWith('{GETYPT}')")
        done(browser)


def test_a_page_of_a_file_that_is_gone_for_a_while_comes_back(folder: Path, browser: Browser) -> None:
    path = folder / "kamerstukken.yaml"
    path.write_text("# leeg\n", "utf-8")
    with bediend(folder) as address:
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + "/brief/bron?bestand=kamerstukken.yaml")
        path.unlink()
        browser.until("document.getElementById('meldingen').innerText.includes('Deze bladzijde bestaat niet.')")
        path.write_text("# weer terug\n", "utf-8")
        browser.until("document.querySelector('main').innerText.includes('weer terug')")
        browser.until("!document.querySelector('[data-weg]')")
