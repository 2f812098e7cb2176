"""The texts of the afspraken, read on two cores where there are many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text import parse
from brief.versions.beside import halves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.text import Parsed

_MANY = 3_000
"""Texts of which a half takes longer to read than it takes to copy the process, and to send what was read."""


def read_texts(texts: Sequence[str]) -> dict[str, Parsed]:
    """Read texts in Markdown; few of them are left to whoever needs them."""
    return dict(zip(texts, halves(parse, texts), strict=True)) if len(texts) >= _MANY else {}
