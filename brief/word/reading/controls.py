"""What happens at content controls: prompts, tables of contents, and values bound to a control from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.opc.container import Refused
from brief.word.opc.dates import as_shown
from brief.word.opc.markup import MC, TEXT_TAGS, W, is_on, parse_part
from brief.word.reading import findings
from brief.word.reading.model import Source

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_BINDINGS = (f"{W}dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
_CHECK_BOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_CHECK_VALUE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"
_OWN_FORM = (f"{W}date", f"{W}picture", f"{W}docPartObj", f"{W}richText", _CHECK_BOX)
"""Kinds of control that show their value in a form of their own."""
_SHOWING = (
    *TEXT_TAGS,
    *(f"{W}{name}" for name in ("drawing", "pict", "object", "sym", "fldChar", "fldSimple", "tab", "sdt")),
    *(f"{W}{name}" for name in ("footnoteReference", "endnoteReference", "noBreakHyphen", "br", "ruby")),
    f"{MC}AlternateContent",
)
"""What a control may hold that shows something."""


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
    value = None if walk.asides else _other_value(walk, element)
    walk.gone.append(value is not None)
    if value is None:
        _report_empty(walk, element)
        _report_box(walk, element)
    else:
        walk.asides.append((Source.OUTDATED, ""))
        walk.note_bound(value)
    return False


def _report_empty(walk: PartWalk, element: etree._Element) -> None:
    """Report a control within a text that shows nothing at all; Word itself always puts a prompt in one."""
    content = element.find(f"{W}sdtContent")
    if walk.asides or not walk.open or content is None or next(content.iter(*_SHOWING), None) is not None:
        return
    date = element.find(f"{W}sdtPr/{W}date")
    value = "" if date is None else str(date.get(f"{W}fullDate", ""))[:10]
    walk.shared.diagnostics.append(findings.empty_control_note(value, walk.here()))


def _report_box(walk: PartWalk, element: etree._Element) -> None:
    """Report a check box that shows another mark than that of its state."""
    box, content = element.find(f"{W}sdtPr/{_CHECK_BOX}"), element.find(f"{W}sdtContent")
    if box is None or content is None or walk.asides:
        return
    said = {str(child.tag).rpartition("}")[2]: str(child.get(_CHECK_VALUE, "")) for child in box}
    marks = [_mark_of(said.get(name, ""), usual) for name, usual in (("uncheckedState", "☐"), ("checkedState", "☒"))]
    is_ticked = said.get("checked", "0") in {"1", "true"}
    shown = "".join(each.text or "" for each in content.iter(*TEXT_TAGS)).strip()
    if shown == marks[not is_ticked] and shown != marks[is_ticked]:
        walk.shared.diagnostics.append(findings.stale_note(marks[is_ticked], shown, walk.here()))


def _mark_of(code: str, otherwise: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return otherwise


def _end_control(walk: PartWalk, element: etree._Element) -> None:
    contents, prompt = _control_kind(element)
    walk.contents -= contents
    walk.past_contents = walk.past_contents and walk.contents > 0
    walk.prompts -= prompt
    walk.bound = None
    if walk.gone.pop():
        walk.asides.pop()


def _other_value(walk: PartWalk, element: etree._Element) -> str | None:
    """Give the value that Word shows instead of the text in a bound control; None when the text is what it shows."""
    properties, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
    binding = _binding(properties)
    if properties is None or content is None or binding is None:
        return None
    value = walk.shared.values.bound(binding)
    stored = "".join(each.text or "" for each in content.iter(*TEXT_TAGS))
    if value is None:
        if walk.shared.values.is_beyond(binding):
            walk.shared.diagnostics.append(findings.followed_note(stored, walk.here()))
        return None
    if value.lstrip().startswith("<"):
        _compare_document(walk, value, stored)
        return None
    value = _shown(properties, value)
    if value.split() == stored.split() or (not value.strip() and is_on(properties.find(f"{W}showingPlcHdr"))):
        return None
    own_form = any(properties.find(name) is not None for name in _OWN_FORM)
    if own_form and _is_same(properties, value):
        return None
    formed = _in_its_form(properties, value)
    kept = (own_form and formed is None) or not value.strip()
    value = value if formed is None else formed
    note = findings.stale_note if kept else findings.outdated_note
    walk.shared.diagnostics.append(note(value, stored, walk.here()))
    return None if kept else value


def _compare_document(walk: PartWalk, value: str, stored: str) -> None:
    """Report a control with text in several looks, of which the value is a whole document, that shows another text."""
    try:
        root = parse_part(value.encode("utf-8", "replace"), walk.shared.file, walk.part)
    except Refused:
        words = value
    else:
        body = next(root.iter(f"{W}body"), root)
        words = " ".join(
            "".join(each.text or "" for each in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p")
        )
    if "".join(words.split()) != "".join(stored.split()):
        walk.shared.diagnostics.append(findings.stale_note(words, stored, walk.here()))


def _binding(properties: etree._Element | None) -> etree._Element | None:
    if properties is None:
        return None
    return next((found for name in _BINDINGS if (found := properties.find(name)) is not None), None)


def _shown(properties: etree._Element, value: str) -> str:
    """Give what a list to choose from shows for a value."""
    for name in ("dropDownList", "comboBox"):
        for item in properties.iterfind(f"{W}{name}/{W}listItem"):
            if item.get(f"{W}value") == value:
                return str(item.get(f"{W}displayText") or value)
    return value


def _in_its_form(properties: etree._Element, value: str) -> str | None:
    """Give a value as a date or check box shows it; None for other controls, and where its form is not known."""
    date, box = properties.find(f"{W}date"), properties.find(_CHECK_BOX)
    if date is not None:
        return as_shown(date, value)
    if box is None or value.lower() not in {"0", "1", "false", "true"}:
        return None
    ticked = value.lower() in {"1", "true"}
    state = box.find(f"{_CHECK_BOX.partition('}')[0]}}}{'checkedState' if ticked else 'uncheckedState'}")
    return _mark_of("" if state is None else str(state.get(_CHECK_VALUE, "")), "☒" if ticked else "☐")


def _is_same(properties: etree._Element, value: str) -> bool:
    """Tell whether a control that shows its value in a form of its own has that value."""
    date, box = properties.find(f"{W}date"), properties.find(_CHECK_BOX)
    if date is not None:
        return str(date.get(f"{W}fullDate", ""))[:10] == value[:10]
    if box is not None:
        checked = next((str(each) for child in box for each in child.attrib.values()), "0")
        return (value.lower() in {"1", "true"}) == (checked in {"1", "true"})
    return properties.find(f"{W}richText") is None


STARTS: dict[str, Start] = {f"{W}sdt": _start_control}
ENDS: dict[str, End] = {f"{W}sdt": _end_control}
