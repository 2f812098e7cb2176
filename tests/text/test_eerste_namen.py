"""Of a long list the first names are written, and how many more there are: never a list that only looks whole."""

from __future__ import annotations

from brief.text.dutch import eerste


def test_wat_niet_wordt_genoemd_wordt_geteld() -> None:
    names = ["n-1", "n-2", "n-3"]
    assert eerste(names, 3) == "n-1, n-2, n-3"
    assert eerste(names, 2) == "n-1, n-2 en nog 1"
    assert eerste([], 2) == ""
