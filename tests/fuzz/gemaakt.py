"""Make sound dossiers at random in which every construct of Word that hides, moves or computes text stands everywhere:

in the body, in cells, in tables in cells, in text boxes and in notes. Each says which words Word shows of it, so that
both readings can be held against a third that did not read at all.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from word.reading.bouwdoos import cell, docx, level, p, part, r, relation, row, table

if TYPE_CHECKING:
    from collections.abc import Callable

Made = tuple[str, str]
"""The XML of a construct, and the text that Word shows of it."""

_WORDS = (
    "Rijk", "regio", "provincie", "dijk", "woningen", "2027", "20", "35", "miljoen", "euro", "spoor", "m3", "punt;",
    "Toelichting", "In", "het", "kort:", "samen", "Almere", "Zwolle.", "ge\u00adbied", "wa\u200bter", "(1/3)",
)  # fmt: skip
_BY = 'w:id="7" w:author="A. Jansen" w:date="2026-05-19T10:00:00Z"'
_STORE = "{0E2E3D4C-0000-4000-8000-00000000000A}"
_ALTERNATE = "<mc:AlternateContent>{}</mc:AlternateContent>"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="S"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:rPr><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Groot"><w:name w:val="Groot"/><w:rPr><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Verborgen"><w:name w:val="Verborgen"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Om"><w:name w:val="Om"/><w:rPr><w:vanish/><w:caps/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Teken"><w:name w:val="Teken"/><w:rPr>'
    '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:style>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "o")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


@dataclass
class Maker:
    """Makes one dossier; `notes` are its footnotes, in order."""

    rng: random.Random
    notes: list[str] = field(default_factory=list)
    in_note: bool = False

    def words(self, most: int = 4) -> str:
        """Give some words."""
        return " ".join(self.rng.choice(_WORDS) for _ in range(self.rng.randint(1, most)))

    # Within a paragraph

    def inline(self, depth: int) -> Made:
        """Make one construct in a paragraph."""
        makers: list[Callable[[], Made]] = [
            self.plain, self.plain, self.plain, self.plain, self.hidden, self.deleted, self.moved, self.inserted,
            self.field, self.field_in_code, self.simple_field, self.check_box, self.button, self.symbol_field,
            self.property_field, self.symbol, self.extended_symbol, self.unknown_form, self.dingbats, self.greek,
            self.control, self.bound, self.prompt, self.formula, self.character, self.capitals, self.raised, self.ruby,
            self.link, self.tight, self.deleted_formula, self.drawing, self.foreign,
        ]  # fmt: skip
        if not self.in_note:
            makers += [self.note, self.deleted_note]
        if depth < 2:
            makers += [lambda: self.box(depth), lambda: self.box(depth, old=True)]
        return self.rng.choice(makers)()

    def plain(self) -> Made:
        text = self.rng.choice(("", " ")) + self.words() + self.rng.choice(("", " "))
        return r(text, self.rng.choice(("", "<w:b/>", "<w:i/>", "<w:strike/>", '<w:vanish w:val="0"/>'))), text

    def hidden(self) -> Made:
        return r(self.words(), self.rng.choice(("<w:vanish/>", '<w:rStyle w:val="Verborgen"/>'))), ""

    def deleted(self) -> Made:
        return f"<w:del {_BY}><w:r><w:delText>{self.words()}</w:delText></w:r></w:del>", ""

    def moved(self) -> Made:
        return f"<w:moveFrom {_BY}>{r(self.words())}</w:moveFrom>", ""

    def inserted(self) -> Made:
        inside, text = self.plain()
        return f"<w:ins {_BY}>{inside}</w:ins>", text

    def field(self) -> Made:
        inside, text = self.plain()
        return _field(" REF x ", inside), text

    def field_in_code(self) -> Made:
        simple = f'<w:fldSimple w:instr=" DOCPROPERTY Fase ">{r(self.words())}</w:fldSimple>'
        inside, text = self.plain()
        return (
            _mark("begin") + _code(" IF ") + simple + _code(' = "x" ') + _mark("separate") + inside + _mark("end"),
            text,
        )

    def simple_field(self) -> Made:
        inside, text = self.plain()
        return f'<w:fldSimple w:instr=" SEQ tabel ">{inside}</w:fldSimple>', text

    def check_box(self) -> Made:
        ticked = self.rng.random() < 0.5
        box = f'<w:ffData><w:checkBox><w:default w:val="0"/><w:checked w:val="{int(ticked)}"/></w:checkBox></w:ffData>'
        begin = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
        return begin + _code(" FORMCHECKBOX ") + _mark("end"), "☒" if ticked else "☐"

    def button(self) -> Made:
        text = self.words()
        code = _code(f" MACROBUTTON Naam {text} ")
        if self.rng.random() < 0.3:
            code = _code(" GOTOBUTTON plek ") + _field(" REF x ", r(text))
        return _mark("begin") + code + _mark("end"), text

    def foreign(self) -> Made:
        text = self.words()
        return f'<x:hoes xmlns:x="urn:eigen:hoes">{r(text)}</x:hoes>', text

    def symbol_field(self) -> Made:
        return _mark("begin") + _code(' SYMBOL 179 \\f "Symbol" ') + _mark("end"), "≥"

    def property_field(self) -> Made:
        return _mark("begin") + _code(" DOCPROPERTY Bedrag ") + _mark("end"), "35 miljoen"

    def symbol(self) -> Made:
        return '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"

    def extended_symbol(self) -> Made:
        choice = (
            '<mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se='
            '"http://schemas.microsoft.com/office/word/2015/wordml/symex" w16se:font="Segoe UI Symbol" '
            'w16se:char="2194"/></mc:Choice>'
        ).replace('<mc:Choice Requires="w16se">', f'<mc:Choice Requires="w16se" {_SYMEX}>')
        return f"<w:r>{_ALTERNATE.format(choice + '<mc:Fallback><w:t>↔</w:t></mc:Fallback>')}</w:r>", "↔"

    def unknown_form(self) -> Made:
        text = self.words()
        choice = f'<mc:Choice Requires="eigen" xmlns:eigen="urn:eigen:vorm"><w:t>{self.words()}</w:t></mc:Choice>'
        fallback = f'<mc:Fallback><w:t xml:space="preserve">{text}</w:t></mc:Fallback>'
        return f"<w:r>{_ALTERNATE.format(choice + fallback)}</w:r>", text

    def dingbats(self) -> Made:
        look = self.rng.choice(('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', '<w:rStyle w:val="Teken"/>'))
        return r("à", look), "→"

    def greek(self) -> Made:
        return r("Dm", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "Δμ"

    def control(self) -> Made:
        inside, text = self.plain()
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>", text

    def bound(self) -> Made:
        return _bound(r(self.words())), "35 miljoen euro"

    def prompt(self) -> Made:
        text = self.words()
        properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        return f"<w:sdt>{properties}<w:sdtContent>{r(text)}</w:sdtContent></w:sdt>", text

    def formula(self) -> Made:
        xml, text = self.rng.choice(_FORMULAS)
        return f"<m:oMath>{xml}</m:oMath>", text

    def deleted_formula(self) -> Made:
        xml, _ = self.rng.choice(_FORMULAS)
        return f"<w:del {_BY}><m:oMath>{xml}</m:oMath></w:del>", ""

    def character(self) -> Made:
        return self.rng.choice((
            ("<w:r><w:tab/></w:r>", "\t"), ("<w:r><w:br/></w:r>", "\n"), ("<w:r><w:softHyphen/></w:r>", "\u00ad"),
            ("<w:r><w:noBreakHyphen/></w:r>", "\u2011"), ('<w:r><w:br w:type="page"/></w:r>', " "),
        ))  # fmt: skip

    def capitals(self) -> Made:
        text = self.words()
        return r(text, self.rng.choice(("<w:caps/>", "<w:smallCaps/>"))), text.upper()

    def raised(self) -> Made:
        return r("10") + r("6", '<w:position w:val="8"/>'), "106"

    def ruby(self) -> Made:
        text = self.words()
        above = f"<w:rt>{r(self.words())}</w:rt>"
        return f"<w:r><w:ruby><w:rubyPr/>{above}<w:rubyBase>{r(text)}</w:rubyBase></w:ruby></w:r>", text

    def link(self) -> Made:
        inside, text = self.plain()
        return f'<w:hyperlink w:anchor="x">{inside}</w:hyperlink>', text

    def tight(self) -> Made:
        text = self.words()
        return f"<w:r><w:t> {text} </w:t></w:r>", text

    def drawing(self) -> Made:
        return (
            '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="x/chart">'
            '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>",
            "",
        )

    def note(self) -> Made:
        number = self._new_note()
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>', ""

    def deleted_note(self) -> Made:
        number = self._new_note()
        return f'<w:del {_BY}><w:r><w:footnoteReference w:id="{number}"/></w:r></w:del>', ""

    def _new_note(self) -> int:
        place, before = len(self.notes), self.in_note
        self.notes.append("")
        self.in_note = True
        self.notes[place] = self.blocks(2, most=2)[0]
        self.in_note = before
        return place + 1

    def box(self, depth: int, *, old: bool = False) -> Made:
        inside, _ = self.blocks(depth + 1, most=2)
        if old:
            return f"<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r>", ""
        shape = f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        other = f"<w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict>"
        forms = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{other}</mc:Fallback>'
        return f"<w:r>{_ALTERNATE.format(forms)}</w:r>", ""

    # Paragraphs and tables

    def blocks(self, depth: int, most: int = 4) -> Made:
        """Make some paragraphs, tables and controls."""
        made: list[Made] = []
        for _ in range(self.rng.randint(1, most)):
            kind = self.rng.random()
            if kind < 0.14 and depth < 3:
                made.append(self.table(depth))
            elif kind < 0.2:
                made.append(self.joined(depth))
            elif kind < 0.24:
                made.append(self.block_control())
            elif kind < 0.27 and depth == 0:
                made.append(self.contents())
            else:
                made.append(self.paragraph(depth))
        if not made[-1][0].endswith("</w:p>"):
            made.append(("<w:p/>", ""))
        return "".join(xml for xml, _ in made), "\n".join(text for _, text in made)

    def paragraph(self, depth: int, mark: str = "", *, most: int = 4) -> Made:
        style = self.rng.choice(("",) * 8 + ("Kop2", "Weg", "Groot"))
        listed = self.rng.choice(("",) * 4 + ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',))
        if self.rng.random() < 0.06:
            title = self.rng.choice(("Voorgestelde afspraken:", "Toelichting:", "In het kort:", "2.1 Water"))
            return p(r(title), f'<w:pStyle w:val="Kop2"/>{mark}' if title[0] == "2" else mark), title
        if style in {"Weg", "Groot"}:
            text = self.words()
            own_mark = mark or '<w:rPr><w:vanish w:val="0"/></w:rPr>'  # of "Weg" the mark would be hidden too
            inside = f'<w:pStyle w:val="{style}"/>{listed}{own_mark}'
            turned = self.rng.random() < 0.3  # a character style that toggles what the paragraph style says
            shows = (style == "Weg") == turned
            return p(r(text, '<w:rStyle w:val="Om"/>' if turned else ""), inside), text.upper() if shows else ""
        parts = [self.inline(depth) for _ in range(self.rng.randint(0, most))]
        look = f'<w:pStyle w:val="{style}"/>' if style else ""
        return p("".join(xml for xml, _ in parts), look + listed + mark), "".join(text for _, text in parts)

    def joined(self, depth: int) -> Made:
        """Make two paragraphs that Word shows as one."""
        mark = self.rng.choice((
            f"<w:rPr><w:del {_BY}/></w:rPr>", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>",
            '<w:framePr w:dropCap="drop" w:lines="3"/>',
        ))  # fmt: skip
        first, second = self.words(), self.words()
        if self.rng.random() < 0.2:
            code = p(_code(' "ja" ') + _mark("separate") + r(second) + _mark("end"))
            return p(r(first) + _mark("begin") + _code(" IF 1 = 1")) + code, first + second
        return p(r(first), mark) + p(r(second)), first + second

    def block_control(self) -> Made:
        if self.rng.random() < 0.5:
            return _bound(p(r(self.words())) + p("")), "35 miljoen euro"
        xml, text = self.paragraph(2)
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{xml}</w:sdtContent></w:sdt>", text

    def contents(self) -> Made:
        first, last = self.words(), self.words()
        look = self.rng.choice(("", '<w:pStyle w:val="Toc1"/>'))
        lines = p(_mark("begin") + _code(' TOC \\o "1-2" ') + _mark("separate") + r(first), look)
        return lines + p(_mark("end") + r(last)), f"{first}\n{last}"

    def table(self, depth: int) -> Made:
        columns = self.rng.randint(1, 3)
        rows: list[Made] = []
        merged = [False] * columns
        for _ in range(self.rng.randint(1, 4)):
            rows.append(self._row(depth, columns, merged))
        return table(*(xml for xml, _ in rows)), "\n".join(text for _, text in rows)

    def _row(self, depth: int, columns: int, merged: list[bool]) -> Made:
        out = self.rng.choice(("",) * 6 + (f"<w:del {_BY}/>", "<w:hidden/>", f"<w:ins {_BY}/>"))
        gone = "del" in out or "hidden" in out
        cells: list[Made] = []
        for column in range(columns):
            inside, text = self.blocks(depth + 1, most=2)
            merge = self.rng.choice(("",) * 5 + ('<w:vMerge w:val="restart"/>', "<w:vMerge/>"))
            hides = merge == "<w:vMerge/>" and merged[column] and not gone
            if not gone:
                merged[column] = bool(merge)
            if not merge and self.rng.random() < 0.05:
                merge, hides = f"<w:cellDel {_BY}/>", True
            cells.append((cell(inside, merge), "" if hides else text))
        return row(*(xml for xml, _ in cells), properties=out), "" if gone else "\n".join(text for _, text in cells)


def made(seed: int) -> tuple[bytes, str]:
    """Give the dossier of one seed, and the words that Word shows in its body, save those of its boxes."""
    maker = Maker(random.Random(seed))
    body, text = maker.blocks(0, most=8)
    notes = "".join(f'<w:footnote w:id="{number}">{xml}</w:footnote>' for number, xml in enumerate(maker.notes, 1))
    named = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
        '<property name="Bedrag"><v>35 miljoen</v></property></Properties>'
    )
    parts = {
        "word/footnotes.xml": part("footnotes", notes),
        "docProps/custom.xml": named,
        "customXml/item1.xml": '<n:d xmlns:n="urn:proef"><n:bedrag>35 miljoen euro</n:bedrag></n:d>',
        "customXml/itemProps1.xml": (
            f'<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
            f'ds:itemID="{_STORE}"/>'
        ),
        "customXml/_rels/item1.xml.rels": _RELS.format(relation("rId1", "customXmlProps", "itemProps1.xml")),
        "_rels/.rels": _RELS.format(
            relation("rId1", "officeDocument", "word/document.xml")
            + relation("rId2", "custom-properties", "docProps/custom.xml")
        ),
    }
    related = relation("rId8", "footnotes", "footnotes.xml") + relation("rId9", "customXml", "../customXml/item1.xml")
    start = p(r("BO Leefomgeving Noord")) + p(r("2.1 Water", "<w:b/>")) + p(r("Voorgestelde afspraken:"))
    data = docx(start + body, styles=STYLES, numbering=NUMBERING, relations=related, parts=parts)
    return data, f"BO Leefomgeving Noord\n2.1 Water\nVoorgestelde afspraken:\n{text}"


_SYMEX = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def _field(code: str, inside: str) -> str:
    return _mark("begin") + _code(code) + _mark("separate") + inside + _mark("end")


def _bound(inside: str) -> str:
    binding = (
        f'<w:dataBinding w:prefixMappings="xmlns:n=\'urn:proef\'" w:xpath="/n:d[1]/n:bedrag[1]" '
        f'w:storeItemID="{_STORE}"/>'
    )
    return f"<w:sdt><w:sdtPr>{binding}<w:text/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


_FORMULAS: tuple[Made, ...] = (
    (f"<m:f><m:num>{_m('400+200')}</m:num><m:den>{_m('2+1')}</m:den></m:f>", "(400+200)/(2+1)"),
    (f"<m:f><m:num>{_m('1')}</m:num><m:den>{_m('2')}</m:den></m:f>", "1/2"),
    (f"{_m('2')}<m:f><m:num>{_m('1')}</m:num><m:den>{_m('2')}</m:den></m:f>{_m('+x')}", "2(1/2)+x"),
    (f"<m:rad><m:deg/><m:e>{_m('x+1')}</m:e></m:rad>", "√(x+1)"),
    (f"<m:rad><m:deg>{_m('3')}</m:deg><m:e>{_m('x')}</m:e></m:rad>", "3√x"),
    (f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{_m("i=1")}</m:sub><m:sup>{_m("12")}</m:sup><m:e>{_m("w")}'
     "</m:e></m:nary>", "∑i=1 12 w"),
    (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{_m("0,1")}</m:e></m:d>', "[0,1]"),
    (f"<m:d><m:e>{_m('a')}</m:e><m:e>{_m('b')}</m:e></m:d>", "(a|b)"),
    (f"<m:func><m:fName>{_m('sin')}</m:fName><m:e>{_m('x')}</m:e></m:func>", "sin x"),
    (f"<m:sSup><m:e>{_m('m')}</m:e><m:sup>{_m('3')}</m:sup></m:sSup>", "m3"),
    (f"<m:acc><m:e>{_m('x')}</m:e></m:acc>", "x\u0302"),
    (f"<m:m><m:mr><m:e>{_m('a')}</m:e><m:e>{_m('b')}</m:e></m:mr><m:mr><m:e>{_m('c')}</m:e><m:e>{_m('d')}</m:e></m:mr>"
     "</m:m>", "[a b; c d]"),
    (f"<m:f><m:num><m:rad><m:e>{_m('2')}</m:e></m:rad></m:num><m:den>{_m('b')}</m:den></m:f>", "(√2)/b"),
)  # fmt: skip
