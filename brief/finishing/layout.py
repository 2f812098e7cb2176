"""Lay documents out with LibreOffice, in passes, until the page numbers in them are those of their own pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.finishing.office import PLACES_PDF, convert, place_name
from brief.finishing.pdf import read_destinations, read_outline
from brief.word.finished.pages import Pages, has_own_numbers, headings, page_references, with_pages
from brief.word.finished.pdf_copy import for_pdf

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from brief.finishing.office import Office

    Headings = tuple[tuple[str, tuple[str, ...]], ...]

_MOST_PASSES = 4
_NUMBER = re.compile(r"^\d+ ")


class LaidOut(Struct, frozen=True):
    """Documents with their page numbers and the PDF of each; `unsure` names those whose pages could not be read."""

    docx: dict[str, bytes]
    pdf: dict[str, bytes]
    unsure: tuple[str, ...] = ()


def lay_out(office: Office, documents: Mapping[str, bytes], day: datetime.date) -> LaidOut:
    """Put the right page numbers in documents, by name, and make a PDF of each, dated `day`.

    The first pass has a number of one digit everywhere; a pass after it uses what the pass before it gave, and when
    that changes nothing the numbers are right.
    """
    asked = {name: _asked(data) for name, data in documents.items()}
    docx = {name: _numbered(data, asked[name], {}, 1) for name, data in documents.items()}
    unsure: set[str] = set()
    pdf: dict[str, bytes] = {}
    for _ in range(_MOST_PASSES):
        pdf = convert(office, {name: for_pdf(data, day) for name, data in docx.items()}, office.pdf_filter)
        places = _places(office, {name: docx[name] for name, each in asked.items() if each.references}, day)
        after = {}
        for name, data in documents.items():
            pages, total = _pages(asked[name], pdf[name], places.get(name, {}))
            if pages is None:
                unsure.add(name)
            after[name] = data if pages is None else _numbered(data, asked[name], pages, total)
        if after == docx:
            break
        docx = after
    else:
        unsure |= set(docx)
    return LaidOut(docx, pdf, tuple(sorted(unsure)))


class _Asked(Struct, frozen=True):
    """What a document wants the pages of: its headings, and the bookmarks that a field of the template refers to.

    Its pages are `countable` when each has its place in the document as its number.
    """

    titles: Headings
    references: tuple[str, ...]
    countable: bool


def _asked(docx: bytes) -> _Asked:
    return _Asked(headings(docx), page_references(docx), not has_own_numbers(docx))


def _numbered(docx: bytes, asked: _Asked, pages: Mapping[str, int], total: int) -> bytes:
    titles = {name: pages.get(name, 1) for _, names in asked.titles for name in names}
    return with_pages(docx, Pages(titles, {name: pages.get(name, 1) for name in asked.references}, total))


def _places(office: Office, docx: Mapping[str, bytes], day: datetime.date) -> dict[str, dict[str, int]]:
    """Give the page of every bookmark of documents, by the names that a PDF has for them."""
    if not docx:
        return {}
    made = convert(office, {name: for_pdf(data, day) for name, data in docx.items()}, PLACES_PDF)
    return {name: read_destinations(data) for name, data in made.items()}


def _pages(asked: _Asked, pdf: bytes, places: Mapping[str, int]) -> tuple[dict[str, int] | None, int]:
    """Give the page of each bookmark that is asked for; None when one of them is not certain."""
    outline, total = read_outline(pdf)
    found = [each for each in asked.titles if each[0]]
    if len(outline) != len(found) or not asked.countable:
        return None, total
    pages = {name: places.get(place_name(name), 0) for name in asked.references}
    if 0 in pages.values():
        return None, total
    for (words, names), line in zip(found, outline, strict=True):
        if _same(words) not in {_same(line.words), _same(_NUMBER.sub("", line.words))} or line.page < 1:
            return None, total
        pages |= dict.fromkeys(names, line.page)
    return pages, total


def _same(words: str) -> str:
    """Give words without what a layout may do to their white space."""
    return "".join(words.split())
