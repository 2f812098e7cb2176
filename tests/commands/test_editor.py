"""A text that a person types in an editor; without an editor nothing changes, and brief says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.commands.terminal.agreed_text import edited

if TYPE_CHECKING:
    import pytest


def test_een_editor_die_er_niet_is_of_stopt_verandert_niets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    for editor in ("dit-is-geen-editor", "false"):
        monkeypatch.setenv("EDITOR", editor)
        text, found = edited("Rijk en regio bouwen.")
        assert (text, [each.code for each in found]) == (None, ["BR921"])
