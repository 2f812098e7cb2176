"""Short forms are followed only when one paper can be meant; what cannot be read is reported."""

from __future__ import annotations

import pytest

from brief.kamerstuk import find, meldingen, moties, note_spans, resolve


def followed(text: str) -> list[tuple[str, str, str | None]]:
    result = resolve(text, find(text))
    return [(each.tekst, each.sleutel, each.referentie.pagina) for each in result.verwijzingen]


def reasons(text: str) -> list[str]:
    return [reason for _, _, reason in resolve(text, find(text)).onvolgbaar]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Kamerstuk 29 435, nr. 267\n2. Idem, p. 5\n", [("Idem, p. 5", "kst-29435-267", "5")]),
        ("1. Kamerstuk 29 435, nr. 267, p. 2\n2. Ibidem.\n", [("Ibidem", "kst-29435-267", "2")]),
        ("1. Kamerstuk 29 435, nr. 267\n2. T.a.p., blz. 7\n", [("T.a.p., blz. 7", "kst-29435-267", "7")]),
        ("1. Kamerstuk 29 435, nr. 267\n2. Idem\n3. Idem\n", [("Idem", "kst-29435-267", None)] * 2),
        ("1. Kamerstuk 29 435, nr. 267\n2. Idem, nr. 268\n", [("Idem, nr. 268", "kst-29435-268", None)]),
        (
            "1. Kamerstuk 29 435, nr. 267\n2. Kamerstuk 34 682, nr. 5\n3. Zie noot 1, p. 3\n",
            [("Zie noot 1, p. 3", "kst-29435-267", "3")],
        ),
        (
            "[^1]: Kamerstuk 29 435, nr. 267\n[^2]: zie ook voetnoot 1\n",
            [("zie ook voetnoot 1", "kst-29435-267", None)],
        ),
        (
            "Dat staat in de nota (Kamerstuk 29 435, nr. 267). Later weer (idem, p. 3).",
            [("idem, p. 3", "kst-29435-267", "3")],
        ),
    ],
)
def test_a_short_form_leads_to_the_one_paper_it_can_mean(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert followed(text) == expected
    assert reasons(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. Kamerstuk 29 435, nrs. 267 en 268\n2. Idem\n",
        "1. Kamerstuk 29 435, nr. XX\n2. Idem\n",
        "1. Kamerstuk 29 435, nr. 267\n2. Kamerstuk 34 682, nr. PM\n3. Idem\n",
        "1. Kamerstuk 29 435, nr. 267\n2. J. de Boer, Water in de polder, 2019\n3. Idem, p. 4\n",
        "1. Idem\n",
        "1. Kamerstuk 29 435, nr. 267\n2. Zie noot 7\n",
        "1. Kamerstuk 29 435, nr. 267; Kamerstuk 34 682, nr. 5\n2. Zie noot 1\n",
        "1. Zie noot 1\n",
        "Eerst (Kamerstuk 29 435, nr. XX), dan (idem, p. 3).",
        "Er staat niets voor (idem).",
    ],
)
def test_a_short_form_that_may_mean_two_papers_or_none_is_reported(text: str) -> None:
    assert followed(text) == []
    assert len(reasons(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Voor Zeeland geldt idem dito.",
        "Kosten: idem aan vorig jaar (Kamerstuk 29 435, nr. 267).",
        "De noot 3 op de balk.",
    ],
)
def test_the_same_words_in_running_text_are_no_short_form(text: str) -> None:
    assert followed(text) == []
    assert reasons(text) == []


LETTER = (
    "Dit geeft uitvoering aan de motie van het lid Minhas[^2] en aan de motie-Janssen c.s. over stations "
    "(Kamerstuk 36 600 A, nr. 61). De motie Minhas vraagt om tempo. De motie van het lid De Vries is aangehouden.\n\n"
    "[^1]: Kamerstuk 29 435, nr. 267\n[^2]: Tweede Kamer, vergaderjaar 2022-2023, 29 383, nr. 378\n"
)


def test_a_motie_is_followed_by_its_note_its_sentence_or_an_earlier_mention() -> None:
    found = {
        (motie.naam, LETTER[motie.begin : motie.eind]): motie.verwijzing and motie.verwijzing.sleutel
        for motie in moties(LETTER, find(LETTER))
    }
    assert found == {
        ("Minhas", "motie van het lid Minhas"): "kst-29383-378",
        ("Janssen", "motie-Janssen c.s."): "kst-36600-A-61",
        ("Minhas", "motie Minhas"): "kst-29383-378",
        ("De Vries", "motie van het lid De Vries"): None,
    }


def test_notes_are_the_last_run_of_numbered_lines() -> None:
    text = "1. eerste punt\n2. tweede punt\n\nTekst.\n\n1. Kamerstuk 29 435, nr. 267\n2. Idem\n"
    assert [(note.nummer, text[note.begin : note.eind].strip()) for note in note_spans(text)] == [
        (1, "Kamerstuk 29 435, nr. 267"),
        (2, "Idem"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk XX XXX, nr. XX",
        "Kamerstuk 29 435, nr. XX",
        "Kamerstuk 29 435, nr. PM",
        "Kamerstuk 29 435, nr. …",
        "Kamerstuk 29 43, nr. 267",
        "Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk PM",
        "Kamerstukken II 2023/24",
        "Handelingen II 2010/11",
        "Handelingen II 2010/11, nr. PM",
        "Aanhangsel Handelingen II 2014/15, nr. XX",
        "29 435, nr. XX",
        "kst-12-3456",
        "kst-29435-26-7",
    ],
)
def test_what_looks_like_a_reference_and_cannot_be_read_is_reported_with_its_place(text: str) -> None:
    sentence = f"Eerste regel.\nZie ook {text}; meer volgt."
    found = find(sentence)
    assert found.verwijzingen == ()
    (report,) = meldingen(sentence, found, "brief.md")
    assert report.code == "BR201"
    assert report.place is not None
    assert (report.place.file, report.place.line, report.place.column) == ("brief.md", 2, 9)


def test_a_reference_after_an_unreadable_one_is_still_found() -> None:
    found = find("Zie Kamerstuk 29 435, nr. XX; Kamerstuk 34 682, nr. 107.")
    assert [each.sleutel for each in found.verwijzingen] == ["kst-34682-107"]
    assert len(found.onleesbaar) == 1
