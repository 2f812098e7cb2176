"""What stops a final document: everything but remarks, unless someone says why not; and what nobody can excuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.diagnostics import Diagnostic, Severity
from brief.rounds.final.strict import ALSO, NEVER, unused_reasons, weigh
from brief.rounds.finishing import Opdracht, finish
from rounds.rondemap import bestand, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

    from brief.text import Document

FOUT = Diagnostic("BR402", Severity.FOUT, "onbekend thema")
LET_OP = Diagnostic("BR425", Severity.WAARSCHUWING, "zonder voetnoot")
TERZIJDE = Diagnostic("BR424", Severity.INFO, "ook elders")
VOORSTEL = Diagnostic("BR421", Severity.INFO, "niemand bevestigde dit")


def _page(document: Document) -> str:
    return document.title


def test_een_fout_een_waarschuwing_en_een_onbevestigd_voorstel_houden_tegen() -> None:
    found = weigh((FOUT, LET_OP, TERZIJDE, VOORSTEL), {})
    assert found.stop == (FOUT, LET_OP, VOORSTEL)
    assert found.rest == (TERZIJDE,)


def test_met_een_reden_mag_een_melding_blijven() -> None:
    found = weigh((FOUT, LET_OP), {"BR425": "volgt"})
    assert (found.stop, found.excused) == ((FOUT,), (LET_OP,))
    assert unused_reasons(found, {"BR425": "volgt"}) == ()


NOOIT = ("BR027", "BR435", "BR447", "BR510", "BR511", "BR542", "BR703", "BR706")
OOK = ("BR421", "BR430", "BR431")


def test_de_codes_die_niemand_overslaat_en_die_ook_tegenhouden_zijn_deze() -> None:
    assert tuple(sorted(NEVER)) == NOOIT
    assert tuple(sorted(ALSO)) == OOK


@pytest.mark.parametrize("code", OOK)
def test_een_opmerking_bij_een_concept_die_een_definitief_stuk_tegenhoudt(code: str) -> None:
    finding = Diagnostic(code, Severity.INFO, "x")
    assert weigh((finding,), {}).stop == (finding,)


@pytest.mark.parametrize("code", NOOIT)
def test_wat_bewijst_dat_de_tekst_klopt_kan_niemand_overslaan(code: str) -> None:
    found = weigh((Diagnostic(code, Severity.FOUT, "x"),), {code: "haast"})
    assert len(found.stop) == 1
    assert [each.code for each in unused_reasons(found, {code: "haast"})] == ["BR711"]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("noord", "status: vastgesteld", "status: voorgesteld", "BR707"),
        ("noord", "    themas: [wonen]", "    themas: []\n    voorstel: {themas: [wonen], reden: woorden}", "BR421"),
        ("noord", "De regio bouwt woningen.", "De regio bouwt XX woningen.", "BR401"),
        ("noord", "    status: vastgesteld", "    dossiertekst: De regio bouwt.\n    status: vastgesteld", "BR433"),
        ("noord", "themas: [wonen]", "themas: [wonden]", "BR402"),
    ],
)
def test_wat_nog_open_staat_houdt_tegen_en_alles_komt_in_een_keer(
    tmp_path: Path, file: str, old: str, new: str, code: str
) -> None:
    folder = ronde(tmp_path)
    vervang(bestand(folder, file), old, new)
    found = finish(Opdracht(folder), _page)
    assert {code, "BR703", "BR710"} <= {each.code for each in found.stops}
    assert found.files == {}


def test_een_geraden_datum_houdt_tegen(tmp_path: Path) -> None:
    folder = ronde(tmp_path)
    text = (folder / "ronde.yaml").read_text("utf-8")
    day = text.split("brief:\n  datum: ")[1][:10]
    vervang(folder / "ronde.yaml", "brief:\n", f"brief:\n  voorstel: {{datum: {day}}}\n")
    assert "BR443" in {each.code for each in finish(Opdracht(folder), _page).stops}


def test_een_reden_maakt_geen_document_van_wat_niet_te_maken_is(tmp_path: Path) -> None:
    folder = ronde(tmp_path)
    (folder / "afspraken" / "noord.yaml").unlink()
    found = finish(Opdracht(folder, ondanks={"BR435": "komt later"}), _page)
    assert "BR435" in {each.code for each in found.stops}
    assert found.files == {}
