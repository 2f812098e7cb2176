"""Names of files: one name written in two forms of the same letters is one name.

Where `ë` is one character on one machine (NFC), another writes it as `e` with a mark (NFD), as files from a Mac do.
"""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def as_named(path: Path) -> Path:
    """Give a path in the form in which its names stand on disk; the path itself when nothing there has them."""
    if str(path).isascii() or os.path.lexists(path) or path.parent == path:
        return path
    parent = as_named(path.parent)
    wanted = same_name(path.name)
    try:
        names = os.listdir(parent)
    except OSError:
        return path
    return next((parent / name for name in sorted(names) if same_name(name) == wanted), path)


def same_name(name: str) -> str:
    """Give the one form of a name, whichever way its letters are written."""
    return unicodedata.normalize("NFC", name)
