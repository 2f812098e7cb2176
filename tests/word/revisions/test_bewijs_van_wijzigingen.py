"""Tracked changes are proved before they are given: what does not come out accepted and rejected is refused."""

from __future__ import annotations

import pytest

from brief.word.revisions import compare
from brief.word.revisions.comparison import Comparison
from brief.word.revisions.proof import Proof, Reader
from brief.word.revisions.source import open_source
from word.revisions.paren import SLOT, WATER, WONEN, document, p, pairs
from word.revisions.rechter import faults

PAIRS = {name: (old, new) for name, old, new in pairs()}
OLD = document(p(WATER), p(WONEN), p(SLOT))
NEW = document(p(WATER.replace("zomer", "winter")), p(WONEN), p(SLOT))


def differences(one: bytes, other: bytes) -> list[str]:
    proof = Proof(Reader(open_source(one, "een")), Reader(open_source(other, "ander")))
    return [*proof.faults(), *proof.header_faults()]


@pytest.mark.parametrize("name", PAIRS)
def test_each_thing_in_which_two_files_differ_is_seen(name: str) -> None:
    old, new = PAIRS[name]
    assert differences(old, old) == []
    assert differences(new, new) == []
    if faults(old, new, new):
        assert differences(old, new) != []
        assert differences(new, old) != []
    else:
        assert differences(old, new) == []


def broken(monkeypatch: pytest.MonkeyPatch, made: bytes, attempts: int) -> None:
    """Let the first attempts give the text of another file."""
    whole, left = Comparison.run, iter(range(attempts))

    def run(self: Comparison) -> dict[str, bytes]:
        parts = whole(self)
        if next(left, None) is not None:
            parts["word/document.xml"] = open_source(made, "n").package.blob("word/document.xml") or b""
        return parts

    monkeypatch.setattr(Comparison, "run", run)


@pytest.mark.parametrize("made", [OLD, NEW], ids=["accepting gives the old", "rejecting gives the new"])
def test_tracked_changes_that_do_not_come_out_are_never_given(monkeypatch: pytest.MonkeyPatch, made: bytes) -> None:
    broken(monkeypatch, made, attempts=9)
    compared = compare(OLD, NEW, author="A", date="", names=("oud.docx", "nieuw.docx"))
    assert compared.data == b""
    (said,) = compared.diagnostics
    assert (said.code, said.is_error) == ("BR531", True)
    assert said.place is not None
    assert said.place.excerpt is not None
    assert (said.place.file, "Rijk en provincie Drenthe" in said.place.excerpt) == ("nieuw.docx", True)


def test_when_one_way_of_writing_does_not_come_out_a_plainer_one_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, OLD, attempts=1)
    compared = compare(OLD, NEW, author="A", date="")
    assert compared.diagnostics == ()
    assert faults(OLD, NEW, compared.data) == []
