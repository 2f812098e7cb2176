"""LibreOffice at work: documents converted, and edited through its own interface, as many as possible in one go."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pytest

from brief.finishing.office import new_profile
from keuring.gereedschap import command, run, work_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_ROUTINE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub CarryOut(list As String)
  Dim number As Integer, text As String, work, document, dispatcher, found, wanted, cursor
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
      If work(2) &lt;&gt; "" Then
{edit}
      End If
      document.storeToURL(ConvertToURL(work(1)), saving())
      document.close(True)
    End If
  Loop
  Close #number
  StarDesktop.terminate()
End Sub
</script:module>"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{}</library:library>"""


def convert(files: Sequence[Path], form: str, folder: Path, *more: str) -> list[Path]:
    """Let LibreOffice save files in another form in a folder; give the files that it made, in the same order.

    Each worker has its own profile: LibreOffice serves one user at a time from a profile.
    """
    office = [command("soffice"), f"-env:UserInstallation={_profile()}", "--headless", *more]
    said = run([*office, "--convert-to", form, "--outdir", folder, *files])
    made = [folder / f"{path.stem}.{form.partition(':')[0]}" for path in files]
    for path in made:
        if not path.exists():
            pytest.fail(f"LibreOffice did not make {path}: {said}", pytrace=False)
    return made


@cache
def _profile() -> str:
    return new_profile(work_folder() / f"profiel-{os.environ.get('PYTEST_XDIST_WORKER', 'enig')}")


def own_folder(name: str) -> Path:
    """Give a folder for the files and the profile of this process: two LibreOffices with one profile are one, and the
    second ends.
    """
    folder = work_folder() / f"{name}-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    return folder


def carry_out(folder: Path, edit: str, work: Iterable[tuple[str | Path, ...]], seconds: int) -> None:
    """Let LibreOffice edit and save documents.

    The first of each piece of work is what it opens, the second where it saves that. The rest is for `edit`, which is
    Basic with `work` and `document`; nothing is edited when the third is empty.
    """
    office, profile = command("soffice"), f"-env:UserInstallation={new_profile(folder / 'profile')}"
    basic = folder / "profile/user/basic/Standard"
    subprocess.run([office, profile, "--headless", "--terminate_after_init"], check=True, timeout=180)
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(_ROUTINE.format(edit=edit))
    (basic / "script.xlb").write_text(_LIBRARY.format('<library:element library:name="Module1"/>'))
    (basic / "dialog.xlb").write_text(_LIBRARY.format(""))
    (folder / "work.txt").write_text("".join(f"{'|'.join(map(str, each))}\n" for each in work))
    macro = f"macro:///Standard.Module1.CarryOut({folder}/work.txt)"
    subprocess.run([office, profile, "--headless", "--norestore", macro], check=True, timeout=seconds)
