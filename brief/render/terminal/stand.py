"""The state of a round as tables for a terminal.

A table that does not fit the width is written as a list, so that nothing is cut off; in a pipe there is no width.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from brief.domain import LANDSDELEN, PROVINCIES, Status
from brief.render.terminal.messages import said, visible
from brief.render.terminal.todo import beslispunten, overige_punten, som
from brief.rounds.state import TOTAAL
from brief.text.dutch import eerste

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO

    from brief.rounds.state import Stand

_IN_A_PIPE = 200
_FEW = 12
_MOST = 100
"""Lines of one list that are printed."""
_NIET = ("− vervallen", "− aangehouden", "− niet openbaar")
_UIT = "te publiceren"
_DUBBEL = "− dubbel geteld"
_AFKORTINGEN = dict(
    zip(PROVINCIES, ("Gr", "Fr", "Dr", "Ov", "Ge", "NH", "Ut", "Fl", "ZH", "Ze", "NB", "Li"), strict=True)
)


def print_stand(stand: Stand, stream: TextIO, width: int | None = None) -> None:
    """Print the state; `width` overrules the width of the terminal."""
    wide = width or (None if stream.isatty() else _IN_A_PIPE)
    console = Console(file=stream, width=wide, markup=False, highlight=False, emoji=False, soft_wrap=False)
    console.print(Text(visible(f"{stand.titel} (ronde {stand.ronde})"), style="bold"))
    names = {key: landsdeel.naam for key, landsdeel in LANDSDELEN.items()}
    rows = [*(status.value for status in Status), TOTAAL, *_NIET, _UIT]
    _print(console, "Besluiten per landsdeel", rows, _besluiten(stand), names)
    console.print(Text(som(stand.telling)))
    if stand.telling.te_publiceren:
        _print_published(console, stand, names)
    _print_open(console, stand)


def _print_published(console: Console, stand: Stand, names: Mapping[str, str]) -> None:
    themas = [*stand.themas, _DUBBEL, TOTAAL]
    _print(console, "Te publiceren naar thema en landsdeel", themas, _once(stand.landsdelen), names)
    _print(console, "Te publiceren naar thema en provincie", themas, _once(stand.provincies), _AFKORTINGEN)
    console.print(Text(", ".join(f"{short} = {PROVINCIES[key].naam}" for key, short in _AFKORTINGEN.items())))
    console.print(Text(f"Een afspraak met twee thema's telt bij beide mee; de regel '{_DUBBEL}' haalt dat er weer af."))
    console.print(Text("Een afspraak van twee provincies staat in beide kolommen."))


def _besluiten(stand: Stand) -> dict[str, dict[str, int]]:
    """Give the counts by status with what is taken off, so that each column can be added up to what is published."""
    result = {}
    for key, row in stand.status.items():
        off = (-row[Status.VERVALLEN.value], -row[Status.AANGEHOUDEN.value], -stand.niet_openbaar[key])
        total = sum(row.values())
        result[key] = {**row, TOTAAL: total, **dict(zip(_NIET, off, strict=True)), _UIT: total + sum(off)}
    return result


def _once(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Give the counts by theme with what counts double taken off, so that each column adds up to its total."""
    return {
        key: {**row, _DUBBEL: row[TOTAAL] - sum(count for name, count in row.items() if name != TOTAAL)}
        for key, row in counts.items()
    }


def _print(
    console: Console, title: str, rows: Sequence[str], counts: Mapping[str, Mapping[str, int]], names: Mapping[str, str]
) -> None:
    """Print counts with the rows named down the side and the keys of `names` along the top."""
    console.print()
    table = Table(title=Text(title, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for key in names:
        table.add_column(Text(names[key]), justify="right", no_wrap=True)
    summed = "provincie" not in title
    if summed:
        table.add_column(TOTAAL, justify="right", no_wrap=True)
    for row in rows:
        cells = [counts[key].get(row, 0) for key in names]
        total = [_cell(sum(cells)) if sum(cells) else "0"] if summed else []
        style = "bold" if row in {TOTAAL, _UIT} else None
        table.add_row(Text(visible(row)), *(_cell(cell) for cell in cells), *total, style=style)
    if console.measure(table).minimum <= console.width and _needed(rows, names, summed=summed) <= console.width:
        console.print(table)
    else:
        _print_list(console, title, rows, counts, names)


def _cell(number: int) -> str:
    return str(number).replace("-", "−") if number else "·"


def _needed(rows: Sequence[str], names: Mapping[str, str], *, summed: bool) -> int:
    """Count the columns of the terminal that the table takes."""
    columns = [max(map(len, rows), default=0), *(max(len(name), 3) for name in names.values())]
    return sum(columns) + 2 * len(columns) + (8 if summed else 0)


def _print_list(
    console: Console, title: str, rows: Sequence[str], counts: Mapping[str, Mapping[str, int]], names: Mapping[str, str]
) -> None:
    console.print(Text(title, style="bold"))
    for key in names:
        name = LANDSDELEN[key].naam if key in LANDSDELEN else PROVINCIES[key].naam
        parts = [f"{row} {counts[key].get(row)}" for row in rows if counts[key].get(row)]
        console.print(Text(f"  {name}: {', '.join(parts) or 'geen afspraken'}"))


def _print_open(console: Console, stand: Stand) -> None:
    """Print what is still to be done, each line with its count."""
    console.print()
    lists = (
        *beslispunten(stand.open_punten),
        ("zonder thema", stand.zonder_thema),
        ("zonder provincie of gebied", stand.zonder_plek),
        ("met een voorstel dat niemand heeft bevestigd", stand.onbevestigd),
    )
    for what, ids in lists:
        console.print(Text(f"{len(ids):>4}  {what}{_named(ids)}"))
    for line in overige_punten(stand.open_punten):
        console.print(Text(f"      {line}"))
    _print_answers(console, stand)
    _print_deadlines(console, stand)
    console.print(Text(f"{len(stand.plaatshouders):>4}  plaatshouders in teksten om te publiceren"))
    for finding in stand.plaatshouders[:_MOST]:
        console.print(Text(f"        {visible(str(finding.place or ''))}: {said(finding.message)}"))
    _print_rest(console, len(stand.plaatshouders))


def _print_answers(console: Console, stand: Stand) -> None:
    """Print who still has to answer, and the comments that are open."""
    for party, ids in islice(stand.wacht_op.items(), _MOST):
        console.print(Text(f"{len(ids):>4}  wacht op {said(party)}{_named(ids)}"))
    _print_rest(console, len(stand.wacht_op))
    if stand.opmerkingen:
        places = tuple(dict.fromkeys(stand.opmerkingen))
        console.print(Text(f"{len(stand.opmerkingen):>4}  open opmerkingen{_named(places)}"))


def _print_deadlines(console: Console, stand: Stand) -> None:
    """Print the deadlines by date, each day with its afspraken; one that nobody confirmed has a question mark."""
    if not stand.termijnen:
        return
    console.print(Text(f"{len(stand.termijnen):>4}  afspraken met een termijn:"))
    days: dict[str, list[str]] = {}
    for day, identity, is_sure in stand.termijnen:
        days.setdefault(str(day), []).append(identity if is_sure else f"{identity} (voorstel)")
    for date, ids in islice(days.items(), _MOST):
        console.print(Text(f"        {date}: {said(', '.join(ids))}"))
    _print_rest(console, len(days))


def _print_rest(console: Console, number: int) -> None:
    if number > _MOST:
        console.print(Text(f"        en nog {number - _MOST}; alle met: brief stand --json"))


def _named(ids: Sequence[str]) -> str:
    if not ids:
        return ""
    return f": {visible(eerste(ids, _FEW))}"
