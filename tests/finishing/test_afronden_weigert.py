"""Nothing leaves the house when a final file is not proved, still has a trace, or could not be made; no LibreOffice."""

from __future__ import annotations

import datetime
import functools
import io
import itertools
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from brief.finishing import layout
from brief.finishing.layout import LaidOut, lay_out
from brief.finishing.office import ConversionError, Office, place_name
from brief.finishing.pdf import Outline
from brief.finishing.proof.compare import Fault, Soort
from brief.render.html.document import document_page
from brief.rounds import making
from brief.rounds.final import files as final_files
from brief.rounds.final import proving
from brief.rounds.final.files import converted
from brief.rounds.finishing import Definitief, Opdracht, finish
from brief.rounds.making import Opdracht as Maken
from brief.rounds.making import make_and_write
from brief.word.compose import compose
from brief.word.finished.clean import clean
from brief.word.finished.pages import Pages, headings, page_references, with_pages, with_pages_of
from brief.word.finished.parts import MAIN, Parts, fields
from brief.word.writing.fields import field
from rounds.rondemap import bestand
from rounds.rondemap import ronde as kleine_ronde
from word.template.wordsjabloon import SJABLONEN
from word.writing.wordvoorbeeld import lijst as voorbeeldlijst

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from brief.text import Document

DAG = datetime.date(2026, 9, 14)
OFFICE = Office("soffice", (25, 2, 0))
WORDS = "De regio "
"""Stands in the list of the round."""
LETTER, LIST = (
    "Kamerbrief Uitkomsten BO's Leefomgeving 2027",
    "Bijlage 1 Afsprakenlijst Bestuurlijke Overleggen Leefomgeving 2027",
)
ONDANKS = dict.fromkeys(("BR430", "BR431", "BR700", "BR710"), "het gaat hier om wat daarna komt")


@pytest.fixture(scope="module")
def ronde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = kleine_ronde(tmp_path_factory.mktemp("weigert"))
    for landsdeel in ("noord", "noordwest"):
        path = bestand(folder, landsdeel)
        path.write_text(path.read_text("utf-8").replace("status: voorgesteld", "status: vastgesteld"), "utf-8")
    assert make_and_write(Maken(folder)).is_written
    return folder


def _with(docx: bytes, change: Callable[[str], str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == "word/document.xml" else data)
    return stream.getvalue()


def afgerond(ronde: Path, page: Callable[[Document], str] = document_page) -> Definitief:
    return finish(Opdracht(ronde, ondanks=ONDANKS), page)


def geweigerd(ronde: Path, code: str, page: Callable[[Document], str] = document_page) -> str:
    """Give the messages of a round that is not finished for one reason."""
    done = afgerond(ronde, page)
    assert done.files == {}
    assert {each.code for each in done.stops} == {code}
    return " ".join(f"{each.message} {each.place}" for each in done.stops)


@pytest.fixture
def zonder_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(final_files, "find_office", lambda: None)


@pytest.mark.usefixtures("zonder_office")
def test_a_word_file_that_says_another_word_than_was_agreed_is_never_given(
    ronde: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert afgerond(ronde).stops == ()
    monkeypatch.setattr(
        final_files, "clean", lambda docx: _with(clean(docx), lambda xml: xml.replace(WORDS, "De regio niet ", 1))
    )
    said = geweigerd(ronde, "BR706")
    assert "woorden gewijzigd" in said
    assert ".docx" in said


@pytest.mark.usefixtures("zonder_office")
def test_every_file_is_held_against_its_document_and_none_is_left_out(ronde: Path) -> None:
    bewijs = afgerond(ronde).bewijs
    assert bewijs is not None
    assert sorted(bewijs.bestanden) == [
        f"{name}.{kind}" for name in sorted((LETTER, LIST)) for kind in ("docx", "html")
    ]
    assert {len(each.plaatsen) for each in bewijs.regels} == {2}


@pytest.mark.usefixtures("zonder_office")
def test_a_list_that_says_something_else_than_its_dossier_is_never_given(
    ronde: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = Fault(Soort.GEWIJZIGD, "afsprakenlijst", "", "n-1.1-1", "zo staat het er", "zo niet")
    monkeypatch.setattr(proving, "sources", lambda *_: ({}, (fault,)))
    said = geweigerd(ronde, "BR706")
    assert "woorden gewijzigd (afspraak n-1.1-1): zo staat het er" in said


@pytest.mark.usefixtures("zonder_office")
def test_a_page_that_says_another_word_than_was_agreed_is_never_given(ronde: Path) -> None:
    def other(document: Document) -> str:
        return document_page(document).replace(WORDS, "De regio niet ")

    said = geweigerd(ronde, "BR706", other)
    assert f"{LIST}.html" in said


@pytest.mark.usefixtures("zonder_office")
def test_the_final_documents_are_of_the_very_round_and_templates_that_were_held_against_the_version(
    ronde: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "open_round", lambda *_: pytest.fail("the round was read a second time"))
    assert afgerond(ronde).stops == ()


@pytest.mark.usefixtures("zonder_office")
def test_what_was_saved_while_the_final_files_were_made_is_not_passed_over(ronde: Path, tmp_path: Path) -> None:
    shutil.copytree(ronde.parents[1], tmp_path, dirs_exist_ok=True)
    folder = tmp_path / ronde.relative_to(ronde.parents[1])

    def saved_meanwhile(document: Document) -> str:
        (folder / "brief.md").write_text("Een heel andere brief.\n", "utf-8")
        return document_page(document)

    assert "brief.md" in geweigerd(folder, "BR545", saved_meanwhile)


@pytest.mark.usefixtures("zonder_office")
@pytest.mark.parametrize(
    ("trace", "code", "words"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>stil</w:t></w:r></w:p>", "BR704", "verborgen tekst"),
        ("<w:r><w:t>j.jansen@voorbeeld.nl</w:t></w:r></w:p>", "BR708", "j.jansen@voorbeeld.nl"),
    ],
)
def test_a_document_with_a_trace_or_an_address_never_leaves(
    ronde: Path, monkeypatch: pytest.MonkeyPatch, trace: str, code: str, words: str
) -> None:
    monkeypatch.setattr(
        final_files, "clean", lambda docx: _with(clean(docx), lambda xml: trace.join(xml.rsplit("</w:p>", 1)))
    )
    assert words in geweigerd(ronde, code)


def test_when_libreoffice_cannot_convert_a_document_there_is_none(ronde: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(office: Office, documents: Mapping[str, bytes], day: datetime.date) -> LaidOut:
        raise ConversionError("vol")

    monkeypatch.setattr(final_files, "find_office", lambda: OFFICE)
    monkeypatch.setattr(final_files, "lay_out", fails)
    assert "vol" in geweigerd(ronde, "BR709")


def test_of_which_document_the_pages_are_not_sure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(final_files, "find_office", lambda: OFFICE)
    monkeypatch.setattr(final_files, "lay_out", lambda _, docx, __: LaidOut(dict(docx), {}, ("lijst",)))
    monkeypatch.setattr(final_files, "convert", lambda *_: {})
    files, found, _, _ = converted({"lijst": b"", "brief": b""}, DAG)
    assert set(files) == {"lijst.docx", "brief.docx"}
    assert [(each.code, "'lijst'" in each.message) for each in found] == [("BR705", True)]


@functools.cache
def lijst() -> bytes:
    return clean(compose(voorbeeldlijst(), SJABLONEN["afsprakenlijst.docx"], "f").data)


def opgemaakt(monkeypatch: pytest.MonkeyPatch, outlines: Callable[[int], list[Outline]]) -> LaidOut:
    """Lay a document out with a LibreOffice that gives these headings with their pages, pass after pass."""
    passes = itertools.count(1)
    monkeypatch.setattr(layout, "convert", lambda _, docx, __: dict.fromkeys(docx, b""))
    monkeypatch.setattr(layout, "read_outline", lambda _: (outlines(next(passes)), 9))
    monkeypatch.setattr(layout, "read_destinations", lambda _: EIGEN)
    return lay_out(OFFICE, {"lijst": lijst()}, DAG)


EIGEN = {place_name("nw_1"): 4}
"""The page of the reference that the sample has of itself."""


def koppen(page: int) -> list[Outline]:
    return [Outline(0, words, page) for words, _ in headings(lijst()) if words]


def test_pages_are_unsure_when_the_outline_is_another_or_never_comes_to_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    assert opgemaakt(monkeypatch, lambda _: koppen(3)).unsure == ()
    assert opgemaakt(monkeypatch, lambda _: koppen(3)[1:]).unsure == ("lijst",)
    assert opgemaakt(monkeypatch, lambda _: [Outline(0, "Anders", 3), *koppen(3)[1:]]).unsure == ("lijst",)
    assert opgemaakt(monkeypatch, lambda _: koppen(0)).unsure == ("lijst",)
    assert opgemaakt(monkeypatch, koppen).unsure == ("lijst",)


def _met(docx: bytes, veld: str, sectie: str = "") -> bytes:
    """Give a document with a field in a paragraph of its own, a bookmark, and this in its section."""
    stuk = f'<w:p><w:bookmarkStart w:id="900" w:name="_Bijl1"/><w:bookmarkEnd w:id="900"/>{veld}</w:p>'
    return _with(
        docx,
        lambda xml: xml.replace("<w:body>", f"<w:body>{stuk}", 1).replace("</w:sectPr>", f"{sectie}</w:sectPr>", 1),
    )


def test_een_veld_dat_naar_een_bladzijde_verwijst_krijgt_haar_nummer(monkeypatch: pytest.MonkeyPatch) -> None:
    veld = field("PAGEREF _Bijl1 \\h", "7")
    docx = _met(lijst(), veld)
    assert page_references(docx) == ("_Bijl1", "nw_1")
    assert page_references(_met(lijst(), veld.replace("_Bijl1", "weg"))) == ("nw_1",)
    monkeypatch.setattr(layout, "convert", lambda _, docs, __: dict.fromkeys(docs, b""))
    monkeypatch.setattr(layout, "read_outline", lambda _: (koppen(3), 9))
    for places, unsure, shown in (({**EIGEN, place_name("_Bijl1"): 12}, (), "12"), (EIGEN, ("lijst",), "7")):
        monkeypatch.setattr(layout, "read_destinations", lambda _, found=places: found)
        laid_out = lay_out(OFFICE, {"lijst": docx}, DAG)
        assert laid_out.unsure == unsure
        said = dict(fields(Parts(laid_out.docx["lijst"]).tree(MAIN)))["PAGEREF _Bijl1 \\h"]
        assert [each.text for each in said] == [shown]
    assert place_name("_Bijl1-é\u0142") == "5FBijl1-E90142"


def test_bladzijden_die_een_sectie_zelf_telt_geven_geen_nummers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "convert", lambda _, docs, __: dict.fromkeys(docs, b""))
    monkeypatch.setattr(layout, "read_outline", lambda _: (koppen(3), 9))
    monkeypatch.setattr(layout, "read_destinations", lambda _: EIGEN)
    for sectie, unsure in (
        ('<w:pgNumType w:start="1"/>', ()),
        ('<w:pgNumType w:start="3"/>', ("lijst",)),
        ('<w:pgNumType w:fmt="lowerRoman"/>', ("lijst",)),
    ):
        assert lay_out(OFFICE, {"lijst": _met(lijst(), "", sectie)}, DAG).unsure == unsure


def test_het_bewijs_kent_de_nummers_die_in_het_document_staan() -> None:
    docx = _met(lijst(), field("PAGEREF _Bijl1", "7"))
    made = with_pages(docx, Pages({}, {"_Bijl1": 12}, 9))
    assert made != docx
    assert with_pages_of(docx, made) == made
