"""What was done to a round and taken back, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.terminal.messages import visible
from brief.text.lines import split_lines
from brief.text.unified import unified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.rounds.undoing import Entry, Step, Undone

_NOTHING = "Niets terug te draaien: in deze ronde is niets gedaan dat nog geldt."


def entry_lines(entries: Iterable[Entry]) -> list[str]:
    """Give a line a deed, the last one first, with its number; and how to take one back."""
    rows = [_row(each) for each in entries]
    if not rows:
        return [_NOTHING]
    return [
        *(visible(row) for row in rows),
        "",
        "Terugdraaien: brief terugdraaien, of een ervan: brief terugdraaien NUMMER",
    ]


def undone_lines(done: Undone, *, proef: bool) -> list[str]:
    """Say what was taken back and how to have it again; in a trial run, what would change."""
    if done.findings:
        return [visible(f"Wel teruggezet: {path.as_posix()}") for path in done.paths if done.number is not None]
    if done.deed is None:
        return [_NOTHING]
    deed = done.deed
    if not done.steps:
        return [visible(f"Niets te doen: de bestanden zijn al zoals vóór daad {deed.nummer} ({deed.wat}).")]
    if proef:
        return [visible(line) for step in done.steps for line in _diff(step)]
    verb = "Opnieuw gedaan" if deed.terug is not None else "Teruggedraaid"
    lines = [f"{verb}: {deed.wat} (daad {deed.nummer}, {_moment(deed.wanneer)}, {deed.wie})"]
    lines += [f"  {path.as_posix()}" for path in done.paths if not path.name.startswith(".")]
    return [visible(line) for line in [*lines, f"Toch niet? brief terugdraaien {done.number}"]]


def _row(entry: Entry) -> str:
    deed = entry.deed
    files = ", ".join(dict.fromkeys(each.pad for each in deed.bestanden if "/." not in f"/{each.pad}"))
    state = f"  [teruggedraaid met {entry.by}]" if entry.is_back else "" if deed.klaar else "  [afgebroken]"
    return f"{deed.nummer:>4}  {_moment(deed.wanneer)}  {deed.wie}  {deed.wat}  ({files}){state}"


def _moment(when: str) -> str:
    return when[:16].replace("T", " ")


def _diff(step: Step) -> Iterator[str]:
    name = step.path.as_posix()
    old, new = (split_lines((data or b"").decode("utf-8", "replace")) for data in (step.now, step.then))
    yield from unified(old, new, name, f"{name} (teruggedraaid)")
