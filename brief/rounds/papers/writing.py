"""Write references in one style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk import Stijl, parse
from brief.kamerstuk import format as write_reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.kamerstuk import Referentie


class Geschreven(Struct, frozen=True):
    """A reference that was read from `tekst`, and how the style writes it."""

    tekst: str
    referentie: Referentie
    geschreven: str


class Schrijfresultaat(Struct, frozen=True):
    """The references in the order in which they were given, and the texts that are not one reference."""

    stijl: Stijl
    verwijzingen: tuple[Geschreven, ...]
    onleesbaar: tuple[str, ...]

    @property
    def meldingen(self) -> tuple[Diagnostic, ...]:
        """Report each text that is not one reference."""
        return tuple(onleesbaar(text) for text in self.onleesbaar)


def schrijf_in_stijl(texts: Iterable[str], stijl: Stijl) -> Schrijfresultaat:
    """Read each text as one reference, and write it in a style."""
    read = [(text, parse(text)) for text in texts]
    written = [Geschreven(text, each, write_reference(each, stijl)) for text, each in read if each is not None]
    return Schrijfresultaat(stijl, tuple(written), tuple(text for text, each in read if each is None))


def onleesbaar(text: str) -> Diagnostic:
    """Report a text that is not one reference."""
    message = f"'{text}' is niet te lezen als één verwijzing"
    return Diagnostic("BR226", Severity.FOUT, message, label="schrijf bijvoorbeeld: Kamerstuk 29 435, nr. 267")
