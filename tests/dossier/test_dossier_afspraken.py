"""What is one afspraak: split by form, each with its reason, its text verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.dossier import read
from brief.dossier.afspraken import BOLD_LEAD, ITEM, LEAD, NUMBERED, PARAGRAPH
from brief.text import write

if TYPE_CHECKING:
    from brief.domain import DossierAfspraak


def afspraken(text: str) -> tuple[DossierAfspraak, ...]:
    dossier = read(f"## 2.1 Water\n\n*Voorgestelde afspraken:*\n\n{text}\n".encode(), "noord.md")
    assert [d for d in dossier.meldingen if d.is_error] == []
    return dossier.afspraken


CASES = {
    "bullets": (
        "- Een.\n  - onder een\n- Twee.\n",
        [(ITEM, "- Een.\n  - onder een"), (ITEM, "- Twee.")],
    ),
    "numbers with bullets at the same depth": (
        "1. Een, te weten:\n\n- a\n- b\n\n2. Twee.\n",
        [(NUMBERED, "1. Een, te weten:\n   - a\n   - b"), (NUMBERED, "2. Twee.")],
    ),
    "numbers with loose paragraphs between": (
        "1. Een.\n\nBij een hoort dit.\n\n2. Twee.\n\nBij twee hoort dat.\n",
        [(NUMBERED, "1. Een.\n\n   Bij een hoort dit."), (NUMBERED, "2. Twee.\n\n   Bij twee hoort dat.")],
    ),
    "paragraph after the last number stands alone": (
        "1. Een.\n2. Twee.\n\nRijk en regio evalueren.\n",
        [(NUMBERED, "1. Een."), (NUMBERED, "2. Twee."), (PARAGRAPH, "Rijk en regio evalueren.")],
    ),
    "bold lead-ins": (
        "**Rijk vindt dat:**\n\n- water;\n- bodem.\n\nEn daarnaast:\n\n- lucht.\n\n"
        "**Regio vindt dat:**\n\n- dit moet.\n",
        [
            (BOLD_LEAD, "**Rijk vindt dat:**\n\n- water;\n- bodem.\n\nEn daarnaast:\n\n- lucht."),
            (BOLD_LEAD, "**Regio vindt dat:**\n\n- dit moet."),
        ],
    ),
    "numbers within a bold lead-in": (
        "**Rijk en regio doen:**\n\n1. Meten:\n   - water\n2. Wegen.\n",
        [(BOLD_LEAD, "**Rijk en regio doen:**\n\n1. Meten:\n   - water\n2. Wegen.")],
    ),
    "items before a bold lead-in": (
        "- Eerst dit.\n\n**Dan:**\n\n- dat.\n",
        [(ITEM, "- Eerst dit."), (BOLD_LEAD, "**Dan:**\n\n- dat.")],
    ),
    "lead-in that is not bold": (
        "- Los.\n\nVanuit de aanpak:\n\n- Meten\n- Wegen\n\nEn nog een alinea.\n",
        [(ITEM, "- Los."), (LEAD, "Vanuit de aanpak:\n\n- Meten\n- Wegen"), (PARAGRAPH, "En nog een alinea.")],
    ),
    "paragraphs": (
        "Rijk doet een.\n\nRegio doet twee.\n",
        [(PARAGRAPH, "Rijk doet een."), (PARAGRAPH, "Regio doet twee.")],
    ),
    "sub-list numbered under a bullet": (
        "- Drie opgaven:\n  1. water\n  2. bodem\n- Los.\n",
        [(ITEM, "- Drie opgaven:\n  1. water\n  2. bodem"), (ITEM, "- Los.")],
    ),
    "o typed by hand": (
        "- Het volgende:\n- o meten\n- o wegen\n- Los.\n",
        [(ITEM, "- Het volgende:\n  - meten\n  - wegen"), (ITEM, "- Los.")],
    ),
    "o typed by hand beside its neighbours": (
        "Het werkt aan:\n\n- een aanpak;\n- het beeld.\n- o het inzicht.\n",
        [(LEAD, "Het werkt aan:\n\n- een aanpak;\n- het beeld.\n- het inzicht.")],
    ),
    "o typed by hand beside deeper items": (
        "- Het volgende.\n  - meten\n- o wegen\n- o tellen\n- Los.\n- o Ook los.\n",
        [(ITEM, "- Het volgende.\n  - meten\n  - wegen\n  - tellen"), (ITEM, "- Los."), (ITEM, "- Ook los.")],
    ),
    "table under an item": (
        "- Voor deze locaties:\n\n| Plaats | Jaar |\n|---|---|\n| Goes | 2028 |\n\n- Los.\n",
        [(ITEM, "- Voor deze locaties:\n\n| Plaats | Jaar |\n|---|---|\n| Goes | 2028 |"), (ITEM, "- Los.")],
    ),
    "item that announces what is not indented": (
        "- Rijk en regio zullen:\n- meten;\n- wegen.\n- Los.\n",
        [(ITEM, "- Rijk en regio zullen:\n  - meten;\n  - wegen."), (ITEM, "- Los.")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_split(name: str) -> None:
    text, expected = CASES[name]
    assert [(a.reden, write(a.tekst)) for a in afspraken(text)] == expected


def test_doubt_is_said() -> None:
    text = "## 2.1 Water\n\n*Voorgestelde afspraken:*\n\nRijk en regio spreken af:\n\n- Rijk meet.\n- Regio weegt.\n"
    dossier = read(text.encode(), "noord.md")
    assert len(dossier.afspraken) == 1
    assert [d.code for d in dossier.meldingen] == ["BR138"]


def test_placeholder_between_afspraken_is_none() -> None:
    found = afspraken("- Een.\n- XX – nog in te vullen\n- PM\n- Twee.\n")
    assert [write(a.tekst) for a in found] == ["- Een.", "- Twee."]


def test_cut_sentence_is_mended_within_an_afspraak() -> None:
    first = "- Rijk en regio onderzoeken samen met de gemeenten en de waterschappen"
    found = afspraken(f"{first}\n\nwaar het water blijft.\n\n- Twee.\n")
    assert [write(a.tekst) for a in found] == [f"{first} waar het water blijft.", "- Twee."]


def test_line_that_ends_a_sentence_is_not_joined() -> None:
    first = "Rijk en regio onderzoeken samen met de gemeenten waar het water blijft."
    assert len(afspraken(f"{first}\n\nook in de polder.\n")) == 2
