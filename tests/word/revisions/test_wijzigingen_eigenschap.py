"""Whatever two documents hold: accepting gives the new one, rejecting the old one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brief.word.revisions import compare
from keuring.eigenschap import tries
from word.revisions import paren
from word.revisions.rechter import faults

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = st.sampled_from(["Rijk", "regio", "water", "wonen", "2027", "€", "2,5", "de", "het", "beekdal", "spoor", "net"])
TEXT = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@dataclass
class Made:
    """What is being made: blocks, and the notes they refer to."""

    notes: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    bookmarks: int = 0

    def note(self, kind: str, text: str) -> str:
        into = self.notes if kind == "footnote" else self.ends
        into.append(text)
        return paren.note(len(into), kind)

    def bookmark(self, inside: str) -> str:
        self.bookmarks += 1
        return paren.bookmark(f"b{self.bookmarks}", inside, 100 + self.bookmarks)


Piece = tuple[str, str]
PIECES: dict[str, Callable[[Made, str], str]] = {
    "tekst": lambda made, text: paren.t(text + " "),
    "vet": lambda made, text: paren.t(text, paren.BOLD),
    "voetnoot": lambda made, text: made.note("footnote", text),
    "eindnoot": lambda made, text: made.note("endnote", text),
    "koppeling": lambda made, text: paren.link(paren.t(text)),
    "veld": lambda made, text: paren.field("REF a", text),
    "eenvoudig veld": lambda made, text: paren.simple_field("PAGE", text[:3]),
    "besturing": lambda made, text: paren.control(paren.t(text)),
    "bladwijzer": lambda made, text: made.bookmark(paren.t(text)),
    "tekstvak": lambda made, text: paren.box(paren.p(text) + paren.p(text)),
    "symbool": lambda made, text: paren.symbol(f"F0{len(text) % 90 + 10}"),
    "formule": lambda made, text: paren.formula(text[:2]),
    "tab": lambda made, text: "<w:r><w:tab/></w:r>",
}
SHAPES = st.sampled_from(["", paren.CENTRED, paren.style("Kop1"), paren.listed(1), paren.listed(2)])
PARAGRAPH = st.tuples(
    st.just("alinea"), SHAPES, st.lists(st.tuples(st.sampled_from([*["tekst"] * 6, *PIECES]), TEXT), max_size=4)
)
TABLE = st.tuples(
    st.just("tabel"),
    st.integers(1, 3),
    st.lists(st.lists(st.lists(PARAGRAPH, min_size=1, max_size=2), min_size=3, max_size=3), min_size=1, max_size=3),
)
CONTROL = st.tuples(st.just("besturing"), st.sampled_from("ab"), st.lists(PARAGRAPH, min_size=1, max_size=2))
SECTION = st.tuples(st.just("sectie"), st.sampled_from([8000, 9000]), TEXT)
BLOCKS = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, PARAGRAPH, TABLE, CONTROL, SECTION), max_size=6)


def written(blocks: list[tuple], header: str) -> bytes:  # type: ignore[type-arg]
    made = Made()
    body = "".join(_block(made, block) for block in blocks)
    return paren.document(body, paren.p("Slot"), notes=made.notes, ends=made.ends, header=header)


def _block(made: Made, block: tuple) -> str:  # type: ignore[type-arg]
    kind, shape, inside = block
    if kind == "alinea":
        return paren.p(*(PIECES[name](made, text) for name, text in inside), shape=shape)
    if kind == "tabel":
        rows = [["".join(_block(made, b) for b in cell) for cell in row[:shape]] for row in inside]
        return paren.table(*rows)
    if kind == "sectie":
        return paren.p(inside, shape=paren.SECTION.format(shape))
    return paren.control("".join(_block(made, b) for b in inside), shape)


@st.composite
def edited(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """Give a document and what edits made of it: blocks taken out, put in, moved, changed."""
    old = draw(BLOCKS)
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        edit = draw(st.sampled_from(["weg", "erbij", "verplaatst", "veranderd", "dubbel"]))
        place = draw(st.integers(0, len(new)))
        if edit == "erbij" or not new or place == len(new):
            new.insert(place, draw(st.one_of(PARAGRAPH, TABLE, CONTROL, SECTION)))
        elif edit == "weg":
            del new[place]
        elif edit == "verplaatst":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(place))
        elif edit == "dubbel":
            new.insert(place, new[place])
        else:
            new[place] = _changed(draw, new[place])
    headers = st.sampled_from(["", paren.p(paren.WATER), paren.p(paren.WATER) + paren.p(paren.NET)])
    return written(old, draw(headers)), written(new, draw(headers))


def _changed(draw: st.DrawFn, block: tuple) -> tuple:  # type: ignore[type-arg]
    kind, shape, inside = block
    if kind == "alinea":
        pieces = list(inside)
        pieces.insert(draw(st.integers(0, len(pieces))), (draw(st.sampled_from([*PIECES])), draw(TEXT)))
        return kind, draw(SHAPES), pieces[draw(st.integers(0, 1)) :]
    if kind == "tabel":
        return kind, draw(st.integers(1, 3)), [inside[0], *draw(TABLE)[2], *inside[1:]]
    return kind, shape, inside


@settings(max_examples=tries(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edited())
def test_accepting_gives_the_new_and_rejecting_the_old(pair: tuple[bytes, bytes]) -> None:
    made = compare(*pair, author="A", date="2026-09-14T09:00:00Z")
    assert made.data, made.diagnostics
    assert faults(*pair, made.data) == []


@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edited())
def test_the_same_without_moves(pair: tuple[bytes, bytes]) -> None:
    made = compare(*pair, author="A", date="2026-09-14T09:00:00Z", moves=False)
    assert made.data, made.diagnostics
    assert faults(*pair, made.data) == []
