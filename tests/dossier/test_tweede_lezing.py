"""A second reading of the same file, made in another way, sees what the first does wrong: each fault turns it red."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief.dossier import read
from brief.dossier.from_word import source_blocks
from brief.dossier.second_reading import differences
from brief.text.model import Paragraph, Run, Table
from brief.word.reading import Source, WordBlock, WordText
from brief.word.reading import read as read_word
from brief.word.second import shown
from word.reading.bouwdoos import cell, docx, level, listed, p, part, r, relation, row, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.diagnostics import Diagnostic
    from brief.dossier.blocks import SourceBlock

BY = 'w:id="3" w:author="K. Visser" w:date="2026-05-19T00:00:00Z"'
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.fixture(scope="module")
def data() -> bytes:
    gone = f"<w:del {BY}><w:r><w:delText>twintig</w:delText></w:r></w:del>"
    cells = table(
        row(cell(p(r("Wie"))), cell(p(r("Bijdrage")))),
        row(cell(p(r("Het Rijk"))), cell(p(gone + r("dertig miljoen") + BOX.format(p(r("let op dit vak")))))),
        row(cell(p("", listed(1))), cell(p(r("De regio")) + p(r("tien miljoen")))),
    )
    notes = part("footnotes", f'<w:footnote w:id="1">{p(r("Zie de bijlage."))}</w:footnote>')
    return docx(
        p(r("BO Leefomgeving Zuid"))
        + p(r("2.1 Water", "<w:b/>"))
        + p(r("Voorgestelde afspraken:"))
        + p(r("Rijk en regio verdelen de kosten:") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + cells
        + p(r("Zij ronden dat af in 2027.")),
        numbering=NUMBERING,
        relations=relation("rId8", "footnotes", "footnotes.xml"),
        parts={"word/footnotes.xml": notes},
    )


def held(data: bytes, change: Callable[[list[WordBlock]], list[WordBlock]]) -> tuple[Diagnostic, ...]:
    """Hold a first reading with a fault against the second."""
    word = read_word(data, "zuid.docx")
    broken = WordText(word.file, tuple(change(list(word.blocks))))
    return differences(source_blocks(broken), shown(data, "zuid.docx"), "zuid.docx")


def _in_body(blocks: list[WordBlock], text: str) -> int:
    return next(n for n, block in enumerate(blocks) if block.text == text)


def _drop_cell(blocks: list[WordBlock]) -> list[WordBlock]:
    del blocks[_in_body(blocks, "De regio")]
    return blocks


def _swap_cells(blocks: list[WordBlock]) -> list[WordBlock]:
    one, two = _in_body(blocks, "Wie"), _in_body(blocks, "Bijdrage")
    blocks[one], blocks[two] = (
        replace(blocks[one], spans=blocks[two].spans),
        replace(blocks[two], spans=blocks[one].spans),
    )
    return blocks


def _keep_deleted(blocks: list[WordBlock]) -> list[WordBlock]:
    at = next(n for n, block in enumerate(blocks) if block.source is Source.DELETED)
    blocks[at] = replace(blocks[at], source=Source.BODY)
    return blocks


def _keep_deleted_in_a_paragraph(blocks: list[WordBlock]) -> list[WordBlock]:
    at = _in_body(blocks, "dertig miljoen")
    blocks[at] = replace(blocks[at], spans=(Run("twintig "), *blocks[at].spans))
    return blocks


def _glue(blocks: list[WordBlock]) -> list[WordBlock]:
    at = _in_body(blocks, "Zij ronden dat af in 2027.")
    blocks[at] = replace(blocks[at], spans=(Run("Zij ronden datafin 2027."),))
    return blocks


def _cut(blocks: list[WordBlock]) -> list[WordBlock]:
    at = _in_body(blocks, "Zij ronden dat af in 2027.")
    blocks[at : at + 1] = [replace(blocks[at], spans=(Run(text),)) for text in ("Zij ronden dat", "af in 2027.")]
    return blocks


def _join(blocks: list[WordBlock]) -> list[WordBlock]:
    at = _in_body(blocks, "2.1 Water")
    blocks[at] = replace(blocks[at], spans=(Run("2.1 Water Voorgestelde afspraken:"),))
    del blocks[at + 1]
    return blocks


def _lose_the_box(blocks: list[WordBlock]) -> list[WordBlock]:
    return [block for block in blocks if block.source is not Source.TEXTBOX]


def _lose_the_note(blocks: list[WordBlock]) -> list[WordBlock]:
    return [block for block in blocks if block.source is not Source.FOOTNOTE]


def _double(blocks: list[WordBlock]) -> list[WordBlock]:
    return [*blocks, blocks[_in_body(blocks, "Zij ronden dat af in 2027.")]]


def _other_row(blocks: list[WordBlock]) -> list[WordBlock]:
    at = _in_body(blocks, "Het Rijk")
    blocks[at] = replace(blocks[at], cells=(replace(blocks[at].cells[0], row=0, column=2),))
    return blocks


def test_a_sound_reading_is_as_the_second(data: bytes) -> None:
    assert held(data, lambda blocks: blocks) == ()
    assert "BR158" not in {note.code for note in read(data, "zuid.docx").meldingen}


@pytest.mark.parametrize(
    "fault",
    [
        _drop_cell, _swap_cells, _keep_deleted, _keep_deleted_in_a_paragraph, _glue, _cut, _join, _lose_the_box,
        _lose_the_note, _double, _other_row,
    ],
)  # fmt: skip
def test_every_fault_of_the_first_reading_is_seen_and_has_its_place(
    data: bytes, fault: Callable[[list[WordBlock]], list[WordBlock]]
) -> None:
    found = held(data, fault)
    assert [note.code for note in found] == ["BR158"]
    assert found[0].place is not None
    assert found[0].place.part in {"word/document.xml", "word/footnotes.xml"}
    assert found[0].place.excerpt


def test_words_that_move_to_another_cell_are_seen(data: bytes) -> None:
    """The words are the same and in order; only the table is another."""

    def moved(block: SourceBlock) -> SourceBlock:
        if not isinstance(block.block, Table):
            return block
        first, *others = block.block.rows
        cells = ((*first[0], Run(" "), *first[1]), ())
        return replace(block, block=Table((cells, *others), block.block.head))

    blocks = [moved(block) for block in source_blocks(read_word(data, "zuid.docx"))]
    found = differences(blocks, shown(data, "zuid.docx"), "zuid.docx")
    assert ["niet in dezelfde alinea, rij of cel" in note.message for note in found] == [True]


def test_a_difference_stops_the_dossier(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    from brief.word.second import story

    monkeypatch.setattr(story, "TEXTS", ())
    dossier = read(data, "zuid.docx")
    assert {note.code for note in dossier.meldingen if note.is_error} == {"BR158"}
    assert dossier.afspraken == ()


def test_numbers_of_a_table_are_no_difference_but_other_words_are(data: bytes) -> None:
    blocks = source_blocks(read_word(data, "zuid.docx"))
    place = next(block.place for block in blocks if block.is_table)
    more = replace(blocks[0], block=Paragraph((Run("1."),)), text="1.", place=place)
    assert differences([*blocks, more], shown(data, "zuid.docx"), "zuid.docx") != ()
