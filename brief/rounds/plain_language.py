"""How plain the letter is: its own sentences and those of the afspraken for it, never the afspraken themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.taal.lezen import Leesbaarheid, read
from brief.rounds.opening import merged
from brief.text import Heading, Insert, Role, Table, plain_spans

if TYPE_CHECKING:
    from brief.rounds.opening import Opened

_BEGIN = "(begin)"


def plain_language(opened: Opened) -> Leesbaarheid | None:
    """Read the letter of a round as it is printed; None when the round cannot be used."""
    if opened.bestanden is None:
        return None
    sections: list[tuple[str, list[str]]] = [(_BEGIN, [])]
    for element in merged(opened, opened.bestanden, "v00").kamerbrief.body:
        block = element.block
        if isinstance(block, Heading):
            sections.append((plain_spans(block.spans), []))
        elif element.role is Role.TEKST and not isinstance(block, Table | Insert):
            sections[-1][1].append(plain_spans(block.spans))
    return read([each for each in sections if each[1]])
