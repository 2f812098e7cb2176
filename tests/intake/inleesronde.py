"""A small round on disk with one dossier in Markdown, to read in without a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.rounds.opening import open_round
from brief.rounds.reading_in import Inlezing, Opdracht, lees_ronde_in

if TYPE_CHECKING:
    from pathlib import Path

    from brief.intake.dossiers import Ingelezen

WATER = "Rijk en provincie werken een waterstrategie uit voor de hoge zandgronden tussen de beekdalen."
WONEN = "De gemeenten Assen en Emmen starten in 2028 met de bouw van vierduizend woningen langs het spoor."
_RONDE = """\
ronde: 2026
titel: Uitkomsten
overleggen:
  - {landsdeel: noord, datum: 2026-09-09, dossier: dossiers/noord.md}
brief:
  datum: 2026-09-14
  betreft: Uitkomsten
  tekst: brief.md
  ondertekenaars: [{functie: De minister, naam: Naam}]
"""


def dossier(*texts: str, versie: str = "conceptversie 3") -> str:
    """Give a dossier with one agendapunt and these afspraken."""
    items = "\n".join(f"- {text}" for text in texts)
    return f"# BO Leefomgeving Noord\n\n{versie}\n\n## 2.1 Water in Drenthe\n\n*Voorgestelde afspraken:*\n\n{items}\n"


def ronde(folder: Path, *texts: str) -> Path:
    """Make a round of which nothing was read yet."""
    (folder / "dossiers").mkdir(parents=True)
    (folder / "ronde.yaml").write_text(_RONDE, "utf-8")
    (folder / "brief.md").write_text("Geachte voorzitter,\n", "utf-8")
    nieuw_dossier(folder, *(texts or (WATER, WONEN)))
    return folder


def nieuw_dossier(folder: Path, *texts: str, versie: str = "conceptversie 3") -> None:
    """Put another version of the dossier in its place."""
    (folder / "dossiers/noord.md").write_text(dossier(*texts, versie=versie), "utf-8")


def lees_in(folder: Path, opdracht: Opdracht | None = None) -> Inlezing:
    """Read the dossiers of the round."""
    return lees_ronde_in(open_round(folder), opdracht or Opdracht())


def enige(inlezing: Inlezing) -> Ingelezen:
    """Give the one dossier."""
    (each,) = inlezing.dossiers
    return each


def yaml(folder: Path) -> Path:
    """Give the afspraken file."""
    return folder / "afspraken/noord.yaml"


def basis(folder: Path) -> Path:
    """Give the file with what the previous reading said."""
    return folder / "afspraken/.gelezen/noord.json"


def inhoud(folder: Path) -> dict[str, bytes]:
    """Give every file of the round."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
