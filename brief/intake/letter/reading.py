"""Take a letter over: from the bytes of a Word file to the text of `brief.md`, fields, papers, and a proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity, has_errors
from brief.dossier.blocks import drop_start
from brief.dossier.patterns import is_contents_line, is_contents_title
from brief.intake.letter.body import make_body
from brief.intake.letter.findings import note_findings, style_of_notes
from brief.intake.letter.letterhead import Letterhead
from brief.intake.letter.lines import lines_of
from brief.intake.letter.marks import each_row, order_of_notes, rows_of, text_with_marks, with_notes
from brief.intake.letter.model import Bestemming, Deel, Overgenomen, Velden
from brief.intake.letter.notes import make_notes
from brief.intake.letter.own_output import own_output, told_findings
from brief.intake.letter.papers import Papers
from brief.intake.letter.pasted import restore
from brief.intake.letter.proof import unproved
from brief.intake.letter.signature import take_signature
from brief.intake.letter.source import read_source
from brief.intake.letter.typography import counts, loosened, loosened_spans, mended_spans, report
from brief.intake.letter.words import is_aanhef, is_page_number, read_date
from brief.text import write, write_spans
from brief.text.model import Paragraph
from brief.text.normal import normalise
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.dossier.blocks import SourceBlock
    from brief.intake.letter.model import Bron, Regel
    from brief.intake.letter.own_output import OwnOutput
    from brief.intake.letter.signature import Signature
    from brief.kamerstuk import Stijl, Stuk
    from brief.text.model import Block, Spans

_LETTERHEAD = 60
"""Blocks within which the salutation stands."""
_HEADERS = ("koptekst", "voettekst")


def read_letter(
    data: bytes,
    file: str,
    *,
    known: Mapping[str, Stuk] | None = None,
    stijl: Stijl | None = None,
    verbeter: bool = False,
) -> Overgenomen:
    """Take a letter over from the bytes of a .docx; `file` is its name in messages.

    `known` are the papers that the round has and `stijl` how it writes them; without it the style is that of the notes.
    With `verbeter` signs are put right where that is safe. Never raises on bad input. A letter that cannot be read, or
    not be proved complete, has an error among its findings and no text.
    """
    bron = read_source(data, file)
    if has_errors(bron.meldingen):
        return Overgenomen(file, meldingen=bron.meldingen)
    return _Reading(bron, Papers(known or {}), own_output(data, file), stijl, verbeter).run()


class _Reading(Struct):
    """One letter on its way through the stages."""

    bron: Bron
    papers: Papers
    own: OwnOutput
    stijl: Stijl | None
    verbeter: bool
    delen: list[Deel] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)

    def run(self) -> Overgenomen:
        self.meldingen += self.bron.meldingen
        running = [b for b in self.bron.blokken if not b.aside and b.index not in self.bron.terzijde]
        head = Letterhead()
        text = self._take_head(running, head)
        text = self._without_page_numbers(text)
        self._take_beside(head)
        pasted = restore(text)
        self.meldingen += pasted.meldingen
        if has_errors(pasted.meldingen):
            return Overgenomen(self.bron.bestand, meldingen=tuple(self.meldingen))
        signature = take_signature(pasted.blocks)
        text = pasted.blocks[: signature.end]
        self.delen += [*head.delen, *pasted.delen, *signature.delen]
        self.meldingen += [*head.meldingen, *signature.meldingen]
        if not text:
            return self._empty()
        notes = {**self.bron.noten, **pasted.notes}
        return self._with_text(text, notes, _fields(head, signature))

    def _take_head(self, running: Sequence[SourceBlock], head: Letterhead) -> list[SourceBlock]:
        """Read what stands up to the salutation; without one, the first blocks as far as they surely are letterhead."""
        for at, block in enumerate(running[:_LETTERHEAD]):
            own = lines_of(block)
            end = _end_of_aanhef(block, own)
            if end is not None:
                head.read([*(line for each in running[:at] for line in lines_of(each)), *own[:end]])
                return [*([_from(block, own[end].begin)] if own[end:] else []), *running[at + 1 :]]
        late = next((each for each in running[_LETTERHEAD:] if _end_of_aanhef(each, lines_of(each)) is not None), None)
        if late is not None:
            self.meldingen.append(_late(late))
        begin = 0
        while begin < len(running) and head.knows(lines_of(running[begin])):
            head.read(lines_of(running[begin]))
            begin += 1
        return list(running[begin:])

    def _without_page_numbers(self, text: Sequence[SourceBlock]) -> list[SourceBlock]:
        """Leave out the numbers of pages that were copied with the text, and a table of contents typed by hand."""
        numbers = {block.index: "paginanummer" for block in text if is_page_number(block.text)}
        contents = {block.index: "inhoudsopgave" for block in text if is_contents_line(block.text)}
        if len(contents) > 1:
            first = next(n for n, block in enumerate(text) if block.index in contents)
            title = text[first - 1 : first] if first and is_contents_title(text[first - 1].text) else []
            numbers |= contents | {block.index: "inhoudsopgave" for block in title}
        self.delen += [_whole(block, Bestemming.REST, numbers[block.index]) for block in text if block.index in numbers]
        return [block for block in text if block.index not in numbers]

    def _take_beside(self, head: Letterhead) -> None:
        """Read the side column, text boxes and headers for fields; set aside what is shown nowhere in the text."""
        beside = [b for b in self.bron.blokken if b.index in self.bron.terzijde]
        notes = {index for indexes in self.bron.nootblokken.values() for index in indexes}
        head.read([line for block in beside if not block.aside.startswith(_HEADERS) for line in lines_of(block)])
        for name in _HEADERS:
            own = [block for block in beside if block.aside.startswith(name)]
            for part in dict.fromkeys(block.place.part for block in own):
                head.read([line for b in own if b.place.part == part for line in lines_of(b)], name)
        head.finish()
        for block in self.bron.blokken:
            if block.aside and block.index not in self.bron.terzijde and block.index not in notes:
                self.delen.append(_whole(block, Bestemming.REST, block.aside))

    def _empty(self) -> Overgenomen:
        hint = "staat de tekst in een tekstvak of afbeelding? Zet haar in gewone alinea's en geef de opdracht opnieuw"
        message = "er is geen tekst van een brief gevonden"
        found = Diagnostic("BR624", Severity.FOUT, message, Place(self.bron.bestand), hint=hint)
        return Overgenomen(self.bron.bestand, meldingen=(*self.meldingen, found))

    def _with_text(self, text: Sequence[SourceBlock], notes: Mapping[str, Spans], velden: Velden) -> Overgenomen:
        body = make_body(text)
        self.meldingen += body.meldingen
        order = order_of_notes(text)
        made = make_notes(notes, order, self.papers, self.own.noten)
        self.papers.name_moties(*text_with_marks(text, notes, order))
        blocks = [each_row(block, loosened_spans) for _, block in body.blocks]
        free = {name: loosened_spans(spans) for name, spans in made.free.items()}
        mended: Mapping[str, int] = {}
        if self.verbeter:
            blocks, free, mended = _mended(blocks, free)
        final = normalise(with_notes(block, made.marks) for block in blocks)
        markdown = _markdown(final, free)
        self._fill(text)
        self._account_for_notes(notes, order)
        wrong = unproved(self.bron.blokken, self.delen, text, markdown, final, made.marks, notes)
        if wrong:
            return Overgenomen(self.bron.bestand, meldingen=(*self.meldingen, *wrong))
        self.meldingen += report(_texts(blocks, free, text), mended_counts=mended)
        stijl = self.stijl or style_of_notes(notes, order, made, self.papers)
        self.meldingen += note_findings(self.bron, notes, order, made, self.papers, stijl)
        self.meldingen += told_findings(self.own, text)
        delen = tuple(sorted(self.delen, key=lambda deel: (deel.blok, deel.begin)))
        stukken = {key: each for key, each in self.papers.fields.items() if key in self.papers.made}
        return Overgenomen(
            self.bron.bestand,
            markdown,
            velden,
            stukken,
            delen,
            tuple(self.meldingen),
            final,
            free,
            stijl,
            self.own.ronde,
        )

    def _fill(self, text: Sequence[SourceBlock]) -> None:
        """Say of what is left of each block of the text that it stands in `brief.md`."""
        taken: dict[int, list[Deel]] = {}
        for deel in self.delen:
            taken.setdefault(deel.blok, []).append(deel)
        for block in text:
            at = 0
            for deel in sorted(taken.get(block.index, []), key=lambda deel: deel.begin):
                self._text(block, at, deel.begin)
                at = deel.eind
            self._text(block, at, len(block.text))

    def _text(self, block: SourceBlock, begin: int, end: int) -> None:
        words = block.text[begin:end]
        if words.strip():
            self.delen.append(Deel(block.index, begin, end, Bestemming.TEKST, "", words.strip(), block.place))

    def _account_for_notes(self, notes: Mapping[str, Spans], order: Sequence[str]) -> None:
        """Say of each native note where it went; one without a mark in the text is left over."""
        by_index = {block.index: block for block in self.bron.blokken}
        placed = frozenset(order)
        for name, indexes in self.bron.nootblokken.items():
            for index in indexes:
                block = by_index[index]
                if name in placed:
                    self.delen.append(_whole(block, Bestemming.NOOT, name))
                else:
                    self.delen.append(_whole(block, Bestemming.REST, "noot zonder plaats in de tekst"))
        lost = [name for name in notes if name not in placed and name in self.bron.nootblokken]
        for name in lost:
            place = by_index[self.bron.nootblokken[name][0]].place
            message = f"deze noot heeft geen plaats in de tekst: '{plain_spans(notes[name]).strip()[:60]}'"
            hint = "zij is niet overgenomen; hoort zij in de brief, zet haar dan zelf in brief.md"
            self.meldingen.append(Diagnostic("BR625", Severity.WAARSCHUWING, message, place, hint=hint))


def _end_of_aanhef(block: SourceBlock, lines: Sequence[Regel]) -> int | None:
    """Give the number of the line after the salutation, None where there is none; in a table it can only stand last."""
    if block.heading:
        return None
    begin = max(0, len(lines) - 1) if block.is_table else 0
    return next((n + 1 for n in range(begin, len(lines)) if is_aanhef(lines[n].tekst)), None)


def _late(block: SourceBlock) -> Diagnostic:
    message = f"de aanhef staat pas na {_LETTERHEAD} alinea's; zij en wat erboven staat is als tekst overgenomen"
    hint = "haal in brief.md weg wat niet bij de tekst hoort, ook de aanhef: die drukt het sjabloon af"
    return Diagnostic("BR634", Severity.WAARSCHUWING, message, block.place, hint=hint)


def _from(block: SourceBlock, begin: int) -> SourceBlock:
    """Give the part of a block that begins at a character of its text."""
    spans = drop_start(block.spans, begin - block.offset)
    return replace(block, block=Paragraph(spans), marks="", number="")


def _whole(block: SourceBlock, bestemming: Bestemming, name: str) -> Deel:
    return Deel(block.index, 0, len(block.text), bestemming, name, block.text.strip(), block.place)


def _fields(head: Letterhead, signature: Signature) -> Velden:
    said = head.fields
    day = read_date(said["datum"][0]) if "datum" in said else None
    return Velden(
        datum=day,
        betreft=loosened(" ".join(said.get("betreft", ()))),
        kenmerk=" ".join(said.get("kenmerk", ())),
        ondertekenaars=signature.ondertekenaars,
        mede_namens=tuple(map(loosened, signature.mede_namens)),
        bijlagen=(*said.get("bijlagen", ()), *signature.bijlagen),
        afzender={name.removeprefix("afzender."): each for name, each in said.items() if name.startswith("afzender.")},
    )


def _mended(blocks: Sequence[Block], free: Mapping[str, Spans]) -> tuple[list[Block], dict[str, Spans], dict[str, int]]:
    """Put right what is safe, and count it by kind."""
    before = counts(text for text, _ in _texts(blocks, free, ()))
    changed = [each_row(block, mended_spans) for block in blocks]
    notes = {name: mended_spans(spans) for name, spans in free.items()}
    after = counts(text for text, _ in _texts(changed, notes, ()))
    return changed, notes, {code: before[code] - after[code] for code in before}


def _texts(
    blocks: Sequence[Block], free: Mapping[str, Spans], source: Sequence[SourceBlock]
) -> list[tuple[str, Place | None]]:
    places = [block.place for block in source] if source else [None for _ in blocks]
    texts: list[tuple[str, Place | None]] = [
        (plain_spans(spans), place) for block, place in zip(blocks, places, strict=True) for spans in rows_of(block)
    ]
    return [*texts, *((plain_spans(spans), None) for spans in free.values())]


def _markdown(blocks: Iterable[Block], free: Mapping[str, Spans]) -> str:
    notes = [f"[^{name}]: {write_spans(spans, one_line=True)}" for name, spans in free.items()]
    return "\n\n".join([write(blocks), *notes]) + "\n"
