"""What judges that are not ours make of tracked changes: pandoc, LibreOffice, and the checkers of the format."""

from __future__ import annotations

import subprocess
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pypandoc
import pytest
from lxml import etree

from brief.word.revisions import compare
from keuring.gereedschap import as_file, once
from keuring.libreoffice import carry_out
from keuring.ooxml import integrity_errors, sdk_errors
from word.revisions.paren import pairs
from word.revisions.rechter import W

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.mark.structures import ParameterSet

PAIRS = {name: (old, new) for name, old, new in pairs()}
CHECKED = [
    "gesplitst in drie",
    "verplaatst en half herschreven",
    "verplaatst naar het einde",
    "rijen",
    "kolom",
    "tabel in een tabel",
    "besturingselement",
    "besturingselement in de regel",
    "koppeling",
    "ander veld",
    "bladwijzer",
    "tekstvak",
    "tekstvak weg",
    "sectie anders",
    "noot naast een noot, terug",
    "eindnoot",
    "definitie van een stijl",
    "andere lijst",
    "koptekst erbij, terug",
]
NOT_PANDOC = (
    *(
        "kolom",
        "samengevoegde cel",
        "tabel",
        "rijen",
        "alleen een tabel",
        "laatste alinea van een cel",
    ),  # no rows, cells
    *("lijst", "andere lijst"),  # nor properties of before
    *("tekstvak", "besturings", "eenvoudig veld"),  # nor these at all
)
NOT_LIBREOFFICE = (
    "kolom, terug",  # drops a cell beyond the grid
    "tabel aan het einde",  # leaves an empty paragraph before a table at the start of a text
    "uitkomst van een veld",  # works out the field again
    "ander veld",
    "tekstvak weg",  # leaves the frame
    "noot hernummerd",  # leaves an empty paragraph at the start of a text
)
LIBREOFFICE = [name for name in PAIRS if not name.startswith(NOT_LIBREOFFICE)]
EDIT = 'dispatcher.executeDispatch(document.CurrentController.Frame, work(2), "", 0, Array())'


def every_other(names: list[str]) -> list[ParameterSet]:
    """Give every other pair to `make test`, and the rest to `make lang`."""
    return [pytest.param(name, marks=[pytest.mark.lang] if n % 2 else []) for n, name in enumerate(names)]


@cache
def tracked(name: str) -> bytes:
    made = compare(*PAIRS[name], author="J. de Vries", date="2026-09-14T09:00:00Z")
    assert made.data, made.diagnostics
    return made.data


@pytest.mark.parametrize("name", every_other(CHECKED))
def test_the_checkers_of_the_format_find_nothing_new(name: str) -> None:
    """The pairs are small and have faults of their own, such as no settings; those do not count."""
    for check in (sdk_errors, integrity_errors):
        known = {fault.split("]")[-1][:60] for document in PAIRS[name] for fault in check(document)}
        assert [fault for fault in check(tracked(name)) if fault.split("]")[-1][:60] not in known] == []


def pandoc(document: bytes, how: str) -> str:
    done = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            "--from=docx",
            "--to=plain",
            "--wrap=none",
            f"--track-changes={how}",
            as_file(document),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("name", [name for name in PAIRS if not name.startswith(NOT_PANDOC)])
def test_pandoc_accepts_to_the_new_text_and_rejects_to_the_old(name: str) -> None:
    old, new = PAIRS[name]
    assert pandoc(tracked(name), "accept") == pandoc(new, "accept")
    assert pandoc(tracked(name), "reject") == pandoc(old, "accept")


@pytest.fixture(scope="module")
def carried_out(request: pytest.FixtureRequest) -> dict[tuple[bytes, str], Path]:
    """Let LibreOffice carry out what is asked for in one go, through its own interface; many pairs share a document."""
    wanted = dict.fromkeys(
        each for name in _asked(request) for each in (*((document, "") for document in PAIRS[name]), *edits(name))
    )

    def make(folder: Path) -> None:
        work = [(as_file(document), folder / f"{n}.docx", what) for n, (document, what) in enumerate(wanted)]
        carry_out(folder, EDIT, work, 900)

    folder = once("wijzigingen", make)
    return {each: folder / f"{n}.docx" for n, each in enumerate(wanted)}


def _asked(request: pytest.FixtureRequest) -> list[str]:
    """Give the pairs of the tests that this run has: those of `make test` or those of `make lang`."""
    ours = (each for each in request.session.items if "carried_out" in getattr(each, "fixturenames", ()))
    return [each.callspec.params["name"] for each in ours]  # type: ignore[attr-defined]


def edits(name: str) -> tuple[tuple[bytes, str], tuple[bytes, str]]:
    """Give what is done with the tracked changes of a pair: all refused, and all accepted."""
    return (tracked(name), ".uno:RejectAllTrackedChanges"), (tracked(name), ".uno:AcceptAllTrackedChanges")


def shown(path: Path) -> list[object]:
    """Give the paragraphs of a file with their styles, the rows and the cells, and the notes."""
    found: list[object] = []
    with zipfile.ZipFile(path) as package:
        for part in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
            root = etree.fromstring(package.read(part)) if part in package.namelist() else etree.Element("none")
            for element in root.iter(f"{W}p", f"{W}tc", f"{W}tr"):
                style = element.find(f"{W}pPr/{W}pStyle")
                text = "".join(t.text or "" for t in element.iter(f"{W}t")) if element.tag == f"{W}p" else ""
                found.append((element.tag, style.get(f"{W}val") if style is not None else "", text))
    return found


@pytest.mark.parametrize("name", every_other(LIBREOFFICE))
def test_libreoffice_accepts_to_the_new_document_and_rejects_to_the_old(
    name: str, carried_out: dict[tuple[bytes, str], Path]
) -> None:
    old, new = (carried_out[document, ""] for document in PAIRS[name])
    rejected, accepted = (carried_out[each] for each in edits(name))
    assert shown(accepted) == shown(new)
    assert shown(rejected) == shown(old)
