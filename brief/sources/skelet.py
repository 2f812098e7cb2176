"""The files of a new round, as text: complete enough for `controleren` to accept, with what to fill in beside it.

The dates follow the pattern of 2026: the meetings on the Wednesday before Prinsjesdag, the letter on the day before
Prinsjesdag. They are a proposal, marked as such until a person confirms them or fills in another.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from brief.domain import LANDSDELEN, THEMAS
from brief.kamerstuk import prinsjesdag, vergaderjaar
from brief.sources.names import AFSPRAKEN, BRIEFTEKST, DOSSIERS, KAMERSTUKKEN, RONDE
from brief.sources.schema import line_for, schemas

if TYPE_CHECKING:
    from collections.abc import Mapping

MAPPEN = (DOSSIERS, AFSPRAKEN)
"""The folders of a round that start empty; a file with this name keeps them in version control."""

HOUDER = ".gitkeep"


def skelet(jaar: int, naam: str) -> Mapping[str, str]:
    """Give the files of a new round by their path from its folder; `naam` is the name of that folder."""
    return {
        RONDE: _ronde(jaar, naam),
        KAMERSTUKKEN: _kamerstukken(),
        BRIEFTEKST: _brief(jaar),
        **{f"{folder}/{HOUDER}": "" for folder in MAPPEN},
        **{name: data.decode() for name, data in schemas().items()},
    }


def _ronde(jaar: int, naam: str) -> str:
    border = prinsjesdag(jaar)
    letter = border - datetime.timedelta(days=1)
    meeting = border - datetime.timedelta(days=6)
    meetings = "".join(
        f"  - landsdeel: {key}\n    datum: {meeting}\n    dossier: dossiers/{key}.docx\n"
        f"    voorstel: {{datum: {meeting}}}\n"
        for key in LANDSDELEN
    )
    year = vergaderjaar(letter)
    name = naam if not naam.isdecimal() else str(int(naam))
    return f"""{line_for("ronde")}
# Een ronde BO’s Leefomgeving. Controleer met: brief controleren
ronde: {name}
titel: Uitkomsten BO’s Leefomgeving {jaar}

# De datums hieronder zijn een voorstel. Leg elke datum vast met: brief datum noordwest {meeting}
# De overleggen: één per landsdeel, met de datum en het dossier (.docx of .md) waarop is vergaderd.
overleggen:
{meetings}
brief:
  datum: {letter}              # tot Prinsjesdag ({border}) is dit vergaderjaar {year}
  voorstel: {{datum: {letter}}}
  betreft: Uitkomsten BO’s Leefomgeving {jaar}
  kenmerk:                       # leeg: komt uit het documentsysteem
  tekst: brief.md
  ondertekenaars:
    - functie: De minister van Volkshuisvesting en Ruimtelijke Ordening
      naam:                      # voornaam en achternaam, zonder titels
  mede_namens: []                # bijvoorbeeld: [de minister van Infrastructuur en Waterstaat]
  bijlagen:
    - Afsprakenlijst Bestuurlijke Overleggen Leefomgeving {jaar}
    - Beslisnota bij Kamerbrief over de uitkomsten van de BO’s Leefomgeving {jaar}

afsprakenlijst:
  volgorde: [landelijk, {", ".join(LANDSDELEN)}]
  koppen: soort                  # of naam: een kop per provincie en gebied; of geen: alleen onderwerpen
  algemeen:                      # geldt voor alle afspraken, zoals: Alle bedragen zijn in prijspeil {jaar}.

kamerstukken:
  stijl: ministerie              # of juridisch
  herhaling: voluit              # of zie-noot: een tweede voetnoot bij hetzelfde stuk wordt "zie noot 3"; of dichtbij
"""


def _kamerstukken() -> str:
    return f"""{line_for("kamerstukken")}
# De stukken waar de brief naar verwijst, elk onder een sleutel. In de tekst: [@kst-29435-267]
# Toevoegen kan met de hand, of met: brief kamerstuk voegtoe "Kamerstuk 29 435, nr. 267"
#
# kst-29435-267:
#   titel: De titel van het stuk
#   datum: 2024-06-21
#   vergaderjaar: 2023-2024
#   soort: brief
"""


def _brief(jaar: int) -> str:
    themas = "\n".join(f"## {thema.naam}\n\n::: {{.afspraken thema={key}}}\n:::\n" for key, thema in THEMAS.items())
    meetings = f"de Bestuurlijke Overleggen Leefomgeving {jaar}"
    return f"""Met deze brief informeer ik uw Kamer over de uitkomsten van {meetings}.

De afspraken staan in de afsprakenlijst (bijlage bij deze brief).

# Uitkomsten per thema

{themas}"""
