"""What is to be told about the notes of a letter: printed otherwise, not read, papers to complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk import Stijl, note_text
from brief.text.binding import FIXED_HYPHEN
from brief.text.dutch import FIXED_SPACE
from brief.text.model import Citation
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brief.diagnostics import Place
    from brief.intake.letter.model import Bron
    from brief.intake.letter.notes import Notes
    from brief.intake.letter.papers import Papers
    from brief.text.model import Spans

_SHOWN = 3


def style_of_notes(texts: Mapping[str, Spans], order: Sequence[str], notes: Notes, papers: Papers) -> Stijl:
    """Give the style in which most notes print just as they stand; the ministry's where that makes no difference."""

    def otherwise(stijl: Stijl) -> int:
        pairs = _changed(texts, order, notes, papers, stijl)
        return sum("".join(old.split()) != "".join(new.split()) for _, old, new in pairs)

    return min(Stijl, key=lambda stijl: (otherwise(stijl), stijl is not Stijl.MINISTERIE))


def note_findings(
    bron: Bron, texts: Mapping[str, Spans], order: Sequence[str], notes: Notes, papers: Papers, stijl: Stijl
) -> Iterator[Diagnostic]:
    """Tell about notes: those that print otherwise, those that keep their words, endnotes, and papers to complete."""
    yield from _printed_otherwise(bron, _changed(texts, order, notes, papers, stijl))
    for name in notes.unread:
        message = f"in deze noot is een verwijzing niet te lezen: '{_plain(texts, name)[:80]}'"
        hint = "de noot staat met haar eigen woorden in brief.md; schrijf de verwijzing daar als [@kst-29435-267]"
        yield Diagnostic("BR610", Severity.WAARSCHUWING, message, _place(bron, name), hint=hint)
    for key, words in papers.conflicts:
        message = f"'{words}' zegt van {key} iets anders dan kamerstukken.yaml of een andere noot"
        hint = "de noot staat met haar eigen woorden in brief.md; kijk welke van de twee klopt"
        yield Diagnostic("BR628", Severity.WAARSCHUWING, message, hint=hint)
    ends = [name for name in order if name.startswith("eindnoot")]
    if ends:
        message = f"{len(ends)} eindnoten worden voetnoten: de brief heeft alleen voetnoten"
        yield Diagnostic("BR620", Severity.INFO, message, _place(bron, ends[0]))
    untitled = [key for key, own in papers.fields.items() if key in papers.made and not own.get("titel")]
    if untitled:
        which = "één stuk" if len(untitled) == 1 else f"{len(untitled)} stukken"
        message = f"van {which} zegt de brief geen titel en datum: {', '.join(untitled)}"
        hint = "vul ze aan in kamerstukken.yaml, of zoek ze op met: brief kamerstuk controleer --online"
        yield Diagnostic("BR611", Severity.INFO, message, hint=hint)


def _changed(
    texts: Mapping[str, Spans], order: Sequence[str], notes: Notes, papers: Papers, stijl: Stijl
) -> list[tuple[str, str, str]]:
    """Give the notes that print otherwise than they stand, each with its name, the old form and the new."""
    changed = []
    for name in order:
        mark = notes.marks[name]
        if isinstance(mark, Citation):
            new, old = _same(_printed(mark, papers, stijl)), _same(_plain(texts, name))
            if new != old:
                changed.append((name, old, new))
    return changed


def _printed_otherwise(bron: Bron, changed: Sequence[tuple[str, str, str]]) -> Iterator[Diagnostic]:
    if changed:
        which = "één noot noemt" if len(changed) == 1 else f"{len(changed)} noten noemen"
        message = f"{which} hetzelfde stuk in de schrijfwijze van de brief: " + "; ".join(
            f"'{old}' wordt '{new}'" for _, old, new in changed[:_SHOWN]
        )
        message += " …" if len(changed) > _SHOWN else ""
        yield Diagnostic("BR609", Severity.INFO, message, _place(bron, changed[0][0]))


def _printed(mark: Citation, papers: Papers, stijl: Stijl) -> str:
    texts = []
    for number, each in enumerate(mark.references):
        stuk = papers.known.get(each.key) or papers.made[each.key]
        prefix = each.prefix if number else each.prefix[:1].upper() + each.prefix[1:]
        texts.append(note_text(stuk, stijl, each.suffix, prefix))
    return _ordinary("; ".join(texts))


def _same(text: str) -> str:
    return _ordinary(text).rstrip(".")


def _ordinary(text: str) -> str:
    """Give a text with ordinary spaces and hyphens: the fixed ones say nothing else."""
    return " ".join(text.replace(FIXED_SPACE, " ").replace(FIXED_HYPHEN, "-").split())


def _plain(texts: Mapping[str, Spans], name: str) -> str:
    return _ordinary(plain_spans(texts.get(name, ())))


def _place(bron: Bron, name: str) -> Place | None:
    indexes = bron.nootblokken.get(name)
    return next((block.place for block in bron.blokken if indexes and block.index == indexes[0]), None)
