"""`inhoud.json`: what a version says, in a form that other programs and later versions read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from brief.text import (
    Citation,
    Document,
    Element,
    Heading,
    Insert,
    ListItem,
    Note,
    Paragraph,
    Reference,
    Role,
    Run,
    Spans,
    Style,
    Table,
)
from brief.versions.inhoud import Omvang, inhoud, inhoud_json, omvang

NOOT = Note("kst-29435-267", (Run("Kamerstuk 29 435, nr. 267"),))


def spans(text: str) -> Spans:
    return (Run(text),)


def document(*elements: Element) -> Document:
    return Document("kamerbrief", "Uitkomsten", {"versie": "v03", "datum": "14 september 2026"}, elements)


def blok(element: Element) -> dict[str, Any]:
    (each,) = inhoud([document(element)])["documenten"][0]["blokken"]
    return dict(each)


ALINEA = {"soort": "alinea", "rol": "tekst"}


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (Element(Paragraph(spans("Tekst."))), {**ALINEA, "tekst": "Tekst.", "plat": "Tekst."}),
        (Element(Paragraph(spans("Diep."), 2)), {**ALINEA, "niveau": 2, "tekst": "Diep.", "plat": "Diep."}),
        (
            Element(Heading(spans("Kop"), 1), Role.ONDERWERP, anchor="_ond_noord_1"),
            {"soort": "kop", "rol": "onderwerp", "niveau": 1, "tekst": "Kop", "plat": "Kop"},
        ),
        (
            Element(ListItem(spans("Punt"), 0, "a."), Role.AFSPRAAK, "n-1-1"),
            {
                "soort": "lijstitem",
                "rol": "afspraak",
                "niveau": 0,
                "teken": "a.",
                "afspraak": "n-1-1",
                "tekst": "Punt",
                "plat": "Punt",
            },
        ),
        (
            Element(Paragraph((Run("vet", Style.BOLD), Run(" en\nverder")))),
            {**ALINEA, "tekst": "**vet** en<br>verder", "plat": "vet en verder"},
        ),
        (
            Element(Paragraph((Run("Zie de nota"), NOOT, Run(".")))),
            {
                **ALINEA,
                "tekst": "Zie de nota[^kst-29435-267].",
                "plat": "Zie de nota.",
                "voetnoten": [{"sleutel": "kst-29435-267", "tekst": "Kamerstuk 29 435, nr. 267"}],
            },
        ),
        (
            Element(Insert("afspraken", (("thema", "water"),))),
            {"soort": "blok", "rol": "tekst", "tekst": "::: {.afspraken thema=water}\n:::", "plat": ""},
        ),
    ],
)
def test_een_blok_zegt_wat_het_is_en_wat_er_staat(element: Element, expected: dict[str, Any]) -> None:
    assert blok(element) == expected


def test_een_tabel_geeft_haar_noten_cel_voor_cel() -> None:
    found = blok(Element(Table(((spans("A"), (Run("B"), NOOT)), (spans("1"), spans("2"))), 1)))
    assert (found["soort"], found["plat"]) == ("tabel", "A B 1 2")
    assert [each["sleutel"] for each in found["voetnoten"]] == ["kst-29435-267"]
    assert found["tekst"].splitlines()[0].startswith("|")


def test_velden_staan_erbij_maar_niet_het_nummer_van_de_versie() -> None:
    (data,) = inhoud([document()])["documenten"]
    assert data == {
        "naam": "kamerbrief",
        "titel": "Uitkomsten",
        "velden": {"datum": "14 september 2026"},
        "blokken": [],
    }


@pytest.mark.parametrize("count", [0, 1, 2])
def test_de_json_is_dezelfde_waarde_een_blok_op_een_regel(count: int) -> None:
    elements = [Element(Paragraph(spans(f'Fryslân "{n}" []}}'))) for n in range(count)]
    data = inhoud([document(*elements), document()])
    written = inhoud_json(data)
    assert json.loads(written) == data
    assert len([line for line in written.decode().splitlines() if '"soort"' in line]) == count
    assert "Fryslân" in written.decode() or not count
    assert inhoud_json(inhoud([document(*elements), document()])) == written


def test_geen_documenten_is_ook_json() -> None:
    assert json.loads(inhoud_json(inhoud([]))) == {"versie": 1, "documenten": [], "afspraken": {}}


def test_woorden_noten_en_afspraken_worden_geteld() -> None:
    made = document(
        Element(Paragraph((Run("Een zin met noot"), NOOT, Run(".")))),
        Element(ListItem(spans("drie woorden hier")), Role.AFSPRAAK, "n-1-1"),
        Element(ListItem(spans("nog")), Role.AFSPRAAK, "n-1-1"),
        Element(Table(((spans("cel"), (NOOT,)),), 0), Role.AFSPRAAK, "n-1-2"),
        Element(Insert("afspraken")),
    )
    counted, nothing = (omvang(each["blokken"]) for each in inhoud([made, document()])["documenten"])
    assert counted == Omvang(woorden=9, noten=2, afspraken=2)
    assert nothing == Omvang(woorden=0, noten=0, afspraken=0)


def test_een_verwijzing_die_nog_geen_noot_is_heeft_geen_noot() -> None:
    assert "voetnoten" not in blok(Element(Paragraph((Citation((Reference("kst-1"),)),))))
