"""The schemas that editors use say what the readers say: no more, and no less where it is about names and fields."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from brief.commands import schema as opdracht
from brief.diagnostics import Severity
from brief.rounds.adding import Toevoeging, plan
from brief.rounds.new import make_new, plan_new
from brief.rounds.plan import save
from brief.rounds.schemas import refresh_schemas, write_schemas
from brief.sources import afspraken, ronde
from brief.sources.afspraken import read_afspraken
from brief.sources.kamerstukken import read_kamerstukken
from brief.sources.ronde import read_ronde_yaml
from brief.sources.schema import afspraken_schema, kamerstukken_schema, line_for, ronde_schema
from brief.sources.source import SourceFile
from huis.project import PROJECT
from rounds.rondemap import geopend
from rounds.rondemap import ronde as make_round
from sources.schemakeur import as_editors_read, faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RONDE = (PROJECT / "input/2026/ronde.yaml").read_text("utf-8")
AFSPRAAK = "afspraken:\n  - id: n-1.1-1\n    agendapunt: 1.1 Water\n    tekst: Er komt water.\n"


def lees(kind: str, text: str) -> bool:
    """Tell whether the reader finds no mistake in a file."""
    source = SourceFile(f"{kind}.yaml", text.encode(), text)
    if kind == "ronde":
        return not read_ronde_yaml(source)[1]
    if kind == "afspraken":
        return not read_afspraken(source, "noord")[1]
    return not read_kamerstukken(source)[1]


def schema(kind: str) -> dict[str, Any]:
    return {"ronde": ronde_schema, "afspraken": afspraken_schema, "kamerstukken": kamerstukken_schema}[kind]()


def voldoet(kind: str, text: str) -> bool:
    """Tell whether the schema finds no mistake in a file."""
    return not faults(as_editors_read(text), schema(kind))


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("ronde", "ronde.yaml"),
        ("kamerstukken", "kamerstukken.yaml"),
        *(("afspraken", f"afspraken/{each}.yaml") for each in ("noord", "oost", "noordwest", "zuidwest", "zuid")),
    ],
)
def test_the_files_of_the_sample_round_fit(kind: str, file: str) -> None:
    text = (PROJECT / "input/2026" / file).read_text("utf-8")
    assert faults(as_editors_read(text), schema(kind)) == []


def test_a_new_round_fits_and_its_first_lines_name_the_schemas(tmp_path: Path) -> None:
    planned = plan_new("2027", tmp_path / "input")
    make_new(planned)
    for kind, file in (("ronde", "ronde.yaml"), ("kamerstukken", "kamerstukken.yaml")):
        text = (planned.folder / file).read_text("utf-8")
        assert text.splitlines()[0] == line_for(kind)
        named = planned.folder / line_for(kind).partition("$schema=")[2]
        assert json.loads(named.read_text("utf-8")) == schema(kind)
    assert faults(as_editors_read((planned.folder / "ronde.yaml").read_text("utf-8")), ronde_schema()) == []


RIGHT = [
    ("ronde", RONDE.replace("brief:\n", "brief:\n  afzender: {aanhef: Dag, postadres: [a, b]}\n")),
    ("ronde", RONDE.replace("brief:\n", "brief:\n  voorstel: {datum: 2026-09-14}\n")),
    ("ronde", RONDE.replace("    dossier: dossiers/noord.docx\n", "    dossier: dossiers/noord.docx\n    voorstel:\n")),
    ("afspraken", AFSPRAAK),
    ("afspraken", AFSPRAAK + "    status: toegevoegd\n    besluit: {datum: 2026-09-09, reden: zo}\n"),
    ("afspraken", AFSPRAAK + "    publiceren: false\n    zie: [x-1, y-2]\n    themas:\n    na_overleg: v2\n"),
    ("afspraken", AFSPRAAK + "    voorstel: {themas: [water], reden: woord}\n"),
    ("afspraken", "afspraken: []\n"),
    ("kamerstukken", "kst-29435-267: {titel: Stuk, vergaderjaar: 2023-2024}\n"),
]
WRONG = [
    ("ronde", RONDE.replace("ronde: 2026\n", "")),
    ("ronde", RONDE.replace("titel: ", "tietel: ", 1)),
    ("ronde", RONDE.replace("landsdeel: noord\n", "landsdeel: noort\n")),
    ("ronde", RONDE.replace("datum: 2026-09-10", "datum: 10-9-2026", 1)),
    ("ronde", RONDE.replace("    dossier: dossiers/zuid.md\n", "")),
    ("ronde", RONDE.replace("stijl: ministerie", "stijl: deftig")),
    ("ronde", RONDE.replace("volgorde: [landelijk", "volgorde: [landelik")),
    ("ronde", RONDE.replace("    - functie:", "    - funktie:")),
    ("ronde", RONDE.replace("brief:\n", "brief:\n  afzender: {aanhaf: Dag}\n")),
    ("ronde", RONDE.replace("  mede_namens:\n", "  mede_namens: ja\n  bijlage:\n")),
    ("afspraken", AFSPRAAK.replace("    tekst: Er komt water.\n", "")),
    ("afspraken", AFSPRAAK + "    status: vastgesteldd\n"),
    ("afspraken", AFSPRAAK + "    statuss: vastgesteld\n"),
    ("afspraken", AFSPRAAK + "    besluit: {reden: zo}\n"),
    ("afspraken", AFSPRAAK + "    besluit: {datum: morgen, reden: zo}\n"),
    ("afspraken", AFSPRAAK + "    themas: water\n"),
    ("afspraken", AFSPRAAK + "    publiceren: ja\n"),
    ("afspraken", AFSPRAAK + "    termijn: 31 mei\n"),
    ("afspraken", AFSPRAAK + "    voorstel: {thema: [water]}\n"),
    ("afspraken", AFSPRAAK + "    afstemming: [{stand: akkoord}]\n"),
    ("kamerstukken", "kst-29435-267: {titels: Stuk}\n"),
    ("kamerstukken", "kst-29435-267: Stuk\n"),
]


@pytest.mark.parametrize(("kind", "text"), RIGHT)
def test_what_the_reader_takes_the_schema_takes(kind: str, text: str) -> None:
    assert lees(kind, text)
    assert voldoet(kind, text)


@pytest.mark.parametrize(("kind", "text"), WRONG)
def test_what_the_schema_refuses_the_reader_reports_and_so_the_other_way_round(kind: str, text: str) -> None:
    assert not lees(kind, text)
    assert not voldoet(kind, text)


def _descriptions(part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        for name, each in part.get("properties", {}).items():
            yield name, each["description"]
        for each in part.values():
            yield from _descriptions(each)
    elif isinstance(part, list):
        for each in part:
            yield from _descriptions(each)


@pytest.mark.parametrize("kind", ["ronde", "afspraken", "kamerstukken"])
def test_every_field_is_explained(kind: str) -> None:
    assert [name for name, words in _descriptions(schema(kind)) if words == name] == []


@pytest.mark.parametrize("kind", ["ronde", "afspraken", "kamerstukken"])
def test_every_field_is_in_the_manual(kind: str) -> None:
    manual = (PROJECT / "docs/bestanden.md").read_text("utf-8")
    assert [name for name, _ in _descriptions(schema(kind)) if f"`{name}`" not in manual] == []


def test_the_fields_are_those_of_the_readers() -> None:
    assert set(ronde_schema()["properties"]) == set(ronde.RONDE)
    assert set(ronde_schema()["properties"]["brief"]["properties"]) == set(ronde.BRIEF)
    assert set(afspraken_schema()["properties"]["afspraken"]["items"]["properties"]) == set(afspraken.VELDEN)


def test_the_ids_and_papers_of_a_round_are_offered_and_kept_up_to_date(tmp_path: Path) -> None:
    folder = make_round(tmp_path)

    def offered() -> list[str]:
        made = json.loads((folder / ".schema/afspraken.json").read_text("utf-8"))
        items = made["properties"]["afspraken"]["items"]["properties"]["zie"]["items"]
        found: list[str] = items["anyOf"][0]["enum"] if "anyOf" in items else []
        return found

    assert offered() == []
    written, found = write_schemas(folder)
    assert [path.name for path in written] == ["afspraken.json"]
    assert found == ()
    assert offered() == ["n-1.1-1", "n-1.1-2", "nw-2.3-1", "nw-2.3-2", "nw-2.3-3"]
    assert write_schemas(folder) == ((), ())
    save(plan(geopend(folder), Toevoeging("noord", "1.1", "Er komt een plas.", "gevraagd")))
    assert refresh_schemas(folder) == ()
    assert "n-1.1-3" in offered()


def test_schemas_that_cannot_be_brought_up_to_date_are_a_warning(tmp_path: Path) -> None:
    folder = make_round(tmp_path)
    (folder / ".schema/afspraken.json").unlink()
    (folder / ".schema/afspraken.json").mkdir()
    found = refresh_schemas(folder)
    assert [(each.code, each.severity) for each in found] == [("BR437", Severity.WAARSCHUWING)]
    assert "brief schema" in str(found[0].hint)


def test_a_round_without_schemas_gets_none_unasked(tmp_path: Path) -> None:
    folder = make_round(tmp_path)
    shutil.rmtree(folder / ".schema")
    assert refresh_schemas(folder) == ()
    assert not (folder / ".schema").exists()


def test_of_schemas_that_cannot_all_be_written_it_is_said_which_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_round(tmp_path)
    for each in (folder / ".schema").iterdir():
        each.unlink()
    (folder / ".schema/kamerstukken.json").mkdir()
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(opdracht.schema, [str(folder)])
    assert done.exit_code == 2
    assert "is niet geschreven" in done.stderr
    lines = [line.rpartition("/")[2] for line in done.stdout.splitlines()]
    assert sorted(lines) == sorted(path.name for path in (folder / ".schema").iterdir() if path.is_file())
