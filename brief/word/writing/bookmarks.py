"""Bookmarks: names that Word accepts, ids that are used once."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from brief.word.opc.origins import mark_name

if TYPE_CHECKING:
    from brief.text.origin import Origin

_LONGEST = 40


def bookmark_name(prefix: str, identifier: str) -> str:
    """Make the name of the hidden bookmark for an id: `_afs` and `nw-2.3-1` give `_afs_nw_2_3_1`.

    Word knows letters, digits and underscores, forty at most, and hides what begins with an underscore. A longer name
    is cut and ends in a checksum, so that two long ids stay apart.
    """
    name = f"{prefix}_" + re.sub(r"[^0-9A-Za-z]", "_", identifier)
    if len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 9]}_{zlib.crc32(identifier.encode('utf-8', 'surrogatepass')):08x}"


class Bookmarks:
    """Hands out ids and keeps names unique within one document."""

    def __init__(self, taken: set[str], first: int) -> None:
        self._taken = {name.lower() for name in taken}
        self._next = first
        self._seen: dict[str, int] = {}

    def claim(self, name: str) -> str:
        """Give this name, or the first free `name_2`, `name_3` … when it is taken."""
        free, number = name, 1
        while free.lower() in self._taken:
            number += 1
            free = f"{name[: _LONGEST - 1 - len(str(number))]}_{number}"
        self._taken.add(free.lower())
        return free

    def mark(self, origin: Origin | None) -> tuple[str, str]:
        """Give the marks around a text from an origin, none when it is not known; a second time it is numbered."""
        if origin is None:
            return "", ""
        name = mark_name(origin, 0)
        known = name.lower()
        if known in self._taken:
            name = self._next_name(origin, name)
            known = name.lower()
        self._taken.add(known)
        return self.open(name)

    def _next_name(self, origin: Origin, first: str) -> str:
        """Give the next free name of an origin of which the first is taken."""
        again = self._seen.get(first, 1)
        name = first
        while name.lower() in self._taken:
            again += 1
            name = mark_name(origin, again)
        self._seen[first] = again
        return name

    def open(self, name: str) -> tuple[str, str]:
        """Give the marks for the start and the end of a bookmark with this (claimed) name."""
        number = self._next
        self._next = number + 1
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
