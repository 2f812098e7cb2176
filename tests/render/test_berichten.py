"""A message shows where, what, and what to type; nothing a user wrote can change how it looks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.diagnostics import Diagnostic, Place, Severity
from brief.render.json.findings import finding_as_json
from brief.render.terminal.messages import closing_line, message_text, report_text, visible
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
    made = [Diagnostic("BR401", severity, "x") for severity in (Severity.FOUT, Severity.FOUT, Severity.WAARSCHUWING)]
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


def test_tienduizend_keer_dezelfde_fout_is_een_bericht_met_een_aantal() -> None:
    many = [
        Diagnostic("BR417", Severity.FOUT, f"n-{n}.1-1 noemt 'frieslan'", Place("noord.yaml", n, 1))
        for n in range(1, 10_001)
    ]
    other = Diagnostic("BR417", Severity.FOUT, "n-1.1-1 noemt 'zeelan'", Place("noord.yaml", 2, 1))
    said = report_text([*many, other])
    assert said.count("fout[BR417]") == 2
    assert "dit komt nog 9.999 keer voor, onder andere: noord.yaml:2:1, noord.yaml:3:1, noord.yaml:4:1." in said
    assert said.endswith("\n10001 fouten\n")
    assert len(said) < 1_000
    assert report_text(many[:10]).count("fout[BR417]") == 10
