"""Whatever stands between a dossier and its numbers, and whatever closes them: each number is read, nothing else is.

Dossier, what joins, numbers and closing are combined at random; no single combination is thought of beforehand.
"""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.kamerstuk import find, resolve
from keuring.eigenschap import tries

_DOSSIERS = {
    "Kamerstuk 34 682": "34682",
    "Kamerstuk 34682": "34682",
    "Kamerstuk 34.682": "34682",
    "Kamerstukken II 2022/23, 34 682": "34682",
    "Kamerstukken II 34 682": "34682",
    "Tweede Kamer, vergaderjaar 2022-2023, Kamerstuk 34 682": "34682",
    "Kamerstuk 36 600 XXII": "36600-XXII",
    "Kamerstuk 36600-XXII": "36600-XXII",
    "Kamerstuk 33 852 (R2023)": "33852",
}
_JOINERS = (
    ", nr. ",
    " nr. ",
    ", nr.",
    " nr ",
    ", nrs. ",
    "; nr. ",
    ", nummer ",
    ", onder nr. ",
    ", stuk nr. ",
    ", stuk ",
    ", motie ",
    ", motie nr. ",
    ", de motie met nr. ",
    ", brief van 3 mei 2024, nr. ",
    ", d.d. 3 mei 2024, nr. ",
    ", Nota Ruimte, nr. ",
    " over de Nota Ruimte, nr. ",
    ", in het bijzonder nr. ",
    ", laatstelijk nr. ",
    ", onder meer nrs. ",
    ", zie nr. ",
    ", met bijlagen, nr. ",
    ", rn. ",
    ", mr. ",
    "\nnr. ",
    ", volgnr. ",
)
_NUMBERS = {
    "267": ("267",),
    "1267": ("1267",),
    "1.375": ("1375",),
    "267, p. 3": ("267",),
    "267 en 268": ("267", "268"),
    "267 & 268": ("267", "268"),
    "267 + 268": ("267", "268"),
    "267, 268 en 270": ("267", "268", "270"),
    "267 t/m 269": ("267", "268", "269"),
    "267-269": ("267", "268", "269"),
    "267 t.e.m. 269": ("267", "268", "269"),
    "267 dan wel 268": ("267", "268"),
    "267 (motie) en 268 (brief)": ("267", "268"),
    "267 (motie), 268 (brief) en 270 (nota)": ("267", "268", "270"),
    "267 en nr. 270": ("267", "270"),
    "267, nr. 268 en nr. 270": ("267", "268", "270"),
}
# What claims the number behind it, in the same sentence and in the next one
_CLAIMS = (
    "artikel 3, nr. {}",
    "perceel nr. {}",
    "het besluit nr. {} van het college",
    "tabel nr. {}",
    "afspraak nr. {}",
    "Stb. 2024, nr. {}",
    "nr. {} van de lijst",
    "de woning op nr. {}",
    "nr. {} aan de Dorpsstraat",
    "actie nr. {}",
    "de motie van de gemeenteraad (nr. {})",
    "kavel nr. {}",
    "toestel nr. {}",
    "agendapunt nr. {}",
)
_OPENINGS = ("", "Zie ", "Zie ook: ", "In de brief staat dat (", "1 ", "- ")
_CLOSINGS = (
    "",
    ".",
    ";",
    ", waarin dat staat.",
    " voor het vervolg.",
    "\n\nDe woningbouw gaat door.",
    ". De rest volgt.",
)


def read(text: str) -> list[str]:
    found = find(text)
    return [each.sleutel for each in (*found.verwijzingen, *resolve(text, found).verwijzingen)]


def silent(text: str, digits: str) -> bool:
    """Tell whether digits of a text lie outside everything that is read or reported."""
    found = find(text)
    spans = [(each.begin, each.eind) for each in found.verwijzingen] + [*found.ongelezen, *found.jaren]
    places = [match.span() for match in re.finditer(rf"(?<![0-9]){re.escape(digits)}(?![0-9])", text)]
    return not all(any(begin <= first and last <= end for begin, end in spans) for first, last in places)


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Make a sentence with one dossier and its numbers, and the keys of its papers."""
    opening, closing = draw(st.sampled_from(_OPENINGS)), draw(st.sampled_from(_CLOSINGS))
    dossier, numbers = draw(st.sampled_from(sorted(_DOSSIERS))), draw(st.sampled_from(sorted(_NUMBERS)))
    closing = ")" + closing if "(" in opening else closing
    text = opening + dossier + draw(st.sampled_from(_JOINERS)) + numbers + closing
    return text, [f"kst-{_DOSSIERS[dossier]}-{number}" for number in _NUMBERS[numbers]]


def check(sentence: tuple[str, list[str]]) -> None:
    text, papers = sentence
    assert read(text) == papers
    assert not any(silent(text, digits) for digits in ("267", "268", "269", "270") if digits in text)


def claimed(joiner: str, claim: str, number: int) -> None:
    text = f"Zie Kamerstuk 34 682, nr. 1267{joiner}{claim.format(number)} hoort daarbij."
    assert read(text) == ["kst-34682-1267"], text


@given(st.sampled_from((". Ook ", " en ", "; ", ". Er is meer: ")), st.sampled_from(_CLAIMS), st.integers(1, 400))
@settings(max_examples=tries(120), deadline=None)
def test_a_number_that_another_word_claims_is_never_read(joiner: str, claim: str, number: int) -> None:
    claimed(joiner, claim, number)


@pytest.mark.lang
@pytest.mark.parametrize("dossier", sorted(_DOSSIERS))
def test_every_joiner_goes_with_every_form_of_numbers(dossier: str) -> None:
    for joiner, (numbers, written) in product(_JOINERS, _NUMBERS.items()):
        check((f"Zie {dossier}{joiner}{numbers}.", [f"kst-{_DOSSIERS[dossier]}-{number}" for number in written]))


@given(sentences())
@settings(max_examples=tries(300), deadline=None)
def test_numbers_are_read_whatever_joins_them_to_their_dossier(sentence: tuple[str, list[str]]) -> None:
    check(sentence)
