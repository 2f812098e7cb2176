"""Nothing of a letter gets lost, whatever it is put together of; and each line of the proof turns a fault red."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brief.intake.letter import reading
from brief.intake.letter.model import Bestemming
from brief.intake.letter.reading import read_letter
from brief.text.model import Citation, NoteMark, Run
from intake.lastige_brieven import AANHEF, CURSIEF, HOOG, TER_ONDERTEKENING, VET, brief, gewoon, kop, noot, noten, punt
from keuring.eigenschap import tries
from word.reading.bouwdoos import cell, p, r, row, table

if TYPE_CHECKING:
    from collections.abc import Callable

_TEKENS = "1. 2) a) - • * # _ [ ] | ^ ~ ` &lt;b&gt; &amp; ::: -- ' &quot; “ ’ \\ $x$ € {.x} [^1] [x](y) >"
_TAAL = "water plan het @kst-1-2 2027. gestuurd1 m2 CO2 o Rijk, regio. BO's Datum Betreft: Kenmerk Geachte NOVEX: zie"
WOORDEN = [*re.findall(r"\S+", _TEKENS), *re.findall(r"\S+", _TAAL)]
NOTEN = (
    "Kamerstukken II 2023/24, 29 435, nr. 267",
    "Zie ook Kamerstuk 34 682, nr. 1, p. 4.",
    "Idem",
    "Zie noot 1",
    "Los *x* [^2] woord",
    "Motie X, Kamerstuk 29 435, nr. 268; Handelingen II 2020/21, nr. 4, item 5",
)

zinnen = st.lists(st.sampled_from(WOORDEN), min_size=1, max_size=6).map(" ".join)
stukken = st.tuples(
    zinnen, st.sampled_from(["", "", VET, CURSIEF, HOOG]), st.sampled_from(["", " ", "<w:br/>", "<w:tab/>"])
)


@st.composite
def alineas(draw: st.DrawFn) -> str:
    """Give a paragraph of some runs; `\\N` stands where a note is meant."""
    runs = draw(st.lists(stukken, min_size=1, max_size=3))
    texts = [r(text, look) + (f"<w:r>{after}</w:r>" if after.strip() else "") for text, look, after in runs]
    return "".join(texts) + draw(st.sampled_from(["", "", "\\N"]))


blokken = st.one_of(
    alineas().map(p),
    st.tuples(st.integers(1, 3), zinnen).map(lambda each: kop(*each)),
    st.tuples(zinnen, st.integers(0, 1), st.integers(1, 4)).map(lambda each: punt(*each)),
    zinnen.map(lambda text: p(r(text, VET))),
    st.tuples(alineas(), alineas(), alineas()).map(
        lambda three: table(row(cell(p(three[0])), cell(p(three[1]))), row(cell(p(three[2]))))
    ),
    st.tuples(st.sampled_from(["- ", "o ", "1. ", "a) ", "– "]), zinnen).map(lambda each: p(r(each[0] + each[1]))),
    st.just(AANHEF),
    st.just(TER_ONDERTEKENING),
    st.just(p(r("1. Kamerstukken II 2023/24, 29 435, nr. 267"))),
)


def _met_aanhef(text: str) -> str:
    return cell(p(r(text) + "<w:r><w:br/></w:r>" + r("Geachte")))


@example(
    [table(row(_met_aanhef("Een"), cell(p(r("Twee")))), row(_met_aanhef("Drie"))), p(r("Tekst."))],
    [NOTEN[0]] * 6,
    False,
)
@settings(max_examples=tries(120), deadline=None)
@given(
    st.lists(blokken, min_size=1, max_size=6), st.lists(st.sampled_from(NOTEN), min_size=6, max_size=6), st.booleans()
)
def test_every_letter_is_taken_over_whole_or_refused_with_a_reason(
    body: list[str], teksten: list[str], verbeter: bool
) -> None:
    text = "".join(body)
    for number in range(1, text.count("\\N") + 1):
        text = text.replace("\\N", noot(number) if number <= len(teksten) else "", 1)
    overgenomen = read_letter(brief(text, **noten(teksten)), "brief.docx", verbeter=verbeter)
    assert {melding.code for melding in overgenomen.meldingen if melding.is_error} <= {"BR604", "BR624"}


def _proef(name: str, change: Callable[[Any], Any]) -> list[str]:
    """Break one stage, and give the codes of what is found."""
    whole = getattr(reading, name)
    with patch.object(reading, name, lambda *args, **more: change(whole(*args, **more))):
        return [melding.code for melding in read_letter(gewoon().data, "brief.docx").meldingen if melding.is_error]


def test_a_block_that_falls_out_is_found() -> None:
    def without_last(body: Any) -> Any:
        del body.blocks[-1]
        return body

    assert "BR600" in _proef("make_body", without_last)


def test_a_word_that_changes_is_found() -> None:
    def other_word(body: Any) -> Any:
        index, last = body.blocks[-1]
        body.blocks[-1] = (index, replace(last, spans=(Run("Daarna volgt geen bericht."),)))
        return body

    assert "BR600" in _proef("make_body", other_word)


def test_a_note_on_another_word_is_found() -> None:
    def exchanged(body: Any) -> Any:
        index, first = body.blocks[0]
        mark = next(span for span in first.spans if isinstance(span, NoteMark))
        spans = (mark, *(span for span in first.spans if span is not mark))
        body.blocks[0] = (index, replace(first, spans=spans))
        return body

    assert "BR600" in _proef("make_body", exchanged)


def test_a_note_that_cites_another_paper_is_found() -> None:
    def other_paper(notes: Any) -> Any:
        for name, mark in notes.marks.items():
            if isinstance(mark, Citation):
                notes.marks[name] = Citation((replace(mark.references[0], key="kst-29435-2"),))
        return notes

    assert "BR600" in _proef("make_notes", other_paper)


def test_a_free_note_that_says_something_else_is_found() -> None:
    def other_words(notes: Any) -> Any:
        notes.free = {name: (Run("Iets anders."),) for name in notes.free}
        return notes

    assert "BR600" in _proef("make_notes", other_words)


def test_a_field_of_which_the_words_go_nowhere_is_found() -> None:
    def forgotten(signature: Any) -> Any:
        signature.delen = [deel for deel in signature.delen if deel.bestemming is not Bestemming.VELD]
        return signature

    assert "BR600" in _proef("take_signature", forgotten)


def test_text_that_stands_twice_is_found() -> None:
    def twice(signature: Any) -> Any:
        signature.delen *= 2
        return signature

    assert "BR600" in _proef("take_signature", twice)
