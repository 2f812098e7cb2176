"""The structure of a dossier, with the mess of real drafts. Each test holds its dossier as Markdown."""

from __future__ import annotations

import pytest

from brief.domain import Dossier, Sectie
from brief.dossier import read
from brief.text import write


def lees(text: str, name: str = "noord.md") -> Dossier:
    dossier = read(text.encode(), name)
    assert [d for d in dossier.meldingen if d.code == "BR137"] == []
    return dossier


def codes(dossier: Dossier) -> list[str]:
    return [finding.code for finding in dossier.meldingen]


def redenen(dossier: Dossier) -> dict[str, str]:
    return {rest.tekst: rest.reden for rest in dossier.rest}


def sectie(dossier: Dossier, which: Sectie) -> str:
    return write(dossier.agendapunten[-1].secties.get(which, ()))


@pytest.mark.parametrize(
    "titel",
    [
        "*Voorgestelde afspraken:*",
        "**Voorgestelde afspraken**",
        "### Voorgestelde afspraken",
        "Voorgestelde afspraken (concept):",
        "VOORGESTELDE AFSPRAKEN",
        "*Voorgestelde afspraak:*",
    ],
)
def test_section_title_in_every_dress(titel: str) -> None:
    dossier = lees(f"## 2.1 Water\n\n{titel}\n\n- Rijk en regio doen iets.\n")
    assert [a.id for a in dossier.afspraken] == ["n-2.1-1"]
    assert dossier.rest[0].reden == "sectietitel"


def test_section_title_with_its_text_behind_it() -> None:
    dossier = lees("## 2.1 Water\n\n*Voorgestelde afspraken:* Rijk en regio doen iets.\n\n**Toelichting:** Zie 2.2.\n")
    assert write(dossier.afspraken[0].tekst) == "Rijk en regio doen iets."
    assert sectie(dossier, Sectie.TOELICHTING) == "Zie 2.2."
    assert [rest.tekst for rest in dossier.rest] == ["Voorgestelde afspraken:", "Toelichting:"]


def test_sections_of_an_agendapunt() -> None:
    dossier = lees(
        "## 2.1 Water\n\nvooraf\n\n*In het kort:*\n\n- kort\n\n"
        "*Bespreekpunten (indien van toepassing):*\n\n- Rijk spreekt af.\n\n"
        "*Voorgestelde afspraken:*\n\n- echt\n\n*Toelichting (alleen indien nodig):*\n\n- meer\n"
    )
    secties = {section.value: write(blocks) for section, blocks in dossier.agendapunten[0].secties.items()}
    assert secties == {
        "overig": "vooraf",
        "in_het_kort": "- kort",
        "bespreekpunten": "- Rijk spreekt af.",
        "voorgestelde_afspraken": "- echt",
        "toelichting": "- meer",
    }
    assert [write(a.tekst) for a in dossier.afspraken] == ["- echt"]


def test_line_that_looks_like_a_chapter_is_an_afspraak() -> None:
    dossier = lees(
        "# 2. Ruimte\n\n## 2.1 Water\n\n*Voorgestelde afspraken:*\n\n**Rijk en regio vinden dat:**\n\n"
        "- water schaars is.\n\n"
        "# 2. Rijk en regio doen samen;\n\n- onderzoek.\n\n# 3. Wonen\n\n## 3.1 Plannen\n\n"
        "*Voorgestelde afspraken:*\n\n- Bouwen.\n"
    )
    assert [(a.id, write(a.tekst)) for a in dossier.afspraken] == [
        ("n-2.1-1", "**Rijk en regio vinden dat:**\n\n- water schaars is."),
        ("n-2.1-2", "2. **Rijk en regio doen samen;**\n   - onderzoek."),
        ("n-3.1-1", "- Bouwen."),
    ]
    assert "BR133" in codes(dossier)


def test_chapter_after_numbered_afspraken_is_a_chapter() -> None:
    dossier = lees(
        "# 2. Ruimte\n\n## 2.1 Water\n\n*Voorgestelde afspraken:*\n\n1. Een.\n2. Twee.\n\n# 3. Wonen\n\n"
        "tijd – tijd uur\n\n"
        "## 3.1 Plannen\n\n*In het kort:*\n\n- Bouwen.\n"
    )
    assert [a.nummer for a in dossier.agendapunten] == ["2", "2.1", "3", "3.1"]
    assert [a.id for a in dossier.afspraken] == ["n-2.1-1", "n-2.1-2"]


def test_numbered_afspraak_in_bold_before_toelichting_is_no_chapter() -> None:
    dossier = lees(
        "# 2. Ruimte\n\n## 2.1 Water\n\n*Voorgestelde afspraken:*\n\n**1. Rijk en regio meten.**\n\n"
        "**2. Rijk en regio bouwen.**\n\n"
        "**3. Rijk en regio evalueren**\n\n*Toelichting:*\n\n- meer\n\n## 2.2 Bodem\n\n*In het kort:*\n\n- kort\n"
    )
    assert [a.nummer for a in dossier.agendapunten] == ["2", "2.1", "2.2"]
    assert [write(a.tekst) for a in dossier.afspraken] == [
        "1. **Rijk en regio meten.**",
        "2. **Rijk en regio bouwen.**",
        "3. **Rijk en regio evalueren**",
    ]


def test_agendapunt_in_parts_counts_on() -> None:
    part = "*NOVEX-gebied, onderwerp {0} ({0}/3)*\n\n*Voorgestelde afspraken:*\n\n- Afspraak {0}.\n\n"
    dossier = lees(
        "## 2.5.4 NOVEX-gebied\n\n" + "".join(part.format(n) for n in (1, 2, 3)) + "### 2.5.4.1 Genest\n\nPM\n"
    )
    assert [(a.nummer, a.deel, a.titel) for a in dossier.agendapunten[1:4]] == [
        ("2.5.4", f"{n}/3", f"NOVEX-gebied, onderwerp {n}") for n in (1, 2, 3)
    ]
    assert [a.id for a in dossier.afspraken] == ["n-2.5.4-1", "n-2.5.4-2", "n-2.5.4-3"]
    assert dossier.agendapunten[4].nummer == "2.5.4.1"


def test_reference_to_a_part_is_no_part() -> None:
    dossier = lees("## 2.5 Gebied\n\n*In het kort:*\n\n- Samen optrekken (zie agendapunt 3/3)\n")
    assert [a.deel for a in dossier.agendapunten] == [None]


def test_everything_around_the_agendapunten_is_remainder() -> None:
    dossier = lees(
        "# Dossier BO Leefomgeving Noord\n\nconceptversie 3\n\n# Inhoudsopgave\n\nA. Agenda ..... 2\n\n"
        "Lees dit eerst.\n\n"
        "# A. Agenda BOL\n\n**1. Opening**\n\n**2. Water**\n\n# B. Deelnemers\n\n- xx\n\n"
        "# C. Dossier\n\nZo gaat het.\n\n"
        "## 1.1. Titel agendapunt | optie 1\n\n*Voorgestelde afspraken:*\n\n- XX – tekst\n\n"
        "# 1. Opening\n\n## 1.1 Welkom\n\n"
        "*In het kort:*\n\n- Welkom.\n\nCONCEPT\n\n# D. Bijlagen\n\n| Nummer | Naam |\n|---|---|\n| 1 | Kaart |\n"
    )
    assert [a.nummer for a in dossier.agendapunten] == ["1", "1.1"]
    assert dossier.afspraken == ()
    assert dossier.versie == "conceptversie 3"
    reasons = redenen(dossier)
    assert reasons["Dossier BO Leefomgeving Noord"] == "titelblad"
    assert reasons["A. Agenda ..... 2"] == "inhoudsopgave"
    assert reasons["Lees dit eerst."] == "inleiding"
    assert reasons["2. Water"] == "agenda"
    assert reasons["xx"] == reasons["XX – tekst"] == "plaatshouder"
    assert reasons["1.1. Titel agendapunt | optie 1"] == "uitleg bij het sjabloon"
    assert reasons["CONCEPT"] == "watermerk"
    assert reasons["Nummer\tNaam\n1\tKaart"] == "bijlagen"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("V05 80% 19-5", "versieaanduiding"),
        ("conceptversie 12 mei", "versieaanduiding"),
        ("Kaart laten zien?", "redactionele opmerking"),
        ("Status: ligt bij EZ", "redactionele opmerking"),
        ("Status?", "plaatshouder"),
        ("tijd – tijd uur", "plaatshouder"),
        ("**tijd –**", "plaatshouder"),
        ("PM", "plaatshouder"),
        ("- PM Mogelijk samen met 2.6?", "plaatshouder"),
        ("- XX – Samenvatting (hoofdpijn).", "plaatshouder"),
        ("10.30 – 11.00 uur", "tijdstip"),
        ("CONCEPT", "watermerk"),
        ("Pagina 3 van 12", "paginanummer"),
        ("[nog afstemmen met de gemeenten]", "redactionele opmerking"),
        ("+ Aandachtspunt: relatie met MRA. Volgt nog", "redactionele opmerking"),
    ],
)
def test_lines_that_are_no_content(line: str, reason: str) -> None:
    dossier = lees(f"## 2.1 Water\n\n{line}\n\n*In het kort:*\n\n- kort\n")
    assert dossier.rest[0].reden == reason
    assert ("BR130" in codes(dossier)) == (reason == "plaatshouder")
    assert ("BR132" in codes(dossier)) == (reason == "redactionele opmerking")


def test_a_line_that_is_told_in_part_says_so() -> None:
    note = "[nog afstemmen met de gemeenten, de waterschappen en de provincie voordat dit naar de ministers gaat]"
    found = [each.message for each in lees(f"## 2.1 Water\n\n{note}\n").meldingen if each.code == "BR132"]
    assert len(found) == 1
    assert found[0].endswith("…'")


@pytest.mark.parametrize(
    "line",
    [
        "- PM10 en stikstof nemen af.",
        "- Tijdens de bouw wordt gemeten.",
        "- Xanten en regio spreken af.",
        "- Wat is nodig? Dat zoeken Rijk en regio uit.",
        "- Versie 2 van het plan wordt vastgesteld.",
        "- De status: dat stellen partijen vast.",
        "- Let op: de planning is bindend.",
        "Concept en definitief plan worden voorgelegd.",
        "- Volgt het Rijk, dan volgt de regio.",
    ],
)
def test_afspraak_that_resembles_a_placeholder_stays(line: str) -> None:
    dossier = lees(f"## 2.1 Water\n\n*Voorgestelde afspraken:*\n\n{line}\n")
    assert [write(a.tekst) for a in dossier.afspraken] == [line]


def test_placeholder_within_an_afspraak_is_reported_and_stays() -> None:
    dossier = lees("## 2.1 Water\n\n*Voorgestelde afspraken:*\n\n- Rijk besluit uiterlijk XX 2027.\n")
    assert len(dossier.afspraken) == 1
    assert [d.message for d in dossier.meldingen if d.code == "BR130"] == [
        "n-2.1-1: plaatshouder 'XX' in de tekst van een afspraak"
    ]


def test_only_the_closing_chapter_is_not_published() -> None:
    dossier = lees(
        "# 2. Ruimte\n\n## 2.1 Communicatie over windparken\n\n*Voorgestelde afspraken:*\n\n- Samen informeren.\n\n"
        "# 6. Afronding\n\n## 6.1 Communicatie en afsluiting\n\n*Voorgestelde afspraken:*\n\n"
        "- Persbericht na verzending.\n"
    )
    assert [(a.id, a.publiceren) for a in dossier.afspraken] == [("n-2.1-1", True), ("n-6.1-1", False)]


def test_hamerpunten() -> None:
    dossier = lees(
        "# 2. Ruimte\n\n## 2.1 Water\n\n**Hamerpunt**\n\n*In het kort:*\n\n- kort\n\n"
        "# 5. Hamerpunten\n\n## 5.1 Groene Hart\n\n"
        "*Voorgestelde afspraken:*\n\n- Kennisnemen.\n\n# 6. Afsluiting\n"
    )
    assert [a.nummer for a in dossier.agendapunten if a.hamerpunt] == ["2.1", "5.1"]


def test_doubled_number_is_reported_and_counts_on() -> None:
    dossier = lees(
        "## 2.4 Utrecht\n\n*Voorgestelde afspraken:*\n\n- Een.\n\n## 2.4 Flevoland\n\n"
        "*Voorgestelde afspraken:*\n\n- Twee.\n"
    )
    assert [a.id for a in dossier.afspraken] == ["n-2.4-1", "n-2.4-2"]
    assert "BR140" in codes(dossier)


@pytest.mark.parametrize(
    ("title", "name", "expected", "code"),
    [
        ("Dossier BO Leefomgeving Zuidwest 2026", "x.md", "zuidwest", None),
        ("Agenda landsdeel Noord-West", "x.md", "noordwest", None),
        ("Dossier", "dossiers/oost.md", "oost", None),
        ("BO Leefomgeving Noord", "oost.md", "noord", "BR135"),
        ("De Zuidelijke Randstad", "x.md", None, "BR134"),
    ],
)
def test_landsdeel(title: str, name: str, expected: str | None, code: str | None) -> None:
    dossier = lees(f"# {title}\n\n## 2.1 Water\n\nPM\n", name)
    assert dossier.landsdeel == expected
    found = {"BR134", "BR135"} & set(codes(dossier))
    assert found == ({code} if code else set())


def test_landsdeel_of_the_round_wins_and_a_contradiction_is_said() -> None:
    dossier = read(b"# BO Leefomgeving Noord\n\n## 2.1 Water\n", "noord.md", landsdeel="zuid")
    assert dossier.landsdeel == "zuid"
    assert "BR135" in codes(dossier)


def test_dossier_without_agendapunten_is_refused() -> None:
    dossier = lees("Zomaar een tekst.\n")
    assert "BR136" in codes(dossier)
    assert any(finding.is_error for finding in dossier.meldingen)


def test_what_is_no_utf8_is_refused_with_its_line() -> None:
    dossier = read("# Noord\n\nFryslân\n".encode("windows-1252"), "noord.md")
    assert [(d.code, d.place.line) for d in dossier.meldingen if d.place] == [("BR142", 3)]


def test_word_file_that_is_called_markdown_is_read_as_word() -> None:
    assert read(b"PK\x03\x04kapot", "noord.md").meldingen[0].code == "BR104"


@pytest.mark.parametrize("text", ["[" * 200_000, "[" * 100_000 + "]" * 100_000, "tekst " * 1_000_000])
def test_markdown_that_is_no_dossier_is_refused_at_once(text: str) -> None:
    assert [finding.code for finding in lees(text).meldingen] == ["BR105"]
