"""What a page of `uitleg/` shows as wrong gives its code, and what it tells to write instead does not.

For the pages of which the example can be read as it stands: Markdown of the letter, references to papers, fields of the
register of papers.
"""

from __future__ import annotations

import datetime
import re
from textwrap import dedent, indent
from typing import TYPE_CHECKING

from brief.diagnostics.table import codes, explanation
from brief.rounds.papers.checking import controleer_bestand
from brief.sources.kamerstukken import read_kamerstukken
from brief.sources.source import SourceFile
from brief.text import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brief.diagnostics import Diagnostic

_BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
_KEY = re.compile(r"\S+:[ ]*(?:#.*)?\n")


def _of_markdown(text: str) -> Iterable[Diagnostic]:
    return parse(text).diagnostics


def _of_papers(text: str) -> Iterable[Diagnostic]:
    return controleer_bestand(text.encode(), "brief.txt", datetime.date(2026, 9, 14)).meldingen


def _of_register(text: str) -> Iterable[Diagnostic]:
    whole = text if _KEY.match(text) else f"kst-29435-267:\n{indent(dedent(text), '  ')}"
    return read_kamerstukken(SourceFile("kamerstukken.yaml", whole.encode(), whole))[1]


NOT_BY_ITSELF = {"BR225", "BR226", "BR231", "BR232", "BR234", "BR235"}
"""Of these a register alone does not tell: they are of the whole round, of a command or of the network."""


def _pages() -> Iterator[tuple[str, Callable[[str], Iterable[Diagnostic]]]]:
    for code in codes():
        wrong = (explanation(code) or "").partition("**Voorbeeld.**")[2].partition("**Schrijf")[0]
        found = _BLOCK.search(wrong)
        if found is None or code in NOT_BY_ITSELF or "brief " in found[2]:
            continue
        if code.startswith("BR07"):
            yield code, _of_markdown
        elif code.startswith("BR2"):
            yield code, _of_register if found[1] == "yaml" else _of_papers


def test_the_example_of_a_page_gives_its_code_and_what_to_write_instead_does_not() -> None:
    pages = list(_pages())
    assert len(pages) > 25, "hardly a page was found"
    for code, findings in pages:
        wrong, right = (explanation(code) or "").partition("**Voorbeeld.**")[2].split("**Schrijf in plaats daarvan.**")
        given = [code in {each.code for each in findings(block[1])} for block in _BLOCK.findall(wrong)[:1]]
        kept = [code in {each.code for each in findings(block[1])} for block in _BLOCK.findall(right)]
        assert (code, given, any(kept)) == (code, [True], False)
