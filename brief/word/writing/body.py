"""Write the body of a document as a string of WordprocessingML, in one pass and in document order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Severity
from brief.text.document import Contents, Role
from brief.text.model import Heading, ListItem, Paragraph, Table
from brief.text.plain import plain_spans
from brief.word.opc.characters import attribute
from brief.word.writing.bookmarks import bookmark_name
from brief.word.writing.margin import margin_note
from brief.word.writing.rhythm import keeps_with
from brief.word.writing.tables import TableWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brief.text.document import Element
    from brief.text.model import Block
    from brief.word.template.styles import StyleIds
    from brief.word.writing.numbering import Numbering
    from brief.word.writing.rhythm import Rhythm
    from brief.word.writing.spans import Anchors, Findings, SpanWriter

_KEEP_NEXT = "<w:keepNext/>"
_SPACER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""A paragraph one point high: Word makes one table of two that touch, and a cell or text may not end in a table."""


class ContentsEntry(Struct, frozen=True):
    """A heading for the table of contents: its level from 1, its text, the bookmark around it.

    `key` is that of its origin, by which the line in the contents is marked.
    """

    level: int
    text: str
    bookmark: str
    number: str = ""
    key: str = ""


class Setting(Struct):
    """What all blocks of a document share; a `titled` frame has the heading of the highest level itself."""

    styles: StyleIds
    numbering: Numbering
    anchors: Anchors
    findings: Findings
    rhythm: Rhythm
    width: int
    titled: bool = False


class Written(Struct):
    """The body as XML, its headings, and the names of the bookmarks that hold the text of each afspraak."""

    xml: str = ""
    contents: list[ContentsEntry] = field(default_factory=list)
    afspraken: dict[str, tuple[str, ...]] = field(default_factory=dict)


class BodyWriter:
    """Writes elements one after the other; the headings of `contents` get a bookmark for the table of contents."""

    def __init__(self, setting: Setting, spans: SpanWriter, *, contents: Contents | None, keep_last: bool) -> None:
        self._styles = setting.styles
        self._numbering = setting.numbering
        self._anchors = setting.anchors
        self._findings = setting.findings
        self._spans = spans
        self._tables = TableWriter(spans, setting.styles, setting.width, setting.anchors.bookmarks)
        self._lists = setting.numbering.lists()
        self._contents = contents
        self._below = 1 if setting.titled else 0
        self._keep_last = keep_last
        self._subject: str | None = None
        self._subject_count = 0
        self._after_table = False
        self._spacing = ""
        self._rhythm = setting.rhythm
        self._written = Written()
        self._heads: dict[object, str] = {}
        self._kinds: Mapping[type[Block], Callable[[Element, str, str, bool], str]] = {
            Paragraph: self._paragraph,
            ListItem: self._item,
            Heading: self._heading,
            Table: self._table,
        }

    def write(self, body: Sequence[Element]) -> Written:
        """Write all elements. The last one keeps with what follows in the template, such as a signature."""
        out: list[str] = []
        count = len(body)
        previous: str | None = None
        end_mark = ""
        for number, element in enumerate(body):
            following = body[number + 1] if number + 1 < count else None
            self._spacing = self._rhythm.after(element, following)
            afspraak = element.afspraak
            start = ""
            if afspraak != previous and afspraak is not None:
                start, end_mark = self._open_afspraak(afspraak)
            closes = afspraak is not None and (following is None or following.afspraak != afspraak)
            keep = self._keep_last if following is None else keeps_with(element, following)
            if element.kantlijn:
                out.append(margin_note(element.kantlijn))
            out.append(self._element(element, start, end_mark if closes else "", keep=keep))
            previous = afspraak
        self._numbering.add_lists(self._lists)
        if body and isinstance(body[-1].block, Table):
            out.append(_SPACER)
        self._written.xml = "".join(out)
        return self._written

    def _open_afspraak(self, afspraak: str) -> tuple[str, str]:
        name = self._anchors.bookmarks.claim(bookmark_name("_afs", afspraak))
        self._written.afspraken[afspraak] = (*self._written.afspraken.get(afspraak, ()), name)
        return self._anchors.bookmarks.open(name)

    def _element(self, element: Element, start: str, end: str, *, keep: bool) -> str:
        block = element.block
        self._findings.where = element
        if element.anchor is not None:
            opening, closing = self._anchors.bookmarks.open(self._anchors.names[element.anchor])
            start, end = start + opening, closing + end
        write = self._kinds.get(type(block))
        if write is None:
            raise TypeError(f"a finished document holds no {type(block).__name__}")
        if element.origin is not None and not isinstance(block, Table):
            opening, closing = self._anchors.bookmarks.mark(element.origin)
            start, end = start + opening, closing + end
        return write(element, start, end, keep)

    def _text(self, element: Element) -> str:
        """Write the spans of a block, each piece of it between its own marks of origin."""
        look = self._look(element)
        if not element.pieces:
            return self._spans.spans(getattr(element.block, "spans", ()), look)
        written = []
        for origin, spans in element.pieces:
            opening, closing = self._anchors.bookmarks.mark(origin)
            written.append(f"{opening}{self._spans.spans(spans, look)}{closing}")
        return "".join(written)

    def _head(
        self, style: str | None, level: int = 0, number: object = None, *, keep: bool = False, extra: str = ""
    ) -> str:
        """Write the `w:pPr` of a paragraph, in the order of the schema; the same ones come back all the time."""
        if self._after_table:
            self._after_table, self._spacing = False, self._rhythm.before(style, self._spacing)
        extra = self._spacing + extra
        key = (style, level, number, keep, extra)
        head = self._heads.get(key)
        if head is None:
            head = "" if style is None else f'<w:pStyle w:val="{attribute(style)}"/>'
            head += _KEEP_NEXT if keep else ""
            if number is not None:
                head += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            head = f"<w:pPr>{head}{extra}</w:pPr>" if head or extra else ""
            self._heads[key] = head
        return head

    def _paragraph(self, element: Element, start: str, end: str, keep: bool) -> str:
        block = element.block
        assert isinstance(block, Paragraph)
        if block.level == 0:
            self._lists.end()
            style = {Role.VERWIJZING: self._styles.reference, Role.CONCEPT: self._styles.draft}.get(
                element.role, self._styles.body
            )
            head = self._head(style, keep=keep)
        else:
            head = self._continued(block.level - 1, keep=keep)
        return f"<w:p>{head}{start}{self._text(element)}{end}</w:p>"

    def _continued(self, level: int, *, keep: bool) -> str:
        styles = self._styles.continues
        style = styles[level] if level < len(styles) else None
        if style is not None and style != self._styles.body:
            return self._head(style, keep=keep)
        left, _ = self._numbering.indent(None, level)
        return self._head(self._styles.body, keep=keep, extra=f'<w:ind w:left="{left}"/>')

    def _item(self, element: Element, start: str, end: str, keep: bool) -> str:
        block = element.block
        assert isinstance(block, ListItem)
        level = min(block.level, 8)
        if block.ordered:
            styles, number, depth = self._styles.numbers, str(self._lists.number(level, block.marker)), level
        else:
            self._lists.bullet(level)
            styles = self._styles.bullets
            number, depth = self._numbering.bullet(level)
        style = (styles[level] if level < len(styles) else None) or styles[0]
        head = self._head(style, depth, number, keep=keep)
        return f"<w:p>{head}{start}{self._text(element)}{end}</w:p>"

    def _heading(self, element: Element, start: str, end: str, keep: bool) -> str:
        block = element.block
        assert isinstance(block, Heading)
        self._lists.end()
        level = min(max(block.level, 1), 8)
        number = ""
        head = self._head(self._heading_style(level), keep=keep)
        if element.afspraak is None:
            self._miss_style(level)
        if element.role is Role.ONDERWERP:
            number, head = self._numbered(level, element, keep=keep)
        if self._in_contents(element, level):
            start, end = self._for_contents(element, 3 if number else level, number, start, end)
        return f"<w:p>{head}{start}{self._text(element)}{end}</w:p>"

    def _numbered(self, level: int, element: Element, *, keep: bool) -> tuple[str, str]:
        if self._subject is None or element.restart:
            self._subject, self._subject_count = self._numbering.subject(), 0
        self._subject_count += 1
        head = self._head(self._heading_style(level), 0, self._subject, keep=keep)
        return str(self._subject_count), head

    def _miss_style(self, level: int) -> None:
        """Report a heading that looks like one of a higher level, for want of a style."""
        higher = [each for each in range(1, level) if self._heading_style(each) == self._heading_style(level)]
        if higher:
            name = f"Kop {level + self._below}"
            message = f"deze kop lijkt op een kop van een hoger niveau: het sjabloon heeft geen stijl {name}"
            hint = f"gebruik hoogstens {'#' * higher[0]}, of voeg in Word de stijl {name} toe aan het sjabloon"
            self._findings.add("BR338", Severity.WAARSCHUWING, message, hint)

    def _heading_style(self, level: int) -> str | None:
        """Give the style of a heading of the body: one lower than its level where the frame has the title."""
        return self._styles.headings[level - 1 + self._below]

    def _in_contents(self, element: Element, level: int) -> bool:
        if level == 1 or self._contents is None:
            return self._contents is not None
        is_subject = element.role is Role.ONDERWERP
        return {Contents.DELEN: False, Contents.ONDERWERPEN: is_subject, Contents.ALLES: is_subject or level == 2}[
            self._contents
        ]

    def _for_contents(self, element: Element, level: int, number: str, start: str, end: str) -> tuple[str, str]:
        name = self._anchors.bookmarks.claim(f"_Inhoud{len(self._written.contents) + 1}")
        opening, closing = self._anchors.bookmarks.open(name)
        text = " ".join(plain_spans(getattr(element.block, "spans", ())).split())
        key = name.removeprefix("_") if element.origin is None else element.origin.key
        self._written.contents.append(ContentsEntry(level, text, name, number, key))
        return start + opening, closing + end

    def _table(self, element: Element, start: str, end: str, _keep: bool) -> str:
        assert isinstance(element.block, Table)
        self._lists.end()
        gap = _SPACER if self._after_table else ""
        self._after_table = True
        return f"{gap}{start}{self._tables.table(element.block, self._look(element), element.origin)}{end}"

    def _look(self, element: Element) -> str | None:
        """Give the character style of a draft, where no paragraph style says it: italic in both would be upright."""
        block, styles = element.block, self._styles
        by_paragraph = isinstance(block, Paragraph) and block.level == 0 and styles.draft != styles.body
        return styles.draft_run if element.role is Role.CONCEPT and not by_paragraph else None
