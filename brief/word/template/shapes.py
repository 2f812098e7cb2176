"""What a template may expect of its fields: the shape of the data, without the data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

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
    NOTHING = "niets"
    MIXED = "de ene keer dit en de andere keer dat"
    UNKNOWN = "onbekend"


PRINTED = frozenset({Kind.TEXT, Kind.NUMBER, Kind.UNKNOWN})
"""What may stand in a text. `UNKNOWN` is the item of a list that is empty now, or a name that is reported already."""


class Shape(Struct, frozen=True):
    """A kind; of a list the shape of its items and how many there are at most, of a group the shapes by name."""

    kind: Kind
    item: Shape | None = None
    names: Mapping[str, Shape] = field(default_factory=dict)
    size: int = 0


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
        item = merged(item, shape_of(element))
    return Shape(Kind.LIST, item=item, size=len(value))


def merged(one: Shape, other: Shape) -> Shape:
    """Give the shape of a value that is now the one, then the other."""
    if one.kind is Kind.UNKNOWN or other.kind is Kind.UNKNOWN:
        return other if one.kind is Kind.UNKNOWN else one
    if one.kind is not other.kind:
        return Shape(Kind.MIXED)
    if one.kind is Kind.LIST:
        item = merged(one.item or UNKNOWN, other.item or UNKNOWN)
        return Shape(Kind.LIST, item=item, size=max(one.size, other.size))
    names = dict(one.names)
    for name, shape in other.names.items():
        names[name] = merged(names[name], shape) if name in names else shape
    return Shape(one.kind, names=names)


def known_paths(names: Mapping[str, Shape], before: str = "") -> Iterator[str]:
    """List every name that can be written in a tag, `afzender.website` among them."""
    for name, shape in names.items():
        yield before + name
        yield from known_paths(shape.names, f"{before}{name}.")
