"""Marks of origin: each paragraph of what is made says where it comes from, and keeps saying it through LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assemble.voorbeeld import afspraak, samen
from brief.text import Bron, Origin
from brief.word.compose import compose
from brief.word.opc.origins import DOCUMENT, ROUND, VERSION, is_mark, known_keys, mark_name, origin_of
from huis.project import PROJECT
from keuring.gereedschap import as_file, work_folder
from keuring.libreoffice import convert
from rounds.voorbeeldronde import document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DOCUMENTEN = ("kamerbrief", "afsprakenlijst")
KEYS = st.one_of(
    st.from_regex(r"[a-z]{1,2}-[0-9]\.[0-9](\.[0-9])?-[0-9]{1,2}", fullmatch=True),
    st.from_regex(r"kst-[0-9]{5}(-[XIV]{1,4})?-[0-9]{1,4}(; kst-[0-9]{5}-[0-9]{1,3})?", fullmatch=True),
    st.text(min_size=1, max_size=60),
)
ORIGINS = st.builds(Origin, st.sampled_from(Bron), KEYS, *[st.integers(0, 99_999)] * 3)


def bladwijzers(docx: bytes) -> dict[str, str]:
    """Give the text within each mark of origin, in the main text, the headers and the footers."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for part in package.namelist():
            if re.match(r"word/(document|header|footer)[^/]*\.xml", part):
                found |= _within(etree.fromstring(package.read(part)))
    return found


def _within(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    open_now: dict[str, str] = {}
    for element in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        identifier, name = element.get(f"{W}id", ""), element.get(f"{W}name", "")
        if next(element.iterancestors(FALLBACK), None) is not None:
            continue  # a second form of the same text box, for old programs
        if element.tag == f"{W}t":
            for each in open_now.values():
                found[each] += element.text or ""
        elif element.tag == f"{W}bookmarkEnd":
            open_now.pop(identifier, None)
        elif is_mark(name):
            assert name not in found, f"{name} stands there twice"
            found[name] = ""
            open_now[identifier] = name
    return found


def eigenschappen(docx: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        root = etree.fromstring(package.read("docProps/custom.xml"))
    return {each.get("name", ""): "".join(map(str, each.itertext())) for each in root}


@given(ORIGINS)
def test_a_name_says_where_a_text_comes_from(origin: Origin) -> None:
    name = mark_name(origin)
    assert len(name) <= 40
    assert re.fullmatch(r"_[0-9A-Za-z_]+", name)
    assert is_mark(name)
    assert origin_of(name, known_keys([(origin.bron, origin.key)])) == origin


@given(st.lists(st.tuples(st.sampled_from(Bron), KEYS), max_size=20))
def test_other_origins_have_other_names(keys: list[tuple[Bron, str]]) -> None:
    names = {mark_name(Origin(*each)) for each in keys}
    assert len(names) == len(set(keys))


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("_hka_nw_2__3_1_p2", Origin(Bron.AFSPRAAK, "nw-2.3-1", 2)),
        ("_hkz_zw_2__3__1_2", Origin(Bron.ZIN, "zw-2.3.1-2")),
        ("_hkv_ondertekenaars__1__functie", Origin(Bron.VELD, "ondertekenaars.1.functie")),
        ("_hkv_mede_namens_n2", Origin(Bron.VELD, "mede_namens", again=2)),
        ("_hkn_kst_29435_267", Origin(Bron.NOOT, "kst-29435-267")),
    ],
)
def test_the_names_of_the_field_need_no_list_to_be_read(name: str, origin: Origin) -> None:
    assert mark_name(origin) == name
    assert origin_of(name) == origin


@pytest.mark.parametrize("name", ["_afs_nw_2_3_1", "_Toc12", "_hk", "_hkq_x", "hka_nw", "_GoBack"])
def test_other_bookmarks_are_no_marks(name: str) -> None:
    assert not is_mark(name)
    assert origin_of(name) is None


@pytest.mark.parametrize("name", DOCUMENTEN)
def test_every_paragraph_with_text_carries_a_mark(name: str) -> None:
    without = []
    with zipfile.ZipFile(io.BytesIO(document(name))) as package:
        for part in package.namelist():
            if re.match(r"word/(document|header|footer)[^/]*\.xml", part):
                for paragraph in etree.fromstring(package.read(part)).iter(f"{W}p"):
                    text = "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
                    marks = [each.get(f"{W}name", "") for each in paragraph.iter(f"{W}bookmarkStart")]
                    if text.strip() and not any(map(is_mark, marks)):
                        without.append(text)
    assert without == []


@pytest.mark.parametrize("name", DOCUMENTEN)
def test_every_note_has_its_mark_at_the_place_where_it_stands(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(document(name))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    notes = list(root.iter(f"{W}footnoteReference"))
    marks = [each.get(f"{W}name", "") for each in root.iter(f"{W}bookmarkStart")]
    assert len(notes) == sum(name.startswith("_hkn_") for name in marks) > 0


@pytest.mark.parametrize("name", DOCUMENTEN)
def test_a_file_says_of_which_round_and_version_it_is(name: str) -> None:
    assert eigenschappen(document(name)) == {ROUND: "2026", VERSION: "v01", DOCUMENT: name}


def test_no_two_bookmarks_of_a_document_share_a_name_or_a_number() -> None:
    for name in DOCUMENTEN:
        with zipfile.ZipFile(io.BytesIO(document(name))) as package:
            trees = [etree.fromstring(package.read(p)) for p in package.namelist() if p.startswith("word/")]
        starts = [each for tree in trees for each in tree.iter(f"{W}bookmarkStart")]
        assert len({each.get(f"{W}name", "").lower() for each in starts}) == len(starts)
        assert len({each.get(f"{W}id") for each in starts}) == len(starts)


def _letter(tekst: str) -> bytes:
    each = afspraak("n-2.1-1", "noord", provincies=("drenthe",), brief="Drenthe houdt water vast.")
    other = afspraak("n-2.1-2", "noord", provincies=("drenthe",), brief="Het Rijk doet mee.")
    kamerbrief = samen([each, other], tekst).kamerbrief
    return compose(kamerbrief, (PROJECT / "templates/kamerbrief.docx").read_bytes(), "kamerbrief.docx").data


def test_what_is_put_before_a_paragraph_leaves_its_mark_as_it_was() -> None:
    block = "\n\n::: {.afspraken thema=water}\n:::\n\nEen slot."
    before = bladwijzers(_letter("Een begin." + block))
    after = bladwijzers(_letter("Iets nieuws.\n\nEen begin." + block))
    assert {name: text for name, text in after.items() if text != "Iets nieuws."} == before


def test_each_sentence_of_a_paragraph_has_its_own_mark() -> None:
    found = bladwijzers(_letter("::: {.afspraken thema=water}\n:::"))
    assert found["_hkz_n_2__1_1"] == "Drenthe houdt water vast."
    assert found["_hkz_n_2__1_2"] == "Het Rijk doet mee."


def test_the_same_text_twice_has_two_marks() -> None:
    texts = [text for name, text in bladwijzers(_letter("Nogmaals.\n\nNogmaals.")).items() if name.startswith("_hkb_")]
    assert texts == ["Nogmaals.", "Nogmaals."]


@pytest.mark.parametrize("name", DOCUMENTEN)
@pytest.mark.parametrize("way", [("docx",), ("odt", "docx")], ids=["docx", "odt-docx"])
def test_the_marks_survive_libreoffice(name: str, way: tuple[str, ...]) -> None:
    """Convert .docx → .docx and .docx → .odt → .docx: each mark stays, around the same text."""
    path = as_file(document(name))
    for number, form in enumerate(way):
        (path,) = convert([path], form, work_folder() / f"herkomst-{'-'.join(way)}-{number}")
    there = path.read_bytes()
    before, after = bladwijzers(document(name)), bladwijzers(there)
    assert after.keys() == before.keys()
    assert _without_pages(after) == _without_pages(before)
    assert eigenschappen(there).items() >= eigenschappen(document(name)).items()


def _without_pages(found: dict[str, str]) -> dict[str, str]:
    """Leave out the numbers of pages, which LibreOffice fills in: in the contents and in the footer."""
    return {mark: re.sub(r"[0-9]+", "", text) if mark[:4] in ("_hki", "_hks") else text for mark, text in found.items()}
