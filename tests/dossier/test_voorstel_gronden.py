"""What a proposal rests on, in the words of the field; `test_voorstel_kwaliteit.py` holds how often it is right."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief.dossier.voorstel as onder_toets
from brief.domain import GEBIEDEN, PROVINCIES, THEMAS
from brief.dossier.voorstel import voorstel
from dossier.voorstelset import gelabeld

MAP = Path(onder_toets.__file__).parent


def test_each_proposal_says_its_words_where_they_stand_and_its_score() -> None:
    found = voorstel("Netcongestie", "De netbeheerder bouwt in Zeeland een hoogspanningsstation.")
    assert found.themas == ("energie",)
    energie, zeeland = found.reden.split("; ")
    assert re.fullmatch(
        r"energie: 'Netcongestie' in de titel, 'netbeheerder', 'hoogspanningsstation' in de tekst \(0,\d\d\)", energie
    )
    assert zeeland == "zeeland: 'Zeeland' in de tekst (0,98)"


@pytest.mark.parametrize(
    ("word", "thema"),
    [
        ("drinkwatervoorziening", "water"),
        ("zoetwatertekorten", "water"),
        ("hoogspanningsverbinding", "energie"),
        ("huurwoningen", "wonen"),
        ("bodemdalingskaart", "bodem"),
        ("verstedelijkingsopgave", "verstedelijking"),
    ],
)
def test_a_compound_speaks_for_the_theme_of_its_part(word: str, thema: str) -> None:
    assert voorstel("", f"Rijk en regio bespreken de {word}.").themas == (thema,)


@pytest.mark.parametrize(
    "tekst",
    [
        "Het waterschap en Rijkswaterstaat leveren cijfers aan.",
        "De minister van Infrastructuur en Waterstaat is voorzitter.",
        "Het besluit moet juridisch waterdicht zijn.",
        "Partijen steken energie in het overleg.",
        "Bewonersparticipatie is een natuurlijke stap.",
        "Er geldt een bodemprijs.",
        "Het secretariaat is telefonisch bereikbaar.",
        "",
    ],
)
def test_words_in_another_sense_propose_no_theme(tekst: str) -> None:
    assert voorstel("Werkwijze", tekst).themas == ()


@pytest.mark.parametrize(
    ("tekst", "provincies"),
    [
        ("Rijk en provincie Utrecht spreken dit af.", ("utrecht",)),
        ("Het Rijk, Gelderland en Utrecht spreken dit af.", ("gelderland", "utrecht")),
        ("De gemeente Groningen legt een park aan.", ("groningen",)),
        ("De trein van Utrecht naar Parijs rijdt vaker.", ()),
        ("De Universiteit Utrecht doet onderzoek.", ()),
        ("De A12 richting Utrecht wordt niet verbreed.", ()),
        ("Dit gebeurt anders dan in Flevoland.", ()),
        ("Met Vlaams-Brabant en Belgisch Limburg wordt overlegd.", ()),
        ("Een Limburgbui zet polders onder water.", ()),
        ("De Zuidelijke Randstad groeit.", ("zuid-holland",)),
        ("De Brabantse steden en de Zeeuwse havens doen mee.", ("zeeland", "noord-brabant")),
        ("Friesland doet mee.", ("fryslan",)),
        ("In Enschede komt een fabriek.", ("overijssel",)),
        ("Tussen Enschede en Arnhem komt een buslijn.", ("overijssel", "gelderland")),
    ],
)
def test_a_province_is_proposed_only_when_the_text_is_about_it(tekst: str, provincies: tuple[str, ...]) -> None:
    assert set(voorstel("", tekst).provincies) == set(provincies)


@pytest.mark.parametrize(
    ("titel", "gebieden"),
    [
        ("NOVEX-gebied Groningen-Assen", ("groningen-assen",)),
        ("NOVEX-gebied Groningen", ("groningen",)),
        ("Masterplan Zeehavens", ("groningen",)),
        ("Provincie Groningen", ()),
        ("NOVEX-NZKG", ("noordzeekanaalgebied",)),
        ("NOVEX-gebied MRA", ("metropoolregio-amsterdam",)),
        ("ANF en Regio Zwolle", ("arnhem-nijmegen-foodvalley", "regio-zwolle")),
        ("Stikstof in de Peel", ("de-peel",)),
        ("Gemeente Peel en Maas", ()),
        ("Stedendriehoek", ()),
        ("Powerport regio Moerdijk", ()),
        ("Treinen naar Schiphol", ()),
        ("Woningen rond Schiphol", ("schiphol",)),
        ("Het groene hart van de stad", ()),
    ],
)
def test_an_area_is_proposed_by_its_names_and_not_by_lookalikes(titel: str, gebieden: tuple[str, ...]) -> None:
    assert set(voorstel(titel, "Rijk en regio spreken dit af.").gebieden) == set(gebieden)


def test_an_area_gives_its_provinces_unless_the_text_narrows_it_down() -> None:
    whole = voorstel("NOVEX-gebied Regio Zwolle", "Rijk en regio spreken dit af.", "oost")
    assert whole.provincies == ("overijssel", "gelderland", "drenthe", "flevoland")
    assert "'Regio Zwolle' in de titel, gebied in deze provincie" in whole.reden
    assert voorstel("NOVEX-gebied Regio Zwolle, Drents deel", "Rijk en regio doen dit.").provincies == ("drenthe",)
    assert voorstel("NOVEX-gebied Regio Zwolle", "In Kampen komt een sluis.").provincies == ("overijssel",)


def test_an_arrangement_on_the_programme_is_novex_only_without_another_subject() -> None:
    assert voorstel("", "Rijk en regio stellen de uitvoeringsagenda vast.").themas == ("novex",)
    assert voorstel("", "De uitvoeringsagenda voor de drinkwatervoorziening ligt vast.").themas == ("water",)


def test_every_word_of_the_reason_stands_in_the_title_or_the_text() -> None:
    for each in gelabeld("ontwikkel"):
        source = each.agendapunt + each.tekst.replace("~", "")
        for word in re.findall(r"'([^']+)'", each.voorstel().reden):
            assert word in source


@given(st.text(max_size=80), st.text(max_size=300))
def test_any_text_gives_a_proposal_of_known_keys(titel: str, tekst: str) -> None:
    found = voorstel(titel, tekst)
    assert set(found.themas) <= set(THEMAS)
    assert set(found.provincies) <= set(PROVINCIES)
    assert set(found.gebieden) <= set(GEBIEDEN)
    assert bool(found.reden) == bool(found.themas or found.provincies or found.gebieden)


def test_the_lexicon_knows_every_theme_and_says_nothing_twice() -> None:
    data = tomllib.loads((MAP / "lexicon.toml").read_text("utf-8"))
    assert set(data) == {"geen_thema", *THEMAS}
    for thema in THEMAS:
        kinds = data[thema]
        assert set(kinds) <= {"leidt", "zeker", "steun", "niet"}
        entries = [entry for kind in kinds for entry in kinds[kind]]
        assert len(entries) == len(set(entries)), thema
        assert all(entry == entry.lower() for entry in entries)
        assert not any(" " in entry for entry in kinds.get("niet", [])), "only single words can be silenced"


def test_every_province_has_its_places_and_no_place_lies_in_two() -> None:
    data = tomllib.loads((MAP / "plaatsen.toml").read_text("utf-8"))
    assert set(data["provincies"]) == set(data["plaatsen"]) == set(data["afkortingen"]) == set(PROVINCIES)
    names = [name for key in PROVINCIES for kind in ("vormen", "delen") for name in data["provincies"][key][kind]]
    names += [name for key in PROVINCIES for name in data["plaatsen"][key]]
    assert len(names) == len(set(names))
    assert all(set(where) <= set(PROVINCIES) for where in data["wateren_en_streken"].values())


def test_all_municipalities_are_known_by_the_numbers_of_cbs() -> None:
    data = tomllib.loads((MAP / "gemeenten.toml").read_text("utf-8"))
    noord, oost = {"groningen": 10, "fryslan": 18, "drenthe": 12}, {"overijssel": 25, "gelderland": 51}
    west = {"noord-holland": 44, "utrecht": 26, "flevoland": 6, "zuid-holland": 50, "zeeland": 13}
    assert {key: len(set(names)) for key, names in data.items()} == {
        **noord,
        **oost,
        **west,
        "noord-brabant": 56,
        "limburg": 31,
    }
    assert sum(len(names) for names in data.values()) == 342


@pytest.mark.parametrize(
    ("tekst", "landsdeel", "provincies"),
    [
        ("Rijkswaterstaat vernieuwt het gemaal IJmuiden.", "noordwest", {"noord-holland"}),
        ("De provincie Overijssel werkt samen met Apeldoorn en Zutphen.", "oost", {"overijssel", "gelderland"}),
        ("De duinen bij Bergen blijven open.", "noordwest", {"noord-holland"}),
        ("De heide bij Bergen blijft open.", "zuid", {"limburg"}),
        ("De natuur bij Bergen blijft open.", None, set()),
        ("De natuur bij Bergen (NH) blijft open.", None, {"noord-holland"}),
        ("In Hengelo (Gld) komt een school.", "oost", {"gelderland"}),
        ("In Hengelo komt een school.", "oost", {"overijssel"}),
        ("In Rijswijk komen kantoren.", "zuidwest", {"zuid-holland"}),
        ("In Beek komt een weg.", "zuid", {"limburg"}),
        ("Bergen van werk liggen er nog.", "zuid", set()),
        ("Best veel blijft open. Leiden tot meer banen is het doel.", "zuid", set()),
        ("Het Rijk helpt de gemeente Best.", "zuid", {"noord-brabant"}),
        ("De stad Utrecht groeit.", "noordwest", {"utrecht"}),
        ("De A12 richting Utrecht wordt breder.", "noordwest", set()),
        ("Waterschap Rijn en IJssel en waterschap De Dommel doen mee.", "oost", set()),
        ("Het Volkerak-Zoommeer blijft zoet.", "zuidwest", {"zuid-holland", "zeeland", "noord-brabant"}),
        ("In Zwolle-Zuid en ’s-Hertogenbosch wordt gebouwd.", "oost", {"overijssel", "noord-brabant"}),
    ],
)
def test_a_place_gives_its_province_and_an_ambiguous_one_is_never_guessed(
    tekst: str, landsdeel: str | None, provincies: set[str]
) -> None:
    assert set(voorstel("", tekst, landsdeel).provincies) == provincies
