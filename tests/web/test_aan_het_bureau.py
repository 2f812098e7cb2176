"""At the desk: proposals answered, afspraken found and filled in, the letter with its messages, versions, counts."""

from __future__ import annotations

import re
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from brief.rounds.confirming import boven, groepen, ja, nee, openstaand
from brief.rounds.confirming import plan as confirm
from brief.rounds.making import Opdracht, make_and_write
from brief.rounds.plan import plan_and_save
from rounds.rondemap import bestand, geopend, ronde, vervang
from rounds.voorbeeldronde import RONDE
from web.bezoeker import Bezoeker, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from brief.rounds.confirming import Keuze, Vermoeden

VOORSTEL = """\
    voorstel:
      themas: [energie]
      provincies: [{provincie}]
      reden: "'stroom' in de tekst"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a round in which two afspraken have proposals."""
    made = ronde(tmp_path)
    for landsdeel, before, provincie in (
        ("noord", "provincies: [fryslan]", "drenthe"),
        ("noordwest", "provincies: [utrecht]", "flevoland"),
    ):
        vervang(bestand(made, landsdeel), f"    {before}\n", f"    {before}\n" + VOORSTEL.format(provincie=provincie))
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "afspraken").glob("*.yaml")}


def answered(folder: Path, make: Callable[[Sequence[Vermoeden]], Sequence[Keuze]]) -> dict[str, bytes]:
    """Give the files as the deed of `brief bevestigen` leaves them, on a copy of the round."""
    copy = folder.with_name("kopie")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    planned, saved = plan_and_save(copy, lambda opened: confirm(opened, make(openstaand(opened)[0])))
    assert (*planned.meldingen, *saved.findings) == ()
    return files(copy)


def boxes(page: str) -> list[str]:
    return re.findall(r'name="kies" value="([^"]+)"', page)


def test_a_group_is_taken_over_as_the_command_does_it(folder: Path) -> None:
    group = groepen(openstaand(geopend(folder))[0])[0]
    expected = answered(folder, lambda _: [ja(each) for each in group.vermoedens])
    visitor = Bezoeker(folder)
    page = visitor.text("/bevestigen/")
    assert f"Thema Energie? {group.reden} (2)" in shown(page)
    assert (
        visitor.client.post(
            "/bevestigen/",
            data={"csrf": visitor.csrf, "hoe": "over", "kies": boxes(page), "hier": "0"},
            base_url="http://127.0.0.1:8765",
            headers={"Origin": "http://127.0.0.1:8765"},
        ).status_code
        == 303
    )
    assert files(folder) == expected


def test_what_is_chosen_is_taken_over_and_the_rest_taken_away(folder: Path) -> None:
    group = groepen(openstaand(geopend(folder))[0])[0]
    first, second = group.vermoedens
    expected = answered(folder, lambda _: [ja(first), nee(second)])
    visitor = Bezoeker(folder)
    one, other = boxes(visitor.text("/bevestigen/"))
    fields = {"csrf": visitor.csrf, "hoe": "over-rest-weg", "kies": [one], "groep": [one, other]}
    visitor.client.post(
        "/bevestigen/", data=fields, base_url="http://127.0.0.1:8765", headers={"Origin": "http://127.0.0.1:8765"}
    )
    assert files(folder) == expected


def test_what_is_certain_is_taken_over_at_once_and_no_more_than_was_said(folder: Path) -> None:
    certain = boven(openstaand(geopend(folder))[0], 0.9)
    before = files(folder)
    visitor = Bezoeker(folder)
    visitor.post("/bevestigen/zeker", aantal=str(len(certain) + 1))
    assert files(folder) == before


def test_nonsense_answers_nothing(folder: Path) -> None:
    before = files(folder)
    visitor = Bezoeker(folder)
    for kies in ("", "x", "n-1.1-1|vreemd|water", "n-9|themas|water", "||"):
        assert visitor.post("/bevestigen/", hoe="over", kies=kies).status_code == 303
    assert visitor.post("/bevestigen/", hoe="verbrand", kies="n-1.1-1|themas|energie").status_code == 303
    assert files(folder) == before


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("zoek=plan", {"n-1.1-1", "nw-2.3-1"}),
        ("zoek=PLAN+regio", {"n-1.1-1", "nw-2.3-1"}),
        ("zoek=nw-2.3-3", {"nw-2.3-3"}),
        ("zoek=Wonen", {"n-1.1-2"}),
        ("landsdeel=noord", {"n-1.1-1", "n-1.1-2"}),
        ("provincie=drenthe", {"n-1.1-2"}),
        ("thema=wonen", {"n-1.1-2"}),
        ("status=gewijzigd", {"nw-2.3-3"}),
        ("mist=voorstel", set()),
        ("mist=zin&landsdeel=noord", {"n-1.1-1", "n-1.1-2"}),
        ("zoek=(*", set()),
        ("landsdeel=noord&thema=water&status=vastgesteld", set()),
    ],
)
def test_the_list_shows_what_is_asked_for(folder: Path, asked: str, ids: set[str]) -> None:
    page = Bezoeker(folder).text(f"/lijst/?{asked}")
    assert set(re.findall(r'<article class="kaart" id="([^"]+)"', page)) == ids
    assert f"{len(ids)} van 5 afspraken" in page


def test_a_sentence_is_filled_in_and_the_rest_of_the_file_stays(folder: Path) -> None:
    vervang(
        folder / "kamerstukken.yaml",
        "",
        "kst-1-2: {titel: Nota, datum: 2026-01-02, vergaderjaar: 2025-2026, soort: brief}\n",
    )
    before = bestand(folder, "noord").read_text("utf-8")
    visitor = Bezoeker(folder)
    visitor.besluit(
        "/lijst/?wijzig=n-1.1-1", "/lijst/n-1.1-1/brief", zin="De regio maakt een plan.", kamerstukken="kst-1-2"
    )
    added = "    brief: |\n      De regio maakt een plan.\n    kamerstukken: [kst-1-2]\n"
    after = bestand(folder, "noord").read_text("utf-8")
    assert after.replace(added, "") == before
    visitor.besluit("/lijst/?wijzig=n-1.1-1", "/lijst/n-1.1-1/brief", zin="", kamerstukken="")
    assert bestand(folder, "noord").read_text("utf-8") == before


def test_a_paper_or_theme_that_is_not_known_is_told_and_what_was_typed_stays(folder: Path) -> None:
    visitor = Bezoeker(folder)
    before = files(folder)
    answer = visitor.besluit("/lijst/?wijzig=n-1.1-1", "/lijst/n-1.1-1/brief", zin="Een zin.", kamerstukken="kst-9-9")
    assert (answer.status_code, "BR743" in answer.get_data(as_text=True)) == (422, True)
    assert "Een zin." in answer.get_data(as_text=True)
    answer = visitor.besluit("/lijst/?wijzig=n-1.1-1", "/lijst/n-1.1-1/indeling", themas="watre")
    assert (answer.status_code, "BR463" in answer.get_data(as_text=True)) == (422, True)
    assert 'value="watre"' in answer.get_data(as_text=True)
    assert files(folder) == before


def test_where_an_afspraak_belongs_is_filled_in_by_name_or_key(folder: Path) -> None:
    visitor = Bezoeker(folder)
    fields = {"themas": "Water, wonen", "provincies": "Fryslân", "gebieden": "", "termijn": "2028-12-31"}
    answer = visitor.besluit("/lijst/?wijzig=n-1.1-1", "/lijst/n-1.1-1/indeling", **fields)
    assert answer.status_code == 303
    text = bestand(folder, "noord").read_text("utf-8").split("- id: n-1.1-2")[0]
    assert "themas: [water, wonen]" in text
    assert "provincies: [fryslan]" in text
    assert "termijn: 2028-12-31" in text
    assert "voorstel" not in text


def test_what_another_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    visitor = Bezoeker(folder)
    page = visitor.text("/lijst/?wijzig=n-1.1-1")
    seen = page.split('name="stand" value="')[1].split('"')[0]
    vervang(bestand(folder, "noord"), "themas: [water]", "themas: [wonen]")
    before = files(folder)
    answer = visitor.post("/lijst/n-1.1-1/brief", stand=seen, zin="Mijn zin.", kamerstukken="")
    assert "BR742" in answer.get_data(as_text=True)
    assert "Mijn zin." in answer.get_data(as_text=True)
    assert files(folder) == before


def test_the_letter_says_what_it_covers_and_where_it_comes_from(folder: Path) -> None:
    visitor = Bezoeker(folder)
    page = visitor.text("/brief/")
    assert '<a href="/brief/bron?bestand=brief.md&amp;regel=1">brief.md:1</a>' in page
    assert "Ik meld de uitkomsten." in shown(page)
    assert "Water: 4 van 4" in shown(page)
    assert "niet in de brief" not in page
    vervang(folder / "brief.md", "::: {.afspraken thema=water}\n:::\n\n", "")
    assert "Water: 0 van 4" in shown(visitor.text("/brief/"))


def test_a_message_stands_where_it_belongs_and_goes_when_it_is_mended(folder: Path) -> None:
    visitor = Bezoeker(folder)
    vervang(folder / "brief.md", "Ik meld de uitkomsten.", "Ik meld de uitkomsten [@kst-1-2].")
    found = checked(visitor)
    stretch = found[found.index("Ik meld") :].split('<div class="stuk', 1)[0]
    assert "kst-1-2" in stretch
    assert 'class="vondst fout"' in stretch
    vervang(folder / "brief.md", " [@kst-1-2]", "")
    found = checked(visitor)
    assert 'class="vondst fout"' not in found[found.index("Ik meld") :].split('<div class="stuk', 1)[0]


def checked(visitor: Bezoeker) -> str:
    """Give the page of the letter once the check of this moment is done; it is worked out beside the page."""
    last = time.monotonic() + 120
    while "De controle loopt" in (page := visitor.text("/brief/")):
        assert time.monotonic() < last
        time.sleep(0.05)
    return page


@pytest.mark.parametrize(
    "file", ["../ronde.yaml", "/etc/passwd", "afspraken/../../x", "dossiers/noord.md", "", ".terugdraaien/000001.json"]
)
def test_only_files_of_the_round_are_shown(folder: Path, file: str) -> None:
    assert Bezoeker(folder).get(f"/brief/bron?bestand={file}").status_code == 404


def test_a_source_is_shown_at_its_line(folder: Path) -> None:
    page = Bezoeker(folder).text("/brief/bron?bestand=brief.md&regel=3")
    assert re.search(r'<li value="3" class="hier"[^>]*><code>::: {.afspraken thema=water}</code>', page)
    assert Bezoeker(folder).get("/brief/bron?bestand=brief.md&regel=99999").status_code == 200


def test_versions_are_compared_with_the_choices_of_the_command(folder: Path) -> None:
    visitor = Bezoeker(folder)
    assert "Er zijn nog geen versies" in shown(visitor.text("/vergelijken/"))
    assert make_and_write(Opdracht(folder)).is_written
    vervang(bestand(folder, "noord"), "Rijk en regio maken een plan.", "Rijk en regio maken twee plannen.")
    assert make_and_write(Opdracht(folder)).is_written
    page = visitor.text("/vergelijken/")
    assert "<del>een plan</del>" in page
    assert "<ins>twee plannen</ins>" in page
    elsewhere = visitor.text("/vergelijken/?oud=v01&nieuw=v02&provincie=zeeland")
    assert "Er zijn geen verschillen binnen deze keuze." in elsewhere
    assert "1 wijziging valt buiten deze keuze" in elsewhere
    assert "<del>" in visitor.text("/vergelijken/?oud=../../x&nieuw=/etc/passwd"), (
        "a name that is no version is not read"
    )


def test_each_number_of_the_overview_leads_to_as_many_afspraken() -> None:
    visitor = Bezoeker(RONDE)
    page = visitor.text("/overzicht/")
    cells = re.findall(r'<a href="(/lijst/[^"]*)" aria-label="(\d+): ', page)
    assert len(cells) > 150
    for href, count in cells[::5]:
        found = re.search(r"(\d+) van \d+ afspraken", visitor.text(href.replace("&amp;", "&")))
        assert found is not None
        assert found[1] == count, href
