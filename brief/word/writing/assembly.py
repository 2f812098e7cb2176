"""Put the parts of a document together: relations, content types, properties."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.names import APP_RELATION, APP_TYPE, CORE_RELATION, CORE_TYPE, PART_TYPE, TYPES, R
from brief.word.opc.relationships import Relationships
from brief.word.template.parts import as_document_types, relations_name
from brief.word.writing.properties import app_xml, core_xml
from brief.word.writing.settings import SETTINGS_RELATIONS, settle_settings

if TYPE_CHECKING:
    from brief.word.template.parts import Template

_DROPPED = ("docProps/", "docMetadata/", "_rels/")
"""Parts about the making of the template: previews, labels, counts, custom properties."""


class Assembly:
    """The parts of the document in the making, begun from those of its template."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._types = as_document_types(template.parts["[Content_Types].xml"], template.main)
        self.relations = template.relations
        notes = template.role("footnotes")
        self.note_relations = Relationships(None if notes is None else template.parts.get(relations_name(notes)))
        self._new: dict[str, str] = {}
        self.parts = {name: data for name, data in template.parts.items() if not name.startswith(_DROPPED)}

    def known(self, kind: str) -> str | None:
        """Give the name of the template's part of a kind, or None."""
        return self._template.role(kind)

    def name_of(self, kind: str) -> str:
        """Give the name of the document's part of a kind, made known to it when it is new."""
        known = self._template.role(kind) or self._new.get(kind)
        if known is not None:
            return known
        name = self._new[kind] = posixpath.join(posixpath.dirname(self._template.main), f"{kind}.xml")
        self.relations.add(f"{R}/{kind}", f"{kind}.xml")
        self._declare(name, PART_TYPE.format(kind))
        return name

    def add_notes(self, data: bytes) -> None:
        """Put in the part with the footnotes and its relations."""
        name = self.name_of("footnotes")
        self.parts[name] = data
        self.parts.pop(relations_name(name), None)
        if self.note_relations:
            self.parts[relations_name(name)] = self.note_relations.to_bytes()

    def add_settings(self) -> None:
        """Put in the settings, settled for a finished document."""
        name = self.name_of("settings")
        self.parts[name] = settle_settings(self.parts.get(name))
        known = self.parts.pop(relations_name(name), None)
        if known is not None:
            relations = Relationships(known)
            relations.remove(*SETTINGS_RELATIONS)
            if relations:
                self.parts[relations_name(name)] = relations.to_bytes()

    def finish(self, title: str, creator: str) -> dict[str, bytes]:
        """Add properties, relations and content types; gives all parts by name."""
        self.parts["docProps/core.xml"] = core_xml(title, creator)
        self.parts["docProps/app.xml"] = app_xml()
        self._declare("docProps/core.xml", CORE_TYPE)
        self._declare("docProps/app.xml", APP_TYPE)
        self.parts[relations_name(self._template.main)] = self.relations.to_bytes()
        self.parts["_rels/.rels"] = self._package_relations()
        self.parts["[Content_Types].xml"] = self._content_types()
        return self.parts

    def _package_relations(self) -> bytes:
        relations = Relationships()
        relations.add(f"{R}/officeDocument", self._template.main)
        relations.add(CORE_RELATION, "docProps/core.xml")
        relations.add(APP_RELATION, "docProps/app.xml")
        return relations.to_bytes()

    def _declare(self, name: str, kind: str) -> None:
        self._forget(name)
        etree.SubElement(self._types, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind)

    def _forget(self, name: str) -> None:
        for item in list(self._types.iterchildren(f"{{{TYPES}}}Override")):
            if str(item.get("PartName", "")).lower() == f"/{name}".lower():
                self._types.remove(item)

    def _content_types(self) -> bytes:
        present = {f"/{name}".lower() for name in self.parts}
        for item in list(self._types.iterchildren(f"{{{TYPES}}}Override")):
            if str(item.get("PartName", "")).lower() not in present:
                self._types.remove(item)
        return bytes(etree.tostring(self._types, xml_declaration=True, encoding="UTF-8", standalone=True))
