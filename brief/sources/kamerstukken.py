"""Read `kamerstukken.yaml`: a mapping of keys to what a footnote needs; what the fields mean, kamerstuk judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.kamerstuk import Stuk
from brief.kamerstuk import stuk as make_stuk
from brief.sources.document import read_mapping
from brief.sources.fields import Fields, Report
from brief.sources.names import KAMERSTUKKEN
from brief.sources.nodes import MappingNode, ScalarEvent
from brief.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.diagnostics import Diagnostic, Place
    from brief.sources.source import SourceFile


class Register(Struct, frozen=True):
    """The papers of a round by key, and where each key stands."""

    stukken: Mapping[str, Stuk] = field(default_factory=dict)
    plaatsen: Mapping[str, Place] = field(default_factory=dict)


def read_kamerstukken(source: SourceFile) -> tuple[Register, tuple[Diagnostic, ...]]:
    """Read the register; an entry with an unusable key is left out. An empty file is an empty register."""
    report = Report(source)
    if not _has_content(source):
        return Register(), ()
    node = read_mapping(source, report, "begin elke verwijzing met haar sleutel: kst-29435-267:")
    if node is None:
        return Register(), tuple(report.found)
    stukken: dict[str, Stuk] = {}
    plaatsen: dict[str, Place] = {}
    keys = {key.value: key for key, _ in reversed(node.pairs) if isinstance(key, ScalarEvent)}
    for sleutel, entry in _entries(report, node):
        plaatsen[sleutel] = report.place(keys[sleutel])
        stuk = _stuk(report, sleutel, entry, plaatsen[sleutel])
        if stuk is not None:
            stukken[sleutel] = stuk
    return Register(stukken, plaatsen), tuple(report.found)


def _has_content(source: SourceFile) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in split_lines(source.text))


def _entries(report: Report, node: MappingNode) -> list[tuple[str, MappingNode]]:
    found = []
    for sleutel, value in Fields(report, node, None, KAMERSTUKKEN).nodes.items():
        if isinstance(value, MappingNode):
            found.append((sleutel, value))
        elif isinstance(value, ScalarEvent) and not value.value:
            found.append((sleutel, MappingNode(value.start_mark.index, value.end_mark.index, [])))
        else:
            report.error("BR015", f"onder '{sleutel}' horen velden te staan", value, "velden: titel, datum, …")
    return found


def _stuk(report: Report, sleutel: str, node: MappingNode, place: Place) -> Stuk | None:
    fields = Fields(report, node, None, f"'{sleutel}'")
    velden = {name: text.rstrip("\n") for name in fields.nodes if (text := fields.text(name)) is not None}
    stuk, findings = make_stuk(sleutel, velden, {}, place)
    if findings:  # only then does it matter where each field stands
        places = {name: fields.place(name) for name in fields.nodes}
        stuk, findings = make_stuk(sleutel, velden, places, place)
    report.found += findings
    return stuk
