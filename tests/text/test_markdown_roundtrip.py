"""What is written as Markdown reads back as the same text, whatever the text is."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from brief.text import (
    Block,
    Citation,
    Heading,
    Insert,
    ListItem,
    NoteMark,
    Paragraph,
    Reference,
    Run,
    Style,
    Table,
    normalise,
    parse,
    plain,
    write,
)
from keuring.eigenschap import tries

PIECES = (
    "a;b1;é; ;  ;- ;1. ;12) ;a. ;iv) ;A.  ;# ; #;#;| ;|;::: ;[^x];[^x]: ;> ;```;---;\\;*;**;_;^;~;<b>;</b>;<br>;<sup>;"
    "&amp;;&;@kst-1-2;[@kst-1-2];[;];(u);(;<;>;\u00a0;\t;–;https://x.nl;+;•;1;.;:"
)
pieces = st.sampled_from([*PIECES.split(";"), "\n", "\n", "\no "])
letters = st.text(
    st.one_of(
        st.sampled_from("ab 1.,-*_^~[]<>&\\|#:+`()@;=\n\t\u00a0\u2013é€\u2028\x85!'\"{}"), st.characters(codec="utf-8")
    ),
    max_size=12,
).filter(lambda t: not any(c in t for c in "\r\x0b\x0c\x1c\x1d\x1e\x00"))
words = st.one_of(letters, st.lists(pieces, max_size=8).map("".join))
styles = st.sampled_from(
    [Style.PLAIN, Style.BOLD, Style.ITALIC, Style.BOLD | Style.ITALIC, Style.SUPERSCRIPT, Style.SUBSCRIPT]
)
runs = st.builds(
    Run, words, styles, st.sampled_from([None, None, None, "https://zoek.officielebekendmakingen.nl/kst-1-2.html"])
)
keys = st.sampled_from(["kst-29435-267", "2024D43452", "kst-36600-B-K"])
references = st.builds(Reference, keys, st.sampled_from(["", "zie ook"]), st.sampled_from(["", "p. 3", "p. 3-5"]))
citations = st.builds(Citation, st.lists(references, min_size=1, max_size=2).map(tuple))
spans = st.lists(st.one_of(runs, runs, runs, citations, st.builds(NoteMark, st.just("naam"))), max_size=4).map(tuple)
markers = st.sampled_from(["-", "1.", "2.", "12)", "a.", "iv.", "B."])
cells = st.lists(spans, min_size=2, max_size=2).map(tuple)
blocks = st.one_of(
    st.builds(Paragraph, spans, st.integers(0, 2)),
    st.builds(Heading, spans, st.integers(1, 3)),
    st.builds(ListItem, spans, st.integers(0, 3), markers),
    st.builds(Table, st.lists(cells, min_size=2, max_size=3).map(tuple), st.just(1)),
    st.builds(Insert, st.just("afspraken"), st.just((("thema", "water"), ("provincie", "noord-holland")))),
)


@example([ListItem((Run("een\no twee"),), 0, "1.")])
@settings(max_examples=tries(600), deadline=None)
@given(st.lists(blocks, max_size=5))
def test_written_text_reads_back_the_same(text: list[Block]) -> None:
    normal = normalise(text)
    assert parse(write(normal)).blocks == normal


@example([Paragraph((Run("0", Style.SUPERSCRIPT), NoteMark("naam")))])
@settings(max_examples=tries(600), deadline=None)
@given(st.lists(blocks, max_size=5))
def test_what_brief_writes_itself_is_never_reported(text: list[Block]) -> None:
    """Save for what stands in the document as in the dossier: a list by hand, an unseen sign, a glued address."""
    found = parse(write(normalise(text)), file="x").diagnostics
    assert [each for each in found if each.code not in {"BR078", "BR079"} and "dit adres" not in each.message] == []


@settings(max_examples=tries(300), deadline=None)
@given(st.lists(blocks, max_size=5))
def test_normal_form_is_stable_and_keeps_the_words(text: list[Block]) -> None:
    normal = normalise(text)
    assert normalise(normal) == normal
    assert plain(normal) == plain(text)


@settings(max_examples=tries(300), deadline=None)
@given(st.text(max_size=80))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    parsed = parse(text)
    assert normalise(parsed.blocks) == parsed.blocks
    assert len(parsed.lines) == len(parsed.blocks)
