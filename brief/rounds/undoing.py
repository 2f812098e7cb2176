"""Take a deed back: the files that it changed get their bytes of before, all of them or none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.files import bytes_of, remove_file, sha256
from brief.disk.journal import Deed, Journal, leave_unfinished
from brief.sources.changing import changing
from brief.sources.whose import deed_that_left, replace_as_read, said_whose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from brief.disk.journal import Change


class Entry(Struct, frozen=True):
    """A deed in the list: `is_back` says that it was taken back, and `by` is the number of the deed that did."""

    deed: Deed
    is_back: bool = False
    by: int | None = None


class Step(Struct, frozen=True):
    """What a file has now and what it must get; None where there is no file."""

    path: Path
    now: bytes | None
    then: bytes | None


class Undone(Struct, frozen=True):
    """What taking back came to: the deed, the files that it is about, and the number of the deed that this is.

    Without a deed there was nothing to take back. With findings nothing, or not all, was written.
    """

    deed: Deed | None = None
    paths: tuple[Path, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    number: int | None = None
    steps: tuple[Step, ...] = ()


def listed(folder: Path) -> tuple[Entry, ...]:
    """Give the deeds of a round that are kept, the last one first, and which of them were taken back."""
    deeds = Journal(folder).deeds()
    back: dict[int, int] = {}
    for deed in reversed(deeds):  # from the last: whether an undo holds is known before what it took back is looked at
        if deed.terug is not None and deed.klaar and deed.nummer not in back:
            back.setdefault(deed.terug, deed.nummer)
    return tuple(Entry(deed, deed.nummer in back, back.get(deed.nummer)) for deed in reversed(deeds))


def damaged(folder: Path) -> tuple[Diagnostic, ...]:
    """Report what of the journal cannot be read."""
    return tuple(_unreadable(path) for path in Journal(folder).damaged())


def _unreadable(path: Path) -> Diagnostic:
    if path.suffix:
        message = "deze daad is niet te lezen en dus niet terug te draaien"
        hint = "haal dit bestand weg; de bestanden van de ronde zelf mankeren niets"
    else:
        message = "deze map is niet te lezen; zolang is er niets terug te draaien"
        hint = "geef uzelf leesrecht op deze map"
    return Diagnostic("BR653", Severity.WAARSCHUWING, message, Place(path.as_posix()), hint=hint)


def undo(folder: Path, number: int | None = None, *, proef: bool = False) -> Undone:
    """Take back a deed of a round, the last one that still holds when no number is given; a trial run writes nothing.

    A file that was changed since by anything else is left alone, and so are all the others then.
    """
    if proef:
        return _planned(folder, number)
    with changing(folder) as busy:
        if busy:
            return Undone(findings=busy)
        planned = _planned(folder, number)
    if planned.deed is None or planned.findings:
        return planned
    return _taken_back(folder, planned, planned.deed)


def _taken_back(folder: Path, planned: Undone, deed: Deed) -> Undone:
    what = f"{'opnieuw gedaan' if deed.terug is not None else 'teruggedraaid'}: {deed.wat}"
    written: list[Path] = []
    findings: tuple[Diagnostic, ...] = ()
    with changing(folder, what, takes_back=deed.nummer) as busy:
        findings = busy
        for step in () if busy else planned.steps:
            if findings := _written(step):
                leave_unfinished(folder)
                break
            written.append(step.path)
    made = Journal(folder).deeds()
    number = made[-1].nummer if made and made[-1].terug == deed.nummer else None
    return Undone(deed, tuple(written), findings, number, planned.steps)


def _written(step: Step) -> tuple[Diagnostic, ...]:
    if step.then is not None:
        return replace_as_read(step.path, step.then, step.now)
    return remove_file(step.path, read_as=sha256(step.now)) if step.now is not None else ()


def _planned(folder: Path, number: int | None) -> Undone:
    entries = listed(folder)
    deed, refused = _chosen(entries, number)
    if deed is None:
        return Undone(findings=refused)
    journal = Journal(folder)
    steps: list[Step] = []
    findings: list[Diagnostic] = []
    by_name: dict[str, list[Change]] = defaultdict(list)
    for change in deed.bestanden:
        by_name[change.pad].append(change)
    for name, changes in by_name.items():
        step, found = _step(journal, folder / name, changes, deed)
        findings += found
        steps += [step] if step is not None else []
    paths = tuple(step.path for step in steps)
    return Undone(deed, paths, tuple(findings), steps=tuple(steps))


def _chosen(entries: Iterable[Entry], number: int | None) -> tuple[Deed | None, tuple[Diagnostic, ...]]:
    """Give the deed that is meant; None without findings when nothing is left to take back."""
    if number is None:
        return next((e.deed for e in entries if not e.is_back and e.deed.terug is None), None), ()
    entry = next((each for each in entries if each.deed.nummer == number), None)
    if entry is None:
        hint = "zie de nummers met: brief terugdraaien --lijst"
        return None, (Diagnostic("BR651", Severity.FOUT, f"er is geen daad met nummer {number}", hint=hint),)
    if entry.is_back:
        message = f"daad {number} is al teruggedraaid ({entry.deed.wat})"
        hint = f"wilt u dat toch niet: brief terugdraaien {entry.by}"
        return None, (Diagnostic("BR651", Severity.FOUT, message, hint=hint),)
    return entry.deed, ()


def _step(
    journal: Journal, path: Path, mine: Sequence[Change], deed: Deed
) -> tuple[Step | None, tuple[Diagnostic, ...]]:
    """Give what a file must get, of which a deed made these changes.

    None when it has that already, and a finding when it cannot be given.
    """
    now = bytes_of(path)
    digest = None if now is None else sha256(now)
    wanted, left = mine[0].voor, mine[-1].na
    if digest == wanted:
        return None, ()
    known = {left} if deed.klaar else {each.na for each in mine}
    if digest not in known:
        return None, (_changed(journal, path, deed, left),)
    then = None if wanted is None else journal.content(wanted)
    if wanted is not None and then is None:
        message = "wat hier stond is niet bewaard gebleven; er is niets teruggedraaid"
        hint = "zet zelf een eerdere kopie terug"
        return None, (Diagnostic("BR652", Severity.FOUT, message, Place(path.as_posix()), hint=hint),)
    return Step(path, now, then), ()


def _changed(journal: Journal, path: Path, deed: Deed, left: str | None) -> Diagnostic:
    """Say which lines of a file changed since a deed, who saved them, and what to do first."""
    message = f"dit bestand is veranderd sinds daad {deed.nummer} ({deed.wat}); er is niets teruggedraaid"
    now = bytes_of(path)
    later = deed_that_left(path, now) if now is not None else None
    hint = "haal eerst zelf die regels weg, of laat de daad staan en verander wat u wilt met de hand"
    if later is not None and later.nummer != deed.nummer:
        hint = f"draai eerst die latere daad terug: brief terugdraaien {later.nummer}"
    finding = Diagnostic("BR650", Severity.FOUT, message, Place(path.as_posix()), hint=hint)
    before = journal.content(left) if left is not None else None
    return said_whose(finding, before, path) if before is not None else finding
