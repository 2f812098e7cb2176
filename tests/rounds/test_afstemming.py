"""Consent: an agreement holds for the text that it was given for, and who must still answer is told."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.disk import files
from brief.domain.afstemming import tekstkenmerk
from brief.render.json.stand import stand_as_json
from brief.rounds.checking import check
from brief.rounds.consent import files as consent_files
from brief.rounds.consent.deed import Gevraagd, ask
from brief.rounds.consent.form import lines_of
from brief.rounds.making import Opdracht as Maken
from brief.rounds.making import make_and_write
from brief.rounds.processing.answers import Answers, is_request, read_answers
from brief.rounds.processing.documents import Remark, read_doc
from brief.rounds.processing.opdracht import Opdracht
from brief.rounds.processing.run import verwerk
from brief.rounds.processing.settling import Keuzes
from brief.rounds.processing.today import Today
from brief.rounds.state import state
from brief.rounds.undoing import undo
from brief.sources.edit import Edit
from brief.text import plain_spans
from brief.word.returned.model import Comment
from rounds.processing.lezer import Lezer, W
from rounds.rondemap import bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

GEWIJZIGD = "      datum: 2027-09-16\n      reden: scherper\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def antwoord(folder: Path, lines: str) -> None:
    """Put answers of parties below the afspraak that was changed on 16 September 2027."""
    path = bestand(folder, "noordwest")
    path.write_text(path.read_text("utf-8").rstrip("\n") + f"\n    afstemming:\n{lines}", "utf-8")


def ingevuld(data: bytes, **answers: str) -> bytes:
    """Fill in the answers and remarks of a party: the rows of the tables, in order, by their heads."""
    lezer = Lezer(data)
    for table in lezer.root.iter(f"{W}tbl"):
        for row in table.iter(f"{W}tr"):
            head, cell = row.findall(f"{W}tc")
            said = answers.get("".join(t.text or "" for t in head.iter(f"{W}t")))
            if said is not None:
                paragraph = cell.find(f"{W}p")
                assert paragraph is not None
                paragraph.append(lezer._run(said))
    return lezer.bytes()


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("Zie de **nota** [@kst-29435-267, p. 3].", "Zie de nota [@kst-29435-267, p. 3]."),
        ("Eerst dit:\n\n2. dat [@kst-1-2];\n   - en zo.", "Eerst dit:\n2. dat [@kst-1-2];\n  - en zo."),
        ("| a | b [@kst-1-2] |\n|---|---|\n| c | d |", "a | b [@kst-1-2]\nc | d"),
    ],
)
def test_een_partij_ziet_de_hele_tekst_met_de_stukken_die_erin_staan(tekst: str, regels: str) -> None:
    assert plain_spans(lines_of(tekst)) == regels


def test_een_partij_wordt_gevraagd_antwoordt_in_word_en_dat_komt_terug(folder: Path, tmp_path: Path) -> None:
    done = ask(folder, ["utrecht"])
    assert [(each.partij, len(each.wacht)) for each in done.aanvragen] == [("provincie Utrecht", 3)]
    found = state(geopend(folder))
    assert found is not None
    assert len(found.wacht_op["provincie Utrecht"]) == 3
    path = tmp_path / "antwoord.docx"
    path.write_bytes(ingevuld(done.paden[0].read_bytes(), Antwoord="Akkoord.", Opmerking="Dank voor het overleg."))
    versie = make_and_write(Maken(folder))
    assert versie.is_written
    result = verwerk(folder, Opdracht([path], keuzes=Keuzes(alles=True), datum=datetime.date(2027, 9, 30)))
    assert (result.meldingen, result.telt_op, result.toegepast) == ((), True, 6)
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    for afspraak in bestanden.afspraken:
        for each in afspraak.afstemming:
            assert (each.stand, str(each.datum)) == ("akkoord", "2027-09-30")
    assert {each.tekst for each in bestanden.opmerkingen} == {"Dank voor het overleg."}
    found = state(geopend(folder))
    assert found is not None
    assert found.wacht_op == {}
    vervang(bestand(folder, "noordwest"), "drinkwater.", "drinkwater en industriewater.")
    assert codes(folder).count("BR670") == 1
    undo(folder)


def test_een_ander_antwoord_en_een_andere_tekst_worden_een_opmerking(folder: Path, tmp_path: Path) -> None:
    done = ask(folder, ["utrecht"])
    lezer = Lezer(ingevuld(done.paden[0].read_bytes(), Antwoord="akkoord, mits het Rijk meebetaalt"))
    cells = [t for t in lezer.root.iter(f"{W}t") if t.text == "Het Rijk betaalt."]
    cells[-1].text = "Het Rijk betaalt alles."
    path = tmp_path / "antwoord.docx"
    path.write_bytes(lezer.bytes())
    make_and_write(Maken(folder))
    result = verwerk(folder, Opdracht([path], keuzes=Keuzes(alles=True)))
    assert result.telt_op
    texts = [each.tekst for each in result.opmerkingen]
    assert texts.count("akkoord, mits het Rijk meebetaalt") == 3
    assert "tekstvoorstel: Het Rijk betaalt alles." in texts
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    assert {each.stand.value for a in bestanden.afspraken for each in a.afstemming} == {"opmerking"}


@pytest.fixture(scope="module")
def vraag(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """Ask Utrecht once; give the round and the file, which these tests leave as they are."""
    made = ronde(tmp_path_factory.mktemp("vraag"))
    return made, ask(made, ["utrecht"]).paden[0].read_bytes()


DAG = datetime.date(2027, 9, 30)


def gelezen(
    folder: Path, data: bytes, changes: dict[str, str] | None = None, day: datetime.date | None = DAG
) -> Answers:
    """Read what a party answered, in a round in which the texts of these afspraken are other ones by now."""
    opened = geopend(folder)
    assert opened.bestanden is not None
    doc = read_doc(data, "retour/utrecht.docx")
    assert doc is not None
    assert is_request(doc)
    afspraken = {each.id: each for each in opened.bestanden.afspraken}
    afspraken |= {name: replace(afspraken[name], tekst=text) for name, text in (changes or {}).items()}
    return read_answers(doc, Today(opened, opened.bestanden, afspraken), day)


def cel(lezer: Lezer, text: str, number: int) -> Any:
    """Give one of the places in the tables where a text stands."""
    return [each for each in lezer.root.iter(f"{W}t") if each.text == text][number]


def test_een_bestand_waarin_niets_is_ingevuld_zegt_niets(vraag: tuple[Path, bytes]) -> None:
    changed = {"nw-2.3-2": "Het Rijk betaalt mee."}
    for found in (gelezen(*vraag), gelezen(*vraag, changed)):
        assert (found.partij, found.entries, found.opmerkingen, found.listed, found.edits) == (
            "provincie Utrecht",
            {},
            [],
            [],
            0,
        )


@pytest.mark.parametrize("volgt", [True, False])
def test_wat_een_partij_buiten_de_vakken_typt_raakt_niet_kwijt(vraag: tuple[Path, bytes], volgt: bool) -> None:
    folder, data = vraag
    lezer = Lezer(data, volgt=volgt)
    lezer.voeg_in("Wij missen het landschap.", lezer.find("Vul bij"))
    lezer.voeg_in("Wij danken u.", lezer.find("Afstemming"))
    lezer.voetnoot("laat de rest staan", "Zie onze brief.")
    found = gelezen(folder, lezer.bytes())
    assert [(each.where, each.new) for each in found.listed] == [
        ("buiten de vakken", "Wij danken u."),
        ("buiten de vakken", "Wij missen het landschap."),
        ("buiten de vakken", "Zie onze brief."),
    ]
    assert found.edits == 3


def test_wat_een_partij_in_een_verkeerd_vak_typt_raakt_niet_kwijt(vraag: tuple[Path, bytes]) -> None:
    folder, data = vraag
    lezer = Lezer(data)
    cel(lezer, "Antwoord", 0).text = "Antwoord: akkoord"
    found = gelezen(folder, lezer.bytes())
    assert found.entries == {}
    (only,) = found.listed
    assert "Antwoord: akkoord" in only.new
    assert found.edits == 1


@pytest.mark.parametrize(("number", "row"), [(0, "Voorgesteld"), (1, "Nu")])
def test_een_tekst_die_een_partij_verandert_raakt_niet_kwijt(vraag: tuple[Path, bytes], number: int, row: str) -> None:
    folder, data = vraag
    lezer = Lezer(ingevuld(data, Antwoord="akkoord"))
    cel(lezer, "Het Rijk betaalt.", number).text = "Het Rijk betaalt alles."
    found = gelezen(folder, lezer.bytes())
    assert {name: each.stand.value for name, each in found.entries.items()} == {
        "nw-2.3-1": "akkoord",
        "nw-2.3-2": "opmerking",
        "nw-2.3-3": "akkoord",
    }
    kept = [each.new for each in found.listed] + [each.tekst for each in found.opmerkingen]
    assert kept == ["Het Rijk betaalt alles." if row == "Voorgesteld" else "tekstvoorstel: Het Rijk betaalt alles."]
    later = gelezen(folder, lezer.bytes(), {"nw-2.3-2": "Het Rijk betaalt mee."})
    assert [(each.where, each.by) for each in later.listed] == [("nw-2.3-2, rij 'Nu'", "provincie Utrecht")]
    assert (found.edits, later.edits) == (4, 4)


@pytest.mark.parametrize(
    "woorden",
    [
        {"akkoord": "akkoord", "Accoord.": "akkoord", "JA!": "akkoord"},
        {"ok": "akkoord", "oke": "akkoord", "Oké": "akkoord"},
        {"eens": "akkoord", "wij zijn akkoord.": "akkoord", "Ja, akkoord": "akkoord"},
        {"nee": "opmerking", "niet akkoord": "opmerking", "ja, als er geld is": "opmerking"},
    ],
)
def test_wat_een_ja_is_en_wat_niet(vraag: tuple[Path, bytes], woorden: dict[str, str]) -> None:
    folder, data = vraag
    lezer = Lezer(ingevuld(data, Antwoord="?"))
    for cell, said in zip([t for t in lezer.root.iter(f"{W}t") if t.text == "?"], woorden, strict=True):
        cell.text = said
    found = gelezen(folder, lezer.bytes())
    assert [each.stand.value for each in found.entries.values()] == list(woorden.values())
    assert [each.tekst for each in found.opmerkingen] == [each for each in woorden if woorden[each] == "opmerking"]


@pytest.mark.parametrize(
    ("days", "given", "expected"),
    [
        (("2027-09-20", "2027-09-21", ""), None, "2027-09-21"),
        (("2027-09-20",), DAG, "2027-09-30"),
        (("",), None, "None"),
        ((), None, "None"),
    ],
)
def test_de_dag_van_een_antwoord_is_de_genoemde_of_die_van_de_laatste_wijziging(
    vraag: tuple[Path, bytes], days: tuple[str, ...], given: datetime.date | None, expected: str
) -> None:
    folder, data = vraag
    lezer = Lezer(ingevuld(data, Antwoord="akkoord"))
    for day in days:
        lezer.dag = day
        lezer.voeg_in("Dank.", lezer.find("Vul bij"))
    found = gelezen(folder, lezer.bytes(), day=given)
    assert {str(each.datum) for each in found.entries.values()} == {expected}


def test_een_bestand_dat_niet_meer_zegt_wat_het_is_kent_men_aan_zijn_tabellen(vraag: tuple[Path, bytes]) -> None:
    folder, data = vraag
    lezer = Lezer(ingevuld(data, Antwoord="akkoord"))
    lezer.zonder_merken(lambda _: False)
    assert len(gelezen(folder, lezer.bytes()).entries) == 3
    for table in list(lezer.root.iter(f"{W}tbl")):
        table.getparent().remove(table)  # type: ignore[union-attr]
    doc = read_doc(lezer.bytes(), "brief.docx")
    assert doc is not None
    assert not is_request(doc)


def test_een_opmerking_in_de_kantlijn_van_een_partij_raakt_niet_kwijt(vraag: tuple[Path, bytes]) -> None:
    folder, data = vraag
    lezer = Lezer(data, "Anna")
    lezer.merk_op("Vul bij", "Waar is onze bijlage?")
    (only,) = gelezen(folder, lezer.bytes()).opmerkingen
    assert (only.plaats, only.wie, only.wanneer, only.tekst, only.stand.value, only.bestand) == (
        "afstemming",
        "Anna",
        "2027-09-20",
        "Waar is onze bijlage?",
        "open",
        "utrecht.docx",
    )


def test_een_opmerking_bij_een_tabel_hoort_bij_die_afspraak_en_een_antwoord_zegt_waarop(
    vraag: tuple[Path, bytes],
) -> None:
    folder, data = vraag
    opened = geopend(folder)
    assert opened.bestanden is not None
    doc = read_doc(data, "retour/utrecht.docx")
    assert doc is not None
    at = next(number for number, block in enumerate(doc.blocks) if "nw-2.3-2 (kenmerk" in block.text)
    first = Comment("1", "", "2027-09-20T10:00:00Z", "Wie betaalt?")
    reply = Comment("2", "Bram", "2027-09-21T10:00:00Z", "Het Rijk.", parent="1", done=True)
    doc = replace(doc, remarks=(Remark(first, at, "Het Rijk"), Remark(reply, None, "")))
    found = read_answers(doc, Today(opened, opened.bestanden, {}), None)
    assert found.edits == 0
    one, two = found.opmerkingen
    assert (one.plaats, one.wie, one.woorden, one.op, one.antwoord) == (
        "nw-2.3-2",
        "provincie Utrecht",
        "Het Rijk",
        "",
        "",
    )
    assert f"(kenmerk {one.versie})" in doc.blocks[at].text
    assert (two.plaats, two.wie, two.stand.value, two.antwoord, two.op) == (
        "afstemming",
        "Bram",
        "afgedaan",
        "in Word afgehandeld",
        "Wie betaalt?",
    )


def test_een_antwoord_over_een_afspraak_die_er_niet_meer_is_raakt_niet_kwijt(vraag: tuple[Path, bytes]) -> None:
    folder, data = vraag
    data = Lezer(ingevuld(data, Antwoord="akkoord", Opmerking="Dank.")).bytes()
    opened = geopend(folder)
    assert opened.bestanden is not None
    doc = read_doc(data, "utrecht.docx")
    assert doc is not None
    found = read_answers(doc, Today(opened, opened.bestanden, {}), None)
    assert (found.entries, found.opmerkingen) == ({}, [])
    assert {each.where.partition(" nw-")[0] for each in found.listed} == {"antwoord over"}
    assert [each.new for each in found.listed] == ["akkoord", "Dank."] * 3
    assert found.edits == len(found.listed)


def test_het_bestand_voor_een_partij_doet_zich_niet_voor_als_bijlage_bij_de_brief(vraag: tuple[Path, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(vraag[1])) as bestand_:
        delen = [bestand_.read(naam).decode() for naam in bestand_.namelist() if naam.endswith(".xml")]
    teksten = re.findall(r"<w:t[ >][^<]*", "".join(delen))
    assert any("Afstemming: " in each for each in teksten)
    assert not [each for each in teksten if re.search(r"Bijlage|Inhoud|v00", each)]


def test_een_onbekende_partij_wordt_gemeld_en_niets_geschreven(folder: Path) -> None:
    done = ask(folder, ["utrect"])
    assert [(each.code, each.hint) for each in done.findings] == [("BR671", "bedoelde u 'provincie Utrecht'?")]
    assert done.paden == ()


def test_zonder_een_partij_in_de_ronde_staat_er_hoe_zij_erin_komt(folder: Path) -> None:
    for path in (folder / "afspraken").glob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"\n +provincies: \[.*?\]", "", text), "utf-8")
    found = ask(folder, ["utrecht"]).findings
    assert [each.code for each in found] == ["BR671"]
    assert "'afstemming'" in str(found[0].hint)


def test_elk_bestand_dat_is_geschreven_wordt_genoemd(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    done = ask(folder, ["utrecht"])
    changed = {path for path, data in before.items() if path.read_bytes() != data}
    assert changed
    assert changed < set(done.paden)


def test_een_bestand_dat_er_al_is_wordt_niet_overschreven(folder: Path) -> None:
    first = ask(folder, ["utrecht"]).paden[0]
    first.write_bytes(first.read_bytes() + b"ingevuld")
    second = ask(folder, ["utrecht"]).paden[0]
    assert (first.name, second.name) == ("provincie-utrecht.docx", "provincie-utrecht-2.docx")
    assert first.read_bytes().endswith(b"ingevuld")


def woordbestanden(done: Gevraagd) -> list[str]:
    return [path.name for path in done.paden if path.suffix == ".docx"]


def test_twee_partijen_met_bijna_dezelfde_naam_krijgen_elk_een_bestand(folder: Path) -> None:
    antwoord(folder, "      - {partij: Natuur & Milieu}\n      - {partij: Natuur Milieu}\n      - {partij: '...'}\n")
    done = ask(folder, ["Natuur & Milieu", "Natuur Milieu", "..."])
    assert woordbestanden(done) == ["natuur-milieu.docx", "natuur-milieu-2.docx", "partij.docx"]
    assert len({path.read_bytes() for path in done.paden if path.suffix == ".docx"}) == 3


def test_wie_geen_bestand_kreeg_staat_nergens_als_gevraagd(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = Diagnostic("BR901", Severity.FOUT, "dit bestand is niet geschreven: de schijf is vol")
    real = files.put_file
    refused = lambda path, data: (full,) if "fry" in path.name else real(path, data)  # noqa: E731
    monkeypatch.setattr(consent_files, "put_file", refused)
    done = ask(folder, ["utrecht", "fryslan", "drenthe"])
    assert woordbestanden(done) == ["provincie-utrecht.docx"]
    assert full in done.findings
    assert "partij: provincie Utrecht" in bestand(folder, "noordwest").read_text("utf-8")
    assert "partij:" not in bestand(folder, "noord").read_text("utf-8")


def test_wie_opslaat_terwijl_de_bestanden_worden_gemaakt_krijgt_geen_bestand_van_ervoor(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    antwoord(folder, "      - partij: provincie Utrecht\n        stand: open\n")
    real = consent_files.make_files

    def saved_meanwhile(*given: Any) -> Any:
        vervang(bestand(folder, "noordwest"), "reden: scherper", "reden: nog scherper")
        return real(*given)

    monkeypatch.setattr("brief.rounds.consent.deed.make_files", saved_meanwhile)
    done = ask(folder, ("provincie Utrecht",), tmp_path / "partijen")
    assert [each.code for each in done.findings if each.is_error] == ["BR545"]
    assert not (tmp_path / "partijen").exists()


@pytest.mark.parametrize("wat", ["map", "dode link"])
def test_wat_er_ook_ligt_onder_de_naam_van_het_bestand_blijft(folder: Path, wat: str) -> None:
    first = ask(folder, ["utrecht"]).paden[0]
    first.unlink()
    first.mkdir() if wat == "map" else first.symlink_to(first.with_name("weg.docx"))
    assert woordbestanden(ask(folder, ["utrecht"])) == ["provincie-utrecht-2.docx"]


def test_zonder_het_bestand_van_een_landsdeel_wordt_niemand_minder_gevraagd(folder: Path) -> None:
    bestand(folder, "noord").unlink()
    done = ask(folder, [])
    assert [each.code for each in done.findings] == ["BR435"]
    assert done.paden == ()


def test_wat_niet_in_word_kan_valt_niet_in_stilte_weg(folder: Path) -> None:
    vervang(bestand(folder, "noord"), "tekst: De regio bouwt woningen.", 'tekst: "De regio bouwt \\e woningen."')
    done = ask(folder, ["drenthe"])
    assert [(each.code, each.severity) for each in done.findings] == [("BR315", Severity.WAARSCHUWING)]
    assert woordbestanden(done) == ["provincie-drenthe.docx"]


def codes(folder: Path) -> list[str]:
    return [each.code for each in check(geopend(folder)).findings if each.code in {"BR670", "BR660", "BR661"}]


@pytest.mark.parametrize(
    ("entry", "stale"),
    [
        ("{partij: Utrecht, stand: akkoord, datum: 2027-09-15}", True),
        ("{partij: Utrecht, stand: akkoord, datum: 2027-09-16}", False),
        ("{partij: Utrecht, stand: akkoord}", True),
        ("{partij: Utrecht, stand: open}", False),
        ("{partij: Utrecht, stand: opmerking, datum: 2027-09-15}", False),
        ("{partij: Utrecht, stand: akkoord, datum: 2027-09-15, kenmerk: @}", False),
        ("{partij: Utrecht, stand: akkoord, datum: 2027-09-30, kenmerk: 00000000}", True),
    ],
)
def test_een_akkoord_geldt_voor_de_tekst_waarvoor_het_is_gegeven(folder: Path, entry: str, stale: bool) -> None:
    antwoord(folder, f"      - {entry.replace('@', tekstkenmerk('De regio spaart' + chr(10) + 'drinkwater.'))}\n")
    assert codes(folder) == (["BR670"] if stale else [])
    found = state(geopend(folder))
    assert found is not None
    assert dict(found.wacht_op) == ({"Utrecht": ("nw-2.3-3",)} if stale or "open" in entry else {})


def test_een_vervallen_afspraak_waarmee_een_partij_akkoord_ging_is_een_melding(folder: Path) -> None:
    antwoord(folder, "      - {partij: Utrecht, stand: akkoord, datum: 2027-09-15}\n")
    vervang(bestand(folder, "noordwest"), "status: gewijzigd", "status: vervallen")
    assert codes(folder) == ["BR670"]


@pytest.mark.parametrize("entry", ["{stand: akkoord}", "akkoord", "{partij: Utrecht, stand: ja}"])
def test_een_verkeerd_antwoord_is_een_fout_met_plaats(folder: Path, entry: str) -> None:
    antwoord(folder, f"      - {entry}\n")
    errors = geopend(folder).errors
    assert errors
    assert all(each.place is not None and each.place.line is not None for each in errors)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "    afstemming:\n      - {partij: Utrecht}   # belt terug\n      - partij: Holland\n        stand: open\n",
            "    afstemming:\n      - {partij: A, stand: akkoord}   # belt terug\n      - {partij: B, stand: open}\n"
            "      - {partij: C, stand: open}\n",
        ),
        ("    afstemming: [{partij: Utrecht}, {partij: Holland}]\n",
         "    afstemming: [{partij: A, stand: akkoord}, {partij: B, stand: open}, {partij: C, stand: open}]\n"),
        ("    afstemming: []\n", None),
    ],
)  # fmt: skip
def test_een_antwoord_verandert_zijn_eigen_regel(folder: Path, before: str, after: str | None) -> None:
    path = bestand(folder, "noordwest")
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + before, "utf-8")
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    edit = Edit(bestanden.afsprakenbestanden["noordwest"])
    if after is None:
        edit.set_in_list("nw-2.3-3", "afstemming", 0, {"partij": "A", "stand": "open"})
        assert "    afstemming:\n      - {partij: A, stand: open}\n" in edit.text()
        return
    answers = [("A", "akkoord"), ("B", "open"), ("C", "open")]
    for index, (partij, stand) in enumerate(answers):
        edit.set_in_list("nw-2.3-3", "afstemming", index, {"partij": partij, "stand": stand})
    assert edit.text().endswith(after)
    edit.prove()


def test_open_opmerkingen_staan_in_stand_en_controleren(folder: Path) -> None:
    (folder / "opmerkingen.yaml").write_text(
        "opmerkingen:\n  - plaats: nw-2.3-1\n    wie: Jan\n    tekst: Klopt dit?\n    stand: open\n"
        "  - plaats: brief.md:3\n    wie: Piet\n    tekst: Mooi.\n    stand: afgedaan\n",
        "utf-8",
    )
    assert codes(folder) == ["BR660"]
    found = state(geopend(folder))
    assert found is not None
    assert stand_as_json(found)["opmerkingen_open"] == ["nw-2.3-1"]
    vervang(folder / "opmerkingen.yaml", "stand: open", "stand: klaar")
    assert [each.code for each in geopend(folder).errors] == ["BR661"]


@pytest.mark.parametrize("naam", ["opmerkingen.yaml", "kamerstukken.yaml"])
def test_a_link_to_nothing_is_no_file_that_is_not_there(folder: Path, naam: str) -> None:
    (folder / naam).unlink(missing_ok=True)
    assert geopend(folder).errors == ()
    (folder / naam).symlink_to(folder / "weg.yaml")
    assert [each.code for each in geopend(folder).errors] == ["BR001"]


@pytest.mark.parametrize(
    ("text", "line"),
    [("opmerkingen: niets\n", 1), ("opmerkingen:\n  - Klopt dit?\n  - plaats: x\n    wie: Jan\n    tekst: Ja.\n", 2)],
)
def test_what_is_no_comment_is_said_and_not_left_out_in_silence(folder: Path, text: str, line: int) -> None:
    (folder / "opmerkingen.yaml").write_text(text, "utf-8")
    found = geopend(folder).errors
    assert [(each.code, each.place.line if each.place else None) for each in found] == [("BR015", line)]
