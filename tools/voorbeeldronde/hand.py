"""The four hands: how each region makes its dossier in Word. The text is in `teksten/`, the habits are here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hand:
    """The habits of one region.

    `headings` is how a heading is made: `stijl` (heading styles, the number typed), `genummerd` (heading styles that
    Word numbers), `niveau` (below the chapters: bold text with an outline level). `sections` is how *In het kort* and
    the like are made: `kop` (heading 4), `stijl` (a style of their own), `opmaak` (italic by hand), `vet` (bold italic
    by hand). `lists` is `stijl` (list styles) or `nummering` (numbering set on each paragraph). `scattered` splits text
    over several runs, as Word does after a spelling check; `empty_page` makes a page break a paragraph of its own;
    `tracking` leaves Word's tracking of changes on.
    """

    font: str
    size: int
    colour: str
    headings: str
    sections: str
    lists: str
    scattered: bool = False
    empty_page: bool = False
    tracking: bool = False


HANDS = {
    "noord": Hand("Verdana", 18, "154273", "stijl", "kop", "stijl"),
    "oost": Hand("Calibri", 22, "1F3864", "genummerd", "stijl", "nummering"),
    "noordwest": Hand("Verdana", 18, "000000", "stijl", "opmaak", "nummering", scattered=True, empty_page=True),
    "zuidwest": Hand("Arial", 20, "275937", "niveau", "vet", "nummering", scattered=True, tracking=True),
}
