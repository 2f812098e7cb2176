"""The letter: the text of brief.md, with the afspraken it asks for in their place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.assemble import indeling
from brief.assemble.blokken import doorgenummerd, lege_koppen
from brief.assemble.dekking import Dekking, Stelling, Vertelling, dubbel_verteld, niet_in_lijst
from brief.assemble.indeling import onderwerp
from brief.assemble.noten import met_noot, van_veld
from brief.assemble.ordening import met_stukken
from brief.assemble.provincies import groepen, neutrale_zin, provincies, wie
from brief.assemble.selectie import Vorm, read_selectie
from brief.assemble.woordelijk import Woordelijk
from brief.diagnostics import Diagnostic, Severity
from brief.domain.nummering import nummers
from brief.text import (
    Bron,
    Element,
    Heading,
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
    plain,
    write,
)
from brief.text.binding import bind_spans
from brief.text.dutch import opsomming
from brief.text.model import Citation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.assemble.noten import Noten
    from brief.diagnostics import Place
    from brief.domain import Afspraak
    from brief.text import Block, Parsed


MEEST_GEVRAAGD = 20_000
"""How often the blocks of a letter may ask for an afspraak, all together; a round with many afspraken may ask more."""


@dataclass(slots=True)
class Kamerbrief:
    """Builds the body of the letter.

    `dubbel` names the afspraken that are printed once with another (see `ordening`): the letter mentions them once too.
    `genoemd` collects the ids of the afspraken that it holds, `zonder_zin` those that got a draft sentence, `geleend`
    gives for an afspraak that has the sentence of its twin the id of that twin, `stellingen` are the texts that tell
    afspraken, `gezegd` the numbers of the blocks of which it is said already why they give nothing.
    """

    afspraken: Sequence[Afspraak]
    dubbel: Mapping[str, str]
    volgorde: Sequence[str]
    noten: Noten
    genoemd: set[str] = field(default_factory=set)
    zonder_zin: list[Afspraak] = field(default_factory=list)
    geleend: dict[str, str] = field(default_factory=dict)
    meldingen: list[Diagnostic] = field(default_factory=list)
    stellingen: list[Stelling] = field(default_factory=list)
    gezegd: set[int] = field(default_factory=set)
    te_publiceren: list[Afspraak] = field(init=False)
    _per_id: dict[str, list[Afspraak]] = field(default_factory=dict)
    _gevraagd: int = 0

    def __post_init__(self) -> None:
        """Choose the afspraken that may be asked for, once for all blocks."""
        self.te_publiceren = [afspraak for afspraak in self.afspraken if afspraak.te_publiceren]
        for afspraak in self.te_publiceren:
            self._per_id.setdefault(afspraak.id, []).append(afspraak)

    def body(self, tekst: Parsed) -> tuple[Element, ...]:
        """Give the elements of the letter in order."""
        dekking = Dekking(tekst, {afspraak.id: afspraak for afspraak in self.afspraken})
        dekking.lees()
        self.meldingen += dekking.meldingen
        self.genoemd |= {key for telling in dekking.verteld for key in telling.ids}
        self.stellingen += dekking.stellingen
        made: list[list[Element]] = []
        for number, block in enumerate(doorgenummerd(tekst.blocks)):
            if isinstance(block, Insert):
                made.append(self._asked_for(block, dekking, number))
            else:
                where = partial(tekst.place_in, number)
                origin = herkomst(tekst.blocks[number])
                told = dekking.per_blok.get(number, ())
                made.append([Element(self.noten.in_block(block, where), dekt=told, source=where, origin=origin)])
        self.meldingen += dubbel_verteld(dekking.verteld, self.dubbel)
        self.meldingen += self._unused_sentences()
        return tuple(element for elements in self._filled(tekst, made) for element in elements)

    def _unused_sentences(self) -> list[Diagnostic]:
        """Tell which sentences fall out because the letter tells their afspraken in another way."""
        used = {key for stelling in self.stellingen if stelling.veld for key in stelling.ids} | set(
            self.geleend.values()
        )
        return [
            Diagnostic(
                "BR432",
                Severity.INFO,
                f"de brief vertelt {afspraak.id} op een andere manier; de zin bij de afspraak wordt niet gebruikt",
                afspraak.place_of("brief"),
                "haal de zin weg, of kies haar met een blok: ::: {.afspraken id=" + afspraak.id + "}",
            )
            for afspraak in self.afspraken
            if afspraak.brief
            and afspraak.te_publiceren
            and afspraak.id in self.genoemd
            and afspraak.id not in used
            and afspraak.id not in self.dubbel
        ]

    def _asked_for(self, insert: Insert, dekking: Dekking, number: int) -> list[Element]:
        place = dekking.tekst.place_in(number)
        selectie, meldingen = read_selectie(insert, place, dekking.afspraken)
        self.meldingen += meldingen
        if meldingen:
            self.gezegd.add(number)
            return []
        asked = [each for key in dict.fromkeys(selectie.ids) for each in self._per_id.get(key, ())]
        chosen = selectie.of(asked if selectie.ids else self.te_publiceren)
        if self._too_many(len(chosen), place):
            self.gezegd.add(number)
            return []
        gone = [dekking.afspraken[key] for key in selectie.ids if not dekking.afspraken[key].te_publiceren]
        self.meldingen += [niet_in_lijst(afspraak, place) for afspraak in gone]
        if gone:
            self.gezegd.add(number)
        if selectie.vorm is not Vorm.OPSOMMING:
            ids = tuple(afspraak.id for afspraak in chosen)
            dekking.verteld.append(Vertelling(ids, dekking.sectie(number), True, place))
        groups = groepen(self._once(chosen), self.volgorde, zoals_gevraagd=bool(selectie.ids))
        if selectie.vorm is Vorm.OPSOMMING:
            return self._enumeration(groups)
        write = self._in_full if selectie.vorm is Vorm.VOLLEDIG else self._paragraph
        return [element for group in groups for element in write(group)]

    def _too_many(self, asked: int, place: Place) -> bool:
        """Tell whether the blocks together ask for more than fits; the first block with which they do is an error."""
        most = max(MEEST_GEVRAAGD, 3 * len(self.te_publiceren))
        before, self._gevraagd = self._gevraagd, self._gevraagd + asked
        if before <= most < self._gevraagd:
            message = f"de blokken tot en met dit blok vragen samen {self._gevraagd} keer om een afspraak"
            hint = f"er passen er {most} in een brief; noem elke afspraak in één blok"
            self.meldingen.append(Diagnostic("BR516", Severity.FOUT, message, place, hint=hint))
        return self._gevraagd > most

    def _filled(self, tekst: Parsed, made: list[list[Element]]) -> list[list[Element]]:
        """Leave out headings under which nothing comes because no afspraak was found, and say so."""
        if not self.te_publiceren:
            return made
        empty = lege_koppen(tekst.blocks, [bool(elements) for elements in made])
        above = ""
        for number, block in enumerate(tekst.blocks):
            if isinstance(block, Heading):
                above = plain([block]) if number in empty else ""
            elif isinstance(block, Insert) and not made[number] and number not in self.gezegd:
                message = "geen enkele afspraak past bij dit blok"
                message += f"; de kop '{above}' erboven staat daarom niet in de brief" if above else ""
                hint = "haal het blok weg, of controleer de thema's en gebieden van de afspraken"
                place = tekst.place_in(number)
                self.meldingen.append(Diagnostic("BR505", Severity.WAARSCHUWING, message, place, hint=hint))
        return [[] if number in empty else elements for number, elements in enumerate(made)]

    def _in_full(self, group: Sequence[Afspraak]) -> list[Element]:
        """Give the text of afspraken word for word, as the list does; a lone number of the dossier is a bullet here."""
        self.genoemd |= {afspraak.id for afspraak in group}
        text = Woordelijk(self.noten, self.meldingen)
        found: list[Element] = []
        for afspraak in group:
            elements = text.elements(afspraak)
            counts = [number for _, number in nummers([afspraak])]
            found += elements if counts[:2] == [1, 2] else [zonder_nummer(element) for element in elements]
        return found

    def _enumeration(self, groups: Sequence[Sequence[Afspraak]]) -> list[Element]:
        """Name the provinces and the subjects of the afspraken that they share, an item for each group."""
        elements: list[Element] = []
        for number, group in enumerate(groups, 1):
            self.genoemd |= {afspraak.id for afspraak in group}
            subjects = tuple(dict.fromkeys(onderwerp(afspraak) for afspraak in group))
            text = f"{wie(group[0], self.volgorde)}: {opsomming(subjects)}{'.' if number == len(groups) else ';'}"
            keys = dict.fromkeys(key for afspraak in group for key in afspraak.kamerstukken)
            spans: Spans = (Run(text),)
            item = ListItem(met_noot(spans, self.noten.of_keys(keys)) if keys else spans)
            origin = Origin(Bron.VERWIJZING, group[0].id)
            elements.append(Element(item, dekt=tuple(afspraak.id for afspraak in group), origin=origin))
        return elements

    def _once(self, chosen: Sequence[Afspraak]) -> list[Afspraak]:
        """Leave out an afspraak whose twin is here too; the twin takes over its provinces and lends its sentence."""
        here = {afspraak.id: afspraak for afspraak in met_stukken(chosen, self.dubbel)}
        for afspraak in chosen:
            twin = here.get(self.dubbel.get(afspraak.id, ""))
            if twin is not None:
                provinces = indeling.in_volgorde([*provincies(twin), *provincies(afspraak)], self.volgorde)
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
                parsed, place = parse(afspraak.brief), partial(afspraak.place_of, "brief")
                self.stellingen.append(Stelling((afspraak.id,), plain(parsed.blocks), place, veld=True))
                pieces.append((origin, bind_spans(normalise_spans(self._sentence(afspraak, parsed)))))
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

    def _sentence(self, afspraak: Afspraak, parsed: Parsed) -> list[Span]:
        """Give the sentence that people wrote for the letter, with the papers of the afspraak in a note."""
        place = partial(afspraak.place_of, "brief")
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
        hint = "schrijf één of meer gewone zinnen; een lijst kan in de tekst van de brief zelf staan"
        self.meldingen.append(Diagnostic("BR506", Severity.FOUT, message, place, hint=hint))


def zonder_nummer(element: Element) -> Element:
    """Give an outermost list item as a bullet: the number it has in the dossier counts other afspraken."""
    block = element.block
    return (
        replace(element, block=replace(block, marker="-"))
        if isinstance(block, ListItem) and not block.level
        else element
    )


def herkomst(block: Block) -> Origin:
    """Give the origin of a block of brief.md: known by its words, so that what is put before it changes nothing."""
    said = write([block if not isinstance(block, ListItem) else replace(block, marker="-", level=0)])
    return Origin(Bron.ALINEA, hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12])


def _references(block: Paragraph) -> list[Reference]:
    return [reference for span in block.spans if isinstance(span, Citation) for reference in span.references]
