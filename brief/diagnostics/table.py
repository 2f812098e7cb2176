"""The table of codes: one Markdown file a code in `uitleg/`.

Its first line is `# BR012: onbekende status`, its third `**Ernst.** fout`: a code has one severity.

Ranges: BR0xx source files (YAML, Markdown), BR1xx dossiers and Word input, BR2xx Kamerstukken, BR3xx templates,
BR4xx the content of a round, BR5xx making and comparing documents, BR9xx use of the commands.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from brief.diagnostics.model import Severity

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
