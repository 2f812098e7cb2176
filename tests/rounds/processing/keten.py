"""A round that goes to reviewers and back, for the tests: made, edited, processed and made again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from brief.rounds.making import Opdracht as Maken
from brief.rounds.making import make_and_write
from brief.rounds.processing.documents import read_doc
from brief.rounds.processing.opdracht import Opdracht
from brief.rounds.processing.run import Verwerkt, verwerk
from brief.rounds.processing.settling import Keuzes
from brief.rounds.undoing import undo
from keuring.gereedschap import once
from rounds.rondemap import bestand, ronde

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NOORD = """\
# afspraken van Noord
dossier: {bestand: dossiers/noord.md, sha256: '', versie: v1}
afspraken:
  - id: n-1.1-1
    agendapunt: 1.1 Zoet water
    tekst: |
      **Rijk en regio spreken af dat:**

      - zij samen een plan voor zoet water maken;
      - het Rijk de helft van de kosten draagt:
        - voor het onderzoek in de Friese boezem;
        - voor de proef met 400 m^3^/s bij het gemaal.
    status: vastgesteld
    themas: [water]
    provincies: [fryslan]
    brief: Fryslân maakt met het Rijk een plan voor zoet water.
  - id: n-1.1-2   # met de hand
    agendapunt: 1.1 Zoet water
    tekst: De provincies leggen de afspraken vast in hun waterprogramma. Zij doen dat voor de zomer.
    status: vastgesteld
    themas: [water]
    provincies: [fryslan]
    brief: Het waterprogramma is voor de zomer klaar.
  - id: n-1.2-1
    agendapunt: 1.2 Wonen
    tekst: |
      1. Drenthe bouwt vijfduizend woningen langs het spoor.
      2. Het Rijk betaalt mee aan de ontsluiting van de wijk.
    status: vastgesteld
    themas: [wonen]
    provincies: [drenthe]
    brief: Drenthe bouwt vijfduizend woningen [@kst-29435-267].
"""
BRIEF = """\
Op 9 september sprak ik met de bestuurders van het Noorden. Zij brachten goede plannen mee.

De voortgang staat in een eerdere brief[^eerder] en in het voorontwerp [zie ook @kst-29435-267, p. 3], dat u kent.

# Wat er is besproken

Drie vragen stonden op tafel:

- wie het water verdeelt als het droog is;
- waar nieuwe woningen komen;
- hoe het landschap mooi blijft.

::: {.afspraken thema=water}
:::

## Wonen

De woningmarkt vraagt om snelle besluiten. Gemeenten wachten op het net.

<!-- nog eens nalezen -->

::: {.afspraken thema=wonen}
:::

Volgend jaar spreken wij elkaar weer over **deze afspraken** en hun voortgang.

[^eerder]: De brief van vorig jaar over hetzelfde onderwerp.
"""
STUKKEN = """\
kst-29435-267:
  titel: Voorontwerp Nota Ruimte
  datum: 2024-06-17
  vergaderjaar: 2023-2024
  soort: brief
"""


def maak(werkmap: Path) -> Path:
    """Give a round with a letter that has everything in it, and its first version; give the folder of the round."""
    return shutil.copytree(once("keten", _maak), werkmap, dirs_exist_ok=True) / "input" / "2027"


def _maak(werkmap: Path) -> None:
    folder = ronde(werkmap)
    bestand(folder, "noordwest").write_text(
        "dossier: {bestand: dossiers/noordwest.md, sha256: '', versie: v1}\nafspraken: []\n", "utf-8"
    )
    bestand(folder, "noord").write_text(NOORD, "utf-8")
    (folder / "brief.md").write_text(BRIEF, "utf-8")
    (folder / "kamerstukken.yaml").write_text(STUKKEN, "utf-8")
    versie(folder)


def versie(folder: Path) -> str:
    """Make the next version; give its name."""
    made = make_and_write(Maken(folder))
    assert not [each for each in made.findings if each.is_error], made.findings
    return made.name


def stuk(folder: Path, naam: str = "kamerbrief", version: str = "v01") -> bytes:
    """Give the bytes of a document of a version."""
    return (folder.parent.parent / "output" / folder.name / version / f"{naam}.docx").read_bytes()


def retour(folder: Path, data: bytes, naam: str = "retour.docx") -> Path:
    """Put a file that came back beside the rounds; give its path."""
    path = folder.parent.parent / naam
    path.write_bytes(data)
    return path


def verwerkt(
    folder: Path, *files: Path, alles: bool = True, kies: Mapping[str, str] | None = None, naam: str = ""
) -> Verwerkt:
    """Process files; `kies` answers questions, `naam` is whose they are."""
    done = verwerk(folder, Opdracht(files, naam, Keuzes(alles=alles, kies=kies or {})))
    assert done.telt_op
    return done


def gelezen(data: bytes) -> list[str]:
    """Give what a document says: each block of its body, with its kind, looks and notes."""
    doc = read_doc(data, "x.docx")
    assert doc is not None
    said = []
    for block in doc.blocks:
        if block.where != "hoofdtekst":
            continue
        parts = []
        for token in block.tokens:
            if token.head is not None:
                parts.append(f"<{token.kind}>")
            elif token.note is not None:
                spans = doc.notes.get(token.note, ())
                parts.append("[" + "".join(getattr(span, "text", "") for span in spans) + "]")
            else:
                look = "" if token.text.isspace() or not token.style else f"{int(token.style)}|"
                parts.append(look + token.text)
        said.append("".join(parts).replace("\u00a0", " "))
    return said


def inhoud(folder: Path) -> dict[str, bytes]:
    """Give all files of a round but the hidden ones."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in files if ".terugdraaien" not in path.parts
    }


def terug(folder: Path) -> None:
    """Take the last deed back."""
    assert undo(folder).findings == ()
