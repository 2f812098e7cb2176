"""A reviewer changes text that names the afspraken it tells, and what a block made of afspraken."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from brief.text import parse
from keuring.gereedschap import once
from rounds.processing.keten import BRIEF, gelezen, maak, retour, stuk, versie, verwerkt
from rounds.processing.lezer import Lezer
from rounds.rondemap import bestand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TOLD = """De woningmarkt vraagt om snelle besluiten. [Drenthe bouwt vijfduizend huizen.]{.dekt afspraken="n-1.2-1"}

::: {.dekt afspraken="n-1.1-1 n-1.1-2"}
Fryslân maakt een plan, vóór 1 juli 2027.
:::

::: {.afspraken thema=water vorm=opsomming}
:::"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(once("verteld", _maak), tmp_path, dirs_exist_ok=True) / "input" / "2027"


def _maak(werkmap: Path) -> None:
    made = maak(werkmap)
    blocks = ["::: {.afspraken thema=water}\n:::\n\n", "::: {.afspraken thema=wonen}\n:::\n\n"]
    text = BRIEF
    for block in blocks:
        text = text.replace(block, "")
    sentence = "De woningmarkt vraagt om snelle besluiten. Gemeenten wachten op het net."
    assert sentence in text
    (made / "brief.md").write_text(text.replace(sentence, TOLD), "utf-8")
    assert versie(made) == "v02"


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


WATER = ("n-1.1-1", "n-1.1-2")
HUIZEN = ("n-1.2-1",)
HERSCHREVEN: dict[str, tuple[Callable[[Lezer], object], str, int]] = {
    "haken, heel anders": (
        lambda r: r.vervang("Drenthe bouwt vijfduizend huizen.", "Er komt iets nieuws langs het spoor."),
        'snelle besluiten. [Er komt iets nieuws langs het spoor.]{.dekt afspraken="n-1.2-1"}',
        0,
    ),
    "haken, ervoor gewijzigd": (
        lambda r: r.vervang("snelle besluiten", "haast"),
        'om haast. [Drenthe bouwt vijfduizend huizen.]{.dekt afspraken="n-1.2-1"}',
        0,
    ),
    "haken, gesplitst ervoor": (
        lambda r: r.splits("Drenthe bouwt"),
        'besluiten.\n\n[Drenthe bouwt vijfduizend huizen.]{.dekt afspraken="n-1.2-1"}\n',
        0,
    ),
    "haken, gesplitst erin": (
        lambda r: r.splits("vijfduizend huizen"),
        'Drenthe bouwt]{.dekt afspraken="n-1.2-1"}\n\n[vijfduizend huizen.]{.dekt afspraken="n-1.2-1"}\n',
        2,
    ),
    "haken, woorden weg": (
        lambda r: r.vervang(" Drenthe bouwt vijfduizend huizen.", ""),
        '[De woningmarkt vraagt om snelle besluiten.]{.dekt afspraken="n-1.2-1"}',
        1,
    ),
    "alinea heel anders": (
        lambda r: r.vervang(
            "De woningmarkt vraagt om snelle besluiten. Drenthe bouwt vijfduizend huizen.", "Niets bleef zo staan."
        ),
        '[Niets bleef zo staan.]{.dekt afspraken="n-1.2-1"}',
        1,
    ),
    "blok, heel anders": (
        lambda r: r.vervang("Fryslân maakt een plan, vóór 1 juli 2027.", "Er komt iets nieuws."),
        '::: {.dekt afspraken="n-1.1-1 n-1.1-2"}\n\nEr komt iets nieuws.\n\n:::',
        0,
    ),
    "blok, gesplitst": (
        lambda r: r.splits("plan, vóór"),
        '::: {.dekt afspraken="n-1.1-1 n-1.1-2"}\n\nFryslân maakt een\n\nplan, vóór 1 juli 2027.\n\n:::',
        1,
    ),
    "blok, alinea ervoor": (
        lambda r: r.voeg_in("Een losse alinea.", r.find("Drenthe bouwt vijf")),
        'Een losse alinea.\n\n::: {.dekt afspraken="n-1.1-1 n-1.1-2"}\nFryslân maakt een plan',
        0,
    ),
}


@pytest.mark.parametrize("volgt", [True, False], ids=["bijgehouden", "zonder bijhouden"])
@pytest.mark.parametrize("naam", HERSCHREVEN)
def test_wie_vertelde_tekst_herschrijft_laat_de_haken_heel_of_het_wordt_gezegd(
    folder: Path, naam: str, volgt: bool
) -> None:
    ingreep, staat, gezegd = HERSCHREVEN[naam]
    lezer = Lezer(stuk(folder, version="v02"), volgt=volgt)
    ingreep(lezer)
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert (done.vragen, done.lijst) == ((), ())
    text = (folder / "brief.md").read_text("utf-8")
    assert staat in text
    assert [each.code for each in done.meldingen] == ["BR690"] * gezegd
    assert {told.names for told in parse(text).told} == {HUIZEN, WATER}
    assert versie(folder) == "v03"
    assert gelezen(stuk(folder, version="v03")) == gelezen(lezer.bytes())


@pytest.mark.parametrize("volgt", [True, False], ids=["bijgehouden", "zonder bijhouden"])
@pytest.mark.parametrize(
    ("woorden", "weg", "blijft"),
    [("Drenthe bouwt vijf", HUIZEN, WATER), ("Fryslân maakt een plan", WATER, HUIZEN)],
    ids=["alinea met haken", "blok"],
)
def test_wie_vertelde_tekst_schrapt_hoort_welke_afspraken_niemand_meer_vertelt(
    folder: Path, woorden: str, weg: tuple[str, ...], blijft: tuple[str, ...], volgt: bool
) -> None:
    lezer = Lezer(stuk(folder, version="v02"), volgt=volgt)
    lezer.schrap(lezer.find(woorden))
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert (done.vragen, done.lijst) == ((), ())
    text = (folder / "brief.md").read_text("utf-8")
    assert [(each.code, each.message) for each in done.meldingen] == [
        ("BR690", f"de tekst die {', '.join(weg)} vertelde is weg")
    ]
    assert [told.names for told in parse(text).told] == [blijft]
    assert text.count(":::") == (4 if blijft == WATER else 2)
    assert "\n\n\n" not in text
    assert versie(folder) == "v03"
    assert gelezen(stuk(folder, version="v03")) == gelezen(lezer.bytes())
