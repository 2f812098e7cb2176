"""One mistake gives one message: what could not be read is no ground for another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brief.rounds.checking import check
from brief.rounds.opening import open_round

PROJECT = Path(__file__).resolve().parents[2]


def _findings(folder: Path) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for each in check(open_round(folder)).findings:
        key = (each.code, each.message)
        found[key] = found.get(key, 0) + 1
    return found


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[tuple[str, str], int]]:
    folder = tmp_path_factory.mktemp("ronde") / "input" / "2026"
    shutil.copytree(PROJECT / "input" / "2026", folder)
    return folder, _findings(folder)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    status: vastgesteld\n", "    status: vastgesteldd\n", "BR012"),
        ("    status: vastgesteld\n", "    stauts: vastgesteld\n", "BR013"),
        ("    themas: [water]\n", "    themas: water\n", "BR015"),
        ("    themas: [water]\n", "    thema: [water]\n", "BR013"),
        ("    provincies: [overijssel, gelderland]\n", "    provincies: overijssel\n", "BR015"),
        ("    provincies: [overijssel, gelderland]\n", "    provincie: [overijssel, gelderland]\n", "BR013"),
        ("  - id: o-2.2-1\n    agendapunt", "  - idd: o-2.2-1\n    agendapunt", "BR013"),
        ("    tekst: |\n", "    teks: |\n", "BR013"),
        ("    gebieden: []\n", "    gebieden: [\n", "BR008"),
    ],
)
def test_one_mistake_is_one_message(
    voorbeeld: tuple[Path, dict[tuple[str, str], int]], tmp_path: Path, old: str, new: str, code: str
) -> None:
    folder, before = voorbeeld
    copy = tmp_path / "input" / "2026"
    shutil.copytree(folder, copy)
    path = copy / "afspraken" / "oost.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    more = [key for key, count in _findings(copy).items() if count > before.get(key, 0)]
    assert [key[0] for key in more] == [code], more
