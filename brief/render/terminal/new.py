"""A new round on a terminal: what was made, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.terminal.messages import visible

if TYPE_CHECKING:
    from brief.rounds.new import NieuweRonde


def new_lines(nieuw: NieuweRonde, *, proef: bool) -> list[str]:
    """Name the files of a new round; `proef` says that they would be made."""
    folder = visible(nieuw.folder.as_posix())
    shown = [f"  {visible(name)}" for name in nieuw.files if not name.startswith(".")]
    lines = [f"{'Zou maken' if proef else 'Gemaakt'}: {folder}", *shown]
    steps = [
        "",
        "Zo gaat het verder:",
        f"  1. leg de datums vast met: brief datum; vul in {folder}/ronde.yaml de ondertekenaar in",
        f"  2. zet de dossiers in {folder}/dossiers en lees ze in met: brief inlezen",
        f"  3. controleer met: brief controleren {folder}",
    ]
    return lines if proef else [*lines, *steps]
