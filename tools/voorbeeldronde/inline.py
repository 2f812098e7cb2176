"""Read what stands within a line of a text source: styles, tracked changes, remarks, content controls, footnotes.

`**vet**`, `*cursief*`, `<sup>3</sup>`, `<sub>2</sub>`; `{++ingevoegd++}` and `{--verwijderd--}` (tracked changes);
`{==woorden==}{>>opmerking<<}` (a Word comment); `[[Naam|tekst]]` (a content control in the line);
`[^naam]` (a footnote).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Look:
    """How a stretch of text looks; `position` is empty, `superscript` or `subscript`."""

    bold: bool = False
    italic: bool = False
    position: str = ""


@dataclass(frozen=True)
class Text:
    """Text in one look."""

    text: str
    look: Look


@dataclass(frozen=True)
class NoteMark:
    """The place of a footnote."""

    name: str


@dataclass(frozen=True)
class Span:
    """Text with a meaning: `kind` is `ingevoegd`, `verwijderd`, `opmerking` or `besturing`.

    `argument` is the text of the remark, or the name of the content control.
    """

    kind: str
    content: tuple[Inline, ...]
    argument: str = ""


Inline = Text | NoteMark | Span

TOKEN = re.compile(
    r"\{\+\+(?P<ins>.+?)\+\+\}"
    r"|\{--(?P<gone>.+?)--\}"
    r"|\{==(?P<marked>.+?)==\}\{>>(?P<remark>.+?)<<\}"
    r"|\[\[(?P<alias>[^|\\]+)\\?\|(?P<value>.+?)\]\]"
    r"|\[\^(?P<note>\w+)\]"
    r"|<sup>(?P<sup>.+?)</sup>"
    r"|<sub>(?P<sub>.+?)</sub>"
    r"|\*\*(?P<bold>.+?)\*\*"
    r"|\*(?P<italic>.+?)\*"
)


def read_inline(text: str, look: Look | None = None) -> tuple[Inline, ...]:
    """Split the text of a block into its parts, in order."""
    look = look or Look()
    parts: list[Inline] = []
    position = 0
    for match in TOKEN.finditer(text):
        if match.start() > position:
            parts.append(Text(text[position : match.start()], look))
        parts.extend(_token(match, look))
        position = match.end()
    if position < len(text):
        parts.append(Text(text[position:], look))
    return tuple(parts)


def _token(match: re.Match[str], look: Look) -> tuple[Inline, ...]:
    kind = match.lastgroup or ""
    inner = match[kind]
    changed = {
        "sup": replace(look, position="superscript"),
        "sub": replace(look, position="subscript"),
        "bold": replace(look, bold=True),
        "italic": replace(look, italic=True),
    }
    if kind in changed:
        return read_inline(inner, changed[kind])
    if kind == "note":
        return (NoteMark(inner),)
    if kind == "remark":
        return (Span("opmerking", read_inline(match["marked"], look), inner),)
    if kind == "value":
        return (Span("besturing", read_inline(inner, look), match["alias"]),)
    return (Span({"ins": "ingevoegd", "gone": "verwijderd"}[kind], read_inline(inner, look)),)


def plain(text: str) -> str:
    """Give the text as a reader sees it, with the tracked changes accepted and without the remarks."""
    return "".join(_plain(part) for part in read_inline(text))


def _plain(part: Inline) -> str:
    if isinstance(part, Text):
        return part.text
    if isinstance(part, NoteMark) or part.kind == "verwijderd":
        return ""
    return "".join(_plain(inner) for inner in part.content)
