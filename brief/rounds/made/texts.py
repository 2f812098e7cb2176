"""The texts of the afspraken, read on two cores where there are many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text import parse
from brief.versions.beside import Beside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brief.text import Parsed

_MANY = 3_000
"""Texts of which a half takes longer to read than it takes to copy the process, and to send what was read."""
_HERE = 0.55
"""The part that is read here: what is read in a copy must come back."""


def read_texts(texts: Sequence[str]) -> dict[str, Parsed]:
    """Read texts in Markdown; few of them are left to whoever needs them."""
    if len(texts) < _MANY:
        return {}
    count = int(len(texts) * _HERE)
    with Beside(_read, places=0) as elsewhere:
        rest = elsewhere.begin(texts[count:])
        rest.give(None, is_large=True)
        return dict(zip(texts, (*map(parse, texts[:count]), *rest.result()), strict=True))


def _read(texts: Sequence[str]) -> Callable[[None], list[Parsed]]:
    return lambda _: [parse(text) for text in texts]
