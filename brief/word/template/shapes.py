"""What a template may expect of its fields: the shape of the data, without the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.text.document import FieldValue


class Kind(StrEnum):
    """What kind of value a name stands for; the words are those of the messages."""

    TEXT = "tekst"
    NUMBER = "een getal"
    CHOICE = "ja of nee"
    LIST = "een lijst"
    GROUP = "een groep velden"
    PLACE = "een plek"
    FUNCTION = "een functie"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind, with the shape of the items of a list, or those of a group by name."""

    kind: Kind
    item: Shape | None = None
    names: Mapping[str, Shape] = field(default_factory=dict)


UNKNOWN = Shape(Kind.UNKNOWN)


def shape_of(value: FieldValue) -> Shape:
    """Give the shape of a value; a list has the shape of all its items together."""
    if isinstance(value, bool):
        return Shape(Kind.CHOICE)
    if isinstance(value, int):
        return Shape(Kind.NUMBER)
    if isinstance(value, str):
        return Shape(Kind.TEXT)
    if isinstance(value, Mapping):
        return Shape(Kind.GROUP, names={name: shape_of(item) for name, item in value.items()})
    item = UNKNOWN
    for element in value:
        item = _merged(item, shape_of(element))
    return Shape(Kind.LIST, item=item)


def _merged(one: Shape, other: Shape) -> Shape:
    if one.kind is Kind.UNKNOWN:
        return other
    if one.kind is Kind.GROUP and other.kind is Kind.GROUP:
        return Shape(Kind.GROUP, names={**one.names, **other.names})
    return one if one.kind is other.kind else UNKNOWN


def known_paths(names: Mapping[str, Shape], before: str = "") -> Iterator[str]:
    """List every name that can be written in a tag, `afzender.website` among them."""
    for name, shape in names.items():
        yield before + name
        yield from known_paths(shape.names, f"{before}{name}.")
