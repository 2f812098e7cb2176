"""The text of a returned file with its changes rejected or accepted, and what stands in each mark of origin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from brief.text.normal import normalise_spans
from brief.text.origin import Bron
from brief.word.opc.origins import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.text.model import Spans
    from brief.word.returned.model import Alinea, Piece, Returned


class Which(StrEnum):
    """Which text is asked for: as it was before the tracked changes, or as it is with all of them."""

    VOOR = "voor"
    NA = "na"


@dataclass(frozen=True, slots=True)
class Seen:
    """A paragraph as it is seen in one of the texts; `alineas` are the paragraphs of the file that it is made of.

    Its look (list, heading, cell) is that of the last of them, as in Word. `marks` are the marks of all of them.
    """

    pieces: tuple[Piece, ...]
    alineas: tuple[Alinea, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """Name its marks of origin, each once."""
        return tuple(dict.fromkeys(mark for each in self.alineas for mark in each.marks))

    @property
    def spans(self) -> Spans:
        """Give its text in normal form."""
        return normalise_spans([piece.span for piece in self.pieces])

    @property
    def text(self) -> str:
        """Give its plain text, verbatim."""
        return "".join(piece.text for piece in self.pieces)


def seen(returned: Returned, which: Which) -> tuple[Seen, ...]:
    """Give the paragraphs of one of the texts, in order; one that has no text at all is left out."""
    found: list[Seen] = []
    pieces: list[Piece] = []
    alineas: list[Alinea] = []
    for number, alinea in enumerate(returned.alineas):
        pieces += [piece for piece in alinea.pieces if _is_there(piece.changes, returned, which)]
        alineas.append(alinea)
        following = returned.alineas[number + 1] if number + 1 < len(returned.alineas) else None
        if not _is_there(alinea.end, returned, which) and _may_join(alinea, following):
            continue
        if pieces:
            found.append(Seen(tuple(pieces), tuple(alineas)))
        pieces, alineas = [], []
    return tuple(found)


def _is_there(changes: Iterable[int], returned: Returned, which: Which) -> bool:
    """Tell whether what has these changes is part of a text."""
    kinds = [returned.changes[change].kind for change in changes]
    if which is Which.NA:
        return not any(kind.takes for kind in kinds)
    return not any(kind.adds for kind in kinds)


def _may_join(alinea: Alinea, following: Alinea | None) -> bool:
    """Tell whether a paragraph can run on in the next: not out of its part, its note or its cell."""
    if following is None or (alinea.part, alinea.note) != (following.part, following.note):
        return False
    cells = [each.block.cells for each in (alinea, following) if each.block is not None]
    return len(cells) < 2 or cells[0] == cells[1]


def marked(one: Seen) -> tuple[tuple[str, Spans], ...]:
    """Part a paragraph by its marks of origin: each mark with its text, in order.

    The numbers of notes have marks of their own and part nothing. Text beside a mark belongs to the mark before it, or
    else to the one after it; beside the value of a field it does so only when it was put there with tracking, as the
    rest there is the template's: that, and a paragraph without marks, has an empty name. A mark that holds nothing any
    more has empty text.
    """
    order = [name for name in one.marks if _bron(name) not in {None, Bron.NOOT}]
    texts: dict[str, list[Piece]] = {name: [] for name in order}
    loose: list[Piece] = []
    last = ""
    for piece in one.pieces:
        inside = next((name for name in reversed(piece.marks) if name in texts), "")
        last = inside or last
        beside = not inside and not piece.changes and _bron(last or (order or [""])[0]) is Bron.VELD
        (loose if not last or beside else texts[last]).append(piece)
    if order and _bron(order[0]) is not Bron.VELD:
        texts[order[0]][:0], loose = loose, []
    found = [(name, normalise_spans([piece.span for piece in pieces])) for name, pieces in texts.items()]
    rest = normalise_spans([piece.span for piece in loose])
    return (("", rest), *found) if rest or not order else tuple(found)


def _bron(name: str) -> Bron | None:
    origin = origin_of(name) if name else None
    return None if origin is None else origin.bron
