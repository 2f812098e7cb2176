"""The types `Severity`, `Place` and `Diagnostic`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

OUR_FAULT = "dit is een fout in brief; er is niets geschreven. Meld het met het bestand erbij"
"""The hint of a finding that its user cannot mend: what `brief` made does not hold what it must."""


class Severity(StrEnum):
    """How bad it is: a `FOUT` stops the work, a `WAARSCHUWING` asks for a look, an `INFO` only tells."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    INFO = "info"


class Place(Struct, frozen=True):
    """A spot in a file that a person can go to.

    Text files have `line` and `column`, both counted from 1, and `length` in characters. A Word file has `part` (its
    name in the package, `word/document.xml`), `paragraph` counted from 1 within that part, and the words around it in
    `excerpt`. In a text file `excerpt` is the whole source line, without its line end.
    """

    file: str
    line: int | None = None
    column: int | None = None
    length: int = 1
    part: str | None = None
    paragraph: int | None = None
    excerpt: str | None = None

    def __str__(self) -> str:
        """Write the place as the head of a message does: `pad:9:13`, or `pad, word/document.xml, alinea 12`."""
        if self.line is not None:
            return f"{self.file}:{self.line}" + (f":{self.column}" if self.column is not None else "")
        if self.part is not None:
            return f"{self.file}, {self.part}" + (f", alinea {self.paragraph}" if self.paragraph is not None else "")
        return self.file


class Diagnostic(Struct, frozen=True):
    """One finding, in Dutch.

    `message` says what is wrong, `label` what to type instead (it stands under the carets), `hint` what was probably
    meant. `related` points at other places that matter, such as the first use of a duplicate key. `code` is a key of
    the table in `uitleg/`.
    """

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    label: str | None = None
    hint: str | None = None
    related: tuple[tuple[str, Place], ...] = ()

    @property
    def is_error(self) -> bool:
        """Tell whether this finding stops the work."""
        return self.severity is Severity.FOUT


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """Tell whether one of the findings stops the work."""
    return any(finding.is_error for finding in findings)
