"""A letter that LibreOffice saved, and a web page that it made a Word file of, come over as the letter itself does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from brief.intake.letter.reading import read_letter
from intake.lastige_brieven import GEVALLEN, Geval
from keuring.gereedschap import command, run, work_folder

if TYPE_CHECKING:
    from pathlib import Path

BEWAARD = ("gewoon", "eindnoten", "referentiekolom", "noten met meer stukken", "geplakt van web", "twee ondertekenaars")
WEB = """<html><head><meta charset="utf-8"></head><body><p>Geachte voorzitter,</p>
<p>Het ontwerp is eerder gestuurd<sup><a href="#fn1" id="r1">1</a></sup>, met kaarten.</p>
<h2>Voortgang</h2>
<p>De metingen volgen uit het pakket Leefomgeving<sup>2</sup> dat geldt.</p>
<ul><li>punt een;</li><li>punt twee.</li></ul>
<p>De minister van Volkshuisvesting en Ruimtelijke Ordening,</p><p>A.B. Proef</p><hr/><ol>
<li id="fn1"><p>Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267<a href="#r1">↩︎</a></p></li>
<li><p>Tweede Kamer, vergaderjaar 2022-2023, 34 682, nr. 107<a href="#r2">↩︎</a></p></li></ol></body></html>"""


def saved(path: Path, folder: Path, *more: str) -> bytes:
    """Let LibreOffice open a file and save it as .docx."""
    profile = work_folder() / f"profiel-{os.environ.get('PYTEST_XDIST_WORKER', 'enig')}"
    office = [command("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", *more]
    run([*office, "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, path])
    return (folder / f"{path.stem}.docx").read_bytes()


@pytest.mark.parametrize("geval", [g for g in GEVALLEN if g.naam in BEWAARD], ids=lambda geval: geval.naam)
def test_a_letter_saved_by_libreoffice_says_the_same(geval: Geval, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(geval.data)
    before = read_letter(geval.data, "brief.docx")
    after = read_letter(saved(path, tmp_path / "uit"), "brief.docx")
    assert after.tekst == before.tekst == geval.tekst
    assert after.velden == before.velden
    assert after.stukken == before.stukken


def test_a_web_page_gets_its_notes_back(tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(WEB, "utf-8")
    overgenomen = read_letter(saved(path, tmp_path / "uit", "--infilter=HTML (StarWriter)"), "brief.docx")
    assert overgenomen.tekst == (
        "Het ontwerp is eerder gestuurd [@kst-29435-267], met kaarten.\n\n# Voortgang\n\n"
        "De metingen volgen uit het pakket Leefomgeving [@kst-34682-107] dat geldt.\n\n- punt een;\n- punt twee.\n"
    )
