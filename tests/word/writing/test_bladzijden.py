"""Hoe het eruitziet op papier, met LibreOffice: nummers, bladzijden, noten en de ondertekening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief.word.compose import compose
from keuring.pdf import pdf_pages, to_pdf
from word.template.wordsjabloon import SJABLONEN
from word.writing.wordvoorbeeld import LANG, alinea, brief, kop, lijst, punt

if TYPE_CHECKING:
    from brief.text import Document


def bladzijden(document: Document) -> list[str]:
    gemaakt = compose(document, SJABLONEN[f"{document.name}.docx"], "f")
    assert gemaakt.diagnostics == ()
    return [" ".join(blad.split()) for blad in pdf_pages(to_pdf(gemaakt.data))]


def test_paginanummers_onderaan_elke_bladzijde() -> None:
    bladen = bladzijden(brief())
    assert [f"Pagina {n} van {len(bladen)}" in blad for n, blad in enumerate(bladen, 1)] == [True] * len(bladen)


def test_de_eerste_bladzijde_van_de_brief_heeft_alles_en_de_volgende_alleen_de_vervolgkolom() -> None:
    eerste, tweede, *_ = bladzijden(brief())
    for woorden in (
        "> Retouradres",
        "De voorzitter van de Tweede Kamer",
        "Bijlage(n) 2",
        "Datum",
        "Betreft",
    ):
        assert woorden in eerste
        assert woorden not in tweede
    for woorden in ("CONCEPT – v01 – 14 september 2026", "en Ruimtelijke Ordening", "Ons kenmerk 2026-0000123456"):
        assert woorden in eerste
        assert woorden in tweede


def test_lijsten_tonen_de_nummers_van_de_bron() -> None:
    reeks = [("3.", 0), ("4.", 0), ("a.", 1), ("b.", 1), ("5.", 0), ("a.", 1), ("i)", 2), ("ii)", 2), ("1.", 0)]
    lichaam = tuple(punt(f"punt{n}", niveau, teken) for n, (teken, niveau) in enumerate(reeks))
    (blad, *_) = bladzijden(replace(brief(), body=lichaam))
    for n, (teken, _) in enumerate(reeks):
        assert f"{teken} punt{n}" in blad


def test_een_zie_noot_en_een_verwijzing_naar_een_onderwerp_kloppen_op_papier() -> None:
    alles = " ".join(bladzijden(lijst()))
    assert "Zie ook onderwerp 1 op bladzijde 3." in alles
    assert "2 Zie noot 1" in alles


@pytest.mark.parametrize("aantal", [15, 16])
def test_de_ondertekening_staat_nooit_alleen_op_een_bladzijde(aantal: int) -> None:
    """De regels zijn zo gekozen dat de handtekening zonder meer over de rand van de eerste bladzijde zou vallen."""
    lichaam = (*(alinea(f"Regel {n}.") for n in range(aantal - 4)), kop("Vervolg"), alinea(LANG))
    bladen = bladzijden(replace(brief(mede_namens=""), body=lichaam, notes={}))
    assert len(bladen) == 2
    assert "niet langer kunnen wachten." in bladen[1]
    assert "A. de Vries" in bladen[1]
