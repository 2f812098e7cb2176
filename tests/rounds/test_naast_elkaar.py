"""What is done on two cores comes to the same as what is done on one: the texts that are read, the documents made."""

from __future__ import annotations

import os

import pytest

from brief.rounds import making
from brief.rounds.made import texts
from brief.rounds.made.texts import read_texts
from brief.rounds.making import Opdracht, make
from brief.rounds.opening import open_round
from brief.sources import folder
from brief.text import parse
from brief.versions import beside
from brief.versions.beside import Beside
from brief.versions.vullen import Gevuld, laden, vullen
from rounds.voorbeeldronde import RONDE

TEXTS = [f"- Rijk en regio {number} maken **een plan**[^n].\n\n[^n]: Zie daar." for number in range(40)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
def test_what_is_read_in_a_copy_is_the_same_as_what_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_MANY", 10)
    monkeypatch.setattr(beside, "_may_copy", lambda: True)
    assert read_texts(TEXTS) == {text: parse(text) for text in TEXTS}


def test_few_texts_are_left_to_whoever_needs_them() -> None:
    assert read_texts(TEXTS) == {}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
def test_files_that_are_read_in_a_copy_say_the_same_and_know_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    here = open_round(RONDE)
    monkeypatch.setattr(folder, "_LARGE", 0)
    monkeypatch.setattr(beside, "_may_copy", lambda: True)
    answered = list[int]()
    monkeypatch.setattr(beside.Work, "result", lambda _: answered.append(0))
    there = open_round(RONDE)
    assert answered == []  # the half of the copy came from there
    assert there == here
    assert here.bestanden is not None
    assert there.bestanden is not None
    for one, other in zip(here.bestanden.afspraken, there.bestanden.afspraken, strict=True):
        assert (one, one.place_of("tekst")) == (other, other.place_of("tekst"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
@pytest.mark.parametrize("large", [0, 1_000_000], ids=["in a copy of that moment", "sent to a copy that waits"])
def test_documents_that_are_made_elsewhere_have_the_same_bytes(monkeypatch: pytest.MonkeyPatch, large: int) -> None:
    here = make(Opdracht(RONDE))
    monkeypatch.setattr(beside, "_may_copy", lambda: True)
    monkeypatch.setattr(making, "_LARGE", large)
    answered = list[int]()
    monkeypatch.setattr(beside.Work, "result", lambda _: answered.append(0))
    with Beside(vullen, Gevuld.is_goed, laden) as werkplaats:
        elsewhere = make(Opdracht(RONDE), werkplaats=werkplaats)
    assert answered == []  # nothing was made here
    assert here.uitgave is not None
    assert elsewhere.uitgave == here.uitgave
    assert elsewhere.findings == here.findings
