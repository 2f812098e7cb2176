"""The state of a round as one file: it needs nothing else, and each number leads to as many afspraken."""

from __future__ import annotations

import re

import pytest

from brief.render.html.overview import overview_page
from brief.rounds.opening import open_round
from brief.rounds.overview import overview
from brief.rounds.state import TOTAAL, state
from keuring.bladzijde import DARK, LIGHT, violations
from rounds.voorbeeldronde import RONDE, brief


@pytest.fixture(scope="module")
def page() -> str:
    bestanden = open_round(RONDE).bestanden
    assert bestanden is not None
    return overview_page("Ronde <2026>", overview(bestanden.afspraken), bestanden.afspraken)


def test_each_number_leads_to_as_many_afspraken_of_this_file(page: str) -> None:
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert {each for each in re.findall(r'href="#([^"]+)"', page) if each not in ids} == set()
    cells = re.findall(r'<td class="aantal"><a href="#([^"]+)" aria-label="(\d+): ', page)
    assert len(cells) > 150
    for anchor, count in cells:
        listed = page.split(f'<dt id="{anchor}">', 1)[1].split("</dd>", 1)[0]
        assert listed.count("<a ") == int(count)


def test_the_counts_are_those_of_brief_stand() -> None:
    opened = open_round(RONDE)
    found, bestanden = state(opened), opened.bestanden
    assert found is not None
    assert bestanden is not None
    landsdelen, provincies, _ = overview(bestanden.afspraken)
    for matrix, counts in ((landsdelen, found.landsdelen), (provincies, found.provincies)):
        for key, row in matrix.rijen.items():
            assert {TOTAAL: len(matrix.alle[key]), **{thema: len(ids) for thema, ids in row.items()}} == counts[key]


def test_the_file_stands_on_itself(page: str) -> None:
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "<script" not in page
    assert "Ronde &lt;2026&gt;" in page


@pytest.mark.parametrize(
    ("scheme", "width"),
    [(LIGHT, 1280), pytest.param(DARK, 1280, marks=pytest.mark.lang), pytest.param(LIGHT, 320, marks=pytest.mark.lang)],
)
def test_axe_vindt_niets_in_de_stand(page: str, scheme: str, width: int) -> None:
    assert violations(page, scheme=scheme, width=width) == []


def test_the_command_writes_the_file(tmp_path: object) -> None:
    path = f"{tmp_path}/stand.html"
    done = brief("stand", "input/2026", "--html", path)
    assert done.returncode == 0, done.stderr
    assert f"pagina geschreven: {path}" in done.stderr


def test_a_page_that_cannot_be_written_is_no_success(tmp_path: object) -> None:
    done = brief("stand", "input/2026", "--html", f"{tmp_path}/{'x' * 300}.html")
    assert done.returncode == 2
    assert "de naam is te lang" in done.stderr
    assert "pagina geschreven" not in done.stderr
