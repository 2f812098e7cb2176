"""The form in which two pieces of markup are the same: no order of attributes, no prefixes, no marks of revisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.markup import W

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

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

_MANY = 8
_BETWEEN = "\ue0e0"
"""A character of the private area, which no text may hold here."""
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


def written_blocks(blocks: Sequence[etree._Element]) -> list[bytes] | None:
    """Give the bytes of each block as it would be written, all in one go; the blocks are neighbours in one element.

    Equal bytes are equal blocks when the prefixes have the same meaning; unequal bytes say nothing. None when the text
    has the very character that is put between the blocks.
    """
    container = blocks[0].getparent() if blocks else None
    if container is None:
        return []
    before = blocks[0].getprevious()
    texts = container.text, [block.tail for block in (*container,)]
    if before is None:
        container.text = _BETWEEN
    for block in (before, *blocks):
        if block is not None:
            block.tail = _BETWEEN
    data: bytes = etree.tostring(container, encoding="UTF-8", xml_declaration=False, with_tail=False)
    container.text = texts[0]
    for block, tail in zip(container, texts[1], strict=True):
        block.tail = tail
    parts = data.split(_BETWEEN.encode())
    return parts[1:-1] if len(parts) == len(blocks) + 2 else None


def keys(olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> tuple[list[bytes], list[bytes]]:
    """Give a key of each block: those with equal keys are the same. Of many blocks, few are taken apart."""
    if min(len(olds), len(news)) < _MANY or not same_prefixes(olds[0], news[0]):
        return [key(block) for block in olds], [key(block) for block in news]
    left, right = written_blocks(olds), written_blocks(news)
    if left is None or right is None:
        return [key(block) for block in olds], [key(block) for block in news]
    both = set(left) & set(right)
    return (
        [data if data in both else key(block) for data, block in zip(left, olds, strict=True)],
        [data if data in both else key(block) for data, block in zip(right, news, strict=True)],
    )


def same_prefixes(one: etree._Element, other: etree._Element) -> bool:
    """Tell whether the prefixes that two elements both know mean the same."""
    mine, theirs = one.nsmap, other.nsmap
    return all(theirs.get(prefix, uri) == uri for prefix, uri in mine.items())


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Give the attributes of an element, to make another one with."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def empty_like(root: etree._Element) -> etree._Element:
    """Make a root like this one, with its namespaces and attributes and nothing in it."""
    return etree.fromstring(etree.tostring(root, with_tail=False).split(b">", 1)[0].rstrip(b"/") + b"/>")
