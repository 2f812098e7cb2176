"""A judge of JSON schemas that knows just the words which ours use, and refuses any other."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML

_KNOWN = {
    "$schema",
    "title",
    "description",
    "type",
    "properties",
    "additionalProperties",
    "required",
    "items",
    "enum",
    "anyOf",
    "pattern",
}
_TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def as_editors_read(text: str) -> Any:
    """Read YAML as an editor does: dates are texts, `true` and `false` are not, and nothing is null."""
    return _plain(YAML(typ="base", pure=True).load(text))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return {"true": True, "false": False, "": None, "~": None}.get(value, value)


def faults(value: Any, schema: dict[str, Any], where: str = "") -> list[str]:
    """Give what a schema finds wrong with a value."""
    assert set(schema) <= _KNOWN, schema
    found = []
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is(value, kind) for kind in kinds):
        return [f"{where}: {value!r} is no {kinds}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} is none of {schema['enum']}")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        found.append(f"{where}: {value!r} is not {schema['pattern']}")
    if "anyOf" in schema and all(faults(value, each, where) for each in schema["anyOf"]):
        found.append(f"{where}: {value!r} fits nothing")
    if isinstance(value, dict):
        found += _of_fields(value, schema, where)
    if isinstance(value, list) and "items" in schema:
        found += [fault for n, each in enumerate(value) for fault in faults(each, schema["items"], f"{where}[{n}]")]
    return found


def _of_fields(value: dict[str, Any], schema: dict[str, Any], where: str) -> list[str]:
    fields, other = schema.get("properties", {}), schema.get("additionalProperties", True)
    found = [f"{where}: {name} is missing" for name in schema.get("required", []) if value.get(name) is None]
    for name, each in value.items():
        if name in fields:
            found += faults(each, fields[name], f"{where}.{name}")
        elif isinstance(other, dict):
            found += faults(each, other, f"{where}.{name}")
        elif not other:
            found.append(f"{where}: {name} is unknown")
    return found


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES[kind])  # type: ignore[arg-type]
