"""The controls of a template: which text they show, and what Word would show in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from brief.diagnostics import Diagnostic, Severity
from brief.word.opc.markup import local
from brief.word.opc.names import w
from brief.word.template.parts import find_part
from brief.word.template.scan import first_tag, paragraph_places
from brief.word.template.soundness import relations_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.word.template.parts import Template

_ITEM_ID = re.compile(rb"itemID\s*=\s*[\"']([^\"']+)")
_PREFIX = re.compile(r"xmlns:([\w.-]+)=['\"]([^'\"]*)['\"]")
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
    for store, (identifier, data) in stores.items():
        if store not in used and (b"{{" in data or b"{%" in data):
            template.relations.drop(identifier)


def check_controls(template: Template) -> Iterator[Diagnostic]:
    """Report controls that still show their example, and those in which Word shows another text than stands there."""
    stores = _stores(template)
    for part, tree in template.trees.items():
        where = paragraph_places(tree, template.file, part)
        bound = {control for _, control in _bindings(tree)}
        for mark in tree.iter(w("showingPlcHdr")):
            control = _control_of(mark)
            if control is not None and control not in bound and (text := _shown(control)):
                message = f"een besturingselement toont nog zijn voorbeeldtekst: {text[:60]!r}"
                hint = "typ in Word de tekst die er moet staan, of verwijder het besturingselement"
                yield Diagnostic("BR330", Severity.WAARSCHUWING, message, where(control), hint=hint)
        for binding, control in _bindings(tree):
            store = stores.get(_of(binding, "storeItemID").lower())
            value = None if store is None else _value(binding, store[1])
            if value is not None and value != _shown(control) and not first_tag(value):
                message = (
                    f"hier staat {_shown(control)[:40]!r}, en Word toont {value[:40]!r}: dat staat in zijn gegevens"
                )
                hint = "typ in Word de goede tekst in het besturingselement en bewaar het sjabloon opnieuw"
                yield Diagnostic("BR321", Severity.WAARSCHUWING, message, where(control), hint=hint)


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


def _value(binding: etree._Element, data: bytes) -> str | None:
    """Give the text in the data that a control is bound to; None where that cannot be told."""
    try:
        found = etree.fromstring(data, _PARSER).xpath(
            _of(binding, "xpath"), namespaces=dict(_PREFIX.findall(_of(binding, "prefixMappings"))) or None
        )
    except (etree.XPathError, etree.XMLSyntaxError, ValueError):
        return None
    first = found[0] if isinstance(found, list) and found else None
    if isinstance(first, etree._Element):
        return None if len(first) else " ".join((first.text or "").split())
    return " ".join(str(first).split()) if first is not None else None


def _end_placeholders(tree: etree._Element) -> None:
    """Make text of a tag that stands in a control as its placeholder."""
    for mark in list(tree.iter(w("showingPlcHdr"))):
        control, holder = _control_of(mark), mark.getparent()
        if control is not None and holder is not None and "{" in _shown(control):
            holder.remove(mark)


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
