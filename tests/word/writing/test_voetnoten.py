"""Voetnoten: echte noten van Word, in de volgorde van het document, elke verwijzing één noot en omgekeerd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brief.text import CrossReference, Document, Element, Heading, ListItem, Note, Paragraph, Run, Table
from brief.word.compose import compose
from word.template.wordsjabloon import (
    boom,
    eigen_noot,
    eigen_verwijzing,
    lees_zip,
    met_eigen_noten,
    p,
    sjabloon,
    tabel,
    tekst,
    w,
)

if TYPE_CHECKING:
    from lxml import etree

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def noot(sleutel: str, *, weer: bool = True) -> Note:
    opnieuw = (Run("Zie noot "), CrossReference(sleutel, "noot")) if weer else None
    return Note(sleutel, (Run(f"tekst van {sleutel}"),), opnieuw)


def maak(data: bytes, *lichaam: Element, noten: tuple[Note, ...] = ()) -> bytes:
    doc = Document("proef", "t", {"concept": True, "lijst": ("a", "b")}, lichaam, {n.key: n for n in noten})
    gemaakt = compose(doc, data, "proef.docx")
    assert gemaakt.data, gemaakt.diagnostics
    return gemaakt.data


def verwijzingen(data: bytes) -> list[str]:
    return [str(v.get(w("id"))) for v in boom(data).iter(w("footnoteReference"))]


def noten(data: bytes) -> dict[str, etree._Element]:
    return {str(n.get(w("id"))): n for n in boom(data, "word/footnotes.xml") if n.get(w("type")) is None}


def teksten(data: bytes) -> list[str]:
    return [tekst(n).strip() for n in noten(data).values()]


def keur(data: bytes) -> None:
    """Wat voor elk document met noten geldt (techniek: ids 1 … 32767, geen verwijzing in een noot)."""
    gevonden = verwijzingen(data)
    assert gevonden == [str(n) for n in range(1, len(gevonden) + 1)]
    assert list(noten(data)) == gevonden
    bijzonder = [(n.get(w("type")), n.get(w("id"))) for n in boom(data, "word/footnotes.xml")][:2]
    assert bijzonder == [("separator", "-1"), ("continuationSeparator", "0")]
    assert not list(boom(data, "word/footnotes.xml").iter(w("footnoteReference")))
    for verwijzing in boom(data).iter(w("footnoteReference")):
        run = verwijzing.getparent()
        assert run is not None
        stijl = run.find(f"{w('rPr')}/{w('rStyle')}")
        assert stijl is None or stijl.get(w("val")) == "Voetnootmarkering"
    instellingen = boom(data, "word/settings.xml").find(w("footnotePr"))
    assert instellingen is not None
    assert [n.get(w("id")) for n in instellingen] == ["-1", "0"]
    assert b"relationships/footnotes" in lees_zip(data)["word/_rels/document.xml.rels"]
    assert b"wordprocessingml.footnotes+xml" in lees_zip(data)["[Content_Types].xml"]


ALLEEN_TEKST = sjabloon(p("{{ tekst }}"))


def test_in_tekst_kop_lijst_en_tabel() -> None:
    data = maak(
        ALLEEN_TEKST,
        Element(Paragraph((Run("a"), noot("k1"), Run(", verder")))),
        Element(Heading((Run("kop"), noot("k2")), 1)),
        Element(ListItem((Run("punt"), noot("k3")))),
        Element(Table((((Run("cel"), noot("k4")), (noot("k5"),)),))),
        Element(Paragraph((noot("k6"),))),
    )
    keur(data)
    assert teksten(data) == [f"tekst van k{n}" for n in range(1, 7)]


def test_de_noot_zelf_heeft_de_stijl_en_begint_met_haar_nummer() -> None:
    (eigen,) = noten(maak(ALLEEN_TEKST, Element(Paragraph((noot("k"),))))).values()
    (alinea,) = eigen
    assert alinea.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "Voetnoottekst"  # type: ignore[union-attr]
    eerste = alinea.findall(w("r"))[0]
    assert eerste.find(w("footnoteRef")) is not None
    assert eerste.find(f"{w('rPr')}/{w('rStyle')}").get(w("val")) == "Voetnootmarkering"  # type: ignore[union-attr]


def test_uit_een_tag_in_tekst_tabel_en_lijst_voor_en_na_het_lijf() -> None:
    tag = '{{ voetnoot("k") }}'
    data = maak(
        sjabloon(
            p(f"voor{tag}, na")
            + p(f"punt{tag}", stijl="Lijstopsomteken")
            + tabel((p(f"cel{tag}"),))
            + p("{{ tekst }}")
            + p(f"slot{tag}.")
        ),
        Element(Paragraph((Run("lijf"), noot("m")))),
        noten=(noot("k", weer=False),),
    )
    keur(data)
    assert teksten(data) == ["tekst van k"] * 3 + ["tekst van m", "tekst van k"]
    assert tekst(boom(data)) == "voor, na\npunt\ncel\nlijf\nslot."


def test_een_tag_in_een_lus_geeft_een_noot_per_ronde() -> None:
    data = maak(
        sjabloon(p("{% for x in lijst %}{{ x }}{{ voetnoot('k') }} {% endfor %}") + p("{{ tekst }}")),
        Element(Paragraph(())),
        noten=(noot("k"),),
    )
    keur(data)
    assert [t.split()[0] for t in teksten(data)] == ["tekst", "Zie"]


def test_de_tweede_noot_verwijst_naar_het_nummer_van_de_eerste() -> None:
    data = maak(
        sjabloon(p("{{ voetnoot('a') }}") + p("{{ tekst }}")),
        Element(Paragraph((noot("b"), Run("x"), noot("a"), noot("b")))),
        noten=(noot("a"),),
    )
    keur(data)
    assert teksten(data) == ["tekst van a", "tekst van b", "Zie noot 1", "Zie noot 2"]
    codes = [c.text for n in noten(data).values() for c in n.iter(w("instrText"))]
    doelen = [b for b in boom(data).iter(w("bookmarkStart")) if b.get(w("name"), "").startswith("_noot_")]
    assert [f" NOTEREF {doel.get(w('name'))} \\h " for doel in doelen] == codes
    for start in doelen:
        volgende = start.getnext()
        assert volgende is not None
        assert volgende.find(w("footnoteReference")) is not None


def test_alleen_dichtbij_verwijst_een_noot_naar_de_vorige_en_anders_staat_hij_er_weer_voluit() -> None:
    keys = ["a", "a", "b", "c", "d", "a", "a", "b"]
    notes = [replace(noot(key), near=2) for key in keys]
    data = maak(sjabloon(p("{{ tekst }}")), *(Element(Paragraph((Run("x"), note))) for note in notes))
    assert teksten(data) == [
        "tekst van a",
        "Zie noot 1",
        "tekst van b",
        "tekst van c",
        "tekst van d",
        "tekst van a",
        "Zie noot 6",
        "tekst van b",
    ]
    names = {str(start.get(w("name"))) for start in boom(data).iter(w("bookmarkStart"))}
    pointed = re.findall(r"NOTEREF (\S+)", lees_zip(data)["word/footnotes.xml"].decode())
    assert len(set(pointed)) == 2
    assert set(pointed) <= names
    keur(data)


def test_een_verwijzing_vooruit_kent_het_nummer_al() -> None:
    data = maak(
        ALLEEN_TEKST,
        Element(Paragraph((Run("zie noot "), CrossReference("later", "noot"), noot("eerst")))),
        Element(Paragraph((noot("later"),))),
    )
    assert tekst(boom(data)).startswith("zie noot 2")


def test_noten_van_het_sjabloon_zelf_blijven_en_worden_meegeteld() -> None:
    lijf = p("x", eigen_verwijzing(7)) + p("{{ tekst }}") + p("y", eigen_verwijzing(4), "{{ voetnoot('a') }}")
    data = maak(
        met_eigen_noten(lijf, eigen_noot(4, "vier") + eigen_noot(5, "nergens") + eigen_noot(7, "zeven")),
        Element(Paragraph((noot("a"),))),
        noten=(noot("a"),),
    )
    keur(data)
    assert teksten(data) == ["zeven", "tekst van a", "vier", "Zie noot 2"]


def test_een_noot_met_eigen_teken_telt_niet_mee_in_de_nummers() -> None:
    lijf = p('<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>') + p("{{ tekst }}")
    data = maak(met_eigen_noten(lijf, eigen_noot(3, "ster")), Element(Paragraph((noot("a"), noot("a")))))
    assert teksten(data)[-1] == "Zie noot 1"


def test_een_noot_die_door_een_voorwaarde_wegvalt_is_weg() -> None:
    lijf = p("{% if not concept %}x", eigen_verwijzing(3), "{% endif %}") + p("{{ tekst }}")
    data = maak(met_eigen_noten(lijf, eigen_noot(3, "weg")), Element(Paragraph((noot("a"),))))
    keur(data)
    assert teksten(data) == ["tekst van a"]


def test_een_koppeling_in_een_noot_staat_in_de_relaties_van_de_noten() -> None:
    adres = "https://zoek.officielebekendmakingen.nl/kst-29435-267.html?a=1&b=é"
    data = maak(ALLEEN_TEKST, Element(Paragraph((Run("lijf", link=adres), Note("k", (Run("stuk", link=adres),))))))
    for deel in ("document", "footnotes"):
        relaties = boom(data, f"word/_rels/{deel}.xml.rels")
        doelen = {r.get("Id"): r.get("Target") for r in relaties if r.get("TargetMode") == "External"}
        (koppeling,) = boom(data, f"word/{deel}.xml").iter(w("hyperlink"))
        assert doelen[koppeling.get(f"{R}id")] == adres.replace("é", "%C3%A9")


@pytest.mark.parametrize(
    "adres", ["javascript:alert(1)", "file:///etc/passwd", "zonder-schema", "http://[", "http://a b/", "https://"]
)
def test_een_onbruikbaar_adres_geeft_tekst_zonder_koppeling_en_een_melding(adres: str) -> None:
    doc = Document("p", "t", {}, (Element(Paragraph((Run("woord", link=adres), Run("!")))),))
    gemaakt = compose(doc, ALLEEN_TEKST, "f.docx")
    assert [d.code for d in gemaakt.diagnostics] == ["BR317"]
    assert tekst(boom(gemaakt.data)) == "woord!"
    assert not list(boom(gemaakt.data).iter(w("hyperlink")))


def test_een_verwijzing_naar_niets_is_een_fout() -> None:
    for soort in ("noot", "nummer", "pagina"):
        doc = Document("p", "t", {}, (Element(Paragraph((CrossReference("nergens", soort, "3"),))),))
        gemaakt = compose(doc, ALLEEN_TEKST, "f.docx")
        assert [d.code for d in gemaakt.diagnostics] == ["BR318"]
        assert gemaakt.data == b""


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("abcd"), max_size=4), max_size=6), st.lists(st.sampled_from("abcd"), max_size=4)
)
def test_altijd_één_noot_per_verwijzing_in_volgorde(alineas: list[list[str]], tags: list[str]) -> None:
    lijf = "".join(p(f"{{{{ voetnoot('{sleutel}') }}}}") for sleutel in tags)
    data = maak(
        sjabloon(lijf + p("{{ tekst }}")),
        *(Element(Paragraph(tuple(noot(s) for s in sleutels))) for sleutels in alineas),
        noten=tuple(noot(s) for s in "abcd"),
    )
    keur(data)
    volgorde = [*tags, *(s for sleutels in alineas for s in sleutels)]
    for nummer, (sleutel, gelezen) in enumerate(zip(volgorde, teksten(data), strict=True), 1):
        eerste = volgorde.index(sleutel) + 1
        assert gelezen == (f"tekst van {sleutel}" if eerste == nummer else f"Zie noot {eerste}")
    assert not re.search(r"urn:brief|\{\{", lees_zip(data)["word/document.xml"].decode())
