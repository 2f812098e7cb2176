"""Write the table of contents from the headings of the body.

Each entry is a hyperlink to its heading, and no more. The writer does not know pages, and no number is better than a
wrong one or a line of dots that leads to nothing. `brief afronden` lays the document out and puts in the numbers.

There is no TOC field around the entries. Inside one, LibreOffice drops what it could compute and shows what the file
says; and Word would not refresh it unasked, save by `w:updateFields` or `w:dirty`, which make it ask its reader first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text.origin import Bron, Origin
from brief.word.opc.characters import attribute, run_content

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
    return f"<w:p>{head}{start}{link}{end}</w:p>"
