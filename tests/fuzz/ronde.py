"""Feed mutated text files of a round to the program: no traceback, no hang, and never a word lost in silence.

    python tests/fuzz/ronde.py --aantal 200000          # all seeds from 0
    python tests/fuzz/ronde.py --van 4711 --aantal 1    # one case again

Each number is a seed that makes the same round on every machine: one file of it is changed, mostly the letter
(`klein.py`). From 83,000 on (`rijk.py`) the round has every field and construct, and what changes are lines, fields and
values as well.

Where no error is found the documents may be written; then every word of the letter, and of every afspraak that is
published, must stand in its document, or on a line that a message names.
"""

from __future__ import annotations

import html
import random
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from brief.rounds.checking import check as check_round
from brief.rounds.making import Opdracht, make
from brief.rounds.opening import merged, open_round
from brief.rounds.templates import Sjablonen
from brief.text import Citation, Insert, Note, Run, Table, parse
from fuzz import klein, reeks, rijk
from fuzz.bladeren import forgotten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.diagnostics import Diagnostic
    from brief.text import Block, Document, Parsed, Span

SECONDS = 10.0
PROJECT = Path(__file__).resolve().parents[2]
CHECK_EVERY, FULL_EVERY = 4, 100
"""One case in so many goes through all rules, and all the way: templates and their rules, both documents, the reading
back."""

_MARKS = (
    "*", "**", "_", "^", "~", "~~", "[", "]", "(", ")", "](", "[^", "[^bron]", "[^x]: ", "[@kst-29435-267]",
    "@kst-29435-268",
    "^[", "[-@kst-29435-267]", "[@{kst-29435-267}]", "; ", ", ", "<!--", "-->", "<!-- weg -->", "<b>",
    "</b>", "<u>", "<br>",
    "<", ">", "&", "&amp;", "&#0;", "`", "```", "$x$", "\\", "\\\n", "  \n", "|", "| a | b |", "|---|---|", "a | b",
    "---", "===", "+--+--+", "# ", "#", "## ", "- ", "+ ", "* ", "1. ", "(a) ", "– ", "II. ", "    ", "\t", "> ",
    ":::", "::: {.afspraken}", "::: {.afspraken thema=water}", "::: {afspraken}", "![plaatje](x.png)", "[leeg](",
    "[](https://leeg.nl)", '[t](https://x.nl "titel")', "[een][twee]", "[een]: https://x.nl", "<mail@x.nl>",
    "{.klasse}", "\x0b", "\x0c", "\u2028", "\x85", "\xa0", "\u200b", "\xad", "\ufeff", "\x00", "\x07", "\r", "\r\n",
    "\n", "\n\n", "é", "𝒳", "\u202e", ": ", "'", '"', "{", "}", "[a, b]", "!!python/object:x", "&anker ", "*anker",
    "%", "? ", "|\n", ">-\n", "null", "2026-13-40", "1e999", "0x10", "~", "yes", "- - - ",
    "# brief: negeer BR417 reden\n", "<<: *a", "..\n", "...\n", "---\n",
)  # fmt: skip
_TAG = re.compile(r"</?(?:br|b|strong|i|em|sup|sub)\s*/?>", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{2,}")


def case(seed: int) -> dict[str, bytes]:
    """Make the files of one seed."""
    rng = random.Random(seed)
    if seed >= rijk.FIRST:
        return {name: _bytes(text, rng) for name, text in rijk.changed(rng, _MARKS).items()}
    files = {name: text.encode() for name, text in klein.FILES.items()}
    name, text = klein.changed(rng, _MARKS)
    files[name] = _bytes(text, rng)
    return files


def _bytes(text: str, rng: random.Random) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.03:
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice((b"\xff", b"\xc3", b"\x00", b"\xef\xbb\xbf", b"\xed\xa0\x80")) + data[at:]
    return data


def check(seed: int) -> str:
    """Try one case; give what is wrong, or nothing."""
    with tempfile.TemporaryDirectory(prefix="brief-fuzz-") as made:
        folder = Path(made) / "input" / "2026"
        for name, data in {**case(seed), "dossiers/noord.md": b"# Dossier\n", "dossiers/oost.md": b"# Oost\n"}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        started = time.process_time()
        try:
            lost = _run(folder, Path(made), seed)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        seconds = time.process_time() - started
    return lost or (f"took {seconds:.1f} s" if seconds > SECONDS else "")


def _run(folder: Path, project: Path, seed: int) -> str:
    opened = open_round(folder)
    if seed % FULL_EVERY:
        vars(opened)["sjablonen"] = Sjablonen({})  # they are the same in every case, and take half the time
    if seed % CHECK_EVERY == 0:
        check_round(opened)
    if seed % FULL_EVERY == 0:
        shutil.copytree(PROJECT / "templates", project / "templates")
        make(Opdracht(folder))
    bestanden = opened.bestanden
    if bestanden is None:
        return "" if any(each.is_error for each in opened.findings) else "not readable, and no error says so"
    together = merged(opened, bestanden, "v01")
    findings = (*opened.findings, *together.meldingen)
    if any(each.is_error for each in findings):
        return ""
    if seed >= rijk.FIRST and (values := forgotten(bestanden, findings)):
        return f"values lost: {' '.join(values[:4])}"
    lost = list(_lost(opened.brief, together.kamerbrief, findings))
    shown = _shown(together.afsprakenlijst)
    for afspraak in bestanden.afspraken:
        if afspraak.te_publiceren:
            read = parse(afspraak.geldende_tekst)
            about = [each.message + (each.hint or "") for each in read.diagnostics]
            lost += [
                word for word in _words(read, frozenset()) if word not in shown and word not in _letters(str(about))
            ]
    return f"words lost: {' '.join(lost[:8])}" if lost else ""


def _lost(read: Parsed, document: Document, findings: Iterable[Diagnostic]) -> Iterator[str]:
    """Give the words of the letter that stand neither in the document nor on a line that a message names."""
    named = {each.place.line for each in findings if each.place is not None and each.place.file == read.file}
    unused = {line for name, line in read.note_lines.items() if any(f"'{name}'" in each.message for each in findings)}
    shown = _shown(document)
    said = _letters(" ".join(each.message for each in findings))
    yield from (word for word in _words(read, frozenset(named) | unused) if word not in shown and word not in said)


def _words(read: Parsed, named: frozenset[int | None]) -> Iterator[str]:
    """Give the words as typed, but for those of names: of notes, papers, blocks and addresses."""
    said = " ".join(_names(read))
    names = _letters(said + _TAG.sub("", said))  # an address keeps the tags in it
    inside = _spoken_for(read, named)
    for number, row in enumerate(read.rows, read.first_line):
        if number not in inside:
            words = (_letters(word[0]) for word in _WORD.finditer(html.unescape(_TAG.sub("", row))))
            yield from (word for word in words if word and word not in names)


def _spoken_for(read: Parsed, named: frozenset[int | None]) -> set[int | None]:
    """Give the lines that a message speaks for: those it names, and the lines after it up to the next block."""
    starts = sorted({*read.lines, *read.note_lines.values(), *(line for line, _ in read.remarks)})
    lines: set[int | None] = set(named)
    for line in named:
        if line is not None:
            end = next((start for start in starts if start > line), read.first_line + len(read.rows))
            lines.update(range(line, end))
    return lines


def _names(read: Parsed) -> Iterator[str]:
    yield from read.notes
    yield from (said for _, said in read.remarks)
    for block in read.blocks:
        if isinstance(block, Insert):
            yield " ".join([block.name, *(word for pair in block.attributes for word in pair)])
        yield getattr(block, "marker", "")
    for told in read.told:
        yield f"dekt {' '.join(word for pair in told.attributes.items() for word in pair)}"
    for span in (*(s for block in read.blocks for s in _spans(block)), *(s for n in read.notes.values() for s in n)):
        if isinstance(span, Run) and span.link:
            yield span.link
        if isinstance(span, Citation):
            yield " ".join(each.key for each in span.references)
        yield getattr(span, "name", "")


def _spans(block: Block) -> tuple[Span, ...]:
    if isinstance(block, Table):
        return tuple(span for row in block.rows for cell in row for span in cell)
    return () if isinstance(block, Insert) else block.spans


def _shown(document: Document) -> str:
    """Give the letters of a document, with the tags in them that are printed as they were typed, and without."""
    text = _document_text(document)
    return _letters(text) + _letters(_TAG.sub("", text))


def _document_text(document: Document) -> str:
    return " ".join(_span_text(span) for element in document.body for span in _spans(element.block))


def _span_text(span: Span) -> str:
    if isinstance(span, Note):
        return f"{' '.join(_span_text(each) for each in span.spans)} {span.key}"
    return getattr(span, "text", "")


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def main() -> int:
    """Run the cases asked for; exit 1 when one fails."""
    return reeks.run(check, reeks.arguments(__doc__).parse_args())


if __name__ == "__main__":
    sys.exit(main())
