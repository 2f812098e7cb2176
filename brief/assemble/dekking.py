"""Which afspraken the letter's own text tells: `[…]{.dekt afspraken="…"}` and `::: {.dekt afspraken="…"}`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.nearest import Nearest, nearest
from brief.text import Heading, Insert, parse, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from brief.domain import Afspraak
    from brief.text import Parsed
    from brief.text.told import Told

NAGEKEKEN = "nagekeken"
"""The attribute that names the version with which a person compared a stretch of text."""
_KNOWN = ("afspraken", NAGEKEKEN)
_EXACT_PLACES = 500


class Stelling(Struct, frozen=True):
    """A sentence or paragraph that tells afspraken: its plain text, and against which version it was looked at.

    `source` finds its place, when a message needs it.
    """

    ids: tuple[str, ...]
    plat: str
    source: Callable[[], Place | None]
    nagekeken: str = ""
    veld: bool = False
    """It is the sentence of an afspraak (`brief:`), not a stretch of brief.md."""


class Vertelling(Struct, frozen=True):
    """One telling of afspraken: in which section of the letter, and whether a block of afspraken does it."""

    ids: tuple[str, ...]
    sectie: int
    is_blok: bool
    place: Place


@dataclass(slots=True)
class Dekking:
    """Reads what the stretches of a text tell; `per_blok` gives the ids by the number of the block."""

    tekst: Parsed
    afspraken: Mapping[str, Afspraak]
    per_blok: dict[int, tuple[str, ...]] = field(default_factory=dict)
    stellingen: list[Stelling] = field(default_factory=list)
    verteld: list[Vertelling] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)
    _koppen: list[int] = field(init=False)
    _nearest: Nearest = field(init=False)
    _placed: int = 0

    def __post_init__(self) -> None:
        self._koppen = [number for number, block in enumerate(self.tekst.blocks) if isinstance(block, Heading)]
        self._nearest = Nearest(self.afspraken)

    def lees(self) -> None:
        """Go through the stretches in order."""
        for told in self.tekst.told:
            self._unreadable(told)
            ids = tuple(name for name in told.names if self._is_known(name, told))
            if not self._says_something(told):
                continue
            place = self.tekst.place_of(told)
            self.verteld.append(Vertelling(ids, self.sectie(told.first), False, place))
            for number in range(told.first, told.last + 1):
                if not isinstance(self.tekst.blocks[number], Insert):
                    self.per_blok[number] = tuple(dict.fromkeys([*self.per_blok.get(number, ()), *ids]))
            looked_at = told.attributes.get(NAGEKEKEN, "")
            source = partial(self.tekst.place_of, told)
            self.stellingen += [Stelling(ids, text, source, looked_at) for text in self._texts(told) if ids]

    def sectie(self, block: int) -> int:
        """Give the number of the heading under which a block stands; -1 before the first."""
        before = bisect_right(self._koppen, block)
        return self._koppen[before - 1] if before else -1

    def _says_something(self, told: Told) -> bool:
        """Tell whether anything stands in a stretch; what is left of one that was emptied tells nothing any more."""
        if not told.end:
            return bool(told.words.strip())
        blocks = self.tekst.blocks[told.first : told.last + 1]
        return any(isinstance(each, Insert) or plain([each]).strip() for each in blocks)

    def _texts(self, told: Told) -> Iterator[str]:
        """Give the plain texts of a stretch: that of a span, or of each block."""
        if told.words:
            yield plain(parse(told.words).blocks)
            return
        yield from filter(None, (plain([block]) for block in self.tekst.blocks[told.first : told.last + 1]))

    def _is_known(self, name: str, told: Told) -> bool:
        afspraak = self.afspraken.get(name)
        if afspraak is None:
            close = self._nearest(name)
            hint = f"bedoelde u '{close}'?" if close else "de ids van deze ronde ziet u met: brief lijst"
            message = f"de brief vertelt over een afspraak die er niet is: '{name}'"
            self.meldingen.append(Diagnostic("BR450", Severity.FOUT, message, self._place(told, name), hint=hint))
            return False
        if not afspraak.te_publiceren:
            self.meldingen.append(niet_in_lijst(afspraak, self._place(told, name)))
        return True

    def _place(self, told: Told, name: str) -> Place:
        """Give the place of a name; after many mistakes, on what may be one long line, of the stretch it stands in."""
        self._placed += 1
        return self.tekst.place_near(told, name) if self._placed <= _EXACT_PLACES else self.tekst.place_of(told)

    def _unreadable(self, told: Told) -> None:
        example = '`{.dekt afspraken="n-2.3-1"}`'
        for name in told.attributes:
            if name not in _KNOWN:
                close = nearest(name, _KNOWN)
                hint = f"bedoelde u '{close}'?" if close else f"schrijf {example}"
                message = f"onbekende eigenschap '{name}' bij .dekt"
                place = self._place(told, name)
                self.meldingen.append(Diagnostic("BR454", Severity.FOUT, message, place, hint=hint))
        if not told.names and set(told.attributes) <= set(_KNOWN):
            message = "dit stuk tekst zegt niet welke afspraken het vertelt"
            place = self.tekst.place_of(told)
            self.meldingen.append(Diagnostic("BR454", Severity.FOUT, message, place, hint=f"schrijf {example}"))


def niet_in_lijst(afspraak: Afspraak, place: Place) -> Diagnostic:
    """Report that the letter asks for an afspraak, or tells of it, that the list does not hold."""
    why = f"is {afspraak.status.value}" if afspraak.publiceren else "wordt niet gepubliceerd"
    message = f"de brief noemt {afspraak.id}, maar die {why} en staat niet in de afsprakenlijst"
    return Diagnostic("BR452", Severity.WAARSCHUWING, message, place, hint="haal het id weg, en pas de tekst aan")


def dubbel_verteld(verteld: list[Vertelling], dubbel: Mapping[str, str]) -> list[Diagnostic]:
    """Report what the letter tells twice; prose under one heading counts once, however many sentences it takes."""
    first: dict[str, Vertelling] = {}
    found = []
    for telling in sorted(verteld, key=lambda each: (each.place.line or 0, each.place.column or 0)):
        again: dict[str, Vertelling] = {}
        for key in telling.ids:
            known = first.setdefault(dubbel.get(key, key), telling)
            if known.is_blok or telling.is_blok or known.sectie != telling.sectie:
                again |= {key: known} if known is not telling else {}
        if again:
            message = f"de brief vertelt {', '.join(again)} twee keer"
            related = tuple(dict.fromkeys(("hier staat het al", each.place) for each in again.values()))
            hint = "laat één van de twee staan; in een blok kiest u met id= welke afspraken erin komen"
            found.append(Diagnostic("BR453", Severity.WAARSCHUWING, message, telling.place, hint=hint, related=related))
    return found
