"""Changing the fields under `brief:`: what is set reads back, and every other line stays to the byte."""

from __future__ import annotations

import datetime

import pytest

from brief.sources.briefvelden import BriefEdit
from brief.sources.ronde import read_ronde_yaml
from brief.sources.source import SourceFile

RONDE = """\
# van Anna
ronde: 2026
titel: Uitkomsten
overleggen: []
brief:
  datum: 2026-09-14   # een dag vóór Prinsjesdag
  betreft: >
    Een onderwerp over
    twee regels
  tekst: brief.md
  ondertekenaars:
    - functie: De minister van Proeven   # zij tekent
      naam:
  afzender: {website: www.eigen.nl}
  # einde van de brief
kamerstukken:
  stijl: juridisch
"""
TEKENT = ({"functie": "De minister van Proeven", "naam": "A.B. Proef"}, {"functie": "De staatssecretaris"})


def gewijzigd(text: str = RONDE, /, **values: object) -> str:
    edit = BriefEdit(SourceFile("ronde.yaml", text.encode(), text))
    assert edit.can_change
    for name, value in values.items():
        edit.set(name, value)
    return edit.text()


def gelezen(text: str) -> object:
    ronde, findings = read_ronde_yaml(SourceFile("ronde.yaml", text.encode(), text))
    assert not [each.message for each in findings if each.is_error]
    assert ronde is not None
    return ronde.brief


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("datum", datetime.date(2026, 9, 21), datetime.date(2026, 9, 21)),
        ("betreft", "Iets: met een dubbele punt", "Iets: met een dubbele punt"),
        ("kenmerk", "2026-0001", "2026-0001"),
        ("kenmerk", "2026-09-14", "2026-09-14"),
        ("mede_namens", ("de minister van X", "de minister van Y, Z"), ("de minister van X", "de minister van Y, Z")),
        ("bijlagen", ("Lijst: 'een'", "# Nota"), ("Lijst: 'een'", "# Nota")),
    ],
)
def test_a_field_reads_back_as_it_was_set(name: str, value: object, read: object) -> None:
    assert getattr(gelezen(gewijzigd(**{name: value})), name) == read


def test_signatories_read_back_with_and_without_a_name() -> None:
    signed = getattr(gelezen(gewijzigd(ondertekenaars=TEKENT)), "ondertekenaars")  # noqa: B009 - typed as an object
    assert [(one.functie, one.naam) for one in signed] == [
        ("De minister van Proeven", "A.B. Proef"),
        ("De staatssecretaris", ""),
    ]


def test_a_comment_beside_a_signatory_stays_when_the_name_is_filled_in() -> None:
    text = gewijzigd(ondertekenaars=TEKENT[:1])
    assert text == RONDE.replace("      naam:\n", "      naam: A.B. Proef\n")


def test_parts_of_the_sender_are_set_beside_those_that_are_there() -> None:
    sender = getattr(gelezen(gewijzigd(afzender={"directie": ("DG A", "Directie B")})), "afzender")  # noqa: B009
    assert sender.website == "www.eigen.nl"
    assert sender.directie == ("DG A", "Directie B")


def test_every_other_line_and_comment_stays() -> None:
    text = gewijzigd(kenmerk="2026-1", datum=datetime.date(2026, 9, 21))
    expected = RONDE.replace("2026-09-14", "2026-09-21").replace(
        "  afzender: {website: www.eigen.nl}\n", "  afzender: {website: www.eigen.nl}\n  kenmerk: '2026-1'\n"
    )
    assert text == expected


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_stay_those_of_the_file(line_end: str) -> None:
    text = gewijzigd(RONDE.replace("\n", line_end), kenmerk="2026-1", ondertekenaars=TEKENT)
    assert text.count("\n" if line_end == "\r" else "\r\n") == (0 if line_end == "\r" else text.count("\n"))
    assert getattr(gelezen(text), "kenmerk") == "2026-1"  # noqa: B009


def test_a_comment_on_a_line_of_our_own_goes_with_its_value() -> None:
    own = "  kenmerk:                       # leeg: komt uit het documentsysteem"
    text = RONDE.replace("  tekst: brief.md", f"{own}\n  tekst: brief.md")
    edit = BriefEdit(SourceFile("ronde.yaml", text.encode(), text), own=[own])
    edit.set("kenmerk", "2026-1")
    assert "  kenmerk: '2026-1'\n" in edit.text()


@pytest.mark.parametrize("brief", ["brief: {datum: 2026-09-14, tekst: brief.md}", "brief:", "titels: x"])
def test_what_is_not_written_line_by_line_is_left_alone(brief: str) -> None:
    text = f"ronde: 2026\n{brief}\n"
    assert not BriefEdit(SourceFile("ronde.yaml", text.encode(), text)).can_change
