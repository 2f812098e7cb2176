"""Lay documents out with LibreOffice, in passes, until the page numbers in them are those of their own pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.finishing.office import convert
from brief.finishing.pdf import read_outline
from brief.word.finished.pages import headings, with_pages
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
    titles = {name: headings(data) for name, data in documents.items()}
    docx = {name: _numbered(data, titles[name], {}, 1) for name, data in documents.items()}
    unsure: set[str] = set()
    pdf: dict[str, bytes] = {}
    for _ in range(_MOST_PASSES):
        pdf = convert(office, {name: for_pdf(data, day) for name, data in docx.items()}, office.pdf_filter)
        after = {}
        for name, data in documents.items():
            pages, total = _pages(titles[name], pdf[name])
            if pages is None:
                unsure.add(name)
            after[name] = data if pages is None else _numbered(data, titles[name], pages, total)
        if after == docx:
            break
        docx = after
    else:
        unsure |= set(docx)
    return LaidOut(docx, pdf, tuple(sorted(unsure)))


def _numbered(docx: bytes, titles: Headings, pages: Mapping[str, int], total: int) -> bytes:
    named = {name: pages.get(name, 1) for _, names in titles for name in names}
    return with_pages(docx, named, total)


def _pages(titles: Headings, pdf: bytes) -> tuple[dict[str, int] | None, int]:
    """Give the page of each bookmark at a heading; None when the outline of the PDF is not that of the document."""
    outline, total = read_outline(pdf)
    found = [each for each in titles if each[0]]
    if len(outline) != len(found):
        return None, total
    pages: dict[str, int] = {}
    for (words, names), line in zip(found, outline, strict=True):
        if _same(words) not in {_same(line.words), _same(_NUMBER.sub("", line.words))} or line.page < 1:
            return None, total
        pages |= dict.fromkeys(names, line.page)
    return pages, total


def _same(words: str) -> str:
    """Give words without what a layout may do to their white space."""
    return "".join(words.split())
