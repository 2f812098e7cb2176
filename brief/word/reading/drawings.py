"""What happens at drawings: text boxes, pictures, WordArt, embedded files, and formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text.model import Run, Style
from brief.word.opc.markup import MC, TEXT_TAGS, WP, A, M, V, W, local
from brief.word.reading import findings
from brief.word.reading.model import Source, WordBlock
from brief.word.reading.state import RunLook

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_FORMS = (f"{MC}Choice", f"{MC}Fallback")
_KINDS = {"imagedata": "afbeelding", "pic": "afbeelding", "chart": "grafiek", "relIds": "SmartArt-schema"}
_MATH_MARKS = {"den": "/", "rad": "√", "d": "("}


def _plain_text(element: etree._Element) -> str:
    return "".join("".join(each.text or "" for each in element.iter(*TEXT_TAGS)).split())


def _start_form(walk: PartWalk, element: etree._Element) -> bool:
    """Read the first form of a text that is given in several; pass another by when it says the same."""
    parent = element.getparent()
    first = next((each for each in parent if each.tag in _FORMS), element) if parent is not None else element
    text = "" if element is first else _plain_text(element)
    differs = bool(text) and text != _plain_text(first)
    walk.second_forms.append(differs)
    if differs:
        walk.asides.append((Source.ALTERNATIVE, ""))
        return False
    walk.doubled.append(text)
    return element is not first


def _end_form(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    if walk.second_forms.pop():
        walk.asides.pop()


def _start_box(walk: PartWalk, element: etree._Element) -> bool:  # noqa: ARG001
    walk.begin_box()
    return False


def _end_box(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.end_box()


def _drawing_text(walk: PartWalk, element: etree._Element) -> bool:
    walk.asides.append((Source.DRAWING, ""))
    walk.add(element.text or "")
    walk.asides.pop()
    return False


def _description(walk: PartWalk, element: etree._Element) -> bool:
    walk.alt = element.get("descr") or element.get("title") or ""
    return False


def _picture(walk: PartWalk, element: etree._Element) -> bool:
    parent = element.getparent()
    vml_alt = str(parent.get("alt", "")) if parent is not None else ""
    kind = _KINDS[local(element)]
    walk.shared.diagnostics.append(findings.image_note(kind, walk.alt or vml_alt, walk.here()))
    walk.alt = ""
    return False


def _word_art(walk: PartWalk, element: etree._Element) -> bool:
    """Read WordArt, the usual form of a watermark: its text is an attribute."""
    text = element.get("string", "")
    if text.strip():
        walk.computed.append(text)
        block = WordBlock(walk.place(walk.count, text), (Run(text),), Source.WATERMARK)
        (walk.open[-1].after if walk.open else walk.blocks).append(block)
    return False


def _embedded(walk: PartWalk, element: etree._Element) -> bool:
    kind = "ingevoegd document" if local(element) in {"altChunk", "subDoc"} else "ingevoegd object"
    if kind == "ingevoegd document":
        walk.shared.diagnostics.append(findings.embedded_note(walk.here()))
    else:
        walk.shared.diagnostics.append(findings.image_note(kind, element.get("ProgID", ""), walk.here()))
    return False


def _start_math(walk: PartWalk, element: etree._Element) -> bool:
    """Keep a formula readable on one line: a half is 1/2 and not 12."""
    name = local(element)
    if name in {"sup", "sub"}:
        look = walk.runs[-1]
        raised = Style.SUPERSCRIPT if name == "sup" else Style.SUBSCRIPT
        walk.runs.append(RunLook(look.style | raised, look.struck))
    else:
        walk.add(_MATH_MARKS[name], computed=True)
    return False


def _end_math(walk: PartWalk, element: etree._Element) -> None:
    name = local(element)
    if name in {"sup", "sub"}:
        walk.runs.pop()
    else:
        walk.add(")", computed=True)


STARTS: dict[str, Start] = {
    f"{MC}Choice": _start_form,
    f"{MC}Fallback": _start_form,
    f"{W}txbxContent": _start_box,
    f"{A}t": _drawing_text,
    f"{WP}docPr": _description,
    f"{_PIC}pic": _picture,
    f"{_CHART}chart": _picture,
    f"{_DIAGRAM}relIds": _picture,
    f"{V}imagedata": _picture,
    f"{V}textpath": _word_art,
    f"{_OFFICE}OLEObject": _embedded,
    f"{W}altChunk": _embedded,
    f"{W}subDoc": _embedded,
    **{f"{M}{name}": _start_math for name in ("sup", "sub", "den", "rad", "d")},
}
ENDS: dict[str, End] = {
    f"{MC}Choice": _end_form,
    f"{MC}Fallback": _end_form,
    f"{W}txbxContent": _end_box,
    **{f"{M}{name}": _end_math for name in ("sup", "sub", "d")},
}
