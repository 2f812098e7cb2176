"""A judge of tracked changes that shares no code with the writer: it carries them out and says what a reader sees.

Each element is rebuilt, rather than changed in place. Where two paragraphs run together, programs differ in which of
the two gives its properties; `last` says which, so that a document can be judged both ways.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
Element = ElementTree.Element

_NOISE = re.compile(r"rsid|paraId|textId|anchorId|editId|spid$")
_IGNORED = {f"{W}{name}" for name in ("proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd")}
_BOOKMARKS = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}
_CHANGE = re.compile(r"\}(?:\w+Change|ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)$")
_RANGE = re.compile(r"\}(?:moveFrom|moveTo|customXml\w+)Range(?:Start|End)$")
_ROLES = {"accept": ({"del", "moveFrom", "cellDel"}, False), "reject": ({"ins", "moveTo", "cellIns"}, True)}


@dataclass
class File:
    """A Word file as its parts."""

    parts: dict[str, bytes]
    main: str = "word/document.xml"
    _styles: dict[str, str] | None = None
    _lists: dict[str, Any] | None = None
    _trees: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> File:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            file = cls({name: package.read(name) for name in package.namelist()})
        for kind, target in file.relations("").values():
            if kind == "officeDocument":
                file.main = target
        return file

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        data = self.parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for item in ElementTree.fromstring(data) if data else ():
            target = item.get("Target", "")
            if item.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id", "")] = (item.get("Type", "").rpartition("/")[2], target)
        return found

    def related(self, kind: str) -> str | None:
        return next((target for k, target in self.relations(self.main).values() if k == kind), None)

    def tree(self, part: str) -> Element:
        if part not in self._trees:
            self._trees[part] = ElementTree.fromstring(self.parts[part])
        return self._trees[part]

    def styles(self) -> dict[str, str]:
        if self._styles is None:
            self._styles = {}
            part = self.related("styles")
            for style in self.tree(part).iter(f"{W}style") if part in self.parts else ():
                name = style.find(f"{W}name")
                self._styles[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "").lower() if name is not None else ""
        return self._styles

    def lists(self) -> dict[str, Any]:
        if self._lists is None:
            self._lists = {}
            part = self.related("numbering")
            root = self.tree(part) if part in self.parts else Element("none")
            names = self.styles()
            for style in root.iter(f"{W}pStyle"):  # the id of a style says nothing in another file, its name does
                style.set(f"{W}val", names.get(style.get(f"{W}val", ""), ""))
            abstracts = {a.get(f"{W}abstractNumId"): a for a in root.iter(f"{W}abstractNum")}
            for number in root.iter(f"{W}num"):
                link = number.find(f"{W}abstractNumId")
                abstract = abstracts.get(link.get(f"{W}val")) if link is not None else None
                levels = [shape(level) for level in abstract.iter(f"{W}lvl")] if abstract is not None else []
                own = [shape(item) for item in number if item.tag != f"{W}abstractNumId"]
                self._lists[number.get(f"{W}numId", "")] = (levels, own)
        return self._lists


def shape(element: Element) -> Any:
    """Give an element as a value, without what is noise."""
    attributes = sorted(
        (name, value) for name, value in element.attrib.items() if not (_NOISE.search(name) or name.startswith(R))
    )
    children = [shape(child) for child in element if child.tag not in _IGNORED]
    return (element.tag, attributes, children, "" if len(element) else (element.text or "").strip())


def carried_out(root: Element, how: str | None, *, last: bool = True) -> Element:
    """Rebuild a part with all its changes accepted or rejected; None: as it is."""
    if how is None:
        return root
    going, back = _ROLES[how]
    return _Rebuild(going, last=last, back=back).element(root)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


class _Rebuild:
    def __init__(self, going: set[str], *, last: bool, back: bool) -> None:
        self.going, self.last, self.back = going, last, back

    def element(self, source: Element) -> Element:
        made = ElementTree.Element(source.tag, dict(source.attrib))
        made.text = source.text
        if made.tag == f"{W}delText":
            made.tag = f"{W}t"
        if made.tag == f"{W}delInstrText":
            made.tag = f"{W}instrText"
        made.extend(self.children(source))
        return made

    def children(self, source: Element) -> list[Element]:
        change = next((c for c in source if c.tag.endswith("Change") and c.tag.startswith(W)), None)
        items = list(source)
        if change is not None and self.back and len(change):
            stay = [c for c in source if _local(c) in {"rPr", "sectPr", "headerReference", "footerReference"} | MARKS]
            stay = [] if _local(source) == "rPr" else stay
            items = [*(c for c in stay if c is not change), *change[0]]
            if _local(source) == "rPr":
                items = [*(c for c in source if _local(c) in MARKS), *items]
        found: list[Element] = []
        for child in items:
            found += self.one(child, source)
        if _local(source) in {"body", "tc", "txbxContent", "footnote", "endnote", "hdr", "ftr", "sdtContent"}:
            found = self.joined(found)
        return found

    def one(self, child: Element, parent: Element) -> list[Element]:
        name = _local(child)
        if _RANGE.search(child.tag) or name.endswith("Change"):
            return []
        if child.tag.startswith(W) and name in {"ins", "del", "moveFrom", "moveTo"}:
            if _local(parent) in {"rPr", "trPr", "numPr", "ctrlPr"}:
                return [child] if _local(parent) == "rPr" else []
            return [] if name in self.going else self.children(child)
        if name in {"cellIns", "cellDel"}:
            return []
        if name == "tr" and self.marked(child, "trPr", {"ins", "del"}):
            return []
        if name == "tc" and self.marked(child, "tcPr", {"cellIns", "cellDel"}):
            return []
        made = self.element(child)
        if name == "tbl" and made.find(f".//{W}tr") is None:
            return []
        if name in {"sdt", "hyperlink", "smartTag"} and self.emptied(child, made):
            return []
        return [made]

    def marked(self, element: Element, properties: str, names: set[str]) -> bool:
        found = element.find(f"{W}{properties}")
        return found is not None and any(_local(c) in names & self.going for c in found)

    def emptied(self, before: Element, after: Element) -> bool:
        def full(element: Element) -> bool:
            return any(_local(e) in {"r", "p", "tbl", "oMath"} for e in element.iter())

        return full(before) and not full(after)

    def joined(self, blocks: list[Element]) -> list[Element]:
        """Let paragraphs whose end goes run on into the next block."""
        found: list[Element] = []
        waiting: list[Element] = []
        for index, block in enumerate(blocks):
            if block.tag != f"{W}p":
                found += [p for p in waiting if _has_content(p)]
                waiting = []
                found.append(block)
                continue
            end = block.find(f"{W}pPr/{W}rPr")
            marks = [c for c in end if _local(c) in MARKS] if end is not None else []
            for mark in marks:
                end.remove(mark)  # type: ignore[union-attr]
            if any(_local(mark) in self.going for mark in marks):
                waiting.append(block)
                if index == len(blocks) - 1 or all(b.tag == f"{W}sectPr" for b in blocks[index + 1 :]):
                    found += self.run_together([p for p in waiting if _has_content(p)])
                    waiting = []
                continue
            found += self.run_together([*(p for p in waiting if _has_content(p)), block])
            waiting = []
        return found

    def run_together(self, paragraphs: list[Element]) -> list[Element]:
        if len(paragraphs) < 2:
            return paragraphs
        giver = paragraphs[-1] if self.last else paragraphs[0]
        made = ElementTree.Element(f"{W}p", dict(giver.attrib))
        made.extend(c for c in giver if c.tag == f"{W}pPr")
        for paragraph in paragraphs:
            made.extend(c for c in paragraph if c.tag != f"{W}pPr")
        return [made]


MARKS = {"ins", "del", "moveFrom", "moveTo"}


def _has_content(paragraph: Element) -> bool:
    return any(c.tag != f"{W}pPr" and c.tag not in _BOOKMARKS and c.tag not in _IGNORED for c in paragraph)


class Reading:
    """What a reader sees in a file, as a value: blocks with style, text with formatting, notes where they stand."""

    def __init__(self, data: bytes, how: str | None = None, *, last: bool = True) -> None:
        self.file, self.how, self.last = File.read(data), how, last
        self._ready: dict[str, Element] = {}

    def part(self, name: str) -> Element:
        if name not in self._ready:
            self._ready[name] = carried_out(self.file.tree(name), self.how, last=self.last)
        return self._ready[name]

    def document(self) -> list[Any]:
        main = self.part(self.file.main)
        body = main.find(f"{W}body")
        assert body is not None
        return self.blocks(body, self.file.main)

    def headers(self) -> list[Any]:
        """Give the headers and footers with something in them, in the order of the sections."""
        relations = self.file.relations(self.file.main)
        found = []
        for section in self.part(self.file.main).iter(f"{W}sectPr"):
            for item in section:
                if _local(item) in {"headerReference", "footerReference"}:
                    target = relations.get(item.get(f"{R}id", ""), ("", ""))[1]
                    if target in self.file.parts:
                        content = self.blocks(self.part(target), target)
                        if any(self._says_something(block) for block in content):
                            found.append((_local(item), item.get(f"{W}type", "default"), content))
        return sorted(found, key=lambda item: item[:2])

    def _says_something(self, block: Any) -> bool:
        return block[0] != "p" or bool(block[3])

    def blocks(self, container: Element, part: str) -> list[Any]:
        found: list[Any] = []
        for child in container:
            name = _local(child)
            if name == "p":
                found.append(self.paragraph(child, part))
            elif name == "tbl":
                found.append(self.table(child, part))
            elif name in {"sdt", "customXml"}:
                content = child.find(f"{W}sdtContent") if name == "sdt" else child
                inner = self.blocks(content, part) if content is not None else []
                if inner:
                    found.append((name, self.properties(child.find(f"{W}sdtPr"), {"id"}), inner))
            elif name == "sectPr":
                found.append(("sectPr", self.properties(child, {"headerReference", "footerReference"})))
        return found

    def table(self, element: Element, part: str) -> Any:
        rows = []
        for row in self.all_in(element, "tr"):
            cells = [
                (self.properties(cell.find(f"{W}tcPr")), self.blocks(cell, part)) for cell in self.all_in(row, "tc")
            ]
            rows.append((self.properties(row.find(f"{W}trPr")), self.properties(row.find(f"{W}tblPrEx")), cells))
        grid = [column.get(f"{W}w") for column in element.findall(f"{W}tblGrid/{W}gridCol")]
        return ("tbl", self.properties(element.find(f"{W}tblPr")), grid, rows)

    def all_in(self, element: Element, name: str) -> list[Element]:
        found = []
        for child in element:
            if _local(child) == name:
                found.append(child)
            elif _local(child) in {"sdt", "sdtContent", "customXml"}:
                found += self.all_in(child, name)
        return found

    def paragraph(self, element: Element, part: str) -> Any:
        properties = element.find(f"{W}pPr")
        end = properties.find(f"{W}rPr") if properties is not None else None
        section = properties.find(f"{W}sectPr") if properties is not None else None
        shown = self.properties(section, {"headerReference", "footerReference"}) if section is not None else None
        return (
            "p",
            self.properties(properties, {"rPr", "sectPr"}),
            (self.properties(end, MARKS), shown),
            self.merged(self.inline(element, part)),
        )

    def properties(self, element: Element | None, skip: set[str] = frozenset()) -> Any:  # type: ignore[assignment]
        """Give properties with styles and lists as what they are, not by number."""
        found = []
        for child in element if element is not None else ():
            if _local(child) in skip or _CHANGE.search(child.tag):
                continue
            value = child.get(f"{W}val", "")
            if _local(child) in {"pStyle", "rStyle", "tblStyle"}:
                found.append((child.tag, self.file.styles().get(value, value.lower())))
            elif _local(child) == "numPr":
                number = child.find(f"{W}numId")
                level = child.find(f"{W}ilvl")
                key = number.get(f"{W}val", "") if number is not None else ""
                depth = level.get(f"{W}val") if level is not None else None
                found.append((child.tag, repr((depth, self.file.lists().get(key, key)))))
            else:
                found.append((child.tag, repr(shape(child))))
        return sorted(found)

    def inline(self, element: Element, part: str) -> list[Any]:
        found: list[Any] = []
        for child in element:
            name = _local(child)
            if name == "r" and child.tag == f"{W}r":
                found += self.run(child, part)
            elif name == "fldSimple":
                found += [("field", "begin"), ("code", child.get(f"{W}instr", "").strip()), ("field", "separate")]
                found += [*self.inline(child, part), ("field", "end")]
            elif name in {"hyperlink", "smartTag", "customXml", "dir", "bdo", "sdt"}:
                content = child.find(f"{W}sdtContent") if name == "sdt" else child
                inner = self.merged(self.inline(content, part)) if content is not None else []
                if inner:
                    attributes = sorted((n, self.target(n, v, part)) for n, v in child.attrib.items())
                    found.append((name, attributes, self.properties(child.find(f"{W}sdtPr"), {"id"}), inner))
            elif name not in {"pPr", "sdtPr", "smartTagPr"} and child.tag not in _IGNORED | _BOOKMARKS:
                found.append(("object", self.thing(child, part)))
        return found

    def run(self, run: Element, part: str) -> list[Any]:
        properties = self.properties(run.find(f"{W}rPr"))
        found: list[Any] = []
        for child in run:
            name = _local(child)
            if name == "t":
                found.append(("text", properties, child.text or ""))
            elif name in {"footnoteReference", "endnoteReference"}:
                found.append((name, properties, self.note(name, child.get(f"{W}id", ""))))
            elif name == "instrText":
                found.append(("code", (child.text or "").strip()))
            elif name == "fldChar":
                found.append(("field", child.get(f"{W}fldCharType")))
            elif name not in {"rPr", "commentReference"} and child.tag not in _IGNORED:
                found.append(("object", properties, self.thing(child, part)))
        return found

    def note(self, name: str, number: str) -> Any:
        part = self.file.related("footnotes" if name == "footnoteReference" else "endnotes")
        for note in self.part(part) if part else ():
            if note.get(f"{W}id") == number:
                return self.blocks(note, part or "")
        return "missing"

    def thing(self, element: Element, part: str) -> Any:
        """Give an object as a value; a text box by its blocks, what it leads to by its content."""
        if element.tag == f"{W}txbxContent":
            return ("box", self.blocks(element, part))
        attributes = sorted(
            (name, self.target(name, value, part))
            for name, value in element.attrib.items()
            if not _NOISE.search(name) and not (element.tag == f"{WP}docPr" and name == "id")
        )
        children = [self.thing(child, part) for child in element]
        return (element.tag, attributes, children, "" if len(element) else (element.text or "").strip())

    def target(self, name: str, value: str, part: str) -> str:
        if not name.startswith(R):
            return value
        target = self.file.relations(part).get(value, ("", "missing"))[1]
        data = self.file.parts.get(target)
        return target if data is None else hashlib.sha256(data).hexdigest()

    def merged(self, items: list[Any]) -> list[Any]:
        """Join neighbours with the same formatting, and drop text that is empty."""
        found: list[Any] = []
        for item in items:
            if item[0] == "text" and found and found[-1][0] == "text" and found[-1][1] == item[1]:
                found[-1] = ("text", item[1], found[-1][2] + item[2])
            elif item[0] == "code" and found and found[-1][0] == "code":
                found[-1] = ("code", found[-1][1] + item[1])
            elif item != ("text", item[1], ""):
                found.append(item)
        return found

    def everything(self) -> dict[str, Any]:
        return {"tekst": self.document(), "kop- en voetteksten": self.headers()}


def faults(old: bytes, new: bytes, tracked: bytes) -> list[str]:
    """List what is wrong: accepting all must give the new file, rejecting all the old one, whoever carries it out."""
    found = []
    for how, wanted in (("accept", new), ("reject", old)):
        expected = Reading(wanted).everything()
        for last in (True, False):
            got = Reading(tracked, how, last=last).everything()
            for what, value in expected.items():
                if got[what] != value:
                    found.append(f"{how} ({'last' if last else 'first'}), {what}: {difference(got[what], value)}")
    return found


def difference(got: Any, wanted: Any, path: str = "") -> str:
    """Say where two values first differ."""
    if isinstance(got, list | tuple) and isinstance(wanted, list | tuple):
        for index, (one, other) in enumerate(zip(got, wanted, strict=False)):
            if one != other:
                return difference(one, other, f"{path}/{index}")
        return f"{path}: {len(got)} instead of {len(wanted)}: {str(got)[:300]} | {str(wanted)[:300]}"
    return f"{path}: {str(got)[:300]} instead of {str(wanted)[:300]}"
