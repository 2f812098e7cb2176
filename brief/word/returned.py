"""What a file that came back carries beside its text: whose changes, which comments, which marks and properties.

Paragraphs are counted from 1 in the order of the XML, as places in a Word file are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.word.opc.container import Refused
from brief.word.opc.markup import W, local, parse_part
from brief.word.opc.package import open_package
from brief.word.opc.relations import main_part, relations_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from brief.word.opc.package import Package

_CHANGES = {"ins", "del", "moveFrom", "moveTo"}
_TEXT = {f"{W}t", f"{W}delText"}
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ROUND, _VERSION, _DOCUMENT = "brief-ronde", "brief-versie", "brief-document"
NAMELESS = frozenset({"", "author", "auteur", "unknown", "onbekend", "unknown author", "onbekende auteur"})
"""What stands for an author whose name was taken out of a file."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change: who, when (ISO 8601), the words, and whether they were put in or taken out."""

    author: str
    date: str
    text: str
    inserted: bool
    paragraph: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin: the words that it is about stand in `words`; `parent` is the one that it answers."""

    identifier: str
    author: str
    date: str
    text: str
    paragraph: int = 0
    words: str = ""
    parent: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """All that a file carries.

    `marks` gives for a paragraph the names of the hidden bookmarks around it. `ronde`, `versie` and `document` say what
    the file was made as, empty when it does not say; `modified` when it was last saved.
    """

    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    marks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    ronde: str = ""
    versie: str = ""
    document: str = ""
    modified: str = ""
    last_by: str = ""

    @property
    def nameless(self) -> bool:
        """Tell whether names of authors were taken out of the file."""
        found = [*(each.author for each in self.revisions), *(each.author for each in self.comments)]
        return any(name.strip().lower() in NAMELESS for name in found)


def carried(data: bytes, file: str) -> Carried:
    """Read what a file carries; nothing when it is no readable Word file."""
    package, _ = open_package(data, file)
    if package is None:
        return Carried()
    try:
        return _carried(package)
    except Refused:
        return Carried()


def _carried(package: Package) -> Carried:
    main = main_part(package)
    root = parse_part(package.part(main) or b"<none/>", package.file, main)
    walk = _Walk()
    walk.run(root)
    properties = dict(_properties(package))
    core = _core(package)
    return Carried(
        tuple(walk.revisions),
        tuple(_comments(package, main, walk)),
        {number: tuple(names) for number, names in walk.marks.items()},
        properties.get(_ROUND, ""),
        properties.get(_VERSION, ""),
        properties.get(_DOCUMENT, ""),
        core.get("modified", ""),
        core.get("lastModifiedBy", ""),
    )


class _Walk:
    """Goes through the main part once."""

    def __init__(self) -> None:
        self.revisions: list[Revision] = []
        self.marks: dict[int, list[str]] = {}
        self.starts: dict[str, int] = {}
        self.words: dict[str, list[str]] = {}
        self._open: dict[str, str] = {}
        self._carry: list[str] = []
        self._commented: set[str] = set()
        self._number = 0

    def run(self, root: etree._Element) -> None:
        for element in _shown(root):
            name = local(element)
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif name == "bookmarkStart":
                self._start(element)
            elif name == "bookmarkEnd":
                self._open.pop(element.get(f"{W}id", ""), None)
            elif name in _CHANGES:
                self._change(element)
            elif name.startswith("comment"):
                self._comment(name, element.get(f"{W}id", ""))
            elif element.tag == f"{W}t":
                for identifier in self._commented:
                    self.words.setdefault(identifier, []).append(element.text or "")

    def _comment(self, name: str, identifier: str) -> None:
        if name == "commentRangeEnd":
            self._commented.discard(identifier)
            return
        self.starts.setdefault(identifier, self._number)
        if name == "commentRangeStart":
            self._commented.add(identifier)

    def _paragraph(self, element: etree._Element) -> None:
        self._number += 1
        names = [*self._carry, *self._open.values()]
        self._carry = []
        for name in names:
            self._mark(name)
        end = element.find(f"{W}pPr/{W}rPr")
        if end is not None and any(local(each) in {"del", "moveFrom"} for each in end):
            self._carry = [mark.get(f"{W}name", "") for mark in element.iter(f"{W}bookmarkStart")]

    def _start(self, element: etree._Element) -> None:
        name = element.get(f"{W}name", "")
        self._open[element.get(f"{W}id", "")] = name
        parent = element.getparent()
        if parent is not None and parent.tag != f"{W}body":
            self._mark(name)

    def _mark(self, name: str) -> None:
        if name.startswith("_") and not name.startswith(("_Toc", "_GoBack")):
            names = self.marks.setdefault(self._number, [])
            if name not in names:
                names.append(name)

    def _change(self, element: etree._Element) -> None:
        text = "".join(each.text or "" for each in element.iter(*_TEXT))
        mark = (element.getparent() is not None) and local(element.getparent()) == "rPr"  # type: ignore[arg-type]
        author, date = element.get(f"{W}author", ""), element.get(f"{W}date", "")
        inserted = local(element) in {"ins", "moveTo"}
        self.revisions.append(Revision(author, date, "¶" if mark and not text else text, inserted, self._number))


def _shown(root: etree._Element) -> Iterator[etree._Element]:
    """Give all elements in order, without a second form of a text that is given in several (for old programs)."""
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        children = list(element)
        if element.tag == f"{_MC}AlternateContent":
            first = [child for child in children if child.tag == f"{_MC}Choice"][:1]
            said = _words(first[0]) if first else None
            children = [child for child in children if child in first or _words(child) != said]
        stack.extend(reversed(children))


def _words(element: etree._Element) -> str:
    return "".join("".join(each.text or "" for each in element.iter(*_TEXT)).split())


def _comments(package: Package, main: str, walk: _Walk) -> Iterator[Comment]:
    parts = {each.kind: each.target for each in relations_of(package, main).values() if not each.external}
    data = package.part(parts.get("comments", "")) if "comments" in parts else None
    if data is None:
        return
    threads = _threads(package, parts.get("commentsExtended", ""))
    root = parse_part(data, package.file, parts["comments"])
    by_paragraph: dict[str, str] = {}
    for element in root.iter(f"{W}comment"):
        for paragraph in element.iter(f"{W}p"):
            by_paragraph[paragraph.get(f"{_W14}paraId", "")] = element.get(f"{W}id", "")
    for element in root.iter(f"{W}comment"):
        identifier = element.get(f"{W}id", "")
        paragraphs = list(element.iter(f"{W}p"))
        lines = ["".join(piece.text or "" for piece in each.iter(f"{W}t")) for each in paragraphs]
        last = paragraphs[-1].get(f"{_W14}paraId", "") if paragraphs else ""
        parent, done = threads.get(last, ("", False))
        yield Comment(
            identifier,
            element.get(f"{W}author", ""),
            element.get(f"{W}date", ""),
            "\n".join(lines).strip(),
            walk.starts.get(identifier, 0),
            " ".join("".join(walk.words.get(identifier, ())).split()),
            by_paragraph.get(parent, "") if parent else "",
            done,
        )


def _threads(package: Package, part: str) -> dict[str, tuple[str, bool]]:
    """Give for the last paragraph of a comment that of the comment it answers, and whether it is done."""
    data = package.part(part) if part else None
    if data is None:
        return {}
    found = parse_part(data, package.file, part).iter(f"{_W15}commentEx")
    return {
        each.get(f"{_W15}paraId", ""): (
            each.get(f"{_W15}paraIdParent", ""),
            each.get(f"{_W15}done", "0") in {"1", "true"},
        )
        for each in found
    }


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    data = package.part("docProps/custom.xml")
    if data is None:
        return
    for element in parse_part(data, package.file, "docProps/custom.xml"):
        yield element.get("name", ""), "".join(str(text) for text in element.itertext()).strip()


def _core(package: Package) -> dict[str, str]:
    data = package.part("docProps/core.xml")
    if data is None:
        return {}
    return {local(each): (each.text or "").strip() for each in parse_part(data, package.file, "docProps/core.xml")}
