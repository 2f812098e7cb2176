"""One of the two files: its parts as trees without the noise that Word leaves in them."""

from __future__ import annotations

import posixpath
import re
from copy import deepcopy
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.container import Refused
from brief.word.opc.markup import W, parse_part
from brief.word.opc.package import open_package
from brief.word.opc.relations import main_part
from brief.word.revisions.resolve import holds_revisions

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from brief.word.opc.package import Package

_NOISE = re.compile(
    rb' (?:w:rsid\w*|w14:(?:paraId|textId)|wp14:(?:anchorId|editId))="[^"]*"'
    rb"|<w:(?:proofErr|lastRenderedPageBreak)\b[^>]*/>"
)
_NOISY = (b"w:rsid", b"w14:paraId", b"w14:textId", b"wp14:", b"<w:proofErr", b"<w:lastRendered")
_INDENTED = re.compile(rb">[ \t]*\r?\n\s*<")
_TEXT = re.compile(r"(?:\}t|\}delText|\}instrText|\}delInstrText)$")


class Relation(Struct, frozen=True):
    """A relationship as it is written: `type` is the whole type, `target` a part name or, when external, an address."""

    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """Give the last word of the type: `header`."""
        return self.type.rpartition("/")[2]


class Source(Struct):
    """An opened file. Raises `Refused` with the diagnostic for what cannot be read."""

    package: Package
    main: str
    resolve: Callable[[etree._Element], None] | None = None
    """What to do with the revisions that a part already holds."""
    resolved: list[str] = field(default_factory=list)
    """The parts that held revisions."""
    _trees: dict[str, etree._Element | None] = field(default_factory=dict)
    _kept: dict[str, etree._Element | None] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def tree(self, part: str) -> etree._Element | None:
        """Give the root of a part; the same one each time, so that it can be changed."""
        if part not in self._trees:
            if part not in self._kept:
                self._kept[part] = self._read(part)
            if self._trees is not self._kept:
                self._trees[part] = deepcopy(self._kept[part])
        return self._trees[part]

    def _read(self, part: str) -> etree._Element | None:
        data = self.package.part(part)
        if data is None:
            return None
        root = _clean(data, self.package.file, part)
        if self.resolve is not None and holds_revisions(data):
            self.resolve(root)
            self.resolved.append(part)
        return root

    def again(self) -> Source:
        """Give the same file anew, its trees as they were when they were read."""
        return Source(self.package, self.main, self.resolve, self.resolved, {}, self._kept, self._relations)

    def last(self) -> Source:
        """Give the same file for a last use, of which the trees need not be kept."""
        return Source(self.package, self.main, self.resolve, self.resolved, self._kept, self._kept, self._relations)

    def adopt(self, part: str, root: etree._Element) -> None:
        """Take a tree as that of a part."""
        self._trees[part] = root

    def trees(self) -> dict[str, etree._Element]:
        """Give the parts that were asked for."""
        return {name: tree for name, tree in self._trees.items() if tree is not None}

    def relations(self, part: str) -> dict[str, Relation]:
        """Give the relationships of a part by id."""
        if part not in self._relations:
            self._relations[part] = _relations(self.package, part)
        return self._relations[part]

    def related(self, kind: str) -> str | None:
        """Name the part that the main part relates to in this way (`styles`); None when there is none."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and not relation.external and self.package.has(relation.target):
                return relation.target
        return None

    def names(self) -> list[str]:
        """List the names of all parts, folders left out."""
        names = [stored.replace("\\", "/").lstrip("/") for stored in self.package.names()]
        return [name for name in names if not name.endswith("/")]

    def content_type(self, part: str) -> str:
        """Give the content type of a part; empty when it has none."""
        data = self.package.part("[Content_Types].xml")
        by_extension = ""
        for element in parse_part(data or b"<none/>", self.package.file, "[Content_Types].xml"):
            if element.get("PartName", "").lstrip("/").lower() == part.lower():
                return element.get("ContentType", "")
            if part.lower().endswith("." + element.get("Extension", "\0").lower()):
                by_extension = element.get("ContentType", "")
        return by_extension


def open_source(data: bytes, file: str, resolve: Callable[[etree._Element], None] | None = None) -> Source:
    """Open a file; `file` is its name in messages. Raises `Refused` when it is no readable Word file.

    `resolve` is given each part that already holds revisions, to accept or reject them.
    """
    package, found = open_package(data, file)
    if package is None:
        errors = [problem for problem in found if problem.is_error]
        raise Refused(errors[0])
    main = main_part(package)
    source = Source(package, main, resolve)
    root = source.tree(main)
    if root is None or root.find(f"{W}body") is None:
        raise Refused(
            Diagnostic(
                "BR109",
                Severity.FOUT,
                "het bestand heeft geen hoofdtekst",
                Place(file, part=main),
                hint="dit is geen Word-document, of het is beschadigd; vraag het opnieuw op",
            )
        )
    return source


def relations_name(part: str) -> str:
    """Name the part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(package: Package, part: str) -> dict[str, Relation]:
    name = relations_name(part)
    data = package.part(name)
    if data is None:
        return {}
    found: dict[str, Relation] = {}
    for element in parse_part(data, package.file, name):
        target = element.get("Target", "")
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), unquote(target))).lstrip("/")
        found.setdefault(element.get("Id", ""), Relation(element.get("Type", ""), target, external))
    return found


def _clean(data: bytes, file: str, part: str) -> etree._Element:
    noisy = any(mark in data for mark in _NOISY)
    root = parse_part(_NOISE.sub(b"", data) if noisy else data, file, part)
    if _INDENTED.search(data):
        for element in root.iter():
            if element.tail is not None and not element.tail.strip():
                element.tail = None
            if element.text is not None and not _TEXT.search(str(element.tag)) and not element.text.strip():
                element.text = None
    return root
