"""Every code that brief can report is explained, and every explanation is of a code that brief can report."""

from __future__ import annotations

import re

import pytest

from brief.diagnostics.table import codes, explanation
from huis.project import MODULES

IN_CODE = {code for path in MODULES for code in re.findall(r"['\"](BR\d{3})['\"]", path.read_text("utf-8"))}


def test_codes_in_the_code_are_the_codes_explained() -> None:
    assert sorted(IN_CODE - set(codes())) == [], "reported and not explained"
    assert sorted(set(codes()) - IN_CODE) == [], "explained and never reported"


@pytest.mark.parametrize("code", codes())
def test_an_explanation_has_its_title_and_parts(code: str) -> None:
    text = explanation(code) or ""
    assert re.match(rf"# {code}: \S.*\n\n", text)
    for part in ("Wat wordt gecontroleerd", "Waarom", "Voorbeeld", "Schrijf in plaats daarvan"):
        assert f"**{part}." in text, part
