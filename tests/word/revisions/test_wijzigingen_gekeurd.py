"""What judges that are not ours make of tracked changes: pandoc, LibreOffice, and the checkers of the format."""

from __future__ import annotations

import os
import subprocess
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pypandoc
import pytest
from lxml import etree

from brief.word.revisions import compare
from keuring.gereedschap import as_file, command, work_folder
from keuring.ooxml import integrity_errors, sdk_errors
from word.revisions.paren import pairs
from word.revisions.rechter import W

if TYPE_CHECKING:
    from pathlib import Path

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
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub CarryOut(list As String)
  Dim number As Integer, text As String, work, document, dispatcher
  Dim opening(0) As New com.sun.star.beans.PropertyValue, saving(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden" : opening(0).Value = True
  saving(0).Name = "FilterName" : saving(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  number = FreeFile
  Open list For Input As #number
  Do While Not EOF(number)
    Line Input #number, text
    If text &lt;&gt; "" Then
      work = Split(text, "|")
      document = StarDesktop.loadComponentFromURL(ConvertToURL(work(0)), "_blank", 0, opening())
      If work(1) &lt;&gt; "" Then
        dispatcher.executeDispatch(document.CurrentController.Frame, work(1), "", 0, Array())
      End If
      document.storeToURL(ConvertToURL(work(2)), saving())
      document.close(True)
    End If
  Loop
  Close #number
  StarDesktop.terminate()
End Sub
</script:module>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{}</library:library>"""


@cache
def tracked(name: str) -> bytes:
    made = compare(*PAIRS[name], author="J. de Vries", date="2026-09-14T09:00:00Z")
    assert made.data, made.diagnostics
    return made.data


@pytest.mark.parametrize("name", CHECKED)
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
def carried_out() -> Path:
    """Let LibreOffice carry out all pairs in one go, through its own interface.

    Each process has a folder and a profile of its own: two LibreOffices with one profile are one, and the second ends.
    """
    office = command("soffice")
    folder = work_folder() / f"wijzigingen-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    basic = folder / "profile/user/basic/Standard"
    subprocess.run([office, profile, "--headless", "--terminate_after_init"], check=True, timeout=180)
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(MACRO)
    (basic / "script.xlb").write_text(LIBRARY.format('<library:element library:name="Module1"/>'))
    (basic / "dialog.xlb").write_text(LIBRARY.format(""))
    work = []
    for number, (name, (old, new)) in enumerate(PAIRS.items()):
        for kind, document, what in (
            ("old", old, ""),
            ("new", new, ""),
            ("reject", tracked(name), ".uno:RejectAllTrackedChanges"),
            ("accept", tracked(name), ".uno:AcceptAllTrackedChanges"),
        ):
            work.append(f"{as_file(document)}|{what}|{folder}/{number}-{kind}.docx")
    (folder / "work.txt").write_text("\n".join(work) + "\n")
    macro = f"macro:///Standard.Module1.CarryOut({folder}/work.txt)"
    subprocess.run([office, profile, "--headless", "--norestore", macro], check=True, timeout=900)
    return folder


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


@pytest.mark.parametrize("name", [name for name in PAIRS if not name.startswith(NOT_LIBREOFFICE)])
def test_libreoffice_accepts_to_the_new_document_and_rejects_to_the_old(name: str, carried_out: Path) -> None:
    number = list(PAIRS).index(name)
    assert shown(carried_out / f"{number}-accept.docx") == shown(carried_out / f"{number}-new.docx")
    assert shown(carried_out / f"{number}-reject.docx") == shown(carried_out / f"{number}-old.docx")
