"""What is done on two cores comes to the same as what is done on one: the texts that are read, the documents made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = [f"- Rijk en regio {number} maken **een plan**[^n].\n\n[^n]: Zie daar." for number in range(40)]


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Copy whenever that can be, and see to it that all that was begun came from a copy."""
    begun = list[str]()
    came = beside._Elsewhere.result

    def counted(work: beside._Elsewhere[Any, Any]) -> Any:
        begun.append("elsewhere")
        return came(work)

    monkeypatch.setattr(beside, "_may_copy", lambda: True)
    monkeypatch.setattr(beside._Elsewhere, "result", counted)
    monkeypatch.setattr(beside.Work, "result", lambda _: begun.append("here"))
    yield begun
    assert set(begun) == {"elsewhere"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
@pytest.mark.usefixtures("elsewhere")
def test_what_is_read_in_a_copy_is_the_same_as_what_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_MANY", 10)
    assert read_texts(TEXTS) == {text: parse(text) for text in TEXTS}


def test_few_texts_are_left_to_whoever_needs_them() -> None:
    assert read_texts(TEXTS) == {}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
@pytest.mark.usefixtures("elsewhere")
def test_files_that_are_read_in_a_copy_say_the_same_and_know_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    here = open_round(RONDE)
    monkeypatch.setattr(folder, "_LARGE", 0)
    there = open_round(RONDE)
    assert there == here
    assert here.bestanden is not None
    assert there.bestanden is not None
    for one, other in zip(here.bestanden.afspraken, there.bestanden.afspraken, strict=True):
        assert (one, one.place_of("tekst")) == (other, other.place_of("tekst"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("large", [0, 1_000_000], ids=["in a copy of that moment", "sent to a copy that waits"])
def test_documents_that_are_made_elsewhere_have_the_same_bytes(monkeypatch: pytest.MonkeyPatch, large: int) -> None:
    monkeypatch.setattr(making, "_LARGE", large)
    with Beside(vullen, Gevuld.is_goed, laden) as werkplaats:
        there = make(Opdracht(RONDE), werkplaats=werkplaats)
    monkeypatch.undo()
    here = make(Opdracht(RONDE))
    assert here.uitgave is not None
    assert there.uitgave == here.uitgave
    assert there.findings == here.findings
