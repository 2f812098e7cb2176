"""`brief bevestigen`: few keys, nothing guessed in silence, and only what was answered is written."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.cli import main
from brief.rounds.confirming import openstaand
from brief.rounds.opening import open_round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PROJECT = Path(__file__).resolve().parents[2]

NOORD = """\
# van Anna
dossier: {bestand: dossiers/noord.md, sha256: '', versie: v1}
afspraken:
  - id: n-1.1-1
    agendapunt: 1.1 Netcongestie
    tekst: |
      - Rijk en provincie Drenthe bouwen een station.
    status: voorgesteld   # nog te bespreken
    themas: []            # Anna kijkt
    provincies: []
    gebieden: []
    voorstel:
      themas: [energie, wonen]
      provincies: [drenthe]
      reden: |
        energie: 'Netcongestie' in de titel (0,95); wonen: 'station' in de tekst (0,40);
        drenthe: 'Drenthe' in de tekst (0,96)

  - id: n-1.1-2
    agendapunt: 1.1 Netcongestie
    tekst: |
      - Het Rijk verdeelt het net.
    status: voorgesteld
    themas: []
    provincies: []
    gebieden: []
    voorstel:
      themas: [energie]
      reden: 'energie: ''Netcongestie'' in de titel (0,80)'
"""


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PROJECT / "input" / "2026", tmp_path / "input" / "2026")
    shutil.rmtree(tmp_path / "input" / "2026" / "afspraken")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.fixture
def brief(werkmap: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert isinstance(end.value.code, int)
        return end.value.code, *capfd.readouterr()

    return run


@pytest.fixture
def noord(werkmap: Path) -> Path:
    path = werkmap / "input/2026/afspraken/noord.yaml"
    path.parent.mkdir()
    path.write_text(NOORD, "utf-8")
    return path


@pytest.fixture
def toetsen(monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterable[str]], list[str]]:
    """Put a person at the terminal who presses these keys; gives the list of those that were pressed."""

    def press(keys: Iterable[str]) -> list[str]:
        pressed: list[str] = []
        left = iter(keys)

        def getchar() -> str:
            pressed.append(next(left))
            return pressed[-1]

        monkeypatch.setattr("click.getchar", getchar)
        monkeypatch.setattr("brief.commands.bevestigen.is_interactive", lambda: True)
        return pressed

    return press


def test_from_received_dossiers_to_a_first_concept_in_80_commands_and_keys(
    werkmap: Path,
    brief: Callable[..., tuple[int, str, str]],
    toetsen: Callable[[Iterable[str]], list[str]],
) -> None:
    commands = 0
    for command in (["inlezen"], ["bevestigen", "--boven", "0.9"]):
        code, _, err = brief(*command)
        assert code in {0, 1}, err
        commands += 1
    pressed = toetsen(itertools.repeat("h"))
    code, out, err = brief("bevestigen")
    assert (code, "Na het overleg: brief vaststellen LANDSDEEL" in err) == (0, True), out
    assert brief("opstellen")[0] in {0, 1}
    commands += 2
    assert (werkmap / "output/2026/v01/kamerbrief.docx").is_file()
    opened = open_round(werkmap / "input/2026")
    assert opened.bestanden is not None
    assert not any(each.voorstel for each in opened.bestanden.afspraken)
    assert sum(bool(each.themas) for each in opened.bestanden.afspraken) > 60
    assert commands + len(pressed) <= 80


@pytest.mark.usefixtures("noord")
def test_what_waits_for_a_less_certain_first_theme_is_not_taken_over(
    brief: Callable[..., tuple[int, str, str]],
) -> None:
    assert brief("bevestigen", "--boven", "0,9")[0] == 0
    opened = open_round(Path("input/2026"))
    assert opened.bestanden is not None
    first, second = (each for each in opened.bestanden.afspraken if each.landsdeel == "noord")
    assert (first.themas, first.provincies) == (("energie",), ("drenthe",))
    assert first.voorstel is not None
    assert first.voorstel.themas == ("wonen",)
    assert first.voorstel.reden == "wonen: 'station' in de tekst (0,40)"
    assert second.themas == ()


def test_the_rest_of_the_file_stays_as_a_person_made_it(
    noord: Path, brief: Callable[..., tuple[int, str, str]]
) -> None:
    assert brief("bevestigen", "n-1.1-1", "--ja")[0] == 0
    head, tail = NOORD.split("    themas: []            # Anna kijkt\n")
    rest = tail[tail.index("\n  - id: n-1.1-2") :]
    own = "    themas: [energie, wonen]            # Anna kijkt\n    provincies: [drenthe]\n    gebieden: []\n"
    assert noord.read_text("utf-8") == head + own + rest


@pytest.mark.usefixtures("noord")
def test_each_key_does_what_it_says(
    brief: Callable[..., tuple[int, str, str]],
    toetsen: Callable[[Iterable[str]], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("brief.commands.bevestigen_vragen.ask_or", lambda *_: "Water, wonen")
    # energie: no to the first, back, then other values for it; yes to the second; Drenthe stays open
    toetsen("?ntwjs")
    code, out, err = brief("bevestigen")
    assert code == 0, err
    opened = open_round(Path("input/2026"))
    first, second = openstaand(opened)[0], opened
    assert [(each.afspraak.id, each.sleutel) for each in first] == [("n-1.1-1", "drenthe")]
    assert second.bestanden is not None
    assert [each.themas for each in second.bestanden.afspraken] == [("water", "wonen"), ("energie",)]
    assert "voorstellen bevestigd: 1 overgenomen, 1 gewijzigd\n" in out
    step = (
        "Nog te bevestigen: 1 voorstel voor thema, provincie, gebied of termijn. Verder: brief bevestigen --boven 0.9"
    )
    assert err.endswith(f"{step}\n")


def test_who_breaks_off_has_changed_nothing(
    noord: Path, brief: Callable[..., tuple[int, str, str]], toetsen: Callable[[Iterable[str]], list[str]]
) -> None:
    toetsen("j\x03")
    assert brief("bevestigen")[0] == 130
    assert noord.read_text("utf-8") == NOORD


def test_a_no_to_the_first_theme_lets_the_second_lead(
    noord: Path, brief: Callable[..., tuple[int, str, str]], toetsen: Callable[[Iterable[str]], list[str]]
) -> None:
    toetsen("njjj")
    assert brief("bevestigen", "n-1.1-1")[0] == 0
    assert "    themas: [wonen]            # Anna kijkt\n" in noord.read_text("utf-8")
    assert "voorstel" not in noord.read_text("utf-8").split("n-1.1-2")[0]


def test_who_cannot_be_asked_gets_the_list(noord: Path, brief: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = brief("bevestigen")
    assert code == 1
    assert "'Netcongestie' in de titel" in out
    assert out.rstrip().endswith("4 voorstellen open. Verder: brief bevestigen --boven 0.9")
    code, out, _ = brief("bevestigen", "--json")
    data = json.loads(out)
    assert (code, data["aantal"]) == (1, 4)
    assert data["groepen"][0]["voorstellen"][0] == {
        "id": "n-1.1-1",
        "agendapunt": "1.1 Netcongestie",
        "reden": "'Netcongestie' in de titel",
        "zekerheid": 0.95,
        "leidt": True,
        "wacht_op": None,
    }
    assert noord.read_text("utf-8") == NOORD


def test_a_trial_shows_and_writes_nothing(noord: Path, brief: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = brief("bevestigen", "noord", "--ja", "--proef")
    assert code == 0
    assert "+    themas: [energie, wonen]            # Anna kijkt" in out
    assert noord.read_text("utf-8") == NOORD


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--boven", "hoog"), 2, "geen getal van 0 tot en met 1"),
        (("--boven", "1.5"), 2, "geen getal van 0 tot en met 1"),
        (("--nee",), 2, "noem een landsdeel of id's"),
        (("n-1.1-3", "--ja"), 2, "bedoelde u 'n-1.1-"),
        (("--boven", "0.99"), 3, "geen voorstel is zo zeker"),
        (("--json", "--ja"), 2, "gaat niet samen met"),
    ],
)
@pytest.mark.usefixtures("noord")
def test_what_cannot_be_is_said(
    brief: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], code: int, said: str
) -> None:
    ended, out, err = brief("bevestigen", *arguments)
    assert ended == code
    assert said in out + err


@pytest.mark.usefixtures("noord")
def test_after_a_command_stands_the_next_one(brief: Callable[..., tuple[int, str, str]]) -> None:
    assert brief("bevestigen", "n-1.1-2", "--ja")[2].endswith("Verder: brief bevestigen --boven 0.9\n")
    step = "Nog voorgesteld: 2 afspraken (noord). Na het overleg: brief vaststellen noord\n"
    assert brief("bevestigen", "--ja")[2].endswith(step)
    assert brief("vaststellen", "noord")[2].endswith("Alles is vastgesteld. Verder: brief controleren\n")


@pytest.mark.usefixtures("noord")
def test_every_command_shows_each_finding_apart_when_asked(brief: Callable[..., tuple[int, str, str]]) -> None:
    _, _, grouped = brief("controleren")
    _, _, apart = brief("controleren", "-v")
    assert "Elke melding apart: dezelfde opdracht met -v" in grouped
    assert len(apart.splitlines()) > len(grouped.splitlines())
    assert "-v " in brief("kamerstuk", "zoek", "--help")[1]


def test_that_nothing_is_open_is_not_said_of_a_file_that_is_gone(
    noord: Path, brief: Callable[..., tuple[int, str, str]]
) -> None:
    noord.unlink()
    code, out, err = brief("bevestigen", "--ja")
    assert code == 2
    assert "een overleg zonder afspraken" in err
    assert "Niets te doen" not in out


def test_who_could_not_be_taken_along_is_told_by_the_exit_code_too(
    noord: Path, brief: Callable[..., tuple[int, str, str]]
) -> None:
    (noord.parent / "zuid.yaml").write_text("afspraken: [\n", "utf-8")
    code, _, err = brief("bevestigen", "--ja")
    assert code == 1
    assert "zuid.yaml" in err
    assert "themas: [energie, wonen]" in noord.read_text("utf-8")
