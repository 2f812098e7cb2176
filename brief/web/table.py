"""What a running `brief tafel` knows beside the files: what is marked for discussion, and what was saved last."""

from __future__ import annotations

import datetime
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from flask import current_app, g
from msgspec import Struct

from brief.web.live import Momentopname, Ronde

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.rounds.checking import Uitkomst


NAME = "brief-tafel"
"""The name of the table among the extensions of an application."""


class Bewaard(Struct, frozen=True):
    """The last save: what it was in Dutch, and when by the clock of this machine."""

    wat: str
    tijd: datetime.datetime

    @property
    def klok(self) -> str:
        """Give the time as it is shown."""
        return f"{self.tijd:%H:%M:%S}"


class Uitslag(Struct, frozen=True):
    """What a deed came to: lines in Dutch that say what was done, or the findings that stopped it."""

    regels: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def is_gelukt(self) -> bool:
        """Tell whether it was done."""
        return not self.findings


@dataclass
class Tafel:
    """A round at the table. `bespreken` are the ids that someone wants to talk about; they are in no file.

    `reden` and `datum` are what was last filled in with a decision, by landsdeel, and stand ready for the next.
    """

    folder: Path
    alleen_lezen: bool = False
    uit: Path | None = None
    ronde: Ronde = field(init=False)
    bespreken: set[str] = field(default_factory=set)
    laatst: Bewaard | None = None
    reden: dict[str, str] = field(default_factory=dict)
    datum: dict[str, datetime.date] = field(default_factory=dict)
    shown: threading.Event = field(default_factory=threading.Event)
    """Set once a page was made."""
    _count: int = 0
    _writing: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        """Begin to follow the files."""
        self.ronde = Ronde(self.folder)

    def now(self, landsdeel: str | None = None) -> Momentopname:
        """Give the round as its files say it: one and the same for the whole of a page, until a deed changes it.

        With a landsdeel no more of it need be there than that.
        """
        if "moment" not in g or (g.moment.deels and landsdeel is None):
            count = self._count
            g.moment = self.ronde.now() if landsdeel is None else self.ronde.part((landsdeel,))
            g.versie = f"{g.moment.versie}.{count}"
        return cast("Momentopname", g.moment)

    def look(self) -> Momentopname:
        """Give the round as the page that is being made shows it."""
        return cast("Momentopname", g.moment) if "moment" in g else self.now()

    @property
    def versie(self) -> str:
        """Give what is another as soon as a page would show something else than this one."""
        self.look()
        return cast("str", g.versie)

    def mark(self, identity: str) -> bool:
        """Mark an afspraak for discussion, or take the mark away; tell which of the two it became."""
        with self._writing:
            self.bespreken ^= {identity}
            self._count += 1
            return identity in self.bespreken

    def do(self, deed: Callable[[], Uitslag]) -> Uitslag:
        """Do something that writes, one at a time, and remember when."""
        with self._writing:
            result = deed()
            if result.is_gelukt and result.regels:
                self.laatst = Bewaard(result.regels[0], datetime.datetime.now().astimezone())
            self._count += 1
        g.pop("moment", None)
        return result

    def controle(self) -> Uitkomst | None:
        """Give what `brief controleren` says of the round as it is now; None while that is being worked out."""
        now = self.now()
        found = now.made.get("controle")
        if found is None and "controle loopt" not in now.made:
            now.made["controle loopt"] = True
            threading.Thread(target=self._check, args=(now,), daemon=True).start()
        return cast("Uitkomst | None", found)

    def _check(self, now: Momentopname) -> None:
        from brief.rounds.checking import check  # with it come the readers of Word, which the table does without

        now.made["controle"] = check(now.opened)
        with self._writing:
            self._count += 1

    def rest(self) -> None:
        """Wait until what is being written is on disk."""
        with self._writing:
            return


def table() -> Tafel:
    """Give the table of the application that answers now."""
    return cast("Tafel", current_app.extensions[NAME])
