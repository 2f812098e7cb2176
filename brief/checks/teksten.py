"""The texts of a round that will be published, and where in them a word stands.

Own texts (the letter and the sentences for it) are ours to write; the text of an afspraak is the dossier's, and
stands in the afsprakenlijst as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Place
from brief.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.checks.gegevens import Gegevens
    from brief.domain import Afspraak

# references and addresses; every part of it stops at the next bracket, so that it is linear in the text
_NO_TEXT = re.compile(
    r"\[[^\[\]@]*@[^\[\]]*\]|\[\^[^\[\]]*\]:?|\]\([^\s()\[\]]*(?:\([^\s()\[\]]*\)[^\s()\[\]]*)?\)"
    r"|<https?://[^<>]*>|https?://\S+|\]\{[ \t]*\.dekt\b[^{}\[\]]*\}?"
)


class Tekst(Struct, frozen=True):
    """A text, whether it is our own, and how to find the place of a stretch of it: words and their index."""

    tekst: str
    eigen: bool
    plaats: Callable[[int, str], Place | None]
    over: str


def teksten(gegevens: Gegevens) -> Iterator[Tekst]:
    """Give the texts of a round that will be published: first page, letter by line, titles, afspraken, sentences."""
    yield from _eerste_blad(gegevens)
    yield from brief_regels(gegevens)
    titles: set[tuple[str, str]] = set()
    for afspraak in gegevens.afspraken:
        if not afspraak.te_publiceren:
            continue
        if (title := (afspraak.landsdeel, afspraak.agendapunt)) not in titles:
            titles.add(title)
            what = f"de titel van agendapunt {afspraak.agendapuntnummer}".rstrip()
            yield Tekst(afspraak.agendapunttitel, False, _in_field(afspraak, "agendapunt"), what)
        yield from afspraakteksten(afspraak)


def _eerste_blad(gegevens: Gegevens) -> Iterator[Tekst]:
    """Give what `ronde.yaml` puts on the first page, under the letter and in its list of annexes."""
    brief = gegevens.ronde.brief
    fields = {
        "betreft": (brief.betreft,),
        "ondertekenaars": tuple(f"{each.functie}\n{each.naam}" for each in brief.ondertekenaars),
        "mede_namens": brief.mede_namens,
        "bijlagen": brief.bijlagen,
    }
    for veld, values in fields.items():
        place = gegevens.ronde_plaats(f"brief.{veld}")
        for value in values:
            yield Tekst(value, True, _at(place), f"'{veld}'")


def brief_regels(gegevens: Gegevens) -> Iterator[Tekst]:
    """Give the lines of the letter that hold text, references and addresses blanked out at the same length."""
    for number, line in enumerate(split_lines(gegevens.brief_tekst), 1):
        if line.strip() and not line.lstrip().startswith(":::"):
            blanked = _NO_TEXT.sub(lambda match: "\x00" * len(match.group()), line)
            yield Tekst(blanked, True, _in_line(gegevens.brief_bestand, number, line), "de brief")


def afspraakteksten(afspraak: Afspraak) -> Iterator[Tekst]:
    """Give the text that holds for an afspraak, and its sentence for the letter."""
    yield Tekst(afspraak.geldende_tekst, False, _in_field(afspraak, afspraak.geldend_veld), afspraak.id)
    if afspraak.brief:
        blanked = _NO_TEXT.sub(lambda match: "\x00" * len(match.group()), afspraak.brief)
        yield Tekst(blanked, True, _in_field(afspraak, "brief"), f"de zin voor de brief van {afspraak.id}")


def _in_line(file: str, number: int, line: str) -> Callable[[int, str], Place]:
    return lambda index, words: Place(file, number, index + 1, len(words), excerpt=line)


def _at(place: Place | None) -> Callable[[int, str], Place | None]:
    return lambda _, __: place


def _in_field(afspraak: Afspraak, veld: str) -> Callable[[int, str], Place | None]:
    return lambda _, words: afspraak.place_of(veld, words)
