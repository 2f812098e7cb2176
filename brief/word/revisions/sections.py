"""Headers and footers: compare those of sections that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.markup import R, W, local
from brief.word.revisions.marks import DELETED, INSERTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.word.revisions.blocks import BlockWriter
    from brief.word.revisions.carry import Carrier

_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_RID = f"{R}id"
Use = tuple[str, str]
"""A header or footer and where it is used: `("headerReference", "first")`."""


class Sections(Struct):
    """Compares headers and footers.

    `prepare` gives the tree of a part of the old file, its references named as in a part of the new file, or as it is.
    """

    carrier: Carrier
    prepare: Callable[[str, str | None], etree._Element | None]
    untracked: Callable[[str, str], None]
    pairs: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)
    _done: dict[str, str | None] = field(default_factory=dict)

    def stayed(self, old: etree._Element, new: etree._Element) -> None:
        """Remember that two sections belong together."""
        self.pairs.append((old, new))

    def compare(self, blocks: BlockWriter, main: str, root: etree._Element) -> None:
        """Compare the headers and footers of all sections that belong together."""
        paired = {new: old for old, new in self.pairs}
        before: set[Use] = set()
        for section in list(root.iter(f"{W}sectPr")):
            old = paired.get(section)
            if old is not None:
                self._section(blocks, main, old, section, before)
            before |= _uses(section).keys()

    def _section(
        self, blocks: BlockWriter, main: str, old: etree._Element, new: etree._Element, earlier: set[Use]
    ) -> None:
        """Compare those of one section; what it does not name it takes over from an earlier section."""
        before, after = _uses(old), _uses(new)
        for use in dict.fromkeys([*before, *after]):
            mine = self._old_part(main, before.get(use))
            theirs = self._new_part(main, after.get(use))
            if mine is not None and theirs is not None:
                self._both(blocks, mine, theirs)
            elif theirs is not None:
                self._came(blocks, theirs, is_first=use not in earlier)
            elif mine is not None:
                self._gone(blocks, mine, new, use, before[use], is_first=use not in earlier)

    def _old_part(self, main: str, name: str | None) -> str | None:
        """Name the part of the old file; the reference has the name of the new file already."""
        if name is None:
            return None
        pending = self.carrier.pending_part(main, name)
        if pending is not None:
            return pending
        relation = self.carrier.new.relations(main).get(name)
        return f"same:{relation.target}" if relation is not None else None

    def _new_part(self, main: str, name: str | None) -> str | None:
        relation = self.carrier.new.relations(main).get(name or "")
        return relation.target if relation is not None and self.carrier.new.package.has(relation.target) else None

    def _both(self, blocks: BlockWriter, old: str, new: str) -> None:
        if old == f"same:{new}":
            self._done.setdefault(new, old)
            return
        if new in self._done:
            if self._done[new] != old:
                self.untracked(new, "deze kop- of voettekst hoort bij meer secties, die in de oude versie verschilden")
            return
        self._done[new] = old
        before = self._old_tree(old, new)
        after = self.carrier.new.tree(new)
        if before is not None and after is not None:
            blocks.compare(before, after)

    def _old_tree(self, old: str, new: str) -> etree._Element | None:
        if old.startswith("same:"):
            tree = self.carrier.new.tree(old[5:])
            return None if tree is None else etree.fromstring(etree.tostring(tree))
        return self.prepare(old, new)

    def _came(self, blocks: BlockWriter, new: str, *, is_first: bool) -> None:
        tree = self.carrier.new.tree(new)
        if new in self._done or tree is None:
            return
        if not is_first:
            self.untracked(new, "een kop- of voettekst die pas vanaf een latere sectie geldt")
        self._done[new] = None
        blocks.marked_inside(tree, INSERTED)

    def _gone(self, blocks: BlockWriter, old: str, new: etree._Element, use: Use, link: str, *, is_first: bool) -> None:
        if not is_first or old.startswith("same:"):
            self.untracked(old.removeprefix("same:"), "een kop- of voettekst die is vervallen")
            return
        name = self.carrier.brought_as(old)
        tree = self.prepare(old, None)
        if tree is None:
            return
        blocks.marked_inside(tree, DELETED)
        self.carrier.new.adopt(name, tree)
        reference = etree.Element(f"{W}{use[0]}")
        reference.set(f"{W}type", use[1])
        reference.set(_RID, link)
        new.insert(0, reference)


def _uses(section: etree._Element) -> dict[Use, str]:
    return {
        (local(element), element.get(f"{W}type", "default")): element.get(_RID, "")
        for element in section
        if element.tag in _REFERENCES
    }
