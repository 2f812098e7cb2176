"""Read `afspraken/<landsdeel>.yaml`, one afspraak at a time, with every mistake in it.

An afspraak with a mistake in one of its fields is still given, that field left at its default, so that the rules can
look at the rest. An afspraak without id or text is left out. After a syntax error reading goes on at the next afspraak.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from brief.disk.names import same_name
from brief.domain import Afspraak, Afstemming, Antwoord, Besluit, DossierBron, Status, Voorstel
from brief.sources.document import no_mapping
from brief.sources.fields import Fields, Report
from brief.sources.locator import Locator
from brief.sources.nodes import (
    Composer,
    MappingNode,
    MappingStartEvent,
    Node,
    ScalarEvent,
    SequenceNode,
    SequenceStartEvent,
    TooDeepError,
)

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic
    from brief.sources.nodes import Event
    from brief.sources.source import SourceFile

VELDEN = (
    "id",
    "agendapunt",
    "tekst",
    "dossiertekst",
    "verdwenen",
    "na_overleg",
    "status",
    "besluit",
    "themas",
    "provincies",
    "gebieden",
    "termijn",
    "voorstel",
    "vervolg_op",
    "landelijk",
    "publiceren",
    "brief",
    "kamerstukken",
    "zie",
    "afstemming",
)
"""The fields of an afspraak, in the order in which they are written."""

_VELDEN = frozenset(VELDEN)
BESLUIT = ("datum", "reden", "tekst")
VOORSTEL = ("themas", "provincies", "gebieden", "termijn", "reden")
AFSTEMMING = ("partij", "stand", "datum", "kenmerk")
DOSSIER = ("bestand", "sha256", "versie")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_FROM_DOSSIER = "brief inlezen maakt dit bestand uit een dossier"
_MAX_RECOVERIES = 50
_KEPT = 12


class Afsprakenbestand(Struct, frozen=True):
    """What an afspraken file says; `dossier` is None when the file does not name the dossier it was read from.

    It is not `volledig` when a mistake cost an afspraak: there may be more in the file than is given here.
    """

    source: SourceFile
    landsdeel: str
    dossier: DossierBron | None
    afspraken: tuple[Afspraak, ...]
    volledig: bool = True


@lru_cache(maxsize=_KEPT)
def read_afspraken(source: SourceFile, landsdeel: str) -> tuple[Afsprakenbestand, tuple[Diagnostic, ...]]:
    """Read the afspraken of a landsdeel (a key of `LANDSDELEN`).

    The last files are kept as read: who proves what it writes, and then reads the round again, reads each text once.
    """
    reader = _Reader(source, landsdeel)
    reader.read()
    result = Afsprakenbestand(source, landsdeel, reader.dossier, tuple(reader.afspraken), not reader.left_out)
    return result, tuple(reader.report.found)


class _Reader:
    """Reads one file; keeps what it found so far, so that a syntax error costs only the afspraak it stands in."""

    def __init__(self, source: SourceFile, landsdeel: str) -> None:
        self.source = source
        self.landsdeel = landsdeel
        self.report = Report(source)
        self.dossier: DossierBron | None = None
        self.afspraken: list[Afspraak] = []
        self.item_column = 2
        self.left_out = False

    def read(self) -> None:
        start = self._try(None)
        for _ in range(_MAX_RECOVERIES):
            if start is None:
                return
            start = self._try(start)

    def _try(self, start: int | None) -> int | None:
        """Read the file, or the afspraken from an index on; after a syntax error give where to go on."""
        text = None if start is None else "\n" * start + self.source.text[start:]
        composer = Composer(self.source, text)
        try:
            event = composer.start()
            if start is None:
                self._document(composer, event)
            elif isinstance(event, SequenceStartEvent):
                self._items(composer)
            if event is not None:
                composer.finish()
        except (YAMLError, TooDeepError) as error:
            from brief.sources.syntax import explain  # only when there is something to explain

            self.left_out = True
            self.report.found += [*composer.refused, explain(self.source, error)]
            return self._next_item(error, start)
        self.report.found += composer.refused
        return None

    def _next_item(self, error: YAMLError | TooDeepError, after: int | None) -> int | None:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        index = max(mark.index if mark else len(self.source.text), (after or 0) + 1)
        match = re.compile(rf"^ {{{self.item_column}}}- ", re.MULTILINE).search(self.source.text, index)
        return match.start() if match else None

    def _document(self, composer: Composer, event: Event | None) -> None:
        if event is None or not isinstance(event, MappingStartEvent):
            fields, hint = "een afsprakenbestand heeft de velden dossier en afspraken", _FROM_DOSSIER
            self.report.found.append(no_mapping(self.source, fields, hint, is_empty=event is None))
            if event is not None:
                composer.node(event)
            return
        pairs: list[tuple[Node, Node]] = []
        for key, value in composer.fields():
            if isinstance(key, ScalarEvent) and key.value == "afspraken" and isinstance(value, SequenceStartEvent):
                self._items(composer)
                pairs.append((key, SequenceNode(value.start_mark.index, composer.end, [])))
            else:
                pairs.append((key, composer.node(value)))
        self._top(MappingNode(event.start_mark.index, composer.end, pairs))

    def _top(self, node: MappingNode) -> None:
        fields = Fields(self.report, node, ("dossier", "afspraken"), "dit bestand")
        if "afspraken" not in fields.nodes:
            fields.missing("afspraken", "[]")
        fields.items("afspraken")
        dossier = fields.fields("dossier", DOSSIER, "'dossier'")
        if dossier is not None:
            file = dossier.required("bestand", f"dossiers/{self.landsdeel}.docx")
            sha256, versie = dossier.text("sha256"), dossier.text("versie")
            self.dossier = DossierBron(same_name(file or ""), sha256 or "", versie or "")

    def _items(self, composer: Composer) -> None:
        for event in composer.events():
            node = composer.node(event)
            if isinstance(node, MappingNode):
                self._afspraak(node)
            else:
                self.left_out = True
                self.report.error("BR015", "dit is geen afspraak met velden", node, "begin met: - id: …")

    def _afspraak(self, node: MappingNode) -> None:
        number = len(self.afspraken)
        self.item_column = self._dash_column(node.start) if not number else self.item_column
        fields = Fields(self.report, node, _VELDEN, "deze afspraak")
        identity, tekst = self._id(fields), fields.required("tekst", "|")
        agendapunt = fields.required("agendapunt", "2.3 Titel van het agendapunt")
        afspraak = Afspraak(
            id=identity or "",
            landsdeel=self.landsdeel,
            agendapunt=agendapunt or "",
            tekst=(tekst or "").rstrip("\n"),
            status=fields.choice("status", Status, Status.VOORGESTELD, "BR012"),
            besluit=_besluit(fields) if "besluit" in fields.nodes else None,
            themas=fields.texts("themas"),
            provincies=fields.texts("provincies"),
            gebieden=fields.texts("gebieden"),
            voorstel=_voorstel(fields) if "voorstel" in fields.nodes else None,
            landelijk=fields.boolean("landelijk", otherwise=False),
            publiceren=fields.boolean("publiceren", otherwise=True),
            brief=_stripped(fields.text("brief")),
            kamerstukken=fields.texts("kamerstukken"),
            zie=fields.texts("zie"),
            dossiertekst=_stripped(fields.text("dossiertekst")),
            verdwenen=_stripped(fields.text("verdwenen")),
            termijn=fields.date("termijn"),
            vervolg_op=_stripped(fields.text("vervolg_op")),
            na_overleg=_stripped(fields.text("na_overleg")),
            afstemming=_afstemming(fields) if "afstemming" in fields.nodes else (),
            herkomst=Locator(self.source, node.start, node.end),
            onleesbaar=frozenset(fields.broken),
        )
        if identity and tekst:
            self.afspraken.append(afspraak)
        else:
            self.left_out = True

    def _id(self, fields: Fields) -> str | None:
        identity = fields.required("id", "nw-2.3-1")
        if identity is not None and not _ID.fullmatch(identity):
            message = f"'{identity}' kan geen id zijn"
            label = "gebruik letters, cijfers, punten en streepjes: nw-2.3-1"
            self.report.error("BR018", message, fields.nodes["id"], label)
        return identity

    def _dash_column(self, start: int) -> int:
        text = self.source.text
        begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        return max(0, text[begin:start].find("-"))


def _besluit(fields: Fields) -> Besluit | None:
    besluit = fields.fields("besluit", BESLUIT, "dit besluit")
    if besluit is None:
        return None
    datum, reden = besluit.date("datum", required=True), besluit.required("reden", "waarom zo is besloten")
    if besluit.broken or datum is None or reden is None:
        fields.broken.add("besluit")
    if datum is None:
        return None
    return Besluit(datum, (reden or "").rstrip("\n"), _stripped(besluit.text("tekst")))


def _afstemming(fields: Fields) -> tuple[Afstemming, ...]:
    found = []
    example = "{partij: provincie Utrecht, stand: akkoord, datum: 2026-09-10}"
    for one in fields.mappings("afstemming", AFSTEMMING, "deze afstemming", noun="antwoord", example=example):
        partij, stand = one.required("partij", "provincie Utrecht"), one.choice("stand", Antwoord, Antwoord.OPEN)
        datum, kenmerk = one.date("datum"), one.text("kenmerk")
        if partij:
            found.append(Afstemming(partij, stand, datum, kenmerk or ""))
    return tuple(found)


def _voorstel(fields: Fields) -> Voorstel | None:
    voorstel = fields.fields("voorstel", VOORSTEL, "dit voorstel")
    if voorstel is None:
        return None
    lists = {name: voorstel.texts(name) for name in ("themas", "provincies", "gebieden")}
    return Voorstel(**lists, termijn=voorstel.date("termijn"), reden=(voorstel.text("reden") or "").rstrip("\n"))


def _stripped(text: str | None) -> str | None:
    return None if text is None else text.rstrip("\n")
