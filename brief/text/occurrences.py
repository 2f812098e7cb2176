"""Where a fixed string stands in a text: many times faster than a pattern with alternatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def occurrences(text: str, part: str) -> Iterator[int]:
    """Give, in order, each place where `part` begins; they do not overlap."""
    find, length = text.find, len(part)
    found = find(part)
    while found >= 0:
        yield found
        found = find(part, found + length)
