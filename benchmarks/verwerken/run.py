"""Which share of a reviewer's edits comes back in its right place: with marks, with some, without, through LibreOffice.

    python benchmarks/verwerken/run.py

Each edit puts a word of its own into a paragraph whose place in the source is known; around them paragraphs are moved,
split and joined. An edit counts as exact when its word stands in that place of the source afterwards, as wrong when it
stands elsewhere; else it was asked or listed. The last line is the time for 20 files at once.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from brief.rounds.making import Opdracht as Maken  # noqa: E402
from brief.rounds.making import make_and_write  # noqa: E402
from brief.rounds.processing.opdracht import Opdracht  # noqa: E402
from brief.rounds.processing.run import verwerk  # noqa: E402
from brief.rounds.processing.settling import Keuzes  # noqa: E402
from rounds.processing.lezer import Lezer, W  # noqa: E402
from rounds.processing.plaatsen import found, home, put_in  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

EDITS = 80
NAMES = ("kamerbrief", "afsprakenlijst")


def edited(data: bytes, chance: random.Random, *, noise: bool, tracked: bool) -> tuple[Lezer, dict[str, str]]:
    """Edit a document; give the reviewer, and for each word that he put in where it belongs."""
    reader = Lezer(data, volgt=tracked)
    texts = [(each, place) for each in reader.paragraphs() if (place := home(each))]
    wanted: dict[str, str] = {}
    for number, (paragraph, place) in enumerate(chance.sample(texts, min(EDITS, len(texts)))):
        word = f"merk{number}woord"
        if put_in(reader, paragraph, word, chance.randrange(1_000)):
            wanted[word] = place
    if noise:
        _noise(reader, [each for each, place in texts if place == "brief"], chance)
    return reader, wanted


def _noise(reader: Lezer, paragraphs: list[etree._Element], chance: random.Random) -> None:
    for _ in range(4):
        one, other = chance.sample(paragraphs, 2)
        if one.getparent() is not None and other.getparent() is not None and not reader.volgt:
            other.addnext(one)
    for paragraph in chance.sample(paragraphs, min(8, len(paragraphs))):
        runs = [t for t in paragraph.iterfind(f"{W}r/{W}t") if len((t.text or "").split()) > 6]
        if runs:
            reader.splits((runs[0].text or "").split()[4], paragraph)


def some_marks(reader: Lezer, chance: random.Random) -> None:
    """Lose half of the marks."""
    names = [mark.get(f"{W}name") or "" for mark in reader.root.iter(f"{W}bookmarkStart")]
    gone = {name for name in names if chance.random() < 0.5}
    reader.zonder_merken(lambda name: name in gone)


def through(folder: Path, *steps: str) -> Callable[[bytes], bytes]:
    """Give what takes a file through LibreOffice, into one form after another."""

    def convert(data: bytes) -> bytes:
        path = folder / "door.docx"
        path.write_bytes(data)
        for number, step in enumerate(steps):
            out = folder / str(number)
            profile = f"-env:UserInstallation=file://{folder}/profiel"
            command = ["soffice", profile, "--headless", "--convert-to", step, "--outdir", str(out), str(path)]
            subprocess.run(command, check=True, capture_output=True)
            path = out / f"door.{step}"
        return path.read_bytes()

    return convert


def main() -> None:
    chance = random.Random(2026)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        shutil.copytree(PROJECT / "input" / "2026", work / "input" / "2026")
        folder = work / "input" / "2026"
        made = make_and_write(Maken(folder))
        documents = {each: (made.folder / made.name / f"{each}.docx").read_bytes() for each in NAMES}
        same: Callable[[bytes], bytes] = bytes
        odt = through(work, "odt", "docx")
        cases: list[tuple[str, bool, bool, Callable[[Lezer], None] | None, Callable[[bytes], bytes]]] = [
            ("alle merken, bijgehouden", True, False, None, same),
            ("alle merken, zonder bijhouden, met verplaatst en gesplitst", False, True, None, same),
            ("de helft van de merken weg", False, True, lambda reader: some_marks(reader, chance), same),
            ("geen merken", False, True, lambda reader: reader.zonder_merken(), same),
        ]
        if shutil.which("soffice"):
            cases += [
                ("LibreOffice, docx", True, False, None, through(work, "docx")),
                ("LibreOffice, docx en odt", False, True, None, odt),
                ("LibreOffice, odt, geen merken", False, True, lambda reader: reader.zonder_merken(), odt),
            ]
        rows = {case[0]: measured(work, documents, chance, *case[1:]) for case in cases}
        print(f"{'':60} wijzigingen   exact   fout  gevraagd of in de lijst")
        for naam, row in rows.items():
            share = 100 * row["exact"] / row["edits"]
            print(f"{naam:60} {row['edits']:11}  {share:5.1f} %  {row['fout']:4}  {row['rest']:4}")
        seconds = twenty(work, documents, chance)
        print(f"{'20 bestanden tegelijk':60} {seconds:.2f} s rekentijd")
        target = PROJECT / "benchmarks" / "uitkomst"
        target.mkdir(exist_ok=True)
        (target / "verwerken.json").write_text(json.dumps({"gevallen": rows, "twintig": seconds}, indent=2))


def measured(
    work: Path,
    documents: dict[str, bytes],
    chance: random.Random,
    tracked: bool,
    noise: bool,
    after: Callable[[Lezer], None] | None,
    convert: Callable[[bytes], bytes],
) -> dict[str, int]:
    """Count what became of the edits in both documents."""
    counts = {"edits": 0, "exact": 0, "fout": 0}
    for document, data in documents.items():
        reader, wanted = edited(data, chance, noise=noise and document == "kamerbrief", tracked=tracked)
        if after is not None:
            after(reader)
        path = work / "retour.docx"
        path.write_bytes(convert(reader.bytes()))
        copy = work / "kopie" / "input" / "2026"
        shutil.rmtree(work / "kopie", ignore_errors=True)
        shutil.copytree(work / "input" / "2026", copy)
        done = verwerk(copy, Opdracht([path], "lezer", Keuzes(alles=True), uit=work / "output" / "2026"))
        assert done.telt_op, done
        places = found(copy)
        counts["edits"] += len(wanted)
        counts["exact"] += sum(places.get(word) == place for word, place in wanted.items())
        counts["fout"] += sum(word in places and places[word] != place for word, place in wanted.items())
    return {**counts, "rest": counts["edits"] - counts["exact"] - counts["fout"]}


def twenty(work: Path, documents: dict[str, bytes], chance: random.Random) -> float:
    """Give the seconds that 20 files of reviewers take at once, in a trial run."""
    paths = []
    for number in range(20):
        reader, _ = edited(documents[NAMES[number % 2]], chance, noise=False, tracked=True)
        path = work / f"retour-{number}.docx"
        path.write_bytes(reader.bytes())
        paths.append(path)
    begin = time.process_time()
    done = verwerk(work / "input" / "2026", Opdracht(paths, "lezer", Keuzes(alles=True), proef=True))
    assert done.telt_op
    return time.process_time() - begin


if __name__ == "__main__":
    main()
