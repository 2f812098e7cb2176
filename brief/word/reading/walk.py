"""Go through the XML of one part and give its paragraphs in order.

One pass over start and end events, without recursion, so that depth costs nothing. An element that is not known is
looked through: its text counts. What Word does not show (deleted, hidden, the code of a field) is set aside with the
reason, never dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.diagnostics import Place
from brief.text.model import NoteMark, Run, Style
from brief.word.opc.foreign import ignorable, processed
from brief.word.opc.markup import XML_SPACE, W, is_on
from brief.word.reading import findings
from brief.word.reading.finished import blocks_of
from brief.word.reading.lists import left_edge, list_of
from brief.word.reading.model import Cell, Revisions, Source, WordBlock
from brief.word.reading.paragraph import GONE, HIDDEN, IN_CODE, INITIAL, Aside, OpenParagraph, Piece
from brief.word.reading.state import OpenField, OpenTable, RunLook, Shared
from brief.word.reading.styles import VAL, by_name, look_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brief.word.opc.relations import Relation
    from brief.word.reading.styles import Found, Look

    Start = Callable[["PartWalk", etree._Element], bool]
    """What happens where an element begins; True skips what is inside."""
    End = Callable[["PartWalk", etree._Element], None]


_PROPERTIES, _STYLE, _MARK, _FRAME, _NEW_PAGE, _SHADED = (
    f"{W}{name}" for name in ("pPr", "pStyle", "rPr", "framePr", "pageBreakBefore", "shd")
)


def unfinished_fields(root: etree._Element) -> set[etree._Element]:
    """Find the beginnings of fields that never end: Word takes what follows for text, not for the code of a field."""
    stories: dict[etree._Element | None, list[etree._Element]] = {}
    for element in root.iter(f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        if kind not in {"begin", "end"}:
            continue
        story = stories.setdefault(next(element.iterancestors(f"{W}txbxContent"), None), [])
        if kind == "begin":
            story.append(element)
        elif story:
            story.pop()
    return {element for story in stories.values() for element in story}


class PartWalk:
    """Reads one part; `blocks` are its paragraphs when `run` is done.

    `computed` are the characters in `blocks` that stand in the file as an element or attribute instead of text, and
    `doubled` the texts passed over because the same text stands beside it in another form.
    """

    def __init__(self, shared: Shared, part: str, source: Source, relations: dict[str, Relation]) -> None:
        self.shared = shared
        self.part = part
        self.relations = relations
        self.blocks: list[WordBlock] = []
        self.computed: list[str] = []
        self.doubled: list[str] = []
        self.count = 0
        self.tables = 0
        self.sources: list[tuple[Source, str]] = [(source, "")]
        self.open: list[OpenParagraph] = []
        self.asides: list[Aside] = []
        self.insertions: list[str] = []
        self.runs: list[RunLook] = [RunLook()]
        self.links: list[str | None] = []
        self.fields: list[OpenField] = []
        self.nested: list[OpenTable] = []
        self.contents = 0
        self.past_contents = False
        self.prompts = 0
        self.carry: list[OpenParagraph] = []
        self.box = 0
        self.floor = 0
        self.gone: list[bool] = []
        self.bound: str | None = None
        self.spaced = False
        self.ignorable: frozenset[str] = frozenset()
        self.processed: frozenset[str] = frozenset()
        self.alt = ""
        self.second_forms: list[bool] = []
        self.unfinished: set[etree._Element] = set()
        self._boxes: list[
            tuple[list[OpenField], list[str | None], list[OpenTable], list[OpenParagraph], int, int, int]
        ] = []

    def run(self, root: etree._Element, starts: Mapping[str, Start], ends: Mapping[str, End]) -> None:
        """Walk through the whole part; `starts` and `ends` say what happens at each element, by name."""
        self.unfinished = unfinished_fields(root)
        self.ignorable, self.processed = ignorable(root), processed(root)
        self.spaced = bool(root.xpath("boolean(//@xml:space[not(parent::w:t)])", namespaces={"w": W[1:-1]}))
        walker = etree.iterwalk(root, events=("start", "end"), tag={*starts, *ends})
        for event, element in walker:
            if event == "start":
                start = starts.get(element.tag)
                if start is not None and start(self, element):
                    walker.skip_subtree()
            else:
                end = ends.get(element.tag)
                if end is not None:
                    end(self, element)
        self.flush_carry()

    # Text

    def add(self, text: str, *, computed: bool = False) -> None:
        """Add text to the paragraph that is open, or set it aside."""
        if not text:
            return
        if computed:
            self.computed.append(text)
        if not self.open:
            self.stray(text)
            return
        paragraph = self.open[-1]
        if self.asides:
            paragraph.aside.setdefault(self.asides[0], []).append(text)
            return
        coded = self.fields[-1].coded if self.fields else None
        if coded is not None:
            coded.instruction += text
            paragraph.aside.setdefault((Source.FIELD_CODE, ""), []).append(text)
            return
        self._add_shown(paragraph, text)

    def _add_shown(self, paragraph: OpenParagraph, text: str) -> None:
        look = self.runs[-1]
        if look.caps and text.upper() != text:
            self.doubled.append(text)
            text = text.upper()
            self.computed.append(text)
        contents = paragraph.contents and not paragraph.outline
        if self.fields:
            innermost = self.fields[-1]
            innermost.filled = True
            if innermost.result is not None:
                innermost.result.append(text)
            is_title = paragraph.outline and innermost.begun < paragraph.index
            contents = contents or (innermost.is_contents and not is_title)
        paragraph.mixed |= contents
        paragraph.pieces.append(Piece(text, look.style, self._link(), contents))
        if self.insertions:
            paragraph.inserted.setdefault(self.insertions[-1], []).append(text)
        if look.off is not Style.PLAIN and text.strip():
            paragraph.off |= look.off
        if look.struck:
            paragraph.struck.append(text)
        if self.prompts:
            paragraph.prompts.append(text)

    def preserves_space(self, element: etree._Element) -> bool:
        """Tell whether the white space at the ends of a text counts: said by itself, or by what it stands in."""
        said = element.get(XML_SPACE)
        if said is None and self.spaced:
            said = next((value for each in element.iterancestors() if (value := each.get(XML_SPACE))), None)
        return said == "preserve"

    def note_bound(self, value: str) -> None:
        """Show the value of a bound control: in the paragraph that is open, or else in the next."""
        if self.open and len(self.open) > self.floor:
            self._unhidden(value)
        else:
            self.bound = value

    def _unhidden(self, value: str) -> None:
        """Add text that is shown although what stands around it is set aside."""
        self.bound = None
        aside = self.asides.pop()
        self.add(value, computed=True)
        self.asides.append(aside)

    def _link(self) -> str | None:
        if self.links and self.links[-1] is not None:
            return self.links[-1]
        return self.fields[-1].link if self.fields else None

    def stray(self, text: str) -> None:
        """Keep text that stands where Word shows none."""
        place = self.place(self.count, text)
        self.blocks.append(WordBlock(place, (Run(text),), Source.STRAY))
        if text.strip():
            self.shared.diagnostics.append(findings.stray_note(text, place))

    def place(self, index: int, text: str) -> Place:
        """Give the place of a paragraph of this part."""
        return Place(self.shared.file, part=self.part, paragraph=index or None, excerpt=findings.shorten(text))

    def here(self) -> Place:
        """Give the place of the paragraph that is open now."""
        if not self.open:
            return self.place(self.count, "")
        paragraph = self.open[-1]
        return self.place(paragraph.index, "".join(p.text for p in paragraph.pieces if not isinstance(p, NoteMark)))

    # Paragraphs

    def begin_paragraph(self, element: etree._Element) -> None:
        """Open a paragraph, with what its style and its own properties say."""
        self.count += 1
        properties = element.find(_PROPERTIES)
        said = {} if properties is None else by_name(properties)
        style_element = said.get(_STYLE)
        style_id = self.shared.styles.default if style_element is None else style_element.get(VAL, "")
        own = None if properties is None else look_of(said)
        look = self.shared.styles.paragraph(style_id)
        joins = self._joins(said, look)
        source, detail = self.sources[-1]
        outline = own.outline if own is not None and own.outline is not None else look.outline
        listed = None if joins == GONE or self.asides else list_of(own, look, style_id)
        paragraph = OpenParagraph(
            index=self.count,
            source=source,
            detail=detail,
            look=look,
            outline=outline or None,
            own=own,
            listed=listed,
            cells=tuple(Cell(t.number, max(t.row, 0), max(t.column, 0), t.header) for t in self.nested),
            contents=self.contents > 0 and not self.past_contents,
            joins=joins,
            box=self.box,
        )
        paragraph.page_break = is_on(said.get(_NEW_PAGE))
        paragraph.shaded = _SHADED in said or bool(look.shaded)
        squeezed = own.squeezed if own is not None else None
        paragraph.squeezed = bool(look.squeezed if squeezed is None else squeezed)
        paragraph.framed = _FRAME in said and joins != INITIAL and source is Source.BODY
        self.open.append(paragraph)
        if self.bound is not None and self.asides:
            self._unhidden(self.bound)

    def _joins(self, said: Found, look: Look) -> str:
        """Say why the paragraph goes on in the next one; empty when it does not."""
        mark = said.get(_MARK)
        if self._mark_is_gone(mark):
            return GONE
        vanish = None if mark is None else mark.find(f"{W}vanish")
        if look.hidden if vanish is None else is_on(vanish):
            return HIDDEN
        frame = said.get(_FRAME)
        return INITIAL if frame is not None and frame.get(f"{W}dropCap", "none") != "none" else ""

    def _mark_is_gone(self, mark: etree._Element | None) -> bool:
        """Tell whether the paragraph mark is deleted (or not yet inserted), so that the next paragraph is joined."""
        if mark is None:
            return False
        rejecting = self.shared.revisions is Revisions.REJECT
        gone = ("ins", "moveTo") if rejecting else ("del", "moveFrom")
        return any(mark.find(f"{W}{name}") is not None for name in gone)

    def end_paragraph(self) -> None:
        """Close the paragraph: give its block, and blocks for what was set aside from it."""
        paragraph = self.open.pop()
        if not paragraph.joins and self.fields and self.fields[-1].coded is not None:
            paragraph.joins, paragraph.listed = IN_CODE, None
        self._count(paragraph)
        if paragraph.is_shown and (paragraph.framed or paragraph.squeezed):
            text = "".join(piece.text for piece in paragraph.pieces if isinstance(piece, Piece))
            if paragraph.squeezed:
                why = "regels die te laag zijn om te zien"
                self.shared.diagnostics.append(findings.faint_note(why, text, self.place(paragraph.index, text)))
            if paragraph.framed:
                self.shared.frames.append((text, self.place(paragraph.index, text)))
        if paragraph.outline and paragraph.is_shown and not paragraph.look.name.startswith("toc "):
            self._end_contents(paragraph.index)
        within = len(self.open) > self.floor
        if paragraph.joins and not within:
            if paragraph.pieces or paragraph.aside or paragraph.after:
                self.carry.append(paragraph)
            return
        if not within and self.carry:
            self._take_carry(paragraph)
        self._give(blocks_of(paragraph, self.shared, self.place))

    def _end_contents(self, heading: int) -> None:
        """Take what follows a heading for text, even where the field or control of the contents goes on around it."""
        self.past_contents = self.contents > 0
        for each in self.fields:
            each.past_contents |= each.begun < heading

    def _count(self, paragraph: OpenParagraph) -> None:
        """Give a paragraph its number and its left edge; one of which nothing is shown is not counted."""
        counts = paragraph.listed is not None and (paragraph.joins != HIDDEN or paragraph.is_shown)
        if counts and paragraph.listed is not None:
            story = f"{self.part} {'box' if paragraph.box else ''}"
            paragraph.number = self.shared.numbering.number(*paragraph.listed, story)
            self._report_number(paragraph)
        elif paragraph.listed is not None and self.shared.numbering.is_counted(*paragraph.listed):
            self.shared.diagnostics.append(findings.uncounted_note(self.place(paragraph.index, "")))
        paragraph.indent = left_edge(paragraph.own, paragraph.look, paragraph.number)

    def _report_number(self, paragraph: OpenParagraph) -> None:
        odd, telling = self.shared.numbering.odd, self.shared.numbering.telling
        if odd or telling:
            place = self.place(paragraph.index, "".join(p.text for p in paragraph.pieces if isinstance(p, Piece)))
            self.shared.diagnostics += [findings.number_note(form, place) for form in odd]
            self.shared.diagnostics += [findings.bullet_note(form, place) for form in telling]
            odd.clear()
            telling.clear()

    def _give(self, blocks: list[WordBlock]) -> None:
        """Put blocks in the part, or after the paragraph in which their text box is anchored."""
        if self.open:
            self.open[-1].after.extend(blocks)
        else:
            self.blocks.extend(blocks)

    def _take_carry(self, paragraph: OpenParagraph) -> None:
        """Put what waited before this paragraph; a heading that runs on in text stays a heading of its own."""
        for earlier in reversed(self.carry):
            if earlier.joins == HIDDEN and earlier.outline and earlier.is_shown and not paragraph.outline:
                break
            self._report_join(earlier, paragraph)
            paragraph.take(earlier)
            self.carry.pop()
        self.flush_carry()

    def _report_join(self, earlier: OpenParagraph, paragraph: OpenParagraph) -> None:
        if earlier.joins == GONE and earlier.is_shown and paragraph.is_shown:
            text = "".join(piece.text for piece in earlier.pieces if isinstance(piece, Piece))
            self.shared.diagnostics.append(findings.joined_note(text, self.place(earlier.index, text)))

    def flush_outside_paragraph(self) -> None:
        """Give what waits for a next paragraph where a table or cell ends the text around it."""
        if len(self.open) == self.floor:
            self.flush_carry()

    def flush_carry(self) -> None:
        """Give what waited for a next paragraph that does not come."""
        waiting, self.carry = self.carry, []
        for paragraph in waiting:
            self._give(blocks_of(paragraph, self.shared, self.place))

    # Text boxes: paragraphs within a run, with a state of their own

    def begin_box(self) -> None:
        """Enter a text box."""
        self._boxes.append((self.fields, self.links, self.nested, self.carry, self.floor, self.box, self.contents))
        self.fields, self.links, self.nested, self.carry = [], [], [], []
        self.floor, self.contents = len(self.open), 0
        self.shared.boxes += 1
        self.box = self.shared.boxes
        self.sources.append((Source.TEXTBOX if self.sources[-1][0] is Source.BODY else self.sources[-1][0], ""))
        self.runs.append(RunLook())

    def end_box(self) -> None:
        """Leave a text box."""
        self.flush_carry()
        self.fields, self.links, self.nested, self.carry, self.floor, self.box, self.contents = self._boxes.pop()
        self.sources.pop()
        self.runs.pop()
