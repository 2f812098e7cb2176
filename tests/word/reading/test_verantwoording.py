"""The account of a part: every character of its XML was read once, or Word's file is refused."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast
from unittest.mock import patch

from lxml import etree

from brief.diagnostics import Diagnostic, Place, Severity
from brief.text.model import Run
from brief.word.reading import read
from brief.word.reading.accounting import stray_text, unaccounted
from brief.word.reading.model import Source, WordBlock
from brief.word.reading.walk import PartWalk
from word.reading.bouwdoos import docx, p, part, r

PART = "word/document.xml"


def wandeling(*texts: str, computed: tuple[str, ...] = (), doubled: tuple[str, ...] = ()) -> PartWalk:
    """Give a walk that read these texts."""
    place = Place("a.docx", part=PART)
    blocks = [WordBlock(place, (Run(text),), Source.BODY) for text in texts]
    shared = SimpleNamespace(file="a.docx", diagnostics=list[Diagnostic]())
    made = SimpleNamespace(shared=shared, part=PART, blocks=blocks, computed=list(computed), doubled=list(doubled))
    return cast("PartWalk", made)


def wortel(body: str) -> etree._Element:
    return etree.fromstring(part("document", f"<w:body>{body}</w:body>").encode())


def test_what_was_read_in_any_order_and_with_any_white_space_is_accounted_for() -> None:
    root = wortel(p(r("Rijk en") + r(" regio")) + p(r("maken")) + "<w:p><w:r><w:t/></w:r></w:p>")
    assert unaccounted(root, wandeling("ma ken", "Rijk", "en regio ")) is None


def test_a_character_that_is_lost_or_too_many_is_an_error_that_names_it() -> None:
    root = wortel(p(r("Rijk en regio")))
    lost = unaccounted(root, wandeling("Rijk en rego"))
    assert lost is not None
    assert (lost.code, lost.severity, str(lost.place)) == ("BR122", Severity.FOUT, f"a.docx, {PART}")
    assert "kwijt: 'i', te veel: ''" in lost.message
    extra = unaccounted(root, wandeling("Rijk en regioxz"))
    assert extra is not None
    assert "kwijt: '', te veel: 'xz'" in extra.message
    assert unaccounted(root, wandeling()) is not None
    assert unaccounted(wortel(""), wandeling("x")) is not None


def test_text_of_another_place_or_word_does_not_make_up_for_what_is_lost() -> None:
    assert unaccounted(wortel(p(r("aab"))), wandeling("abb")) is not None


def test_deleted_text_counts_and_the_code_of_a_field_does_not() -> None:
    body = "<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    assert unaccounted(wortel(body), wandeling("weg")) is None


def test_what_was_computed_comes_on_top_of_the_source_and_what_stood_twice_on_top_of_what_was_read() -> None:
    root = wortel(p(r("twee")))
    assert unaccounted(root, wandeling("twee12", computed=("12",))) is None
    assert unaccounted(root, wandeling("twee", computed=("12",))) is not None
    assert unaccounted(wortel(p(r("twee")) + p(r("twee"))), wandeling("twee", doubled=("twee",))) is None
    assert unaccounted(root, wandeling("twee", doubled=("twee",))) is not None


def test_text_where_only_white_space_belongs_is_reported_and_kept() -> None:
    walk = wandeling()
    root = wortel(f"<w:p>los {r('gelezen')}\n </w:p><w:r><w:t>in<w:x/>na</w:t></w:r>")
    blocks = stray_text(root, walk)
    assert [(block.text.strip(), block.source) for block in blocks] == [("los", Source.STRAY), ("na", Source.STRAY)]
    assert [str(block.place) for block in blocks] == [f"a.docx, {PART}"] * 2
    assert [each.place.excerpt for each in walk.shared.diagnostics if each.place] == ["los", "na"]


def test_codes_and_data_are_values_and_no_stray_text() -> None:
    values = "".join(f"<w:{name}>waarde</w:{name}>" for name in ("instrText", "delInstrText", "fldData", "binData"))
    walk = wandeling()
    assert stray_text(wortel(f"<w:p><w:r>{values}<w:t>tekst</w:t><w:delText>weg</w:delText></w:r></w:p>"), walk) == []


def test_of_much_that_is_lost_the_first_forty_characters_are_shown() -> None:
    lost = unaccounted(wortel(p(r("k" * 50))), wandeling("v" * 50))
    assert lost is not None
    assert f"(kwijt: '{'k' * 40}', te veel: '{'v' * 40}')" in lost.message


def test_a_reader_that_loses_text_is_caught_by_its_account() -> None:
    word = docx(p(r("tekst")))
    assert not read(word, "a.docx").failed
    with patch.object(PartWalk, "add", lambda *_, **__: None):
        assert [each.code for each in read(word, "a.docx").diagnostics] == ["BR122"]


def test_white_space_between_elements_is_nothing() -> None:
    walk = wandeling()
    assert stray_text(wortel(f"\n  {p(r('tekst'))}\n"), walk) == []
    assert walk.shared.diagnostics == []
