"""Read the fields of a mapping as the types they must have, and report every one that has another.

A field that is empty (`kenmerk:`, `~`, `null`) counts as not given.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, TypeVar

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.nearest import nearest
from brief.sources.nodes import MappingNode, Node, ScalarEvent, SequenceNode, span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from enum import StrEnum

    from brief.sources.source import SourceFile

    Choice = TypeVar("Choice", bound=StrEnum)

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER_DATE = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_WRITTEN_DATE = re.compile(r"([0-9]{1,2}) ([a-z]+) ([0-9]{4})", re.IGNORECASE)
_MAANDEN = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
# ` #2 van de motie`; a comment begins with a space behind its `#`
_COMMENT = re.compile(r"[ \t](#[^\s#][^\n]*)")
_REST = re.compile(r"[ \t](#(?:[^\s#][^\n]*|[ ]+[a-z][^\n]*[.!?][ \t\r]*(?=\n|\Z)))")
"""A comment, or what reads as the end of the sentence before it."""
_SENTENCES = frozenset({"brief", "algemeen"})
"""Fields that hold a sentence: one without its full stop may go on behind the `#`."""
_STOPS = tuple(".!?:;”’\"')]")
_BOOLEANS = {"true": True, "false": False}
_MEANT = {"ja": "true", "yes": "true", "on": "true", "waar": "true", "nee": "false", "no": "false", "off": "false"}


class Report:
    """The findings of one file, in the order in which they were met; `has_hash`: there may be a comment in it."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self.has_hash = " #" in source.text or "\t#" in source.text

    def error(
        self,
        code: str,
        message: str,
        node: Node,
        label: str | None = None,
        hint: str | None = None,
        related: tuple[tuple[str, Place], ...] = (),
    ) -> None:
        """Add a finding of severity fout at a node."""
        self.found.append(Diagnostic(code, Severity.FOUT, message, self.place(node), label, hint, related))

    def place(self, node: Node) -> Place:
        """Give the place of a node; of a mapping or a list of several lines, that of its first line."""
        start, end = span(node)
        if isinstance(node, ScalarEvent) and node.style not in {"|", ">"}:
            return self.source.place(start, end)
        return self.source.place(start, end if "\n" not in self.source.text[start:end] else None)


class Fields:
    """The fields of one mapping: `known` are the names it may have, `what` names it in messages ("deze afspraak").

    `broken` are the fields that could not be read as what they must be: what they say nobody knows.
    """

    __slots__ = ("_first", "broken", "node", "nodes", "report", "what")

    def __init__(self, report: Report, node: MappingNode, known: Collection[str] | None, what: str) -> None:
        self.report = report
        self.node = node
        self.what = what
        self.broken: set[str] = set()
        self._first: dict[str, ScalarEvent] = {}
        nodes: dict[str, Node] = {}
        for key, value in node.pairs:
            if not isinstance(key, ScalarEvent):
                report.error("BR015", "een veldnaam is één woord", key, "schrijf een naam en een dubbele punt")
            elif key.value in nodes:
                self._duplicate(key)
            else:
                nodes[key.value] = value
        self.nodes = nodes
        if known is not None and not frozenset(known).issuperset(nodes):
            self._unknown(known)

    def text(self, name: str) -> str | None:
        """Give a text, or None when the field is absent, empty or no text; the line ends behind a block are no text."""
        node = self.nodes.get(name)
        if node is None:
            return None
        if not isinstance(node, ScalarEvent):
            self.broken.add(name)
            self.report.error("BR015", f"'{name}' moet een tekst zijn", node, f"typ: {name}: …")
            return None
        value: str = node.value
        if node.style in {"|", ">"}:
            return value.rstrip("\n") or None
        if self.report.has_hash and not node.style:
            self._cut_short(node, _REST if name in _SENTENCES and value[-1:] not in _STOPS else _COMMENT)
        return None if value in _EMPTY and node.style == "" else value

    def _cut_short(self, node: ScalarEvent, comment: re.Pattern[str] = _COMMENT) -> None:
        """Report words behind a text that YAML takes for a comment, where they were hardly meant as one: `motie #2`."""
        text, end = self.report.source.text, node.end_mark.index
        if not node.value or not text.startswith((" #", "\t#"), end):
            return
        behind = comment.match(text, end)
        if behind is None:
            return
        message = f"wat na een spatie en # staat telt niet mee: '{behind[1].rstrip()}'"
        otherwise = (
            "zet haar dan op een eigen regel erboven" if behind[1][1] == " " else "zet dan een spatie achter het #"
        )
        hint = f"zet de waarde tussen aanhalingstekens; is het een opmerking, {otherwise}"
        place = self.report.source.place(end + 1, end + 1 + len(behind[1].rstrip()))
        self.report.found.append(Diagnostic("BR031", Severity.WAARSCHUWING, message, place, hint=hint))

    def required(self, name: str, example: str = "…") -> str | None:
        """Give a text that must be there; None and a finding when it is not."""
        value = self.text(name)
        if value is None and (name not in self.nodes or isinstance(self.nodes[name], ScalarEvent)):
            self.missing(name, example)
        return value

    def missing(self, name: str, example: str = "…") -> None:
        """Report that a required field is absent or empty; not when its name was typed wrong, which is reported."""
        if name in self.broken and name not in self.nodes:
            return
        where = self.nodes.get(name, self.node)
        what = f"bij '{name}' is niets ingevuld" if name in self.nodes else f"{self.what} heeft geen '{name}'"
        self.report.error("BR014", what, _first_key(where), f"vul in: {name}: {example}")

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts; empty when the field is absent or empty."""
        node = self.nodes.get(name)
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            return self._no_list(name, node)
        values = [item.value for item in node.items if isinstance(item, ScalarEvent)]
        if not all(values):
            self._no_words(name, node)
        for item in node.items if self.report.has_hash else ():
            if isinstance(item, ScalarEvent) and not item.style:
                self._cut_short(item)
        if len(values) < len(node.items):
            self.broken.add(name)
            self._not_flat(name, node)
        return tuple(values)

    def date(self, name: str, *, required: bool = False) -> datetime.date | None:
        """Give a date written as jjjj-mm-dd."""
        written = self.required(name, "2026-09-09") if required else self.text(name)
        if written is None:
            return None
        try:
            if _DATE.fullmatch(written):
                return datetime.date.fromisoformat(written)
        except ValueError:
            self._no_date(name, written, "deze dag bestaat niet")
            return None
        self._no_date(name, written, "een datum schrijft u als jaar-maand-dag")
        return None

    def boolean(self, name: str, *, otherwise: bool) -> bool:
        """Give a yes or no, written `true` or `false`."""
        written = self.text(name)
        if written is None:
            return otherwise
        if written in _BOOLEANS:
            return _BOOLEANS[written]
        meant = _MEANT.get(written.lower(), written.lower())
        label = f"typ: {name}: {meant}" if meant in _BOOLEANS else "kies uit: true, false"
        self.broken.add(name)
        self.report.error("BR017", f"'{name}' is true of false, niet '{written}'", self.nodes[name], label)
        return otherwise

    def choice(self, name: str, kind: type[Choice], otherwise: Choice, code: str = "BR018") -> Choice:
        """Give one of the words of `kind`."""
        written = self.text(name)
        if written is None:
            return otherwise
        try:
            return kind(written)
        except ValueError:
            words = [member.value for member in kind]
            message = (
                f"onbekende {name} '{written}'" if name == "status" else f"onbekende keuze '{written}' bij '{name}'"
            )
            self.broken.add(name)
            self.report.error(code, message, self.nodes[name], f"kies uit: {', '.join(words)}", meant(written, words))
            return otherwise

    def fields(self, name: str, known: Collection[str] | None, what: str) -> Fields | None:
        """Give the fields of a mapping within this one; None when it is absent, empty or no mapping."""
        node = self.nodes.get(name)
        if node is None or (isinstance(node, ScalarEvent) and self.text(name) is None):
            return None
        if not isinstance(node, MappingNode):
            self.broken.add(name)
            shown = ", ".join(known) if known else "naam: waarde"
            self.report.error("BR015", f"onder '{name}' horen velden te staan", node, f"velden: {shown}")
            return None
        return Fields(self.report, node, known, what)

    def items(self, name: str) -> list[Node]:
        """Give the items of a list; empty when the field is absent, empty or no list."""
        node = self.nodes.get(name)
        if isinstance(node, SequenceNode):
            return node.items
        if node is not None and not (isinstance(node, ScalarEvent) and self.text(name) is None):
            message = f"onder '{name}' hoort een lijst met streepjes te staan"
            self.report.error("BR015", message, node, "begin elke regel van de lijst met '- '")
        return []

    def mappings(
        self, name: str, known: Collection[str], what: str, *, noun: str, example: str = ""
    ) -> Iterator[Fields]:
        """Give the fields of each item of a list; an item that has none is reported as no `noun`, and left out."""
        label = f"typ: - {example}" if example else f"velden: {', '.join(known)}"
        for item in self.items(name):
            if isinstance(item, MappingNode):
                yield Fields(self.report, item, known, what)
            else:
                self.report.error("BR015", f"dit is geen {noun} met velden", item, label)

    def place(self, name: str) -> Place:
        """Give the place of a field's value; of the mapping when the field is absent."""
        return self.report.place(self.nodes.get(name, self.node))

    def _duplicate(self, key: ScalarEvent) -> None:
        if not self._first:
            written = (name for name, _ in self.node.pairs if isinstance(name, ScalarEvent))
            for name in written:
                self._first.setdefault(name.value, name)
        related = (("hier stond het al", self.report.place(self._first[key.value])),)
        self.broken.add(key.value)
        message = f"'{key.value}' staat twee keer in {self.what}"
        self.report.error("BR011", message, key, "houd één van de twee", related=related)

    def _unknown(self, known: Collection[str]) -> None:
        for key, _ in self.node.pairs:
            if not isinstance(key, ScalarEvent) or key.value in known:
                continue
            if key.value == "<<":
                self.report.error("BR009", "samenvoegen met '<<' kan hier niet", key, "schrijf de velden uit")
                continue
            label = f"kies uit: {', '.join(known)}"
            self.broken.add(nearest(key.value, known) or key.value)
            self.report.error("BR013", f"onbekend veld '{key.value}'", key, label, meant(key.value, known))

    def _no_list(self, name: str, node: Node) -> tuple[str, ...]:
        written = self.text(name) if isinstance(node, ScalarEvent) else None
        if written is None and isinstance(node, ScalarEvent):
            return ()
        self.broken.add(name)
        label = f"typ: {name}: [{written}]" if written and "\n" not in written else "typ: [een, twee]"
        self.report.error("BR015", f"'{name}' moet een lijst zijn", node, label)
        return ()

    def _no_words(self, name: str, node: SequenceNode) -> None:
        for item in node.items:
            if isinstance(item, ScalarEvent) and not item.value:
                self.broken.add(name)
                label = "vul het in, of haal het weg"
                self.report.error("BR014", f"in de lijst '{name}' is een punt leeg", item, label)

    def _not_flat(self, name: str, node: SequenceNode) -> None:
        for item in node.items:
            if not isinstance(item, ScalarEvent):
                label = "staat er een dubbele punt in, zet de waarde dan tussen aanhalingstekens"
                self.report.error("BR015", f"in de lijst '{name}' horen alleen teksten", item, label)

    def _no_date(self, name: str, written: str, why: str) -> None:
        self.broken.add(name)
        iso = _as_iso(written)
        label = f"typ: {iso}" if iso else "typ een dag als 2026-09-09"
        self.report.error("BR016", f"'{written}' is geen datum: {why}", self.nodes[name], label)


def meant(word: str, words: Collection[str]) -> str | None:
    """Give the hint that names the nearest word, or None when no word is near."""
    guess = nearest(word, words)
    return f"bedoelde u '{guess}'?" if guess else None


def _first_key(node: Node) -> Node:
    return node.pairs[0][0] if isinstance(node, MappingNode) and node.pairs else node


def _as_iso(written: str) -> str | None:
    """Guess the date that was meant by `9-9-2026` or `9 september 2026`."""
    if match := _OTHER_DATE.fullmatch(written.strip()):
        day, month, year = (int(part) for part in match.groups())
    elif (match := _WRITTEN_DATE.fullmatch(written.strip())) and _month(match[2]):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    else:
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    start = name.lower().replace("mrt", "maa")[:3]
    return _MAANDEN.index(start) + 1 if start in _MAANDEN else 0


def known_or_report(report: Report, fields: Fields, name: str, values: Mapping[str, object], what: str) -> str | None:
    """Give the text of a field when it is a key of `values`; report it otherwise."""
    written = fields.required(name)
    if written is None or written in values:
        return written
    label = f"kies uit: {', '.join(values)}"
    report.error("BR018", f"onbekend {what} '{written}'", fields.nodes[name], label, meant(written, list(values)))
    return None
