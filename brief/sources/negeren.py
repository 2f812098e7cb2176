"""Comments in a YAML file that silence a rule, each with a reason.

    # brief: negeer BR417 zo heet de stichting
    - id: z-2.1-3

A comment on a line of its own covers the field below it, all lines of its value included; above `- id:` that is the
whole afspraak. A comment behind a field covers that field. Only rules about the content of a round (BR4xx) can be
silenced.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.sources.source import SourceFile

_COMMENT = re.compile(r"(?:^|\s)#\s*brief:\s*negeer\b[ \t]*(?P<rest>[^\r\n]*)")
_CODES = re.compile(r"(?P<codes>BR\w+(?:[, ]+BR\w+)*)[,:;]?\s*(?P<reason>.*)")
_BLOCK = re.compile(r"(?:^|\s|:)[|>][-+0-9]*\s*(?:#.*)?$")


class Negeer(Struct, frozen=True):
    """A comment that silences rules on the lines `first` up to and including `last` of a file."""

    codes: tuple[str, ...]
    reden: str
    file: str
    first: int
    last: int
    place: Place


class Gezeefd(Struct, frozen=True):
    """Findings that remain, with those about the comments themselves, and the findings that a comment silenced."""

    findings: tuple[Diagnostic, ...]
    genegeerd: tuple[Diagnostic, ...]


def zeef(findings: Sequence[Diagnostic], sources: Iterable[SourceFile]) -> Gezeefd:
    """Take away the findings that a comment in one of the YAML files silences.

    A comment without code or reason, and one that silences nothing, is reported itself.
    """
    comments = [comment for source in sources for comment in read_negeren(source)]
    valid = [comment for comment in comments if _problem(comment) is None]
    stretches = _Stretches(valid)
    lines = _lines(findings)
    silenced = [stretches.cover(finding) for finding in findings]
    about = [problem for comment in comments if (problem := _problem(comment)) is not None]
    about += [_unused(comment) for comment in valid if not _is_used(comment, lines)]
    kept = [finding for finding, is_silenced in zip(findings, silenced, strict=True) if not is_silenced]
    return Gezeefd((*kept, *about), tuple(compress(findings, silenced)))


class _Stretches:
    """The lines that comments cover, for each file and code, such that one look tells whether a line is among them."""

    def __init__(self, comments: Iterable[Negeer]) -> None:
        found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for comment in comments:
            for code in comment.codes:
                found[comment.file, code].append((comment.first, comment.last))
        self._firsts: dict[tuple[str, str], list[int]] = {}
        self._reach: dict[tuple[str, str], list[int]] = {}
        for key, stretches in found.items():
            stretches.sort()
            self._firsts[key] = [first for first, _ in stretches]
            self._reach[key] = list(accumulate((last for _, last in stretches), max))

    def cover(self, finding: Diagnostic) -> bool:
        """Tell whether a finding falls under one of the comments."""
        place = finding.place
        if place is None or place.line is None or (place.file, finding.code) not in self._firsts:
            return False
        before = bisect_right(self._firsts[place.file, finding.code], place.line)
        return before > 0 and self._reach[place.file, finding.code][before - 1] >= place.line


def _lines(findings: Iterable[Diagnostic]) -> Mapping[tuple[str, str], Sequence[int]]:
    """Give the lines with a finding, in order, for each file and code."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for finding in findings:
        if finding.place is not None and finding.place.line is not None:
            found[finding.place.file, finding.code].append(finding.place.line)
    return {key: sorted(lines) for key, lines in found.items()}


def _is_used(comment: Negeer, lines: Mapping[tuple[str, str], Sequence[int]]) -> bool:
    """Tell whether a comment covers any finding."""
    for code in comment.codes:
        own = lines.get((comment.file, code), ())
        at = bisect_left(own, comment.first)
        if at < len(own) and own[at] <= comment.last:
            return True
    return False


def read_negeren(source: SourceFile) -> list[Negeer]:
    """Give the comments of a YAML file that silence a rule; text within a block `|` is text, not a comment."""
    if "negeer" not in source.text:
        return []
    rows = [source.line(number + 1) for number in range(len(source.line_starts))]
    fields, lasts = _next_fields(rows), dict[int, int]()
    found = []
    for number, row in _outside_blocks(rows):
        match = _COMMENT.search(row)
        if match is not None:
            alone = not row[: match.start()].strip()
            first = fields[number] if alone else number
            if first not in lasts:
                lasts[first] = _last_line(rows, first)
            place = source.place(source.line_starts[number] + row.index("#", match.start()))
            found.append(_negeer(match["rest"], source.name, first, lasts[first], place))
    return found


def _negeer(rest: str, file: str, first: int, last: int, place: Place) -> Negeer:
    match = _CODES.match(rest)
    codes = tuple(re.findall(r"BR\w+", match["codes"])) if match else ()
    return Negeer(codes, match["reason"].strip() if match else "", file, first + 1, last + 1, place)


def _outside_blocks(rows: Sequence[str]) -> Iterable[tuple[int, str]]:
    """Give the lines with their index, without the lines of text blocks."""
    depth: int | None = None
    for number, row in enumerate(rows):
        if depth is not None and (not row.strip() or _indent(row) > depth):
            continue
        depth = _key_column(row) if _BLOCK.search(row) else None
        yield number, row


def _next_fields(rows: Sequence[str]) -> Sequence[int]:
    """Give for each line the index of the next line that is no comment and not empty; its own when there is none."""
    found: list[int] = []
    following: int | None = None
    for number in range(len(rows) - 1, -1, -1):
        found.append(number if following is None else following)
        if rows[number].strip() and not rows[number].lstrip().startswith("#"):
            following = number
    return found[::-1]


def _last_line(rows: Sequence[str], first: int) -> int:
    """Give the index of the last line that belongs to the field or list item on line `first`: the deeper ones below."""
    depth, last = _indent(rows[first]), first
    for index in range(first + 1, len(rows)):
        if rows[index].strip():
            if _indent(rows[index]) <= depth:
                break
            last = index
    return last


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _key_column(row: str) -> int:
    """Give the column of the name of the field on a line, behind the dashes of a list."""
    match = re.match(r" *(?:- +)*", row)
    return match.end() if match else 0


def _problem(comment: Negeer) -> Diagnostic | None:
    example = "# brief: negeer BR417 zo heet de stichting"
    if not comment.codes:
        message, label = "deze opmerking noemt geen code", f"bijvoorbeeld: {example}"
    elif wrong := [code for code in comment.codes if not re.fullmatch(r"BR4\d\d", code)]:
        message, label = f"{wrong[0]} kan niet worden genegeerd", "alleen meldingen BR4… over de inhoud van een ronde"
    elif not comment.reden:
        message, label = "er staat geen reden bij", f"zet de reden achter de code: {example}"
    else:
        return None
    return Diagnostic("BR023", Severity.WAARSCHUWING, message, comment.place, label)


def _unused(comment: Negeer) -> Diagnostic:
    message = f"hier is geen melding {' of '.join(comment.codes)} om te negeren"
    return Diagnostic("BR025", Severity.INFO, message, comment.place, "haal deze opmerking weg")
