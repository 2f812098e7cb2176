"""YAML as nodes that know where they stand: all scalars as text, nothing interpreted.

The C parser gives events; they are taken one at a time, so that a large file is never held as a tree. A scalar is the
parser's own event, which has `value`, `style` and its marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from _ruamel_yaml import CParser  # type: ignore[import-not-found]
from msgspec import Struct
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from brief.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.sources.source import SourceFile

MAX_DEPTH = 20
"""How deep a file may nest. Ours nest four deep; the limit keeps a hostile file from using up the stack."""


class SequenceNode(Struct):
    """A list, with the indexes in the text where it starts and ends."""

    start: int
    end: int
    items: list[Node]


class MappingNode(Struct):
    """A mapping in the order of the file, duplicates kept, with the indexes where it starts and ends."""

    start: int
    end: int
    pairs: list[tuple[Node, Node]]


Node = ScalarEvent | SequenceNode | MappingNode


def span(node: Node) -> tuple[int, int]:
    """Give the indexes in the text at which a node starts and ends."""
    if isinstance(node, ScalarEvent):
        return node.start_mark.index, node.end_mark.index
    return node.start, node.end


def pair_of(mapping: MappingNode, name: str) -> tuple[Node, Node] | None:
    """Give the key and the value of the first field of that name; None when there is none."""
    return next((pair for pair in mapping.pairs if isinstance(pair[0], ScalarEvent) and pair[0].value == name), None)


def child_of(node: Node, name: str) -> Node | None:
    """Give what a node holds under a name; in a list under a number, from 0."""
    if isinstance(node, MappingNode):
        pair = pair_of(node, name)
        return pair[1] if pair is not None else None
    if isinstance(node, SequenceNode) and name.isdecimal() and int(name) < len(node.items):
        return node.items[int(name)]
    return None


class TooDeepError(Exception):
    """A file nests deeper than `MAX_DEPTH`; `index` says where."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


class Composer:
    """Takes events from the parser and makes nodes of them.

    `refused` collects a finding for every anchor, alias and tag: they would let a small file grow without bound, or
    change the meaning of a text. Syntax errors are raised as the parser raises them; `syntax.explain` words them.
    """

    def __init__(self, source: SourceFile, text: str | None = None) -> None:
        parser = CParser(source.text if text is None else text)
        self.next: Callable[[], Any] = parser.get_event
        self.source = source
        self.refused: list[Diagnostic] = []
        self.end = 0

    def start(self) -> Event | None:
        """Go to the first node and give its event; None for an empty file."""
        self.next()
        event: Event = self.next()
        return self.next() if type(event) is DocumentStartEvent else None

    def finish(self) -> None:
        """Read on behind the first document; a second one is a finding."""
        self.next()
        event = self.next()
        if type(event) is not StreamEndEvent:
            self._refuse("BR009", "dit bestand heeft een tweede deel na '---'", event, "haal de regel '---' weg")

    def node(self, event: Event, depth: int = 0) -> Node:
        """Make the node that starts with this event."""
        if isinstance(event, ScalarEvent):
            if event.anchor is not None or event.ctag is not None:
                self._check(event)
            return event
        if isinstance(event, AliasEvent):
            self._refuse("BR009", f"een verwijzing als '*{event.anchor}' kan hier niet", event, "schrijf de tekst uit")
            return ScalarEvent(None, None, (True, False), "", event.start_mark, event.end_mark, "")
        if depth > MAX_DEPTH:
            raise TooDeepError(event.start_mark.index)
        self._check(event)
        if isinstance(event, MappingStartEvent):
            pairs = list(self.pairs(depth + 1))
            return MappingNode(event.start_mark.index, self.end, pairs)
        items = [self.node(item, depth + 1) for item in self.events()]
        return SequenceNode(event.start_mark.index, self.end, items)

    def pairs(self, depth: int = 1) -> Iterator[tuple[Node, Node]]:
        """Give the keys and values of the mapping that was just started; afterwards `end` is where it ended."""
        take, node = self.next, self.node
        while type(event := take()) is not MappingEndEvent:
            yield node(event, depth), node(take(), depth)
        self.end = event.end_mark.index

    def fields(self) -> Iterator[tuple[Node, Event]]:
        """Give the keys of the mapping that was just started, each with the first event of its value.

        The taker makes a node of that event, or takes its events itself, before it asks for the next key.
        """
        while type(event := self.next()) is not MappingEndEvent:
            yield self.node(event, 1), self.next()
        self.end = event.end_mark.index

    def events(self) -> Iterator[Event]:
        """Give the first event of each item of the list that was just started; the taker makes a node of it."""
        take = self.next
        while type(event := take()) is not SequenceEndEvent:
            yield event
        self.end = event.end_mark.index

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("BR009", f"een naam als '&{event.anchor}' kan hier niet", event, "haal de naam weg")
        if event.tag is not None and event.tag != "!":
            self._refuse(
                "BR010", f"een soortnaam als '{_tag(event.tag)}' kan hier niet", event, "haal de soortnaam weg"
            )

    def _refuse(self, code: str, message: str, event: Any, label: str) -> None:
        place = self.source.place(event.start_mark.index)
        hint = "hoort het teken bij de tekst, zet de waarde dan tussen aanhalingstekens"
        self.refused.append(Diagnostic(code, Severity.FOUT, message, place, label, hint))


def _tag(tag: str) -> str:
    return "!!" + tag.rsplit(":", 1)[-1] if tag.startswith("tag:yaml.org") else tag


__all__ = [
    "Composer",
    "Event",
    "MappingNode",
    "MappingStartEvent",
    "Node",
    "ScalarEvent",
    "SequenceNode",
    "SequenceStartEvent",
    "TooDeepError",
    "child_of",
    "pair_of",
    "span",
]
