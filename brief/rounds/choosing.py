"""Which round is meant when none is named: the newest in `input/`, when there can be no doubt which that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.rounds.templates import project
from brief.sources.names import AFSPRAKEN, BRIEFTEKST, DOSSIERS, RONDE
from brief.sources.ronde import read_ronde_yaml
from brief.sources.source import read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SIGNS = (RONDE, AFSPRAKEN, DOSSIERS, BRIEFTEKST)
"""What a folder has when it is a round, be it one that lost its `ronde.yaml`."""


class Choice(Struct, frozen=True):
    """The newest round; None and a finding when there is none, or nobody can tell which it is."""

    folder: Path | None
    findings: tuple[Diagnostic, ...] = ()


def known_rounds(invoer: Path) -> tuple[Path, ...]:
    """List the rounds in a folder by their year.

    A name with a dot in it (`2026.bak`, `.2027-x1y2` of a run that was killed) is that of no round.
    """
    if not invoer.is_dir():
        return ()
    found = (path for path in invoer.iterdir() if "." not in path.name and path.is_dir())
    return tuple(sorted((each for each in found if any((each / sign).exists() for sign in _SIGNS)), key=_age))


def _age(folder: Path) -> tuple[int, str]:
    return _year(folder), folder.name


def _year(folder: Path) -> int:
    match = _YEAR.search(folder.name)
    return int(match.group()) if match else 0


def newest(invoer: Path) -> Choice:
    """Choose the round of the last year; a second one of that year, or with the same name within, must be named."""
    known = known_rounds(invoer)
    if not known:
        message = f"er is geen ronde in {invoer.as_posix()}/"
        label = "noem een map, of maak een ronde met: brief nieuw 2027"
        return Choice(None, (Diagnostic("BR925", Severity.FOUT, message, None, label),))
    last = known[-1]
    same_year = [each for each in known if _year(each) == _year(last)]
    if len(same_year) > 1:
        message = f"welke ronde u bedoelt is niet te zeggen: {_named(same_year)}"
        return Choice(None, (_name_it("BR926", message, last),))
    name = read_name(last)[0]
    same_name = [each for each in known if each is last or read_name(each)[0] == name]
    if len(same_name) > 1:
        message = f"{_named(same_name)} heten in {RONDE} allebei ronde {name}"
        return Choice(None, (_name_it("BR927", message, last),))
    return Choice(last)


def _name_it(code: str, message: str, example: Path) -> Diagnostic:
    label = f"noem de map achter de opdracht, bijvoorbeeld: '{example.as_posix()}'"
    hint = "is een van de twee een kopie, zet haar dan buiten deze map"
    return Diagnostic(code, Severity.FOUT, message, None, label, hint)


def _named(folders: Sequence[Path]) -> str:
    *others, last = (f"'{each.as_posix()}'" for each in folders)
    return f"{', '.join(others)} en {last}"


def read_name(folder: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """Give the name under which versions of a round are written: what `ronde.yaml` says, else the folder's own.

    The findings are the errors in `ronde.yaml`, which put the name in doubt when it is the folder's.
    """
    source, found = read_source(folder / RONDE)
    read, mistakes = read_ronde_yaml(source) if source is not None else (None, ())
    name = read.ronde if read is not None and read.ronde else ""
    return name or folder.name, () if name else tuple(each for each in (*found, *mistakes) if each.is_error)


def folder_of(ronde: Path, uit: Path | None = None) -> Path:
    """Give the folder with the versions of a round, without looking at them; `uit` is where the user said they are."""
    return uit if uit is not None else project(ronde) / "output" / read_name(ronde)[0]


def namesakes(folder: Path, name: str) -> tuple[Diagnostic, ...]:
    """Report another round beside this one whose versions would come among ours, because both are called `name`.

    The round whose folder has that name too is the one that may go on.
    """
    if folder.parent.name != "input" or folder.name == name:
        return ()
    others = [each for each in known_rounds(folder.parent) if each.name != folder.name and read_name(each)[0] == name]
    if not others:
        return ()
    message = f"ook {_named(others) if len(others) > 1 else repr(others[0].as_posix())} heet ronde {name}"
    label = f"geef deze ronde een eigen naam, zoals: ronde: {re.sub(r'[^A-Za-z0-9._-]+', '-', folder.name)}"
    hint = "anders komen de versies van twee rondes door elkaar te staan; of kies een andere map met: --uit MAP"
    return (Diagnostic("BR927", Severity.FOUT, message, Place((folder / RONDE).as_posix()), label, hint),)
