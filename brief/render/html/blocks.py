"""A text as HTML: its blocks, its marks and its lists, every character of it shown and none obeyed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from brief.render.html.runs import run_html
from brief.text import Citation, CrossReference, Heading, Insert, ListItem, Note, NoteMark, Paragraph, Run, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.text import Block, Span, Spans

_OUTSIDE = ' rel="noreferrer noopener" target="_blank"'


def blocks_html(blocks: Iterable[Block], heading: int = 3, note: Callable[[Note], str] | None = None) -> str:
    """Give blocks as HTML. The highest heading is an `<h{heading}>`; `note` gives the mark of a footnote."""
    writer = _Writer(heading, note or (lambda _: ""))
    for block in blocks:
        writer.block(block)
    return writer.done()


class _Writer:
    """Writes one block after another, and opens and closes lists around the items."""

    def __init__(self, heading: int, note: Callable[[Note], str]) -> None:
        self.heading = heading
        self.note = note
        self.parts: list[str] = []
        self.depth = 0

    def done(self) -> str:
        self._to(0)
        return "\n".join(self.parts)

    def block(self, block: Block) -> None:
        if isinstance(block, ListItem):
            self._item(block)
        elif isinstance(block, Paragraph):
            self._to(min(block.level, self.depth))
            self.parts.append(f"<p>{self.spans(block.spans)}</p>")
        else:
            self._to(0)
            self.parts.append(self._other(block))

    def _item(self, item: ListItem) -> None:
        """Begin an item; the item above it that holds its list stays open."""
        self._to(min(item.level + 1, self.depth))
        if self.depth == item.level + 1:
            self.parts.append("</li>")
        while self.depth < item.level + 1:
            self.parts.append("<ul>" if self.depth == item.level else "<ul><li>")
            self.depth += 1
        number = f'<span class="nummer">{escape(item.marker)}</span> ' if item.ordered else ""
        kind = ' class="genummerd"' if item.ordered else ""
        self.parts.append(f"<li{kind}>{number}{self.spans(item.spans)}")

    def _to(self, depth: int) -> None:
        while self.depth > depth:
            self.parts.append("</li></ul>")
            self.depth -= 1

    def _other(self, block: Heading | Table | Insert) -> str:
        if isinstance(block, Heading):
            level = min(self.heading + block.level - 1, 6)
            return f"<h{level}>{self.spans(block.spans)}</h{level}>"
        if isinstance(block, Insert):
            asked = " ".join(f"{name}={value}" for name, value in block.attributes)
            return f'<p class="blok">{escape(f"{block.name} {asked}".strip())}</p>'
        rows = []
        for number, row in enumerate(block.rows):
            tag = "th" if number < block.head else "td"
            rows.append("<tr>" + "".join(f"<{tag}>{self.spans(cell)}</{tag}>" for cell in row) + "</tr>")
        return f'<div class="scroll" tabindex="0"><table>{"".join(rows)}</table></div>'

    def spans(self, spans: Spans) -> str:
        return "".join(self._span(span) for span in spans)

    def _span(self, span: Span) -> str:
        if isinstance(span, Run):
            return run_html(span, _OUTSIDE)
        if isinstance(span, Note):
            return self.note(span)
        if isinstance(span, CrossReference):
            return escape(span.text)
        if isinstance(span, NoteMark):
            return f"<sup>{escape(span.name)}</sup>"
        assert isinstance(span, Citation)
        keys = ", ".join(each.key for each in span.references)
        return f"<sup>{escape(keys)}</sup>"
