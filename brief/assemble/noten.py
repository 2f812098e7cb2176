"""Citations and free footnotes become notes with their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.domain import Herhaling
from brief.kamerstuk.format import Stijl, behind, locator
from brief.kamerstuk.register import note_text
from brief.text import (
    Block,
    Citation,
    CrossReference,
    Insert,
    Note,
    NoteMark,
    Reference,
    Run,
    Span,
    Spans,
    Table,
    normalise_spans,
)
from brief.text.leftover import UNSEEN
from brief.text.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from brief.diagnostics import Place
    from brief.domain import Afspraak
    from brief.kamerstuk.register import Stuk
    from brief.text import Parsed

    Where = Callable[[str], Place | None]
    """Finds the place of words in a text, only when a message needs it."""


_HYPHENS = str.maketrans(dict.fromkeys(DASHES, "-"))
DICHTBIJ = 4
"""So many notes back the reader finds a note on the same page, or sees it on the one before."""


def nowhere(_: str) -> None:
    """Give no place: for a text that does not come from a file."""


class Noten(Struct):
    """Makes notes from what a round knows: its papers, its free notes, its style.

    `meldingen` collects references to papers and notes that do not exist; `gebruikt` the free notes that were placed.
    `tekst` comes before the names of free notes, so that two texts can each have a note of the same name.
    """

    stukken: Mapping[str, Stuk]
    vrij: Mapping[str, Spans] = field(default_factory=dict)
    stijl: Stijl = Stijl.MINISTERIE
    herhaling: Herhaling = Herhaling.VOLUIT
    meldingen: list[Diagnostic] = field(default_factory=list)
    gebruikt: set[str] = field(default_factory=set)
    tekst: str = ""

    def van_tekst(self, tekst: str, vrij: Mapping[str, Spans]) -> Noten:
        """Give the notes of a text with free notes of its own; the name of the text keeps them apart from others'."""
        return replace(self, vrij=vrij, gebruikt=set(), tekst=f"{tekst}-")

    def in_block(self, block: Block, place: Where = nowhere) -> Block:
        """Give the block with a note for each citation and note mark in it."""
        if isinstance(block, Table):
            return replace(block, rows=tuple(tuple(self.in_spans(cell, place) for cell in row) for row in block.rows))
        if isinstance(block, Insert) or (spans := self.in_spans(block.spans, place)) is block.spans:
            return block
        return replace(block, spans=spans)

    def in_spans(self, spans: Spans, place: Where = nowhere) -> Spans:
        """Give the spans with notes; a note stands against the word before it, without a space between."""
        for span in spans:
            if type(span) is not Run:
                return self._with_notes(spans, place)
        return spans

    def _with_notes(self, spans: Spans, place: Where) -> Spans:
        result: list[Span] = []
        for span in spans:
            note = self._note(span, place)
            if note is None:
                result.append(span)
                continue
            if result and isinstance(before := result[-1], Run):
                result[-1] = replace(before, text=before.text.rstrip(" "))
            result.append(note)
        return tuple(span for span in result if not isinstance(span, Run) or span.text)

    def _note(self, span: Span, place: Where) -> Note | None:
        if isinstance(span, Citation):
            return self.of_citation(span, place)
        if isinstance(span, NoteMark):
            return self._free(span.name, place)
        return None

    def of_citation(self, citation: Citation, place: Where = nowhere) -> Note:
        """Give the note of a citation; papers after the first are parted by a semicolon."""
        spans: list[Span] = []
        for number, reference in enumerate(citation.references):
            spans += [Run("; ")] if number else []
            spans += self._paper(reference, place, first=not number)
        again = None if self.herhaling is Herhaling.VOLUIT else self._again(citation)
        key = "; ".join(reference.key for reference in citation.references)
        return Note(key, normalise_spans(spans), again, DICHTBIJ if self.herhaling is Herhaling.DICHTBIJ else 0)

    def of_keys(self, keys: Iterable[str], place: Where = nowhere) -> Note:
        """Give one note for the papers with these keys."""
        return self.of_citation(Citation(tuple(Reference(key) for key in keys)), place)

    def of_key(self, key: str, place: Where = nowhere) -> Note:
        """Give the note of one paper."""
        return self.of_keys((key,), place)

    def _paper(self, reference: Reference, place: Where, *, first: bool) -> list[Span]:
        stuk = self.stukken.get(reference.key)
        if stuk is None:
            self._unknown(reference.key, place)
            return [Run(f"@{reference.key}")]
        prefix = _capital(reference.prefix) if first else reference.prefix
        lead: list[Span] = [Run(prefix + " ")] if prefix else []
        return [*lead, Run(note_text(stuk, self.stijl, reference.suffix), link=stuk.url)]

    def _again(self, citation: Citation) -> Spans | None:
        """Give `Zie noot 3, p. 4` for a citation of one paper; a note on several papers is written in full again."""
        if len(citation.references) > 1:
            return None
        reference = citation.references[0]
        lead = _capital(reference.prefix or "zie") + " noot\u00a0"
        tail = (Run(behind(locator(reference.suffix))),) if reference.suffix else ()
        return (Run(lead), CrossReference(reference.key, "noot"), *tail)

    def _free(self, name: str, place: Where) -> Note:
        self.gebruikt.add(name)
        if name not in self.vrij:
            self._missing_note(name, place)
            return Note(name, (Run(f"[^{name}]"),))
        return Note(self.tekst + name, self._flat(self.vrij[name], place))

    def _flat(self, spans: Spans, place: Where) -> Spans:
        """Write citations within a note as text: a note cannot hold a note."""
        result: list[Span] = []
        for span in spans:
            result += self.of_citation(span, place).spans if isinstance(span, Citation) else [span]
        return normalise_spans(result)

    def _unknown(self, key: str, place: Where) -> None:
        self.meldingen.append(
            Diagnostic(
                "BR501",
                Severity.FOUT,
                f"verwijzing naar een stuk dat niet in kamerstukken.yaml staat: '{key}'",
                place(key),
                hint=self._instead(key),
            )
        )

    def _instead(self, key: str) -> str:
        """Say what to type for a key that is not there: the one of a paper that is, or how to add it."""
        plain = key.translate(_HYPHENS)
        known = next((each for each in self.stukken if each.casefold() == plain.casefold()), None)
        if known is not None:
            return f"schrijf [@{known}]: met gewone streepjes en dezelfde letters als in kamerstukken.yaml"
        return f"voeg het toe met: brief kamerstuk voegtoe {plain}"

    def _missing_note(self, name: str, place: Where) -> None:
        hint = f"zet onder aan de tekst een regel: [^{name}]: de tekst van de voetnoot"
        message = f"voetnoot '{name}' heeft geen tekst"
        self.meldingen.append(Diagnostic("BR502", Severity.FOUT, message, place(f"[^{name}]"), hint=hint))


def van_veld(parsed: Parsed, afspraak: Afspraak, veld: str) -> list[Diagnostic]:
    """Give what was odd in the text of a field of an afspraak, with its place in the file.

    A list by hand or a character without width in the text of an afspraak is printed as it stands in the dossier.
    """
    found = [
        replace(each, place=afspraak.place_of(veld, _first_words(each)))
        for each in parsed.diagnostics
        if veld == "brief" or not (each.code == "BR078" or each.message.startswith(UNSEEN))
    ]
    if parsed.told:
        message = f"in '{veld}' van {afspraak.id} staat .dekt, en dat kan alleen in de eigen tekst van de brief"
        hint = "haal de haken en { … } weg: deze tekst hoort al bij een afspraak"
        found.append(Diagnostic("BR454", Severity.FOUT, message, afspraak.place_of(veld, ".dekt"), hint=hint))
    return found


def _first_words(diagnostic: Diagnostic) -> str:
    """Give the characters that a message is about, by which its place in a file is found again."""
    place = diagnostic.place
    if place is None or place.excerpt is None or place.column is None:
        return ""
    return place.excerpt[place.column - 1 :][: max(place.length, 12)].strip()


def met_noot(spans: Spans, note: Note) -> Spans:
    """Put a note at the end of a text, against its last word: before the full stop or semicolon that ends it."""
    last = spans[-1] if spans else None
    if not isinstance(last, Run) or last.text[-1:] not in {".", ";"} or last.text[-2:-1] in {".", ""}:
        return (*spans, note)
    return (*spans[:-1], replace(last, text=last.text[:-1]), note, replace(last, text=last.text[-1]))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
