"""`brief kamerstuk`: what a person and another program get from it, and its exit codes."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from brief.commands.kamerstuk import kamerstuk
from kamerstuk.odataserver import Dienst, document, running

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTER_2024 = Path(__file__).parents[3] / "shared" / "bronnen" / "kamerbrief-2024.txt"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIELDS = [
    "soort",
    "kamer",
    "vergaderjaar",
    "dossier",
    "toevoeging",
    "rijkswet",
    "nummer",
    "pagina",
    "bijlage",
    "begin",
    "eind",
    "tekst",
    "sleutel",
]


def run(*arguments: str | Path, stdin: str = "") -> Result:
    return CliRunner().invoke(kamerstuk, [str(each) for each in arguments], input=stdin)


def data(result: Result) -> dict[str, Any]:
    return dict(json.loads(result.stdout))


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    folder = tmp_path / "2026"
    folder.mkdir()
    (folder / "ronde.yaml").write_text(
        "ronde: 2026\ntitel: Uitkomsten\noverleggen: []\nbrief:\n"
        "  datum: 2026-06-12\n  betreft: Uitkomsten\n  tekst: brief.md\n"
        "  ondertekenaars: [{functie: De minister, naam: A. de Boer}]\n"
    )
    (folder / "brief.md").write_text(
        "Geachte voorzitter,\n\nDat staat in de nota[@kst-29435-267] en het arrangement[@kst-29435-2].\n"
    )
    (folder / "kamerstukken.yaml").write_text(
        "# van ons\nkst-29435-267:   # de nota\n  titel: Voorontwerp van de nota\n"
        "  datum: 2024-06-21\n  vergaderjaar: 2023-2024\n  soort: brief\n"
    )
    return folder


def test_found_references_have_the_agreed_form() -> None:
    text = "Zie Kamerstuk 29 435, nrs. 520 en 548, en\r\nKamerstukken I 2008/09, 31700 VI, D, p. 4."
    result = run("zoek", "-", "--json", stdin=text)
    assert result.exit_code == 0
    found = data(result)
    assert found["versie"] == 1
    assert found["meldingen"] == []
    assert [list(each) for each in found["verwijzingen"]] == [FIELDS] * 3
    assert [(each["sleutel"], each["nummer"], each["pagina"]) for each in found["verwijzingen"]] == [
        ("kst-29435-520", "520", None),
        ("kst-29435-548", "548", None),
        ("kst-31700-VI-D", "D", "4"),
    ]
    assert all(text[each["begin"] : each["eind"]] == each["tekst"] for each in found["verwijzingen"])


def test_what_cannot_be_read_is_a_message_with_its_place() -> None:
    (message,) = data(run("zoek", "-", "--json", stdin="Zie\nKamerstuk 29 435, nr. XX."))["meldingen"]
    assert (message["code"], message["ernst"], message["plaats"]) == ("BR201", "waarschuwing", "stdin:2:1")


def word_letter() -> bytes:
    def run_of(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    def note(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    body = (
        f"<w:p>{run_of('In juni heb ik uw Kamer een brief over de kust gestuurd')}{note(7)}{run_of('.')}</w:p>"
        f"<w:p>{run_of('Dat volgt uit de motie van het lid Minhas')}{note(3)}"
        f"{run_of('. In mei heb ik uw Kamer een brief gestuurd.')}</w:p>"
    )
    notes = (
        f'<w:footnote w:id="3"><w:p>{run_of("Idem, p. 2")}</w:p></w:footnote><w:footnote w:id="7"><w:p>'
        f"{run_of('Tweede Kamer, vergaderjaar 2022-2023, 29 383, ')}{run_of('nr. 378')}</w:p></w:footnote>"
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="' + OFFICE + 'document.main+xml"/>'
        '<Override PartName="/word/footnotes.xml" ContentType="' + OFFICE + 'footnotes+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


def test_native_footnotes_of_word_are_read_and_followed_in_the_order_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(word_letter())
    found = data(run("zoek", path, "--json"))
    assert {(each["tekst"], each["sleutel"], each["pagina"]) for each in found["verwijzingen"]} == {
        ("Tweede Kamer, vergaderjaar 2022-2023, 29 383, nr. 378", "kst-29383-378", None),
        ("Idem, p. 2", "kst-29383-378", "2"),
    }
    shown = run("zoek", path).stdout
    assert "kst-29383-378  motie Minhas" in shown
    assert "word/footnotes.xml" in shown


def test_in_word_a_sentence_with_a_footnote_has_its_reference(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(word_letter())
    (message,) = data(run("controleer", path, "--json"))["meldingen"]
    assert message["code"] == "BR425"
    assert message["plaats"].endswith("word/document.xml, alinea 2")


@pytest.mark.parametrize("content", [b"PK\x03\x04onzin", "brief Fryslân".encode("latin-1")])
def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(content)
    result = run("zoek", path, "--json")
    assert result.exit_code == 2
    assert data(result)["meldingen"][0]["ernst"] == "fout"


@pytest.mark.skipif(not LETTER_2024.exists(), reason="the letter of 2024 is not here")
def test_the_four_notes_of_the_letter_of_2024_are_found() -> None:
    found = data(run("zoek", LETTER_2024, "--json"))
    notes = [each["sleutel"] for each in found["verwijzingen"] if each["vergaderjaar"]]
    assert notes == ["kst-29435-267", "kst-34682-107", "kst-27625-669", "kst-29383-378"]
    messages = [each["code"] for each in data(run("controleer", LETTER_2024, "--json"))["meldingen"]]
    assert sorted(messages) == ["BR208", "BR425"]


def test_a_reference_is_written_in_the_chosen_style() -> None:
    result = run(
        "schrijf", "29435-267", "https://zoek.officielebekendmakingen.nl/kst-36600-B-K.html", "--stijl", "juridisch"
    )
    assert result.exit_code == 0
    assert result.stdout.replace("\u00a0", " ").splitlines() == [
        "Kamerstukken II 29435, nr. 267",
        "Kamerstukken I 36600 B, K",
    ]
    assert run("schrijf", "-", stdin="Kamerstuk 29 435, nr. 1\nonzin\n").exit_code == 2


def test_a_paper_is_shown_with_its_places_in_the_round(ronde: Path) -> None:
    shown = data(run("toon", "Kamerstuk 29 435, nr. 267", ronde, "--json"))
    assert shown["titel"] == "Voorontwerp van de nota"
    assert shown["url"] == "https://zoek.officielebekendmakingen.nl/kst-29435-267.html"
    assert shown["gebruikt"] == [f"{ronde.as_posix()}/brief.md:3:23"]
    assert run("toon", "niets").exit_code == 2


def test_a_paper_is_added_and_every_other_byte_stays(ronde: Path) -> None:
    path = ronde / "kamerstukken.yaml"
    before = path.read_bytes()
    arguments = (
        "voegtoe",
        "Kamerstukken II 2025/26, 29435, nr. 2",
        ronde,
        "--titel",
        "Nota: deel 1",
        "--soort",
        "nota",
        "--datum",
        "2025-10-01",
    )
    trial = run(*arguments, "--proef")
    assert (trial.exit_code, "Geschreven" in trial.stderr) == (0, False)
    assert path.read_bytes() == before
    result = run(*arguments)
    assert result.exit_code == 0
    assert f"Geschreven: {path.as_posix()}" in result.stderr
    added = "kst-29435-2:\n  titel: 'Nota: deel 1'\n  datum: 2025-10-01\n  vergaderjaar: 2025-2026\n  soort: nota\n"
    assert path.read_bytes() == before + added.encode()
    assert run(*arguments).exit_code == 3
    assert path.read_bytes() == before + added.encode()


def test_a_wrong_field_is_reported_and_nothing_is_written(ronde: Path) -> None:
    before = (ronde / "kamerstukken.yaml").read_bytes()
    result = run("voegtoe", "kst-29435-2", ronde, "--titel", "Nota", "--datum", "2025-13-01")
    assert result.exit_code == 2
    assert "BR213" in result.stderr
    assert (ronde / "kamerstukken.yaml").read_bytes() == before


def test_a_round_without_register_gets_one(ronde: Path) -> None:
    (ronde / "kamerstukken.yaml").unlink()
    assert run("voegtoe", "2024D43452", ronde, "--titel", "Uitkomsten").exit_code == 0
    assert (ronde / "kamerstukken.yaml").read_text() == "2024D43452:\n  titel: Uitkomsten\n  soort: document\n"


def test_a_round_is_checked_without_network(ronde: Path) -> None:
    result = run("controleer", ronde, "--json")
    assert result.exit_code == 1
    assert [(each["code"], each["plaats"]) for each in data(result)["meldingen"]] == [
        ("BR501", f"{ronde.as_posix()}/brief.md:3:58")
    ]
    run("voegtoe", "kst-29435-2", ronde, "--titel", "Nota", "--vergaderjaar", "2025-2026")
    assert run("controleer", ronde).exit_code == 0


@pytest.fixture
def dienst() -> Iterator[Dienst]:
    yield from running(Dienst([document(267, Vergaderjaar="2024-2025"), document(2)]))


def test_online_says_what_differs(ronde: Path, dienst: Dienst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    result = run("controleer", ronde, "--online", "--bron", dienst.base, "--json")
    assert [each["code"] for each in data(result)["meldingen"]] == ["BR501", "BR231"]
    assert len(dienst.questions) == 1
