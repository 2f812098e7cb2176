"""Pairs of Word files: what a reviewer does to a document, one construct each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from word.reading.bouwdoos import docx, part, relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CENTRED = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
)
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl>'
LISTS = "".join(
    f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>{LEVEL.format(form)}</w:abstractNum>'
    for n, form in enumerate(("decimal", "lowerLetter"))
) + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))
SECTION = '<w:sectPr><w:pgSz w:w="{}" w:h="16838"/></w:sectPr>'
PAGE = SECTION.format(11906)
WATER = "Rijk en provincie Drenthe werken voor de zomer een plan uit voor het beekdal."
WONEN = "De gemeenten bouwen tot en met 2030 samen ruim 12.500 woningen bij het spoor."
NET = "Netbeheerders en overheden maken het stroomnet in het noorden sneller zwaarder."
SLOT = "Hierover volgt in het najaar een brief."


def t(text: str, shape: str = "") -> str:
    """Give a run."""
    properties = f"<w:rPr>{shape}</w:rPr>" if shape else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, shape: str = "") -> str:
    """Give a paragraph of runs; a text without mark-up is a run."""
    properties = f"<w:pPr>{shape}</w:pPr>" if shape else ""
    inside = "".join(piece if piece.startswith("<") else t(piece) for piece in content if piece)
    return f"<w:p>{properties}{inside}</w:p>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def listed(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def table(*rows: Sequence[str], cell: str = "", grid: int | None = None) -> str:
    """Give a table of cells, which are texts or blocks; `cell` stands in the properties of each."""
    columns = '<w:gridCol w:w="2000"/>' * (grid or max(len(row) for row in rows))
    width = f'<w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{cell}</w:tcPr>'
    body = "".join(
        "<w:tr>" + "".join(f"<w:tc>{width}{c if c.startswith('<') else p(c)}</w:tc>" for c in row) + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>'


def control(inside: str, tag: str = "veld") -> str:
    """Give a content control around blocks or runs."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def link(inside: str, anchor: str = "boven") -> str:
    return f'<w:hyperlink w:anchor="{anchor}">{inside}</w:hyperlink>'


def field(code: str, result: str) -> str:
    """Give a complex field."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    text = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return mark.format("begin") + text + mark.format("separate") + t(result) + mark.format("end")


def simple_field(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{t(result)}</w:fldSimple>'


def bookmark(name: str, inside: str, number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def note(number: int, kind: str = "footnote") -> str:
    """Give the mark of a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def box(inside: str) -> str:
    """Give a run with a text box."""
    return f'<w:r><w:pict><v:shape style="width:90pt"><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'  # noqa: E501


def symbol(character: str) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{character}"/></w:r>'


def formula(text: str) -> str:
    return f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def document(
    *blocks: str,
    notes: Sequence[str] = (),
    ends: Sequence[str] = (),
    header: str = "",
    styles: str = STYLES,
    lists: str = LISTS,
    page: str = PAGE,
) -> bytes:
    """Give a Word file; notes are numbered from 1, as footnotes and endnotes."""
    parts: dict[str, str | bytes] = {}
    relations = ""
    for kind, texts in (("footnote", notes), ("endnote", ends)):
        if texts:
            parts[f"word/{kind}s.xml"] = part(f"{kind}s", _notes(kind, texts))
            relations += relation(f"{kind}s", f"{kind}s", f"{kind}s.xml")
    if header:
        parts["word/header1.xml"] = part("hdr", header)
        relations += relation("header", "header", "header1.xml")
        page = page.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="header"/>')
    return docx("".join(blocks) + page, styles=styles, numbering=lists, relations=relations, parts=parts)


def _notes(kind: str, texts: Sequence[str]) -> str:
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for name, number in (("separator", -1), ("continuationSeparator", 0))
    )
    return separators + "".join(
        f'<w:{kind} w:id="{number}">{p(f"<w:r><w:{kind}Ref/></w:r>", text) if text[0] != "<" else text}</w:{kind}>'
        for number, text in enumerate(texts, start=1)
    )


_BLOCKS: dict[str, tuple[str, str]] = {
    "niets": (p(WATER), p(WATER)),
    "een woord": (p(WATER), p(WATER.replace("zomer", "winter"))),
    "alles anders": (p(WATER) + p(WONEN), p("Deze bladzijde is met opzet leeg gelaten.")),
    "alinea ertussen": (p(WATER) + p(NET), p(WATER) + p(WONEN) + p(NET)),
    "laatste alinea": (p(WATER), p(WATER) + p(WONEN, shape=CENTRED)),
    "laatste twee alinea's": (p(WATER), p(WATER) + p(WONEN, shape=CENTRED) + p(NET)),
    "laatste alinea vervangen": (p(WATER) + p(WONEN, shape=CENTRED), p(WATER) + p(SLOT)),
    "lege alinea's": (p("") + p("") + p(WATER) + p(""), p("") + p(WATER) + p("") + p("")),
    "gesplitst": (p(f"{WATER} {WONEN}", shape=CENTRED), p(WATER) + p(WONEN)),
    "gesplitst in drie": (p(f"{WATER} {WONEN} {NET}") + p(SLOT), p(WATER) + p(WONEN) + p(NET) + p(SLOT)),
    "verplaatst": (p(WATER) + p(WONEN, shape=CENTRED) + p(NET) + p(SLOT), p(NET) + p(WATER) + p(WONEN) + p(SLOT)),
    "verplaatst naar het einde": (p(WATER) + p(WONEN), p(WONEN) + p(WATER)),
    "verplaatst en half herschreven": (
        p(WATER) + p(WONEN) + p(NET) + p(SLOT),
        p(NET.replace("sneller", "in hoog tempo")) + p(WATER) + p(WONEN) + p(SLOT),
    ),
    "opmaak van een woord": (p("Een ", "gewoon", " woord"), p("Een ", t("gewoon", BOLD), " woord")),
    "opmaak van een alinea": (p(WATER), p(WATER, shape=CENTRED)),
    "stijl": (p(WATER), p(WATER, shape=style("Kop1"))),
    "lijst": (p(WATER) + p(WONEN) + p(SLOT), p(WATER, shape=listed(1)) + p(WONEN, shape=listed(1)) + p(SLOT)),
    "andere lijst": (p(WATER, shape=listed(1)) + p(SLOT), p(WATER, shape=listed(2)) + p(SLOT)),
    "tabel": (p(WATER) + p(SLOT), p(WATER) + table(["een", "twee"], ["drie", "vier"]) + p(SLOT)),
    "tabel aan het einde": (p(WATER), p(WATER) + table(["een", "twee"]) + p(SLOT)),
    "alinea voor een tabel": (p(WATER) + table(["een"]) + p(SLOT), p(WATER) + p(WONEN) + table(["een"]) + p(SLOT)),
    "alleen een tabel": (p(""), table(["een", "twee"]) + p("")),
    "rijen": (
        table(["een", "twee"], ["drie", "vier"], ["vijf", "zes"]) + p(SLOT),
        table(["een", "twee"], ["vijf", "zes zeven"], ["acht", "negen"]) + p(SLOT),
    ),
    "kolom": (
        table(["eerste cel", "tweede cel"], ["derde cel", "vierde cel"]) + p(SLOT),
        table(["eerste cel", "nieuw", "tweede cel"], ["derde cel", "ook nieuw", "vierde cel"]) + p(SLOT),
    ),
    "samengevoegde cel": (
        table(["eerste cel", "tweede cel"], ["derde cel", "vierde cel"]) + p(SLOT),
        table(["eerste cel tweede cel"], cell='<w:gridSpan w:val="2"/>', grid=2) + p(SLOT),
    ),
    "verticaal samengevoegd": (
        table(["een"], ["twee"]) + p(SLOT),
        table(["een"], cell='<w:vMerge w:val="restart"/>') + p(SLOT),
    ),
    "opmaak van een cel": (table(["een"]) + p(SLOT), table(["een"], cell='<w:vAlign w:val="center"/>') + p(SLOT)),
    "laatste alinea van een cel": (table([p(WATER) + p(WONEN), "b"]) + p(SLOT), table([p(WATER), "b"]) + p(SLOT)),
    "tabel in een tabel": (
        table(["a", table(["x", "y"]) + p("")]) + p(SLOT),
        table(["a", table(["x", "z"]) + p("")]) + p(SLOT),
    ),
    "tabel in een tabel weg": (table(["a", table(["x", "y"]) + p("")]) + p(SLOT), table(["a", "b"]) + p(SLOT)),
    "besturingselement": (p(WATER) + p(SLOT), p(WATER) + control(p(WONEN)) + p(SLOT)),
    "tekst in besturingselement": (control(p(WONEN)) + p(SLOT), control(p(f"{WONEN} {NET}")) + p(SLOT)),
    "besturingselement in de regel": (p("Op ", " gestuurd"), p("Op ", control(t("2 juni 2026")), " gestuurd")),
    "tekst in de regel": (p("Op ", control(t("2 mei")), " gestuurd"), p("Op ", control(t("3 mei")), " gestuurd")),
    "koppeling": (p("Zie ", "daar", " voor meer"), p("Zie ", link(t("daar")), " voor meer")),
    "tekst van een koppeling": (p("Zie ", link(t("daar en hier"))), p("Zie ", link(t("daar of hier")))),
    "doel van een koppeling": (p("Zie ", link(t("daar"))), p("Zie ", link(t("daar"), "onder"))),
    "uitkomst van een veld": (p("Blad ", field("PAGEREF a", "3"), "."), p("Blad ", field("PAGEREF a", "4"), ".")),
    "ander veld": (p("Blad ", field("PAGEREF a", "3"), "."), p("Blad ", field("PAGE", "3"), ".")),
    "eenvoudig veld": (p("Blad ", "."), p("Blad ", simple_field("PAGE", "3"), ".")),
    "bladwijzer": (p(WATER), p(bookmark("hier", t(WATER)))),
    "verplaatste bladwijzer": (p(bookmark("hier", t(WATER))) + p(SLOT), p(WATER) + p(bookmark("hier", t(SLOT)))),
    "tekstvak": (p("Zie het vak", box(p(WATER))), p("Zie het vak", box(p(WATER) + p(WONEN)))),
    "tekstvak weg": (p("Zie het vak", box(p(WATER))), p("Zie het vak")),
    "symbool": (p("Pijl ", symbol("F0E0")), p("Pijl ", symbol("F0DF"))),
    "formule": (p("Som ", formula("a+b")), p("Som ", formula("a-b"))),
    "tab en regeleinde": (p("a", "<w:r><w:tab/></w:r>", "b"), p("a", "<w:r><w:br/></w:r>", "b")),
    "sectie weg": (p(WATER) + p(WONEN, shape=SECTION.format(9000)) + p(SLOT), p(WATER) + p(WONEN) + p(SLOT)),
    "sectie anders": (
        p(WATER, shape=SECTION.format(9000)) + p(SLOT),
        p(WATER, shape=SECTION.format(8000)) + p(SLOT),
    ),
}


def pairs() -> Iterator[tuple[str, bytes, bytes]]:
    """Give the pairs with their names, each in both directions."""
    for name, (old, new) in _BLOCKS.items():
        yield from _both_ways(name, document(old), document(new))
    yield from _both_ways("bladspiegel", document(p(SLOT)), document(p(SLOT), page=SECTION.format(8000)))
    bold = STYLES.replace("<w:rPr><w:b/></w:rPr>", "<w:pPr><w:keepNext/></w:pPr><w:rPr><w:i/></w:rPr>")
    head = p(WATER, shape=style("Kop1"))
    yield from _both_ways("definitie van een stijl", document(head), document(head, styles=bold))
    yield from _both_ways(
        "stijl die er niet is", document(p(SLOT), styles=STYLES[: STYLES.index("</w:style>") + 10]), document(head)
    )
    turned = LISTS.replace("decimal", "x").replace("lowerLetter", "decimal").replace('"x"', '"lowerLetter"')
    item = p(WATER, shape=listed(1)), p(WATER, shape=listed(2))
    yield from _both_ways("lijst met een ander nummer", document(item[0]), document(item[1], lists=turned))
    yield from _both_ways("koptekst", document(p(SLOT), header=p(WATER)), document(p(SLOT), header=p(WATER) + p(NET)))
    yield from _both_ways("koptekst erbij", document(p(SLOT)), document(p(SLOT), header=p(WATER)))
    yield from _note_pairs()


def _note_pairs() -> Iterator[tuple[str, bytes, bytes]]:
    one, two = p("Dit staat vast", note(1), "."), p("Dit staat vast", note(1), note(2), ".")
    apart = p("Dit staat vast", note(1), " en dit ook", note(2), ".")
    a, b, c = "Kamerstukken II 2025/26, 29 435, nr. 267", "Zie de bijlage bij deze brief.", "Brief van 3 juni 2026."
    none = document(p("Dit staat vast", "."))
    yield from _both_ways("noot", none, document(one, notes=[a]))
    yield from _both_ways("tekst van een noot", document(one, notes=[b]), document(one, notes=[b + " Bladzijde 2."]))
    yield from _both_ways("andere noot", document(one, notes=[a]), document(one, notes=[c]))
    yield from _both_ways("noot naast een noot", document(one, notes=[a]), document(two, notes=[b, a]))
    yield from _both_ways("noot na een noot", document(one, notes=[a]), document(two, notes=[a, b]))
    yield from _both_ways("een van twee noten", document(apart, notes=[a, b]), document(apart, notes=[a, c]))
    yield from _both_ways("noten verwisseld", document(apart, notes=[a, b]), document(apart, notes=[b, a]))
    later = p(WATER, note(1)) + p("Dit staat vast", note(2), ".")
    yield from _both_ways("noot hernummerd", document(one, notes=[a]), document(later, notes=[c, a]))
    long = p(a) + p(b)
    yield from _both_ways("noot van twee alinea's", document(one, notes=[a]), document(one, notes=[long]))
    end = p("Dit staat vast", note(1, "endnote"), ".")
    yield from _both_ways("eindnoot", none, document(end, ends=[a]))
    yield from _both_ways("tekst van een eindnoot", document(end, ends=[a]), document(end, ends=[a + ", p. 3"]))


def _both_ways(name: str, old: bytes, new: bytes) -> Iterator[tuple[str, bytes, bytes]]:
    yield name, old, new
    if old != new:
        yield f"{name}, terug", new, old
