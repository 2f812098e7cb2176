"""The tokens of a paragraph in Markdown: stretches of text, and what stands for mark-up between them.

Reading is linear in the length of the text, whatever stands in it: brackets are paired once, open tags are counted.
"""

from __future__ import annotations

import html
import re

from msgspec import Struct

from brief.text.model import Citation, NoteMark, Reference, Style
from brief.text.told import SPAN

SPECIAL = re.compile(r"[\\*_^~\[\]<&\n\x0b]")
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
# `m^3^/s`, `x^a\ b^`
_SUPERSCRIPT = re.compile(r"\^((?:\\.|[^\s^\\])+)\^", re.DOTALL)
# `CO~2~`
_SUBSCRIPT = re.compile(r"~((?:\\.|[^\s~\\])+)~", re.DOTALL)
# `<sup>3</sup>`, `<B>`
_TAG = re.compile(r"<(/?)(sup|sub|b|strong|i|em)>", re.IGNORECASE)
# `<br>`, `<br />`
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# `<https://www.rijksoverheid.nl>`, `<info@voorbeeld.nl>`
_AUTOLINK = re.compile(r"<(https?://[^\s<>]+|mailto:[^\s<>]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8})>")
# `<!-- nog nakijken -->`, without an end of its own: `_comment` finds that
_COMMENT_END = "-->"
# `&amp;`, `&#160;`, `&#x2013;`
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
# the target of a link: `](https://…)`, `](<https://… (1)>)`, `](https://… "titel")`
_TARGET = re.compile(
    r"\((?:<([^<>\n]*)>|((?:\\.|[^\s()\\]|\([^\s()]*\))*))"
    r"""(?:[ \t]{1,9}(?:"([^"\n]{0,500})"|'([^'\n]{0,500})'))?\)"""
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# brackets, and a backslash with what it escapes
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
# `[^minhas]`
_NOTE = re.compile(r"\[\^([^\s\[\]^]+)\]")
DASHES = "‐‑‒–—−"
"""What Word makes of the hyphen of a key when someone types or pastes it."""
# a key within a citation: `@kst-29435-267`, `@2024D43452`; with other dashes it is a key that nobody has
_KEY = re.compile(
    r"(?:^|(?<=[\s(;]))-?@(?P<brace>\{)?"
    rf"(?P<key>(?:kst|blg|ah|h)[{DASHES}][A-Za-z0-9{DASHES}-]*[A-Za-z0-9]"
    r"|[A-Za-z0-9](?:[A-Za-z0-9_./:-]*[A-Za-z0-9])?)(?(brace)\})"
)
# `{p. 3}` behind a key: the braces say that it is a page
_LOCATOR = re.compile(r"^\{([^{}]*)\}")
_LONGEST_CITATION = 2_000
"""Characters between the brackets of a citation; what is longer is text, and reported."""
_TAG_STYLE = {
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
}


class Delimiter(Struct):
    """A run of `*` or `_` that may open or close emphasis; `left` characters of it are still text."""

    char: str
    count: int
    left: int
    can_open: bool
    can_close: bool
    opens: list[Style]
    closes: list[Style]


class Switch(Struct):
    """Turns a style on or off from here."""

    style: Style
    on: bool


class Link(Struct):
    """Starts a link (or ends it, with None)."""

    target: str | None


Token = str | Delimiter | Switch | Link | Citation | NoteMark


class Scanner:
    """Reads one text; within a link no other link begins, nor a span within a span.

    Without `citations`, `[@kst-1]` is text like any other. Comments and the titles of links are left out, and added to
    `asides` as they were typed; so are the attributes of a span that names what it tells, to `told`, each with the text
    of the span.
    """

    def __init__(
        self,
        text: str,
        asides: list[str],
        told: list[tuple[str, str]],
        *,
        in_link: bool = False,
        in_span: bool = False,
        citations: bool = True,
    ) -> None:
        self._text = text
        self._asides = asides
        self._told = told
        self._in_link = in_link
        self._in_span = in_span
        self._citations = citations
        self._brackets: dict[int, int] | None = None
        self._open_tags: dict[Style, int] = {}
        self._last_close: dict[str, int] = {}
        self._found: list[Token] = []

    def tokens(self) -> list[Token]:
        """Give the tokens in order; the text of all of them together is the text, but for its mark-up."""
        text, position = self._text, 0
        while found := SPECIAL.search(text, position):
            start = found.start()
            if start > position:
                self._found.append(text[position:start])
            if text[start] == "\n" and text.endswith("  ", position, start):
                self._found[-1:] = [text[position:start].rstrip(" "), "\n"]
                position = start + 1
                continue
            position, produced = self._special(start)
            self._found.extend(produced)
        self._found.append(text[position:])
        return self._found

    def _special(self, start: int) -> tuple[int, list[Token]]:
        """Read what begins at a special character; give where it ends and its tokens."""
        text, char = self._text, self._text[start]
        match char:
            case "\\":
                return _backslash(text, start)
            case "\x0b":
                return start + 1, ["\n"]
            case "\n":
                return start + 1, [" "]
            case "*" | "_":
                return _delimiter(text, start)
            case "^" | "~":
                return self._raised(start)
            case "[":
                return self._bracket(start)
            case "<":
                return self._angle(start)
        if entity := _ENTITY.match(text, start):
            return entity.end(), [html.unescape(entity[0])]
        return start + 1, [char]

    def _raised(self, start: int) -> tuple[int, list[Token]]:
        raised = self._text[start] == "^"
        if not raised and self._text.startswith("~~", start):
            return start + 2, ["~~"]
        found = (_SUPERSCRIPT if raised else _SUBSCRIPT).match(self._text, start)
        if not found or found[1].startswith("["):  # `^[een noot]^` is a note to Pandoc
            return start + 1, [self._text[start]]
        style = Style.SUPERSCRIPT if raised else Style.SUBSCRIPT
        return found.end(), [Switch(style, True), *self._within(found[1]), Switch(style, False)]

    def _within(self, text: str) -> list[Token]:
        if text.isalnum():
            return [text]
        return self._scanner(text.replace("\\ ", " ")).tokens()

    def _scanner(self, text: str, *, in_link: bool = False, in_span: bool = False) -> Scanner:
        """Give a scanner for a text within this one."""
        in_link, in_span = in_link or self._in_link, in_span or self._in_span
        return Scanner(text, self._asides, self._told, in_link=in_link, in_span=in_span, citations=self._citations)

    def _angle(self, start: int) -> tuple[int, list[Token]]:
        text = self._text
        if (end := self._comment(start)) is not None:
            return end, []
        if tag := _TAG.match(text, start):
            style, closing = _TAG_STYLE[tag[2].lower()], bool(tag[1])
            opened = self._open_tags.get(style, 0)
            if opened if closing else self._closes(tag[2], tag.end()):
                self._open_tags[style] = opened + (-1 if closing else 1)
                return tag.end(), [Switch(style, not closing)]
        if line_break := _BREAK.match(text, start):
            return line_break.end(), ["\n"]
        if not self._in_link and (link := _AUTOLINK.match(text, start)):
            is_mail = "@" in link[1] and not link[1].startswith(("http", "mailto:"))
            return link.end(), [Link("mailto:" * is_mail + link[1]), link[1], Link(None)]
        return start + 1, ["<"]

    def _comment(self, start: int) -> int | None:
        """Give where a comment that begins here ends."""
        if not self._text.startswith("<!--", start):
            return None
        if _COMMENT_END not in self._last_close:
            self._last_close[_COMMENT_END] = self._text.rfind(_COMMENT_END)
        if self._last_close[_COMMENT_END] < start + 4:
            return None
        end = self._text.index(_COMMENT_END, start + 4)
        self._asides.append(self._text[start : end + 3])
        return end + len(_COMMENT_END)

    def _closes(self, name: str, after: int) -> bool:
        """Tell whether a tag that opens is closed further on."""
        name = name.lower()
        if name not in self._last_close:
            closings = [found.start() for found in re.finditer(f"</{name}>", self._text, re.IGNORECASE)]
            self._last_close[name] = closings[-1] if closings else -1
        return self._last_close[name] >= after

    def _bracket(self, start: int) -> tuple[int, list[Token]]:
        text = self._text
        if note := _NOTE.match(text, start):
            return note.end(), [NoteMark(note[1])]
        end = self._closing_bracket(start)
        if end is None:
            return start + 1, ["["]
        if not self._in_link and (target := _TARGET.match(text, end + 1)):
            address = _ENTITY.sub(
                lambda entity: html.unescape(entity[0]), target[1] or _ESCAPED.sub(r"\1", target[2] or "")
            )
            inner = self._scanner(text[start + 1 : end], in_link=True)
            shown: list[Token] = inner.tokens() if text[start + 1 : end].strip(" \t\n") else [address]
            self._asides += [title for title in (target[3], target[4]) if title]
            return target.end(), [Link(address), *shown, Link(None)]
        if self._citations and not self._in_span and (told := SPAN.match(text, end + 1)):
            self._told.append((told[1], text[start + 1 : end]))
            return told.end(), self._scanner(text[start + 1 : end], in_span=True).tokens()
        if self._citations and end - start <= _LONGEST_CITATION and (citation := _citation(text[start + 1 : end])):
            return end + 1, [citation]
        return start + 1, ["["]

    def _closing_bracket(self, start: int) -> int | None:
        if self._brackets is None:
            self._brackets = _pairs(self._text)
        return self._brackets.get(start)


def _pairs(text: str) -> dict[int, int]:
    """Pair the brackets of a text: where each `[` is closed; one after a backslash does not count."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            pairs[opened.pop()] = found.start()
    return pairs


def _backslash(text: str, start: int) -> tuple[int, list[Token]]:
    after = text[start + 1 : start + 2]
    if after == "\n":
        return start + 2, ["\n"]
    if after == " ":
        return start + 2, ["\u00a0"]
    if after and after in _PUNCTUATION + "•":
        return start + 2, [after]
    return start + 1, ["\\"]


def _delimiter(text: str, start: int) -> tuple[int, list[Token]]:
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
    return end, [Delimiter(char, end - start, end - start, can_open, can_close, [], [])]


def _is_punctuation(char: str) -> bool:
    return char in _PUNCTUATION or (not char.isalnum() and not char.isspace())


def _citation(inside: str) -> Citation | None:
    """Read `zie ook @kst-1, p. 3; @kst-2`; None when a part has no key: then it is text between brackets."""
    if "@" not in inside:
        return None
    references = []
    for part in inside.replace("\n", " ").split(";"):
        key = _KEY.search(part)
        if not key:
            return None
        suffix = _LOCATOR.sub(r"\1", part[key.end() :].strip().removeprefix(",").strip()).strip()
        references.append(Reference(key["key"], part[: key.start()].strip(), suffix.removeprefix(",").strip()))
    return Citation(tuple(references))
