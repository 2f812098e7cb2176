"""The commands of a round: what they print where, what they write, and with which exit code they end."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from brief.cli import main
from brief.commands.vaststellen import vaststellen

if TYPE_CHECKING:
    from collections.abc import Callable

    Opdracht = Callable[..., "Uitkomst"]

NOORDWEST = """\
# van Anna
dossier: {bestand: dossiers/noordwest.md, sha256: '', versie: v1}
afspraken:
  - id: nw-2.3-1
    agendapunt: 2.3 Zoet water
    tekst: |
      Rijk en regio maken een plan.
    status: voorgesteld   # nog te bespreken
    themas: [water]
    provincies: [utrecht]

  - id: nw-2.3-2
    agendapunt: 2.3 Zoet water
    tekst: Het Rijk stelt PM euro beschikbaar.
    status: voorgesteld
    besluit: {datum: 2027-09-15, reden: nog in overleg}
    themas: []
    provincies: [utrecht]
"""


class Uitkomst:
    """How a command ended: its exit code and what it printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.fixture
def brief(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> Opdracht:
    def run(*arguments: str) -> Uitkomst:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        out, err = capfd.readouterr()
        assert isinstance(end.value.code, int)
        return Uitkomst(end.value.code, out, err)

    return run


@pytest.fixture
def ronde(brief: Opdracht, werkmap: Path) -> Path:
    assert brief("nieuw", "2027").code == 0
    lines = (werkmap / "input/2027/ronde.yaml").read_text("utf-8").split("\n")
    start, end = lines.index("overleggen:") + 1, lines.index("brief:")
    meeting = next(n for n in range(start, end) if lines[n].endswith("landsdeel: noordwest"))
    kept = [*lines[:start], *lines[meeting : meeting + 3], "", *lines[end:]]
    (werkmap / "input/2027/ronde.yaml").write_text("\n".join(kept), "utf-8")
    path = werkmap / "input/2027/afspraken/noordwest.yaml"
    path.write_text(NOORDWEST, "utf-8")
    letter = "Ik meld de uitkomsten.\n\n::: {.afspraken thema=water}\n:::\n"
    (werkmap / "input/2027/brief.md").write_text(letter, "utf-8")
    assert brief("datum", "brief").code == 0
    return path


def test_of_a_new_round_checking_says_what_is_still_to_come(brief: Opdracht, werkmap: Path) -> None:
    made = brief("nieuw", "2027")
    assert (made.code, made.err) == (0, "")
    assert "input/2027" in made.out
    checked = brief("controleren")
    assert checked.code == 1, checked.err
    assert set(re.findall(r"(?:fout|waarschuwing)\[(BR\d+)\]", checked.err)) == {"BR435", "BR443"}
    assert brief("opstellen").code == 2


def test_a_new_round_never_touches_one_that_is_there(brief: Opdracht, werkmap: Path) -> None:
    brief("nieuw", "2027")
    (werkmap / "input/2027/brief.md").write_text("van mij", "utf-8")
    again = brief("nieuw", "2027")
    assert again.code == 2
    assert "bestaat al" in again.err
    assert (werkmap / "input/2027/brief.md").read_text("utf-8") == "van mij"


def test_a_trial_makes_nothing(brief: Opdracht, werkmap: Path) -> None:
    assert brief("nieuw", "2027", "--proef").code == 0
    assert list(werkmap.iterdir()) == []


def test_a_round_needs_a_year(brief: Opdracht) -> None:
    assert brief("nieuw", "najaar").code == 2


@pytest.mark.parametrize("name", ["2027 [bold]x", "input/2027 & <>", "2027-één"])
def test_a_name_that_controleren_would_refuse_is_refused_at_once(brief: Opdracht, werkmap: Path, name: str) -> None:
    done = brief("nieuw", name)
    assert done.code == 2
    assert "gebruik hoogstens honderd letters, cijfers, punten en streepjes" in done.err
    assert not (werkmap / "input").exists()


def test_the_newest_round_is_taken(brief: Opdracht, werkmap: Path) -> None:
    brief("nieuw", "2027")
    brief("nieuw", "2031")
    assert "ronde 2031" in brief("stand").out
    assert "ronde 2027" in brief("stand", "2027").out
    assert "ronde 2027" in brief("stand", "input/2027").out


def test_without_a_round_the_user_hears_how_to_make_one(brief: Opdracht) -> None:
    done = brief("controleren")
    assert done.code == 2
    assert "brief nieuw" in done.err


def test_findings_go_to_stderr_and_count(brief: Opdracht, ronde: Path) -> None:
    done = brief("controleren")
    assert done.code == 1
    assert done.out == ""
    assert "waarschuwing[BR401]: in nw-2.3-2 staat nog 'PM'" in done.err
    assert "waarschuwing[BR405]" in done.err
    assert done.err.splitlines()[-1].startswith("2 waarschuwingen, ")


def test_findings_as_json(brief: Opdracht, ronde: Path) -> None:
    done = brief("controleren", "--json")
    assert done.code == 1
    data = json.loads(done.out)
    assert data["versie"] == 1
    assert set(data["meldingen"][0]) == {"code", "ernst", "tekst", "plaats", "hint"}
    assert {"BR401", "BR405"} <= {each["code"] for each in data["meldingen"]}
    assert done.err == "ronde: input/2027\n"


def test_a_comment_with_a_reason_silences_and_is_counted(brief: Opdracht, ronde: Path) -> None:
    ronde.write_text(
        NOORDWEST.replace("  - id: nw-2.3-2", "  # brief: negeer BR401, BR405 nog in overleg\n  - id: nw-2.3-2")
    )
    done = brief("controleren")
    assert done.code == 0
    assert "(2 genegeerd)" in done.err


def test_a_round_that_cannot_be_read(brief: Opdracht, werkmap: Path, ronde: Path) -> None:
    (werkmap / "input/2027/ronde.yaml").write_text("titel: [\n", "utf-8")
    for command in ("controleren", "stand"):
        done = brief(command)
        assert done.code == 2
        assert "fout[BR004]" in done.err


@pytest.mark.parametrize("command", ["controleren", "stand", "opstellen", "inlezen"])
def test_a_machine_that_asks_for_json_gets_json_when_the_round_cannot_be_read(
    brief: Opdracht, werkmap: Path, ronde: Path, command: str
) -> None:
    (werkmap / "input/2027/ronde.yaml").write_text("titel: [\n", "utf-8")
    done = brief(command, "--json")
    assert done.code == 2
    assert [each["code"] for each in json.loads(done.out)["meldingen"]][:1] == ["BR004"]


def test_the_json_of_reading_says_why_a_file_was_refused(brief: Opdracht, werkmap: Path, ronde: Path) -> None:
    dossier = "# 2. Bespreekstukken\n\n## 2.3 Zoet water\n\n### Voorgestelde afspraken\n\n- Een plan.\n"
    (werkmap / "input/2027/dossiers/noordwest.docx").write_text(dossier, "utf-8")
    done = brief("inlezen", "--json")
    assert done.code == 2
    said = json.loads(done.out)["meldingen"]
    assert any(each["ernst"] == "fout" for each in said)


def test_the_versions_are_looked_for_where_they_are_written(brief: Opdracht, werkmap: Path, ronde: Path) -> None:
    (werkmap / "input/2027").rename(werkmap / "input/2027-kopie")
    brief("opstellen", "2027-kopie")
    assert (werkmap / "output/2027/v01").is_dir()
    assert "v01" in brief("versies", "2027-kopie").out


def test_the_state_names_what_is_open(brief: Opdracht, ronde: Path) -> None:
    done = brief("stand")
    assert done.code == 0
    assert "2  nog voorgesteld: nw-2.3-1, nw-2.3-2" in done.out
    assert "1  zonder thema: nw-2.3-2" in done.out
    assert "1  plaatshouders" in done.out
    assert "input/2027/afspraken/noordwest.yaml:14:27" in done.out
    data = json.loads(brief("stand", "--json").out)
    assert data["versie"] == 1
    assert data["landsdelen"]["noordwest"] == {"totaal": 2, "(geen thema)": 1, "water": 1}
    assert data["provincies"]["utrecht"]["water"] == 1
    assert data["status"]["noordwest"]["voorgesteld"] == 2


def test_a_landsdeel_is_agreed_except_what_has_a_besluit(brief: Opdracht, ronde: Path) -> None:
    done = brief("vaststellen", "noordwest", "--datum", "2027-09-15")
    assert done.code == 0
    assert "1 afspraak van noordwest vastgesteld" in done.out
    assert "ongemoeid, want er is een besluit: nw-2.3-2" in done.out
    assert ronde.read_text("utf-8") == NOORDWEST.replace("voorgesteld   # nog", "vastgesteld   # nog")
    again = brief("vaststellen", "noordwest")
    assert again.code == 3
    assert ronde.read_text("utf-8") == NOORDWEST.replace("voorgesteld   # nog", "vastgesteld   # nog")


def test_a_trial_shows_the_change_and_writes_nothing(brief: Opdracht, ronde: Path) -> None:
    done = brief("vaststellen", "noordwest", "--proef")
    assert "-    status: voorgesteld   # nog te bespreken\n+    status: vastgesteld   # nog te bespreken" in done.out
    assert ronde.read_text("utf-8") == NOORDWEST


def test_one_afspraak_is_dropped(brief: Opdracht, ronde: Path) -> None:
    done = brief("vaststellen", "input/2027", "nw-2.3-1", "--vervallen", "--reden", "geen geld: 2028")
    assert done.code == 0
    assert ronde.read_text("utf-8") == NOORDWEST.replace(
        "    status: voorgesteld   # nog te bespreken\n",
        "    status: vervallen   # nog te bespreken\n"
        "    besluit:\n      datum: 2027-09-15\n      reden: 'geen geld: 2028'\n",
    )


def test_a_changed_text_is_kept_beside_the_proposed_one(brief: Opdracht, ronde: Path, werkmap: Path) -> None:
    (werkmap / "nieuw.md").write_bytes(b"Rijk en regio:\r\n\r\n- maken een plan.\r\n")
    done = brief("vaststellen", "nw-2.3-1", "--gewijzigd", "--reden", "scherper", "--tekst", "nieuw.md")
    assert done.code == 0
    text = ronde.read_text("utf-8")
    assert "    tekst: |\n      Rijk en regio maken een plan.\n    status: gewijzigd" in text
    assert (
        "      reden: scherper\n      tekst: |\n        Rijk en regio:\n\n        - maken een plan.\n    themas" in text
    )


def _with_input(*arguments: str, text: str) -> Result:
    return CliRunner().invoke(vaststellen, list(arguments), input=text)


def test_a_changed_text_comes_from_stdin(ronde: Path) -> None:
    done = _with_input("nw-2.3-1", "--gewijzigd", "--reden", "x", "--tekst", "-", text="Een ander plan.\n")
    assert done.exit_code == 0, done.output
    assert "      tekst: |\n        Een ander plan.\n" in ronde.read_text("utf-8")


def test_a_besluit_that_was_taken_is_replaced_only_when_asked_and_shown(ronde: Path) -> None:
    arguments = ("nw-2.3-1", "--gewijzigd", "--reden", "x", "--tekst", "-")
    assert _with_input(*arguments, text="Een ander plan.\n").exit_code == 0
    before = ronde.read_text("utf-8")
    refused = _with_input(*arguments, text="Weer een ander plan.\n")
    assert refused.exit_code == 2
    assert ronde.read_text("utf-8") == before
    done = _with_input(*arguments, "--opnieuw", text="Weer een ander plan.\n")
    assert done.exit_code == 0, done.output
    assert "    Een ander plan." in done.output
    assert "        Weer een ander plan.\n" in ronde.read_text("utf-8")


def _editor(werkmap: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    script = werkmap / "editor.sh"
    script.write_text(f"#!/bin/sh\nsleep 0.02\n{line}\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr("brief.commands.vaststellen.is_interactive", lambda: True)


def test_at_a_terminal_the_editor_opens_with_the_proposed_text(
    ronde: Path, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(werkmap, monkeypatch, 'sed -i s/maken/schrijven/ "$1"; touch -d 2030-01-01 "$1"')
    done = _with_input("nw-2.3-1", "--gewijzigd", text="scherper geformuleerd\nja\n")
    assert done.exit_code == 0, done.output
    text = ronde.read_text("utf-8")
    assert "      reden: scherper geformuleerd\n      tekst: |\n        Rijk en regio schrijven een plan.\n" in text
    assert "    tekst: |\n      Rijk en regio maken een plan.\n" in text


def test_at_a_terminal_the_words_that_change_are_shown_and_nothing_is_written_against_the_answer(
    ronde: Path, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(werkmap, monkeypatch, 'sed -i s/maken/schrijven/ "$1"; touch -d 2030-01-01 "$1"')
    done = _with_input("nw-2.3-1", "--gewijzigd", text="scherper geformuleerd\nwat\nnee\n")
    assert "Rijk en regio [-maken-]{+schrijven+} een plan." in done.output
    assert done.exit_code == 3
    assert ronde.read_text("utf-8") == NOORDWEST


def test_an_editor_that_was_closed_without_saving_changes_nothing(
    ronde: Path, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(werkmap, monkeypatch, "true")
    done = _with_input("nw-2.3-1", "--gewijzigd", text="x\n")
    assert done.exit_code == 2
    assert ronde.read_text("utf-8") == NOORDWEST


def test_an_editor_that_fails_is_reported_in_dutch_and_changes_nothing(
    ronde: Path, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(werkmap, monkeypatch, "exit 1")
    done = _with_input("nw-2.3-1", "--gewijzigd", text="x\n")
    assert done.exit_code == 2
    assert "editor is niet te starten" in done.output
    assert ronde.read_text("utf-8") == NOORDWEST


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nw-2.3-9", "--vervallen", "--reden", "x"], "fout[BR911]"),
        (["nw-2.3-1", "--vervallen"], "fout[BR918]"),
        (["nw-2.3-1", "--gewijzigd", "--reden", "x"], "fout[BR919]"),
        (["nw-2.3-1", "--gewijzigd", "--reden", "x", "--tekst", "bestaatniet.md"], "fout[BR001]"),
        (["nw-2.3-1", "--vervallen", "--reden", "x", "--datum", "2027-01-01"], "fout[BR913]"),
        (["noordwest", "--vervallen", "--reden", "x"], "fout[BR914]"),
        (["zuid"], "fout[BR910]"),
        (
            ["input/2027", "noordwest", "nog-iets"],
            "fout[BR914]: noordwest is een landsdeel en kan niet samen met: nog-iets",
        ),
        ([], "fout: "),
    ],
)
def test_what_cannot_be_done_changes_nothing(brief: Opdracht, ronde: Path, arguments: list[str], said: str) -> None:
    done = brief("vaststellen", *arguments)
    assert done.code == 2
    assert done.err.removeprefix("ronde: input/2027\n").startswith(said)
    assert ronde.read_text("utf-8") == NOORDWEST


def test_a_file_with_mistakes_is_not_changed(brief: Opdracht, ronde: Path) -> None:
    ronde.write_text(NOORDWEST + "    status: nee\n", "utf-8")
    done = brief("vaststellen", "noordwest")
    assert done.code == 2
    assert "fout[BR011]" in done.err
    assert ronde.read_text("utf-8") == NOORDWEST + "    status: nee\n"


def test_an_explanation_by_code_and_the_list(brief: Opdracht) -> None:
    assert brief("uitleg", "br12").out.startswith("# BR012: onbekende status")
    listed = brief("uitleg").out.splitlines()
    assert "BR012: onbekende status" in listed
    unknown = brief("uitleg", "BRX12")
    assert unknown.code == 2
    assert "bedoelde u BR" in unknown.err


def test_the_sample_round_has_no_errors(brief: Opdracht, werkmap: Path) -> None:
    sample = Path(__file__).resolve().parents[2] / "input/2026"
    shutil.copytree(sample, werkmap / "input/2026")
    done = brief("controleren", "2026")
    assert "fout[" not in done.err, done.err
    assert done.code in {0, 1}


def test_no_command_keeps_to_itself_what_it_could_not_read(brief: Opdracht, werkmap: Path, ronde: Path) -> None:
    own = werkmap / "input/2027/ronde.yaml"
    text = own.read_text("utf-8")
    (werkmap / "input/2027/dossiers/noordwest.md").write_text("# 1. Stukken\n", "utf-8")
    meeting = "  - landsdeel: noort\n    datum: 2027-09-15\n    dossier: dossiers/noord.md\n"
    own.write_text(text.replace("overleggen:\n", f"overleggen:\n{meeting}"), "utf-8")
    read = brief("inlezen", "input/2027")
    assert read.code == 2
    assert "onbekend landsdeel 'noort'" in read.err
    own.write_text(text, "utf-8")
    ronde.write_text(NOORDWEST + "    status: nee\n", "utf-8")
    assert brief("verwant", "input/2027").code == 1
    own.write_text("titel: [\n", "utf-8")
    listed = brief("versies", "input/2027")
    assert listed.code == 1
    assert "fout[BR004]" in listed.err


def test_a_command_says_which_round_it_took_and_takes_no_copy(brief: Opdracht, ronde: Path) -> None:
    assert brief("stand").err.startswith("ronde: input/2027\n")
    shutil.copytree(ronde.parents[1], ronde.parents[2] / "2027 - kopie")
    for command in (["stand"], ["vaststellen", "noordwest"], ["verwant"], ["inlezen"], ["opstellen"], ["versies"]):
        done = brief(*command)
        assert done.code == 2
        assert done.err.startswith("fout[BR926]"), command
        assert "input/2027 - kopie" in done.err
    assert ronde.read_text("utf-8") == NOORDWEST
    assert "ronde 2027" in brief("stand", "2027").out
    (ronde.parents[2] / "2027 - kopie").rename(ronde.parents[2] / "2027.bak")
    assert brief("stand").err.startswith("ronde: input/2027\n")
