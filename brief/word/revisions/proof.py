"""Hold a file with revisions against the two it was made of: accepted it must say the new one, rejected the old one.

What is compared is what a reader sees: text, formatting, styles by name, lists by definition, notes where they stand,
pictures and links by what they lead to. Blocks with the same bytes are the same when what they refer to is the same;
only the others are taken apart.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from brief.word.opc.markup import R, W, local
from brief.word.revisions.canon import TRACKED, canon, keys

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from lxml import etree

    from brief.word.revisions.source import Source

_MAY_REFER = re.compile(rb"Style |numId|Reference | r:")
_REFERS = re.compile(
    rb'<w:(numId|pStyle|rStyle|tblStyle|footnoteReference|endnoteReference) [^>]*w:(?:val|id)="([^"]*)"'
    rb'| (r:)(?:\w+)="([^"]*)"'
)
_ANCHORS = frozenset(
    f"{W}{n}"
    for n in (
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "lastRenderedPageBreak",
    )
)
_HEADERS = frozenset(f"{W}{n}" for n in ("headerReference", "footerReference"))
_HOLDERS = frozenset(f"{W}{n}" for n in ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdt"))
_CONTENT = frozenset(f"{W}{n}" for n in ("r", "p", "tbl"))


class Reader:
    """Reads a file as values; `resolve` carries out its revisions first."""

    def __init__(self, source: Source, resolve: Callable[[etree._Element], None] | None = None) -> None:
        self.source, self._resolve = source, resolve
        self._ready: dict[str, etree._Element | None] = {}
        self._styles: dict[str, str] | None = None
        self._lists: dict[str, Any] | None = None
        self._notes: dict[str, dict[str, etree._Element]] = {}

    def root(self, part: str) -> etree._Element | None:
        """Give the root of a part, its revisions carried out."""
        if part not in self._ready:
            root = self.source.tree(part)
            if root is not None and self._resolve is not None:
                self._resolve(root)
            self._ready[part] = root
        return self._ready[part]

    def blocks(self, container: etree._Element) -> list[etree._Element]:
        """List the blocks in a body, a note or a header."""
        return [child for child in container if child.tag not in _ANCHORS and isinstance(child.tag, str)]

    def style(self, name: str) -> str:
        """Give the name of a style by its id."""
        if self._styles is None:
            part = self.source.related("styles")
            root = self.source.tree(part) if part is not None else None
            self._styles = {}
            for style in root.iter(f"{W}style") if root is not None else ():
                named = style.find(f"{W}name")
                value = named.get(f"{W}val", "") if named is not None else ""
                self._styles[style.get(f"{W}styleId", "")] = value.lower()
        return self._styles.get(name, name)

    def list_(self, number: str) -> Any:
        """Give what a list looks like by its number."""
        if self._lists is None:
            part = self.source.related("numbering")
            root = self.source.tree(part) if part is not None else None
            self._lists = {} if root is None else _lists(self._with_style_names(root))
        return self._lists.get(number, number)

    def _with_style_names(self, numbering: etree._Element) -> etree._Element:
        """Name the styles that lists belong to: ids are those of a file, and say nothing in another."""
        copied = deepcopy(numbering)
        for each in copied.iter(f"{W}pStyle"):
            each.set(f"{W}val", self.style(each.get(f"{W}val", "")))
        return copied

    def target(self, part: str, name: str) -> Any:
        """Give what a relationship leads to."""
        relation = self.source.relations(part).get(name)
        if relation is None:
            return None
        if relation.external:
            return relation.target
        return self.source.package.fingerprint(relation.target)

    def note(self, kind: str, number: str) -> tuple[etree._Element | None, str]:
        """Give a note and the part it stands in; `kind` is `footnotes` or `endnotes`."""
        part = self.source.related(kind) or ""
        if kind not in self._notes:
            root = self.root(part) if part else None
            notes = list(root) if root is not None else []
            self._notes[kind] = {note.get(f"{W}id", ""): note for note in reversed(notes)}  # the first one counts
        return self._notes[kind].get(number), part

    def value(self, block: etree._Element, part: str) -> Any:
        """Give a block as a value."""
        return _Values(self, part).block(block)


class _Values:
    """Takes blocks of one part apart."""

    def __init__(self, reader: Reader, part: str) -> None:
        self._reader, self._part = reader, part

    def block(self, block: etree._Element) -> Any:
        tag = block.tag
        if tag == f"{W}p":
            return self._paragraph(block)
        if tag == f"{W}tbl":
            return self._table(block)
        if tag in (f"{W}sdt", f"{W}customXml"):
            return self._box(block)
        if tag == f"{W}sectPr":
            return ("section", self._properties(block, _HEADERS))
        return self._thing(block)

    def container(self, container: etree._Element) -> list[Any]:
        values = [self.block(block) for block in self._reader.blocks(container) if not local(block).endswith("Pr")]
        return [value for value in values if value is not None]

    def _box(self, box: etree._Element) -> Any:
        content = box.find(f"{W}sdtContent") if box.tag == f"{W}sdt" else box
        inside = self.container(content) if content is not None else []
        return (str(box.tag), self._properties(box.find(f"{W}sdtPr"), (f"{W}id",)), inside) if inside else None

    def _table(self, table: etree._Element) -> Any:
        rows = [
            (
                self._properties(row.find(f"{W}trPr")),
                self._properties(row.find(f"{W}tblPrEx")),
                [(self._properties(cell.find(f"{W}tcPr")), self.container(cell)) for cell in _within(row, f"{W}tc")],
            )
            for row in _within(table, f"{W}tr")
        ]
        grid = [column.get(f"{W}w") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        return ("table", self._properties(table.find(f"{W}tblPr")), grid, rows)

    def _paragraph(self, paragraph: etree._Element) -> Any:
        properties = paragraph.find(f"{W}pPr")
        end = properties.find(f"{W}rPr") if properties is not None else None
        section = properties.find(f"{W}sectPr") if properties is not None else None
        return (
            "paragraph",
            self._properties(properties, (f"{W}rPr", f"{W}sectPr")),
            self._properties(end),
            self._properties(section, _HEADERS) if section is not None else None,
            _merged(self._inline(paragraph)),
        )

    def _properties(self, element: etree._Element | None, skip: Collection[str] = ()) -> Any:
        found = []
        for child in element if element is not None else ():
            if child.tag in TRACKED or child.tag in skip:
                continue
            name, value = local(child), child.get(f"{W}val", "")
            if name in {"pStyle", "rStyle", "tblStyle"}:
                found.append((name, self._reader.style(value)))
            elif name == "numPr":
                found.append((name, repr([self._number(part) for part in child])))
            else:
                leads_on = any(str(attribute).startswith(R) for attribute in child.attrib)
                found.append((name, repr(self._thing(child) if leads_on else canon(child))))
        return sorted(found)

    def _number(self, part: etree._Element) -> Any:
        value = part.get(f"{W}val", "")
        return self._reader.list_(value) if part.tag == f"{W}numId" else (local(part), value)

    def _inline(self, parent: etree._Element) -> list[Any]:
        found: list[Any] = []
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                found += self._run(child)
            elif tag == f"{W}fldSimple":
                code = child.get(f"{W}instr", "")
                found += [("field", "begin"), ("code", code), ("field", "separate")]
                found += [*self._inline(child), ("field", "end")]
            elif tag in _HOLDERS:
                found += self._holder(child)
            elif not local(child).endswith("Pr") and tag not in _ANCHORS and isinstance(tag, str):
                found.append(("thing", (), self._thing(child)))
        return found

    def _holder(self, holder: etree._Element) -> list[Any]:
        content = holder.find(f"{W}sdtContent") if holder.tag == f"{W}sdt" else holder
        inside = _merged(self._inline(content)) if content is not None else []
        properties = next((child for child in holder if local(child).endswith("Pr")), None)
        shown = self._properties(properties, (f"{W}id",))
        return [(local(holder), self._attributes(holder), shown, inside)] if inside else []

    def _run(self, run: etree._Element) -> list[Any]:
        shape = self._properties(run.find(f"{W}rPr"))
        found: list[Any] = []
        for child in run:
            name = local(child)
            if name == "t":
                found.append(("text", shape, child.text or ""))
            elif name == "instrText":
                found.append(("code", child.text or ""))
            elif name == "fldChar":
                found.append(("field", child.get(f"{W}fldCharType")))
            elif name in {"footnoteReference", "endnoteReference"}:
                found.append((name, shape, self._note(name, child)))
            elif name != "rPr" and child.tag not in _ANCHORS:
                found.append(("thing", shape, self._thing(child)))
        return found

    def _note(self, name: str, mark: etree._Element) -> Any:
        note, part = self._reader.note(f"{name[:-9]}s", mark.get(f"{W}id", ""))
        return None if note is None else _Values(self._reader, part).container(note)

    def _thing(self, element: etree._Element) -> Any:
        if element.tag == f"{W}txbxContent":
            return ("box", self.container(element))
        children = [self._thing(child) for child in element if isinstance(child.tag, str)]
        return (str(element.tag), self._attributes(element), children, "" if children else (element.text or "").strip())

    def _attributes(self, element: etree._Element) -> Any:
        is_name = local(element) == "docPr"
        return sorted(
            (str(name), repr(self._reader.target(self._part, str(value))) if str(name).startswith(R) else str(value))
            for name, value in element.attrib.items()
            if not (is_name and name == "id") and not str(name).endswith(("Id}", "spid"))
        )


def _within(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _within(child, tag)


def _merged(items: list[Any]) -> list[Any]:
    """Join neighbouring texts with the same formatting, and the pieces of the code of a field."""
    found: list[Any] = []
    for item in items:
        last = found[-1] if found else None
        if last is not None and item[0] in {"text", "code"} and item[:-1] == last[:-1]:
            found[-1] = (*item[:-1], last[-1] + item[-1])
        elif item[0] != "text" or item[2]:
            found.append(item)
    return [("code", item[1].strip()) if item[0] == "code" else item for item in found]


def _lists(root: etree._Element) -> dict[str, Any]:
    abstracts = {a.get(f"{W}abstractNumId"): repr([canon(c) for c in a.iter(f"{W}lvl")]) for a in root}
    found = {}
    for number in root.iter(f"{W}num"):
        link = number.find(f"{W}abstractNumId")
        own = repr([canon(child) for child in number if child is not link])
        found[number.get(f"{W}numId", "")] = (abstracts.get(link.get(f"{W}val")) if link is not None else None, own)
    return found


class Proof:
    """Compares two readers; `faults` says where they differ, as words around the place."""

    def __init__(self, got: Reader, wanted: Reader) -> None:
        self._got, self._wanted = got, wanted
        self._same: dict[tuple[str, str, str, str], bool] = {}

    def faults(self) -> Iterator[str]:
        """List the places in the text where the two differ."""
        mains = self._got.source.main, self._wanted.source.main
        bodies = [reader.root(main) for reader, main in zip((self._got, self._wanted), mains, strict=True)]
        if bodies[0] is None or bodies[1] is None:
            yield "hoofdtekst"
            return
        yield from self._containers(bodies[0][0], bodies[1][0], *mains)

    def header_faults(self) -> Iterator[str]:
        """List the headers and footers that differ."""
        got, wanted = _headers(self._got), _headers(self._wanted)
        for name in dict.fromkeys([*got, *wanted]):
            if got.get(name, []) != wanted.get(name, []):
                yield name

    def _containers(self, got: etree._Element, wanted: etree._Element, *parts: str) -> Iterator[str]:
        ones, others = self._got.blocks(got), self._wanted.blocks(wanted)
        if len(ones) != len(others):
            ones, others = _without_empty_boxes(ones), _without_empty_boxes(others)
        same = self._same_bytes(ones, others, parts[0], parts[1])
        for one, other, is_same in zip(ones, others, same, strict=False):
            if not is_same and self._got.value(one, parts[0]) != self._wanted.value(other, parts[1]):
                yield _words(other) or _words(one) or local(other)
                return
        if len(ones) != len(others):
            longest = ones if len(ones) > len(others) else others
            yield _words(longest[min(len(ones), len(others))]) or "het einde"

    def _same_bytes(
        self, ones: list[etree._Element], others: list[etree._Element], part: str, other_part: str
    ) -> list[bool]:
        """Say of each two blocks whether they have the same bytes and what these refer to is the same."""
        left, right = keys(ones, others)
        meanings: dict[bytes, bool] = {}
        for one, other in zip(left, right, strict=False):
            if one == other and one not in meanings:
                uses = _REFERS.findall(one) if _MAY_REFER.search(one) else ()
                meanings[one] = all(
                    self._means_the_same((a or c).decode(), (b or d).decode(), part, other_part) for a, b, c, d in uses
                )
        return [one == other and meanings[one] for one, other in zip(left, right, strict=False)]

    def _means_the_same(self, kind: str, name: str, part: str, other_part: str) -> bool:
        memo = (kind, name, part, other_part)
        if memo not in self._same:
            self._same[memo] = self._meaning(kind, name, part, other_part)
        return self._same[memo]

    def _meaning(self, kind: str, name: str, part: str, other_part: str) -> bool:
        got, wanted = self._got, self._wanted
        if kind == "numId":
            return bool(got.list_(name) == wanted.list_(name))
        if kind == "r:":
            return bool(got.target(part, name) == wanted.target(other_part, name))
        if kind.endswith("Reference"):
            one, one_part = got.note(f"{kind[:-9]}s", name)
            other, other_in = wanted.note(f"{kind[:-9]}s", name)
            if one is None or other is None:
                return one is other
            return not list(self._containers(one, other, one_part, other_in))
        return got.style(name) == wanted.style(name)


def _headers(reader: Reader) -> dict[str, Any]:
    """Give what each header and footer says that a section has or takes over from the one before."""
    root = reader.root(reader.source.main)
    relations = reader.source.relations(reader.source.main)
    found: dict[str, Any] = {}
    current: dict[str, Any] = {}
    for number, section in enumerate(root.iter(f"{W}sectPr") if root is not None else (), start=1):
        for reference in section:
            if reference.tag in _HEADERS:
                relation = relations.get(reference.get(f"{R}id", ""))
                part = relation.target if relation is not None else ""
                tree = reader.root(part) if part else None
                values = [reader.value(block, part) for block in tree] if tree is not None else []
                says = any((value is not None and value[0] != "paragraph") or (value and value[-1]) for value in values)
                kind = "koptekst" if reference.tag.endswith("headerReference") else "voettekst"
                current[f"{kind} ({reference.get(f'{W}type', 'default')})"] = values if says else []
        for name, values in current.items():
            if values:
                found[f"sectie {number}, {name}"] = values
    return found


def _without_empty_boxes(blocks: list[etree._Element]) -> list[etree._Element]:
    boxes = (f"{W}sdt", f"{W}customXml")
    return [b for b in blocks if b.tag not in boxes or any(e.tag in _CONTENT for e in b.iter())]


def _words(block: etree._Element) -> str:
    return "".join(node.text or "" for node in block.iter(f"{W}t"))[:80]
