"""The text files of a round as a hostile or careless hand leaves them: its settings, dossiers, comments and journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KOP = "# BO Leefomgeving Noord\n\n# 2. Ruimte\n\n## 2.1 Onderwerp\n\nVoorgestelde afspraken:\n\n"
_HASH = "0" * 64


def fields_alike(folder: Path, size: int) -> None:
    """Give a `ronde.yaml` with so many fields that are one letter from a field there is."""
    path = folder / "ronde.yaml"
    more = "".join(f"  betref{n}: x\n" for n in range(size))
    path.write_text(path.read_text("utf-8").replace("brief:\n", f"brief:\n{more}", 1), "utf-8")


def newer_dossier(folder: Path, size: int) -> None:
    """Give a dossier with so many afspraken under one agendapunt, of which the round knows none."""
    items = "".join(f"1. Rijk en regio spreken af plan {n} te maken.\n" for n in range(size))
    (folder / "dossiers" / "noord.md").write_text(_KOP + items, "utf-8")


def proposed(folder: Path, size: int) -> None:
    """Give so many afspraken of one landsdeel about which nothing is decided, each with a proposal."""
    path = folder / "afspraken" / "noord.yaml"
    head = path.read_text("utf-8").partition("afspraken:\n")[0]
    items = (
        f"  - id: n-1.1-{n}\n    agendapunt: 1.1 Onderwerp\n    tekst: Rijk en regio maken plan {n}.\n"
        f"    status: voorgesteld\n    voorstel: {{themas: [water], reden: 'nummer {n} (0,9)'}}\n"
        for n in range(size)
    )
    path.write_text(f"{head}afspraken:\n{''.join(items)}", "utf-8")


def places(folder: Path, size: int) -> None:
    """Give a dossier with an afspraak that names so many places, all with the name that is a word too."""
    (folder / "dossiers" / "noord.md").write_text(f"{_KOP}1. Rijk en regio werken aan {'Best en ' * size}\n", "utf-8")


def keys(folder: Path, size: int) -> None:
    """Give a text of keys with a number that no paper has."""
    (folder / "tekst.txt").write_text(" ".join(f"kst-29435-{number}" for number in range(10_000, 10_000 + size)))


def tabs(folder: Path, size: int) -> None:
    """Give a text with so many tabs behind the number of a dossier."""
    (folder / "tekst.txt").write_text("Kamerstuk 29 435" + "\t" * size, "utf-8")


def long_word(folder: Path, size: int) -> None:
    """Give a dossier with a word of so many letters."""
    (folder / "dossier.md").write_text(f"{_KOP}1. {'a' * size}\n", "utf-8")


def headings(folder: Path, size: int) -> None:
    """Give a dossier with so many headings and no text."""
    text = "".join(f"## 2.{n} Onderwerp {n}\n\n" for n in range(size))
    (folder / "dossier.md").write_text(_KOP + text, "utf-8")


def remarks(folder: Path, size: int) -> None:
    """Give comments of readers, each on another place that is not there, with a state that is none."""
    items = (f"  - {{plaats: n-9.9-{n}, wie: A, tekst: vraag {n}, stand: opn}}\n" for n in range(size))
    (folder / "opmerkingen.yaml").write_text("opmerkingen:\n" + "".join(items), "utf-8")


def deed(folder: Path, size: int) -> None:
    """Give a journal with one deed, which changed so many files that are not there."""
    changed = [{"pad": f"afspraken/x{n}.yaml", "voor": _HASH, "na": _HASH} for n in range(size)]
    found = {"nummer": 1, "wat": "iets", "wanneer": "2026-09-09T12:00:00", "wie": "A", "klaar": True, "terug": None}
    journal = folder / ".terugdraaien"
    journal.mkdir()
    (journal / "000001.json").write_text(json.dumps({**found, "bestanden": changed}), "utf-8")
