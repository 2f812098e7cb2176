"""Tags that take something with them: `{%p … %}` its paragraph, `{%tr … %}` its row, `{%tc … %}` its cell.

What stands beside such a tag would go away unseen, so it stands alone; and both ends of a block stand in one text.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brief.word.opc.names import w
from brief.word.template.beside import things_beside
from brief.word.template.faults import Fault
from brief.word.template.values import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from brief.diagnostics import Diagnostic
    from brief.word.template.scan import Tag

REACHES = {"p": "alinea", "tr": "rij", "tc": "cel"}
"""What each letter takes with it, as messages call it."""


def reached(tag: Tag) -> etree._Element | None:
    """Give what a tag takes with it; None when it takes nothing, or stands in no such thing."""
    if tag.reach not in REACHES or tag.kind == "{{":
        return None
    if tag.reach == "p":
        return tag.spot.element
    return next(tag.spot.element.iterancestors(w(tag.reach)), None)


def check_reaches(tags: list[Tag]) -> Iterator[Diagnostic]:
    """Report tags whose letter does not fit, and those that are not alone in what they take with them."""
    reaching = [(tag, reached(tag)) for tag in tags if tag.kind != "{{" and tag.reach]
    counts = Counter((tag.reach, holder) for tag, holder in reaching)
    for tag, holder in reaching:
        fault = _fault(tag, holder, counts[tag.reach, holder])
        if fault is not None:
            yield tag.fault(fault.code, fault.message, fault.hint)


def _fault(tag: Tag, holder: etree._Element | None, count: int) -> Fault | None:
    if tag.reach == "r":
        plain = f"{tag.kind} {tag.inner} {tag.source[-2:]}"
        return Fault("BR312", f"de vorm {tag.kind}r … kan hier niet", f"schrijf {plain}")
    word, alone = REACHES[tag.reach], f"zet de tag in een eigen {REACHES[tag.reach]}"
    if holder is None:
        hint = "zet de tag in een eigen rij van de tabel; voor hele alinea's is er {%p … %}"
        return Fault("BR307", f"{tag.source} staat niet in een {word} van een tabel", hint)
    if count > 1:
        return Fault("BR307", f"{tag.source} deelt zijn {word} met nog een {{%{tag.reach} … %}}", f"{alone}")
    goes = f"{tag.source} neemt de hele {word} weg"
    if _other_text(tag, holder):
        hint = f"{alone}, of schrijf {{% … %}} zonder letter"
        return Fault("BR307", f"{goes}, met de tekst die er nog in staat", hint)
    thing = next(things_beside(holder), None)
    if thing is not None:
        return Fault("BR307", f"{goes}, met {thing} erin", f"{alone}: er hoort niets anders in te staan")
    if tag.reach != "p" and _is_merged(holder):
        hint = "voeg de cellen van die rij niet samen met andere; de rij verdwijnt"
        return Fault("BR307", f"{goes}, en die hangt samen met andere cellen (samengevoegde cellen)", hint)
    return None


def _other_text(tag: Tag, holder: etree._Element) -> bool:
    words = "".join(text.text or "" for text in holder.iter(w("t")))
    return words.replace(tag.plain, "", 1).strip() != ""


def _is_merged(holder: etree._Element) -> bool:
    """Tell whether a row or cell that goes away begins or carries on a merge downwards, or a cell one to the right."""
    if next(holder.iter(w("vMerge")), None) is not None:
        return True
    return holder.tag == w("tc") and next(holder.iter(w("gridSpan"), w("hMerge")), None) is not None


def torn(first: Tag, last: Tag) -> Fault | None:
    """Say why two tags cannot be the ends of a block: they stand in different texts, cells, rows or paragraphs."""
    if first.reach in REACHES:
        one, other = reached(first), reached(last)
        if one is None or other is None or one.getparent() is other.getparent():
            return None
        hint = "zet begin en eind beide in de tekst, of beide in dezelfde cel; voor rijen is er {%tr … %}"
        return Fault("BR316", f"{first.source} en {last.source} staan niet in hetzelfde deel", hint)
    if first.spot.element is not last.spot.element:
        where = _paragraphs(first, last)
        hint = "zet voor hele alinea's de letter p in elke tag, zoals {%p if … %}, elk in een eigen alinea"
        return Fault("BR316", f"{first.source} en {last.source} staan {where}", hint)
    if first.run.getparent() is not last.run.getparent():
        hint = "zet beide tags in de gewone tekst, of beide in de koppeling of het besturingselement"
        return Fault("BR316", f"{first.source} en {last.source} staan niet in hetzelfde deel van de alinea", hint)
    return None


def _paragraphs(first: Tag, last: Tag) -> str:
    same = first.spot.element.getparent() is last.spot.element.getparent()
    return "in verschillende alinea's" if same else "niet in hetzelfde deel"


def save_bookmarks(tag: Tag) -> None:
    """Move the bookmarks out of what goes away with a tag: before the tag that opens a block, after any other.

    Around a place, what stands before the tag comes before the text, and what stands after it comes after.
    """
    is_place = tag.kind == "{{" and tag.inner in PLACES
    holder = tag.spot.element if is_place else reached(tag)
    if holder is None:
        return
    opens = tag.inner.startswith(("if", "for"))
    seen_tag = False
    before, after = [], []
    for element in holder.iter(w("bookmarkStart"), w("bookmarkEnd"), w("r")):
        if element.tag == w("r"):
            seen_tag = seen_tag or element is tag.run
        elif (not seen_tag) if is_place else opens:
            before.append(element)
        else:
            after.append(element)
    for mark in before:
        holder.addprevious(mark)
    for mark in reversed(after):
        holder.addnext(mark)
