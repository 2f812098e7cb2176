"""The round as its files say it now: read again when one of them is another, and numbered so that a page can tell."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.rounds.opening import open_round
from brief.sources.folder import AFSPRAKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeVar

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened

    Made = TypeVar("Made")

_FOLDERS = (".", AFSPRAKEN, "dossiers")
_Seen = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True)
class Momentopname:
    """A round as it was read at one moment; `versie` is another one as soon as a file says something else."""

    opened: Opened
    versie: str
    by_id: dict[str, Afspraak]
    made: dict[str, object]
    """What was worked out from this round, by name, so that it is worked out once."""


class Ronde:
    """Gives the round in a folder as it is on disk, to any number of threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
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
                self._now = Momentopname(opened, _versie(opened), _by_id(opened), {})
            return self._now

    def once(self, name: str, make: Callable[[Opened], Made]) -> Made:
        """Work something out from the round as it is now, or give what was worked out before."""
        now = self.now()
        if name not in now.made:
            now.made[name] = make(now.opened)
        found: Made = now.made[name]  # type: ignore[assignment]
        return found


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
    return hashlib.sha256(repr((read, found)).encode()).hexdigest()[:16]


def _by_id(opened: Opened) -> dict[str, Afspraak]:
    return {each.id: each for each in opened.bestanden.afspraken} if opened.bestanden else {}
