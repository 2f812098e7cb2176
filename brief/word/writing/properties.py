"""Write the properties of a document: title and language, and nothing about a machine, a person or a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from brief.word.opc.characters import escape, without_forbidden
from brief.word.opc.origins import DOCUMENT, ROUND, VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.text.document import Document

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What every property that a user may add is marked with (ECMA-376 part 1, 22.3.2.2)."""

_CORE = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:creator>{creator}</dc:creator><dc:language>nl-NL</dc:language><dc:title>{title}</dc:title></cp:coreProperties>"
)
_APP = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office Word</Application></Properties>"
)


def core_xml(title: str, creator: str) -> bytes:
    """Write `docProps/core.xml` (ECMA-376 part 2, 8). Dates are left out: the same input gives the same bytes."""
    clean = {"title": escape(without_forbidden(title)), "creator": escape(without_forbidden(creator))}
    return _CORE.format(**clean).encode("utf-8")


def app_xml() -> bytes:
    """Write `docProps/app.xml` without counts, company or template name."""
    return _APP.encode("utf-8")


def origin_properties(document: Document) -> dict[str, str]:
    """Say of which round, version and document a file is; nothing for a document of no round."""
    version = document.fields.get("versie")
    if not document.ronde:
        return {}
    known = {ROUND: document.ronde, VERSION: str(version or ""), DOCUMENT: document.name}
    return {name: without_forbidden(value) for name, value in known.items() if value}


def marked(known: bytes | None, properties: Mapping[str, str]) -> bytes | None:
    """Write `docProps/custom.xml` with properties after those it has; None when there are none at all."""
    if not properties:
        return known
    names: Any = {None: _CUSTOM, "vt": _VALUE}
    root = etree.fromstring(known) if known else etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=names)
    for each in [each for each in root if each.get("name") in properties]:
        root.remove(each)
    taken = [int(each.get("pid", "1")) for each in root]
    for number, (name, value) in enumerate(properties.items(), max([1, *taken]) + 1):
        item = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=str(number), name=name)
        etree.SubElement(item, f"{{{_VALUE}}}lpwstr").text = value
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
