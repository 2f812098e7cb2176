"""Read `opmerkingen.yaml`, and add comments at its end without touching what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain.opmerking import Opmerking, OpmerkingStand
from brief.sources.document import read_mapping
from brief.sources.fields import Fields, Report
from brief.sources.nodes import span
from brief.sources.scalar import field_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.diagnostics import Diagnostic
    from brief.sources.source import SourceFile

OPMERKINGEN = "opmerkingen.yaml"
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
