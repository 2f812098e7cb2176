"""Give a meeting or the letter its day in a person's `ronde.yaml`: that line, and not a byte besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.sources.changes import Change, changed
from brief.sources.document import read_mapping
from brief.sources.fields import Report
from brief.sources.layout import Layout
from brief.sources.nodes import MappingNode, ScalarEvent, SequenceNode, pair_of, span

if TYPE_CHECKING:
    import datetime

    from brief.sources.source import SourceFile

BRIEF = "brief"
"""What the letter is called beside the landsdelen."""


def with_day(source: SourceFile, what: str, day: datetime.date) -> bytes | None:
    """Give the file with the day of a landsdeel's meeting, or of the letter, as a person says it.

    What was proposed for it is taken away. None when it is not in the file, or within braces beside a proposal.
    """
    layout = Layout(source)
    mapping = _mapping(source, what)
    pair = pair_of(mapping, "datum") if mapping is not None else None
    if mapping is None or pair is None:
        return None
    proposed = pair_of(mapping, "voorstel")
    if layout.is_flow(mapping):
        if proposed is not None or not isinstance(pair[1], ScalarEvent):
            return None
        return source.encoded(changed(source, [Change(*span(pair[1]), str(day))]))
    changes = [layout.new_value(pair, [f" {day}"])]
    if proposed is not None:
        changes.append(Change(*layout.lines_of(span(proposed[0])[0], proposed[1]), ""))
    return source.encoded(changed(source, changes))


def _mapping(source: SourceFile, what: str) -> MappingNode | None:
    root = read_mapping(source, Report(source), "")
    pair = pair_of(root, BRIEF if what == BRIEF else "overleggen") if root is not None else None
    if pair is None:
        return None
    if what == BRIEF:
        return pair[1] if isinstance(pair[1], MappingNode) and pair[1].pairs else None
    items = pair[1].items if isinstance(pair[1], SequenceNode) else []
    return next((each for each in items if isinstance(each, MappingNode) and _is_of(each, what)), None)


def _is_of(mapping: MappingNode, landsdeel: str) -> bool:
    pair = pair_of(mapping, "landsdeel")
    return pair is not None and isinstance(pair[1], ScalarEvent) and pair[1].value == landsdeel
