"""Every mistake in a file is found in one run, at its place, with what to type instead."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.diagnostics import Diagnostic, Severity
from brief.sources.afspraken import read_afspraken
from brief.sources.ronde import read_ronde_yaml
from brief.sources.source import decode
from keuring.eigenschap import tries


def _afspraken(text: str) -> list[Diagnostic]:
    source, found = decode("nw.yaml", text.encode())
    return [*found, *(read_afspraken(source, "noordwest")[1] if source else ())]


def _ronde(text: str) -> list[Diagnostic]:
    source, found = decode("ronde.yaml", text.encode())
    return [*found, *(read_ronde_yaml(source)[1] if source else ())]


HEAD = "dossier: {bestand: d.docx}\nafspraken:\n  - id: nw-1\n    agendapunt: 2 Water\n    tekst: plan\n"

SYNTAX = [
    ("    status vastgesteld\n", "BR004", 6, 5, "typ: status: vastgesteld"),
    ("\tstatus: vastgesteld\n", "BR005", 6, 1, "gebruik spaties"),
    ("   status: vastgesteld\n", "BR006", 6, 4, "spring 4 spaties in"),
    ("      status: vastgesteld\n", "BR006", 6, 7, "spring 4 spaties in"),
    ("    brief: 'de BO's zijn klaar'\n", "BR007", 6, 19, "typ: 'de BO''s zijn klaar'"),
    ("    brief: 'de provincie\n", "BR007", 6, 12, "zet aan het einde van de waarde nog een '"),
    ('    brief: "C:\\qmap"\n', "BR007", 6, 15, "gebruik enkele aanhalingstekens"),
    ("    brief: Let op: nieuw\n", "BR008", 6, 18, "typ: brief: 'Let op: nieuw'"),
    ("    brief: **Rijk** en regio\n", "BR008", 6, 12, "typ: '**Rijk** en regio'"),
    ("    brief: @home\n", "BR008", 6, 12, "typ: '@home'"),
    ("    brief:nieuw\n    landelijk: true\n", "BR004", 6, 10, "typ: brief: nieuw"),
    ("    themas: [water, wonen\n", "BR004", 6, 13, "sluit af met ]"),
    ("    themas: - water\n", "BR004", 6, 13, "typ: [een, twee]"),
    ("    brief: | tekst\n", "BR004", 6, 12, "begin een nieuwe regel"),
]


@pytest.mark.parametrize(("line", "code", "row", "column", "label"), SYNTAX)
def test_a_syntax_error_says_what_to_type(line: str, code: str, row: int, column: int, label: str) -> None:
    found = [finding for finding in _afspraken(HEAD + line) if finding.code == code]
    assert len(found) == 1
    assert found[0].place is not None
    assert (found[0].place.line, found[0].place.column) == (row, column)
    assert label in (found[0].label or "")


FIELDS = [
    ("    status: vastgesteldd\n", "BR012", (6, 13), "bedoelde u 'vastgesteld'?"),
    ("    thema: [water]\n", "BR013", (6, 5), "bedoelde u 'themas'?"),
    ("    tekst: nog een\n", "BR011", (6, 5), "houd één van de twee"),
    ("    themas: water\n", "BR015", (6, 13), "typ: themas: [water]"),
    ("    themas: [water: wonen]\n", "BR015", (6, 14), "aanhalingstekens"),
    ("    brief: [een, twee]\n", "BR015", (6, 12), "typ: brief: …"),
    ("    zie:\n      - zw-1-1\n      -\n", "BR014", (8, 8), "vul het in, of haal het weg"),
    ("    besluit: ja\n", "BR015", (6, 14), "velden: datum, reden, tekst"),
    ("    besluit: {reden: ja}\n", "BR014", (6, 15), "vul in: datum: 2026-09-09"),
    ("    besluit: {datum: 2026-13-02, reden: ja}\n", "BR016", (6, 22), "typ een dag"),
    ("    besluit: {datum: 9-9-2026, reden: ja}\n", "BR016", (6, 22), "typ: 2026-09-09"),
    ("    besluit: {datum: 3 maart 2026, reden: ja}\n", "BR016", (6, 22), "typ: 2026-03-03"),
    ("    publiceren: nee\n", "BR017", (6, 17), "typ: publiceren: false"),
    ("    themas: &x [water]\n", "BR009", (6, 13), "haal de naam weg"),
    ("    themas: !!seq [water]\n", "BR010", (6, 13), "haal de soortnaam weg"),
    ("    <<: {brief: x}\n", "BR009", (6, 5), "schrijf de velden uit"),
]


@pytest.mark.parametrize(("line", "code", "at", "words"), FIELDS)
def test_a_wrong_field_is_the_only_finding(line: str, code: str, at: tuple[int, int], words: str) -> None:
    (finding,) = _afspraken(HEAD + line)
    assert finding.code == code
    assert finding.severity is Severity.FOUT
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == at
    assert words in f"{finding.label} {finding.hint}"


def test_all_mistakes_come_in_one_run_also_behind_a_syntax_error() -> None:
    text = (
        "dossier: {bestand: d.docx, versi: 1}\nafspraken:\n"
        "  - id: nw-1\n    tekst: plan\n    status: klaar\n"
        "  - id: nw-2\n    agendapunt: 2: Water\n    tekst: plan\n"
        "  - id: nw-3\n    agendapunt: 3\n    tekst: plan\n    publiceren: nee\n"
    )
    assert sorted(finding.code for finding in _afspraken(text)) == ["BR008", "BR012", "BR014", "BR017"]


def test_what_stands_around_a_syntax_error_is_read() -> None:
    text = HEAD + "    brief: a: b\n  - id: nw-2\n    agendapunt: 3\n    tekst: plan\n"
    source, _ = decode("nw.yaml", text.encode())
    assert source is not None
    file, found = read_afspraken(source, "noordwest")
    assert [afspraak.id for afspraak in file.afspraken] == ["nw-2"]
    assert [finding.code for finding in found] == ["BR008"]
    place = file.afspraken[0].place_of("agendapunt")
    assert place is not None
    assert (place.line, place.excerpt) == (8, "    agendapunt: 3")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "BR019"),
        (b"# niets\n", "BR019"),
        (b"- lijst\n", "BR019"),
        (b"\xff\xfeb\x00", "BR002"),
        ("titel: caf\u00e9".encode("cp1252"), "BR002"),
        (b"afspraken: [" + b"[" * 500, "BR021"),
        (b"afspraken: []\n---\nafspraken: []\n", "BR009"),
        (b"afspraken: []\nx: a\x07b\n", "BR003"),
        (b"afspraken: {}\n", "BR015"),
        (b"dossier: {bestand: x}\n", "BR014"),
    ],
)
def test_a_file_that_is_no_list_of_afspraken(data: bytes, code: str) -> None:
    source, found = decode("nw.yaml", data)
    findings = [*found, *(read_afspraken(source, "noordwest")[1] if source else ())]
    assert [finding.code for finding in findings] == [code]


def test_the_place_of_a_byte_that_is_no_utf8() -> None:
    _, (finding,) = decode("nw.yaml", b"a: 1\ntitel: caf\xe9 x\n")
    assert finding.place is not None
    assert (finding.place.line, finding.place.column, finding.place.excerpt) == (2, 11, "titel: café x")


@pytest.mark.parametrize(
    "text",
    [
        "titel: x\n",
        "ronde: 2026\ntitel: x\noverleggen: []\nbrief:\n",
        "ronde: 2026\ntitel: x\noverleggen: []\nbrief: {betreft: x, tekst: b.md, ondertekenaars: [{functie: a}]}\n",
    ],
)
def test_a_round_without_the_date_of_its_letter_cannot_be_used(text: str) -> None:
    source, _ = decode("ronde.yaml", text.encode())
    assert source is not None
    ronde, found = read_ronde_yaml(source)
    assert ronde is None
    assert "BR014" in {finding.code for finding in found}


@pytest.mark.parametrize("name", ["9" * 101, "2026.", "map/2026", "..", "2026 najaar"])
def test_a_name_of_a_round_that_cannot_be_that_of_a_folder_on_every_machine(name: str) -> None:
    assert "BR018" in {finding.code for finding in _ronde(f"ronde: {name!r}\ntitel: x\n")}


def test_a_landsdeel_that_does_not_exist_or_meets_twice() -> None:
    text = (
        "ronde: 2026\ntitel: x\noverleggen:\n"
        "  - {landsdeel: noort, datum: 2026-09-09, dossier: d.md}\n"
        "  - {landsdeel: oost, datum: 2026-09-09, dossier: d.md}\n"
        "  - {landsdeel: oost, datum: 2026-09-10, dossier: d.md}\n"
        "brief: {datum: 2026-09-14, tekst: b.md, ondertekenaars: [{functie: a}]}\n"
        "afsprakenlijst: {volgorde: [oost, oost, west]}\nkamerstukken: {stijl: leuk}\n"
    )
    found = _ronde(text)
    assert [finding.code for finding in found] == ["BR018", "BR011", "BR011", "BR018", "BR018"]
    assert found[0].hint == "bedoelde u 'noord'?"
    assert found[1].related[0][1].line == 5


@settings(max_examples=tries(200))
@given(st.text(alphabet=st.sampled_from(list("ab:-[]{}'\"|>#&*!%@`\n\t ,?\\é\r\x85\u2028")), max_size=60))
def test_no_text_makes_reading_fail(text: str) -> None:
    for prefix in ("", "afspraken:\n  - id: a\n    tekst: ", "dossier: "):
        _afspraken(prefix + text)
        _ronde(prefix + text)


@settings(max_examples=tries(100))
@given(st.binary(max_size=40))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    source, _ = decode("nw.yaml", data)
    if source is not None:
        read_afspraken(source, "noordwest")


@pytest.mark.parametrize("path", ["../geheim.md", "/etc/passwd", "a/../../b.md", "C:/brief.md", "..\\\\brief.md"])
def test_a_file_outside_the_round_is_refused(path: str) -> None:
    letter = f"{{datum: 2026-09-14, tekst: '{path}', ondertekenaars: [{{functie: a}}]}}"
    found = _ronde(f"ronde: 1\ntitel: x\noverleggen: []\nbrief: {letter}\n")
    assert [finding.code for finding in found] == ["BR026"]


def test_woorden_na_een_hekje_tellen_niet_mee_en_dat_wordt_gezegd() -> None:
    said = [(each.code, str(each.place)) for each in _afspraken(HEAD + "    brief: de motie #2 van vorig jaar\n")]
    assert ("BR031", "nw.yaml:6:21") in said
    said = [(each.code, str(each.place)) for each in _afspraken(HEAD + "    brief: Rijk en regio # werken samen.\n")]
    assert ("BR031", "nw.yaml:6:26") in said
    for fine in (
        "    brief: de motie # nog nakijken\n",
        "    brief: Rijk en regio werken samen. # nog nakijken.\n",
        "    brief: 'de motie #2'\n",
        "    brief: |\n      motie #2\n",
    ):
        assert all(each.code != "BR031" for each in _afspraken(HEAD + fine))
