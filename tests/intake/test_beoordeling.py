"""What a reviewer did to each thing in our own documents: with and without tracking, with and without marks."""

from __future__ import annotations

import io
import os
import random
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief.intake.review import Aard, Gevonden, Review, Sleutel, review
from brief.render.terminal.review import review_lines
from brief.rounds.comparison.reviewing import Beoordeeld
from brief.text import Bron, plain
from brief.word.returned import Comment, Kind, read_returned
from brief.word.revisions import compare
from keuring.gereedschap import as_file, work_folder
from keuring.libreoffice import convert
from rounds.voorbeeldronde import document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brief.word.returned import Returned

DATE = "2026-09-15T10:00:00Z"
LIST = [("wisselen de gegevens", "delen de gegevens"), ("Binckhorst", "De Binckhorst")]
LETTER = [
    ("Over de projecten voor wegen", "Over projecten voor wegen"),
    ("In Groningen, Fryslân en Drenthe wijzen", "In Groningen en Drenthe wijzen"),
    ("14 september", "15 september"),
]
EDITS = {"afsprakenlijst": LIST, "kamerbrief": LETTER}
MARKS = re.compile(r'<w:bookmarkStart[^>]*w:name="_(?:hk|afs)[^>]*/>')


@cache
def base(name: str) -> Returned:
    return read_returned(document(name), f"{name}.docx")


def altered(docx: bytes, change: Callable[[str], str], parts: str = "word/document.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if re.fullmatch(parts, name) else data)
    return stream.getvalue()


def edited(name: str, edits: Sequence[tuple[str, str]]) -> bytes:
    def change(xml: str) -> str:
        for old, new in edits:
            assert old in xml, old
            xml = xml.replace(old, new, 1)
        return xml

    return altered(document(name), change)


def without_marks(docx: bytes) -> bytes:
    return altered(docx, lambda xml: MARKS.sub("", xml), r"word/(document|header|footer)\w*\.xml")


@cache
def tracked(name: str) -> bytes:
    return compare(document(name), edited(name, EDITS[name]), author="Anna", date=DATE).data


@cache
def reviewed(name: str, docx: bytes) -> Review:
    returned = read_returned(docx, "retour.docx")
    assert not returned.failed
    return review(returned, base(name))


def told(result: Review) -> list[tuple[Bron | None, str, str]]:
    return [(each.sleutel.bron, plain(each.basis), plain(each.na)) for each in result.onderdelen]


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("marks", [True, False], ids=["with marks", "without marks"])
@pytest.mark.parametrize("tracking", [True, False], ids=["tracked", "untracked"])
def test_each_edit_is_told_of_the_thing_it_was_made_in(name: str, *, marks: bool, tracking: bool) -> None:
    docx = tracked(name) if tracking else edited(name, EDITS[name])
    result = reviewed(name, docx if marks else without_marks(docx))
    assert result.geplaatst == result.te_plaatsen
    assert result.zonder_merk is not marks
    assert len(result.onderdelen) == len(EDITS[name])
    for old, new in EDITS[name]:
        each = next(each for each in result.onderdelen if old in plain(each.basis))
        assert plain(each.na) == plain(each.basis).replace(old, new)
        assert each.is_buiten_bijhouden is not tracking
        assert each.gevonden is (Gevonden.MERK if marks else Gevonden.GELIJKENIS)
        assert {(change.author, change.date) for change, _ in result.tracked(each)} == (
            {("Anna", DATE)} if tracking else set()
        )


def test_a_reworded_afspraak_is_told_apart_from_a_sentence_of_the_letter_and_a_field() -> None:
    assert {each.aard for each in reviewed("afsprakenlijst", tracked("afsprakenlijst")).onderdelen} == {Aard.AFSPRAAK}
    found = {each.sleutel.bron: each.aard for each in reviewed("kamerbrief", tracked("kamerbrief")).onderdelen}
    assert found == {Bron.ALINEA: Aard.BRIEF, Bron.ZIN: Aard.BRIEF, Bron.VELD: Aard.VELD}


@cache
def through_libreoffice(way: tuple[str, ...]) -> dict[tuple[str, bool], bytes]:
    """Let LibreOffice save the edited documents, with marks and without, in one form after another, all in one go."""
    there = {(name, True): tracked(name) for name in EDITS} | {
        (name, False): without_marks(tracked(name)) for name in EDITS
    }
    paths = [as_file(each) for each in there.values()]
    for number, form in enumerate(way):
        paths = convert(paths, form, work_folder() / f"beoordeling-{os.getpid()}-{'-'.join(way)}-{number}")
    return dict(zip(there, (path.read_bytes() for path in paths), strict=True))


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("marks", [True, False], ids=["with marks", "without marks"])
@pytest.mark.parametrize(
    "way", [("docx",), pytest.param(("odt", "docx"), marks=pytest.mark.lang)], ids=["docx", "odt-docx"]
)
def test_the_same_is_told_of_a_file_that_went_through_libreoffice(
    name: str, way: tuple[str, ...], *, marks: bool
) -> None:
    result = reviewed(name, through_libreoffice(way)[name, marks])
    assert told(result) == told(reviewed(name, tracked(name)))
    assert result.geplaatst == result.te_plaatsen
    assert not any(each.is_buiten_bijhouden for each in result.onderdelen)


@pytest.mark.parametrize("name", EDITS)
def test_an_untouched_file_says_nothing_even_without_marks(name: str) -> None:
    assert reviewed(name, document(name)).onderdelen == ()
    assert reviewed(name, without_marks(document(name))).onderdelen == ()


@pytest.mark.parametrize("name", EDITS)
def test_with_some_of_the_marks_gone_every_paragraph_still_finds_its_place(name: str) -> None:
    chance = random.Random(7)
    docx = altered(tracked(name), lambda xml: MARKS.sub(lambda found: "" if chance.random() < 0.4 else found[0], xml))
    result = reviewed(name, docx)
    assert told(result) == told(reviewed(name, tracked(name)))
    assert result.geplaatst == result.te_plaatsen


P = r"<w:p>(?:(?!</w:p>).)*?%s(?:(?!</w:p>).)*?</w:p>"


def paragraph_with(words: str, xml: str) -> str:
    found = re.search(P % re.escape(words), xml, re.DOTALL)
    assert found is not None
    return found[0]


def test_a_paragraph_put_within_an_afspraak_is_part_of_it() -> None:
    anchor = paragraph_with("vasthouden van water in het gebied voorgaat", document_xml("afsprakenlijst"))
    ins = f'<w:ins w:id="90001" w:author="Bram" w:date="{DATE}">'
    mark = f'<w:pPr><w:rPr><w:ins w:id="90002" w:author="Bram" w:date="{DATE}"/></w:rPr></w:pPr>'
    new = f"<w:p>{mark}{ins}<w:r><w:t>en een nieuw punt;</w:t></w:r></w:ins></w:p>"
    result = reviewed(
        "afsprakenlijst", altered(document("afsprakenlijst"), lambda xml: xml.replace(anchor, new + anchor))
    )
    (each,) = result.onderdelen
    assert each.sleutel == Sleutel(Bron.AFSPRAAK, "n-2.3-1")
    assert "en een nieuw punt;" in plain(each.na)
    assert "en een nieuw punt;" not in plain(each.voor)
    assert [(change.kind, text) for change, text in result.tracked(each) if not change.is_end] == [
        (Kind.INGEVOEGD, "en een nieuw punt;")
    ]


def test_new_text_between_things_says_what_it_stands_after() -> None:
    anchor = paragraph_with("Over de projecten voor wegen", document_xml("kamerbrief"))
    new = "<w:p><w:r><w:t>Een geheel nieuwe alinea.</w:t></w:r></w:p>"
    result = reviewed("kamerbrief", altered(document("kamerbrief"), lambda xml: xml.replace(anchor, anchor + new)))
    (each,) = result.onderdelen
    assert (each.aard, each.gevonden, plain(each.na)) == (Aard.NIEUW, Gevonden.NERGENS, "Een geheel nieuwe alinea.")
    assert each.after is not None
    assert each.after.bron is Bron.ALINEA
    assert each.is_buiten_bijhouden


def test_a_paragraph_that_is_struck_leaves_nothing() -> None:
    anchor = paragraph_with("Over de projecten voor wegen", document_xml("kamerbrief"))
    gone = altered(document("kamerbrief"), lambda xml: xml.replace(anchor, ""))
    for docx in (gone, compare(document("kamerbrief"), gone, author="Anna", date="").data):
        (each,) = reviewed("kamerbrief", docx).onderdelen
        assert (plain(each.basis) != "", plain(each.na)) == (True, "")
        assert each.aard is Aard.BRIEF


def test_only_another_look_is_told_as_that() -> None:
    def bold(xml: str) -> str:
        return xml.replace(
            '<w:r><w:t xml:space="preserve">Over de projecten',
            '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Over de projecten',
        )

    (each,) = reviewed("kamerbrief", altered(document("kamerbrief"), bold)).onderdelen
    assert each.aard is Aard.OPMAAK


@cache
def document_xml(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(document(name))) as package:
        return package.read("word/document.xml").decode()


WORDS = re.compile(r'(?<=<w:t xml:space="preserve">)([A-Z][a-z]+ )([a-z]+)(?= )')


@pytest.mark.parametrize("seed", [0, 1, 2, *(pytest.param(each, marks=pytest.mark.lang) for each in (3, 4, 5))])
@pytest.mark.parametrize("name", EDITS)
def test_many_edits_without_tracking_and_marks_never_find_a_wrong_place(name: str, seed: int) -> None:
    """Change a word in one in five paragraphs, take all marks away: what is told of a thing is what the marks say."""
    chance = random.Random(seed)
    docx = altered(
        document(name), lambda xml: WORDS.sub(lambda f: f[1] + ("anders" if chance.random() < 0.2 else f[2]), xml)
    )
    exact, likely = reviewed(name, docx), reviewed(name, without_marks(docx))
    by_key = {each.sleutel: plain(each.na) for each in exact.onderdelen}
    wrong = [
        each.sleutel for each in likely.onderdelen if each.sleutel.bron and by_key.get(each.sleutel) != plain(each.na)
    ]
    missed = [each for each in wrong if each in by_key]
    assert [each for each in wrong if each not in missed] == []
    assert likely.geplaatst >= 0.99 * likely.te_plaatsen


def test_a_comment_that_stands_nowhere_in_the_text_is_told() -> None:
    loose = Comment("7", "Anna", DATE, "Waar bleef deze zin?")
    returned = replace(base("kamerbrief"), comments=(loose,))
    result = review(returned, base("kamerbrief"))
    assert (result.onderdelen, result.zonder_plaats) == ((), (loose,))
    shown = "\n".join(review_lines(Beoordeeld("v01", "kamerbrief", result, {})))
    assert "opmerkingen die nergens in de tekst staan" in shown
    assert "Waar bleef deze zin?" in shown
