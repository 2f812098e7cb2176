"""Change the fields under `brief:` of a person's `ronde.yaml`: the lines that are meant, and not a byte besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from brief.sources.changes import Change, changed
from brief.sources.document import read_mapping
from brief.sources.fields import Report
from brief.sources.layout import Layout
from brief.sources.nodes import MappingNode, ScalarEvent, SequenceNode, pair_of, span
from brief.sources.scalar import field_lines, flow, inline, value_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from brief.sources.nodes import Node
    from brief.sources.source import SourceFile


class BriefEdit:
    """Changes of the fields under `brief:`; `own` are the lines that the program wrote itself, comments and all.

    A comment on a line that a person wrote stays; one on a line of ours goes with the value that it was about.
    """

    def __init__(self, source: SourceFile, own: Collection[str] = ()) -> None:
        self.source = source
        self.layout = Layout(source)
        self.changes: list[Change] = []
        self._own = frozenset(line.rstrip() for line in own)
        root = read_mapping(source, Report(source), "")
        pair = None if root is None else pair_of(root, "brief")
        self.brief = pair[1] if pair is not None and isinstance(pair[1], MappingNode) and pair[1].pairs else None

    @property
    def can_change(self) -> bool:
        """Tell whether the file has a field `brief` with fields on lines of their own."""
        return self.brief is not None and not self.layout.is_flow(self.brief)

    def set(self, name: str, value: object) -> None:
        """Give a field a value; it is added behind the others when it is not there. Of the sender only these parts."""
        if self.brief is None:
            message = f"{self.source.name} has no field 'brief'"
            raise ValueError(message)
        self._set(self.brief, name, value)

    def text(self) -> str:
        """Give the text of the file with all changes in it."""
        return changed(self.source, self.changes)

    def data(self) -> bytes:
        """Give the bytes of the file with all changes in it."""
        return self.source.encoded(self.text())

    def _set(self, mapping: MappingNode, name: str, value: object) -> None:
        pair = pair_of(mapping, name)
        indent = self.layout.column(span(mapping.pairs[0][0])[0])
        if pair is None:
            head, *rest = _lines(name, value, indent)
            self._insert(self.layout.end_of(mapping), [f"{' ' * indent}{name}:{head}", *rest])
        elif isinstance(value, Mapping) and isinstance(pair[1], MappingNode) and pair[1].pairs:
            self._set_parts(pair[1], value)
        elif (items := _items(pair[1], value)) is not None:
            for item, each in items:
                self._set_parts(item, each)
        else:
            head, *rest = _lines(name, value, indent)
            start, end, comment = self.layout.value_range(*pair)
            line = self.source.line(self.source.line_number(span(pair[0])[0])).rstrip()
            kept = "" if line in self._own else comment
            self.changes.append(Change(start, end, self.layout.join([head + kept, *rest])))

    def _set_parts(self, mapping: MappingNode, value: Mapping[str, object]) -> None:
        if self.layout.is_flow(mapping):
            written = {
                key.value: self.source.text[slice(*span(each))]
                for key, each in mapping.pairs
                if isinstance(key, ScalarEvent)
            }
            written |= {name: flow(each) for name, each in value.items()}  # type: ignore[arg-type]
            fields = ", ".join(f"{name}: {text}" for name, text in written.items())
            self.changes.append(Change(*span(mapping), "{" + fields + "}"))
            return
        for name, each in value.items():
            known = pair_of(mapping, name)
            if known is None or not isinstance(known[1], ScalarEvent) or known[1].value != each:
                self._set(mapping, name, each)

    def _insert(self, position: int, lines: Sequence[str]) -> None:
        """Insert lines below the line that ends at `position`, behind what was inserted there before."""
        text = self.layout.newline + self.layout.join(lines)
        for number, each in enumerate(self.changes):
            if each.start <= position <= each.end:
                self.changes[number] = Change(each.start, each.end, each.text + text)
                return
        self.changes.append(Change(position, position, text))


def _lines(name: str, value: object, indent: int) -> list[str]:
    """Give what follows `name:` on its line, and the lines after it; a list has a line for each item."""
    pad = " " * (indent + 2)
    if isinstance(value, tuple) and value and isinstance(value[0], Mapping):
        found = [""]
        for item in value:
            lines = [line for field, text in item.items() for line in field_lines(field, text, indent + 4)]
            found += [f"{pad}- {lines[0].lstrip()}", *lines[1:]]
        return found
    if isinstance(value, tuple) and value:
        return ["", *(f"{pad}- {inline(item)}" for item in value)]
    if isinstance(value, Mapping):
        return ["", *(line for field, each in value.items() for line in field_lines(field, each, indent + 2))]
    return value_lines(name, value, indent)  # type: ignore[arg-type]


def _items(node: Node, value: object) -> list[tuple[MappingNode, Mapping[str, object]]] | None:
    """Pair the items of a list of mappings with new ones, when there are as many; None when there are not."""
    if not isinstance(node, SequenceNode) or not isinstance(value, tuple) or len(node.items) != len(value):
        return None
    pairs = [
        (item, each)
        for item, each in zip(node.items, value, strict=True)
        if isinstance(item, MappingNode) and item.pairs and isinstance(each, Mapping)
    ]
    return pairs if pairs and len(pairs) == len(value) else None
