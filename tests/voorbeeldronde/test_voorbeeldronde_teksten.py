"""The texts of the sample round: enough afspraken, all provinces and themes, and a `verwacht.json` that is true."""

from __future__ import annotations

import json
import re
import sys
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tools.voorbeeldronde.bron import Block, Control, Heading, Item, Paragraph, read_source  # noqa: E402
from tools.voorbeeldronde.inline import plain  # noqa: E402

TEXTS = ROOT / "tools" / "voorbeeldronde" / "teksten"
EXPECTED: dict[str, Any] = json.loads((ROOT / "tools/voorbeeldronde/verwacht.json").read_text("utf8"))["dossiers"]
REGIONS = tuple(EXPECTED)
SECTIONS = ("In het kort", "Bespreekpunten", "Voorgestelde afspraken", "Toelichting")
PLACEHOLDER = re.compile(r"PM\b|XX\b|xx\b")
NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.? (.+)")
PART = re.compile(r"(.+) \((\d/\d)\)")


def _blocks(region: str) -> list[Block]:
    flat: list[Block] = []
    for block in read_source(TEXTS / f"{region}.md").blocks:
        flat.extend(block.blocks if isinstance(block, Control) else (block,))
    return flat


class _Reader:
    """Count the afspraken of a source by the rule of the field, without the program."""

    def __init__(self) -> None:
        self.number, self.section = "", ""
        self.part: str | None = None
        self.under_lead_in = False
        self.found: list[tuple[str, str | None, str]] = []
        self.discussed: list[str] = []

    def read(self, region: str) -> _Reader:
        for block in _blocks(region):
            if not isinstance(block, Heading | Paragraph | Item):
                continue
            text = plain(block.text).lstrip("\\")
            if isinstance(block, Item) or not self._moves(block, text):
                self._agreement(block, text)
        return self

    def _moves(self, block: Heading | Paragraph, text: str) -> bool:
        section = next((name for name in SECTIONS if text.startswith(name)), "")
        if section:
            self.section, self.under_lead_in = section, False
        elif part := PART.fullmatch(text):
            self.part, self.section = part[2], ""
        elif isinstance(block, Heading) and not text.endswith(";"):
            match = NUMBERED.fullmatch(text)
            self.number, self.part, self.section = (match[1] if match else ""), None, ""
        else:
            return False
        return True

    def _agreement(self, block: Heading | Paragraph | Item, text: str) -> None:
        if self.section == "Bespreekpunten":
            self.discussed.append(text)
        if self.section != "Voorgestelde afspraken":
            return
        typed = isinstance(block, Paragraph) and re.match(r"\d+\. ", text)
        bold = isinstance(block, Heading | Paragraph) and text.endswith((":", ";")) and not text.startswith("o ")
        if typed or (bold and (isinstance(block, Heading) or block.text.startswith("**"))):
            self.under_lead_in = True
            self._add(re.sub(r"^\d+\. ", "", text) if typed else text)
        elif isinstance(block, Item) and block.level == 0 and not self.under_lead_in:
            self._add(text)

    def _add(self, text: str) -> None:
        if not PLACEHOLDER.match(text):
            self.found.append((self.number, self.part, text))


def _expected(region: str) -> list[dict[str, Any]]:
    afspraken: list[dict[str, Any]] = EXPECTED[region]["afspraken"]
    return afspraken


@pytest.mark.parametrize("region", REGIONS)
def test_verwacht_telt_wat_er_staat(region: str) -> None:
    found = _Reader().read(region).found
    counts = [
        (point["nummer"], point["deel"], point["afspraken"])
        for point in EXPECTED[region]["agendapunten"]
        if point["afspraken"]
    ]
    seen = list(dict.fromkeys((number, part) for number, part, _ in found))
    assert counts == [(*point, sum(1 for number, part, _ in found if (number, part) == point)) for point in seen]
    for (_, _, text), afspraak in zip(found, _expected(region), strict=True):
        assert text.startswith(afspraak["begin"])


@pytest.mark.parametrize("region", REGIONS)
def test_agendapunten_staan_in_de_bron_met_hun_titel(region: str) -> None:
    lines = [plain(block.text) for block in _blocks(region) if isinstance(block, Heading | Paragraph)]
    for point in EXPECTED[region]["agendapunten"]:
        ends = f"{point['titel']} ({point['deel']})" if point["deel"] else point["titel"]
        starts = "" if point["deel"] else point["nummer"]
        assert any(line.startswith(starts) and ends in line for line in lines), point


@pytest.mark.parametrize("region", REGIONS)
def test_ids_tellen_door_per_agendapunt(region: str) -> None:
    prefix = EXPECTED[region]["prefix"]
    assert prefix == LANDSDELEN[region].prefix
    numbers: dict[str, int] = {}
    for (number, _, _), afspraak in zip(_Reader().read(region).found, _expected(region), strict=True):
        numbers[number] = numbers.get(number, 0) + 1
        assert afspraak["id"] == f"{prefix}-{number}-{numbers[number]}"


@pytest.mark.parametrize("region", REGIONS)
def test_twaalf_tot_vijfentwintig_afspraken_om_te_publiceren(region: str) -> None:
    published = [afspraak for afspraak in _expected(region) if afspraak["publiceren"]]
    assert len(published) == EXPECTED[region]["te_publiceren"]
    assert 12 <= len(published) <= 25


@pytest.mark.parametrize("region", REGIONS)
def test_alleen_communicatie_wordt_niet_gepubliceerd(region: str) -> None:
    for afspraak in _expected(region):
        assert afspraak["publiceren"] == ("-6.1-" not in afspraak["id"])


def test_sleutels_bestaan_en_elke_afspraak_heeft_thema_en_plaats() -> None:
    for region in REGIONS:
        for afspraak in _expected(region):
            assert set(afspraak["themas"]) <= set(THEMAS), afspraak["id"]
            assert set(afspraak["provincies"]) <= set(PROVINCIES), afspraak["id"]
            assert set(afspraak["gebieden"]) <= set(GEBIEDEN), afspraak["id"]
            if afspraak["publiceren"]:
                assert afspraak["themas"], afspraak["id"]
                assert afspraak["provincies"] or afspraak["landelijk"], afspraak["id"]


def test_alle_provincies_themas_en_gebieden_komen_voor() -> None:
    everything = [afspraak for region in REGIONS for afspraak in _expected(region)]
    assert {key for afspraak in everything for key in afspraak["provincies"]} == set(PROVINCIES)
    assert {key for afspraak in everything for key in afspraak["themas"]} == set(THEMAS)
    assert {key for afspraak in everything for key in afspraak["gebieden"]} == set(GEBIEDEN)


def test_genoeg_afspraken_raken_meer_landsdelen() -> None:
    landsdeel_of = {key: region for region, value in LANDSDELEN.items() for key in value.provincies}
    crossing = [
        afspraak["id"]
        for region in REGIONS
        for afspraak in _expected(region)
        if len({landsdeel_of[key] for key in afspraak["provincies"]} | {region}) > 1
    ]
    assert len(crossing) >= 8


def test_verwijzingen_tussen_dossiers_gaan_over_en_weer() -> None:
    known = {afspraak["id"]: afspraak for region in REGIONS for afspraak in _expected(region)}
    for afspraak in known.values():
        for other in afspraak["zie"]:
            assert other in known
            crosses = other.split("-", 1)[0] != afspraak["id"].split("-", 1)[0]
            assert not crosses or afspraak["id"] in known[other]["zie"], (afspraak["id"], other)


def test_landelijke_afspraken_staan_alleen_in_noord() -> None:
    marked = [afspraak["id"] for region in REGIONS for afspraak in _expected(region) if afspraak["landelijk"]]
    assert marked == ["n-2.1-1", "n-2.2-1"]


def _text(afspraak_id: str) -> str:
    region = next(key for key in REGIONS if EXPECTED[key]["prefix"] == afspraak_id.split("-", 1)[0])
    texts = [text for _, _, text in _Reader().read(region).found]
    return texts[[afspraak["id"] for afspraak in _expected(region)].index(afspraak_id)]


def test_groene_hart_staat_woordelijk_gelijk_in_twee_dossiers() -> None:
    assert _text("nw-5.1-1") == _text("zw-5.1-1")


def test_regio_zwolle_staat_bijna_gelijk_in_oost_en_noord() -> None:
    east, north = _text("o-2.5.2-1"), _text("n-2.5.4-1")
    assert east != north
    assert SequenceMatcher(None, east, north).ratio() > 0.8


@pytest.mark.parametrize("region", REGIONS)
def test_geen_plaatshouder_in_een_afspraak(region: str) -> None:
    texts = [text for _, _, text in _Reader().read(region).found]
    assert not [text for text in texts if re.search(r"\b(?:PM|XX|TODO)\b|tijd – tijd|Status\?", text)]


@pytest.mark.parametrize("region", REGIONS)
def test_bespreekpunten_lijken_op_afspraken_en_tellen_niet(region: str) -> None:
    reader = _Reader().read(region)
    alike = [text for text in reader.discussed if re.search(r"onderschr|onderstrepen|spreken af|af(?:ge)?sprek", text)]
    assert len(alike) >= 2
    assert not {text for _, _, text in reader.found} & set(reader.discussed)


@pytest.mark.parametrize(
    ("region", "mess"),
    [
        ("noordwest", "tijd – tijd uur"),
        ("noordwest", "XX.XX uur"),
        ("noordwest", "Status?"),
        ("noordwest", "PM"),
        ("noordwest", "+ Aandachtspunt"),
        ("noordwest", "CONCEPT"),
        ("zuid", "CONCEPT"),
        ("zuid", "tijd – tijd uur"),
        ("zuid", "m<sup>3</sup>/s"),
        ("zuid", "CO<sub>2</sub>"),
    ],
)
def test_rommel_van_een_echt_dossier(region: str, mess: str) -> None:
    assert mess in (TEXTS / f"{region}.md").read_text("utf8")
