"""Find tags where no one fills them: in codes, addresses, descriptions, properties and parts that are not text."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.names import w
from brief.word.template.fields import computed_runs
from brief.word.template.own_properties import shown_properties
from brief.word.template.scan import first_tag, paragraph_places
from brief.word.template.soundness import kept_parts, relation_places, relations_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from brief.word.template.parts import Template
    from brief.word.template.scan import Tag

_SEEN = (w("t"), w("delText"))
"""Texts that the scan of tags looks at itself."""
_MARKUP = re.compile(rb"<[^>]*>")
_AROUND = 60


def check_hidden(template: Template) -> Iterator[Diagnostic]:
    """Search the whole package for tags that will not be filled."""
    kept = set(kept_parts(template))
    for part, tree in template.trees.items():
        yield from _in_tree(tree, template.file, part)
    for part in sorted(kept):
        place_of = relation_places(template, part)
        for identifier, _, target, _ in relations_of(template, part).all():
            if first_tag(unquote(target)):
                hint = "haal hem weg uit de koppeling; de tekst ervan mag wel een tag zijn"
                yield _hidden(unquote(target), place_of(identifier), hint)
    shown = first_tag((shown_properties(template) or b"").decode("utf-8", "replace"))
    if shown:
        message = f"een eigenschap van het bestand die een veld toont, bevat een tag ({shown[:_AROUND]!r})"
        hint = "zet de tag in de tekst, op de plek van het veld"
        yield Diagnostic("BR313", Severity.FOUT, message, Place(template.file, part="docProps/custom.xml"), hint=hint)
    for part, data in template.parts.items():
        dropped = part not in kept and part.startswith("customXml/")  # no control shows it any more
        if part not in template.trees and not part.endswith(".rels") and not dropped:
            yield from _in_other(part, data, template.file, goes_along=part in kept)


def check_computed(tags: Iterable[Tag], template: Template) -> Iterator[Diagnostic]:
    """Report tags in what Word computes: it would write its own words over what was filled in."""
    runs = {part: computed_runs(tree) for part, tree in template.trees.items()}
    for tag in tags:
        field = runs[tag.spot.part].get(tag.run)
        if field is not None and field.word != "HYPERLINK":
            hint = "zet de tag naast het veld, of maak van het veld gewone tekst (klik erop en druk op Ctrl+Shift+F9)"
            yield tag.fault(
                "BR313", f"{tag.source} staat in een veld van Word ({field.word}), dat Word zelf invult", hint
            )


def _in_tree(tree: etree._Element, file: str, part: str) -> Iterator[Diagnostic]:
    groups: dict[tuple[etree._Element | None, str], list[etree._Element]] = {}
    where = paragraph_places(tree, file, part)
    hint = "een tag wordt alleen gevuld in gewone tekst; haal hem weg uit de veldcode, naam of beschrijving"
    for element in tree.iter():
        for value in element.attrib.values():
            if first_tag(str(value)):
                yield _hidden(str(value), where(element), hint)
        if element.text and element.tag not in _SEEN:
            holder = next(element.iterancestors(w("p")), None)
            groups.setdefault((holder, str(element.tag)), []).append(element)
    for elements in groups.values():
        text = "".join(element.text or "" for element in elements)
        if first_tag(text):
            yield _hidden(text, where(elements[0]), hint)


def _in_other(part: str, data: bytes, file: str, *, goes_along: bool) -> Iterator[Diagnostic]:
    """Search a part that holds no text of the document; one that does not go along only gives a warning."""
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return
    text = _MARKUP.sub(b"", data).decode("utf-8", "replace")
    found = first_tag(text) or first_tag(data.decode("utf-8", "replace"))
    if not found:
        return
    hint = "een tag wordt gevuld in de tekst, kopteksten, voetteksten en voetnoten"
    name = posixpath.basename(part)
    counts = goes_along or "comments" in name.lower()
    message = f"er staat een tag in {name} ({found[:_AROUND]!r}), en die wordt niet gevuld"
    if counts:
        yield Diagnostic("BR313", Severity.FOUT, message, Place(file, part=part), hint=hint)
    else:
        yield Diagnostic("BR325", Severity.WAARSCHUWING, message, Place(file, part=part), hint=hint)


def _hidden(text: str, place: Place, hint: str) -> Diagnostic:
    message = f"de tag in {text[:_AROUND]!r} staat op een verborgen plek"
    if not place.excerpt:
        place = Place(place.file, part=place.part, paragraph=place.paragraph, excerpt=text[:_AROUND])
    return Diagnostic("BR313", Severity.FOUT, message, place, hint=hint)
