"""From where each printed afspraak comes, the dossier or the besluit, and whether the list says just that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.assemble.ordening import geordend
from brief.domain import LANDSDELEN
from brief.finishing.proof.compare import Fault, Soort
from brief.finishing.proof.lines import block_lines, expected_lines
from brief.finishing.proof.report import Bron
from brief.rounds.checking import dossiers
from brief.text import parse, unnumbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.diagnostics import Place
    from brief.domain import Afspraak, DossierAfspraak
    from brief.finishing.proof.lines import Line
    from brief.sources import RondeBestanden
    from brief.text import Blocks, Document

_NOTE = re.compile(r"\{noot: [^}]*\}")
LIJST = "afsprakenlijst"


def sources(bestanden: RondeBestanden, listing: Document) -> tuple[dict[str, Bron], tuple[Fault, ...]]:
    """Give the source of each afspraak by its id, and a fault for each that does not say what its source says.

    An afspraak that is printed once with its twin is not expected by itself.
    """
    read = dossiers(bestanden)
    twins = geordend(bestanden.afspraken, bestanden.ronde.volgorde).dubbel
    published = {each.id: each for each in bestanden.afspraken if each.te_publiceren and each.id not in twins}
    original = {each.id: each for dossier in read.values() for each in dossier.afspraken}
    printed: dict[str, list[Line]] = {}
    for line in expected_lines(listing):
        if line.owner:
            printed.setdefault(line.owner, []).append(line)
    faults = [
        Fault(Soort.ZONDER_BRON, LIJST, "", owner, "", lines[0].plain)
        for owner, lines in printed.items()
        if owner not in published
    ]
    for identity, afspraak in published.items():
        faults += _against_source(afspraak, source_blocks(afspraak, original), printed.get(identity, []))
    bronnen = {each.id: _bron(each, bestanden, original) for each in bestanden.afspraken}
    return bronnen, tuple(faults)


def source_blocks(afspraak: Afspraak, original: Mapping[str, DossierAfspraak]) -> Blocks:
    """Give the text that must be printed: that of the besluit, else that of the dossier as it reads now.

    Where people divided the text of an agendapunt over afspraken in another way, the rules hold it against the dossier
    as a whole, and the text of the afspraak is its source.
    """
    if afspraak.besluit is not None and afspraak.besluit.tekst is not None:
        return parse(afspraak.besluit.tekst).blocks
    own, known = parse(afspraak.tekst).blocks, original.get(afspraak.id)
    return known.tekst if known is not None and unnumbered(known.tekst) == unnumbered(own) else own


def _against_source(afspraak: Afspraak, blocks: Blocks, printed: Sequence[Line]) -> list[Fault]:
    """Compare what is printed with its source; the note that names the papers of an afspraak comes on top."""
    wanted = [(line.kind, line.level, _marks_only(line.text)) for line in block_lines(blocks)]
    if not printed:
        return [Fault(Soort.ONTBREEKT, LIJST, "", afspraak.id, wanted[0][2] if wanted else "")]
    found = [(line.kind, line.level, _marks_only(line.text)) for line in printed]
    if afspraak.kamerstukken and wanted and found[-1][2].count("{noot}") == wanted[-1][2].count("{noot}") + 1:
        kind, level, words = found[-1]
        found[-1] = (kind, level, "".join(words.rpartition("{noot}")[::2]))
    if wanted == found:
        return []
    shortest = min(len(wanted), len(found))
    first = next((n for n in range(shortest) if wanted[n] != found[n]), shortest)
    said = (wanted[first][2] if first < len(wanted) else "", found[first][2] if first < len(found) else "")
    return [Fault(Soort.GEWIJZIGD, LIJST, "", afspraak.id, *said)]


def _marks_only(text: str) -> str:
    return _NOTE.sub("{noot}", text)


def _bron(afspraak: Afspraak, bestanden: RondeBestanden, original: Mapping[str, DossierAfspraak]) -> Bron:
    known = bestanden.dossierbronnen.get(afspraak.landsdeel)
    there = original.get(afspraak.id)
    besluit = afspraak.besluit
    return Bron(
        id=afspraak.id,
        landsdeel=LANDSDELEN[afspraak.landsdeel].naam,
        agendapunt=afspraak.agendapunt,
        dossier=known.bestand if known else "",
        plaats=_where(there.place) if there else "",
        status=afspraak.status.value,
        besluit=str(besluit.datum) if besluit else "",
        reden=besluit.reden if besluit else "",
    )


def _where(place: Place) -> str:
    if place.line is not None:
        return f"regel {place.line}"
    return "" if place.paragraph is None else f"alinea {place.paragraph}"
