"""Text that names the afspraken it tells: nothing is printed but the text, and what it tells is known."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.text import parse, plain, write

FENCED = """Vooraf.

::: {.dekt afspraken="nw-1-1, nw-1-2"}
Een alinea.

- een punt

::: {.afspraken thema=water}
:::
:::

Daarna.
"""


def test_a_span_prints_its_text_and_nothing_else() -> None:
    read = parse('[De provincies *Drenthe* en Groningen[^a] doen dit.]{.dekt afspraken="n-2.3-1 n-2.4-2"} Slot.')
    bare = parse("De provincies *Drenthe* en Groningen[^a] doen dit. Slot.")
    assert read.blocks == bare.blocks
    assert [told.names for told in read.told] == [("n-2.3-1", "n-2.4-2")]
    assert not read.diagnostics


def test_a_span_knows_its_block_and_its_line() -> None:
    read = parse(
        "# Kop\n\nEerst dit.\nEn [dan\ndat]{.dekt afspraken=n-1-1}.\n\n- [punt]{.dekt afspraken=n-1-2}", file="brief.md"
    )
    assert [(told.first, told.last, told.line, told.words) for told in read.told] == [
        (1, 1, 4, "dan\ndat"),
        (2, 2, 7, "punt"),
    ]


def test_a_fenced_block_covers_the_blocks_in_it_also_those_that_are_replaced() -> None:
    read = parse(FENCED)
    assert plain(read.blocks) == "Vooraf. Een alinea. een punt Daarna."
    assert [(told.names, told.first, told.last) for told in read.told] == [(("nw-1-1", "nw-1-2"), 1, 3)]
    assert not read.diagnostics


def test_a_block_that_does_not_end_is_reported() -> None:
    read = parse("::: {.dekt afspraken=n-1-1}\nTekst.")
    assert [finding.code for finding in read.diagnostics] == ["BR071"]
    assert read.told[0].last == 0


def test_in_the_text_of_others_it_is_text() -> None:
    read = parse("[tekst]{.dekt afspraken=n-1-1}", citations=False)
    assert plain(read.blocks) == "[tekst]{.dekt afspraken=n-1-1}"
    assert not read.told


def test_what_was_typed_as_text_is_still_text_after_writing() -> None:
    text = r"\[tekst\]\{.dekt afspraken=n-1-1} en [@kst-1-2]\{.dekt afspraken=x}"
    blocks = parse(text).blocks
    assert parse(write(blocks)).blocks == blocks
    assert not parse(write(blocks)).told


def test_however_deep_it_never_fails() -> None:
    deep = "[" * 3000 + "x" + "]{.dekt afspraken=a}" * 3000
    assert len(parse(deep).told) == 1


words = st.text(alphabet='abc .,[]{}*_="\\', max_size=12)


@given(words, words, words)
def test_a_text_reads_the_same_with_and_without_names(before: str, inside: str, after: str) -> None:
    inside = inside.replace("[", "").replace("]", "").replace("\\", "").replace("*", "").replace("_", "").strip()
    before = before.replace("[", "").replace("]", "").replace("\\", "")
    if not inside:
        return
    marked = parse(f"w {before} [{inside}]{{.dekt afspraken=n-1-1}} {after}")
    assert marked.blocks == parse(f"w {before} {inside} {after}").blocks


@pytest.mark.parametrize(
    "text",
    [
        FENCED.replace("::: {.afspraken thema=water}\n:::\n", ""),
        '[Rijk en *regio* doen dit.]{.dekt afspraken="n-1 n-2"} Slot.',
    ],
)
def test_pandoc_reads_the_same_text(text: str) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    try:
        pandoc = pypandoc.get_pandoc_path()
    except OSError:
        pytest.skip("pandoc is not installed")
    made = subprocess.run(
        [pandoc, "-f", "markdown-smart", "-t", "plain", "--wrap=none"],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    assert made.stdout.decode().replace("- ", "").split() == plain(parse(text).blocks).split()
