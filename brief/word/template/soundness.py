"""Check that a template hangs together: every relation leads to a part, every reference to a relation or a note.

Word refuses a whole document over one of these, without saying which.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.markup import MC, local, parse_part
from brief.word.opc.names import TYPES, R, w
from brief.word.opc.relationships import Relationships
from brief.word.template.parts import find_part, relations_name, unreadable
from brief.word.template.scan import paragraph_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from brief.word.template.parts import Template

_HINT = "open het sjabloon in Word, haal weg wat daar niet te zien is en bewaar het opnieuw"


def relations_of(template: Template, part: str) -> Relationships:
    """Give the relations of a part; those of the main part as they are by now."""
    if part == template.main:
        return template.relations
    return Relationships(template.parts.get(relations_name(part)))


def relation_places(template: Template, part: str) -> Callable[[str], Place]:
    """Give what finds the place where a part uses one of its relations."""
    tree = template.trees.get(part)
    if tree is None:
        return lambda _: Place(template.file, part=part)

    @cache
    def used() -> tuple[dict[str, etree._Element], Callable[[etree._Element], Place]]:
        found: dict[str, etree._Element] = {}
        for element in tree.iter():
            if isinstance(element.tag, str):
                for value in element.attrib.values():
                    found.setdefault(str(value), element)
        return found, paragraph_places(tree, template.file, part)

    def place(identifier: str) -> Place:
        elements, where = used()
        return where(elements[identifier]) if identifier in elements else Place(template.file, part=part)

    return place


def kept_parts(template: Template) -> tuple[str, ...]:
    """List the parts that the main part leads to, itself first; what only the package knows is about its making."""
    found = {template.main: None}
    todo = [template.main]
    for name in todo:
        relations = relations_of(template, name)
        targets = (
            find_part(template.parts, name, target) for _, _, target, external in relations.all() if not external
        )
        new = [target for target in dict.fromkeys(targets) if target is not None and target not in found]
        found.update(dict.fromkeys(new))
        todo += new
    return tuple(found)


def check_soundness(template: Template) -> Iterator[Diagnostic]:
    """Report relations without a part, references without a relation, notes that are not there, and macros."""
    kept = kept_parts(template)
    known = _known_types(template)
    for name in kept:
        relations = relations_of(template, name)
        twice = Counter(identifier for identifier, *_ in relations.all()).most_common(1)
        if twice and twice[0][1] > 1:
            yield unreadable(template.file, f"de relatie {twice[0][0]!r} staat er twee keer", name)
        for _, kind, target, external in relations.all():
            word = kind.rpartition("/")[2]
            if "vbaProject" in kind:
                yield unreadable(template.file, "het bevat macro's, en die horen niet in een brief", name)
            elif not external and find_part(template.parts, name, target) is None:
                yield unreadable(template.file, f"het onderdeel {target!r} ontbreekt ({word})", name)
        if f"/{name}".lower() not in known and name.rpartition(".")[2].lower() not in known:
            yield unreadable(template.file, f"van het onderdeel {name!r} staat nergens wat het is", name)
    for name, tree in template.trees.items():
        for prefix in str(tree.get(f"{MC}Ignorable", "")).split():
            if prefix not in tree.nsmap:
                yield unreadable(template.file, f"de naamruimte {prefix!r} is nergens beschreven", name)
        yield from _references(template, name, tree)


def _known_types(template: Template) -> set[str]:
    """Give the parts and the extensions that have a content type, in lower case."""
    root = parse_part(template.parts["[Content_Types].xml"], template.file, "[Content_Types].xml")
    parts = {str(item.get("PartName", "")).lower() for item in root.iterchildren(f"{{{TYPES}}}Override")}
    return parts | {str(item.get("Extension", "")).lower() for item in root.iterchildren(f"{{{TYPES}}}Default")}


def _references(template: Template, part: str, tree: etree._Element) -> Iterator[Diagnostic]:
    known = {identifier for identifier, *_ in relations_of(template, part).all()}
    notes = _notes(template)
    where = paragraph_places(tree, template.file, part)
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            if str(attribute).startswith(f"{{{R}}}") and value and str(value) not in known:
                yield _broken(where(element), element, f"verwijst naar een onderdeel dat er niet is ({value!s})")
        if element.tag == w("footnoteReference") and element.get(w("id")) not in notes:
            yield _broken(where(element), element, "verwijst naar een voetnoot die er niet is")


def _notes(template: Template) -> set[str]:
    tree = template.trees.get(template.role("footnotes") or "")
    return set() if tree is None else {str(note.get(w("id"))) for note in tree.iterchildren(w("footnote"))}


def _broken(place: Place, element: etree._Element, what: str) -> Diagnostic:
    message = f"het sjabloon is niet te gebruiken: <{local(element)}> {what}"
    return Diagnostic("BR301", Severity.FOUT, message, place, hint=_HINT)
