"""A comment with a reason silences a rule where it stands, and nowhere else."""

from __future__ import annotations

import pytest

from brief.diagnostics import Diagnostic, Severity
from brief.sources.negeren import Gezeefd, zeef
from brief.sources.source import SourceFile, decode

TEXT = """\
afspraken:
  # brief: negeer BR405, BR406: wordt later ingedeeld
  - id: nw-1
    tekst: |
      # brief: negeer BR401 dit is tekst
      PM
    themas: []
  - id: nw-2
    brief: Brabant   # brief: negeer BR417 zo heet de stichting
    themas: []
"""


def _source(text: str) -> SourceFile:
    source, _ = decode("nw.yaml", text.encode())
    assert source is not None
    return source


def _sieve(text: str, *findings: tuple[str, int]) -> Gezeefd:
    source = _source(text)
    made = [
        Diagnostic(code, Severity.WAARSCHUWING, "x", source.place(source.line_starts[line - 1]))
        for code, line in findings
    ]
    return zeef(made, [source])


def test_a_comment_above_an_afspraak_covers_all_of_it() -> None:
    result = _sieve(TEXT, ("BR405", 7), ("BR406", 3), ("BR417", 9), ("BR405", 10))
    assert [(f.code, f.place.line) for f in result.findings if f.place] == [("BR405", 10)]
    assert len(result.genegeerd) == 3


def test_a_comment_in_a_text_is_text() -> None:
    result = _sieve(TEXT, ("BR401", 6), ("BR405", 7), ("BR417", 9))
    assert [finding.code for finding in result.findings] == ["BR401"]


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# brief: negeer BR417", "BR023"),
        ("# brief: negeer zomaar", "BR023"),
        ("# brief: negeer BR012 mag van mij", "BR023"),
        ("# brief: negeer BR418 komt nog", "BR025"),
    ],
)
def test_a_comment_that_is_not_complete_or_not_needed_is_reported(comment: str, code: str) -> None:
    result = _sieve(f"a: 1\n{comment}\nb: 2\n", ("BR417", 3), ("BR012", 3))
    assert [finding.code for finding in result.findings] == ["BR417", "BR012", code]
    assert result.findings[-1].place is not None
    assert result.findings[-1].place.line == 2


def test_a_file_without_such_comments_is_left_alone() -> None:
    result = _sieve("a: 1\n", ("BR417", 1))
    assert [finding.code for finding in result.findings] == ["BR417"]
    assert result.genegeerd == ()


def test_many_comments_and_findings_are_weighed_as_few_are() -> None:
    text = "".join(f"# brief: negeer BR417 reden\nveld{number}: x\n" for number in range(3_000))
    result = _sieve(text, *(("BR417", 2 * number) for number in range(2, 3_000, 2)), ("BR418", 4))
    assert len(result.genegeerd) == 1_499
    assert sum(finding.code == "BR025" for finding in result.findings) == 1_501
    stacked = "# brief: negeer BR417 reden\n" * 2_000 + "veld: x\n"
    assert len(_sieve(stacked, ("BR417", 2_001)).genegeerd) == 1
