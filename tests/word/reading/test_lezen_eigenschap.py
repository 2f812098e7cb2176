"""For Word files made at random: the text that went in comes out, each character once, whatever stands around it."""

from __future__ import annotations

from collections import Counter
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.word.reading import Revisions, Source, read
from keuring.eigenschap import tries
from word.reading.bouwdoos import cell, docx, p, r, row, table

WORDS = st.text(
    st.characters(
        min_codepoint=0x21, max_codepoint=0x2FFF, exclude_categories=("Cs", "Cc", "Cn", "Co", "Zs", "Zl", "Zp")
    ),
    min_size=1,
    max_size=8,
)
MARKS = '<w:{0} w:id="1" w:author="A">{1}</w:{0}>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>'
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SDT = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
LOOKS = ("", "<w:b/>", "<w:i/><w:vanish/>", '<w:vertAlign w:val="subscript"/>', "<w:strike/>")


@st.composite
def inlines(draw: st.DrawFn, depth: int = 0) -> tuple[str, Counter[str], Counter[str]]:
    """Give the XML of a stretch of a paragraph, the characters that show, and those that do not."""
    word = draw(WORDS)
    look = draw(st.sampled_from(LOOKS))
    text, hidden = r(escape(word), look), "vanish" in look
    kind = draw(st.sampled_from(("run", "ins", "del", "moveFrom", "link", "field", "sdt", "box", "smartTag")))
    shows, not_shown = (Counter[str](), Counter(word)) if hidden else (Counter(word), Counter[str]())
    if kind in {"ins"}:
        return MARKS.format(kind, text), shows, not_shown
    if kind == "del":
        return (
            MARKS.format(kind, text.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")),
            Counter(),
            Counter(word),
        )
    if kind == "moveFrom":
        return MARKS.format(kind, text), Counter(), Counter(word)
    if kind == "box" and depth < 2:
        inside, shows, not_shown = draw(paragraphs(depth + 1))
        return BOX.format(inside), shows, not_shown
    forms = {
        "link": '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        "field": FIELD,
        "sdt": SDT,
        "smartTag": "<w:smartTag>{}</w:smartTag>",
    }
    return forms.get(kind, "{}").format(text), shows, not_shown


@st.composite
def paragraphs(draw: st.DrawFn, depth: int = 0) -> tuple[str, Counter[str], Counter[str]]:
    parts = draw(st.lists(inlines(depth), max_size=4))
    mark = draw(
        st.sampled_from(
            ("", "", '<w:rPr><w:del w:id="2" w:author="A"/></w:rPr>', '<w:rPr><w:ins w:id="2" w:author="A"/></w:rPr>')
        )
    )
    return p("".join(x for x, _, _ in parts), mark), _sum(parts, 1), _sum(parts, 2)


@st.composite
def bodies(draw: st.DrawFn, depth: int = 0) -> tuple[str, Counter[str], Counter[str]]:
    blocks = []
    for kind in draw(st.lists(st.sampled_from(("p", "p", "table", "sdt")), min_size=1, max_size=4)):
        if kind == "p" or depth == 2:
            blocks.append(draw(paragraphs()))
            continue
        inside, shows, not_shown = draw(bodies(depth + 1))
        if kind == "sdt":
            blocks.append((SDT.format(inside), shows, not_shown))
        elif draw(st.booleans()):
            gone = '<w:del w:id="3" w:author="A"/>'
            blocks.append((table(row(cell(inside + "<w:p/>"), properties=gone)), Counter(), shows + not_shown))
        else:
            blocks.append((table(row(cell(inside + "<w:p/>"), cell("<w:p/>"))), shows, not_shown))
    return "".join(x for x, _, _ in blocks), _sum(blocks, 1), _sum(blocks, 2)


def _sum(parts: list[tuple[str, Counter[str], Counter[str]]], index: int) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in parts:
        total += each[index]  # type: ignore[arg-type]
    return total


@settings(max_examples=tries(150))
@given(bodies())
def test_text_in_is_text_out(made: tuple[str, Counter[str], Counter[str]]) -> None:
    body, shows, not_shown = made
    word = read(docx(body), "proef.docx")
    assert not word.failed, word.diagnostics
    shown = Counter("".join(block.text for block in word.by_source(Source.BODY, Source.TEXTBOX)))
    aside = Counter("".join(b.text for b in word.blocks if b.source not in {Source.BODY, Source.TEXTBOX}))
    assert shown == shows
    assert aside == not_shown


@settings(max_examples=tries(60))
@given(bodies(), st.sampled_from(list(Revisions)))
def test_every_way_of_reading_changes_keeps_every_character(
    made: tuple[str, Counter[str], Counter[str]], revisions: Revisions
) -> None:
    body, shows, not_shown = made
    word = read(docx(body), "proef.docx", revisions=revisions)
    assert [d.code for d in word.diagnostics if d.is_error and d.code != "BR115"] == []
    assert Counter("".join(block.text for block in word.blocks)) == shows + not_shown
