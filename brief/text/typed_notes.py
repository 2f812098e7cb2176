"""Footnotes that someone typed: a number or star behind a word, and a paragraph that begins with the same.

So they come out of Word, a PDF or an e-mail that was pasted; they are printed in the middle of the text.
"""

from __future__ import annotations

from re import IGNORECASE
from typing import TYPE_CHECKING

from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# `woningen1.`, `akkoord*`, `woningen 1)`, `euro [1]`, `euro¹`: a mark right behind a word, not the 2 of m2
_MARK = compile_later(
    r"(?<=[^\W\d_]{3})[.,;:]?(?:(?:\d|\*{1,3}|[†‡])(?=[\s.,;:)]|$)|[ ]?\[\d{1,2}\](?![(\[:])|[¹²³⁰⁴-⁹]{1,2}(?!\w))"
)
_SIGN = compile_later(r"(?:\d|[†‡]|\*{1,3}|\[\d{1,2}\]|[¹²³⁰⁴-⁹]{1,2})$")
# `1 Onder voorbehoud`, `* mits akkoord`, `[1] Onder voorbehoud`, `¹Onder voorbehoud`
_NOTE = compile_later(r"(?:(\d)\)?(?=[ \t])|\\?(\*{1,3})(?=[ \t])|([†‡])|(\[\d{1,2}\])|([¹²³⁰⁴-⁹]{1,2}))[ \t]*[^\W\d_]")

_BACK = compile_later(r"#(?:_?(?:ftn|edn|fn)|(?:foot|end)note)[-_:]?ref", IGNORECASE)
_ADDRESS = compile_later(r"\]\(<?([^\s)\]>]*)")


def leads_back(address: str) -> bool:
    """Tell whether an address is that of the mark of a note, as Word and converters write it beside its text."""
    return _BACK.match(address) is not None


def typed_notes(rows: Sequence[str], pieces: Iterable[tuple[int, str]]) -> Iterator[int]:
    """Give the rows (from 0) with a text that begins with the mark of a note behind a word of an earlier text.

    Or that leads back to its mark, as notes do that Word or a converter made links of.

    `pieces` are the texts as they will be printed, each with its row, in that order.
    """
    begun = [(row, text, *_begins(rows[row] if row < len(rows) else "", text)) for row, text in pieces]
    may_be_marked = any(sign for *_, sign, _ in begun)
    marks: set[str] = set()
    for row, text, sign, goes_back in begun:
        if sign in marks or goes_back:
            yield row
        if may_be_marked:
            marks |= {found[0] for each in _MARK.findall(text) if (found := _SIGN.search(each)) is not None}


def _begins(typed: str, text: str) -> tuple[str, bool]:
    """Give the mark with which a text begins, as typed or as printed, and whether it leads back to one elsewhere."""
    typed = typed.lstrip(" \t")
    found = _NOTE.match(typed) or _NOTE.match(text)
    sign = next(filter(None, found.groups())) if found is not None else ""
    return sign, "](" in typed and any(map(leads_back, _ADDRESS.findall(typed)))
