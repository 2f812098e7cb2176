"""The table of codes: one Markdown file a code in `uitleg/`, its first line `# BR012: onbekende status`.

Ranges: BR0xx source files (YAML, Markdown), BR1xx dossiers and Word input, BR2xx Kamerstukken, BR3xx templates,
BR4xx the content of a round, BR5xx making and comparing documents, BR9xx use of the commands.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "uitleg"


def codes() -> tuple[str, ...]:
    """List the known codes in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("BR*.md")))


def explanation(code: str) -> str | None:
    """Give the explanation of a code as Markdown, or None when the code is unknown."""
    path = _FOLDER / f"{code}.md"
    return path.read_text("utf-8") if code in codes() else None
