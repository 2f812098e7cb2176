"""Adding a paper: the entry stands behind the register, every other byte stays, and what would not read is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.diagnostics import Diagnostic
from brief.disk.files import replace_file
from brief.kamerstuk import from_key, parse, velden_van
from brief.rounds.papers.adding import entry_lines, voeg_toe, zet_alle_achter, zet_in_register
from brief.sources.kamerstukken import Register, read_kamerstukken
from brief.sources.source import SourceFile, decode
from rounds.papers.stukkenronde import REGISTER, ronde

if TYPE_CHECKING:
    from pathlib import Path

    from brief.diagnostics import Diagnostic

VELDEN = {"titel": "Nota", "vergaderjaar": "2025-2026"}
ERBIJ = "kst-29435-2:\n  titel: Nota\n  vergaderjaar: 2025-2026\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path / "2026")


def register(folder: Path) -> Path:
    return folder / "kamerstukken.yaml"


def test_the_entry_comes_behind_the_register_and_the_rest_stays(folder: Path) -> None:
    added = zet_in_register(folder, "kst-29435-2", VELDEN)
    assert (added.geschreven, added.failed, added.meldingen) == (True, False, ())
    assert "\n".join(added.regels) + "\n" == ERBIJ
    assert register(folder).read_text("utf-8") == REGISTER + ERBIJ


def test_a_trial_run_gives_the_lines_and_writes_nothing(folder: Path) -> None:
    added = zet_in_register(folder, "kst-29435-2", VELDEN, proef=True)
    assert (added.geschreven, len(added.regels)) == (False, 3)
    assert register(folder).read_text("utf-8") == REGISTER


def test_a_paper_that_is_there_already_is_left_alone(folder: Path) -> None:
    added = zet_in_register(folder, "kst-29435-267", VELDEN)
    assert (added.regels, added.geschreven, added.failed) == ((), False, False)
    (finding,) = added.meldingen
    assert (finding.code, str(finding.place)) == ("BR224", f"{register(folder).as_posix()}:2:1")


def test_a_register_that_is_not_there_is_made(folder: Path) -> None:
    register(folder).unlink()
    assert zet_in_register(folder, "kst-29435-2", VELDEN).geschreven
    assert register(folder).read_text("utf-8") == ERBIJ


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (REGISTER.rstrip("\n").encode(), (REGISTER + ERBIJ).encode()),
        (b"\xef\xbb\xbf" + REGISTER.encode(), b"\xef\xbb\xbf" + (REGISTER + ERBIJ).encode()),
        (REGISTER.replace("\n", "\r\n").encode(), (REGISTER + ERBIJ).replace("\n", "\r\n").encode()),
        (b"", ERBIJ.encode()),
        (b"# nog leeg\n", b"# nog leeg\n" + ERBIJ.encode()),
    ],
)
def test_byte_order_mark_and_line_ends_stay_as_they_are(folder: Path, before: bytes, after: bytes) -> None:
    register(folder).write_bytes(before)
    added = zet_in_register(folder, "kst-29435-2", VELDEN)
    assert (added.geschreven, register(folder).read_bytes()) == (True, after)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff", "BR002"),
        (b"kst-29435-267: {titel: Voorontwerp\n", "BR004"),
        (b"- titel: Voorontwerp\n", "BR019"),
        (b"{kst-29435-267: {titel: Voorontwerp, vergaderjaar: 2023-2024}}\n", "BR225"),
        (b"  kst-29435-267:\n    titel: Voorontwerp\n    vergaderjaar: 2023-2024\n", "BR225"),
        (b"kst-29435-267:\n  titel: Voorontwerp\n  vergaderjaar: 2023-2024\n...\n", "BR225"),
    ],
)
def test_a_register_that_cannot_take_an_entry_is_not_touched(folder: Path, content: bytes, code: str) -> None:
    register(folder).write_bytes(content)
    added = zet_in_register(folder, "kst-29435-2", VELDEN)
    assert (added.failed, added.geschreven, register(folder).read_bytes()) == (True, False, content)
    assert [each.code for each in added.meldingen] == [code]


def test_a_wrong_field_is_reported_and_nothing_is_written(folder: Path) -> None:
    added = zet_in_register(folder, "kst-29435-2", {**VELDEN, "datum": "2025-13-01"})
    assert (added.failed, added.geschreven) == (True, False)
    assert register(folder).read_text("utf-8") == REGISTER


def test_what_was_wrong_before_is_not_said_again(folder: Path) -> None:
    register(folder).write_text(REGISTER.replace("soort: brief", "soort: brief\n  titl: x"), "utf-8")
    before = voeg_toe(register(folder), "kst-29435-2", VELDEN)
    assert [each.message for each in before.meldingen if "titl" in each.message] == []


def test_a_register_that_changes_meanwhile_is_not_overwritten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(path: Path, data: bytes, *, read_as: str | None) -> tuple[Diagnostic, ...]:
        path.write_text("# van een ander\n", "utf-8")
        return replace_file(path, data, read_as=read_as)

    monkeypatch.setattr("brief.sources.whose.replace_file", late)
    added = zet_in_register(folder, "kst-29435-2", VELDEN)
    assert ([each.code for each in added.meldingen], added.geschreven, added.failed) == (["BR024"], False, True)
    assert register(folder).read_text("utf-8") == "# van een ander\n"


def test_an_entry_has_its_fields_in_their_order_and_empty_ones_not_at_all() -> None:
    fields = {"soort": "nota", "titel": "Nota: deel 1", "datum": "2025-10-01", "url": ""}
    lines = ["kst-1-2:", "  titel: 'Nota: deel 1'", "  datum: 2025-10-01", "  soort: nota"]
    assert entry_lines("kst-1-2", fields) == lines


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Kamerstukken II 2023/24, 29435, nr. 267", {"vergaderjaar": "2023-2024"}),
        ("Kamerstuk 29 435", {"soort": "dossier"}),
        ("2024D43452", {"soort": "document"}),
        ("Bijlage bij Kamerstuk 29 435, nr. 267", {"bijlage": "true"}),
        ("Kamerstuk 29 435, 27 625, nr. 267", {"verwijzing": "Kamerstuk 29 435, 27 625, nr. 267"}),
        ("Kamerstuk 36 600 (R2190), nr. 3", {"verwijzing": "Kamerstuk 36 600 (R2190), nr. 3"}),
    ],
)
def test_what_a_reference_says_by_itself_is_filled_in(text: str, fields: dict[str, str]) -> None:
    reference = parse(text)
    assert reference is not None
    assert velden_van(reference) == fields


def test_a_kamer_that_the_key_does_not_tell_is_a_field() -> None:
    reference = parse("Kamerstukken I 2000/01, 27400, nr. 12")
    assert reference is not None
    assert from_key(reference.sleutel) is not None
    assert velden_van(reference)["kamer"] == "I"


def test_many_papers_go_in_at_once_and_only_what_cannot_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    source, _ = decode("kamerstukken.yaml", b"kst-29435-1:\n  titel: Eerste\n")
    assert source is not None
    read: list[int] = []

    def counted(source: SourceFile) -> tuple[Register, tuple[Diagnostic, ...]]:
        read.append(len(source.text))
        return read_kamerstukken(source)

    monkeypatch.setattr("brief.rounds.papers.adding.read_kamerstukken", counted)
    papers = [(f"kst-29435-{number}", {"titel": f"Stuk {number}"}) for number in range(1, 400)]
    result, found = zet_alle_achter(source, papers)
    assert (len(read), found) == (2, ())
    assert result.text == "kst-29435-1:\n  titel: Eerste\n" + "".join(
        f"kst-29435-{number}:\n  titel: Stuk {number}\n" for number in range(2, 400)
    )
    read.clear()
    papers[200] = ("geen sleutel", {"titel": "x"})
    result, found = zet_alle_achter(source, papers)
    assert [each.code for each in found] == ["BR202"]
    assert result.text.count("titel: Stuk") == 397
    assert len(read) < 60
