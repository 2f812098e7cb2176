"""The real letter of 2024 and the real draft dossier through the whole way, up to documents that every judge passes."""

from __future__ import annotations

import functools
import os
import re
import shutil
from typing import TYPE_CHECKING

import page
import pytest

from finishing.test_keuring_van_het_definitieve import FALSE_ALARM
from keuring.bladzijde import violations
from keuring.gereedschap import command, work_folder
from keuring.logius import rule_errors
from keuring.ooxml import all_errors
from rounds.echte_brief import BRIEF_2024, met_echte_noten
from rounds.voorbeeldronde import PROJECT, brief

if TYPE_CHECKING:
    from pathlib import Path

DOSSIER = BRIEF_2024.with_name("dossier-noordwest-2026-concept.md")
KNOWN = ("BR215", "BR405", "BR406", "BR425", "BR442")
"""What the drafts leave open: titles of papers, themes, places, a reference; and the letter is of another year."""


@functools.cache
def definitief() -> Path:
    """Give the folder with the final documents of a round made from the real texts."""
    command("soffice")
    if not DOSSIER.is_file():
        pytest.skip("the real letter and dossier are not beside this repository")
    project = work_folder() / f"echt-{os.getpid()}"
    shutil.copytree(PROJECT / "templates", project / "templates")
    ronde = project / "input" / "2026"
    (project / "brief.docx").write_bytes(met_echte_noten())
    _do("overnemen", project / "brief.docx", ronde, ok=(0, 1))
    text = (ronde / "ronde.yaml").read_text("utf-8")
    text = re.sub(r"  - landsdeel: (?!noordwest)\w+\n    datum: .*\n    dossier: .*\n    voorstel: .*\n", "", text)
    (ronde / "ronde.yaml").write_text(text.replace("noordwest.docx", "noordwest.md"), "utf-8")
    (ronde / "dossiers").mkdir(exist_ok=True)
    shutil.copy(DOSSIER, ronde / "dossiers" / "noordwest.md")
    (ronde / "bijlagen").mkdir()
    (ronde / "bijlagen" / "bijlage 2.pdf").write_bytes(b"%PDF-1.7\n")
    for order in (
        ("inlezen", ronde),
        ("datum", ronde, "noordwest"),
        ("datum", ronde, "brief"),
        ("bevestigen", ronde, "--ja"),
        ("vaststellen", ronde, "noordwest", "--datum", "2026-09-09"),
        ("opstellen", ronde),
    ):
        _do(*order, ok=(0, 1))
    despite = [each for code in KNOWN for each in ("--ondanks", code)]
    _do("afronden", ronde, *despite, "--reden", "een concept van een ander jaar", ok=(0,))
    return project / "output" / "2026" / "definitief"


def _do(*arguments: str | Path, ok: tuple[int, ...]) -> None:
    done = brief(*arguments)
    assert done.returncode in ok, f"{arguments}: {done.stdout}{done.stderr}"


def _ours(kind: str) -> list[Path]:
    return [path for path in definitief().glob(f"*.{kind}") if not path.name.startswith("Bijlage 2")]


@pytest.mark.lang
def test_geen_keuring_vindt_iets_in_wat_van_de_echte_stukken_is_gemaakt() -> None:
    assert [len(_ours(kind)) for kind in ("docx", "odt", "html", "pdf")] == [2, 2, 2, 2]
    for path in _ours("docx"):
        assert all_errors(path) == []
        assert rule_errors(path.read_bytes()) == []
    for path in _ours("html"):
        assert violations(path.read_text("utf-8")) == []
    for path in _ours("pdf"):
        for profile in ("ua1", "2b"):
            found = page.validate_pdf(path, profile=profile)
            assert [each.message for each in found.failures if each.rule_id != FALSE_ALARM] == []
