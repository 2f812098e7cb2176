"""JSON schemas of the YAML files of a round, for editors: what may stand where, in words, with the names to choose.

The fields are those of the readers themselves. What a schema allows is never narrower than what they read.
"""

from __future__ import annotations

import json
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from brief.domain import (
    GEBIEDEN,
    LANDSDELEN,
    PROVINCIES,
    THEMAS,
    Antwoord,
    Gang,
    Herhaling,
    Kamerstukstijl,
    Koppen,
    Status,
)
from brief.sources import afspraken, ronde
from brief.sources.uitleg_velden import AFSPRAAK, AFZENDER, BESLUIT, BRIEF, OVERLEG, RONDE, STUK
from brief.text import Contents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Schema = dict[str, Any]

MAP = ".schema"
"""The folder of a round with its schemas."""

_DIALECT = "http://json-schema.org/draft-07/schema#"
_DATUM: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_TEKST: Schema = {"type": ["string", "number", "boolean", "null"]}
_WAARDE: Schema = {"type": ["string", "number", "boolean"]}
_TEKSTEN: Schema = {"type": ["array", "null"], "items": _WAARDE}
_JA_NEE: Schema = {"type": ["boolean", "null"]}


def line_for(schema: str, *, deep: int = 0) -> str:
    """Give the first line of a YAML file that tells an editor where its schema is, `deep` folders below the round."""
    return f"# yaml-language-server: $schema={'../' * deep}{MAP}/{schema}.json"


def schemas(ids: Iterable[str] = (), stukken: Iterable[str] = ()) -> Mapping[str, bytes]:
    """Give the schema files of a round by their path from its folder; `ids` and `stukken` are offered to choose."""
    return _schemas(tuple(sorted(ids)), tuple(sorted(stukken)))


@lru_cache(maxsize=4)
def _schemas(ids: tuple[str, ...], stukken: tuple[str, ...]) -> Mapping[str, bytes]:
    made = {
        "ronde": ronde_schema(),
        "afspraken": afspraken_schema(list(ids), list(stukken)),
        "kamerstukken": kamerstukken_schema(),
    }
    return MappingProxyType({f"{MAP}/{name}.json": _written(schema) for name, schema in made.items()})


def ronde_schema() -> Schema:
    """Give the schema of `ronde.yaml`."""
    volgorde = {"type": ["array", "null"], "items": {"enum": [ronde.LANDELIJK, *LANDSDELEN]}}
    of_lijst = {"volgorde": volgorde, "koppen": _choice(Koppen), "inhoud": _choice(Contents)}
    of_stukken = {"stijl": _choice(Kamerstukstijl), "herhaling": _choice(Herhaling)}
    voortgang = _fields("", ronde.VOORTGANG, RONDE, {"stand": _choice(Gang)}, required=("afspraak", "stand"))
    top = {
        "overleggen": {"type": ["array", "null"], "items": _overleg()},
        "brief": _brief(),
        "afsprakenlijst": _or_null(_fields("", ronde.LIJST, RONDE, of_lijst)),
        "kamerstukken": _or_null(_fields("", ronde.KAMERSTUKKEN, RONDE, of_stukken)),
        "toezeggingen": _TEKSTEN,
        "voortgang": {"type": ["array", "null"], "items": voortgang},
    }
    required = ("ronde", "titel", "overleggen", "brief")
    return _top("ronde.yaml van brief", _fields("", ronde.RONDE, RONDE, top, required=required))


def _overleg() -> Schema:
    kinds = {"landsdeel": {"enum": list(LANDSDELEN)}, "datum": _DATUM, "voorstel": _datumvoorstel()}
    return _fields("een overleg", ronde.OVERLEG, OVERLEG, kinds, required=("landsdeel", "datum", "dossier"))


def _brief() -> Schema:
    words = {"functie": "zoals zij wordt gedrukt: De minister van …", "naam": "voornaam en achternaam, zonder titels"}
    persoon = _fields("wie ondertekent", ("functie", "naam"), words, {}, required=("functie",))
    lines: dict[str, Schema] = {name: {"anyOf": [_TEKST, _TEKSTEN]} for name in AFZENDER}
    kinds = {
        "datum": _DATUM,
        "ondertekenaars": {"type": "array", "items": persoon},
        "mede_namens": _TEKSTEN,
        "bijlagen": _TEKSTEN,
        "afzender": _or_null(_fields("de afzender", tuple(AFZENDER), AFZENDER, lines)),
        "voorstel": _datumvoorstel(),
    }
    return _fields("de brief", ronde.BRIEF, BRIEF, kinds, required=("datum", "ondertekenaars"))


def _datumvoorstel() -> Schema:
    return _or_null(_fields("", ("datum",), {"datum": "de datum die brief heeft voorgesteld"}, {"datum": _DATUM}))


def afspraken_schema(ids: Iterable[str] = (), stukken: Iterable[str] = ()) -> Schema:
    """Give the schema of `afspraken/<landsdeel>.yaml`, in a round with these afspraken and papers."""
    lists = {"themas": _list_of(THEMAS), "provincies": _list_of(PROVINCIES), "gebieden": _list_of(GEBIEDEN)}
    voorstel = _fields("", afspraken.VOORSTEL, AFSPRAAK, {**lists, "termijn": _or_empty(_DATUM)})
    besluit = _fields(
        "wat is besloten",
        afspraken.BESLUIT,
        BESLUIT,
        {"datum": _DATUM, "reden": _TEKST, "tekst": _TEKST},
        required=("datum", "reden"),
    )
    answer = {"stand": _choice(Antwoord), "datum": _or_empty(_DATUM)}
    akkoord = _fields("", afspraken.AFSTEMMING, AFSPRAAK, answer, required=("partij",))
    afspraak = _fields(
        "een afspraak",
        afspraken.VELDEN,
        AFSPRAAK,
        {
            **lists,
            "status": _choice(Status),
            "besluit": _or_null(besluit),
            "voorstel": _or_null(voorstel),
            "landelijk": _JA_NEE,
            "publiceren": _JA_NEE,
            "kamerstukken": _list_of(stukken),
            "zie": _list_of(ids),
            "afstemming": {"type": ["array", "null"], "items": akkoord},
            "termijn": _or_empty(_DATUM),
        },
        required=("id", "agendapunt", "tekst"),
    )
    dossier = _fields("", afspraken.DOSSIER, AFSPRAAK, {}, required=("bestand",))
    top = {"dossier": _or_null(dossier), "afspraken": {"type": ["array", "null"], "items": afspraak}}
    fields = _fields("", ("dossier", "afspraken"), AFSPRAAK, top, required=("afspraken",))
    return _top("afspraken van een landsdeel", fields)


def kamerstukken_schema() -> Schema:
    """Give the schema of `kamerstukken.yaml`: under each key a paper."""
    from brief.kamerstuk.entry import VELDEN as STUKVELDEN  # with it comes the grammar of all papers

    paper = _or_null(_fields("een stuk", STUKVELDEN, STUK, {}))
    return _top("kamerstukken van brief", {"type": ["object", "null"], "additionalProperties": paper})


def _fields(
    what: str,
    names: Iterable[str],
    words: Mapping[str, str],
    kinds: Mapping[str, Schema],
    required: Iterable[str] = (),
) -> Schema:
    """Give the schema of a mapping with these fields and no others; a field without a kind is a text."""
    properties = {name: {**kinds.get(name, _TEKST), "description": words.get(name, name)} for name in names}
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if what:
        made["description"] = what
    needed = list(required)
    return {**made, "required": needed} if needed else made


def _choice(words: Iterable[str]) -> Schema:
    return {"enum": [*map(str, words), None]}


def _list_of(keys: Iterable[str]) -> Schema:
    """Give the schema of a list in which these names are offered; another one is for brief to judge."""
    offered = list(keys)
    item: Schema = {"anyOf": [{"enum": offered}, _WAARDE]} if offered else _WAARDE
    return {"type": ["array", "null"], "items": item}


def _or_null(schema: Schema) -> Schema:
    return {**schema, "type": ["object", "null"]}


def _or_empty(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _top(title: str, schema: Schema) -> Schema:
    return {"$schema": _DIALECT, "title": title, **schema}


def _written(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
