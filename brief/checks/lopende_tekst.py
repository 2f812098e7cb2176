"""The running texts of our own in a round, with the references to parliamentary papers that are typed out in them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk import Vondst, find
from brief.text.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Place
    from brief.domain import Afspraak

_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|\[\^[^\[\]]*\]:?|\]\{[ \t]*\.dekt\b[^{}\[\]]*\}|^:::.*$", re.MULTILINE)


class LopendeTekst(Struct, frozen=True, dict=True):
    """A text of more than one sentence; `heeft_noot` says that a footnote follows it, whatever its words."""

    tekst: str
    plaats: Callable[[int, int], Place | None]
    heeft_noot: bool = False

    @cached_property
    def vondst(self) -> Vondst:
        """Give what is typed out as a reference, readable or not; a citation of the register (`[@…]`) is none."""
        return find(_CITATION.sub(lambda match: "\x00" * len(match.group()), self.tekst))


def lopende_teksten(gegevens: Gegevens) -> Iterator[LopendeTekst]:
    """Give the letter as it was typed, then the sentence for it of each afspraak that is published."""
    yield LopendeTekst(gegevens.brief_tekst, Lines(gegevens.brief_tekst, gegevens.brief_bestand).place)
    for afspraak in gegevens.afspraken:
        if afspraak.te_publiceren and afspraak.brief:
            zin = " ".join(afspraak.brief.split())
            yield LopendeTekst(zin, _in_zin(afspraak, zin), heeft_noot=bool(afspraak.kamerstukken))


def _in_zin(afspraak: Afspraak, zin: str) -> Callable[[int, int], Place | None]:
    return lambda begin, end: afspraak.place_of("brief", " ".join(zin[begin:end].split()[:3]))
