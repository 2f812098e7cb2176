"""The values that a Word file shows from elsewhere in its package: properties, and custom XML bound to a control.

Word fills a bound content control with the value when it opens the file, whatever text the control holds (ECMA-376
part 1, 17.5.2.6). Only plain paths are followed: the expressions of a file are not run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.word.opc.container import Refused
from brief.word.opc.markup import W, local, parse_part
from brief.word.opc.relations import relations_of

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.opc.package import Package

    Children = dict[etree._Element, dict[str, list[etree._Element]]]

_CORE = "{6c3c8bc8-f283-45ae-878a-bab7291924a1}"
_EXTENDED = "{6668398d-a668-4e3e-a5eb-62b293d839f1}"
_STEP = re.compile(r"/(?:([\w.-]+):)?([\w.-]+)(?:\[(\d{1,4})\])?")
_PATH = re.compile(r"(?:/(?:[\w.-]+:)?[\w.-]+(?:\[\d{1,4}\])?){1,20}(?:/@(?:[\w.-]+:)?[\w.-]+)?(?:/text\(\))?")
_PREFIX = re.compile(r"""xmlns:([\w.-]+)\s*=\s*(["'])(.*?)\2""")
_CORE_NAMES = {"author": "creator", "comments": "description", "lastsavedby": "lastModifiedBy", "createdate": "created"}


class Values(Struct):
    """What a package holds beside its text: stores of XML by id, in lower case, and properties by name."""

    stores: dict[str, etree._Element] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    _children: Children = field(default_factory=dict)

    def is_beyond(self, binding: etree._Element) -> bool:
        """Tell whether a `w:dataBinding` points into a store that is there, by a path that is not followed here."""
        return binding.get(f"{W}storeItemID", "").lower() in self.stores and not is_plain(binding)

    def bound(self, binding: etree._Element) -> str | None:
        """Give the value that a `w:dataBinding` points to; None when there is no such place.

        A binding that names no store, or one that is not there, is looked up in all of them.
        """
        named = self.stores.get(binding.get(f"{W}storeItemID", "").lower())
        roots = [named] if named is not None else self.stores.values()
        values = (_text(found) for root in roots if (found := bound_place(root, binding, self._children)) is not None)
        return next(values, None)

    def property(self, name: str) -> str | None:
        """Give a property of the document, the user's own before those of Word; None when it has none of that name."""
        return self.named.get(name.lower())


def is_plain(binding: etree._Element) -> bool:
    """Tell whether a `w:dataBinding` points along a path that is followed here, as every one that Word writes does."""
    return _PATH.fullmatch(binding.get(f"{W}xpath", "").strip()) is not None


def bound_place(
    root: etree._Element, binding: etree._Element, children: Children | None = None
) -> etree._Element | str | None:
    """Give the element of a store that a binding points to, or the text of the attribute; None where there is none.

    Who asks for many in trees that do not change keeps in `children` what each element holds.
    """
    if not is_plain(binding):
        return None
    prefixes = {found[1]: found[3] for found in _PREFIX.finditer(binding.get(f"{W}prefixMappings", ""))}
    path, _, attribute = binding.get(f"{W}xpath", "").strip().removesuffix("/text()").partition("/@")
    element = _follow(root, path, prefixes, {} if children is None else children)
    if element is None or not attribute:
        return element
    prefix, _, name = attribute.rpartition(":")
    return element.get(f"{{{prefixes.get(prefix, '')}}}{name}" if prefix else name)


def _text(found: etree._Element | str) -> str:
    return found if isinstance(found, str) else "".join(str(text) for text in found.itertext())


def values_of(package: Package, main: str) -> Values:
    """Read the properties and custom XML of a package; `main` is the name of its main part."""
    values = Values()
    for relation in relations_of(package, "").values():
        if relation.external or relation.kind not in {"core-properties", "extended-properties", "custom-properties"}:
            continue
        root = _root(package, relation.target)
        if root is None:
            continue
        if relation.kind == "custom-properties":
            values.named.update({each.get("name", "").lower(): "".join(map(str, each.itertext())) for each in root})
            continue
        values.stores[_CORE if relation.kind == "core-properties" else _EXTENDED] = root
        for each in root:
            values.named.setdefault(local(each).lower(), "".join(map(str, each.itertext())))
    for asked, stored in _CORE_NAMES.items():
        if stored.lower() in values.named:
            values.named.setdefault(asked, values.named[stored.lower()])
    _read_stores(package, main, values)
    return values


def _read_stores(package: Package, main: str, values: Values) -> None:
    for relation in relations_of(package, main).values():
        if relation.external or relation.kind != "customXml":
            continue
        root = _root(package, relation.target)
        if root is not None:
            values.stores[_name_of_store(package, relation.target) or relation.target] = root


def _name_of_store(package: Package, part: str) -> str:
    for described in relations_of(package, part).values():
        properties = _root(package, described.target) if described.kind == "customXmlProps" else None
        for name, value in properties.attrib.items() if properties is not None else ():
            if str(name).endswith("itemID"):
                return str(value).lower()
    return ""


def _root(package: Package, name: str) -> etree._Element | None:
    """Parse a part beside the text; one that cannot be read has no values, and is no reason to refuse the text."""
    try:
        data = package.part(name)
        return None if data is None else parse_part(data, package.file, name)
    except Refused:
        return None


def _follow(root: etree._Element, path: str, prefixes: dict[str, str], children: Children) -> etree._Element | None:
    """Go down a path such as `/n:dossier[1]/n:bedrag[1]`; None where it leads nowhere."""
    here: etree._Element | None = None
    for step in _STEP.finditer(path):
        name = f"{{{prefixes[step[1]]}}}{step[2]}" if step[1] in prefixes else step[2]
        if here is None:
            found = [root] if root.tag == name else []
        else:
            if here not in children:
                children[here] = _by_tag(here)
            found = children[here].get(name, [])
        index = int(step[3] or 1) - 1
        if not 0 <= index < len(found):
            return None
        here = found[index]
    return here


def _by_tag(element: etree._Element) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        found.setdefault(str(child.tag), []).append(child)
    return found
