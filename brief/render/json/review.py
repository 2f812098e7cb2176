"""What a reviewer did to a document, as JSON: beside the changes of `brief vergelijken --json`, under `beoordeling`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brief.intake.review import Onderdeel, Review
    from brief.rounds.comparison.reviewing import Beoordeeld
    from brief.word.returned import Comment


def review_as_json(beoordeeld: Beoordeeld) -> dict[str, Any]:
    """Give each thing with its three texts, its tracked changes and its comments with their answers."""
    review = beoordeeld.review
    return {
        "versie": beoordeeld.versie,
        "gemaakt_van": review.returned.versie or None,
        "document": beoordeeld.document,
        "zonder_merk": review.zonder_merk,
        "geplaatst": review.geplaatst,
        "te_plaatsen": review.te_plaatsen,
        "onderdelen": [_thing(each, review) for each in review.onderdelen],
        "opmerkingen_zonder_plaats": [_comment(each, review) for each in review.zonder_plaats],
    }


def _thing(each: Onderdeel, review: Review) -> dict[str, Any]:
    basis, before, after = each.teksten
    return {
        "aard": each.aard.name.lower(),
        "bron": each.sleutel.bron.name.lower() if each.sleutel.bron else None,
        "sleutel": each.sleutel.key,
        "gevonden": each.gevonden.value,
        "instemming_nodig": each.aard.name == "AFSPRAAK",
        "basis": basis,
        "zonder_wijzigingen": before,
        "met_wijzigingen": after,
        "niet_bijgehouden": each.is_buiten_bijhouden,
        "wijzigingen": [
            {"soort": change.kind.name.lower(), "auteur": change.author, "datum": change.date, "tekst": text}
            for change, text in review.tracked(each)
        ],
        "opmerkingen": [_comment(comment, review) for comment in review.comments(each)],
    }


def _comment(comment: Comment, review: Review) -> dict[str, Any]:
    return {
        "auteur": comment.author,
        "datum": comment.date,
        "tekst": comment.text,
        "afgedaan": comment.done,
        "antwoorden": [_comment(each, review) for each in review.returned.replies(comment.id)],
    }
