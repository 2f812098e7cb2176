"""Add a paper to the register of a round, `kamerstukken.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity, has_errors
from brief.disk.files import replace_file
from brief.kamerstuk import VELDEN
from brief.sources.changing import changing
from brief.sources.folder import KAMERSTUKKEN
from brief.sources.kamerstukken import read_kamerstukken
from brief.sources.layout import Layout
from brief.sources.scalar import field_lines
from brief.sources.source import SourceFile, read_source
from brief.sources.whose import said_whose

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Toevoeging(Struct, frozen=True):
    """The lines of an entry, and the whole register with them; no lines when the paper is in there already.

    `read_as` is the SHA-256 of the register that the entry was put behind, None when there was none; `before` are
    the bytes of it.
    """

    regels: tuple[str, ...]
    data: bytes
    read_as: str | None
    meldingen: tuple[Diagnostic, ...] = ()
    before: bytes = b""


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
            refused = replace_file(path, added.data, read_as=added.read_as)
            findings += tuple(said_whose(f, added.before, path) if f.code == "BR024" else f for f in refused)
    written = bool(added.regels) and not has_errors(findings)
    return Toegevoegd(sleutel, path.as_posix(), added.regels, written, findings)


def voeg_toe(path: Path, sleutel: str, velden: Mapping[str, str]) -> Toevoeging:
    """Put an entry at the end of the register; every other byte stays.

    Reads the result back: an entry that would not read, or change what was there, is a finding and nothing is written.
    """
    empty = SourceFile(path.as_posix(), b"", "")
    source, problems = read_source(path) if path.exists() else (empty, ())
    if source is None:
        return Toevoeging((), b"", None, problems)
    return zet_achter(source, sleutel, velden, read_as=source.sha256 if path.exists() else None)


def zet_achter(source: SourceFile, sleutel: str, velden: Mapping[str, str], *, read_as: str | None) -> Toevoeging:
    """Put an entry behind a register that was read; `read_as` is the hash of the file that it takes the place of."""
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
    fresh = tuple(finding for finding in new_found if str(finding.message) not in {old.message for old in found})
    return Toevoeging(tuple(lines), data, read_as, fresh, source.data)


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
