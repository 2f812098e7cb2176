"""What `opstellen` refuses `controleren` has named: whatever is damaged in a round, no error comes as a surprise."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.rounds.checking import check
from brief.rounds.making import Opdracht, make
from brief.rounds.opening import open_round
from rounds.rondemap import ronde

FILES = ("ronde.yaml", "afspraken/noord.yaml", "afspraken/noordwest.yaml", "brief.md", "kamerstukken.yaml")
INSERTED = (
    "    status: klaar\n",
    "::: {.afspraken thema=watre}\n:::\n",
    "Een noot[^weg] en [@kst-1-1].\n",
    "  - id: n-1.1-1\n",
    "\tx: [\n",
    "    brief: |\n      - een lijst\n",
    "dossier: {}\n",
    "\x00",
)


def _weg(path: Path, _number: int) -> None:
    path.unlink()


def _leeg(path: Path, _number: int) -> None:
    path.write_bytes(b"")


def _map(path: Path, _number: int) -> None:
    path.unlink()
    path.mkdir()


def _anders(path: Path, _number: int) -> None:
    path.rename(path.with_name(path.name + ".txt"))


def _geen_utf8(path: Path, number: int) -> None:
    data = path.read_bytes()
    at = number % (len(data) + 1)
    path.write_bytes(data[:at] + b"\xff" + data[at:])


def _afgebroken(path: Path, number: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: number % (len(data) + 1)])


def _regel_weg(path: Path, number: int) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    del lines[number % len(lines) : number % len(lines) + 1]
    path.write_text("".join(lines), "utf-8")


def _regel_dubbel(path: Path, number: int) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = number % len(lines)
    path.write_text("".join([*lines[: at + 1], *lines[at:]]), "utf-8")


def _erbij(path: Path, number: int) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = number // len(INSERTED) % (len(lines) + 1)
    path.write_text("".join([*lines[:at], INSERTED[number % len(INSERTED)], *lines[at:]]), "utf-8")


DAMAGES = (_weg, _leeg, _map, _anders, _geen_utf8, _afgebroken, _regel_weg, _regel_dubbel, _erbij)


def geweigerd(folder: Path) -> set[str]:
    """Give the codes of the errors for which no version is made."""
    result = make(Opdracht(folder))
    found = {each.code for each in result.findings if each.is_error}
    assert bool(found) != result.is_new
    return found


def genoemd(folder: Path) -> set[str]:
    return {each.code for each in check(open_round(folder)).findings}


@pytest.fixture(scope="module")
def heel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = ronde(tmp_path_factory.mktemp("heel"))
    assert geweigerd(made) == set()
    return made


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(FILES), st.sampled_from(DAMAGES), st.integers(0, 5000)),
        min_size=1,
        max_size=3,
        unique_by=lambda damage: damage[0],
    )
)
def test_no_refusal_comes_as_a_surprise(heel: Path, damages: list[tuple[str, object, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "input" / "2027"
        shutil.copytree(heel, folder)
        for file, damage, number in damages:
            if (folder / file).read_bytes() if (folder / file).is_file() else b"":
                damage(folder / file, number)  # type: ignore[operator]
        assert geweigerd(folder) <= genoemd(folder)


@pytest.mark.parametrize("damage", [_weg, _leeg, _map, _anders], ids=lambda each: each.__name__)
@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_there_as_it_should_be(heel: Path, tmp_path: Path, file: str, damage: object) -> None:
    folder = tmp_path / "input" / "2027"
    shutil.copytree(heel, folder)
    damage(folder / file, 0)  # type: ignore[operator]
    assert geweigerd(folder) <= genoemd(folder)
