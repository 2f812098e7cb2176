"""Entries of kamerstukken.yaml: what the key says, what the fields add, and every mistake in them."""

from __future__ import annotations

import datetime

import pytest

from brief.diagnostics import Place
from brief.kamerstuk import (
    Kamer,
    Soort,
    Stijl,
    from_key,
    is_vergaderjaar,
    note_text,
    parse,
    prinsjesdag,
    stuk,
    url,
    vergaderjaar,
)

GOOD = {"titel": "Voorontwerp", "datum": "2024-06-21", "vergaderjaar": "2023-2024", "soort": "brief"}


def shown(text: str) -> str:
    return text.replace("\u00a0", " ")


def codes(sleutel: str, **velden: str) -> list[str]:
    return [finding.code for finding in stuk(sleutel, GOOD | velden)[1]]


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2020, 15),
        (2021, 21),
        (2022, 20),
        (2023, 19),
        (2024, 17),
        (2025, 16),
        (2026, 15),
        (2027, 21),
        (2028, 19),
        (2029, 18),
    ],
)
def test_prinsjesdag_is_the_third_tuesday_of_september(year: int, day: int) -> None:
    assert prinsjesdag(year) == datetime.date(year, 9, day)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-09-05", "2023-2024"),
        ("2024-09-16", "2023-2024"),
        ("2024-09-17", "2024-2025"),
        ("2024-09-20", "2024-2025"),
        ("2026-09-14", "2025-2026"),
        ("2026-09-15", "2026-2027"),
        ("2026-01-01", "2025-2026"),
        ("1999-12-31", "1999-2000"),
        ("0001-01-01", "0000-0001"),
    ],
)
def test_the_vergaderjaar_changes_on_prinsjesdag(date: str, expected: str) -> None:
    assert vergaderjaar(datetime.date.fromisoformat(date)) == expected


def test_a_vergaderjaar_is_two_consecutive_years() -> None:
    assert is_vergaderjaar("2023-2024")
    assert not is_vergaderjaar("2023-2025")
    assert not is_vergaderjaar("2023/24")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("kst-29435-267", ("kamerstuk", "II", "29435", None, "267")),
        ("kst-36600-XXII-12", ("kamerstuk", "II", "36600", "XXII", "12")),
        ("kst-36600-B-K", ("kamerstuk", "I", "36600", "B", "K")),
        ("kst-34682-AC", ("kamerstuk", "I", "34682", None, "AC")),
        ("kst-21501-08-928", ("kamerstuk", "II", "21501", "08", "928")),
        ("kst-36600-XXII", ("kamerstuk", None, "36600", "XXII", None)),
        ("kst-29435", ("kamerstuk", None, "29435", None, None)),
        ("kst-1263281", ("kamerstuk", None, None, None, None)),
        ("2024D43452", ("document", None, None, None, "2024D43452")),
        ("2024Z18173", ("zaak", None, None, None, "2024Z18173")),
        ("ah-tk-20232024-1244", ("aanhangsel", "II", None, None, "1244")),
        ("h-tk-20232024-87-15", ("handelingen", "II", None, None, "87")),
    ],
)
def test_a_key_says_what_paper_it_is(key: str, expected: tuple[str | None, ...]) -> None:
    reference = from_key(key)
    assert reference is not None
    parts = (reference.soort, reference.kamer, reference.dossier, reference.toevoeging, reference.nummer)
    assert tuple(None if part is None else str(part) for part in parts) == expected
    assert reference.sleutel == key


@pytest.mark.parametrize(
    "key",
    [
        "",
        "kst",
        "kst-",
        "29435",
        "kst-29435-",
        "kst-12-3",
        "kst-29435-26-7",
        "x-29435-267",
        "2024X43452",
        "kst-29435-267-9",
    ],
)
def test_what_is_no_key_is_reported(key: str) -> None:
    entry, findings = stuk(key, GOOD, plaats=Place("kamerstukken.yaml", 3, 1))
    assert entry is None
    assert [(finding.code, finding.place and finding.place.line) for finding in findings] == [("BR202", 3)]


def test_a_complete_entry_gives_a_footnote_in_both_styles() -> None:
    entry, findings = stuk("kst-29435-267", GOOD)
    assert findings == ()
    assert entry is not None
    assert shown(note_text(entry)) == "Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267"
    assert shown(note_text(entry, Stijl.JURIDISCH, ", p. 3")) == "Kamerstukken II 2023/24, 29435, nr. 267, p. 3"
    assert note_text(entry, suffix="p. 3").endswith("p.\u00a03")
    assert shown(note_text(entry, Stijl.JURIDISCH, ".")) == "Kamerstukken II 2023/24, 29435, nr. 267."
    assert shown(note_text(entry, Stijl.JURIDISCH, ")", "(zie")) == "(zie Kamerstukken II 2023/24, 29435, nr. 267)"
    assert note_text(entry, prefix="zie ook").startswith("zie ook Tweede Kamer")


def test_a_paper_without_number_of_the_kamer_is_named_by_title_and_date() -> None:
    entry, _ = stuk("2024D43452", {"titel": "Uitkomsten van de overleggen", "datum": "2024-11-12"})
    assert entry is not None
    assert shown(note_text(entry)) == "Uitkomsten van de overleggen, 12 november 2024, 2024D43452"


@pytest.mark.parametrize(
    ("velden", "code"),
    [
        ({"datum": "2024-13-01"}, "BR213"),
        ({"datum": "21 juni 2024"}, "BR213"),
        ({"vergaderjaar": "2023-2025"}, "BR203"),
        ({"vergaderjaar": "2024-2025"}, "BR204"),
        ({"kamer": "III"}, "BR212"),
        ({"kamer": "VV", "soort": "boek"}, "BR212"),
        ({"bijlage": "misschien"}, "BR212"),
        ({"url": "zoek.officielebekendmakingen.nl"}, "BR214"),
        ({"titel": " "}, "BR215"),
        ({"tietel": "x"}, "BR216"),
        ({"soort": "motie"}, "BR220"),
        ({"verwijzing": "onzin"}, "BR241"),
        ({"verwijzing": "Kamerstuk 29 435, nr. 276"}, "BR222"),
        ({"vergaderjaar": ""}, "BR223"),
    ],
)
def test_each_mistake_in_a_field_has_its_own_code(velden: dict[str, str], code: str) -> None:
    assert codes("kst-29435-267", **velden) == [code]


def test_all_mistakes_are_reported_in_one_run_each_at_its_field() -> None:
    places = {
        name: Place("kamerstukken.yaml", line, 3) for line, name in enumerate(("datum", "kamer", "url"), start=10)
    }
    _, findings = stuk("kst-29435-267", GOOD | {"datum": "x", "kamer": "x", "url": "x"}, places)
    assert sorted((finding.code, finding.place.line) for finding in findings if finding.place) == [
        ("BR212", 11),
        ("BR213", 10),
        ("BR214", 12),
    ]


def test_a_letter_cannot_belong_to_the_tweede_kamer() -> None:
    assert codes("kst-34682-AC", kamer="II") == ["BR240"]
    assert codes("kst-34682-AC", kamer="I") == []


def test_a_missing_vergaderjaar_follows_from_the_date_and_is_reported() -> None:
    entry, findings = stuk("kst-34682-195", {"titel": "Monitor", "datum": "2024-09-20"})
    assert entry is not None
    assert entry.referentie.vergaderjaar == "2024-2025"
    assert [finding.code for finding in findings] == ["BR223"]


def test_what_a_key_cannot_say_stands_in_verwijzing() -> None:
    entry, findings = stuk("kst-34682-53", GOOD | {"verwijzing": "Kamerstuk 34 682, nr. 53/E"})
    assert findings == ()
    assert entry is not None
    assert entry.referentie.nummer == "53/E"
    assert shown(note_text(entry)) == "Vergaderjaar 2023-2024, Kamerstuk 34 682, nr. 53/E"


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("kst-29435-267", "2024-06-21", "https://zoek.officielebekendmakingen.nl/kst-29435-267.html"),
        ("kst-36600-B-K", "2025-02-01", "https://zoek.officielebekendmakingen.nl/kst-36600-B-K.html"),
        ("h-tk-20242025-87-15", "2025-06-01", "https://zoek.officielebekendmakingen.nl/h-tk-20242025-87-15.html"),
        ("kst-1263281", "2026-07-01", "https://zoek.officielebekendmakingen.nl/kst-1263281.pdf"),
        (
            "Kamerstukken II 2023/24, 29435, nr. 267, p. 3",
            None,
            "https://zoek.officielebekendmakingen.nl/kst-29435-267.html",
        ),
        ("kst-29435-300", "2026-07-01", None),
        ("kst-29435-267", None, None),
        ("kst-15516-42e", "1980-01-01", None),
        ("kst-29435", "2024-06-21", None),
        ("2024D43452", "2024-11-12", None),
        ("Bijlage bij Kamerstukken II 2023/24, 29435, nr. 267", "2024-06-21", None),
    ],
)
def test_an_address_is_derived_only_when_it_is_certain(text: str, date: str | None, expected: str | None) -> None:
    reference = parse(text)
    assert reference is not None
    assert url(reference, datetime.date.fromisoformat(date) if date else None) == expected


def test_an_address_that_a_person_gave_goes_first() -> None:
    entry, _ = stuk("kst-29435-267", GOOD | {"url": "https://voorbeeld.nl/stuk"})
    assert entry is not None
    assert entry.url == "https://voorbeeld.nl/stuk"
    assert (entry.referentie.soort, entry.referentie.kamer) == (Soort.KAMERSTUK, Kamer.TWEEDE)
