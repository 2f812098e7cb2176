"""What a reviewer changed comes into the source exactly, is asked, or is listed; and goes back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.rounds.processing import run
from brief.rounds.processing.opdracht import Opdracht
from brief.rounds.processing.run import verwerk
from brief.rounds.processing.settling import Keuzes, Settled, Soort, settle
from brief.versions.folder import GEMAAKT
from rounds.processing.keten import gelezen, inhoud, maak, retour, stuk, terug, versie, verwerkt
from rounds.processing.lezer import Lezer
from rounds.rondemap import bestand, vervang

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.rounds.processing.gathered import Gathered

    Ingreep = Callable[[Lezer], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return maak(tmp_path)


BRIEF: dict[str, Ingreep] = {
    "een woord": lambda r: r.vervang("goede plannen", "uitgewerkte plannen"),
    "een woord erbij": lambda r: r.vervang("Zij brachten", "Zij allen brachten"),
    "een woord weg": lambda r: r.vervang("snelle ", ""),
    "een alinea erbij": lambda r: r.voeg_in("Deze alinea is nieuw.", r.find("Op 9 september")),
    "een punt erbij": lambda r: r.voeg_in("wat het net aankan;", r.find("waar nieuwe woningen")),
    "een punt weg": lambda r: r.schrap(r.find("hoe het landschap")),
    "een alinea weg": lambda r: r.schrap(r.find("De woningmarkt")),
    "een alinea gesplitst": lambda r: r.splits("Zij brachten"),
    "twee alinea's samen": lambda r: r.voeg_samen(r.find("Op 9 september")),
    "een kop": lambda r: r.vervang("besproken", "afgesproken"),
    "vet": lambda r: r.vet("snelle"),
    "een zin": lambda r: r.vervang("Het waterprogramma", "Dat programma"),
    "over twee zinnen": lambda r: r.vervang("zoet water.", "zoet water,").vervang("Het water", "en het water"),
    "een zin met een noot": lambda r: r.vervang("Drenthe bouwt vijfduizend", "De provincie Drenthe bouwt zesduizend"),
    "bij een noot": lambda r: r.vervang(", dat u kent", ", dat uw Kamer al kent"),
    "aan het eind": lambda r: r.voeg_in("Tot zover mijn verslag.", r.find("Volgend jaar")),
}


@pytest.mark.parametrize("volgt", [True, False], ids=["bijgehouden", "zonder bijhouden"])
@pytest.mark.parametrize("naam", BRIEF)
def test_wat_in_de_brief_is_gewijzigd_staat_er_na_opstellen_precies_zo(folder: Path, naam: str, volgt: bool) -> None:
    lezer = Lezer(stuk(folder), volgt=volgt)
    BRIEF[naam](lezer)
    before = inhoud(folder)
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert (done.vragen, done.lijst, done.meldingen) == ((), (), ())
    assert done.gelezen == done.toegepast > 0
    assert versie(folder) == "v02"
    assert gelezen(stuk(folder, version="v02")) == gelezen(lezer.bytes())
    terug(folder)
    assert inhoud(folder) == before


LIJST: dict[str, Ingreep] = {
    "een woord": lambda r: r.vervang("vijfduizend", "zesduizend"),
    "een genest punt": lambda r: r.vervang("Friese boezem", "hele Friese boezem"),
    "een punt binnen de afspraak": lambda r: r.voeg_in("voor de communicatie;", r.find("voor het onderzoek")),
    "een punt weg": lambda r: r.schrap(r.find("voor het onderzoek")),
    "in vet": lambda r: r.vervang("spreken af", "stellen vast"),
    "een afspraak weg": lambda r: r.schrap(r.find("De provincies leggen")),
    "een afspraak gesplitst": lambda r: r.splits("Zij doen dat"),
    "een genummerd punt": lambda r: r.vervang("betaalt mee", "betaalt de helft mee"),
}


@pytest.mark.parametrize("volgt", [True, False], ids=["bijgehouden", "zonder bijhouden"])
@pytest.mark.parametrize("naam", LIJST)
def test_wat_in_de_lijst_is_gewijzigd_wordt_een_besluit_en_staat_er_precies_zo(
    folder: Path, naam: str, volgt: bool
) -> None:
    lezer = Lezer(stuk(folder, "afsprakenlijst"), volgt=volgt)
    LIJST[naam](lezer)
    path = retour(folder, lezer.bytes())
    before = inhoud(folder)
    asked = verwerkt(folder, path, alles=False)
    assert {each.soort for each in asked.vragen} <= {Soort.GEWIJZIGD, Soort.VERVALLEN}
    assert (len(asked.vragen), asked.toegepast) == (1, 0)
    assert inhoud(folder) == before
    done = verwerkt(folder, path)
    assert (done.vragen, done.lijst) == ((), ())
    assert "wijziging van J. Jansen (retour.docx)" in bestand(folder, "noord").read_text("utf-8") or not volgt
    versie(folder)
    assert gelezen(stuk(folder, "afsprakenlijst", "v02")) == gelezen(lezer.bytes())
    terug(folder)
    assert inhoud(folder) == before


def test_een_nieuwe_afspraak_wordt_gevraagd_en_toegevoegd(folder: Path) -> None:
    lezer = Lezer(stuk(folder, "afsprakenlijst"))
    lezer.voeg_in("De regio meldt zich voor het einde van het jaar.", lezer.find("De provincies leggen"))
    path = retour(folder, lezer.bytes())
    assert [each.soort for each in verwerkt(folder, path, alles=False).vragen] == [Soort.TOEGEVOEGD]
    done = verwerkt(folder, path)
    assert "n-1.1-3: toegevoegd" in done.regels[0]
    versie(folder)
    assert gelezen(stuk(folder, "afsprakenlijst", "v02")) == gelezen(lezer.bytes())


def test_een_nieuwe_afspraak_krijgt_niet_het_id_van_een_die_er_was(folder: Path) -> None:
    (folder / "afspraken/.gelezen").mkdir()
    (folder / "afspraken/.gelezen/noord.json").write_text(
        '{"versie": 1, "sha256": "", "dossierversie": "", "vergeven": ["n-1.1-7"], "afspraken": []}', "utf-8"
    )
    lezer = Lezer(stuk(folder, "afsprakenlijst"))
    lezer.voeg_in("De regio meldt zich voor het einde van het jaar.", lezer.find("De provincies leggen"))
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert "n-1.1-8: toegevoegd" in done.regels[0]


def test_niets_gewijzigd_is_niets_te_doen(folder: Path) -> None:
    before = inhoud(folder)
    files = [retour(folder, stuk(folder, naam), f"{naam}-terug.docx") for naam in ("kamerbrief", "afsprakenlijst")]
    done = verwerkt(folder, *files)
    assert (done.gelezen, done.paden, inhoud(folder)) == (0, (), before)


def test_wat_de_bron_zelf_intussen_wijzigde_blijft_en_de_lezer_wordt_er_niet_op_aangesproken(folder: Path) -> None:
    lezer = Lezer(stuk(folder))
    lezer.vervang("goede plannen", "uitgewerkte plannen")
    vervang(folder / "brief.md", "De woningmarkt vraagt", "De markt voor woningen vraagt")
    vervang(folder / "brief.md", "Op 9 september sprak", "Op woensdag 9 september sprak")
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert (done.gelezen, done.toegepast) == (1, 1)
    text = (folder / "brief.md").read_text("utf-8")
    assert "uitgewerkte plannen" in text
    assert "De markt voor woningen" in text
    assert "Op woensdag 9 september" in text


def test_dezelfde_woorden_door_lezer_en_bron_is_een_keuze(folder: Path) -> None:
    lezer = Lezer(stuk(folder))
    lezer.vervang("goede plannen", "uitgewerkte plannen")
    vervang(folder / "brief.md", "goede plannen", "nieuwe plannen")
    path = retour(folder, lezer.bytes())
    done = verwerkt(folder, path)
    assert [(each.soort, each.sleutel) for each in done.vragen] == [(Soort.KEUZE, "brief:1")]
    assert [name for name, _ in done.vragen[0].teksten] == ["bron", "J. Jansen"]
    assert "nieuwe plannen" in (folder / "brief.md").read_text("utf-8")
    assert done.paden == ()
    done = verwerkt(folder, path, kies={"brief:1": "J. Jansen"})
    assert "uitgewerkte plannen" in (folder / "brief.md").read_text("utf-8")
    assert done.vragen == ()


def test_drie_lezers_op_twee_versies_met_wijzigingen_door_elkaar(folder: Path) -> None:
    een = Lezer(stuk(folder), "A. de Vries")
    een.vervang("goede plannen", "uitgewerkte plannen")
    een.vervang("snelle besluiten", "vlotte besluiten")
    vervang(folder / "brief.md", "hoe het landschap mooi blijft.", "hoe het landschap open blijft.")
    assert versie(folder) == "v02"
    twee = Lezer(stuk(folder, version="v02"), "B. Bakker")
    twee.vervang("goede plannen", "heel goede plannen")
    twee.vervang("snelle besluiten", "vlotte besluiten")
    twee.vervang("open blijft", "weids blijft")
    drie = Lezer(stuk(folder, version="v02"), "C. Citroen")
    drie.vervang("Op 9 september", "Op 9 september jl.")
    drie.vervang("open blijft", "groen blijft")
    drie.voeg_in("Ook Drenthe was er.", drie.find("Op 9 september"))
    paths = [retour(folder, r.bytes(), f"{n}.docx") for n, r in enumerate((een, twee, drie))]
    done = verwerkt(folder, *paths)
    assert [each.versie for each in done.bestanden] == ["v01", "v02", "v02"]
    assert sorted(name for each in done.vragen for name, _ in each.teksten) == [
        "A. de Vries", "B. Bakker", "B. Bakker", "C. Citroen", "bron", "bron",
    ]  # fmt: skip
    assert done.gelezen == 8
    assert (done.toegepast, done.gevraagd) == (4, 4)
    text = (folder / "brief.md").read_text("utf-8")
    assert "vlotte besluiten" in text
    assert "Ook Drenthe was er." in text
    assert "september jl." in text


def test_opmerkingen_worden_bewaard_met_plaats_en_naam(folder: Path) -> None:
    lezer = Lezer(stuk(folder, "afsprakenlijst"))
    lezer.merk_op("De provincies leggen", "Is dit met Drenthe besproken?")
    path = retour(folder, lezer.bytes())
    done = verwerkt(folder, path)
    assert [(each.plaats, each.wie, each.tekst) for each in done.opmerkingen] == [
        ("n-1.1-2", "J. Jansen", "Is dit met Drenthe besproken?")
    ]
    assert "Is dit met Drenthe besproken?" in (folder / "opmerkingen.yaml").read_text("utf-8")
    assert verwerkt(folder, path).opmerkingen == ()


def test_een_gemaakte_kop_komt_in_de_lijst_met_wat_te_doen(folder: Path) -> None:
    lezer = Lezer(stuk(folder, "afsprakenlijst"))
    lezer.vervang(
        "Landsdeel Noord", "Noord-Nederland", [p for p in lezer.paragraphs() if lezer.text(p) == "Landsdeel Noord"][-1]
    )
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert {each.where.split(",")[0] for each in done.lijst} == {"gemaakte kop"}
    assert "landsdeel" in done.lijst[0].advice
    assert done.paden == ()


def test_datum_en_betreft_gaan_naar_ronde_yaml(folder: Path) -> None:
    lezer = Lezer(stuk(folder))
    shown = lezer.text(lezer.find("Betreft")).removeprefix("Betreft")
    lezer.vervang(shown, "Verslag van de overleggen")
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert "betreft: Verslag van de overleggen" in (folder / "ronde.yaml").read_text("utf-8")
    assert done.lijst == ()


def test_een_vrije_noot_en_een_gemaakte_noot(folder: Path) -> None:
    lezer = Lezer(stuk(folder))
    notes = lezer.parts["word/footnotes.xml"].decode()
    lezer.parts["word/footnotes.xml"] = (
        notes.replace("De brief van vorig jaar", "De brief van twee jaar terug")
        .replace("435, nr.", "436, nr.")
        .encode()
    )
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert "[^eerder]: De brief van twee jaar terug over hetzelfde onderwerp." in (folder / "brief.md").read_text(
        "utf-8"
    )
    assert all("kamerstukken.yaml" in each.advice for each in done.lijst)
    assert done.lijst


@pytest.mark.parametrize(
    ("naam", "words", "bestand_"),
    [
        ("kamerbrief", "snelle", "brief.md"),
        ("kamerbrief", "programma", "afspraken/noord.yaml"),
        ("afsprakenlijst", "zomer", "afspraken/noord.yaml"),
    ],
)
def test_een_nieuwe_noot_van_een_lezer_komt_als_vrije_noot_mee(
    folder: Path, naam: str, words: str, bestand_: str
) -> None:
    lezer = Lezer(stuk(folder, naam), volgt=False)
    lezer.voetnoot(words, "Zie ook het verslag van de vorige keer.")
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert (done.lijst, done.vragen) == ((), ())
    assert "[^retour-1]: Zie ook het verslag van de vorige keer." in (folder / bestand_).read_text("utf-8")
    versie(folder)
    assert gelezen(stuk(folder, naam, "v02")) == gelezen(lezer.bytes())


def test_een_alinea_met_noot_die_verhuist_houdt_haar_noot(folder: Path) -> None:
    lezer = Lezer(stuk(folder), volgt=False)
    moved, last = lezer.find("De voortgang staat"), lezer.find("Volgend jaar")
    last.addnext(moved)
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert (done.lijst, done.vragen) == ((), ())
    versie(folder)
    assert gelezen(stuk(folder, version="v02")) == gelezen(lezer.bytes())
    assert "[zie ook @kst-29435-267, p. 3]" in (folder / "brief.md").read_text("utf-8")


def test_een_verplaatste_afspraak_wordt_gemeld(folder: Path) -> None:
    lezer = Lezer(stuk(folder, "afsprakenlijst"), volgt=False)
    moved, last = lezer.find("De provincies leggen"), lezer.find("Het Rijk betaalt mee")
    last.addnext(moved)
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert any("volgorde" in each.advice for each in done.lijst)


@pytest.mark.parametrize("kopie", [True, False], ids=["met kopie", "zonder kopie"])
@pytest.mark.parametrize("volgt", [True, False], ids=["bijgehouden", "zonder bijhouden"])
@pytest.mark.parametrize("naam", ["een woord", "een alinea erbij", "een alinea weg", "een punt erbij", "een zin"])
def test_een_uitgave_die_zelf_is_gewijzigd_geeft_haar_wijzigingen_prijs(
    folder: Path, naam: str, volgt: bool, kopie: bool
) -> None:
    lezer = Lezer(stuk(folder), volgt=volgt)
    BRIEF[naam](lezer)
    path = folder.parent.parent / "output" / folder.name / "v01" / "kamerbrief.docx"
    path.write_bytes(lezer.bytes())
    if not kopie:
        (path.parent / GEMAAKT).unlink()
    done = verwerkt(folder, path)
    assert [each.code for each in done.meldingen] == ([] if kopie else ["BR659"])
    assert (done.vragen, done.lijst) == ((), ())
    assert done.toegepast == done.gelezen > 0
    versie(folder)
    assert gelezen(stuk(folder, version="v02")) == gelezen(lezer.bytes())


def test_zonder_naam_van_de_auteur_wordt_gevraagd_van_wie_het_bestand_is(folder: Path) -> None:
    lezer = Lezer(stuk(folder), "Author")
    lezer.vervang("goede", "betere")
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert [each.code for each in done.meldingen] == ["BR656"]


def test_zonder_merken_gaat_het_op_gelijkenis_en_dat_wordt_gezegd(folder: Path) -> None:
    lezer = Lezer(stuk(folder))
    lezer.vervang("goede plannen", "uitgewerkte plannen")
    lezer.zonder_merken()
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert [each.code for each in done.meldingen] == ["BR655"]
    assert (done.toegepast, done.lijst) == (1, ())
    versie(folder)
    assert gelezen(stuk(folder, version="v02")) == gelezen(lezer.bytes())


@pytest.mark.parametrize("said", ["", "{}", '{"documenten": [{"naam": "kamerbrief", "blokken": [1]}]}'])
def test_is_niet_te_lezen_wat_in_de_versie_stond_dan_wordt_dat_gezegd(folder: Path, said: str) -> None:
    lezer = Lezer(stuk(folder))
    lezer.vervang("goede plannen", "uitgewerkte plannen")
    vervang(folder / "brief.md", "goede plannen", "mooie plannen")
    versie(folder)
    (folder.parent.parent / "output" / folder.name / "v01" / "inhoud.json").write_text(said, "utf-8")
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert [each.code for each in done.meldingen] == ["BR655"]
    assert "wat er in v01 stond is niet te lezen" in done.meldingen[0].message


def test_een_bestand_van_iets_anders_wordt_geweigerd(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "kapot.docx"
    path.write_bytes(b"PK geen zip")
    assert [each.code for each in verwerkt(folder, path).meldingen] == ["BR654"]


@pytest.mark.parametrize(
    ("kies", "hint"),
    [
        ({"brief:1": "niemand"}, "kies uit: bron, J. Jansen"),
        ({"brief:2": "bron"}, "bedoelde u 'brief:1'?"),
        ({"n-9.9-9": "ja"}, "zie de vragen met: brief verwerken --proef"),
    ],
)
def test_een_antwoord_dat_nergens_bij_hoort_wordt_geweigerd(folder: Path, kies: dict[str, str], hint: str) -> None:
    lezer = Lezer(stuk(folder))
    lezer.vervang("goede plannen", "uitgewerkte plannen")
    lezer.vervang("snelle besluiten", "vlotte besluiten")
    vervang(folder / "brief.md", "goede plannen", "nieuwe plannen")
    path = retour(folder, lezer.bytes())
    before = inhoud(folder)
    done = verwerkt(folder, path, kies=kies)
    assert [(each.code, each.hint) for each in done.meldingen] == [("BR657", hint)]
    assert (done.failed, done.paden) == (True, ())
    assert inhoud(folder) == before


@pytest.mark.parametrize("erbij", [-1, 1])
def test_wie_niet_uitkomt_op_wat_is_gelezen_schrijft_niets(
    folder: Path, monkeypatch: pytest.MonkeyPatch, erbij: int
) -> None:
    def miscounted(gathered: Gathered, keuzes: Keuzes) -> Settled:
        settled = settle(gathered, keuzes)
        settled.applied += erbij
        return settled

    lezer = Lezer(stuk(folder))
    lezer.vervang("goede plannen", "uitgewerkte plannen")
    path = retour(folder, lezer.bytes())
    before = inhoud(folder)
    monkeypatch.setattr(run, "settle", miscounted)
    done = verwerk(folder, Opdracht((path,), "", Keuzes(alles=True)))
    assert [each.code for each in done.meldingen] == ["BR658"]
    assert f"1 wijzigingen gelezen, maar {1 + erbij} verantwoord" in done.meldingen[0].message
    assert (done.failed, done.paden) == (True, ())
    assert inhoud(folder) == before
