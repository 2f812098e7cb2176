"""What happens at fields: their code is set aside, and what Word shows for one that stores no result is computed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.word.opc.markup import W, is_on, number_of
from brief.word.reading import findings
from brief.word.reading.model import Source
from brief.word.reading.special import add_symbol
from brief.word.reading.state import PROPERTY_FIELD, OpenField

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_FETCHING = re.compile(r"^\s*(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|IMPORT|LINK|RD)\b", re.IGNORECASE)
# `SYMBOL 179 \\f "Symbol"`: a field that holds its character as a number, decimal or as 0xB3
_SYMBOL_FIELD = re.compile(r"^\s*SYMBOL\s+(\d{1,6}|0x[0-9a-f]{1,5})\b", re.IGNORECASE)
_SYMBOL_FONT = re.compile(r'\\f\s+"?([^"\\]+?)"?\s*(?:\\|$)', re.IGNORECASE)
# `MACROBUTTON Naam klik hier`: Word shows the words after the name
_BUTTON = re.compile(r'^\s*(?:MACROBUTTON|GOTOBUTTON)\s+(?:"[^"]*"|\S+)\s+(\S.*?)\s*$', re.IGNORECASE | re.DOTALL)
_SHOWS_NOTHING = re.compile(
    r"^\s*(?:$|XE|TC|TA|RD|SET|ASK|ADVANCE|PRIVATE|NEXT|NEXTIF|SKIPIF|TOC|TOA|INDEX|HYPERLINK|INCLUDEPICTURE|EMBED"
    r"|SHAPE|ADDIN|SEQ\b[^\n]*\\h|CONTROL|MACROBUTTON|GOTOBUTTON|INCLUDETEXT|DDE|DDEAUTO|IMPORT|LINK)(?:\s|\\|$)",
    re.IGNORECASE,
)
"""Fields that show nothing, no words, or what is said elsewhere; any other without a result is reported."""
_RESULT_UNSEEN = re.compile(r"^\s*(?:SET|ASK)(?:\s|\\|$)", re.IGNORECASE)
"""Fields of which Word keeps the result under a bookmark, and shows it only where that is named."""
_OF_THE_PAGE = re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME)(?:\s|\\|$)", re.IGNORECASE)
"""Fields that belong in the header or footer of a page, where they are no part of the text."""
_FORM_FIELD = re.compile(r"^\s*(?:FORMTEXT|FORMDROPDOWN)(?:\s|\\|$)", re.IGNORECASE)
_TODAY = re.compile(r"^\s*(?:DATE|TIME)(?:\s|\\|$)", re.IGNORECASE)
_EQUATION = re.compile(r"^\s*EQ(?:\s|\\|$)", re.IGNORECASE)
"""A formula by its code; what is kept beside it is at most its letters, on one line."""
_EDGES = {Source.HEADER, Source.FOOTER}
_YES = {"1", "true", "on"}


def _field_char(walk: PartWalk, element: etree._Element) -> bool:
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        if element in walk.unfinished:
            walk.shared.diagnostics.append(findings.unfinished_note(walk.here()))
        else:
            walk.fields.append(OpenField.within(walk.fields[-1] if walk.fields else None, walk.count))
            walk.fields[-1].chosen = _choice(element) or _check_box(element)
            walk.fields[-1].stale = element.get(f"{W}dirty") in _YES
    elif walk.fields and kind == "separate":
        if not _RESULT_UNSEEN.match(walk.fields[-1].instruction):
            walk.fields[-1].shown()
        _report_fetching(walk, walk.fields[-1].instruction)
    elif walk.fields and kind == "end":
        _end_field(walk)
    return True


def _choice(element: etree._Element) -> str:
    """Give what a drop-down list of an old form shows: the list entry that was chosen, or else the first."""
    options = element.find(f"{W}ffData/{W}ddList")
    if options is None:
        return ""
    entries = [each.get(f"{W}val", "") for each in options.iterfind(f"{W}listEntry")]
    chosen = next(
        (options.find(f"{W}{name}") for name in ("result", "default") if options.find(f"{W}{name}") is not None), None
    )
    index = number_of(chosen.get(f"{W}val")) if chosen is not None else 0
    return entries[index] if index is not None and 0 <= index < len(entries) else ""


def _check_box(element: etree._Element) -> str:
    """Give what a check box of an old form shows."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    checked = box.find(f"{W}checked")
    return "☒" if is_on(checked if checked is not None else box.find(f"{W}default")) else "☐"


def _end_field(walk: PartWalk) -> None:
    field = walk.fields.pop()
    if field.code_around is None:
        if not field.filled and not walk.asides:
            _without_result(walk, field)
        elif field.result is not None:
            _look_at_result(walk, field, "".join(field.result))
        if walk.fields:
            around = walk.fields[-1]
            around.filled |= field.filled
            if around.result is not None and around.result is not field.result:
                around.result += field.result or []


def _look_at_result(walk: PartWalk, field: OpenField, shown: str) -> None:
    """Report a result that is not what Word shows, or that nobody filled in."""
    report = walk.shared.diagnostics.append
    if PROPERTY_FIELD.match(field.instruction):
        _compare_property(walk, field)
    elif _FORM_FIELD.match(field.instruction) and not shown.strip():
        report(findings.empty_control_note("", walk.here()))
    elif _TODAY.match(field.instruction) and walk.sources[-1][0] not in _EDGES:
        report(findings.today_note(field.instruction.split()[0].upper(), shown, walk.here()))
    elif _EQUATION.match(field.instruction):
        report(findings.formula_note(shown, walk.here()))
    elif field.instruction.strip().upper().startswith("MERGEFIELD") and shown.strip().startswith("«"):
        report(findings.prompt_note(shown, walk.here()))
    elif field.stale and not field.is_contents and walk.sources[-1][0] not in _EDGES:
        report(findings.renewed_note(field.instruction, shown, walk.here()))


def _without_result(walk: PartWalk, field: OpenField) -> None:
    """Add what Word shows for a field that holds no result; report what cannot be computed."""
    symbol, button = _SYMBOL_FIELD.match(field.instruction), _BUTTON.match(field.instruction)
    if symbol:
        number = number_of(symbol[1]) if not symbol[1].lower().startswith("0x") else int(symbol[1], 16)
        font = _SYMBOL_FONT.search(field.instruction)
        add_symbol(walk, font[1] if font else "", f"{number or 0:X}")
    elif field.chosen:
        walk.add(field.chosen, computed=True)
    elif button:
        walk.add(" ".join(button[1].split()), computed=True)
    elif _FORM_FIELD.match(field.instruction):
        walk.shared.diagnostics.append(findings.empty_control_note("", walk.here()))
    elif _SHOWS_NOTHING.match(field.instruction):
        if field.code:
            _report_fetching(walk, field.instruction)
    elif not (_OF_THE_PAGE.match(field.instruction) and walk.sources[-1][0] in _EDGES):
        value = _property(walk, field)
        if value:
            walk.add(value, computed=True)
        else:
            walk.shared.diagnostics.append(findings.no_result_note(field.instruction, walk.here()))


def _property(walk: PartWalk, field: OpenField) -> str | None:
    found = PROPERTY_FIELD.match(field.instruction)
    return walk.shared.values.property(found[1] or found[2]) if found else None


def _compare_property(walk: PartWalk, field: OpenField) -> None:
    """Report a field that shows another value than the property it is of, unless it shows that in a form of its own."""
    found = PROPERTY_FIELD.match(field.instruction)
    value, shown = _property(walk, field), "".join(field.result or ())
    if found and not found[4] and value is not None and value.split() != shown.split():
        walk.shared.diagnostics.append(findings.stale_note(value, shown, walk.here()))


def _instruction(walk: PartWalk, element: etree._Element) -> bool:
    if walk.fields and walk.fields[-1].code:
        walk.fields[-1].instruction += element.text or ""
    return False


def _start_simple_field(walk: PartWalk, element: etree._Element) -> bool:
    begun = OpenField.within(walk.fields[-1] if walk.fields else None, walk.count)
    begun.instruction = element.get(f"{W}instr", "")
    begun.stale = element.get(f"{W}dirty") in _YES
    if not _RESULT_UNSEEN.match(begun.instruction):
        begun.shown()
    _report_fetching(walk, begun.instruction)
    walk.fields.append(begun)
    return False


def _end_simple_field(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    if walk.fields:
        _end_field(walk)


def _report_fetching(walk: PartWalk, instruction: str) -> None:
    if _FETCHING.match(instruction):
        walk.shared.diagnostics.append(findings.fetching_note(instruction, walk.here()))


STARTS: dict[str, Start] = {
    f"{W}fldChar": _field_char,
    f"{W}instrText": _instruction,
    f"{W}fldSimple": _start_simple_field,
}
ENDS: dict[str, End] = {f"{W}fldSimple": _end_simple_field}
