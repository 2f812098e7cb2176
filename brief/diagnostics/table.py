"""The table of codes: one Markdown file a code in `uitleg/`.

Its first line is `# BR012: onbekende status`, its third `**Ernst.** fout`: a code has one severity. Where a finding
does not say itself what to do, its fifth is `**Doe.** …`.

Ranges: BR0xx source files (YAML, Markdown), BR1xx dossiers and Word input, BR2xx Kamerstukken, BR3xx templates,
BR4xx the content of a round, BR5xx making and comparing documents, BR6xx taking over a letter and what comes back,
BR7xx finishing, progress and the page, BR9xx use of the commands.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from brief.diagnostics.model import Severity

MAY_LOSE_TEXT = frozenset(
    f"BR{number}"
    for number in (
        *(
            "070",
            "073",
            "078",
            "112",
            "114",
            "117",
            "118",
            "119",
            "120",
            "121",
            "123",
            "126",
            "127",
            "128",
            "129",
        ),
        *(
            "131",
            "132",
            "133",
            "135",
            "136",
            "138",
            "139",
            "141",
            "143",
            "144",
            "145",
            "149",
            "150",
            "151",
            "152",
            "153",
        ),
        *(
            "154",
            "155",
            "156",
            "157",
            "158",
            "159",
            "160",
            "161",
            "164",
            "170",
            "180",
            "192",
            "315",
            "401",
            "403",
            "409",
            "411",
            "433",
            "434",
            "435",
            "436",
            "440",
        ),
        *("505", "507", "514", "602", "603"),
    )
)
"""The codes of findings after which a text may be missing, or stand where nobody looks: they are told first."""

_ADVICE = re.compile(r"^\*\*Doe\.\*\* (.+)$", re.MULTILINE)
_SEVERITY = re.compile(r"^\*\*Ernst\.\*\* (\w+)$", re.MULTILINE)
_FOLDER = Path(__file__).parent / "uitleg"


def codes() -> tuple[str, ...]:
    """List the known codes in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("BR*.md")))


def explanation(code: str) -> str | None:
    """Give the explanation of a code as Markdown, or None when the code is unknown."""
    path = _FOLDER / f"{code}.md"
    return path.read_text("utf-8") if code in codes() else None


@cache
def severity(code: str) -> Severity:
    """Give how bad a finding with this code is.

    Raises KeyError for a code that is not in the table: that is a fault of this program.
    """
    found = _SEVERITY.search(explanation(code) or "")
    if found is None:
        raise KeyError(code)
    return Severity(found[1])


@cache
def title_of(code: str) -> str:
    """Give what a code stands for: the title of its page; the code itself when it has none."""
    return (explanation(code) or code).split("\n", 1)[0].removeprefix(f"# {code}: ")


@cache
def advice_of(code: str) -> str:
    """Give what to do about a finding that does not say so itself: `**Doe.**` of its page; empty when it has none."""
    found = _ADVICE.search(explanation(code) or "")
    return found[1] if found else ""
