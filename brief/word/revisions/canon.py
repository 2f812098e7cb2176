"""The form in which two pieces of markup are the same: no order of attributes, no prefixes, no marks of revisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.markup import W

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

TRACKED = frozenset(
    f"{W}{name}"
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "cellIns",
        "cellDel",
        "cellMerge",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "tcPrChange",
        "trPrChange",
        "numberingChange",
    )
)
"""The elements among properties that tell of a revision and are no property themselves."""

_ID_NOISE = re.compile(
    rb'(<(?:\w+:)?docPr\b[^>]*?) id="\d+"| (?:wp14:anchorId|wp14:editId|o:spid|w14:paraId|w14:textId)="[^"]*"'
)
_COMMENTS = re.compile(
    rb"<w:commentRange(?:Start|End) [^>]*></w:commentRange(?:Start|End)>"
    rb"|<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference [^>]*></w:commentReference></w:r>"
)


def properties_of(element: etree._Element | None, skip: Collection[str] = ()) -> Hashable:
    """Give the properties in `w:rPr`, `w:pPr`, `w:tcPr` … as a value; empty and absent are the same.

    `skip` are full names of children that do not count, beside the marks of revisions. The order of the children means
    nothing in Word.
    """
    if element is None or len(element) == 0:
        return ()
    return tuple(sorted(canon(child) for child in element if child.tag not in TRACKED and child.tag not in skip))


def canon(element: etree._Element) -> tuple[object, ...]:
    """Give an element with all it holds as a value that sorts and hashes."""
    return (
        str(element.tag),
        tuple(sorted((str(name), str(value)) for name, value in element.attrib.items())),
        tuple(canon(child) for child in element),
        "" if len(element) else (element.text or "").strip(),
    )


def key(element: etree._Element) -> bytes:
    """Give the canonical bytes of an element, without ids that mean nothing and without the anchors of comments."""
    data: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    if b":docPr" in data or b"14:" in data or b"o:spid" in data:
        data = _ID_NOISE.sub(rb"\1", data)
    return _COMMENTS.sub(b"", data) if b"w:comment" in data else data


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Give the attributes of an element, to make another one with."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def empty_like(root: etree._Element) -> etree._Element:
    """Make a root like this one, with its namespaces and attributes and nothing in it."""
    return etree.fromstring(etree.tostring(root, with_tail=False).split(b">", 1)[0].rstrip(b"/") + b"/>")
