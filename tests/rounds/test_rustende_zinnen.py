"""When an afspraak changes, the sentences of the letter that tell of it are pointed at until someone looked at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.rounds.checking import check
from brief.rounds.making import Opdracht, make_and_write
from rounds.rondemap import bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

    from brief.diagnostics import Diagnostic

BRIEF = """Ik meld de uitkomsten.

Vooraf. [Fryslân en het Rijk maken samen
een plan.]{.dekt afspraken="n-1.1-1"} En [de regio bouwt.]{.dekt afspraken="n-1.1-2"}

::: {.afspraken landsdeel=noordwest}
:::
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = ronde(tmp_path)
    (made / "brief.md").write_text(BRIEF, "utf-8")
    return made


def opgesteld(folder: Path) -> None:
    result = make_and_write(Opdracht(folder))
    assert result.is_written, [each.message for each in result.findings]


def gevonden(folder: Path) -> list[Diagnostic]:
    return [each for each in check(geopend(folder)).findings if each.code == "BR451"]


def test_een_gewijzigde_afspraak_wijst_de_zin_aan_die_ervan_vertelt_en_geen_andere(folder: Path) -> None:
    assert not gevonden(folder)
    opgesteld(folder)
    assert not gevonden(folder)
    vervang(bestand(folder, "noord"), "Rijk en regio maken een plan.", "Rijk en regio maken een programma.")
    found = gevonden(folder)
    assert [each.message for each in found] == [
        "n-1.1-1 is gewijzigd sinds v01; deze tekst vertelt daarvan en is nog dezelfde"
    ]
    assert found[0].place is not None
    assert (found[0].place.line, found[0].place.column) == (3, 10)
    assert [place.file.endswith("noord.yaml") for _, place in found[0].related] == [True]


def test_de_melding_blijft_ook_na_een_nieuwe_versie_tot_de_zin_is_aangepast(folder: Path) -> None:
    opgesteld(folder)
    vervang(bestand(folder, "noord"), "Rijk en regio maken een plan.", "Rijk en regio maken een programma.")
    opgesteld(folder)
    assert ["sinds v01" in each.message for each in gevonden(folder)] == [True]
    vervang(folder / "brief.md", "een plan.]", "een programma.]")
    assert not gevonden(folder)


def test_wie_de_zin_heeft_nagelezen_zegt_met_welke_versie(folder: Path) -> None:
    opgesteld(folder)
    vervang(bestand(folder, "noord"), "Rijk en regio maken een plan.", "Rijk en regio maken een programma.")
    opgesteld(folder)
    vervang(folder / "brief.md", 'afspraken="n-1.1-1"}', 'afspraken="n-1.1-1" nagekeken=v02}')
    assert not gevonden(folder)
    vervang(bestand(folder, "noord"), "een programma", "een groot programma")
    assert ["sinds v02" in each.message for each in gevonden(folder)] == [True]


def test_een_besluit_met_een_andere_tekst_telt_en_opstellen_zegt_het_ook(folder: Path) -> None:
    opgesteld(folder)
    decided = "besluit: {datum: 2027-09-16, reden: scherper, tekst: De regio bouwt huizen.}"
    vervang(bestand(folder, "noord"), "status: vastgesteld", f"status: gewijzigd\n    {decided}")
    result = make_and_write(Opdracht(folder))
    assert ["n-1.1-2" in each.message for each in result.findings if each.code == "BR451"] == [True]


def test_een_nieuwere_dossiertekst_waarover_niet_is_beslist_telt(folder: Path) -> None:
    vervang(
        bestand(folder, "noord"),
        "    status: vastgesteld",
        "    dossiertekst: De regio sloopt.\n    status: vastgesteld",
    )
    assert [each.message for each in gevonden(folder)] == [
        "n-1.1-2 is in het dossier gewijzigd; deze tekst vertelt daarvan en is nog dezelfde"
    ]


def test_ook_de_zin_van_een_afspraak_en_een_opmerking_zegt_dat_hij_is_nagelezen(folder: Path) -> None:
    path = bestand(folder, "noordwest")
    vervang(path, "    tekst: Het Rijk betaalt.", "    brief: Het Rijk draagt de kosten.\n    tekst: Het Rijk betaalt.")
    opgesteld(folder)
    vervang(path, "Het Rijk betaalt.", "Het Rijk betaalt de helft.")
    found = gevonden(folder)
    assert [each.place.file.endswith("noordwest.yaml") for each in found if each.place] == [True]
    vervang(path, "    brief: Het", "    # brief: negeer BR451 nagekeken met v01\n    brief: Het")
    assert not gevonden(folder)
    assert not [each for each in make_and_write(Opdracht(folder)).findings if each.code == "BR451"]


@pytest.mark.parametrize(
    "said", ["", "{}", '{"documenten": [[]]}', "[" * 100_000], ids=["leeg", "niets", "anders", "diep"]
)
def test_is_de_versie_niet_te_lezen_waarmee_is_nagelezen_dan_wordt_dat_gezegd(folder: Path, said: str) -> None:
    opgesteld(folder)
    vervang(bestand(folder, "noord"), "Rijk en regio maken een plan.", "Rijk en regio maken een programma.")
    vervang(folder / "brief.md", 'afspraken="n-1.1-1"}', 'afspraken="n-1.1-1" nagekeken=v01}')
    assert gevonden(folder)
    (folder.parent.parent / "output" / folder.name / "v01" / "inhoud.json").write_text(said, "utf-8")
    assert not gevonden(folder)
    told = [each for each in check(geopend(folder)).findings if each.code == "BR515"]
    assert [each.place.file.endswith("v01/inhoud.json") for each in told if each.place] == [True]
