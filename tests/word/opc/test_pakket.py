"""Het bestand zelf: dezelfde invoer dezelfde bytes, niets over wie, waar en wanneer, en geldig volgens anderen."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from brief.text import Document, Element, Heading, ListItem, Note, Paragraph, Role, Run, Table, plain_spans
from brief.word.compose import compose
from brief.word.opc.archive import write_archive
from keuring.lezers import docx2python_text, mammoth_text, pandoc_notes, pandoc_text
from keuring.ooxml import all_errors
from word.template.wordsjabloon import SJABLONEN, WORTEL, boom, lees_zip, p, sjabloon, w
from word.writing.wordvoorbeeld import brief, lijst

STUKKEN = {"kamerbrief": brief(), "afsprakenlijst": lijst()}


def maak(naam: str) -> bytes:
    gemaakt = compose(STUKKEN[naam], SJABLONEN[f"{naam}.docx"], "f")
    assert gemaakt.diagnostics == ()
    return gemaakt.data


@pytest.mark.parametrize("naam", STUKKEN)
def test_dezelfde_invoer_geeft_dezelfde_bytes_ook_in_een_ander_proces(naam: str, tmp_path: Path) -> None:
    opdracht = (
        "import sys; sys.path[:0] = sys.argv[1:3]\n"
        "from word.writing.wordvoorbeeld import brief, lijst\n"
        "from word.template.wordsjabloon import SJABLONEN\n"
        "from brief.word.compose import compose\n"
        "for stuk in (brief(), lijst()):\n"
        "    data = compose(stuk, SJABLONEN[f'{stuk.name}.docx'], 'f').data\n"
        "    open(f'{sys.argv[3]}/{stuk.name}', 'wb').write(data)\n"
    )
    omgeving = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PATH": ""}
    subprocess.run(
        [sys.executable, "-c", opdracht, str(Path(__file__).parents[2]), str(WORTEL), str(tmp_path)],
        check=True,
        env=omgeving,
    )
    assert (tmp_path / naam).read_bytes() == maak(naam) == maak(naam)


@pytest.mark.parametrize("naam", STUKKEN)
def test_het_document_doorstaat_de_keuringen_van_anderen(naam: str) -> None:
    assert all_errors(maak(naam)) == []


def test_de_sjablonen_zelf_zijn_geldig_voor_word() -> None:
    from keuring.ooxml import integrity_errors, sdk_errors

    for data in SJABLONEN.values():
        assert sdk_errors(data) == []
        assert integrity_errors(data) == []


def test_volgorde_en_datum_in_de_zip() -> None:
    with zipfile.ZipFile(io.BytesIO(maak("kamerbrief"))) as archief:
        namen = archief.namelist()
        assert namen[:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        assert namen[3:] == sorted(namen[3:])
        assert {i.date_time for i in archief.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(i.create_system, i.external_attr, i.compress_type) for i in archief.infolist()} == {
            (0, 0o600 << 16, 8)
        }


def test_een_archief_hangt_niet_af_van_de_volgorde_van_de_delen() -> None:
    delen = {"word/document.xml": b"a", "[Content_Types].xml": b"b", "a.xml": b"c"}
    assert write_archive(delen) == write_archive(dict(reversed(delen.items())))


def test_eigenschappen_zeggen_titel_en_taal_en_geen_tijd() -> None:
    kern = lees_zip(maak("kamerbrief"))["docProps/core.xml"].decode()
    assert "<dc:title>Uitkomsten BO’s Leefomgeving 2026</dc:title>" in kern
    assert "<dc:language>nl-NL</dc:language>" in kern
    assert not re.search(r"created|modified|lastModifiedBy|\d{4}-\d\d-\d\dT", kern)


def test_sporen_van_het_sjabloon_gaan_niet_mee() -> None:
    delen = lees_zip(sjabloon(p("{{ tekst }}")))
    delen["word/document.xml"] = delen["word/document.xml"].replace(
        b"<w:p>", b'<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">'
    )
    delen["word/settings.xml"] = (
        delen["word/settings.xml"]
        .replace(b"<w:defaultTabStop", b'<w:trackRevisions/><w:updateFields w:val="true"/><w:defaultTabStop')
        .replace(b"<w:themeFontLang", b'<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:themeFontLang')
    )
    delen["docProps/app.xml"] = b"<Properties><Company>Geheim</Company></Properties>"
    delen["docProps/custom.xml"] = b"<Properties/>"
    gemaakt = compose(Document("p", "t", {}, (Element(Paragraph((Run("a"),))),)), write_archive(delen), "f").data
    alles = b"".join(lees_zip(gemaakt).values())
    for spoor in (b"rsid", b"trackRevisions", b"updateFields", b"Geheim"):
        assert spoor not in alles
    assert "docProps/custom.xml" not in lees_zip(gemaakt)


def test_nederlands_is_de_taal_ook_als_het_sjabloon_iets_anders_zegt() -> None:
    delen = lees_zip(sjabloon(p("{{ tekst }}")))
    for naam in ("word/styles.xml", "word/settings.xml"):
        delen[naam] = delen[naam].replace(b"nl-NL", b"en-US")
    gemaakt = compose(Document("p", "t", {}, (Element(Paragraph(())),)), write_archive(delen), "f").data
    assert next(boom(gemaakt, "word/styles.xml").iter(w("lang"))).get(w("val")) == "nl-NL"
    assert next(boom(gemaakt, "word/settings.xml").iter(w("themeFontLang"))).get(w("val")) == "nl-NL"


def test_een_dotx_wordt_een_docx() -> None:
    delen = lees_zip(sjabloon(p("{{ tekst }}")))
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    gemaakt = compose(Document("p", "t", {}, (Element(Paragraph((Run("a"),))),)), write_archive(delen), "f").data
    assert all_errors(gemaakt) == []


def test_een_sjabloon_zonder_nummering_en_instellingen() -> None:
    delen = lees_zip(sjabloon(p("{{ tekst }}")))
    for naam in ("word/numbering.xml", "word/settings.xml"):
        del delen[naam]
    relaties = delen["word/_rels/document.xml.rels"].decode()
    delen["word/_rels/document.xml.rels"] = re.sub(
        r'<Relationship [^>]*Target="(numbering|settings).xml"/>', "", relaties
    ).encode()
    soorten = delen["[Content_Types].xml"].decode()
    delen["[Content_Types].xml"] = re.sub(
        r'<Override PartName="/word/(numbering|settings).xml"[^>]*/>', "", soorten
    ).encode()
    delen["word/styles.xml"] = re.sub(rb"<w:numPr>.*?</w:numPr>", b"", delen["word/styles.xml"])
    lichaam = (
        Element(ListItem((Run("a"),))),
        Element(ListItem((Run("b"),), 0, "1.")),
        Element(Heading((Run("o"),), 3), Role.ONDERWERP),
    )
    gemaakt = compose(Document("p", "t", {}, lichaam), write_archive(delen), "f").data
    assert all_errors(gemaakt) == []


def test_andere_lezers_lezen_dezelfde_tekst_en_dezelfde_noten() -> None:
    stuk = STUKKEN["kamerbrief"]
    data = maak("kamerbrief")
    for lezer in (docx2python_text, mammoth_text, pandoc_text):
        gelezen = _woorden(lezer(data))
        for element in stuk.body:
            for stukje in _stukjes(element):
                assert _woorden(stukje) in gelezen, (lezer.__name__, stukje)
    noten = pandoc_notes(data)
    assert len(noten) == 4
    assert noten[0].replace("\u00a0", " ") == "Tweede Kamer, vergaderjaar 2024-2025, Kamerstuk 29 435, nr. 267"


def _stukjes(element: Element) -> list[str]:
    block = element.block
    rijen = block.rows if isinstance(block, Table) else ((getattr(block, "spans", ()),),)
    return [
        stuk
        for rij in rijen
        for cel in rij
        for span in cel
        if not isinstance(span, Note)
        for stuk in plain_spans((span,)).split("\n")
    ]


def _woorden(tekst: str) -> str:
    return "".join(re.sub(r"[\s\u00a0*_]+", "", tekst).split())


def test_een_groot_document_blijft_geldig_en_compleet() -> None:
    noot = Note("kst-1", (Run("noot"),))
    lichaam = tuple(
        Element(
            ListItem(
                (Run(f"punt {n} & meer"), noot) if n % 50 == 0 else (Run(f"punt {n}"),), n % 3, "-" if n % 2 else "1."
            ),
            Role.AFSPRAAK,
            f"nw-{n // 4}",
        )
        for n in range(3000)
    )
    gemaakt = compose(Document("p", "t", {}, lichaam), sjabloon(p("{{ tekst }}")), "f")
    root = boom(gemaakt.data)
    assert len(list(root.iter(w("p")))) == 3000
    assert len(list(root.iter(w("footnoteReference")))) == 60
    assert len(gemaakt.afspraken) == 750
    assert all_errors(gemaakt.data) == []


def test_de_bouwer_overschrijft_geen_sjabloon_dat_iemand_veranderde(tmp_path: Path) -> None:
    eigen = tmp_path / "kamerbrief.docx"
    eigen.write_bytes(b"van mij")
    gedaan = subprocess.run(
        [sys.executable, "-m", "tools.sjablonen.bouw", str(tmp_path)],
        cwd=WORTEL,
        check=True,
        capture_output=True,
        text=True,
    )
    assert eigen.read_bytes() == b"van mij"
    assert "blijft staan" in gedaan.stderr
    assert (tmp_path / "afsprakenlijst.docx").read_bytes() == SJABLONEN["afsprakenlijst.docx"]
