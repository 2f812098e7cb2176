"""The rich-text model and its Markdown form.

`parse` reads Markdown into blocks, `write` writes blocks as Markdown, `plain` gives the text without mark-up.
`normalise` gives the one form in which equal texts are equal values;
`parse(write(blocks)).blocks == blocks` for every normalised text.
"""

from brief.text.document import Contents, Document, Element, FieldValue, Role
from brief.text.inline import parse_spans
from brief.text.markdown import parse
from brief.text.model import (
    Block,
    Blocks,
    Citation,
    CrossReference,
    Heading,
    Insert,
    ListItem,
    Note,
    NoteMark,
    Paragraph,
    Reference,
    Run,
    Span,
    Spans,
    Style,
    Table,
)
from brief.text.normal import normalise, normalise_spans
from brief.text.origin import Bron, Origin
from brief.text.parsed import Parsed
from brief.text.plain import letters, plain, plain_spans, shortened, unnumbered
from brief.text.writing import write, write_spans

__all__ = [
    "Block",
    "Blocks",
    "Bron",
    "Citation",
    "Contents",
    "CrossReference",
    "Document",
    "Element",
    "FieldValue",
    "Heading",
    "Insert",
    "ListItem",
    "Note",
    "NoteMark",
    "Origin",
    "Paragraph",
    "Parsed",
    "Reference",
    "Role",
    "Run",
    "Span",
    "Spans",
    "Style",
    "Table",
    "letters",
    "normalise",
    "normalise_spans",
    "parse",
    "parse_spans",
    "plain",
    "plain_spans",
    "shortened",
    "unnumbered",
    "write",
    "write_spans",
]
