"""A file of a round that is absent, empty, unreadable, renamed or a folder never gives documents with less in them.

Each of these is said for what it is, and `opstellen` writes nothing.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brief.commands.stand import stand
from brief.rounds.checking import check
from brief.rounds.making import Opdracht, make, make_and_write
from brief.rounds.new import make_new, plan_new
from brief.rounds.opening import open_round
from rounds.rondemap import alleen, bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.rounds.making import Resultaat

    Schade = Callable[[Path], None]


def weg(path: Path) -> None:
    """Take a file away."""
    path.unlink()


def leeg(path: Path) -> None:
    """Leave nothing of a file."""
    path.write_bytes(b"")


def map_op_de_plaats(path: Path) -> None:
    """Put a folder where the file was."""
    path.unlink()
    path.mkdir()


def kring(path: Path) -> None:
    """Make a file unreadable, for root too: a link that leads to itself."""
    path.unlink()
    path.symlink_to(path.name)


def dood(path: Path) -> None:
    """Make a link to nothing of a file."""
    path.unlink()
    path.symlink_to("nergens")


def onleesbaar(path: Path) -> None:
    """Give a file bytes that are no UTF-8."""
    path.write_bytes(b"\xff\xfe" + path.read_bytes())


def hernoemd(suffix: str) -> Schade:
    """Give a file a name with something behind it."""

    def rename(path: Path) -> None:
        path.rename(path.with_name(path.name + suffix))

    return rename


def hoofdletters(path: Path) -> None:
    """Write the ending of a file in capitals."""
    path.rename(path.with_suffix(path.suffix.upper()))


def kopie(path: Path) -> None:
    """Leave only a copy as a file manager names it."""
    path.rename(path.with_name(f"Kopie van {path.name}"))


SCHADE = [
    weg,
    leeg,
    map_op_de_plaats,
    kring,
    dood,
    onleesbaar,
    hernoemd(".txt"),
    hernoemd("~"),
    hernoemd(".bak"),
    hoofdletters,
    kopie,
]
NAMEN = ["weg", "leeg", "map", "kring", "dood", "onleesbaar", "txt", "tilde", "bak", "hoofdletters", "kopie"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a round that makes its documents without an error, its stukken cited in the letter."""
    made = ronde(tmp_path)
    vervang(made / "brief.md", "Ik meld de uitkomsten.", "Ik meld de uitkomsten [@kst-29435-267].")
    stuk = "kst-29435-267:\n  titel: Nota\n  datum: 2024-06-21\n  vergaderjaar: 2023-2024\n  soort: brief\n"
    (made / "kamerstukken.yaml").write_text(stuk, "utf-8")
    return made


def fouten(result: Resultaat) -> set[str]:
    return {each.code for each in result.findings if each.is_error}


def test_the_round_of_these_tests_is_sound(folder: Path) -> None:
    made = make_and_write(Opdracht(folder))
    assert fouten(made) == set()
    assert made.is_written
    assert [each.code for each in check(geopend(folder)).findings if each.is_error] == []


@pytest.mark.parametrize("schade", SCHADE, ids=NAMEN)
@pytest.mark.parametrize(
    "name", ["afspraken/noord.yaml", "afspraken/noordwest.yaml", "brief.md", "kamerstukken.yaml", "ronde.yaml"]
)
def test_a_damaged_file_never_gives_documents(folder: Path, tmp_path: Path, name: str, schade: Schade) -> None:
    schade(folder / name)
    result = make_and_write(Opdracht(folder))
    assert fouten(result) != set()
    assert not result.is_written
    assert not (tmp_path / "output").exists()
    outcome = check(open_round(folder))
    assert outcome.has_work
    refused = {(each.code, each.message) for each in result.findings if each.is_error}
    assert refused <= {(each.code, each.message) for each in outcome.findings}, "what opstellen refuses is named"


@pytest.mark.parametrize("schade", ["weg", "leeg", "bestand", "kring", "hernoemd"])
def test_a_damaged_folder_of_afspraken_never_gives_documents(folder: Path, tmp_path: Path, schade: str) -> None:
    where = folder / "afspraken"
    shutil.move(where, folder / "afspraken-oud")
    if schade == "leeg":
        where.mkdir()
    elif schade == "bestand":
        where.write_text("x", "utf-8")
    elif schade == "kring":
        where.symlink_to("afspraken")
    if schade != "hernoemd":
        shutil.rmtree(folder / "afspraken-oud")
    result = make_and_write(Opdracht(folder))
    assert fouten(result) != set()
    assert not (tmp_path / "output").exists()


def test_absent_unreadable_and_another_name_are_three_answers(folder: Path) -> None:
    def said(schade: Schade) -> list[tuple[str, str]]:
        copy = folder.parents[1] / "kopie"
        shutil.copytree(folder, copy, symlinks=True)
        schade(bestand(copy, "noord"))
        found = [(each.code, f"{each.message} {each.label}") for each in make(Opdracht(copy)).findings if each.is_error]
        shutil.rmtree(copy)
        return found

    absent, unreadable, folder_there = said(weg), said(kring), said(map_op_de_plaats)
    assert [code for code, _ in absent] == ["BR435"]
    assert "brief inlezen" in absent[0][1]
    assert [code for code, _ in unreadable] == [code for code, _ in folder_there] == ["BR001"]
    assert "is een map" in folder_there[0][1]
    for schade, name in [
        (hernoemd(".txt"), "noord.yaml.txt"),
        (hoofdletters, "noord.YAML"),
        (kopie, "Kopie van noord"),
    ]:
        other = said(schade)
        assert [code for code, _ in other] == ["BR022"], other
        assert name in other[0][1]
        assert "noord.yaml" in other[0][1]


def test_a_backup_beside_the_file_itself_is_no_mistake(folder: Path) -> None:
    for suffix in ("~", ".bak", ".txt"):
        shutil.copy(bestand(folder, "noord"), folder / "afspraken" / f"noord.yaml{suffix}")
    (folder / "afspraken" / ".noord.yaml.swp").write_text("x", "utf-8")
    assert fouten(make(Opdracht(folder))) == set()


@pytest.mark.parametrize("schade", [map_op_de_plaats, kring, dood], ids=["map", "kring", "dood"])
def test_a_template_of_the_round_that_cannot_be_read_is_not_passed_over(folder: Path, schade: Schade) -> None:
    (folder / "sjablonen").mkdir()
    own = folder / "sjablonen" / "kamerbrief.docx"
    own.write_bytes(b"x")
    schade(own)
    result = make(Opdracht(folder))
    assert fouten(result) == {"BR001"}
    assert not result.is_new
    assert "BR001" in {each.code for each in check(geopend(folder)).findings}


def test_a_round_of_which_nothing_is_read_yet_is_not_made_and_checking_says_why(tmp_path: Path) -> None:
    planned = plan_new("2027", tmp_path / "input")
    make_new(planned)
    outcome = check(geopend(planned.folder))
    found = [each.code for each in outcome.findings]
    assert found.count("BR435") == 5
    assert not {"BR430", "BR505", "BR512"} & set(found)
    assert outcome.has_work
    assert fouten(make_and_write(Opdracht(planned.folder))) == {"BR435"}
    assert not (tmp_path / "output").exists()


def test_a_landsdeel_that_says_itself_that_it_has_no_afspraken_is_named_and_made(folder: Path) -> None:
    bestand(folder, "noord").write_text("afspraken: []\n", "utf-8")
    result = make_and_write(Opdracht(folder))
    assert result.is_written
    assert "BR436" in {each.code for each in result.findings}
    assert "BR436" in {each.code for each in check(geopend(folder)).findings}


def test_what_the_last_version_had_and_no_file_has_any_more_is_said(folder: Path) -> None:
    assert make_and_write(Opdracht(folder)).is_written
    text = bestand(folder, "noord").read_text("utf-8")
    bestand(folder, "noord").write_text(text[: text.index("  - id: n-1.1-2")], "utf-8")
    result = make_and_write(Opdracht(folder))
    (lost,) = [each for each in result.findings if each.code == "BR514"]
    assert "n-1.1-2" in f"{lost.message} {lost.label}"
    assert "v01" in lost.message
    assert not [each for each in make_and_write(Opdracht(folder)).findings if each.code == "BR514"]


def test_a_whole_landsdeel_that_the_last_version_had_is_said_by_name(folder: Path) -> None:
    assert make_and_write(Opdracht(folder)).is_written
    bestand(folder, "noord").unlink()
    alleen(folder, "noordwest")
    result = make_and_write(Opdracht(folder))
    (lost,) = [each for each in result.findings if each.code == "BR514"]
    assert "landsdeel noord" in lost.message
    assert result.is_written


@pytest.mark.parametrize("inhoud", ["", "[]", '{"documenten": [{"blokken": ["x"]}]}', "\udcff"])
def test_a_last_version_that_cannot_be_read_is_said(folder: Path, tmp_path: Path, inhoud: str) -> None:
    (tmp_path / "output/2027/v01").mkdir(parents=True)
    (tmp_path / "output/2027/v01/inhoud.json").write_bytes(inhoud.encode("utf-8", "surrogateescape"))
    result = make(Opdracht(folder))
    said = [each for each in result.findings if each.code in {"BR514", "BR515"}]
    assert [(each.code, each.place.file.rpartition("/")[2]) for each in said if each.place is not None] == [
        ("BR515", "manifest.json"),
        ("BR515", "inhoud.json"),
    ]
    assert not result.has_lost


def test_an_afspraak_whose_id_is_of_no_landsdeel_is_not_forgotten(folder: Path) -> None:
    vervang(bestand(folder, "noord"), "n-1.1-2", "extra-1")
    assert make_and_write(Opdracht(folder)).is_written
    vervang(bestand(folder, "noord"), "extra-1", "extra-2")
    result = make_and_write(Opdracht(folder))
    (lost,) = [each for each in result.findings if each.code == "BR514"]
    assert (lost.place, lost.label) == (None, "extra-1")
    assert result.has_lost


def test_what_a_person_dropped_is_not_lost(folder: Path) -> None:
    assert make_and_write(Opdracht(folder)).is_written
    decided = "status: vervallen\n    besluit: {datum: 2027-09-15, reden: geen geld}"
    vervang(bestand(folder, "noord"), "status: vastgesteld", decided)
    assert "BR514" not in {each.code for each in make_and_write(Opdracht(folder)).findings}


def test_a_dossier_that_is_there_and_cannot_be_read_is_an_error_and_nothing_is_made(folder: Path) -> None:
    (folder / "dossiers" / "noord.docx").mkdir()
    assert fouten(make_and_write(Opdracht(folder))) == {"BR029"}
    found = [each.code for each in check(geopend(folder)).findings]
    assert "BR029" in found
    assert found.count("BR430") == 1


def test_the_state_of_a_round_names_a_landsdeel_without_afspraken(folder: Path) -> None:
    bestand(folder, "noord").unlink()
    shown = CliRunner().invoke(stand, [folder.as_posix()])
    assert "BR435" in shown.output
    assert shown.exit_code == 1


def test_a_round_without_anything_to_publish_makes_no_version(folder: Path) -> None:
    for landsdeel in ("noord", "noordwest"):
        bestand(folder, landsdeel).write_text("afspraken: []\n", "utf-8")
    result = make_and_write(Opdracht(folder))
    assert fouten(result) == {"BR512"}
    assert not result.folder.exists()
    assert {"BR436", "BR512"} <= {each.code for each in check(geopend(folder)).findings}
