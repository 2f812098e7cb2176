"""Make a Word dossier of about 50 pages, the same on every run: headings, sections, lists, tables, raised text."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

WORDS = tuple(
    """Rijk regio provincie gemeenten waterschappen stellen vast onderzoeken de ruimte voor water energie woningbouw en
    natuur in het gebied samen met inwoners ondernemers netbeheerders voordat zij in overleg besluiten over locaties
    langs rivieren spoorlijnen wegen dijken havens dorpen steden polders uiterlijk eind volgend jaar waarbij kosten
    worden gedeeld""".split()  # noqa: SIM905 - a list of fifty literals reads worse
)


def sentence(rng: random.Random) -> str:
    """Give a sentence of eight to twenty words."""
    words = [rng.choice(WORDS) for _ in range(rng.randint(8, 20))]
    return " ".join(words).capitalize() + "."


def make(path: Path, pages: int = 50, seed: int = 2026) -> None:
    """Write the dossier with python-docx, so that none of the readers measured made the file."""
    import docx

    rng = random.Random(seed)
    document = docx.Document()
    document.add_heading("Gezamenlijk dossier BO Leefomgeving Noord", 0)
    for chapter in range(1, pages // 10 + 1):
        document.add_heading(f"{chapter}. Hoofdstuk", 1)
        for item in range(1, 9):
            _agendapunt(document, rng, f"{chapter}.{item}")
    document.save(str(path))


def _agendapunt(document: Document, rng: random.Random, number: str) -> None:
    """Write one page: a heading, four sections with lists, sometimes a table."""
    document.add_heading(f"{number}. Agendapunt over het gebied", 2)
    for title, count in (
        ("In het kort:", 2),
        ("Bespreekpunten:", 1),
        ("Voorgestelde afspraken:", 3),
        ("Toelichting:", 1),
    ):
        document.add_paragraph().add_run(title).italic = True
        for n in range(count):
            paragraph = document.add_paragraph(style="List Bullet 2" if n % 3 == 2 else "List Bullet")
            paragraph.add_run(f"{sentence(rng)} ")
            paragraph.add_run(sentence(rng)).bold = n % 4 == 0
            paragraph.add_run(" ten minste 400 m")
            paragraph.add_run("3").font.superscript = True
            paragraph.add_run(f"/s. {sentence(rng)}")
    if rng.random() < 0.3:
        table = document.add_table(rows=5, cols=4)
        for row in table.rows:
            for cell in row.cells:
                cell.text = rng.choice(WORDS)
