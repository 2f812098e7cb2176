"""The first view of a large round: one meeting is shown before the rest is read, and the page follows by itself."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from brief.rounds.opening import open_round
from brief.web import live
from brief.web.live import Ronde
from keuring.browser import Browser
from rounds.rondemap import bestand, ronde, vervang
from web.bediend import bediend
from web.bezoeker import Bezoeker

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Overleg
    from brief.rounds.opening import Opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a round with a mistake in the file of the meeting that is not shown first."""
    made = ronde(tmp_path)
    vervang(bestand(made, "noordwest"), "status: gewijzigd", "status: gewijzigdd")
    return made


def test_a_meeting_is_shown_before_the_rest_is_read(folder: Path) -> None:
    visitor = Bezoeker(folder)
    page = visitor.text("/besluiten/noord")
    assert "n-1.1-1" in page
    assert "BR012" not in page, "the other file was not read"
    assert 'data-versie="deels-' in page
    assert visitor.get("/nu").get_json()["versie"].startswith("deels-") is False
    page = visitor.text("/besluiten/noord")
    assert "BR012" in page
    assert "deels-" not in page


def test_a_view_of_all_afspraken_shows_all_of_them(folder: Path) -> None:
    visitor = Bezoeker(folder)
    visitor.text("/besluiten/noord")
    assert "van 5 afspraken" in visitor.text("/lijst/")


def test_a_decision_before_the_rest_is_read_is_saved_on_the_whole(folder: Path) -> None:
    vervang(bestand(folder, "noordwest"), "status: gewijzigdd", "status: gewijzigd")
    visitor = Bezoeker(folder)
    answer = visitor.besluit("/besluiten/noord?bij=n-1.1-1", "/besluiten/noord/n-1.1-1/vastgesteld")
    assert answer.status_code == 303
    assert bestand(folder, "noord").read_text("utf-8").count("status: vastgesteld") == 2


@pytest.mark.parametrize("whole", [False, True])
def test_the_first_meeting_is_the_first_with_something_to_decide(tmp_path: Path, *, whole: bool) -> None:
    made = ronde(tmp_path)
    found = Ronde(made)
    if whole:
        found.now()
    days = {each.landsdeel: each.datum for each in _meetings(made)}
    first, second = sorted(days, key=lambda each: days[each])
    assert found.first() == first
    text = bestand(made, first).read_text("utf-8").replace("status: voorgesteld", "status: vastgesteld")
    bestand(made, first).write_text(text, "utf-8")
    assert found.first() == second
    text = bestand(made, second).read_text("utf-8").replace("status: voorgesteld", "status: vastgesteld")
    bestand(made, second).write_text(text, "utf-8")
    assert found.first() == first, "nothing is open: the first of all"
    (made / "ronde.yaml").write_text("geen: ronde\n", "utf-8")
    assert found.first() is None


def _meetings(folder: Path) -> tuple[Overleg, ...]:
    bestanden = open_round(folder).bestanden
    assert bestanden is not None
    return bestanden.ronde.overleggen


LOADED = """
import sys
from pathlib import Path
from web.bezoeker import Bezoeker
Bezoeker(Path(sys.argv[1])).text("/besluiten/noord")
import json
print(json.dumps(sorted({name.split(".")[1] for name in sys.modules if name.startswith("brief.")})))
"""


def test_the_first_view_loads_no_room_that_it_does_not_need(tmp_path: Path) -> None:
    """What it loads is most of what a reader waits for; benchmarks/tafel measures how long."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(ronde(tmp_path))],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert (
        set(json.loads(done.stdout)) & {"assemble", "compare", "dossier", "intake", "kamerstuk", "versions", "word"}
        == set()
    )


def test_the_page_follows_when_the_rest_is_read_and_says_nothing_of_a_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = threading.Event()

    def later(asked: Path) -> Opened:
        may_read.wait(30)
        return open_round(asked)

    monkeypatch.setattr(live, "open_round", later)
    with bediend(folder) as address, Browser() as browser:
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + "/besluiten/noord")
        assert browser.js("document.getElementById('afspraak').dataset.id") == "n-1.1-1"
        assert browser.js("document.body.dataset.versie").startswith("deels-")
        browser.js(
            "window.gehoord = []; new MutationObserver(() => gehoord.push(omroep.textContent)).observe("
            "omroep, {childList: true, characterData: true, subtree: true})"
        )
        may_read.set()
        browser.until("!document.body.dataset.versie.startsWith('deels-')")
        assert browser.js("document.getElementById('meldingen').innerText.includes('BR012')")
        assert browser.js("gehoord.filter((each) => each.includes('bijgewerkt'))") == []
        vervang(bestand(folder, "noord"), "een plan", "een tweede plan")
        browser.until("gehoord.some((each) => each.includes('bijgewerkt'))")
