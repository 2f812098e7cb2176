"""The real draft dossier reads without a lost word: its afspraken, and only those, are afspraken."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from brief.domain import Dossier, Sectie
from brief.dossier import read
from brief.render.terminal.report import report_text
from brief.text import plain, write
from keuring.libreoffice import convert

CONCEPT = Path(__file__).parents[3] / "shared" / "bronnen" / "dossier-noordwest-2026-concept.md"
AFSPRAKEN = {
    "nw-2.3-1": 10, "nw-2.3-2": 5, "nw-2.5.4-1": 6, "nw-2.5.4-2": 1, "nw-2.5.4-3": 1, "nw-2.5.4-4": 1,
    "nw-2.5.4-5": 1, "nw-2.5.4-6": 4, "nw-5.1-1": 1, "nw-6.1-1": 1, "nw-6.1-2": 1, "nw-6.1-3": 1, "nw-6.1-4": 1,
}  # fmt: skip
"""Each afspraak of the draft with the number of blocks it has."""


@pytest.fixture(scope="module")
def bron() -> str:
    if not CONCEPT.exists():
        pytest.skip(f"the draft is not on this machine: {CONCEPT}")
    return CONCEPT.read_text("utf-8")


@pytest.fixture(scope="module")
def concept(bron: str) -> Dossier:
    return read(bron.encode(), CONCEPT.name)


def test_it_is_proved_complete(concept: Dossier) -> None:
    assert [finding for finding in concept.meldingen if finding.is_error] == []
    assert (concept.landsdeel, concept.versie) == ("noordwest", "conceptversie 19-5")


def test_its_afspraken_and_only_those(concept: Dossier) -> None:
    assert {afspraak.id: len(afspraak.tekst) for afspraak in concept.afspraken} == AFSPRAKEN
    assert {a.agendapunt for a in concept.afspraken if not a.publiceren} == {"6.1"}


def test_afspraken_have_no_placeholder(concept: Dossier) -> None:
    assert [a.id for a in concept.afspraken if re.search(r"\b(?:XX|PM)\b", plain(a.tekst))] == []


def test_every_word_is_somewhere_exactly_once(bron: str, concept: Dossier) -> None:
    """Counted apart from the proof that the program makes itself; the markers "o" and the numbers are mark-up."""
    source = Counter(re.findall(r"[^\W_]{2,}", re.sub(r"</?(?:sup|sub|b)>", "", bron)))
    texts = [agendapunt.titel for agendapunt in concept.agendapunten]
    texts += [plain([block]) for a in concept.agendapunten for blocks in a.secties.values() for block in blocks]
    texts += [rest.tekst for rest in concept.rest]
    assert source == Counter(re.findall(r"[^\W_]{2,}", "\n".join(texts)))


def test_every_placeholder_is_reported_at_its_line(bron: str, concept: Dossier) -> None:
    pattern = re.compile(r"^[-#*\s\d.]*(?:XX –.*|xx|PM|x|tijd\b.*|Status\?)\**$")
    expected = {number for number, row in enumerate(bron.splitlines(), 1) if pattern.match(row)}
    expected |= {
        n for n, row in enumerate(bron.splitlines(), 1) if row.startswith("|") and re.search(r"XX\.XX|PM", row)
    }
    reported = {d.place.line for d in concept.meldingen if d.code == "BR130" and d.place is not None}
    assert len(expected) > 60
    assert expected - reported == set()


def test_parts_and_nested_agendapunten(concept: Dossier) -> None:
    numbers = [(a.nummer, a.deel) for a in concept.agendapunten if a.nummer.startswith("2.5.4")]
    assert numbers == [("2.5.4", None), ("2.5.4", "1/3"), ("2.5.4", "2/3"), ("2.5.4", "3/3"), ("2.5.4.1", None)]
    assert [a.nummer for a in concept.agendapunten if a.hamerpunt] == ["5.1"]


def test_superscript_survives(concept: Dossier) -> None:
    assert "410m^3^/s" in write(concept.afspraken[0].tekst)


def test_sentences_cut_by_a_page_are_mended_and_said(concept: Dossier) -> None:
    assert len([d for d in concept.meldingen if d.code == "BR131"]) == 3
    assert "inliggende gemeenten" in plain(concept.afspraken[0].tekst)


def test_discussion_points_are_no_afspraken(concept: Dossier) -> None:
    spoken = [plain(a.secties.get(Sectie.BESPREEKPUNTEN, ())) for a in concept.agendapunten]
    agreed = " ".join(plain(a.tekst) for a in concept.afspraken)
    assert all(text not in agreed for text in spoken if text)


@pytest.fixture(scope="module")
def als_word(bron: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Convert the draft to Word with pandoc, which knows other mark-up for raised text, and without nicer quotes."""
    import pypandoc

    markdown = re.sub(r"<sup>(.*?)</sup>", r"^\1^", re.sub(r"<sub>(.*?)</sub>", r"~\1~", bron))
    target = tmp_path_factory.mktemp("concept") / "noordwest.docx"
    pypandoc.convert_text(markdown, "docx", format="markdown-smart", outputfile=str(target))
    return target


def _afspraken(dossier: Dossier) -> list[tuple[str, str, bool]]:
    return [(a.id, write(a.tekst), a.publiceren) for a in dossier.afspraken]


def test_the_same_text_from_pandoc_gives_the_same_afspraken(concept: Dossier, als_word: Path) -> None:
    assert _afspraken(read(als_word.read_bytes(), als_word.name)) == _afspraken(concept)


def test_the_same_text_from_libreoffice_gives_the_same_afspraken(concept: Dossier, als_word: Path) -> None:
    (odt,) = convert([als_word], "odt", als_word.parent)
    (docx,) = convert([odt], "docx:MS Word 2007 XML", als_word.parent / "lo")
    dossier = read(docx.read_bytes(), docx.name)
    assert _afspraken(dossier) == _afspraken(concept)
    assert [finding for finding in dossier.meldingen if finding.is_error] == []


def test_the_messages_about_the_draft_fit_on_a_screen_with_every_kind_among_them(concept: Dossier) -> None:
    findings = concept.meldingen
    said = report_text(findings)
    assert len(said.splitlines()) <= 25
    shown = set(re.findall(r"\[(BR\d+)\]", said))
    assert shown == {each.code for each in findings}
    assert shown >= {"BR130", "BR131", "BR132", "BR133", "BR145", "BR152"}
