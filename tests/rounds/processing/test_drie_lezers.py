"""Three reviewers on two versions of the sample round, in the same paragraphs: of sixty edits each, none is missing."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from rounds.processing.keten import inhoud, retour, stuk, terug, versie, verwerkt
from rounds.processing.lezer import Lezer
from rounds.processing.plaatsen import WORD, found, home, put_in
from rounds.voorbeeldronde import RONDE

if TYPE_CHECKING:
    from pathlib import Path

STUKKEN = ("kamerbrief", "afsprakenlijst")
DRUK = 60
"""Paragraphs of each document that everybody is busy with."""


def bewerkt(folder: Path, version: str, naam: str, aantal: int) -> tuple[list[Path], dict[str, str]]:
    """Let a reviewer edit both documents; give the files, and for each word that came in where it belongs."""
    paths: list[Path] = []
    wanted: dict[str, str] = {}
    for document in STUKKEN:
        reader = Lezer(stuk(folder, document, version), naam, dag="2026-11-20")
        places = [(each, place) for each in reader.paragraphs() if (place := home(each))]
        busy = random.Random(document).sample(range(len(places)), DRUK)  # the same ones for everybody
        mine, chance = 0, random.Random(naam)
        for number in chance.sample(busy, len(busy)):
            paragraph, place = places[number]
            word = f"merk{naam.lower()}{document[0]}{number}woord"
            if mine < aantal // 2 and put_in(reader, paragraph, word, number + chance.randrange(3)):
                wanted[word] = place
                mine += 1
        paths.append(retour(folder, reader.bytes(), f"{naam}-{document}.docx"))
    return paths, wanted


@pytest.mark.lang
def test_van_drie_lezers_op_twee_versies_is_van_elke_wijziging_te_zeggen_waar_zij_bleef(tmp_path: Path) -> None:
    folder = tmp_path / "input" / "2026"
    shutil.copytree(RONDE, folder)
    assert versie(folder) == "v01"
    for number, name in ((2, "Eerder"), (3, "Later")):  # the source itself moves on between the versions
        files, _ = bewerkt(folder, f"v{number - 1:02}", name, 30)
        assert verwerkt(folder, *files).vragen == ()
        assert versie(folder) == f"v{number:02}"
    sides = [bewerkt(folder, version, name, 60) for version, name in (("v02", "Anna"), ("v03", "Bram"), ("v03", "Cas"))]
    wanted = {word: place for _, words in sides for word, place in words.items()}
    files = [path for files, _ in sides for path in files]
    before, there = inhoud(folder), found(folder)
    done = verwerkt(folder, *files)
    after = found(folder)
    asked = {word for each in done.vragen for _, text in each.teksten for word in WORD.findall(text)}
    listed = {word for each in done.lijst for word in WORD.findall(each.new)}

    assert [each.versie for each in done.bestanden] == ["v02"] * 2 + ["v03"] * 4
    assert len(wanted) == done.gelezen == 180
    assert sum(word in after for word in wanted) == done.toegepast > 60
    assert len(asked & wanted.keys()) == done.gevraagd > 30
    assert len(listed) == done.te_doen
    assert not wanted.keys() - after.keys() - asked - listed
    assert {word: after.get(word, place) for word, place in wanted.items()} == wanted
    assert there.keys() <= after.keys()

    terug(folder)
    assert inhoud(folder) == before
    chosen = {each.sleutel: each.antwoorden[-1] for each in done.vragen}
    settled = verwerkt(folder, *files, kies=chosen)
    last = {w for each in done.vragen for w in WORD.findall(each.teksten[-1][1])} & wanted.keys()
    assert (settled.vragen, settled.gevraagd) == ((), 0)
    assert settled.toegepast + settled.niet_overgenomen + settled.te_doen == 180
    assert found(folder).keys() & wanted.keys() == (after.keys() & wanted.keys()) | last
