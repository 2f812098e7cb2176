"""Give every block of a dossier its place: the heading, section or remainder it belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.domain import Sectie
from brief.dossier import doubts
from brief.dossier.blocks import Piece, SourceBlock
from brief.dossier.headings import (
    Candidate,
    Number,
    candidate,
    comes_next,
    front_part,
    is_like_afspraak,
    leads_chapter,
    part_of,
    section_follows,
)
from brief.dossier.marks import typed_marker
from brief.dossier.patterns import (
    is_contents_line,
    is_end_title,
    is_hamerpunt_line,
    is_nothing,
    is_template_title,
    longer_section_of,
    reason_aside,
    section_of,
)
from brief.dossier.titles import is_set_off, look_of, may_be_title, may_be_title_of_afspraken
from brief.text.invisible import visible
from brief.text.model import Block, ListItem, Paragraph, Run, Style
from brief.text.normal import normalise_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.diagnostics import Diagnostic
    from brief.dossier.titles import TitleLook

_CLOSING = ("afsluiting", "afronding", "sluiting", "communicatie en afsluiting", "rondvraag en sluiting")
"""Titles of the closing chapter, whose arrangements on communication are not published."""


# `2.3 Deltaprogramma ..... 7`
_CONTENTS_LINE = re.compile(r"(?:\.{2}|…|\s)[.\s]{0,40}\d{1,3}$")
_CONTENTS_ROW = re.compile(r"(?:\.{3}|…)[.\s]{0,40}\d{1,3}$")
_TAIL = 60
_AHEAD = 60
"""Blocks that are looked at to tell what a line is the beginning of."""


class OpenAgendapunt(Struct):
    """An agendapunt, or part of one, while the blocks under it come by."""

    nummer: str
    titel: str
    heading: SourceBlock
    deel: str | None = None
    hamerpunt: bool = False
    closing: bool = False
    secties: dict[Sectie, list[Piece]] = field(default_factory=dict)


class Outline(Struct):
    """The whole dossier, every block in one place: a heading of `agendapunten`, a section of one, or `rest`."""

    agendapunten: list[OpenAgendapunt] = field(default_factory=list)
    rest: list[tuple[SourceBlock, str]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def outline(blocks: Iterable[SourceBlock]) -> Outline:
    """Read the structure of a dossier; every block comes in exactly one place."""
    reader = _Reader(tuple(blocks))
    for block in reader.blocks:
        reader.place(block)
    return reader.result


class _Reader:
    """Goes through the blocks in order, knowing the agendapunt, section and part of the dossier it is in."""

    def __init__(self, blocks: tuple[SourceBlock, ...]) -> None:
        self.blocks = blocks
        self.result = Outline()
        self.front: str | None = "titelblad"
        self.last: Number | None = None
        self.chapter = ""
        self.section: Sectie | None = None
        self.items: frozenset[int] = frozenset()
        self._decided = (0, False)
        self._box = 0
        self._around: tuple[int, Sectie | None, frozenset[int]] = (0, None, frozenset())
        self._titled = False
        self._begins = _begin_of_dossier(blocks)
        self._title: TitleLook = (0, False, False, False)
        self._left: SourceBlock | None = None

    def place(self, block: SourceBlock) -> None:
        """Put a block where it belongs."""
        if block.box != self._box:
            self._change_box(block.box)
        placed = len(self.result.agendapunten), self.section
        self._place(block)
        if not block.aside:
            self._titled = placed != (len(self.result.agendapunten), self.section)
        if block.box and self._titled and not block.aside:
            self.result.diagnostics.append(doubts.title_in_box(block))

    def _change_box(self, box: int) -> None:
        """Leave a text box: the section around it goes on, unless the box ended in a title or began an agendapunt."""
        begun, section, items = self._around
        if self._box and not self._titled and begun == len(self.result.agendapunten):
            self.section, self.items = section, items
        self._box = box
        self._around = (len(self.result.agendapunten), self.section, self.items)

    def _place(self, block: SourceBlock) -> None:
        if block.aside:
            self._set_aside(block, block.aside)
        elif not block.is_table and not block.notes and not visible(block.text).strip():
            self._set_aside(block, "alleen tekens die niet te zien zijn")
        elif self._front_part(block) or self._heading(block) or self._part(block):
            return
        elif self.front is not None:
            if self._left is not None and _title_of(block) is Sectie.VOORGESTELDE_AFSPRAKEN:
                self._report_left("staat 'Voorgestelde afspraken'")
            self._set_aside(block, reason_aside_of_front(block, self.front))
        else:
            self._content(block)

    def _set_aside(self, block: SourceBlock, reason: str) -> None:
        self.result.rest.append((block, reason))

    def _front_part(self, block: SourceBlock) -> bool:
        name = front_part(block)
        if name is None or (name.startswith("onderdeel") and not block.heading):
            return False
        if self.front is None and self.section is not None and self._goes_on(block):
            return False
        self.front = name
        self._left = block if self.result.agendapunten else None
        self._leave_section()
        self._set_aside(block, name)
        return True

    def _report_left(self, what: str) -> None:
        """Report once that agendapunten go on under a title that was taken for the end of them."""
        if self._left is not None:
            self.result.diagnostics.append(doubts.not_read(self._left, what))
        self._left = None

    def _after(self, block: SourceBlock) -> tuple[SourceBlock, ...]:
        """Give the next blocks, as many as are looked at to tell what a line is the beginning of."""
        return self.blocks[block.index + 1 : block.index + 1 + _AHEAD]

    def _section_follows(self, block: SourceBlock) -> bool:
        if block.index >= self._decided[0]:
            answer, index = section_follows(self._after(block))
            self._decided = (index, answer)
        return self._decided[1]

    def _goes_on(self, block: SourceBlock) -> bool:
        """Tell of a title such as "Bijlage 1" under an agendapunt whether the agendapunten go on after it."""
        if is_end_title(block.line):
            return False
        for each in self._after(block):
            if front_part(each) is not None and is_end_title(each.line):
                return False
            found = candidate(each)
            if _title_of(each) is not None or (found is not None and found.styled and comes_next(found, self.last)):
                return True
        return False

    def _leave_section(self) -> None:
        self.section = None
        self.items = frozenset()

    def _heading(self, block: SourceBlock) -> bool:
        found = candidate(block)
        if found is None or block.index < self._begins:
            return False
        if self.front is not None and not block.heading and is_contents_line(block.text):
            return False  # a table of contents that someone typed
        if is_template_title(found.title):
            self.front = "uitleg bij het sjabloon"
            self._set_aside(block, self.front)
            return True
        if not comes_next(found, self.last) or self._is_afspraak(found, block):
            return False
        self._check_order(found.number, block)
        number, self.last = ".".join(map(str, found.number)), found.number
        if len(found.number) == 1:
            self.chapter = found.title
        part = part_of(block)
        title = _without_number(part[0], number) if part else found.title
        self._begin(block, number, title, part[1] if part else None)
        return True

    def _is_afspraak(self, found: Candidate, block: SourceBlock) -> bool:
        """Tell of a line with a chapter's number whether it is one of the proposed afspraken."""
        in_afspraken = self.front is None and self.section is Sectie.VOORGESTELDE_AFSPRAKEN
        if not in_afspraken:
            return False
        if len(found.number) > 1:
            return is_like_afspraak(found, self.last) and not self._section_follows(block)
        chapter = leads_chapter(found, self._after(block))
        return not chapter if chapter is not None else not block.heading or found.number[0] - 1 in self.items

    def _check_order(self, number: Number, block: SourceBlock) -> None:
        if self.last is not None and number <= self.last:
            before = ".".join(map(str, self.last))
            self.result.diagnostics.append(doubts.out_of_order(block, before))

    def _begin(self, block: SourceBlock, number: str, title: str, part: str | None) -> None:
        self._report_left(f"begint agendapunt {number}")
        hamerpunt = any(text.lower().startswith("hamerpunt") for text in (self.chapter, title)) and "." in number
        closing = any(text.lower().strip(" .") in _CLOSING for text in (self.chapter, title))
        self.front = None
        self._leave_section()
        self.result.agendapunten.append(OpenAgendapunt(number, title, block, part, hamerpunt, closing))

    def _part(self, block: SourceBlock) -> bool:
        found = part_of(block) if self.front is None and self.result.agendapunten else None
        if found is None or (isinstance(block.block, ListItem) and self.section is not None):
            return False
        plain = not block.heading and not block.wholly(Style.BOLD | Style.ITALIC)
        if plain and self.section is Sectie.VOORGESTELDE_AFSPRAKEN and not self._section_follows(block):
            return False
        self._begin(block, self.result.agendapunten[-1].nummer, *found)
        return True

    def _content(self, block: SourceBlock) -> None:
        current = self.result.agendapunten[-1]
        title = _title_of(block)
        if title is not None:
            if title is Sectie.VOORGESTELDE_AFSPRAKEN and title in current.secties:
                self.result.diagnostics.append(doubts.second_time(block, current.nummer))
            if block.framed and not is_set_off(block):
                self.result.diagnostics.append(doubts.title_in_frame(block))
            self._title = look_of(block)
            self.section = title
            self.items = frozenset()
            self._set_aside(block, "sectietitel")
            return
        if is_hamerpunt_line(block.line):
            current.hamerpunt = True
            self._set_aside(block, "aanduiding hamerpunt")
            return
        listed = isinstance(block.block, ListItem)
        reason = "" if block.is_table else reason_aside(block.line, listed=listed, section=self.section)
        if self.section is Sectie.VOORGESTELDE_AFSPRAKEN and is_nothing(block.text.strip()):
            reason = "geen afspraken"
        if reason:
            self._set_aside(block, reason)
            return
        self._doubt(block)
        text = _as_text(block)
        self._note_item(text.block)
        section = self.section or Sectie.OVERIG
        current.secties.setdefault(section, []).append(text)

    def _doubt(self, block: SourceBlock) -> None:
        """Report a line that looks like something else than it was taken for."""
        in_afspraken = self.section is Sectie.VOORGESTELDE_AFSPRAKEN
        number = candidate(block) if in_afspraken and not block.heading else None
        if in_afspraken and ((block.heading and block.line[:1].isdigit()) or (number and len(number.number) > 1)):
            self.result.diagnostics.append(doubts.no_chapter(block))
        elif in_afspraken and may_be_title(block, self._title):
            self.result.diagnostics.append(doubts.taken_for_afspraak(block))
        elif not in_afspraken and may_be_title_of_afspraken(block):
            self.result.diagnostics.append(doubts.no_section(block))
        elif self._heads_sections(block):
            self.result.diagnostics.append(doubts.no_number(block, self.result.agendapunten[-1].nummer))

    def _heads_sections(self, block: SourceBlock) -> bool:
        """Tell whether a line looks like a heading and has a section under it, but no number that is read."""
        counted = bool(block.number) or not isinstance(block.block, ListItem)
        styled = block.heading or (block.wholly(Style.BOLD) and counted)
        return bool(styled) and not block.is_table and self._section_follows(block)

    def _note_item(self, block: Block) -> None:
        marker = block.marker.rstrip(".)") if isinstance(block, ListItem) else ""
        if marker.isdecimal():
            self.items |= {int(marker)}


def _begin_of_dossier(blocks: tuple[SourceBlock, ...]) -> int:
    """Find the heading "C. Dossier": an agenda before it may look like headings, and has no sections."""
    for block in blocks:
        if block.aside:
            continue
        if _title_of(block) is not None:
            return 0
        if front_part(block) == "uitleg bij het sjabloon":
            return block.index
    return 0


def _title_of(block: SourceBlock) -> Sectie | None:
    """Give the section that a block is the title of; an item of a list must look like a title, too."""
    if block.is_table:
        return None
    title = section_of(block.line)
    if title is not None:
        is_item = isinstance(block.block, ListItem) and not block.number
        return title if not is_item or title is Sectie.VOORGESTELDE_AFSPRAKEN or is_set_off(block) else None
    return longer_section_of(block.line) if is_set_off(block) else None


def _as_text(block: SourceBlock) -> Piece:
    """Give a heading that is no agendapunt the look it has in running text: bold, its number the marker of an item."""
    if not block.heading or not isinstance(block.block, Paragraph):
        return Piece(block.block, (block,))
    marker, marks, rest = typed_marker(block.spans)
    spans = tuple(Run(s.text, s.style | Style.BOLD, s.link) if isinstance(s, Run) else s for s in rest)
    source = replace(block, marks=marks)
    if marker or block.number:
        return Piece(ListItem(normalise_spans(spans), 0, marker or block.number), (source,))
    return Piece(Paragraph(normalise_spans(spans), block.block.level), (source,))


def _without_number(title: str, number: str) -> str:
    return title.removeprefix(number).lstrip(". ")


def reason_aside_of_front(block: SourceBlock, front: str) -> str:
    """Say why a block before the first agendapunt, or after the last, is in the remainder."""
    if block.is_table:
        return (
            "inhoudsopgave" if any(_CONTENTS_ROW.search(line[-_TAIL:]) for line in block.text.splitlines()) else front
        )
    if front == "inhoudsopgave" and not _CONTENTS_LINE.search(block.line[-_TAIL:]):
        front = "inleiding"
    reason = reason_aside(block.line, listed=isinstance(block.block, ListItem), section=Sectie.TOELICHTING)
    return reason or front
