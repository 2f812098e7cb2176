"""A small round with a register of papers, to do things with without a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.rounds.opening import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from brief.rounds.opening import Opened

REGISTER = """\
# van ons
kst-29435-267:   # de nota
  titel: Voorontwerp van de nota
  datum: 2024-06-21
  vergaderjaar: 2023-2024
  soort: brief
"""
BRIEF = "Geachte voorzitter,\n\nDat staat in de nota[@kst-29435-267] en in het arrangement[@kst-29435-26].\n"
_RONDE = """\
ronde: 2026
titel: Uitkomsten
overleggen: []
brief:
  datum: 2026-06-12
  betreft: Uitkomsten
  tekst: brief.md
  ondertekenaars: [{functie: De minister, naam: A. de Boer}]
"""


def ronde(folder: Path) -> Path:
    """Make the round."""
    folder.mkdir()
    (folder / "ronde.yaml").write_text(_RONDE, "utf-8")
    (folder / "brief.md").write_text(BRIEF, "utf-8")
    (folder / "kamerstukken.yaml").write_text(REGISTER, "utf-8")
    return folder


def geopend(folder: Path) -> Opened:
    """Open the round."""
    return open_round(folder)
