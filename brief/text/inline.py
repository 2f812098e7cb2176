"""Markdown within a paragraph: text to spans.

The emphasis rules are CommonMark's (0.31, "Emphasis and strong emphasis"), superscript, subscript and citations are
Pandoc's. Converters' `<sup>`, `<sub>`, `<b>`, `<i>` and `<br>` are read as what they mean. What is not mark-up is text:
this parser never fails and never drops a character that is not mark-up.
"""

from __future__ import annotations

from brief.text.model import Run, Span, Spans, Style
from brief.text.tokens import SPECIAL, Delimiter, Link, Scanner, Switch, Token


def parse_spans(
    text: str,
    *,
    citations: bool = True,
    asides: list[str] | None = None,
    told: list[tuple[str, str]] | None = None,
) -> Spans:
    """Read the Markdown of one paragraph, heading or cell into normalised spans.

    A line end within `text` is a space, unless a backslash or two spaces stand before it: then it is a line break.
    Without `citations`, `[@kst-1]` is text: for texts that others wrote. Comments and
    the titles of links are left out, and put in `asides`; so are the attributes of a span that names what it tells,
    in `told`, each with the text of the span as typed.
    """
    if not SPECIAL.search(text):
        return (Run(text),) if text else ()
    left_out, names = [] if asides is None else asides, [] if told is None else told
    tokens = Scanner(text, left_out, names, citations=citations).tokens()
    _match_emphasis([token for token in tokens if isinstance(token, Delimiter)])
    return _flatten(tokens)


def _match_emphasis(delimiters: list[Delimiter]) -> None:
    """Pair openers and closers (CommonMark, "process emphasis"); what stays unpaired is text."""
    bottoms: dict[tuple[str, bool, int], int] = {}
    position = 0
    stack: list[Delimiter] = []
    while position < len(delimiters):
        closer = delimiters[position]
        if closer.can_close and closer.left:
            key = (closer.char, closer.can_open, closer.count % 3)
            index = _opener(stack, closer, bottoms.get(key, 0))
            if index is not None:
                opener = stack[index]
                used = 2 if opener.left >= 2 and closer.left >= 2 else 1
                style = Style.BOLD if used == 2 else Style.ITALIC
                opener.opens.append(style)
                closer.closes.append(style)
                opener.left -= used
                closer.left -= used
                del stack[index + (1 if opener.left else 0) :]
                for kept, bottom in bottoms.items():
                    bottoms[kept] = min(bottom, len(stack))
                if closer.left:
                    continue
            else:
                bottoms[key] = len(stack)
        if closer.left and closer.can_open:
            stack.append(closer)
        position += 1


def _opener(stack: list[Delimiter], closer: Delimiter, bottom: int) -> int | None:
    for index in range(len(stack) - 1, bottom - 1, -1):
        opener = stack[index]
        if opener.char != closer.char:
            continue
        either_way = opener.can_close or closer.can_open
        if either_way and (opener.count + closer.count) % 3 == 0 and (opener.count % 3 or closer.count % 3):
            continue
        return index
    return None


class _Flattener:
    """Collects tokens into runs, keeping count of the styles that are on."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.depth: dict[Style, int] = {}
        self.style = Style.PLAIN
        self.link: str | None = None
        self._parts: list[str] = []
        self._as: tuple[Style, str | None] = (Style.PLAIN, None)

    def text(self, text: str) -> None:
        if not text:
            return
        if self._as != (self.style, self.link):
            self.end_run()
            self._as = (self.style, self.link)
        self._parts.append(text)

    def end_run(self) -> None:
        """Make one run of the parts that were collected: joined once, however many there are."""
        if self._parts:
            self.spans.append(Run("".join(self._parts), *self._as))
            self._parts = []

    def other(self, span: Span) -> None:
        """Take a span that is no text."""
        self.end_run()
        self.spans.append(span)

    def switch(self, style: Style, by: int) -> None:
        self.depth[style] = self.depth.get(style, 0) + by
        self.style = Style.PLAIN
        for each, depth in self.depth.items():
            if depth > 0:
                self.style |= each


def _flatten(tokens: list[Token]) -> Spans:
    out = _Flattener()
    for token in tokens:
        match token:
            case str():
                out.text(token)
            case Delimiter():
                for style in token.closes:
                    out.switch(style, -1)
                out.text(token.char * token.left)
                for style in token.opens:
                    out.switch(style, 1)
            case Switch():
                out.switch(token.style, 1 if token.on else -1)
            case Link():
                out.link = token.target
            case _:
                out.other(token)
    out.end_run()
    return tuple(out.spans)
