"""Text that Word shows and that no reader can see: white on white, black on black, or far too small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.opc.markup import W, number_of, twips
from brief.word.reading import findings
from brief.word.reading.model import Source
from brief.word.reading.styles import TEXT_FILL, TINY, WHITE

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.styles import Look
    from brief.word.reading.walk import PartWalk

_BLACK = ("000000", "black", "auto")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CLEAR = 90_000
"""Thousandths of a percent from which a color is so clear that the paper is seen instead."""
_LOWEST_ROW = 60
"""Twips: a row of exactly three points or less shows nothing of its text."""
_EDGES = (Source.HEADER, Source.FOOTER)


def note_unseen(
    walk: PartWalk, run: etree._Element, looks: tuple[Look, Look, Look], fill: etree._Element | None
) -> None:
    """Report the text of a run that cannot be seen; nothing when a table or box may lend it a background.

    `looks` are what the run says itself, what its style says, and what the style of its paragraph says; `fill` is
    another way to color letters (`w14:textFill`), which goes before the color.
    """
    color, ground, size = (
        next((value for each in looks if (value := getattr(each, name)) is not None), None)
        for name in ("color", "ground", "size")
    )
    if looks[0].color is None and looks[0].ground is None and walk.sources[-1][0] in _EDGES:
        color = None  # of a style: above and below the page often on a band of color
    why = _why(walk, run, color or "", ground or "", size, fill)
    text = "".join(each.text or "" for each in run.iter(f"{W}t")) if why else ""
    if text.strip():
        walk.shared.diagnostics.append(findings.faint_note(why, text, walk.here()))


def _why(
    walk: PartWalk, run: etree._Element, color: str, ground: str, size: int | None, fill: etree._Element | None
) -> str:
    white = color in WHITE if fill is None else _shows_paper(fill)
    if white and ground in ("", *WHITE) and not _has_ground(walk, run):
        return "witte letters op wit"
    if ground in _BLACK[:2] and color in ("", *_BLACK) and fill is None:
        return "zwarte letters op zwart"
    return "letters die te klein zijn om te zien" if _is_tiny(size) else ""


def _is_tiny(size: int | None) -> bool:
    return size is not None and 0 < size <= TINY


def text_fill(properties: etree._Element) -> etree._Element | None:
    """Give the fill of letters where it may be one that shows the paper."""
    fill = properties.find(TEXT_FILL)
    return fill if fill is not None and _shows_paper(fill) else None


def _shows_paper(fill: etree._Element) -> bool:
    """Tell whether letters have no color, a white one or one that is clear."""
    clear = any((number_of(each.get(f"{_W14}val")) or 0) >= _CLEAR for each in fill.iter(f"{_W14}alpha"))
    colors = fill.iterfind(f"{_W14}solidFill/{_W14}srgbClr")
    white = any(each.get(f"{_W14}val", "").lower() in WHITE for each in colors)
    return clear or white or fill.find(f"{_W14}noFill") is not None


def _has_ground(walk: PartWalk, run: etree._Element) -> bool:
    """Tell whether something around a run may give it a background: a cell, a box, or its paragraph."""
    return bool(walk.box or (walk.open and walk.open[-1].shaded)) or (bool(walk.nested) and _in_color(run))


def _in_color(run: etree._Element) -> bool:
    """Tell whether a cell around a run, its row or its table has a background, or a style that may give it one."""
    return any(
        each.find(f"{W}{kind}/{W}{name}") is not None
        for each in run.iterancestors(f"{W}tc", f"{W}tr", f"{W}tbl")
        for kind in ("tcPr", "trPr", "tblPrEx", "tblPr")
        for name in ("shd", "tblStyle")
    )


def note_low_row(walk: PartWalk, row: etree._Element, properties: etree._Element) -> None:
    """Report a row of a table of which the text does not fit in its fixed height."""
    height = properties.find(f"{W}trHeight")
    if height is None or height.get(f"{W}hRule") != "exact":
        return
    value = twips(height.get(f"{W}val"))
    text = " ".join(each.text or "" for each in row.iter(f"{W}t")) if value is not None and value <= _LOWEST_ROW else ""
    if text.strip() and not walk.asides:
        why = "een rij van een tabel die te laag is om te zien"
        walk.shared.diagnostics.append(findings.faint_note(why, text, walk.place(walk.count + 1, text)))
