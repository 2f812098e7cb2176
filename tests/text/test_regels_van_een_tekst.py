"""One count of lines: whatever ends the lines of a text, every place that is shown holds the excerpt that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from assemble.voorbeeld import afspraak, samen
from brief.checks import controleer
from brief.checks.teksten import brief_regels
from brief.diagnostics import Place
from brief.dossier import read_with_track
from brief.kamerstuk import find, meldingen
from brief.kamerstuk.check import check
from brief.kamerstuk.resolve import meldingen_kort, resolve
from brief.sources.afspraken import VELDEN, read_afspraken
from brief.sources.kamerstukken import read_kamerstukken
from brief.sources.negeren import zeef
from brief.sources.ronde import read_ronde_yaml
from brief.sources.source import decode
from brief.text.lines import Lines, place_of_byte, split_lines
from checks.voorbeeld import gegevens
from keuring.eigenschap import tries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME = "bestand.md"
ENDS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\n\n", "\n\r"]
"""What ends a line in one program or another; for us LF, CR LF and CR do."""


def _lines(text: str) -> list[str]:
    """Count the lines once more, character by character."""
    lines, before = [""], ""
    for character in text:
        if character == "\r" or (character == "\n" and before != "\r"):
            lines.append("")
        elif character != "\n":
            lines[-1] += character
        before = character
    return lines


def _places(value: Any) -> Iterator[Place]:
    """Give every place that a result holds."""
    if isinstance(value, Place):
        yield value
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from _places(getattr(value, field))
    elif isinstance(value, Mapping):
        yield from _places(list(value.values()))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _places(each)


def _hold(text: str, result: Any) -> int:
    """Hold every place of a result against the text; give how many there were."""
    lines, held = _lines(text), 0
    for place in _places(result):
        if place.line is not None and place.file == NAME:
            assert place.excerpt is None or place.excerpt == lines[place.line - 1]
            assert 1 <= (place.column or 1) <= len(lines[place.line - 1]) + 1
            held += 1
    return held


def _letter(text: str) -> Any:
    together = samen([afspraak("nw-1", "noordwest")], text, ("kst-29435-267",))
    data = gegevens(brief_tekst=text)
    lines = [tekst.plaats(0, tekst.tekst[:1]) for tekst in brief_regels(data)]
    found = _places([together.meldingen, lines, list(controleer(data))])
    return [replace(place, file=NAME) for place in found if place.file.endswith("brief.md") or not place.file]


def _yaml(text: str) -> Any:
    source, found = decode(NAME, text.encode())
    assert source is not None
    file, more = read_afspraken(source, "noordwest")
    spots = [each.place_of(field) for each in file.afspraken for field in ("", *VELDEN, "besluit.tekst")]
    findings = [*found, *more, *read_ronde_yaml(source)[1]]
    return [findings, spots, read_kamerstukken(source), zeef(findings, [source])]


def _dossier(text: str) -> Any:
    return read_with_track(text.encode(), NAME)


def _references(text: str) -> Any:
    found = find(text)
    followed = resolve(text, found)
    return [meldingen(text, found, NAME), meldingen_kort(text, followed, NAME), check(text, found, NAME)]


LETTER = [
    "Een zin.",
    "# Kop",
    "- punt [@kst-29435-267]",
    "::: {.afspraken thema=water}",
    ":::",
    "[^a]: Noot [@kst-1-2]",
    "zie @kst-29435-267",
    "```",
    "[^b] en [@kst-9-9]",
    "::: {.afspraken thema=x y}",
    "heb ik uw Kamer een brief gestuurd, Friesland",
    "  ",
]
YAML = [
    "dossier: {bestand: d.docx}",
    "afspraken:",
    "  - id: nw-1",
    "    agendapunt: 2 Water",
    "    tekst: plan",
    "    brief: >",
    "      regel",
    "    status: vast",
    "# brief: negeer BR417 zo heet zij",
    "    themas: [wate]",
    "\tfout",
    "kst-29435-267: {titel: a}",
    "    brief: 'a",
    "  - id: nw-1",
    "    besluit: {datum: 2026-13-01}",
]
DOSSIER = [
    "# BO Leefomgeving Noordwest",
    "## 2.1 Water",
    "Voorgestelde afspraken",
    "- Rijk en regio maken een plan;",
    "Toelichting",
    "tekst[^1]",
    "[^1]: noot",
    "a / b",
    "::: {.x}",
    "> citaat",
    "1. een",
    "   ",
]
PAPERS = [
    "Kamerstuk 29 435, nr. 267",
    "vergaderjaar 2027-2029, Kamerstuk 99 999, nr. 267",
    "idem",
    "zie noot 3",
    "Kamerstuk 29 435, nr.",
    "Kamerstukken I 2024/25, 29435, nr. 12",
    "heb ik uw Kamer een brief gestuurd.",
]
READERS: dict[str, tuple[Callable[[str], Any], list[str]]] = {
    "brief": (_letter, LETTER),
    "yaml": (_yaml, YAML),
    "dossier": (_dossier, DOSSIER),
    "kamerstuk": (_references, PAPERS),
}


def _texts(pieces: list[str]) -> st.SearchStrategy[str]:
    """Give texts of such lines with every kind of line end between and within them."""
    usual = st.sampled_from(["\n", "\n", "\r\n"])
    part = st.one_of(st.sampled_from(pieces), usual, st.sampled_from(ENDS), st.text("a :-\u2028", max_size=3))
    return st.lists(part, max_size=24).map("".join)


@pytest.mark.parametrize("reader", READERS)
def test_elke_plaats_die_wordt_getoond_bevat_het_getoonde(reader: str) -> None:
    read, pieces = READERS[reader]

    @settings(max_examples=tries(200))
    @given(_texts(pieces))
    def holds(text: str) -> None:
        _hold(text, read(text))

    holds()


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("reader", READERS)
def test_een_vreemd_regeleinde_verschuift_geen_plaats_van_wat_volgt(reader: str, end: str) -> None:
    read, pieces = READERS[reader]
    held = 0
    for above in range(len(pieces)):
        text = "\n".join([*pieces[:above], pieces[above] + end + "x", *pieces[above:], ""])
        held += _hold(text, read(text))
    assert held > 0


@given(_texts(LETTER))
def test_de_regels_zijn_die_van_een_editor(text: str) -> None:
    lines = Lines(text, NAME)
    assert split_lines(text) == _lines(text)
    assert [lines.line(number) for number in range(1, len(lines.starts) + 1)] == _lines(text)
    assert lines.line(0) == lines.line(len(lines.starts) + 1) == ""


@given(_texts(LETTER), st.sampled_from([b"\xe9", b"\xff", b"\xc3"]), _texts(LETTER))
def test_de_plaats_van_een_byte_die_geen_utf8_is(before: str, byte: bytes, after: str) -> None:
    data = before.encode() + byte + after.encode()
    with pytest.raises(UnicodeDecodeError) as raised:
        data.decode()
    place = place_of_byte(data, raised.value.start, NAME)
    assert (place.line, place.column) == (len(_lines(before)), len(_lines(before)[-1]) + 1)
    assert (place.excerpt or "").startswith(_lines(before)[-1])
