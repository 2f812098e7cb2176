"""A round is read whole, and every value knows where it stands."""

from __future__ import annotations

import datetime
import hashlib
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief.domain import AFZENDER, Besluit, DossierBron, Herhaling, Kamerstukstijl, Status, Voorstel
from brief.sources import read_ronde

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Afspraak

RONDE = """\
ronde: 2026
titel: Uitkomsten
overleggen:
  - landsdeel: noordwest
    datum: 2026-09-09
    dossier: dossiers/noordwest.md
  - {landsdeel: zuid, datum: 2026-09-11, dossier: dossiers/zuid.md}
brief:
  datum: 2026-09-14
  kenmerk:
  tekst: brief.md
  ondertekenaars:
    - functie: De minister van VRO
      naam: A. Voorbeeld
  mede_namens: [de minister van IenW]
  afzender:
    bezoekadres: |
      Straat 1
      Stad
    directie: [Een, Twee]
afsprakenlijst:
  volgorde: [zuid, landelijk]
kamerstukken: {stijl: juridisch, herhaling: zie-noot}
"""
NOORDWEST = """\
dossier: {bestand: dossiers/noordwest.md, sha256: 12ab, versie: v1}
afspraken:
  - id: nw-2.3-1
    agendapunt: 2.3 Zoet water
    tekst: |
      Rijk en regio onderschrijven:
      - het belang van m^3^/s
    status: gewijzigd
    besluit:
      datum: 2026-09-09
      reden: scherper
      tekst: Rijk en regio starten.
    themas: [water, wonen]
    provincies:
      - utrecht
    gebieden: [groene-hart]
    voorstel: {themas: [energie], termijn: 2027-12-31, reden: "'net' in de tekst"}
    landelijk: true
    publiceren: false
    brief: De provincie Utrecht begint [@kst-29435-267].
    kamerstukken: [kst-29435-267]
    zie: [z-1-1]
    termijn: 2028-01-01
"""
ZUID = "dossier: {bestand: dossiers/zuid.md}\nafspraken:\n- id: z-1-1\n  agendapunt: 1\n  tekst: plan\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "afspraken").mkdir()
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "ronde.yaml").write_text(RONDE, "utf-8")
    (tmp_path / "brief.md").write_bytes(b"\xef\xbb\xbfMet deze brief.\r\n")
    (tmp_path / "kamerstukken.yaml").write_text("kst-29435-267:\n  titel: Nota\n  vergaderjaar: 2023-2024\n", "utf-8")
    (tmp_path / "dossiers/zuid.md").write_bytes(b"# Zuid\n")
    (tmp_path / "afspraken/noordwest.yaml").write_text(NOORDWEST, "utf-8")
    (tmp_path / "afspraken/zuid.yaml").write_text(ZUID, "utf-8")
    return tmp_path


def test_all_files_of_a_round_are_read(folder: Path) -> None:
    read, found = read_ronde(folder)
    assert found == ()
    assert read is not None
    assert [afspraak.id for afspraak in read.afspraken] == ["z-1-1", "nw-2.3-1"], "in the order of the list"
    assert read.dossierbronnen["noordwest"] == DossierBron("dossiers/noordwest.md", "12ab", "v1")
    assert read.kamerstukken["kst-29435-267"].titel == "Nota"
    assert read.kamerstukplaatsen["kst-29435-267"].line == 1
    assert read.brief_tekst == "Met deze brief.\r\n"
    files = "ronde.yaml brief.md kamerstukken.yaml afspraken/noordwest.yaml afspraken/zuid.yaml dossiers/zuid.md"
    assert set(read.bestanden) == set(files.split())
    for path, sha in read.bestanden.items():
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == sha


def test_the_settings_of_a_round(folder: Path) -> None:
    read, _ = read_ronde(folder)
    assert read is not None
    ronde = read.ronde
    assert (ronde.ronde, ronde.titel) == ("2026", "Uitkomsten")
    assert [(o.landsdeel, o.datum, o.dossier) for o in ronde.overleggen] == [
        ("noordwest", datetime.date(2026, 9, 9), "dossiers/noordwest.md"),
        ("zuid", datetime.date(2026, 9, 11), "dossiers/zuid.md"),
    ]
    assert ronde.volgorde == ("zuid", "landelijk", "noord", "oost", "noordwest", "zuidwest")
    assert (ronde.stijl, ronde.herhaling) == (Kamerstukstijl.JURIDISCH, Herhaling.ZIE_NOOT)
    assert ronde.brief.kenmerk is None
    assert ronde.brief.betreft == "Uitkomsten"
    assert ronde.brief.mede_namens == ("de minister van IenW",)
    assert ronde.brief.afzender == replace(AFZENDER, bezoekadres=("Straat 1", "Stad"), directie=("Een", "Twee"))
    place = dict(ronde.places)["brief.datum"]
    assert (place.line, place.column, place.length) == (9, 10, 10)


def _noordwest(folder: Path) -> Afspraak:
    read, _ = read_ronde(folder)
    assert read is not None
    return next(afspraak for afspraak in read.afspraken if afspraak.id == "nw-2.3-1")


def test_all_fields_of_an_afspraak(folder: Path) -> None:
    afspraak = _noordwest(folder)
    assert afspraak.tekst == "Rijk en regio onderschrijven:\n- het belang van m^3^/s"
    assert afspraak.status is Status.GEWIJZIGD
    assert afspraak.besluit == Besluit(datetime.date(2026, 9, 9), "scherper", "Rijk en regio starten.")
    assert (afspraak.themas, afspraak.provincies, afspraak.gebieden) == (
        ("water", "wonen"),
        ("utrecht",),
        ("groene-hart",),
    )
    assert afspraak.voorstel == Voorstel(("energie",), (), (), "'net' in de tekst", datetime.date(2027, 12, 31))
    assert afspraak.termijn == datetime.date(2028, 1, 1)
    assert afspraak.landelijk
    assert not afspraak.publiceren
    assert afspraak.brief == "De provincie Utrecht begint [@kst-29435-267]."
    assert (afspraak.kamerstukken, afspraak.zie) == (("kst-29435-267",), ("z-1-1",))


@pytest.mark.parametrize(
    ("veld", "woorden", "line", "column", "length"),
    [
        ("", "", 3, 5, 12),
        ("status", "", 8, 13, 9),
        ("tekst", "", 6, 7, 29),
        ("tekst", "het belang", 7, 9, 10),
        ("tekst", "onderschrijven: - het", 6, 21, 15),
        ("besluit.datum", "", 10, 14, 10),
        ("themas.1", "", 13, 21, 5),
        ("provincies.0", "", 15, 9, 7),
        ("voorstel.reden", "", 17, 63, 19),
        ("besluit.bestaatniet", "", 10, 7, 17),
        ("brief", "kst-29435-267", 20, 42, 13),
    ],
)
def test_a_place_is_found_when_it_is_asked(
    folder: Path, veld: str, woorden: str, line: int, column: int, length: int
) -> None:
    place = _noordwest(folder).place_of(veld, woorden)
    assert place is not None
    assert (place.line, place.column, place.length) == (line, column, length)
    assert place.excerpt == NOORDWEST.splitlines()[line - 1]
    assert place.file == (folder / "afspraken/noordwest.yaml").as_posix()


def test_mistakes_of_all_files_come_in_one_run(folder: Path) -> None:
    (folder / "ronde.yaml").write_text(RONDE.replace("titel:", "tietel:"), "utf-8")
    (folder / "kamerstukken.yaml").write_text("kst-29435-267: x\n", "utf-8")
    (folder / "afspraken/zuid.yaml").write_text(ZUID + "  status: x\n", "utf-8")
    (folder / "afspraken/west.yaml").write_text("", "utf-8")
    (folder / "brief.md").unlink()
    read, found = read_ronde(folder)
    assert read is not None
    assert {(finding.code, finding.place.file.rsplit("/", 1)[-1]) for finding in found if finding.place} == {
        ("BR013", "ronde.yaml"),
        ("BR015", "kamerstukken.yaml"),
        ("BR012", "zuid.yaml"),
        ("BR022", "west.yaml"),
        ("BR001", "brief.md"),
    }


def test_a_landsdeel_with_afspraken_and_no_meeting(folder: Path) -> None:
    (folder / "afspraken/oost.yaml").write_text("afspraken: []\n", "utf-8")
    _, (finding,) = read_ronde(folder)
    assert finding.code == "BR022"


def test_a_folder_without_a_round_still_reports_the_other_files(folder: Path) -> None:
    (folder / "ronde.yaml").unlink()
    (folder / "afspraken/zuid.yaml").write_text("x: 1\n", "utf-8")
    read, found = read_ronde(folder)
    assert read is None
    assert [finding.code for finding in found] == ["BR001", "BR013", "BR014"]


def test_line_ends_of_windows_make_no_difference(folder: Path) -> None:
    before = read_ronde(folder)[0]
    for path in folder.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after, found = read_ronde(folder)
    assert found == ()
    assert before is not None
    assert after is not None
    assert after.afspraken == before.afspraken
    assert after.ronde == before.ronde
