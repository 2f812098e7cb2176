"""A small round on disk to do things with: two landsdelen, a letter, and whatever a test changes in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.rounds.new import make_new, plan_new
from brief.rounds.opening import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from brief.rounds.opening import Opened

NOORDWEST = """\
# van Anna
dossier: {bestand: dossiers/noordwest.md, sha256: '', versie: v1}
afspraken:
  - id: nw-2.3-1
    agendapunt: 2.3 Zoet water
    tekst: |
      Rijk en regio maken een plan.
    status: voorgesteld   # nog te bespreken
    themas: [water]
    provincies: [utrecht]

  - id: nw-2.3-2
    agendapunt: 2.3 Zoet water
    tekst: Het Rijk betaalt.
    status: voorgesteld
    besluit: {datum: 2027-09-15, reden: nog in overleg}
    themas: [water]
    provincies: [utrecht]

  - id: nw-2.3-3
    agendapunt: 2.3 Zoet water
    tekst: De regio spaart water.
    status: gewijzigd
    besluit:
      datum: 2027-09-16
      reden: scherper
      tekst: |
        De regio spaart
        drinkwater.
    themas: [water]
    provincies: [utrecht]
"""
NOORD = """\
dossier: {bestand: dossiers/noord.md, sha256: '', versie: v1}
afspraken:
  - id: n-1.1-1
    agendapunt: 1.1 Zoet water
    tekst: Rijk en regio maken een plan.
    status: voorgesteld
    themas: [water]
    provincies: [fryslan]
  - id: n-1.1-2
    agendapunt: 1.1 Wonen
    tekst: De regio bouwt woningen.
    status: vastgesteld
    themas: [wonen]
    provincies: [drenthe]
"""
BRIEF = "Ik meld de uitkomsten.\n\n::: {.afspraken thema=water}\n:::\n\n::: {.afspraken thema=wonen}\n:::\n"


def ronde(werkmap: Path, naam: str = "2027") -> Path:
    """Make `input/<naam>` with the afspraken of two landsdelen and its dates confirmed; give its folder."""
    planned = plan_new(naam, werkmap / "input")
    assert planned.findings == ()
    make_new(planned)
    alleen(planned.folder, "noordwest", "noord")
    bestand(planned.folder, "noordwest").write_text(NOORDWEST, "utf-8")
    bestand(planned.folder, "noord").write_text(NOORD, "utf-8")
    (planned.folder / "brief.md").write_text(BRIEF, "utf-8")
    settings = (planned.folder / "ronde.yaml").read_text("utf-8")
    (planned.folder / "ronde.yaml").write_text(re.sub(r" +voorstel: .*\n", "", settings), "utf-8")
    return planned.folder


def alleen(folder: Path, *landsdelen: str) -> None:
    """Keep only these meetings in `ronde.yaml`."""
    lines = (folder / "ronde.yaml").read_text("utf-8").split("\n")
    start, end = lines.index("overleggen:") + 1, lines.index("brief:")
    kept = [lines[n : n + 3] for n in range(start, end) if lines[n].partition("landsdeel: ")[2] in landsdelen]
    body = [line for each in kept for line in each]
    (folder / "ronde.yaml").write_text("\n".join([*lines[:start], *body, "", *lines[end:]]), "utf-8")


def bestand(folder: Path, landsdeel: str) -> Path:
    """Give the afspraken file of a landsdeel."""
    return folder / "afspraken" / f"{landsdeel}.yaml"


def vervang(path: Path, old: str, new: str) -> None:
    """Change one place in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def geopend(folder: Path) -> Opened:
    """Open a round, which must be readable."""
    opened = open_round(folder)
    assert opened.bestanden is not None
    return opened
