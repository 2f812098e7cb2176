"""Differences between two texts on a terminal, legible without colour: `[-weg-]` and `{+erbij+}`.

Rijk en regio [-stemmen in met-]{+onderschrijven+} de nota.
"""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

from brief.render.terminal.messages import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.compare import Difference

BREEDTE = 80
UITLEG = "[-…-] valt weg, {+…+} komt erbij"


def in_regels(differences: Iterable[Difference], indent: int = 0, width: int = BREEDTE) -> list[str]:
    """Give both texts in one, the words that went and came marked, in lines of at most `width` cells."""
    marked = "".join(_mark(op, text) for op, text in differences)
    return [" " * indent + line for line in folded(marked, width - indent)]


def naast_elkaar(differences: Sequence[Difference], heads: tuple[str, str], width: int = BREEDTE) -> list[str]:
    """Give both texts side by side under their heads; what only one of them has is marked in it.

    When there is no room for two columns the second stands below the first.
    """
    column = width if width < BREEDTE // 2 else (width - 3) // 2
    texts = ["".join(_mark(op, text) for op, text in differences if op in {"=", own}) for own in "-+"]
    left, right = (folded(text, column) for text in texts)
    if column == width:
        return [*folded(heads[0], column), *left, "", *folded(heads[1], column), *right]
    return [*_columns(folded(heads[0], column), folded(heads[1], column), column), *_columns(left, right, column)]


def _columns(left: list[str], right: list[str], column: int) -> list[str]:
    pairs = zip_longest(left, right, fillvalue="")
    return [f"{one:<{column}} | {other}".rstrip() for one, other in pairs]


def folded(text: str, width: int) -> list[str]:
    """Break a text in lines of at most `width` characters; its own line ends stay, an empty line falls out."""
    lines = [visible(line) for line in text.split("\n") if line.strip()]
    return [part for line in lines for part in _fold(line, width)]


def _fold(line: str, width: int) -> list[str]:
    lead = line[: len(line) - len(line.lstrip())][: width // 2]
    under = lead + ("  " if line.lstrip()[:2] == "- " else "")
    return textwrap.wrap(line.strip(), width, initial_indent=lead, subsequent_indent=under, break_on_hyphens=False)


def _mark(op: str, text: str) -> str:
    if op == "=" or not text:
        return text
    first, last = ("[-", "-]") if op == "-" else ("{+", "+}")
    core = text.strip()
    if not core:
        return f"{first}{text}{last}"
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{first}{core}{last}{tail}"
