"""A second reading of the YAML files of a round: every value in them was kept, or a message names its line."""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from brief.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ruamel.yaml.nodes import Node

    from brief.diagnostics import Diagnostic
    from brief.sources import RondeBestanden

_NOTHING = frozenset({"", "~", "null", "true", "false", "ja", "nee"})
_OTHER = re.compile(r"[\W_]+")
_LEFT_OUT = frozenset({"folder", "bronnen", "bestanden", "kamerstukplaatsen", "brief_tekst", "afsprakenbestanden"})


def forgotten(read: RondeBestanden, findings: Iterable[Diagnostic]) -> list[str]:
    """Give the values that stand in a YAML file and nowhere in what was read of it, and on no line that is named."""
    kept = _letters(" ".join(_texts(read)))
    named = {(each.place.file, each.place.line) for each in findings if each.place is not None}
    found = []
    for path, source in read.bronnen.items():
        if not path.endswith(".yaml") or not source.text.strip():
            continue
        try:
            node = YAML(typ="safe").compose(source.text)
        except (YAMLError, ValueError, RecursionError) as error:
            return [f"{path} is no YAML and no error says so: {error}"]
        for leaf, key in _leaves(node):
            lines = range(key.start_mark.line + 1, leaf.end_mark.line + 2)
            said = any((source.name, line) in named for line in lines)
            if not said and _letters(leaf.value) not in kept:
                found.append(f"{path}:{leaf.start_mark.line + 1}: {leaf.value[:40]!r}")
    return found


def _leaves(node: Node | None, key: Node | None = None, name: str = "") -> Iterator[tuple[ScalarNode, Node]]:
    """Give the scalars with the key they stand under; proposed dates and references are kept as what they mean."""
    if isinstance(node, MappingNode):
        for own, value in node.value:
            if own.value not in {"voorstel", "verwijzing"}:
                yield from _leaves(value, own, str(own.value))
    elif isinstance(node, SequenceNode):
        for each in node.value:
            yield from _leaves(each, key if name else each, name)
    elif isinstance(node, ScalarNode) and str(node.value).lower() not in _NOTHING:
        yield node, key or node


def _texts(value: object) -> Iterator[str]:
    match value:
        case Place():
            return
        case enum.Enum():
            yield str(value.value)
        case str() | bool() | int() | datetime.date():
            yield str(value)
        case Mapping():
            yield from _texts((*value.keys(), *value.values()))
        case tuple():
            yield from chain.from_iterable(map(_texts, value))
        case Struct():
            names = value.__struct_fields__
            yield from _texts(tuple(getattr(value, name) for name in names if name not in _LEFT_OUT))


def _letters(text: str) -> str:
    return _OTHER.sub("", text.lower())
