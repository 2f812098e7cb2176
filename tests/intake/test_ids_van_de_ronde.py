"""In a round a dossier is shown with the ids of the round, whatever its own numbers would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.rounds.one_dossier import look_at
from brief.rounds.reading_in import Opdracht, lees_ronde_in
from rounds.rondemap import alleen, bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

KOP = "# BO Leefomgeving Noord\n\nconceptversie 1-8\n\n"
PUNT = "## {} Zoet water\n\n### Voorgestelde afspraken\n\n{}\n\n"
EEN = "- Rijk en regio houden water vast in het hele gebied."
TWEE = "- De provincie betaalt de helft van de nieuwe sluis."
NIEUW = "- Het Rijk graaft een kanaal van noord naar zuid."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a round with one landsdeel whose dossier was renumbered since it was first read."""
    monkeypatch.chdir(tmp_path)
    made = ronde(tmp_path)
    alleen(made, "noord")
    bestand(made, "noordwest").unlink()
    bestand(made, "noord").unlink()
    vervang(made / "ronde.yaml", "dossiers/noord.docx", "dossiers/noord.md")
    lees(made, KOP + PUNT.format("2.1", f"{EEN}\n{TWEE}"))
    lees(made, KOP + PUNT.format("2.2", f"{NIEUW}\n{EEN}\n{TWEE}"))
    return made


def lees(folder: Path, text: str) -> None:
    (folder / "dossiers" / "noord.md").write_text(text, "utf-8")
    done = lees_ronde_in(geopend(folder), Opdracht())
    assert not done.failed, done.meldingen


def getoond(path: Path, tmp_path: Path) -> tuple[list[str], bool]:
    """Give the ids that are shown, and whether they are those of the round."""
    seen = look_at(path.read_bytes(), path.name, path, tmp_path / "input")
    shown = [each.id for each in seen.gelezen.dossier.afspraken]
    steps = {each.afspraak for each in seen.gelezen.stappen if each.afspraak}
    assert steps == set(shown)
    return shown, seen.ronde is not None


def test_a_dossier_of_the_round_has_the_ids_of_the_round(folder: Path, tmp_path: Path) -> None:
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    known = {each.id for each in bestanden.afspraken}
    shown, of_round = getoond(folder / "dossiers" / "noord.md", tmp_path)
    assert of_round
    assert set(shown) == known
    assert shown[1:] == ["n-2.1-1", "n-2.1-2"]


def test_a_newer_version_that_was_not_read_in_yet_has_the_ids_it_would_get(folder: Path, tmp_path: Path) -> None:
    path = folder / "dossiers" / "noord.md"
    path.write_text(KOP + PUNT.format("3.4", f"{EEN}\n{TWEE}\n- Nog een heel andere afspraak over wonen."), "utf-8")
    before = {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    shown, of_round = getoond(path, tmp_path)
    assert of_round
    assert shown == ["n-2.1-1", "n-2.1-2", "n-3.4-3"]
    assert {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()} == before


def test_a_copy_elsewhere_of_a_dossier_of_the_newest_round_has_its_ids(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "ontvangen.md"
    copy.write_bytes((folder / "dossiers" / "noord.md").read_bytes())
    assert getoond(copy, tmp_path)[0][1:] == ["n-2.1-1", "n-2.1-2"]


def test_a_dossier_of_no_round_has_its_own_ids(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "noord.md"
    other.write_text(KOP + PUNT.format("7.1", EEN), "utf-8")
    assert getoond(other, tmp_path) == (["n-7.1-1"], False)
    assert folder.is_dir()


def test_reading_in_shows_the_ids_of_the_round_too(folder: Path) -> None:
    (done,) = lees_ronde_in(geopend(folder), Opdracht()).dossiers
    assert done.gelezen is not None
    assert [each.id for each in done.gelezen.dossier.afspraken][1:] == ["n-2.1-1", "n-2.1-2"]
