"""Find the tags of a template, paragraph by paragraph, and make each whole.

Word cuts a text into runs where it likes, so that a tag may lie in pieces: `{{ dat` and `um }}`. A tag is put together
in its first piece and looks as that piece looks. Where the pieces lie in different things (half in a hyperlink, half in
a tracked change) that cannot be done, and the place is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.names import w
from brief.word.template.typed import as_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_LOOSE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_TRACKED = {
    w(name): words
    for name, words in (
        ("ins", "ingevoegde"),
        ("del", "verwijderde"),
        ("moveFrom", "verplaatste"),
        ("moveTo", "verplaatste"),
    )
}
_HARMLESS = {
    w(name)
    for name in (
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "permStart",
        "permEnd",
    )
}
_RUN_HARMLESS = {w("rPr"), w("t"), w("lastRenderedPageBreak")}
MOST_BOOKMARKS = 5_000
"""Bookmarks a part may hold: a template has tens of them, and each is kept in its place."""
MOST_TAGS = 2_000
"""Tags a part may hold; each takes Jinja some time."""
_SPACES = re.compile("[\t\n\r]")
_AROUND = 60
_MOST_LOOSE = 2
"""Loose braces reported of one paragraph: the first tell enough."""
_LONG = 80
_LONGEST = 160


class Spot(Struct, frozen=True):
    """A paragraph of a template: its part, its number from 1 in that part, and its element."""

    file: str
    part: str
    number: int
    element: etree._Element
    text: str

    def place(self, start: int = 0, end: int = 0) -> Place:
        """Give the place with the words around a stretch of the paragraph's text."""
        left = max(0, start - _AROUND // 2)
        right = min(len(self.text), max(end, start) + _AROUND // 2, left + _LONGEST)
        excerpt = ("…" if left else "") + self.text[left:right] + ("…" if right < len(self.text) else "")
        return Place(self.file, part=self.part, paragraph=self.number, excerpt=excerpt)


class Tag(Struct, frozen=True):
    """One tag: its kind (`{{`, `{%` or `{#`), its reach for docxtpl (`p`, `tr`, `tc`, `r` or none), what it says."""

    spot: Spot
    start: int
    end: int
    kind: str
    reach: str
    inner: str
    run: etree._Element

    @property
    def source(self) -> str:
        """The tag as it stands in the template, cut when it is long."""
        source = self.spot.text[self.start : self.end]
        return source if len(source) <= _LONG else f"{source[:_LONG]}… {source[-2:]}"

    @property
    def plain(self) -> str:
        """The tag as docxtpl and Jinja read it."""
        return f"{self.kind}{self.reach} {self.inner} {'}}' if self.kind == '{{' else self.kind[1] + '}'}"

    def fault(self, code: str, message: str, hint: str, label: str | None = None) -> Diagnostic:
        """Make a message about this tag."""
        return Diagnostic(code, Severity.FOUT, message, self.spot.place(self.start, self.end), label=label, hint=hint)


class Scan(Struct):
    """The tags of a part in order, and what is wrong with their shape."""

    tags: list[Tag]
    faults: list[Diagnostic]
    too_many: bool = False


def find_tags(text: str) -> Iterator[tuple[int, int]]:
    """Find `{{ datum }}`, `{% if concept %}`, `{# opmerking #}`: where each begins and ends; in linear time."""
    position = 0
    never_closed: set[str] = set()
    while (found := _OPENING.search(text, position)) is not None:
        kind = found[0]
        end = -1 if kind in never_closed else text.find(_CLOSING[kind], found.end())
        if end < 0:
            never_closed.add(kind)
            position = found.start() + 1
            continue
        position = end + 2
        yield found.start(), position


def first_tag(text: str) -> str:
    """Give the first tag in a text, empty when there is none."""
    return next((text[start:end] for start, end in find_tags(text)), "")


def scan_part(root: etree._Element, file: str, part: str) -> Scan:
    """Find the tags of a part and put each together in one `w:t`; changes `root`."""
    scan = Scan([], [])
    if next(islice(root.iter(w("bookmarkStart")), MOST_BOOKMARKS, None), None) is not None:
        hint = f"ten hoogste {MOST_BOOKMARKS} bladwijzers; verwijder ze in Word (Invoegen, Bladwijzer)"
        message = "er staan te veel bladwijzers in dit onderdeel"
        scan.faults = [Diagnostic("BR312", Severity.FOUT, message, Place(file, part=part), hint=hint)]
        scan.too_many = True
        return scan
    for number, paragraph in enumerate(root.iter(w("p")), 1):
        texts = list(texts_of(paragraph))
        for element in texts:
            element.text = _SPACES.sub(" ", element.text or "")  # docxtpl would make breaks and tabs of them
        text = "".join(element.text or "" for element in texts)
        spot = Spot(file, part, number, paragraph, text)
        if "{" in text or "}" in text:
            _scan_paragraph(spot, texts, scan)
        if len(scan.tags) > MOST_TAGS:
            hint = f"ten hoogste {MOST_TAGS} tags; herhaal met {{%p for … %}} wat op elkaar lijkt"
            scan.faults = [scan.tags[0].fault("BR312", "er staan te veel tags in dit onderdeel", hint)]
            scan.too_many = True
            return scan
    return scan


def texts_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Give the `w:t` of a paragraph, without those of paragraphs inside it (text boxes)."""
    for element in paragraph.iter(w("t"), w("delText")):
        if next(element.iterancestors(w("p"))) is paragraph:
            yield element


def _scan_paragraph(spot: Spot, texts: list[etree._Element], scan: Scan) -> None:
    ends = list(accumulate(len(element.text or "") for element in texts))
    position = 0
    loose: list[Diagnostic] = []
    first = len(scan.tags)
    for start, end in islice(find_tags(spot.text), MOST_TAGS + 1):
        loose += _loose(spot, position, start)
        position = end
        pieces = texts[bisect_right(ends, start) : bisect_left(ends, end) + 1]
        _scan_tag(spot, [piece for piece in pieces if piece.text], start, end, scan)
    if len(scan.tags) > MOST_TAGS:
        return
    loose += _loose(spot, position, len(spot.text))
    scan.faults += loose[:_MOST_LOOSE]
    _rejoin(spot, texts, scan.tags[first:])


def _scan_tag(spot: Spot, pieces: list[etree._Element], start: int, end: int, scan: Scan) -> None:
    tag = _tag(spot, start, end, pieces[0])
    tracked = next((found for piece in pieces if (found := _tracked(piece)) is not None), None)
    if tracked is not None:
        hint = "aanvaard of verwerp de wijziging in Word (tabblad Controleren) en bewaar het sjabloon opnieuw"
        scan.faults.append(
            tag.fault("BR323", f"de tag {tag.source} staat in een bijgehouden wijziging ({tracked} tekst)", hint)
        )
    elif not _one_piece(pieces):
        hint = "wis de tag en typ hem in één keer opnieuw, zonder tab of nieuwe regel erin"
        scan.faults.append(
            tag.fault("BR313", f"de tag {tag.source} is verdeeld over delen die niet bij elkaar horen", hint)
        )
    else:
        scan.tags.append(tag)


def _tag(spot: Spot, start: int, end: int, first: etree._Element) -> Tag:
    source = as_typed(spot.text[start:end])
    found = re.match(r"(tr|tc|p|r)(?=\s)", source[2:-2])
    reach = found[1] if found else ""
    inner = source[2 + len(reach) : -2].strip("-").strip()
    run = first.getparent()
    assert run is not None
    return Tag(spot, start, end, source[:2], reach, inner, run)


def _tracked(element: etree._Element) -> str | None:
    return next((_TRACKED[str(a.tag)] for a in element.iterancestors() if a.tag in _TRACKED), None)


def _one_piece(pieces: list[etree._Element]) -> bool:
    """Tell whether the pieces of a tag lie in runs side by side with nothing of meaning between."""
    run, last = pieces[0].getparent(), pieces[-1].getparent()
    if run is None or last is None or run.getparent() is not last.getparent():
        return False
    inside: etree._Element | None = pieces[0]
    while True:
        while inside is not None:
            if inside is pieces[-1]:
                return True
            if inside.tag not in _RUN_HARMLESS:
                return False
            inside = inside.getnext()
        run = run.getnext()
        while run is not None and run.tag in _HARMLESS:
            run = run.getnext()
        if run is None or run.tag != w("r"):
            return False
        inside = run[0] if len(run) else None


def _rejoin(spot: Spot, texts: list[etree._Element], tags: list[Tag]) -> None:
    """Move each tag into the `w:t` in which it begins, as Jinja reads it, and drop what docxtpl would stumble over."""
    owners = [element for element in texts for _ in element.text or ""]
    written: dict[etree._Element, list[str]] = {}
    position = 0
    for tag in tags:
        for owner, character in zip(owners[position : tag.start], spot.text[position : tag.start], strict=True):
            written.setdefault(owner, []).append(character)
        written.setdefault(owners[tag.start], []).append(tag.plain)
        position = tag.end
    for owner, character in zip(owners[position:], spot.text[position:], strict=True):
        written.setdefault(owner, []).append(character)
    for element in texts:
        if element in written:
            element.text = "".join(written[element])
        else:
            _remove_empty(element)


def _remove_empty(text: etree._Element) -> None:
    """Take out a text that is used up, and its run when that holds nothing else."""
    run = text.getparent()
    if run is None:
        return
    run.remove(text)
    holder = run.getparent()
    if holder is not None and all(child.tag == w("rPr") for child in run):
        holder.remove(run)


def _loose(spot: Spot, start: int, end: int) -> Iterator[Diagnostic]:
    for found in islice(_LOOSE.finditer(spot.text, start, end), _MOST_LOOSE):
        opens = found[0][0] == "{"
        closing = _CLOSING.get(found[0]) or "{" + found[0][0].replace("}", "{")
        what = f"{found[0]} zonder {closing} in dezelfde alinea"
        hint = f"zet {'aan het eind' if opens else 'aan het begin'} van de tag {closing}; een tag staat in één alinea"
        yield Diagnostic("BR304", Severity.FOUT, what, spot.place(found.start(), found.end()), hint=hint)


def paragraph_places(root: etree._Element, file: str, part: str) -> Callable[[etree._Element], Place]:
    """Give what finds the place of an element of a part: the number and the words of its paragraph."""
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(w("p")), 1)}
    found: dict[etree._Element, Place] = {}

    def place(element: etree._Element) -> Place:
        holder = element if element.tag == w("p") else next(element.iterancestors(w("p")), None)
        if holder is None:
            cell = next(element.iterancestors(w("tr"), w("tbl"), w("sdt")), element)
            holder = next(cell.iter(w("p")), None)
        if holder is None:
            return Place(file, part=part)
        if holder not in found:  # a paragraph can hold thousands of faults
            text = "".join(piece.text or "" for piece in texts_of(holder))
            found[holder] = Spot(file, part, numbers.get(holder, 0), holder, text).place()
        return found[holder]

    return place
