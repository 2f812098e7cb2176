"""The Word files of the sample round: four hands, the constructs of a real dossier, the same bytes each time."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import mammoth
import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tools.voorbeeldronde.bouw import build  # noqa: E402

DOSSIERS = ROOT / "input" / "2026" / "dossiers"
EXPECTED: dict[str, Any] = json.loads((ROOT / "tools/voorbeeldronde/verwacht.json").read_text("utf8"))["dossiers"]
WORD = ("noord", "oost", "noordwest", "zuidwest")
NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}
W = f"{{{NS['w']}}}"


def _part(region: str, name: str) -> etree._Element:
    with zipfile.ZipFile(DOSSIERS / f"{region}.docx") as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


def _find(region: str, path: str, name: str = "document") -> list[Any]:
    found = _part(region, name).xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return found


def _words(element: etree._Element) -> str:
    return "".join(node.text or "" if node.tag == f"{W}t" else "\t" for node in element.iter(f"{W}t", f"{W}tab"))


def _headings(region: str) -> list[str]:
    return [_words(p) for p in _find(region, "//w:p[w:pPr/w:pStyle[starts-with(@w:val,'Kop')]]")]


def test_bouwen_geeft_steeds_dezelfde_bytes(tmp_path: Path) -> None:
    first, second = build(tmp_path / "een"), build(tmp_path / "twee")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_bewaarde_dossiers_zijn_die_van_de_bouwer(tmp_path: Path) -> None:
    """Compares what is in the packages: the deflated bytes may differ between builds of zlib."""
    for made in build(tmp_path):
        kept = DOSSIERS / made.name
        if made.suffix == ".md":
            assert made.read_bytes() == kept.read_bytes()
            continue
        with zipfile.ZipFile(made) as new, zipfile.ZipFile(kept) as old:
            assert new.namelist() == old.namelist()
            assert [entry.date_time for entry in old.infolist()] == [(1980, 1, 1, 0, 0, 0)] * len(old.namelist())
            assert [new.read(name) for name in new.namelist()] == [old.read(name) for name in old.namelist()]


@pytest.mark.parametrize("region", WORD)
def test_een_andere_lezer_ziet_elke_afspraak(region: str) -> None:
    with (DOSSIERS / f"{region}.docx").open("rb") as file:
        text = " ".join(mammoth.extract_raw_text(file).value.split())
    for afspraak in EXPECTED[region]["afspraken"]:
        assert afspraak["begin"] in text, afspraak["id"]


@pytest.mark.parametrize("region", WORD)
def test_titel_datum_taal_en_bladzijdenummers(region: str) -> None:
    title = _words(_find(region, "//w:p[w:pPr/w:pStyle/@w:val='Titel']")[0])
    assert title == f"Gezamenlijk dossier BO Leefomgeving {region.capitalize()} 2026"
    day = int(EXPECTED[region]["datum"][-2:])
    assert f"{day} september 2026, {EXPECTED[region]['tijd']} uur" in _words(_part(region, "document"))
    assert _find(region, "//w:docDefaults//w:lang/@w:val", "styles") == ["nl-NL"]
    assert [field.strip() for field in _find(region, "//w:fldSimple/@w:instr", "footer1")] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("region", WORD)
def test_superscript_en_subscript_zijn_echte_runs(region: str) -> None:
    wanted = {"superscript": "3"} if region == "oost" else {"superscript": "3", "subscript": "2"}
    for position, text in wanted.items():
        assert text in _find(region, f"//w:r[w:rPr/w:vertAlign/@w:val='{position}']/w:t/text()")


def test_noord_heeft_schone_stijlen_echte_lijsten_watermerk_en_voetnoot() -> None:
    assert "2.3. Zoetwater uit het IJsselmeergebied" in _headings("noord")
    assert _find("noord", "//w:p[w:pPr/w:pStyle/@w:val='Lijstopsomteken2']")
    assert not _find("noord", "//w:p/w:pPr/w:numPr")
    assert _find("noord", "//v:textpath/@string", "header1") == ["CONCEPT"]
    assert len(_find("noord", "//w:footnoteReference")) == 1
    assert "knelpuntenanalyses" in _words(_find("noord", "//w:footnote[@w:id='1']", "footnotes")[0])


def test_oost_laat_word_nummeren() -> None:
    assert "Water op de hoge zandgronden" in _headings("oost")
    assert not [text for text in _headings("oost") if re.match(r"\d", text)]
    agreed = _find("oost", "//w:p[w:pPr/w:numPr/w:numId[number(@w:val)>2]]")
    assert len(agreed) > len(EXPECTED["oost"]["afspraken"])  # the afspraken and their letters
    assert not [text for text in map(_words, agreed) if re.match(r"\d+\.|[a-z]\.", text)]
    assert len(_find("oost", "//w:commentReference")) == 1


def test_noordwest_is_rommelig() -> None:
    headings = _headings("noordwest")
    assert "2. Rijk en regio werken samen aan;" in headings
    styles = _find("noordwest", "//w:pPr/w:pStyle[starts-with(@w:val,'Kop')]/@w:val")
    levels = dict(zip(headings, styles, strict=True))
    assert levels["2.5.4. NOVEX-gebied Noordzeekanaalgebied"] == "Kop1"
    assert levels["2.5.1. NOVEX-gebied Utrecht-Amersfoort"] == "Kop2"
    loose = [_words(p) for p in _find("noordwest", "//w:body/w:p[not(w:pPr/w:pStyle) and not(w:pPr/w:numPr)]")]
    assert "2.5.2. NOVEX-gebied MRA" in loose
    assert loose.count("CONCEPT") >= 4
    assert any(text.startswith("1.\t") for text in loose)
    assert any(text.startswith("o\t") for text in loose)
    cut = next(index for index, text in enumerate(loose) if text.endswith("grondeigenaren in de"))
    assert loose[cut + 1 : cut + 3] == [
        "",
        "betrokken polders, zonder dat daarmee nu al een bestemming wordt vastgelegd;",
    ]


@pytest.mark.parametrize("region", ["noordwest", "zuidwest"])
def test_wijzigingen_staan_met_auteur_en_datum_in_een_afspraak(region: str) -> None:
    changes = _find(region, "//w:ins | //w:del")
    assert {change.tag for change in changes} == {f"{W}ins", f"{W}del"}
    assert all(change.get(f"{W}author") and change.get(f"{W}date") for change in changes)
    assert len({change.get(f"{W}id") for change in changes}) == len(changes)
    assert not _find(region, "//w:del//w:t")


def test_zuidwest_heeft_besturingselementen_tabellen_opmerking_en_tekstvak() -> None:
    assert "wijzen in de omgevingsvisie" in _words(_find("zuidwest", "//w:body/w:sdt")[0])
    assert [_words(sdt) for sdt in _find("zuidwest", "//w:p/w:sdt")] == ["vrijdag 11 september 2026", "1 juli 2027"]
    after = [p.getnext().tag for p in _find("zuidwest", "//w:p") if "in onderstaande tabel" in _words(p)]
    assert after == [f"{W}tbl"]
    assert len(_find("zuidwest", "//w:commentRangeStart")) == len(_find("zuidwest", "//w:comment", "comments")) == 1
    assert "CONCEPT 4" in _words(_find("zuidwest", "//v:textbox", "header1")[0])
    assert _find("zuidwest", "//w:p[w:pPr/w:outlineLvl and not(w:pPr/w:pStyle)]")
