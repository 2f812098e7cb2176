"""Read `ronde.yaml`: meetings, letter and settings."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict, replace

from brief.disk.names import same_name
from brief.domain import (
    AFZENDER,
    LANDSDELEN,
    BriefGegevens,
    Gang,
    Herhaling,
    Kamerstukstijl,
    Koppen,
    Ondertekenaar,
    Overleg,
    Ronde,
    Vordering,
)
from brief.sources.document import read_mapping
from brief.sources.fields import Fields, Report, known_or_report, meant
from brief.sources.names import BRIEFTEKST
from brief.sources.nodes import ScalarEvent, SequenceNode
from brief.text import Contents

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic, Place
    from brief.domain import Afzender
    from brief.sources.source import SourceFile

LANDELIJK = "landelijk"
"""The word in `volgorde` for the afspraken that hold for the whole country."""

RONDE = ("ronde", "titel", "overleggen", "brief", "afsprakenlijst", "kamerstukken", "toezeggingen", "voortgang")
VOORTGANG = ("afspraak", "stand", "uitleg")
OVERLEG = ("landsdeel", "datum", "dossier", "voorstel")
KAMERSTUKKEN = ("stijl", "herhaling")
LIJST = ("volgorde", "koppen", "algemeen", "inhoud")
BRIEF = ("datum", "betreft", "kenmerk", "tekst", "ondertekenaars", "mede_namens", "bijlagen", "afzender", "voorstel")
NAAM = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?")
"""What a round can be called: its name is that of a folder in `output/` too."""


def read_ronde_yaml(source: SourceFile) -> tuple[Ronde | None, tuple[Diagnostic, ...]]:
    """Read the settings of a round; None when the file cannot be read as YAML or lacks the letter's date.

    A field with another mistake keeps its default and has a finding.
    """
    report = Report(source)
    node = read_mapping(source, report, f"vul in: {', '.join(RONDE)}")
    if node is None:
        return None, tuple(report.found)
    fields = Fields(report, node, RONDE, "ronde.yaml")
    ronde = _ronde(report, fields)
    return ronde, tuple(report.found)


def _ronde(report: Report, fields: Fields) -> Ronde | None:
    name, titel = fields.required("ronde", "2026"), fields.required("titel", "Uitkomsten BO’s Leefomgeving 2026")
    if name is not None and not NAAM.fullmatch(name):
        label = "gebruik hoogstens honderd letters, cijfers, punten en streepjes, zonder punt aan het eind: 2026"
        report.error("BR018", f"'{name}' kan geen naam van een ronde zijn", fields.nodes["ronde"], label)
        name = None  # no folder is looked for under it
    overleggen = _overleggen(report, fields)
    brief, places = _brief(fields, titel or "")
    lijst = fields.fields("afsprakenlijst", LIJST, "'afsprakenlijst'")
    kamerstukken = fields.fields("kamerstukken", KAMERSTUKKEN, "'kamerstukken'")
    volgorde = _volgorde(report, lijst)
    stijl, herhaling = Kamerstukstijl.MINISTERIE, Herhaling.VOLUIT
    if kamerstukken is not None:
        stijl = kamerstukken.choice("stijl", Kamerstukstijl, stijl)
        herhaling = kamerstukken.choice("herhaling", Herhaling, herhaling)
    koppen = lijst.choice("koppen", Koppen, Koppen.SOORT) if lijst is not None else Koppen.SOORT
    algemeen = (lijst.text("algemeen") if lijst is not None else None) or ""
    inhoud = lijst.choice("inhoud", Contents, Contents.ONDERWERPEN) if lijst is not None else Contents.ONDERWERPEN
    if brief is None:
        return None
    place = report.source.place(0)
    if "toezeggingen" in fields.nodes:
        places = (*places, ("toezeggingen", fields.place("toezeggingen")))
    if lijst is not None and algemeen:
        places = (*places, ("afsprakenlijst.algemeen", lijst.place("algemeen")))
    settings = (volgorde, stijl, herhaling, koppen, algemeen, inhoud, fields.texts("toezeggingen"), _voortgang(fields))
    return Ronde(name or "", titel or "", overleggen, brief, *settings, place, places)


def _voortgang(fields: Fields) -> tuple[Vordering, ...]:
    found = []
    example = "{afspraak: 2025/nw-2.4-1, stand: gedaan, uitleg: …}"
    for one in fields.mappings("voortgang", VOORTGANG, "deze voortgang", noun="voortgang", example=example):
        afspraak, stand = one.required("afspraak", "2025/nw-2.4-1"), one.choice("stand", Gang, Gang.LOOPT)
        if afspraak:
            found.append(Vordering(afspraak, stand, (one.text("uitleg") or "").strip()))
    return tuple(found)


def _overleggen(report: Report, fields: Fields) -> tuple[Overleg, ...]:
    if "overleggen" not in fields.nodes:
        fields.missing("overleggen", "een lijst van landsdelen met datum en dossier")
    found: dict[str, Overleg] = {}
    for overleg in fields.mappings("overleggen", OVERLEG, "dit overleg", noun="overleg"):
        landsdeel = known_or_report(report, overleg, "landsdeel", LANDSDELEN, "landsdeel")
        datum, dossier = overleg.date("datum", required=True), _path(overleg, "dossier", "dossiers/noord.docx")
        if landsdeel in found:
            related = (("hier stond het al", found[landsdeel].place or report.source.place(0)),)
            message = f"landsdeel '{landsdeel}' heeft twee overleggen"
            report.error("BR011", message, overleg.nodes["landsdeel"], "houd één van de twee", related=related)
        elif landsdeel and datum:
            place = overleg.place("landsdeel")
            found[landsdeel] = Overleg(landsdeel, datum, dossier or "", place, _is_proposed(overleg, datum))
    return tuple(found.values())


def _brief(fields: Fields, titel: str) -> tuple[BriefGegevens | None, tuple[tuple[str, Place], ...]]:
    brief = fields.fields("brief", BRIEF, "'brief'")
    if brief is None:
        if "brief" not in fields.nodes or isinstance(fields.nodes["brief"], ScalarEvent):
            fields.missing("brief", "datum, betreft, tekst en ondertekenaars")
        return None, ()
    datum = brief.date("datum", required=True)
    gegevens = BriefGegevens(
        datum=datum or datetime.date.max,
        betreft=brief.text("betreft") or titel,
        tekst=_path(brief, "tekst", BRIEFTEKST) or BRIEFTEKST,
        ondertekenaars=_ondertekenaars(brief),
        kenmerk=brief.text("kenmerk"),
        mede_namens=brief.texts("mede_namens"),
        bijlagen=brief.texts("bijlagen"),
        afzender=_afzender(brief),
        datum_voorgesteld=_is_proposed(brief, datum),
    )
    places = tuple((f"brief.{name}", brief.place(name)) for name in brief.nodes if name in BRIEF)
    return (gegevens if datum else None), places


def _is_proposed(fields: Fields, datum: datetime.date | None) -> bool:
    """Tell whether the day is still the one that was proposed: another day is one that a person chose."""
    voorstel = fields.fields("voorstel", ("datum",), "dit voorstel")
    return voorstel is not None and datum is not None and voorstel.date("datum") == datum


def _path(fields: Fields, name: str, example: str) -> str | None:
    """Give the path of a file of the round; one that leads out of its folder is reported, and not read."""
    written = fields.required(name, example)
    if written is None:
        return None
    path = written.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or ":" in path:
        message = f"'{written}' ligt buiten de map van deze ronde"
        fields.report.error(
            "BR026", message, fields.nodes[name], f"zet het bestand in de map, en typ: {name}: {example}"
        )
        return None
    return same_name(path)


def _ondertekenaars(brief: Fields) -> tuple[Ondertekenaar, ...]:
    found = []
    for fields in brief.mappings("ondertekenaars", ("functie", "naam"), "deze ondertekenaar", noun="ondertekenaar"):
        functie = fields.required("functie", "De minister van Volkshuisvesting en Ruimtelijke Ordening")
        found.append(Ondertekenaar(functie or "", fields.text("naam") or ""))
    if not found and not brief.items("ondertekenaars"):
        brief.missing("ondertekenaars", "een lijst met functie en naam")
    return tuple(found)


def _afzender(brief: Fields) -> Afzender:
    """Give the sender: `AFZENDER`, changed where the round names a value; a list gives its lines."""
    usual = asdict(AFZENDER)
    fields = brief.fields("afzender", tuple(usual), "'afzender'")
    if fields is None:
        return AFZENDER
    own: dict[str, Any] = {}
    for name, value in usual.items():
        lines = _lines(fields, name)
        if lines is not None:
            own[name] = lines if isinstance(value, tuple) else " ".join(lines)
    return replace(AFZENDER, **own)


def _lines(fields: Fields, name: str) -> tuple[str, ...] | None:
    """Give the lines of a field, a list or a text; None when it is not there."""
    if isinstance(fields.nodes.get(name), SequenceNode):
        return fields.texts(name)
    text = fields.text(name)
    return None if text is None else tuple(text.rstrip("\n").split("\n"))


def _volgorde(report: Report, lijst: Fields | None) -> tuple[str, ...]:
    """Give the order of the list: as written, what is left out after it."""
    known = (LANDELIJK, *LANDSDELEN)
    written: list[str] = []
    for number, name in enumerate(lijst.texts("volgorde") if lijst else ()):
        if name in known and name not in written:
            written.append(name)
        elif lijst is not None and isinstance(node := lijst.nodes["volgorde"], SequenceNode):
            message = f"'{name}' staat twee keer in 'volgorde'" if name in known else f"onbekend landsdeel '{name}'"
            code = "BR011" if name in known else "BR018"
            report.error(code, message, node.items[number], f"kies uit: {', '.join(known)}", meant(name, known))
    return (*written, *(name for name in known if name not in written))
