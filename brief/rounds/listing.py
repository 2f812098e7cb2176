"""The afspraken of a round that a person asks for, by landsdeel, words and what they are."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Severity
from brief.diagnostics.nearest import nearest
from brief.domain import LANDSDELEN, PROVINCIES, THEMAS, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.domain import Afspraak


class Openheid(StrEnum):
    """What is still to be decided about an afspraak."""

    BESLIST = ""
    VOORGESTELD = "voorgesteld"
    NA_OVERLEG = "na het overleg"
    TWEE_TEKSTEN = "twee teksten"
    VERDWENEN = "niet meer in het dossier"


class Vraag(Struct, frozen=True):
    """What is asked for; what is empty does not limit. Each of the `woorden` must occur, in whatever case."""

    landsdelen: tuple[str, ...] = ()
    woorden: tuple[str, ...] = ()
    statussen: tuple[str, ...] = ()
    themas: tuple[str, ...] = ()
    provincies: tuple[str, ...] = ()
    alleen_open: bool = False

    def wrong(self) -> tuple[Diagnostic, ...]:
        """Report the values that do not exist, with what was probably meant."""
        return unknown_values(
            ("status", self.statussen, [each.value for each in Status]),
            ("thema", self.themas, THEMAS),
            ("provincie", self.provincies, PROVINCIES),
        )

    @property
    def bedoeld_landsdeel(self) -> str | None:
        """Give the landsdeel that the first of the words was probably meant for."""
        return nearest(self.woorden[0], list(LANDSDELEN)) if self.woorden else None

    def matches(self, afspraak: Afspraak) -> bool:
        """Tell whether an afspraak is asked for."""
        limits = (
            (self.landsdelen, (afspraak.landsdeel,)),
            (self.statussen, (afspraak.status.value,)),
            (self.themas, afspraak.geldende_themas),
            (self.provincies, afspraak.geldende_provincies),
        )
        if any(asked and not set(asked) & set(has) for asked, has in limits):
            return False
        if self.alleen_open and openheid(afspraak) is Openheid.BESLIST:
            return False
        text = f"{afspraak.id} {afspraak.agendapunt} {afspraak.geldend_plat}".casefold() if self.woorden else ""
        return all(word.casefold() in text for word in self.woorden)


def openheid(afspraak: Afspraak) -> Openheid:
    """Tell what is still to be decided about an afspraak; nothing when it is not printed in any case."""
    if not afspraak.status.in_lijst:
        return Openheid.BESLIST
    states = (
        (afspraak.na_overleg is not None and afspraak.status is Status.VOORGESTELD, Openheid.NA_OVERLEG),
        (afspraak.dossiertekst is not None, Openheid.TWEE_TEKSTEN),
        (afspraak.verdwenen is not None, Openheid.VERDWENEN),
        (afspraak.status is Status.VOORGESTELD, Openheid.VOORGESTELD),
    )
    return next((state for holds, state in states if holds), Openheid.BESLIST)


def vraag(rest: tuple[str, ...], **limits: tuple[str, ...] | bool) -> Vraag:
    """Read what was typed behind the command: landsdelen in front, then words."""
    count = next((n for n, each in enumerate(rest) if each not in LANDSDELEN), len(rest))
    return Vraag(rest[:count], rest[count:], **limits)  # type: ignore[arg-type]


def unknown_values(*asked: tuple[str, tuple[str, ...], Iterable[str]]) -> tuple[Diagnostic, ...]:
    """Report the values that do not exist; each of `asked` is what they are, the values, and all there are."""
    every = [(what, each, list(keys)) for what, given, keys in asked for each in given]
    return tuple(_unknown(what, each, keys) for what, each, keys in every if each not in keys)


def _unknown(what: str, given: str, known: list[str]) -> Diagnostic:
    near = nearest(given, known)
    message = f"'{given}' is geen {what}"
    label = f"kies uit: {', '.join(known)}"
    return Diagnostic("BR448", Severity.FOUT, message, None, label, f"bedoelde u '{near}'?" if near else None)
