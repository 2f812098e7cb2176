"""A page that somebody asked for, written to the file of their choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.commands.terminal.output import say

if TYPE_CHECKING:
    from pathlib import Path

    from brief.diagnostics import Diagnostic


def write_page(path: Path, page: str, what: str = "pagina") -> tuple[Diagnostic, ...]:
    """Write a page and say on stderr that it is there; give a finding when that cannot be."""
    from brief.disk.files import put_file

    found = put_file(path, page.encode("utf-8", "replace"))
    if not found:
        say(f"{what} geschreven: {path.as_posix()}", err=True)
    return found
