"""What a version or a Word file says, as a comparison needs it: documents of blocks, and what is known of afspraken.

It is made of `inhoud.json` (see `versions/inhoud.py` for its form) or of the blocks of any Word file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Noot(Struct, frozen=True):
    """A footnote: what it cites (a key, or its name) and its text."""

    sleutel: str
    tekst: str


class Blok(Struct, frozen=True):
    """A block of a document: `tekst` is Markdown with a footnote as `[^sleutel]`, `plat` the same text plain.

    `soort` is alinea, kop, lijstitem or tabel. `afspraak` is the id of the afspraak whose text this is, `dekt` are the
    ids of those that it tells of.
    """

    soort: str
    tekst: str
    plat: str
    niveau: int = 0
    teken: str = ""
    afspraak: str = ""
    dekt: tuple[str, ...] = ()
    noten: tuple[Noot, ...] = ()


class Kenmerken(Struct, frozen=True):
    """What a round knows of an afspraak beside its text; the keys are those of the tables in `domain`."""

    landsdeel: str = ""
    agendapunt: str = ""
    status: str = ""
    themas: tuple[str, ...] = ()
    provincies: tuple[str, ...] = ()
    gebieden: tuple[str, ...] = ()
    kamerstukken: tuple[str, ...] = ()


NIETS_BEKEND = Kenmerken()
"""Of a text in a file of which no round is known."""


class DocumentInhoud(Struct, frozen=True):
    """One document: its name (`kamerbrief`), its fields as text by name, its blocks in order."""

    naam: str
    blokken: tuple[Blok, ...]
    velden: Mapping[str, str] = field(default_factory=dict)


class Inhoud(Struct, frozen=True):
    """All that a version or a file says; `afspraken` is empty when nothing is known of them but their text."""

    naam: str
    documenten: tuple[DocumentInhoud, ...]
    afspraken: Mapping[str, Kenmerken] = field(default_factory=dict)


def beide(one: Kenmerken | None, other: Kenmerken | None) -> Kenmerken:
    """Give whom a change concerns: those of before and those of now."""
    if one is None or other is None:
        return other or one or NIETS_BEKEND
    lists = {name: samen(getattr(other, name), getattr(one, name)) for name in ("themas", "provincies", "gebieden")}
    return Kenmerken(other.landsdeel or one.landsdeel, other.agendapunt, other.status, **lists)


def samen(*lists: Sequence[str]) -> tuple[str, ...]:
    """Give what stands in any of the lists, once, in order."""
    return tuple(dict.fromkeys(each for values in lists for each in values))


_DERIVED = frozenset(
    {"versie", "versiedatum", "concept", "aantal_bijlagen", "meer_ondertekenaars", "ik", "Ik", "mij", "mijn"}
)
"""Fields that follow from others, or say which version it is."""


def inhoud_of(naam: str, data: Mapping[str, Any]) -> Inhoud:
    """Give what an `inhoud.json` says, of which the form is known to be right."""
    documents = tuple(_document(each) for each in data["documenten"])
    return Inhoud(naam, documents, {name: _kenmerken(each) for name, each in data.get("afspraken", {}).items()})


def _document(data: Mapping[str, Any]) -> DocumentInhoud:
    fields = {name: text for name, value in data["velden"].items() for name, text in _flat(name, value)}
    return DocumentInhoud(data["naam"], tuple(_blok(each) for each in data["blokken"]), fields)


def _blok(data: Mapping[str, Any]) -> Blok:
    notes = tuple(Noot(each["sleutel"], each["tekst"]) for each in data.get("voetnoten", ()))
    return Blok(
        data["soort"],
        data["tekst"],
        data["plat"],
        data.get("niveau", 0),
        data.get("teken", ""),
        data.get("afspraak", ""),
        tuple(data.get("dekt", ())),
        notes,
    )


def _kenmerken(data: Mapping[str, Any]) -> Kenmerken:
    landsdeel, agendapunt, status = (str(data.get(name, "")) for name in ("landsdeel", "agendapunt", "status"))
    lists = {name: tuple(data.get(name, ())) for name in ("themas", "provincies", "gebieden", "kamerstukken")}
    return Kenmerken(landsdeel, agendapunt, status, **lists)


def _flat(name: str, value: object) -> list[tuple[str, str]]:
    """Give a field as text; values within it get a name of their own, such as `afzender.website`."""
    if name in _DERIVED or value in ("", None):
        return []
    if isinstance(value, dict):
        return [pair for key, each in value.items() for pair in _flat(f"{name}.{key}", each)]
    if isinstance(value, list):
        return [(name, "\n".join(_line(each) for each in value))]
    return [(name, str(value))]


def _line(value: object) -> str:
    return ", ".join(str(each) for each in value.values() if each) if isinstance(value, dict) else str(value)
