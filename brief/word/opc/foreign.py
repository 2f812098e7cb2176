"""Elements that Word does not know: by the namespaces a part declares, and what it says may be passed over.

Word passes over an element of a namespace that `mc:Ignorable` names, with all that is in it (ECMA-376 part 3, 7.2),
unless `mc:ProcessContent` names the element: then only its tags are passed over (7.3). A part with any other element
that it does not know, Word does not open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.word.opc.markup import MC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_DECLARED = re.compile(rb"""xmlns(?::[\w.-]+)?\s*=\s*["']([^"']+)["']""")
_KNOWN = (
    "http://schemas.microsoft.com/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://www.w3.org/",
    "urn:schemas-microsoft-com:",
)


def foreign_spaces(data: bytes) -> frozenset[str]:
    """List the namespaces a part declares that are not of Word."""
    declared = (each.decode("utf-8", "replace") for each in {found[1] for found in _DECLARED.finditer(data)})
    return frozenset(name for name in declared if not name.startswith(_KNOWN))


def ignorable(root: etree._Element) -> frozenset[str]:
    """List the namespaces of which a part says that they may be passed over."""
    prefixes = root.get(f"{MC}Ignorable", "").split()
    return frozenset(name for prefix in prefixes if (name := root.nsmap.get(prefix)) and not name.startswith(_KNOWN))


def processed(root: etree._Element) -> frozenset[str]:
    """List the elements that a part may pass over and of which Word shows the content: `{namespace}name`, or `*`."""
    named = (each.partition(":") for each in root.get(f"{MC}ProcessContent", "").split())
    return frozenset(f"{{{space}}}{name}" for prefix, _, name in named if (space := root.nsmap.get(prefix)))


def elements_of(root: etree._Element, spaces: frozenset[str]) -> Iterator[etree._Element]:
    """Go through the elements of some namespaces."""
    if spaces:
        yield from root.iter(*(f"{{{name}}}*" for name in sorted(spaces) if "}" not in name))
