"""Is this a Word file that Word opens? Three judges: Microsoft's own SDK, ooxml-integrity, and what both miss."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from keuring.gereedschap import as_file, run, validator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SEPARATORS = {"separator": "-1", "continuationSeparator": "0"}
HIGHEST_NOTE = 32767


def sdk_errors(docx: bytes | Path) -> list[str]:
    """List what Microsoft's Open XML SDK finds wrong."""
    return list(_sdk_errors(as_file(docx)))


@cache
def _sdk_errors(file: Path) -> tuple[str, ...]:
    """Ask once a file: the name of a file is that of its content, and starting the judge takes most of the time."""
    verdict = json.loads(run([validator(), file]))
    found = tuple(f"{error['path']} {error['xPath']}: {error['description']}" for error in verdict["errors"])
    return found or (() if verdict["ok"] else ("not ok, for no stated reason",))


def integrity_errors(docx: bytes | Path) -> list[str]:
    """List what ooxml-integrity finds, warnings included."""
    from ooxml_integrity import Severity, check

    return [str(finding) for finding in check(as_file(docx)) if finding.severity >= Severity.WARN]


def own_errors(docx: bytes | Path) -> list[str]:
    """List the faults that the other two are known to miss."""
    with zipfile.ZipFile(as_file(docx)) as package:
        counts = Counter(package.namelist())
        errors = [f"part {name} stands in the package {count} times" for name, count in counts.items() if count > 1]
        trees = {
            name: etree.fromstring(package.read(name))
            for name in counts
            if name.startswith(("word/", "docProps/")) and name.endswith(".xml")
        }
        errors += _main_part_errors(package)
    for name, tree in trees.items():
        errors += [f"{name}: {error}" for error in (*_table_errors(tree), *_text_errors(tree))]
    return errors + _footnote_errors(trees)


def all_errors(docx: bytes | Path) -> list[str]:
    """List what any of the three judges finds; a sound document gives the empty list."""
    own = own_errors(docx)
    return [
        *(f"own: {error}" for error in own),
        *(f"ooxml-integrity: {error}" for error in integrity_errors(docx)),
        *(f"Open XML SDK: {error}" for error in sdk_errors(docx)),
    ]


def _main_part_errors(package: zipfile.ZipFile) -> Iterator[str]:
    types = etree.fromstring(package.read("[Content_Types].xml"))
    declared = {override.get("PartName"): override.get("ContentType") for override in types if override.get("PartName")}
    if declared.get("/word/document.xml") != MAIN_TYPE:
        yield f"main part has content type {declared.get('/word/document.xml')}"


def _table_errors(tree: etree._Element) -> Iterator[str]:
    for cell in tree.iter(f"{{{W}}}tc"):
        blocks = [child for child in cell if child.tag != f"{{{W}}}tcPr"]
        if not blocks or blocks[-1].tag != f"{{{W}}}p":
            yield f"cell with text '{_text(cell)}' does not end in a paragraph"
    for row in tree.iter(f"{{{W}}}tr"):
        if row.find(f".//{{{W}}}tc") is None:
            yield "row without cells"


def _text_errors(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        holds_text = etree.QName(element).localname in {"t", "delText", "instrText", "delInstrText"}
        loose = "" if holds_text or not str(element.tag).startswith(f"{{{W}}}") else (element.text or "")
        tail = (element.tail or "") if str(element.tag).startswith(f"{{{W}}}") else ""
        if (loose + tail).strip():
            yield f"text outside a run: '{(loose + tail).strip()}'"
    words = "".join(str(piece) for piece in tree.itertext())
    for mark in ("{{", "}}", "{%", "%}", "{#", "#}"):
        if mark in words:
            start = words.index(mark)
            yield f"left-over tag: '{words[max(0, start - 20) : start + 40]}'"


def _footnote_errors(trees: dict[str, etree._Element]) -> list[str]:
    references = [mark.get(f"{{{W}}}id") for mark in trees["word/document.xml"].iter(f"{{{W}}}footnoteReference")]
    notes = trees.get("word/footnotes.xml")
    if notes is None:
        return [f"reference to note {number} and no notes at all" for number in references]
    kinds = {note.get(f"{{{W}}}id"): note.get(f"{{{W}}}type") for note in notes}
    errors = [f"no {kind} with id {number}" for kind, number in SEPARATORS.items() if kinds.get(number) != kind]
    own = [note.get(f"{{{W}}}id") for note in notes if note.get(f"{{{W}}}type") is None]
    errors += [f"note {number} has {count} references" for number, count in _unpaired(own, references)]
    errors += [f"note {number} stands there {count} times" for number, count in Counter(own).items() if count > 1]
    errors += [f"note id {number} is out of range" for number in own if not 1 <= int(number or 0) <= HIGHEST_NOTE]
    errors += ["reference inside a note" for _ in notes.iter(f"{{{W}}}footnoteReference")]
    return errors


def _unpaired(notes: list[str | None], references: list[str | None]) -> list[tuple[str | None, int]]:
    counts = Counter(references)
    return [(number, counts[number]) for number in {*notes, *references} if counts[number] != 1 or number not in notes]


def _text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{{{W}}}t"))
