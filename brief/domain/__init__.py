"""The field's nouns as frozen types, and the facts about the country as data files beside them."""

from brief.domain.afspraak import Afspraak, Besluit, Herkomst, Status, Voorstel
from brief.domain.afstemming import Afstemming, Antwoord
from brief.domain.dossier import Agendapunt, Dossier, DossierAfspraak, Rest, Sectie
from brief.domain.geografie import GEBIEDEN, LANDSDELEN, PROVINCIES, Gebied, Landsdeel, Provincie
from brief.domain.opmerking import Opmerking, OpmerkingStand
from brief.domain.ronde import (
    AFZENDER,
    Afzender,
    BriefGegevens,
    DossierBron,
    Gang,
    Herhaling,
    Kamerstukstijl,
    Koppen,
    Ondertekenaar,
    Overleg,
    Ronde,
    Vordering,
)
from brief.domain.themas import THEMAS, Thema

__all__ = [
    "AFZENDER",
    "GEBIEDEN",
    "LANDSDELEN",
    "PROVINCIES",
    "THEMAS",
    "Afspraak",
    "Afstemming",
    "Afzender",
    "Agendapunt",
    "Antwoord",
    "Besluit",
    "BriefGegevens",
    "Dossier",
    "DossierAfspraak",
    "DossierBron",
    "Gang",
    "Gebied",
    "Herhaling",
    "Herkomst",
    "Kamerstukstijl",
    "Koppen",
    "Landsdeel",
    "Ondertekenaar",
    "Opmerking",
    "OpmerkingStand",
    "Overleg",
    "Provincie",
    "Rest",
    "Ronde",
    "Sectie",
    "Status",
    "Thema",
    "Voorstel",
    "Vordering",
]
