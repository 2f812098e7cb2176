"""The real letter of 2024, as Word files in two forms: with native notes, and as a web page pastes it.

Its text is not in this repository: the tests that need it skip, and say so, where the sources are absent. Structure is
that of the published letter: which lines are headings, and at which words the four notes stand.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from intake.lastige_brieven import brief, kop, noot, noten, punt
from word.reading.bouwdoos import p, r

BRIEF_2024 = Path(__file__).parents[3] / "shared" / "bronnen" / "kamerbrief-2024.txt"
WOORDEN = {1: "gestuurd", 2: "Leefomgeving", 3: "waterbeschikbaarheid", 4: "Minhas"}
"""The word at which each note stands."""
STUKKEN = ("kst-29435-267", "kst-34682-107", "kst-27625-669", "kst-29383-378")
_BEGIN = "Op 6 en 7 november heb"
_MARK = "|".join(f"(?<={word})({n})(?![0-9])" for n, word in WOORDEN.items())
_NOTE = re.compile(r"^(\d)\. (.*?)↩︎?$", re.DOTALL)


def alineas() -> list[str]:
    """Give the paragraphs of the letter, its list of notes last; the test is skipped where the source is absent."""
    if not BRIEF_2024.is_file():
        pytest.skip("the letter of 2024 is not beside this repository")
    text = BRIEF_2024.read_text("utf-8")
    return [each.strip() for each in re.split(r"\n\s*\n", text[text.index(_BEGIN) :]) if each.strip()]


def koppen() -> dict[str, int]:
    """Give the headings with their levels: short lines without an end; chapters, numbered or not, on top."""
    lines = [each for each in alineas() if len(each) < 120 and each[-1] not in ".,;:↩︎" and not each.startswith("•")]
    lines = [each for each in lines if not _NOTE.match(each)][:-1]  # the last is who signs
    found: dict[str, int] = {}
    chapter = False
    for line in lines:
        numbered = re.match(r"\d\. ", line) is not None
        chapter = chapter or numbered
        is_part = line.endswith(("per provincie", "per NOVEX-gebied"))
        found[line] = 1 if numbered or not chapter else 2 if is_part else 3
    return found


def lopende_tekst() -> list[str]:
    """Give the paragraphs and list items, the numbers of notes taken out, without headings and signature."""
    heads = koppen()
    texts = [each for each in alineas() if each not in heads and not _NOTE.match(each)]
    return [re.sub(_MARK, "", each.removeprefix("•").strip()) for each in texts[:-2]]


def met_echte_noten() -> bytes:
    """Give the letter in Word with headings, a list and native notes."""
    heads = koppen()
    texts = {int(found[1]): found[2].rstrip("↩︎ ") for each in alineas() if (found := _NOTE.match(each))}
    head = p(r("Datum") + "<w:r><w:tab/></w:r>" + r("12 november 2024"))
    head += p(r("Betreft") + "<w:r><w:tab/></w:r>" + r("Uitkomsten Bestuurlijke Overleggen Leefomgeving 2024"))
    body = head + p(r("Geachte voorzitter,"))
    for each in alineas():
        if _NOTE.match(each):
            continue
        if each in heads:
            body += kop(heads[each], escape(each))
        elif each.startswith("•"):
            body += punt(escape(each.removeprefix("•").strip()))
        else:
            pieces = [piece for piece in re.split(_MARK, each) if piece]
            body += p(
                "".join(noot(int(piece)) if piece in {"1", "2", "3", "4"} else r(escape(piece)) for piece in pieces)
            )
    return brief(body, **noten([escape(texts[number]) for number in sorted(texts)]))


def van_de_webpagina() -> bytes:
    """Give the letter as it is pasted from a web page: plain paragraphs, notes as digits with a list below."""
    return brief("".join(p(r(escape(each))) for each in alineas()))
