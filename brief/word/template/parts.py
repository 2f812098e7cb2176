"""Open a template: its parts in memory, and which part plays which role."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.container import Refused
from brief.word.opc.names import DOCUMENT_TYPE, TYPES, R, W
from brief.word.opc.package import open_package
from brief.word.opc.relationships import Relationships

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.word.opc.package import Package

_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def parse_part(data: bytes) -> etree._Element:
    """Parse the XML of a part, without entities and without the network. Raises `etree.XMLSyntaxError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    return etree.fromstring(data, parser)


@dataclass(slots=True)
class Template:
    """An opened template: parts by name, parsed trees of those that hold text, and the relations of the main part."""

    file: str
    parts: dict[str, bytes]
    main: str
    relations: Relationships
    trees: dict[str, etree._Element] = field(default_factory=dict)
    styles: etree._Element | None = None

    def role(self, kind: str) -> str | None:
        """Give the name of the part the document uses as `styles`, `numbering`, `settings` or `footnotes`."""
        return next(self.roles(kind), None)

    def roles(self, kind: str) -> Iterator[str]:
        """List the parts of a kind, such as `header`, each once."""
        seen: set[str] = set()
        for target in self.relations.targets(f"{R}/{kind}"):
            name = self.resolve(target)
            if name in self.parts and name not in seen:
                seen.add(name)
                yield name

    def resolve(self, target: str) -> str:
        """Give the name of the part that a relation of the main part points at."""
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(self.main), target)).lstrip("/")

    def text_parts(self) -> tuple[str, ...]:
        """List the parts whose tags are filled: the document, its headers and footers, its footnotes."""
        return (self.main, *(name for kind in ("header", "footer", "footnotes") for name in self.roles(kind)))


def relations_name(part: str) -> str:
    """Give the name of the part that holds the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_template(data: bytes, file: str) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """Open a template given as bytes; None with at least one error when no document can be made from it."""
    package, problems = open_package(data, file)
    found = [_about_template(problem, file) for problem in problems]
    if package is None:
        return None, tuple(found)
    try:
        template = _read(package, file)
    except Refused as refusal:
        return None, (*found, _about_template(refusal.diagnostic, file))
    except etree.XMLSyntaxError as error:
        return None, (*found, unreadable(file, f"de XML van een onderdeel klopt niet ({error.msg})"))
    if isinstance(template, Diagnostic):
        return None, (*found, template)
    return template, tuple(found)


def unreadable(file: str, why: str) -> Diagnostic:
    """Make the message for a template that cannot be used at all."""
    return Diagnostic(
        "BR301",
        Severity.FOUT,
        f"het sjabloon is niet te gebruiken: {why}",
        Place(file),
        hint="open het in Word en bewaar het opnieuw als gewoon Word-document (.docx)",
    )


_DOUBLED = {"BR106": "BR308", "BR191": "BR391"}


def _about_template(problem: Diagnostic, file: str) -> Diagnostic:
    """Say what is wrong with the package in the words of templates."""
    if problem.code in _DOUBLED:
        return Diagnostic(_DOUBLED[problem.code], problem.severity, problem.message, problem.place, hint=problem.hint)
    if problem.code == "BR111":
        return unreadable(file, "het bevat macro's, en die horen niet in een brief")
    return unreadable(file, problem.message) if problem.is_error else problem


def _read(package: Package, file: str) -> Template | Diagnostic:
    parts: dict[str, bytes] = {}
    for name in package.names():
        data = package.part(name)
        if data is not None and not name.endswith("/"):
            parts.setdefault(name.lstrip("/"), data)
    main = _main_part(parts)
    if main is None:
        return unreadable(file, "het hoofddocument ontbreekt")
    relations = Relationships(parts.get(relations_name(main)))
    template = Template(file, parts, main, relations)
    for name in template.text_parts():
        template.trees[name] = parse_part(parts[name])
    styles = template.role("styles")
    template.styles = None if styles is None else parse_part(parts[styles])
    return _unsuitable(template) or template


def _unsuitable(template: Template) -> Diagnostic | None:
    root = template.trees[template.main]
    if root.tag != f"{{{W}}}document":
        return unreadable(template.file, "het is bewaard als 'Strict Open XML-document'")
    if any(tree.nsmap.get("w") != W for tree in template.trees.values()):
        return unreadable(template.file, "de naamruimte van Word heeft niet de gewone naam 'w'")
    if template.styles is None:
        return unreadable(template.file, "het heeft geen stijlen")
    return None


def _main_part(parts: Mapping[str, bytes]) -> str | None:
    package = Relationships(parts.get("_rels/.rels"))
    names = (target.lstrip("/") for target in package.targets(f"{R}/officeDocument"))
    return next((name for name in names if name in parts), None)


def as_document_types(data: bytes, main: str) -> etree._Element:
    """Parse `[Content_Types].xml`; a .dotx becomes a .docx."""
    root = parse_part(data)
    for item in root.iterchildren(f"{{{TYPES}}}Override"):
        if item.get("PartName") == f"/{main}" and item.get("ContentType") == _TEMPLATE_TYPE:
            item.set("ContentType", DOCUMENT_TYPE)
    return root
