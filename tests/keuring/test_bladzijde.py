"""The page of a comparison in Chromium: accessible in both schemes and small, useful with its script and without."""

from __future__ import annotations

import pytest

from brief.compare.changes import vergelijk
from brief.compare.content import Inhoud, Noot
from brief.render.html.changes import changes_page
from compare.vergelijkset import afspraak, alinea, kop, lijst, met, zin
from keuring.bladzijde import DARK, LIGHT, dom, violations


@pytest.fixture(scope="module")
def page() -> str:
    oud = lijst(
        kop("Landsdeel Noord"), afspraak("n-1", zin(1), Noot("kst-1-2", "Nota <A & B>")), afspraak("n-2", zin(2))
    )
    nieuw = lijst(kop("Landsdeel Noord"), afspraak("n-2", zin(2)), afspraak("n-1", zin(1).replace("samen", "apart")))
    nieuw = met(met(nieuw, "n-1", themas=("energie", "water")), "n-2", status="gewijzigd")
    letter = lijst(alinea("De <b>kust</b> & de duinen.")).documenten[0]
    both = Inhoud("v02", (*nieuw.documenten, type(letter)("kamerbrief", letter.blokken)), nieuw.afspraken)
    before = Inhoud("v01", (*oud.documenten, type(letter)("kamerbrief", ())), oud.afspraken)
    return changes_page(vergelijk(before, both))


@pytest.mark.parametrize(("scheme", "width"), [(LIGHT, 1280), (DARK, 1280), (LIGHT, 320)])
def test_axe_vindt_niets(page: str, scheme: str, width: int) -> None:
    """320 pixels is what is left of 1280 at a zoom of 400 %."""
    assert violations(page, scheme=scheme, width=width) == []


def test_axe_vindt_wat_er_stuk_is(page: str) -> None:
    broken = page.replace('<html lang="nl">', "<html>").replace("--ink: #1a1a1a", "--ink: #ddd")
    assert {each["id"] for each in violations(broken)} == {"html-has-lang", "color-contrast"}


def test_de_bladzijde_staat_op_zichzelf(page: str) -> None:
    assert "http://" not in page
    assert "https://" not in page
    assert "src=" not in page
    assert "&lt;b&gt;kust&lt;/b&gt; &amp; de duinen" in page
    assert "<del>" in page
    assert "<ins>" in page


def test_zonder_script_staat_alles_er_en_met_script_komen_de_keuzes_erbij(page: str) -> None:
    assert "<form hidden" in page
    shown = dom(page)
    assert "<form hidden" not in shown
    count = page.count('class="wijziging"')
    assert count == shown.count('class="wijziging"')
    assert f"{count} wijzigingen</output>" in shown


def test_een_keuze_laat_alleen_zien_wat_zij_aangaat(page: str) -> None:
    choose = """<script>
    document.querySelector("select[name=themas]").value = "energie";
    document.querySelector("form").dispatchEvent(new Event("change", {bubbles: true}));
    </script></body>"""
    shown = dom(page.replace("</body>", choose))
    hidden = shown.count('hidden=""')
    assert hidden > 0
    count = page.count('class="wijziging"')
    assert f"van {count} wijzigingen</output>" in shown
