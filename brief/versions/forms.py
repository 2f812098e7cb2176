"""The form of what a version keeps of itself, `manifest.json` and `inhoud.json`.

Anybody can change these files, and a disk can break them. One that is not of the form that `brief` writes counts as
one that cannot be read, so that whoever uses it meets no other kinds of values than it expects.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct, field

Level = Annotated[int, Meta(ge=0, le=1_000)]
Form = TypeVar("Form", bound=Struct)


class ManifestForm(Struct):
    """What is read from a manifest; see `versions/manifest.py`.

    One that does not name its files cannot say that nobody wrote in them.
    """

    uitvoer: dict[str, str]
    vingerafdruk: str = ""
    gereedschap: str | None = None
    datum: str = ""
    notitie: str = ""
    genegeerd: dict[str, str] = field(default_factory=dict)
    invoer: dict[str, str] = field(default_factory=dict)


class _Noot(Struct):
    sleutel: str
    tekst: str


class _Blok(Struct):
    soort: str
    tekst: str
    plat: str
    rol: str
    niveau: Level = 0
    teken: str = ""
    afspraak: str = ""
    dekt: list[str] = field(default_factory=list)
    voetnoten: list[_Noot] = field(default_factory=list)


class _Document(Struct):
    naam: str
    velden: dict[str, Any]
    blokken: list[_Blok]


class _Kenmerken(Struct):
    landsdeel: str = ""
    agendapunt: str = ""
    status: str = ""
    themas: list[str] = field(default_factory=list)
    provincies: list[str] = field(default_factory=list)
    gebieden: list[str] = field(default_factory=list)
    kamerstukken: list[str] = field(default_factory=list)


class InhoudForm(Struct):
    """What is read from `inhoud.json`; see `versions/inhoud.py`."""

    documenten: list[_Document]
    afspraken: dict[str, _Kenmerken] = field(default_factory=dict)


def of_form(data: bytes, form: type[Form]) -> dict[str, Any]:
    """Read JSON that has this form, whatever it holds besides. Raises ValueError for anything else."""
    try:
        found: dict[str, Any] = msgspec.json.decode(data)
        msgspec.convert(found, form)
    except RecursionError as error:
        message = "lists within lists, thousands deep"
        raise ValueError(message) from error
    return found
