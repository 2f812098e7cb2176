"""Which landsdeel a dossier is of, and which version."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import LANDSDELEN
from brief.dossier.patterns import is_version
from brief.text.invisible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.dossier.blocks import SourceBlock

_NAMES = "|".join(sorted((landsdeel.naam for landsdeel in LANDSDELEN.values()), key=len, reverse=True))
# `BO Leefomgeving Noordwest`, `landsdeel Zuid-West`, `BOL landsdeel Noord`
_IN_TEXT = re.compile(
    rf"\b(?:leefomgeving|landsdeel|BOL)\s+(?:landsdeel\s+)?(noord-west|zuid-west|{_NAMES})(?:-nederland)?\b",
    re.IGNORECASE,
)
_IN_NAME = re.compile(rf"(?<![a-z])(noord-west|zuid-west|{_NAMES})(?![a-z])", re.IGNORECASE)
_KEYS = {landsdeel.naam.lower(): key for key, landsdeel in LANDSDELEN.items()}


def landsdeel_of(
    blocks: Iterable[SourceBlock], file: str, given: str | None = None
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Find the landsdeel a dossier names first, in its text or else in its file name; a key of `LANDSDELEN`.

    `given` is what someone else says, such as `ronde.yaml`, and wins. Sources that contradict each other are reported,
    and so is a dossier of which nothing says what it is.
    """
    named = _IN_NAME.search(PurePath(file).stem)
    by_name = _key(named[1]) if named else None
    in_text = next(((found, block.place) for block in blocks if (found := _IN_TEXT.search(_line(block)))), None)
    if in_text is not None:
        by_text = _key(in_text[0][1])
        other, where = (given, "ronde.yaml") if given else (by_name, "de bestandsnaam")
        key = given or by_text
        return key, _contradiction(by_text, other, where, key, in_text[1])
    if given or by_name:
        return given or by_name, ()
    hint = "zet het landsdeel in de titel (BO Leefomgeving Noord) of in de bestandsnaam (noord.docx)"
    names = ", ".join(landsdeel.naam for landsdeel in LANDSDELEN.values())
    message = "het dossier noemt geen landsdeel"
    return None, (Diagnostic("BR134", Severity.FOUT, message, Place(file), label=f"een van: {names}", hint=hint),)


def _line(block: SourceBlock) -> str:
    return " ".join(visible(block.text).split())


def _key(name: str) -> str:
    return _KEYS[name.lower().replace("-", "")]


def _contradiction(by_text: str, other: str | None, where: str, key: str, place: Place) -> tuple[Diagnostic, ...]:
    if other is None or other == by_text:
        return ()
    message = f"de tekst noemt landsdeel {LANDSDELEN[by_text].naam}, {where} {LANDSDELEN[other].naam}"
    hint = f"gelezen als {LANDSDELEN[key].naam}; klopt dat niet, zet dan het juiste dossier op deze plaats"
    return (Diagnostic("BR135", Severity.WAARSCHUWING, message, place, hint=hint),)


def version_of(blocks: Iterable[SourceBlock], before: int) -> str:
    """Give the version note of the whole dossier: the first before block number `before`, or else in a header."""
    front = [block for block in blocks if block.index < before and not block.is_table]
    for block in sorted(front, key=lambda each: bool(each.aside)):
        line = _line(block)
        if is_version(line):
            return line.strip("() ")
    return ""
