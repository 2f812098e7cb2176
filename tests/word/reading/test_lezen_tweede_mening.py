"""Other readers of Word files see no word that ours does not account for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from brief.word.reading import Source, read
from keuring.lezers import docx2python_text, mammoth_text, pandoc_text

DOSSIERS = sorted((Path(__file__).parents[3] / "input" / "2026" / "dossiers").glob("*.docx"))


def woorden(text: str) -> Counter[str]:
    """Count the words; pandoc writes the 2 of CO2 as a character of its own, which is the same letter here."""
    return Counter(re.findall(r"[^\W_]{3,}", unicodedata.normalize("NFKC", text)))


@pytest.fixture(scope="module", params=DOSSIERS, ids=lambda path: path.name)
def dossier(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_are_dossiers_to_compare() -> None:
    assert len(DOSSIERS) >= 4


@pytest.mark.parametrize("reader", [docx2python_text, mammoth_text, pandoc_text])
def test_no_word_that_ours_does_not_account_for(dossier: Path, reader: object) -> None:
    word = read(dossier.read_bytes(), dossier.name)
    ours = woorden("\n".join(block.text for block in word.blocks))
    theirs = woorden(_without_markup(reader(dossier)))  # type: ignore[operator]
    assert sorted((theirs - ours).elements()) == []


def test_the_words_of_the_body_are_those_of_pandoc(dossier: Path) -> None:
    """The title of the document is metadata to pandoc and not in its text."""
    word = read(dossier.read_bytes(), dossier.name)
    shown = word.by_source(Source.BODY, Source.TEXTBOX, Source.FOOTNOTE)
    ours = woorden("\n".join(block.text for block in shown if block.style != "title"))
    assert sorted((ours - woorden(pandoc_text(dossier))).elements()) == []


def _without_markup(text: str) -> str:
    """Take out what docx2python adds: image names and note marks."""
    return re.sub(r"-{4}(?:media/[^-]+|footnote\d+|endnote\d+|comment\d+)-{4}|footnote\d+\)", " ", text)
