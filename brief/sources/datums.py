"""Give a meeting or the letter its day in a person's `ronde.yaml`: that line, and not a byte besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.sources.document import read_mapping
from brief.sources.fields import Report
from brief.sources.layout import Layout
from brief.sources.nodes import MappingNode, ScalarEvent, SequenceNode, span

if TYPE_CHECKING:
    import datetime

    from brief.sources.nodes import Node
    from brief.sources.source import SourceFile

BRIEF = "brief"
"""What the letter is called beside the landsdelen."""


def with_day(source: SourceFile, what: str, day: datetime.date) -> bytes | None:
    """Give the file with the day of a landsdeel's meeting, or of the letter, as a person says it.

    What was proposed for it is taken away. None when it is not in the file on lines of its own.
    """
    layout = Layout(source)
    mapping = _mapping(source, what)
    pair = _pair(mapping, "datum") if mapping is not None else None
    if mapping is None or pair is None or layout.is_flow(mapping):
        return None
    start, end, comment = layout.value_range(*pair)
    changes = [(start, end, f" {day}{comment}")]
    proposed = _pair(mapping, "voorstel")
    if proposed is not None:
        changes.append((*layout.lines_of(span(proposed[0])[0], proposed[1]), ""))
    text = source.text
    for begin, stop, new in sorted(changes, reverse=True):
        text = text[:begin] + new + text[stop:]
    return (b"\xef\xbb\xbf" if source.has_bom else b"") + text.encode("utf-8")


def _mapping(source: SourceFile, what: str) -> MappingNode | None:
    root = read_mapping(source, Report(source), "")
    pair = _pair(root, BRIEF if what == BRIEF else "overleggen") if root is not None else None
    if pair is None:
        return None
    if what == BRIEF:
        return pair[1] if isinstance(pair[1], MappingNode) and pair[1].pairs else None
    items = pair[1].items if isinstance(pair[1], SequenceNode) else []
    return next((each for each in items if isinstance(each, MappingNode) and _is_of(each, what)), None)


def _is_of(mapping: MappingNode, landsdeel: str) -> bool:
    pair = _pair(mapping, "landsdeel")
    return pair is not None and isinstance(pair[1], ScalarEvent) and pair[1].value == landsdeel


def _pair(mapping: MappingNode, name: str) -> tuple[Node, Node] | None:
    return next(((k, v) for k, v in mapping.pairs if isinstance(k, ScalarEvent) and k.value == name), None)
