"""Read pages in every notation: `p. 7-8`, `pag 69/70`, `blz. 17, 19-22`, `p. 4 e.v.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import COUNTED, LOWER_WORD, NEXT_PAGE, PAGE, PAGE_WORD

if TYPE_CHECKING:
    import re

_MOST_PAGES = 30


def read_pages(text: str, pos: int) -> tuple[str | None, int]:
    """Read pages at `pos`: the pages as `7-8`, `12 en 13`, `69/70`, `4 e.v.` and where they end, or None and `pos`."""
    word = PAGE_WORD.match(text, pos)
    if word is None:
        return None, pos
    pages, end = read_page_list(text, word.end())
    if pages and "(" in word.group() and text.startswith(")", end):
        end += 1
    return (pages, end) if pages else (None, pos)


def read_page_list(text: str, pos: int) -> tuple[str, int]:
    """Read a list of pages without a word before it; an empty text when there is none."""
    match = PAGE.match(text, pos)
    if match is None:
        return "", pos
    pages, end = _written(match), match.end()
    for _ in range(_MOST_PAGES):
        link = NEXT_PAGE.match(text, end)
        following = PAGE.match(text, link.end()) if link else None
        if link is None or following is None or not _goes_on(text, match, link["link"], following):
            break
        pages += (" en " if "en" in link["link"] else ", ") + _written(following)
        match, end = following, following.end()
    return pages, end


def _goes_on(text: str, before: re.Match[str], link: str, following: re.Match[str]) -> bool:
    """Tell pages from numbers that go on with the sentence: pages rise, and count nothing."""
    if int(following["first"]) <= int(before["first"]) or COUNTED.match(text, following.end()):
        return False
    return "en" in link or bool(following["last"]) or LOWER_WORD.match(text, following.end()) is None


def _written(match: re.Match[str]) -> str:
    pages = match["first"]
    if match["last"]:
        pages += ("/" if match["dash"] == "/" else "-") + match["last"]
    if match["on"]:
        pages += " e.v."
    if match["column"]:
        pages += " l.k." if "l" in match["column"] else " r.k."
    return pages
