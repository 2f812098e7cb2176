"""The structure of a finished Word file as lines that a reviewer can compare; knows nothing of the code under test."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHAPES = {"b": "vet", "i": "cursief", "vertAlign": "", "rStyle": ""}


def structuur(docx: bytes, after: str) -> str:
    """Give the paragraphs and tables that stand after the paragraph with this text, and the notes they refer to."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    lines = list(_blocks(_tree(parts, "word/document.xml")[0], _lists(parts)))
    start = next((number for number, line in enumerate(lines) if after in line), -1) + 1
    return "\n".join([*lines[start:], *_notes(parts)]) + "\n"


def _tree(parts: dict[str, bytes], name: str) -> ElementTree.Element:
    return ElementTree.fromstring(parts[name])


def _lists(parts: dict[str, bytes]) -> dict[str, dict[str, str]]:
    """Give for each list what it shows on each level."""
    if "word/numbering.xml" not in parts:
        return {}
    root = _tree(parts, "word/numbering.xml")
    shown = {}
    for abstract in root.iter(f"{W}abstractNum"):
        levels = {}
        for level in abstract.iter(f"{W}lvl"):
            form, text = level.find(f"{W}numFmt"), level.find(f"{W}lvlText")
            kind = form.get(f"{W}val", "") if form is not None else ""
            levels[level.get(f"{W}ilvl", "")] = f"{kind} {text.get(f'{W}val', '') if text is not None else ''}"
        shown[abstract.get(f"{W}abstractNumId", "")] = levels
    found = {}
    for num in root.iter(f"{W}num"):
        abstract_id = num.find(f"{W}abstractNumId")
        found[num.get(f"{W}numId", "")] = (
            shown.get(abstract_id.get(f"{W}val", ""), {}) if abstract_id is not None else {}
        )
    return found


def _blocks(body: ElementTree.Element, lists: dict[str, dict[str, str]]) -> Iterator[str]:
    for child in body:
        if child.tag == f"{W}p":
            yield _paragraph(child, lists)
        elif child.tag == f"{W}tbl":
            yield "tabel"
            for row in child.iter(f"{W}tr"):
                head = " (kop)" if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
                cells = [" / ".join(_paragraph(p, lists) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]
                yield f"  rij{head}: " + " || ".join(cells)
        elif child.tag == f"{W}sdt":
            yield from _blocks(child.find(f"{W}sdtContent") or child, lists)


def _paragraph(paragraph: ElementTree.Element, lists: dict[str, dict[str, str]]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    head = f"[{style.get(f'{W}val') if style is not None else 'Standaard'}]"
    number = paragraph.find(f"{W}pPr/{W}numPr")
    if number is not None:
        level, num = number.find(f"{W}ilvl"), number.find(f"{W}numId")
        depth = level.get(f"{W}val", "0") if level is not None else "0"
        key = num.get(f"{W}val", "") if num is not None else ""
        head += f" (lijst {key}, niveau {depth}: {lists.get(key, {}).get(depth, '?')})"
    marks = [mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart")]
    return f"{head} {_runs(paragraph)}" + (f"  <{', '.join(marks)}>" if marks else "")


def _runs(element: ElementTree.Element) -> str:
    text = ""
    for run in element.iter(f"{W}r"):
        said = "".join(_character(child) for child in run)
        shapes = [_shape(each) for each in run.find(f"{W}rPr") or ()]
        shown = " ".join(each for each in shapes if each)
        text += f"{{{shown}: {said}}}" if shown and said else said
    return text


def _character(child: ElementTree.Element) -> str:
    name = child.tag.removeprefix(W)
    if name == "t":
        return child.text or ""
    if name == "footnoteReference":
        return f"[noot {child.get(f'{W}id')}]"
    if name == "instrText":
        return f"«{(child.text or '').strip()}»"
    return {"tab": "→", "br": "↵", "noBreakHyphen": "\u2011"}.get(name, "")


def _shape(child: ElementTree.Element) -> str:
    name = child.tag.removeprefix(W)
    if name not in _SHAPES or child.get(f"{W}val") in {"0", "false"}:
        return ""
    return _SHAPES[name] or str(child.get(f"{W}val"))


def _notes(parts: dict[str, bytes]) -> Iterator[str]:
    if "word/footnotes.xml" not in parts:
        return
    for note in _tree(parts, "word/footnotes.xml"):
        if note.get(f"{W}type") is None:
            yield f"noot {note.get(f'{W}id')}: " + " / ".join(_runs(p).strip() for p in note.iter(f"{W}p"))
