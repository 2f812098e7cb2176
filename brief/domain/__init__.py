"""The field's nouns as frozen types, and the facts about the country as data files beside them."""

from brief.domain.afspraak import Afspraak, Besluit, Herkomst, Status, Voorstel
from brief.domain.dossier import Agendapunt, Dossier, DossierAfspraak, Rest, Sectie
from brief.domain.geografie import GEBIEDEN, LANDSDELEN, PROVINCIES, Gebied, Landsdeel, Provincie
from brief.domain.ronde import (
    AFZENDER,
    Afzender,
    BriefGegevens,
    DossierBron,
    Herhaling,
    Kamerstukstijl,
    Koppen,
    Ondertekenaar,
    Overleg,
    Ronde,
)
from brief.domain.themas import THEMAS, Thema

__all__ = [
    "AFZENDER",
    "GEBIEDEN",
    "LANDSDELEN",
    "PROVINCIES",
    "THEMAS",
    "Afspraak",
    "Afzender",
    "Agendapunt",
    "Besluit",
    "BriefGegevens",
    "Dossier",
    "DossierAfspraak",
    "DossierBron",
    "Gebied",
    "Herhaling",
    "Herkomst",
    "Kamerstukstijl",
    "Koppen",
    "Landsdeel",
    "Ondertekenaar",
    "Overleg",
    "Provincie",
    "Rest",
    "Ronde",
    "Sectie",
    "Status",
    "Thema",
    "Voorstel",
]
