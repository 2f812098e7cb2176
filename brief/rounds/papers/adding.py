"""Add a paper to the register of a round, `kamerstukken.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity, has_errors
from brief.kamerstuk import VELDEN
from brief.sources.changing import changing
from brief.sources.kamerstukken import read_kamerstukken
from brief.sources.layout import Layout
from brief.sources.names import KAMERSTUKKEN
from brief.sources.scalar import field_lines
from brief.sources.source import SourceFile, read_source
from brief.sources.whose import replace_as_read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Toevoeging(Struct, frozen=True):
    """The lines of an entry, and the whole register with them; no lines when the paper is in there already.

    `before` are the bytes of the register that the entry was put behind, None when there was none.
    """

    regels: tuple[str, ...]
    data: bytes
    before: bytes | None
    meldingen: tuple[Diagnostic, ...] = ()


class Toegevoegd(Struct, frozen=True):
    """What was done with an entry: the lines that it has in the register, and whether they were written."""

    sleutel: str
    bestand: str
    regels: tuple[str, ...]
    geschreven: bool
    meldingen: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Tell whether the entry could not be added."""
        return has_errors(self.meldingen)


def zet_in_register(folder: Path, sleutel: str, velden: Mapping[str, str], *, proef: bool = False) -> Toegevoegd:
    """Add a paper to the register of a round; a trial run writes nothing."""
    path = folder / KAMERSTUKKEN
    if proef:
        added = voeg_toe(path, sleutel, velden)
        return Toegevoegd(sleutel, path.as_posix(), added.regels, False, added.meldingen)
    with changing(folder, f"{sleutel} in {KAMERSTUKKEN}") as busy:
        added = Toevoeging((), b"", None, busy) if busy else voeg_toe(path, sleutel, velden)
        findings = added.meldingen
        if added.regels and not has_errors(findings):
            findings += replace_as_read(path, added.data, added.before)
    written = bool(added.regels) and not has_errors(findings)
    return Toegevoegd(sleutel, path.as_posix(), added.regels, written, findings)


def voeg_toe(path: Path, sleutel: str, velden: Mapping[str, str]) -> Toevoeging:
    """Put an entry at the end of the register; every other byte stays.

    Reads the result back: an entry that would not read, or change what was there, is a finding and nothing is written.
    """
    is_there = path.exists()
    source, problems = read_source(path) if is_there else (SourceFile(path.as_posix(), b"", ""), ())
    if source is None:
        return Toevoeging((), b"", None, problems)
    return zet_achter(source, sleutel, velden, before=source.data if is_there else None)


def zet_achter(source: SourceFile, sleutel: str, velden: Mapping[str, str], *, before: bytes | None) -> Toevoeging:
    """Put an entry behind a register that was read; `before` are the bytes that it takes the place of."""
    register, found = read_kamerstukken(source)
    if sleutel in register.plaatsen:
        message = f"{sleutel} staat al in het register"
        return Toevoeging((), b"", None, (Diagnostic("BR224", Severity.INFO, message, register.plaatsen[sleutel]),))
    lines = entry_lines(sleutel, velden)
    newline = Layout(source).newline
    body = _opened(source, newline) + newline.join(lines) + newline
    data = source.encoded(body)
    new_register, new_found = read_kamerstukken(SourceFile(source.name, data, body))
    kept = {key: stuk for key, stuk in new_register.stukken.items() if key != sleutel}
    if sleutel not in new_register.stukken or kept != register.stukken:
        said = new_found if sleutel in new_register.plaatsen else found
        errors = tuple(finding for finding in said if finding.is_error)
        return Toevoeging(tuple(lines), b"", None, errors or (_not_addable(source),))
    known = {old.message for old in found}
    fresh = tuple(finding for finding in new_found if finding.message not in known)
    return Toevoeging(tuple(lines), data, before, fresh)


def zet_alle_achter(
    source: SourceFile, stukken: Sequence[tuple[str, Mapping[str, str]]]
) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """Put entries behind a register, but those that are in it; give the register with them, and the errors.

    All go in at once and are read back once. Where that does not work out, half of them do, and so on down to the one
    that cannot go in.
    """
    register, found = read_kamerstukken(source)
    new = [(key, fields) for key, fields in dict(stukken).items() if key not in register.plaatsen]
    if not new:
        return source, ()
    if len(new) == 1:
        added = zet_achter(source, *new[0], before=None)
        errors = tuple(each for each in added.meldingen if each.is_error)
        return (source if errors or not added.regels else _source(source, added.data)), errors
    newline = Layout(source).newline
    lines = [line for key, fields in new for line in entry_lines(key, fields)]
    body = _opened(source, newline) + newline.join(lines) + newline
    result = _source(source, source.encoded(body))
    after, said = read_kamerstukken(result)
    known = {finding.message for finding in found}
    kept = {key: stuk for key, stuk in after.stukken.items() if key in register.stukken}
    sound = len(after.stukken) == len(register.stukken) + len(new) and kept == register.stukken
    if sound and not any(each.is_error and each.message not in known for each in said):
        return result, ()
    half = len(new) // 2
    source, first = zet_alle_achter(source, new[:half])
    source, second = zet_alle_achter(source, new[half:])
    return source, (*first, *second)


def _source(source: SourceFile, data: bytes) -> SourceFile:
    return SourceFile(source.name, data, data.decode("utf-8").removeprefix("\ufeff"))


def entry_lines(sleutel: str, velden: Mapping[str, str]) -> list[str]:
    """Give the lines of an entry, its fields in their fixed order."""
    lines = [f"{sleutel}:"]
    for name in VELDEN:
        value = velden.get(name)
        if value:
            unquoted = name in {"datum", "bijlage", "vergaderjaar"}
            lines += [f"  {name}: {value}"] if unquoted else field_lines(name, value, 2)
    return lines


def _opened(source: SourceFile, newline: str) -> str:
    text = source.text
    return text + newline if text and not text.endswith(("\n", "\r")) else text


def _not_addable(source: SourceFile) -> Diagnostic:
    message = "achter dit register kan geen verwijzing worden gezet"
    return Diagnostic(
        "BR225",
        Severity.FOUT,
        message,
        Place(source.name),
        "begin elke verwijzing met haar sleutel en een dubbele punt",
    )
