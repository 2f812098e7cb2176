"""The content of a round of any size: the same for every way of making documents, and the same on every run."""

from __future__ import annotations

import random
from dataclasses import dataclass

from brief.domain import LANDSDELEN, PROVINCIES, THEMAS

PER_AGENDAPUNT = 4
NOTES_PER_AFSPRAAK = 60 / 400
LETTER_THEMES = tuple(THEMAS)[:8]

WIE = (
    "Rijk en provincie",
    "Provincie en waterschappen",
    "De gemeenten en het Rijk",
    "Partijen",
    "De regio en het Rijk",
)
DOEN = ("werken", "stellen", "maken", "brengen", "leggen")
WAT = (
    "een gezamenlijk programma uit voor de kustzone",
    "vóór de zomer een plan op voor de laagste polders",
    "werk van het verzwaren van het stroomnet rond de haven",
    "de kosten van 12 m^3^/s extra doorvoer in beeld",
    "de uitstoot van CO~2~ per bedrijventerrein vast",
    "afspraken over betaalbare woningen bij de stations",
    "een voorkeursroute voor de nieuwe hoogspanningslijn naast elkaar",
    "de stikstofruimte voor de zandgronden uiteen",
)
WAAROM = (
    "zodat nieuwe wijken niet op de wachtlijst komen",
    "waarbij de draagkracht van bodem en water voorop staat",
    "en betrekken daarbij de buurgemeenten",
    "met oog voor de erfgoedwaarden van het gebied",
    "en houden rekening met de zomers van de komende dertig jaar",
)
ONDERWERPEN = (
    "Peilbeheer",
    "Netcapaciteit",
    "Woningbouw",
    "Goederenvervoer",
    "Natuurherstel",
    "Havengebied",
    "Drinkwater",
)


@dataclass(frozen=True)
class Gegeven:
    """One afspraak: where it belongs, its lead-in, the items or the table under it, and the sentence for the letter."""

    id: str
    landsdeel: str
    provincie: str
    agendapunt: str
    thema: str
    alineas: tuple[str, ...]
    punten: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    brief: str


@dataclass(frozen=True)
class Stuk:
    """One paper of the register."""

    nummer: int
    titel: str

    @property
    def sleutel(self) -> str:
        return f"kst-29435-{self.nummer}"


@dataclass(frozen=True)
class Inhoud:
    """A whole round: its afspraken, its papers, and for each theme the paragraphs of the letter with their papers."""

    afspraken: tuple[Gegeven, ...]
    stukken: tuple[Stuk, ...]
    alineas: tuple[tuple[str, tuple[tuple[str, Stuk], ...]], ...]


def inhoud(aantal: int) -> Inhoud:
    """Make a round of `aantal` afspraken."""
    dice = random.Random(2026)
    stukken = tuple(
        Stuk(100 + n, f"Voortgang {dice.choice(ONDERWERPEN).lower()}, deel {n + 1}") for n in range(_notes(aantal))
    )
    alineas = tuple(
        (thema, tuple((_zin(dice) + " " + _zin(dice), stuk) for stuk in stukken[n :: len(LETTER_THEMES)]))
        for n, thema in enumerate(LETTER_THEMES)
    )
    return Inhoud(tuple(_afspraken(aantal, dice)), stukken, alineas)


def _notes(aantal: int) -> int:
    return round(aantal * NOTES_PER_AFSPRAAK)


def _afspraken(aantal: int, dice: random.Random) -> list[Gegeven]:
    per_landsdeel = -(-aantal // len(LANDSDELEN))
    made: list[Gegeven] = []
    for landsdeel in LANDSDELEN.values():
        for n in range(min(per_landsdeel, aantal - len(made))):
            punt, volgnummer = divmod(n, PER_AGENDAPUNT)
            nummer = f"{2 + punt // 9}.{punt % 9 + 1}"
            provincie = landsdeel.provincies[punt % len(landsdeel.provincies)]
            kop = f"{nummer} {ONDERWERPEN[punt % len(ONDERWERPEN)]} {PROVINCIES[provincie].naam}, blok {punt + 1}"
            identity = f"{landsdeel.prefix}-{nummer}-{volgnummer + 1}"
            made.append(_afspraak(identity, landsdeel.sleutel, provincie, kop, len(made), dice))
    return made


def _afspraak(identity: str, landsdeel: str, provincie: str, kop: str, n: int, dice: random.Random) -> Gegeven:
    punten: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()
    alineas = (_zin(dice) + " " + _zin(dice),)
    if n % 10 == 0:
        rijen = tuple(
            (f"Gebied {r}", str(dice.randint(2026, 2040)), f"{dice.randint(1, 90)} miljoen") for r in range(1, 11)
        )
    elif n % 10 <= 3:
        punten = tuple(_zin(dice) for _ in range(3))
    brief = f"In {PROVINCIES[provincie].naam} is een afspraak gemaakt over onderdeel {n + 1}: {_zin(dice).lower()}"
    return Gegeven(identity, landsdeel, provincie, kop, LETTER_THEMES[n % 8], alineas, punten, rijen, brief)


def _zin(dice: random.Random) -> str:
    return f"{dice.choice(WIE)} {dice.choice(DOEN)} {dice.choice(WAT)}, {dice.choice(WAAROM)}."
