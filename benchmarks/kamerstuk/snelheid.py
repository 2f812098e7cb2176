"""Speed on long text with one reference in 400 characters, and on text made to be slow."""

from __future__ import annotations

import time
from typing import Any

from brief.kamerstuk import find
from kamerstuk.kamerstukcorpus import cases
from kamerstuk.tegenwerkend import hostile_texts

_SENTENCES = (
    "De provincies en het Rijk hebben in de overleggen van dit najaar gesproken over de ruimte die "
    "nodig is voor water, "
    "wonen en energie. Voor de netten is tot en met 2035 een bedrag van € 2,5 miljard gereserveerd, waarvan een derde "
    "voor de regio. ",
    "Gemeenten werken de opgave uit in hun omgevingsvisie; de Tweede Kamer is daarover in het "
    "voorjaar geïnformeerd. De "
    "eerste 100.000 woningen staan in de planning voor 2030, met een bijlage per gebied en een "
    "kaart van de knelpunten. ",
    "Het waterschap versterkt 12,4 kilometer dijk langs de rivier en legt twee bergingen aan. De "
    "vergunningen volgen in "
    "het tweede kwartaal, nadat de stukken zes weken ter inzage hebben gelegen en de reacties zijn verwerkt. ",
)


def letter_text(characters: int) -> str:
    """Make letter-like text with one reference of the corpus in every 400 characters."""
    references = [
        case.tekst[each.begin : each.eind]
        for case in cases()
        for each in case.verwacht
        if each.eind - each.begin > len("nr. 267")
    ]
    parts, length, index = [], 0, 0
    while length < characters:
        reference = f"Zie hierover {references[index % len(references)]}.\n\n"
        body = "".join(_SENTENCES[(index + step) % 3] for step in range(3))[: 400 - len(reference) - 2]
        parts.append(f"{body}. {reference}")
        length += len(parts[-1])
        index += 1
    return "".join(parts)[:characters]


def measure(megabytes: int) -> dict[str, Any]:
    """Measure processor time for half and for all of the text, three times each, best; and the worst hostile text."""
    text = letter_text(megabytes * 1_000_000)
    half, whole = _best(text[: len(text) // 2]), _best(text)
    slowest = max(
        ((_best(hostile, 1) / len(hostile), name) for name, hostile in hostile_texts(200_000)), key=lambda pair: pair[0]
    )
    return {
        "megabytes": megabytes,
        "references": len(find(text).verwijzingen),
        "megabytes_per_second": len(text) / 1_000_000 / whole,
        "ratio_of_twice_the_text": whole / half,
        "slowest_hostile": {"name": slowest[1], "megabytes_per_second": 1 / slowest[0] / 1_000_000},
    }


def _best(text: str, times: int = 3) -> float:
    seconds = []
    for _ in range(times):
        start = time.process_time()
        find(text)
        seconds.append(time.process_time() - start)
    return min(seconds)


def print_speed(speed: dict[str, Any]) -> None:
    """Print the figures with their goals."""
    print(
        f"\n{speed['megabytes']} MB with {speed['references']} references: {speed['megabytes_per_second']:.1f} MB/s "
        "(goal: at least 5)"
    )
    print(f"twice the text takes {speed['ratio_of_twice_the_text']:.2f} times as long (linear: 2)")
    worst = speed["slowest_hostile"]
    print(f"slowest hostile text: {worst['name']}, {worst['megabytes_per_second']:.1f} MB/s")
