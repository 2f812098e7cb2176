"""What happens at the elements of running text: runs, text, special characters, fields, links and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.text.model import NoteMark
from brief.word.opc.markup import TEXT_TAGS, XML_SPACE, M, R, W, is_on, local, number_of
from brief.word.reading import findings
from brief.word.reading.model import Source
from brief.word.reading.state import OpenField, RunLook
from brief.word.reading.styles import style_of
from brief.word.reading.symbols import symbol

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_FETCHING = re.compile(r"^\s*(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|IMPORT|LINK|RD)\b", re.IGNORECASE)
# `SYMBOL 179 \\f "Symbol"`: a field that holds its character as a number, decimal or as 0xB3
_SYMBOL_FIELD = re.compile(r"^\s*SYMBOL\s+(\d{1,5}|0x[0-9a-f]{1,4})\b", re.IGNORECASE)
_SYMBOL_FONT = re.compile(r'\\f\s+"?([^"\\]+?)"?\s*(?:\\|$)', re.IGNORECASE)
_COMPUTING = re.compile(r"^\s*(?:EQ|LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT)\b", re.IGNORECASE)
"""Fields of which Word shows what it computes, without keeping that in the file."""
_PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Characters of a symbol font, as Word keeps them in ordinary text."""
_BULLETS = "\uf0b7\uf0a7\uf0d8"
"""Those that people type or paste as a bullet; they are recognised as one whatever their font."""
_LINE_WHITE = str.maketrans({"\n": " ", "\r": " ", "\t": " "})
_PLAIN = RunLook()
_HIDDEN = RunLook(hidden=True)


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
    hidden = bool(walk.open) and walk.open[-1].hidden
    plain = _HIDDEN if hidden else _PLAIN
    look = plain if properties is None else _run_look(walk, properties, hidden=hidden)
    walk.runs.append(look)
    if look.hidden:
        walk.asides.append((Source.HIDDEN, ""))
    return False


def _run_look(walk: PartWalk, properties: etree._Element, *, hidden: bool) -> RunLook:
    said: dict[str, bool | str | None] = {"vanish": hidden}
    for child in properties:
        name = local(child)
        if name in {"b", "i", "strike", "dstrike", "vanish"}:
            said[name] = is_on(child)
        elif name == "vertAlign":
            said[name] = child.get(f"{W}val")
        elif name == "rStyle":
            look = walk.shared.styles.look(child.get(f"{W}val", ""))
            inherited = {"b": look.bold, "i": look.italic, "vertAlign": look.vertical}
            said = {**inherited, **said, "vanish": hidden or look.hidden}
    vertical = said.get("vertAlign")
    style = style_of(bool(said.get("b")), bool(said.get("i")), vertical if isinstance(vertical, str) else None)
    off = style_of(said.get("b") is False, said.get("i") is False, None)
    return RunLook(style, bool(said.get("strike") or said.get("dstrike")), bool(said.get("vanish")), off)


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
    if _PRIVATE.search(text):
        _private(walk, element, text)
    else:
        walk.add(text.translate(_LINE_WHITE))
    return False


def _private(walk: PartWalk, element: etree._Element, text: str) -> None:
    """Add text with characters of a symbol font as what they show; one that is not known stays, and is reported."""
    run = element.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    font = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "" if fonts is not None else ""
    for char in text:
        if not _PRIVATE.match(char):
            walk.add(char.translate(_LINE_WHITE))
            continue
        shown = symbol(font, f"{ord(char):X}")
        if shown is None and char in _BULLETS:
            walk.add(char)
        elif shown is None:
            walk.shared.diagnostics.append(findings.symbol_note(font, f"{ord(char):X}", walk.here()))
            walk.add(char)
        else:
            walk.doubled.append(char)
            walk.add(shown, computed=True)


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
    _add_symbol(walk, element.get(f"{W}font", ""), element.get(f"{W}char", ""))
    return False


def _add_symbol(walk: PartWalk, font: str, code: str) -> None:
    char = symbol(font, code)
    if char is None:
        walk.shared.diagnostics.append(findings.symbol_note(font, code, walk.here()))
    walk.add(char or "\ufffd", computed=True)


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
        if element not in walk.unfinished:
            walk.fields.append(OpenField.within(walk.fields[-1] if walk.fields else None))
            _choice(walk, element)
    elif walk.fields and kind == "separate":
        walk.fields[-1].shown()
        _report_fetching(walk, walk.fields[-1].instruction)
    elif walk.fields and kind == "end":
        _without_result(walk, walk.fields.pop())
    return True


def _choice(walk: PartWalk, element: etree._Element) -> None:
    """Remember what a drop-down list of an old form shows: the list entry that was chosen, or else the first."""
    options = element.find(f"{W}ffData/{W}ddList")
    if options is None:
        return
    entries = [each.get(f"{W}val", "") for each in options.iterfind(f"{W}listEntry")]
    chosen = next(
        (options.find(f"{W}{name}") for name in ("result", "default") if options.find(f"{W}{name}") is not None), None
    )
    index = number_of(chosen.get(f"{W}val")) if chosen is not None else 0
    walk.fields[-1].chosen = entries[index] if index is not None and 0 <= index < len(entries) else ""


def _without_result(walk: PartWalk, field: OpenField) -> None:
    """Add what Word shows for a field that holds no result: a symbol or a choice; report what cannot be computed."""
    if not field.code or field.unseen_around:
        return
    found = _SYMBOL_FIELD.match(field.instruction)
    if found:
        number = number_of(found[1]) if not found[1].lower().startswith("0x") else int(found[1], 16)
        font = _SYMBOL_FONT.search(field.instruction)
        _add_symbol(walk, font[1] if font else "", f"{number or 0:X}")
    elif field.chosen:
        walk.add(field.chosen, computed=True)
    elif _COMPUTING.match(field.instruction):
        walk.shared.diagnostics.append(findings.no_result_note(field.instruction, walk.here()))


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
