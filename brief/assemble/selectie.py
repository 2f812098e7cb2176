"""The fenced block `::: {.afspraken thema=water}`: which afspraken it asks for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.nearest import among, nearest
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.text.told import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.domain import Afspraak
    from brief.text import Insert

_TABLES: Mapping[str, Iterable[str]] = {
    "thema": THEMAS,
    "landsdeel": [*LANDSDELEN, "landelijk"],
    "provincie": PROVINCIES,
    "gebied": GEBIEDEN,
}

_CURLY = "“”„‟‘’‚"
"""What an editor makes of straight quotation marks: no marks round a value, but characters of it."""


class Vorm(StrEnum):
    """How a block prints its afspraken: by the sentences for the letter, in full, or by name only."""

    ZINNEN = "zinnen"
    VOLLEDIG = "volledig"
    OPSOMMING = "opsomming"


class Selectie(Struct, frozen=True):
    """A choice of afspraken: for each property the accepted values; an afspraak must satisfy all of them.

    `ids` are those that were asked for by name, in the order written.
    """

    eisen: tuple[tuple[str, tuple[str, ...]], ...]
    vorm: Vorm = Vorm.ZINNEN

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the ids that were asked for by name."""
        return dict(self.eisen).get("id", ())

    def of(self, afspraken: Iterable[Afspraak]) -> list[Afspraak]:
        """Give the afspraken that are asked for, those asked for by name in the order of their names.

        A thema asks for the afspraken that it leads.
        """
        found = list(afspraken)
        for name, values in self.eisen:
            wanted = frozenset(values)
            found = [afspraak for afspraak in found if _has(afspraak, name, wanted)]
        order = {identity: place for place, identity in reversed(list(enumerate(self.ids)))}
        return sorted(found, key=lambda each: order[each.id]) if order else found


def _has(afspraak: Afspraak, name: str, values: frozenset[str]) -> bool:
    if name == "thema":
        themas = afspraak.geldende_themas
        return bool(themas) and themas[0] in values
    if name == "id":
        return afspraak.id in values
    if name == "landsdeel":
        return "landelijk" in values if afspraak.landelijk else afspraak.landsdeel in values
    found = afspraak.geldende_provincies if name == "provincie" else afspraak.geldende_gebieden
    return not values.isdisjoint(found)


def read_selectie(insert: Insert, place: Place, ids: Iterable[str] = ()) -> tuple[Selectie, tuple[Diagnostic, ...]]:
    """Read what a block asks for; what it asks for and does not exist is reported with what was probably meant."""
    tables = {**_TABLES, "id": list(ids)}
    wanted: list[tuple[str, tuple[str, ...]]] = []
    meldingen: list[Diagnostic] = []
    vorm = Vorm.ZINNEN
    if insert.name != "afspraken":
        meldingen.append(_unknown(f"onbekend blok '{insert.name}'", insert.name, ["afspraken", "dekt"], place))
    for name, value in insert.attributes:
        if name == "vorm" and value in list(Vorm):
            vorm = Vorm(value)
        elif name == "vorm":
            meldingen.append(_unknown(f"onbekend: vorm={value}", value, [each.value for each in Vorm], place))
        elif name not in tables:
            meldingen.append(_unknown(f"onbekende eigenschap '{name}'", name, [*tables, "vorm"], place))
        else:
            values = names_in(value)
            meldingen += [
                _not_there(name, each, list(tables[name]), place) for each in values if each not in tables[name]
            ]
            wanted.append((name, values))
    if insert.name == "afspraken" and not wanted and not meldingen:
        message = "dit blok zegt niet welke afspraken het wil"
        hint = "noem een thema, landsdeel, provincie, gebied of id, bijvoorbeeld `::: {.afspraken thema=water}`"
        meldingen.append(Diagnostic("BR504", Severity.FOUT, message, place, hint=hint))
    return Selectie(tuple(wanted), vorm), tuple(meldingen)


def _not_there(name: str, given: str, known: Sequence[str], place: Place) -> Diagnostic:
    if name != "id":
        return _unknown(f"onbekend: {name}={given}", given, known, place)
    close = among(tuple(known))(given)
    hint = f"bedoelde u '{close}'?" if close else "de ids van deze ronde ziet u met: brief lijst"
    return Diagnostic("BR450", Severity.FOUT, f"er is geen afspraak '{given}'", place, hint=hint)


def _unknown(message: str, given: str, known: Sequence[str], place: Place) -> Diagnostic:
    bare = given.strip(_CURLY)
    close = nearest(bare, known)
    hint = f"bedoelde u '{close}'?" if close else None
    if bare != given:
        hint = 'typ rechte aanhalingstekens om de waarde: provincie="drenthe,zeeland"'
    label = "kies uit: " + ", ".join(known)
    return Diagnostic("BR503", Severity.FOUT, message, place, label=label, hint=hint)
