"""A second look at the files of a round when a document is made of them: all of them as they stood at one moment.

They are read one after the other, and meanwhile an editor may be saving one, or another command of ours several.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.locks import LOCK, holding
from brief.sources.meanwhile import changed_since

if TYPE_CHECKING:
    from pathlib import Path

    from brief.sources import RondeBestanden


def waited_for(folder: Path) -> tuple[Diagnostic, ...]:
    """Wait until nobody is changing the round in a folder; gives a finding when another does not get done.

    Mostly nobody is, and then nothing is loaded or written for it.
    """
    if not (folder / LOCK).exists():
        return ()
    with ExitStack() as held, suppress(OSError):  # a folder that takes no file is changed by nobody
        return held.enter_context(holding(folder))
    return ()


def seen_again(*rounds: RondeBestanden) -> tuple[Diagnostic, ...]:
    """Look again at the rounds that a file was made of, when nobody is changing them; nothing found, and it is of now.

    For who changes nothing in the rounds: who does holds them, and would wait for itself.
    """
    busy = tuple(found for each in rounds for found in waited_for(each.folder))
    return busy or tuple(found for each in rounds for found in changed_meanwhile(each))


def changed_meanwhile(bestanden: RondeBestanden) -> tuple[Diagnostic, ...]:
    """Give a finding for each file of a round that is no longer as it was read."""
    return tuple(_changed(bestanden.name(path)) for path in changed_since(bestanden))


def _changed(file: str) -> Diagnostic:
    message = "dit bestand is gewijzigd terwijl brief ermee werkte"
    hint = "er is niets geschreven; sla op wat u nog open hebt staan en geef de opdracht nog een keer"
    return Diagnostic("BR545", Severity.FOUT, message, Place(file), hint=hint)
