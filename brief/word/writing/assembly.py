"""Put the parts of a document together: relations, content types, properties."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.names import (
    APP_RELATION,
    APP_TYPE,
    CORE_RELATION,
    CORE_TYPE,
    CUSTOM_RELATION,
    CUSTOM_TYPE,
    DOCUMENT_TYPE,
    PART_TYPE,
    TYPES,
    R,
)
from brief.word.opc.relationships import Relationships
from brief.word.template.parts import relations_name
from brief.word.template.soundness import kept_parts
from brief.word.writing.properties import app_xml, core_xml
from brief.word.writing.settings import SETTINGS_RELATIONS, settle_settings

if TYPE_CHECKING:
    from brief.word.template.parts import Template


CUSTOM_PART = "docProps/custom.xml"


class Assembly:
    """The parts of the document in the making, begun from those of its template."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._types = etree.fromstring(template.parts["[Content_Types].xml"])
        self.relations = template.relations
        notes = template.role("footnotes")
        self.note_relations = Relationships(None if notes is None else template.parts.get(relations_name(notes)))
        self._new: dict[str, str] = {}
        self.parts = {"[Content_Types].xml": b""}
        for name in kept_parts(template):
            for each in (name, relations_name(name)):
                if each in template.parts:
                    self.parts[each] = template.parts[each]

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

    def add_properties(self, data: bytes) -> None:
        """Put in the template's own properties that its fields show."""
        self.parts[CUSTOM_PART] = data
        self._declare(CUSTOM_PART, CUSTOM_TYPE)

    def finish(self, title: str, creator: str) -> dict[str, bytes]:
        """Add properties, relations and content types; gives all parts by name."""
        self.parts["docProps/core.xml"] = core_xml(title, creator)
        self.parts["docProps/app.xml"] = app_xml()
        self._declare_main()
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
        if CUSTOM_PART in self.parts:
            relations.add(CUSTOM_RELATION, CUSTOM_PART)
        return relations.to_bytes()

    def _declare(self, name: str, kind: str) -> None:
        self._forget(name)
        etree.SubElement(self._types, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind)

    def _declare_main(self) -> None:
        """Give the main part the type of a document: a template (.dotx) or a .docm without macros has another."""
        for item in self._types.iterchildren(f"{{{TYPES}}}Override"):
            if str(item.get("PartName", "")).lower() == f"/{self._template.main}".lower():
                item.set("ContentType", DOCUMENT_TYPE)
                return
        self._declare(self._template.main, DOCUMENT_TYPE)

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
