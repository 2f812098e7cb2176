"""Look at a filled template a second time: it holds what the template held beside its tags.

Sections, breaks, pictures, notes, bookmarks, fields and links outside every block of tags must all be there. This look
shares no code with the filling: it goes by the raw parts of the template and by the frame as it will be printed.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.bookmarked import is_trace
from brief.word.opc.markup import local
from brief.word.opc.names import R, w
from brief.word.template.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLOCK = re.compile(r"\{%-?\s*(?:p|tr|tc)?[\s\u00a0]*(if|for|endif|endfor)\b")
_NAMES = {
    "sectPr": "een sectie-einde",
    "page": "een pagina-einde",
    "column": "een kolomeinde",
    "drawing": "een afbeelding of tekstvak",
    "pict": "een afbeelding of tekstvak",
    "object": "een ingevoegd object",
    "footnoteReference": "een voetnoot",
    "endnoteReference": "een eindnoot",
    "bookmarkStart": "de bladwijzer",
    "hyperlink": "een koppeling",
    "instrText": "het veld",
    "fldSimple": "het veld",
    "sym": "een symbool",
    "sdt": "een besturingselement",
    "pageBreakBefore": "'Pagina-einde ervoor'",
}
"""What is looked for, as messages call it."""
_POINTING = {"REF", "PAGEREF", "NOTEREF"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


class Inventory(Struct):
    """What a part holds beside text, each thing by what it is and a detail, with the place of the first."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    places: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)


def lost(template: Mapping[str, bytes], filled: Mapping[str, bytes], file: str) -> Iterator[Diagnostic]:
    """Report what stood in a part of the template outside every block, and stands no more in the filled part.

    Both mappings give parts as XML by name; only parts that are in both are compared.
    """
    for part in sorted(set(template) & set(filled)):
        before, after = inventory(template[part], outside_blocks=True), inventory(filled[part])
        for thing, count in before.counts.items():
            if after.counts[thing] < count:
                kind, detail = thing
                number, words = before.places[thing]
                what = f"{_NAMES[kind]} {detail}".rstrip() if kind in ("bookmarkStart", "instrText") else _NAMES[kind]
                place = Place(file, part=part, paragraph=number, excerpt=words[:80] or None)
                hint = "zet het in een eigen alinea, los van de tags"
                yield Diagnostic("BR322", Severity.FOUT, f"{what} in het sjabloon is weggevallen", place, hint=hint)


def astray(template: Mapping[str, bytes], filled: Mapping[str, bytes], file: str) -> Iterator[Diagnostic]:
    """Report fields and links of the template that point at a bookmark which the filled document does not have.

    Both mappings give parts as XML by name, as for `lost`.
    """
    trees = {part: etree.fromstring(filled[part], _PARSER) for part in sorted(set(template) & set(filled))}
    known = {str(mark.get(w("name"), "")).lower() for tree in trees.values() for mark in tree.iter(w("bookmarkStart"))}
    asked = {part: _pointers(etree.fromstring(template[part], _PARSER)) for part in trees}
    for part, tree in trees.items():
        numbers = {paragraph: number for number, paragraph in enumerate(tree.iter(w("p")), 1)}
        for name, element in _pointers(tree).items():
            if name not in asked[part] or name.lower() in known:
                continue
            where = next(element.iterancestors(w("p")), element)
            number = numbers.get(where)
            words = "".join(text.text or "" for text in where.iter(w("t")))
            message = f"een veld of koppeling verwijst naar de bladwijzer {name!r}, en die is er niet"
            place = Place(file, part=part, paragraph=number, excerpt=words[:80] or None)
            hint = "maak de bladwijzer in het sjabloon (Invoegen, Bladwijzer), of haal het veld weg"
            yield Diagnostic("BR332", Severity.WAARSCHUWING, message, place, hint=hint)


def _pointers(tree: etree._Element) -> dict[str, etree._Element]:
    """Give the bookmarks that a part points at, each with the first element that does."""
    found: dict[str, etree._Element] = {}
    for link in tree.iter(w("hyperlink")):
        if (name := link.get(w("anchor"))) and link.get(f"{{{R}}}id") is None:
            found.setdefault(str(name), link)
    for field_of_word in fields_of(tree):
        if field_of_word.word in _POINTING and len(field_of_word.arguments) > 1:
            found.setdefault(field_of_word.arguments[1], field_of_word.element)
    return found


def inventory(data: bytes, *, outside_blocks: bool = False) -> Inventory:
    """List what a part holds beside text; without what stands in a block of tags when `outside_blocks`."""
    found = Inventory()
    depth, number, words, inside = 0, 0, "", False
    for element in etree.fromstring(data, _PARSER).iter():
        if element.tag == w("p"):
            number += 1
            words = "".join(text.text or "" for text in element.iter(w("t")))
            ends = _BLOCK.findall(words)
            closing = sum(1 for each in ends if each.startswith("end"))
            inside = depth > 0 or (len(ends) > 1 and closing > 0)
            depth = max(0, depth + len(ends) - 2 * closing)
        thing = _thing(element)
        if thing is not None and not (outside_blocks and inside):
            found.counts[thing] += 1
            found.places.setdefault(thing, (number, words))
    return found


def _thing(element: etree._Element) -> tuple[str, str] | None:
    name = local(element)
    if name == "br":
        kind = str(element.get(w("type"), ""))
        return (kind, "") if kind in ("page", "column") else None
    if name not in _NAMES:
        return None
    if name == "bookmarkStart":
        said = str(element.get(w("name"), ""))
        return None if is_trace(said) else (name, said)
    if name == "instrText":
        return name, " ".join((element.text or "").split())
    if name == "hyperlink":
        return name, str(element.get(f"{{{R}}}id") or element.get(w("anchor"), ""))
    return name, ""
