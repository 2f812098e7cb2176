"""Markdown within a paragraph: text to spans.

The emphasis rules are CommonMark's (0.31, "Emphasis and strong emphasis"), superscript, subscript and citations are
Pandoc's. Converters' `<sup>`, `<sub>`, `<b>`, `<i>` and `<br>` are read as what they mean. What is not mark-up is text:
this parser never fails and never drops a character that is not mark-up.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from brief.text.model import Citation, NoteMark, Reference, Run, Span, Spans, Style

_SPECIAL = re.compile(r"[\\*_^~\[\]<&\n]| {2,}\n")
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
# `m^3^/s`, `x^a\ b^`
_SUPERSCRIPT = re.compile(r"\^((?:\\.|[^\s^\\])+)\^", re.DOTALL)
# `CO~2~`
_SUBSCRIPT = re.compile(r"~((?:\\.|[^\s~\\])+)~", re.DOTALL)
# `<sup>3</sup>`, `<B>`
_TAG = re.compile(r"<(/?)(sup|sub|b|strong|i|em)>", re.IGNORECASE)
# `<br>`, `<br />`
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# `<https://www.rijksoverheid.nl>`
_AUTOLINK = re.compile(r"<(https?://[^\s<>]+|mailto:[^\s<>]+)>")
# `&amp;`, `&#160;`, `&#x2013;`
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
# the target of a link: `](https://…)`, `](<https://… (1)>)`
_TARGET = re.compile(r"\((?:<([^<>\n]*)>|((?:\\.|[^\s()\\]|\([^\s()]*\))*))\)")
# `[^minhas]`
_NOTE = re.compile(r"\[\^([^\s\[\]^]+)\]")
# a key within a citation: `@kst-29435-267`, `@2024D43452`
_KEY = re.compile(r"(?:^|(?<=[\s(;]))@([A-Za-z0-9](?:[A-Za-z0-9_./:-]*[A-Za-z0-9])?)")
_TAG_STYLE = {
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
}


@dataclass(slots=True)
class _Delimiter:
    """A run of `*` or `_` that may open or close emphasis; `left` characters of it are still text."""

    char: str
    count: int
    left: int
    can_open: bool
    can_close: bool
    opens: list[Style]
    closes: list[Style]


@dataclass(slots=True)
class _Switch:
    """Turns a style on or off from here."""

    style: Style
    on: bool


@dataclass(slots=True)
class _Link:
    """Starts a link (or ends it, with None)."""

    target: str | None


_Token = str | _Delimiter | _Switch | _Link | Citation | NoteMark


def parse_spans(text: str) -> Spans:
    """Read the Markdown of one paragraph, heading or cell into normalised spans.

    A line end within `text` is a space, unless a backslash or two spaces stand before it: then it is a line break.
    """
    if not _SPECIAL.search(text):
        return (Run(text),) if text else ()
    tokens = _tokens(text)
    _match_emphasis([token for token in tokens if isinstance(token, _Delimiter)])
    return _flatten(tokens)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    while found := _SPECIAL.search(text, position):
        start = found.start()
        if start > position:
            tokens.append(text[position:start])
        end, produced = _special(text, start, tokens)
        tokens.extend(produced)
        position = end
    tokens.append(text[position:])
    return tokens


def _special(text: str, start: int, before: list[_Token]) -> tuple[int, list[_Token]]:
    """Read what begins at a special character; give where it ends and its tokens."""
    char = text[start]
    if char == "\\":
        return _backslash(text, start)
    if char == " ":
        return text.index("\n", start) + 1, ["\n"]
    if char == "\n":
        return start + 1, [" "]
    if char in "*_":
        return _delimiter(text, start)
    if char in "^~":
        return _raised(text, start)
    if char == "[":
        return _bracket(text, start)
    if char == "<":
        return _angle(text, start, before)
    if char == "&" and (entity := _ENTITY.match(text, start)):
        return entity.end(), [html.unescape(entity[0])]
    return start + 1, [char]


def _backslash(text: str, start: int) -> tuple[int, list[_Token]]:
    after = text[start + 1 : start + 2]
    if after == "\n":
        return start + 2, ["\n"]
    if after == " ":
        return start + 2, ["\u00a0"]
    if after and after in _PUNCTUATION:
        return start + 2, [after]
    return start + 1, ["\\"]


def _delimiter(text: str, start: int) -> tuple[int, list[_Token]]:
    char = text[start]
    end = start
    while end < len(text) and text[end] == char:
        end += 1
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left_flanking = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
    right_flanking = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
    if char == "_":
        can_open = left_flanking and (not right_flanking or _is_punctuation(before))
        can_close = right_flanking and (not left_flanking or _is_punctuation(after))
    else:
        can_open, can_close = left_flanking, right_flanking
    return end, [_Delimiter(char, end - start, end - start, can_open, can_close, [], [])]


def _is_punctuation(char: str) -> bool:
    return char in _PUNCTUATION or (not char.isalnum() and not char.isspace())


def _raised(text: str, start: int) -> tuple[int, list[_Token]]:
    pattern, style = (_SUPERSCRIPT, Style.SUPERSCRIPT) if text[start] == "^" else (_SUBSCRIPT, Style.SUBSCRIPT)
    found = pattern.match(text, start)
    if not found:
        return start + 1, [text[start]]
    inner = _tokens(found[1].replace("\\ ", " "))
    return found.end(), [_Switch(style, True), *inner, _Switch(style, False)]


def _angle(text: str, start: int, before: list[_Token]) -> tuple[int, list[_Token]]:
    if tag := _TAG.match(text, start):
        style, closing = _TAG_STYLE[tag[2].lower()], bool(tag[1])
        if closing or re.search(rf"</{tag[2]}>", text[tag.end() :], re.IGNORECASE):
            opened = sum(1 if t.on else -1 for t in before if isinstance(t, _Switch) and t.style == style)
            if not closing or opened > 0:
                return tag.end(), [_Switch(style, not closing)]
    if line_break := _BREAK.match(text, start):
        return line_break.end(), ["\n"]
    if link := _AUTOLINK.match(text, start):
        return link.end(), [_Link(link[1]), link[1], _Link(None)]
    return start + 1, ["<"]


def _bracket(text: str, start: int) -> tuple[int, list[_Token]]:
    if note := _NOTE.match(text, start):
        return note.end(), [NoteMark(note[1])]
    end = _closing_bracket(text, start)
    if end is None:
        return start + 1, ["["]
    if target := _TARGET.match(text, end + 1):
        address = target[1] if target[1] is not None else re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", target[2])
        inner = [t for t in _tokens(text[start + 1 : end]) if not isinstance(t, _Link)]
        return target.end(), [_Link(address), *inner, _Link(None)]
    if citation := _citation(text[start + 1 : end]):
        return end + 1, [citation]
    return start + 1, ["["]


def _closing_bracket(text: str, start: int) -> int | None:
    depth = 0
    position = start
    while position < len(text):
        char = text[position]
        if char == "\\":
            position += 1
        elif char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if depth == 0:
                return position
        position += 1
    return None


def _citation(inside: str) -> Citation | None:
    """Read `zie ook @kst-1, p. 3; @kst-2`; None when a part has no key: then it is text between brackets."""
    references = []
    for part in inside.replace("\n", " ").split(";"):
        key = _KEY.search(part)
        if not key:
            return None
        suffix = part[key.end() :].strip()
        references.append(Reference(key[1], part[: key.start()].strip(), suffix.removeprefix(",").strip()))
    return Citation(tuple(references))


def _match_emphasis(delimiters: list[_Delimiter]) -> None:
    """Pair openers and closers (CommonMark, "process emphasis"); what stays unpaired is text."""
    bottoms: dict[tuple[str, bool, int], int] = {}
    position = 0
    stack: list[_Delimiter] = []
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


def _opener(stack: list[_Delimiter], closer: _Delimiter, bottom: int) -> int | None:
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

    def text(self, text: str) -> None:
        if not text:
            return
        style = self.style
        last = self.spans[-1] if self.spans else None
        if isinstance(last, Run) and last.style == style and last.link == self.link:
            self.spans[-1] = Run(last.text + text, style, self.link)
        else:
            self.spans.append(Run(text, style, self.link))

    def switch(self, style: Style, by: int) -> None:
        self.depth[style] = self.depth.get(style, 0) + by
        self.style = Style.PLAIN
        for each, depth in self.depth.items():
            if depth > 0:
                self.style |= each


def _flatten(tokens: list[_Token]) -> Spans:
    out = _Flattener()
    for token in tokens:
        match token:
            case str():
                out.text(token)
            case _Delimiter():
                for style in token.closes:
                    out.switch(style, -1)
                out.text(token.char * token.left)
                for style in token.opens:
                    out.switch(style, 1)
            case _Switch():
                out.switch(token.style, 1 if token.on else -1)
            case _Link():
                out.link = token.target
            case _:
                out.spans.append(token)
    return tuple(out.spans)
