"""How much is marked: the words marked as gone or come, against the words that known operations truly changed.

    python benchmarks/vergelijken/omvang.py

The texts are those of the sample round. Each pair has one kind of operation in one in five paragraphs; the last has all
of them at once. The aim is at most 1.1 in Word and on the page.
"""

from __future__ import annotations

import json
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from brief.compare.changes import vergelijk  # noqa: E402
from brief.compare.content import Blok, DocumentInhoud, Inhoud  # noqa: E402
from brief.compare.model import Soort  # noqa: E402
from brief.word.revisions import compare  # noqa: E402
from word.revisions.paren import document, p  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = re.compile(r"\w+")
SEEDS = range(20)


@dataclass
class Edited:
    """A paragraph after an operation, and the words that it truly took and put."""

    texts: list[str]
    changed: int


def texts() -> list[str]:
    """Give paragraphs of the sample letter, without mark-up."""
    raw = (PROJECT / "input/2026/brief.md").read_text("utf-8")
    found = [re.sub(r" ?\[[@^][^\]]*\]|[*]", "", each) for each in re.split(r"\n\s*\n", raw)]
    return [each for each in found if not each.startswith(("#", ":::", "-")) and len(each.split()) > 20]


ALL = texts()
POOL = [word for text in ALL for word in text.split() if word.isalpha()]


def _other(word: str, chance: random.Random) -> str:
    return next(each for each in iter(lambda: chance.choice(POOL), None) if each != word)


def replaced(text: str, chance: random.Random) -> Edited:
    """Put another word in the place of one."""
    words = text.split(" ")
    place = chance.choice([n for n, word in enumerate(words) if word.isalpha()])
    words[place] = _other(words[place], chance)
    return Edited([" ".join(words)], 2)


def inserted(text: str, chance: random.Random) -> Edited:
    """Put three words in."""
    words = text.split(" ")
    place = chance.randrange(1, len(words))
    words[place:place] = chance.choices(POOL, k=3)
    return Edited([" ".join(words)], 3)


def deleted(text: str, chance: random.Random) -> Edited:
    """Take four words out."""
    words = text.split(" ")
    place = chance.randrange(1, len(words) - 5)
    gone = words[place : place + 4]
    del words[place : place + 4]
    return Edited([" ".join(words)], sum(len(WORD.findall(word)) for word in gone))


def sentence(text: str, chance: random.Random) -> Edited:
    """Put a sentence of another paragraph at the end."""
    more = chance.choice(ALL).split(". ")[0].rstrip(".") + "."
    return Edited([f"{text} {more}"], len(WORD.findall(more)))


def split(text: str, chance: random.Random) -> Edited:
    """Make two paragraphs of one."""
    words = text.split(" ")
    place = chance.randrange(4, len(words) - 4)
    return Edited([" ".join(words[:place]), " ".join(words[place:])], 0)


def gone(text: str, chance: random.Random) -> Edited:  # noqa: ARG001
    """Take the paragraph away."""
    return Edited([], len(WORD.findall(text)))


OPERATIONS: dict[str, Callable[[str, random.Random], Edited]] = {
    "woord vervangen": replaced,
    "woorden erbij": inserted,
    "woorden weg": deleted,
    "zin erbij": sentence,
    "alinea gesplitst": split,
    "alinea weg": gone,
}


def marked_in_word(old: list[str], new: list[str]) -> int:
    """Count the words in insertions and deletions; a move is neither."""
    made = compare(document(*map(p, old)), document(*map(p, new)), author="A", date="")
    assert made.data, made.diagnostics
    import io
    import zipfile

    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(made.data)).read("word/document.xml"))
    marks = [*root.iter(f"{W}ins"), *root.iter(f"{W}del")]
    return sum(len(WORD.findall("".join(t.text or "" for t in m.iter(f"{W}t", f"{W}delText")))) for m in marks)


def marked_on_page(old: list[str], new: list[str]) -> int:
    """Count the words in what is shown as gone and come; of a split or a joined text nothing is."""
    sides = [
        Inhoud(name, (DocumentInhoud("kamerbrief", tuple(Blok("alinea", text, text) for text in each)),))
        for name, each in (("oud", old), ("nieuw", new))
    ]
    changes = [each for each in vergelijk(*sides).wijzigingen if each.soort is not Soort.VERPLAATST]
    return sum(len(WORD.findall(text)) for each in changes for op, text in each.woorden if op != "=")


def run(names: list[str], seed: int) -> tuple[int, int, int]:
    """Give the words truly changed, those marked in Word and those on the page, for one pair."""
    chance = random.Random(seed)
    new: list[str] = []
    truly = 0
    for text in ALL:
        done = OPERATIONS[chance.choice(names)](text, chance) if chance.random() < 0.2 else Edited([text], 0)
        new += done.texts
        truly += done.changed
    return truly, marked_in_word(ALL, new), marked_on_page(ALL, new)


def main() -> None:
    """Measure each operation and all at once; print the ratios."""
    result = {}
    for name in [*OPERATIONS, "alles door elkaar"]:
        names = list(OPERATIONS) if name == "alles door elkaar" else [name]
        sums = [sum(each) for each in zip(*(run(names, seed) for seed in SEEDS), strict=True)]
        base = max(sums[0], 1)
        result[name] = {"gewijzigd": sums[0], "word": round(sums[1] / base, 3), "pagina": round(sums[2] / base, 3)}
        print(f"{name:20} {sums[0]:6} woorden gewijzigd, Word {sums[1]:6}, pagina {sums[2]:6}  {result[name]}")
    target = PROJECT / "benchmarks" / "uitkomst" / "vergelijken-omvang.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(result, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
