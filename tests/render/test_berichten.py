"""A message shows where, what, and what to type; nothing a user wrote can change how it looks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.table import codes, severity
from brief.render.json.findings import finding_as_json
from brief.render.terminal.messages import cells, message_text, visible
from brief.render.terminal.report import closing_line, report_text
from brief.sources.source import decode

TEXT = "afspraken:\n" + "\n" * 7 + "    status: vastgesteldd\n"


def _finding(text: str, words: str, label: str = "kies uit: voorgesteld, vastgesteld") -> Diagnostic:
    source, _ = decode("input/2026/afspraken/noordwest.yaml", text.encode())
    assert source is not None
    start = text.index(words)
    place = source.place(start, start + len(words))
    return Diagnostic("BR012", Severity.FOUT, f"onbekende status '{words}'", place, label, "bedoelde u 'vastgesteld'?")


def test_a_message_has_the_form_that_people_know() -> None:
    assert message_text(_finding(TEXT, "vastgesteldd")).split("\n") == [
        "fout[BR012]: onbekende status 'vastgesteldd'",
        "  --> input/2026/afspraken/noordwest.yaml:9:13",
        "   |",
        " 9 |     status: vastgesteldd",
        "   |             ^^^^^^^^^^^^ kies uit: voorgesteld, vastgesteld",
        "   = hint: bedoelde u 'vastgesteld'?  Meer: brief uitleg BR012",
    ]


@pytest.mark.parametrize(
    ("line", "words", "shown", "carets"),
    [
        ("\tstatus: klaar", "klaar", "    status: klaar", "            ^^^^^"),
        ("日本 klaar", "klaar", "日本 klaar", "     ^^^^^"),
        ("日本 klaar", "本", "日本 klaar", "  ^^"),
        ("cafe\u0301 klaar", "klaar", "cafe\u0301 klaar", "     ^^^^^"),
        ("\x1b[31mrood klaar", "klaar", "␛[31mrood klaar", "          ^^^^^"),
        ("a\u202eb klaar", "klaar", "a\ufffdb klaar", "    ^^^^^"),
    ],
)
def test_carets_stand_under_the_words(line: str, words: str, shown: str, carets: str) -> None:
    lines = message_text(_finding(line, words, label="x")).split("\n")
    assert lines[3] == f" 1 | {shown}"
    assert lines[4] == f"   | {carets} x"


def test_a_long_line_is_cut_around_the_words() -> None:
    lines = message_text(_finding("x" * 500 + " PM " + "y" * 500, "PM")).split("\n")
    assert len(lines[3]) < 130
    column = lines[3].index(" PM ") + 1
    assert lines[4].index("^^") == column
    assert lines[3].count("…") == 2


def test_a_place_in_word_shows_the_words_around_it() -> None:
    place = Place("d.docx", part="word/document.xml", paragraph=12, excerpt="de woorden eromheen")
    text = message_text(Diagnostic("BR101", Severity.INFO, "een kaart", place, "zie de bijlage"))
    assert "--> d.docx, word/document.xml, alinea 12" in text
    assert "| de woorden eromheen" in text
    assert "= zie de bijlage" in text


def test_a_related_place_is_named() -> None:
    finding = _finding(TEXT, "vastgesteldd")
    assert finding.place is not None
    other = Diagnostic("BR011", Severity.FOUT, "dubbel", finding.place, related=(("hier stond het al", finding.place),))
    assert "= hier stond het al: input/2026/afspraken/noordwest.yaml:9:13" in message_text(other)


def test_colour_is_only_added_never_needed() -> None:
    finding = _finding(TEXT, "vastgesteldd")
    coloured = message_text(finding, colour=True)
    assert "\x1b[1;31m" in coloured
    plain = coloured.replace("\x1b[1;31m", "").replace("\x1b[0m", "")
    assert plain == message_text(finding)


@given(st.text())
def test_text_of_a_user_stays_on_its_line_and_commands_nothing(text: str) -> None:
    shown = visible(text)
    assert "\n" not in shown
    assert "\x1b" not in shown
    assert shown.isprintable()
    report = report_text([Diagnostic("BR401", Severity.INFO, text, None, text, text)])
    assert "\x1b" not in report
    assert "\r" not in report


def test_the_closing_line_counts() -> None:
    made = [Diagnostic("BR401", each, "x") for each in (Severity.FOUT, Severity.FOUT, Severity.WAARSCHUWING)]
    assert closing_line(made) == "2 fouten, 1 waarschuwing"
    assert closing_line(made[:1], 3) == "1 fout (3 genegeerd)"
    assert closing_line([]) == "geen meldingen"


def test_a_finding_as_data() -> None:
    assert finding_as_json(_finding(TEXT, "vastgesteldd")) == {
        "code": "BR012",
        "ernst": "fout",
        "tekst": "onbekende status 'vastgesteldd'",
        "plaats": "input/2026/afspraken/noordwest.yaml:9:13",
        "hint": "kies uit: voorgesteld, vastgesteld; bedoelde u 'vastgesteld'?",
    }
    assert finding_as_json(Diagnostic("BR401", Severity.INFO, "x"))["plaats"] is None


def _many(count: int) -> list[Diagnostic]:
    return [
        Diagnostic("BR401", Severity.WAARSCHUWING, f"n-{n}.1-1: 'PM'", Place("noord.yaml", n, 1), hint="vul aan")
        for n in range(1, count + 1)
    ]


def test_ten_thousand_times_the_same_mistake_is_one_message_with_a_count() -> None:
    other = Diagnostic("BR012", Severity.FOUT, "onbekende status 'x'", Place("noord.yaml", 2, 1), "kies er een")
    said = report_text([*_many(10_000), other])
    assert said.count("[BR") == 2
    assert said.index("fout[BR012]") < said.index("waarschuwing[BR401], 10.000 keer: plaatshouder")
    assert "noord.yaml: regel 1, 2, 3, " in said
    assert re.search(r"en nog 9\.9\d\d$", said, re.MULTILINE)
    assert "= vul aan  Meer: brief uitleg BR401" in said
    assert said.endswith("1 fout, 10.000 waarschuwingen. Elke melding apart: dezelfde opdracht met -v\n")
    assert len(said) < 1_000
    everything = report_text(_many(10_000), everything=True)
    assert everything.count("[BR401]") == 1
    assert "dit komt nog 9.999 keer voor" in everything
    assert report_text(_many(10), everything=True).count("waarschuwing[BR401]") == 10


def test_what_can_lose_text_is_told_first_and_errors_before_all() -> None:
    codes = [("BR427", Severity.INFO), ("BR425", Severity.WAARSCHUWING), ("BR132", Severity.WAARSCHUWING)]
    findings = [Diagnostic(code, severity, "x") for code, severity in [*codes, ("BR012", Severity.FOUT)]]
    assert re.findall(r"\[(BR\d+)\]", report_text(findings)) == ["BR012", "BR132", "BR425", "BR427"]
    dossier = [Diagnostic(code, Severity.WAARSCHUWING, "x") for code in ("BR130", "BR161", "BR152")]
    assert re.findall(r"\[(BR\d+)\]", report_text(dossier)) == ["BR161", "BR152", "BR130"]


def test_a_screen_holds_a_report_of_many_kinds() -> None:
    kinds = [("BR130", 70), ("BR132", 4), ("BR131", 3), ("BR152", 1), ("BR133", 1), ("BR145", 1)]
    findings = [
        Diagnostic(
            code, severity(code), f"een melding van {code}: '{'woorden ' * 6}'", Place("d.md", n, 1, 5, excerpt="x" * 9)
        )
        for code, count in kinds
        for n in range(1, count + 1)
    ]
    said = report_text(findings)
    assert len(said.splitlines()) <= 25
    assert {code for code, _ in kinds} == set(re.findall(r"\[(BR\d+)\]", said))


@given(st.lists(st.sampled_from(codes()), max_size=30), st.integers(50, 120), st.text(max_size=300), st.booleans())
def test_no_finding_is_left_out_and_words_stay_within_the_width(
    chosen: list[str], width: int, text: str, everything: bool
) -> None:
    findings = [
        Diagnostic(code, severity(code), text, Place("map/d.md", n, 3, 4, excerpt=text))
        for n, code in enumerate(chosen)
    ]
    said = report_text(findings, width=width, everything=everything)
    assert set(re.findall(r"^(?:fout|waarschuwing|info)\[(BR\d+)\]", said, re.MULTILINE)) == set(chosen)
    for line in said.splitlines():
        longest = max((cells(word) for word in line.split(" ")), default=0)
        assert cells(line) <= width + longest


def test_a_long_mark_that_is_the_whole_line_is_no_mark() -> None:
    line = "samen aan te pakken, met alle gemeenten in het gebied en de waterschappen"
    assert "^" not in message_text(_finding(line + "\n", line, label="kijk na"))
    assert "= kijk na" in message_text(_finding(line + "\n", line, label="kijk na"))


def test_every_message_ends_in_what_to_type() -> None:
    findings = [Diagnostic(code, severity(code), "x", Place("d.md", 1, 1)) for code in codes()]
    assert [f.code for f in findings if not message_text(f).endswith(f"Meer: brief uitleg {f.code}")] == []
    assert [f.code for f in findings if f"Meer: brief uitleg {f.code}" not in report_text([f] * 5)] == []


def test_a_value_of_a_million_characters_is_quoted_in_part() -> None:
    value = "x" * 1_000_000
    found = Diagnostic("BR018", Severity.FOUT, f"onbekende waarde '{value}' voor bijlage", label=f"typ: {value}")
    for everything in (False, True):
        shown = report_text([found] * 12, everything=everything) + message_text(found)
        assert "(999032 tekens niet getoond)" in shown
        assert "voor bijlage" in shown
        assert len(shown) < 8_000
