"""A letter in Word becomes text and fields: what is right for each awkward letter, and that nothing of it gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec import Struct
from msgspec.structs import asdict

from brief.intake.letter.model import Bestemming
from brief.intake.letter.reading import read_letter
from intake.lastige_brieven import (
    AANHEF,
    GEVALLEN,
    TER_ONDERTEKENING,
    Geval,
    brief,
    gewoon,
    kop,
    noot,
    noten,
    vette_koppen,
)
from word.reading.bouwdoos import p, r

if TYPE_CHECKING:
    from brief.intake.letter.model import Overgenomen

IEDER = pytest.mark.parametrize("geval", GEVALLEN, ids=[geval.naam for geval in GEVALLEN])
GELEZEN = [geval for geval in GEVALLEN if geval.tekst is not None]


def neem_over(geval: Geval) -> Overgenomen:
    return read_letter(geval.data, "brief.docx")


def codes(overgenomen: Overgenomen) -> list[str]:
    return [melding.code for melding in overgenomen.meldingen]


def als_lijsten(value: Any) -> Any:
    """Give tuples as lists and values as their fields, so that they compare by what they say."""
    if isinstance(value, Struct):
        return als_lijsten(asdict(value))
    if isinstance(value, dict):
        return {key: als_lijsten(each) for key, each in value.items()}
    return [als_lijsten(each) for each in value] if isinstance(value, tuple | list) else value


@IEDER
def test_the_text_is_what_a_policy_writer_expects(geval: Geval) -> None:
    assert neem_over(geval).tekst == (geval.tekst or "")


@IEDER
def test_a_letter_is_refused_only_where_that_is_right(geval: Geval) -> None:
    assert neem_over(geval).failed == (geval.tekst is None)


@pytest.mark.parametrize("geval", GELEZEN, ids=[geval.naam for geval in GELEZEN])
def test_fields_are_taken_out_of_the_text(geval: Geval) -> None:
    said = als_lijsten(neem_over(geval).velden)
    for name, value in geval.velden.items():
        if name == "afzender":
            own = {
                key: each if isinstance(value[key], list) else each[0]
                for key, each in said[name].items()
                if key in value
            }
            assert own == value
        else:
            assert said[name] == value, name


@IEDER
def test_papers_are_those_of_the_notes(geval: Geval) -> None:
    assert tuple(neem_over(geval).stukken) == geval.stukken


@IEDER
def test_what_is_left_over_is_told_with_its_reason(geval: Geval) -> None:
    overgenomen = neem_over(geval)
    assert set(geval.rest) <= {deel.tekst for deel in overgenomen.rest}
    assert all(deel.naam for deel in overgenomen.rest)


@IEDER
def test_what_is_doubtful_is_reported(geval: Geval) -> None:
    assert set(geval.meldingen) <= set(codes(neem_over(geval)))


@pytest.mark.parametrize("geval", GELEZEN, ids=[geval.naam for geval in GELEZEN])
def test_the_stretches_of_a_block_never_overlap(geval: Geval) -> None:
    seen: dict[int, int] = {}
    for deel in neem_over(geval).delen:
        assert deel.begin >= seen.get(deel.blok, 0)
        seen[deel.blok] = deel.eind


def test_a_plain_letter_gives_no_warning() -> None:
    assert codes(neem_over(gewoon())) == ["BR611"]


def test_safe_signs_are_put_right_on_request_and_counted() -> None:
    body = (
        AANHEF + p(r("In de BO's is  \"snel\" afgesproken -- met 'de regio' -- dat 3'' genoeg is.")) + TER_ONDERTEKENING
    )
    overgenomen = read_letter(brief(body), "brief.docx", verbeter=True)
    assert overgenomen.tekst == "In de BO’s is “snel” afgesproken – met ‘de regio’ – dat 3'' genoeg is.\n"
    assert {"BR614", "BR617"} <= set(codes(overgenomen))


def test_a_note_without_a_place_in_the_text_is_told() -> None:
    body = AANHEF + p(r("Zonder noot.")) + TER_ONDERTEKENING
    overgenomen = read_letter(brief(body, **noten(["Kamerstuk 29 435, nr. 267"])), "brief.docx")
    assert "BR625" in codes(overgenomen)


def test_a_note_that_cannot_be_read_keeps_its_words() -> None:
    body = AANHEF + p(r("Zie de noot") + noot(1) + r(".")) + TER_ONDERTEKENING
    overgenomen = read_letter(brief(body, **noten(["Kamerstuk 29 435, nr. 26 7 en verder"])), "brief.docx")
    assert "[^verder]: Kamerstuk 29 435, nr. 26 7 en verder" in overgenomen.tekst
    assert "BR610" in codes(overgenomen)


def test_two_notes_that_disagree_on_a_paper_are_not_made_one() -> None:
    teksten = ["Kamerstukken II 2023/24, 29 435, nr. 267", "Kamerstukken II 2021/22, 29 435, nr. 267"]
    body = AANHEF + p(r("Een") + noot(1) + r(" en twee") + noot(2) + r(".")) + TER_ONDERTEKENING
    overgenomen = read_letter(brief(body, **noten(teksten)), "brief.docx")
    assert "Kamerstukken II 2021/22, 29 435, nr. 267" in overgenomen.tekst
    assert "BR628" in codes(overgenomen)


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"{\\rtf1 tekst}", b"\xd0\xcf\x11\xe0oud"])
def test_another_kind_of_file_is_refused_with_what_to_do(data: bytes) -> None:
    overgenomen = read_letter(data, "brief.bestand")
    assert overgenomen.failed
    assert "BR623" in codes(overgenomen)


def test_a_file_without_text_is_refused() -> None:
    assert "BR624" in codes(read_letter(brief(AANHEF), "brief.docx"))


def test_a_heading_that_was_guessed_says_its_level() -> None:
    message = next(melding.message for melding in neem_over(vette_koppen()).meldingen if melding.code == "BR607")
    assert "'## Water'" in message


def test_every_note_of_the_letter_goes_to_a_note() -> None:
    delen = [deel for deel in neem_over(gewoon()).delen if deel.bestemming is Bestemming.NOOT]
    assert {deel.naam for deel in delen} == {"voetnoot-1", "voetnoot-2"}


def test_fixed_spaces_that_printing_makes_are_ordinary_in_the_text_and_others_stay() -> None:
    """`opstellen` puts a fixed space in a date and an amount; one of the writer's own is his."""
    body = (
        AANHEF + p(r("Op 14\u00a0september kostte het €\u00a05\u00a0miljoen in het\u00a0noorden.")) + TER_ONDERTEKENING
    )
    overgenomen = read_letter(brief(body), "brief.docx")
    assert overgenomen.tekst == "Op 14 september kostte het € 5 miljoen in het\u00a0noorden.\n"


def meldingen(body: str, **more: Any) -> dict[str, str]:
    """Give by its code what is said of a letter with this body."""
    return {melding.code: melding.message for melding in read_letter(brief(body, **more), "brief.docx").meldingen}


def test_a_line_above_the_salutation_that_nobody_knows_is_told() -> None:
    body = p(r("Afgehandeld namens de dienst")) + AANHEF + p(r("Het overleg ging over water.")) + TER_ONDERTEKENING
    assert "'Afgehandeld namens de dienst'" in meldingen(body)["BR603"]


def test_a_date_that_is_none_is_told_and_not_guessed() -> None:
    body = p(r("Datum: medio september")) + AANHEF + p(r("Het overleg ging over water.")) + TER_ONDERTEKENING
    assert "'medio september'" in meldingen(body)["BR621"]
    assert read_letter(brief(body), "brief.docx").velden.datum is None


def test_a_number_without_its_note_is_told_and_stays() -> None:
    body = AANHEF + p(r("Het ontwerp is gestuurd1 en vastgesteld2 door de Kamer.")) + TER_ONDERTEKENING
    assert "'gestuurd1', 'vastgesteld2'" in meldingen(body)["BR606"]
    assert "gestuurd1 en vastgesteld2" in read_letter(brief(body), "brief.docx").tekst


def test_a_list_of_papers_without_numbers_in_the_text_is_told() -> None:
    papers = p(r("1. Kamerstukken II 2023/24, 29 435, nr. 267")) + p(r("2. Kamerstukken II 2022/23, 34 682, nr. 107"))
    body = AANHEF + p(r("Het ontwerp is gestuurd en vastgesteld.")) + TER_ONDERTEKENING + kop(2, "Noten") + papers
    assert "lijst van 2 stukken" in meldingen(body)["BR606"]


def test_a_letter_that_nobody_signed_is_told_to_be_that() -> None:
    body = AANHEF + p(r("Het overleg ging over water."))
    assert "geen ondertekening" in meldingen(body)["BR613"]
    assert "BR613" not in meldingen(body + TER_ONDERTEKENING)


def test_a_salutation_far_into_the_letter_is_told() -> None:
    head = "".join(p(r(f"Adres {number}")) for number in range(60))
    assert "als tekst overgenomen" in meldingen(head + AANHEF + p(r("Hierbij de uitkomsten.")))["BR634"]
    assert "BR634" not in meldingen(p(r("Adres")) + AANHEF + p(r("Hierbij de uitkomsten.")))


def test_a_note_that_prints_in_another_style_says_what_it_was_and_becomes() -> None:
    body = AANHEF + p(r("Zie de nota") + noot(1) + r(".")) + TER_ONDERTEKENING
    said = meldingen(body, **noten(["29 435, nr. 267"]))["BR609"]
    assert "'29 435, nr. 267' wordt '" in said
    assert "BR609" not in meldingen(body, **noten(["Iets anders."]))
