"""Make of each note what `brief.md` holds: the keys of the papers that it cites, or a free note with its own words.

Keys print as the house writes a reference. A note becomes keys only when they say the very same papers and pages; words
of its own make it a free note, which keeps them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.intake.letter.marks import with_notes_below
from brief.intake.letter.papers import Papers, suffix_of
from brief.kamerstuk import find, resolve
from brief.text.model import Citation, NoteMark, Reference, Run
from brief.text.normal import normalise_spans
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.kamerstuk import Verwijzing
    from brief.text.model import Span, Spans

_PART = re.compile(r"^[\s\u00a0]*+(?:[;,]|en|alsmede|alsook|respectievelijk)?[\s\u00a0]*$")
# what may stand before a reference and is printed with it: `zie ook`
_PREFIX = re.compile(
    r"^[\s\u00a0]*+(?:[;,]|en)?[\s\u00a0]*+"
    r"((?:zie(?: ook| bijvoorbeeld| hiervoor| verder| onder meer)?|vgl\.|vergelijk|ook)):?[\s\u00a0]*$",
    re.IGNORECASE,
)
_END = re.compile(r"^[\s\u00a0]*+[.;]?[\s\u00a0]*$")
_WORD = re.compile(r"[^\W\d_]{5,}")
_DULL = {"deze", "hierbij", "zoals", "onder", "tweede", "kamer", "kamerstuk", "kamerstukken", "vergaderjaar"}


class Notes(Struct):
    """What became of the notes by the name of their mark: a citation, or the name of a free note.

    `free` are the texts of the free notes; `changed` the notes of which the words are printed otherwise (old, new).
    """

    marks: dict[str, Citation | NoteMark] = field(default_factory=dict)
    free: dict[str, Spans] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


def make_notes(
    texts: Mapping[str, Spans], order: Sequence[str], papers: Papers, names: Mapping[str, str] | None = None
) -> Notes:
    """Make the notes in the order in which the text refers to them; `papers` takes the papers that they cite.

    `names` are the names that free notes had in the round that the letter was made of.
    """
    result, counts = Notes(), dict[str, int]()
    cited = _cited(texts, order)
    for name in order:
        spans = texts.get(name, ())
        text = plain_spans(spans)
        found, unread = cited[name]
        citation = None if unread else _citation(text, found, papers)
        if citation is not None:
            result.marks[name] = citation
            continue
        if unread:
            result.unread.append(name)
        named = (names or {}).get(name, "")
        slug = named if named and named not in result.free else _slug(text, result.free, counts)
        result.marks[name] = NoteMark(slug)
        result.free[slug] = _free(spans, found, papers) if not unread else normalise_spans(spans)
    return result


def _cited(texts: Mapping[str, Spans], order: Sequence[str]) -> dict[str, tuple[list[Verwijzing], bool]]:
    """Find the papers of each note, short forms such as "idem" followed; True when something could not be read."""
    whole, notes = with_notes_below("", texts, order)
    found = find(whole)
    followed = resolve(whole, found, notes)
    every = sorted((*found.verwijzingen, *followed.verwijzingen), key=lambda each: each.begin)
    doubt = [begin for begin, _ in (*found.ongelezen, *found.jaren)]
    doubt += [begin for begin, _, _ in followed.onvolgbaar]
    return {
        note.merk: (
            [
                replace(each, begin=each.begin - note.begin, eind=each.eind - note.begin)
                for each in every
                if note.begin <= each.begin < note.eind
            ],
            any(note.begin <= place < note.eind for place in doubt),
        )
        for note in notes
    }


def _citation(text: str, found: Sequence[Verwijzing], papers: Papers) -> Citation | None:
    """Give the citation that says what a note says; None when the note has words of its own."""
    if not found or not _END.match(text[found[-1].eind :]):
        return None
    references: list[Reference] = []
    at = 0
    for each in found:
        before = text[at : each.begin]
        titled = papers.titled(before, each) if not references else ""
        prefix = _PREFIX.match(before)
        if not (titled or prefix or (_PART.match(before) and (references or not before.strip()))):
            return None
        words = " ".join(prefix[1].split()) if prefix else ""
        references.append(Reference(each.sleutel, words[:1].lower() + words[1:], suffix_of(each)))
        at = each.eind
    if not all(papers.take(each) for each in found):
        return None
    return Citation(tuple(references))


def _free(spans: Spans, found: Sequence[Verwijzing], papers: Papers) -> Spans:
    """Give a note with words of its own, each paper that it cites as its key."""
    taken = [each for each in found if papers.take(each)]
    result: list[Span] = []
    at = 0
    for span in spans:
        if not isinstance(span, Run):
            result.append(span)
            continue
        begin, end = 0, at + len(span.text)
        for each in (one for one in taken if at <= one.begin and one.eind <= end):
            result.append(replace(span, text=span.text[begin : each.begin - at]))
            result.append(Citation((Reference(each.sleutel, "", suffix_of(each)),)))
            begin = each.eind - at
        result.append(replace(span, text=span.text[begin:]))
        at = end
    return normalise_spans(each for each in result if not isinstance(each, Run) or each.text)


def _slug(text: str, taken: Mapping[str, Spans], counts: dict[str, int]) -> str:
    """Give a name for a free note: its first word of some length, with its number when that name is `taken`."""
    words = [word for word in _WORD.findall(text.lower()) if word not in _DULL]
    base = words[0] if words else "noot"
    name, count = base, counts.get(base, 1)
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    counts[base] = count
    return name
