"""Write the new document with the revisions that make it of the old one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from brief.word.opc.markup import W
from brief.word.revisions.blocks import BlockWriter, Settings
from brief.word.revisions.canon import empty_like
from brief.word.revisions.carry import (
    Carrier,
    loose_marks_into_paragraphs,
    rename_bookmarks,
    to_bytes,
    with_namespaces_of,
    without_comments,
)
from brief.word.revisions.definitions import Lists, Styles, used_numbers, used_styles
from brief.word.revisions.marks import DELETED
from brief.word.revisions.notes import KINDS, Notes, separators_only
from brief.word.revisions.paragraphs import SECTION, ParagraphWriter
from brief.word.revisions.runs import Inside
from brief.word.revisions.sections import Sections
from brief.word.revisions.tidy import one_of_each_bookmark, own_drawing_ids
from brief.word.revisions.tokens import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from brief.word.revisions.keeping import Kept
    from brief.word.revisions.marks import Marks
    from brief.word.revisions.source import Source

_COUNTED = re.compile(r"^word/(?:document|comments|footnotes|endnotes|header|footer)\w*\.xml$")
_ID = re.compile(rb'w:id="(\d{1,9})"')
_NAMED = "_afs"
"""How the hidden bookmarks begin by which an afspraak is known in every version."""


class Untracked(Struct, frozen=True):
    """What differs and could not be written as a revision: where, and why. In Dutch, for the user."""

    place: str
    reason: str


class Change(Struct):
    """A change as it was written: its kind, the text before and after, and the names it is known by."""

    number: int
    kind: str
    names: tuple[str, ...]
    old: str
    new: str


@dataclass(slots=True)
class Comparison:
    """Compares two opened files; `run` gives the parts of the result by name."""

    old: Source
    new: Source
    marks: Marks
    settings: Settings
    kept: Kept | None = None
    untracked: list[Untracked] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    _notes: dict[str, Notes] = field(default_factory=dict)
    _names: dict[etree._Element, str] = field(default_factory=dict)
    _blocks: BlockWriter = field(init=False)

    def run(self) -> dict[str, bytes]:
        """Compare, and give all parts of the file with revisions."""
        carrier = Carrier(self.old, self.new, self.marks)
        old, new = self._root(self.old), self._root(self.new)
        if self.kept is not None:
            self.kept.find(new)
        self._clean(old, new)
        styles, lists = self._definitions(old)
        carrier.rename_relations(old, self.old.main, self.new.main)
        self._prepare_notes(carrier, styles, lists, old, new)

        def prepare(old_part: str, new_part: str | None) -> etree._Element | None:
            tree = self.old.tree(old_part)
            if tree is None:
                return None
            without_comments(tree)
            self._named_as_new(tree, styles, lists)
            if new_part is not None:
                carrier.rename_relations(tree, old_part, new_part)
            other = self.new.tree(new_part) if new_part is not None else None
            rename_bookmarks(tree, other if other is not None else etree.Element("none"), self.marks)
            return tree

        sections = Sections(carrier, prepare, self.not_told)
        blocks = self._writer(sections)
        self._know(old)
        self._know(new)
        blocks.compare(_body(old), _body(new))
        self._last_section(blocks, old, new)
        sections.compare(blocks, self.new.main, new)
        for notes in self._notes.values():
            notes.arrange(new)
        if styles is not None:
            for name in styles.track(self.marks):
                self.not_told(f"stijl '{name}'", "dit deel van een stijl kan Word niet als wijziging bewaren")
        return self._written(carrier, styles, lists, old)

    def _root(self, source: Source) -> etree._Element:
        root = source.tree(source.main)
        if root is None:
            raise AssertionError(source.main)
        return root

    def _clean(self, old: etree._Element, new: etree._Element) -> None:
        if without_comments(old):
            self.not_told("opmerkingen", "de opmerkingen van de oude versie staan er niet in")
        for tree in (old, new):
            loose_marks_into_paragraphs(tree)
        rename_bookmarks(old, new, self.marks)

    def _definitions(self, old: etree._Element) -> tuple[Styles | None, Lists]:
        mine, theirs = self._both_parts("styles")
        styles = Styles(mine, theirs) if mine is not None and theirs is not None else None
        lists = Lists(*self._both_parts("numbering"))
        self._named_as_new(old, styles, lists)
        return styles, lists

    def _both_parts(self, kind: str) -> tuple[etree._Element | None, etree._Element | None]:
        """Give a part of both files; none when both hold the same bytes, so that nothing is to be done."""
        old, new = self.old.related(kind), self.new.related(kind)
        prints = [s.package.fingerprint(name) for s, name in ((self.old, old), (self.new, new)) if name is not None]
        if len(prints) == 2 and prints[0] == prints[1]:
            return None, None
        return self.old.tree(old) if old is not None else None, self.new.tree(new) if new is not None else None

    def _named_as_new(self, tree: etree._Element, styles: Styles | None, lists: Lists) -> None:
        if styles is not None:
            styles.rename(tree)
        lists.rename(tree)

    def _prepare_notes(
        self, carrier: Carrier, styles: Styles | None, lists: Lists, old: etree._Element, new: etree._Element
    ) -> None:
        for kind in KINDS:
            mine, theirs = self.old.related(kind), self.new.related(kind)
            before = self.old.tree(mine) if mine is not None else None
            after = self.new.tree(theirs) if theirs is not None else None
            if before is not None and mine is not None:
                if after is None:
                    theirs, after = self._new_notes(carrier, kind, before)
                without_comments(before)
                self._named_as_new(before, styles, lists)
                if theirs is not None:
                    carrier.rename_relations(before, mine, theirs)
                rename_bookmarks(before, after, self.marks)
            self._notes[kind] = Notes(kind, before, after)
            self._notes[kind].match(old, new)

    def _new_notes(self, carrier: Carrier, kind: str, before: etree._Element) -> tuple[str, etree._Element]:
        """Give the new file a part for notes, since the old one has notes and it has not."""
        name = f"word/{kind}.xml"
        tree = separators_only(before)
        self.new.adopt(name, tree)
        content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        carrier.relate(self.new.main, name, kind, content_type)
        return name, tree

    def _writer(self, sections: Sections) -> BlockWriter:
        inside = Inside(self._note_stayed, self._note_gone, self._note_came, self._box_stayed, self._box_gone)
        paragraphs = ParagraphWriter(self.marks, Tokenizer(self._note_text), inside, sections.stayed)
        self._blocks = BlockWriter(
            self.marks, paragraphs, self.settings, self._names.get, self._changed, self._block_untracked, self.kept
        )
        return self._blocks

    def _note_stayed(self, old: etree._Element, new: etree._Element) -> None:
        self._note(new).stayed(old, new, self._blocks)

    def _note_gone(self, mark: etree._Element) -> None:
        self._note(mark).gone(mark, self._blocks)

    def _note_came(self, mark: etree._Element) -> None:
        self._note(mark).came(mark, self._blocks)

    def _box_stayed(self, old: etree._Element, new: etree._Element) -> None:
        self._blocks.compare(old, new)

    def _box_gone(self, box: etree._Element) -> None:
        self._blocks.marked_inside(box, DELETED)

    def _note(self, mark: etree._Element) -> Notes:
        return self._notes["footnotes" if mark.tag == f"{W}footnoteReference" else "endnotes"]

    def _note_text(self, kind: str, number: str) -> Hashable:
        return self._notes[kind].text(number)

    def _know(self, root: etree._Element) -> None:
        """Remember by which name each paragraph is known in both files."""
        for mark in root.iter(f"{W}bookmarkStart"):
            name = mark.get(f"{W}name", "")
            paragraph = next(mark.iterancestors(f"{W}p"), None)
            if name.startswith(_NAMED) and paragraph is not None:
                self._names.setdefault(paragraph, name)

    def _last_section(self, blocks: BlockWriter, old: etree._Element, new: etree._Element) -> None:
        before, after = _body(old).find(SECTION), _body(new).find(SECTION)
        if before is not None and after is not None:
            blocks.paragraphs.section(before, after)

    def _changed(self, olds: Sequence[etree._Element], news: Sequence[etree._Element], kind: str) -> None:
        number = len(self.changes) + 1
        names = dict.fromkeys(self._names[b] for b in (*olds, *news) if b in self._names)
        self.changes.append(Change(number, kind, tuple(names), _text(olds), _text(news)))
        self.marks.change = number

    def not_told(self, place: str, reason: str) -> None:
        """Remember what differs and is not written as a revision."""
        if (found := Untracked(place, reason)) not in self.untracked:
            self.untracked.append(found)

    def _block_untracked(self, block: etree._Element, mark: str) -> None:
        what = "vervallen" if mark == DELETED else "toegevoegd"
        name = etree.QName(block).localname
        self.not_told(f"onderdeel {name}", f"{what}; Word kan dit niet als wijziging bewaren")

    def _written(self, carrier: Carrier, styles: Styles | None, lists: Lists, old: etree._Element) -> dict[str, bytes]:
        """Bring what the text needs, and write the parts."""
        trees = self._texts()
        if styles is not None:
            styles.bring(used_styles(trees.values()), lists.name)
        self._bring_lists(carrier, styles, lists, trees)
        for name in one_of_each_bookmark(trees):
            self.not_told(f"bladwijzer '{name}'", "de bladwijzer staat op een andere plaats")
        own_drawing_ids(trees.values())
        for name, tree in trees.items():
            carrier.bring(name, tree)
            root = with_namespaces_of(tree, old)
            carrier.written[name] = to_bytes(root)
        for kind, part in (("styles", styles), ("numbering", lists)):
            name_of = self.new.related(kind)
            if part is not None and part.changed and part.new is not None and name_of is not None:
                carrier.written[name_of] = to_bytes(part.new)
        carrier.write_types()
        return self._all_parts(carrier.written)

    def _bring_lists(
        self, carrier: Carrier, styles: Styles | None, lists: Lists, trees: dict[str, etree._Element]
    ) -> None:
        if lists.old is not None and lists.new is None and used_numbers(trees.values()):
            lists.new = empty_like(lists.old)
            lists.changed = True
            name = "word/numbering.xml"
            content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
            carrier.relate(self.new.main, name, "numbering", content_type)
        texts = [*trees.values(), *([styles.new] if styles is not None else [])]
        lists.bring(used_numbers(texts), lambda tree: styles.rename(tree) if styles is not None else None)
        if lists.changed and lists.new is not None and self.new.related("numbering") is None:
            carrier.written["word/numbering.xml"] = to_bytes(lists.new)

    def _texts(self) -> dict[str, etree._Element]:
        """Give the trees of the new file that hold text and may have changed."""
        skipped = {self.new.related("styles"), self.new.related("numbering")}
        return {name: tree for name, tree in self.new.trees().items() if name not in skipped}

    def _all_parts(self, written: dict[str, bytes]) -> dict[str, bytes]:
        parts = dict(written)
        for name in self.new.names():
            if name not in parts:
                data = self.new.package.blob(name)
                if data is not None:
                    parts[name] = data
        return parts


def _body(root: etree._Element) -> etree._Element:
    body = root.find(f"{W}body")
    if body is None:
        raise AssertionError(root.tag)
    return body


def _text(blocks: Sequence[etree._Element]) -> str:
    return "\n".join("".join(node.text or "" for node in block.iter(f"{W}t")) for block in blocks)


def first_free_id(old: Source, new: Source) -> int:
    """Give a number that no mark in either file has: revisions, bookmarks, comments and notes share the count."""
    highest = 0
    for source in (old, new):
        for name in source.names():
            if _COUNTED.search(name):
                for found in _ID.finditer(source.package.part(name) or b""):
                    highest = max(highest, int(found[1]))
    return highest + 1
