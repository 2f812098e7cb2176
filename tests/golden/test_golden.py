"""Golden documents: for each feature a small input and the text and structure that must come of it.

`make goud` writes what is expected anew; the difference is then reviewed as any other.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assemble.voorbeeld import afspraak, samen
from brief.dossier import read
from brief.render.json.dossier import dossier_as_json
from brief.text import write_spans
from brief.word.compose import compose
from brief.word.reading import read as read_word
from golden.opbouw import structuur
from huis.project import PROJECT
from word.reading.bouwdoos import docx

HERE = Path(__file__).parent
KINDS = ("brief", "lijst", "dossier", "word")
INPUTS = sorted(path.relative_to(HERE) for kind in KINDS for path in HERE.glob(f"{kind}/*") if path.suffix != ".txt")
AFSPRAKEN = [
    afspraak(
        "n-2.1-1", "noord", provincies=("drenthe",), brief="Drenthe houdt water vast.", kamerstukken=("kst-29435-267",)
    ),
    afspraak("o-2.1-1", "oost", provincies=("gelderland",)),
]


def _made(name: str, case: Path) -> str:
    text = (HERE / case).read_text("utf-8")
    if name == "kamerbrief":
        document, after = samen(AFSPRAKEN, text).kamerbrief, "Geachte voorzitter,"
    else:
        document, after = samen([afspraak("n-2.1-1", "noord", tekst=text)], "Tekst.").afsprakenlijst, "[Kop2]"
    made = compose(document, (PROJECT / "templates" / f"{name}.docx").read_bytes(), f"{name}.docx")
    assert not [each for each in made.diagnostics if each.is_error]
    return structuur(made.data, after)


def _of_dossier(case: Path) -> str:
    data: dict[str, Any] = dossier_as_json(read((HERE / case).read_bytes(), f"{case.stem}.md", landsdeel="noord"))
    del data["sha256"]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _of_word(case: Path) -> str:
    word = read_word(docx((HERE / case).read_text("utf-8")), "dossier.docx")
    texts = [(f"{each.source.value}: {write_spans(each.spans)!r}", each.detail) for each in word.blocks]
    lines = [text + (f" ({detail})" if detail else "") for text, detail in texts]
    return (
        "\n".join([*lines, *(f"{each.severity.value} {each.code}: {each.message}" for each in word.diagnostics)]) + "\n"
    )


def outcome(case: Path) -> str:
    """Give the text and structure that a case comes to now."""
    kind = case.parts[0]
    if kind in {"brief", "lijst"}:
        return _made("kamerbrief" if kind == "brief" else "afsprakenlijst", case)
    return _of_dossier(case) if kind == "dossier" else _of_word(case)


@pytest.mark.parametrize("case", INPUTS, ids=lambda case: case.with_suffix("").as_posix())
def test_an_input_gives_what_was_reviewed(case: Path, request: pytest.FixtureRequest) -> None:
    expected = (HERE / case).with_suffix(".txt")
    found = outcome(case)
    if request.config.getoption("--goud"):
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8"), "when this is as it should be: make goud, and review the difference"


def test_every_expected_text_has_its_input() -> None:
    expected = {path.relative_to(HERE).with_suffix("") for kind in KINDS for path in HERE.glob(f"{kind}/*.txt")}
    assert expected == {path.with_suffix("") for path in INPUTS}
