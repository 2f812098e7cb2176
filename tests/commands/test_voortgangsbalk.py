"""The bar that says how far a long run is."""

from __future__ import annotations

import io
import sys
import threading
from typing import TYPE_CHECKING

from brief.commands.terminal import progress
from brief.commands.terminal.progress import Voortgang

if TYPE_CHECKING:
    import pytest


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_names_the_step_and_is_drawn_without_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside another thread no process can be copied, and documents would be made one after the other."""
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    before = threading.active_count()
    with Voortgang(2) as voortgang:
        voortgang.stap("ronde lezen")
        voortgang.stap("samenvoegen")
        assert threading.active_count() == before
        said = terminal.getvalue()
    assert "ronde lezen" in said
    assert "samenvoegen" in said
    assert "1/2" in said


def test_where_nobody_looks_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    with Voortgang(1) as voortgang:
        voortgang.stap("ronde lezen")
    assert file.getvalue() == ""
