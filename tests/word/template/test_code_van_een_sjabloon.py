"""A template that was compiled before prints what belongs to this document, and nothing of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from brief.word.template import sandbox
from brief.word.template.sandbox import FrameEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable


def printing(number: int) -> Callable[[Any], str]:
    return lambda value: f"{number}:{value}"


@pytest.fixture(autouse=True)
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the sources that Jinja compiles in this test, in order."""
    found: list[str] = []
    real = ImmutableSandboxedEnvironment.compile

    def compile_it(self: ImmutableSandboxedEnvironment, source: str) -> Any:
        found.append(source)
        return real(self, source)

    monkeypatch.setattr(ImmutableSandboxedEnvironment, "compile", compile_it)
    monkeypatch.setattr(sandbox, "_CODE", {})
    return found


@pytest.mark.parametrize(
    ("source", "shown", "times"),
    [
        ("wij {{ naam }}", "wij {0}:een", 1),
        ('wij {{ "vast" }}', "wij {0}:vast", 3),
        ('{{ naam }}{% if naam %}{{ 12 }}{{ "a"|upper }}{% endif %}', "{0}:een{0}:12{0}:A", 3),
        ("{{ 'wij' if naam else 'ik' }}", "{0}:wij", 1),
        ("{% for each in namen %}{{ each }} {% endfor %}", "{0}:een {0}:twee ", 1),
    ],
)
def test_each_document_prints_its_own_and_only_what_is_of_all_is_kept(
    source: str, shown: str, times: int, compiled: list[str]
) -> None:
    for number in (1, 2, 3):
        template = FrameEnvironment(printing(number)).from_string(source)
        assert template.render(naam="een", namen=("een", "twee")) == shown.format(number)
    assert compiled == [source] * times


def test_no_more_is_kept_than_some_documents_have(compiled: list[str]) -> None:
    for number in range(100):
        FrameEnvironment(printing(1)).from_string(f"tekst {number}")
    assert len(sandbox._CODE) <= sandbox._MOST_CODE
    assert len(compiled) == 100
