"""Writing the text model as Markdown: the inverse of parsing, to the character.

Where emphasis with asterisks would be read otherwise (`a*"b"*c`), the writer falls back on `<i>` and `<b>`, which say
the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.text.inline import parse_spans
from brief.text.meant import hardly_meant
from brief.text.model import (
    Block,
    Citation,
    CrossReference,
    Heading,
    Insert,
    ListItem,
    Note,
    NoteMark,
    Paragraph,
    Run,
    Span,
    Spans,
    Style,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

# a dollar is mark-up against a character, `{` before a class, a property or a tag, `@` before the key of a paper
_ALWAYS = re.compile(
    r"[\\*_^~\[\]<&`]|\$(?=\S)|%(?=%)|\{(?=[#.{%:]|-\}|\+\+|--|>>|==|[ \t]*(?:[#.]|[A-Za-z][\w-]{0,40}=))"
    r"|@(?=(?:kst|blg|ah|h)-|\d{4}[DZ]\d)|:::"
)
_SPECIAL = re.compile(r"[\\*_^~\[\]<&`${@%]")
_ENTITY = re.compile(r"&(?=[A-Za-z#][A-Za-z0-9]{1,31};)")
"""Every sequence that is escaped begins with one of these, or is `:::`."""
# what would be read as a block: `# `, `- `, `1. `, `a) `, `| `, `::: `, `>`, `---`, "```"
_BLOCK_START = re.compile(
    r"^(?:(#+)|([-+•>|`]|%(?=[ \t])|!(?=!!)|\?(?=\?\?)|=(?==))|(:)(?=:|[ \t])"
    r"|(\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})(?=[.)](?:\s|$))|(\()(?=@))"
)
# `o tekst`: in a list it is the bullet of a deeper point, as Word leaves it
_WORD_BULLET = re.compile(r"o[ \t\u00a0]")
# `[^naam]: …` at the start of a paragraph is the text of a free note
_NOTE_START = re.compile(r"\[\^[^\s\[\]^]+\]:")
_ORDER = (Style.BOLD, Style.ITALIC, Style.SUPERSCRIPT, Style.SUBSCRIPT)
_STYLES_IN = {Style(n): [each for each in _ORDER if n & each.value] for n in range(16)}
_SHORT = {Style.BOLD: "**", Style.ITALIC: "*", Style.SUPERSCRIPT: "^", Style.SUBSCRIPT: "~"}
_NOT_MARKED = Style.PLAIN, None
"""The style and the link of what is no text of its own."""
_TAGS = {Style.BOLD: "b", Style.ITALIC: "i", Style.SUPERSCRIPT: "sup", Style.SUBSCRIPT: "sub"}


def write(blocks: Iterable[Block]) -> str:
    """Write blocks as Markdown, without a line end at the end.

    List items follow each other line by line; other blocks are parted by an empty line.
    """
    lines: list[str] = []
    widths: list[int] = []
    previous: Block | None = None
    for block in blocks:
        if previous is not None and not _follows(previous, block):
            lines.append("")
        lines.append(_block(block, widths))
        previous = block
    return "\n".join(lines)


def _follows(previous: Block, block: Block) -> bool:
    """Tell whether a block may stand on the line after the one before it.

    A list within a list that begins with another number than the first needs an empty line before it.
    """
    if not (isinstance(block, ListItem) and isinstance(previous, ListItem)):
        return False
    return block.level <= previous.level or block.marker == "-" or block.marker[:-1] in {"1", "a", "i"}


def _block(block: Block, widths: list[int]) -> str:
    """Write one block; `widths` holds the marker widths of the list items that are open."""
    match block:
        case Heading():
            widths.clear()
            return f"{'#' * block.level} {_heading(write_spans(block.spans, one_line=True))}"
        case ListItem():
            del widths[block.level :]
            indent = " " * sum(widths)
            lead = block.marker + ("  " if block.marker[:1].isupper() else " ")
            widths.append(len(lead))
            return indent + lead + _indented(_guarded(write_spans(block.spans)), len(indent) + len(lead))
        case Paragraph():
            del widths[block.level :]
            return " " * sum(widths) + _indented(_guarded(write_spans(block.spans)), sum(widths))
        case Table():
            widths.clear()
            return _table(block)
        case Insert():
            widths.clear()
            attributes = "".join(f" {name}={_attribute(value)}" for name, value in block.attributes)
            return f"::: {{.{block.name}{attributes}}}\n:::"


def _attribute(value: str) -> str:
    return value if re.fullmatch(r"[\w.-]+", value) else '"' + value.replace('"', "") + '"'


def _indented(text: str, indent: int) -> str:
    return text.replace("\n", "\n" + " " * indent)


def _guarded(text: str) -> str:
    """Keep the lines of a paragraph from being read as the start of a block, or as indented.

    A line break before such a line is written as `<br>`, which keeps it on the line before.
    """
    first, *others = text.split("\\\n")
    return _plain_start(first) + "".join(
        ("\\\n" if line[:1].isalnum() and not (_BLOCK_START.match(line) or _WORD_BULLET.match(line)) else "<br>") + line
        for line in others
    )


def _plain_start(text: str) -> str:
    if note := _NOTE_START.match(text):
        return text[: note.end() - 1] + "\\" + text[note.end() - 1 :]
    found = _BLOCK_START.match(text)
    if not found:
        return text
    start = found.end() if found[4] else 0
    return text[:start] + "\\" + text[start:]


def _heading(text: str) -> str:
    """Keep hashes at the end of a heading from being read as its closing."""
    return text[:-1] + "\\#" if text.endswith("#") else text


def _table(table: Table) -> str:
    rows = [[write_spans(cell, one_line=True).replace("|", "\\|") for cell in row] for row in table.rows]
    width = max((len(row) for row in rows), default=1)
    if not table.head:
        rows.insert(0, [""] * width)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * width)
    return "\n".join(lines)


def write_spans(spans: Spans, *, one_line: bool = False) -> str:
    """Write the spans of one paragraph; with `one_line` a line break is `<br>` (headings and cells)."""
    if len(spans) == 1 and isinstance(only := spans[0], Run) and only.style is Style.PLAIN and only.link is None:
        return _span(only, raised=False, one_line=one_line)
    text = _joined(spans, _SHORT, one_line=one_line)
    if next(hardly_meant(text), None) is not None:
        return _joined(spans, None, one_line=one_line)
    if all(_is_sure(span) for span in spans):
        return text
    return text if parse_spans(text) == spans else _joined(spans, None, one_line=one_line)


def _is_sure(span: Span) -> bool:
    """Tell whether a span reads back the same whatever stands beside it, so that nobody needs to try."""
    if not isinstance(span, Run):
        return True
    raised = span.style is Style.SUPERSCRIPT or span.style is Style.SUBSCRIPT
    return span.link is None and (span.style is Style.PLAIN or (raised and span.text.isalnum()))


def _joined(spans: Spans, short: dict[Style, str] | None, *, one_line: bool) -> str:
    parts: list[str] = []
    opened: list[Style] = []
    link: str | None = None
    after_citation = False
    for span in spans:
        style, target = (span.style, span.link) if isinstance(span, Run) else _NOT_MARKED
        if target != link:
            parts += _closed(opened, 0, short)
            parts += [_target(link)] if link is not None else []
            parts += ["["] if target is not None else []
            link = target
        if opened or style is not Style.PLAIN:
            parts += _turned(opened, _STYLES_IN[style], short)
        raised = short is not None and (Style.SUPERSCRIPT in opened or Style.SUBSCRIPT in opened)
        written = _span(span, raised=raised, one_line=one_line)
        parts.append("\\" + written if after_citation and written.startswith("(") else written)
        after_citation = isinstance(span, Citation)
    parts += _closed(opened, 0, short)
    return "".join([*parts, _target(link) if link is not None else ""])


def _turned(opened: list[Style], wanted: list[Style], short: dict[Style, str] | None) -> list[str]:
    """Close what is open and not wanted, and open what is; `opened` is what is wanted then."""
    common = 0
    while common < min(len(wanted), len(opened)) and wanted[common] == opened[common]:
        common += 1
    marks = _closed(opened, common, short)
    for each in wanted[common:]:
        marks.append(short[each] if short else f"<{_TAGS[each]}>")
        opened.append(each)
    return marks


def _target(link: str) -> str:
    """Close a link with its address, in which only what is written as such is an entity (`&amp;`)."""
    return f"](<{_ENTITY.sub('&amp;', link).replace('<', '&lt;').replace('>', '&gt;')}>)"


def _closed(opened: list[Style], keep: int, short: dict[Style, str] | None) -> list[str]:
    closing = [short[each] if short else f"</{_TAGS[each]}>" for each in reversed(opened[keep:])]
    del opened[keep:]
    return closing


def _span(span: Span, *, raised: bool, one_line: bool) -> str:
    match span:
        case Run():
            text = span.text
            if _SPECIAL.search(text) is not None or ":::" in text:
                text = _ALWAYS.sub(_escaped, text)
            text = text.replace("\n", "<br>" if one_line else "\\\n")
            return text.replace(" ", "\\ ") if raised else text
        case Citation():
            return "[" + "; ".join(_reference(r.prefix, r.key, r.suffix) for r in span.references) + "]"
        case NoteMark():
            return f"[^{span.name}]"
        case Note():
            return f"[^{span.key}]"
        case CrossReference():
            return span.text


def _escaped(found: re.Match[str]) -> str:
    """Escape a character that means something; an ampersand does so only before the name of a character (`&amp;`)."""
    after = found.string[found.end() : found.end() + 1]
    return found[0] if found[0] == "&" and not (after.isalpha() or after == "#") else "\\" + found[0]


def _reference(prefix: str, key: str, suffix: str) -> str:
    return (f"{prefix} " if prefix else "") + f"@{key}" + (f", {suffix}" if suffix else "")
