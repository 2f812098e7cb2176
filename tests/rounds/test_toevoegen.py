"""An afspraak that arose at the table, and a decision on one point of an afspraak, without a hand on the YAML."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from brief.domain import Status
from brief.rounds.adding import Toevoeging, plan
from brief.rounds.deciding import Opdracht, Uitspraak
from brief.rounds.deciding import plan as besluit
from brief.rounds.decisions import points
from brief.rounds.plan import Gevraagd, save
from brief.text import parse
from rounds.rondemap import NOORDWEST, bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Afspraak
    from brief.text import Blocks

G, V = Uitspraak.GEWIJZIGD, Uitspraak.VERVALLEN
PUNTEN = """\
Rijk en regio spreken af dat:

- de dijk hoger wordt;
  - eerst bij **Lelystad**;
  - daarna elders;
- de sluis nieuwe deuren krijgt.

1. En er komt geld.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def afspraken(folder: Path) -> dict[str, Afspraak]:
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    return {each.id: each for each in bestanden.afspraken}


def blokken(text: str | None) -> Blocks:
    """Give what a text says, mark-up included; how it is laid out in lines is no part of that."""
    return parse(text or "").blocks


def test_it_gets_an_id_a_besluit_and_its_place(folder: Path) -> None:
    planned = plan(geopend(folder), Toevoeging("noordwest", "2.3", "- Het Rijk onderzoekt gemalen.\n", "gevraagd"))
    assert planned.regels == ("nw-2.3-4: toegevoegd op 2027-09-15, onder 2.3 Zoet water",)
    assert save(planned).findings == ()
    text = bestand(folder, "noordwest").read_text("utf-8")
    assert text.startswith(NOORDWEST.rstrip("\n"))
    made = afspraken(folder)["nw-2.3-4"]
    assert (made.status, made.tekst, made.agendapunt) == (
        Status.TOEGEVOEGD,
        "- Het Rijk onderzoekt gemalen.",
        "2.3 Zoet water",
    )
    assert made.besluit is not None
    assert (made.besluit.datum, made.besluit.reden) == (datetime.date(2027, 9, 15), "gevraagd")
    assert (made.themas, made.provincies) == ((), ())
    assert made.voorstel is not None


def test_it_stands_behind_its_agendapunt_and_a_new_one_at_the_end(folder: Path) -> None:
    save(plan(geopend(folder), Toevoeging("noord", "1.9 Drinkwater", "Er komt drinkwater.", "gevraagd")))
    save(plan(geopend(folder), Toevoeging("noord", "1.1", "Er komt een plas.", "gevraagd")))
    assert [each for each in afspraken(folder) if each.startswith("n-")] == ["n-1.1-1", "n-1.1-2", "n-1.1-3", "n-1.9-1"]


def test_an_id_that_was_ever_given_is_not_given_again(folder: Path) -> None:
    kept = folder / "afspraken" / ".gelezen"
    kept.mkdir()
    (kept / "noord.json").write_text(
        '{"versie": 1, "sha256": "", "dossierversie": "", "vergeven": ["n-1.1-7"], "afspraken": []}', "utf-8"
    )
    planned = plan(geopend(folder), Toevoeging("noord", "1.1", "Er komt een plas.", "gevraagd"))
    assert planned.regels[0].startswith("n-1.1-8:")


def test_into_an_empty_file(folder: Path) -> None:
    bestand(folder, "noord").write_text("afspraken: []\n", "utf-8")
    save(plan(geopend(folder), Toevoeging("noord", "1.1 Water", "Er komt een plas.", "gevraagd")))
    assert "n-1.1-1" in afspraken(folder)


@pytest.mark.parametrize(
    ("toevoeging", "codes"),
    [
        (Toevoeging("nord", "1.1", "x", "y"), ["BR911"]),
        (Toevoeging("zuid", "1.1", "x", "y"), ["BR910"]),
        (Toevoeging("noord", "9.9", "x", "y"), ["BR030"]),
        (Toevoeging("noord", "Water", "x", "y"), ["BR030"]),
        (Toevoeging("noord", "1.1 Een andere titel", "x", "y"), ["BR030"]),
        (Toevoeging("noord", "1.1", " \n", "y"), ["BR919"]),
        (Toevoeging("noord", "1.1", "x", "y", datetime.date(2027, 1, 1)), ["BR913"]),
        (Toevoeging("noord", "1.1"), ["BR918", "BR919"]),
    ],
)
def test_what_cannot_be_right_changes_nothing(folder: Path, toevoeging: Toevoeging, codes: list[str]) -> None:
    planned = plan(geopend(folder), toevoeging)
    assert planned.edits == ()
    assert [each.code for each in planned.meldingen] == codes


def test_what_only_a_person_can_say_is_asked(folder: Path) -> None:
    planned = plan(geopend(folder), Toevoeging("noord", "1.1"))
    assert [each.wat for each in planned.vragen] == [Gevraagd.REDEN, Gevraagd.TEKST]


def test_points_are_named_by_their_place() -> None:
    assert points.points(PUNTEN) == (
        ("1", "de dijk hoger wordt;"),
        ("1.1", "eerst bij Lelystad;"),
        ("1.2", "daarna elders;"),
        ("2", "de sluis nieuwe deuren krijgt."),
        ("3", "En er komt geld."),
    )


def test_a_point_that_was_typed_with_a_number_has_that_number() -> None:
    assert [name for name, _ in points.points("2. Twee\n   - a\n   - b\n3. Drie")] == ["2", "2.1", "2.2", "3"]
    assert [name for name, _ in points.points("1. Een\n2. Twee\n\nEn ook:\n\n1. Een")] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("punt", "gone"),
    [
        ("1", "- de dijk hoger wordt;\n  - eerst bij **Lelystad**;\n  - daarna elders;\n"),
        ("1.1", "  - eerst bij **Lelystad**;\n"),
        ("2", "- de sluis nieuwe deuren krijgt.\n"),
    ],
)
def test_without_a_point_all_the_rest_stays(punt: str, gone: str) -> None:
    assert blokken(points.without(PUNTEN, punt)) == blokken(PUNTEN.replace(gone, ""))


def test_another_text_for_a_point_leaves_what_stands_under_it() -> None:
    changed = points.with_other(PUNTEN, "1", "de dijk *veel* hoger wordt;\n")
    assert blokken(changed) == blokken(PUNTEN.replace("hoger", "*veel* hoger"))
    changed = points.with_other(PUNTEN, "2", "- de sluis blijft.")
    assert blokken(changed) == blokken(PUNTEN.replace("de sluis nieuwe deuren krijgt.", "de sluis blijft."))
    assert points.with_other(PUNTEN, "2", "een\n\ntwee") is None


@pytest.fixture
def met_punten(folder: Path) -> Path:
    """Give the round with an afspraak of three points."""
    lines = "".join(f"      {line}\n" if line else "\n" for line in PUNTEN.splitlines())
    vervang(bestand(folder, "noordwest"), "      Rijk en regio maken een plan.\n", lines)
    return folder


def test_one_point_is_dropped_as_a_besluit_on_the_whole(met_punten: Path) -> None:
    planned = besluit(geopend(met_punten), Opdracht(("nw-2.3-1",), V, reden="geen geld", punt="1.2"))
    (changed,) = planned.teksten
    assert blokken(changed.nieuw) == blokken(PUNTEN.replace("  - daarna elders;\n", ""))
    assert save(planned).findings == ()
    found = afspraken(met_punten)["nw-2.3-1"]
    assert found.status is Status.GEWIJZIGD
    assert found.tekst == PUNTEN.rstrip("\n")
    assert found.geldende_tekst == changed.nieuw


@pytest.mark.parametrize(
    ("opdracht", "code"),
    [
        (Opdracht(("nw-2.3-1",), V, reden="x", punt="9"), "BR446"),
        (Opdracht(("nw-2.3-1",), reden="x", punt="1"), "BR446"),
        (Opdracht(("nw-2.3-1",), Uitspraak.AANGEHOUDEN, reden="x", punt="1"), "BR446"),
        (Opdracht(("nw-2.3-1",), G, reden="x", punt="1", tekst="een\n\ntwee"), "BR446"),
        (Opdracht(("nw-2.3-1",), G, reden="x", punt="2", tekst="de sluis nieuwe deuren krijgt."), "BR920"),
        (Opdracht(("nw-2.3-1",), G, reden="x", punt="1"), "BR919"),
        (Opdracht(("nw-2.3-1", "n-1.1-1"), V, reden="x", punt="1"), "BR914"),
        (Opdracht(("n-1.1-1",), V, reden="x", punt="1"), "BR446"),
    ],
)
def test_a_point_that_cannot_be_changed_so_changes_nothing(met_punten: Path, opdracht: Opdracht, code: str) -> None:
    planned = besluit(geopend(met_punten), opdracht)
    assert planned.edits == ()
    assert next(each.code for each in planned.meldingen) == code
