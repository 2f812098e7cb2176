"""Add a paper to `kamerstukken.yaml`, and find where a paper is used in a round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.kamerstuk import VELDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from brief.kamerstuk import Referentie
    from brief.sources.folder import RondeBestanden
    from brief.sources.source import SourceFile

BESTAND = "kamerstukken.yaml"


@dataclass(frozen=True, slots=True)
class Toevoeging:
    """What would be written: the lines of the entry, and the whole file with them."""

    regels: tuple[str, ...]
    data: bytes
    read_as: str | None
    meldingen: tuple[Diagnostic, ...] = ()


def velden_van(reference: Referentie) -> dict[str, str]:
    """Give the fields that a reference says by itself; what the key does not carry goes into `verwijzing`."""
    from brief.kamerstuk import format as write_reference
    from brief.kamerstuk import from_key

    fields: dict[str, str] = {}
    if reference.vergaderjaar:
        fields["vergaderjaar"] = reference.vergaderjaar
    from_the_key = from_key(reference.sleutel)
    if reference.kamer and (from_the_key is None or from_the_key.kamer is not reference.kamer):
        fields["kamer"] = reference.kamer.value
    if reference.soort.value != "kamerstuk":
        fields["soort"] = reference.soort.value
    elif reference.nummer is None and reference.publicatie is None:
        fields["soort"] = "dossier"
    if reference.bijlage:
        fields["bijlage"] = "true"
    if reference.nevendossiers or reference.rijkswet or "/" in (reference.nummer or ""):
        fields["verwijzing"] = write_reference(reference).replace("\u00a0", " ")
    return fields


def voeg_toe(path: Path, sleutel: str, velden: Mapping[str, str]) -> Toevoeging:
    """Put an entry at the end of the register; every other byte stays.

    Reads the result back: an entry that would not read, or change what was there, is a finding and nothing is written.
    """
    from brief.sources.kamerstukken import read_kamerstukken
    from brief.sources.layout import Layout
    from brief.sources.source import SourceFile, decode, read_source

    empty = SourceFile(path.as_posix(), b"", "")
    source, problems = read_source(path) if path.exists() else (empty, ())
    if source is None:
        return Toevoeging((), b"", None, problems)
    register, found = read_kamerstukken(source)
    if sleutel in register.plaatsen:
        message = f"{sleutel} staat al in het register"
        return Toevoeging((), b"", None, (Diagnostic("BR224", Severity.INFO, message, register.plaatsen[sleutel]),))
    lines = entry_lines(sleutel, velden)
    newline = Layout(source).newline
    body = _opened(source, newline) + newline.join(lines) + newline
    data = (b"\xef\xbb\xbf" if source.has_bom else b"") + body.encode("utf-8")
    again, _ = decode(path.as_posix(), data)
    if again is None:
        message = "the register with the entry is not UTF-8"
        raise ValueError(message)
    new_register, new_found = read_kamerstukken(again)
    kept = {key: stuk for key, stuk in new_register.stukken.items() if key != sleutel}
    if sleutel not in new_register.stukken or kept != register.stukken:
        errors = tuple(finding for finding in (*found, *new_found) if finding.is_error)
        return Toevoeging(tuple(lines), b"", None, errors or (_not_addable(source),))
    fresh = tuple(finding for finding in new_found if str(finding.message) not in {old.message for old in found})
    return Toevoeging(tuple(lines), data, source.sha256 if path.exists() else None, fresh)


def entry_lines(sleutel: str, velden: Mapping[str, str]) -> list[str]:
    """Give the lines of an entry, its fields in their fixed order."""
    from brief.sources.scalar import field_lines

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


def gebruik(ronde: RondeBestanden, sleutel: str) -> Iterator[Place]:
    """Give every place in a round where a paper is used: in the letter, and in the afspraken."""
    for path, source in ronde.bronnen.items():
        if path == BESTAND:
            continue
        begin = source.text.find(sleutel)
        while begin >= 0:
            end = begin + len(sleutel)
            if not (source.text[end : end + 1].isalnum() or _goes_on(source.text, end)):
                yield source.place(begin, end)
            begin = source.text.find(sleutel, end)


def _goes_on(text: str, end: int) -> bool:
    """Tell `kst-29435-26` from the key it stands in, `kst-29435-26-b1`."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()
