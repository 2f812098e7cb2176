"""Accepting all tracked changes gives the new document, rejecting all gives the old one; whoever carries it out."""

from __future__ import annotations

import re
from collections import Counter
from itertools import permutations

import pytest

from brief.word.revisions import Compared, compare
from word.revisions.paren import LEVEL, NET, SLOT, STYLES, WATER, WONEN, bookmark, document, listed, p, pairs, t
from word.revisions.rechter import File, W, faults

PAIRS = {name: (old, new) for name, old, new in pairs()}
AUTHOR, DATE = "J. de Vries", "2026-09-14T09:00:00Z"


def compared(old: bytes, new: bytes, *, moves: bool = True) -> Compared:
    made = compare(old, new, author=AUTHOR, date=DATE, moves=moves)
    assert made.data, made.diagnostics
    return made


@pytest.mark.parametrize("name", PAIRS)
def test_accepting_gives_the_new_and_rejecting_the_old(name: str) -> None:
    assert faults(*PAIRS[name], compared(*PAIRS[name]).data) == []


@pytest.mark.parametrize("name", [name for name in PAIRS if name.startswith("verplaatst")])
def test_the_same_holds_without_moves(name: str) -> None:
    made = compared(*PAIRS[name], moves=False)
    assert faults(*PAIRS[name], made.data) == []
    assert b"moveFrom" not in File.read(made.data).parts["word/document.xml"]


@pytest.mark.parametrize("name", PAIRS)
def test_every_mark_has_the_author_the_date_and_an_id_of_its_own(name: str) -> None:
    file = File.read(compared(*PAIRS[name]).data)
    ids: Counter[str] = Counter()
    for part in file.parts:
        if part.startswith("word/") and part.endswith(".xml") and "notes" not in part:
            for element in file.tree(part).iter():
                if element.get(f"{W}author") is not None:
                    assert (element.get(f"{W}author"), element.get(f"{W}date")) == (AUTHOR, DATE)
                if not re.search(r"(?:RangeEnd|bookmarkEnd|Reference|num|abstractNum)$", element.tag):
                    ids.update([element.get(f"{W}id")] if element.get(f"{W}id") else [])  # type: ignore[list-item]
    assert [number for number, count in ids.items() if count > 1] == []


def test_the_same_files_give_the_same_bytes() -> None:
    old, new = PAIRS["gesplitst in drie"]
    assert compared(old, new).data == compared(old, new).data


def test_what_did_not_change_carries_no_mark() -> None:
    assert compared(*PAIRS["niets"]).changes == ()
    assert b"w:author" not in File.read(compared(*PAIRS["niets"]).data).parts["word/document.xml"]


def test_a_split_paragraph_shows_no_half_twice() -> None:
    main = File.read(compared(*PAIRS["gesplitst"]).data).parts["word/document.xml"].decode()
    assert main.count(WATER) == main.count(WONEN) == 1


def test_only_the_chosen_changes_are_tracked() -> None:
    old = document(p(WATER), p(WONEN), p(SLOT))
    new = document(p(WATER.replace("zomer", "winter")), p(WONEN.replace("samen", "apart")), p(SLOT))
    made = compare(old, new, author=AUTHOR, date=DATE, tracked=lambda change: "winter" in change.new)
    expected = document(p(WATER), p(WONEN.replace("samen", "apart")), p(SLOT))
    assert faults(expected, new, made.data) == []


def test_a_file_that_is_no_word_file_is_refused_with_a_message() -> None:
    made = compare(b"geen zip", PAIRS["niets"][0], author=AUTHOR, date=DATE)
    assert made.data == b""
    assert [problem.code for problem in made.diagnostics] == ["BR101"]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_named_paragraphs_that_move_are_never_told_as_gone_and_come(order: tuple[int, ...]) -> None:
    """The hidden bookmark of an afspraak says what it is, however much of it was reworded on the way."""
    texts = [WATER, WONEN, NET, SLOT]
    old = [p(bookmark(f"_afs_n_{n}", t(text), n)) for n, text in enumerate(texts)]
    new = [p(bookmark(f"_afs_n_{n}", t(texts[n] if n % 2 else "Anders: " + texts[n][:30]), n)) for n in order]
    made = compared(document(*old), document(*new))
    assert {change.kind for change in made.changes} <= {"verplaatst", "gewijzigd"}
    assert faults(document(*old), document(*new), made.data) == []


def test_a_list_that_belongs_to_a_style_with_another_id_in_each_file() -> None:
    """LibreOffice gives styles ids of its own when it saves; their names stay."""

    def file(identity: str, form: str) -> bytes:
        style = f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="List Bullet"/></w:style>'
        level = LEVEL.format(form).replace("<w:lvlText", f'<w:pStyle w:val="{identity}"/><w:lvlText')
        lists = (
            f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )
        shape = f'<w:pStyle w:val="{identity}"/>' + listed(1)
        return document(p(WATER, shape=shape), p(WONEN, shape=shape), styles=STYLES + style, lists=lists)

    old, new = file("Lijstopsomteken", "decimal"), file("ListBullet", "lowerLetter")
    for one, other in ((old, new), (new, old)):
        assert faults(one, other, compared(one, other).data) == []
