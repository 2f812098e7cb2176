"""What is the same, what changed and what is new between two versions: as data, without mark-up.

`match` pairs two lists of texts, `differences` gives the words that went and came between two texts. `bijwerken` plans
how a newer version of a dossier goes into a person's afspraken file, `verwant` finds one afspraak in two landsdelen.
"""

from brief.compare.match import Item, Matched, Pair, match
from brief.text.words import Difference, differences

__all__ = ["Difference", "Item", "Matched", "Pair", "differences", "match"]
