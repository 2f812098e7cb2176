"""Every judge on all four formats of the finished sample round: none finds anything."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from typing import TYPE_CHECKING

import page
import pytest

from brief.finishing.office import find_office
from brief.finishing.pdf import read_outline, read_tags
from brief.word.finished.traces import traces
from finishing.afgerond import LETTER, LIST, final
from keuring.bladzijde import DARK, LIGHT, violations
from keuring.gereedschap import as_file, command, missing
from keuring.logius import rule_errors
from keuring.ooxml import all_errors

if TYPE_CHECKING:
    from brief.finishing.pdf import Tagged

BOTH = (LETTER, LIST)
FALSE_ALARM = "PDFA2B-STREAM-LENGTH-001"
"""Reported for a stream that ends in a carriage return, which is no fault."""


@pytest.fixture(scope="module", autouse=True)
def _libreoffice() -> None:
    command("soffice")


@pytest.fixture
def _accessible() -> None:
    office = find_office()
    if office is None or not office.is_accessible:
        missing("LibreOffice 25.2", "run `make keuring`")


@pytest.mark.parametrize("name", BOTH)
def test_word_neemt_het(name: str) -> None:
    assert all_errors(final(name, "docx")) == []


@pytest.mark.parametrize("name", BOTH)
def test_de_regels_van_logius(name: str) -> None:
    assert rule_errors(final(name, "docx")) == []


@pytest.mark.parametrize("name", BOTH)
def test_er_is_geen_spoor_van_het_maken(name: str) -> None:
    assert traces(final(name, "docx")) == ()
    with zipfile.ZipFile(io.BytesIO(final(name, "odt"))) as package:
        assert not [each for each in package.namelist() if each.startswith("Thumbnails/")]
        words = b"".join(package.read(each) for each in package.namelist() if each.endswith(".xml"))
    for trace in (b"_hk", b"_afs", b"brief-ronde", b"meta:creation-date", b"rsid"):
        assert trace not in words


@pytest.mark.usefixtures("_accessible")
@pytest.mark.parametrize("profile", ["ua1", "2b"])
@pytest.mark.parametrize("name", BOTH)
def test_de_pdf_is_toegankelijk_en_duurzaam(name: str, profile: str) -> None:
    found = page.validate_pdf(as_file(final(name, "pdf"), ".pdf"), profile=profile)
    assert [each.message for each in found.failures if each.rule_id != FALSE_ALARM] == []


@pytest.mark.parametrize("name", BOTH)
def test_de_metagegevens_van_de_pdf_noemen_de_dag_van_de_brief(name: str) -> None:
    data = final(name, "pdf")
    assert b"<xmp:CreateDate>2026-09-14T" in data
    assert b"0000-00-00" not in data


@pytest.mark.parametrize(("scheme", "width"), [(LIGHT, 1280), (DARK, 320)])
@pytest.mark.parametrize("name", BOTH)
def test_axe_vindt_niets_in_de_bladzijde(name: str, scheme: str, width: int) -> None:
    assert violations(final(name, "html").decode(), scheme=scheme, width=width) == []


@pytest.mark.parametrize("name", BOTH)
def test_elke_noot_in_de_bladzijde_heeft_een_weg_heen_en_terug(name: str) -> None:
    text = final(name, "html").decode()
    there, back = re.findall(r'href="#(noot-\d+)" role="doc-noteref"', text), re.findall(r'href="#(bij-\d+)"', text)
    assert len(there) == len(back) > 0
    assert {*there, *back} <= set(re.findall(r'id="([^"]+)"', text))
    assert 'http-equiv="refresh"' not in text
    assert not re.search(r'<(?:script|img|link)\b|src="', text)
    assert "@media print" in text


def _tag(name: str) -> tuple[Tagged, ...]:
    return read_tags(final(name, "pdf"))


def test_wie_aan_wie_wanneer_en_waarover_staat_in_de_leesvolgorde() -> None:
    spoken = " ".join("".join(each.text for each in _tag(LETTER) if each.page == 1).split())
    order = ("Retouradres", "Ministerie van Volkshuisvesting", "De voorzitter van de Tweede Kamer", "14 september 2026")
    places = [spoken.index(each) for each in (*order, "Betreft", "Geachte voorzitter")]
    assert places == sorted(places)
    spoken = " ".join("".join(each.text for each in _tag(LIST) if each.page == 1).split())
    for words in ("Ministerie van Volkshuisvesting", "14 september 2026", "Uitkomsten BO’s Leefomgeving 2026"):
        assert words in spoken


@pytest.mark.parametrize("name", BOTH)
def test_een_schermlezer_hoort_koppen_lijsten_noten_en_koppelingen(name: str) -> None:
    tags = {tag for each in _tag(name) for tag in each.tags}
    assert {"H1", "H2", "L", "LI", "Note", "Link", "P"} <= tags
    headings = [
        int(next(tag for tag in each.tags if re.fullmatch(r"H\d", tag))[1])
        for each in _tag(name)
        if any(re.fullmatch(r"H\d", tag) for tag in each.tags)
    ]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(headings))


def test_de_tabel_van_overleggen_heeft_koppen() -> None:
    heads = [each.text.strip() for each in _tag(LIST) if "TH" in each.tags]
    assert heads[:2] == ["Bestuurlijk Overleg", "Datum"]


def test_de_bladzijden_in_de_inhoudsopgave_zijn_die_van_de_koppen() -> None:
    with zipfile.ZipFile(io.BytesIO(final(LIST, "docx"))) as package:
        body = package.read("word/document.xml").decode()
        footers = [package.read(each).decode() for each in package.namelist() if "footer" in each]
    outline, total = read_outline(final(LIST, "pdf"))
    pages: dict[str, set[int]] = {}
    for each in outline:
        pages.setdefault("".join(each.words.split()), set()).add(each.page)
    entries = re.findall(r'<w:hyperlink w:anchor="_Inhoud\d+"[^>]*>(.*?)</w:hyperlink>', body)
    assert len(entries) > 50
    for entry in entries:
        *words, number = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", entry)
        assert int(number) in pages["".join("".join(words).split())], words
    assert all(f">{total}<" in footer for footer in footers)
