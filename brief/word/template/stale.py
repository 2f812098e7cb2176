"""Fields whose stored result goes by the rest of the document: Word shows that of the template until it is updated.

Word computes a page number in a header by itself, but not a reference to text, a page elsewhere or a table of contents:
those wait for F9. A document is read and printed without.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.word.opc.names import w
from brief.word.template.fields import PAGE_REFERENCE, counts_for_itself, fields_of
from brief.word.template.scan import first_tag, paragraph_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from brief.word.template.fields import WordField
    from brief.word.template.parts import Template

_LISTS = {"TOC": "een inhoudsopgave", "INDEX": "een register", "TOA": "een bronvermelding"}
_COUNTS = {"NUMWORDS": "het aantal woorden", "NUMCHARS": "het aantal tekens", "PAGEREF": "een bladzijdenummer"}
_LOOP = re.compile(r"\{%[-\s]*(?:p|tr|tc)?[\s\u00a0]*(endfor|for)\b")
_NAMED = {"REF", "NOTEREF", "FTNREF"}


def check_stale(template: Template) -> Iterator[Diagnostic]:
    """Report fields that go on showing what stood in the template."""
    filled = {name for tree in template.trees.values() for name in _filled_bookmarks(tree)}
    is_countable = not counts_for_itself(template.trees[template.main])
    for part, tree in template.trees.items():
        where = paragraph_places(tree, template.file, part)
        repeated = _repeated(tree)
        for word_field in fields_of(tree):
            shown = " ".join(word_field.instruction.split())[:80]
            if PAGE_REFERENCE.fullmatch(word_field.instruction) and is_countable:
                message = f"het veld '{shown}' toont in een concept een bladzijdenummer van het sjabloon"
                hint = "brief afronden rekent het uit, met LibreOffice; in een concept doet Word dat met Ctrl+A en F9"
                yield Diagnostic("BR339", Severity.INFO, message, where(word_field.element), hint=hint)
            elif (told := _about(word_field, filled) or _about_place(word_field, tree, repeated)) is not None:
                message = f"het veld '{shown}' toont {told[0]} van het sjabloon, tot Word het bijwerkt"
                yield Diagnostic("BR334", Severity.WAARSCHUWING, message, where(word_field.element), hint=told[1])


def _about(word_field: WordField, filled: set[str]) -> tuple[str, str] | None:
    """Say what a field shows of the template, and what to type in its place; None where the result stays true."""
    word = word_field.word
    if word in _LISTS:
        return _LISTS[word], "haal het veld weg, en zet er in een eigen alinea de tag {{ inhoudsopgave }} neer"
    if word in _COUNTS or word.startswith("="):
        return _COUNTS.get(
            word, "de uitkomst"
        ), "haal het veld weg, of werk het in het document bij (Ctrl+A, F9) voordat u het verstuurt"
    named = word_field.arguments[1] if word in _NAMED and len(word_field.arguments) > 1 else word
    if named.lower() in filled:
        return "de tekst", "zet op de plek van het veld dezelfde tag als in de bladwijzer, zoals {{ datum }}"
    return None


def _about_place(word_field: WordField, tree: etree._Element, repeated: set[etree._Element]) -> tuple[str, str] | None:
    """Say what a field shows of the template because of where it stands: a number in a loop, a heading in the text."""
    if word_field.word == "SEQ" and not repeated.isdisjoint(word_field.element.iterancestors(w("p"))):
        return "elke keer hetzelfde nummer", "zet op de plek van het veld {{ loop.index }}"
    if word_field.word == "STYLEREF" and tree.tag not in (w("hdr"), w("ftr")):
        return "een kop", "haal het veld weg, of zet er een tag neer, zoals {{ betreft }}"
    return None


def _repeated(tree: etree._Element) -> set[etree._Element]:
    """Give the paragraphs that stand in a loop, or hold one."""
    depth, found = 0, set()
    for paragraph in tree.iter(w("p")):
        marks = _LOOP.findall("".join(piece.text or "" for piece in paragraph.iter(w("t"))))
        if depth or marks:
            found.add(paragraph)
        depth = max(0, depth + marks.count("for") - marks.count("endfor"))
    return found


def _filled_bookmarks(tree: etree._Element) -> Iterator[str]:
    """Give the bookmarks around a tag, in lower case; each tag stands whole in one text by now."""
    open_now: dict[str | None, str] = {}
    for element in tree.iter(w("bookmarkStart"), w("bookmarkEnd"), w("t")):
        if element.tag == w("bookmarkStart"):
            open_now[element.get(w("id"))] = str(element.get(w("name"), "")).lower()
        elif element.tag == w("bookmarkEnd"):
            open_now.pop(element.get(w("id")), None)
        elif open_now and first_tag(element.text or ""):
            yield from open_now.values()
            open_now.clear()
