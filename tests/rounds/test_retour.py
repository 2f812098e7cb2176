"""`brief vergelijken v01 retour.docx`: who did what to which afspraak and which paragraph of the letter."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brief.commands.vergelijken import vergelijken
from brief.rounds.making import Opdracht, make_and_write
from brief.versions.folder import GEMAAKT
from brief.word.revisions import compare
from rounds.processing.lezer import Lezer
from rounds.rondemap import bestand, ronde, vervang

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

DATE = "2027-09-20T09:00:00Z"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = ronde(tmp_path)
    assert make_and_write(Opdracht(made)).is_written
    return made


def made(folder: Path, name: str) -> bytes:
    return (folder.parent.parent / "output/2027/v01" / f"{name}.docx").read_bytes()


def altered(docx: bytes, change: Callable[[str], str], more: dict[str, str] | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == "word/document.xml" else data)
        for name, text in (more or {}).items():
            new.writestr(name, text)
    return stream.getvalue()


def replaced(docx: bytes, old: str, new: str) -> bytes:
    def change(xml: str) -> str:
        assert old in xml, old
        return xml.replace(old, new, 1)

    return altered(docx, change)


def vergeleken(folder: Path, docx: bytes, *options: str, naam: str = "retour.docx") -> Result:
    path = folder.parent.parent / naam
    path.write_bytes(docx)
    return CliRunner().invoke(vergelijken, ["v01", str(path), str(folder), *options])


def said(result: Result) -> str:
    """Give what was printed without the breaks of its lines: those depend on how long the name of a folder is."""
    return " ".join(result.output.split())


def tracked(folder: Path, name: str, old: str, new: str) -> bytes:
    base = made(folder, name)
    return compare(base, replaced(base, old, new), author="Anna", date=DATE).data


def test_a_tracked_change_in_an_afspraak_has_author_and_date_and_asks_consent(folder: Path) -> None:
    result = vergeleken(folder, tracked(folder, "afsprakenlijst", "bouwt woningen", "bouwt huizen"))
    assert result.exit_code == 1
    assert "1 afspraak herschreven" in said(result)
    assert "afspraak n-1.1-2" in result.output
    assert "vraagt opnieuw instemming" in result.output
    assert "Anna, 20 september 2027" in result.output
    assert "niet bijgehouden" not in result.output


def test_what_was_changed_without_tracking_is_told_as_that(folder: Path) -> None:
    docx = replaced(made(folder, "afsprakenlijst"), "bouwt woningen", "bouwt huizen")
    result = vergeleken(folder, docx)
    assert "niet bijgehouden" in result.output
    assert "[-woningen-]{+huizen+}" in result.output.replace("\n    ", " ")


def test_a_sentence_of_the_letter_asks_no_consent(folder: Path) -> None:
    result = vergeleken(folder, tracked(folder, "kamerbrief", "Ik meld de uitkomsten", "Ik meld u de uitkomsten"))
    assert "1 tekst van de brief gewijzigd" in said(result)
    assert "instemming" not in result.output


def test_a_comment_stands_with_its_answers_under_what_it_is_about(folder: Path) -> None:
    paragraph = '<w:p w14:paraId="{}"><w:r><w:t>{}</w:t></w:r></w:p>'
    comments = (
        f'<w:comments {W} {W14}><w:comment w:id="900" w:author="Bram" w:date="{DATE}">'
        f"{paragraph.format('00000001', 'Klopt dit wel?')}</w:comment>"
        f'<w:comment w:id="901" w:author="Cas">{paragraph.format("00000002", "Ja hoor.")}</w:comment></w:comments>'
    )
    threads = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="00000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    docx = made(folder, "afsprakenlijst")
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        relations = package.read("word/_rels/document.xml.rels").decode()
    links = (
        f'<Relationship Id="rIdC" Type="{kind}/comments" Target="comments.xml"/>'
        f'<Relationship Id="rIdE" Type="{kind}/commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    )
    about = '<w:commentRangeStart w:id="900"/><w:r><w:t xml:space="preserve">De regio bouwt'
    with_comment = altered(
        docx,
        lambda xml: xml.replace('<w:r><w:t xml:space="preserve">De regio bouwt', about, 1).replace(
            "<w:sectPr", '<w:p><w:commentRangeEnd w:id="900"/></w:p><w:sectPr', 1
        ),
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(with_comment)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name != "word/_rels/document.xml.rels":
                new.writestr(name, old.read(name))
        new.writestr("word/_rels/document.xml.rels", relations.replace("</Relationships>", links))
        new.writestr("word/comments.xml", comments)
        new.writestr("word/commentsExtended.xml", threads)
    data = json.loads(vergeleken(folder, stream.getvalue(), "--json").stdout)["beoordeling"]
    each = next(each for each in data["onderdelen"] if each["sleutel"] == "n-1.1-2")
    assert each["aard"] == "opmerking"
    (comment,) = each["opmerkingen"]
    assert (comment["auteur"], comment["tekst"]) == ("Bram", "Klopt dit wel?")
    assert [answer["tekst"] for answer in comment["antwoorden"]] == ["Ja hoor."]
    lines = vergeleken(folder, stream.getvalue()).output
    assert lines.index("Klopt dit wel?") < lines.index("antwoord van Cas: Ja hoor.")


def test_a_file_of_another_version_is_told_to_be_that(folder: Path) -> None:
    old = made(folder, "kamerbrief")
    vervang(bestand(folder, "noord"), "bouwt woningen", "bouwt huizen")
    assert make_and_write(Opdracht(folder)).is_written
    path = folder.parent.parent / "retour.docx"
    path.write_bytes(old)
    result = CliRunner().invoke(vergelijken, ["v02", str(path), str(folder)])
    assert "BR630" in result.output
    assert "brief vergelijken v01" in " ".join(result.output.split())
    assert "veld versie" not in result.output


def test_which_document_it_is_the_file_says_itself(folder: Path) -> None:
    docx = tracked(folder, "kamerbrief", "Ik meld de uitkomsten", "Ik meld u de uitkomsten")
    data = json.loads(vergeleken(folder, docx, "--json", naam="afsprakenlijst-van-anna.docx").stdout)
    assert data["beoordeling"]["document"] == "kamerbrief"


def test_an_untouched_file_ends_with_0(folder: Path) -> None:
    result = vergeleken(folder, made(folder, "kamerbrief"))
    assert result.exit_code == 0
    assert "niets gewijzigd" in result.output


def test_the_page_tells_it_too(folder: Path) -> None:
    path = folder.parent.parent / "wijzigingen.html"
    docx = tracked(folder, "afsprakenlijst", "bouwt woningen", "bouwt huizen")
    vergeleken(folder, docx, "--html", str(path))
    page = path.read_text("utf-8")
    assert "Wat de beoordelaar deed" in page
    assert "Anna, 20 september 2027: verwijderd “woningen”" in page


def test_a_choice_shows_only_what_concerns_it(folder: Path) -> None:
    docx = tracked(folder, "afsprakenlijst", "bouwt woningen", "bouwt huizen")
    assert "afspraak n-1.1-2" in vergeleken(folder, docx, "--provincie", "drenthe").output
    assert "n-1.1-2" not in vergeleken(folder, docx, "--provincie", "utrecht").output


def codes(result: Result) -> set[str]:
    return set(re.findall(r"BR63\d", result.output))


def test_a_file_without_marks_is_told_to_be_read_by_likeness(folder: Path) -> None:
    lezer = Lezer(made(folder, "afsprakenlijst"), volgt=False)
    lezer.vervang("bouwt woningen", "bouwt huizen")
    assert codes(vergeleken(folder, lezer.bytes())) == set()
    lezer.zonder_merken()
    result = vergeleken(folder, lezer.bytes())
    assert codes(result) == {"BR631"}
    assert "van v01 zijn erin teruggevonden" in " ".join(result.output.split())
    assert "bouwt [-woningen-]{+huizen+}" in result.output.replace("\n    ", " ")


@pytest.mark.parametrize("naam", ["Author", "Onbekende auteur", "onbekend", ""])
def test_a_file_from_which_the_names_were_taken_is_told_to_be_that(folder: Path, naam: str) -> None:
    lezer = Lezer(made(folder, "afsprakenlijst"), naam)
    lezer.vervang("bouwt woningen", "bouwt huizen")
    assert codes(vergeleken(folder, lezer.bytes())) == {"BR632"}


def test_one_name_is_enough_to_know_whom_to_ask(folder: Path) -> None:
    lezer = Lezer(made(folder, "afsprakenlijst"), "Author")
    lezer.vervang("bouwt woningen", "bouwt huizen")
    lezer.naam = "Anna"
    lezer.merk_op("Rijk en regio maken", "Klopt dit?")
    assert codes(vergeleken(folder, lezer.bytes())) == set()


@pytest.mark.parametrize("kopie", [True, False], ids=["met kopie", "zonder kopie"])
def test_a_document_of_the_version_that_was_written_in_is_told_to_be_that(folder: Path, kopie: bool) -> None:
    lezer = Lezer(made(folder, "afsprakenlijst"))
    lezer.vervang("bouwt woningen", "bouwt huizen")
    path = folder.parent.parent / "output/2027/v01/afsprakenlijst.docx"
    path.write_bytes(lezer.bytes())
    if not kopie:
        (path.parent / GEMAAKT).unlink()
    result = vergeleken(folder, lezer.bytes())
    assert codes(result) == (set() if kopie else {"BR633"})
