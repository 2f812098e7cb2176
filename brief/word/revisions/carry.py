"""Make what stands in the old file usable in the new one: its relationships, styles, lists, bookmarks and numbers.

First everything in the old text is named as it will be named in the new file (`rename`); afterwards only what is really
used is brought along (`bring`).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.markup import R, W
from brief.word.opc.names import REL, TYPES
from brief.word.revisions.canon import attributes_of
from brief.word.revisions.source import Relation, relations_name

if TYPE_CHECKING:
    from brief.word.revisions.marks import Marks
    from brief.word.revisions.source import Source

_ID = f"{W}id"
_PLAIN: Any = {None: REL}
"""Stubs of lxml know no default namespace."""
_MC_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


class Carrier(Struct):
    """Carries from the old file to the new; `written` are the parts that changed or are new, as bytes by name."""

    old: Source
    new: Source
    marks: Marks
    written: dict[str, bytes] = field(default_factory=dict)
    _pending: dict[str, dict[str, Relation]] = field(default_factory=dict)
    _brought: dict[str, str] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _same: dict[tuple[str, str], bool] = field(default_factory=dict)

    def rename_relations(self, tree: etree._Element, old_part: str, new_part: str) -> None:
        """Give every reference in an old tree the id that the same relationship has, or will have, in the new part."""
        mine, theirs = self.old.relations(old_part), self.new.relations(new_part)
        pending = self._pending.setdefault(new_part, {})
        names: dict[str, str] = {}
        for value in _references(tree):
            if value not in names and value in mine:
                names[value] = self._name(value, mine[value], theirs, pending)
        if any(name != value for value, name in names.items()):
            for element in tree.iter():
                for attribute, value in attributes_of(element).items():
                    if attribute.startswith(R) and value in names:
                        element.set(attribute, names[value])

    def _name(self, own: str, relation: Relation, theirs: dict[str, Relation], pending: dict[str, Relation]) -> str:
        """Find the name of the same relationship, its own name first, or think of one."""
        for name in (own, *theirs):
            other = theirs.get(name)
            if other is None:
                continue
            if other.kind == relation.kind and other.external == relation.external and self._is_same(relation, other):
                return name
        for name, other in pending.items():
            if other == relation:
                return name
        number = 1 + len(theirs) + len(pending)
        while f"rId{number}" in theirs or f"rId{number}" in pending:
            number += 1
        pending[f"rId{number}"] = relation
        return f"rId{number}"

    def _is_same(self, one: Relation, other: Relation) -> bool:
        return one.target == other.target if one.external else self.same_part(one.target, other.target)

    def same_part(self, old: str, new: str) -> bool:
        """Tell whether two parts hold the same bytes and lead to parts that do."""
        if (old, new) not in self._same:
            self._same[old, new] = True  # for parts that lead to each other
            self._same[old, new] = self.old.package.fingerprint(old) == self.new.package.fingerprint(new) and (
                self._same_relations(old, new)
            )
        return self._same[old, new]

    def _same_relations(self, old: str, new: str) -> bool:
        mine, theirs = self.old.relations(old), self.new.relations(new)
        return mine.keys() == theirs.keys() and all(self._is_same(mine[name], theirs[name]) for name in mine)

    def pending_part(self, new_part: str, name: str) -> str | None:
        """Name the part of the old file that a relationship to be brought leads to."""
        relation = self._pending.get(new_part, {}).get(name)
        return relation.target if relation is not None and not relation.external else None

    def bring(self, part: str, tree: etree._Element) -> None:
        """Add to a part the relationships that its text uses and did not have, with the parts they lead to."""
        pending = self._pending.get(part, {})
        used = [name for name in dict.fromkeys(_references(tree)) if name in pending]
        if not used:
            return
        root = self._relationships(part)
        for name in used:
            self._add_relation(root, part, name, pending[name])
        self.written[relations_name(part)] = to_bytes(root)

    def relate(self, part: str, target: str, kind: str, content_type: str) -> None:
        """Relate a part to a new part."""
        root = self._relationships(part)
        taken = {element.get("Id") for element in root} | self._pending.get(part, {}).keys()
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        target_type = f"{R[1:-1]}/{kind}"
        self._add_relation(root, part, f"rId{number}", Relation(target_type, target, external=False), brought=True)
        self.written[relations_name(part)] = to_bytes(root)
        self._types[target] = content_type

    def _relationships(self, part: str) -> etree._Element:
        name = relations_name(part)
        data = self.written.get(name) or self.new.package.part(name)
        return etree.Element(f"{{{REL}}}Relationships", nsmap={None: REL}) if data is None else etree.fromstring(data)  # type: ignore[dict-item]

    def _add_relation(
        self, root: etree._Element, part: str, name: str, relation: Relation, *, brought: bool = False
    ) -> None:
        target = relation.target
        if not relation.external:
            target = target if brought else self._bring_part(target)
            target = posixpath.relpath("/" + target, posixpath.join("/", posixpath.dirname(part)))
        element = etree.SubElement(root, f"{{{REL}}}Relationship", Id=name, Type=relation.type, Target=target)
        if relation.external:
            element.set("TargetMode", "External")

    def _bring_part(self, old: str) -> str:
        """Copy a part of the old file, with all it leads to, under a name that is free; give that name."""
        if old in self._brought:
            return self._brought[old]
        name = self._free_name(old)
        self._brought[old] = name
        data = self.old.package.blob(old)
        self.written[name] = data if data is not None else b""
        self._types[name] = self.old.content_type(old)
        relations = self.old.relations(old)
        if relations:
            root = etree.Element(f"{{{REL}}}Relationships", nsmap=_PLAIN)
            for identifier, relation in relations.items():
                self._add_relation(root, name, identifier, relation)
            self.written[relations_name(name)] = to_bytes(root)
        return name

    def brought_as(self, old: str) -> str:
        """Bring a part of the old file and give its name in the new."""
        return self._bring_part(old)

    def _free_name(self, old: str) -> str:
        stem, extension = posixpath.splitext(old)
        name, number = old, 1
        while self.new.package.has(name) or name in self.written:
            number += 1
            name = f"{stem}_{number}{extension}"
        return name

    def write_types(self) -> None:
        """Say of the parts that were brought what kind they are."""
        if not self._types:
            return
        root = etree.fromstring(self.new.package.part("[Content_Types].xml") or b"")
        for part, content_type in self._types.items():
            if content_type:
                etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
        self.written["[Content_Types].xml"] = to_bytes(root)


def _references(tree: etree._Element) -> list[str]:
    return [str(value) for value in tree.xpath("//@r:*", namespaces={"r": R[1:-1]})]  # type: ignore[union-attr]


def to_bytes(root: etree._Element) -> bytes:
    """Write a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def with_namespaces_of(new: etree._Element, old: etree._Element) -> etree._Element:
    """Give the new root the namespaces of the old one that a reader who does not know them may skip."""
    wanted = (old.get(_MC_IGNORABLE) or "").split()
    has = (new.get(_MC_IGNORABLE) or "").split()
    missing = [p for p in wanted if p not in has and p in old.nsmap and new.nsmap.get(p, old.nsmap[p]) == old.nsmap[p]]
    if not missing:
        return new
    nsmap: Any = {**{prefix: old.nsmap[prefix] for prefix in missing}, **new.nsmap}
    root = etree.Element(new.tag, attributes_of(new), nsmap=nsmap)
    root.set(_MC_IGNORABLE, " ".join([*has, *missing]))
    root[:] = list(new)
    return root


def rename_bookmarks(old: etree._Element, new: etree._Element, marks: Marks) -> None:
    """Give the bookmarks of the old text the numbers of those with the same name in the new text."""
    for tree in (old, new):
        _without_cursor(tree)
    start, end = f"{W}bookmarkStart", f"{W}bookmarkEnd"
    numbers = {mark.get(f"{W}name"): mark.get(_ID, "") for mark in new.iter(start)}
    renamed: dict[str, str] = {}
    for mark in old.iter(start):
        number = numbers.get(mark.get(f"{W}name")) or marks.free_id()
        renamed[mark.get(_ID, "")] = number
    for mark in old.iter(start, end):
        mark.set(_ID, renamed.get(mark.get(_ID, ""), "0"))


def _without_cursor(tree: etree._Element) -> None:
    """Take out the bookmark in which Word keeps where the cursor was."""
    numbers = set()
    for mark in list(tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        if mark.get(f"{W}name") == "_GoBack":
            numbers.add(mark.get(_ID))
        elif mark.tag != f"{W}bookmarkEnd" or mark.get(_ID) not in numbers:
            continue
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def without_comments(tree: etree._Element) -> int:
    """Take the anchors of comments out of a tree; give how many comments there were."""
    count = 0
    for mark in list(tree.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
        count += mark.tag == f"{W}commentReference"
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
            if parent.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in parent):
                above = parent.getparent()
                if above is not None:
                    above.remove(parent)
    return count


def loose_marks_into_paragraphs(tree: etree._Element) -> None:
    """Put bookmarks between blocks at the start of the paragraph after them, or the end of the one before."""
    names = (f"{W}bookmarkStart", f"{W}bookmarkEnd")
    paragraph = f"{W}p"
    for mark in [mark for mark in tree.iter(*names) if mark.getparent() is not None]:
        parent = mark.getparent()
        if parent is None or parent.tag not in _HOLD_BLOCKS:
            continue
        after, before = mark.getnext(), mark.getprevious()
        while after is not None and after.tag in names:
            after = after.getnext()
        if after is not None and after.tag == paragraph:
            place = 1 if len(after) and after[0].tag == f"{W}pPr" else 0
            while place < len(after) and after[place].get(_LOOSE) is not None:
                place += 1
            mark.set(_LOOSE, "")
            after.insert(place, mark)
        elif before is not None and before.tag == paragraph:
            before.append(mark)
    for mark in tree.iter(*names):
        mark.attrib.pop(_LOOSE, "")


_LOOSE = "loose"
_HOLD_BLOCKS = frozenset(f"{W}{n}" for n in ("body", "tc", "txbxContent", "footnote", "endnote", "hdr", "ftr"))
