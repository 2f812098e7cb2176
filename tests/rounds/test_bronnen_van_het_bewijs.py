"""The list says of each afspraak what its source says: the besluit, else the dossier; whatever differs is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief.diagnostics import Place
from brief.domain import Dossier, DossierAfspraak
from brief.finishing.proof.compare import Fault, Soort
from brief.rounds.final import proof_sources
from brief.rounds.final.proof_sources import source_blocks, sources
from brief.rounds.opening import merged
from brief.text import Element, ListItem, Note, Paragraph, Run, parse
from rounds.rondemap import geopend, ronde

if TYPE_CHECKING:
    from brief.sources import RondeBestanden
    from brief.text import Document

Made = tuple["RondeBestanden", "Document"]
WONEN = "De regio bouwt woningen."


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Made:
    opened = geopend(ronde(tmp_path_factory.mktemp("bronnen")))
    assert opened.bestanden is not None
    return opened.bestanden, merged(opened, opened.bestanden, "v01").afsprakenlijst


def fouten(gemaakt: Made, *body: Element) -> list[tuple[Soort, str, str, str]]:
    bestanden, listing = gemaakt
    found: tuple[Fault, ...] = sources(bestanden, replace(listing, body=body or listing.body))[1]
    assert {each.bestand for each in found} <= {"afsprakenlijst"}
    return [(each.soort, each.owner, each.expected, each.found) for each in found]


def anders(gemaakt: Made, owner: str, *instead: Element) -> tuple[Element, ...]:
    """Give the body of the list with other elements in the place of those of an afspraak."""
    body = gemaakt[1].body
    first = next(number for number, each in enumerate(body) if each.afspraak == owner)
    rest = [each for each in body[first:] if each.afspraak != owner]
    return (*body[:first], *instead, *rest)


def van(owner: str, text: str) -> Element:
    return Element(Paragraph((Run(text),)), afspraak=owner)


def test_een_lijst_die_zegt_wat_is_besloten_of_voorgesteld_heeft_geen_verschil(gemaakt: Made) -> None:
    assert fouten(gemaakt) == []
    assert any("spaart\u00a0drinkwater" in str(each) or "drinkwater" in str(each) for each in gemaakt[1].body)


def test_een_ander_woord_en_een_woord_meer_zijn_een_verschil(gemaakt: Made) -> None:
    other = anders(gemaakt, "n-1.1-2", van("n-1.1-2", "De regio bouwt huizen."))
    assert fouten(gemaakt, *other) == [(Soort.GEWIJZIGD, "n-1.1-2", WONEN, "De regio bouwt huizen.")]
    more = anders(gemaakt, "n-1.1-2", van("n-1.1-2", WONEN), van("n-1.1-2", "En scholen."))
    assert fouten(gemaakt, *more) == [(Soort.GEWIJZIGD, "n-1.1-2", "", "En scholen.")]
    last = anders(gemaakt, "n-1.1-2", van("n-1.1-2", WONEN), van("n-1.1-2", "En scholen."))
    bestanden = replace(
        gemaakt[0],
        afspraken=tuple(
            replace(each, tekst=f"{WONEN}\n\nEn wegen.") if each.id == "n-1.1-2" else each
            for each in gemaakt[0].afspraken
        ),
    )
    assert fouten((bestanden, gemaakt[1]), *last) == [(Soort.GEWIJZIGD, "n-1.1-2", "En wegen.", "En scholen.")]
    point = anders(gemaakt, "n-1.1-2", Element(ListItem((Run(WONEN),)), afspraak="n-1.1-2"))
    assert [each[:2] for each in fouten(gemaakt, *point)] == [(Soort.GEWIJZIGD, "n-1.1-2")]


def test_de_tekst_van_voor_het_besluit_is_een_verschil(gemaakt: Made) -> None:
    old = anders(gemaakt, "nw-2.3-3", van("nw-2.3-3", "De regio spaart water."))
    assert fouten(gemaakt, *old) == [
        (Soort.GEWIJZIGD, "nw-2.3-3", "De regio spaart drinkwater.", "De regio spaart water.")
    ]


def test_een_afspraak_die_er_niet_staat_ontbreekt(gemaakt: Made) -> None:
    assert fouten(gemaakt, *anders(gemaakt, "n-1.1-2")) == [(Soort.ONTBREEKT, "n-1.1-2", WONEN, "")]


def test_een_tekst_van_niemand_staat_er_zonder_bron(gemaakt: Made) -> None:
    body = (*gemaakt[1].body, van("n-9.9-9", "Dit is nergens afgesproken."))
    assert fouten(gemaakt, *body) == [(Soort.ZONDER_BRON, "n-9.9-9", "", "Dit is nergens afgesproken.")]


def test_een_afspraak_die_niet_openbaar_is_hoort_er_niet_te_staan(gemaakt: Made) -> None:
    bestanden, listing = gemaakt
    afspraken = tuple(replace(each, publiceren=each.id != "n-1.1-2") for each in bestanden.afspraken)
    found = sources(replace(bestanden, afspraken=afspraken), listing)[1]
    assert [(each.soort, each.owner) for each in found] == [(Soort.ZONDER_BRON, "n-1.1-2")]


def test_alleen_de_noot_met_de_stukken_van_een_afspraak_komt_erbij(gemaakt: Made) -> None:
    bestanden, listing = gemaakt
    spans = Run(WONEN), Note("kst", (Run("Kamerstuk 1"),))
    noted = anders(gemaakt, "n-1.1-2", Element(Paragraph(spans), afspraak="n-1.1-2"))
    assert [each[:2] for each in fouten(gemaakt, *noted)] == [(Soort.GEWIJZIGD, "n-1.1-2")]
    afspraken = tuple(replace(each, kamerstukken=("kst-1-2",)) for each in bestanden.afspraken)
    assert sources(replace(bestanden, afspraken=afspraken), replace(listing, body=noted))[1] == ()


def test_waar_een_afspraak_vandaan_komt_en_wat_is_besloten(gemaakt: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    bestanden, listing = gemaakt
    place = Place("dossiers/noord.md", line=12)
    own = DossierAfspraak("n-1.1-2", "1.1", "Wonen", parse(WONEN).blocks, place, "lid")
    text = parse("Rijk en regio maken een plan.").blocks
    word = replace(own, id="n-1.1-1", tekst=text, place=Place("d", paragraph=7))
    read = {"noord": Dossier("noord", "ab", "", (), (own, word), ())}
    monkeypatch.setattr(proof_sources, "dossiers", lambda _: read)
    bronnen, faults = sources(bestanden, listing)
    assert faults == ()
    assert set(bronnen) == {each.id for each in bestanden.afspraken}
    wonen, water = bronnen["n-1.1-2"], bronnen["nw-2.3-3"]
    assert (wonen.landsdeel, wonen.agendapunt, wonen.dossier, wonen.plaats, wonen.status, wonen.besluit) == (
        "Noord",
        "1.1 Wonen",
        "dossiers/noord.md",
        "regel 12",
        "vastgesteld",
        "",
    )
    assert bronnen["n-1.1-1"].plaats == "alinea 7"
    assert (water.plaats, water.status, water.besluit, water.reden) == ("", "gewijzigd", "2027-09-16", "scherper")


def test_de_bron_is_het_besluit_anders_het_dossier_en_bij_een_andere_verdeling_de_afspraak(gemaakt: Made) -> None:
    by_id = {each.id: each for each in gemaakt[0].afspraken}
    place = Place("d.md", line=1)
    numbered = parse("3. De regio bouwt woningen.").blocks
    other = parse("De regio bouwt huizen.").blocks

    def source(identity: str, blocks: object) -> object:
        known = DossierAfspraak(identity, "1.1", "Wonen", blocks, place, "lid")  # type: ignore[arg-type]
        return source_blocks(by_id[identity], {identity: known})

    assert source("nw-2.3-3", other) == parse("De regio spaart\ndrinkwater.").blocks
    assert source("n-1.1-2", other) == parse(WONEN).blocks
    own = replace(by_id["n-1.1-2"], tekst="2. De regio bouwt woningen.")
    known = DossierAfspraak("n-1.1-2", "1.1", "Wonen", numbered, place, "lid")
    assert source_blocks(own, {"n-1.1-2": known}) == numbered
    assert source_blocks(own, {}) == parse(own.tekst).blocks
