"""Ask parties for their consent: for each a Word file with its afspraken, and room to answer."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.diagnostics.nearest import nearest
from brief.disk.files import put_file, read_file
from brief.domain import PROVINCIES, Antwoord
from brief.domain.afstemming import tekstkenmerk, wacht
from brief.rounds.opening import merged
from brief.rounds.plan import Plan
from brief.rounds.published import folder_of
from brief.sources.edit import Edit
from brief.text import Document, Element, Heading, ListItem, Paragraph, Run, Table, parse, plain_spans
from brief.word.compose import compose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden
    from brief.sources.scalar import Value
    from brief.text import Block, Spans

DOCUMENT = "afstemming"
"""The name of the document, by which a file that comes back is known."""
AFSPRAAK, VOORGESTELD, AFGESPROKEN, NU = "Afspraak", "Voorgesteld", "Afgesproken", "Nu"
ANTWOORD, OPMERKING, PARTIJ = "Antwoord", "Opmerking", "Partij: "
"""The heads of the rows of each table, and the start of the paragraph that names the party."""


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What one party is asked: about which afspraken, and those of them that it still has to answer."""

    partij: str
    afspraken: tuple[Afspraak, ...]
    wacht: tuple[str, ...]


def requests(bestanden: RondeBestanden, parties: Sequence[str] = ()) -> tuple[tuple[Aanvraag, ...], list[Diagnostic]]:
    """Give what each party is asked; all that are known, and all provinces that are concerned, when none is named."""
    known = _known(bestanden.afspraken)
    findings: list[Diagnostic] = []
    names: list[str] = []
    for name in parties or known:
        full = _full(name)
        if full not in known:
            bare = {each.removeprefix("provincie ").lower(): each for each in known}
            near = bare.get(nearest(name.lower(), list(bare)) or "")
            hint = f"bedoelde u '{near}'?" if near else f"kies uit: {', '.join(known)}"
            if not known:
                hint = "noem bij een afspraak de partij onder 'afstemming', of de provincie onder 'provincies'"
            message = f"er is geen afspraak waarover '{name}' wordt gevraagd"
            findings.append(Diagnostic("BR671", Severity.FOUT, message, hint=hint))
        else:
            names.append(full)
    return tuple(_request(name, bestanden.afspraken) for name in dict.fromkeys(names)), findings


def _full(name: str) -> str:
    """Give the name of a party; a province may be called by its key or its bare name."""
    for key, province in PROVINCIES.items():
        if name.lower() in {key, province.naam.lower()}:
            return f"provincie {province.naam}"
    return name


def _known(afspraken: Iterable[Afspraak]) -> list[str]:
    named: dict[str, None] = {}
    provinces: dict[str, None] = {}
    for afspraak in afspraken:
        named |= dict.fromkeys(each.partij for each in afspraak.afstemming)
        if afspraak.publiceren:
            provinces |= dict.fromkeys(afspraak.geldende_provincies)
    return [*named, *(name for key in PROVINCIES if key in provinces and (name := _full(key)) not in named)]


def _request(name: str, afspraken: Iterable[Afspraak]) -> Aanvraag:
    key = next((key for key in PROVINCIES if _full(key) == name), "")
    mine = tuple(
        each
        for each in afspraken
        if any(one.partij == name for one in each.afstemming) or (each.publiceren and key in each.geldende_provincies)
    )
    waiting = tuple(each.id for each in mine if all(one.partij != name or wacht(each, one) for one in each.afstemming))
    return Aanvraag(name, mine, waiting)


def plan_open(opened: Opened, bestanden: RondeBestanden, asked: Iterable[Aanvraag]) -> Plan:
    """Note at each afspraak that a party was asked, where nothing of that party stands there yet."""
    fresh: dict[str, list[str]] = {}
    for request in asked:
        for afspraak in request.afspraken:
            if all(each.partij != request.partij for each in afspraak.afstemming):
                fresh.setdefault(afspraak.id, []).append(request.partij)
    edits: dict[str, Edit] = {}
    for afspraak in bestanden.afspraken:
        if parties := fresh.get(afspraak.id):
            edit = edits.setdefault(afspraak.landsdeel, Edit(bestanden.afsprakenbestanden[afspraak.landsdeel]))
            add_answers(edit, afspraak, [{"partij": each, "stand": Antwoord.OPEN.value} for each in parties])
    number = sum(map(len, fresh.values()))
    said = (f"{number} keer genoteerd dat een partij moet antwoorden (afstemming, stand: open)",) if number else ()
    return Plan(opened.folder, tuple(edits.values()), said)


def add_answers(edit: Edit, afspraak: Afspraak, values: Sequence[Mapping[str, Value]]) -> None:
    """Add answers behind those that an afspraak has."""
    if not afspraak.afstemming:
        edit.set(afspraak.id, "afstemming", tuple(values))
        return
    for number, value in enumerate(values, len(afspraak.afstemming)):
        edit.set_in_list(afspraak.id, "afstemming", number, value)


def make_files(opened: Opened, bestanden: RondeBestanden, asked: Sequence[Aanvraag]) -> dict[str, bytes]:
    """Make the Word file of each request, by a name for it."""
    template = opened.sjablonen.by_document["afsprakenlijst"]
    fields = merged(opened, bestanden, "v00").afsprakenlijst.fields
    files: dict[str, bytes] = {}
    for request in asked:
        title = f"Afstemming: {request.partij}"
        shown = {**fields, "titel": title, "algemeen": ()}
        document = Document(DOCUMENT, title, shown, tuple(_body(request)), ronde=bestanden.ronde.ronde)
        made = compose(document, template.data, template.path)
        files[_file_name(request.partij, files)] = made.data
    return files


def _file_name(party: str, taken: Collection[str]) -> str:
    """Give a file name for a party that no other has: two names may differ in what cannot stand in one."""
    stem = re.sub(r"[^a-z0-9à-ÿ]+", "-", party.lower()).strip("-")[:80] or "partij"
    others = (f"{stem}{number}.docx" for number in ("", *(f"-{each}" for each in range(2, len(taken) + 2))))
    return next(name for name in others if name not in taken)


def folder_for(opened: Opened, uit: Path | None) -> Path:
    """Give the folder for the files: where the user said, else beside the versions."""
    return uit if uit is not None else folder_of(opened.folder) / DOCUMENT


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write the files in their order, up to the first that cannot be.

    One that is there with other bytes, perhaps with an answer in it, is left and gets a sibling.
    """
    written: list[Path] = []
    for name, data in files.items():
        path, number = folder / name, 2
        while path in written or _holds_else(path, data):
            path = folder / f"{name.removesuffix('.docx')}-{number}.docx"
            number += 1
        if found := put_file(path, data):
            return tuple(written), found
        written.append(path)
    return tuple(written), ()


def _holds_else(path: Path, data: bytes) -> bool:
    """Tell whether there is something else in this place; what cannot be read is."""
    try:
        return read_file(path) != data
    except FileNotFoundError:
        return path.is_symlink()
    except OSError:
        return os.path.lexists(path)


def _body(request: Aanvraag) -> Iterable[Element]:
    yield Element(Paragraph((Run(f"{PARTIJ}{request.partij}"),)))
    how = (
        f"Vul bij '{ANTWOORD}' in: akkoord, of wat u anders wilt. Wat u toelicht, zet u bij '{OPMERKING}'. "
        "Stuur het bestand daarna terug; laat de rest staan."
    )
    yield Element(Paragraph((Run(how),)))
    for afspraak in request.afspraken:
        yield Element(Heading((Run(f"{afspraak.id}: {afspraak.agendapunt}"),), 3))
        yield Element(Table(tuple(_rows(afspraak)), 0))


def _rows(afspraak: Afspraak) -> Iterable[tuple[Spans, Spans]]:
    def row(head: str, spans: Spans) -> tuple[Spans, Spans]:
        return (Run(head),), spans

    yield row(AFSPRAAK, (Run(f"{afspraak.id} (kenmerk {tekstkenmerk(afspraak.geldende_tekst)})"),))
    yield row(VOORGESTELD, lines_of(afspraak.tekst))
    besluit = afspraak.besluit
    if besluit is None:
        said = "zoals voorgesteld" if afspraak.status.value == "vastgesteld" else "nog niet besloten"
        yield row(AFGESPROKEN, (Run(said),))
    else:
        day = f"{afspraak.status.value} op {besluit.datum}: {besluit.reden}"
        text = lines_of(besluit.tekst) if besluit.tekst is not None else ()
        yield row(AFGESPROKEN, (Run(day), *((Run("\n"), *text) if text else ())))
    now = lines_of(afspraak.geldende_tekst) if afspraak.status.in_lijst else (Run("staat niet in de afsprakenlijst"),)
    yield row(NU, now)
    yield row(ANTWOORD, ())
    yield row(OPMERKING, ())


def lines_of(text: str) -> Spans:
    """Give a text for one cell: each block on a line of its own, with its number or dash."""
    spans: list[Run] = []
    for block in parse(text).blocks:
        spans += [Run("\n")] if spans else []
        spans += _line(block)
    return tuple(spans)


def _line(block: Block) -> list[Run]:
    if isinstance(block, ListItem):
        lead = "  " * block.level + block.marker + " "
        return [Run(lead), *(span for span in block.spans if isinstance(span, Run))]
    if isinstance(block, Table):
        return [Run("\n".join(" | ".join(plain_spans(cell) for cell in row) for row in block.rows))]
    return [span for span in getattr(block, "spans", ()) if isinstance(span, Run)]
