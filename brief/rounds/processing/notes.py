"""Notes whose own text a reviewer changed: a free note has its text in the source, that of a paper is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.intake.returned.hunks import hunks, rebased
from brief.intake.returned.stream import plain_of, tokens_of_spans
from brief.rounds.processing.documents import note_text
from brief.rounds.processing.edits import Doel, Listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.intake.returned.hunks import Hunk
    from brief.intake.returned.stream import Tokens
    from brief.rounds.processing.documents import Base, Doc
    from brief.rounds.processing.edits import Gathered
    from brief.rounds.processing.today import Today


def note_edits(base: Base, back: Doc, today: Today, gathered: Gathered, signed: Callable[[Hunk, Tokens], Hunk]) -> None:
    """Find what changed in the text of notes that were there already, and where that goes."""
    shown = set(back.note_order)
    for name in dict.fromkeys(base.doc.note_order):
        if name not in shown or name not in back.notes or name not in base.doc.notes:
            continue
        old, new = (tuple(tokens_of_spans(doc.notes[name])) for doc in (base.doc, back))
        theirs = [signed(each, old) for each in hunks(old, new)]
        if not theirs or note_text(base.doc.notes[name]) == note_text(back.notes[name]):
            continue
        gathered.total += len(theirs)
        spans = today.opened.brief.notes.get(name)
        if spans is not None and base.naam == "kamerbrief":
            own = tuple(tokens_of_spans(spans, sourced=True, owner=name))
            gathered.add((Doel.NOOT, name), own, *rebased(theirs, hunks(old, own), old, own))
            continue
        place = today.bestanden.kamerstukplaatsen.get(name.split(";")[0])
        where = f"{place}" if place is not None else "kamerstukken.yaml"
        for each in theirs:
            advice = f"deze noot wordt gemaakt; verander het stuk zelf: {where}"
            said = f"voetnoot '{name}'"
            old_words = plain_of(old[each.start : each.end])
            gathered.listed.append(Listed(each.file, each.by, said, old_words, plain_of(each.new), advice))
