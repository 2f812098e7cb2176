"""Relationships of one part: find them, add links, write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from lxml import etree

from brief.word.opc.names import HYPERLINK_RELATION, REL

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES: Any = {None: REL}
"""Stubs of lxml know no default namespace."""

_SCHEMES = ("http", "https", "mailto")
_SAFE = "!#$%&'()*+,/:;=?@[]~"


def usable_address(address: str) -> str | None:
    """Give an address as Word accepts it in a package, or None when no link can be made of it.

    Only http, https and mailto: anything else could start a program. Word refuses a whole file over one bad address.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or (parts.scheme.lower() != "mailto" and not parts.hostname):
        return None
    if re.search(r"[\s<>\"\\^`{|}]", parts.netloc) or (port is not None and port < 0):
        return None
    cleaned = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address.strip())
    return quote(cleaned, safe=_SAFE)


class Relationships:
    """The relationships of one part, in order, with ids that are used once."""

    def __init__(self, data: bytes | None = None) -> None:
        self._root = (
            etree.Element(f"{{{REL}}}Relationships", nsmap=_NAMES)
            if data is None
            else etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        )
        self._ids = {str(item.get("Id")) for item in self._items()}
        self._links: dict[str, str] = {}

    def _items(self) -> Iterator[etree._Element]:
        return self._root.iterchildren(f"{{{REL}}}Relationship")

    def __bool__(self) -> bool:
        return len(self._root) > 0

    def targets(self, kind: str) -> tuple[str, ...]:
        """List the targets of the relationships of a type that lead to a part of the package."""
        return tuple(target for _, found, target, external in self.all() if found == kind and not external)

    def all(self) -> tuple[tuple[str, str, str, bool], ...]:
        """List id, type and target of every relationship, and whether it leads out of the package."""
        return tuple(
            (str(item.get("Id")), str(item.get("Type")), str(item.get("Target")), item.get("TargetMode") == "External")
            for item in self._items()
        )

    def remove(self, *kinds: str) -> None:
        """Take out every relationship of these types."""
        for item in list(self._items()):
            if item.get("Type") in kinds:
                self._root.remove(item)

    def drop(self, identifier: str) -> None:
        """Take out the relationship with this id."""
        for item in list(self._items()):
            if item.get("Id") == identifier:
                self._root.remove(item)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Add a relationship and give its id."""
        number = len(self._ids) + 1
        while f"rId{number}" in self._ids:
            number += 1
        identifier = f"rId{number}"
        self._ids.add(identifier)
        item = etree.SubElement(self._root, f"{{{REL}}}Relationship", Id=identifier, Type=kind, Target=target)
        if external:
            item.set("TargetMode", "External")
        return identifier

    def link(self, address: str) -> str:
        """Give the id of the hyperlink to this address, added when it is new."""
        if address not in self._links:
            self._links[address] = self.add(HYPERLINK_RELATION, address, external=True)
        return self._links[address]

    def to_bytes(self) -> bytes:
        """Write the part."""
        return bytes(etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True))
