"""What is written reads back as the same afspraken, by us and by another YAML reader."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from brief.diagnostics import Place
from brief.domain import Afspraak, Besluit, Dossier, DossierAfspraak, DossierBron, Status, Voorstel
from brief.sources.afspraken import read_afspraken
from brief.sources.scalar import fits_block, inline
from brief.sources.source import decode
from brief.sources.write import afspraken_yaml, write_afspraken
from brief.text import parse
from keuring.eigenschap import tries

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
HARD = st.sampled_from(
    [
        *["no", "2026-09-09", "1.10", "a: b", "a #b", "- x", " x", "x ", "x\n y", "\tx", "a\u2028b", "a\x85b", "\x07"],
        *["\ufeff", "'", '"', "\\", "[a, b]", "{x}", "#", "~", "null", "x\r\ny", "|", "x\n\ny", "Ja", "012", "12:30"],
        *["%", "😀", "\u00a0", "\x00", "---"],
    ]
)
TEXT = st.one_of(ANY, HARD).map(lambda text: text.rstrip("\n")).filter(bool)
KEYS = st.lists(TEXT, max_size=3).map(tuple)
DAYS = st.none() | st.dates(datetime.date(1000, 1, 1))
AFSPRAKEN = st.fixed_dictionaries(
    {
        "id": st.from_regex(r"[a-z]{1,2}-[0-9.]{1,4}-[0-9]", fullmatch=True),
        "landsdeel": st.just("noordwest"),
        "agendapunt": TEXT,
        "tekst": TEXT,
        "status": st.sampled_from(Status),
        "besluit": st.none()
        | st.tuples(st.dates(datetime.date(1000, 1, 1)), TEXT, st.none() | TEXT).map(lambda parts: Besluit(*parts)),
        "themas": KEYS,
        "provincies": KEYS,
        "gebieden": KEYS,
        "voorstel": st.none() | st.tuples(KEYS, KEYS, KEYS, TEXT, DAYS).map(lambda parts: Voorstel(*parts)),
        "landelijk": st.booleans(),
        "publiceren": st.booleans(),
        "brief": st.none() | TEXT,
        "kamerstukken": KEYS,
        "zie": KEYS,
        "termijn": DAYS,
    }
).map(lambda fields: Afspraak(**fields))


@settings(max_examples=tries(150))
@given(st.lists(AFSPRAKEN, max_size=3), TEXT)
def test_what_is_written_reads_back(afspraken: list[Afspraak], versie: str) -> None:
    bron = DossierBron("dossiers/noord west.docx", "12ab", versie)
    text = afspraken_yaml(bron, afspraken)
    source, _ = decode("nw.yaml", text.encode())
    assert source is not None
    file, found = read_afspraken(source, "noordwest")
    assert found == ()
    assert list(file.afspraken) == afspraken
    assert file.dossier == bron


@settings(max_examples=tries(300))
@given(st.one_of(ANY, HARD), st.booleans())
def test_another_reader_sees_the_same_text(text: str, flow: bool) -> None:
    line = f"x: [{inline(text, flow=True)}]" if flow else f"x: {inline(text)}"
    value = YAML(typ="safe", pure=True).load(line + "\n")["x"]
    assert value == ([text] if flow else text)


@settings(max_examples=tries(200))
@given(st.one_of(ANY, HARD))
def test_a_block_is_used_only_where_it_carries_the_text(text: str) -> None:
    if fits_block(text):
        block = "x: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
        assert YAML(typ="safe", pure=True).load(block)["x"] == text + "\n"


DOSSIER = Dossier(
    "noordwest",
    "12ab",
    "conceptversie 12 mei",
    (),
    (
        DossierAfspraak(
            "nw-2.3-1", "2.3", "Zoet water", parse("Rijk en regio:\n\n- een\n- twee").blocks, Place("d"), "lid"
        ),
        DossierAfspraak(
            "nw-6.1-1", "6.1", "Pers", parse("Samen naar buiten.").blocks, Place("d"), "lid", publiceren=False
        ),
    ),
    (),
)


def test_a_new_file_is_laid_out_for_people(tmp_path: Path) -> None:
    path = tmp_path / "afspraken/noordwest.yaml"
    proposals = {"nw-2.3-1": Voorstel(themas=("water",), reden="'zoet' in de titel")}
    assert write_afspraken(path, DOSSIER, "dossiers/noordwest.docx", proposals) == ()
    assert path.read_text("utf-8") == (
        "# yaml-language-server: $schema=../.schema/afspraken.json\n"
        "dossier: {bestand: dossiers/noordwest.docx, sha256: 12ab, versie: conceptversie 12 mei}\n"
        "afspraken:\n"
        "  - id: nw-2.3-1\n"
        "    agendapunt: 2.3 Zoet water\n"
        "    tekst: |\n"
        "      Rijk en regio:\n"
        "\n"
        "      - een\n"
        "      - twee\n"
        "    status: voorgesteld\n"
        "    themas: []\n"
        "    provincies: []\n"
        "    gebieden: []\n"
        "    voorstel:\n"
        "      themas: [water]\n"
        "      reden: '''zoet'' in de titel'\n"
        "\n"
        "  - id: nw-6.1-1\n"
        "    agendapunt: 6.1 Pers\n"
        "    tekst: |\n"
        "      Samen naar buiten.\n"
        "    status: voorgesteld\n"
        "    themas: []\n"
        "    provincies: []\n"
        "    gebieden: []\n"
        "    publiceren: false\n"
    )


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "noordwest.yaml"
    path.write_text("# van Anna\n", "utf-8")
    (finding,) = write_afspraken(path, DOSSIER, "d.docx", {})
    assert finding.code == "BR024"
    assert path.read_text("utf-8") == "# van Anna\n"


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    (finding,) = write_afspraken(tmp_path / "noordwest.yaml", DOSSIER, "d.docx", {})
    assert (finding.code, finding.message) == ("BR901", "dit bestand is niet geschreven: de schijf is vol")
    assert list(tmp_path.iterdir()) == []
