"""The fenced block `::: {.afspraken thema=water}`: which afspraken it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.nearest import nearest
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS

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


@dataclass(frozen=True, slots=True)
class Selectie:
    """A choice of afspraken: for each property the accepted values; an afspraak must satisfy all of them."""

    eisen: tuple[tuple[str, tuple[str, ...]], ...]

    def matches(self, afspraak: Afspraak) -> bool:
        """Tell whether the afspraak is asked for. A thema asks for the afspraken that it leads."""
        return all(_has(afspraak, name, values) for name, values in self.eisen)


def _has(afspraak: Afspraak, name: str, values: tuple[str, ...]) -> bool:
    if name == "thema":
        themas = afspraak.geldende_themas
        return bool(themas) and themas[0] in values
    if name == "landsdeel":
        return "landelijk" in values if afspraak.landelijk else afspraak.landsdeel in values
    found = afspraak.geldende_provincies if name == "provincie" else afspraak.geldende_gebieden
    return bool(set(found) & set(values))


def read_selectie(insert: Insert, place: Place) -> tuple[Selectie, tuple[Diagnostic, ...]]:
    """Read what a block asks for; what it asks for and does not exist is reported with what was probably meant."""
    wanted: list[tuple[str, tuple[str, ...]]] = []
    meldingen: list[Diagnostic] = []
    if insert.name != "afspraken":
        meldingen.append(_unknown(f"onbekend blok '{insert.name}'", insert.name, ["afspraken"], place))
    if insert.name == "afspraken" and not insert.attributes:
        message = "dit blok zegt niet welke afspraken het wil"
        hint = "noem een thema, landsdeel, provincie of gebied, bijvoorbeeld `::: {.afspraken thema=water}`"
        meldingen.append(Diagnostic("BR504", Severity.FOUT, message, place, hint=hint))
    for name, value in insert.attributes:
        if name not in _TABLES:
            meldingen.append(_unknown(f"onbekende eigenschap '{name}'", name, list(_TABLES), place))
            continue
        values = tuple(each.strip() for each in value.split(",") if each.strip())
        known = list(_TABLES[name])
        meldingen += [_unknown(f"onbekend: {name}={each}", each, known, place) for each in values if each not in known]
        wanted.append((name, values))
    return Selectie(tuple(wanted)), tuple(meldingen)


def _unknown(message: str, given: str, known: Sequence[str], place: Place) -> Diagnostic:
    close = nearest(given, known)
    hint = f"bedoelde u '{close}'?" if close else None
    label = "kies uit: " + ", ".join(known)
    return Diagnostic("BR503", Severity.FOUT, message, place, label=label, hint=hint)
