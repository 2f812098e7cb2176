"""A base that is nested without end is damaged, and no fault of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.intake.basefile import basis_pad, lees_basis

if TYPE_CHECKING:
    from pathlib import Path


def test_een_basis_die_eindeloos_is_genest_is_beschadigd(tmp_path: Path) -> None:
    path = basis_pad(tmp_path, "noord")
    path.parent.mkdir(parents=True)
    path.write_text("[" * 200_000, "utf-8")
    basis, found = lees_basis(tmp_path, "noord")
    assert basis is None
    assert [each.code for each in found] == ["BR148"]
