"""The page of the proof: what is right and what is wrong, each with its place, for every reader."""

from __future__ import annotations

from msgspec.structs import replace

from brief.finishing.proof.compare import Fault, Soort
from brief.finishing.proof.report import Bewijs, Bron, Regel
from brief.render.html.proof import proof_page
from brief.render.json.final import proof_as_json
from keuring.bladzijde import DARK, violations

BRON = Bron(
    "nw-2.3-1",
    "Noordwest",
    "2.3 Zoet <water>",
    "dossiers/noordwest.docx",
    "alinea 12",
    "gewijzigd",
    "2026-09-09",
    "scherper",
)
FOUT = Fault(Soort.GEWIJZIGD, "lijst.pdf", "bladzijde 3", "nw-2.3-1", "Rijk & regio", "Rijk en regio")


def bewijs(*faults: Fault) -> Bewijs:
    places = {"lijst.docx": "alinea 40", "lijst.pdf": "bladzijde 3"}
    return Bewijs(tuple(places), (Regel(BRON, "Rijk & regio", places, faults),), faults)


def test_een_gaaf_bewijs_zegt_dat_en_noemt_bron_besluit_en_plaats() -> None:
    page = proof_page(bewijs())
    for words in ("afspraken staan woord voor woord", "2.3 Zoet &lt;water&gt;", "dossiers/noordwest.docx"):
        assert words in page
    for words in ("2026-09-09: scherper", "docx: alinea 40", "pdf: bladzijde 3", "klopt"):
        assert words in page


def test_een_verschil_staat_bovenaan_met_zijn_plaats_en_de_woorden() -> None:
    page = proof_page(bewijs(FOUT))
    assert page.index("Verschillen") < page.index("De afspraken")
    for words in ("woorden gewijzigd", "bladzijde 3", "verwacht: Rijk &amp; regio", "gevonden: Rijk en regio"):
        assert words in page


def test_als_gegevens_zegt_het_hetzelfde() -> None:
    data = proof_as_json(bewijs(FOUT))
    assert data["klopt"] is False
    assert data["fouten"][0]["plaats"] == "bladzijde 3"
    assert data["afspraken"][0]["staat"] == {"lijst.docx": "alinea 40", "lijst.pdf": "bladzijde 3"}


def test_axe_vindt_niets() -> None:
    assert violations(proof_page(bewijs(FOUT))) == []
    assert violations(proof_page(bewijs()), scheme=DARK, width=320) == []


def test_het_verslag_zegt_wat_is_vergeleken_en_wat_in_een_bestand_niet_te_zien_was() -> None:
    page = proof_page(bewijs())
    assert "Niet vergeleken zijn vet en cursief" in page
    assert "PDF/UA-1" not in page
    page = proof_page(replace(bewijs(), unseen={"lijst.pdf": ("superscript en subscript", "de tekst van noten")}))
    assert "is niet te zien, en dus niet vergeleken: superscript en subscript, de tekst van noten" in page
