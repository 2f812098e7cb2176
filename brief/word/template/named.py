"""Values of fields that know which field they are, so that what a tag printed can be told from the template's text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.text.document import FieldValue


class FieldText(str):
    """A text that knows the field it is the value of: `ondertekenaars.1.naam`."""

    __slots__ = ("field",)
    field: str

    @classmethod
    def of(cls, text: str, field: str) -> FieldText:
        """Make one."""
        made = cls(text)
        made.field = field
        return made


def named(value: FieldValue, name: str) -> FieldValue:
    """Give a value whose texts know the names of their fields; items of a list are counted from 1."""
    if isinstance(value, str):
        return FieldText.of(value, name)
    if isinstance(value, Mapping):
        return {key: named(each, f"{name}.{key}") for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(named(each, f"{name}.{number}") for number, each in enumerate(value, 1))
    return value


def as_field(text: str, *values: object) -> str:
    """Give a text made of the value of a field, or of the items of a list, as a text of that field."""
    fields = [value.field for value in values if isinstance(value, FieldText)]
    if not fields:
        return text
    return FieldText.of(text, fields[0] if len(values) == 1 else fields[0].rpartition(".")[0] or fields[0])
