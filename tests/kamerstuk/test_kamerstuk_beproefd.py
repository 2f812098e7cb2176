"""What trying the library and the commands as a new user showed to be wrong, and must stay right."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from brief.commands.kamerstuk import kamerstuk
from brief.kamerstuk import find, from_key, moties, parse, resolve
from brief.kamerstuk.notes import note_spans
from brief.kamerstuk.online import look_up_all, open_data

ROUND = Path(__file__).parents[2] / "input" / "2026"


@pytest.mark.parametrize(
    ("text", "key", "kamer"),
    [
        ("*Kamerstukken II* 2022/23, 36 327, nr. 3", "kst-36327-3", "II"),
        ("_Kamerstukken I_ 2022/23, 36 327, C", "kst-36327-C", "I"),
        ("**Kamerstuk 29 435**, nr. 267", "kst-29435-267", "II"),
        ("***Kamerstukken*** 29 435, nr. 267", "kst-29435-267", "II"),
    ],
)
def test_emphasis_in_markdown_does_not_cut_a_reference_in_two(text: str, key: str, kamer: str) -> None:
    (found,) = find(text).verwijzingen
    assert (found.sleutel, str(found.referentie.kamer)) == (key, kamer)


def test_a_superscript_behind_a_motie_is_its_note() -> None:
    text = "De motie van het lid Minhas⁴.\n\n1 A\n2 B\n3 C\n4 Kamerstuk 29 383, nr. 378"
    (motie,) = moties(text, find(text))
    assert (motie.naam, motie.verwijzing and motie.verwijzing.sleutel) == ("Minhas", "kst-29383-378")


def test_notes_with_names_are_followed_in_the_order_in_which_the_text_refers_to_them() -> None:
    text = (
        "Eerst[^nota], dan de motie van het lid Grinwis[^motie].\n\n"
        "[^motie]: Idem, nr. 268.\n[^nota]: Kamerstuk 29 435, nr. 267\n"
    )
    assert [(note.nummer, note.merk) for note in note_spans(text)] == [(1, "nota"), (2, "motie")]
    found = find(text)
    assert [each.sleutel for each in resolve(text, found).verwijzingen] == ["kst-29435-268"]


def test_a_number_of_a_reference_just_read_is_not_taken_twice() -> None:
    found = find("Kamerstuk 34 682, nr. 3 van Kamerstuk 29 435").verwijzingen
    assert [each.sleutel for each in found] == ["kst-34682-3", "kst-29435"]


def test_a_number_of_some_list_is_not_called_a_paper_because_a_line_below_begins_with_nr() -> None:
    assert find("29 435 woningen zijn gebouwd.\n\nNr. 3 in de lijst is Zwolle.").verwijzingen == ()


def test_a_key_of_a_committee_meeting_reads_back() -> None:
    reference = parse("Handelingen II 1984/85, UCV 41, p. 12")
    assert reference is not None
    assert reference.sleutel == "h-tk-19841985-ucv41-12"
    assert from_key(reference.sleutel) == reference


def test_notes_typed_by_hand_in_a_word_file_are_followed(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("Zie de motie van het lid Minhas².", "1 Kamerstuk 29 435, nr. 267", "2 Zie noot 1."):
        document.add_paragraph(line)
    document.save(str(tmp_path / "brief.docx"))
    result = CliRunner().invoke(kamerstuk, ["zoek", str(tmp_path / "brief.docx")])
    assert "kst-29435-267  Zie noot 1" in result.output
    assert "kst-29435-267  motie Minhas" in result.output


@pytest.mark.parametrize("address", ["onzin", "file:///etc/passwd", "http://", "http://["])
def test_an_address_that_is_none_is_refused_in_words(address: str) -> None:
    result = CliRunner().invoke(kamerstuk, ["controleer", str(ROUND), "--online", "--bron", address])
    assert (result.exit_code, "geen webadres" in result.output) == (2, True)


def test_no_network_is_said_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    from brief.sources import read_ronde

    ronde, _ = read_ronde(ROUND)
    assert ronde is not None
    found = look_up_all(ronde.kamerstukken.values(), ronde.kamerstukplaatsen, open_data("http://127.0.0.1:9/"))
    assert [each.code for each in found] == ["BR230"]
    assert "de verbinding is geweigerd" in found[0].message
    assert "Errno" not in found[0].message
