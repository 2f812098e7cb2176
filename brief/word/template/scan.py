"""Find the tags of a template, paragraph by paragraph, and make each whole.

Word cuts a text into runs where it likes, so that a tag may lie in pieces: `{{ dat` and `um }}`. A tag is put together
in its first piece and looks as that piece looks. Where the pieces lie in different things (half in a hyperlink, half in
a tracked change) that cannot be done, and the place is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.names import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

# `{{ datum }}`, `{% if concept %}`, `{%p endif %}`, `{# opmerking #}`
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
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
_QUOTES = str.maketrans("“”„‘’", '"""\'\'')
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a template: its part, its number from 1 in that part, and its element."""

    file: str
    part: str
    number: int
    element: etree._Element
    text: str

    def place(self, start: int = 0, end: int = 0) -> Place:
        """Give the place with the words around a stretch of the paragraph's text."""
        left, right = max(0, start - _AROUND // 2), min(len(self.text), max(end, start) + _AROUND // 2)
        excerpt = ("…" if left else "") + self.text[left:right] + ("…" if right < len(self.text) else "")
        return Place(self.file, part=self.part, paragraph=self.number, excerpt=excerpt)


@dataclass(frozen=True, slots=True)
class Tag:
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
        """The tag as it stands in the template."""
        return self.spot.text[self.start : self.end]

    def fault(self, code: str, message: str, hint: str, label: str | None = None) -> Diagnostic:
        """Make a message about this tag."""
        return Diagnostic(code, Severity.FOUT, message, self.spot.place(self.start, self.end), label=label, hint=hint)


@dataclass(slots=True)
class Scan:
    """The tags of a part in order, and what is wrong with their shape."""

    tags: list[Tag]
    faults: list[Diagnostic]


def scan_part(root: etree._Element, file: str, part: str) -> Scan:
    """Find the tags of a part and put each together in one `w:t`; changes `root`."""
    scan = Scan([], [])
    for number, paragraph in enumerate(root.iter(w("p")), 1):
        texts = list(_texts_of(paragraph))
        text = "".join(element.text or "" for element in texts)
        spot = Spot(file, part, number, paragraph, text)
        if "{" in text or "}" in text:
            _scan_paragraph(spot, texts, scan)
        _scan_hidden(spot, scan)
    return scan


def _texts_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Give the `w:t` of a paragraph, without those of paragraphs inside it (text boxes)."""
    for element in paragraph.iter(w("t"), w("delText")):
        if next(element.iterancestors(w("p"))) is paragraph:
            yield element


def _scan_paragraph(spot: Spot, texts: list[etree._Element], scan: Scan) -> None:
    position = 0
    for found in TAG.finditer(spot.text):
        scan.faults.extend(_loose(spot, position, found.start()))
        position = found.end()
        _scan_tag(spot, texts, found.start(), found.end(), scan)
    scan.faults.extend(_loose(spot, position, len(spot.text)))
    _rejoin(spot, texts, scan)


def _scan_tag(spot: Spot, texts: list[etree._Element], start: int, end: int, scan: Scan) -> None:
    pieces = _pieces(texts, start, end)
    tag = _tag(spot, start, end, pieces[0])
    tracked = next((found for piece in pieces if (found := _tracked(piece)) is not None), None)
    if tracked is not None:
        hint = "aanvaard of verwerp de wijziging in Word (tabblad Controleren) en bewaar het sjabloon opnieuw"
        scan.faults.append(
            tag.fault("BR306", f"de tag {tag.source} staat in een bijgehouden wijziging ({tracked} tekst)", hint)
        )
    elif not _one_piece(pieces):
        hint = "wis de tag en typ hem in één keer opnieuw"
        scan.faults.append(
            tag.fault("BR313", f"de tag {tag.source} is verdeeld over delen die niet bij elkaar horen", hint)
        )
    else:
        scan.tags.append(tag)


def _tag(spot: Spot, start: int, end: int, first: etree._Element) -> Tag:
    source = spot.text[start:end]
    found = re.match(r"(tr|tc|p|r)(?=\s)", source[2:-2])
    reach = found[1] if found else ""
    inner = source[2 + len(reach) : -2].strip("-").strip().translate(_QUOTES)
    run = first.getparent()
    assert run is not None
    return Tag(spot, start, end, source[:2], reach, inner, run)


def _pieces(texts: list[etree._Element], start: int, end: int) -> list[etree._Element]:
    pieces, position = [], 0
    for element in texts:
        length = len(element.text or "")
        if length and position < end and position + length > start:
            pieces.append(element)
        position += length
    return pieces


def _tracked(element: etree._Element) -> str | None:
    return next((_TRACKED[str(a.tag)] for a in element.iterancestors() if a.tag in _TRACKED), None)


def _one_piece(pieces: list[etree._Element]) -> bool:
    """Tell whether the pieces of a tag lie in runs side by side with nothing of meaning between."""
    first, last = pieces[0].getparent(), pieces[-1].getparent()
    if first is None or last is None or first.getparent() is not last.getparent():
        return False
    between: etree._Element | None = first
    runs = []
    while between is not None:
        if between.tag == w("r"):
            runs.append(between)
        elif between.tag not in _HARMLESS:
            return False
        if between is last:
            break
        between = between.getnext()
    return len(runs) == 1 or all(child.tag in _RUN_HARMLESS for run in runs for child in run)


def _rejoin(spot: Spot, texts: list[etree._Element], scan: Scan) -> None:
    """Move each tag into the `w:t` in which it begins, and drop what docxtpl would stumble over."""
    owners = [element for element in texts for _ in element.text or ""]
    characters = list(spot.text)
    for tag in scan.tags:
        if tag.spot is spot:
            for position in range(tag.start, tag.end):
                owners[position] = owners[tag.start]
    for element in texts:
        element.text = ""
    for owner, character in zip(owners, characters, strict=True):
        owner.text = (owner.text or "") + character
    for element in set(texts) - set(owners):
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
    for found in _LOOSE.finditer(spot.text, start, end):
        opens = found[0][0] == "{"
        closing = {"{{": "}}", "{%": "%}", "{#": "#}", "}}": "{{", "%}": "{%", "#}": "{#"}[found[0]]
        what = f"{found[0]} zonder {closing} in dezelfde alinea"
        hint = f"zet {'aan het eind' if opens else 'aan het begin'} van de tag {closing}; een tag staat in één alinea"
        yield Diagnostic("BR304", Severity.FOUT, what, spot.place(found.start(), found.end()), hint=hint)


def _scan_hidden(spot: Spot, scan: Scan) -> None:
    """Report tags where no reader of the page sees them: field codes and descriptions of pictures."""
    for element in spot.element.iter():
        if not isinstance(element.tag, str) or (element.tag == w("p") and element is not spot.element):
            continue
        values = [str(value) for value in element.attrib.values()]
        if element.tag in {w("instrText"), w("delInstrText")}:
            values.append(element.text or "")
        scan.faults.extend(_hidden(spot, text) for text in values if "{{" in text or "{%" in text)


def _hidden(spot: Spot, text: str) -> Diagnostic:
    hint = "een tag wordt alleen gevuld in gewone tekst; haal hem weg uit de veldcode, koppeling of beschrijving"
    place = Place(spot.file, part=spot.part, paragraph=spot.number, excerpt=spot.text[:_AROUND] or text[:_AROUND])
    return Diagnostic(
        "BR313", Severity.FOUT, f"de tag in {text[:_AROUND]!r} staat op een verborgen plek", place, hint=hint
    )
