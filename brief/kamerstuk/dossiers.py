"""Which dossiers letters on the leefomgeving often cite (facts in `dossiers.toml`), so that a bare number is one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from brief.diagnostics.facts import facts_error, read_facts

_FORM = {"*": {"*": str}}
_DOSSIER = re.compile("[1-9][0-9]{4}")
_SHORTEST_WORD = 5


@cache
def _titles() -> dict[str, str]:
    path = Path(__file__).parent / "dossiers.toml"
    titles = {number: title for theme in read_facts(path, _FORM).values() for number, title in theme.items()}
    if wrong := next((number for number in titles if not _DOSSIER.fullmatch(number)), None):
        raise facts_error(path, f"'{wrong:.20}' is geen dossier van vijf cijfers")
    return titles


def is_well_known(dossier: str) -> bool:
    """Tell whether a number of five digits is a dossier that the facts name: hardly ever an amount by chance."""
    return dossier in _titles()


def is_of_title(dossier: str, word: str) -> bool:
    """Tell whether a word of some length stands in the title of a well-known dossier: `Ruimte` in that of 29435."""
    return len(word) >= _SHORTEST_WORD and word.lower() in _words_of_title(dossier)


@cache
def _words_of_title(dossier: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", _titles().get(dossier, "").lower()))
