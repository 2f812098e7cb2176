"""The sample round holds what a real round holds: a full letter, its references, and decisions taken at the tables."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from brief.domain import PROVINCIES, Afspraak, Status
from brief.kamerstuk.vergaderjaar import vergaderjaar
from brief.sources import RondeBestanden, read_ronde
from brief.text import Citation, Heading, Insert, ListItem, NoteMark, Parsed, Reference, Spans, Table, parse

PROJECT = Path(__file__).resolve().parents[2]
RONDE = PROJECT / "input" / "2026"
VERWACHT = PROJECT / "tools" / "voorbeeldronde" / "verwacht.json"


@pytest.fixture(scope="module")
def ronde() -> RondeBestanden:
    found, meldingen = read_ronde(RONDE)
    assert found is not None
    assert [melding.message for melding in meldingen] == []
    return found


@pytest.fixture(scope="module")
def brief(ronde: RondeBestanden) -> Parsed:
    return parse(ronde.brief_tekst, file="brief.md")


@pytest.fixture(scope="module")
def per_id(ronde: RondeBestanden) -> dict[str, Afspraak]:
    return {afspraak.id: afspraak for afspraak in ronde.afspraken}


def _alineas(blocks: tuple[object, ...]) -> list[tuple[object, Spans]]:
    """Give each stretch of text with the block it stands in; a cell of a table is one stretch."""
    found: list[tuple[object, Spans]] = []
    for block in blocks:
        if isinstance(block, Table):
            found += [(block, cell) for row in block.rows for cell in row]
        elif not isinstance(block, Insert):
            found.append((block, block.spans))  # type: ignore[attr-defined]
    return found


def _citaten(blocks: tuple[object, ...]) -> list[tuple[object, Citation]]:
    return [(block, span) for block, spans in _alineas(blocks) for span in spans if isinstance(span, Citation)]


def _verwijzingen(blocks: tuple[object, ...]) -> list[Reference]:
    return [reference for _, citation in _citaten(blocks) for reference in citation.references]


def test_de_brief_heeft_de_omvang_van_een_kamerbrief(ronde: RondeBestanden) -> None:
    text = re.sub(r"^:::.*$", "", ronde.brief_tekst, flags=re.MULTILINE)
    words = re.findall(r"\w[\w’'.,/-]*", re.sub(r"\[[^\]]*@[^\]]*\]", "", text))
    assert 1_500 <= len(words) <= 2_500


def test_de_brief_leest_zonder_meldingen(brief: Parsed) -> None:
    assert brief.diagnostics == ()


def test_de_brief_verwijst_op_alle_plaatsen_waar_een_noot_kan_staan(brief: Parsed) -> None:
    citaten = _citaten(brief.blocks)
    assert len(citaten) >= 15
    assert any(isinstance(block, ListItem) for block, _ in citaten)
    assert any(isinstance(block, Table) for block, _ in citaten)
    assert any(len(citation.references) > 1 for _, citation in citaten)
    assert any(reference.prefix and reference.suffix for reference in _verwijzingen(brief.blocks))
    assert max(Counter(reference.key for reference in _verwijzingen(brief.blocks)).values()) > 1
    marks = [(block, span) for block, spans in _alineas(brief.blocks) for span in spans if isinstance(span, NoteMark)]
    assert {mark.name for _, mark in marks} == set(brief.notes)
    assert len(brief.notes) == 2
    assert any(isinstance(block, Heading) for block, _ in marks)


def test_elke_verwijzing_staat_in_het_register_en_elk_stuk_wordt_gebruikt(ronde: RondeBestanden, brief: Parsed) -> None:
    used = {reference.key for reference in _verwijzingen(brief.blocks)}
    for afspraak in ronde.afspraken:
        used |= set(afspraak.kamerstukken)
        used |= {reference.key for reference in _verwijzingen(parse(afspraak.brief or "").blocks)}
    assert used == set(ronde.kamerstukken)
    assert len(ronde.kamerstukken) >= 15
    assert sum(bool(afspraak.kamerstukken) for afspraak in ronde.afspraken) >= 6


def test_elk_stuk_heeft_het_vergaderjaar_van_zijn_datum(ronde: RondeBestanden) -> None:
    dated = [stuk for stuk in ronde.kamerstukken.values() if stuk.datum and stuk.referentie.vergaderjaar]
    assert len(dated) >= 15
    assert {stuk.sleutel: vergaderjaar(stuk.datum) for stuk in dated if stuk.datum} == {
        stuk.sleutel: stuk.referentie.vergaderjaar for stuk in dated
    }
    moties = [stuk for stuk in ronde.kamerstukken.values() if stuk.soort == "motie"]
    assert moties
    assert all(stuk.ondertekenaar for stuk in moties)


def test_aan_de_tafels_is_van_alles_besloten(ronde: RondeBestanden) -> None:
    numbers = Counter(afspraak.status for afspraak in ronde.afspraken)
    assert numbers[Status.GEWIJZIGD] >= 4
    assert numbers[Status.VERVALLEN] >= 2
    assert numbers[Status.AANGEHOUDEN] >= 2
    assert numbers[Status.TOEGEVOEGD] >= 2
    assert numbers[Status.VASTGESTELD] > len(ronde.afspraken) * 0.8


def test_een_besluit_heeft_de_datum_van_het_overleg_en_een_reden(ronde: RondeBestanden) -> None:
    dates = {overleg.landsdeel: overleg.datum for overleg in ronde.ronde.overleggen}
    for afspraak in ronde.afspraken:
        assert bool(afspraak.besluit) is afspraak.status.needs_besluit, afspraak.id
        if afspraak.besluit:
            assert afspraak.besluit.datum == dates[afspraak.landsdeel], afspraak.id
            assert afspraak.besluit.reden, afspraak.id


def test_een_gewijzigde_tekst_lijkt_op_het_voorstel_en_is_niet_dezelfde(ronde: RondeBestanden) -> None:
    for afspraak in ronde.afspraken:
        if afspraak.status is Status.GEWIJZIGD:
            likeness = difflib.SequenceMatcher(None, afspraak.tekst, afspraak.geldende_tekst).ratio()
            assert 0.7 < likeness < 1, afspraak.id


def test_de_indeling_is_die_van_een_zorgvuldige_lezer(per_id: dict[str, Afspraak]) -> None:
    dossiers = json.loads(VERWACHT.read_text("utf-8"))["dossiers"]
    expected = {one["id"]: one for dossier in dossiers.values() for one in dossier["afspraken"]}
    added = {key for key, afspraak in per_id.items() if afspraak.status is Status.TOEGEVOEGD}
    assert set(per_id) == set(expected) | added
    for key, one in expected.items():
        afspraak = per_id[key]
        assert list(afspraak.themas) == one["themas"], key
        assert list(afspraak.provincies) == one["provincies"], key
        assert list(afspraak.gebieden) == one["gebieden"], key
        assert afspraak.landelijk is one["landelijk"], key
        assert afspraak.publiceren is one["publiceren"], key
        assert set(one["zie"]) <= set(afspraak.zie), key


def test_alle_provincies_doen_mee(ronde: RondeBestanden) -> None:
    named = {province for afspraak in ronde.afspraken if afspraak.te_publiceren for province in afspraak.provincies}
    assert named == set(PROVINCIES)


def test_de_brief_vraagt_om_elk_thema_dat_voorop_staat(ronde: RondeBestanden, brief: Parsed) -> None:
    asked = {
        value
        for block in brief.blocks
        if isinstance(block, Insert)
        for name, value in block.attributes
        if name == "thema"
    }
    assert asked == {afspraak.themas[0] for afspraak in ronde.afspraken if afspraak.te_publiceren}


def test_bijna_elke_afspraak_heeft_een_zin_voor_de_brief(ronde: RondeBestanden) -> None:
    without = [afspraak.id for afspraak in ronde.afspraken if afspraak.te_publiceren and not afspraak.brief]
    assert 1 <= len(without) <= 4
