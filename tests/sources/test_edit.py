"""A change touches the lines that are meant, and not a byte besides."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brief.domain import Afspraak, Besluit, Status
from brief.sources.afspraken import Afsprakenbestand, read_afspraken
from brief.sources.edit import Edit
from brief.sources.scalar import Value, inline
from brief.sources.source import decode
from keuring.eigenschap import tries

if TYPE_CHECKING:
    from pathlib import Path

WORDS = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
)
TEXTS = st.one_of(WORDS, st.lists(WORDS, min_size=2, max_size=4).map("\n".join), st.just("a: b # c"), st.just("it's"))
KEYS = st.sampled_from(["water", "wonen", "energie", "a: b", "nee", "2026-01-01", "x, y"])


def _list(values: list[str], style: int) -> str:
    if style and values:
        return "".join(f"\n      - {inline(value)}" for value in values)
    return " [" + ", ".join(inline(value, flow=True) for value in values) + "]"


@st.composite
def _comment(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(["", "", "  # let op: kijk hier", " #", "   "]))


@st.composite
def _between(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(["", "", "", "\n", "    # - los: commentaar\n", "# links\n", "\n    # twee\n\n"]))


@st.composite
def _field(draw: st.DrawFn, name: str) -> str:
    lead = draw(_between())
    tail = draw(_comment())
    if name in {"themas", "provincies", "zie"}:
        value = _list(draw(st.lists(KEYS, max_size=3, unique=True)), draw(st.integers(0, 1)))
        return f"{lead}    {name}:{value}{tail}\n"
    if name == "status":
        return f"{lead}    status: {draw(st.sampled_from(list(Status)))}{tail}\n"
    if name == "besluit":
        if draw(st.booleans()):
            return f"{lead}    besluit: {{datum: 2026-09-09, reden: ja}}{tail}\n"
        return f"{lead}    besluit:{tail}\n      datum: 2026-09-09 # dag\n{draw(_between())}      reden: het kon\n"
    if name == "publiceren":
        return f"{lead}    publiceren: true{tail}\n"
    text = draw(TEXTS)
    if draw(st.booleans()) and not text.startswith("#"):
        block = "".join(f"      {line}\n" for line in text.split("\n"))
        return f"{lead}    {name}: |{tail}\n{block}{draw(st.sampled_from(['', chr(10)]))}"
    return f"{lead}    {name}: {inline(text)}{tail}\n"


FIELDS = ["status", "besluit", "themas", "provincies", "publiceren", "brief", "zie"]


@st.composite
def files(draw: st.DrawFn) -> bytes:
    text = (
        draw(st.sampled_from(["", "# van ons\n", "\n"])) + "dossier: {bestand: d.docx, sha256: ab, versie: v1} # bron\n"
    )
    text += "afspraken:\n"
    for number in range(draw(st.integers(1, 4))):
        names = draw(st.lists(st.sampled_from(FIELDS), unique=True, max_size=7))
        text += draw(_between()) + f"  - id: nw-{number}\n    agendapunt: 2.3 Titel{draw(_comment())}\n"
        text += draw(_field("tekst")) + "".join(draw(_field(name)) for name in names)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + text.encode()


VALUES: dict[str, st.SearchStrategy[Value]] = {
    "status": st.sampled_from([status.value for status in Status]),
    "tekst": TEXTS,
    "brief": TEXTS,
    "themas": st.lists(KEYS, max_size=3).map(tuple),
    "zie": st.lists(KEYS, max_size=3).map(tuple),
    "publiceren": st.booleans(),
    "besluit": st.fixed_dictionaries({"datum": st.just(datetime.date(2026, 9, 10)), "reden": TEXTS}),
}


def _read(data: bytes) -> Afsprakenbestand:
    source, problems = decode("nw.yaml", data)
    assert source is not None, problems
    file, findings = read_afspraken(source, "noordwest")
    assert not [finding for finding in findings if finding.code not in {"BR011"}], (data, findings)
    return file


def _expected(afspraak: Afspraak, field: str, value: Value) -> Afspraak:
    if field == "besluit":
        assert isinstance(value, dict)
        old = afspraak.besluit.tekst if afspraak.besluit else None
        return replace(afspraak, besluit=Besluit(value["datum"], value["reden"], old))
    if field == "status":
        return replace(afspraak, status=Status(str(value)))
    return replace(afspraak, **{field: value})


def _is_subsequence_of_lines(kept: list[bytes], all_lines: list[bytes]) -> bool:
    rest = iter(all_lines)
    return all(line in rest for line in kept)


@settings(max_examples=tries(120))
@given(files(), st.data())
def test_a_changed_field_has_its_new_value_and_everything_else_its_old_bytes(data: bytes, drawn: st.DataObject) -> None:
    file = _read(data)
    target = drawn.draw(st.sampled_from(file.afspraken))
    field = drawn.draw(st.sampled_from(sorted(VALUES)))
    value = drawn.draw(VALUES[field])
    edit = Edit(file)
    edit.set(target.id, field, value)
    again = _read(edit.data())
    assert again.dossier == file.dossier
    wanted = [_expected(a, field, value) if a.id == target.id else a for a in file.afspraken]
    assert list(again.afspraken) == wanted
    start, end = min(c.start for c in edit.changes), max(c.end for c in edit.changes)
    text = file.source.text
    assert edit.text().startswith(text[:start])
    assert edit.text().endswith(text[end:])
    # Only lines of this one field lie between: what is outside the field's own lines is there byte for byte.
    before = text[:start].count("\n")
    outside = text.encode().split(b"\n")
    span = text[start:end].count("\n") + 1
    assert _is_subsequence_of_lines(outside[:before] + outside[before + span :], edit.text().encode().split(b"\n"))


@settings(max_examples=tries(60))
@given(files(), st.data())
def test_a_field_taken_away_takes_its_own_lines_only(data: bytes, drawn: st.DataObject) -> None:
    file = _read(data)
    target = drawn.draw(st.sampled_from(file.afspraken))
    field = drawn.draw(st.sampled_from(["themas", "brief", "besluit", "zie"]))
    edit = Edit(file)
    edit.remove(target.id, field)
    empty: dict[str, object] = {"themas": (), "brief": None, "besluit": None, "zie": ()}
    wanted = [replace(a, **{field: empty[field]}) if a.id == target.id else a for a in file.afspraken]
    assert list(_read(edit.data()).afspraken) == wanted
    assert _is_subsequence_of_lines(edit.data().rstrip().split(b"\n")[:-1], data.split(b"\n"))


@settings(max_examples=tries(60))
@given(files(), TEXTS, st.booleans())
def test_an_added_afspraak_stands_behind_the_one_named(data: bytes, text: str, last: bool) -> None:
    file = _read(data)
    new = Afspraak(
        "nw-99", "noordwest", "5 Hamerpunt", text, Status.TOEGEVOEGD, Besluit(datetime.date(2026, 9, 9), "x")
    )
    edit = Edit(file)
    edit.insert_after(None if last else file.afspraken[0].id, new)
    again = list(_read(edit.data()).afspraken)
    place = len(file.afspraken) if last else 1
    assert again == [*file.afspraken[:place], new, *file.afspraken[place:]]
    assert _is_subsequence_of_lines(data.split(b"\n"), edit.data().split(b"\n")) or not data.endswith(b"\n")


SAMPLE = b"""# van Anna
dossier: {bestand: d.docx, sha256: ab, versie: v1}
afspraken:
  - id: nw-1   # eerste
    agendapunt: 2.3 Titel
    tekst: |   # zo gelaten
      Rijk en regio
    status: voorgesteld   # nog niet
    themas: [water]
"""


def test_a_comment_on_the_line_stays() -> None:
    edit = Edit(_read(SAMPLE))
    edit.set("nw-1", "status", "vervallen")
    edit.set("nw-1", "besluit", {"datum": datetime.date(2026, 9, 9), "reden": "geen geld"})
    assert edit.data() == SAMPLE.replace(
        b"    status: voorgesteld   # nog niet\n",
        b"    status: vervallen   # nog niet\n    besluit:\n      datum: 2026-09-09\n      reden: geen geld\n",
    )


def test_the_first_afspraak_goes_into_an_empty_list() -> None:
    file = _read(b"dossier: {bestand: d.docx}\nafspraken: []  # leeg\n")
    edit = Edit(file)
    edit.insert_after(None, Afspraak("nw-1", "noordwest", "2 Titel", "tekst"))
    assert b"afspraken:  # leeg\n  - id: nw-1\n" in edit.data()
    assert _read(edit.data()).afspraken[0].tekst == "tekst"


def test_a_file_that_someone_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "noordwest.yaml"
    path.write_bytes(SAMPLE)
    edit = Edit(_read(SAMPLE))
    edit.set("nw-1", "status", "vastgesteld")
    path.write_bytes(SAMPLE + b"# van Bram\n")
    (finding,) = edit.save(path)
    assert finding.code == "BR024"
    assert path.read_bytes() == SAMPLE + b"# van Bram\n"
    assert [each.name for each in tmp_path.iterdir()] == ["noordwest.yaml"]


def test_a_saved_change_keeps_the_rights_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "noordwest.yaml"
    path.write_bytes(SAMPLE)
    path.chmod(0o640)
    edit = Edit(_read(SAMPLE))
    edit.set("nw-1", "status", "vastgesteld")
    assert edit.save(path) == ()
    assert path.read_bytes() == SAMPLE.replace(b"voorgesteld ", b"vastgesteld ")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_change_that_would_hit_another_afspraak_is_never_written(tmp_path: Path) -> None:
    path = tmp_path / "noordwest.yaml"
    path.write_bytes(SAMPLE)
    edit = Edit(_read(SAMPLE))
    edit.set("nw-1", "status", "vastgesteld")
    edit._touched.clear()
    with pytest.raises(ValueError, match="more than was meant"):
        edit.save(path)
    assert path.read_bytes() == SAMPLE
