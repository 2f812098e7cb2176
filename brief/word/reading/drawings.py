"""What happens at drawings: text boxes, pictures, charts, ink, WordArt and embedded files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text.model import Run
from brief.word.opc.markup import MC, TEXT_TAGS, WP, A, V, W, local
from brief.word.opc.symbols import symbol
from brief.word.reading import findings
from brief.word.reading.model import Source, WordBlock

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CHART_NEW = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_KINDS = {
    "imagedata": "afbeelding",
    "pic": "afbeelding",
    "chart": "grafiek",
    "relIds": "SmartArt-schema",
    "contentPart": "handgeschreven inkt",
    "control": "besturingselement (ActiveX)",
    "graphicData": "ingevoegd beeld",
}
_KNOWN_SPACES = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)
"""Where the names of what Word itself knows begin; of anything else it shows the other form."""
_SYMBOLS = tuple(f"{{http://schemas.microsoft.com/office/word/{year}/wordml/symex}}symEx" for year in (2015, 2016))
_READ_GRAPHICS = ("wordprocessing", "/chart", "/picture", "/diagram", "lockedCanvas", "/compatibility", "/slicer")


def _plain_text(element: etree._Element) -> str:
    found = (_shown_text(each) for each in element.iter(*TEXT_TAGS, *_SYMBOLS))
    return "".join("".join(found).split())


def _shown_text(element: etree._Element) -> str:
    if element.tag in _SYMBOLS:
        code = next((str(value) for name, value in element.attrib.items() if str(name).endswith("}char")), "")
        return symbol("", code) or ""
    return element.text or ""


def _chosen_form(parent: etree._Element) -> etree._Element | None:
    """Choose the form that Word shows: the first that asks for nothing unknown, else the fallback."""
    for each in parent.iterchildren(f"{MC}Choice"):
        spaces = (each.nsmap.get(prefix) or "" for prefix in each.get("Requires", "").split())
        if all(space.startswith(_KNOWN_SPACES) for space in spaces):
            return each
    return parent.find(f"{MC}Fallback")


def _start_form(walk: PartWalk, element: etree._Element) -> bool:
    """Read the form that Word shows of a text that is given in several; pass another by when it says the same."""
    parent = element.getparent()
    first = _chosen_form(parent) if parent is not None and parent.tag == f"{MC}AlternateContent" else element
    text = "" if element is first else _plain_text(element)
    differs = bool(text) and (first is None or text != _plain_text(first))
    walk.second_forms.append(differs)
    if differs:
        walk.asides.append((Source.ALTERNATIVE, ""))
        return False
    walk.doubled.append("".join(each.text or "" for each in element.iter(*TEXT_TAGS)) if element is not first else "")
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


def _drawn(walk: PartWalk, element: etree._Element) -> bool:
    """Report the text of a drawing, which is no text box of Word's; it is not part of the line."""
    text = " ".join("".join(each.text or "" for each in line.iter(f"{A}t")) for line in element.iter(f"{A}p"))
    if text.strip() and not walk.asides and walk.sources[-1][0] not in {Source.HEADER, Source.FOOTER}:
        walk.shared.diagnostics.append(findings.unseen_note("tekst in een tekening", text, walk.here()))
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


def _graphic(walk: PartWalk, element: etree._Element) -> bool:
    """Report a graphic of a kind that is not read, such as a model in three dimensions or a video."""
    kind = element.get("uri", "")
    if kind and not any(known in kind for known in _READ_GRAPHICS):
        _picture(walk, element)
    return False


def _shape(walk: PartWalk, element: etree._Element) -> bool:
    """Report a line or another shape without text, which may strike out what stands under it."""
    parent = element.getparent()
    alone = element.tag == f"{V}line" or (parent is not None and parent.tag == f"{A}graphicData")
    in_text = walk.sources[-1][0] is Source.BODY and not walk.asides
    if alone and in_text and next(element.iter(f"{W}txbxContent"), None) is None:
        walk.shared.diagnostics.append(findings.image_note("lijn of vorm", walk.alt, walk.here()))
        walk.alt = ""
    return False


def _word_art(walk: PartWalk, element: etree._Element) -> bool:
    """Read WordArt, the usual form of a watermark: its text is an attribute."""
    text = element.get("string", "")
    if text.strip():
        walk.computed.append(text)
        if walk.sources[-1][0] not in {Source.HEADER, Source.FOOTER} and not walk.asides:
            walk.shared.diagnostics.append(findings.unseen_note("tekst in WordArt", text, walk.here()))
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


STARTS: dict[str, Start] = {
    f"{MC}Choice": _start_form,
    f"{MC}Fallback": _start_form,
    f"{W}txbxContent": _start_box,
    f"{A}t": _drawing_text,
    f"{A}txBody": _drawn,
    f"{WP}docPr": _description,
    f"{_PIC}pic": _picture,
    f"{_CHART}chart": _picture,
    f"{_DIAGRAM}relIds": _picture,
    f"{_CHART_NEW}chart": _picture,
    **{f"{space}contentPart": _picture for space in (W, _W14)},
    f"{W}control": _picture,
    f"{A}graphicData": _graphic,
    f"{V}imagedata": _picture,
    f"{V}line": _shape,
    f"{_SHAPE}wsp": _shape,
    f"{V}textpath": _word_art,
    f"{_OFFICE}OLEObject": _embedded,
    f"{W}altChunk": _embedded,
    f"{W}subDoc": _embedded,
}
ENDS: dict[str, End] = {
    f"{MC}Choice": _end_form,
    f"{MC}Fallback": _end_form,
    f"{W}txbxContent": _end_box,
}
