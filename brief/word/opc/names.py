"""Namespaces and relationship types of a Word package (ECMA-376 part 1 and 2)."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"

CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
APP_RELATION = f"{R}/extended-properties"
CUSTOM_RELATION = f"{R}/custom-properties"
HYPERLINK_RELATION = f"{R}/hyperlink"


def w(name: str) -> str:
    """Give the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"
