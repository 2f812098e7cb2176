"""The comments of a file that came back, each with the place in the round that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain.opmerking import Opmerking, OpmerkingStand

if TYPE_CHECKING:
    from brief.rounds.processing.edits import FileEdits
    from brief.rounds.processing.today import Today


def comments_of(edits: FileEdits, today: Today, reviewer: str) -> list[Opmerking]:
    """Give the comments in the order of the file; a reply says what it answers."""
    texts = {each.comment.id: each.comment.text for each in edits.back.remarks}
    versie, file = edits.base.versie, edits.back.file.rpartition("/")[2]
    return [
        Opmerking(
            _place(edits, today, each.block),
            reviewer or each.comment.author,
            each.comment.date[:10],
            each.comment.text,
            OpmerkingStand.AFGEDAAN if each.comment.done else OpmerkingStand.OPEN,
            "in Word afgehandeld" if each.comment.done else "",
            file,
            versie,
            each.words,
            texts.get(each.comment.parent or "", ""),
        )
        for each in edits.back.remarks
    ]


def _place(edits: FileEdits, today: Today, index: int | None) -> str:
    """Give the id of the afspraak that a block belongs to, its line in brief.md, or the document."""
    if index is None:
        return edits.base.naam
    home = edits.homes[index]
    if home.soort in {"afspraak", "zinnen", "concept"} and home.sleutel:
        return " ".join(home.sleutel)
    if home.soort == "brief":
        return _line(edits, today, index)
    return f"{edits.base.naam}: {edits.back.blocks[index].text[:40]}"


def _line(edits: FileEdits, today: Today, index: int) -> str:
    """Give the line of `brief.md` that says most of what a paragraph says."""
    from brief.compare.likeness import likeness, words_of
    from brief.text import plain

    brief = today.opened.brief
    name = today.bestanden.ronde.brief.tekst
    mine = words_of(edits.back.blocks[index].text)
    scored = [(likeness(mine, words_of(plain([block]))), -number) for number, block in enumerate(brief.blocks)]
    best = max(scored, default=(0.0, 0))
    return f"{name}:{brief.lines[-best[1]]}" if best[0] > 0.4 else name
