"""What was odd in a text in Markdown, with the line and column of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.text.leftover import left_over
from brief.text.meant import hardly_meant
from brief.text.typed_notes import typed_notes
from brief.text.unknown import BROKEN_WORD, TYPED_NOTE, broken_above

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.text.unknown import Unknown

_ERRORS = frozenset({"BR071", "BR072", "BR073", "BR074", "BR077"})
_REMARK = "BR076"
_SHOWN = 60


class Findings:
    """Collects the findings of one text; rows are counted from 0, lines of the file from `first_line`."""

    def __init__(self, file: str, first_line: int, rows: Sequence[str]) -> None:
        self.file = file
        self.first_line = first_line
        self.rows = rows
        self.diagnostics: list[Diagnostic] = []
        self.remarks: list[tuple[int, str]] = []

    def report(self, code: str, message: str, row: int, hint: str, at: str = "", column: int | None = None) -> None:
        """Report what stands in a row: at these characters, or from this column (from 0), or at its first word."""
        excerpt = self.rows[row] if row < len(self.rows) else ""
        if column is None:
            column = max(excerpt.find(at), 0) if at else len(excerpt) - len(excerpt.lstrip())
        place = Place(self.file, self.first_line + row, column + 1, max(len(at), 1), excerpt=excerpt)
        severity = Severity.FOUT if code in _ERRORS else Severity.INFO if code == _REMARK else Severity.WAARSCHUWING
        self.diagnostics.append(Diagnostic(code, severity, message, place, hint=hint))

    def unknown(self, kind: Unknown, row: int, at: str = "", column: int | None = None) -> None:
        """Report a kind of mark-up that is read as text."""
        message = f"{kind.name} kent brief niet; dit is gelezen als gewone tekst"
        self.report(kind.code, message, row, kind.hint, at, column)

    def broken_word(self, row: int) -> None:
        """Report the first half of a word above this row, of which the second half begins it."""
        above = broken_above(self.rows, row)
        if above is not None:
            self.unknown(BROKEN_WORD, above)

    def hardly_meant(self, text: str, row: int) -> None:
        """Report marks in a text as typed, from this row on, read as mark-up and hardly meant so; a kind once a row."""
        last, begin, at = ("", -1), 0, row
        for found in hardly_meant(text):
            at = (
                at + text.count("\n", begin, found.start)
                if found.start >= begin
                else row + text.count("\n", 0, found.start)
            )
            begin = found.start
            if (found.message, at) == last:
                continue
            last = found.message, at
            self.report("BR070", f"{found.message}: '{found.mark}'", at, found.hint, found.mark.split("\n")[0])

    def remark(self, aside: str, row: int) -> None:
        """Keep a comment or the title of a link, which are left out, and say so."""
        is_comment = aside.startswith("<!--")
        said = " ".join((aside[4:-3] if is_comment else aside).split())
        self.remarks.append((self.first_line + row, said))
        what = "opmerking" if is_comment else "titel van een link"
        shown = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
        hint = "haal haar weg als zij niet meer nodig is; moet de tekst in het document, zet hem dan in de zin zelf"
        self.report(_REMARK, f"deze {what} komt niet in het document: '{shown}'", row, hint, aside.split("\n")[0])

    def look_again(self, pieces: Iterable[tuple[int, str]], *, citations: bool) -> None:
        """Report the mark-up left over in finished texts, each with its line, where nothing was said of it yet."""
        ordered = [(line - self.first_line, text) for line, text in sorted(pieces)]
        said = {each.place.line for each in self.diagnostics if each.place is not None and each.code != _REMARK}
        remarks = Counter(line for line, _ in self.remarks)
        if citations:
            for row in typed_notes(self.rows, ordered):
                if self.first_line + row not in said:
                    self.unknown(TYPED_NOTE, row)
        for left in left_over(self.rows, ordered, citations=citations):
            line = self.first_line + left.row
            if line in said or (left.mark.startswith("<!--") and self.rows[left.row].count("<!--") <= remarks[line]):
                continue
            if left.kind.code == "BR075":
                message = f"{left.kind.name}: '{left.mark}' wordt geen voetnoot"
                self.report("BR075", message, left.row, left.kind.hint, left.mark, left.column)
            else:
                self.unknown(left.kind, left.row, left.mark, left.column)
