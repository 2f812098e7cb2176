"""How the parts of a package hang together: relationships and content types (ECMA-376 part 2, 6.5 and 6.2.3)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.container import Refused
from brief.word.opc.markup import local, parse_part

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.opc.package import Package

_MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


class Relation(Struct, frozen=True):
    """A relationship: `kind` is the last word of its type (`header`), `target` a part name or an address."""

    id: str
    kind: str
    target: str
    external: bool


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """Read the relationships of a part by id; `part` is empty for those of the whole package."""
    folder, name = posixpath.split(part)
    data = package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data is None:
        return {}
    found: dict[str, Relation] = {}
    for element in parse_part(data, package.file, posixpath.join(folder, "_rels", f"{name}.rels")):
        relation = _relation(element, folder)
        if relation is not None:
            found.setdefault(relation.id, relation)
    return found


def _relation(element: etree._Element, folder: str) -> Relation | None:
    name, kind, target = element.get("Id", ""), element.get("Type", ""), element.get("Target", "")
    if not name or not target:
        return None
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, unquote(target).replace("\\", "/"))).lstrip("/")
    return Relation(name, kind.rpartition("/")[2], target, external)


def external_references(relations: dict[str, Relation], file: str, part: str) -> list[Diagnostic]:
    """Report what lies outside the file and was not fetched; a hyperlink is text and no such reference."""
    return [
        Diagnostic(
            "BR110",
            Severity.WAARSCHUWING,
            f"het bestand verwijst naar iets daarbuiten ({relation.kind}); dat is niet opgehaald",
            Place(file, part=part, excerpt=relation.target[:200]),
            hint="voeg in Word in wat nodig is, of verwijder de koppeling",
        )
        for relation in relations.values()
        if relation.external and relation.kind != "hyperlink"
    ]


def main_part(package: Package) -> str:
    """Name the part with the main text; raises `Refused` when the package has none."""
    for relation in relations_of(package, "").values():
        if relation.kind == "officeDocument" and not relation.external and package.has(relation.target):
            return relation.target
    raise Refused(
        Diagnostic(
            "BR109",
            Severity.FOUT,
            "het bestand heeft geen hoofdtekst",
            Place(package.file),
            hint="dit is geen Word-document, of het is beschadigd; vraag het opnieuw op",
        )
    )


def wrong_main_type(package: Package, part: str) -> Diagnostic | None:
    """Report a main part whose content type is not that of a Word document; Word itself refuses such a file."""
    kind = _content_type(package, part)
    if kind in _MAIN_TYPES:
        return None
    return Diagnostic(
        "BR190",
        Severity.WAARSCHUWING,
        f"het onderdeel {part!r} heeft inhoudstype {kind or 'onbekend'!r}; Word opent dit bestand waarschijnlijk niet",
        Place(package.file, part="[Content_Types].xml"),
        hint="vraag het bestand opnieuw op; de tekst is wel gelezen",
    )


def _part_name(element: etree._Element) -> str:
    return element.get("PartName", "").replace("\\", "/").lstrip("/").lower()


def _content_type(package: Package, part: str) -> str:
    data = package.part("[Content_Types].xml")
    if data is None:
        return ""
    by_extension = ""
    for element in parse_part(data, package.file, "[Content_Types].xml"):
        if local(element) == "Override" and _part_name(element) == part.lower():
            return str(element.get("ContentType", ""))
        if local(element) == "Default" and part.lower().endswith("." + element.get("Extension", "").lower()):
            by_extension = str(element.get("ContentType", ""))
    return by_extension
