"""The hidden bookmarks tell which paragraph is of which afspraak, counted as places in a Word file are."""

from __future__ import annotations

from brief.word.bookmarked import afspraak_of_paragraph
from word.reading.bouwdoos import docx, p, r


def start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def test_paragraphs_between_the_ends_of_a_bookmark_are_of_its_afspraak() -> None:
    body = p(r("voor")) + start(1, "_afs_a") + p(r("een")) + p(r("twee")) + end(1) + p(r("na"))
    assert afspraak_of_paragraph(docx(body)) == {2: "_afs_a", 3: "_afs_a"}


def test_a_bookmark_within_a_paragraph_tells_of_it_and_of_those_up_to_its_end() -> None:
    body = p(start(1, "_afs_a") + r("een")) + p(r("twee") + end(1)) + p(start(2, "_afs_b") + r("drie") + end(2))
    assert afspraak_of_paragraph(docx(body)) == {1: "_afs_a", 2: "_afs_a", 3: "_afs_b"}


def test_other_bookmarks_tell_nothing() -> None:
    assert afspraak_of_paragraph(docx(p(start(1, "_Toc1") + r("kop") + end(1)))) == {}
