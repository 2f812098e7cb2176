"""What a reviewer did to a document, on a terminal: thing by thing, who and when, tracked or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare.model import readable
from brief.intake.review import Aard
from brief.render.chosen_words import buiten_de_keuze
from brief.render.review_words import TOESTEMMING, ZONDER_PLAATS, kop, moment, thing_name
from brief.render.terminal.messages import visible
from brief.render.terminal.words import BREEDTE, UITLEG, folded, in_regels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.intake.review import Onderdeel, Review
    from brief.rounds.comparison.reviewing import Beoordeeld
    from brief.word.returned import Comment


def review_lines(beoordeeld: Beoordeeld, width: int = BREEDTE) -> list[str]:
    """Give the lines: what was touched in a line, then each thing with its changes and comments."""
    things = beoordeeld.review.onderdelen
    head = f"{beoordeeld.review.returned.file} tegen {beoordeeld.document}.docx van {beoordeeld.versie}"
    loose = beoordeeld.review.zonder_plaats
    beside = [buiten_de_keuze(beoordeeld.buiten_keuze)] if beoordeeld.buiten_keuze else []
    if not things and not loose:
        said = "niets binnen deze keuze" if beside else "niets gewijzigd en geen opmerkingen"
        return [line for each in (f"{head}: {said}", *beside) for line in folded(visible(each), width)]
    lines = folded(f"{head}: {kop(beoordeeld)}", width)
    for each in things:
        lines += ["", *_thing(each, beoordeeld, width)]
    if loose:
        lines += ["", ZONDER_PLAATS]
        lines += [line for comment in loose for line in _comment(comment, beoordeeld.review, width, 2)]
    if beside:
        lines += ["", *folded(beside[0], width)]
    if any(each.is_gewijzigd for each in things):
        lines += ["", f"({UITLEG})"]
    return [visible(line) for line in lines]


def _thing(each: Onderdeel, beoordeeld: Beoordeeld, width: int) -> list[str]:
    lines = folded(f"{thing_name(each, beoordeeld)}: {each.aard.value}", width)
    if each.aard is Aard.AFSPRAAK:
        lines.append(f"  {TOESTEMMING}")
    basis, before, after = each.teksten
    lines += _tracked(each, beoordeeld.review, width)
    if basis != before:
        lines += ["  niet bijgehouden:", *in_regels(readable(basis, before), 4, width)]
    if before != after:
        lines += ["  bijgehouden, alles bij elkaar:", *in_regels(readable(before, after), 4, width)]
    for comment in beoordeeld.review.comments(each):
        lines += list(_comment(comment, beoordeeld.review, width, 2))
    return lines


def _tracked(each: Onderdeel, review: Review, width: int) -> list[str]:
    """Name who changed what, each once, in the order of the text."""
    lines: list[str] = []
    for change, text in review.tracked(each):
        words = " ".join(text.split())
        said = f"“{words}”" if words else ("einde van een alinea" if change.is_end else "")
        lines += [f"  {line}" for line in folded(f"{moment(change)}: {change.kind.value} {said}".strip(), width - 2)]
    return list(dict.fromkeys(lines))


def _comment(comment: Comment, review: Review, width: int, indent: int) -> Iterator[str]:
    done = " (afgedaan)" if comment.done else ""
    what = "opmerking" if comment.parent is None else "antwoord"
    for line in folded(f"{what} van {moment(comment)}{done}: {comment.text}", width - indent):
        yield " " * indent + line
    for answer in review.returned.replies(comment.id):
        yield from _comment(answer, review, width, indent + 2)
