"""Fields of `ronde.yaml` that a document shows: which words of a paragraph they are, and how they are written back."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from brief.intake.returned.stream import plain_of, tokens_of_spans
from brief.text import Run
from brief.text.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.intake.returned.aligning import DocBlock
    from brief.intake.returned.hunks import Hunk
    from brief.intake.returned.stream import Tokens
    from brief.rounds.processing.documents import Base
    from brief.rounds.processing.today import Today

_WRITABLE = re.compile(r"datum|betreft|kenmerk|(?:ondertekenaars\.\d+\.(?:naam|functie))|bijlagen\.\d+")
_SHORTEST = 3


def flat(velden: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the texts among the fields of a document by name; items of a list are counted from 1."""

    def within(name: str, value: Any) -> Iterator[tuple[str, str]]:
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list | tuple):
            for number, each in enumerate(value, 1):
                yield from within(f"{name}.{number}", each)
        elif isinstance(value, dict):
            for key, each in value.items():
                yield from within(f"{name}.{key}", each)

    for name, value in velden.items():
        yield from within(name, value)


def field_hunks(base: Base, block: DocBlock, hunk: Hunk) -> tuple[str, Tokens, Hunk] | None:
    """Give the field that a change lies in wholly, its words, and the change within them; None when there is none."""
    starts, text = _starts(block.tokens)
    for name, value in sorted(flat(base.velden), key=lambda pair: -len(pair[1])):
        if not _WRITABLE.fullmatch(name) or len(value) < _SHORTEST or (index := text.find(value)) < 0:
            continue
        own = [
            n for n, start in enumerate(starts) if index <= start < index + len(value) and block.tokens[n].head is None
        ]
        if own and own[0] <= hunk.start and hunk.end <= own[-1] + 1:
            tokens = tuple(block.tokens[own[0] : own[-1] + 1])
            return name, tokens, replace(hunk, start=hunk.start - own[0], end=hunk.end - own[0])
    return None


def _starts(tokens: Tokens) -> tuple[list[int], str]:
    starts, text = [], ""
    for token in tokens:
        starts.append(len(text))
        text += token.text.replace("\u00a0", " ") if token.head is None and token.note is None else ""
    return starts, text


def today_field(today: Today, name: str) -> Tokens | None:
    """Give the words of a field as the documents would show it today; None when it is not there."""
    for document in today.documents.values():
        value = dict(flat(document.fields)).get(name)
        if value is not None:
            return tuple(replace(each, owner=name) for each in tokens_of_spans((Run(value),)))
    return None


def path_of(name: str) -> tuple[str | int, ...]:
    """Give where a field stands in `ronde.yaml`."""
    return ("brief", *(int(part) - 1 if part.isdecimal() else part for part in name.split(".")))


def written(name: str, tokens: Tokens) -> str | None:
    """Give the value of a field as `ronde.yaml` has it; None when it cannot be that (a date that is none)."""
    text = " ".join(plain_of(tokens).replace("\u00a0", " ").split())
    if name != "datum":
        return text or None
    return _iso(text)


def _iso(text: str) -> str | None:
    match = re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", text)
    if match is None or match[2].lower() not in MONTHS:
        return None
    try:
        return datetime.date(int(match[3]), MONTHS.index(match[2].lower()) + 1, int(match[1])).isoformat()
    except ValueError:
        return None
