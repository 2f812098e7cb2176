"""Text that names what it tells: `[De provincies …]{.dekt afspraken="n-2.3-1"}`, or a fenced block of that class.

The names are no part of the text: nothing of them is printed, and the blocks are those of the text between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLASS = "dekt"
# the attributes behind a bracketed span: `{.dekt afspraken="n-2.3-1 n-2.4-2"}`
SPAN = re.compile(
    r"""\{[ \t]*\.dekt((?:[ \t\n]+[\w-]{1,40}[ \t]*=[ \t]*"""
    r"""(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'{}]{1,400}))*)[ \t\n]*\}"""
)
_ATTRIBUTE = re.compile(r"""([\w-]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))""")


class Told(Struct, frozen=True):
    """A stretch of text that tells something: by which attributes, and where.

    `first` and `last` are the numbers of the blocks it stands in; a stretch in the text of a footnote has none, and
    `last` before `first`. `line` is its line in the file, `words` the text of a span as typed, empty for whole blocks;
    `end` is the line that ends such a fenced block, 0 for a span.
    """

    attributes: Mapping[str, str]
    first: int
    last: int
    line: int
    words: str = ""
    end: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of what is told, in the order written, each once."""
        return names_in(self.attributes.get("afspraken", ""))


def names_in(value: str) -> tuple[str, ...]:
    """Give the names in an attribute, parted by spaces or commas."""
    return tuple(dict.fromkeys(value.replace(",", " ").split()))


def as_typed(attributes: Mapping[str, str]) -> str:
    """Write attributes as behind a span: `{.dekt afspraken="n-1 n-2"}`."""
    pairs = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"{{.{CLASS}{pairs}}}"


def attributes_in(text: str) -> dict[str, str]:
    """Read attributes: `afspraken="n-1 n-2" nagekeken=v03`."""
    return {found[1]: found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(text)}


class Telling(Struct):
    """Collects what is told while a text is read block by block; lines are counted from `first_line`."""

    first_line: int
    told: list[Told] = field(default_factory=list)
    open: list[tuple[Mapping[str, str], int, int]] = field(default_factory=list)
    _spans: list[tuple[Mapping[str, str], int, str]] = field(default_factory=list)

    def begin(self, attributes: Iterable[tuple[str, str]], block: int, row: int) -> None:
        """Begin a fenced block before the block of that number."""
        self.open.append((dict(attributes), block, row))

    def end(self, blocks: int, row: int) -> None:
        """End the innermost fenced block in this row; `blocks` blocks have been read."""
        attributes, first, begun = self.open.pop()
        lines = self.first_line + begun, self.first_line + row
        self.told.append(Told(attributes, first, blocks - 1, lines[0], end=lines[1]))

    def span(self, attributes: str, row: int, words: str) -> None:
        """Keep a span of the paragraph or cell that is being read."""
        self._spans.append((attributes_in(attributes), row, words))

    def block(self, number: int | None) -> None:
        """Tell in which block the spans stand that were read since the last one; None for a footnote."""
        first, last = (0, -1) if number is None else (number, number)
        self.told += [Told(found, first, last, self.first_line + row, words) for found, row, words in self._spans]
        self._spans.clear()
