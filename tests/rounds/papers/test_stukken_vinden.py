"""Finding, writing and looking up references, without a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.kamerstuk import Stijl, parse
from brief.render.json.papers import geschreven_as_json, getoond_as_json, gevonden_as_json, toegevoegd_as_json
from brief.render.terminal.papers import getoond_regels, gevonden_regels
from brief.rounds.papers.adding import zet_in_register
from brief.rounds.papers.finding import zoek_in
from brief.rounds.papers.showing import Getoond, opgezocht
from brief.rounds.papers.texts import lees_tekst
from brief.rounds.papers.use import gebruik
from brief.rounds.papers.writing import schrijf_in_stijl
from rounds.papers.stukkenronde import geopend, ronde
from word.reading.bouwdoos import docx, p, part, r, relation

if TYPE_CHECKING:
    from pathlib import Path

    from brief.kamerstuk import Referentie


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path / "2026")


def reference(text: str) -> Referentie:
    found = parse(text)
    assert found is not None
    return found


def shown(lines: object) -> list[str]:
    return [line.replace("\u00a0", " ") for line in lines]  # type: ignore[attr-defined]


def test_references_are_found_with_their_places_short_forms_followed() -> None:
    text = "Zie Kamerstuk 29 435, nr. 267.\n\nIdem, p. 2. De motie-Minhas (Kamerstuk 29 435, nr. 3) blijft."
    result = zoek_in(text.encode(), "brief.txt")
    assert [each.sleutel for each in result.verwijzingen] == ["kst-29435-267", "kst-29435-267", "kst-29435-3"]
    lines = list(gevonden_regels(result))
    assert lines[0] == "brief.txt:1:5  kst-29435-267  Kamerstuk 29 435, nr. 267"
    assert lines[-1] == "3 verwijzingen"
    assert [each["begin"] for each in gevonden_as_json(result)["verwijzingen"]] == [4, 32, 61]


def test_one_reference_is_one_and_none_is_none() -> None:
    assert list(gevonden_regels(zoek_in(b"Kamerstuk 29 435, nr. 1", "x")))[-1] == "1 verwijzing"
    assert list(gevonden_regels(zoek_in(b"", "x"))) == ["0 verwijzingen"]


def test_a_motie_by_name_is_told_and_one_that_cannot_be_followed_too() -> None:
    text = "De motie van het lid Minhas vraagt dit.\n"
    lines = list(gevonden_regels(zoek_in(text.encode(), "x")))
    assert any(line.endswith("niet te volgen  motie Minhas") for line in lines)


def test_a_text_that_cannot_be_read_gives_the_place_of_the_letter() -> None:
    result = zoek_in("Kamerstuk\nin Frysl\u00e2n".encode("latin-1"), "brief.txt")
    (finding,) = result.meldingen
    assert (result.tekst, finding.code, str(finding.place)) == (None, "BR002", "brief.txt:2:9")
    assert list(gevonden_regels(result)) == []
    assert gevonden_as_json(result)["verwijzingen"] == []


def test_a_byte_order_mark_counts_as_a_character_of_the_input() -> None:
    (found,) = zoek_in(b"\xef\xbb\xbfKamerstuk 29 435, nr. 1", "x").verwijzingen
    assert found.begin == 1


def test_in_word_a_place_is_a_paragraph_and_empty_paragraphs_are_skipped() -> None:
    word = docx(p(r("Zie Kamerstuk 29 435, nr. XX.")) + p("") + p(r("Zie Kamerstuk 29 435, nr. 1.")))
    result = zoek_in(word, "brief.docx")
    assert str(result.meldingen[0].place) == "brief.docx, word/document.xml, alinea 1"
    assert next(iter(gevonden_regels(result))).startswith("brief.docx, word/document.xml, alinea 3  kst-29435-1")


def test_footnotes_of_word_are_numbered_as_the_text_refers_to_them() -> None:
    def note(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    first = p(r("Kamerstuk 29 435, nr. 1.")) + p(r("Tweede alinea van deze noot."))
    notes = f'<w:footnote w:id="7">{first}</w:footnote><w:footnote w:id="3">{p(r("Zie noot 1, p. 2."))}</w:footnote>'
    word = docx(
        p(r("Een zin") + note(7) + r(" en nog een") + note(3) + '<w:r><w:endnoteReference w:id="1"/></w:r>')
        + p(r(" ")),
        parts={
            "word/footnotes.xml": part("footnotes", notes),
            "word/endnotes.xml": part("endnotes", f'<w:endnote w:id="1">{p(r("Eindnoot."))}</w:endnote>'),
        },
        relations=relation("f", "footnotes", "footnotes.xml") + relation("e", "endnotes", "endnotes.xml"),
    )
    text, _ = lees_tekst(word, "brief.docx")
    assert text is not None
    assert "Een zin[^1] en nog een[^2]" in text.tekst
    assert [text.tekst[each.begin : each.eind].split() for each in text.noten or ()] == [
        ["Kamerstuk", "29", "435,", "nr.", "1.", "Tweede", "alinea", "van", "deze", "noot."],
        ["Zie", "noot", "1,", "p.", "2."],
    ]
    assert [each.referentie.pagina for each in zoek_in(word, "brief.docx").verwijzingen] == [None, "2"]


def test_a_word_file_that_is_none_is_refused() -> None:
    assert lees_tekst(b"PK\x03\x04kapot", "brief.docx")[0] is None


def test_each_text_is_written_in_the_style_or_named_as_unreadable() -> None:
    result = schrijf_in_stijl(["29435-267", "onzin", "kst-36600-B-K"], Stijl.JURIDISCH)
    assert shown(each.geschreven for each in result.verwijzingen) == [
        "Kamerstukken II 29435, nr. 267",
        "Kamerstukken I 36600 B, K",
    ]
    assert (result.onleesbaar, [each.code for each in result.meldingen]) == (("onzin",), ["BR226"])
    data = geschreven_as_json(result)
    assert (data["stijl"], data["onleesbaar"]) == ("juridisch", ["onzin"])
    assert [each["sleutel"] for each in data["verwijzingen"]] == ["kst-29435-267", "kst-36600-B-K"]


def test_a_reference_is_looked_up_in_the_register(folder: Path) -> None:
    found, problems = opgezocht(reference("Kamerstuk 29 435, nr. 267"), geopend(folder))
    assert found is not None
    assert problems == ()
    assert found.stuk is not None
    assert shown(getoond_regels(found)) == [
        "sleutel       kst-29435-267",
        "soort         kamerstuk",
        "kamer         II",
        "dossier       29435",
        "nummer        267",
        "titel         Voorontwerp van de nota",
        "datum         2024-06-21",
        "ministerie    Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267",
        "juridisch     Kamerstukken II 2023/24, 29435, nr. 267",
        "url           https://zoek.officielebekendmakingen.nl/kst-29435-267.html",
        "gebruikt      1 keer",
        f"  {folder.as_posix()}/brief.md:3:23",
    ]


def test_a_reference_without_a_round_or_without_an_entry_says_so(folder: Path) -> None:
    found, _ = opgezocht(reference("Kamerstuk 36 600 XXII, nr. 3"), None)
    assert found is not None
    lines = shown(getoond_regels(found))
    assert "hoofdstuk     XXII" in lines
    assert not any(line.startswith(("register", "gebruikt", "titel")) for line in lines)
    assert getoond_as_json(found)["gebruikt"] == []
    found, _ = opgezocht(reference("Kamerstuk 29 435, nr. 9"), geopend(folder))
    assert found is not None
    assert shown(getoond_regels(found))[-2:] == ["register      niet in kamerstukken.yaml", "gebruikt      0 keer"]


def test_parts_that_are_rare_are_shown_and_what_has_no_address_has_none() -> None:
    lines = shown(getoond_regels(Getoond(reference("Bijlage bij Kamerstuk 29 435, nr. 267"))))
    assert "bijlage       ja" in lines
    without = Getoond(reference("Handelingen II, nr. 3"))
    assert not any(line.startswith("url") for line in getoond_regels(without))
    assert getoond_as_json(without)["url"] is None


def test_an_entry_without_a_date_has_none(folder: Path) -> None:
    assert zet_in_register(folder, "2024D43452", {"titel": "Uitkomsten", "soort": "document"}).geschreven
    found, _ = opgezocht(reference("2024D43452"), geopend(folder))
    assert found is not None
    assert getoond_as_json(found)["datum"] is None
    assert not any(line.startswith("datum") for line in getoond_regels(found))


def test_a_round_that_cannot_be_used_says_why(tmp_path: Path) -> None:
    found, problems = opgezocht(reference("Kamerstuk 29 435, nr. 267"), geopend(tmp_path))
    assert found is None
    assert problems
    assert all(each.is_error for each in problems)


def test_a_key_is_not_found_within_a_longer_one(folder: Path) -> None:
    (folder / "brief.md").write_text(
        "[@kst-29435-26] [@kst-29435-267] [@kst-29435-26-b1] [@kst-29435-26-] kst-29435-26", "utf-8"
    )
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    assert [place.column for place in gebruik(bestanden, "kst-29435-26")] == [3, 55, 70]


def test_what_was_added_is_there_for_other_programs(folder: Path) -> None:
    data = toegevoegd_as_json(zet_in_register(folder, "kst-29435-2", {"titel": "Nota", "vergaderjaar": "2025-2026"}))
    assert list(data) == ["versie", "sleutel", "bestand", "geschreven", "regels", "meldingen"]
    assert (data["geschreven"], data["regels"][0], data["meldingen"]) == (True, "kst-29435-2:", [])
