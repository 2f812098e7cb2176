"""Find the references of a text, short forms followed, and show them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from brief.kamerstuk import Vondst, find, meldingen, moties, resolve
from brief.kamerstuk.resolve import meldingen_kort
from brief.render.json.references import verwijzing_as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.diagnostics import Diagnostic
    from brief.kamerstuk import Motievermelding, Verwijzing
    from brief.rounds.papers.texts import Leestekst


@dataclass(frozen=True, slots=True)
class Zoekresultaat:
    """The references of a text in the order of their places; `moties` are mentions of a motie by name."""

    tekst: Leestekst
    verwijzingen: tuple[Verwijzing, ...]
    moties: tuple[Motievermelding, ...]
    meldingen: tuple[Diagnostic, ...]

    def as_json(self) -> dict[str, Any]:
        """Give the result as other programs read it."""
        from brief.render.json.findings import finding_as_json

        return {
            "versie": 1,
            "verwijzingen": [verwijzing_as_json(each) for each in self.verwijzingen],
            "meldingen": [finding_as_json(each) for each in self.meldingen],
        }

    def lines(self) -> Iterator[str]:
        """Give a line for each reference: place, key, and the words as they stand."""
        for each in self.verwijzingen:
            yield f"{self._where(each.begin, each.eind)}  {each.sleutel}  {' '.join(each.tekst.split())}"
        for motie in self.moties:
            key = motie.verwijzing.sleutel if motie.verwijzing else "niet te volgen"
            yield f"{self._where(motie.begin, motie.eind)}  {key}  motie {motie.naam}"
        yield f"{len(self.verwijzingen)} {'verwijzing' if len(self.verwijzingen) == 1 else 'verwijzingen'}"

    def _where(self, begin: int, end: int) -> str:
        return str(self.tekst.place(begin, end))


def zoek_verwijzingen(text: Leestekst) -> Zoekresultaat:
    """Find the references and follow the short forms."""
    found = find(text.tekst)
    followed = resolve(text.tekst, found, text.noten)
    problems = [*meldingen(text.tekst, found, text.naam), *meldingen_kort(text.tekst, followed, text.naam)]
    spans = [*found.onleesbaar, *((begin, end) for begin, end, _ in followed.onvolgbaar)]
    if text.alineas is not None:
        problems = [replace(each, place=text.place(*span)) for each, span in zip(problems, spans, strict=True)]
    references = sorted((*found.verwijzingen, *followed.verwijzingen), key=lambda each: (each.begin, each.eind))
    known = Vondst(tuple(references), found.onleesbaar)
    return Zoekresultaat(text, known.verwijzingen, moties(text.tekst, known, text.noten), tuple(problems))
