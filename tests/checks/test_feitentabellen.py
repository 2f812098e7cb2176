"""A mistake in a table that comes with the program is one message with its place, whatever was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.diagnostics.facts import FactsError, read_facts

if TYPE_CHECKING:
    from pathlib import Path

FORM = {"geheel": {"?jaar": int, "namen": [str]}, "themas": {"*": {"naam": str}}}
GOED = '[geheel]\njaar = 2026\nnamen = ["a", "b"]\n[themas.water]\nnaam = "Water"\n[themas.wonen]\nnaam = "Wonen"\n'
FOUT = {
    'naam = "Water"|naam = Water': (5, "dit is geen TOML: hier"),
    'naam = "Water"|naam = 3': (5, "'themas.water.naam' moet een tekst zijn"),
    'naam = "Wonen"|kleur = "Wonen"': (7, "onbekende naam 'themas.wonen.kleur'; kies uit: naam"),
    '\nnaam = "Wonen"|': (6, "'themas.wonen.naam' ontbreekt"),
    "jaar = 2026|jaar = true": (2, "'geheel.jaar' moet een getal zijn"),
    '["a", "b"]|["a", 1]': (3, "'geheel.namen' moet een lijst zijn, met als waarden een tekst"),
    '["a", "b"]|"a"': (3, "'geheel.namen' moet een lijst zijn, met als waarden een tekst"),
    "[geheel]|[geheels]": (1, "onbekende naam 'geheels'; kies uit: geheel, themas"),
    "jaar = 2026|jaar = " + "9" * 5_000: (None, "dit is geen TOML: aan het einde"),
    '["a", "b"]|' + "[" * 5_000: (None, "de lijsten in dit bestand staan te diep in elkaar"),
    "naam|na\x00am": (5, "dit is geen TOML: hier"),
    'naam = "Water"|naam = " "': (5, "bij 'themas.water.naam' staat een lege tekst"),
    'naam = "Water"|naam = "Water "': (5, "bij 'themas.water.naam' staat een teken dat geen mens ziet: 'Water '"),
    '["a", "b"]|["a", "\\u0001"]': (3, "in 'geheel.namen' staat een teken dat geen mens ziet: '\\x01'"),
    "jaar = 2026|jaar = 0x" + "f" * 5_000: (2, "bij 'geheel.jaar' staat een getal dat te groot is"),
    '[themas.water]|[themas."wa\\u200bter"]': (None, "als naam staat er een teken dat geen mens ziet: 'wa\\u200bter'"),
}


def test_a_sound_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "feiten.toml"
    path.write_text(GOED, "utf-8")
    assert read_facts(path, FORM)["themas"]["water"]["naam"] == "Water"


@pytest.mark.parametrize("change", FOUT, ids=lambda change: change[:30])
def test_a_mistake_is_said_with_its_line(change: str, tmp_path: Path) -> None:
    path = tmp_path / "feiten.toml"
    good, _, wrong = change.partition("|")
    path.write_text(GOED.replace(good, wrong, 1), "utf-8")
    with pytest.raises(FactsError) as caught:
        read_facts(path, FORM)
    finding = caught.value.finding
    assert finding.place is not None
    assert (finding.code, finding.place.line, finding.message) == ("BR902", *FOUT[change])


def test_bytes_that_are_no_utf8_are_said(tmp_path: Path) -> None:
    path = tmp_path / "feiten.toml"
    path.write_bytes(b'a = "\xff"')
    with pytest.raises(FactsError, match="UTF-8"):
        read_facts(path, {"a": str})
