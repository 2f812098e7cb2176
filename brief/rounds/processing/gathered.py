"""What the files of reviewers come to before anybody settles it: each edit by where in the source it goes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.intake.returned.hunks import Hunk
    from brief.intake.returned.stream import Tokens


class Doel(StrEnum):
    """Where in the source an edit goes."""

    AFSPRAAK = "afspraak"
    ZIN = "zin"
    BRIEF = "brief"
    VELD = "veld"
    NOOT = "noot"
    NIEUW = "nieuwe afspraak"


Target = tuple[Doel, str]


class Listed(Struct, frozen=True):
    """An edit that has no place in the source by itself: where it stands, what it says, and what a person can do."""

    file: str
    by: str
    where: str
    old: str
    new: str
    advice: str
    edits: int = 1


class Gathered(Struct):
    """All edits of all files by where they go: free ones and clashing ones, in positions of today's text.

    `there` counts the edits that today's source has already, `total` all edits that were read. `ours` are the changes
    of the source since a version, by version, document and place: they are the same for every file made on it.
    """

    today: dict[Target, Tokens] = field(default_factory=dict)
    free: dict[Target, list[Hunk]] = field(default_factory=dict)
    clashing: dict[Target, list[Hunk]] = field(default_factory=dict)
    listed: list[Listed] = field(default_factory=list)
    there: int = 0
    total: int = 0
    placed_by_marks: int = 0
    placed: int = 0
    ours: dict[tuple[str, ...], tuple[Hunk, ...]] = field(default_factory=dict)

    def add(
        self, target: Target, today: Tokens, free: Iterable[Hunk], clashing: Iterable[Hunk], there: int = 0
    ) -> None:
        """Add the edits of one file at one place."""
        free, clashing = list(free), list(clashing)
        if not free and not clashing and not there:
            return
        self.today[target] = today
        self.free.setdefault(target, []).extend(free)
        self.clashing.setdefault(target, []).extend(clashing)
        self.there += there
