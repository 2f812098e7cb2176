"""Text with a stroke through it: read as it stands, and reported, for its writer may mean it to be gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from brief.diagnostics import Place


def struck(message: str, place: Place) -> Diagnostic:
    """Report text with a stroke through it; `message` says how and which."""
    hint = "bedoelt de schrijver dat dit vervalt? Verwijder het dan; het is nu gewoon gelezen"
    return Diagnostic("BR119", Severity.WAARSCHUWING, message, place, hint=hint)
