"""What a reviewer did to a document, as a part of the page of a comparison."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from brief.compare.model import readable
from brief.intake.review import Aard
from brief.render.html.marked import marked_words
from brief.render.review_words import TOESTEMMING, ZONDER_PLAATS, kop, moment, thing_name

if TYPE_CHECKING:
    from brief.intake.review import Onderdeel, Review
    from brief.rounds.comparison.reviewing import Beoordeeld
    from brief.word.returned import Comment


def review_section(beoordeeld: Beoordeeld) -> str:
    """Make the section: what was touched in a sentence, then each thing with who, when and what."""
    things = beoordeeld.review.onderdelen
    loose = beoordeeld.review.zonder_plaats
    if not things and not loose:
        return ""
    parts = "\n".join(_thing(number, each, beoordeeld) for number, each in enumerate(things, 1))
    if loose:
        items = "".join(_comment(each, beoordeeld.review) for each in loose)
        parts += f"<h3>{escape(ZONDER_PLAATS)}</h3>\n<ul>\n{items}</ul>\n"
    return (
        '\n<section aria-labelledby="beoordeling">\n<h2 id="beoordeling">Wat de beoordelaar deed</h2>\n'
        f"<p>{escape(kop(beoordeeld))}.</p>\n{parts}\n</section>"
    )


def _thing(number: int, each: Onderdeel, beoordeeld: Beoordeeld) -> str:
    anchor = f"b{number}"
    title = f"{thing_name(each, beoordeeld).capitalize()}: {each.aard.value}"
    basis, before, after = each.teksten
    consent = f'<p class="wie">{escape(TOESTEMMING.capitalize())}.</p>\n' if each.aard is Aard.AFSPRAAK else ""
    texts = [
        f'<h4>{escape(label)}</h4>\n<p class="tekst">{marked_words(readable(one, other))}</p>\n'
        for label, one, other in (("Niet bijgehouden", basis, before), ("Bijgehouden", before, after))
        if one != other
    ]
    said = [
        _item(f"{moment(change)}: {change.kind.value} {_words(text)}")
        for change, text in beoordeeld.review.tracked(each)
    ]
    comments = [_comment(comment, beoordeeld.review) for comment in beoordeeld.review.comments(each)]
    listed = [*dict.fromkeys(said), *comments]
    items = f"<ul>\n{''.join(listed)}</ul>\n" if listed else ""
    return (
        f'<article class="wijziging" id="{anchor}" tabindex="-1" aria-labelledby="{anchor}-kop">\n'
        f'<h3 id="{anchor}-kop">{escape(title)}</h3>\n{consent}{"".join(texts)}{items}</article>'
    )


def _words(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words}”" if words else "(einde van een alinea)"


def _item(text: str, inside: str = "") -> str:
    return f"<li>{escape(text)}{inside}</li>\n"


def _comment(comment: Comment, review: Review) -> str:
    what = "Opmerking" if comment.parent is None else "Antwoord"
    done = " (afgedaan)" if comment.done else ""
    answers = "".join(_comment(each, review) for each in review.returned.replies(comment.id))
    inside = f"\n<ul>\n{answers}</ul>\n" if answers else ""
    return _item(f"{what} van {moment(comment)}{done}: {comment.text}", inside)
