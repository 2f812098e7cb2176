"""Elke soort fout in andermans sjablonen: de uitkomst klopt, of er is een melding met de plek. Nooit stil."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document as NieuwDocument
from docx.shared import Cm
from msgspec.structs import replace

from brief.diagnostics import Place
from brief.text import CrossReference, Element, Note, Paragraph, Run
from brief.word.compose import check_template, compose
from brief.word.opc.archive import write_archive
from brief.word.readback import afspraak_texts
from keuring.ooxml import own_errors
from word.template.wordsjabloon import (
    OFFICE,
    SJABLONEN,
    boom,
    eigen_noot,
    eigen_verwijzing,
    kopdeel,
    lees_zip,
    met_andere,
    met_deel,
    met_eigen_noten,
    met_relatie,
    p,
    sjabloon,
    tabel,
    tekst,
    w,
)
from word.writing.wordvoorbeeld import NOTEN, brief

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic
    from brief.text import Document

VELDEN: Any = brief().fields
TEKST = p("{{ tekst }}")
WIE = 'w:id="90" w:author="A. Voorbeeld" w:date="2026-01-01T00:00:00Z"'
GEDEELD = Path(__file__).resolve().parents[4] / "shared" / "gevallen" / "schrijven"


def keur(data: bytes) -> list[Diagnostic]:
    return list(check_template(data, "templates/proef.docx", VELDEN, NOTEN))


def maak(data: bytes, document: Document | None = None) -> bytes:
    gemaakt = compose(document or brief(), data, "templates/proef.docx")
    assert gemaakt.data, gemaakt.diagnostics
    return gemaakt.data


def regels(data: bytes) -> list[str]:
    return tekst(boom(data)).split("\n")


def veld(opdracht: str, getoond: str = "x") -> str:
    deel = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f'{deel.format("begin")}<w:r><w:instrText xml:space="preserve"> {opdracht} </w:instrText></w:r>'
        f"{deel.format('separate')}<w:r><w:t>{getoond}</w:t></w:r>{deel.format('end')}"
    )


def met_kop(kop: str, *stukken: str) -> str:
    """Een alinea met eigenschappen."""
    return p(*stukken).replace("<w:p>", f"<w:p><w:pPr>{kop}</w:pPr>", 1)


SECTIE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
BLAD = '<w:r><w:br w:type="page"/></w:r>'
BEELD = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1" cy="1"/><wp:docPr id="7" name="Logo"/></wp:inline></w:drawing></w:r>'
)
OPMERKING = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'

TALEN = {
    "groepen opgesomd": ("{{ ondertekenaars|opsomming }}", "een groep velden"),
    "groepen verbonden": ("{{ ondertekenaars|join(', ') }}", "een groep velden"),
    "lijst in hoofdletters": ("{{ geadresseerde|upper }}", "een lijst"),
    "lijst met golfje": ('{{ bijlagen ~ "" }}', "een lijst"),
    "keuze met golfje": ('{{ concept ~ "" }}', "ja of nee"),
    "groep klein": ("{{ afzender|lower }}", "een groep velden"),
    "twee noten verbonden": ('{{ voetnoot("kst-29435-267") ~ voetnoot("kst-34682-228") }}', "een plek"),
    "plek in hoofdletters": ("{{ tekst|upper }}", "een plek"),
    "noot naar keuze": ('{{ voetnoot("kst-29435-267") if concept else "" }}', "een plek"),
    "niets": ("{{ none }}", "niets"),
    "waar": ("{{ true }}", "ja of nee"),
    "vergelijking getoond": ("{{ datum == betreft }}", "ja of nee"),
    "lus getoond": ("{% for b in bijlagen %}{{ loop }}{% endfor %}", "een groep velden"),
    "tekst of lijst": ("{{ kenmerk or bijlagen }}", "de ene keer dit"),
    "eerste van groepen": ("{{ ondertekenaars|first }}", "een groep velden"),
    "getal als tekst vergeleken": ('{% if aantal_bijlagen == "2" %}x{% endif %}', "passen niet bij elkaar"),
    "keuze als tekst vergeleken": ('{% if concept == "ja" %}x{% endif %}', "passen niet bij elkaar"),
    "leeg met none": ("{% if kenmerk == none %}x{% endif %}", "nooit gelijk aan none"),
    "zoeken in een getal": ("{% if 1 in aantal_bijlagen %}x{% endif %}", "zoekt in een lijst"),
    "zoeken in groepen": ("{% if 'x' in ondertekenaars %}x{% endif %}", "passen niet bij elkaar"),
    "lengte van een keuze": ("{{ concept|length }}", "werkt op een lijst"),
    "join op tekst": ("{{ datum|join(', ') }}", "werkt op een lijst"),
    "opsomming van een keuze": ("{{ concept|opsomming }}", "ja of nee"),
    "rij uit tekst": ("{{ datum[0] }}", "kiest uit een lijst"),
    "eerste van een tekst": ("{{ datum|first }}", "werkt op een lijst"),
    "teksten op volgorde": ("{% if datum < '15 september 2026' %}x{% endif %}", "ook niet van twee datums"),
    "oneven tekst": ("{% if datum is odd %}x{% endif %}", "vraagt naar een getal"),
    "plek als voorwaarde": ("{% if inhoudsopgave %}x{% endif %}", "die is er altijd"),
    "plek ontkend": ("{% if not tekst %}x{% endif %}", "kan niet deel zijn"),
    "rekenen met keuze": ("{{ concept + 1 }}", "wordt gerekend"),
}


@pytest.mark.parametrize("naam", TALEN)
def test_wat_geen_tekst_of_getal_is_wordt_naar_zijn_soort_geweigerd(naam: str) -> None:
    bron, woorden = TALEN[naam]
    (gevonden, *_) = [d for d in keur(sjabloon(p(bron) + TEKST)) if d.code == "BR314"]
    assert woorden in gevonden.message
    assert gevonden.hint
    assert gevonden.place is not None
    assert (gevonden.place.paragraph, gevonden.place.excerpt) == (1, bron)


@pytest.mark.parametrize(
    ("bron", "verwacht"),
    [
        ('{{ bijlagen|join(" & ") }}', " & ".join(VELDEN["bijlagen"])),
        ('{% if "a & b < c" == "a & b < c" %}ja{% endif %}', "ja"),
        ('{{ "Q & A, 50% {" }}', "Q & A, 50% {"),
        ("{{ “agenda’s”|upper }}", "AGENDA’S"),
        ("{{ „x”|upper }}", "X"),
        ("{{\u00a0datum\u200b|upper }}", str(VELDEN["datum"]).upper()),
        ("{{ 7 }}", "7"),
        ("{{ (kenmerk or 'onbekend')|hoofdletter }}", "Onbekend"),
        ("{{ 'wij' if meer_ondertekenaars else 'ik' }}", "ik"),
        ("{% if bijlagen|length > 0 and datum in ('x', datum) %}ja{% endif %}", "ja"),
        ("{{ datum ~ ' ' ~ aantal_bijlagen }}", f"{VELDEN['datum']} {VELDEN['aantal_bijlagen']}"),
        ("{{ 2 * aantal_bijlagen - 1 }}", str(2 * VELDEN["aantal_bijlagen"] - 1)),
        ("{{ (ondertekenaars|first).naam }}", VELDEN["ondertekenaars"][0]["naam"]),
    ],
)
def test_wat_wel_kan_komt_er_precies_zo_uit(bron: str, verwacht: str) -> None:
    document = replace(brief(), fields={**VELDEN, "kenmerk": "", "meer_ondertekenaars": False})
    data = sjabloon(p(f"[{bron}]") + TEKST)
    assert regels(maak(data, document))[0] == f"[{verwacht}]"
    assert maak(data, document) == maak(data, document)


NAAST = {
    "sectie-einde bij tekst": (met_kop(SECTIE, "{{ tekst }}"), "BR310", "een sectie-einde"),
    "sectie-einde bij p": (
        p("{%p if concept %}") + p("A") + met_kop(SECTIE, "{%p endif %}") + TEKST,
        "BR307",
        "een sectie-einde",
    ),
    "pagina-einde bij tekst": (p(BLAD, "{{ tekst }}"), "BR310", "een pagina-einde"),
    "pagina-einde ervoor": (met_kop("<w:pageBreakBefore/>", "{{ tekst }}"), "BR310", "'Pagina-einde ervoor'"),
    "kolomeinde bij p": (
        p("{%p if concept %}", BLAD.replace("page", "column")) + p("{%p endif %}") + TEKST,
        "BR307",
        "een kolomeinde",
    ),
    "beeld bij tekst": (p("{{ tekst }}", BEELD), "BR310", "een afbeelding"),
    "beeld bij inhoudsopgave": (p(BEELD, "{{ inhoudsopgave }}") + TEKST, "BR310", "een afbeelding"),
    "beeld bij p": (p("{%p if concept %}", BEELD) + p("{%p endif %}") + TEKST, "BR307", "een afbeelding"),
    "veld bij tekst": (p("{{ tekst }}", veld("PAGE")), "BR310", ""),
    "noot bij p": (p("{%p if concept %}", eigen_verwijzing(3)) + p("{%p endif %}") + TEKST, "BR307", "een voetnoot"),
    "kader om tekst": (met_kop('<w:framePr w:w="100"/>', "{{ tekst }}"), "BR310", "een kader"),
    "besturingselement bij tekst": (
        p("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{{ tekst }}</w:t></w:r></w:sdtContent></w:sdt>"),
        "BR310",
        "een besturingselement",
    ),
    "symbool bij p": (
        p("{%p if concept %}", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>') + p("{%p endif %}") + TEKST,
        "BR307",
        "een symbool",
    ),
    "tr buiten een tabel": (p("{%tr if concept %}") + p("A") + p("{%tr endif %}") + TEKST, "BR307", "niet in een rij"),
    "tc buiten een tabel": (p("{%tc if concept %}") + p("{%tc endif %}") + TEKST, "BR307", "niet in een cel"),
    "rij met andere tekst": (
        tabel((p("{%tr if concept %}"), p("weg")), (p("A"), p("B")), (p("{%tr endif %}"), p())) + TEKST,
        "BR307",
        "met de tekst",
    ),
    "rij met een beeld": (
        tabel((p("{%tr if concept %}"), p(BEELD)), (p("A"), p("B")), (p("{%tr endif %}"), p())) + TEKST,
        "BR307",
        "een afbeelding",
    ),
    "rij in een samenvoeging": (
        tabel((p("{%tr if concept %}"),), (p("A"),), (p("{%tr endif %}"),)).replace(
            "</w:tcPr>", '<w:vMerge w:val="restart"/></w:tcPr>', 1
        )
        + TEKST,
        "BR307",
        "samengevoegde cellen",
    ),
    "if over alinea's": (p("kop {% if kenmerk %}") + p("A") + p("{% endif %}B") + TEKST, "BR316", "verschillende al"),
    "if over cellen": (tabel((p("{% if concept %}"), p("{% endif %}"))) + TEKST, "BR316", "niet in hetzelfde deel"),
    "if half in koppeling": (
        p("{% if concept %}a", '<w:hyperlink w:anchor="x"><w:r><w:t>{% endif %}</w:t></w:r></w:hyperlink>') + TEKST,
        "BR316",
        "deel van de alinea",
    ),
    "else zonder letter": (p("{%p if concept %}") + p("{% else %}") + p("{%p endif %}") + TEKST, "BR303", "letter"),
    "r": (p("{%r if concept %}x{%r endif %}") + TEKST, "BR312", "{%r"),
    "twee keer else": (
        p("{% if concept %}a{% else %}b{% else %}c{% endif %}") + TEKST,
        "BR303",
        "na de else van {% if concept %}",
    ),
    "else if": (p("{% if concept %}a{% else if kenmerk %}b{% endif %}") + TEKST, "BR304", "schrijf {% elif kenmerk %}"),
    "elseif": (p("{% if concept %}a{% elseif kenmerk %}b{% endif %}") + TEKST, "BR304", "schrijf elif"),
    "endif met meer": (p("{% if concept %}a{% endif concept %}") + TEKST, "BR304", "hoort niets meer"),
    "elif met typefout": (p("{% if concept %}a{% elif kenmrk %}b{% endif %}") + TEKST, "BR302", "'kenmerk'"),
    "if zonder else": (p("{{ 'x' if concept }}") + TEKST, "BR304", "ontbreekt else"),
    "lus met bezette naam": (p("{% for tekst in bijlagen %}{% endfor %}") + TEKST, "BR312", "al van iets anders"),
    "uitgeschreven lijst": (p("{% for a in ['x', 'y'] %}{{ a }}{% endfor %}") + TEKST, "BR312", "uitgeschreven lijst"),
    "kommagetal": (p("{{ 1.5 }}") + TEKST, "BR312", "punt of komma"),
    "tab in een tag in een run": (
        p("<w:r><w:t>{%p if</w:t><w:tab/><w:t> concept %}</w:t></w:r>") + TEKST,
        "BR313",
        "zonder tab",
    ),
    "nieuwe regel in een waarde": (
        p("<w:r><w:t>{{ da</w:t><w:br/><w:t>tum }}</w:t></w:r>") + TEKST,
        "BR313",
        "zonder tab",
    ),
    "tab in een tag": (p("{%p", "<w:r><w:tab/></w:r>", "if concept %}") + TEKST, "BR313", "zonder tab"),
    "tag in een veld": (p(veld("DATE", "{{ datum }}")) + TEKST, "BR313", "(DATE)"),
    "tag in een los veld": (
        p('<w:fldSimple w:instr=" TITLE "><w:r><w:t>{{ betreft }}</w:t></w:r></w:fldSimple>') + TEKST,
        "BR313",
        "(TITLE)",
    ),
    "tag in een naam": (
        p('<w:sdt><w:sdtPr><w:alias w:val="{{ datum }}"/></w:sdtPr><w:sdtContent/></w:sdt>') + TEKST,
        "BR313",
        "verborgen plek",
    ),
    "tag in een formule": (
        '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{{ da</m:t>'
        "</m:r><m:r><m:t>tum }}</m:t></m:r></m:oMath></w:p>" + TEKST,
        "BR313",
        "verborgen plek",
    ),
    "bijna een tag": (p("Den Haag, { { datum } }") + TEKST, "BR304", "lijkt op een tag"),
    "bijna een veld": (p("Den Haag, «datum»") + TEKST, "BR304", "lijkt op een tag"),
    "ontsnapte tag": (p("Den Haag, {_{ datum }_}") + TEKST, "BR304", "streepje tussen de accolades"),
    "teken in een tag": (p('{{ bijlagen|join("\\a") }}') + TEKST, "BR304", "U+0007"),
    "te grote lus": (p("{%p for b in bijlagen %}") + p("a") * 6_000 + p("{%p endfor %}") + TEKST, "BR312", "alinea's"),
    "dde": (p(veld("DDEAUTO excel x")) + TEKST, "BR324", "ander programma"),
    "altchunk": (TEKST + '<w:altChunk r:id="rIdheaderdefault"/>', "BR324", "bij het openen"),
    "relatie die er niet is": (p('<w:hyperlink r:id="rId99"/>') + TEKST, "BR301", "rId99"),
    "noot die er niet is": (p(eigen_verwijzing(9)) + TEKST, "BR301", "voetnoot die er niet is"),
}  # fmt: skip


@pytest.mark.parametrize("naam", NAAST)
def test_wat_zou_wegvallen_of_blijven_staan_is_een_fout_met_plek(naam: str) -> None:
    lijf, code, woorden = NAAST[naam]
    data = met_eigen_noten(lijf, eigen_noot(3, "vaste noot"))
    treffers = [d for d in keur(data) if d.code == code and woorden in f"{d.message} | {d.hint}"]
    assert treffers, [(d.code, d.message) for d in keur(data)]
    assert all(d.is_error and d.hint and d.place is not None and d.place.part == "word/document.xml" for d in treffers)
    assert compose(brief(), data, "f.docx").data == b""


ELDERS = {
    "includetext": (p(veld('INCLUDETEXT "\\\\\\\\a\\\\b.docx"')), "BR321"),
    "datum van de lezer": (p(veld("DATE")), "BR321"),
    "samenvoegveld": (p(veld("MERGEFIELD naam")), "BR321"),
    "onderwerp": (p(veld("DOCPROPERTY Onbekend")), "BR321"),
    "eigenschap": ('<w:p><w:fldSimple w:instr=" SUBJECT "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>', "BR321"),
    "opmaak gewijzigd": (p(f"<w:r><w:rPr><w:rPrChange {WIE}><w:rPr/></w:rPrChange></w:rPr><w:t/></w:r>"), "BR306"),
    "titel van het sjabloon": (p(veld("TITLE")), "BR321"),
    "naam van het bestand": (p(veld("FILENAME \\\\p")), "BR321"),
    "tekst van de lezer": (p(veld("AUTOTEXT slot")), "BR321"),
    "bladwijzer die er niet is": (p(veld("REF weg")), "BR332"),
    "tekst van een bladwijzer": (
        p(veld("REF Dag"), '<w:bookmarkStart w:id="5" w:name="dag"/>', "{{ datum }}", '<w:bookmarkEnd w:id="5"/>'),
        "BR334",
    ),
    "uitkomst van een som": (p(veld("=SUM(ABOVE)")), "BR334"),
    "nummer in een lus": (p("{% for b in bijlagen %}", veld("SEQ Bijlage", "1"), "{{ b }}{% endfor %}"), "BR334"),
    "kop in de tekst": (p(veld('STYLEREF "Kop 1"')), "BR334"),
    "inhoudsopgave van Word": (p(veld('TOC \\o "1-3"')), "BR334"),
    "voorbeeldtekst": (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Klik hier") + "</w:sdtContent></w:sdt>",
        "BR330",
    ),
    "verborgen tekst": (p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r>"), "BR331"),
    "verborgen rij": (tabel((p("weg"),)).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"), "BR331"),
    "spoor in een ander element": (p(f"<w:customXmlInsRangeStart {WIE}/>"), "BR306"),
    "rij ingevoegd": (tabel((p("A"),)).replace("<w:tr>", f"<w:tr><w:trPr><w:ins {WIE}/></w:trPr>"), "BR306"),
    "cel ingevoegd": (tabel((p("A"),)).replace("</w:tcPr>", f"<w:cellIns {WIE}/></w:tcPr>"), "BR306"),
    "alineateken bij een tag": (met_kop(f"<w:rPr><w:ins {WIE}/></w:rPr>", "Kenmerk {{ datum }}"), "BR306"),
    "tekst ingevoegd": (f"<w:p><w:ins {WIE}><w:r><w:t>erbij</w:t></w:r></w:ins></w:p>", "BR306"),
}  # fmt: skip


@pytest.mark.parametrize("naam", ELDERS)
def test_wat_van_elders_komt_of_van_mensen_is_geeft_een_waarschuwing(naam: str) -> None:
    lijf, code = ELDERS[naam]
    (gevonden,) = keur(sjabloon(lijf + TEKST))
    assert (gevonden.code, gevonden.is_error) == (code, False)
    assert gevonden.place is not None
    assert gevonden.place.paragraph == 1
    assert gevonden.hint


def test_een_bladzijdenummer_elders_rekent_afronden_uit_tenzij_een_sectie_zelf_telt() -> None:
    merk = '<w:bookmarkStart w:id="5" w:name="Slot"/><w:bookmarkEnd w:id="5"/>'
    lijf = p(veld("PAGEREF Slot \\h", "7"), merk) + TEKST
    assert [(d.code, d.is_error) for d in keur(sjabloon(lijf))] == [("BR339", False)]
    eigen = '<w:p><w:pPr><w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr></w:pPr></w:p>'
    assert [d.code for d in keur(sjabloon(lijf + eigen))] == ["BR334"]
    assert [d.code for d in keur(sjabloon(p(veld("PAGEREF Slot \\p", "boven"), merk) + TEKST))] == ["BR334"]


def test_namen_van_delen_worden_gelezen() -> None:
    delen = lees_zip(SJABLONEN["kamerbrief.docx"])
    delen["word/document2.xml"] = delen.pop("word/document.xml")
    delen["word/_rels/document2.xml.rels"] = delen.pop("word/_rels/document.xml.rels")
    for naam in ("[Content_Types].xml", "_rels/.rels"):
        delen[naam] = delen[naam].replace(b"word/document.xml", b"word/document2.xml")
    gemaakt = maak(write_archive(delen))
    gewoon = lees_zip(maak(SJABLONEN["kamerbrief.docx"]))
    assert lees_zip(gemaakt)["word/document2.xml"] == gewoon["word/document.xml"]
    document = replace(brief(), body=(Element(Paragraph((Run("een tekst"),)), afspraak="nw-1"),))
    assert afspraak_texts(maak(write_archive(delen), document)) == {"_afs_nw_1": ("een tekst",)}


def test_ook_in_hoofdletters_of_met_een_volledig_pad() -> None:
    delen = lees_zip(sjabloon(TEKST))
    pad = "word/_rels/document.xml.rels"
    delen[pad] = delen[pad].replace(b'"styles.xml"', b'"/word/Styles.xml"')
    assert keur(write_archive(delen)) == []


@pytest.mark.parametrize(
    "deel", ["word/settings.xml", "word/numbering.xml", "word/theme/theme1.xml", "[Content_Types].xml"]
)
def test_een_afgebroken_deel_wordt_genoemd(deel: str) -> None:
    delen = lees_zip(sjabloon(TEKST))
    delen[deel] = delen.get(deel, b"<a></a>")[:-4]
    ((gevonden),) = keur(write_archive(delen))
    assert gevonden.code == "BR301"
    assert gevonden.place is not None
    assert gevonden.place.part == deel
    assert compose(brief(), write_archive(delen), "f").data == b""


def test_een_deel_dat_ontbreekt_of_geen_soort_heeft_wordt_genoemd() -> None:
    macro = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    for data, woorden in (
        (met_relatie(sjabloon(TEKST), "weg.png", "image"), "ontbreekt (image)"),
        (met_relatie(sjabloon(TEKST), "anders.bin", macro), "macro"),
    ):
        assert any(d.code == "BR301" and woorden in d.message for d in keur(data)), woorden
    delen = lees_zip(met_relatie(sjabloon(TEKST), "media/x.png", "image"))
    delen["word/media/x.png"] = b"\x89PNG"
    (gevonden,) = keur(write_archive(delen))
    assert "staat nergens wat het is" in gevonden.message


def test_een_verkeerd_soort_onderdeel_wordt_geweigerd() -> None:
    delen = lees_zip(sjabloon(TEKST))
    delen["word/numbering.xml"] = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    assert [d.code for d in keur(write_archive(delen))] == ["BR301"]
    delen = lees_zip(sjabloon(TEKST))
    delen["word/document.xml"] = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    assert [d.code for d in keur(write_archive(delen))] == ["BR301"]
    delen["word/document.xml"] = b"<presentation/>"
    assert "geen Word-document" in keur(write_archive(delen))[0].message


@pytest.mark.parametrize(
    "soort",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_een_sjabloon_zonder_macros_wordt_een_gewoon_document(soort: str) -> None:
    gewoon = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    gemaakt = maak(met_andere(sjabloon(TEKST), "[Content_Types].xml", gewoon, soort))
    assert soort.encode() not in lees_zip(gemaakt)["[Content_Types].xml"]
    assert own_errors(gemaakt) == []


def test_een_bladwijzer_bij_een_tag_blijft_staan() -> None:
    start, eind = '<w:bookmarkStart w:id="5" w:name="Begin"/>', '<w:bookmarkEnd w:id="5"/>'
    for lijf in (
        p(start, "{{ tekst }}", eind) + p(veld("PAGEREF Begin")),
        p(start, "{%p if concept %}") + p("A") + p("{%p endif %}", eind) + TEKST,
        tabel((p(start, "{%tr if concept %}"),), (p("A"),), (p("{%tr endif %}", eind),)) + TEKST,
    ):
        for concept in (True, False):
            document = replace(brief(), fields={**VELDEN, "concept": concept})
            gemaakt = boom(maak(sjabloon(lijf), document))
            namen = [b.get(w("name")) for b in gemaakt.iter(w("bookmarkStart"))]
            assert namen.count("Begin") == 1
            assert len(list(gemaakt.iter(w("bookmarkEnd")))) == len(namen)


def test_wat_buiten_een_blok_wegvalt_wordt_gemeld() -> None:
    lijf = p('<w:bookmarkStart w:id="5" w:name="Half"/>', "A") + p("{% if concept %}x{% endif %}") + TEKST
    gevonden = keur(sjabloon(lijf))
    assert [(d.code, d.message) for d in gevonden] == [("BR322", "de bladwijzer Half in het sjabloon is weggevallen")]
    assert gevonden[0].place is not None
    assert gevonden[0].place.paragraph == 1


def test_opmerkingen_en_personen_gaan_niet_mee_en_dat_wordt_gezegd() -> None:
    opmerking = '<w:comment w:id="3" w:author="A. Voorbeeld"><w:p><w:r><w:t>nog nakijken</w:t></w:r></w:p></w:comment>'
    lus = p("{%p for b in bijlagen %}") + p(OPMERKING[0], "{{ b }}", OPMERKING[1]) + p("{%p endfor %}") + TEKST
    data = met_deel(sjabloon(lus), "word/comments.xml", kopdeel(opmerking, soort="comments"), "comments")
    personen = "http://schemas.microsoft.com/office/2011/relationships/people"
    data = met_deel(data, "word/people.xml", "<w15:people xmlns:w15='x' a='A. Voorbeeld'/>", personen, type_="text/xml")
    (gevonden,) = keur(data)
    assert (gevonden.code, gevonden.is_error) == ("BR319", False)
    assert "van A. Voorbeeld: 'nog nakijken'" in gevonden.message
    assert gevonden.place is not None
    assert gevonden.place.paragraph == 2
    delen = lees_zip(maak(data))
    assert not {"word/people.xml", "word/comments.xml"} & set(delen)
    assert not [
        naam
        for naam, inhoud in delen.items()
        if b"Voorbeeld<" in inhoud or (b"A. Voorbeeld" in inhoud and "rels" in naam)
    ]


def test_beveiliging_gaat_niet_mee() -> None:
    aan = '<w:zoom w:percent="100"/><w:removePersonalInformation/><w:documentProtection w:edit="readOnly"/>'
    data = met_andere(sjabloon(TEKST), "word/settings.xml", '<w:zoom w:percent="100"/>', aan)
    assert [d.code for d in keur(data)] == ["BR320", "BR320"]
    instellingen = lees_zip(maak(data))["word/settings.xml"]
    assert b"removePersonal" not in instellingen
    assert b"Protection" not in instellingen


def _gebonden(inhoud: str) -> str:
    return p(
        '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath="/v" w:storeItemID="{AB}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{inhoud}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _met_bron(lijf: str, waarde: str) -> bytes:
    data = met_deel(sjabloon(lijf), "customXml/item1.xml", f"<v>{waarde}</v>", "customXml", type_="application/xml")
    eigenschappen = '<ds:datastoreItem ds:itemID="{AB}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    return met_deel(
        data,
        "customXml/itemProps1.xml",
        eigenschappen,
        "customXmlProps",
        bij="customXml/item1.xml",
        type_="application/xml",
    )


def test_een_gebonden_besturingselement_met_een_tag_wordt_gevuld() -> None:
    for waarde in ("oud", "{{ datum }}"):
        gemaakt = maak(_met_bron(_gebonden("{{ datum }}") + TEKST, waarde))
        lijf = lees_zip(gemaakt)["word/document.xml"]
        assert b"dataBinding" not in lijf
        assert b"showingPlcHdr" not in lijf
        assert regels(gemaakt)[0] == VELDEN["datum"]
        assert not any(b"{{" in inhoud for inhoud in lees_zip(gemaakt).values())


def test_een_gebonden_besturingselement_zonder_tag_houdt_zijn_bron() -> None:
    gemaakt = lees_zip(maak(_met_bron(_gebonden("vast") + TEKST, "vast")))
    assert b"dataBinding" in gemaakt["word/document.xml"]
    assert gemaakt["customXml/item1.xml"] == b"<v>vast</v>"
    assert [d.code for d in keur(_met_bron(_gebonden("vast") + TEKST, "{{ datum }}"))] == ["BR313"]
    (anders,) = keur(_met_bron(_gebonden("vast") + TEKST, "nieuw"))
    assert anders.code == "BR321"
    assert "Word toont 'nieuw'" in anders.message
    assert b"dataBinding" not in lees_zip(maak(sjabloon(_gebonden("vast") + TEKST)))["word/document.xml"]


def test_de_rekenregel_van_een_gebonden_besturingselement_wordt_niet_uitgevoerd() -> None:
    """Hold it with a rule that costs the cube of the data: it would take hours."""
    regel = "/v[count(//*[count(//*[count(//*) > 0]) > 0]) > 0]"
    lijf = _gebonden("vast").replace('w:xpath="/v"', f'w:xpath="{regel.replace(">", "&gt;")}"')
    (bevinding,) = keur(_met_bron(lijf + TEKST, "<a/>" * 5_000))
    assert bevinding.code == "BR321"
    assert "niet te zeggen" in bevinding.message


EIGEN = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Rubricering"><vt:lpwstr>Intern</vt:lpwstr>'
    '</property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Behandelaar">'
    "<vt:lpwstr>A. Voorbeeld</vt:lpwstr></property></Properties>"
)


def test_alleen_de_eigenschap_die_een_veld_toont_gaat_mee() -> None:
    soort = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    data = met_deel(
        sjabloon(p(veld("DOCPROPERTY Rubricering", "Intern")) + TEKST),
        "docProps/custom.xml",
        EIGEN,
        "custom-properties",
        bij="",
        type_=soort,
    )
    assert keur(data) == []
    gemaakt = lees_zip(maak(data))
    assert b"Rubricering" in gemaakt["docProps/custom.xml"]
    assert b"Behandelaar" not in gemaakt["docProps/custom.xml"]
    zonder = met_deel(sjabloon(TEKST), "docProps/custom.xml", EIGEN, "custom-properties", bij="", type_=soort)
    assert "docProps/custom.xml" not in lees_zip(maak(zonder))


def test_een_tag_in_een_koppeling_of_eigenschap_wordt_gemeld() -> None:
    lijf = p('<w:hyperlink r:id="rIdlink"><w:r><w:t>{{ afzender.website }}</w:t></w:r></w:hyperlink>') + TEKST
    data = met_relatie(sjabloon(lijf), "https://%7b%7b%20datum%20%7d%7d/", "hyperlink", buiten=True, sleutel="rIdlink")
    (gevonden,) = keur(data)
    assert gevonden.code == "BR313"
    assert "koppeling" in (gevonden.hint or "")
    assert gevonden.place is not None
    assert gevonden.place.paragraph == 1
    titel = met_andere(
        sjabloon(TEKST), "docProps/core.xml", "</cp:coreProperties>", "{{ betreft }}</cp:coreProperties>"
    )
    assert [d.code for d in keur(titel)] == ["BR325"]


def test_wat_buiten_het_bestand_ligt_wordt_gemeld() -> None:
    beeld = (
        p(
            BEELD.replace(
                "<wp:docPr",
                '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rIdbeeld"/><wp:docPr',
            )
        )
        + TEKST
    )
    data = met_relatie(sjabloon(beeld), "https://server.voorbeeld/x.png", "image", buiten=True, sleutel="rIdbeeld")
    (gevonden,) = keur(data)
    assert (gevonden.code, gevonden.is_error) == ("BR321", False)
    assert gevonden.place is not None
    assert gevonden.place.paragraph == 1
    vml = p(
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:imagedata src="http://x/y.png"/></v:shape></w:pict></w:r>'
    )
    assert [d.code for d in keur(sjabloon(vml + TEKST))] == ["BR321"]
    map_ = met_relatie(
        sjabloon(p('<w:hyperlink r:id="rIdm"/>') + TEKST), "file:///K:/x", "hyperlink", buiten=True, sleutel="rIdm"
    )
    assert [d.code for d in keur(map_)] == ["BR317"]


def test_wat_een_lus_verdubbelt_krijgt_een_eigen_nummer() -> None:
    sdt = (
        '<w:sdt><w:sdtPr><w:id w:val="44"/></w:sdtPr><w:sdtContent><w:r><w:t>{{ b }}</w:t></w:r></w:sdtContent></w:sdt>'
    )
    vml = '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="vorm"/></w:pict></w:r>'
    merk = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="0A0A0A0A"'
    lijf = (
        p("{%p for b in bijlagen %}")
        + p(BEELD, sdt, vml).replace("<w:p>", f"<w:p {merk}>")
        + p("{%p endfor %}")
        + TEKST
    )
    gemaakt = boom(maak(sjabloon(lijf)))
    for naam, kenmerk in (
        ("docPr", "id"),
        ("shape", "id"),
        ("p", "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"),
    ):
        waarden = [e.get(kenmerk) for e in gemaakt.iter(f"{{*}}{naam}") if e.get(kenmerk)]
        assert waarden, naam
        assert len(waarden) == len(set(waarden)), naam
    assert len(list(gemaakt.iter(w("id")))) == 1


def test_een_tekstvak_cel_of_element_houdt_een_alinea_over() -> None:
    weg = p("{%p if not concept %}") + p("weg") + p("{%p endif %}")
    vorm = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>'
    )
    vak = p(f"{vorm.format(weg)}</w:pict></w:r>")
    rij = tabel((p("{%tr if not concept %}"),), (p("weg"),), (p("{%tr endif %}"),))
    element = f"<w:sdt><w:sdtPr/><w:sdtContent>{weg}</w:sdtContent></w:sdt>"
    gemaakt = maak(sjabloon(vak + rij + tabel((weg,)) + element + TEKST))
    for houder in ("txbxContent", "tc", "sdtContent"):
        assert all(e.find(w("p")) is not None for e in boom(gemaakt).iter(w(houder))), houder
    assert own_errors(gemaakt) == []
    assert len(list(boom(gemaakt).iter(w("tbl")))) >= 1


def _zie() -> Document:
    noot = Note("a", (Run("lang"),), (Run("Zie noot "), CrossReference("a", "noot")))
    return replace(brief(), body=(Element(Paragraph((Run("x"), noot, Run("y"), noot))),))


def _getoond(data: bytes) -> str:
    return tekst(boom(data, "word/footnotes.xml")).split("\n")[-1].strip()


def test_zie_noot_volgt_de_nummering_van_het_sjabloon() -> None:
    assert _getoond(maak(sjabloon(TEKST), _zie())) == "Zie noot 1"
    begin = '<w:footnotePr><w:numStart w:val="11"/></w:footnotePr><w:pgSz w:w="11906"'
    in_sectie = met_andere(sjabloon(TEKST), "word/document.xml", '<w:pgSz w:w="11906"', begin)
    assert _getoond(maak(in_sectie, _zie())) == "Zie noot 11"
    elke = SECTIE.replace("<w:pgSz", '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr><w:pgSz')
    eigen = met_eigen_noten(p("A", eigen_verwijzing(3)) + met_kop(elke) + TEKST, eigen_noot(3, "vast"))
    opnieuw = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr><w:pgSz w:w="11906"'
    per_sectie = met_andere(eigen, "word/document.xml", '<w:pgSz w:w="11906"', opnieuw)
    assert _getoond(maak(per_sectie, _zie())) == "Zie noot 1"
    for instelling in ('<w:numRestart w:val="eachPage"/>', '<w:numFmt w:val="lowerRoman"/>'):
        eigenschap = f'<w:footnotePr>{instelling}</w:footnotePr><w:pgSz w:w="11906"'
        onzeker = met_andere(sjabloon(TEKST), "word/document.xml", '<w:pgSz w:w="11906"', eigenschap)
        assert [d.code for d in compose(_zie(), onzeker, "f.docx").diagnostics] == ["BR326"]
        assert compose(replace(brief(), body=()), onzeker, "f.docx").data


GRENZEN = {
    "drie lussen van duizend": "".join(f"{{% for {a} in [{','.join('1' * 1000)}] %}}" for a in "abc")
    + "x"
    + "{% endfor %}" * 3,
    "3.000 haakjes": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "60.000 accolades": "{" * 60_000,
    "60.000 accolades dicht": "}" * 60_000,
    "30.000 tags half": "{{ " * 30_000,
    "getal van 5.000 cijfers": "{{ " + "1" * 5000 + " }}",
    "3.000 tags": "{{ datum }}" * 3000,
    "3.000 keer not": "{% if " + "not " * 3000 + "concept %}{% endif %}",
    "500 blokken in elkaar": "{% if concept %}" * 500 + "x" + "{% endif %}" * 500,
    "3.000 opmerkingen half": "{#" * 3000,
}


@pytest.mark.parametrize("naam", GRENZEN)
def test_een_vijandig_sjabloon_geeft_snel_een_enkele_melding(naam: str) -> None:
    begin = time.process_time()
    gevonden = [d for d in keur(sjabloon(p(GRENZEN[naam]) + TEKST)) if d.is_error]
    assert time.process_time() - begin < 2
    assert 1 <= len({(d.code, d.message) for d in gevonden}) <= 3, [(d.code, d.message) for d in gevonden]
    assert all(len(d.message) < 300 and len(d.place.excerpt or "") < 300 for d in gevonden if d.place)


def test_lussen_over_lange_velden_in_elkaar_worden_geweigerd() -> None:
    velden = {**VELDEN, "lang": tuple(str(n) for n in range(1000))}
    bron = "{% for a in lang %}{% for b in lang %}{% for c in lang %}x{% endfor %}{% endfor %}{% endfor %}"
    gevonden = check_template(sjabloon(p(bron) + TEKST), "f.docx", velden, NOTEN)
    assert {d.code for d in gevonden} == {"BR312"}
    assert any("1000000 herhalingen" in d.message for d in gevonden)


def test_twintig_dezelfde_fouten_worden_geteld() -> None:
    gevonden = keur(sjabloon("".join(p(f"{n} {{{{ datm }}}}") for n in range(100)) + TEKST))
    assert len(gevonden) == 20
    assert gevonden[-1].message.endswith("(en nog 80 keer zoiets)")


def test_een_teken_dat_niet_kan_wordt_gemeld_bij_de_bron() -> None:
    plek = Place("input/2026/brief.md", 12, 1)
    element = Element(Paragraph((Run("een\x07twee"), Run("x", link="foo:bar"))), source=lambda: plek)
    gemaakt = compose(replace(brief(), body=(element,)), sjabloon(TEKST), "templates/proef.docx")
    assert [d.code for d in gemaakt.diagnostics] == ["BR315", "BR317"]
    assert all(str(d.place) == "input/2026/brief.md:12:1" for d in gemaakt.diagnostics)
    assert all(d.place is not None and d.place.excerpt == "eentweex" for d in gemaakt.diagnostics)


def test_een_sjabloon_van_python_docx_wordt_gevuld() -> None:
    nieuw = NieuwDocument(io.BytesIO(SJABLONEN["kamerbrief.docx"]))
    nieuw.add_paragraph("QQ {{ betreft }}")
    nieuw.add_table(1, 1).cell(0, 0).text = "{{ datum }}"
    nieuw.sections[0].left_margin = Cm(4)
    doel = io.BytesIO()
    nieuw.save(doel)
    gemaakt = maak(doel.getvalue())
    assert f"QQ {VELDEN['betreft']}" in regels(gemaakt)
    assert b"python-docx" not in b"".join(lees_zip(gemaakt).values())
    assert own_errors(gemaakt) == []


@pytest.mark.skipif(not GEDEELD.is_dir(), reason="de gedeelde gevallen zijn hier niet")
@pytest.mark.parametrize("pad", sorted(GEDEELD.glob("*.docx")) if GEDEELD.is_dir() else [], ids=lambda pad: pad.stem)
def test_een_gedeeld_geval_geeft_een_melding_of_een_gaaf_document(pad: Path) -> None:
    gemaakt = compose(brief(), pad.read_bytes(), pad.name)
    if not any(d.is_error for d in gemaakt.diagnostics):
        main = "document2" if "document2" in pad.stem else "document"
        assert f"word/{main}.xml" in lees_zip(gemaakt.data)
        assert b"{{" not in lees_zip(gemaakt.data)[f"word/{main}.xml"]
    assert OFFICE


def test_een_verwijzing_naar_vaste_tekst_blijft_waar() -> None:
    om = '<w:bookmarkStart w:id="5" w:name="Vast"/>', "vaste tekst", '<w:bookmarkEnd w:id="5"/>'
    assert keur(sjabloon(p(*om, " van {{ datum }}") + p(veld("REF Vast")) + TEKST)) == []


def test_tekst_die_een_stijl_verbergt_wordt_genoemd() -> None:
    stijlen = (
        '<w:style w:type="paragraph" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ook"><w:name w:val="Ook"/><w:basedOn w:val="Weg"/></w:style></w:styles>'
    )
    data = met_andere(
        sjabloon(met_kop('<w:pStyle w:val="Ook"/>', "weg") + TEKST), "word/styles.xml", "</w:styles>", stijlen
    )
    assert [(d.code, "verborgen tekst" in d.message) for d in keur(data)] == [("BR331", True)]


def test_een_losse_accolade_maakt_geen_tag_met_de_volgende_alinea() -> None:
    lijf = p("een {") + p("{{ datum }}") + p("twee {") + p("% en #") + p("50%") + p("} drie") + TEKST
    assert [r for r in regels(maak(sjabloon(lijf))) if r in lijf] == ["een {", "twee {", "% en #", "50%", "} drie"]


def test_een_besturingselement_van_een_regel_wordt_er_een_dat_de_tekst_mag_bevatten() -> None:
    soort = "<w:sdt><w:sdtPr><w:{}/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    datum = p(soort.format('date w:fullDate="2019-01-01T00:00:00Z"', "<w:r><w:t>{{ datum }}</w:t></w:r>"))
    gemaakt = boom(maak(sjabloon(soort.format("text", TEKST) + datum)))
    assert list(gemaakt.iter(w("text"))) == []
    assert [dict(each.attrib) for each in gemaakt.iter(w("date"))] == [{}]


def test_te_veel_bladwijzers_is_een_fout() -> None:
    merk = '<w:bookmarkStart w:id="{0}" w:name="b{0}"/><w:bookmarkEnd w:id="{0}"/>'
    gevonden = keur(sjabloon(p("".join(merk.format(n) for n in range(100, 5_200))) + TEKST))
    assert [(d.code, d.message) for d in gevonden] == [("BR312", "er staan te veel bladwijzers in dit onderdeel")]


def test_merken_van_een_eerder_document_gaan_niet_mee() -> None:
    merk = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'
    om = [merk[0].format(n, naam) for n, naam in enumerate(("_afs_nw_1", "_hkb_3354cdf6bc79", "Vast"), 60)]
    gemaakt = boom(maak(sjabloon(p(*om, "tekst", *(merk[1].format(n) for n in (60, 61, 62))) + TEKST)))
    namen = [str(each.get(w("name"))) for each in gemaakt.iter(w("bookmarkStart"))]
    assert "Vast" in namen
    assert "_afs_nw_1" not in namen
    assert "_hkb_3354cdf6bc79" not in namen
    assert len(namen) == len(list(gemaakt.iter(w("bookmarkEnd"))))


def test_wat_word_weigert_wordt_geweigerd() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w99"'
    dubbel = '<Relationship Id="rIdstyles" Type="x/styles" Target="styles.xml"/></Relationships>'
    for data, woorden in (
        (met_andere(sjabloon(TEKST), "word/document.xml", "<w:document ", f"<w:document {mc} "), "'w99'"),
        (met_andere(sjabloon(TEKST), "word/_rels/document.xml.rels", "</Relationships>", dubbel), "twee keer"),
    ):
        assert any(d.code == "BR301" and woorden in d.message for d in keur(data)), [d.message for d in keur(data)]
