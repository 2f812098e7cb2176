"""A reviewer who works in LibreOffice: real editing with its own tracking, and files that only went through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from keuring.libreoffice import carry_out, own_folder
from rounds.processing.keten import gelezen, inhoud, maak, retour, stuk, versie, verwerkt

if TYPE_CHECKING:
    from pathlib import Path

EDIT = """
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
        End If"""
"""Finds words and changes something there, with LibreOffice's own tracking or without."""
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
    folder, work = maak(tmp_path_factory.mktemp("ronde")), own_folder("lezer")
    source = work / "brief.docx"
    source.write_bytes(stuk(folder))
    files = {case: work / f"{number}.docx" for number, case in enumerate(CASES)}
    edits = [(source, files[naam, volgt], *WERK[naam], volgt) for naam, volgt in CASES]
    carry_out(work, EDIT, edits, 100)
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
