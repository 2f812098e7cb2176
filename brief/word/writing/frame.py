"""The filled frame of a template: where the body, the contents and the notes go, and what it already holds."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.markup import number_of, twips
from brief.word.opc.names import R, W, w
from brief.word.template.values import BRIEF
from brief.word.writing.note_numbers import section_ends, section_of
from brief.word.writing.notes import FrameNote, HandMade

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.text.model import Note

_TEXT = f"{{{BRIEF}}}tekst"
_CONTENTS = f"{{{BRIEF}}}inhoudsopgave"
_NOTE = f"{{{BRIEF}}}voetnoot"
_PLACE = re.compile(r"<(\w+):(tekst|inhoudsopgave)\b[^>]*/>")
_NARROWEST = 2000


class Frame(Struct):
    """The main part with its tags filled.

    `before` and `after` are its notes on either side of the body, which stands in section number `section`.
    """

    root: etree._Element
    marks: list[tuple[etree._Element, str]] = field(default_factory=list)
    before: list[FrameNote] = field(default_factory=list)
    after: list[FrameNote] = field(default_factory=list)
    section: int = 0
    has_contents: bool = False
    followed: bool = False
    width: int = 0

    def bookmark_names(self) -> set[str]:
        """List the names of the bookmarks in the frame."""
        return {str(mark.get(w("name"))) for mark in self.root.iter(w("bookmarkStart"))}

    def has_title(self, style: str | None) -> bool:
        """Tell whether the frame has a heading of the highest level itself, in this style: the title of the whole."""
        return style is not None and any(each.get(w("val")) == style for each in self.root.iter(w("pStyle")))

    def with_content(self, content: Mapping[str, str]) -> str:
        """Write the main part with this XML in each of its places, by name."""
        text = etree.tostring(self.root, encoding="unicode")
        return _PLACE.sub(lambda found: content.get(found[2]) or "<w:p/>", text)


def highest_bookmark(root: etree._Element) -> int:
    """Give the highest id of a bookmark in a part, 0 when there is none."""
    return max((number_of(mark.get(w("id"))) or 0 for mark in root.iter(w("bookmarkStart"))), default=0)


def read_frame(root: etree._Element, notes: Mapping[str, Note]) -> Frame:
    """Find the places in a filled main part, put the marks of notes in runs of their own, and tidy bookmarks."""
    frame = Frame(_with_namespaces(root))
    _place_blocks(frame)
    _tidy_bookmarks(frame.root)
    seen_body = False
    ends = section_ends(frame.root)
    for element in list(frame.root.iter(_TEXT, _NOTE, w("footnoteReference"))):
        section = section_of(element, ends)
        if element.tag == _TEXT:
            seen_body, frame.section = True, section
            continue
        note = _note_of(element, notes)
        (frame.after if seen_body else frame.before).append(FrameNote(note, section))
        frame.marks.append((element, note.number if isinstance(note, HandMade) else note.key))
    return frame


def _note_of(element: etree._Element, notes: Mapping[str, Note]) -> Note | HandMade:
    if element.tag == _NOTE:
        return notes[str(element.get("key"))]
    own_mark = element.get(w("customMarkFollows")) in ("1", "true", "on")
    return HandMade(str(element.get(w("id"))), counted=not own_mark)


def _with_namespaces(root: etree._Element) -> etree._Element:
    """Give the root with `w` and `r` declared, which the body uses."""
    if root.nsmap.get("r") == R:
        return root
    names: Any = {**root.nsmap, "w": W, "r": R}
    fresh = etree.Element(root.tag, _attributes(root), nsmap=names)
    fresh.extend(list(root))
    return fresh


def _place_blocks(frame: Frame) -> None:
    """Put each place in the stead of the paragraph that holds its tag."""
    for mark in list(frame.root.iter(_TEXT, _CONTENTS)):
        paragraph = next(mark.iterancestors(w("p")))
        place = etree.Element(mark.tag)
        paragraph.addprevious(place)
        parent = paragraph.getparent()
        if parent is not None:
            parent.remove(paragraph)
        if mark.tag == _CONTENTS:
            frame.has_contents = True
        else:
            frame.followed = next(place.itersiblings(w("p"), w("tbl")), None) is not None
            frame.width = _text_width(place)


def _text_width(place: etree._Element) -> int:
    """Give the width in twips of the column of text at a place: that of its section, or of its cell."""
    cell = next(place.iterancestors(w("tc")), None)
    if cell is not None:
        return max(_NARROWEST, _number(cell.find(f"{w('tcPr')}/{w('tcW')}"), "w", 9000) - 216)
    section = None
    for element in (*place.itersiblings(), *(s for a in place.iterancestors() for s in a.itersiblings())):
        section = next(element.iter(w("sectPr")), None)
        if section is not None:
            break
    size, margins = (None, None) if section is None else (section.find(w("pgSz")), section.find(w("pgMar")))
    width = _number(size, "w", 11906) - _number(margins, "left", 1417) - _number(margins, "right", 1417)
    return max(_NARROWEST, width)


def _number(element: etree._Element | None, name: str, default: int) -> int:
    value = None if element is None else twips(element.get(w(name)))
    return default if value is None else value


def _tidy_bookmarks(root: etree._Element) -> None:
    """Keep the first of the bookmarks that a loop doubled, and take out halves; ids are given afresh."""
    names: set[str] = set()
    ends: dict[str, list[etree._Element]] = {}
    for end in root.iter(w("bookmarkEnd")):
        ends.setdefault(str(end.get(w("id"))), []).append(end)
    number = 0
    for start in list(root.iter(w("bookmarkStart"))):
        name, matching = str(start.get(w("name"))).lower(), ends.get(str(start.get(w("id"))), [])
        if name in names or not matching:
            _remove(start)
            continue
        names.add(name)
        number += 1
        start.set(w("id"), str(number))
        matching.pop(0).set(w("id"), str(number))
    for left in (end for rest in ends.values() for end in rest):
        _remove(left)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def place_marks(frame: Frame, write: Iterator[str]) -> None:
    """Put the written marks of the frame's notes in their places, in order."""
    for (element, _), written in zip(frame.marks, write, strict=True):
        if element.tag == _NOTE:
            split_run(element, written)
        else:
            identifier = re.search(r'footnoteReference w:id="(\d+)"', written)
            assert identifier is not None
            element.set(w("id"), identifier[1])


def split_run(mark: etree._Element, written: str) -> None:
    """Close the run a mark stands in before it and open it again after it, with the same look."""
    run = mark.getparent()
    assert run is not None
    rest = list(mark.itersiblings())
    pieces = list(etree.fromstring(f'<w:x xmlns:w="{W}" xmlns:r="{R}">{written}</w:x>'))
    if rest:
        pieces.append(_same_look(run))
        pieces[-1].extend(rest)
    run.remove(mark)
    for piece in reversed(pieces):
        run.addnext(piece)
    if all(child.tag == w("rPr") for child in run):
        _remove(run)


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _same_look(run: etree._Element) -> etree._Element:
    fresh = etree.Element(w("r"), _attributes(run))
    properties = run.find(w("rPr"))
    if properties is not None:
        fresh.append(deepcopy(properties))
    return fresh
