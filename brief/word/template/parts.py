"""Open a template: its parts in memory, and which part plays which role.

Which part is what is read from the relations, never assumed from its name: Word Online calls the main part
`document2.xml`, other programs put styles where they like.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.container import Refused
from brief.word.opc.markup import parse_part
from brief.word.opc.names import R, W, w
from brief.word.opc.package import open_package
from brief.word.opc.relationships import Relationships

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from brief.word.opc.package import Package

_FILLED = ("header", "footer", "footnotes")
_ROOTS = {
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "comments": "comments",
}
"""The root element of a part by its role."""


class Template(Struct):
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
            if name is not None and name not in seen:
                seen.add(name)
                yield name

    def resolve(self, target: str) -> str | None:
        """Give the name of the part that a relation of the main part points at, None when there is no such part."""
        return find_part(self.parts, self.main, target)

    def text_parts(self) -> tuple[str, ...]:
        """List the parts whose tags are filled: the document, its headers and footers, its footnotes."""
        return (self.main, *(name for kind in _FILLED for name in self.roles(kind)))


def find_part(parts: Mapping[str, bytes], source: str, target: str) -> str | None:
    """Give the part that a relation of part `source` points at; names compare without regard to case."""
    written = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
    if written in parts:
        return written
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), unquote(target))).lstrip("/")
    if path in parts:
        return path
    return next((name for name in parts if name.lower() == path.lower()), None)


def relations_name(part: str) -> str:
    """Give the name of the part that holds the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_template(data: bytes, file: str) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """Open a template given as bytes; None with at least one error when no document can be made from it."""
    package, problems = open_package(data, file)
    found = [_about_template(problem, file) for problem in problems]
    if package is None or any(problem.is_error for problem in found):
        return None, tuple(found)
    try:
        template = _read(package, file)
    except Refused as refusal:
        return None, (*found, _about_template(refusal.diagnostic, file))
    if isinstance(template, Diagnostic):
        return None, (*found, template)
    return template, tuple(found)


def unreadable(file: str, why: str, part: str | None = None) -> Diagnostic:
    """Make the message for a template that cannot be used at all."""
    return Diagnostic(
        "BR301",
        Severity.FOUT,
        f"het sjabloon is niet te gebruiken: {why}",
        Place(file, part=part),
        hint="open het in Word en bewaar het opnieuw als gewoon Word-document (.docx)",
    )


_DOUBLED = {"BR106": "BR308", "BR191": "BR391"}


def _about_template(problem: Diagnostic, file: str) -> Diagnostic:
    """Say what is wrong with the package in the words of templates."""
    part = problem.place.part if problem.place else None
    if problem.code in _DOUBLED:
        return Diagnostic(_DOUBLED[problem.code], problem.severity, problem.message, problem.place, hint=problem.hint)
    if problem.code == "BR111":
        return unreadable(file, "het bevat macro's, en die horen niet in een brief", part)
    return unreadable(file, problem.message, part) if problem.is_error else problem


def _read(package: Package, file: str) -> Template | Diagnostic:
    parts: dict[str, bytes] = {}
    for name in package.names():
        data = package.part(name)
        if data is not None and not name.endswith("/"):
            parts.setdefault(name.lstrip("/"), data)
    if b"//purl.oclc.org/ooxml/" in parts.get("_rels/.rels", b""):
        return unreadable(file, "het is bewaard als 'Strict Open XML-document'")
    trees = {name: parse_part(data, file, name) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    main = _main_part(parts)
    if main is None or main not in trees:
        return unreadable(file, "het hoofddocument ontbreekt")
    template = Template(file, parts, main, Relationships(parts.get(relations_name(main))))
    template.trees = {name: trees[name] for name in template.text_parts() if name in trees}
    styles = template.role("styles")
    template.styles = None if styles is None else trees.get(styles)
    return _unsuitable(template, trees) or template


def _unsuitable(template: Template, trees: Mapping[str, etree._Element]) -> Diagnostic | None:
    if trees[template.main].tag != w("document"):
        return unreadable(template.file, "het hoofddocument is geen Word-document", template.main)
    for kind, root in _ROOTS.items():
        for name in template.roles(kind):
            if name not in trees or trees[name].tag != w(root):
                return unreadable(template.file, f"het onderdeel {name!r} is niet wat het moet zijn ({kind})", name)
    if any(tree.nsmap.get("w") != W for tree in template.trees.values()):
        return unreadable(template.file, "de naamruimte van Word heeft niet de gewone naam 'w'")
    if template.trees[template.main].find(w("body")) is None:
        return unreadable(template.file, "het hoofddocument is leeg", template.main)
    return unreadable(template.file, "het heeft geen stijlen") if template.styles is None else None


def _main_part(parts: Mapping[str, bytes]) -> str | None:
    package = Relationships(parts.get("_rels/.rels"))
    names = (find_part(parts, "", target) for target in package.targets(f"{R}/officeDocument"))
    return next((name for name in names if name is not None), None)
