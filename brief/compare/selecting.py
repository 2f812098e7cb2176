"""Only what concerns a reader: the changes of a landsdeel, a province, an area, a theme, or a part of the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from brief.compare.model import Vergelijking, Wijziging


class Keuze(Struct, frozen=True):
    """What a reader asks for; an empty field asks for all. Within a field one of the values is enough."""

    landsdelen: tuple[str, ...] = ()
    provincies: tuple[str, ...] = ()
    gebieden: tuple[str, ...] = ()
    themas: tuple[str, ...] = ()
    onderdelen: tuple[str, ...] = ()

    @property
    def is_alles(self) -> bool:
        """Tell whether nothing was asked for in particular."""
        return self == Keuze()

    def betreft(self, wijziging: Wijziging) -> bool:
        """Tell whether a change concerns this reader."""
        known = wijziging.kenmerken
        asked = (
            (self.landsdelen, (known.landsdeel,)),
            (self.provincies, known.provincies),
            (self.gebieden, known.gebieden),
            (self.themas, known.themas),
            (self.onderdelen, (wijziging.onderdeel,)),
        )
        return all(not wanted or set(wanted) & set(there) for wanted, there in asked)


def gekozen(vergelijking: Vergelijking, keuze: Keuze) -> Vergelijking:
    """Give the comparison with only the changes that were asked for, and how many there are beside these."""
    if keuze.is_alles:
        return vergelijking
    asked = tuple(each for each in vergelijking.wijzigingen if keuze.betreft(each))
    return replace(vergelijking, wijzigingen=asked, buiten_keuze=len(vergelijking.wijzigingen) - len(asked))
