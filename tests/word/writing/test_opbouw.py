"""De opbouw van het lijf: elk blok de stijl van het sjabloon, met de bladwijzers en velden die erbij horen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brief.text import (
    Contents,
    CrossReference,
    Document,
    Element,
    Heading,
    ListItem,
    Paragraph,
    Role,
    Run,
    Style,
    Table,
)
from brief.word.compose import compose
from brief.word.writing.bookmarks import bookmark_name
from brief.word.writing.tables import column_widths
from word.template.wordsjabloon import SJABLONEN, boom, kopdeel, p, sjabloon, tabel, tekst, w
from word.writing.wordvoorbeeld import brief, lijst

if TYPE_CHECKING:
    from lxml import etree

ALLEEN_TEKST = sjabloon(p("{{ tekst }}"))


def maak(*lichaam: Element, data: bytes = ALLEEN_TEKST) -> etree._Element:
    gemaakt = compose(Document("p", "t", {}, lichaam), data, "f")
    assert gemaakt.data, gemaakt.diagnostics
    return boom(gemaakt.data)


def alinea(woorden: str, **kenmerken: object) -> Element:
    return Element(Paragraph((Run(woorden),)), **kenmerken)  # type: ignore[arg-type]


def stijl(element: etree._Element) -> str | None:
    gevonden = element.find(f"{w('pPr')}/{w('pStyle')}")
    return None if gevonden is None else gevonden.get(w("val"))


def kenmerk(element: etree._Element, pad: str) -> etree._Element | None:
    return element.find("/".join(w(deel) for deel in pad.split("/")))


def tussen(root: etree._Element, naam: str) -> str:
    """De tekst tussen begin en eind van een bladwijzer, cellen en alinea's onder elkaar."""
    start = next(b for b in root.iter(w("bookmarkStart")) if b.get(w("name")) == naam)
    binnen, delen = False, [""]
    for gebeurtenis in root.iter():
        if gebeurtenis is start:
            binnen = True
        elif gebeurtenis.tag == w("bookmarkEnd") and gebeurtenis.get(w("id")) == start.get(w("id")):
            break
        elif binnen and gebeurtenis.tag == w("p"):
            delen.append("")
        elif binnen and gebeurtenis.tag == w("t"):
            delen[-1] += gebeurtenis.text or ""
    return "\n".join(delen).strip("\n")


def test_elk_blok_krijgt_zijn_stijl() -> None:
    root = maak(
        Element(Heading((Run("a"),), 1)),
        Element(Heading((Run("b"),), 2)),
        Element(Heading((Run("c"),), 3)),
        alinea("d"),
        alinea("e", role=Role.VERWIJZING),
        alinea("f", role=Role.CONCEPT),
        Element(Paragraph((Run("g"),), 1)),
        Element(Paragraph((Run("h"),), 2)),
    )
    gezien = [stijl(a) for a in root.iter(w("p"))]
    assert gezien == [
        "Kop1",
        "Kop2",
        "Kop3",
        "Plattetekst",
        "Verwijzing",
        "Concepttekst",
        "Lijstvoortzetting",
        "Lijstvoortzetting2",
    ]


def test_letters_krijgen_hun_opmaak() -> None:
    runs = (
        Run("a"),
        Run("2", Style.SUBSCRIPT),
        Run("b", Style.BOLD | Style.ITALIC),
        Run("3", Style.SUPERSCRIPT | Style.BOLD),
    )
    (eerste,) = maak(Element(Paragraph(runs))).iter(w("p"))
    gezien = []
    for run in eerste.iter(w("r")):
        kenmerken = kenmerk(run, "rPr")
        gezien.append(
            "" if kenmerken is None else "".join(f"{k.tag.split('}')[1]} {k.get(w('val'), '')};" for k in kenmerken)
        )
    assert gezien == ["", "vertAlign subscript;", "b ;i ;", "b ;vertAlign superscript;"]


def test_een_tabel_herhaalt_haar_kop_en_breekt_geen_rij() -> None:
    rijen = (((Run("kop"),), (Run("k2"),)), ((Run("een\ntwee"),),), ((Run("x"),), (Run("y"),), (Run("z"),)))
    root = maak(Element(Table(rijen)))
    (gemaakt,) = root.iter(w("tbl"))
    kop = [kenmerk(rij, "trPr/tblHeader") is not None for rij in gemaakt.iter(w("tr"))]
    assert kop == [True, False, False]
    assert all(kenmerk(rij, "trPr/cantSplit") is not None for rij in gemaakt.iter(w("tr")))
    assert [len(rij.findall(w("tc"))) for rij in gemaakt.iter(w("tr"))] == [3, 3, 3]
    breedten = [int(str(k.get(w("w")))) for k in gemaakt.iter(w("gridCol"))]
    assert sum(breedten) == 11906 - 2 * 1417
    assert tekst(gemaakt).split("\n")[3:5] == ["een", "twee"]


def test_twee_tabellen_achter_elkaar_blijven_twee_tabellen_en_een_tabel_sluit_het_lijf_niet_af() -> None:
    kleine = Element(Table((((Run("a"),),),)))
    root = maak(kleine, kleine)
    soorten = [kind.tag.split("}")[1] for kind in root[0]]
    assert soorten == ["tbl", "p", "tbl", "p", "sectPr"]


def test_een_tabel_zonder_kop_of_cellen() -> None:
    root = maak(Element(Table((((Run("a"),),),), head=0)), Element(Table(())), alinea("b"))
    assert not list(root.iter(w("tblHeader")))
    assert len(list(root.iter(w("tbl")))) == 1


def test_de_tekst_van_een_afspraak_staat_tussen_haar_bladwijzers() -> None:
    def deel(element: Element, afspraak: str) -> Element:
        return Element(element.block, Role.AFSPRAAK, afspraak)

    lichaam = (
        deel(alinea("Rijk en regio:"), "nw-2.3-1"),
        deel(Element(ListItem((Run("een"),))), "nw-2.3-1"),
        deel(Element(Table((((Run("cel"),), (Run("cel 2"),)),))), "nw-2.3-1"),
        deel(alinea("alleen"), "nw-2-3.1"),
        alinea("tussen"),
        deel(Element(Table((((Run("t"),),),))), "zw-1"),
        deel(alinea("slot"), "zw-1"),
    )
    gemaakt = compose(Document("p", "t", {}, lichaam), ALLEEN_TEKST, "f")
    assert gemaakt.afspraken == {
        "nw-2.3-1": ("_afs_nw_2_3_1",),
        "nw-2-3.1": ("_afs_nw_2_3_1_2",),
        "zw-1": ("_afs_zw_1",),
    }
    root = boom(gemaakt.data)
    assert tussen(root, "_afs_nw_2_3_1") == "Rijk en regio:\neen\ncel\ncel 2"
    assert tussen(root, "_afs_nw_2_3_1_2") == "alleen"
    assert tussen(root, "_afs_zw_1") == "t\nslot"
    ids = [b.get(w("id")) for b in root.iter(w("bookmarkStart"))]
    assert len(set(ids)) == len(ids) == len(list(root.iter(w("bookmarkEnd"))))


def test_een_bladwijzer_heeft_een_naam_die_word_aanvaardt() -> None:
    lang, ander = bookmark_name("_afs", "x" * 60), bookmark_name("_afs", "x" * 59 + "y")
    assert bookmark_name("_afs", "nw-2.3-1") == "_afs_nw_2_3_1"
    assert len(lang) == len(ander) == 40
    assert lang != ander


def test_verwijzingen_zijn_velden_met_wat_de_lezer_al_ziet() -> None:
    root = maak(
        Element(Heading((Run("Doel"),), 3), Role.ONDERWERP, anchor="nw_1"),
        Element(Paragraph((Run("zie "), CrossReference("nw_1", "nummer", "1"), CrossReference("nw_1", "pagina")))),
    )
    assert [c.text for c in root.iter(w("instrText"))] == [" REF nw_1 \\r \\h ", " PAGEREF nw_1 \\h "]
    assert tussen(root, "nw_1") == "Doel"
    assert [c.get(w("fldCharType")) for c in root.iter(w("fldChar"))] == ["begin", "separate", "end"] * 2


def test_bladwijzers_van_het_sjabloon_botsen_niet() -> None:
    eigen = '<w:bookmarkStart w:id="7" w:name="nw_1"/><w:r><w:t>sjabloon</w:t></w:r><w:bookmarkEnd w:id="7"/>'
    root = maak(
        Element(Heading((Run("Doel"),), 1), anchor="nw_1"),
        Element(Paragraph((CrossReference("nw_1", "nummer", "1"),))),
        data=sjabloon(p(eigen) + p("{{ tekst }}")),
    )
    namen = [b.get(w("name"), "") for b in root.iter(w("bookmarkStart"))]
    assert [naam for naam in namen if not naam.startswith("_hk")] == ["nw_1", "nw_1_2"]
    assert [c.text for c in root.iter(w("instrText"))] == [" REF nw_1_2 \\r \\h "]


def test_de_inhoudsopgave_leidt_naar_delen_en_onderwerpen() -> None:
    gemaakt = compose(lijst(), SJABLONEN["afsprakenlijst.docx"], "f")
    root = boom(gemaakt.data)
    regels = [(stijl(a), tekst_van(a)) for a in root.iter(w("p")) if (stijl(a) or "").startswith("Inhopg")]
    assert regels[:4] == [
        ("Inhopg1", "Landelijke afspraken"),
        ("Inhopg3", "1\tBedragen en prijspeil"),
        ("Inhopg1", "Landsdeel Noordwest"),
        ("Inhopg3", "1\tDeltaprogramma deelgebied Centraal Holland"),
    ]
    namen = {b.get(w("name")) for b in root.iter(w("bookmarkStart"))}
    doelen = [h.get(w("anchor")) for h in root.iter(w("hyperlink")) if h.get(w("anchor"))]
    assert len(doelen) == len(regels)
    assert set(doelen) <= namen


def test_een_inhoudsopgave_zonder_bladzijden_toont_geen_lege_nummers() -> None:
    root = boom(compose(lijst(), SJABLONEN["afsprakenlijst.docx"], "f").data)
    assert not [c for c in root.iter(w("instrText")) if "PAGEREF _Inhoud" in str(c.text)]


@pytest.mark.parametrize(
    ("diepte", "stijlen"),
    [
        (Contents.DELEN, {"Inhopg1"}),
        (Contents.ONDERWERPEN, {"Inhopg1", "Inhopg3"}),
        (Contents.ALLES, {"Inhopg1", "Inhopg2", "Inhopg3"}),
    ],
)
def test_hoe_diep_de_inhoudsopgave_gaat_is_te_kiezen(diepte: Contents, stijlen: set[str]) -> None:
    root = boom(compose(replace(lijst(), contents=diepte), SJABLONEN["afsprakenlijst.docx"], "f").data)
    assert {stijl(a) for a in root.iter(w("p")) if (stijl(a) or "").startswith("Inhopg")} == stijlen


def test_onder_de_titel_van_een_sjabloon_beginnen_de_koppen_een_niveau_lager() -> None:
    titel = p("De titel", stijl="Kop1")
    lichaam = (Element(Heading((Run("a"),), 1)), Element(Heading((Run("b"),), 2)))
    met = maak(*lichaam, data=sjabloon(titel + p("{{ tekst }}")))
    zonder = maak(*lichaam, data=sjabloon(p("De titel") + p("{{ tekst }}")))
    assert [stijl(a) for a in met.iter(w("p")) if "Kop" in (stijl(a) or "")] == ["Kop1", "Kop2", "Kop3"]
    assert [stijl(a) for a in zonder.iter(w("p")) if "Kop" in (stijl(a) or "")] == ["Kop1", "Kop2"]


def tekst_van(alinea_: etree._Element) -> str:
    return "".join("\t" if d.tag == w("tab") else d.text or "" for d in alinea_.iter(w("t"), w("tab")))


def test_zonder_inhoudsopgave_geen_bladwijzers_daarvoor() -> None:
    assert not list(maak(Element(Heading((Run("a"),), 1))).iter(w("bookmarkStart")))


def test_het_lijf_kan_in_een_tabelcel_staan() -> None:
    data = sjabloon(tabel((p("{{ tekst }}"), p("ernaast"))))
    root = maak(Element(Table((((Run("a"),),),))), data=data)
    assert all(cel[-1].tag == w("p") for cel in root.iter(w("tc")))
    assert next(root.iter(w("tc")))[1].tag == w("tbl")


def test_een_leeg_lijf_in_een_cel_laat_een_alinea_achter() -> None:
    root = maak(data=sjabloon(tabel((p("{{ tekst }}"),))))
    assert [kind.tag for kind in next(root.iter(w("tc")))][-1] == w("p")


def test_een_lege_cel_door_een_voorwaarde_houdt_een_alinea() -> None:
    cel = p("{%p if meer %}") + p("x") + p("{%p endif %}")
    gemaakt = compose(
        Document("p", "t", {"meer": False}, (alinea("a"),)), sjabloon(tabel((cel,)) + p("{{ tekst }}")), "f"
    )
    assert [kind.tag for kind in next(boom(gemaakt.data).iter(w("tc")))][-1] == w("p")


def test_witruimte_zonder_lege_alineas_en_inleidende_zinnen_bij_hun_lijst() -> None:
    root = maak(
        alinea("Rijk en regio spreken af:"),
        Element(ListItem((Run("a"),))),
        Element(ListItem((Run("b"),))),
        alinea("Daarna."),
    )
    inleiding, eerste, laatste, _ = root.iter(w("p"))
    assert kenmerk(inleiding, "pPr/keepNext") is not None
    assert kenmerk(eerste, "pPr/spacing") is None
    ruimte = kenmerk(laatste, "pPr/spacing")
    assert ruimte is not None
    assert ruimte.get(w("after")) == "240"
    assert all(tekst_van(a) for a in root.iter(w("p")))


@given(st.lists(st.lists(st.text("ab -", max_size=60), min_size=4, max_size=4), min_size=1, max_size=4))
def test_een_woord_in_een_tabel_breekt_niet_waar_de_andere_kolommen_ruimte_hebben(rijen: list[list[str]]) -> None:
    breedtes = column_widths(Table(tuple(tuple((Run(cel),) for cel in rij) for rij in rijen)), 4, 9070)
    assert sum(breedtes) == 9070
    for kolom, breedte in enumerate(breedtes):
        woord = max((len(deel) for rij in rijen for deel in re.split(r"[\s-]", rij[kolom])), default=0)
        assert breedte >= min(240 + 105 * woord, 9070 // 4)


def test_een_kort_woord_naast_een_lange_tekst_past() -> None:
    rijen = (("Voorgesteld", "een lange tekst " * 80), ("Afgesproken", "x" * 900))
    assert column_widths(Table(tuple(tuple((Run(cel),) for cel in rij) for rij in rijen)), 2, 9070)[0] >= 1395
    vier = (("Waterbergingsgebied", "Noordoostpolder", "2027", "Afhankelijk van de vergunning. " * 4),)
    assert column_widths(Table(tuple(tuple((Run(cel),) for cel in rij) for rij in vier)), 4, 7000)[0] >= 2235


def test_wat_na_een_tabel_een_lijst_sluit_staat_van_beide_af() -> None:
    tabel_ = Element(Table((((Run("a"),),),)))
    ruimte = {}
    for naam, vervolg in (("sluit", (alinea("Daarna."),)), ("niet", (Element(ListItem((Run("c"),))),))):
        na = next(a for a in maak(tabel_, Element(ListItem((Run("b"),))), *vervolg).iter(w("p")) if tekst_van(a) == "b")
        gevonden = kenmerk(na, "pPr/spacing")
        assert gevonden is not None
        ruimte[naam] = [gevonden.get(w(side)) for side in ("before", "after")]
    assert ruimte == {"sluit": ["240", "240"], "niet": ["240", None]}


def test_een_nummer_na_punten_begint_een_lijst_met_witruimte_ervoor() -> None:
    items = (ListItem((Run("a"),)), ListItem((Run("b"),), 0, "2."), ListItem((Run("c"),), 0, "3."))
    punt, twee, _ = maak(*(Element(item) for item in items)).iter(w("p"))
    assert kenmerk(punt, "pPr/spacing") is not None
    assert kenmerk(twee, "pPr/spacing") is None


def test_een_verwijzing_blijft_bij_de_tekst_erboven() -> None:
    zie = Element(Paragraph((Run("Zie ook onderwerp 2."),)), Role.VERWIJZING)
    eerste, laatste, _ = maak(Element(ListItem((Run("a"),))), Element(ListItem((Run("b"),))), zie).iter(w("p"))
    assert kenmerk(eerste, "pPr/keepNext") is None
    assert kenmerk(laatste, "pPr/keepNext") is not None


def test_de_laatste_alinea_blijft_bij_de_ondertekening() -> None:
    root = boom(compose(brief(mede_namens=""), SJABLONEN["kamerbrief.docx"], "f").data)
    alineas = list(root[0].iterchildren(w("p")))
    functie = next(n for n, a in enumerate(alineas) if tekst_van(a).startswith("De minister van V"))
    assert kenmerk(alineas[functie - 1], "pPr/keepNext") is not None
    assert stijl(alineas[functie]) == "Ondertekeningfunctie"


def test_ik_of_wij_en_elke_ondertekenaar() -> None:
    twee = ({"functie": "De minister van A", "naam": "B. C"}, {"functie": "De staatssecretaris van D", "naam": "E. F"})
    root = boom(compose(brief(ondertekenaars=twee, meer_ondertekenaars=True), SJABLONEN["kamerbrief.docx"], "f").data)
    regels = tekst(root).split("\n")
    begin = regels.index("De minister van A,") - 1
    assert regels[begin : begin + 5] == [
        "Deze brief sturen wij u mede namens de minister van Infrastructuur en Waterstaat.",
        "De minister van A,",
        "B. C",
        "De staatssecretaris van D,",
        "E. F",
    ]


def test_concept_staat_in_de_koptekst_met_versie_en_datum() -> None:
    for concept, verwacht in ((True, "CONCEPT – v01 – 14 september 2026"), (False, "")):
        data = compose(brief(concept=concept), SJABLONEN["kamerbrief.docx"], "f").data
        assert tekst(boom(data, "word/headerfirst.xml")) == verwacht
        assert tekst(boom(data, "word/headerdefault.xml")).split("\n")[0] == verwacht


def test_een_leeg_veld_laat_geen_lege_regel_achter() -> None:
    data = compose(brief(kenmerk="", mede_namens="", aantal_bijlagen=0), SJABLONEN["kamerbrief.docx"], "f").data
    assert all(regel.strip() for regel in tekst(boom(data)).split("\n"))


def test_een_sjabloon_zonder_lijststijlnummering_krijgt_eigen_lijsten() -> None:
    data = sjabloon(p("{{ tekst }}"), numbering=f'<w:numbering xmlns:w="{w("")[1:-1]}"/>')
    gemaakt = compose(
        Document("p", "t", {}, (Element(ListItem((Run("a"),), 3)), Element(ListItem((Run("b"),), 0, "1.")))), data, "f"
    )
    nummers = [n.get(w("val")) for n in boom(gemaakt.data).iter(w("numId"))]
    assert nummers == ["1", "2"] or nummers == ["2", "1"]
    assert len(list(boom(gemaakt.data, "word/numbering.xml").iter(w("num")))) == 2


def test_kopteksten_met_alleen_een_lege_voorwaarde_houden_hun_alinea() -> None:
    data = sjabloon(p("{{ tekst }}"), headerdefault=kopdeel(p("{%p if meer %}"), p("x"), p("{%p endif %}")))
    gemaakt = compose(Document("p", "t", {"meer": False}, (alinea("a"),)), data, "f")
    assert len(list(boom(gemaakt.data, "word/headerdefault.xml").iter(w("p")))) == 1


def test_een_conceptzin_is_cursief_in_de_stijl_van_de_alinea_en_niet_nog_eens_in_die_van_de_tekens() -> None:
    data = SJABLONEN["kamerbrief.docx"]
    draft = Element(Paragraph((Run("concept"),)), Role.CONCEPT)
    item = Element(ListItem((Run("punt"),)), Role.CONCEPT)
    gemaakt = compose(replace(brief(), body=(draft, item)), data, "f")
    paragraph, listed = (a for a in boom(gemaakt.data).iter(w("p")) if tekst(a) in ("concept", "punt"))
    style = kenmerk(paragraph, "pPr/pStyle")
    assert style is not None
    assert style.get(w("val")) == "Concepttekst"
    assert paragraph.find(f"{w('r')}/{w('rPr')}/{w('rStyle')}") is None
    assert listed.find(f"{w('r')}/{w('rPr')}/{w('rStyle')}") is not None
