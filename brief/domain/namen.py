"""The names that people know, by the keys that files hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def naam_van(sleutel: str, tabel: Mapping[str, object]) -> str:
    """Give the name of a key of a table such as `PROVINCIES`; the key itself when the table does not have it."""
    return str(getattr(tabel.get(sleutel), "naam", sleutel))
