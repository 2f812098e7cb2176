"""Een waarde komt ongeschonden aan: in lijf, tabel, koptekst, voettekst en voetnoot, wat er ook in staat."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from brief.text import Document, Element, ListItem, Note, Paragraph, Run, Style, Table
from brief.word.compose import compose
from keuring.eigenschap import tries
from word.template.wordsjabloon import (
    boom,
    eigen_noot,
    eigen_verwijzing,
    kopdeel,
    met_eigen_noten,
    p,
    sjabloon,
    tabel,
    tekst,
    w,
)

VERBODEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LASTIG = (
    "A & B <x> \"y\" 'z'",
    "{{ 7*7 }} {% if x %} {# y #}",
    "{_{ }_} {_% %_}",
    "een\ttab en een\nregel\n\ndrie",
    "bel\a en pagina\f en verticaal\v",
    "</w:t></w:r><w:p/>&#10;&amp;",
    "\ufdd00\ufdd1 en 5\ufdd1",
    "zacht\u00adafbreken, vast\u00a0wit, Fryslân, €, 😀, e\u0301",
    " voor en na ",
    "\r\nregeleinden\rvan drie soorten\n",
    "]]> <!-- --> <?x ?>",
    "\\1 \\g<0> $1 %s {0}",
)
teksten = st.text(st.characters(codec=None, max_codepoint=0x1FFFF), max_size=40) | st.sampled_from(LASTIG)


def verwacht(waarde: str) -> str:
    """Wat een lezer moet zien: alles behalve wat XML verbiedt; elk soort regeleinde is een regeleinde."""
    return re.sub("\r\n|\r", "\n", VERBODEN.sub("", waarde))


def document(waarde: str, *lichaam: Element) -> Document:
    velden: dict[str, Any] = {"naam": waarde, "lijst": ({"deel": waarde}, {"deel": "vast"})}
    return Document("proef", waarde, velden, lichaam or (Element(Paragraph((Run("lijf"),))),))


def maak(doc: Document, data: bytes) -> bytes:
    gemaakt = compose(doc, data, "proef.docx")
    assert gemaakt.data, gemaakt.diagnostics
    return gemaakt.data


FRAME = met_eigen_noten(
    p("[{{ naam }}]", eigen_verwijzing(3))
    + tabel((p("[{{ naam }}]"), p("{% for x in lijst %}[{{ x.deel }}]{% endfor %}")))
    + p("{{ tekst }}"),
    eigen_noot(3, "[{{ naam }}]"),
)


@settings(max_examples=tries(60), deadline=None)
@given(teksten)
@example(LASTIG[1])
@example(LASTIG[2])
@example(LASTIG[6])
def test_een_veld_komt_ongeschonden_aan(waarde: str) -> None:
    zonder = VERBODEN.sub("", waarde)
    gemaakt = maak(document(waarde), FRAME)
    regels = tekst(boom(gemaakt))
    assert regels == f"[{verwacht(zonder)}]\n[{verwacht(zonder)}]\n[{verwacht(zonder)}][vast]\nlijf"
    assert f"[{verwacht(zonder)}]" in tekst(boom(gemaakt, "word/footnotes.xml"))


@settings(max_examples=30, deadline=None)
@given(teksten)
@example(LASTIG[1])
@example(LASTIG[2])
def test_een_veld_komt_ongeschonden_aan_in_kop_en_voet(waarde: str) -> None:
    data = sjabloon(
        p("{{ tekst }}"),
        headerdefault=kopdeel(p("[{{ naam }}]")),
        footerdefault=kopdeel(p("[", "{{ na", "am }}", "]"), soort="ftr"),
    )
    gemaakt = maak(document(waarde), data)
    for deel in ("word/headerdefault.xml", "word/footerdefault.xml"):
        assert tekst(boom(gemaakt, deel)) == f"[{verwacht(VERBODEN.sub('', waarde))}]"


@settings(max_examples=tries(60), deadline=None)
@given(teksten, st.sampled_from(list(Style)))
@example(LASTIG[1], Style.PLAIN)
@example(LASTIG[2], Style.BOLD)
def test_lopende_tekst_komt_ongeschonden_aan(waarde: str, stijl: Style) -> None:
    span = Run(waarde, stijl)
    doc = document(
        "x",
        Element(Paragraph((span,))),
        Element(ListItem((span,), 0, "1.")),
        Element(Table((((span,), (Run("b"),)),))),
        Element(Paragraph((Run("noot"), Note("n", (span,))))),
    )
    gemaakt = maak(doc, sjabloon(p("{{ tekst }}")))
    schoon = verwacht(VERBODEN.sub("", waarde))
    assert tekst(boom(gemaakt)) == f"{schoon}\n{schoon}\n{schoon}\nb\nnoot"
    assert tekst(boom(gemaakt, "word/footnotes.xml")) == f"\n\n {schoon}"


@pytest.mark.parametrize("teken", ["\x00", "\x07", "\x0b", "\x0c", "\x1f", "\ufffe", "\ud800"])
def test_wat_is_weggelaten_wordt_gemeld(teken: str) -> None:
    doc = document(f"voor{teken}na", Element(Paragraph((Run(f"een{teken}twee"),)), afspraak="nw-1"))
    gevonden = compose(doc, sjabloon(p("{{ naam }}") + p("{{ tekst }}")), "f.docx").diagnostics
    assert [d.code for d in gevonden] == ["BR315", "BR315"]
    assert all(f"U+{ord(teken):04X}" in d.message for d in gevonden)
    assert "het veld naam ('voorna')" in gevonden[0].message
    assert gevonden[0].place is None, "de fout staat in ronde.yaml, niet in het sjabloon"
    assert [d.place.excerpt for d in gevonden if d.place] == ["afspraak nw-1: eentwee"]


def test_een_waarde_neemt_de_opmaak_van_haar_tag_over() -> None:
    vet = "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ na</w:t></w:r><w:r><w:t>am }}</w:t></w:r>"
    gemaakt = boom(maak(document("a\nb"), sjabloon(p("gewoon ", vet, " einde") + p("{{ tekst }}"))))
    eerste = next(gemaakt.iter(w("p")))
    gezien = [
        (t.text, t.getparent().find(f"{w('rPr')}/{w('b')}") is not None)  # type: ignore[union-attr]
        for t in eerste.iter(w("t"))
    ]
    assert gezien == [("gewoon ", False), ("a", True), ("b", True), (" einde", False)]


def test_titel_en_auteur_staan_één_keer_ontsnapt_in_de_eigenschappen() -> None:
    doc = Document("proef", "A & B <c>", {"auteur": "X & Y"}, (Element(Paragraph(())),))
    kern = boom(maak(doc, sjabloon(p("{{ tekst }}"))), "docProps/core.xml")
    waarden = {etree.QName(e).localname: e.text for e in kern}
    assert waarden == {"creator": "X & Y", "language": "nl-NL", "title": "A & B <c>"}
