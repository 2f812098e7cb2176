"""Where each afspraak stands in the letter and in the list, and what they say: worked out once from a round."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.rounds.opening import merged
from brief.text import Heading, Role, plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.assemble.samenvoegen import Samenstelling
    from brief.rounds.opening import Opened
    from brief.text import Document, Element


class Documenten(Struct, frozen=True, dict=True):
    """Both documents as they will read, and for each afspraak the headings that it stands under in each."""

    samenstelling: Samenstelling
    in_brief: Mapping[str, tuple[str, ...]]
    in_lijst: Mapping[str, tuple[str, ...]]


def documenten(opened: Opened) -> Documenten | None:
    """Make both documents of a round in memory; None when it cannot be used."""
    if opened.bestanden is None:
        return None
    together = merged(opened, opened.bestanden, "v00")
    letter: dict[str, dict[str, None]] = defaultdict(dict)
    lijst: dict[str, dict[str, None]] = defaultdict(dict)
    for element, path in under_headings(together.kamerbrief):
        for identity in element.dekt:
            letter[identity][path] = None
    for element, path in under_headings(together.afsprakenlijst):
        if element.afspraak is not None:
            lijst[element.afspraak][path] = None
    return Documenten(
        together,
        {key: tuple(paths) for key, paths in letter.items()},
        {key: tuple(paths) for key, paths in lijst.items()},
    )


def under_headings(document: Document) -> Iterator[tuple[Element, str]]:
    """Give each element of a document with the headings above it: `Landsdeel Noord › Water`."""
    path: list[tuple[int, str]] = []
    for element in document.body:
        block = element.block
        if isinstance(block, Heading):
            level = block.level + (1 if element.role is Role.ONDERWERP else 0)
            path = [*[each for each in path if each[0] < level], (level, plain_spans(block.spans))]
        yield element, " › ".join(title for _, title in path)
