"""Text that Word shows and that no reader can see: white on white, black on black, or far too small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.opc.markup import W, number_of

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import PartWalk

_COLOR, _SHADE, _MARKED, _SIZE, _VAL = (f"{W}{name}" for name in ("color", "shd", "highlight", "sz", "val"))
_TINY = 4
"""Half points: two points and less."""
_WHITE, _BLACK = ("ffffff", "white"), ("000000", "black", "auto")


def unseen_by_look(walk: PartWalk, run: etree._Element, properties: etree._Element) -> str:
    """Say why the text of a run cannot be seen; empty when it can, or when a table or box may lend it a background."""
    if not any(_may_be_unseen(each) for each in properties):
        return ""
    said = {each.tag: each for each in properties}
    color, size = _value(said.get(_COLOR)), said.get(_SIZE)
    ground = _ground(said)
    why = ""
    if color in _WHITE and ground in ("", *_WHITE) and not _has_ground(walk):
        why = "witte letters op wit"
    elif ground in _BLACK[:2] and color in ("", *_BLACK):
        why = "zwarte letters op zwart"
    elif size is not None and 0 < (number_of(size.get(_VAL)) or _TINY + 1) <= _TINY:
        why = "letters die te klein zijn om te zien"
    return why if why and any((each.text or "").strip() for each in run.iter(f"{W}t")) else ""


def _may_be_unseen(said: etree._Element) -> bool:
    """Tell quickly of one property whether it is worth a closer look."""
    tag = said.tag
    if tag == _COLOR:
        return _value(said) in _WHITE
    return tag in (_SHADE, _MARKED) or (tag == _SIZE and len(said.get(_VAL, "")) == 1)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(_VAL, "").lower()


def _ground(said: dict[str, etree._Element]) -> str:
    """Give the color behind a run: that of a marker goes before its shade."""
    shade = said.get(_SHADE)
    marked = _value(said.get(_MARKED)).removesuffix("none")
    return marked or ("" if shade is None else shade.get(f"{W}fill", "").lower().removeprefix("auto"))


def _has_ground(walk: PartWalk) -> bool:
    """Tell whether something around a run may give it a background: a cell, a box, or its paragraph."""
    return bool(walk.nested or walk.box or (walk.open and walk.open[-1].shaded))
