"""The texts of many afspraken are read on two cores, and come to the same as one by one."""

from __future__ import annotations

import os

import pytest

from brief.rounds.made import texts
from brief.rounds.made.texts import read_texts
from brief.text import parse
from brief.versions import beside

TEXTS = [f"- Rijk en regio {number} maken **een plan**[^n].\n\n[^n]: Zie daar." for number in range(40)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
def test_what_is_read_in_a_copy_is_the_same_as_what_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_MANY", 10)
    monkeypatch.setattr(beside, "_may_copy", lambda: True)
    assert read_texts(TEXTS) == {text: parse(text) for text in TEXTS}


def test_few_texts_are_left_to_whoever_needs_them() -> None:
    assert read_texts(TEXTS) == {}
