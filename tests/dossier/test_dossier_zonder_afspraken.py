"""A dossier without a single afspraak is read, and said to have none."""

from __future__ import annotations

from brief.dossier import read


def test_een_dossier_zonder_afspraken_wordt_gemeld() -> None:
    found = read(b"# BO Leefomgeving Noord\n\n## 2.3 Deltaprogramma\n\nWij stellen een plan voor.\n", "noord.md")
    assert (found.afspraken, [each.code for each in found.meldingen if each.code == "BR192"]) == ((), ["BR192"])
