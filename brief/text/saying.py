"""Values that know more than they say: where they come from, for messages, is no part of what they are compared by."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from msgspec.structs import astuple


class Saying(Struct, frozen=True, eq=False):
    """A value that equals another of its class when all their fields are equal but the last `beside` ones.

    Those are not in its `repr` either.
    """

    beside: ClassVar[int]

    @property
    def said(self) -> tuple[object, ...]:
        """Give the fields by which it is compared."""
        return astuple(self)[: -self.beside]

    def __repr__(self) -> str:
        said = zip(self.__struct_fields__, self.said, strict=False)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in said)})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.said == other.said

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.said)
