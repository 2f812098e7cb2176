"""Change a person's afspraken file: the lines that are meant, and not a byte besides.

An `Edit` gathers changes on a file as it was read. Each change replaces a stretch of its text; comments, order, layout,
line ends and the byte order mark of all the rest stay as they are. `save` proves the result by reading it again, and
writes only when the file on disk is still the one that was read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain import DossierBron
from brief.sources.afspraken import BESLUIT, DOSSIER, VELDEN, VOORSTEL, read_afspraken
from brief.sources.changes import Change, changed
from brief.sources.layout import Layout
from brief.sources.locator import Locator
from brief.sources.nodes import MappingNode, Node, ScalarEvent, SequenceNode, pair_of, span
from brief.sources.scalar import Value, field_lines, flow, inline, value_lines
from brief.sources.whose import replace_as_read
from brief.sources.write import afspraak_lines
from brief.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak
    from brief.sources.afspraken import Afsprakenbestand
    from brief.sources.source import SourceFile

_ORDERS = {"": VELDEN, "besluit": BESLUIT, "voorstel": VOORSTEL, "dossier": DOSSIER}


class Edit:
    """Changes on one afspraken file that was read without syntax errors."""

    def __init__(self, file: Afsprakenbestand) -> None:
        self.file = file
        self.source: SourceFile = file.source
        self.layout = Layout(file.source)
        self.changes: list[Change] = []
        self._touched: set[str] = set()
        self._removed: dict[str, set[str]] = {}
        self._items: dict[str, MappingNode] = {}
        self._afspraken = {afspraak.id: afspraak for afspraak in file.afspraken}
        self._dossier = file.dossier

    def set(self, identity: str, field: str, value: Value) -> None:
        """Give a field of an afspraak a value; the field is added when it is not there.

        A mapping (`besluit`, `voorstel`) that is there keeps the fields that the new value does not name.
        """
        self._touched.add(identity)
        self._set(self._item(identity), "", field, value, self._removed.get(identity, ()))

    def extend(self, identity: str, field: str, values: Sequence[str]) -> None:
        """Put values behind those that a list has; its own values, comments and layout stay as they are."""
        if not values:
            return
        pair = pair_of(self._item(identity), field)
        if pair is None or not isinstance(pair[1], SequenceNode) or not pair[1].items:
            self.set(identity, field, tuple(values))
            return
        self._touched.add(identity)
        last = pair[1].items[-1]
        if self.layout.is_flow(pair[1]):
            end = span(last)[1]
            self.changes.append(Change(end, end, "".join(f", {inline(value, flow=True)}" for value in values)))
        else:
            dash = " " * self.layout.dash_column(span(last)[0]) + "- "
            self._insert_lines(self.layout.end_of(last), [dash + inline(value) for value in values])

    def shrink(self, identity: str, field: str, gone: Collection[str], values: Mapping[str, Value]) -> None:
        """Take fields out of a mapping and give others a value; with brackets around it, it is written anew."""
        pair = pair_of(self._item(identity), field)
        if pair is None or not isinstance(pair[1], MappingNode):
            return
        if not self.layout.is_flow(pair[1]):
            for name in gone:
                self.remove(identity, f"{field}.{name}")
            self.set(identity, field, values)
            return
        self._touched.add(identity)
        kept = [
            f"{name.value}: {flow(values[name.value])}"
            if name.value in values
            else self.source.text[span(name)[0] : span(value)[1]]
            for name, value in pair[1].pairs
            if isinstance(name, ScalarEvent) and name.value not in gone
        ]
        self.changes.append(Change(*span(pair[1]), "{" + ", ".join(kept) + "}"))

    def remove(self, identity: str, field: str) -> None:
        """Take a field away, with the lines that belong to it; one within another is written `besluit.tekst`.

        A field that is not there is left so.
        """
        self._touched.add(identity)
        self._removed.setdefault(identity, set()).add(field)
        item = self._item(identity)
        *parents, name = field.split(".")
        for parent in parents:
            pair = pair_of(item, parent)
            if pair is None or not isinstance(pair[1], MappingNode):
                return
            item = pair[1]
        if (pair := pair_of(item, name)) is None:
            return
        if self.layout.is_flow(item):
            self._remove_from_flow(item, name)
        else:
            self._remove_lines(item, pair)

    def set_in_list(self, identity: str, field: str, index: int, value: Mapping[str, Value]) -> None:
        """Give an item of a list of mappings another value; behind the last one it is added."""
        self._touched.add(identity)
        pair = pair_of(self._item(identity), field)
        if pair is None or not isinstance(pair[1], SequenceNode) or not pair[1].items:
            self.set(identity, field, (value,))
            return
        node = pair[1]
        if index < len(node.items):
            item = node.items[index]
            end = span(item)[1] if self.layout.is_flow(item) else self.layout.end_of(item)
            self.changes.append(Change(span(item)[0], end, flow(value)))
        elif self.layout.is_flow(node):
            end = span(node.items[-1])[1]
            self.changes.append(Change(end, end, f", {flow(value)}"))
        else:
            indent = self.layout.dash_column(span(node.items[0])[0])
            self._insert_lines(self.layout.end_of(node.items[-1]), [f"{' ' * indent}- {flow(value)}"])

    def insert_after(self, identity: str | None, afspraak: Afspraak) -> None:
        """Add an afspraak after another; after the last one when `identity` is None."""
        self._touched.add(afspraak.id)
        before = identity if identity is not None else (self.file.afspraken[-1].id if self.file.afspraken else None)
        if before is None:
            self._first(afspraak)
            return
        item = self._item(before)
        column = self.layout.dash_column(item.start)
        lines = afspraak_lines(afspraak, column)
        apart = [""] if self.layout.has_blank_line_before(item.start) or len(self.file.afspraken) == 1 else []
        self._insert_lines(self.layout.end_of(item), [*apart, *lines])

    def insert_first(self, afspraak: Afspraak) -> None:
        """Add an afspraak before the first one, below the comments that stand above that."""
        if not self.file.afspraken:
            self.insert_after(None, afspraak)
            return
        self._touched.add(afspraak.id)
        start = self._item(self.file.afspraken[0].id).start
        column = self.layout.dash_column(start)
        line = start - self.layout.column(start)
        self.changes.append(Change(line, line, self.layout.join([*afspraak_lines(afspraak, column), "", ""])))

    def set_dossier(self, bron: DossierBron) -> None:
        """Say which dossier file the afspraken were read from."""
        root = Locator(self.source, 0, len(self.source.text)).node()
        if not isinstance(root, MappingNode):
            message = f"{self.source.name} has no fields"
            raise TypeError(message)
        values: dict[str, Value] = {"bestand": bron.bestand, "sha256": bron.sha256, "versie": bron.versie}
        pair = pair_of(root, "dossier")
        if pair is None:
            start = span(root.pairs[0][0])[0]
            self.changes.append(Change(start, start, f"dossier: {flow(values)}{self.layout.newline}"))
        elif not isinstance(pair[1], MappingNode):
            self._replace(root, pair, "dossier", values)
        else:
            old = self._dossier or DossierBron("", "")
            known = {"bestand": old.bestand, "sha256": old.sha256, "versie": old.versie}
            self._set_fields(pair[1], "dossier", {name: each for name, each in values.items() if each != known[name]})
        self._dossier = bron

    def text(self) -> str:
        """Give the text of the file with all changes in it."""
        return changed(self.source, self.changes)

    def diff(self) -> str:
        """Give the changes as a unified diff, a line of the file around each, without a line end after the last."""
        from brief.text.unified import unified  # for who only looks

        name = self.source.name
        return "\n".join(unified(_rows(self.source.text), _rows(self.text()), name, f"{name} (nieuw)"))

    def data(self) -> bytes:
        """Give the bytes of the file with all changes in it."""
        return self.source.encoded(self.text())

    def save(self, path: Path) -> tuple[Diagnostic, ...]:
        """Write the file; a finding and nothing written when someone else changed it meanwhile.

        Raises ValueError, before anything is written, when reading the result back gives another afspraak than the ones
        touched a new meaning: that is a fault of this program.
        """
        if not self.changes:
            return ()
        self.prove()
        return replace_as_read(path, self.data(), self.source.data)

    def prove(self) -> None:
        """Read the result back; raises ValueError when it gives what was not touched another meaning."""
        text = self.text()
        again, findings = read_afspraken(type(self.source)(self.source.name, self.data(), text), self.file.landsdeel)
        before = {name: afspraak for name, afspraak in self._afspraken.items() if name not in self._touched}
        after = {afspraak.id: afspraak for afspraak in again.afspraken if afspraak.id not in self._touched}
        broken = [
            finding for finding in findings if finding.code in {"BR003", "BR004", "BR005", "BR006", "BR007", "BR008"}
        ]
        if before != after or again.dossier != self._dossier or broken:
            message = f"the change of {self.source.name} would change more than was meant"
            raise ValueError(message)

    def _item(self, identity: str) -> MappingNode:
        if identity in self._items:
            return self._items[identity]
        afspraak = self._afspraken[identity]
        if not isinstance(afspraak.herkomst, Locator) or not isinstance(node := afspraak.herkomst.node(), MappingNode):
            message = f"{identity} was not read from a file"
            raise TypeError(message)
        self._items[identity] = node
        return node

    def _remove_lines(self, item: MappingNode, pair: tuple[Node, Node]) -> None:
        start, end = self.layout.lines_of(span(pair[0])[0], pair[1])
        if len(item.pairs) > 1 and self.source.text[start : span(pair[0])[0]].strip():  # behind the dash of its item
            start, end = span(pair[0])[0], span(item.pairs[1][0])[0]
        self.changes.append(Change(start, end, ""))

    def _set(self, item: MappingNode, parent: str, field: str, value: Value, gone: Collection[str] = ()) -> None:
        pair = pair_of(item, field)
        if pair is None:
            self._add(item, parent, field, value, gone)
        elif (
            isinstance(pair[1], MappingNode)
            and pair[1].pairs
            and not isinstance(value, str | bool | tuple)
            and not parent
        ):
            self._set_fields(pair[1], field, value)
        elif self.layout.is_flow(item):
            self.changes.append(Change(*span(pair[1]), self._space(pair[1]) + flow(value)))
        else:
            self._replace(item, pair, field, value)

    def _set_fields(self, mapping: MappingNode, name: str, value: object) -> None:
        fields: Mapping[str, Value] = value  # type: ignore[assignment]
        for field, each in fields.items():
            self._set(mapping, name, field, each)

    def _replace(self, item: MappingNode, pair: tuple[Node, Node], field: str, value: Value) -> None:
        indent = self.layout.column(span(item.pairs[0][0])[0])
        self.changes.append(self.layout.new_value(pair, value_lines(field, value, indent)))

    def _add(self, item: MappingNode, parent: str, field: str, value: Value, gone: Collection[str]) -> None:
        """Add a field behind the ones that come before it in the order in which fields are written."""
        order = _ORDERS[parent]
        earlier = [name for name in order[: order.index(field)] if name not in gone]
        before = [pair for pair in item.pairs if isinstance(pair[0], ScalarEvent) and pair[0].value in earlier]
        after = max(before or item.pairs[:1], key=lambda pair: span(pair[0])[0])
        if self.layout.is_flow(item):
            position = span(after[1])[1]
            self.changes.append(Change(position, position, f", {field}: {flow(value)}"))
            return
        indent = self.layout.column(span(item.pairs[0][0])[0])
        lines = field_lines(field, value, indent)
        self._insert_lines(self.layout.end_of(after[1]), lines)

    def _insert_lines(self, position: int, lines: Sequence[str]) -> None:
        """Insert lines below the line that ends at `position`, behind what is inserted there already."""
        self.changes.append(Change(position, position, self.layout.newline + self.layout.join(lines)))

    def _first(self, afspraak: Afspraak) -> None:
        """Put the first afspraak in a file that has none: `afspraken:` or `afspraken: []`."""
        root = Locator(self.source, 0, len(self.source.text)).node()
        pair = pair_of(root, "afspraken") if isinstance(root, MappingNode) else None
        if pair is None or not isinstance(root, MappingNode):
            message = f"{self.source.name} has no field 'afspraken'"
            raise ValueError(message)
        start, end, comment = self.layout.value_range(*pair)
        places = [(change.start, change.end) for change in self.changes]
        before = places.index((start, end)) if (start, end) in places else None
        head = [comment] if before is None else [self.changes[before].text, ""]
        change = Change(start, end, self.layout.join([*head, *afspraak_lines(afspraak, 2)]))
        if before is None:
            self.changes.append(change)
        else:
            self.changes[before] = change

    def _remove_from_flow(self, item: MappingNode, field: str) -> None:
        gone = next(n for n, pair in enumerate(item.pairs) if pair is pair_of(item, field))
        if gone:
            self.changes.append(Change(span(item.pairs[gone - 1][1])[1], span(item.pairs[gone][1])[1], ""))
        else:
            after = span(item.pairs[1][0])[0] if len(item.pairs) > 1 else span(item)[1] - 1
            self.changes.append(Change(span(item.pairs[0][0])[0], after, ""))

    def _space(self, node: Node) -> str:
        start, end = span(node)
        return " " if start == end and self.source.text[start - 1 : start] == ":" else ""


def _rows(text: str) -> list[str]:
    """Give the lines of a text, without the empty one behind the last line end."""
    rows = split_lines(text)
    return rows if rows[-1] else rows[:-1]
