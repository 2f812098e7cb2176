"""What a reviewer did to each thing in a document, against the version that it was made from, tracked or not.

`review` takes a returned file and that version, both as `brief.word.returned` reads them, and gives an `Onderdeel` for
each thing that was touched: an afspraak, the sentence of one, a block of the letter, a field, a note.
"""

from brief.intake.review.comparing import review
from brief.intake.review.model import Aard, Gevonden, Onderdeel, Review, Sleutel

__all__ = ["Aard", "Gevonden", "Onderdeel", "Review", "Sleutel", "review"]
