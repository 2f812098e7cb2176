"""Fields: what Word computes, with the text it shows until then (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from brief.word.opc.characters import escape, run_content


def field(instruction: str, shown: str, properties: str = "") -> str:
    """Write a complex field as runs; `properties` is the `w:rPr` of each of them."""
    start = f"<w:r>{properties}"
    return (
        f'{start}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{start}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'{start}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{start}{run_content(shown)}</w:r>"
        f'{start}<w:fldChar w:fldCharType="end"/></w:r>'
    )
