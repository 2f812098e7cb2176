"""The judge of Logius' rules sees what it is there to see: it is shown a sound document and broken ones."""

from __future__ import annotations

import io
import zipfile

import pytest

from keuring.logius import rule_errors

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DC = "http://purl.org/dc/elements/1.1/"


def _p(words: str, style: str = "", look: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def _row(words: str, marks: str = "") -> str:
    return f"<w:tr><w:trPr>{marks}</w:trPr><w:tc>{_p(words)}</w:tc></w:tr>"


HEAD, ROW = _row("Datum", "<w:tblHeader/>"), _row("14 september")
LINK = f'<w:p><w:hyperlink w:anchor="a">{_p("Bijlage 1", look="<w:u/>")[5:-6]}</w:hyperlink></w:p>'
DRAWING = f'<w:drawing><wp:docPr xmlns:wp="{WP}" name="k" descr="De kaart"/></w:drawing>'
PICTURE = f"<w:p><w:r><w:t>Kaart</w:t>{DRAWING}</w:r></w:p>"
SPACER = '<w:p><w:pPr><w:spacing w:lineRule="exact"/></w:pPr></w:p>'
END = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
TITLE, SUBJECT, DEEPER = _p("Uitkomsten", "K1"), _p("Water", "K2"), _p("Zoet water", "K3")
REST = SUBJECT + DEEPER
PLAIN, LEAD = _p("Rijk en regio maken een plan."), _p("Afspraken:", look="<w:b/>")
BODY = [TITLE, SUBJECT, DEEPER, PLAIN, LEAD, f"<w:tbl>{HEAD}{ROW}</w:tbl>", LINK, PICTURE, SPACER, END]
STYLES = "".join(
    f'<w:style w:styleId="K{level}"><w:name w:val="Heading {level}"/><w:rPr><w:color w:val="000000"/></w:rPr></w:style>'
    for level in (1, 2, 3)
)
LANGUAGE = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
CORE = "<dc:title>Uitkomsten</dc:title><dc:language>nl-NL</dc:language>"


def _document(old: str = "", new: str = "") -> bytes:
    """Give a sound document, or one in which something stands otherwise."""
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{"".join(BODY)}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{LANGUAGE}{STYLES}</w:styles>',
        "docProps/core.xml": f'<core xmlns:dc="{DC}">{CORE}</core>',
    }
    assert sum(part.count(old) for part in parts.values()) == 1 or not old
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part.replace(old, new) if old else part)
    return stream.getvalue()


FAULTS = {
    "no title": (TITLE, "", ["0 headings of level 1", "the first heading is not the title"]),
    "two titles": (DEEPER, DEEPER + TITLE, ["2 headings of level 1"]),
    "a title that is not first": (
        TITLE + SUBJECT + DEEPER,
        SUBJECT + DEEPER + TITLE,
        ["the first heading is not the title"],
    ),
    "a level that is skipped": (SUBJECT, "", ["heading level 3 after 1: Zoet water"]),
    "an empty heading": (SUBJECT, _p("", "K2"), ["an empty heading", "an empty paragraph"]),
    "bold by hand": (SUBJECT, _p("Water", "K2", "<w:b/>"), ["bold, italic or underline in a heading: Water"]),
    "an empty paragraph": (PLAIN, "<w:p/>", ["an empty paragraph"]),
    "bold for a heading": (PLAIN, _p("Zoet water", look="<w:b/>"), ["looks like a heading: Zoet water"]),
    "a typed dash": (PLAIN, _p("- een plan"), ["looks like a list: - een plan"]),
    "underlined": (PLAIN, _p("een plan", look="<w:u/>"), ["underlined and no link: een plan"]),
    "a text box": (PLAIN, f"<w:txbxContent>{PLAIN}</w:txbxContent>", ["a text box"]),
    "a table of one row": (ROW, "", ["a table of one row"]),
    "a table without heads": (HEAD, ROW, ["a table without a header row: 14 september14 september"]),
    "an empty head": (HEAD, _row("", "<w:tblHeader/>"), ["an empty header of a table"]),
    "a vague link": (">Bijlage 1<", ">Klik hier<", ["a link that says 'klik hier'"]),
    "a link of nothing": (">Bijlage 1<", "><", ["an empty paragraph", "a link that says ''"]),
    "a picture alone": (' descr="De kaart"', "", ["a picture without an alternative: k"]),
    "a file without title": ("<dc:title>Uitkomsten", "<dc:title> ", ["no title"]),
    "a file without language": ("<dc:language>nl-NL</dc:language>", "", ["no language"]),
    "a text in English": ('<w:lang w:val="nl-NL"/>', '<w:lang w:val="en-GB"/>', ["text without a language"]),
    "a text without language": (LANGUAGE, "", ["text without a language"]),
    "grey letters": (PLAIN, _p("een plan", look='<w:color w:val="999999"/>'), ["coloured text in word/document.xml"]),
}


def test_a_sound_document_keeps_the_rules() -> None:
    assert rule_errors(_document()) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_rule_sees_what_breaks_it(fault: str) -> None:
    old, new, said = FAULTS[fault]
    assert rule_errors(_document(old, new)) == said
