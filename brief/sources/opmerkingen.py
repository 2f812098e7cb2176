"""Read `opmerkingen.yaml`, add comments at its end, and say of one that it was dealt with; the rest stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain.opmerking import Opmerking, OpmerkingStand
from brief.sources.changes import Change, changed
from brief.sources.document import read_mapping
from brief.sources.fields import Fields, Report
from brief.sources.layout import Layout
from brief.sources.names import OPMERKINGEN
from brief.sources.nodes import MappingNode, SequenceNode, child_of, pair_of, span
from brief.sources.scalar import field_lines, flow, value_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.diagnostics import Diagnostic
    from brief.sources.source import SourceFile

VELDEN = ("plaats", "wie", "wanneer", "bestand", "versie", "woorden", "op", "tekst", "stand", "antwoord")
_HEAD = (
    "# Opmerkingen van lezers. Zet stand op 'afgedaan' zodra u er iets mee deed, met in 'antwoord' wat.\nopmerkingen:\n"
)


def read_opmerkingen(source: SourceFile) -> tuple[tuple[Opmerking, ...], tuple[Diagnostic, ...]]:
    """Read the comments of a round; one with a mistake is reported and kept as open.

    What is no comment at all is reported as well: it would be counted by nobody.
    """
    if not source.text.strip():
        return (), ()
    report = Report(source)
    node = read_mapping(source, report, "vul in: opmerkingen")
    if node is None:
        return (), tuple(report.found)
    fields = Fields(report, node, ("opmerkingen",), OPMERKINGEN)
    items = fields.mappings("opmerkingen", VELDEN, "een opmerking", noun="opmerking")
    found = tuple(_opmerking(report, each) for each in items)
    return found, tuple(report.found)


def _opmerking(report: Report, fields: Fields) -> Opmerking:
    node = fields.node
    texts = {name: fields.text(name) or "" for name in VELDEN}
    stand = texts.pop("stand") or OpmerkingStand.OPEN.value
    if stand not in set(OpmerkingStand):
        report.error("BR661", f"onbekende stand '{stand}'", fields.nodes["stand"], "kies uit: open, afgedaan")
        stand = OpmerkingStand.OPEN.value
    place = report.source.place(span(node.pairs[0][0])[0] if node.pairs else node.start)
    return Opmerking(**texts, stand=OpmerkingStand(stand), herkomst=place)


def with_opmerkingen(text: str, found: Iterable[Opmerking]) -> str:
    """Give the text of the file with comments added at its end."""
    lines = [line for each in found for line in _lines(each)]
    if not lines:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    head = text or _HEAD.replace("\n", newline)
    if not head.endswith(("\n", "\r")):
        head += newline
    return head + newline.join(lines) + newline


def _lines(each: Opmerking) -> list[str]:
    values = {name: str(getattr(each, name)) for name in VELDEN}
    shown = [name for name in VELDEN if values[name] or name in {"plaats", "wie", "tekst", "stand"}]
    rows = [row for name in shown for row in field_lines(name, values[name], 4)]
    return [f"  - {rows[0].strip()}", *rows[1:]]


def with_answer(source: SourceFile, number: int, antwoord: str) -> str | None:
    """Give the text of the file in which a comment, counted from 0, is `afgedaan`, with what was done with it.

    Without an answer the one that is there stays. None when there is no such comment.
    """
    root = read_mapping(source, Report(source), "")
    node = child_of(root, "opmerkingen") if root is not None else None
    items = [each for each in node.items if isinstance(each, MappingNode)] if isinstance(node, SequenceNode) else []
    if number >= len(items) or not items[number].pairs:
        return None
    values = {"stand": OpmerkingStand.AFGEDAAN.value} | ({"antwoord": antwoord} if antwoord else {})
    return changed(source, _changes(Layout(source), items[number], values))


def _changes(layout: Layout, item: MappingNode, values: dict[str, str]) -> list[Change]:
    """Give the changes that set fields of a comment: those there are in their place, the others behind the last."""
    indent, in_braces = layout.column(span(item.pairs[0][0])[0]), layout.is_flow(item)
    changes, added = [], []
    for name, value in values.items():
        pair = pair_of(item, name)
        if pair is None:
            added += [f", {name}: {flow(value)}"] if in_braces else field_lines(name, value, indent)
        elif in_braces:
            changes.append(Change(*span(pair[1]), flow(value)))
        else:
            changes.append(layout.new_value(pair, value_lines(name, value, indent)))
    last = item.pairs[-1][1]
    if added and in_braces:
        changes.append(Change(span(last)[1], span(last)[1], "".join(added)))
    elif added:
        end = layout.end_of(last)
        changes.append(Change(end, end, layout.newline + layout.join(added)))
    return changes
