"""On whose behalf the letter is sent: said once, in its own text or in the sentence above the signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.text import Paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.text import Parsed

# `Mede namens de minister van …`, `…, namens wie ik deze brief mede stuur`, in one sentence
_SAID = re.compile(r"\bmede\s+namens\b|\bnamens\s+(?:wie|welke|hen)\b[^.!?]*\bmede\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")
# what is sent, or who is informed: `een brief die de minister mede namens mij stuurde` is another letter
_THIS = re.compile(r"\b(?:deze|dit|hierbij|hiermee|u|uw Kamer)\b", re.IGNORECASE)


def gezegd_in(tekst: Parsed) -> int | None:
    """Give the number of the paragraph that says on whose behalf this letter is sent; None when none does."""
    for number, block in enumerate(tekst.blocks):
        if isinstance(block, Paragraph):
            sentences = _SENTENCE.findall(plain([block]))
            if any(_SAID.search(each) and _THIS.search(each) and _by_sender(each) for each in sentences):
                return number
    return None


def _by_sender(sentence: str) -> bool:
    """Tell whether the one who sends is the one who speaks."""
    return re.search(r"\b(?:ik|wij|we|mij|ons)\b", sentence, re.IGNORECASE) is not None


def al_gezegd(tekst: Parsed, number: int, mede_namens: Sequence[str]) -> Diagnostic:
    """Tell that the sentence above the signature is left out, and what to look at."""
    message = "de brief zegt hier al namens wie u hem mede stuurt; de slotzin daarover staat er daarom niet in"
    hint = f"kijk of deze zin allen noemt: {', '.join(mede_namens)}"
    return Diagnostic("BR456", Severity.INFO, message, tekst.place_in(number), hint=hint)
