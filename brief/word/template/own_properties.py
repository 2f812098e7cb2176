"""A template's own properties (`docProps/custom.xml`) that its fields show, and only those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.markup import parse_part
from brief.word.opc.names import CUSTOM_RELATION
from brief.word.opc.relationships import Relationships
from brief.word.template.fields import fields_of
from brief.word.template.parts import find_part

if TYPE_CHECKING:
    from brief.word.template.parts import Template


def own_properties(template: Template) -> dict[str, etree._Element]:
    """Give the properties that people gave a template, by name in lower case."""
    package = Relationships(template.parts.get("_rels/.rels"))
    for target in package.targets(CUSTOM_RELATION):
        name = find_part(template.parts, "", target)
        if name is not None:
            root = parse_part(template.parts[name], template.file, name)
            return {str(each.get("name", "")).lower(): each for each in root}
    return {}


def shown_properties(template: Template) -> bytes | None:
    """Give the part with the properties that the template's fields show, None when they show none."""
    known = own_properties(template)
    shown = [
        name
        for tree in template.trees.values()
        for each in fields_of(tree)
        for name in [each.arguments[1].lower() if len(each.arguments) > 1 else ""]
        if each.word == "DOCPROPERTY" and name in known
    ]
    if not shown:
        return None
    root = known[shown[0]].getparent()
    assert root is not None
    for name, element in known.items():
        if name not in shown:
            root.remove(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
