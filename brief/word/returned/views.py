"""The text of a returned file with its changes rejected or accepted, and what stands in each mark of origin."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.text.normal import normalise_spans
from brief.text.origin import Bron
from brief.word.opc.origins import origin_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from brief.text.model import Spans
    from brief.word.returned.model import Alinea, Piece, Returned


class Which(StrEnum):
    """Which text is asked for: as it was before the tracked changes, or as it is with all of them."""

    VOOR = "voor"
    NA = "na"


class Seen(Struct, frozen=True):
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


def _is_there(changes: Collection[int], returned: Returned, which: Which) -> bool:
    """Tell whether what has these changes is part of a text."""
    if not changes:
        return True
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


class Part(Struct, frozen=True):
    """What stands in one mark of origin within a paragraph; `mark` is its name, empty for what stands in none."""

    mark: str
    pieces: tuple[Piece, ...]

    @property
    def spans(self) -> Spans:
        """Give its text in normal form."""
        return normalise_spans([piece.span for piece in self.pieces])


def marked(one: Seen) -> tuple[tuple[str, Spans], ...]:
    """Give each mark of a paragraph with its text in normal form, see `parts`."""
    return tuple((each.mark, each.spans) for each in parts(one))


def parts(one: Seen) -> tuple[Part, ...]:
    """Part a paragraph by its marks of origin, in order.

    The numbers of notes have marks of their own and part nothing. Text beside a mark belongs to the mark before it, or
    else to the one after it; beside the value of a field it does so only when it was put there with tracking, as the
    rest there is the template's: that, and a paragraph without marks, has an empty name. A mark that holds nothing any
    more has no pieces.
    """
    order = [name for name in one.marks if _bron(name) not in {None, Bron.NOOT}]
    sorter = _Sorter({name: [] for name in order})
    for piece in one.pieces:
        sorter.add(piece)
    loose = sorter.finish()
    found = [Part(name, tuple(pieces)) for name, pieces in sorter.texts.items()]
    rest = Part("", tuple(loose))
    return (rest, *found) if rest.spans or not order else tuple(found)


class _Sorter(Struct):
    """Sorts the pieces of a paragraph by mark; `waiting` are those for a mark that is still to come."""

    texts: dict[str, list[Piece]]
    last: str = ""
    loose: list[Piece] = field(default_factory=list)
    waiting: list[Piece] = field(default_factory=list)
    is_beside: bool = False

    def add(self, piece: Piece) -> None:
        inside = next((name for name in reversed(piece.marks) if name in self.texts), "")
        if inside:
            self.texts[inside] += [*self.waiting, piece]
            self.waiting, self.last, self.is_beside = [], inside, True
        elif _bron(self.last or next(iter(self.texts), "")) is Bron.VELD:
            self._beside_field(piece)
        elif self.last:
            self.texts[self.last].append(piece)
        else:
            self.waiting.append(piece)

    def _beside_field(self, piece: Piece) -> None:
        """Take what was put or struck right beside a value for part of it; the rest there is the template's."""
        if not piece.changes:
            self.loose += [*self.waiting, piece]
            self.waiting, self.is_beside = [], False
        elif self.is_beside:
            self.texts[self.last].append(piece)
        else:
            self.waiting.append(piece)

    def finish(self) -> list[Piece]:
        """Give what waits to a mark that holds nothing in this text; give what stands in no mark."""
        empty = next((name for name, pieces in self.texts.items() if not pieces), "")
        if empty and self.waiting:
            self.texts[empty] += self.waiting
            return self.loose
        return self.loose + self.waiting


def _bron(name: str) -> Bron | None:
    origin = origin_of(name) if name else None
    return None if origin is None else origin.bron
