"""The form of the file in which a party is asked for its consent: what is in it, and how that is read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain.afstemming import tekstkenmerk
from brief.text import Element, Heading, ListItem, Paragraph, Run, Table, parse, plain_spans, write_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.domain import Afspraak
    from brief.rounds.consent.asking import Aanvraag
    from brief.text import Block, Spans

DOCUMENT = "afstemming"
"""The name of the document, by which a file that comes back is known."""
AFSPRAAK, VOORGESTELD, AFGESPROKEN, NU = "Afspraak", "Voorgesteld", "Afgesproken", "Nu"
ANTWOORD, OPMERKING, PARTIJ = "Antwoord", "Opmerking", "Partij: "
"""The heads of the rows of each table, and the start of the paragraph that names the party."""
HOE = (
    f"Vul bij '{ANTWOORD}' in: akkoord, of wat u anders wilt. Wat u toelicht, zet u bij '{OPMERKING}'. "
    "Stuur het bestand daarna terug; laat de rest staan."
)
NIET_IN_LIJST, ZO_VASTGESTELD, NOG_NIET = "staat niet in de afsprakenlijst", "zoals voorgesteld", "nog niet besloten"
"""What is said of a text that holds no longer, and of one about which there is no besluit: agreed to, or not yet."""


def body_of(request: Aanvraag) -> Iterable[Element]:
    """Give what the file of one party says: how to answer, and a table of each afspraak."""
    yield Element(Paragraph((Run(f"{PARTIJ}{request.partij}"),)))
    yield Element(Paragraph((Run(HOE),)))
    for afspraak in request.afspraken:
        yield Element(Heading((Run(heading_of(afspraak)),), 3))
        yield Element(Table(tuple(((Run(head),), spans) for head, spans in rows_of(afspraak)), 0))


def heading_of(afspraak: Afspraak) -> str:
    """Give the heading above the table of an afspraak."""
    return f"{afspraak.id}: {afspraak.agendapunt}"


def rows_of(afspraak: Afspraak) -> Iterable[tuple[str, Spans]]:
    """Give the rows of the table of an afspraak: the head of each, and what stands beside it."""
    yield (AFSPRAAK, (Run(f"{afspraak.id} (kenmerk {tekstkenmerk(afspraak.geldende_tekst)})"),))
    yield (VOORGESTELD, lines_of(afspraak.tekst))
    besluit = afspraak.besluit
    if besluit is None:
        said = ZO_VASTGESTELD if afspraak.status.value == "vastgesteld" else NOG_NIET
        yield (AFGESPROKEN, (Run(said),))
    else:
        day = f"{afspraak.status.value} op {besluit.datum}: {besluit.reden}"
        text = lines_of(besluit.tekst) if besluit.tekst is not None else ()
        yield (AFGESPROKEN, (Run(day), *((Run("\n"), *text) if text else ())))
    now = lines_of(afspraak.geldende_tekst) if afspraak.status.in_lijst else (Run(NIET_IN_LIJST),)
    yield (NU, now)
    yield (ANTWOORD, ())
    yield (OPMERKING, ())


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
        return [Run(lead), *_shown(block.spans)]
    if isinstance(block, Table):
        return [Run("\n".join(" | ".join(plain_spans(tuple(_shown(cell))) for cell in row) for row in block.rows))]
    return _shown(getattr(block, "spans", ()))


def _shown(spans: Spans) -> list[Run]:
    """Give spans as text; the mark of a note and a paper as they are typed, for they are part of what is agreed."""
    return [span if isinstance(span, Run) else Run(write_spans((span,))) for span in spans]
