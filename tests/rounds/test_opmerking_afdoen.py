"""A reviewer's comment is dealt with: its own lines change, and not a byte besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.rounds.decisions.points import points, with_other, words_of
from brief.rounds.remarks import settle
from brief.rounds.undoing import undo
from brief.sources.opmerkingen import read_opmerkingen, with_answer, with_opmerkingen
from brief.sources.source import SourceFile
from brief.text import parse, write
from rounds.rondemap import geopend, ronde

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Opmerking

BESTAND = """\
# van lezers
opmerkingen:
  - plaats: n-1.1-1   # de eerste
    wie: Sanne
    tekst: |
      Wie betaalt?

      En wanneer?
    stand: open  # nog doen
  - {plaats: n-1.1-2, wie: 'Karim, VRO', tekst: "Korter: graag", stand: open}

  - plaats: brief.md:1
    wie: Piet
    tekst: Mooi.   # einde
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = ronde(tmp_path)
    (made / "opmerkingen.yaml").write_text(BESTAND, "utf-8", newline="")
    return made


def opmerkingen(folder: Path) -> tuple[Opmerking, ...]:
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    return bestanden.opmerkingen


@pytest.mark.parametrize(
    ("number", "answer", "before", "after"),
    [
        (0, "Het Rijk.", "stand: open  # nog doen\n", "stand: afgedaan  # nog doen\n    antwoord: Het Rijk.\n"),
        (0, "", "stand: open  # nog doen\n", "stand: afgedaan  # nog doen\n"),
        (1, "ja, kort: zo", "stand: open}", "stand: afgedaan, antwoord: 'ja, kort: zo'}"),
        (2, "Dank: #1", "Mooi.   # einde\n", "Mooi.   # einde\n    stand: afgedaan\n    antwoord: 'Dank: #1'\n"),
        (2, " twee\r\nregels ", "# einde\n", "# einde\n    stand: afgedaan\n    antwoord: twee regels\n"),
    ],
)
def test_only_the_lines_of_the_comment_change(folder: Path, number: int, answer: str, before: str, after: str) -> None:
    path = folder / "opmerkingen.yaml"
    assert settle(folder, number, opmerkingen(folder)[number], answer) == ()
    assert path.read_text("utf-8") == BESTAND.replace(before, after)
    found = opmerkingen(folder)
    assert [each.is_open for each in found] == [n != number for n in range(3)]
    assert found[number].antwoord == " ".join(answer.split())
    assert undo(folder).findings == ()
    assert path.read_text("utf-8") == BESTAND


def test_windows_line_ends_and_a_byte_order_mark_stay(folder: Path) -> None:
    path = folder / "opmerkingen.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BESTAND.replace("\n", "\r\n").encode())
    assert settle(folder, 2, opmerkingen(folder)[2], "Dank") == ()
    expected = BESTAND + "    stand: afgedaan\n    antwoord: Dank\n"
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()


def test_a_comment_that_is_another_by_now_is_left_alone(folder: Path) -> None:
    seen = opmerkingen(folder)
    path = folder / "opmerkingen.yaml"
    path.write_text(BESTAND.replace("wie: Sanne", "wie: Els"), "utf-8")
    before = path.read_bytes()
    for number, each in ((0, seen[0]), (1, seen[0]), (7, seen[2])):
        assert [found.code for found in settle(folder, number, each)] == ["BR744"]
    path.unlink()
    assert [found.code for found in settle(folder, 0, seen[0])] == ["BR001"]
    path.write_bytes(before)
    assert settle(folder, 1, seen[1]) == ()


@pytest.mark.parametrize("line", ["stand: open\n    stand: open", "stand: [open]", "stand:", "antwoord: &a was"])
def test_a_field_that_is_odd_is_written_afresh(folder: Path, line: str) -> None:
    path = folder / "opmerkingen.yaml"
    path.write_text(BESTAND.replace("    tekst: Mooi.", f"    {line}\n    tekst: Mooi."), "utf-8")
    assert settle(folder, 2, opmerkingen(folder)[2], "Dank") == ()
    found = opmerkingen(folder)[2]
    assert (found.is_open, found.antwoord, found.tekst) == (False, "Dank", "Mooi.")


def test_a_comment_without_any_field_is_left_to_its_writer(folder: Path) -> None:
    path = folder / "opmerkingen.yaml"
    path.write_text(BESTAND + "  - {}\n", "utf-8")
    assert [each.code for each in settle(folder, 3, opmerkingen(folder)[3], "x")] == ["BR745"]
    assert path.read_text("utf-8") == BESTAND + "  - {}\n"


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.data(), WORDS)
def test_whatever_is_said_the_others_stay_as_they_are(
    made: list[tuple[str, str]], data: st.DataObject, said: str
) -> None:
    from brief.domain import Opmerking

    text = with_opmerkingen("", [Opmerking("n-1", wie, "2026-01-02", words) for wie, words in made])
    source = SourceFile("o.yaml", text.encode(), text)
    number = data.draw(st.integers(0, len(made) - 1))
    before, _ = read_opmerkingen(source)
    answer = " ".join(said.split())
    changed = with_answer(source, number, answer)
    assert changed is not None
    after, found = read_opmerkingen(SourceFile("o.yaml", changed.encode(), changed))
    assert found == ()
    assert [each for n, each in enumerate(after) if n != number] == [
        each for n, each in enumerate(before) if n != number
    ]
    assert (after[number].antwoord, after[number].is_open) == (answer, False)


@pytest.mark.parametrize(
    "tekst",
    [
        "- ten minste 400 m^3^/s, **vóór** 2028;\n- *dat* dan.",
        "Intro:\n\n1. een\n2. twee\n   - 2.1 \\- met streep\n   - \\# hekje\n3. drie",
        "- 2028\\. wordt het\n- \\* ster",
    ],
)
def test_the_words_of_a_point_put_back_change_nothing(tekst: str) -> None:
    """Who opens one point in an editor and saves it as it is must not lose bold, italics or a raised 3."""
    for name, _ in points(tekst):
        words = words_of(tekst, name)
        assert words is not None
        changed = with_other(tekst, name, words)
        assert changed is not None
        assert parse(changed).blocks == parse(write(parse(tekst).blocks)).blocks
    assert words_of(tekst, "9") is None
