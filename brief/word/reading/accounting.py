"""Prove that every character of a part was read: what stands in its XML is what came out, no more and no less."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brief.diagnostics import OUR_FAULT, Diagnostic, Place, Severity
from brief.text.model import Run
from brief.word.opc.markup import TEXT_TAGS, W
from brief.word.reading import findings
from brief.word.reading.model import Source, WordBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from brief.word.reading.walk import PartWalk

_NO_TEXT = ("t", "delText", "instrText", "delInstrText", "fldData", "binData")
# From the texts to what they stand in: the other way round takes ten times as long.
_STRAY = "//text()[parent::w:*[not({})]][normalize-space()]".format(" or ".join(f"self::w:{name}" for name in _NO_TEXT))
_STRAY += " | //w:t/text()[preceding-sibling::*] | //w:delText/text()[preceding-sibling::*]"


def stray_text(root: etree._Element, walk: PartWalk) -> list[WordBlock]:
    """Find text between elements, where only white space belongs; Word refuses such a file, so it is reported."""
    found = root.xpath(_STRAY, namespaces={"w": W[1:-1]})
    blocks = []
    for text in found if isinstance(found, list) else ():
        place = Place(walk.shared.file, part=walk.part, excerpt=findings.shorten(str(text)))
        walk.shared.diagnostics.append(findings.stray_note(str(text), place))
        blocks.append(WordBlock(place, (Run(str(text)),), Source.STRAY))
    return blocks


def unaccounted(root: etree._Element, walk: PartWalk) -> Diagnostic | None:
    """Compare the characters in the XML with those read, white space aside; None when they are the same."""
    inside = _characters([*(each.text or "" for each in root.iter(*TEXT_TAGS)), *walk.computed])
    outside = _characters([*(block.text for block in walk.blocks), *walk.doubled])
    # in the same order too, as a rule: then there is nothing to count
    source, read = map(Counter, ("", "") if inside == outside else (inside, outside))
    if source == read:
        return None
    lost, extra = "".join(sorted((source - read).elements())), "".join(sorted((read - source).elements()))
    return Diagnostic(
        "BR122",
        Severity.FOUT,
        f"niet alle tekst van {walk.part!r} is gelezen (kwijt: '{lost[:40]}', te veel: '{extra[:40]}')",
        Place(walk.shared.file, part=walk.part),
        hint=OUR_FAULT,
    )


def _characters(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())
