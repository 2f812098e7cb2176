"""The install script touches apt's sources only as it says, and puts them back when that brings nothing."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from huis.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = """Types: deb
URIs: http://deb.debian.org/debian
Suites: bookworm bookworm-updates
Components: main

Types: deb
URIs: http://deb.debian.org/debian-security
Suites: bookworm-security
Components: main
"""
WITH_BACKPORTS = SOURCES.replace("bookworm-updates", "bookworm-updates bookworm-backports")


class Machine:
    """A machine with programs that only write down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sources = folder / "sources.list.d/debian.sources"
        self.sources.parent.mkdir()
        self.sources.write_text(SOURCES)
        (folder / "os-release").write_text("VERSION_CODENAME=bookworm\n")
        self.program("soffice", 'echo "LibreOffice $(cat "$0.versie")"')
        self.program("id", "echo 0")
        self.program("sudo", "exit 1")
        self.version("7.4.7.2")
        self.apt("true")

    def program(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/bash\n{script}\n")
        path.chmod(0o755)

    def version(self, number: str) -> None:
        (self.folder / "soffice.versie").write_text(number)

    def apt(self, outcome: str) -> None:
        """Make an apt-get that notes its verbs and, on install, does `outcome`."""
        self.program("apt-get", f'echo "$*" >>"$0.gedaan"; case "$*" in *install*) {outcome};; esac')

    def install(self, *arguments: str) -> str:
        done = subprocess.run(
            [PROJECT / "tools/omgeving/libreoffice.sh", *arguments],
            env={
                "PATH": f"{self.folder}:{os.environ['PATH']}",
                "APT_FOLDER": str(self.folder),
                "OS_RELEASE": str(self.folder / "os-release"),
            },
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stderr

    @property
    def asked(self) -> str:
        log = self.folder / "apt-get.gedaan"
        return log.read_text() if log.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_debian_12_gets_the_backports_in_the_suites_it_lists(machine: Machine) -> None:
    machine.apt('echo 25.2.3.2 >"$(dirname "$0")/soffice.versie"')
    assert "older" not in machine.install()
    assert machine.sources.read_text() == WITH_BACKPORTS
    assert "-t bookworm-backports libreoffice-writer-nogui" in machine.asked


def test_the_older_form_of_the_sources_gets_a_line_beside_its_own(machine: Machine) -> None:
    machine.sources.unlink()
    older = machine.folder / "sources.list"
    older.write_text(
        "# deb http://deb.debian.org/debian bookworm main\ndeb http://deb.debian.org/debian bookworm main\n"
    )
    machine.install()
    machine.install()
    assert older.read_text().splitlines() == [
        "# deb http://deb.debian.org/debian bookworm main",
        "deb http://deb.debian.org/debian bookworm main",
        "deb http://deb.debian.org/debian bookworm-backports main",
    ]


def test_a_second_run_changes_nothing(machine: Machine) -> None:
    machine.install()
    machine.install()
    assert machine.sources.read_text() == WITH_BACKPORTS


def test_backports_that_bring_nothing_are_taken_out_again(machine: Machine) -> None:
    machine.apt("exit 100")
    said = machine.install()
    assert "That did not work" in said
    assert "LibreOffice 7.4 is older than 25.2" in said
    assert machine.sources.read_text() == SOURCES


@pytest.mark.parametrize("reason", ["new enough", "asked to leave it", "not root", "another release", "another form"])
def test_the_sources_stay_as_they_are_when(reason: str, machine: Machine) -> None:
    match reason:
        case "new enough":
            machine.version("25.2.3.2")
        case "not root":
            machine.program("id", "echo 1000")
        case "another release":
            (machine.folder / "os-release").write_text("VERSION_CODENAME=trixie\n")
        case "another form":
            machine.sources.write_text(SOURCES.replace("Suites: bookworm ", "Suites: stable "))
    before = machine.sources.read_text()
    machine.install(*(["bestaand"] if reason == "asked to leave it" else []))
    assert machine.sources.read_text() == before
    assert "install" not in machine.asked
