"""What happens at content controls: prompts, tables of contents, and values bound to a control from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.opc.markup import TEXT_TAGS, W, is_on
from brief.word.reading import findings
from brief.word.reading.model import Source

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_BINDINGS = (f"{W}dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
_CHECK_BOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_OWN_FORM = (f"{W}date", f"{W}picture", f"{W}docPartObj", f"{W}richText", _CHECK_BOX)
"""Kinds of control that show their value in a form of their own."""


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
    if value is not None:
        walk.asides.append((Source.OUTDATED, ""))
        walk.note_bound(value)
    return False


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
    if value is None or value.lstrip().startswith("<"):
        return None
    value = _shown(properties, value)
    stored = "".join(each.text or "" for each in content.iter(*TEXT_TAGS))
    if value.split() == stored.split() or (not value.strip() and is_on(properties.find(f"{W}showingPlcHdr"))):
        return None
    own_form = any(properties.find(name) is not None for name in _OWN_FORM)
    if own_form and _is_same(properties, value):
        return None
    kept = own_form or not value.strip()
    note = findings.stale_note if kept else findings.outdated_note
    walk.shared.diagnostics.append(note(value, stored, walk.here()))
    return None if kept else value


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


def _is_same(properties: etree._Element, value: str) -> bool:
    """Tell whether a control that shows its value in a form of its own has that value."""
    date, box = properties.find(f"{W}date"), properties.find(_CHECK_BOX)
    if date is not None:
        return str(date.get(f"{W}fullDate", ""))[:10] == value[:10]
    if box is not None:
        checked = next((str(each) for child in box for each in child.attrib.values()), "0")
        return (value.lower() in {"1", "true"}) == (checked in {"1", "true"})
    return True


STARTS: dict[str, Start] = {f"{W}sdt": _start_control}
ENDS: dict[str, End] = {f"{W}sdt": _end_control}
