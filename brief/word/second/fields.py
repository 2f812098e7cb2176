"""What a field shows for which the file holds no result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.word.opc.markup import W, is_on, number_of
from brief.word.opc.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from brief.word.opc.values import Values


class Field(Struct):
    """A field that has begun: where, its code so far, whether its result has come, and whether that showed text."""

    begin: etree._Element
    code: str = ""
    in_code: bool = True
    filled: bool = False


def unpaired(marks: list[etree._Element]) -> set[etree._Element]:
    """Find the beginnings that have no end among the marks of one story; they hide nothing."""
    waiting: list[etree._Element] = []
    for mark in marks:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            waiting.append(mark)
        elif kind == "end" and waiting:
            waiting.pop()
    return set(waiting)


def computed(field: Field, values: Callable[[], Values]) -> str:
    """Give what Word computes for a field without a result; empty when that is nothing, or cannot be known here."""
    words = field.code.split(None, 2)
    kind = words[0].upper() if words else ""
    if kind == "SYMBOL" and len(words) > 1 and (char := _symbol(words)) is not None:
        return char
    form = field.begin.find(f"{W}ffData")
    if form is not None and (shown := _of_form(form)):
        return shown
    if kind in {"MACROBUTTON", "GOTOBUTTON"}:
        return _after_name(field.code)
    if kind == "DOCPROPERTY" and len(words) > 1:
        name = field.code.split('"')[1] if '"' in field.code else words[1]
        return values().property(name) or ""
    return ""


def _symbol(words: list[str]) -> str | None:
    digits = words[1].split("\\")[0]
    try:
        number = int(digits, 16) if digits[:2].lower() == "0x" else int(digits)
    except ValueError:
        return None
    font = ""
    rest = words[2] if len(words) > 2 else ""
    low = rest.lower()
    if "\\f" in low:
        after = rest[low.index("\\f") + 2 :].strip()
        font = after[1:].split('"')[0] if after.startswith('"') else after.split("\\")[0].strip()
    return symbol(font, f"{number:X}") or "\ufffd"


def _of_form(form: etree._Element) -> str:
    box, options = form.find(f"{W}checkBox"), form.find(f"{W}ddList")
    if options is not None and len(entries := options.findall(f"{W}listEntry")):
        chosen = options.find(f"{W}result")
        chosen = options.find(f"{W}default") if chosen is None else chosen
        index = 0 if chosen is None else number_of(chosen.get(f"{W}val"))
        return entries[index].get(f"{W}val", "") if index is not None and 0 <= index < len(entries) else ""
    if box is None:
        return ""
    ticked = box.find(f"{W}checked")
    return "☒" if is_on(box.find(f"{W}default") if ticked is None else ticked) else "☐"


def _after_name(code: str) -> str:
    rest = code.split(None, 1)[1].strip() if len(code.split(None, 1)) > 1 else ""
    if rest.startswith('"') and rest.count('"') > 1:
        return rest[1:].split('"', 1)[1].strip()
    return rest.split(None, 1)[1].strip() if len(rest.split(None, 1)) > 1 else ""
