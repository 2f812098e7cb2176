"""What the letter tells of which afspraken: coverage, what is told twice, what is not there, empty headings, forms."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from assemble.voorbeeld import afspraak, samen
from brief.domain import Besluit, Status
from brief.text import Heading, ListItem, Role, parse, plain
from brief.versions.inhoud import inhoud

if TYPE_CHECKING:
    from brief.assemble.samenvoegen import Samenstelling

WATER = [
    afspraak("n-2.3-1", "noord", "2.3 Zoetwater", provincies=("drenthe",)),
    afspraak("n-2.3-2", "noord", "2.3 Zoetwater", provincies=("groningen", "drenthe"), brief="Zij meten het peil."),
    afspraak("o-2.1-1", "oost", "2.1 IJssel", provincies=("gelderland",), themas=("natuur",)),
]


def codes(result: Samenstelling) -> list[str]:
    """Give the codes but BR432: that a sentence is not used has a test of its own."""
    return [melding.code for melding in result.meldingen if melding.code != "BR432"]


def brief(result: Samenstelling) -> list[str]:
    return [plain([element.block]) for element in result.kamerbrief.body]


def test_wat_een_zin_vertelt_is_genoemd_en_staat_in_de_gegevens() -> None:
    result = samen(WATER, '[Drenthe houdt water vast.]{.dekt afspraken="n-2.3-1 n-2.3-2"} En meer.\n\nZonder.')
    assert result.niet_genoemd == ("o-2.1-1",)
    assert brief(result) == ["Drenthe houdt water vast. En meer.", "Zonder."]
    blocks = inhoud([result.kamerbrief])["documenten"][0]["blokken"]
    assert [block.get("dekt") for block in blocks] == [["n-2.3-1", "n-2.3-2"], None]
    assert not codes(result)


@pytest.mark.parametrize(
    "leeg",
    ["::: {.dekt afspraken=n-2.3-1}\n:::", "Niets [ ]{.dekt afspraken=n-2.3-1} meer.", "[]{.dekt afspraken=n-2.3-1}"],
)
def test_een_stuk_waarin_niets_meer_staat_vertelt_niets(leeg: str) -> None:
    result = samen(WATER, f"Eerst.\n\n{leeg}\n\n[Zij meten het peil.]{{.dekt afspraken=n-2.3-2}}")
    assert result.niet_genoemd == ("n-2.3-1", "o-2.1-1")
    assert {key for element in result.kamerbrief.body for key in element.dekt} == {"n-2.3-2"}
    unknown = samen(WATER, leeg.replace("n-2.3-1", "n-9.9-9"))
    assert codes(unknown) == ["BR450"]


def test_een_blok_om_wat_brief_zelf_opsomt_vertelt_dat_ook() -> None:
    result = samen(WATER, "::: {.dekt afspraken=o-2.1-1}\n::: {.afspraken id=n-2.3-1}\n:::\n:::")
    assert result.niet_genoemd == ("n-2.3-2",)


def test_een_blok_dekt_elke_alinea_erin() -> None:
    result = samen(WATER, "::: {.dekt afspraken=n-2.3-1}\nEen.\n\nTwee.\n:::")
    assert [element.dekt for element in result.kamerbrief.body] == [("n-2.3-1",)] * 2


def test_een_onbekend_id_wordt_gemeld_met_wat_het_meest_lijkt_en_met_de_plek() -> None:
    text = 'Eerst.\n\nDe regel [zegt\ndit]{.dekt afspraken="n-2.3-1 n-2.3-9"}.'
    finding = next(each for each in samen(WATER, text).meldingen if each.code == "BR450")
    assert finding.hint is not None
    assert "n-2.3-" in finding.hint
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (4, 31)


def test_dekt_zonder_afspraken_of_met_een_verschreven_eigenschap_wordt_geweigerd() -> None:
    assert codes(samen(WATER, "[zin]{.dekt}")) == ["BR454"]
    found = samen(WATER, "[zin]{.dekt afspraak=n-2.3-1}").meldingen
    assert [(each.code, each.hint) for each in found] == [("BR454", "bedoelde u 'afspraken'?")]


def test_een_vervallen_afspraak_wordt_gemeld_en_blijft_verteld() -> None:
    gone = afspraak(
        "n-2.3-1", "noord", status=Status.VERVALLEN, besluit=Besluit(datetime.date(2026, 9, 9), "ingetrokken")
    )
    result = samen([gone, *WATER[1:]], "[zin]{.dekt afspraken=n-2.3-1}\n\n::: {.afspraken id=n-2.3-1}\n:::")
    assert codes(result) == ["BR452", "BR452"]
    assert "is vervallen" in result.meldingen[0].message


def test_wat_twee_keer_wordt_verteld_wordt_gemeld_ook_in_een_blok() -> None:
    block = "::: {.afspraken thema=water}\n:::"
    prose = "[zin]{.dekt afspraken=n-2.3-1}"
    assert codes(samen(WATER, f"{prose} en [nog een]{{.dekt afspraken=n-2.3-1}}")) == []
    assert codes(samen(WATER, f"# A\n\n{prose}\n\n# B\n\n{prose}")) == ["BR453"]
    assert codes(samen(WATER, f"{block}\n\n{block}")) == ["BR453"]
    found = samen(WATER, f"# A\n\n{prose}\n\n{block}").meldingen
    assert [each.code for each in found] == ["BR453"]
    assert found[0].message == "de brief vertelt n-2.3-1 twee keer"
    assert [place.line for _, place in found[0].related] == [3]


def test_een_blok_neemt_afspraken_bij_naam_in_de_volgorde_van_de_schrijver() -> None:
    result = samen(WATER, '::: {.afspraken id="n-2.3-2 o-2.1-1"}\n:::')
    assert [element.dekt for element in result.kamerbrief.body] == [("n-2.3-2",), ("o-2.1-1",)]
    result = samen(WATER, "::: {.afspraken id=o-2.1-1,n-2.3-2}\n:::")
    assert [element.dekt for element in result.kamerbrief.body] == [("o-2.1-1",), ("n-2.3-2",)]
    assert codes(samen(WATER, "::: {.afspraken id=n-2.3-7}\n:::")) == ["BR450"]


def test_een_kop_waaronder_niets_komt_staat_niet_in_de_brief_en_dat_wordt_gezegd() -> None:
    text = (
        "# Thema's\n\n## Water\n\n::: {.afspraken thema=water}\n:::\n\n## Lucht\n\n::: {.afspraken thema=energie}\n:::"
    )
    result = samen(WATER[:1], text)
    headings = [plain([each.block]) for each in result.kamerbrief.body if isinstance(each.block, Heading)]
    assert headings == ["Thema's", "Water"]
    assert [each.message for each in result.meldingen] == [
        "geen enkele afspraak past bij dit blok; de kop 'Lucht' erboven staat daarom niet in de brief"
    ]
    with_prose = samen(WATER[:1], "# Lucht\n\nInleiding.\n\n::: {.afspraken thema=energie}\n:::")
    assert brief(with_prose) == ["Lucht", "Inleiding."]
    above = samen(WATER[:1], "# Lucht\n\n## Diep\n\n::: {.afspraken thema=energie}\n:::")
    assert brief(above) == []


def test_een_kop_zonder_blok_blijft_van_de_schrijver() -> None:
    assert brief(samen(WATER[:1], "# Slot")) == ["Slot"]


def test_een_blok_geeft_de_volle_tekst_woord_voor_woord() -> None:
    text = "- Eerst **dit**.\n  - dan dat"
    result = samen([afspraak("n-2.3-1", "noord", tekst=text)], "::: {.afspraken thema=water vorm=volledig}\n:::")
    elements = result.kamerbrief.body
    assert tuple(element.block for element in elements) == parse(text).blocks
    assert {(element.role, element.afspraak) for element in elements} == {(Role.AFSPRAAK, "n-2.3-1")}
    assert result.niet_genoemd == ()


def test_een_blok_geeft_een_opsomming_die_niet_als_dubbel_telt() -> None:
    text = "::: {.afspraken thema=water vorm=opsomming}\n:::\n\n::: {.afspraken thema=water}\n:::"
    result = samen(WATER, text)
    items = [element for element in result.kamerbrief.body if isinstance(element.block, ListItem)]
    assert [plain([item.block]) for item in items] == ["Groningen en Drenthe: Zoetwater;", "Drenthe: Zoetwater."]
    assert [item.dekt for item in items] == [("n-2.3-2",), ("n-2.3-1",)]
    assert not codes(result)


@pytest.mark.parametrize("vorm", ["kort", ""])
def test_een_onbekende_vorm_wordt_gemeld(vorm: str) -> None:
    assert codes(samen(WATER, f'::: {{.afspraken thema=water vorm="{vorm}"}}\n:::')) == ["BR503"]


def test_wat_nog_niet_is_vastgesteld_staat_onder_het_geheel_dat_ervan_vertelt() -> None:
    open_one = replace(WATER[0], status=Status.VOORGESTELD)
    agreed = [replace(each, status=Status.VASTGESTELD) for each in WATER[1:]]
    fenced = "::: {.dekt afspraken=n-2.3-1}\nEen.\n\n- twee\n- drie\n:::\n\n[Vier.]{.dekt afspraken=n-2.3-2}"
    mark = "[Nog niet vastgesteld: Zoetwater (Noord, agendapunt\u00a02.3).]".replace("\u00a0", " ")
    assert brief(samen([open_one, *agreed], fenced)) == ["Een.", "twee", "drie", mark, "Vier."]
    full = "::: {.afspraken thema=water vorm=volledig}\n:::"
    assert brief(samen([open_one, *agreed], full)) == ["Tekst van n-2.3-2.", "Tekst van n-2.3-1.", mark]


def test_een_zin_die_niet_wordt_gebruikt_omdat_de_brief_anders_vertelt_wordt_gezegd() -> None:
    for text in ("[Zij meten.]{.dekt afspraken=n-2.3-2}", "::: {.afspraken id=n-2.3-2 vorm=volledig}\n:::"):
        found = [each.message for each in samen(WATER, text).meldingen if each.code == "BR432"]
        assert found == ["de brief vertelt n-2.3-2 op een andere manier; de zin bij de afspraak wordt niet gebruikt"]
    block = "::: {.afspraken id=n-2.3-2}\n:::"
    assert not samen(WATER, block).meldingen
    assert not samen(WATER, f"# A\n\n::: {{.afspraken thema=water vorm=opsomming}}\n:::\n\n{block}").meldingen


def test_een_los_nummer_van_het_dossier_is_in_de_brief_een_punt_en_een_lijst_blijft_een_lijst() -> None:
    block = "::: {.afspraken thema=water vorm=volledig}\n:::"
    texts = {"3. Los.\n   a. een": ["-", "a."], "1. Eerst.\n2. Dan.": ["1.", "2."], "1. Alleen.": ["-"]}
    for tekst, markers in texts.items():
        body = samen([afspraak("n-1-1", "noord", tekst=tekst)], block).kamerbrief.body
        assert [element.block.marker for element in body] == markers  # type: ignore[union-attr]
