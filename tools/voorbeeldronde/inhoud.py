"""The body of a dossier: every block of the source as Word XML, in the manner of one hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from tools.voorbeeldronde.bron import Block, Contents, Control, Heading, Item, PageBreak, Paragraph, Source, Table
from tools.voorbeeldronde.inline import Look, plain
from tools.voorbeeldronde.nummering import BULLETS, FIRST_OWN_LIST
from tools.voorbeeldronde.wordxml import field_char, paragraph, paragraph_properties, run, val

if TYPE_CHECKING:
    from tools.voorbeeldronde.hand import Hand
    from tools.voorbeeldronde.regels import Lines

SECTION = re.compile(r"(?:In het kort|Bespreekpunten|Voorgestelde afspraken|Toelichting)\b[^.]*")
TYPED_NUMBER = re.compile(r"\\(\d+\.) ")  # "\1. Rijk en regio": a number typed by hand
NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.? (.*)")  # "2.4.1. Provincie Groningen"
WIDTH = 9070  # the type area of A4 with margins of 2.5 cm, in twentieths of a point


@dataclass
class Body:
    """Write the blocks of one source. `own_lists` counts the numbered lists, each of which starts again at 1."""

    hand: Hand
    lines: Lines
    own_lists: int = 0
    counters: list[int] = field(default_factory=lambda: [0, 0, 0])
    break_before: bool = False
    after_table: bool = False

    def write(self, source: Source) -> str:
        """Give the content of `w:body` without section properties."""
        return "".join(self._spaced(block) for block in source.blocks) + self._empty_end(source)

    def _empty_end(self, source: Source) -> str:
        return paragraph("", "") if source.blocks and isinstance(source.blocks[-1], Table) else ""

    def _spaced(self, block: Block) -> str:
        made = self._block(block)
        self.after_table = isinstance(block, Table)
        return made

    def _space(self) -> str:
        return before(160) if self.after_table else ""

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Item():
                return self._item(block)
            case Table():
                return self._table(block)
            case PageBreak():
                return self._page_break()
            case Contents():
                return self._contents(block)
            case Control():
                inner = "".join(self._block(part) for part in block.blocks)
                properties = self.lines.control_properties(block.alias)
                return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
            case Paragraph():
                return self._paragraph(block)
            case _:
                assert_never(block)

    def _starts_page(self) -> bool:
        starts, self.break_before = self.break_before, False
        return starts

    def _page_break(self) -> str:
        if self.hand.empty_page:
            return paragraph("", '<w:r><w:br w:type="page"/></w:r>')
        self.break_before = True
        return ""

    def _heading(self, block: Heading) -> str:
        page = self._starts_page()
        if block.level == 1:
            return paragraph(paragraph_properties(style="Titel", page_break=page), self.lines.runs(block.text))
        if SECTION.fullmatch(plain(block.text)):
            return paragraph(paragraph_properties(style=f"Kop{block.level - 1}"), self.lines.runs(block.text))
        if "vet" in block.attributes:
            properties = paragraph_properties(keep_next=True, page_break=page, spacing=before(200))
            return paragraph(properties, self.lines.runs(block.text, Look(bold=True)))
        if self.hand.headings == "niveau" and block.level > 2:
            properties = paragraph_properties(keep_next=True, spacing=before(240), outline=block.level - 2)
            return paragraph(properties, self.lines.runs(block.text, Look(bold=True), size=22, colour=self.hand.colour))
        return self._styled_heading(block, page)

    def _styled_heading(self, block: Heading, page: bool) -> str:
        text, numbering = block.text, None
        if self.hand.headings == "genummerd":
            if "zonder-nummer" in block.attributes:
                numbering = (0, 0)
            else:
                text = self._without_number(block)
        properties = paragraph_properties(style=f"Kop{block.level - 1}", page_break=page, numbering=numbering)
        return paragraph(properties, self.lines.runs(text))

    def _without_number(self, block: Heading) -> str:
        """Take the number off the text, after proving that Word will count to the same number."""
        depth = block.level - 2
        self.counters[depth] += 1
        self.counters[depth + 1 :] = [0] * (len(self.counters) - depth - 1)
        counted = ".".join(str(number) for number in self.counters[: depth + 1])
        match = NUMBER.fullmatch(block.text)
        if not match or match[1] != counted:
            raise ValueError(f"Word telt {counted}, de bron heeft '{block.text}'")
        return match[2]

    def _paragraph(self, block: Paragraph) -> str:
        page = self._starts_page()
        if "los" in block.attributes:
            properties = paragraph_properties(page_break=page, align="center")
            return paragraph(properties, self.lines.runs(block.text, Look(bold=True), size=32, colour="A6A6A6"))
        if SECTION.fullmatch(plain(block.text)):
            return self._section(block, page)
        highlight = "yellow" if "geel" in block.attributes else ""
        if typed := TYPED_NUMBER.match(block.text):
            text = f"{typed[1]}\t{block.text[typed.end() :]}"
            return paragraph(paragraph_properties(indent=(425, 425)), self.lines.runs(text))
        if block.text.startswith("o "):
            return paragraph(paragraph_properties(indent=(850, 283)), self.lines.runs("o\t" + block.text[2:]))
        properties = paragraph_properties(page_break=page, spacing=self._space())
        return paragraph(properties, self.lines.runs(block.text, highlight=highlight))

    def _section(self, block: Paragraph, page: bool) -> str:
        text = plain(block.text)
        if self.hand.sections == "kop":
            return paragraph(paragraph_properties(style="Kop4", page_break=page), self.lines.runs(text))
        if self.hand.sections == "stijl":
            return paragraph(paragraph_properties(style="Sectie", page_break=page), self.lines.runs(text))
        properties = paragraph_properties(keep_next=True, page_break=page, spacing=before(120))
        if self.hand.sections == "vet":
            return paragraph(properties, self.lines.runs(text, Look(bold=True, italic=True)))
        return paragraph(properties, self.lines.runs(block.text))

    def _item(self, block: Item) -> str:
        return paragraph(self._item_properties(block), self.lines.runs(block.text))

    def _item_properties(self, block: Item) -> str:
        if block.kind == "punt" and self.hand.lists == "stijl":
            style = "Lijstopsomteken" + (str(block.level + 1) if block.level else "")
            return paragraph_properties(style=style, spacing=self._space())
        number = BULLETS
        if block.kind != "punt":
            if block.starts and block.level == 0:
                self.own_lists += 1
            number = FIRST_OWN_LIST + self.own_lists - 1
        return paragraph_properties(style="Lijstalinea", numbering=(block.level, number), spacing=self._space())

    def _contents(self, block: Contents) -> str:
        entries = []
        for index, (title, page) in enumerate(block.entries):
            opening = field_char("begin", instruction='TOC \\f \\h \\z \\t "Kop 1;1"') + field_char("separate")
            closing = field_char("end") if index == len(block.entries) - 1 else ""
            content = (opening if index == 0 else "") + run(f"{title}\t{page}") + closing
            entries.append(paragraph(paragraph_properties(style="Inhopg1"), content))
        gallery = f"<w:docPartObj>{val('docPartGallery', 'Table of Contents')}<w:docPartUnique/></w:docPartObj>"
        head = paragraph(paragraph_properties(style="Kopvaninhoudsopgave"), run("Inhoudsopgave"))
        properties = self.lines.control_properties("Inhoudsopgave", gallery)
        return f"<w:sdt>{properties}<w:sdtContent>{head}{''.join(entries)}</w:sdtContent></w:sdt>"

    def _table(self, block: Table) -> str:
        widths = column_widths(block)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(row, widths, header=index == 0) for index, row in enumerate(block.rows))
        look = (
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
            'w:noHBand="0" w:noVBand="1"/>'
        )
        properties = f'<w:tblPr>{val("tblStyle", "Tabelraster")}<w:tblW w:w="{WIDTH}" w:type="dxa"/>{look}</w:tblPr>'
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, row: tuple[str, ...], widths: list[int], *, header: bool) -> str:
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7EDF3"/>' if header else ""
        look = Look(bold=header)
        cells = []
        for text, width in zip(row, widths, strict=True):
            properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
            content = paragraph(paragraph_properties(style="Tabeltekst"), self.lines.runs(text, look))
            cells.append(f"<w:tc>{properties}{content}</w:tc>")
        kind = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else "<w:trPr><w:cantSplit/></w:trPr>"
        return f"<w:tr>{kind}{''.join(cells)}</w:tr>"


def before(twips: int) -> str:
    """Give spacing above a paragraph."""
    return f'<w:spacing w:before="{twips}"/>'


def column_widths(table: Table) -> list[int]:
    """Share the type area over the columns after their longest texts, none too narrow or too wide."""
    longest = [max(15, min(60, max(len(plain(cell)) for cell in column))) for column in zip(*table.rows, strict=True)]
    widths = [WIDTH * length // sum(longest) for length in longest]
    widths[-1] += WIDTH - sum(widths)
    return widths
