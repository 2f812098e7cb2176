"""Fouten in een sjabloon worden gevonden voor er iets geschreven is, alle tegelijk, met de plek en wat bedoeld was."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace

from brief.diagnostics import Severity
from brief.diagnostics.table import explanation
from brief.text import Document, Element, Heading, Run
from brief.word.compose import check_template, compose
from brief.word.opc.archive import write_archive
from word.template.wordsjabloon import SJABLONEN, W, kopdeel, lees_zip, met_andere, p, sjabloon, tabel, verdubbeld, w
from word.writing.wordvoorbeeld import NOTEN, brief, lijst

VELDEN = brief().fields
TEKST = p("{{ tekst }}")


def keur(data: bytes) -> list[tuple[str, str]]:
    gevonden = check_template(data, "templates/proef.docx", VELDEN, NOTEN)
    return [(d.code, f"{d.message} | {d.hint}") for d in gevonden]


def in_wijziging(soort: str, tekst: str) -> str:
    naam = "delText" if soort == "del" else "t"
    kenmerken = 'w:id="90" w:author="A" w:date="2026-01-01T00:00:00Z"'
    return f"<w:{soort} {kenmerken}><w:r><w:{naam}>{tekst}</w:{naam}></w:r></w:{soort}>"


TEKSTVAK = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    + p('{{ voetnoot("kst-29435-267") }}')
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)

FOUTEN = {
    "onbekend veld": (p("{{ datm }}") + TEKST, "BR302", "bedoelde u 'datum'?"),
    "veld zonder zijn groep": (p("{{ retouradres }}") + TEKST, "BR302", "bedoelde u 'afzender.retouradres'?"),
    "onbekend veld in groep": (p("{{ afzender.webiste }}") + TEKST, "BR302", "bedoelde u 'afzender.website'?"),
    "onbekend veld in lus": (
        p("{%p for o in ondertekenaars %}") + p("{{ o.nam }}") + p("{%p endfor %}") + TEKST,
        "BR302",
        "bedoelde u 'o.naam'?",
    ),
    "lusnaam buiten de lus": (
        p("{%p for o in ondertekenaars %}") + p("{{ o.naam }}") + p("{%p endfor %}") + p("{{ o.naam }}") + TEKST,
        "BR302",
        "onbekende naam 'o'",
    ),
    "onbekend veld in voorwaarde": (p("{% if consept %}x{% endif %}") + TEKST, "BR302", "bedoelde u 'concept'?"),
    "blok niet gesloten": (p("{%p if concept %}") + p("CONCEPT") + TEKST, "BR303", "{%p endif %}"),
    "blokken gekruist": (
        p("{% for o in ondertekenaars %}{% if concept %}x{% endfor %}{% endif %}") + TEKST,
        "BR303",
        "sluit eerst dat blok met {% endif %}",
    ),
    "einde zonder begin": (p("{% endif %}") + TEKST, "BR303", "sluit een blok dat niet open is"),
    "else zonder if": (p("{% else %}") + TEKST, "BR303", "hoort bij geen open blok"),
    "tag niet gesloten": (p("{{ datum") + TEKST, "BR304", "{{ zonder }} in dezelfde alinea"),
    "tag over twee alinea's": (p("{{ da") + p("tum }}") + TEKST, "BR304", "een tag staat in één alinea"),
    "rommel in een tag": (p("{{ datum betreft }}") + TEKST, "BR304", "niet te begrijpen"),
    "engelse uitleg vertaald": (p("{% for x bijlagen %}{% endfor %}") + TEKST, "BR304", "hier hoort 'in'"),
    "aanhalingsteken vergeten": (p("{{ 'datum }}") + TEKST, "BR304", "misschien ontbreekt een aanhalingsteken"),
    "streepje dat tekst wist": (p("{%- if concept -%}x{%- endif -%}") + TEKST, "BR312", "wist tekst eromheen"),
    "join met een getal": (p("{{ bijlagen|join(5) }}") + TEKST, "BR312", "tussen de haakjes van |join"),
    "first met een getal": (p("{{ bijlagen|first(3) }}") + TEKST, "BR312", "tussen de haakjes van |first"),
    "kolommen samenvoegen": (tabel((p("{% colspan 2 %}x"), p("y"))) + TEKST, "BR312", "voeg cellen samen"),
    "voetnoot in een tekstvak": (p(TEKSTVAK) + TEKST, "BR311", "staat in een tekstvak"),
    "lege tag": (p("{{ }}") + TEKST, "BR304", ""),
    "onbekende opdracht": (p("{% indien concept %}") + TEKST, "BR304", "onbekende opdracht 'indien'"),
    "tag in ingevoegde tekst": (f"<w:p>{in_wijziging('ins', '{{ datum }}')}</w:p>" + TEKST, "BR323", "ingevoegde"),
    "tag in verwijderde tekst": (f"<w:p>{in_wijziging('del', '{{ datum }}')}</w:p>" + TEKST, "BR323", "verwijderde"),
    "tag half in een wijziging": (p("{{ da", in_wijziging("ins", "tum }}")) + TEKST, "BR323", "{{ datum }}"),
    "twee {%p in één alinea": (p("{%p if concept %}{%p endif %}") + TEKST, "BR307", "eigen alinea"),
    "tekst naast {%p": (
        p("CONCEPT {%p if concept %}") + p("{%p endif %}") + TEKST,
        "BR307",
        "neemt de hele alinea weg",
    ),
    "onbekende voetnoot": (p('{{ voetnoot("kst-29435-276") }}') + TEKST, "BR309", "bedoelde u 'kst-29435-267'?"),
    "tekst ontbreekt": (p("{{ datum }}"), "BR310", "{{ tekst }} ontbreekt"),
    "tekst deelt zijn alinea": (p("Hierbij: {{ tekst }}"), "BR310", "deelt zijn alinea"),
    "tekst twee keer": (TEKST + TEKST, "BR310", "2 keer"),
    "tekst valt weg": (p("{%p if meer_ondertekenaars %}") + TEKST + p("{%p endif %}"), "BR310", "valt weg"),
    "aanroep": (p("{{ datum.upper() }}") + TEKST, "BR312", "aanroep"),
    "binnenkant van Python": (p("{{ datum.__class__.__mro__ }}") + TEKST, "BR312", "__class__"),
    "onbekende bewerking": (p("{{ datum|attr('x') }}") + TEKST, "BR312", "|attr"),
    "import": (p("{% import 'os' as os %}") + TEKST, "BR312", "'import'"),
    "set": (p("{% set x = 1 %}") + TEKST, "BR312", "'set'"),
    "tag half in een koppeling": (
        p("{{ da", '<w:hyperlink w:anchor="x"><w:r><w:t>tum }}</w:t></w:r></w:hyperlink>') + TEKST,
        "BR313",
        "verdeeld",
    ),
    "tag in een veldcode": (
        "<w:p><w:r><w:instrText>HYPERLINK {{ datum }}</w:instrText></w:r></w:p>" + TEKST,
        "BR313",
        "verborgen plek",
    ),
    "lijst als tekst": (p("{{ geadresseerde }}") + TEKST, "BR314", "geen tekst maar een lijst"),
    "ja/nee als tekst": (p("{{ concept }}") + TEKST, "BR314", "geen tekst maar ja of nee"),
    "lus over tekst": (p("{% for x in datum %}{{ x }}{% endfor %}") + TEKST, "BR314", "een lus gaat over een lijst"),
    "rekenen met tekst": (p("{{ aantal_bijlagen + datum }}") + TEKST, "BR314", "wordt gerekend met een getal en tekst"),
    "blok half in een cel": (
        p("{% if concept %}") + tabel((p("{% endif %}"),)) + TEKST,
        "BR316",
        "niet in hetzelfde deel",
    ),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_elke_fout_wordt_gevonden_met_haar_plek(naam: str) -> None:
    lijf, code, woorden = FOUTEN[naam]
    gevonden = check_template(sjabloon(lijf), "templates/proef.docx", VELDEN, NOTEN)
    treffers = [d for d in gevonden if d.code == code and woorden in f"{d.message} | {d.hint}"]
    assert treffers, [(d.code, d.message, d.hint) for d in gevonden]
    assert all(d.severity is Severity.FOUT and d.hint for d in treffers)
    assert all(d.place is not None and d.place.part == "word/document.xml" for d in treffers)


def test_alle_fouten_in_één_keer_met_alinea_en_woorden_eromheen() -> None:
    lijf = (
        p("Den Haag, {{ datm }}, aan de Kamer")
        + p("{% if consept %}x{% endif %}")
        + p("{{ voetnoot('kst-1') }}")
        + p("{%p for regel in geadresseerde %}")
        + TEKST
    )
    data = sjabloon(lijf, headerdefault=kopdeel(p("{{ versi }}")))
    gevonden = [d for d in check_template(data, "f.docx", VELDEN, NOTEN) if d.is_error]
    assert [d.code for d in gevonden] == ["BR302", "BR302", "BR309", "BR303", "BR302"]
    eerste = gevonden[0].place
    assert eerste is not None
    assert (eerste.part, eerste.paragraph, eerste.excerpt) == (
        "word/document.xml",
        1,
        "Den Haag, {{ datm }}, aan de Kamer",
    )
    laatste = gevonden[-1].place
    assert laatste is not None
    assert laatste.part == "word/headerdefault.xml"


@pytest.mark.parametrize(
    "stijl",
    ["heading 1", "heading 2", "heading 3", "List Bullet", "List Number", "footnote text", "footnote reference"],
)
def test_een_nodige_stijl_die_ontbreekt_is_een_fout(stijl: str) -> None:
    stijlen = lees_zip(SJABLONEN["kamerbrief.docx"])["word/styles.xml"].replace(
        f'<w:name w:val="{stijl}"/>'.encode(), b'<w:name w:val="Iets anders"/>'
    )
    assert any(code == "BR305" and stijl in woorden for code, woorden in keur(sjabloon(TEKST, styles=stijlen)))


def test_een_stijl_met_vervanging_geeft_alleen_een_waarschuwing() -> None:
    stijlen = lees_zip(SJABLONEN["kamerbrief.docx"])["word/styles.xml"].replace(b'"Verwijzing"/>', b'"Anders"/>')
    gevonden = check_template(sjabloon(TEKST, styles=stijlen), "f.docx", VELDEN, NOTEN)
    assert [(d.code, d.severity) for d in gevonden] == [("BR392", Severity.WAARSCHUWING)]


def test_een_tabelstijl_die_ontbreekt_wordt_genoemd_met_wat_ervoor_in_de_plaats_komt() -> None:
    stijlen = lees_zip(SJABLONEN["kamerbrief.docx"])["word/styles.xml"].replace(b'"Brieftabel"/>', b'"Anders"/>')
    (gevonden,) = check_template(sjabloon(TEKST, styles=stijlen), "f.docx", VELDEN, NOTEN)
    assert (gevonden.code, "Tabelraster" in (gevonden.hint or "")) == ("BR392", True)


def _stijl(code: str, alinea: str = "", letters: str = "") -> list[tuple[str, str]]:
    """Wat er van het sjabloon wordt gezegd als een van zijn stijlen deze eigenschappen erbij heeft."""
    stijlen = etree.fromstring(lees_zip(SJABLONEN["kamerbrief.docx"])["word/styles.xml"])
    stijl = next(each for each in stijlen if each.get(w("styleId")) == code)
    for naam, inhoud in (("pPr", alinea), ("rPr", letters)):
        eigen = stijl.find(w(naam))
        eigen = etree.SubElement(stijl, w(naam)) if eigen is None else eigen
        for each in etree.fromstring(f'<w:x xmlns:w="{W}">{inhoud}</w:x>'):
            for oud in eigen.findall(str(each.tag)):
                eigen.remove(oud)
            eigen.append(each)
    return keur(sjabloon(TEKST, styles=etree.tostring(stijlen)))


def test_een_stijl_die_de_tekst_anders_drukt_dan_zij_is_wordt_genoemd() -> None:
    wit, donker = '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="1F3864"/>'
    for code, alinea, letters, woord in (
        ("Plattetekst", "", "<w:strike/>", "doorgehaald"),
        ("Plattetekst", "", wit, "witte"),
        ("Voetnoottekst", "", '<w:color w:val="000000" w:themeColor="background1"/>', "witte"),
        ("Kop2", "", '<w:sz w:val="2"/>', "te klein"),
        ("Kop2", '<w:outlineLvl w:val="9"/>', "", "navigatievenster"),
        ("Plattetekst", '<w:spacing w:line="2" w:lineRule="exact"/>', "", "te laag"),
        ("Plattetekst", "", "<w:caps/>", "hoofdletters"),
        ("Plattetekst", '<w:outlineLvl w:val="0"/>', "", "als kop"),
        ("Plattetekst", '<w:numPr><w:numId w:val="1"/></w:numPr>', "", "opsommingsteken"),
        ("Voetnootmarkering", "", '<w:vertAlign w:val="baseline"/>', "nootcijfers"),
    ):
        assert any(each == "BR341" and woord in gezegd for each, gezegd in _stijl(code, alinea, letters)), woord
    for code, alinea, letters in (
        ("Plattetekst", donker, wit), ("Plattetekst", "", f"{donker}{wit}"), ("Kop2", "", "<w:caps/>"),
        ("Kop2", donker, wit), ("Lijstnummering", "", '<w:color w:val="1F3864"/>'),
    ):  # fmt: skip
        assert _stijl(code, alinea, letters) == [], (code, alinea, letters)


def test_een_tag_die_doorgehaald_of_wit_is_wordt_genoemd() -> None:
    tag = "<w:r><w:rPr>{}</w:rPr><w:t>{{{{ datum }}}}</w:t></w:r>"
    for look, told in (("<w:strike/>", ["BR341"]), ('<w:color w:val="FFFFFF"/>', ["BR341"]), ("<w:b/>", [])):
        assert [code for code, _ in keur(sjabloon(TEKST + p(tag.format(look))))] == told, look
    laag = tabel((p("{{ datum }}"),)).replace(
        "<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="9" w:hRule="exact"/></w:trPr>'
    )
    doorgekruist = tabel((p("{{ datum }}"),)).replace(
        "<w:tc>", '<w:tc><w:tcPr><w:tcBorders><w:tl2br w:val="single"/></w:tcBorders></w:tcPr>'
    )
    gekeerd = p("{{ datum }}").replace("<w:r>", '<w:bdo w:val="rtl"><w:r>').replace("</w:r>", "</w:r></w:bdo>")
    verborgen = p("{{ datum }}").replace("<w:p>", "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>")
    regel = p("{{ datum }}").replace("<w:p>", '<w:p><w:pPr><w:spacing w:line="9" w:lineRule="exact"/></w:pPr>')
    for lijf in (laag, verborgen, regel, doorgekruist, gekeerd):
        assert [code for code, _ in keur(sjabloon(TEKST + lijf + p("Slot")))] == ["BR341"], lijf


def test_stijlen_worden_op_naam_gevonden_niet_op_code() -> None:
    stijlen = lees_zip(SJABLONEN["kamerbrief.docx"])["word/styles.xml"].replace(b'"Kop1"', b'"Heading1"')
    assert keur(sjabloon(TEKST, styles=stijlen)) == []


def test_een_voetnoot_kan_niet_in_een_koptekst() -> None:
    data = sjabloon(TEKST, headerdefault=kopdeel(p('{{ voetnoot("kst-29435-267") }}')))
    assert [code for code, _ in keur(data)] == ["BR311"]


def test_dubbele_eigenschappen_worden_gemeld_en_schaden_niet() -> None:
    data = verdubbeld(sjabloon(TEKST), "docProps/core.xml")
    assert [code for code, _ in keur(data)] == ["BR391"]
    document = Document("proef", "Proef", VELDEN, brief().body, NOTEN)
    gemaakt = lees_zip(compose(document, data, "f.docx").data)
    assert b"<dc:title>Proef</dc:title>" in gemaakt["docProps/core.xml"]


@pytest.mark.parametrize(
    ("data", "woorden"),
    [
        (b"", "leeg"),
        (b"{\\rtf1 }", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oude Word-vorm"),
        (SJABLONEN["kamerbrief.docx"][:2000], "beschadigd"),
    ],
)
def test_wat_geen_sjabloon_is_wordt_geweigerd(data: bytes, woorden: str) -> None:
    ((code, tekst),) = keur(data)
    assert code == "BR301"
    assert woorden in tekst


def test_kapotte_xml_en_een_ontbrekend_deel_worden_geweigerd() -> None:
    delen = lees_zip(sjabloon(TEKST))
    for anders in (
        {**delen, "word/document.xml": b"<w:document"},
        {k: v for k, v in delen.items() if k != "word/styles.xml"},
    ):
        assert [code for code, _ in keur(write_archive(anders))] == ["BR301"]


def test_een_tag_in_een_deel_dat_niemand_vult_wordt_gemeld() -> None:
    commentaar = kopdeel(p("{{ datum }}"), soort="comments")
    assert [code for code, _ in keur(sjabloon(TEKST, comments=commentaar))] == ["BR313"]


def test_een_tag_in_stukken_is_geen_fout() -> None:
    lijf = (
        p("{", "{ da", '<w:proofErr w:type="spellStart"/>', "tum }", "}", " en {% i", "f concept %}ja{% endif %}")
        + TEKST
    )
    assert keur(sjabloon(lijf)) == []


def test_slimme_aanhalingstekens_van_word_zijn_geen_fout() -> None:
    lijf = p("{{ voetnoot(“kst-29435-267”) }}{% if datum == ‘x’ %}{% endif %}") + TEKST
    assert keur(sjabloon(lijf)) == []


def test_de_meegeleverde_sjablonen_zijn_foutloos() -> None:
    for document in (brief(), brief(concept=False), lijst(), lijst(concept=False, ondertitel="", overleggen=())):
        assert check_template(SJABLONEN[f"{document.name}.docx"], "f", document.fields, document.notes) == ()


def test_bij_een_fout_wordt_er_niets_gemaakt() -> None:
    gemaakt = compose(brief(), sjabloon(p("{{ datm }}") + TEKST), "f.docx")
    assert gemaakt.data == b""
    assert [d.code for d in gemaakt.diagnostics] == ["BR302"]


@pytest.mark.parametrize(
    ("bron", "woorden"),
    [("{% if betreft > 3 %}x{% endif %}", "passen niet bij elkaar"), ("{{ bijlagen[70] }}", "is er niet")],
)
def test_wat_pas_bij_het_vullen_misgaat_wordt_in_het_nederlands_gezegd(bron: str, woorden: str) -> None:
    gemaakt = compose(brief(), sjabloon(p(bron) + TEKST), "proef.docx")
    assert [d.code for d in gemaakt.diagnostics] == ["BR314"]
    assert woorden in gemaakt.diagnostics[0].message


def test_elke_code_heeft_een_uitleg() -> None:
    for nummer in range(301, 319):
        assert (explanation(f"BR{nummer}") or "").startswith(f"# BR{nummer}: "), nummer


def test_een_sjabloon_zonder_plek_voor_wat_voor_de_hele_lijst_geldt_wordt_geweigerd() -> None:
    document = lijst(algemeen=("Alle bedragen zijn in het prijspeil van 2026.",))
    assert check_template(SJABLONEN["afsprakenlijst.docx"], "f", document.fields, document.notes) == ()
    without = sjabloon(p("{{ tekst }}"))
    found = check_template(without, "f", document.fields, document.notes)
    assert "BR335" in {each.code for each in found}


def _plek(alinea: str = "", letters: str = "") -> list[tuple[str, str]]:
    lijf = f"<w:p><w:pPr>{alinea}</w:pPr><w:r><w:rPr>{letters}</w:rPr><w:t>{{{{ tekst }}}}</w:t></w:r></w:p>"
    return keur(sjabloon(lijf))


def test_opmaak_van_de_plek_die_niet_meegaat_wordt_genoemd() -> None:
    eigen = {
        "uitlijning": '<w:jc w:val="both"/>',
        "inspringing": '<w:ind w:left="1134"/>',
        "nummering": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        "een rand": '<w:pBdr><w:top w:val="single" w:sz="8"/></w:pBdr>',
        "stijl 'heading 2'": '<w:pStyle w:val="Kop2"/>',
        "regels niet nummeren": "<w:suppressLineNumbers/>",
    }
    for woord, eigenschap in eigen.items():
        ((code, gezegd),) = _plek(eigenschap)
        assert code == "BR336"
        assert f"naar het document: {woord} |" in gezegd
    ((code, gezegd),) = _plek(letters='<w:b/><w:lang w:val="nl-NL"/><w:rFonts w:ascii="Comic Sans MS"/>')
    assert (code, "vet, lettertype" in gezegd) == ("BR336", True)


def test_wat_word_en_libreoffice_bij_een_plek_schrijven_en_niets_verandert_is_geen_opmaak() -> None:
    zelfde = '<w:pStyle w:val="Plattetekst"/><w:bidi w:val="0"/><w:jc w:val="start"/><w:spacing w:before="0"/>'
    assert _plek(zelfde, '<w:lang w:val="nl-NL"/><w:b w:val="0"/><w:color w:val="auto"/>') == []


def test_een_kop_dieper_dan_de_stijlen_van_het_sjabloon_wordt_genoemd() -> None:
    lijf = tuple(Element(Heading((Run("Kop"),), niveau)) for niveau in (1, 2, 3, 4))
    gevonden = compose(replace(brief(), body=lijf), SJABLONEN["kamerbrief.docx"], "f.docx").diagnostics
    assert [(d.code, d.hint) for d in gevonden] == [
        ("BR338", "gebruik hoogstens ###, of voeg in Word de stijl Kop 5 toe aan het sjabloon")
    ]


def _tekstvak(nieuw: str, oud: str) -> str:
    """Een tekstvak in de twee vormen die Word bewaart."""
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
        f"<w:drawing><wps:wsp><wps:txbx><w:txbxContent>{nieuw}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>"
        f"</mc:Choice><mc:Fallback>{oud}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _oude_vorm(tekst: str) -> str:
    vak = f"<v:textbox><w:txbxContent>{tekst}</w:txbxContent></v:textbox>"
    return f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">{vak}</v:shape></w:pict>'


@pytest.mark.parametrize(
    ("oud", "gemeld"),
    [
        (p("Den Haag, {{ betreft }}"), "'Den Haag, {{ betreft }}'"),
        (p("Den Haag, 1 januari 2020"), "'Den Haag, 1 januari 2020'"),
        ("<w:p/>", "een ander programma niets"),
        (p("Den Haag, {{ da", "tum }}"), ""),
    ],
)
def test_een_tekstvak_met_twee_teksten_wordt_gemeld(oud: str, gemeld: str) -> None:
    gevonden = keur(sjabloon(TEKST + p(_tekstvak(p("Den Haag, {{ datum }}"), _oude_vorm(oud)))))
    assert [code for code, _ in gevonden] == (["BR342"] if gemeld else [])
    assert all("Word toont 'Den Haag, {{ datum }}'" in said and gemeld in said for _, said in gevonden)
    in_kop = kopdeel(p(_tekstvak(p("{{ datum }}"), _oude_vorm(oud))))
    assert "BR342" in [code for code, _ in keur(sjabloon(TEKST, headerdefault=in_kop))]


def test_een_plaatje_als_oude_vorm_van_een_tekstvak_is_geen_tweede_tekst() -> None:
    assert keur(sjabloon(TEKST + p(_tekstvak(p("{{ datum }}"), "<w:pict/>")))) == []


def test_een_onderdeel_dat_word_niet_kent_wordt_genoemd() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x="urn:eigen"'
    binnen = '<w:r><x:hoes xmlns:x="urn:eigen"><w:t>{}</w:t></x:hoes></w:r>'
    for kop, tekst, gezegd in (
        ("", "Vast", ["BR301"]),
        (f'{mc} mc:Ignorable="x"', "Vast", ["BR331"]),
        (f'{mc} mc:Ignorable="x"', "{{ datum }}", ["BR313"]),
        (f'{mc} mc:Ignorable="x"', "", []),
        (f'{mc} mc:Ignorable="x" mc:ProcessContent="x:hoes"', "Vast", []),
    ):
        data = sjabloon(TEKST + p(binnen.format(tekst)))
        data = met_andere(data, "word/document.xml", "<w:document ", f"<w:document {kop} ")
        assert [code for code, _ in keur(data)] == gezegd, (kop, tekst)
    uitbreiding = (
        '<w:r><w:drawing><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{1}">'
        '<x:iets xmlns:x="urn:eigen"/></a:ext></a:extLst></w:drawing></w:r>'
    )
    assert "BR301" not in [code for code, _ in keur(sjabloon(TEKST + p(uitbreiding)))]
