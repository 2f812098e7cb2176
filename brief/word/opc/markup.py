"""Parse the XML of a part safely, and the names OOXML uses.

Entities are never expanded, nothing is fetched, and depth is bounded: the XML library refuses over 256 levels. Strict
OOXML (ISO/IEC 29500 part 1) has other namespace names for the same elements; they are read as the transitional ones.
"""

from __future__ import annotations

import re

from lxml import etree

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.container import Refused
from brief.word.opc.package import too_large

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
TEXT_TAGS = (f"{W}t", f"{W}delText", f"{M}t", f"{A}t")
"""The elements whose text is text; all other text in a part is a value, a code or white space."""
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/([A-Za-z]+)/?""")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_DOCTYPE = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_WITH_YEAR = {
    b"wordprocessingml",
    b"drawingml",
    b"officeDocument",
    b"schemaLibrary",
    b"presentationml",
    b"spreadsheetml",
}


TAG_LIMIT = 400_000
"""Tags one part may have; a tree takes ten times the memory of its text. A page of a dossier has about 400."""
_ATTRIBUTE_LIMIT = 800_000


def parse_part(data: bytes, file: str, part: str) -> etree._Element:
    """Parse the XML of a part; raises `Refused` with the reason when it is no sound XML, has a DOCTYPE or is a bomb."""
    if data.count(b"<") > TAG_LIMIT or data.count(b"=") > _ATTRIBUTE_LIMIT:
        raise Refused(too_large(file, part))
    if any(mark in data for mark in _DOCTYPE):
        raise Refused(_unsafe(file, part))
    data = _as_utf8(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(_STRICT.sub(_transitional, data), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Refused(_broken(file, part, str(error))) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(_unsafe(file, part))
    return root


def _as_utf8(data: bytes) -> bytes:
    """Give XML in UTF-16, the other form an XML part may have (ECMA-376 part 2, 6.1.4), as UTF-8; the rest as it is."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    return _DECLARATION.sub("", data.decode("utf-16", "replace"), count=1).encode("utf-8", "replace")


def _transitional(found: re.Match[bytes]) -> bytes:
    if found[2] not in _WITH_YEAR:
        return found[0]
    return found[1] + _TRANSITIONAL + found[2] + b"/2006/"


def local(element: etree._Element) -> str:
    """Give the name of an element without its namespace; empty for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_on(element: etree._Element | None) -> bool:
    """Read a yes-or-no property: present without value means yes (ECMA-376 part 1, 17.17.4)."""
    return element is not None and element.get(f"{W}val", "true") not in {"0", "false", "off", "none", "nil"}


def number_of(text: str | None) -> int | None:
    """Read a whole number from an attribute; None when it is no number."""
    if text is None or len(text) > 12:
        return None
    try:
        return int(float(text)) if "." in text else int(text)
    except (ValueError, OverflowError):
        return None


def twips(text: str | None) -> int | None:
    """Read a measure in twips; strict files write `36pt` for 720."""
    if text is not None and text.endswith("pt"):
        points = number_of(text[:-2])
        return None if points is None else points * 20
    return number_of(text)


def _unsafe(file: str, part: str) -> Diagnostic:
    return Diagnostic(
        "BR108",
        Severity.FOUT,
        "het bestand bevat een DOCTYPE of eigen entiteiten; die horen niet in een Word-bestand en zijn niet uitgewerkt",
        Place(file, part=part),
        hint="dit maakt Word nooit zelf; vraag het bestand opnieuw op bij de afzender",
    )


def _broken(file: str, part: str, detail: str) -> Diagnostic:
    deep = "depth" in detail.lower()
    message = "te diep genest om een dossier te zijn" if deep else "de inhoud is geen geldige XML"
    return Diagnostic(
        "BR107",
        Severity.FOUT,
        f"het onderdeel {part!r} kan niet worden gelezen: {message}",
        Place(file, part=part),
        label=detail[:120],
        hint="open het bestand in Word en bewaar het opnieuw",
    )
