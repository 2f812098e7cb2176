"""Guess which word was meant: the nearest of the words that would have been right."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


_COMPARED = 200_000
_AT_LEAST = 10


class Nearest:
    """Guess for many words among the same candidates, as `nearest` does.

    Comparing is dear: among many candidates only the first words that differ get a guess, so that the work stays in
    proportion to what was typed: ten thousand wrong words are one message, and nobody reads a guess at each.
    """

    def __init__(self, candidates: Iterable[str]) -> None:
        """Take the words that would have been right."""
        self._candidates = list(candidates)
        self._most = max(_AT_LEAST, _COMPARED // max(1, len(self._candidates)))
        self._found: dict[str, str | None] = {}

    def __call__(self, word: str) -> str | None:
        """Give the candidate that looks most like `word`, or None when none does or enough words were looked at."""
        if word not in self._found and len(self._found) < self._most:
            self._found[word] = nearest(word, self._candidates)
        return self._found.get(word)


@lru_cache(maxsize=4)
def among(candidates: tuple[str, ...]) -> Nearest:
    """Give who guesses among these, the same one for whoever asks about many words in turn."""
    return Nearest(candidates)


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
