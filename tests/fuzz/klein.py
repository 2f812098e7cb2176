"""A small round, pieces of which the round of `rijk.py` has too, and changes of one of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

BEGIN = """Met deze brief informeer ik uw Kamer over de uitkomsten [@kst-29435-267].

# Water

De provincies werken *samen* aan **zoetwater**[^bron]; zie [zie ook @kst-29435-268, p. 4"""
EERSTE = """afspraken:
  - id: n-2.1-1
    agendapunt: 2.1 Zoetwater
    tekst: |
      Rijk en regio spreken af:

      - dat zij het peil bewaken;
"""
BESLUIT = """    status: gewijzigd
    besluit:
      datum: 2026-09-09
      reden: aangevuld
      tekst: Rijk en regio delen de kosten gelijk.
    themas: [water]
"""
STUK = """kst-29435-267:
  titel: Eerste stuk
  datum: 2025-01-02
  vergaderjaar: 2024-2025
  soort: brief
"""
OVERLEG = """titel: Uitkomsten
overleggen:
  - landsdeel: noord
    datum: 2026-09-09
    dossier: dossiers/noord.md
"""
ONDERTEKEND = """  tekst: brief.md
  ondertekenaars:
    - functie: De minister
      naam: A. Proef
"""

BRIEF = (
    BEGIN
    + """].

::: {.afspraken thema=water}
:::

- eerste punt
- tweede punt
  1. dieper punt

| Gebied | Jaar |
|---|---|
| Goes | 2028 |

Een [link](https://voorbeeld.nl/pad) en 410 m^3^/s.

[^bron]: De cijfers zijn van vorig jaar.
"""
)
AFSPRAKEN = (
    """dossier: {bestand: dossiers/noord.md, sha256: 00, versie: proef}
"""
    + EERSTE
    + """      - 410 m^3^/s.
    status: vastgesteld
    themas: [water]
    provincies: [drenthe]
    brief: De provincie bewaakt het peil [@kst-29435-267].
    zie: [n-2.1-2]
  - id: n-2.1-2
    agendapunt: 2.1 Zoetwater
    tekst: Rijk en regio delen de kosten.
"""
    + BESLUIT
)
STUKKEN = (
    STUK
    + """kst-29435-268:
  titel: Tweede stuk
  datum: 2025-01-03
  vergaderjaar: 2024-2025
  soort: brief
"""
)
RONDE = (
    """ronde: 2026
"""
    + OVERLEG
    + """brief:
  datum: 2026-09-14
  betreft: Uitkomsten
  kenmerk:
"""
    + ONDERTEKEND
    + """  bijlagen: [Afsprakenlijst]
afsprakenlijst:
  volgorde: [landelijk, noord, oost, noordwest, zuidwest, zuid]
kamerstukken:
  stijl: ministerie
"""
)
FILES = {"brief.md": BRIEF, "afspraken/noord.yaml": AFSPRAKEN, "kamerstukken.yaml": STUKKEN, "ronde.yaml": RONDE}


def changed(rng: random.Random, marks: Sequence[str]) -> tuple[str, str]:
    """Give one of the files, mostly the letter, with a few changes: its name and its text."""
    name = "brief.md" if rng.random() < 0.5 else rng.choice(sorted(FILES))
    text = FILES[name]
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        text = _mutated(text, rng, marks)
    return name, text


def _mutated(text: str, rng: random.Random, marks: Sequence[str]) -> str:
    lines = text.split("\n")
    at, line = rng.randrange(len(text) + 1), rng.randrange(len(lines))
    piece = rng.choice(marks) * rng.choice((1, 1, 1, 1, 2, 30))
    match rng.randrange(8):
        case 0 | 1 | 2:
            return text[:at] + piece + text[at:]
        case 3:
            lines[line] = piece + lines[line]
        case 4:
            lines.insert(line, piece + rng.choice(("", "woord", lines[rng.randrange(len(lines))])))
        case 5:
            lines.insert(line, lines.pop(rng.randrange(len(lines))))
        case 6:
            end = at + rng.randrange(1, 20)
            return text[:at] + rng.choice(("", piece, text[at:end] * 2)) + text[end:]
        case _:
            del lines[line]
    return "\n".join(lines)
