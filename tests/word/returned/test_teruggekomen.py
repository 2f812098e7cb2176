"""A Word file that came back: what was there, what is there now, who changed what, and where it belongs."""

from __future__ import annotations

import pytest

from brief.text import plain_spans
from brief.word.reading import Source, read
from brief.word.returned import Kind, Returned, Which, marked, read_returned, seen
from brief.word.revisions import compare
from rounds.voorbeeldronde import document
from word.reading.bouwdoos import cell, docx, p, r, relation, row, table
from word.revisions.paren import pairs

PAIRS = {name: (old, new) for name, old, new in pairs()}
ANNA = 'w:author="Anna" w:date="2026-09-15T10:00:00Z"'
NOTES = (Source.BODY, Source.TEXTBOX, Source.FOOTNOTE, Source.ENDNOTE)
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def begin(name: str, number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int = 1) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def ins(inside: str, number: int = 50) -> str:
    return f'<w:ins w:id="{number}" {ANNA}>{inside}</w:ins>'


def gone(text: str, number: int = 51) -> str:
    return f'<w:del w:id="{number}" {ANNA}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def back(body: str, **more: object) -> Returned:
    found = read_returned(docx(body, **more), "retour.docx")  # type: ignore[arg-type]
    assert not found.failed
    return found


def texts(found: Returned, which: Which) -> list[str]:
    return [each.text for each in seen(found, which) if each.text.strip()]


def of_marks(found: Returned, which: Which = Which.NA) -> list[tuple[str, str]]:
    return [(name, plain_spans(spans)) for each in seen(found, which) for name, spans in marked(each)]


def plain(data: bytes) -> list[str]:
    blocks = [block for block in read(data, "x.docx").by_source(*NOTES) if block.text.strip()]
    return sorted(block.text for block in blocks)


@pytest.mark.parametrize("name", PAIRS)
def test_rejected_it_is_the_old_text_and_accepted_the_new(name: str) -> None:
    old, new = PAIRS[name]
    found = read_returned(compare(old, new, author="Anna", date="").data, "retour.docx")
    shown = [each for each in found.alineas if each.block is not None and each.block.source in NOTES]
    there = {(each.part, each.number) for each in shown}
    for which, data in ((Which.VOOR, old), (Which.NA, new)):
        parts = [each for each in seen(found, which) if (each.alineas[-1].part, each.alineas[-1].number) in there]
        assert sorted(each.text for each in parts if each.text.strip()) == plain(data)


def test_a_change_says_who_made_it_and_when() -> None:
    found = back(p(r("Het Rijk ") + gone("betaalt") + ins(r("draagt bij")) + r(".")))
    assert [(each.kind, each.author, each.date) for each in found.changes] == [
        (Kind.VERWIJDERD, "Anna", "2026-09-15T10:00:00Z"),
        (Kind.INGEVOEGD, "Anna", "2026-09-15T10:00:00Z"),
    ]
    assert [found.text_of(0), found.text_of(1)] == ["betaalt", "draagt bij"]
    assert texts(found, Which.VOOR) == ["Het Rijk betaalt."]
    assert texts(found, Which.NA) == ["Het Rijk draagt bij."]


def test_what_one_added_and_another_took_out_is_in_neither_text() -> None:
    found = back(p(r("Een") + ins(gone(" twee")) + r(" drie")))
    assert texts(found, Which.VOOR) == texts(found, Which.NA) == ["Een drie"]


def test_a_split_paragraph_keeps_its_mark_in_both_halves() -> None:
    mark = f'<w:rPr><w:ins w:id="9" {ANNA}/></w:rPr>'
    found = back(p(begin("_hkb_abc") + r("Eerst."), mark) + p(r(" Daarna.") + end()))
    assert of_marks(found, Which.VOOR) == [("_hkb_abc", "Eerst. Daarna.")]
    assert of_marks(found) == [("_hkb_abc", "Eerst."), ("_hkb_abc", "Daarna.")]
    assert found.changes[0].is_end


def test_joined_paragraphs_have_both_marks() -> None:
    mark = f'<w:rPr><w:del w:id="9" {ANNA}/></w:rPr>'
    body = p(begin("_hkb_a") + r("Eerst.") + end(), mark) + p(begin("_hkb_b", 2) + r("Daarna.") + end(2))
    assert of_marks(back(body)) == [("_hkb_a", "Eerst."), ("_hkb_b", "Daarna.")]
    assert len(seen(back(body), Which.NA)) == 1


def test_words_put_beside_a_sentence_belong_to_the_sentence_before_them() -> None:
    body = p(
        begin("_hkz_n_1") + r("Eerst.") + end() + ins(r(" Erbij.")) + r(" ") + begin("_hkz_n_2", 2) + r("Dan.") + end(2)
    )
    assert of_marks(back(body)) == [("_hkz_n_1", "Eerst. Erbij."), ("_hkz_n_2", "Dan.")]


def test_the_words_of_the_template_beside_a_field_are_not_its_value() -> None:
    body = p(r("Datum ") + begin("_hkv_datum") + gone("14") + ins(r("15")) + r(" september") + end() + ins(r(" 2026")))
    assert of_marks(back(body)) == [("", "Datum"), ("_hkv_datum", "15 september 2026")]


def test_a_mark_of_which_all_words_are_gone_is_still_told() -> None:
    body = p(begin("_hka_n_1_p1") + gone("Alles weg.") + end() + r("x"))
    assert of_marks(back(body)) == [("_hka_n_1_p1", "x")]
    found = back(p(begin("_hka_n_1_p1") + end()) + p(r("x")))
    assert [each.marks for each in found.alineas] == [("_hka_n_1_p1",), ()]


def test_an_added_row_is_a_change_of_all_its_cells() -> None:
    added = row(cell(p(r("nieuw"))), cell(p(r("rij"))), properties=f'<w:ins w:id="7" {ANNA}/>')
    found = back(table(row(cell(p(r("een"))), cell(p(r("twee")))), added))
    assert texts(found, Which.VOOR) == ["een", "twee"]
    assert texts(found, Which.NA) == ["een", "twee", "nieuw", "rij"]
    assert found.text_of(0) == "nieuw\nrij"


def test_a_change_of_look_only_changes_no_text() -> None:
    look = f'<w:b/><w:rPrChange w:id="3" {ANNA}><w:rPr/></w:rPrChange>'
    found = back(p(r("Vet", look)))
    assert [each.kind for each in found.changes] == [Kind.OPMAAK]
    assert texts(found, Which.VOOR) == texts(found, Which.NA) == ["Vet"]
    assert found.alineas[0].layout == (0,)


def test_a_comment_stands_with_its_answers_and_where_it_was_put() -> None:
    paragraph = '<w:p w14:paraId="{}"><w:r><w:t>{}</w:t></w:r></w:p>'
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f'<w:comment w:id="0" {ANNA}>{paragraph.format("00000001", "Klopt dit?")}</w:comment>'
        f'<w:comment w:id="1" w:author="Bram">{paragraph.format("00000002", "Ja.")}</w:comment></w:comments>'
    )
    threads = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>'
    )
    about = '<w:commentRangeStart w:id="0"/>' + r("betaalt") + '<w:commentRangeEnd w:id="0"/>'
    found = back(
        p(r("Het Rijk ") + about + '<w:r><w:commentReference w:id="0"/></w:r>' + r(".")),
        relations=relation("c", "comments", "comments.xml") + relation("e", "commentsExtended", "ce.xml"),
        parts={"word/comments.xml": comments, "word/ce.xml": threads},
    )
    first, second = found.comments
    assert (first.author, first.text, first.done, first.parent) == ("Anna", "Klopt dit?", True, None)
    assert found.replies("0") == (second,)
    assert [piece.text for piece in found.alineas[0].pieces if "0" in piece.comments] == ["betaalt"]
    assert found.alineas[0].comments == ("0",)


def test_our_own_document_comes_back_with_every_mark_and_no_change() -> None:
    for name in ("kamerbrief", "afsprakenlijst"):
        found = read_returned(document(name), f"{name}.docx")
        assert (found.ronde, found.versie, found.document, found.is_marked) == ("2026", "v01", name, True)
        assert (found.changes, found.comments) == ((), ())
        without = [each.text for each in seen(found, Which.NA) if each.text.strip() and not each.marks]
        assert without == []


def test_a_note_belongs_to_the_mark_around_its_number() -> None:
    found = read_returned(document("kamerbrief"), "kamerbrief.docx")
    notes = [each for each in found.alineas if each.note and each.block is not None and each.pieces]
    assert notes
    assert all(len(each.marks) == 1 and each.marks[0].startswith("_hkn_") for each in notes)


def test_a_file_that_is_no_word_file_gives_an_error_and_no_paragraphs() -> None:
    found = read_returned(b"geen Word", "x.docx")
    assert found.failed
    assert found.alineas == ()


def test_names_taken_out_of_a_file_are_told() -> None:
    settings = (
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:removePersonalInformation/></w:settings>"
    )
    more = {"relations": relation("s", "settings", "settings.xml"), "parts": {"word/settings.xml": settings}}
    assert back(p(r("x")), **more).anonymous
    assert not back(p(r("x"))).anonymous


def test_answers_to_answers_and_a_circle_of_them_are_a_thread_of_which_nothing_goes_unseen() -> None:
    paragraph = '<w:p w14:paraId="{:08X}"><w:r><w:t>Opmerking {}</w:t></w:r></w:p>'
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        + "".join(f'<w:comment w:id="{n}" {ANNA}>{paragraph.format(n + 1, n)}</w:comment>' for n in range(1_500))
        + "</w:comments>"
    )
    for first_answers, roots in ((None, ["0"]), (1_500, ["0"])):
        pairs = [(n + 1, n) for n in range(1, 1_500)] + ([(1, first_answers)] if first_answers else [])
        threads = f'<w15:commentsEx xmlns:w15="{W15}">' + "".join(
            f'<w15:commentEx w15:paraId="{one:08X}" w15:paraIdParent="{other:08X}"/>' for one, other in pairs
        )
        found = back(
            p(r("Het Rijk") + '<w:r><w:commentReference w:id="0"/></w:r>'),
            relations=relation("c", "comments", "comments.xml") + relation("e", "commentsExtended", "ce.xml"),
            parts={"word/comments.xml": comments, "word/ce.xml": f"{threads}</w15:commentsEx>"},
        )
        assert [each.id for each in found.comments if each.parent is None] == roots
        assert len(found.replies("0")) == 1_499
