"""Files that came back: a version of a round, with in its Word file what a hostile or very busy reader makes of it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PROJECT = Path(__file__).resolve().parents[2]
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def changed_words(folder: Path, size: int) -> None:
    """Give a letter of which the reader changed every second word of each paragraph."""
    (folder / "brief.md").write_text("".join(f"Alinea {n} gaat over de dijk en water.\n\n" for n in range(size)))
    _back(
        folder, "kamerbrief", lambda text: text.replace(" gaat ", " X ").replace(" de ", " X ").replace(" en ", " X ")
    )


def changed_notes(folder: Path, size: int) -> None:
    """Give a letter of which the reader changed every note."""
    notes = "".join(f"[^n{n}]: Noot {n}.\n\n" for n in range(size))
    (folder / "brief.md").write_text("".join(f"Zin {n}[^n{n}].\n\n" for n in range(size)) + notes)
    _back(
        folder, "kamerbrief", str, lambda name, text: text.replace("Noot", "Voetnoot") if "footnotes" in name else text
    )


def commented(folder: Path, size: int) -> None:
    """Give a letter with so many new paragraphs, each with a comment."""
    _back(folder, "kamerbrief", lambda text: _before_last(text, "".join(map(_remarked, range(size)))), _with_part(size))


def new_agreements(folder: Path, size: int) -> None:
    """Give a list with so many new paragraphs at its end."""
    more = "".join(f"<w:p>{_run(f'Rijk en regio spreken af dat plan {n} er komt.')}</w:p>" for n in range(size))
    _back(folder, "afsprakenlijst", lambda text: _before_last(text, more))


def commented_twice(folder: Path, size: int) -> None:
    """Give two letters of one paragraph with all comments on one word, which is another in the second."""
    starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(size))
    for name, word in (("oud.docx", "een"), ("nieuw.docx", "twee")):
        body = f"<w:p>{starts}{_run(word)}{''.join(map(_end, range(size)))}</w:p>"
        _back(folder, "kamerbrief", lambda text, body=body: _before_last(text, body), _with_part(size), name)  # type: ignore[misc]


def _remarked(number: int) -> str:
    return f'<w:p><w:commentRangeStart w:id="{number}"/>{_run(f"zin {number}")}{_end(number)}</w:p>'


def _end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _before_last(text: str, more: str) -> str:
    place = text.rindex("<w:p>")
    return text[:place] + more + text[place:]


def _with_part(size: int) -> Callable[[str, str], str]:
    comments = (f'<w:comment w:id="{n}" w:author="A"><w:p>{_run(f"vraag {n}")}</w:p></w:comment>' for n in range(size))
    part = f'<w:comments xmlns:w="{_W}">{"".join(comments)}</w:comments>'

    def change(name: str, text: str) -> str:
        if name == "[Content_Types].xml":
            return text.replace("</Types>", f'<Override PartName="/word/comments.xml" ContentType="{_KIND}"/></Types>')
        if name == "word/_rels/document.xml.rels":
            one = f'<Relationship Id="opm" Type="{_RELATION}" Target="comments.xml"/>'
            return text.replace("</Relationships>", f"{one}</Relationships>")
        return part if name == "word/comments.xml" else text

    return change


def _back(
    folder: Path,
    document: str,
    body: Callable[[str], str],
    other: Callable[[str, str], str] = lambda _, text: text,
    name: str = "retour.docx",
) -> None:
    """Make the version and write its Word file anew, with `body` of its body and `other` of its other parts."""
    version = folder.parents[1] / "output" / "2026" / "v01"
    if not version.exists():
        made = [sys.executable, "-m", "brief", "opstellen", str(folder)]
        subprocess.run(made, env={**os.environ, "PYTHONPATH": str(_PROJECT)}, capture_output=True, check=False)
    with (
        zipfile.ZipFile(version / f"{document}.docx") as old,
        zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            text = old.read(part).decode()
            new.writestr(part, body(text) if part == "word/document.xml" else other(part, text))
        if added := other("word/comments.xml", ""):
            new.writestr("word/comments.xml", added)
