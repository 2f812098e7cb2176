"""Ask the service about things one at a time, within one deadline, and stop when it gives nothing usable."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk.online.answer import Storing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from brief.diagnostics import Place
    from brief.kamerstuk.online.answer import Row
    from brief.kamerstuk.online.fetch import OpenData

_MOST_IN_A_ROW = 3
_MOST_SLOW = 5
_KINDS = {"stuk": "stukken", "toezegging": "toezeggingen"}


class Vraag(Struct, frozen=True):
    """One thing to look up: of which kind, what messages call it, and where it stands.

    `path` is the question, below the address of the service; None when it cannot be asked, and `waarom_niet` says why.
    `compare` gives what there is to say of the rows that answer it.
    """

    soort: str
    naam: str
    place: Place | None
    path: str | None
    compare: Callable[[Sequence[Row]], Iterable[Diagnostic]]
    waarom_niet: str = ""


def look_up(vragen: Iterable[Vraag], data: OpenData) -> tuple[Diagnostic, ...]:
    """Ask every question, and report what its answer says.

    When the service cannot be reached, or gives nothing usable three times in a row, the work stops with one finding.
    """
    return tuple(_asked(list(vragen), data))


def _asked(vragen: Sequence[Vraag], data: OpenData) -> Iterator[Diagnostic]:
    in_a_row = 0
    until = data.clock() + _MOST_SLOW * data.patience + 4 * data.pause * len(vragen)
    for index, vraag in enumerate(vragen):
        if vraag.path is None:
            message = f"{vraag.naam} is niet op te zoeken: {vraag.waarom_niet}"
            yield Diagnostic("BR235", Severity.INFO, message, vraag.place)
            continue
        late = Storing("het opzoeken duurt te lang", is_general=True)
        rows = data.rows(vraag.path) if data.clock() < until else late
        if not isinstance(rows, Storing):
            in_a_row = 0
            yield from vraag.compare(rows)
            continue
        in_a_row += 1
        if rows.is_general or in_a_row == _MOST_IN_A_ROW:
            yield _stopped(rows, vragen[index:])
            return
        message = f"{vraag.naam} is niet gecontroleerd: {rows.reden}"
        yield Diagnostic("BR233", Severity.WAARSCHUWING, message, vraag.place)


def _stopped(trouble: Storing, left: Sequence[Vraag]) -> Diagnostic:
    counted = Counter(each.soort for each in left)
    many = [f"{count} {soort if count == 1 else _KINDS[soort]}" for soort, count in counted.items()]
    what = f"één {left[0].soort} is" if len(left) == 1 else f"{' en '.join(many)} zijn"
    message = f"de open data van de Tweede Kamer is niet bruikbaar: {trouble.reden}; {what} niet opgezocht"
    return Diagnostic("BR230", Severity.FOUT, message, hint="de controle zonder --online werkt wel")
