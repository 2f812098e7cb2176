"""Find the place of paragraphs that lost their marks of origin, by likeness to the version they come from.

What is the same text in the same order is the same paragraph; of what is left only what is clearly alike. Nothing is
guessed: a paragraph that may be two others stays without a place, and is told as new text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.compare.match import Item, match
from brief.text import Bron, NoteMark, Run
from brief.text.words import differences, stretches
from brief.word.opc.origins import origin_of
from brief.word.reading import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.word.returned import Alinea, Piece, Returned

_EDGES = {Source.HEADER, Source.FOOTER}
_NUMBER, _PAGE = re.compile("[0-9]+"), re.compile("\t[0-9]+$")
"""The numbers of pages, which other programs write at the edges of a page and in the contents."""

Place = tuple[str, int]


class Placing(Struct, frozen=True):
    """A returned file whose paragraphs carry marks again.

    `by_likeness` are those that got them here; `done` of the `wanted` paragraphs with a place in the version have one.
    """

    returned: Returned
    by_likeness: frozenset[Place]
    done: int
    wanted: int


def placed(returned: Returned, base: Returned) -> Placing:
    """Give the paragraphs of a returned file the marks of those of its version, where they have none themselves."""
    there = {mark for alinea in returned.alineas for mark in alinea.marks}
    missing = [each for each in base.alineas if _text(each, base) and not _marks(each) & there and _marks(each)]
    bare = [each for each in returned.alineas if not _marks(each) and not each.note and _text(each, returned)]
    wanted = sum(1 for each in base.alineas if _text(each, base) and _marks(each))
    pairs = _pairs([_text(each, base) for each in missing], [_text(each, returned) for each in bare])
    known = {_place(bare[new]): missing[old] for old, new in pairs}
    halves = _by_other_marks(returned, base, there)
    notes = _Notes(returned, base)
    alineas = []
    for each in returned.alineas:
        old = known.get(_place(each)) or halves.get(_place(each))
        if old is not None:
            notes.pair(each, old)
        alineas.append(each if old is None else _with_marks(each, old, returned, base))
    alineas = [
        replace(each, marks=each.marks or notes.marks.get(each.note, ())) if each.note else each for each in alineas
    ]
    done = wanted - len(missing) + len(pairs)
    return Placing(replace(returned, alineas=tuple(alineas)), frozenset(known), done, wanted)


def _by_other_marks(returned: Returned, base: Returned, there: set[str]) -> dict[Place, Alinea]:
    """Give the paragraphs of the version for those that kept some of their marks and lost others."""
    by_mark = {mark: alinea for alinea in base.alineas if not alinea.note for mark in alinea.marks}
    found: dict[Place, Alinea] = {}
    for each in returned.alineas:
        old = next((by_mark[mark] for mark in each.marks if mark in by_mark), None) if not each.note else None
        if old is not None and not set(old.marks) <= there and set(each.marks) <= set(old.marks):
            found[_place(each)] = old
    return found


def _place(alinea: Alinea) -> Place:
    return alinea.part, alinea.number


def _marks(alinea: Alinea) -> set[str]:
    """Give the marks that say where the paragraph comes from; those of the notes in it do not."""
    origins = {mark: origin_of(mark) for mark in alinea.marks}
    return {mark for mark, origin in origins.items() if origin is not None and origin.bron is not Bron.NOOT}


def _text(alinea: Alinea, returned: Returned) -> str:
    """Give the text of a paragraph before the tracked changes, without which it is most like its version."""
    if alinea.note:
        return ""
    text = "".join(piece.text for piece in alinea.pieces if _was_there(piece, returned)).strip()
    if alinea.block is not None and alinea.block.source in _EDGES:
        return _NUMBER.sub("", text)
    return _PAGE.sub("", text)


def _was_there(piece: Piece, returned: Returned) -> bool:
    return not any(returned.changes[change].kind.adds for change in piece.changes)


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pair texts: the same in the same order, then what is clearly alike, in the same gap between those first."""
    found = stretches(old, new)
    pairs = [(a + n, c + n) for same, a, b, c, _ in found if same for n in range(b - a)]
    gaps = [(each, number) for number, each in enumerate(found) if not each[0]]
    left = [(n, f"{number}") for (_, a, b, _, _), number in gaps for n in range(a, b)]
    right = [(n, f"{number}") for (_, _, _, c, d), number in gaps for n in range(c, d)]
    matched = match([Item(f"o{n}", old[n], gap) for n, gap in left], [Item(f"n{n}", new[n], gap) for n, gap in right])
    return pairs + [(left[each.old][0], right[each.new][0]) for each in matched.pairs]


def _with_marks(alinea: Alinea, base: Alinea, returned: Returned, version: Returned) -> Alinea:
    """Give a paragraph the marks of the one that it was, each around the same words."""
    edges = _edges(base, alinea, returned, version)
    starts = [start for start, _ in edges]
    pieces: list[Piece] = []
    offset = 0
    for piece in alinea.pieces:
        if not _was_there(piece, returned):
            pieces.append(replace(piece, marks=_at(edges, starts, offset - 1) or piece.marks))
            continue
        for start, end in _cut(starts, offset, offset + len(piece.text)):
            text = piece.text[start - offset : end - offset]
            span = replace(piece.span, text=text) if isinstance(piece.span, Run) else piece.span
            pieces.append(replace(piece, span=span, marks=_at(edges, starts, start)))
        offset += len(piece.text)
    return replace(alinea, pieces=tuple(pieces), marks=base.marks)


def _edges(base: Alinea, alinea: Alinea, returned: Returned, version: Returned) -> list[tuple[int, tuple[str, ...]]]:
    """Give from which character of a paragraph on which marks hold, by the words that it shares with its version."""
    old = "".join(piece.text for piece in base.pieces if _was_there(piece, version))
    new = "".join(piece.text for piece in alinea.pieces if _was_there(piece, returned))
    moved = _moved(old, new)
    edges: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    offset = 0
    for piece in base.pieces:
        marks = tuple(mark for mark in piece.marks if not mark.startswith("_hkn_"))
        if piece.text and edges[-1][1] != marks:
            edges.append((moved(offset), marks))
        offset += len(piece.text)
    return edges


def _moved(old: str, new: str) -> _Moved:
    starts, targets = [], []
    before = after = 0
    for kind, text in differences(old, new):
        starts.append(before)
        targets.append((after, kind))
        before += len(text) if kind != "+" else 0
        after += len(text) if kind != "-" else 0
    return _Moved(starts, targets, len(new))


class _Moved(Struct, frozen=True):
    """Tells where a character of the old text stands in the new one."""

    starts: Sequence[int]
    targets: Sequence[tuple[int, str]]
    length: int

    def __call__(self, offset: int) -> int:
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            return 0
        target, kind = self.targets[number]
        return min(self.length, target + (offset - self.starts[number] if kind == "=" else 0))


def _at(edges: list[tuple[int, tuple[str, ...]]], starts: list[int], offset: int) -> tuple[str, ...]:
    number = bisect_right(starts, max(0, offset)) - 1
    return edges[number][1] if number >= 0 else ()


def _cut(starts: list[int], begin: int, end: int) -> list[tuple[int, int]]:
    """Cut a stretch at the edges within it; one without length stays one."""
    inside = sorted({start for start in starts if begin < start < end})
    points = [begin, *inside, end]
    return list(pairwise(points))


class _Notes:
    """Gives notes that lost their marks those of the notes of the version: in the same order in the same paragraph."""

    def __init__(self, returned: Returned, base: Returned) -> None:
        self.marks: dict[str, tuple[str, ...]] = {}
        self._texts = _note_texts(returned)
        self._base = base
        self._base_texts = _note_texts(base)

    def pair(self, alinea: Alinea, base: Alinea) -> None:
        """Find the marks of the notes of a paragraph."""
        old = [piece for piece in base.pieces if isinstance(piece.span, NoteMark)]
        new = [piece for piece in alinea.pieces if isinstance(piece.span, NoteMark)]
        texts = [self._base_texts.get(piece.span.name, "") for piece in old if isinstance(piece.span, NoteMark)]
        for number, piece in enumerate(new):
            assert isinstance(piece.span, NoteMark)
            same = [n for n, text in enumerate(texts) if text == self._texts.get(piece.span.name, "")]
            if len(old) == len(new) or same:
                source = old[number if len(old) == len(new) else same[0]]
                self.marks[piece.span.name] = tuple(mark for mark in source.marks if mark.startswith("_hkn_"))


def _note_texts(returned: Returned) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for alinea in returned.alineas:
        if alinea.note:
            found.setdefault(alinea.note, []).extend(piece.text for piece in alinea.pieces)
    return {name: " ".join("".join(texts).split()) for name, texts in found.items()}
