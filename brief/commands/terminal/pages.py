"""A page or a Word file that somebody asked for, written to the file of their choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.commands.terminal.output import say
from brief.diagnostics import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_WORD, _PAGE = b"PK\x03\x04", b"<!doctype html"
_SUFFIXES = {_WORD: (".docx",), _PAGE: (".html", ".htm")}
_OF_OTHERS = frozenset(
    {".docx", ".docm", ".dotx", ".doc", ".odt", ".pdf", ".html", ".htm", ".md", ".yaml", ".yml", ".json"}
)
"""Endings that promise something; any other name is the writer's own choice."""


def write_page(path: Path, page: str, what: str = "pagina") -> tuple[Diagnostic, ...]:
    """Write a page and say on stderr that it is there; give a finding when that cannot be."""
    found = write_asked(path, page.encode("utf-8", "replace"))
    if not found:
        say(f"{what} geschreven: {path.as_posix()}", err=True)
    return found


def write_asked(path: Path, data: bytes, sources: Iterable[Path] = ()) -> tuple[Diagnostic, ...]:
    """Write what was asked for to a file; BR928 when its name promises something else, or what stands there is kept.

    A page replaces a page and a Word file a Word file, but none of the `sources` of the command, no dossier of a round
    and no document of a version.
    """
    from brief.disk.files import put_file

    kind = _WORD if data.startswith(_WORD) else _PAGE
    suffixes = _SUFFIXES[kind]
    if path.suffix.lower() in _OF_OTHERS.difference(suffixes):
        what = "een Word-bestand" if kind is _WORD else "een bladzijde"
        message = f"dit bestand is niet geschreven: de naam eindigt op {path.suffix}, en dit is {what}"
        hint = f"noem een bestand dat eindigt op {suffixes[0]}"
        return (Diagnostic("BR928", Severity.FOUT, message, Place(path.as_posix()), hint=hint),)
    try:
        why = _kept(path, kind, sources)
    except OSError:
        why = ""
    if not why:
        return put_file(path, data)
    message = f"dit bestand is niet overschreven: {why}"
    hint = "noem een bestand dat er nog niet is"
    return (Diagnostic("BR928", Severity.FOUT, message, Place(path.as_posix()), hint=hint),)


def _kept(path: Path, kind: bytes, sources: Iterable[Path]) -> str:
    """Say why the file at a path must stay as it is; empty when it may be replaced."""
    from brief.sources.names import RONDE
    from brief.versions.folder import MANIFEST

    if not path.is_file() or not path.stat().st_size:
        return ""
    with path.open("rb") as file:
        is_same_kind = file.read(64).lstrip().lower().startswith(kind.lower())
    if not is_same_kind:
        return "het is geen Word-bestand" if kind is _WORD else "het is geen bladzijde die brief schreef"
    if any(each.exists() and each.samefile(path) for each in sources):
        return "de opdracht leest het ook"
    path = path.resolve()
    folder = path.parent
    if kind is _WORD and (folder.parent / RONDE).is_file():
        return "het hoort bij een ronde"
    manifest = folder / MANIFEST
    is_of_version = manifest.is_file() and f'"{path.name}"'.encode() in manifest.read_bytes()
    return "het hoort bij een versie" if is_of_version else ""
