"""What happens at the elements of running text: runs, text, special characters, fields, links and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.text.model import NoteMark
from brief.word.reading import findings
from brief.word.reading.markup import TEXT_TAGS, XML_SPACE, M, R, W, is_on, local
from brief.word.reading.model import Source
from brief.word.reading.state import OpenField, RunLook
from brief.word.reading.styles import style_of
from brief.word.reading.symbols import symbol

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_FETCHING = re.compile(r"^\s*(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|IMPORT|LINK|RD)\b", re.IGNORECASE)
_LINE_WHITE = str.maketrans({"\n": " ", "\r": " ", "\t": " "})
_PLAIN = RunLook()


def _properties(walk: PartWalk, element: etree._Element) -> bool:
    """Pass properties by; text in them, which Word does not show and a sound file does not have, is kept as stray."""
    text = "".join(each.text or "" for each in element.iter(*TEXT_TAGS))
    if text:
        walk.stray(text)
    return True


def _start_paragraph(walk: PartWalk, element: etree._Element) -> bool:
    walk.begin_paragraph(element)
    return False


def _end_paragraph(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.end_paragraph()


def _start_run(walk: PartWalk, element: etree._Element) -> bool:
    properties = element.find(f"{W}rPr")
    look = _PLAIN if properties is None else _run_look(walk, properties)
    walk.runs.append(look)
    if look.hidden:
        walk.asides.append((Source.HIDDEN, ""))
    return False


def _run_look(walk: PartWalk, properties: etree._Element) -> RunLook:
    said: dict[str, bool | str | None] = {}
    for child in properties:
        name = local(child)
        if name in {"b", "i", "strike", "dstrike", "vanish"}:
            said[name] = is_on(child)
        elif name == "vertAlign":
            said[name] = child.get(f"{W}val")
        elif name == "rStyle":
            look = walk.shared.styles.look(child.get(f"{W}val", ""))
            inherited = {"b": look.bold, "i": look.italic, "vanish": look.hidden, "vertAlign": look.vertical}
            said = {**inherited, **said}
    vertical = said.get("vertAlign")
    style = style_of(bool(said.get("b")), bool(said.get("i")), vertical if isinstance(vertical, str) else None)
    return RunLook(style, bool(said.get("strike") or said.get("dstrike")), bool(said.get("vanish")))


def _end_run(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    if walk.runs.pop().hidden:
        walk.asides.pop()


def _start_math_run(walk: PartWalk, element: etree._Element) -> bool:  # noqa: ARG001
    walk.runs.append(walk.runs[-1])
    return False


def _end_math_run(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.runs.pop()


def _text(walk: PartWalk, element: etree._Element) -> bool:
    """Add the text of a run; without `xml:space` Word ignores the white space at its ends."""
    text = element.text or ""
    if element.get(XML_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    walk.add(text.translate(_LINE_WHITE))
    return False


def _tab(walk: PartWalk, element: etree._Element) -> bool:  # noqa: ARG001
    walk.add("\t")
    return False


def _break(walk: PartWalk, element: etree._Element) -> bool:
    if element.get(f"{W}type") in {"page", "column"}:
        if walk.open:
            walk.open[-1].page_break = True
        walk.add(" ")
    else:
        walk.add("\n")
    return False


def _hyphen(walk: PartWalk, element: etree._Element) -> bool:
    walk.add("\u2011" if local(element) == "noBreakHyphen" else "\u00ad", computed=True)
    return False


def _symbol(walk: PartWalk, element: etree._Element) -> bool:
    font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
    char = symbol(font, code)
    if char is None:
        walk.shared.diagnostics.append(findings.symbol_note(font, code, walk.here()))
    walk.add(char or "\ufffd", computed=True)
    return False


def _note_reference(walk: PartWalk, element: etree._Element) -> bool:
    kind = "voetnoot" if local(element) == "footnoteReference" else "eindnoot"
    if walk.open and not walk.asides:
        walk.open[-1].pieces.append(NoteMark(f"{kind}-{element.get(f'{W}id', '')}"))
    return False


def _start_note(walk: PartWalk, element: etree._Element) -> bool:
    source = Source.FOOTNOTE if local(element) == "footnote" else Source.ENDNOTE
    walk.sources.append((source, f"{source.value}-{element.get(f'{W}id', '')}"))
    return False


def _start_comment(walk: PartWalk, element: etree._Element) -> bool:
    walk.sources.append((Source.COMMENT, findings.who(element)))
    return False


def _end_source(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.flush_carry()
    walk.sources.pop()


def _field_char(walk: PartWalk, element: etree._Element) -> bool:
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        walk.fields.append(OpenField())
    elif walk.fields and kind == "separate":
        walk.fields[-1].shown()
        _report_fetching(walk, walk.fields[-1].instruction)
    elif walk.fields and kind == "end":
        walk.fields.pop()
    return True


def _instruction(walk: PartWalk, element: etree._Element) -> bool:
    if walk.fields and walk.fields[-1].code:
        walk.fields[-1].instruction += element.text or ""
    return False


def _start_simple_field(walk: PartWalk, element: etree._Element) -> bool:
    begun = OpenField(instruction=element.get(f"{W}instr", ""))
    begun.shown()
    _report_fetching(walk, begun.instruction)
    walk.fields.append(begun)
    return False


def _end_simple_field(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    if walk.fields:
        walk.fields.pop()


def _report_fetching(walk: PartWalk, instruction: str) -> None:
    if _FETCHING.match(instruction):
        walk.shared.diagnostics.append(findings.fetching_note(instruction, walk.here()))


def _start_link(walk: PartWalk, element: etree._Element) -> bool:
    relation = walk.relations.get(element.get(f"{R}id", ""))
    walk.links.append(relation.target if relation is not None and relation.external else None)
    return False


def _end_link(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.links.pop()


def _control_kind(element: etree._Element) -> tuple[bool, bool]:
    """Tell of a content control whether it holds the table of contents, and whether it shows its prompt."""
    properties = element.find(f"{W}sdtPr")
    if properties is None:
        return False, False
    gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
    contents = gallery is not None and gallery.get(f"{W}val") == "Table of Contents"
    return contents, is_on(properties.find(f"{W}showingPlcHdr"))


def _start_control(walk: PartWalk, element: etree._Element) -> bool:
    contents, prompt = _control_kind(element)
    walk.contents += contents
    walk.prompts += prompt
    return False


def _end_control(walk: PartWalk, element: etree._Element) -> None:
    contents, prompt = _control_kind(element)
    walk.contents -= contents
    walk.prompts -= prompt


_PROPERTIES = ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "tblPrEx")
STARTS: dict[str, Start] = {
    f"{W}p": _start_paragraph,
    f"{W}r": _start_run,
    f"{M}r": _start_math_run,
    f"{W}t": _text,
    f"{W}delText": _text,
    f"{M}t": _text,
    f"{W}tab": _tab,
    f"{W}ptab": _tab,
    f"{W}br": _break,
    f"{W}cr": _break,
    f"{W}noBreakHyphen": _hyphen,
    f"{W}softHyphen": _hyphen,
    f"{W}sym": _symbol,
    f"{W}footnoteReference": _note_reference,
    f"{W}endnoteReference": _note_reference,
    f"{W}footnote": _start_note,
    f"{W}endnote": _start_note,
    f"{W}comment": _start_comment,
    f"{W}fldChar": _field_char,
    f"{W}instrText": _instruction,
    f"{W}fldSimple": _start_simple_field,
    f"{W}hyperlink": _start_link,
    f"{W}sdt": _start_control,
    **{f"{W}{name}": _properties for name in _PROPERTIES},
}
ENDS: dict[str, End] = {
    f"{W}p": _end_paragraph,
    f"{W}r": _end_run,
    f"{M}r": _end_math_run,
    f"{W}footnote": _end_source,
    f"{W}endnote": _end_source,
    f"{W}comment": _end_source,
    f"{W}fldSimple": _end_simple_field,
    f"{W}hyperlink": _end_link,
    f"{W}sdt": _end_control,
}
