"""What is written in a style is read back as the same reference, and looks as the field writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.kamerstuk import Kamer, Referentie, Soort, Stijl, find, format, from_key, parse  # noqa: A004
from kamerstuk.referentie_strategie import referenties

PAPER = Referentie(Soort.KAMERSTUK, Kamer.TWEEDE, "2023-2024", dossier="29435", nummer="267")


def shown(text: str) -> str:
    return text.replace("\u00a0", " ")


@given(referenties, st.sampled_from(Stijl))
def test_parse_reads_back_what_format_wrote(reference: Referentie, stijl: Stijl) -> None:
    assert parse(format(reference, stijl)) == reference


@given(referenties, st.sampled_from(Stijl))
def test_find_finds_what_format_wrote_within_a_sentence(reference: Referentie, stijl: Stijl) -> None:
    written = format(reference, stijl)
    found = find(f"Het besluit staat in het stuk ({written}).").verwijzingen
    assert [(v.tekst, v.referentie) for v in found] == [(written, reference)]


@given(referenties)
def test_a_key_leads_back_to_the_same_paper(reference: Referentie) -> None:
    again = from_key(reference.sleutel)
    if again is not None:
        assert again.sleutel == reference.sleutel


@pytest.mark.parametrize(
    ("reference", "ministry", "legal"),
    [
        (
            PAPER,
            "Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267",
            "Kamerstukken II 2023/24, 29435, nr. 267",
        ),
        (
            Referentie(
                Soort.KAMERSTUK, Kamer.EERSTE, "2008-2009", dossier="31700", toevoeging="VI", nummer="D", pagina="4"
            ),
            "Eerste Kamer, vergaderjaar 2008-2009, Kamerstuk 31 700 VI, D, p. 4",
            "Kamerstukken I 2008/09, 31700 VI, D, p. 4",
        ),
        (
            Referentie(Soort.HANDELINGEN, Kamer.TWEEDE, "2010-2011", nummer="108", item="5", pagina="25-36"),
            "Tweede Kamer, vergaderjaar 2010-2011, Handelingen, nr. 108, item 5, p. 25-36",
            "Handelingen II 2010/11, nr. 108, item 5, p. 25-36",
        ),
        (
            Referentie(Soort.AANHANGSEL, Kamer.TWEEDE, "2014-2015", nummer="1241"),
            "Tweede Kamer, vergaderjaar 2014-2015, Aanhangsel Handelingen, nr. 1241",
            "Aanhangsel Handelingen II 2014/15, nr. 1241",
        ),
        (
            Referentie(Soort.KAMERSTUK, Kamer.TWEEDE, "2015-2016", dossier="34389", nummer="9", bijlage=True),
            "Bijlage bij Tweede Kamer, vergaderjaar 2015-2016, Kamerstuk 34 389, nr. 9",
            "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9",
        ),
        (
            Referentie(Soort.KAMERSTUK, Kamer.TWEEDE, "1999-2000", dossier="26824", nummer="3"),
            "Tweede Kamer, vergaderjaar 1999-2000, Kamerstuk 26 824, nr. 3",
            "Kamerstukken II 1999/00, 26824, nr. 3",
        ),
        (Referentie(Soort.KAMERSTUK, dossier="31945"), "Kamerstuk 31 945", "Kamerstukken 31945"),
        (
            Referentie(Soort.KAMERSTUK, dossier="34682", nummer="32"),
            "Kamerstuk 34 682, nr. 32",
            "Kamerstukken II 34682, nr. 32",
        ),
        (
            Referentie(Soort.KAMERSTUK, dossier="21501", toevoeging="08", nummer="928"),
            "Kamerstuk 21 501-08, nr. 928",
            "Kamerstukken II 21501-08, nr. 928",
        ),
        (
            Referentie(Soort.KAMERSTUK, Kamer.TWEEDE, "1993-1994", "1996-1997", dossier="23761"),
            "Tweede Kamer, vergaderjaar 1993-1994 tot en met 1996-1997, Kamerstuk 23 761",
            "Kamerstukken II 1993/94-1996/97, 23761",
        ),
    ],
)
def test_both_styles_write_as_the_field_does(reference: Referentie, ministry: str, legal: str) -> None:
    assert shown(format(reference, Stijl.MINISTERIE)) == ministry
    assert shown(format(reference, Stijl.JURIDISCH)) == legal


def test_no_line_can_break_within_a_number_or_before_it() -> None:
    written = format(PAPER, Stijl.MINISTERIE)
    assert "29\u00a0435" in written
    assert "Kamerstuk\u00a029" in written
    assert "nr.\u00a0267" in written
    assert "Kamerstukken\u00a0II" in format(PAPER, Stijl.JURIDISCH)


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 29 435, nr. 267",
        "Kamerstuk 29435, nr 267",
        "Kamerstukken II 2023/24, 29 435, nr. 267",
        "TK 29 435, nr. 267",
        "Tweede Kamer, vergaderjaar 2023-2024, 29 435, nr. 267",
        "29435-267",
        "kst-29435-267",
        "https://zoek.officielebekendmakingen.nl/kst-29435-267.html",
        "29 435, nr. 267.",
        "29435 267",
    ],
)
def test_every_way_to_write_a_paper_gives_the_same_paper(text: str) -> None:
    reference = parse(text)
    assert reference is not None
    assert (reference.kamer, reference.dossier, reference.toevoeging, reference.nummer) == (
        Kamer.TWEEDE,
        "29435",
        None,
        "267",
    )


@pytest.mark.parametrize(
    "text", ["", "  ", "de brief", "Kamerstuk", "29 435, nrs. 1 en 2", "Kamerstuk 29 435, nr. 267 en meer", "nr. 267"]
)
def test_parse_gives_nothing_for_what_is_not_one_reference(text: str) -> None:
    assert parse(text) is None


def test_a_letter_behind_a_dossier_is_a_number_and_behind_a_budget_a_fund() -> None:
    assert parse("36836 D") == Referentie(Soort.KAMERSTUK, Kamer.EERSTE, dossier="36836", nummer="D")
    assert parse("36600 A") == Referentie(Soort.KAMERSTUK, dossier="36600", toevoeging="A")
