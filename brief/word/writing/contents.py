"""Write the table of contents from the headings of the body.

Each entry is a hyperlink to its heading, a tab, and a PAGEREF field. LibreOffice computes such a field when it lays out
the page, so its PDF has right numbers; Word computes it on F9, and before printing when it is told to. Until then the
field shows nothing: the writer does not know pages, and no number is better than a wrong one.

There is no TOC field around the entries. Inside one, LibreOffice 7.4 drops the page fields and shows what the file
says; and Word would not refresh it unasked, save by `w:updateFields` or `w:dirty`, which make it ask its reader first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text.origin import Bron, Origin
from brief.word.opc.characters import attribute, run_content
from brief.word.writing.fields import field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.word.template.styles import StyleIds
    from brief.word.writing.body import ContentsEntry
    from brief.word.writing.bookmarks import Bookmarks


def contents_xml(entries: Sequence[ContentsEntry], styles: StyleIds, bookmarks: Bookmarks) -> str:
    """Write the entries as paragraphs in the styles `toc 1` to `toc 3`."""
    return "".join(_entry(entry, styles.contents[entry.level - 1], bookmarks) for entry in entries)


def _entry(entry: ContentsEntry, style: str | None, bookmarks: Bookmarks) -> str:
    start, end = bookmarks.mark(Origin(Bron.INHOUD, entry.key))
    head = "" if style is None else f'<w:pPr><w:pStyle w:val="{attribute(style)}"/></w:pPr>'
    number = f"<w:r>{run_content(entry.number)}<w:tab/></w:r>" if entry.number else ""
    text = f"{number}<w:r>{run_content(entry.text)}</w:r>"
    link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{text}</w:hyperlink>'
    page = field(f"PAGEREF {entry.bookmark} \\h", "")
    return f"<w:p>{head}{start}{link}<w:r><w:tab/></w:r>{page}{end}</w:p>"
