"""The round as its files say it now: read again when one of them is another, and numbered so that a page can tell.

Until a round has been read as a whole, one meeting of it can be shown already.
"""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.domain import Status
from brief.rounds.opening import open_part, open_round
from brief.sources.names import AFSPRAKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path
    from typing import TypeVar

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened

    Made = TypeVar("Made")

_FOLDERS = (".", AFSPRAKEN, "dossiers")
_Seen = tuple[tuple[str, int, int, int], ...]


class Momentopname(Struct, frozen=True, dict=True):
    """A round as it was read at one moment; `versie` is another one as soon as a file says something else.

    `deels` says that no more was read of it than some landsdelen. `made` is what was worked out from it, by name.
    """

    opened: Opened
    versie: str
    by_id: dict[str, Afspraak]
    deels: bool = False
    made: dict[str, object] = field(default_factory=dict)

    def once(self, name: str, make: Callable[[Opened], Made]) -> Made:
        """Work something out from this round, or give what was worked out before."""
        if name not in self.made:
            self.made[name] = make(self.opened)
        found: Made = self.made[name]  # type: ignore[assignment]
        return found


class Ronde:
    """Gives the round in a folder as it is on disk, to any number of threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock, self._partly = threading.Lock(), threading.Lock()
        self._seen: _Seen | None = None
        self._now: Momentopname | None = None

    def now(self) -> Momentopname:
        """Give the round as its files say it, read again only when one of them changed."""
        with self._lock:
            seen = tuple(_looked_at(self.folder))
            if self._now is None or seen != self._seen:
                opened = open_round(self.folder)
                if tuple(_looked_at(self.folder)) == seen:  # else it changed while we read: read again next time
                    self._seen = seen
                self._now = Momentopname(opened, _versie(opened), _by_id(opened))
            return self._now

    def part(self, landsdelen: Collection[str]) -> Momentopname:
        """Give the round as it is now; while it was never read as a whole, only these landsdelen of it."""
        if self._now is not None:
            return self.now()
        with self._partly:  # who comes second finds the file read
            opened = open_part(self.folder, landsdelen)
        return Momentopname(opened, f"deels-{_versie(opened)}", _by_id(opened), deels=True)

    def first(self) -> str | None:
        """Give the landsdeel of the first meeting about which something is to be decided; without any, the first."""
        bestanden = self.part(()).opened.bestanden
        meetings = sorted(bestanden.ronde.overleggen, key=lambda each: each.datum) if bestanden else []
        return next((each.landsdeel for each in meetings if self._is_open(each.landsdeel)), None) or next(
            (each.landsdeel for each in meetings), None
        )

    def _is_open(self, landsdeel: str) -> bool:
        bestanden = self.part((landsdeel,)).opened.bestanden
        file = bestanden.afsprakenbestanden.get(landsdeel) if bestanden else None
        return file is not None and any(each.status is Status.VOORGESTELD for each in file.afspraken)


def _looked_at(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    """Give for each file of a round what the disk tells without reading it."""
    for name in _FOLDERS:
        try:
            entries = sorted((folder / name).iterdir())
        except OSError:
            continue
        for path in entries:
            if path.name.startswith("."):
                continue
            try:
                known = path.stat()
            except OSError:
                continue
            yield f"{name}/{path.name}", known.st_mtime_ns, known.st_size, known.st_ino


def _versie(opened: Opened) -> str:
    read = sorted(opened.bestanden.bestanden.items()) if opened.bestanden else []
    found = [str(finding) for finding in opened.findings]
    remarks = opened.bestanden.opmerkingen if opened.bestanden else ()
    return hashlib.sha256(repr((read, found, remarks)).encode()).hexdigest()[:16]


def _by_id(opened: Opened) -> dict[str, Afspraak]:
    return {each.id: each for each in opened.bestanden.afspraken} if opened.bestanden else {}
