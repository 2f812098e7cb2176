"""Words in the left margin beside a paragraph: a frame of its own, small and grey, that takes no room in the text."""

from __future__ import annotations

from brief.word.opc.characters import escape

_FRAME = (
    '<w:p><w:pPr><w:keepNext/><w:framePr w:w="1077" w:hSpace="57" w:wrap="around" w:vAnchor="text" w:hAnchor="page"'
    ' w:x="283" w:y="1"/><w:spacing w:before="0" w:after="0"/></w:pPr><w:r><w:rPr><w:noProof/><w:color w:val="595959"/>'
    '<w:sz w:val="14"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
)


def margin_note(words: str) -> str:
    """Give the paragraph that shows words in the margin beside the paragraph after it."""
    return _FRAME.format(escape(words))
