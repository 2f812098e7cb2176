"""A finished copy of the sample round: every sentence written, every annex there, finished once a run."""

from __future__ import annotations

import functools
import re
import shutil
from typing import TYPE_CHECKING

from brief.sources import read_ronde
from keuring.gereedschap import once
from rounds.voorbeeldronde import PROJECT, RONDE, brief

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

LETTER = "Kamerbrief Uitkomsten BO's Leefomgeving 2026"
LIST = "Bijlage 1 Afsprakenlijst Bestuurlijke Overleggen Leefomgeving 2026"
FORMATS = ("docx", "odt", "html", "pdf")


@functools.cache
def ready() -> Path:
    """Give a project whose sample round can be finished, with a first version; who changes it takes a copy."""
    return once("af-te-ronden", _make_ready)


def _make_ready(project: Path) -> None:
    ronde = project / "input" / "2026"
    shutil.copytree(RONDE, ronde)
    shutil.copytree(PROJECT / "templates", project / "templates")
    (ronde / "bijlagen").mkdir()
    for number in (2, 3, 4):
        (ronde / "bijlagen" / f"bijlage {number}.pdf").write_bytes(b"%PDF-1.7\n")
    for path in (ronde / "afspraken").glob("*.yaml"):
        path.write_text(_with_sentences(path.read_text("utf-8")), "utf-8")
    _decide(ronde)
    made = brief("opstellen", ronde)
    assert made.returncode == 0, made.stderr


def _decide(ronde: Path) -> None:
    """Let the meeting name a subject instead of a number of the dossier, which no reader of the list has."""
    bestanden, _ = read_ronde(ronde)
    assert bestanden is not None
    text = next(each.tekst for each in bestanden.afspraken if each.id == "nw-2.5.4-2")
    assert "onder 2.3" in text
    path = ronde.parents[1] / "tekst.md"
    path.write_text(text.replace("onder 2.3", "over het Deltaprogramma"), "utf-8")
    reason = ("--datum", "2026-09-09", "--reden", "een lezer van de lijst kent de nummers van het dossier niet")
    done = brief("vaststellen", ronde, "nw-2.5.4-2", "--gewijzigd", *reason, "--tekst", path)
    assert done.returncode == 0, done.stderr


def _with_sentences(text: str) -> str:
    """Write a sentence for the letter where the sample leaves a draft."""
    for identity in ("n-5.2-1", "z-5.2-1", "o-5.2-1", "zw-5.2-1"):
        sentence = f"Over onderwerp {identity} maken Rijk en regio een gezamenlijke planning."
        text = re.sub(rf"^(  - id: {re.escape(identity)})$", rf"\1\n    brief: {sentence}", text, flags=re.MULTILINE)
    return text


@functools.cache
def finished() -> Path:
    """Give the folder with the final documents of the sample round; who changes something takes a copy."""

    def make(project: Path) -> None:
        shutil.copytree(ready(), project, dirs_exist_ok=True)
        done = finish(project / "input" / "2026")
        assert done.returncode == 0, done.stderr

    return once("afgerond", make) / "output" / "2026" / "definitief"


def finish(ronde: Path) -> subprocess.CompletedProcess[str]:
    """Finish a round as the one that everybody reads was finished."""
    return brief("afronden", ronde, "--wie", "A. Tester", "--wanneer", "2026-09-14")


def final(name: str, kind: str) -> bytes:
    """Give the bytes of a final document in a format."""
    return (finished() / f"{name}.{kind}").read_bytes()
