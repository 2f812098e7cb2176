"""Which dossiers letters on the leefomgeving often cite (facts in `dossiers.toml`), so that a bare number is one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brief.diagnostics.facts import read_facts

_FORM = {"*": {"*": str}}


@cache
def _titles() -> dict[str, str]:
    themes = read_facts(Path(__file__).parent / "dossiers.toml", _FORM)
    return {number: title for theme in themes.values() for number, title in theme.items()}


def is_well_known(dossier: str) -> bool:
    """Tell whether a number of five digits is a dossier that the facts name: hardly ever an amount by chance."""
    return dossier in _titles()
