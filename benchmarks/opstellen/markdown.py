"""Write the content as two Markdown files from which pandoc makes the same two documents."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from benchmarks.opstellen.ronde import OPENING, tekst
from brief.domain import LANDSDELEN, PROVINCIES, THEMAS

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.opstellen.inhoud import Gegeven, Inhoud, Stuk


def write_markdown(inhoud: Inhoud, folder: Path) -> None:
    """Write `kamerbrief.md` and `afsprakenlijst.md` into `folder`."""
    folder.mkdir(parents=True)
    (folder / "kamerbrief.md").write_text(_letter(inhoud), "utf-8")
    (folder / "afsprakenlijst.md").write_text(_list(inhoud), "utf-8")


def _letter(inhoud: Inhoud) -> str:
    parts = ["Geachte voorzitter,", OPENING]
    for thema, alineas in inhoud.alineas:
        parts.append(f"# {THEMAS[thema].naam}")
        parts += [f"{alinea[:-1]}[^{stuk.nummer}]." for alinea, stuk in alineas]
        for provincie in PROVINCIES:
            own = [
                gegeven.brief
                for gegeven in inhoud.afspraken
                if (gegeven.thema, gegeven.provincie) == (thema, provincie)
            ]
            parts += [" ".join(own)] if own else []
    return "\n\n".join([*parts, *map(_note, inhoud.stukken)]) + "\n"


def _note(stuk: Stuk) -> str:
    text = f"Tweede Kamer, vergaderjaar 2025-2026, Kamerstuk 29 435, nr. {stuk.nummer}"
    return f"[^{stuk.nummer}]: [{text}](https://zoek.officielebekendmakingen.nl/{stuk.sleutel}.html)"


def _list(inhoud: Inhoud) -> str:
    parts: list[str] = []
    for landsdeel in LANDSDELEN.values():
        parts.append(f"# Landsdeel {landsdeel.naam}")
        for provincie in landsdeel.provincies:
            own = [gegeven for gegeven in inhoud.afspraken if gegeven.provincie == provincie]
            parts += _province(PROVINCIES[provincie].naam, own)
    return "\n\n".join(parts) + "\n"


def _province(naam: str, own: list[Gegeven]) -> list[str]:
    parts = [f"## {naam}"]
    for kop, group in groupby(own, key=lambda gegeven: gegeven.agendapunt):
        parts.append(f"### {kop.partition(' ')[2]}")
        parts += [tekst(gegeven) for gegeven in group]
    return parts
