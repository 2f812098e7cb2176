"""Digits and letters of other scripts in Dutch text: they look like ours, and are not found as such."""

from __future__ import annotations

from brief.text.later import compile_later

OTHER_DIGIT = r"[^\D0-9]"
"""A digit of another script, of double width or of formulas: `٢`, `２`, `𝟐`."""
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
# Cyrillic, and the Greek letters that cannot be told from Latin ones: no µ, Δ or α, which are signs beside letters
_ALIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο\u0400-\u04ff"
OTHER_LETTER = rf"(?<=[{_LATIN}])[{_ALIKE}]|[{_ALIKE}](?=[{_LATIN}])"
"""A letter of another script within a word of ours: the о of Flevоland."""
_OTHER = compile_later(rf"{OTHER_DIGIT}|{OTHER_LETTER}")


def of_other_script(text: str) -> str:
    """Give the first word that holds a digit or letter of another script; empty when there is none."""
    found = None if text.isascii() else _OTHER.search(text)
    if found is None:
        return ""
    before, after = text[: found.start()].split(), text[found.start() :].split()
    glued = before[-1] if before and not text[found.start() - 1].isspace() else ""
    return glued + after[0]
