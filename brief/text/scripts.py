"""Characters in Dutch text that are not what they seem: of another script, two letters in one, or wrongly converted."""

from __future__ import annotations

from brief.text.later import compile_later

OTHER_DIGIT = r"[^\D0-9]"
"""A digit of another script, of double width or of formulas: `٢`, `２`, `𝟐`."""
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
# Cyrillic, and the Greek letters that cannot be told from Latin ones: no µ, Δ or α, which are signs beside letters
_ALIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο\u0400-\u04ff"
OTHER_LETTER = rf"(?<=[{_LATIN}])[{_ALIKE}]|[{_ALIKE}](?=[{_LATIN}])"
"""A letter of another script within a word of ours: the о of Flevоland."""
LIGATURE = "[\ufb00-\ufb06]"
"""Two or three letters in one character, as a PDF has them: `ﬁ`, `ﬀ`."""
_TAILS = "\u0080-\u00bf\u0152\u0153\u0160-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
MANGLED = rf"Ã[{_TAILS}]|â€[{_TAILS}]?|Â[\u00a0-\u00bf]"
"""What UTF-8 looks like that was read as Windows text: `coÃ¶rdinatie`, `BOâ€™s`, `Â§`."""
_ODD = compile_later(rf"{OTHER_DIGIT}|{OTHER_LETTER}|{LIGATURE}|{MANGLED}")
# the letters and signs of Dutch text, but for what may begin such a character: most texts hold nothing else
_UNCOMMON = compile_later("[^\\x00-\u00c1\u00c4-\u00e1\u00e3-\u02ff\u2010-\u2030\u20ac]")


def odd_word(text: str) -> str:
    """Give the first word that holds such a character; empty when there is none."""
    found = None if text.isascii() or _UNCOMMON.search(text) is None else _ODD.search(text)
    if found is None:
        return ""
    before, after = text[: found.start()].split(), text[found.start() :].split()
    glued = before[-1] if before and not text[found.start() - 1].isspace() else ""
    return glued + after[0]
