"""Notes whose own text a reviewer changed: a free note has its text in the source, that of a paper is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.intake.returned.hunks import hunks, rebased
from brief.intake.returned.stream import plain_of, tokens_of_spans
from brief.rounds.processing.documents import note_text
from brief.rounds.processing.gathered import Doel, Listed

if TYPE_CHECKING:
    from brief.rounds.processing.edits import FileEdits


def note_edits(edits: FileEdits) -> None:
    """Find what changed in the text of notes that were there already, and where that goes."""
    base, back, gathered = edits.base, edits.back, edits.gathered
    for first, second in edits.note_pairs:
        name = base.doc.note_order[first]
        before, after = base.doc.note_spans[first], back.note_spans[second]
        if note_text(before) == note_text(after):
            continue
        old, new = tuple(tokens_of_spans(before)), tuple(tokens_of_spans(after))
        theirs = [edits.signed(each, old) for each in hunks(old, new)]
        gathered.total += len(theirs)
        spans = edits.today.opened.brief.notes.get(name)
        if spans is not None and base.naam == "kamerbrief":
            own = tuple(tokens_of_spans(spans, sourced=True, owner=name))
            gathered.add((Doel.NOOT, name), own, *rebased(theirs, hunks(old, own), old, own))
            continue
        place = edits.today.bestanden.kamerstukplaatsen.get(name.split(";")[0])
        where = f"{place}" if place is not None else "kamerstukken.yaml"
        for each in theirs:
            advice = f"deze noot wordt gemaakt; verander het stuk zelf: {where}"
            said = f"voetnoot '{name}'"
            old_words = plain_of(old[each.start : each.end])
            gathered.listed.append(Listed(each.file, each.by, said, old_words, plain_of(each.new), advice))
