"""What an e-mail, a chat or Word leaves in a text that is copied from it, and that would be printed as it stands."""

from __future__ import annotations

from brief.text.later import compile_later

ADDRESS = r"mailto:[\w.+-]{1,100}@|(?<=[A-Za-z0-9])https?://\w"
"""An address that stands there twice, as `x@y.nl<mailto:x@y.nl>` comes out of an e-mail."""
PICTURE = r"\[cid:[^\]\s]{1,200}\]"
SOURCE = r"【[^【】\n]{1,100}】|:contentReference\[[^\]\n]{0,60}\](?:\{[^}\n]{0,60}\})?"
"""The mark of a source by which a chatbot answers: `【4:0†source】`."""
COMMENT = r"(?<=[^\W_])\[[A-Z][A-Za-z]{0,3}\d{1,3}\]"
"""The mark of a comment in text that was copied from Word: `bijdrage[JB1]`."""
ENTITY = r"&(?:[A-Za-z]{2,10}|#\d{1,6});"
EMOJI = r"(?<![\w:]):[a-z][a-z0-9]{0,20}(?:_[a-z0-9]{1,20}){1,4}:(?!\w)"
"""An emoji by its name: `:white_check_mark:`."""
# `Fout! Verwijzingsbron niet gevonden.`, `Error! Reference source not found.`; LibreOffice: `Fout: Verwijzingsbron …`
BROKEN = compile_later(
    r"\b(?:Fout|Error|Fehler|Erreur)(?:\s?!\s+[A-Z]\w+"
    r"|:\s+(?i:bron van verwijzing|verwijzing(?:sbron)?|reference source|referentiebron|verweisquelle)\b)"
    r"[^.\n]{0,60}\.?|!(?:Syntaxisfout|Syntax Error|Deling door nul|Zero Divide|Onverwacht einde)\b[^.\n]{0,40}"
)
"""What Word and LibreOffice show for a reference to something that is gone."""
_ANY = compile_later("|".join((BROKEN.pattern, ADDRESS, PICTURE, SOURCE, COMMENT, ENTITY, EMOJI)))


def is_pasted(text: str) -> bool:
    """Tell whether a text holds any of these; most hold none of the signs that each of them has."""
    may_be = ":" in text or "!" in text or "[" in text or "&" in text or "\u3010" in text
    return may_be and _ANY.search(text) is not None
