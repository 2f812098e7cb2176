"""Tracked changes are proved before they are given: what does not come out accepted and rejected is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from brief.word.revisions import compare
from brief.word.revisions.comparison import Comparison
from brief.word.revisions.proof import Proof, Reader
from brief.word.revisions.source import open_source
from word.reading.bouwdoos import docx, relation
from word.revisions.paren import LEVEL, LISTS, SLOT, WATER, WONEN, control, document, listed, p, pairs, t, table
from word.revisions.rechter import faults

if TYPE_CHECKING:
    from collections.abc import Callable

PAIRS = {name: (old, new) for name, old, new in pairs()}
OLD = document(p(WATER), p(WONEN), p(SLOT))
NEW = document(p(WATER.replace("zomer", "winter")), p(WONEN), p(SLOT))


def differences(one: bytes, other: bytes) -> list[str]:
    proof = Proof(Reader(open_source(one, "een")), Reader(open_source(other, "ander")))
    return [*proof.faults(), *proof.header_faults()]


@pytest.mark.parametrize("name", PAIRS)
def test_each_thing_in_which_two_files_differ_is_seen(name: str) -> None:
    old, new = PAIRS[name]
    assert differences(old, old) == []
    assert differences(new, new) == []
    if faults(old, new, new):
        assert differences(old, new) != []
        assert differences(new, old) != []
    else:
        assert differences(old, new) == []


def broken(monkeypatch: pytest.MonkeyPatch, made: bytes, attempts: int) -> None:
    """Let the first attempts give the text of another file."""
    whole, left = Comparison.run, iter(range(attempts))

    def run(self: Comparison) -> dict[str, bytes]:
        parts = whole(self)
        if next(left, None) is not None:
            parts["word/document.xml"] = open_source(made, "n").package.blob("word/document.xml") or b""
        return parts

    monkeypatch.setattr(Comparison, "run", run)


@pytest.mark.parametrize("made", [OLD, NEW], ids=["accepting gives the old", "rejecting gives the new"])
def test_tracked_changes_that_do_not_come_out_are_never_given(monkeypatch: pytest.MonkeyPatch, made: bytes) -> None:
    broken(monkeypatch, made, attempts=9)
    compared = compare(OLD, NEW, author="A", date="", names=("oud.docx", "nieuw.docx"))
    assert compared.data == b""
    (said,) = compared.diagnostics
    assert (said.code, said.is_error) == ("BR531", True)
    assert said.place is not None
    assert said.place.excerpt is not None
    assert (said.place.file, "Rijk en provincie Drenthe" in said.place.excerpt) == ("nieuw.docx", True)


def test_when_one_way_of_writing_does_not_come_out_a_plainer_one_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, OLD, attempts=1)
    compared = compare(OLD, NEW, author="A", date="")
    assert compared.diagnostics == ()
    assert faults(OLD, NEW, compared.data) == []


HEADING = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'
NAMED = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/></w:style>'


def headed(identity: str, name: str) -> bytes:
    """Give a file with a heading in a style with this id and name."""
    return document(f"<w:p>{HEADING.format(identity)}{t(WATER)}</w:p>", styles=NAMED.format(identity, name))


def test_a_style_is_known_by_its_name_and_not_by_its_id() -> None:
    assert differences(headed("Kop1", "heading 1"), headed("Heading1", "Heading 1")) == []
    assert differences(headed("Kop1", "heading 1"), headed("Kop1", "heading 2")) == [WATER]


def numbered(style: str, name: str) -> bytes:
    """Give a file with a list that belongs to a style with this id and name."""
    level = LEVEL.format("decimal").replace("<w:lvlText", f'<w:pStyle w:val="{style}"/><w:lvlText')
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{number}'
    return document(p(WATER, shape=listed(1)), styles=NAMED.format(style, name), lists=lists)


def test_the_style_that_a_list_belongs_to_is_known_by_its_name() -> None:
    assert differences(numbered("Kop1", "heading 1"), numbered("Heading1", "Heading 1")) == []
    assert differences(numbered("Kop1", "heading 1"), numbered("Kop1", "heading 2")) == [WATER]


def linked(name: str, target: str) -> bytes:
    link = f'<w:p><w:hyperlink r:id="{name}">{t("Zie daar")}</w:hyperlink></w:p>'
    return docx(link, relations=relation(name, "hyperlink", target, external=True))


def pictured(name: str, picture: bytes) -> bytes:
    blip = f'<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="{name}"/></w:drawing></w:r>{t("Kaart")}</w:p>'
    return docx(blip, relations=relation(name, "image", f"{name}.png"), parts={f"word/{name}.png": picture})


@pytest.mark.parametrize("made", [linked, pictured])
def test_a_link_and_a_picture_are_known_by_what_they_lead_to(made: Callable[[str, Any], bytes]) -> None:
    here, there = ("https://hier.nl", "https://daar.nl") if made is linked else (b"hier", b"daar")
    assert differences(made("rId7", here), made("rId9", here)) == []
    assert len(differences(made("rId7", here), made("rId7", there))) == 1
    assert len(differences(made("rId7", here), docx(made_of(made, "rId7", here)))) == 1


def made_of(made: Callable[[str, Any], bytes], name: str, target: Any) -> str:
    """Give the body of such a file, to be put where its relation is not."""
    xml = (open_source(made(name, target), "n").package.blob("word/document.xml") or b"").decode()
    return xml.partition("<w:body>")[2].partition("</w:body>")[0]


def simple(code: str, shown: str) -> str:
    return f'<w:p>{t("Blad ")}<w:fldSimple w:instr="{code}">{t(shown)}</w:fldSimple></w:p>'


RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
ITEM, COLUMNS = p(WATER, shape=listed(1)), table(["een", "twee"])
ABSTRACT = '<w:abstractNumId w:val="0"/></w:num>'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (document(simple("PAGE", "3")), document(simple("NUMPAGES", "3"))),
        (document(simple("PAGE", "3")), document(simple("PAGE", "4"))),
        (
            document(ITEM),
            document(ITEM, lists=LISTS.replace(ABSTRACT, ABSTRACT.replace("</w:num>", f"{RESTART}</w:num>"))),
        ),
        (document(COLUMNS), document(COLUMNS.replace('<w:gridCol w:w="2000"/>', '<w:gridCol w:w="900"/>', 1))),
    ],
    ids=["the code of a field", "what a field shows", "where a list begins", "the columns of a table"],
)
def test_what_no_pair_shows_alone_is_a_difference_too(one: bytes, other: bytes) -> None:
    assert len(differences(one, other)) == len(differences(other, one)) == 1


def test_a_control_without_anything_in_it_is_no_difference() -> None:
    empty = control("")
    assert differences(document(p(WATER), empty, p(SLOT)), document(p(WATER), p(SLOT))) == []
    assert differences(document(p(WATER), p(SLOT)), document(p(WATER), empty, p(SLOT))) == []
    assert differences(document(p(WATER), control(p(SLOT))), document(p(WATER))) == [SLOT]


NOTED = p(WATER, '<w:r><w:footnoteReference w:id="1"/></w:r>')
MARK = "<w:p><w:r><w:footnoteRef/></w:r>{}</w:p>"


@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        (document(p(WATER), page=""), document(p(WATER), p(SLOT), page=""), SLOT),
        (document(p(WATER), page=""), document(p(WATER), "<w:p/>", page=""), "het einde"),
        (
            document(NOTED, notes=[MARK.format(t("Zie de wet."))]),
            document(NOTED, notes=[MARK.format(t("Zie de wet.")) + p("En de brief.")]),
            WATER,
        ),
        (document(NOTED, notes=[MARK.format(t("Zie de wet."))]), document(NOTED), WATER),
    ],
    ids=["a paragraph more", "an empty paragraph more", "a paragraph more in a note", "a mark without its note"],
)
def test_what_one_has_more_than_the_other_is_named(one: bytes, other: bytes, where: str) -> None:
    assert differences(one, other) == differences(other, one) == [where]
