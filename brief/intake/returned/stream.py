"""A text as a row of tokens, so that a change of words, of a paragraph, a list or a table is a change of one row.

Each block opens with a head token that says what it is. What a token stands for in the source (`source`) goes with it
through a merge, so that what nobody touched comes out as it was, to the character.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.text import Heading, Insert, ListItem, NoteMark, Paragraph, Run, Style, Table, normalise, normalise_spans
from brief.text.model import Citation, CrossReference, Note

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from brief.text import Block, Blocks, Span, Spans

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})


class Token(Struct, frozen=True):
    """A word, a sign or a space; a note; or the head of a block.

    `note` names a footnote. `head` is the block that begins here, without its text; `kind` what it is, as far as two
    texts are compared by. `source` is what the token is in the source, None for what did not come from there; `owner`
    names the part of the source that it belongs to. `inserts` are the blocks of afspraken that a head stands for.
    """

    text: str = ""
    style: Style = Style.PLAIN
    link: str | None = None
    note: str | None = None
    head: Block | None = None
    kind: str = ""
    source: tuple[Span, ...] | None = None
    owner: str = ""
    inserts: tuple[Insert, ...] = ()

    @property
    def key(self) -> Hashable:
        """Give what two tokens are compared by: fixed spaces are spaces, and white space has no look."""
        if self.head is not None:
            return ("head", self.kind)
        if self.note is not None:
            return ("note", self.note)
        text = self.text if self.text.isascii() else self.text.translate(_PLAIN)
        return (text,) if text.isspace() else (text, self.style, self.link)

    @property
    def is_word(self) -> bool:
        """Tell whether a reader would miss it: a word, a note, the head of a block."""
        return self.head is not None or self.note is not None or any(each.isalnum() for each in self.text)


Tokens = tuple[Token, ...]


@lru_cache(maxsize=1 << 14)
def word(text: str, style: Style = Style.PLAIN, link: str | None = None, owner: str = "") -> Token:
    """Give the token of a word that has no source: one value for all places where it stands, as files say the same."""
    return Token(text, style, link, owner=owner)


def tokens_of_spans(spans: Iterable[Span], *, sourced: bool = False, owner: str = "") -> Iterator[Token]:
    """Cut spans into tokens; with `sourced` each knows the span that it is in the source."""
    for span in spans:
        if isinstance(span, Run):
            style, link = span.style, span.link
            for text in _TOKEN.findall(span.text):
                if sourced:
                    yield Token(text, style, link, source=(Run(text, style, link),), owner=owner)
                else:
                    yield word(text, style, link, owner)
        elif isinstance(span, CrossReference):
            yield Token(span.text, source=(span,) if sourced else None, owner=owner)
        else:
            yield Token(note=note_name(span), source=(span,) if sourced else None, owner=owner)


def note_name(span: Span) -> str:
    """Give by what a note is known: the keys of its papers, or its own name."""
    match span:
        case Citation():
            return "; ".join(reference.key for reference in span.references)
        case NoteMark():
            return span.name
        case Note():
            return span.key
    return ""


def tokens_of(blocks: Iterable[Block], *, sourced: bool = False, owner: str = "") -> Tokens:
    """Give the tokens of blocks, each block opened by its head."""
    return tuple(token for block in blocks for token in _tokens_of_block(block, sourced=sourced, owner=owner))


def _tokens_of_block(block: Block, *, sourced: bool, owner: str) -> Iterator[Token]:
    if isinstance(block, Table):
        yield Token(head=Table((), block.head), kind="tabel", owner=owner)
        for row in block.rows:
            yield Token(head=Table((), 0), kind="rij", owner=owner)
            for cell in row:
                yield Token(head=Table((), 0), kind="cel", owner=owner)
                yield from tokens_of_spans(cell, sourced=sourced, owner=owner)
    elif isinstance(block, Insert):
        yield Token(head=block, kind="blok", owner=owner)
    else:
        yield Token(head=replace(block, spans=()), kind=kind_of(block), owner=owner)
        yield from tokens_of_spans(block.spans, sourced=sourced, owner=owner)


def kind_of(block: Block) -> str:
    """Give what a block is, as far as a change of it is an edit: a number that shifts is none."""
    match block:
        case Heading():
            return f"kop {block.level}"
        case ListItem():
            return f"punt {block.level} {_sort(block.marker)}"
    return "alinea"


def _sort(marker: str) -> str:
    return marker if marker == "-" else "genummerd"


def blocks_of(tokens: Sequence[Token]) -> Blocks:
    """Give the blocks that tokens say, in normal form: what has a source is what it is there."""
    blocks: list[Block] = []
    rows: list[list[list[Span]]] = []
    table: Table | None = None
    spans: list[Span] = []
    head: Block | None = None
    inserts: tuple[Insert, ...] = ()

    def close() -> None:
        nonlocal table, head
        if table is not None:
            blocks.append(Table(tuple(tuple(normalise_spans(cell) for cell in row) for row in rows), table.head))
        elif isinstance(head, Insert):
            blocks.extend(inserts or (head,))
        elif head is not None:
            blocks.append(replace(head, spans=tuple(spans)))
        table, head = None, None
        rows.clear()
        spans.clear()

    for token in tokens:
        if token.head is None:
            (rows[-1][-1] if rows and rows[-1] else spans).extend(spans_of_token(token))
            head = head if head is not None or table is not None else Paragraph(())
        elif token.kind == "rij" and table is not None:
            rows.append([])
        elif token.kind == "cel" and table is not None:
            rows = rows or [[]]
            rows[-1].append([])
        else:
            close()
            if isinstance(token.head, Table):
                table = token.head
            else:
                head, inserts = token.head, token.inserts
    close()
    return normalise(renumbered(blocks))


def spans_of_token(token: Token) -> tuple[Span, ...]:
    """Give what a token is as spans."""
    if token.source is not None:
        return token.source
    if token.note is not None:
        return (NoteMark(token.note),)
    return (Run(token.text, token.style, token.link),) if token.text else ()


def spans_of(tokens: Iterable[Token]) -> Spans:
    """Give the spans of tokens of one paragraph, in normal form."""
    return normalise_spans(span for token in tokens if token.head is None for span in spans_of_token(token))


def plain_of(tokens: Iterable[Token]) -> str:
    """Give tokens as a person reads them: notes between brackets, a new paragraph as a sign."""
    parts: list[str] = []
    for token in tokens:
        if token.head is not None:
            parts.append(" ¶ " if parts else "")
        else:
            parts.append(f"[^{token.note}]" if token.note is not None else token.text)
    return "".join(parts)


def renumbered(blocks: Sequence[Block]) -> list[Block]:
    """Give a new item of a list the number after the one before it, and let the ones after it follow."""
    result: list[Block] = []
    last: dict[int, tuple[str, str]] = {}  # by level: the marker as it was, and as it is now
    for block in blocks:
        level = block.level if isinstance(block, ListItem) else -1
        if isinstance(block, ListItem) and block.ordered:
            was, now = last.get(level, ("", ""))
            follows = not block.marker.strip(".)") or (was != now and block.marker in {next_marker(was), was})
            marker = (next_marker(now) or "1.") if now and follows else block.marker if block.marker[:-1] else "1."
            last = {depth: each for depth, each in last.items() if depth < level} | {level: (block.marker, marker)}
            if not block.marker[:-1]:
                last[level] = (was or "", marker)
            block = replace(block, marker=marker)
        elif isinstance(block, ListItem) or (isinstance(block, Paragraph) and block.level > 0):
            last = {depth: each for depth, each in last.items() if depth < max(level, 0)}
        else:
            last = {}
        result.append(block)
    return result


def next_marker(marker: str) -> str:
    """Give the marker after this one: `3.` after `2.`, `b)` after `a)`; empty when that is not plain."""
    body, tail = marker[:-1], marker[-1:]
    if body.isdecimal():
        return f"{int(body) + 1}{tail}"
    if len(body) == 1 and body.isalpha() and body not in "zZ":
        return chr(ord(body) + 1) + tail
    return ""
