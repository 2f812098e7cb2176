"""The number that Word shows is not in the text: it follows from `numbering.xml`."""

from __future__ import annotations

import pytest

from brief.word.reading import read
from brief.word.reading.numerals import numeral
from word.reading.bouwdoos import docx, level, listed, p, r


def nummers(body: str, numbering: str, styles: str = "") -> list[str]:
    word = read(docx(body, numbering=numbering, styles=styles), "proef.docx")
    assert not word.failed
    return [block.number.text if block.number else "" for block in word.blocks]


def lijst(num: int, abstract: int, inside: str = "") -> str:
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


KOPPEN = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3."))


def alineas(*items: tuple[int, int]) -> str:
    return "".join(p(r("x"), listed(num, depth)) for num, depth in items)


def test_levels_count_and_a_higher_level_restarts_the_lower() -> None:
    body = alineas((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1))
    assert nummers(body, KOPPEN + lijst(1, 0)) == ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1."]


def test_level_that_comes_without_its_parent_counts_the_parent_as_begun() -> None:
    assert nummers(alineas((1, 1), (1, 1), (1, 0)), KOPPEN + lijst(1, 0)) == ["1.1.", "1.2.", "2."]


def test_lists_of_one_definition_go_on_unless_one_starts_afresh() -> None:
    fresh = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = KOPPEN + lijst(1, 0) + lijst(2, 0) + lijst(3, 0, fresh)
    assert nummers(alineas((1, 0), (2, 0), (3, 0), (3, 0)), numbering) == ["1.", "2.", "1.", "2."]


def test_override_gives_a_level_another_form() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    assert nummers(alineas((1, 0), (1, 0)), KOPPEN + lijst(1, 0, own)) == ["a)", "b)"]


def test_restart_after_a_level_of_choice_and_never() -> None:
    never = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>'))
    assert nummers(alineas((1, 0), (1, 1), (1, 0), (1, 1)), never + lijst(1, 0)) == ["1.", "1)", "2.", "2)"]


def test_legal_form_writes_roman_chapters_in_digits() -> None:
    legal = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    assert nummers(alineas((1, 0), (1, 0), (1, 1)), legal + lijst(1, 0)) == ["I.", "II.", "2.1"]


def test_start_other_than_one() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.", start=5)) + lijst(1, 0)
    assert nummers(alineas((1, 0), (1, 0)), numbering) == ["5.", "6."]


def test_bullet_has_no_number() -> None:
    word = read(docx(alineas((1, 0)), numbering=abstract(0, level(0, "bullet", "\uf0b7")) + lijst(1, 0)), "x.docx")
    number = word.blocks[0].number
    assert number is not None
    assert number.bullet


def test_style_numbers_its_paragraphs_and_zero_takes_it_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        p(r("a"), '<w:pStyle w:val="Kop1"/>')
        + p(r("b"), '<w:pStyle w:val="Kop2"/>')
        + p(r("c"), '<w:pStyle w:val="Kop1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p(r("d"), '<w:pStyle w:val="Kop2"/>')
    )
    assert nummers(body, KOPPEN + lijst(1, 0), styles) == ["1.", "1.1.", "", "1.2."]


def test_level_that_a_definition_ties_to_the_style() -> None:
    tied = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.", more='<w:pStyle w:val="Kop2"/>'))
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p(r("a"), listed(1)) + p(r("b"), '<w:pStyle w:val="Kop2"/>')
    assert nummers(body, tied + lijst(1, 0), styles) == ["1.", "1.1."]


def test_list_style_lends_its_levels() -> None:
    numbering = (
        abstract(0, level(0, "decimal", "%1)"))
        + abstract(1, more='<w:numStyleLink w:val="MijnLijst"/>')
        + lijst(1, 0)
        + lijst(2, 1)
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="MijnLijst"><w:name w:val="Mijn lijst"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert nummers(alineas((2, 0), (2, 0)), numbering, styles) == ["1)", "2)"]


def test_paragraph_whose_mark_is_deleted_takes_no_number() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="J"/></w:rPr>'
    deleted = '<w:del w:id="2" w:author="J"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    body = p(r("a"), listed(1)) + p(deleted, listed(1) + gone) + p(r("b"), listed(1))
    word = read(docx(body, numbering=KOPPEN + lijst(1, 0)), "x.docx")
    assert [block.number.text for block in word.body if block.number] == ["1.", "2."]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1994, "lowerRoman", "mcmxciv"),
        (4, "upperRoman", "IV"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (3, "decimalZero", "03"),
        (2, "ordinal", "2e"),
        (7, "iets nieuws", "7"),
        (0, "lowerLetter", "0"),
        (10**9, "lowerRoman", "1000000000"),
    ],
)
def test_forms(value: int, form: str, shown: str) -> None:
    assert numeral(value, form) == shown


def test_numbering_that_makes_no_sense_does_not_stop_the_reading() -> None:
    nonsense = '<w:abstractNum/><w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num><w:num/>'
    strange = p(r("x"), '<w:numPr><w:ilvl w:val="veel"/><w:numId w:val="1"/></w:numPr>') + alineas((1, 88), (7, 0))
    assert nummers(strange, nonsense) == ["", "", ""]
