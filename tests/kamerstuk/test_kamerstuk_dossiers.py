"""The table of dossiers that everybody knows holds dossiers only, and a mistake in it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.diagnostics.facts import FactsError
from brief.kamerstuk import dossiers

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    dossiers._titles.cache_clear()
    yield
    dossiers._titles.cache_clear()


def test_a_dossier_of_the_table_is_known_and_another_is_not() -> None:
    assert dossiers.is_well_known("34682")
    assert not dossiers.is_well_known("34683")


@pytest.mark.parametrize("number", ["3468", "346820", "34 682", "0468A", "kst"])
def test_what_is_no_dossier_is_refused_from_the_table(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiers, "read_facts", lambda *_: {"elders": {"34682": "Omgevingsvisie", number: "Iets"}})
    with pytest.raises(FactsError, match="geen dossier van vijf cijfers"):
        dossiers.is_well_known("34682")
