"""A reviewer who works in LibreOffice: real editing with its own tracking, and files that only went through it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from keuring.gereedschap import command, work_folder
from rounds.processing.keten import gelezen, inhoud, maak, retour, stuk, versie, verwerkt

if TYPE_CHECKING:
    from pathlib import Path

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Redigeer(list As String)
  Dim number As Integer, text As String, work, document, found, wanted, cursor
  Dim opening(0) As New com.sun.star.beans.PropertyValue, saving(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden" : opening(0).Value = True
  saving(0).Name = "FilterName" : saving(0).Value = "MS Word 2007 XML"
  number = FreeFile
  Open list For Input As #number
  Do While Not EOF(number)
    Line Input #number, text
    If text &lt;&gt; "" Then
      work = Split(text, "|")
      document = StarDesktop.loadComponentFromURL(ConvertToURL(work(0)), "_blank", 0, opening())
      If work(2) &lt;&gt; "" Then
        document.RecordChanges = (work(5) = "ja")
        wanted = document.createSearchDescriptor()
        wanted.SearchString = work(3)
        wanted.SearchCaseSensitive = True
        found = document.findFirst(wanted)
        cursor = found.Text.createTextCursorByRange(found)
        If work(2) = "vervang" Then
          cursor.setString(work(4))
        ElseIf work(2) = "splits" Then
          cursor.collapseToStart()
          found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
        ElseIf work(2) = "alinea" Then
          cursor.gotoEndOfParagraph(False)
          found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
          found.Text.insertString(cursor, work(4), False)
        End If
      End If
      document.storeToURL(ConvertToURL(work(1)), saving())
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

WERK = {
    "niets": ("", "", ""),
    "een woord": ("vervang", "goede plannen", "uitgewerkte plannen"),
    "een zin": ("vervang", "waterprogramma is voor de zomer", "programma is in het voorjaar"),
    "gesplitst": ("splits", "Zij brachten", ""),
    "een alinea": ("alinea", "Zij brachten goede", "Een nieuwe alinea."),
    "een punt": ("alinea", "waar nieuwe woningen komen", "wat het net aankan;"),
}
CASES = [(naam, volgt) for naam in WERK for volgt in ("ja", "nee")]


@pytest.fixture(scope="module")
def gedaan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[tuple[str, str], Path]]:
    """Let LibreOffice do all edits in one go; give the round, and the file of each edit."""
    office = command("soffice")
    folder = maak(tmp_path_factory.mktemp("ronde"))
    work = work_folder() / f"lezer-{os.getpid()}"
    work.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{work}/profile"
    basic = work / "profile/user/basic/Standard"
    subprocess.run([office, profile, "--headless", "--terminate_after_init"], check=True, timeout=180)
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(MACRO)
    (basic / "script.xlb").write_text(LIBRARY.format('<library:element library:name="Module1"/>'))
    (basic / "dialog.xlb").write_text(LIBRARY.format(""))
    source = work / "brief.docx"
    source.write_bytes(stuk(folder))
    files = {case: work / f"{number}.docx" for number, case in enumerate(CASES)}
    lines = [f"{source}|{files[naam, volgt]}|{'|'.join(WERK[naam])}|{volgt}" for naam, volgt in CASES]
    (work / "work.txt").write_text("\n".join(lines) + "\n")
    macro = f"macro:///Standard.Module1.Redigeer({work}/work.txt)"
    subprocess.run([office, profile, "--headless", "--norestore", macro], check=True, timeout=100)
    return folder, files


@pytest.mark.parametrize(("naam", "volgt"), CASES)
def test_wat_in_libreoffice_is_gewijzigd_komt_precies_terug(
    gedaan: tuple[Path, dict[tuple[str, str], Path]], tmp_path: Path, naam: str, volgt: str
) -> None:
    data = gedaan[1][naam, volgt].read_bytes()
    folder = maak(tmp_path)
    before = inhoud(folder)
    done = verwerkt(folder, retour(folder, data), naam="de lezer")
    assert (done.vragen, done.lijst) == ((), ())
    if naam == "niets":
        assert (done.gelezen, inhoud(folder)) == (0, before)
        return
    assert done.gelezen == done.toegepast > 0
    versie(folder)
    assert _gewone_streepjes(stuk(folder, version="v02")) == _gewone_streepjes(data)


def _gewone_streepjes(data: bytes) -> list[str]:
    """Give what a document says; the slant of a draft sentence is a style there and a look here."""
    return [each for each in gelezen(data) if "Concept:" not in each and "Ministerie" not in each]
