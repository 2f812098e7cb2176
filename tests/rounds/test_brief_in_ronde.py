"""`brief overnemen`: a letter comes into a round, a person's words stay, and the real letter needs no hand."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.cli import main
from brief.diagnostics import Diagnostic, Severity
from brief.disk import files
from brief.intake.letter.reading import read_letter
from brief.rounds.making import Opdracht, make
from brief.rounds.new import make_new, plan_new
from brief.rounds.taking_over import Letter, plan_for, plan_for_new, save
from brief.rounds.undoing import undo
from brief.sources.briefvelden import BriefEdit
from brief.sources.folder import read_ronde
from brief.text import parse, plain
from brief.word.reading import Source, read
from intake.lastige_brieven import GEVALLEN, Geval, gewoon, noten_met_meer_stukken, tekstvakken
from rounds import echte_brief
from rounds.rondemap import vervang
from rounds.voorbeeldronde import RONDE, document

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.rounds.taking_over import Overname

BRIEF = Letter(gewoon().data, "concept.docx")


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    """Give a round as `brief nieuw` makes it."""
    planned = plan_new("2026", tmp_path)
    make_new(planned)
    return planned.folder


def codes(overname: Overname) -> list[str]:
    return [finding.code for finding in overname.findings]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".terugdraaien" not in path.parts
    }


def test_a_letter_makes_a_whole_new_round(tmp_path: Path) -> None:
    overname = plan_for_new(plan_new("2026", tmp_path), BRIEF)
    save(overname)
    bestanden, findings = read_ronde(tmp_path / "2026")
    assert bestanden is not None
    assert not [each for each in findings if each.is_error]
    assert bestanden.brief_tekst == gewoon().tekst
    assert bestanden.ronde.brief.kenmerk == "2026-0000123456"
    assert [one.naam for one in bestanden.ronde.brief.ondertekenaars] == ["A.B. Proef"]
    assert set(bestanden.kamerstukken) == {"kst-29435-267"}


def test_what_nobody_wrote_yet_is_replaced_in_a_round_that_is_there(ronde: Path) -> None:
    save(plan_for(ronde, BRIEF))
    bestanden, _ = read_ronde(ronde)
    assert bestanden is not None
    assert bestanden.brief_tekst == gewoon().tekst
    assert bestanden.ronde.brief.betreft == "Uitkomsten van de proefoverleggen 2026"


def test_what_is_said_names_the_file_that_the_text_goes_to(ronde: Path) -> None:
    source = (ronde / "ronde.yaml").read_text("utf-8")
    (ronde / "ronde.yaml").write_text(source.replace("tekst: brief.md", "tekst: kamerbrief.md"), "utf-8")
    overname = plan_for(
        ronde, Letter(next(each.data for each in GEVALLEN if each.naam == "vette koppen"), "brief.docx")
    )
    assert overname.tekst == "kamerbrief.md"
    assert any("kamerbrief.md" in f"{each.message} {each.hint}" for each in overname.findings)
    assert not any(" brief.md" in f"{each.message} {each.hint}" for each in overname.findings)


def test_a_text_that_a_person_wrote_stays_until_that_is_said(ronde: Path) -> None:
    (ronde / "brief.md").write_text("Mijn eigen tekst.\n", "utf-8")
    before = bytes_of(ronde)
    overname = plan_for(ronde, BRIEF)
    assert overname.failed
    assert overname.heeft_tekst
    assert "BR601" in codes(overname)
    assert bytes_of(ronde) == before
    save(plan_for(ronde, BRIEF, vervang=True))
    assert (ronde / "brief.md").read_text("utf-8") == gewoon().tekst


def test_a_letter_of_this_very_round_is_sent_to_verwerken(tmp_path: Path) -> None:
    shutil.copytree(RONDE, tmp_path / "2026")
    overname = plan_for(tmp_path / "2026", Letter(document("kamerbrief"), "kamerbrief.docx"))
    assert overname.failed
    assert "brief verwerken" in next(each.hint or "" for each in overname.findings if each.code == "BR601")


def test_a_field_that_a_person_filled_in_stays_and_is_told(ronde: Path) -> None:
    path = ronde / "ronde.yaml"
    own = path.read_text("utf-8").replace(
        "kenmerk:                       # leeg: komt uit het documentsysteem", "kenmerk: 2026-9   # van Anna"
    )
    path.write_text(own, "utf-8")
    overname = plan_for(ronde, BRIEF)
    save(overname)
    assert "  kenmerk: 2026-9   # van Anna\n" in path.read_text("utf-8")
    assert "BR618" in codes(overname)
    assert "2026-0000123456" in {deel.tekst for deel in overname.brief.rest}


def test_a_field_that_would_read_back_otherwise_stops_the_work(ronde: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = BriefEdit.text
    monkeypatch.setattr(BriefEdit, "text", lambda edit: whole(edit).replace("proefoverleggen", "overleggen"))
    assert "BR600" in codes(plan_for(ronde, BRIEF))


def test_fields_that_cannot_be_changed_in_this_form_are_told_and_stay(ronde: Path) -> None:
    path = ronde / "ronde.yaml"
    head, _, _ = path.read_text("utf-8").partition("brief:\n")
    own = f"{head}brief: {{datum: 2026-09-14, betreft: Van Anna, tekst: brief.md, ondertekenaars: [{{functie: M}}]}}\n"
    path.write_text(own, "utf-8")
    overname = plan_for(ronde, BRIEF)
    assert "BR629" in codes(overname)
    assert overname.velden == {}
    assert path.read_text("utf-8") == own


def test_every_other_line_of_ronde_yaml_stays(ronde: Path) -> None:
    before = (ronde / "ronde.yaml").read_text("utf-8").split("\n")
    save(plan_for(ronde, BRIEF))
    after = (ronde / "ronde.yaml").read_text("utf-8").split("\n")
    gone = [line for line in before if line not in after]
    assert all(re.match(r"  (datum|betreft|kenmerk): ?|      naam:", line) for line in gone), gone


def test_of_the_letter_of_another_year_only_who_signs_comes_along(tmp_path: Path) -> None:
    overname = plan_for_new(plan_new("2027", tmp_path), BRIEF)
    assert set(overname.velden) == {"ondertekenaars"}
    assert "BR618" in codes(overname)
    left = {deel.tekst for deel in overname.brief.rest}
    assert {"14 september 2026", "2026-0000123456"} <= left


def test_a_sender_that_is_not_the_usual_one_is_kept(ronde: Path) -> None:
    save(plan_for(ronde, Letter(tekstvakken().data, "concept.docx")))
    bestanden, findings = read_ronde(ronde)
    assert bestanden is not None
    assert not [each for each in findings if each.is_error]
    assert bestanden.ronde.brief.afzender.bezoekadres == ("Proefweg 1", "1234 AB Proefstad")
    assert bestanden.ronde.brief.afzender.website == "www.proef.nl"
    assert bestanden.ronde.brief.afzender.postadres == ("Postbus 20011", "2500 EA Den Haag")


def test_a_sender_that_a_person_filled_in_stays(ronde: Path) -> None:
    path = ronde / "ronde.yaml"
    text = path.read_text("utf-8").replace(
        "  tekst: brief.md", "  afzender: {website: www.eigen.nl}\n  tekst: brief.md"
    )
    path.write_text(text, "utf-8")
    overname = plan_for(ronde, Letter(tekstvakken().data, "concept.docx"))
    save(overname)
    bestanden, _ = read_ronde(ronde)
    assert bestanden is not None
    assert bestanden.ronde.brief.afzender.website == "www.eigen.nl"
    assert bestanden.ronde.brief.afzender.directie == ("Directie Metingen",)
    assert "BR618" in codes(overname)


def test_papers_come_behind_those_of_the_round(ronde: Path) -> None:
    path = ronde / "kamerstukken.yaml"
    own = "# van Anna\nkst-29435-267:\n  titel: Voorontwerp\n  vergaderjaar: 2023-2024\n"
    path.write_text(own, "utf-8")
    save(plan_for(ronde, Letter(noten_met_meer_stukken().data, "concept.docx")))
    text = path.read_text("utf-8")
    assert text.startswith(own)
    assert text.count("kst-29435-267:") == 1
    assert "kst-34682-195:" in text


def test_a_new_round_writes_papers_as_the_notes_of_the_letter_do(tmp_path: Path) -> None:
    letter = Letter(noten_met_meer_stukken().data, "concept.docx")
    overname = plan_for_new(plan_new("2026", tmp_path), letter)
    save(overname)
    bestanden, _ = read_ronde(tmp_path / "2026")
    assert bestanden is not None
    assert bestanden.ronde.stijl == "juridisch"


def test_taking_over_is_one_deed_that_can_be_taken_back(ronde: Path) -> None:
    before = bytes_of(ronde)
    save(plan_for(ronde, BRIEF))
    assert bytes_of(ronde) != before
    undo(ronde)
    assert bytes_of(ronde) == before


@pytest.mark.parametrize("geval", [each for each in GEVALLEN if each.tekst is not None], ids=lambda each: each.naam)
def test_every_awkward_letter_comes_into_a_new_round_whole(geval: Geval, tmp_path: Path) -> None:
    overname = plan_for_new(plan_new("2026", tmp_path), Letter(geval.data, "concept.docx"))
    assert not overname.failed, [each.message for each in overname.findings if each.is_error]
    save(overname)
    bestanden, findings = read_ronde(tmp_path / "2026")
    assert bestanden is not None
    assert not [each.message for each in findings if each.is_error]
    assert bestanden.brief_tekst == geval.tekst


def test_a_second_time_there_is_nothing_to_do(ronde: Path) -> None:
    save(plan_for(ronde, BRIEF))
    overname = plan_for(ronde, BRIEF)
    assert overname.bestanden == ()
    assert not overname.failed


def opdracht(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return int(str(stopped.value.code))


def test_the_command_says_what_went_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("concept.docx").write_bytes(tekstvakken().data)
    assert opdracht("overnemen", "concept.docx", "2026", "--proef") == 0
    assert not Path("input").exists()
    assert opdracht("overnemen", "concept.docx", "2026") == 0
    out = capsys.readouterr().out
    assert "Geschreven: input/2026/brief.md" in out
    assert "hiervoor is geen veld: Contactpersoon | drs. C. Proef" in out
    assert "brief controleren input/2026" in out
    assert opdracht("overnemen", "concept.docx") == 3


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("weg.md"))


@pytest.mark.parametrize("wat", [_folder, _dangling, lambda path: path.write_bytes(b"\xff\xfe\x00\x80")])
@pytest.mark.parametrize("naam", ["brief.md", "kamerstukken.yaml"])
def test_a_file_that_cannot_be_read_is_not_taken_for_one_that_is_not_there(
    ronde: Path, naam: str, wat: Callable[[Path], object]
) -> None:
    wat(ronde / naam)
    before = bytes_of(ronde)
    overname = plan_for(ronde, Letter(noten_met_meer_stukken().data, "concept.docx"), vervang=True)
    assert overname.failed
    assert bytes_of(ronde) == before


def test_who_saved_a_file_since_it_was_read_is_named_with_the_line(ronde: Path) -> None:
    planned = plan_for(ronde, Letter(tekstvakken().data, "concept.docx"))
    vervang(ronde / "ronde.yaml", "titel: ", "titel: Nieuwe ")
    paths, (refused,) = save(planned)
    assert (paths, refused.code) == ((), "BR024")
    assert (refused.label or "").startswith("regel ")


def test_when_the_writing_stops_it_is_said_what_was_written_and_no_more(
    ronde: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = Diagnostic("BR901", Severity.FOUT, "dit bestand is niet geschreven: de schijf is vol")
    real = files.replace_file

    def until_full(path: Path, data: bytes, *, read_as: str | None) -> tuple[Diagnostic, ...]:
        return (full,) if path.name == "brief.md" else real(path, data, read_as=read_as)

    monkeypatch.setattr("brief.sources.whose.replace_file", until_full)
    monkeypatch.chdir(ronde.parent)
    Path("concept.docx").write_bytes(tekstvakken().data)
    assert opdracht("overnemen", "concept.docx", str(ronde)) == 2
    out = capsys.readouterr().out
    assert f"Wel geschreven: {ronde.as_posix()}/ronde.yaml" in out
    assert out.endswith("Terug kan dat met: brief terugdraaien\n")
    assert "Overgenomen" not in out


def test_the_json_tells_of_every_stretch_where_it_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("concept.docx").write_bytes(gewoon().data)
    assert opdracht("overnemen", "concept.docx", "2026", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["tekst"] == gewoon().tekst
    assert said["velden"]["betreft"] == "Uitkomsten van de proefoverleggen 2026"
    assert {deel["bestemming"] for deel in said["delen"]} == {"brief.md", "ronde.yaml", "voetnoot"}


def test_at_a_keyboard_the_rest_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_new(plan_new("2026", Path("input")))
    Path("input/2026/brief.md").write_text("Mijn eigen tekst.\n", "utf-8")
    Path("concept.docx").write_bytes(gewoon().data)
    monkeypatch.setattr("brief.commands.overnemen.is_interactive", lambda: True)
    answers = iter(["ja", "ja", "Voorontwerp", "2024-06-21", "brief"])
    monkeypatch.setattr("brief.commands.overnemen.ask_or", lambda *_: next(answers))
    monkeypatch.setattr("brief.commands.kamerstuk_vragen.ask_or", lambda *_: next(answers))
    assert opdracht("overnemen", "concept.docx", "2026") == 0
    assert Path("input/2026/brief.md").read_text("utf-8") == gewoon().tekst
    assert "titel: Voorontwerp" in Path("input/2026/kamerstukken.yaml").read_text("utf-8")


def test_a_letter_that_cannot_be_read_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("concept.docx").write_bytes(b"%PDF-1.7")
    assert opdracht("overnemen", "concept.docx", "2026") == 2
    assert not Path("input").exists()


DOSSIER = "# 1. Opening\n\n## 2.1 Proef\n\nVoorgestelde afspraken\n\n- Rijk en regio meten samen in {}.\n"


@pytest.mark.parametrize("vorm", [echte_brief.met_echte_noten, echte_brief.van_de_webpagina])
def test_the_real_letter_needs_no_hand(vorm: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bar: `overnemen` and `opstellen` give all sentences, headings and the four notes at their words, 0 edits."""
    monkeypatch.chdir(tmp_path)
    Path("brief-2024.docx").write_bytes(vorm())  # type: ignore[operator]
    assert opdracht("overnemen", "brief-2024.docx", "2024") in {0, 1}
    ronde = Path("input/2024")
    for landsdeel in ("noord", "oost", "noordwest", "zuidwest", "zuid"):
        (ronde / f"dossiers/{landsdeel}.md").write_text(DOSSIER.format(landsdeel), "utf-8")
    text = (ronde / "ronde.yaml").read_text("utf-8")
    (ronde / "ronde.yaml").write_text(text.replace(".docx", ".md"), "utf-8")  # the form of the dossiers received
    assert opdracht("inlezen") in {0, 1}
    made = make(Opdracht(ronde))
    assert made.uitgave is not None, [finding.message for finding in made.findings if finding.is_error]
    word = read(made.uitgave.files["kamerbrief.docx"], "kamerbrief.docx")
    body = [(" ".join(block.text.split()), block) for block in word.body]
    shown = [text for text, _ in body]
    for sentence in echte_brief.lopende_tekst():
        assert " ".join(sentence.split()) in shown
    heads = [text for text, block in body if block.outline and not text.startswith(("Betreft", "Bijlagen"))]
    assert heads == list(echte_brief.koppen())
    found = [re.search(r"(\w+)\0", _marked(block)) for _, block in body for _ in block.notes]
    assert [each[1] for each in found if each] == list(echte_brief.WOORDEN.values())
    notes = [" ".join(block.text.split()) for block in word.by_source(Source.FOOTNOTE)]
    assert len(notes) == 4
    assert [one.naam for one in read_ronde(ronde)[0].ronde.brief.ondertekenaars] == ["Mona Keijzer"]  # type: ignore[union-attr]


def _marked(block: object) -> str:
    """Give the text of a paragraph with a NUL in the place of each note."""
    return "".join(getattr(span, "text", "\0") for span in block.spans)  # type: ignore[attr-defined]


def test_the_levels_of_the_real_letter_are_those_of_its_styles(tmp_path: Path) -> None:
    overname = plan_for_new(plan_new("2024", tmp_path), Letter(echte_brief.met_echte_noten(), "brief-2024.docx"))
    heads = [block for block in parse(overname.brief.tekst).blocks if type(block).__name__ == "Heading"]
    assert {plain([block]): block.level for block in heads} == echte_brief.koppen()  # type: ignore[union-attr]


def test_the_letter_of_a_round_comes_back_as_it_was_written() -> None:
    """Round trip: `opstellen` and `overnemen` give the text of `brief.md`, but for its blocks of afspraken."""
    letter = read_letter(document("kamerbrief"), "kamerbrief.docx")
    written = (RONDE / "brief.md").read_text("utf-8").split("\n")
    again = iter(letter.tekst.split("\n"))
    assert [line for line in written if not line.startswith(":::") and line not in again] == []
    assert "BR602" in {melding.code for melding in letter.meldingen}
    bestanden, _ = read_ronde(RONDE)
    assert bestanden is not None
    brief = bestanden.ronde.brief
    said = letter.velden
    assert (said.datum, said.betreft, said.ondertekenaars) == (brief.datum, brief.betreft, brief.ondertekenaars)
    assert said.mede_namens == brief.mede_namens
    assert said.bijlagen == brief.bijlagen
    assert set(letter.stukken) <= set(bestanden.kamerstukken)
