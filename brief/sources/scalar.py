"""Write values as YAML so that they read back exactly: by us, and by tools that guess types."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

Value = str | bool | datetime.date | tuple["Value", ...] | Mapping[str, "Value"]
"""What a field can be set to. A mapping is written with its fields in its own order."""

# A text that no YAML reader takes for something else than this text.
_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ0-9/(€]")
_NOT_PLAIN = re.compile(r": |:$|\s#|\s$")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_TYPED = re.compile(
    r"(?:true|false|yes|no|on|off|y|n|null|ja|nee)$|[-+.]?[0-9][0-9_.,:eEx+-]*$|0[xo][0-9a-fA-F]+$|\d{4}-\d\d?-\d\d?.*$",
    re.IGNORECASE,
)
_NOT_IN_BLOCK = re.compile(r"[^\n\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_LINE = re.compile(r"[\n\t]|" + _NOT_IN_BLOCK.pattern)
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
_WIDTH = 90

BLOCKS = frozenset({"tekst", "dossiertekst", "brief"})
"""The fields that are written as a block `|` even when they are short: people go on writing in them."""


def inline(value: str, *, flow: bool = False) -> str:
    """Write a text on one line: plain where that is safe, else quoted. `flow` is within `[…]` or `{…}`."""
    if not value or _NOT_IN_LINE.search(value):
        return '"' + "".join(_escaped(character) for character in value) + '"'
    plain = _PLAIN.match(value) and not _NOT_PLAIN.search(value) and not _TYPED.match(value)
    if plain and not (flow and _NOT_IN_FLOW.search(value)):
        return value
    return "'" + value.replace("'", "''") + "'"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _NOT_IN_BLOCK.match(character):
        return character
    number = ord(character)
    if number <= 0xFF:
        return f"\\x{number:02X}"
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"


def fits_block(value: str) -> bool:
    """Tell whether a block `|` carries this text exactly, also through an editor that trims the ends of lines."""
    if not value or value[0] in " \t\n" or value.endswith("\n"):
        return False
    return _NOT_IN_BLOCK.search(value) is None and not any(line.rstrip() != line for line in value.split("\n"))


def prefers_block(value: str) -> bool:
    """Tell whether a text reads best as a block."""
    return fits_block(value) and ("\n" in value or len(value) > _WIDTH)


def block_lines(value: str, indent: int) -> list[str]:
    """Give the lines of a block `|`, without the line with the bar; empty lines stay empty."""
    return [" " * indent + line if line else "" for line in value.split("\n")]


def flow(value: Value) -> str:
    """Write a value on one line, mappings and lists with brackets."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return inline(value, flow=True)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return "{" + ", ".join(f"{name}: {flow(item)}" for name, item in value.items()) + "}"


def field_lines(name: str, value: Value, indent: int) -> list[str]:
    """Give the lines of a field of a block mapping."""
    head, *rest = value_lines(name, value, indent)
    return [f"{' ' * indent}{name}:{head}", *rest]


def value_lines(name: str, value: Value, indent: int) -> list[str]:
    """Give what follows `name:` on its line, and the lines after it, for a field that stands `indent` deep."""
    if isinstance(value, str):
        if prefers_block(value) or (name in BLOCKS and fits_block(value)):
            return [" |", *block_lines(value, indent + 2)]
        return [f" {inline(value)}"]
    if isinstance(value, Mapping) and value:
        nested = (field_lines(each, item, indent + 2) for each, item in value.items())
        return ["", *(line for lines in nested for line in lines)]
    if isinstance(value, tuple) and any(isinstance(item, Mapping) for item in value):
        return ["", *(f"{' ' * (indent + 2)}- {flow(item)}" for item in value)]
    return [f" {flow(value)}"]
