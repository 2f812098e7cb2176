"""Words by which an edit is known again, put in paragraphs whose place in the source is known by their marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.rounds.opening import open_round
from brief.word.opc.origins import origin_of
from rounds.processing.lezer import W

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from rounds.processing.lezer import Lezer

KINDS = {"a": "tekst", "z": "zin", "b": "brief"}
WORD = re.compile(r"\bmerk\w+woord\b")
"""A word of an edit: `merk12woord`, `merkanna12woord`."""


def home(paragraph: etree._Element) -> str:
    """Give where in the source a paragraph stands, by its mark: `tekst nw-2.3-1`, `zin nw-2.3-1`, `brief`."""
    for mark in paragraph.iter(f"{W}bookmarkStart"):
        name = mark.get(f"{W}name") or ""
        origin = origin_of(name)
        if origin is not None and name[3:4] in KINDS:
            kind = KINDS[name[3:4]]
            return kind if kind == "brief" else f"{kind} {origin.key}"
    return ""


def put_in(reader: Lezer, paragraph: etree._Element, word: str, place: int) -> bool:
    """Put a word behind another in the first run of a paragraph, at this place among its words; False without room."""
    runs = [t for t in paragraph.iter(f"{W}t") if len((t.text or "").split()) > 2]
    if not runs:
        return False
    words = (runs[0].text or "").split()
    at = words[1 + place % (len(words) - 2)]
    reader.vervang(f" {at} ", f" {at} {word} ", paragraph)
    return True


def found(folder: Path) -> dict[str, str]:
    """Give for each word of an edit where it stands in the source now."""
    bestanden = open_round(folder).bestanden
    assert bestanden is not None
    texts = {"brief": bestanden.brief_tekst}
    for each in bestanden.afspraken:
        texts[f"tekst {each.id}"] = each.geldende_tekst
        texts[f"zin {each.id}"] = each.brief or ""
    places: dict[str, str] = {}
    for place, text in texts.items():
        places |= dict.fromkeys(WORD.findall(text), place)
    return places
