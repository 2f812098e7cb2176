"""The comments of a file that came back, each with the place in the round that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain.opmerking import Opmerking, OpmerkingStand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.rounds.processing.edits import FileEdits
    from brief.rounds.processing.today import Today

_ALIKE = 0.4
"""How alike a line of `brief.md` must be, more than this, to be named as the place of a comment."""


def comments_of(edits: FileEdits, today: Today, reviewer: str) -> list[Opmerking]:
    """Give the comments in the order of the file; a reply says what it answers."""
    texts = {each.comment.id: each.comment.text for each in edits.back.remarks}
    lines = _lines(edits, today)
    versie, file = edits.base.versie, edits.back.file.rpartition("/")[2]
    return [
        Opmerking(
            _place(edits, lines, each.block),
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


def _place(edits: FileEdits, lines: Mapping[int, str], index: int | None) -> str:
    """Give the id of the afspraak that a block belongs to, its line in brief.md, or the document."""
    if index is None:
        return edits.base.naam
    home = edits.homes[index]
    if home.soort in {"afspraak", "zinnen", "concept"} and home.sleutel:
        return " ".join(home.sleutel)
    if home.soort == "brief":
        return lines[index]
    return f"{edits.base.naam}: {edits.back.blocks[index].text[:40]}"


def _lines(edits: FileEdits, today: Today) -> dict[int, str]:
    """Give for each block of the letter with a comment the line of `brief.md` that says most of what it says."""
    from brief.compare.likeness import near, words_of
    from brief.text import plain

    wanted = dict.fromkeys(each.block for each in edits.back.remarks if each.block is not None)
    own = [index for index in wanted if edits.homes[index].soort == "brief"]
    if not own:
        return {}
    brief = today.opened.brief
    name = today.bestanden.ronde.brief.tekst
    blocks = [words_of(plain([block])) for block in brief.blocks]
    best: dict[int, tuple[float, int]] = {}
    for (at, number), value in near([words_of(edits.back.blocks[index].text) for index in own], blocks, _ALIKE).items():
        best[at] = max(best.get(at, (_ALIKE, 0)), (value, -number))
    return {
        index: f"{name}:{brief.lines[-best[at][1]]}" if at in best and best[at][0] > _ALIKE else name
        for at, index in enumerate(own)
    }
