"""What the previous reading of a dossier said: the base of a three-way comparison, kept as JSON beside the afspraken.

    {"versie": 1, "sha256": "…", "dossierversie": "conceptversie 19-5", "vergeven": ["nw-2.3-1", …],
     "halverwege": "…", "vragen": {"nw-2.3-2": ["nw-2.4-2", "nw-2.4-3"]},
     "afspraken": [{"id": "nw-2.3-1", "bron": "nw-2.4-1", "agendapunt": "2.4 Titel", "tekst": "…",
                    "publiceren": true, "verdwenen": false}]}

`id` is what the afspraak is called in the afspraken file, `bron` what its place in that version of the dossier gave it;
empty for one that is not in it. `halverwege` and `vragen` are there only while not all of a newer dossier has found its
place.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import asdict, replace

from brief.text import write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.domain import Afspraak, Dossier, DossierAfspraak

VERSIE = 1


class Basisregel(Struct, frozen=True):
    """One afspraak as the dossier had it; `tekst` is Markdown, None when that is not known.

    `verdwenen` tells that a later version of the dossier has it no more.
    """

    id: str
    bron: str
    agendapunt: str
    tekst: str | None
    publiceren: bool = True
    verdwenen: bool = False


class Basis(Struct, frozen=True):
    """The afspraken of a dossier as last read.

    `vergeven` are all ids that were ever given in the file, sorted. `halverwege` is the hash of a later dossier of
    which not every text has found its place yet, empty when there is none; `vragen` are the questions about it: an id
    of the file, and the ids of that dossier that it may be.
    """

    sha256: str
    dossierversie: str
    afspraken: tuple[Basisregel, ...]
    vergeven: tuple[str, ...] = ()
    vragen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    halverwege: str = ""

    def without_texts(self) -> Basis:
        """Give the same base for a file that it may not fit: which afspraken there are, not what they said."""
        return replace(self, afspraken=tuple(replace(each, tekst=None) for each in self.afspraken))


def kop(each: DossierAfspraak) -> str:
    """Give what the field `agendapunt` says for an afspraak of a dossier."""
    return f"{each.agendapunt} {each.titel}".strip()


def titel(agendapunt: str) -> str:
    """Give the title of an agendapunt without its number."""
    number, _, title = agendapunt.partition(" ")
    return title if number[:1].isdigit() else agendapunt


def regel(each: DossierAfspraak, identity: str | None = None) -> Basisregel:
    """Give the line of the base for an afspraak of a dossier, under its own id or another."""
    return Basisregel(identity or each.id, each.id, kop(each), write(each.tekst), each.publiceren)


def basis_of(dossier: Dossier) -> Basis:
    """Give the base of a dossier that is read for the first time."""
    rows = tuple(regel(each) for each in dossier.afspraken)
    return Basis(dossier.sha256, dossier.versie, rows, tuple(sorted({row.id for row in rows})))


def unknown_basis(afspraken: Sequence[Afspraak]) -> Basis:
    """Give the base for a file of which nobody knows what its dossier said: the afspraken, without their texts."""
    rows = tuple(Basisregel(each.id, each.id, each.agendapunt, None, each.publiceren) for each in afspraken)
    return Basis("", "", rows, tuple(sorted({row.id for row in rows})))


def basis_text(basis: Basis) -> str:
    """Write a base as JSON: the same base, the same bytes."""
    rows = [asdict(each) for each in basis.afspraken]
    head = {"versie": VERSIE, "sha256": basis.sha256, "dossierversie": basis.dossierversie}
    asked = {"halverwege": basis.halverwege, "vragen": dict(basis.vragen)} if basis.halverwege else {}
    value = {**head, **asked, "vergeven": basis.vergeven, "afspraken": rows}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def read_basis(text: str) -> Basis | None:
    """Read a base; None for what is not the JSON that `basis_text` writes."""
    try:
        data = msgspec.json.decode(text)  # refuses half signs and numbers that are none, which no file can hold
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("versie") != VERSIE:
        return None
    rows, given = data.get("afspraken"), data.get("vergeven", ())
    if not (isinstance(rows, list) and all(_is_row(row) for row in rows) and _is_texts(given)):
        return None
    asked, about = data.get("vragen", {}), data.get("halverwege", "")
    if not (_is_texts([data.get("sha256"), data.get("dossierversie"), about]) and _is_asked(asked)):
        return None
    return Basis(
        data["sha256"],
        data["dossierversie"],
        tuple(Basisregel(**row) for row in rows),
        tuple(given or ()),
        {name: tuple(names) for name, names in asked.items()},
        about,
    )


def _is_asked(value: Any) -> bool:
    return isinstance(value, dict) and all(_is_texts(names) for names in value.values())


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_row(row: Any) -> bool:
    if not isinstance(row, dict) or set(row) != set(Basisregel.__struct_fields__):
        return False
    texts = [row[name] for name in ("id", "bron", "agendapunt")] + ([row["tekst"]] if row["tekst"] is not None else [])
    return _is_texts(texts) and isinstance(row["publiceren"], bool) and isinstance(row["verdwenen"], bool)
