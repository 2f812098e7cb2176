"""The controls of a template: which text they show, and what Word would show in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from brief.diagnostics import Diagnostic, Severity
from brief.word.opc.markup import local
from brief.word.opc.names import w
from brief.word.opc.values import bound_place, is_plain
from brief.word.template.parts import find_part
from brief.word.template.scan import first_tag, paragraph_places
from brief.word.template.soundness import relations_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.word.template.parts import Template

_ITEM_ID = re.compile(rb"itemID\s*=\s*[\"']([^\"']+)")
_ONE_LINE = (w("text"), w("date"), w("comboBox"), w("dropDownList"))
"""Kinds of control that hold one line; Word refuses a file in which one holds paragraphs."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def unbind(template: Template) -> None:
    """Let controls show what stands in them, where their data does not go along or is a tag.

    A control with a tag would show the tag for ever; one that shows a property of the file would show that of another.
    """
    stores = _stores(template)
    used: set[str] = set()
    for tree in template.trees.values():
        for binding, control in list(_bindings(tree)):
            store = _of(binding, "storeItemID").lower()
            if "{{" in _shown(control) or "{%" in _shown(control) or store not in stores:
                holder = binding.getparent()
                assert holder is not None
                holder.remove(binding)
            else:
                used.add(store)
        _end_placeholders(tree)
        _end_kinds(tree)
    for store, (identifier, data) in stores.items():
        if store not in used and (b"{{" in data or b"{%" in data):
            template.relations.drop(identifier)


def check_controls(template: Template) -> Iterator[Diagnostic]:
    """Report controls that still show their example, and those in which Word shows another text than stands there."""
    roots = {name: root for name, store in _stores(template).items() if (root := _root(store)) is not None}
    for part, tree in template.trees.items():
        where = paragraph_places(tree, template.file, part)
        bindings = list(_bindings(tree))
        bound = {control for _, control in bindings}
        for mark in tree.iter(w("showingPlcHdr")):
            control = _control_of(mark)
            if control is not None and control not in bound and (text := _shown(control)):
                message = f"een besturingselement toont nog zijn voorbeeldtekst: {text[:60]!r}"
                hint = "typ in Word de tekst die er moet staan, of verwijder het besturingselement"
                yield Diagnostic("BR330", Severity.WAARSCHUWING, message, where(control), hint=hint)
        for binding, control in bindings:
            root = roots.get(_of(binding, "storeItemID").lower())
            if root is not None and (told := _other_text(binding, control, root)):
                yield Diagnostic("BR321", Severity.WAARSCHUWING, told[0], where(control), hint=told[1])


def _other_text(binding: etree._Element, control: etree._Element, root: etree._Element) -> tuple[str, str] | None:
    """Say what is wrong with a bound control, and the hint, when Word shows another text in it, or nobody can tell."""
    shown = _shown(control)
    if not is_plain(binding):
        message = f"of Word hier {shown[:40]!r} toont, is niet te zeggen: het besturingselement is bijzonder gekoppeld"
        return message, "verwijder in Word het besturingselement, en typ de tekst gewoon"
    value = _value(binding, root)
    if value is None or value == shown or first_tag(value):
        return None
    message = f"hier staat {shown[:40]!r}, en Word toont {value[:40]!r}: dat staat in zijn gegevens"
    return message, "typ in Word de goede tekst in het besturingselement en bewaar het sjabloon opnieuw"


def _bindings(tree: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Give each binding of a control with the control."""
    for binding in tree.iter():
        if local(binding) == "dataBinding" and (control := _control_of(binding)) is not None:
            yield binding, control


def _control_of(mark: etree._Element) -> etree._Element | None:
    properties = mark.getparent()
    return None if properties is None else properties.getparent()


def _of(binding: etree._Element, name: str) -> str:
    return next((str(value) for key, value in binding.attrib.items() if str(key).endswith(f"}}{name}")), "")


def _shown(control: etree._Element) -> str:
    return " ".join("".join(piece.text or "" for piece in control.iter(w("t"))).split())


def _root(store: tuple[str, bytes]) -> etree._Element | None:
    try:
        return etree.fromstring(store[1], _PARSER)
    except etree.XMLSyntaxError:
        return None


def _value(binding: etree._Element, root: etree._Element) -> str | None:
    """Give the text in the data that a control is bound to; None where that cannot be told."""
    found = bound_place(root, binding)
    if found is None or (not isinstance(found, str) and len(found)):
        return None
    return " ".join((found if isinstance(found, str) else found.text or "").split())


def _end_placeholders(tree: etree._Element) -> None:
    """Make text of a tag that stands in a control as its placeholder."""
    for mark in list(tree.iter(w("showingPlcHdr"))):
        control, holder = _control_of(mark), mark.getparent()
        if control is not None and holder is not None and "{" in _shown(control):
            holder.remove(mark)


def _end_kinds(tree: etree._Element) -> None:
    """Make a control of one line around the place of a text one that may hold it, and take the day out of a date."""
    for kind in list(tree.iter(*_ONE_LINE)):
        control, holder = _control_of(kind), kind.getparent()
        if control is None or holder is None or holder.tag != w("sdtPr") or "{" not in _shown(control):
            continue
        if control.find(f"{w('sdtContent')}/{w('p')}") is not None:
            holder.remove(kind)
        if kind.get(w("fullDate")) is not None:
            del kind.attrib[w("fullDate")]


def _stores(template: Template) -> dict[str, tuple[str, bytes]]:
    """Give the data that controls can be bound to: by its id, the relation of the main part and the XML."""
    found: dict[str, tuple[str, bytes]] = {}
    for identifier, kind, target, external in template.relations.all():
        name = None if external or not kind.endswith("/customXml") else template.resolve(target)
        if name is None:
            continue
        for _, about, other, _ in relations_of(template, name).all():
            path = find_part(template.parts, name, other) if about.endswith("/customXmlProps") else None
            for key in _ITEM_ID.findall(b"" if path is None else template.parts[path]):
                found[key.decode("utf-8", "replace").lower()] = (identifier, template.parts[name])
    return found
