"""The table in the manual of what brief reads otherwise than Pandoc: each line of it is true of both."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pypandoc
import pytest

from brief.text import parse

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "handleiding.md"
HEAD = "| u schrijft | Pandoc maakt ervan | `brief` maakt ervan |"

CASES: dict[str, tuple[str, str, str]] = {
    "`~~tekst~~`": ("~~tekst~~", "Strikeout", "BR070"),
    "`^[noot]`": ("een ^[noot]", "Note", "BR070"),
    "`> citaat`": ("> citaat", "BlockQuote", "BR070"),
    "```` ``` ````": ("```\ntekst\n```", "CodeBlock", "BR070"),
    "`` `code` ``": ("de `code`", "Code", "BR070"),
    "`***` op een regel": ("***", "HorizontalRule", "BR070"),
    "`![kaart](kaart.png)`": ("een ![kaart](kaart.png)", "Image", "BR070"),
    "`<del>tekst</del>`": ("een <del>tekst</del>", "RawInline", "BR070"),
    "`$x$`": ("de $x$", "Math", "BR070"),
    "`[tekst][naam]`": ("[tekst][naam]\n\n[naam]: https://x.nl", "Link", "BR070"),
    "`: betekenis` onder een regel": ("begrip\n: betekenis", "DefinitionList", "BR070"),
    "`[tekst]{.klasse}`": ("[tekst]{.klasse}", "Span", "BR070"),
    "`+---+` om cellen": ("+---+---+\n| a | b |\n+---+---+", "Table", "BR070"),
    "`- [ ] taak`": ("- [ ] taak", "\\9744", "BR070"),
    "`Table: zin` bij een tabel": ("| a |\n|---|\n| 1 |\n\nTable: zin", "Caption", "BR070"),
    "`[^a]:` zonder tekst": ("zin[^a]\n\n[^a]:", "Note", "BR070"),
    "`% Titel` bovenaan": ("% Titel\n\nzin", '[ Para [ Str "zin" ]', "BR070"),
    "`\\newpage`": ("zin \\newpage", "RawInline", "BR070"),
    "`- # Kop`": ("- # Kop", "Header", "BR070"),
    "`[tekst](https://x.nl){.klasse}`": ("[tekst](https://x.nl){.klasse}", "klasse", "BR070"),
    "`(a) punt`": ("(a) punt\n(b) punt", "OrderedList", "BR078"),
    "`-` zonder tekst": ("- a\n-\n- b", "BulletList", "BR078"),
    "`<!-- opmerking -->`": ("<!-- opmerking -->", "RawBlock", "BR076"),
    '`"tekst"`, `--` en `...`': ('"tekst" -- a...', "Quoted", "Paragraph"),
    "`@naam` in een zin": ("zie @naam", "Cite", "Paragraph"),
    "`2027. Daarna` aan het begin": ("2027. Daarna", "OrderedList", "Paragraph"),
    "`\\| a \\|` zonder `\\|---\\|` eronder": ("| a |", "LineBlock", "Table"),
    "`\\|:-:\\|` onder een kop": ("| a |\n|:-:|\n| 1 |", "AlignCenter", "Table"),
    "een kop, lijst of tabel direct onder een regel": ("zin\n- punt", "Para", "ListItem"),
    "vier spaties voor een alinea": ("    zin", "CodeBlock", "Paragraph"),
    "een spatie voor `# Kop`": (" # Kop", 'Str "#"', "Heading"),
    "`1.`, `3.`, `7.`": ("1. a\n3. b\n7. c", "OrderedList", "7."),
    "een tweede alinea in een voetnoot": ("a[^n]\n\n[^n]: een\n\n    twee", "Para", "een\\ntwee"),
}


@cache
def _rows() -> dict[str, list[str]]:
    lines = MANUAL.read_text("utf-8").split(HEAD)[1].split("\n\n")[0].split("\n")[2:]
    cells = [[cell.strip() for cell in line.replace("\\|", "\0").strip("|").split("|")] for line in lines]
    return {row[0].replace("\0", "\\|"): row for row in cells}


def test_the_table_and_the_cases_are_the_same_ones() -> None:
    assert list(_rows()) == list(CASES)


@pytest.mark.parametrize("written", CASES)
def test_a_difference_is_as_the_manual_says(written: str) -> None:
    markdown, pandoc, brief = CASES[written]
    assert pandoc in pypandoc.convert_text(markdown, "native", format="markdown")
    parsed = parse(markdown)
    codes = {each.code for each in parsed.diagnostics}
    assert codes == ({brief} if brief.startswith("BR") else set())
    if brief.startswith("BR"):
        assert brief in _rows()[written][2]
    else:
        assert brief in f"{parsed.blocks}{parsed.notes}"
