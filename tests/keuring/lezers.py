"""What other programs read in a Word file: pandoc, docx2python and mammoth as second opinion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from keuring.gereedschap import as_file, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def pandoc_text(docx: bytes | Path) -> str:
    """Give the plain text as pandoc reads it, one line a paragraph, tracked changes accepted, notes at the end."""
    return _pandoc(docx, "plain")


def pandoc_notes(docx: bytes | Path) -> list[str]:
    """Give the text of each native footnote as pandoc reads it, in document order."""
    return [_words(note["c"]).strip() for note in _nodes(json.loads(_pandoc(docx, "json")), "Note")]


def pandoc_body(docx: bytes | Path) -> str:
    """Give the characters of title and body as pandoc reads them, without footnotes and whatever their style."""
    tree = _without_notes(json.loads(_pandoc(docx, "json")))
    return _words([*tree["meta"].values(), *tree["blocks"]])


def docx2python_text(docx: bytes | Path) -> str:
    """Give the text as docx2python reads it: headers, body, footers and notes."""
    from docx2python import docx2python

    with docx2python(as_file(docx)) as content:
        return str(content.text)


def mammoth_text(docx: bytes | Path) -> str:
    """Give the text as mammoth reads it."""
    import mammoth

    with as_file(docx).open("rb") as stream:
        return str(mammoth.extract_raw_text(stream).value)


def _pandoc(docx: bytes | Path, form: str) -> str:
    import pypandoc

    return run(
        [
            pypandoc.get_pandoc_path(),
            "--from=docx",
            f"--to={form}",
            "--wrap=none",
            "--track-changes=accept",
            as_file(docx),
        ]
    )


def _nodes(tree: Any, kind: str) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict) and tree.get("t") == kind:
        yield tree
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _nodes(child, kind)


def _without_notes(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {} if tree.get("t") == "Note" else {key: _without_notes(value) for key, value in tree.items()}
    return [_without_notes(child) for child in tree] if isinstance(tree, list) else tree


def _words(tree: Any) -> str:
    if isinstance(tree, dict):
        if tree.get("t") in {"Space", "SoftBreak", "LineBreak"}:
            return " "
        return tree["c"] if tree.get("t") == "Str" else _words(tree.get("c", []))
    return "".join(_words(child) for child in tree) if isinstance(tree, list) else ""
