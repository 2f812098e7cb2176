"""The parts of a finished document as trees: opened, changed, and written again with the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.archive import write_archive
from brief.word.opc.names import w
from brief.word.opc.relationships import Relationships
from brief.word.template.parts import relations_name

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"
_TEXTS = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")
_FIELD = (w("fldSimple"), w("fldChar"), w("instrText"), w("t"))


class Parts:
    """The parts of a .docx by name; a part that was opened as a tree is written from it."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            self.data = {name: package.read(name) for name in package.namelist()}
        self._trees: dict[str, etree._Element] = {}

    def tree(self, name: str) -> etree._Element:
        """Give a part as a tree; what is changed in it is written."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.data[name], etree.XMLParser(resolve_entities=False))
        return self._trees[name]

    def texts(self) -> tuple[str, ...]:
        """Name the parts that hold text a reader sees, the main part first."""
        found = [name for name in self.data if name.startswith(_TEXTS) and name.endswith(".xml")]
        return tuple(sorted(found, key=lambda name: (name != MAIN, name)))

    def xml(self) -> tuple[str, ...]:
        """Name all parts of `word/` that are XML."""
        return tuple(sorted(name for name in self.data if name.startswith("word/") and name.endswith(".xml")))

    def relations(self, name: str) -> Relationships:
        """Give the relationships of a part; write them back with `put_relations`."""
        return Relationships(self.data.get(relations_name(name)))

    def put_relations(self, name: str, relations: Relationships) -> None:
        """Put the relationships of a part back, or take their part away when there are none left."""
        if relations:
            self.data[relations_name(name)] = relations.to_bytes()
        else:
            self.data.pop(relations_name(name), None)

    def put(self, name: str, data: bytes) -> None:
        """Put a part in the stead of what it was."""
        self._trees.pop(name, None)
        self.data[name] = data

    def remove(self, name: str) -> None:
        """Take out a part with its relationships, and what leads to it or says its type."""
        self.data.pop(name, None)
        self._trees.pop(name, None)
        self.data.pop(relations_name(name), None)
        types = self.tree(CONTENT_TYPES)
        for item in [each for each in types if each.get("PartName", "").lower() == f"/{name}".lower()]:
            types.remove(item)
        for holder in [each for each in self.data if each.endswith(".rels")]:
            relations = Relationships(self.data[holder])
            for identifier, _, target, external in relations.all():
                if not external and name.endswith(target.lstrip("/").removeprefix("../")):
                    relations.drop(identifier)
            self.data[holder] = relations.to_bytes()

    def to_bytes(self) -> bytes:
        """Write the document."""
        for name, tree in self._trees.items():
            if name in self.data:
                self.data[name] = bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
        return write_archive(self.data)


def fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Give each field of a part: its instruction, and the text elements that show its result."""
    open_now: list[tuple[list[str], list[etree._Element], list[bool]]] = []
    for element in root.iter(*_FIELD):
        if element.tag == w("fldSimple"):
            yield str(element.get(w("instr"))).strip(), list(element.iter(w("t")))
        elif element.tag == w("fldChar"):
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                open_now.append(([], [], [False]))
            elif kind == "separate" and open_now:
                open_now[-1][2][0] = True
            elif kind == "end" and open_now:
                instruction, shown, _ = open_now.pop()
                yield "".join(instruction).strip(), shown
        elif open_now and element.tag == w("instrText"):
            open_now[-1][0].append(element.text or "")
        elif open_now and open_now[-1][2][0]:
            open_now[-1][1].append(element)
