"""The letter: the text of brief.md, with the afspraken it asks for in their place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from brief.assemble import indeling
from brief.assemble.indeling import onderwerp
from brief.assemble.noten import met_noot, van_veld
from brief.assemble.ordening import met_stukken
from brief.assemble.selectie import read_selectie
from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import LANDSDELEN, PROVINCIES
from brief.text import (
    Bron,
    Element,
    Insert,
    ListItem,
    Origin,
    Paragraph,
    Reference,
    Role,
    Run,
    Span,
    Spans,
    normalise_spans,
    parse,
    write,
)
from brief.text.dutch import opsomming
from brief.text.model import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.assemble.noten import Noten
    from brief.domain import Afspraak
    from brief.text import Block, Parsed


@dataclass(slots=True)
class Kamerbrief:
    """Builds the body of the letter.

    `dubbel` names the afspraken that are printed once with another (see `ordening`): the letter mentions them once too.
    `genoemd` collects the ids of the afspraken that it holds, `zonder_zin` those that got a draft sentence, `geleend`
    gives for an afspraak that has the sentence of its twin the id of that twin.
    """

    afspraken: Sequence[Afspraak]
    dubbel: Mapping[str, str]
    volgorde: Sequence[str]
    noten: Noten
    genoemd: set[str] = field(default_factory=set)
    zonder_zin: list[Afspraak] = field(default_factory=list)
    geleend: dict[str, str] = field(default_factory=dict)
    meldingen: list[Diagnostic] = field(default_factory=list)

    def body(self, tekst: Parsed) -> tuple[Element, ...]:
        """Give the elements of the letter in order."""
        elements: list[Element] = []
        for number, block in enumerate(doorgenummerd(tekst.blocks)):
            if isinstance(block, Insert):
                elements += self._asked_for(block, tekst.place_in(number))
            else:
                where = partial(tekst.place_in, number)
                origin = herkomst(tekst.blocks[number])
                elements.append(Element(self.noten.in_block(block, where), source=where, origin=origin))
        return tuple(elements)

    def _asked_for(self, insert: Insert, place: Place) -> list[Element]:
        selectie, meldingen = read_selectie(insert, place)
        self.meldingen += meldingen
        if meldingen:
            return []
        chosen = [afspraak for afspraak in self.afspraken if afspraak.te_publiceren and selectie.matches(afspraak)]
        if not chosen and any(afspraak.te_publiceren for afspraak in self.afspraken):
            message = "geen enkele afspraak past bij dit blok"
            hint = "haal het blok weg, of controleer de thema's en gebieden van de afspraken"
            self.meldingen.append(Diagnostic("BR505", Severity.WAARSCHUWING, message, place, hint=hint))
        return [element for group in groepen(self._once(chosen), self.volgorde) for element in self._paragraph(group)]

    def _once(self, chosen: Sequence[Afspraak]) -> list[Afspraak]:
        """Leave out an afspraak whose twin is here too; the twin takes over its provinces and lends its sentence."""
        here = {afspraak.id: afspraak for afspraak in met_stukken(chosen, self.dubbel)}
        for afspraak in chosen:
            twin = here.get(self.dubbel.get(afspraak.id, ""))
            if twin is not None:
                provinces = indeling.in_volgorde([*_provincies(twin), *_provincies(afspraak)], self.volgorde)
                here[twin.id] = replace(twin, provincies=provinces, brief=twin.brief or afspraak.brief)
                if afspraak.brief and not twin.brief:
                    self.geleend[twin.id] = afspraak.id
                if twin.brief and afspraak.brief and twin.brief != afspraak.brief:
                    self._second_sentence(afspraak, twin)
                self.genoemd.add(here.pop(afspraak.id).id)
        return list(here.values())

    def _second_sentence(self, afspraak: Afspraak, twin: Afspraak) -> None:
        message = f"{afspraak.id} is dezelfde afspraak als {twin.id}; de brief gebruikt de zin van {twin.id}"
        hint = "zet wat u uit deze zin wilt houden bij die van de ander"
        self.meldingen.append(Diagnostic("BR509", Severity.INFO, message, afspraak.place_of("brief"), hint=hint))

    def _paragraph(self, group: Sequence[Afspraak]) -> list[Element]:
        """Write the paragraph of afspraken that concern the same provinces; a draft for the others stands under it."""
        pieces: list[tuple[Origin | None, Spans]] = []
        for afspraak in group:
            self.genoemd.add(afspraak.id)
            if afspraak.brief:
                pieces += [(None, (Run(" "),))] if pieces else []
                origin = Origin(Bron.ZIN, self.geleend.get(afspraak.id, afspraak.id))
                pieces.append((origin, normalise_spans(self._sentence(afspraak))))
        spans = normalise_spans([span for _, piece in pieces for span in piece])
        open_ones = [afspraak for afspraak in group if not afspraak.brief]
        source = next((partial(each.place_of, "brief") for each in group if each.brief), None)
        told = tuple(afspraak.id for afspraak in group if afspraak.brief)
        elements = [Element(Paragraph(spans), dekt=told, source=source, pieces=tuple(pieces))] if spans else []
        if open_ones:
            self.zonder_zin += open_ones
            sentence = Paragraph((Run(neutrale_zin(open_ones, self.volgorde)),))
            origin = Origin(Bron.CONCEPT, open_ones[0].id)
            dekt = tuple(afspraak.id for afspraak in open_ones)
            elements.append(Element(sentence, Role.CONCEPT, dekt=dekt, origin=origin))
        return elements

    def _sentence(self, afspraak: Afspraak) -> list[Span]:
        """Give the sentence that people wrote for the letter, with the papers of the afspraak in a note."""
        place = partial(afspraak.place_of, "brief")
        parsed = parse(afspraak.brief or "")
        self.meldingen += van_veld(parsed, afspraak, "brief")
        notes = self.noten.van_tekst(afspraak.id, parsed.notes) if parsed.notes else self.noten
        spans: list[Span] = []
        for block in parsed.blocks:
            if not isinstance(block, Paragraph):
                self._not_a_sentence(afspraak, place())
                continue
            spans += [Run(" ")] if spans else []
            spans += notes.in_spans(block.spans, place)
        cited = {r.key for b in parsed.blocks if isinstance(b, Paragraph) for r in _references(b)}
        missing = tuple(Reference(key) for key in afspraak.kamerstukken if key not in cited)
        return list(met_noot(tuple(spans), self.noten.of_citation(Citation(missing), place))) if missing else spans

    def _not_a_sentence(self, afspraak: Afspraak, place: Place | None) -> None:
        message = f"de zin voor de brief van {afspraak.id} bevat een lijst, kop of tabel"
        hint = "schrijf één of meer gewone zinnen; een lijst kan in brief.md zelf staan"
        self.meldingen.append(Diagnostic("BR506", Severity.FOUT, message, place, hint=hint))


def herkomst(block: Block) -> Origin:
    """Give the origin of a block of brief.md: known by its words, so that what is put before it changes nothing."""
    said = write([block if not isinstance(block, ListItem) else replace(block, marker="-", level=0)])
    return Origin(Bron.ALINEA, hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12])


def doorgenummerd(blocks: Iterable[Block]) -> list[Block]:
    """Count on where every item of a list in the letter was typed with the same number: `1. 1. 1.` is 1, 2, 3."""
    result: list[Block] = []
    typed: list[str] = []
    counts: list[int] = []
    for block in blocks:
        level = block.level if isinstance(block, ListItem | Paragraph) else 0
        if isinstance(block, ListItem):
            again = level < len(typed) and typed[level] == block.marker and block.marker[:-1].isdecimal()
            count = counts[level] + 1 if again else 0
            typed[level:] = [*[""] * (level - len(typed)), block.marker]
            counts[level:] = [*[0] * (level - len(counts)), count]
            block = replace(block, marker=f"{int(block.marker[:-1]) + count}{block.marker[-1]}") if count else block
        else:
            del typed[level:], counts[level:]
        result.append(block)
    return result


def groepen(afspraken: Sequence[Afspraak], volgorde: Sequence[str]) -> list[list[Afspraak]]:
    """Group afspraken by the provinces that share them, in the order of the landsdelen; landelijke first."""
    found: dict[tuple[str, ...], list[Afspraak]] = {}
    for afspraak in afspraken:
        key = () if afspraak.landelijk else indeling.in_volgorde(_provincies(afspraak), volgorde)
        found.setdefault(key, []).append(afspraak)
    order = indeling.in_volgorde(PROVINCIES, volgorde)
    return [found[key] for key in sorted(found, key=lambda key: [order.index(province) for province in key])]


def _provincies(afspraak: Afspraak) -> tuple[str, ...]:
    return afspraak.geldende_provincies or LANDSDELEN[afspraak.landsdeel].provincies


def neutrale_zin(afspraken: Sequence[Afspraak], volgorde: Sequence[str]) -> str:
    """Write the draft sentence for afspraken without one of their own; the brackets mark it as a draft."""
    keys = () if afspraken[0].landelijk else indeling.in_volgorde(_provincies(afspraken[0]), volgorde)
    provinces = [PROVINCIES[key].naam for key in keys]
    subjects = dict.fromkeys((onderwerp(a), a.landsdeel, a.agendapuntnummer) for a in afspraken)
    places = [f"{title} ({LANDSDELEN[part].naam}, agendapunt\u00a0{number})" for title, part, number in subjects]
    whom = f"de provincie{'s' if len(provinces) > 1 else ''} {opsomming(provinces)}" if provinces else "alle landsdelen"
    return f"[Concept: met {whom} zijn afspraken gemaakt over {opsomming(places)}.]"


def _references(block: Paragraph) -> list[Reference]:
    return [reference for span in block.spans if isinstance(span, Citation) for reference in span.references]
