"""What is open while the XML of a part goes by: fields, tables, and what all parts of a file share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.text.model import Style
from brief.word.opc.values import Values

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from brief.diagnostics import Diagnostic, Place
    from brief.word.reading.model import Revisions
    from brief.word.reading.numbering import Numbering
    from brief.word.reading.paragraph import Aside
    from brief.word.reading.styles import Styles

# `HYPERLINK "https://www.rijksoverheid.nl"`; with `\\l` it points within the document and is no address
_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+(?!\\l)"?([^"\s]+)"?', re.IGNORECASE)


# `DOCPROPERTY Bedrag`, `DOCPROPERTY "Naam van het gebied" \\* MERGEFORMAT`
PROPERTY_FIELD = re.compile(
    r"""^\s*DOCPROPERTY\s+(?:"([^"]+)"|(\S+))\s*((?:\\\*\s*(?:MERGEFORMAT|CHARFORMAT)\s*)*)(.*)$""",
    re.IGNORECASE | re.DOTALL,
)


_HELD = re.compile(r"^\s*(?:FORMTEXT|MERGEFIELD|DATE|TIME|EQ)(?:\s|\\|$)", re.IGNORECASE)
"""Other fields of which the result is looked at when they end."""


class Shared(Struct):
    """What all parts of one file share; `references` says of each note why its mark is not shown, None when it is."""

    file: str
    styles: Styles
    numbering: Numbering
    revisions: Revisions
    load_values: Callable[[], Values] = Values
    diagnostics: list[Diagnostic] = field(default_factory=list)
    references: dict[str, Aside | None] = field(default_factory=dict)
    notes: set[str] = field(default_factory=set)
    boxes: int = 0
    told: set[str] = field(default_factory=set)
    frames: list[tuple[str, Place]] = field(default_factory=list)
    before: Callable[[etree._Element, str], None] | None = None
    _values: Values | None = None

    @property
    def values(self) -> Values:
        """Give properties and custom XML of the file, read when first asked for."""
        if self._values is None:
            self._values = self.load_values()
        return self._values


class OpenField(Struct):
    """A field that has begun; `code` as long as its instruction, not its result, goes by.

    What it has from the field around it is kept here too, so that a thousand fields in one another cost no more each;
    `code_around` is the nearest of which this one stands in the code.
    `begun` is the paragraph in which it begins, or the table of contents around it. Of a `stale` field Word finds the
    result anew on opening.
    """

    code: bool = True
    begun: int = 0
    stale: bool = False
    instruction: str = ""
    link: str | None = None
    code_around: OpenField | None = None
    contents_around: bool = False
    chosen: str = ""
    filled: bool = False
    past_contents: bool = False
    result: list[str] | None = None

    @classmethod
    def within(cls, around: OpenField | None, begun: int) -> OpenField:
        """Begin a field in a paragraph; `around` is the field in which it stands."""
        if around is None:
            return cls(begun=begun)
        begun = around.begun if around.is_contents else begun
        held = None if around.code else around.result
        return cls(
            begun=begun, link=around.link, code_around=around.coded, contents_around=around.is_contents, result=held
        )

    @property
    def coded(self) -> OpenField | None:
        """Give the field, this one or one around it, of which the code goes by now; Word shows nothing of that."""
        return self if self.code else self.code_around

    @property
    def is_contents(self) -> bool:
        """Tell whether this is, or stands in, a table of contents."""
        return not self.past_contents and (
            self.contents_around or self.instruction.lstrip()[:4].upper().startswith("TOC")
        )

    def shown(self) -> None:
        """Begin the result."""
        self.code = False
        if self.stale or PROPERTY_FIELD.match(self.instruction) or _HELD.match(self.instruction):
            self.result = []
        found = _HYPERLINK.match(self.instruction)
        if found:
            self.link = found[1]


class OpenTable(Struct):
    """A table that has begun."""

    number: int
    row: int = -1
    column: int = -1
    next_column: int = 0
    header: bool = False
    merged: set[int] = field(default_factory=set)


class RunLook(Struct, frozen=True):
    """How the text of a run looks, and whether Word shows it; `off` is what it has not, though its paragraph has."""

    style: Style = Style.PLAIN
    struck: bool = False
    hidden: bool = False
    off: Style = Style.PLAIN
    caps: bool = False
    prompt: bool = False
    font: tuple[str, str] = ("", "")
