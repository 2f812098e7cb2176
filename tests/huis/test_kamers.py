"""The table of rooms: it holds, it covers every room, and each of its lines can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from huis.project import MODULES, PROJECT

if TYPE_CHECKING:
    from pathlib import Path

CONTRACTS: list[dict[str, Any]] = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"][
    "importlinter"
]["contracts"]
ROOMS = {f"brief.{path.relative_to(PROJECT / 'brief').parts[0].removesuffix('.py')}" for path in MODULES}
ROOMS -= {"brief.__init__", "brief.__main__"}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_room_has_its_own_contract() -> None:
    own = {contract["source_modules"][0] for contract in CONTRACTS if len(contract["source_modules"]) == 1}
    assert own == ROOMS


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["name"])
def test_a_contract_about_a_library_names_every_room_but_its_home(contract: dict[str, Any]) -> None:
    if len(contract["source_modules"]) == 1:
        assert contract["source_modules"][0] not in contract["forbidden_modules"]
    else:
        homes = ROOMS - set(contract["source_modules"])
        assert all(room.removeprefix("brief.") in contract["name"] for room in homes)
        assert len(homes) <= 2


def test_every_contract_can_fail(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "brief", tmp_path / "brief", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    sound = _lint(tmp_path)
    assert sound.returncode == 0, sound.stdout + sound.stderr

    for contract in CONTRACTS:
        room = tmp_path / contract["source_modules"][-1].replace(".", "/")
        module = room / "__init__.py" if room.is_dir() else room.with_suffix(".py")
        forbidden = contract["forbidden_modules"][-1]
        with module.open("a", encoding="utf-8") as lines:
            lines.write(f"\nimport {'ruamel.yaml' if forbidden == 'ruamel' else forbidden}\n")
    broken = _lint(tmp_path)
    assert broken.returncode == 1, broken.stdout + broken.stderr
    assert [c["name"] for c in CONTRACTS if f"{c['name']} BROKEN" not in broken.stdout] == []
