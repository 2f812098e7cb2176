"""The proof of 1-op-1 reads what stands between the bookmarks, and nothing else: each test is one way to be wrong."""

from __future__ import annotations

from brief.diagnostics import Place, Severity
from brief.text import Document, Element, Paragraph, Role, Run, Spans, Table
from brief.versions.vullen import bewijs, teksten
from brief.word.compose import Composed
from brief.word.readback import afspraak_texts, altered
from word.reading.bouwdoos import docx, p, part, r, zipped

_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_MAIN = (
    '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
)


def start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def gelezen(body: str) -> dict[str, tuple[str, ...]]:
    return afspraak_texts(docx(body))


def test_only_what_stands_between_the_bookmarks_is_read() -> None:
    body = p(r("voor")) + p(start(1, "_afs_a") + r("een ") + r("zin") + end(1)) + p(r("na"))
    assert gelezen(body) == {"_afs_a": ("een zin",)}


def test_bookmarks_between_paragraphs_hold_whole_paragraphs() -> None:
    body = p(r("voor")) + start(1, "_afs_a") + p(r("een")) + p("") + p(r("twee")) + end(1) + p(r("na"))
    assert gelezen(body) == {"_afs_a": ("een", "twee")}


def test_a_bookmark_may_begin_in_one_paragraph_and_end_in_another() -> None:
    body = p(start(1, "_afs_a") + r("een")) + p(r("twee")) + p(r("drie") + end(1)) + p(r("na"))
    assert gelezen(body) == {"_afs_a": ("een", "twee", "drie")}


def test_a_bookmark_halfway_a_paragraph_does_not_split_it_and_hides_none_of_it() -> None:
    body = p(start(1, "_afs_a") + r("een ") + start(2, "_afs_b") + r("twee") + end(2) + end(1))
    assert gelezen(body) == {"_afs_a": ("een twee",), "_afs_b": ("een twee",)}


def test_bookmarks_after_each_other_and_in_each_other_each_have_their_own() -> None:
    body = start(1, "_afs_a") + p(start(2, "_afs_b") + r("een") + end(2)) + p(r("twee")) + end(1)
    body += start(3, "_afs_c") + p(r("drie")) + end(3)
    assert gelezen(body) == {"_afs_a": ("een", "twee"), "_afs_b": ("een",), "_afs_c": ("drie",)}


def test_other_bookmarks_and_ends_of_them_are_no_afspraken() -> None:
    body = p(start(1, "_Toc1") + r("kop") + end(1)) + p(start(2, "_afs_a") + r("een") + end(9) + end(2)) + p(end(2))
    body += p('<w:bookmarkStart w:id="5"/>' + r("naamloos") + end(5)) + p(start(6, "_afspraak") + r("anders") + end(6))
    assert gelezen(body) == {"_afs_a": ("een",)}


def test_a_bookmark_with_nothing_in_it_has_no_texts() -> None:
    assert gelezen(p(r("voor")) + start(1, "_afs_a") + p("") + end(1) + p(r("na"))) == {"_afs_a": ()}


def test_characters_that_are_elements_are_read_and_tab_stops_are_not() -> None:
    inside = "<w:tab/><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/>"
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr>'
    body = f"<w:p>{stops}{start(1, '_afs_a')}{r('a')}<w:r>{inside}</w:r>{r('b')}<w:r><w:t/></w:r>{end(1)}</w:p>"
    assert gelezen(body) == {"_afs_a": ("a\t\n\n\u2011\u00adb",)}


def test_the_cells_of_a_table_are_texts() -> None:
    cells = "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in ("A", "B"))
    body = f"{start(1, '_afs_a')}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{end(1)}{p(r('na'))}"
    assert gelezen(body) == {"_afs_a": ("A", "B")}


def test_the_part_that_is_read_is_the_one_that_the_package_names() -> None:
    def made(text: str) -> str:
        return part("document", f"<w:body>{p(start(1, '_afs_a') + r(text) + end(1))}</w:body>")

    files = {"word/document.xml": made("oud"), "word/nieuw.xml": made("nieuw")}
    named = _MAIN.format("thumbnail", "word/document.xml") + _MAIN.format("officeDocument", "/word/x/../nieuw.xml")
    assert afspraak_texts(zipped({**files, "_rels/.rels": _RELS.format(named)})) == {"_afs_a": ("nieuw",)}
    assert afspraak_texts(zipped({**files, "_rels/.rels": _RELS.format("")})) == {"_afs_a": ("oud",)}


BODY = docx(
    p(start(1, "_afs_1") + r("een") + end(1))
    + p(start(2, "_afs_2") + r("twee") + end(2))
    + p(start(3, "_afs_3") + end(3))
)
NAMEN = {"n-1": ("_afs_1", "_afs_2"), "n-2": ("_afs_3",)}


def test_the_texts_of_all_its_bookmarks_in_order_are_those_of_an_afspraak() -> None:
    assert altered(BODY, NAMEN, {"n-1": ("een", "", "twee"), "n-2": ("",)}) == ()
    assert altered(BODY, NAMEN, {}) == ()


def test_every_difference_is_noticed() -> None:
    for wrong in (("een",), ("twee", "een"), ("een", "twee", "drie"), ("een", "Twee"), ("een twee",), ()):
        assert altered(BODY, NAMEN, {"n-1": wrong, "n-2": ()}) == ("n-1",)
    assert altered(BODY, NAMEN, {"n-2": ("iets",)}) == ("n-2",)


def test_an_afspraak_without_a_bookmark_or_with_one_that_is_not_there_is_not_proved() -> None:
    assert altered(BODY, {}, {"n-1": ("een",)}) == ("n-1",)
    assert altered(BODY, {"n-1": ("_afs_9",)}, {"n-1": ("een",)}) == ("n-1",)


def spans(text: str) -> Spans:
    return (Run(text),)


def document(*elements: Element) -> Document:
    return Document("afsprakenlijst", "Lijst", {}, elements)


def test_what_must_be_there_is_the_text_of_every_element_of_an_afspraak() -> None:
    table = Table(((spans("A"), spans("B")), (spans("1"), ())), 1)
    made = document(
        Element(Paragraph(spans("Inleiding"))),
        Element(Paragraph(spans("Verwijst")), Role.VERWIJZING, "n-1"),
        Element(Paragraph(spans("Geen id")), Role.AFSPRAAK),
        Element(Paragraph(spans("Eerst:")), Role.AFSPRAAK, "n-1"),
        Element(table, Role.AFSPRAAK, "n-1"),
        Element(Paragraph(spans("Ander")), Role.AFSPRAAK, "n-2"),
    )
    assert teksten(made) == {"n-1": ("Eerst:", "A", "B", "1", ""), "n-2": ("Ander",)}


def test_each_afspraak_that_differs_is_an_error_and_what_is_proved_is_none() -> None:
    made = document(
        Element(Paragraph(spans("een")), Role.AFSPRAAK, "n-1"),
        Element(Paragraph(spans("twee")), Role.AFSPRAAK, "n-1"),
        Element(Paragraph(spans("anders")), Role.AFSPRAAK, "n-2"),
    )
    (finding,) = bewijs(made, Composed(BODY, (), NAMEN))
    assert (finding.code, finding.severity) == ("BR510", Severity.FOUT)
    assert "n-2" in finding.message
    assert "afsprakenlijst.docx" in finding.message


def test_what_differs_is_named_with_the_place_that_its_words_come_from() -> None:
    where = Place("afspraken/noord.yaml", 12)
    made = document(
        Element(Paragraph(spans("anders")), Role.AFSPRAAK, "n-1", source=lambda: where),
        Element(Paragraph(spans("ook anders")), Role.AFSPRAAK, "n-2"),
    )
    assert [finding.place for finding in bewijs(made, Composed(BODY, (), NAMEN))] == [where, None]
