"""The text within a paragraph as runs, with tracked changes, remarks, content controls and footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from tools.voorbeeldronde.inline import Inline, Look, NoteMark, Span, Text, read_inline
from tools.voorbeeldronde.wordxml import run, run_properties, val

if TYPE_CHECKING:
    from tools.voorbeeldronde.hand import Hand

SCATTER = 53  # a spelling check leaves run borders anywhere; a fixed step keeps the file the same every time


@dataclass
class Lines:
    """Make runs, and remember the remarks and footnotes met on the way. Ids count up from 1."""

    hand: Hand
    author: str
    moment: str
    remarks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    revisions: int = 0
    controls: int = 0

    def runs(self, text: str, look: Look | None = None, *, size: int = 0, colour: str = "", highlight: str = "") -> str:
        """Give the runs of a line of source text."""
        extra: dict[str, int | str] = {"size": size, "colour": colour, "highlight": highlight}
        return "".join(self._part(part, extra, deleted=False) for part in read_inline(text, look))

    def control_properties(self, alias: str, kind: str = "") -> str:
        """Give `w:sdtPr` with a fresh id; `kind` is the element that says what the control holds."""
        self.controls += 1
        tag = alias.lower().replace(" ", "-")
        return f"<w:sdtPr>{val('alias', alias)}{val('tag', tag)}{val('id', 20260900 + self.controls)}{kind}</w:sdtPr>"

    def _part(self, part: Inline, extra: dict[str, int | str], *, deleted: bool) -> str:
        if isinstance(part, Text):
            return self._text(part, extra, deleted=deleted)
        if isinstance(part, NoteMark):
            self.notes.append(part.name)
            mark = run_properties(style="Voetnootmarkering")
            return f'<w:r>{mark}<w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        return self._span(part, extra)

    def _text(self, part: Text, extra: dict[str, int | str], *, deleted: bool) -> str:
        look = part.look
        properties = run_properties(
            bold=look.bold,
            italic=look.italic,
            position=look.position,
            size=int(extra["size"]),
            colour=str(extra["colour"]),
            highlight=str(extra["highlight"]),
        )
        step = SCATTER if self.hand.scattered else len(part.text)
        pieces = [part.text[start : start + step] for start in range(0, len(part.text), step)]
        return "".join(run(piece, properties, deleted=deleted) for piece in pieces)

    def _span(self, span: Span, extra: dict[str, int | str]) -> str:
        inner = "".join(self._part(part, extra, deleted=span.kind == "verwijderd") for part in span.content)
        if span.kind == "opmerking":
            return self._remark(span.argument, inner)
        if span.kind == "besturing":
            properties = self.control_properties(span.argument, "<w:text/>")
            return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        self.revisions += 1
        name = "ins" if span.kind == "ingevoegd" else "del"
        who = f"w:author={quoteattr(self.author)} w:date={quoteattr(self.moment)}"
        return f'<w:{name} w:id="{100 + self.revisions}" {who}>{inner}</w:{name}>'

    def _remark(self, text: str, inner: str) -> str:
        number = len(self.remarks)
        self.remarks.append(text)
        mark = run_properties(style="Verwijzingopmerking")
        return (
            f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r>{mark}<w:commentReference w:id="{number}"/></w:r>'
        )
