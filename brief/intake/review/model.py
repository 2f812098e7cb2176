"""What a reviewer did, as values."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from brief.text import Bron, plain, write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.diagnostics import Place
    from brief.text import Blocks
    from brief.word.returned import Comment, Returned, Tracked


class Aard(StrEnum):
    """What it means that a thing was touched, for the one who takes it over."""

    AFSPRAAK = "afspraak herschreven"
    BRIEF = "tekst van de brief gewijzigd"
    VELD = "veld gewijzigd"
    NOOT = "voetnoot gewijzigd"
    GEMAAKT = "gemaakte tekst gewijzigd"
    NIEUW = "nieuwe tekst"
    OPMAAK = "alleen opmaak"
    OPMERKING = "alleen opmerking"


class Gevonden(StrEnum):
    """How the place of a thing was found."""

    MERK = "merk"
    GELIJKENIS = "gelijkenis"
    NERGENS = "nergens"


class Sleutel(NamedTuple):
    """Which thing it is: `key` and `again` as in `Origin`.

    What has no origin has no `bron`: new text, by the place where it stands (`word/document.xml 12`).
    """

    bron: Bron | None
    key: str
    again: int = 0


class Onderdeel(Struct, frozen=True, dict=True):
    """A thing in a returned document that somebody touched.

    `basis` is what the version that the file was made from says, `voor` what the file says with its tracked changes
    rejected, `na` with them accepted: where `basis` and `voor` differ, something was changed without tracking. A note
    in them is a `NoteMark` by the key of its paper; a new one by its id in the file (`voetnoot-7`). `changes` are
    indexes in `Returned.changes`; `after` is the thing before it in the text, by which new text finds its place.
    """

    sleutel: Sleutel
    basis: Blocks
    voor: Blocks
    na: Blocks
    changes: tuple[int, ...] = ()
    comments: tuple[str, ...] = ()
    place: Place | None = None
    gevonden: Gevonden = Gevonden.MERK
    after: Sleutel | None = None

    @cached_property
    def teksten(self) -> tuple[str, str, str]:
        """Give `basis`, `voor` and `na` as Markdown."""
        return write(self.basis), write(self.voor), write(self.na)

    @property
    def is_gewijzigd(self) -> bool:
        """Tell whether the file says something else than its version, in words or in look."""
        basis, _, after = self.teksten
        return basis != after

    @property
    def is_buiten_bijhouden(self) -> bool:
        """Tell whether something was changed without tracking."""
        basis, before, _ = self.teksten
        return basis != before

    @property
    def aard(self) -> Aard:
        """Tell what it means that this was touched."""
        if plain(self.basis).split() == plain(self.na).split():
            return Aard.OPMAAK if self.is_gewijzigd or self.changes else Aard.OPMERKING
        if self.sleutel.bron is None:
            return Aard.NIEUW
        if self.sleutel.bron is Bron.NOOT and not self.basis:
            return Aard.NIEUW
        return _AARD.get(self.sleutel.bron, Aard.GEMAAKT)


_AARD = {
    Bron.AFSPRAAK: Aard.AFSPRAAK,
    Bron.ZIN: Aard.BRIEF,
    Bron.ALINEA: Aard.BRIEF,
    Bron.CONCEPT: Aard.BRIEF,
    Bron.VELD: Aard.VELD,
    Bron.NOOT: Aard.NOOT,
}


class Review(Struct, frozen=True, dict=True):
    """All that a returned file says otherwise than its version, in the order of the text.

    `zonder_merk` tells that the file carries no marks of origin, and was read by likeness; `geplaatst` counts the
    paragraphs of the version that were found again, of `te_plaatsen`.
    """

    returned: Returned
    onderdelen: tuple[Onderdeel, ...]
    zonder_merk: bool = False
    geplaatst: int = 0
    te_plaatsen: int = 0
    zonder_plaats: tuple[Comment, ...] = ()
    """The comments that are about none of the things, and answer none: what they were about was taken out."""

    def tracked(self, onderdeel: Onderdeel) -> tuple[tuple[Tracked, str], ...]:
        """Give the tracked changes of a thing, each with its text."""
        return tuple((self.returned.changes[each], self.returned.text_of(each)) for each in onderdeel.changes)

    def comments(self, onderdeel: Onderdeel) -> tuple[Comment, ...]:
        """Give the comments about a thing that are no answer to another; see `Returned.replies` for those."""
        places = sorted(place for each in frozenset(onderdeel.comments) for place in self._places.get(each, ()))
        return tuple(each for place in places if (each := self.returned.comments[place]).parent is None)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Give where the comments of an id stand among all of them."""
        places: dict[str, list[int]] = {}
        for place, comment in enumerate(self.returned.comments):
            places.setdefault(comment.id, []).append(place)
        return places
