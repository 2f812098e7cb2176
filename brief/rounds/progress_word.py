"""The progress as a Word file, in the template of the afsprakenlijst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.rounds.templates import read_sjablonen
from brief.word.compose import compose

if TYPE_CHECKING:
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.text import Document


def progress_word(ronde: Path, document: Document) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Fill the template; with an error among the findings the bytes are no document."""
    templates = read_sjablonen(ronde, None)
    if "afsprakenlijst" not in templates.by_document:
        return b"", templates.missing
    path, template = templates.by_document["afsprakenlijst"]
    made = compose(document, template, path)
    return made.data, made.diagnostics
