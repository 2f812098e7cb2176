"""Put notes back that came as text: from a web page or PDF, a digit against a word and a list of notes below.

A note is put back only when one place in the text fits it, and all of them in order. Else the letter is refused, with
the places that compete: a note on the wrong word is worse than no note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.dossier.blocks import drop_start
from brief.intake.letter.model import Bestemming, Deel
from brief.kamerstuk import find, note_spans
from brief.text.dutch import eerste
from brief.text.model import ListItem, NoteMark, Paragraph, Run, Style
from brief.text.normal import normalise_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.dossier.blocks import SourceBlock
    from brief.text.model import Span, Spans

# gestuurd1 · vastgesteld.2 · (NOVEX)3 · gezegd”4 · [5]
_GLUED = re.compile(r"(?<=[^\W\d_])[”’\")\]]{0,2}[.,;:]?[”’\")]?(?P<n>\d{1,3})(?![\w%€°/-])(?![.,]\d)")
_BRACKET = re.compile(r"\[(?P<n>\d{1,3})\]")
_SMALL = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}")
_DIGITS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
# km2, m3, CO2, PM10, G40, A2: a digit that belongs to what it stands against
_OWN_DIGIT = re.compile(r"(?:^|[^\w])(?:[kcdmµ]?m|ha|CO|NO|NH|SO|PM|O|N|H|[A-Z]{1,2})$")
# 10⁶, x²: a power
_POWER = re.compile(r"(?:\d|(?:^|[^\w])[A-Za-z])$")
# the heading above a list of notes
_TITLE = re.compile(r"^(?:voet|eind)?noten:?$", re.IGNORECASE)
_BACK = re.compile(r"(?<![ \u00a0])[ \u00a0]*[\u21a9\u2191^](?:[\ufe0e\ufe0f])?[ \u00a0]*$")
_PREFIX = "geplakt-"
_BEFORE = 12
"""Characters before a digit that say whether it belongs to them; more than any unit has."""


class Mark(Struct, frozen=True):
    """A place where a note can be meant: in which block (by its place in the row), from which character, how long."""

    number: int
    block: int
    begin: int
    end: int
    sure: bool


class Pasted(Struct):
    """The blocks with note marks for digits, the texts of the notes by name, and what went where."""

    blocks: list[SourceBlock]
    notes: dict[str, Spans] = field(default_factory=dict)
    delen: list[Deel] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)


def restore(blocks: Sequence[SourceBlock]) -> Pasted:
    """Find the list of notes and the mark of each in the text; without a list the blocks stay as they are."""
    result = Pasted(list(blocks))
    listed = _list_of_notes(blocks)
    own = set(listed.values())
    marks = [mark for at, block in enumerate(blocks) if at not in own for mark in _marks(at, block)]
    if not listed:
        _tell_loose(blocks, marks, result)
        return result
    wanted = [mark for mark in marks if mark.number in listed]
    if not wanted:
        _tell_unmarked(blocks, listed, result)
        return result
    chosen = _choose(wanted, len(listed))
    if chosen is None:
        _refuse(blocks, wanted, listed, result)
        return result
    _put_back(blocks, listed, chosen, result)
    return result


def _list_of_notes(blocks: Sequence[SourceBlock]) -> dict[int, int]:
    """Give the block of each note by its number, when the text ends in a list of them; of papers, anywhere."""
    lines = [" ".join((f"{block.number} {block.text}" if block.number else block.text).split()) for block in blocks]
    starts: dict[int, int] = {}
    at = 0
    for number, line in enumerate(lines):
        starts[at] = number
        at += len(line) + 1
    text = "\n".join(lines)
    found: dict[int, int] = {}
    for note in note_spans(text):
        begin = text.rfind("\n", 0, note.begin) + 1
        if begin not in starts or blocks[starts[begin]].notes or blocks[starts[begin]].heading:
            return {}
        found[note.nummer] = starts[begin]
    if not found:
        return {}
    papers = all(find(blocks[each].text).verwijzingen for each in found.values())
    tail = list(found.values()) == list(range(len(blocks) - len(found), len(blocks)))
    return found if papers or tail else {}


def _marks(at: int, block: SourceBlock) -> Iterator[Mark]:
    if block.is_table or not hasattr(block.block, "spans"):
        return
    begin = 0
    offset = block.offset
    before = ""
    for span in block.spans:
        if not isinstance(span, Run):
            continue
        yield from _marks_in(span, before, at, begin + offset)
        before = (before + span.text)[-40:]
        begin += len(span.text)


def _marks_in(run: Run, before: str, at: int, begin: int) -> Iterator[Mark]:
    own = _OWN_DIGIT.search(before.rstrip(".,"))
    if run.style & Style.SUPERSCRIPT and run.text.strip().isdecimal():
        if not own and not _POWER.search(before):
            lead = len(run.text) - len(run.text.lstrip())
            digits = run.text.strip()
            yield Mark(int(digits), at, begin + lead, begin + lead + len(digits), sure=True)
        return
    for found in _SMALL.finditer(run.text):
        words = (before + run.text)[: len(before) + found.start()][-_BEFORE:]
        if not _OWN_DIGIT.search(words) and not _POWER.search(words):
            yield Mark(int(found[0].translate(_DIGITS)), at, begin + found.start(), begin + found.end(), sure=True)
    for found in _BRACKET.finditer(run.text):
        yield Mark(int(found["n"]), at, begin + found.start(), begin + found.end(), sure=True)
    for found in _GLUED.finditer(run.text):
        if not _OWN_DIGIT.search(run.text[max(0, found.start() - _BEFORE) : found.start()]):
            yield Mark(int(found["n"]), at, begin + found.start("n"), begin + found.end(), sure=False)


def _choose(marks: Sequence[Mark], count: int) -> list[Mark] | None:
    """Choose one mark for each of 1 … count, in the order of the text, when that can be done in one way only.

    Where a number stands raised or in brackets, a digit against a word does not count.
    """
    sure = {mark.number for mark in marks if mark.sure}
    ways = _ways([mark for mark in marks if mark.sure or mark.number not in sure], count)
    return ways[0] if len(ways) == 1 else None


def _ways(marks: Sequence[Mark], count: int) -> list[list[Mark]]:
    """Give up to two ways to follow 1 … count through the text."""
    by_number: dict[int, list[Mark]] = {}
    for mark in marks:
        by_number.setdefault(mark.number, []).append(mark)
    ways: list[list[Mark]] = [[]]
    for number in range(1, count + 1):
        longer = [
            [*way, mark]
            for way in ways
            for mark in by_number.get(number, ())
            if not way or (way[-1].block, way[-1].begin) < (mark.block, mark.begin)
        ]
        ways = longer[: 2 if number == count else 64]
        if not ways:
            return []
    return ways


def _put_back(blocks: Sequence[SourceBlock], listed: dict[int, int], chosen: Sequence[Mark], result: Pasted) -> None:
    by_block: dict[int, list[Mark]] = {}
    for mark in chosen:
        by_block.setdefault(mark.block, []).append(mark)
        block = blocks[mark.block]
        digits = block.text[mark.begin : mark.end]
        name = f"{_PREFIX}{mark.number}"
        result.delen.append(
            Deel(block.index, mark.begin, mark.end, Bestemming.NOOT, f"nummer van {name}", digits, block.place)
        )
    for at, marks in by_block.items():
        result.blocks[at] = _marked(blocks[at], marks)
    for number, at in listed.items():
        _take_note(blocks[at], number, result)
    gone = set(listed.values())
    above = min(gone) - 1
    if above >= 0 and _TITLE.match(blocks[above].text.strip()):
        gone.add(above)
        _leave(blocks[above], "kop boven de lijst van noten", result)
    result.blocks = [block for at, block in enumerate(result.blocks) if at not in gone]
    message = f"{len(listed)} voetnoten die als tekst waren geplakt, staan weer bij hun woord: " + ", ".join(
        f"{mark.number} bij '{_word_before(blocks[mark.block], mark)}'" for mark in chosen
    )
    place = blocks[chosen[0].block].place
    result.meldingen.append(Diagnostic("BR605", Severity.INFO, message, place))


def _leave(block: SourceBlock, reason: str, result: Pasted) -> None:
    text = block.text
    result.delen.append(Deel(block.index, 0, len(text), Bestemming.REST, reason, text.strip(), block.place))


def _word_before(block: SourceBlock, mark: Mark) -> str:
    words = block.text[: mark.begin].split()
    return words[-1].strip('.,;:)”’"([') if words else ""


def _marked(block: SourceBlock, marks: Sequence[Mark]) -> SourceBlock:
    """Give a block with a note mark in the place of each of these digits."""
    offset = block.offset
    spans: list[Span] = []
    at = offset
    for span in block.spans:
        if not isinstance(span, Run):
            spans.append(span)
            continue
        begin = 0
        for mark in (each for each in marks if at <= each.begin < at + len(span.text)):
            spans += [replace(span, text=span.text[begin : mark.begin - at]), NoteMark(f"{_PREFIX}{mark.number}")]
            begin = mark.end - at
        spans.append(replace(span, text=span.text[begin:]))
        at += len(span.text)
    made = normalise_spans(span for span in spans if not isinstance(span, Run) or span.text)
    inner = block.block
    names = tuple(f"{_PREFIX}{mark.number}" for mark in marks)
    changed = replace(inner, spans=made) if isinstance(inner, ListItem | Paragraph) else inner
    return replace(block, block=changed, notes=(*block.notes, *names))


def _take_note(block: SourceBlock, number: int, result: Pasted) -> None:
    """Take the text of a note out of its line: without its number, and without the arrow back to the text."""
    text = block.text
    lead = re.match(r"\s*(?:\[\^?\d{1,3}\]:?|\d{1,3}[.):]?)?[ \t\u00a0]*", text)
    start = lead.end() if lead and not block.number else 0
    back = _BACK.search(text)
    end = back.start() if back else len(text)
    name = f"{_PREFIX}{number}"
    if start:
        result.delen.append(
            Deel(block.index, 0, start, Bestemming.NOOT, f"nummer van {name}", text[:start].strip(), block.place)
        )
    result.delen.append(Deel(block.index, start, end, Bestemming.NOOT, name, text[start:end].strip(), block.place))
    if back:
        reason = "pijl terug naar de tekst"
        result.delen.append(Deel(block.index, end, len(text), Bestemming.REST, reason, back[0].strip(), block.place))
    spans = drop_start(block.spans, max(0, start - block.offset))
    result.notes[name] = normalise_spans(_cut_end(spans, len(text.rstrip()) - end))


def _cut_end(spans: Spans, count: int) -> Spans:
    left = list(spans)
    while count and left:
        last = left.pop()
        if isinstance(last, Run):
            kept = last.text[: max(0, len(last.text) - count)]
            count = max(0, count - len(last.text))
            left += [replace(last, text=kept)] if kept else []
    return tuple(left)


def _refuse(blocks: Sequence[SourceBlock], marks: Sequence[Mark], listed: dict[int, int], result: Pasted) -> None:
    """Say which notes have no place, or more than one, with the words."""
    sure = {mark.number for mark in marks if mark.sure}
    for number in listed:
        own = [mark for mark in marks if mark.number == number and (mark.sure or number not in sure)]
        if len(own) == 1:
            continue
        words = eerste([f"'{_word_before(blocks[mark.block], mark)}{mark.number}'" for mark in own], 3)
        message = f"noot {number} van de lijst onder de tekst kan bij meer woorden horen: {words}"
        place = blocks[own[1].block].place if own else blocks[listed[number]].place
        if not own:
            message = f"noot {number} van de lijst onder de tekst heeft in de tekst geen nummer"
        hint = f"zet in Word [{number}] achter het woord waar noot {number} hoort; een gewone lijst krijgt streepjes"
        result.meldingen.append(Diagnostic("BR604", Severity.FOUT, message, place, hint=hint))
    if not result.meldingen:
        message = "de nummers van de noten staan in de tekst niet op volgorde"
        hint = "zet in het Word-bestand [1], [2] … achter de woorden waar de noten horen"
        result.meldingen.append(Diagnostic("BR604", Severity.FOUT, message, blocks[marks[0].block].place, hint=hint))


def _tell_loose(blocks: Sequence[SourceBlock], marks: Sequence[Mark], result: Pasted) -> None:
    """Tell digits that look like the mark of a note, where there is no note: only when they begin at 1 and go on."""
    ways = _ways(marks, 1)
    loose = [mark for mark in marks if mark.sure] or (list(marks) if ways else [])
    if not loose:
        return
    words = eerste([f"'{_word_before(blocks[mark.block], mark)}{mark.number}'" for mark in loose], 5)
    message = f"dit lijkt het nummer van een voetnoot, maar er is geen noot bij: {words}"
    hint = "hoort er een noot bij? Zet in brief.md [^naam] op die plaats, en onderaan [^naam]: de tekst"
    place = blocks[loose[0].block].place
    result.meldingen.append(Diagnostic("BR606", Severity.WAARSCHUWING, message, place, hint=hint))


def _tell_unmarked(blocks: Sequence[SourceBlock], listed: dict[int, int], result: Pasted) -> None:
    """Tell that a list of papers stands below a text without marks; an ordinary list is no reason to speak."""
    if not all(find(blocks[at].text).verwijzingen for at in listed.values()):
        return
    message = f"deze lijst van {len(listed)} stukken lijkt een lijst van voetnoten, maar in de tekst staan geen nummers"
    hint = "zij staat nu als lijst in brief.md; zet [@kst-…] waar elk stuk hoort en haal de lijst weg"
    place = blocks[min(listed.values())].place
    result.meldingen.append(Diagnostic("BR606", Severity.WAARSCHUWING, message, place, hint=hint))
