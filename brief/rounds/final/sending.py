"""What a person must still do before the documents go to the Kamer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.finishing.names import annex_name
from brief.text.dutch import opsomming

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from brief.rounds.finishing import Definitief


def todo(result: Definitief) -> Iterator[str]:
    """Give what a person must still do, each with where."""
    letter = f"{result.namen.get('kamerbrief', 'Kamerbrief')}.docx"
    brief = result.bestanden.ronde.brief if result.bestanden else None
    yield f"logo: in de koptekst van bladzijde 1 van '{letter}', met een alternatieve tekst"
    if brief is not None and not brief.kenmerk:
        yield "kenmerk: uit het documentsysteem; zet het in ronde.yaml bij brief: kenmerk:, en rond opnieuw af"
    names = " en ".join(each.naam or each.functie for each in brief.ondertekenaars) if brief else ""
    yield f"handtekening: van {names}, op de laatste bladzijde van '{letter}'"
    yield from _annexes(brief.bijlagen if brief else (), result.files)
    if result.bestanden and (promised := result.bestanden.ronde.toezeggingen):
        which = (
            f"toezeggingen {opsomming(promised)}: staan" if len(promised) > 1 else f"toezegging {promised[0]}: staat"
        )
        yield f"{which} zij nog open? Zoek op met: brief kamerstuk controleer --online"
    yield "persbericht en deelnemers: pas na verzending; de deelnemers krijgen een digitaal afschrift"
    yield f"verstuur de bestanden uit {result.folder.as_posix()}, niet die van een versie; manifest.json blijft in huis"


def _annexes(titles: Sequence[str], files: Collection[str]) -> Iterator[str]:
    there: list[int] = []
    missing: list[int] = []
    for number, title in enumerate(titles, 1):
        if "beslisnota" in title.lower():
            yield f"beslisnota: is bijlage {number} de versie waarop is besloten? Namen van ambtenaren eruit"
        if "afsprakenlijst" not in title.lower():
            is_there = any(name.startswith(f"{annex_name(number, title)}.") for name in files)
            (there if is_there else missing).append(number)
    if there:
        which = _which(there, "is", "zijn")
        yield f"{which} overgenomen zoals u ze gaf; kijk na op namen, opmerkingen en toegankelijkheid"
    if missing:
        yield f"{_which(missing, 'ontbreekt', 'ontbreken')} nog; de brief noemt wat er niet is"


def _which(numbers: Sequence[int], one: str, more: str) -> str:
    if len(numbers) == 1:
        return f"bijlage {numbers[0]}: {one}"
    return f"bijlagen {opsomming([str(number) for number in numbers])}: {more}"
