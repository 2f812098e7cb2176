"""A secretary at the keyboard, in Chromium: 120 afspraken in few keys, and the files are those of the commands."""

from __future__ import annotations

import re
import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest

from brief.domain import Status
from brief.rounds.adding import Toevoeging
from brief.rounds.adding import plan as add
from brief.rounds.deciding import Opdracht, Uitspraak, plan
from brief.rounds.opening import open_round
from brief.rounds.plan import plan_and_save
from rounds.voorbeeldronde import RONDE
from web.bediend import bediend

if TYPE_CHECKING:
    from pathlib import Path

    from keuring.browser import Browser

MOST_KEYS = 300
TOEGEVOEGD = (
    Toevoeging("noordwest", "2.3", "Rijk en regio wijzen één opdrachtgever aan.", "op verzoek van de waterschappen"),
    Toevoeging(
        "zuid", "2.99 Drinkwater", "- De regio maakt een plan;\n- het Rijk betaalt mee.", "aan tafel afgesproken"
    ),
)
"""What arose at the table."""
G, V, A = Uitspraak.GEWIJZIGD, Uitspraak.VERVALLEN, Uitspraak.AANGEHOUDEN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return voor_het_overleg(tmp_path / "input" / "2026")


def voor_het_overleg(folder: Path) -> Path:
    """Make the sample round as it was before the meetings: all 120 of the dossiers proposed, nothing decided."""
    shutil.copytree(RONDE, folder)
    for path in (folder / "afspraken").glob("*.yaml"):
        head, *items = re.split(r"(?m)^(?=  - id: )", path.read_text("utf-8"))
        items = [
            re.sub(r"(?m)^    besluit:\n(?:      .*\n|\n(?=      ))+", "", each)
            for each in items
            if "status: toegevoegd" not in each
        ]
        items = [re.sub(r"(?m)^    status: \w+", "    status: voorgesteld", each) for each in items]
        path.write_text("".join([head, *items]), "utf-8")
    return folder


def besluiten(folder: Path) -> list[Opdracht]:
    """Give what the meetings decided in the sample round: what was changed, dropped and held."""
    bestanden = open_round(RONDE).bestanden
    assert bestanden is not None
    kinds = {Status.GEWIJZIGD: G, Status.VERVALLEN: V, Status.AANGEHOUDEN: A}
    return [
        Opdracht((each.id,), kinds[each.status], each.besluit.datum, each.besluit.reden, each.besluit.tekst)
        for each in bestanden.afspraken
        if each.besluit is not None and each.status in kinds
    ]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "afspraken").glob("*.yaml")}


def test_a_secretary_needs_few_keys_and_makes_the_same_files_as_the_commands(folder: Path, browser: Browser) -> None:
    decided = besluiten(folder)
    assert [sum(each.status is kind for each in decided) for kind in (G, V, A)] == [5, 2, 2]
    copy = folder.with_name("kopie")
    shutil.copytree(folder, copy)
    with bediend(folder) as address:
        browser.open(address)
        browser.pressed = 0
        secretary = Secretaris(browser, {each.wat[0]: each for each in decided})
        for landsdeel in ("noordwest", "noord", "oost", "zuidwest", "zuid"):
            secretary.meeting(landsdeel)
        assert browser.pressed <= MOST_KEYS
        assert browser.complaints == []
    for added in TOEGEVOEGD:
        planned, saved = plan_and_save(copy, partial(add, toevoeging=added))
        assert (*planned.meldingen, *saved.findings) == ()
    orders = [*decided, *(Opdracht((landsdeel,)) for landsdeel in ("noord", "oost", "noordwest", "zuidwest", "zuid"))]
    for opdracht in orders:
        planned, saved = plan_and_save(copy, partial(plan, opdracht=opdracht))
        assert (*planned.meldingen, *saved.findings) == ()
    assert files(folder) == files(copy)
    assert all(b"status: voorgesteld" not in data for data in files(folder).values())


class Secretaris:
    """Goes through a meeting with keys only: looks at each afspraak, records what is decided, agrees to the rest."""

    def __init__(self, browser: Browser, decided: dict[str, Opdracht]) -> None:
        self.browser = browser
        self.decided = decided

    def meeting(self, landsdeel: str) -> None:
        if self.browser.js("location.pathname") != f"/besluiten/{landsdeel}":
            self.press("l", f"location.pathname.endsWith('/{landsdeel}')")
        while True:
            here = self.at()
            if here in self.decided:
                self.decide(self.decided[here])
                continue
            self.browser.key("j")
            self.settled()
            if self.at() == here:
                break
        for added in TOEGEVOEGD:
            if added.landsdeel == landsdeel:
                self.add(added)
        self.press("o", "document.querySelector('.vraag')")
        self.press(
            "Enter", "!document.querySelector('.vraag') && document.body.innerText.includes('over alles is besloten')"
        )

    def decide(self, opdracht: Opdracht) -> None:
        identity = opdracht.wat[0]
        key = {G: "g", V: "v", A: "h"}[opdracht.status]
        self.press(key, "document.querySelector('.vraag')")
        if opdracht.status is G:
            self.press("Control+a", "true")
            self.browser.type(opdracht.tekst or "")
            self.press("Tab", "document.activeElement.id === 'reden'")
        self.browser.type(opdracht.reden or "")
        self.press("Enter", f"document.querySelector('#afspraak')?.dataset.id !== '{identity}'")
        self.settled()

    def add(self, toevoeging: Toevoeging) -> None:
        self.press("t", "document.activeElement.id === 'tekst'")
        self.browser.key("Tab", shift=True)
        self.press("Control+a", "document.activeElement.id === 'agendapunt'")
        self.browser.type(toevoeging.agendapunt)
        self.press("Tab", "document.activeElement.id === 'tekst'")
        self.browser.type(toevoeging.tekst or "")
        self.press("Tab", "document.activeElement.id === 'reden'")
        self.browser.type(toevoeging.reden or "")
        self.press("Enter", "document.querySelector('#afspraak')?.innerText.includes('toegevoegd')")

    def press(self, name: str, holds: str) -> None:
        if name == "Control+a":
            self.browser.key("a", control=True)
        else:
            self.browser.key(name)
        self.browser.until(holds)
        self.settled()

    def settled(self) -> None:
        self.browser.until("!document.body.hasAttribute('data-bezig') && !document.body.hasAttribute('data-onderweg')")

    def at(self) -> str:
        return str(self.browser.js("document.getElementById('afspraak').dataset.id"))
