"""What a person must look at when a reviewer changed text that names the afspraken it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.intake.returned.telling import told_otherwise
from brief.text import parse

if TYPE_CHECKING:
    from collections.abc import Iterable


def said_otherwise(before: str, after: str, name: str) -> Iterable[Diagnostic]:
    """Say where the text that tells an afspraak is no longer the text that told it."""
    for names, line in told_otherwise(parse(before), parse(after)):
        who = ", ".join(names)
        message = f"de tekst die {who} vertelt is zo gewijzigd dat '.dekt' nu om iets anders staat"
        hint = f"kijk na of deze tekst {who} nog vertelt, en zet de haken of het blok goed"
        if not line:
            message = f"de tekst die {who} vertelde is weg"
            hint = f"vertel {who} elders in {name}, of vraag erom met ::: {{.afspraken}}"
        yield Diagnostic("BR690", Severity.WAARSCHUWING, message, Place(name, line or None), hint=hint)
