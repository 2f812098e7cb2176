"""Of each kind of form in `soorten.txt` what belongs to a reference is read or reported; look-alikes are left."""

from __future__ import annotations

import pytest

from brief.kamerstuk import find, meldingen, resolve
from kamerstuk.kamerstukcorpus import kinds_of_forms

SOORTEN = kinds_of_forms()


def seen(text: str) -> str:
    """Say what was read, in order, and with a `!` that something was reported; `-` for neither."""
    found = find(text)
    followed = resolve(text, found)
    both = sorted((*found.verwijzingen, *followed.verwijzingen), key=lambda each: each.begin)
    is_reported = bool(meldingen(text, found) or followed.onvolgbaar)
    return " ".join([*(each.sleutel for each in both), *(["!"] if is_reported else [])]) or "-"


@pytest.mark.parametrize("soort", SOORTEN)
def test_what_belongs_to_a_reference_is_read_or_reported_and_nothing_else_is(soort: str) -> None:
    assert {text: seen(text) for text in SOORTEN[soort]} == SOORTEN[soort]


def test_each_kind_has_forms_enough_and_so_have_the_look_alikes() -> None:
    silent = sum(wanted == "-" for forms in SOORTEN.values() for wanted in forms.values())
    assert len(SOORTEN) >= 30
    assert sum(map(len, SOORTEN.values())) >= 700
    assert silent >= 150
