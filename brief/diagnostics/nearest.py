"""Guess which word was meant: the nearest of the words that would have been right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate that looks most like `word`, or None when none looks enough like it.

    Capitals, spaces, hyphens and underscores do not count, nor do accents written as plain letters.
    """
    import difflib

    plain = {_plain(candidate): candidate for candidate in candidates}
    close = difflib.get_close_matches(_plain(word), list(plain), n=1, cutoff=0.7)
    return plain[close[0]] if close else None


def _plain(word: str) -> str:
    import unicodedata

    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())
