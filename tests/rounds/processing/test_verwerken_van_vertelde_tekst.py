"""A reviewer changes text that names the afspraken it tells, and what a block made of afspraken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.text import parse
from rounds.processing.keten import BRIEF, gelezen, maak, retour, stuk, versie, verwerkt
from rounds.processing.lezer import Lezer
from rounds.rondemap import bestand

if TYPE_CHECKING:
    from pathlib import Path

TOLD = """De woningmarkt vraagt om snelle besluiten. [Drenthe bouwt vijfduizend huizen.]{.dekt afspraken="n-1.2-1"}

::: {.dekt afspraken="n-1.1-1 n-1.1-2"}
Fryslân maakt een plan, vóór 1 juli 2027.
:::

::: {.afspraken thema=water vorm=opsomming}
:::"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = maak(tmp_path)
    blocks = ["::: {.afspraken thema=water}\n:::\n\n", "::: {.afspraken thema=wonen}\n:::\n\n"]
    text = BRIEF
    for block in blocks:
        text = text.replace(block, "")
    sentence = "De woningmarkt vraagt om snelle besluiten. Gemeenten wachten op het net."
    assert sentence in text
    (made / "brief.md").write_text(text.replace(sentence, TOLD), "utf-8")
    assert versie(made) == "v02"
    return made


@pytest.mark.parametrize(
    ("woorden", "nieuw"),
    [("snelle", "trage"), ("vijfduizend", "zesduizend"), ("een plan", "het plan"), ("Drie vragen", "Vier vragen")],
)
def test_de_brief_zegt_daarna_nog_welke_afspraken_hij_vertelt(folder: Path, woorden: str, nieuw: str) -> None:
    lezer = Lezer(stuk(folder, version="v02"))
    lezer.vervang(woorden, nieuw)
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert (done.vragen, done.lijst, done.meldingen) == ((), (), ())
    text = (folder / "brief.md").read_text("utf-8")
    assert [told.names for told in parse(text).told] == [("n-1.2-1",), ("n-1.1-1", "n-1.1-2")]
    assert "\u00a0" not in text
    assert versie(folder) == "v03"
    assert gelezen(stuk(folder, version="v03")) == gelezen(lezer.bytes())


def test_wat_brief_zelf_opsomt_is_geen_zin_van_een_afspraak(folder: Path) -> None:
    lezer = Lezer(stuk(folder, version="v02"))
    lezer.vervang("Fryslân: Zoet water", "Friesland: Zoet water")
    before = bestand(folder, "noord").read_bytes()
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert len(done.lijst) == 1
    assert bestand(folder, "noord").read_bytes() == before
