"""The comments of a file, and which answers which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.word.opc.markup import W, parse_part
from brief.word.opc.relations import main_part, relations_of
from brief.word.returned.model import Comment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from brief.word.opc.package import Package

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def comments_of(package: Package) -> tuple[Comment, ...]:
    """Read the comments, in the order of the file."""
    root = _related(package, "comments")
    if root is None:
        return ()
    extended = _related(package, "commentsExtended")
    parents, done = _threads(extended)
    by_paragraph = {
        paragraph.get(f"{_W14}paraId", ""): each.get(f"{W}id", "")
        for each in root.iter(f"{W}comment")
        for paragraph in each.iter(f"{W}p")
    }
    found = [
        _comment(each, by_paragraph.get(parents.get(_last(each), "")), done=_last(each) in done)
        for each in root.iter(f"{W}comment")
    ]
    first = _firsts({each.id: each.parent for each in found})
    return tuple(replace(each, parent=first[each.id] if first[each.id] != each.id else None) for each in found)


def _firsts(parents: Mapping[str, str | None]) -> dict[str, str]:
    """Give for each comment the one that its thread begins with, itself when it answers none.

    In Word a thread is a comment with its answers. What another program made of it, answers to answers or a circle,
    becomes such a thread: nothing of it may go unseen.
    """
    first: dict[str, str] = {}
    for each in parents:
        path: dict[str, None] = {}
        here = each
        while here not in first and here not in path:
            path[here] = None
            here = parents.get(here) or here
        found = first.get(here, here)
        first.update(dict.fromkeys(path, found))
    return first


def _comment(element: etree._Element, parent: str | None, *, done: bool) -> Comment:
    lines = ["".join(_text(piece) for piece in p.iter()) for p in element.iter(f"{W}p")]
    said = [element.get(f"{W}{name}", "") for name in ("id", "author", "date")]
    return Comment(said[0], said[1], said[2], "\n".join(line for line in lines if line.strip()), parent, done)


def _text(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    return {f"{W}br": "\n", f"{W}tab": "\t"}.get(str(element.tag), "")


def _last(element: etree._Element) -> str:
    """Give the id of the last paragraph of a comment, by which threads know it."""
    paragraphs = list(element.iter(f"{W}p"))
    return paragraphs[-1].get(f"{_W14}paraId", "") if paragraphs else ""


def _threads(root: etree._Element | None) -> tuple[dict[str, str], set[str]]:
    """Give for a comment the one that it answers, and those that are settled, by the ids of their last paragraphs."""
    items = list(root.iter(f"{_W15}commentEx")) if root is not None else []
    parents = {each.get(f"{_W15}paraId", ""): each.get(f"{_W15}paraIdParent", "") for each in items}
    done = {each.get(f"{_W15}paraId", "") for each in items if each.get(f"{_W15}done") in ("1", "true")}
    return {name: parent for name, parent in parents.items() if name and parent}, done


def _related(package: Package, kind: str) -> etree._Element | None:
    for relation in relations_of(package, main_part(package)).values():
        if relation.kind == kind and not relation.external:
            data = package.part(relation.target)
            return None if data is None else parse_part(data, package.file, relation.target)
    return None
