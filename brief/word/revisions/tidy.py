"""What must be one of a kind in a finished document: the names of bookmarks and the ids of drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.opc.markup import W, local
from brief.word.revisions.marks import DELETED, MOVED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

_START, _END = f"{W}bookmarkStart", f"{W}bookmarkEnd"


def one_of_each_bookmark(trees: Mapping[str, etree._Element]) -> list[str]:
    """Keep of bookmarks that stand at an old and a new place the new one; give the names of those that a user sees.

    Word drops one of two bookmarks with the same name, and which one is not said. A name that begins with an underscore
    is hidden: programs put it there, and nobody misses its old place.
    """
    names: dict[str, int] = {}
    for tree in trees.values():
        for mark in tree.iter(_START):
            name = mark.get(f"{W}name", "").lower()
            names[name] = names.get(name, 0) + 1
    twice = {name for name, count in names.items() if count > 1}
    if not twice:
        return []
    dropped: list[str] = []
    for tree in trees.values():
        ends: dict[str | None, etree._Element] = {}
        for end in tree.iter(_END):
            if _is_gone(end):
                ends.setdefault(end.get(f"{W}id"), end)
        for mark in list(tree.iter(_START)):
            name = mark.get(f"{W}name", "")
            if name.lower() in twice and _is_gone(mark):
                dropped += [] if name.startswith("_") else [name]
                _drop(mark, ends.pop(mark.get(f"{W}id"), None))
    return dropped


def _is_gone(mark: etree._Element) -> bool:
    return any(above.tag in (DELETED, MOVED_FROM) for above in mark.iterancestors())


def _drop(*elements: etree._Element | None) -> None:
    for element in elements:
        parent = element.getparent() if element is not None else None
        if parent is not None and element is not None:
            parent.remove(element)


def own_drawing_ids(trees: Iterable[etree._Element]) -> None:
    """Give each drawing that shares its id with another an id of its own; the number means nothing."""
    drawings = [element for tree in trees for element in tree.iter("{*}docPr") if local(element) == "docPr"]
    taken = {element.get("id") for element in drawings}
    if len(taken) == len(drawings):
        return
    seen: set[str | None] = set()
    number = 1
    for element in drawings:
        if element.get("id") in seen:
            while str(number) in taken:
                number += 1
            element.set("id", str(number))
            taken.add(str(number))
        seen.add(element.get("id"))
