"""Make the two templates of the plain way: Word files with docxtpl's loops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """{{ datum }}
{{ opening }}
{%p for deel in delen %}
{{ deel.kop }}
{%p for alinea in deel.alineas %}
{{ alinea }}
{%p endfor %}
{%p endfor %}
{%p for noot in noten %}
{{ noot }}
{%p endfor %}"""

LIST_BEFORE = """{%p for deel in delen %}
{{ deel.kop }}
{%p for groep in deel.groepen %}
{{ groep.kop }}
{%p for punt in groep.punten %}
{{ punt.kop }}
{%p for afspraak in punt.afspraken %}
{%p for alinea in afspraak.alineas %}
{{ alinea }}
{%p endfor %}
{%p for item in afspraak.punten %}
{{ item }}
{%p endfor %}
{%p if afspraak.rijen %}"""

LIST_AFTER = """{%p endif %}
{%p endfor %}
{%p endfor %}
{%p endfor %}
{%p endfor %}"""

STYLES = {"{{ deel.kop }}": "Heading 1", "{{ groep.kop }}": "Heading 2", "{{ punt.kop }}": "Heading 3"}
STYLES |= {"{{ item }}": "List Bullet"}


def write_templates(folder: Path) -> None:
    """Write `kamerbrief.docx` and `afsprakenlijst.docx` into `folder`."""
    folder.mkdir(parents=True)
    letter = docx.Document()
    _paragraphs(letter, LETTER)
    letter.save(str(folder / "kamerbrief.docx"))

    agreements = docx.Document()
    _paragraphs(agreements, LIST_BEFORE)
    table = agreements.add_table(3, 3)
    table.style = "Table Grid"
    table.cell(0, 0).text = "{%tr for rij in afspraak.rijen %}"
    for column in range(3):
        table.cell(1, column).text = f"{{{{ rij[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    _paragraphs(agreements, LIST_AFTER)
    agreements.save(str(folder / "afsprakenlijst.docx"))


def _paragraphs(document: docx.document.Document, lines: str) -> None:
    for line in lines.splitlines():
        document.add_paragraph(line, STYLES.get(line))
