"""A letter that LibreOffice saved, and a web page that it made a Word file of, come over as the letter itself does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.intake.letter.reading import read_letter
from intake.lastige_brieven import GEVALLEN, Geval
from keuring.libreoffice import convert

if TYPE_CHECKING:
    from pathlib import Path

BEWAARD = ("gewoon", "eindnoten", "referentiekolom", "noten met meer stukken", "geplakt van web", "twee ondertekenaars")
BRIEVEN = [geval for geval in GEVALLEN if geval.naam in BEWAARD]
WEB = """<html><head><meta charset="utf-8"></head><body><p>Geachte voorzitter,</p>
<p>Het ontwerp is eerder gestuurd<sup><a href="#fn1" id="r1">1</a></sup>, met kaarten.</p>
<h2>Voortgang</h2>
<p>De metingen volgen uit het pakket Leefomgeving<sup>2</sup> dat geldt.</p>
<ul><li>punt een;</li><li>punt twee.</li></ul>
<p>De minister van Volkshuisvesting en Ruimtelijke Ordening,</p><p>A.B. Proef</p><hr/><ol>
<li id="fn1"><p>Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267<a href="#r1">↩︎</a></p></li>
<li><p>Tweede Kamer, vergaderjaar 2022-2023, 34 682, nr. 107<a href="#r2">↩︎</a></p></li></ol></body></html>"""


@pytest.fixture(scope="module")
def bewaard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Let LibreOffice save all letters in one go; give each by its name."""
    folder = tmp_path_factory.mktemp("brieven")
    paths = [folder / f"{number}.docx" for number in range(len(BRIEVEN))]
    for path, geval in zip(paths, BRIEVEN, strict=True):
        path.write_bytes(geval.data)
    made = convert(paths, "docx:MS Word 2007 XML", folder / "uit")
    return {geval.naam: path.read_bytes() for geval, path in zip(BRIEVEN, made, strict=True)}


@pytest.mark.parametrize("geval", BRIEVEN, ids=lambda geval: geval.naam)
def test_a_letter_saved_by_libreoffice_says_the_same(geval: Geval, bewaard: dict[str, bytes]) -> None:
    before = read_letter(geval.data, "brief.docx")
    after = read_letter(bewaard[geval.naam], "brief.docx")
    assert after.tekst == before.tekst == geval.tekst
    assert after.velden == before.velden
    assert after.stukken == before.stukken


def test_a_web_page_gets_its_notes_back(tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(WEB, "utf-8")
    (made,) = convert([path], "docx:MS Word 2007 XML", tmp_path / "uit", "--infilter=HTML (StarWriter)")
    overgenomen = read_letter(made.read_bytes(), "brief.docx")
    assert overgenomen.tekst == (
        "Het ontwerp is eerder gestuurd [@kst-29435-267], met kaarten.\n\n# Voortgang\n\n"
        "De metingen volgen uit het pakket Leefomgeving [@kst-34682-107] dat geldt.\n\n- punt een;\n- punt twee.\n"
    )
