"""Write the properties of a document: title and language, and nothing about a machine, a person or a moment."""

from __future__ import annotations

from brief.word.opc.characters import escape, without_forbidden

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
