"""Styles and lists: which of the old file are those of the new, what must be brought, and what changed in them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.markup import W
from brief.word.revisions.canon import TRACKED, canon, properties_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from brief.word.revisions.marks import Marks

VAL = f"{W}val"
_USES = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_LINKS = (f"{W}basedOn", f"{W}link", f"{W}next")
_STYLE_ID = f"{W}styleId"
_NUM, _NUM_ID, _ABSTRACT, _ABSTRACT_ID = f"{W}num", f"{W}numId", f"{W}abstractNum", f"{W}abstractNumId"
_NUMBER_NOISE = (f"{W}nsid", f"{W}tmpl")
_AFTER_PPR = frozenset(f"{W}{n}" for n in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_AFTER_RPR = _AFTER_PPR - {f"{W}rPr"}


class Styles(Struct):
    """The styles of both files; `names` says how a style of the old file is called in the new."""

    old: etree._Element
    new: etree._Element
    names: dict[str, str] = field(default_factory=dict)
    changed: bool = False

    def __post_init__(self) -> None:
        theirs = _by_id(self.new)
        by_name = {(_kind(s), _name(s)): s.get(_STYLE_ID, "") for s in theirs.values()}
        for identifier, style in _by_id(self.old).items():
            other = theirs.get(identifier)
            if other is not None and (_kind(other), _name(other)) == (_kind(style), _name(style)):
                continue
            known = by_name.get((_kind(style), _name(style)))
            if known is not None:
                self.names[identifier] = known
            elif other is not None:
                self.names[identifier] = _free(identifier, theirs.keys() | set(self.names.values()))

    def rename(self, tree: etree._Element) -> None:
        """Call the styles in an old text as they are called in the new file."""
        _rename(tree, _USES, self.names)

    def bring(self, used: Iterable[str], numbers: Callable[[str], str]) -> None:
        """Bring the styles with these names that the new file lacks, with those they build on."""
        theirs = _by_id(self.new)
        mine = {self.names.get(i, i): style for i, style in _by_id(self.old).items()}
        todo = [name for name in used if name in mine and name not in theirs]
        while todo:
            name = todo.pop()
            if name in theirs or name not in mine:
                continue
            style = deepcopy(mine[name])
            style.set(_STYLE_ID, name)
            style.attrib.pop(f"{W}default", "")
            _rename(style, _LINKS, self.names)
            for number in style.iter(_NUM_ID):
                number.set(VAL, numbers(number.get(VAL, "")))
            self.new.append(style)
            theirs[name] = style
            self.changed = True
            todo += [link.get(VAL, "") for tag in _LINKS for link in style.iter(tag)]

    def track(self, marks: Marks) -> list[str]:
        """Say in each style what it was; give the names of those of which something changed that cannot be said."""
        untold = []
        theirs = _by_id(self.new)
        for identifier, old in _by_id(self.old).items():
            new = theirs.get(self.names.get(identifier, identifier))
            if new is None or canon(old) == canon(new):
                continue
            for tag, after in ((f"{W}pPr", _AFTER_PPR), (f"{W}rPr", _AFTER_RPR)):
                self._track(old, new, tag, after, marks)
            if _rest(old) != _rest(new):
                untold.append(_name(new))
        if properties_of(self.old.find(f"{W}docDefaults")) != properties_of(self.new.find(f"{W}docDefaults")):
            untold.insert(0, "standaardopmaak")
        return untold

    def _track(self, old: etree._Element, new: etree._Element, tag: str, after: frozenset[str], marks: Marks) -> None:
        before, now = old.find(tag), new.find(tag)
        if properties_of(before) == properties_of(now):
            return
        if now is None:
            now = etree.Element(tag)
            place = next((n for n, child in enumerate(new) if child.tag in after), len(new))
            new.insert(place, now)
        was = deepcopy(before) if before is not None else etree.Element(tag)
        for child in [child for child in was if child.tag in TRACKED]:
            was.remove(child)
        marks.under(now, f"{tag}Change").append(was)
        self.changed = True


class Lists(Struct):
    """The lists of both files, of which either may be missing; `names` gives the new number of a list by its old."""

    old: etree._Element | None
    new: etree._Element | None
    names: dict[str, str] = field(default_factory=dict)
    changed: bool = False

    def __post_init__(self) -> None:
        mine, theirs = _numbers(self.old), _numbers(self.new)
        free = {name: definition for name, definition in theirs.items() if mine.get(name) != definition}
        for name, definition in mine.items():
            if theirs.get(name) == definition:
                continue
            known = next((other for other, its in free.items() if its == definition), None)
            if known is not None:
                self.names[name] = known
                del free[known]
            elif name in theirs or name in self.names.values():
                self.names[name] = _free_number(theirs.keys() | mine.keys() | set(self.names.values()))

    def name(self, number: str) -> str:
        """Give the number that a list of the old file has in the new."""
        return self.names.get(number, number)

    def rename(self, tree: etree._Element) -> None:
        """Give the lists in an old text the numbers they have in the new file."""
        _rename(tree, (_NUM_ID,), self.names)

    def bring(self, used: Iterable[str], renamed: Callable[[etree._Element], None]) -> None:
        """Bring the lists with these numbers that the new file lacks; `renamed` renames the styles in a definition."""
        if self.old is None or self.new is None:
            return
        has = {number.get(_NUM_ID) for number in self.new.iter(_NUM)}
        mine = {self.name(number.get(_NUM_ID, "")): number for number in self.old.iter(_NUM)}
        abstracts = {a.get(_ABSTRACT_ID): a for a in self.old.iter(_ABSTRACT)}
        for name in used:
            if name in has or name not in mine:
                continue
            number = deepcopy(mine[name])
            number.set(_NUM_ID, name)
            link = number.find(_ABSTRACT_ID)
            abstract = abstracts.get(link.get(VAL)) if link is not None else None
            if link is None or abstract is None:
                continue
            copy = deepcopy(abstract)
            renamed(copy)
            identifier = _free_number({a.get(_ABSTRACT_ID, "") for a in self.new.iter(_ABSTRACT)})
            copy.set(_ABSTRACT_ID, identifier)
            link.set(VAL, identifier)
            self._insert(copy, number)
            self.changed = True

    def _insert(self, abstract: etree._Element, number: etree._Element) -> None:
        if self.new is None:
            return
        children = list(self.new)
        last_abstract = max((n for n, c in enumerate(children) if c.tag in (_ABSTRACT, f"{W}numPicBullet")), default=-1)
        self.new.insert(last_abstract + 1, abstract)
        last = max((n for n, c in enumerate(self.new) if c.tag in (_ABSTRACT, _NUM)), default=-1)
        self.new.insert(last + 1, number)


def _numbers(root: etree._Element | None) -> dict[str, Hashable]:
    """Give each list with what it looks like, as a value."""
    if root is None:
        return {}
    abstracts = {a.get(_ABSTRACT_ID): properties_of(a, _NUMBER_NOISE) for a in root.iter(_ABSTRACT)}
    found: dict[str, Hashable] = {}
    for number in root.iter(_NUM):
        link = number.find(_ABSTRACT_ID)
        own = properties_of(number, (_ABSTRACT_ID,))
        found[number.get(_NUM_ID, "")] = (abstracts.get(link.get(VAL)) if link is not None else None, own)
    return found


def _rename(tree: etree._Element, tags: Iterable[str], names: dict[str, str]) -> None:
    if names:
        for element in tree.iter(*tags):
            element.set(VAL, names.get(element.get(VAL, ""), element.get(VAL, "")))


def _by_id(root: etree._Element) -> dict[str, etree._Element]:
    return {style.get(_STYLE_ID, ""): style for style in root.iter(f"{W}style")}


def _kind(style: etree._Element) -> str:
    return style.get(f"{W}type", "paragraph")


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return (name.get(VAL, "") if name is not None else style.get(_STYLE_ID, "")).lower()


def _rest(style: etree._Element) -> Hashable:
    skip = tuple(
        f"{W}{n}" for n in ("pPr", "rPr", "rsid", "name", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat")
    )
    return properties_of(style, skip)


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    while f"{wanted}{number}" in taken:
        number += 1
    return f"{wanted}{number}"


def _free_number(taken: Iterable[str | None]) -> str:
    return str(1 + max((int(name) for name in taken if name is not None and name.isdecimal()), default=0))


def used_styles(trees: Iterable[etree._Element]) -> list[str]:
    """List the names of the styles that texts use."""
    return list(dict.fromkeys(element.get(VAL, "") for tree in trees for element in tree.iter(*_USES)))


def used_numbers(trees: Iterable[etree._Element]) -> list[str]:
    """List the numbers of the lists that texts use."""
    return list(dict.fromkeys(element.get(VAL, "") for tree in trees for element in tree.iter(_NUM_ID)))
