"""The mess of dossiers that many hands wrote: what looks like a title, a heading or an afspraak, and what is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.dossier import read
from brief.text import write

if TYPE_CHECKING:
    from brief.domain import Dossier

_BEGIN = "# Dossier BO Leefomgeving Noord\n\n## 2. Ruimte\n\n### 2.1. Eerste punt\n\n*In het kort:*\n\n- Kort.\n\n"


def lees(text: str) -> Dossier:
    return read((_BEGIN + text).encode(), "noord.md")


def teksten(dossier: Dossier) -> list[tuple[str, str]]:
    return [(each.agendapunt, write(each.tekst)) for each in dossier.afspraken]


def codes(dossier: Dossier) -> set[str]:
    return {each.code for each in dossier.meldingen}


@pytest.mark.parametrize(
    "titel",
    [
        "2.1.1 Voorgestelde afspraken",
        "#### 2.1.1 Voorgestelde afspraken",
        "a. Voorgestelde afspraken",
        "- Voorgestelde afspraken:",
        "**Voorgestelde afspraken Rijk en regio:**",
        "**VOORGESTELDE AFSPRAKEN (concept):**",
        "*Voorgestelde afspraken –*",
        "Voorgestelde\u00a0afspraak",
    ],
)
def test_a_section_title_may_have_a_number_or_more_words(titel: str) -> None:
    dossier = lees(f"{titel}\n\n- Rijk legt een dijk aan.\n")
    assert teksten(dossier) == [("2.1", "- Rijk legt een dijk aan.")]


@pytest.mark.parametrize(
    "titel", ["**Voorgestelde afspraken**", "*Voorgestelde afspraken* –", "Voorgestelde\u00a0afspraken:"]
)
def test_title_and_text_may_share_a_line(titel: str) -> None:
    assert teksten(lees(f"{titel} Rijk legt een dijk aan.\n")) == [("2.1", "Rijk legt een dijk aan.")]


@pytest.mark.parametrize(
    "titel", ["**Afspraken**", "Voorstel voor afspraken:", "*Concept-afspraken*", "**Beslispunten:**"]
)
def test_what_is_only_like_the_title_is_reported_and_not_guessed(titel: str) -> None:
    dossier = lees(f"{titel}\n\n- Rijk legt een dijk aan.\n")
    assert not dossier.afspraken
    assert "BR151" in codes(dossier)


@pytest.mark.parametrize("niets", ["Geen", "- Geen.", "n.v.t.", "- nvt", "Niet van toepassing.", "(geen afspraken)"])
def test_nothing_agreed_is_no_afspraak(niets: str) -> None:
    dossier = lees(f"*Voorgestelde afspraken:*\n\n{niets}\n")
    assert not dossier.afspraken
    assert [each.reden for each in dossier.rest][-1] == "geen afspraken"


@pytest.mark.parametrize(
    "kop",
    ["Agendapunt 2.3 Water", "2.3: Water", "2.3) Water", "2.3 – Water", "§ 2.3 Water", "2.3.Water", "PUNT 2.3. Water"],
)
def test_the_number_of_an_agendapunt_in_all_its_forms(kop: str) -> None:
    dossier = lees(
        f"*Voorgestelde afspraken*\n\n- Een.\n\n*Toelichting*\n\nAch.\n\n### {kop}\n\n"
        "*Voorgestelde afspraken*\n\n- Twee.\n"
    )
    assert teksten(dossier) == [("2.1", "- Een."), ("2.3", "- Twee.")]
    assert dossier.agendapunten[-1].titel == "Water"


def test_chapters_with_roman_numbers_are_chapters() -> None:
    text = "# BO Leefomgeving Noord\n\n## IV. Hamerpunten\n\n### 4.1 Water\n\n*Voorgestelde afspraken*\n\n- Een.\n"
    dossier = read(text.encode(), "noord.md")
    assert [(each.nummer, each.hamerpunt) for each in dossier.agendapunten] == [("4", False), ("4.1", True)]


def test_a_heading_without_a_number_is_noticed_by_its_second_list_of_afspraken() -> None:
    dossier = lees(
        "*Voorgestelde afspraken*\n\n- Een.\n\n*Toelichting*\n\n**Water**\n\n*Voorgestelde afspraken*\n\n- Twee.\n"
    )
    assert len(dossier.afspraken) == 2
    assert "BR150" in codes(dossier)


def test_text_under_an_agendapunt_without_any_title_is_reported() -> None:
    dossier = lees("*Voorgestelde afspraken*\n\n- Een.\n\n### 2.2 Water\n\n- Rijk legt een dijk aan.\n")
    assert "BR152" in codes(dossier)


@pytest.mark.parametrize(
    "regels",
    [
        ["2.1.1 Rijk legt een dijk aan.", "2.1.2 Rijk legt een brug aan."],
        ["Rijk en regio geven:", "2.2 miljard euro voor wonen", "3.5 miljoen euro voor water"],
        ["Rijk legt een dijk aan in fase (1/3)", "De rest volgt later."],
    ],
)
def test_an_afspraak_that_begins_or_ends_like_an_agendapunt_stays_an_afspraak(regels: list[str]) -> None:
    dossier = lees("*Voorgestelde afspraken*\n\n" + "\n\n".join(regels) + "\n\n*Toelichting*\n\nEinde.\n")
    assert [tekst for _, tekst in teksten(dossier)] == regels
    assert [each.nummer for each in dossier.agendapunten] == ["2", "2.1"]


def test_letters_typed_under_a_number_belong_to_it() -> None:
    dossier = lees("*Voorgestelde afspraken*\n\n1. Rijk legt aan:\n\na. een dijk;\n\nb. een brug.\n\n2. Klaar.\n")
    assert [tekst for _, tekst in teksten(dossier)] == [
        "1. Rijk legt aan:\n   a. een dijk;\n   b. een brug.",
        "2. Klaar.",
    ]


def test_a_bijlage_within_an_agendapunt_does_not_end_the_dossier() -> None:
    dossier = lees(
        "*Voorgestelde afspraken*\n\n- Een.\n\n#### Bijlage 1 bij deze afspraak\n\n- Kaart.\n\n*Toelichting*\n\n"
        "Ach.\n\n"
        "### 2.2 Water\n\n*Voorgestelde afspraken*\n\n- Twee.\n\n## D. Bijlagen\n\n- Kaart.\n"
    )
    assert [nummer for nummer, _ in teksten(dossier)] == ["2.1", "2.1", "2.2"]
    assert [(each.tekst, each.reden) for each in dossier.rest][-1] == ("Kaart.", "bijlagen")


def test_what_a_converter_left_out_and_a_remark_in_html_are_reported() -> None:
    dossier = lees(
        "Voorgestelde afspraken:\n\n- Het Rijk bouwt.\n\n<!-- image -->\n\n- De regio ook. <!-- nog vragen -->\n"
    )
    assert [(each.code, each.message.rpartition(": ")[2]) for each in dossier.meldingen] == [
        ("BR112", "'image'"),
        ("BR116", "'nog vragen'"),
    ]


def test_a_footnote_that_a_converter_made_a_link_of_is_reported() -> None:
    text = "Voorgestelde afspraken:\n\n- Het Rijk bouwt.[[1]](#footnote-1)\n\n1. Mits akkoord. [↑](#footnote-ref-1)\n"
    assert [each.code for each in lees(text).meldingen] == ["BR184"]
