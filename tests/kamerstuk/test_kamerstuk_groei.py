"""Searching a text takes time and memory in proportion to the text, whatever stands in it: places and messages too."""

from __future__ import annotations

import tracemalloc
from cProfile import Profile
from functools import cache

import pytest

from brief.render.json.papers import gevonden_as_json
from brief.render.terminal.report import report_text
from brief.rounds.papers.finding import zoek_in

SHORT = 8_000
MANY_PAPERS = "Kamerstuk 12345, nrs. 1-60 "
"""Names so many papers that it takes as long as all the others together; `make test` has a shorter one."""

PIECES = (
    "Zie Kamerstuk 29 435, nr. 267, voor de rest.\n",
    "kst-motie Jansen ",
    "II 2023/24, \n.ah-tk-",
    ".ah-tk-",
    MANY_PAPERS,
    "Kamerstuk 29 435, nr. 5. Idem. ",
    "de motie van het lid Van Dijk\u00b9 ",
    "1. Idem\n",
    "[^a]: Idem.\n",
    "vergaderjaar 2022-203 ",
    "Kamerstuk 29 435, nr. 5 6 ",
    "29 435, nr. 5, ",
    "zie noot 1 ",
    "motie nr. 5 ",
    "nr. 5 (36 512), ",
    "Dossier | Nr.\n29435 | 12\n",
    "idem, nrs. 1 en 2; ",
    "stuk twintighonderd ",
    "Kamerstuk 12345, nrs. 1-12 ",
)


def search(text: str) -> None:
    result = zoek_in(text.encode(), "brief.md")
    gevonden_as_json(result)
    report_text(result.meldingen)


def steps(text: str) -> int:
    """Count the calls of functions that a search takes: the same on every machine."""
    with Profile() as profile:
        search(text)
    return sum(each.callcount for each in profile.getstats())


@cache
def peak(text: str) -> int:
    """Give the most bytes in use while a text is searched."""
    tracemalloc.start()
    try:
        search(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


ALL = [pytest.param(each, marks=[pytest.mark.lang] if each == MANY_PAPERS else []) for each in PIECES]
SOME = [
    each if number % 2 == 0 else pytest.param(*each.values, marks=pytest.mark.lang) for number, each in enumerate(ALL)
]
"""Every other one in `make test`, the rest in `make lang`."""


@pytest.mark.parametrize("piece", SOME, ids=lambda piece: piece[:30])
def test_four_times_the_text_takes_about_four_times_the_steps_and_the_memory(piece: str) -> None:
    short = piece * (SHORT // len(piece))
    search(short)  # compiles the patterns
    assert steps(short * 4) <= 5 * steps(short) + 500
    assert peak(short * 4) <= 5 * peak(short) + 200_000


@pytest.mark.parametrize("piece", ALL, ids=lambda piece: piece[:30])
def test_a_long_line_is_not_kept_with_each_of_its_places(piece: str) -> None:
    text = piece.replace("\n", " ") * (SHORT // len(piece) * 4)
    assert peak(text) <= 100 * 1_000 * 1_000
