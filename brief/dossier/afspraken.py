"""What is one afspraak: a numbered or first-level item with all under it, a lead-in with its items, or a paragraph.

The rule of the field is that *Voorgestelde afspraken* are taken over word for word; here is only decided where one ends
and the next begins, and each says why.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.text.model import Block, ListItem, Paragraph, Style, Table
from brief.text.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.dossier.blocks import Piece
    from brief.text.model import Blocks

BOLD_LEAD = "vetgedrukte aanhef met wat eronder staat"
LEAD = "aanhef met zijn punten"
NUMBERED = "genummerd punt met alles eronder"
ITEM = "punt op het eerste niveau met alles eronder"
PARAGRAPH = "alinea"
TABLE = "tabel"


class Group(Struct):
    """The pieces of one afspraak, and why they are one; `doubt` says what else it could be.

    `numbered` tells whether numbered items were gathered under an item without a number.
    """

    reason: str
    pieces: list[Piece]
    doubt: str = ""
    numbered: bool = False

    def blocks(self) -> Blocks:
        """Give the text, its outermost level 0 and what stands under a list item deeper than that item."""
        return normalise(_relevelled([piece.block for piece in self.pieces]))


def split_afspraken(pieces: Sequence[Piece]) -> list[Group]:
    """Part the pieces of *Voorgestelde afspraken* into afspraken, in order; every piece is in exactly one."""
    leads = _bold_leads(pieces)
    if not leads:
        return _without_leads(pieces)
    groups = _without_leads(pieces[: leads[0]])
    for start, end in zip(leads, [*leads[1:], len(pieces)], strict=True):
        groups.append(Group(BOLD_LEAD, list(pieces[start:end])))
    return groups


def _bold_leads(pieces: Sequence[Piece]) -> list[int]:
    """List the lines in bold, or headings, that lead what follows.

    A numbered line such as `2. Rijk en regio spreken samen af;` leads too, where a bold lead-in without number is taken
    for the first and no item has the number before it.
    """
    leads: list[int] = []
    numbers: set[int] = set()
    for n, piece in enumerate(pieces):
        value = _value(piece.block)
        goes_on = value > 1 and value - 1 not in numbers and bool(leads)
        announces = piece.text.rstrip()[-1:] in {":", ";"} and _next_is_item(pieces, n)
        if _is_bold_lead(piece) or (goes_on and announces):
            leads.append(n)
        numbers.add(value)
    return leads


def _is_bold_lead(piece: Piece) -> bool:
    if isinstance(piece.block, Table):
        return False
    if piece.sources[0].heading:
        return True
    bullet = isinstance(piece.block, ListItem) and not piece.block.ordered
    return not bullet and all(each.wholly(Style.BOLD) for each in piece.sources)


def _value(block: Block) -> int:
    """Give the number of a numbered item; 0 for everything else."""
    digits = block.marker.rstrip(".)") if isinstance(block, ListItem) else ""
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else 0


def _next_is_item(pieces: Sequence[Piece], n: int) -> bool:
    return n + 1 < len(pieces) and isinstance(pieces[n + 1].block, ListItem)


def _without_leads(pieces: Sequence[Piece]) -> list[Group]:
    groups: list[Group] = []
    end_of_numbers = _end_of_numbers(pieces)
    for n, piece in enumerate(pieces):
        current = groups[-1] if groups else None
        if current is not None and _belongs(piece, current, before_end=n < end_of_numbers):
            current.pieces.append(piece)
        else:
            groups.append(Group(_reason(pieces, n), [piece]))
    for group in groups:
        group.doubt = _doubt(group)
    for before, group in pairwise(groups):
        group.doubt = group.doubt or _goes_on(before.pieces[-1], group.pieces[0])
    return groups


def _goes_on(before: Piece, piece: Piece) -> str:
    """Say of two paragraphs that each are an afspraak that one sentence may run through both."""
    if isinstance(before.block, Table) or isinstance(piece.block, Table):
        return ""
    end, start = before.text.split()[-1:], piece.text.split()[:1]
    if not end or not start:
        return ""
    if end[0] in _LEADING:
        return _runs_on(end[0], start[0])
    if not start[0][0].islower() or (start[0] in _HALVES and end[0].endswith("-")):
        return ""
    both = isinstance(piece.block, Paragraph)  # an item may well begin in lower case
    behind = both and isinstance(before.block, ListItem) and end[0].endswith(";")  # closes the items, or the last one
    cut = len(end[0]) > 1 and end[0][-1] == "-" and end[0][-2].isalpha()
    if not cut and not behind and not (both and (end[0][-1].isalnum() or end[0][-1] in ",–")):
        return ""
    return _runs_on(end[0], start[0])


def _runs_on(end: str, start: str) -> str:
    return f"de zin kan doorlopen uit de alinea ervoor: '{end[-30:]}' en '{start[:30]}'"


def _reason(pieces: Sequence[Piece], n: int) -> str:
    block = pieces[n].block
    if isinstance(block, ListItem):
        return NUMBERED if block.ordered else ITEM
    if isinstance(block, Table):
        return TABLE
    return LEAD if pieces[n].text.rstrip().endswith((":", ";")) and _next_is_item(pieces, n) else PARAGRAPH


def _end_of_numbers(pieces: Sequence[Piece]) -> int:
    """Give up to where loose paragraphs belong to the numbered item before them.

    That is up to the last number; to the end, where paragraphs stand between the numbers as well.
    """
    numbers = [
        n for n, p in enumerate(pieces) if isinstance(p.block, ListItem) and p.block.ordered and not p.block.level
    ]
    if not numbers:
        return 0
    between = any(isinstance(piece.block, Paragraph) for piece in pieces[numbers[0] : numbers[-1]])
    return len(pieces) if between else numbers[-1]


def _belongs(piece: Piece, current: Group, *, before_end: bool) -> bool:
    """Tell whether a piece stands under the afspraak that is being gathered."""
    block = piece.block
    if isinstance(block, Table):
        return True
    if isinstance(block, Paragraph):
        return block.level > 0 or (current.reason == NUMBERED and before_end)
    if not isinstance(block, ListItem):
        return False
    opener = current.pieces[0].block
    if not isinstance(opener, ListItem):
        return current.reason == LEAD
    return _item_belongs(piece, block, opener, current)


def _item_belongs(piece: Piece, block: ListItem, opener: ListItem, current: Group) -> bool:
    if block.level > opener.level:
        return True
    if opener.ordered:
        return not block.ordered or _is_other_kind(block, opener)
    if current.pieces[0].text.rstrip().endswith(":") and piece.text[:1].islower():
        return True  # the author forgot to indent what the first item announces
    if block.ordered and (current.numbered or current.pieces[-1].text.rstrip().endswith(":")):
        current.numbered = True
        return True
    return False


def _is_other_kind(block: ListItem, opener: ListItem) -> bool:
    """Tell whether letters stand under a number, or numbers under a letter, without being indented."""
    return block.marker[:1].isdigit() != opener.marker[:1].isdigit()


_SENTENCES = 2
"""Cells with a sentence from which a table of one row may be as many afspraken beside each other."""
_LEADING = {"van", "de", "een", "met", "te", "ten", "ter", "tot", "naar", "tussen", "per", "vanaf", "binnen"}
"""Words that no sentence ends in; "in", "op" and "uit" are half a verb: `Rijk en regio stemmen in`."""
_HALVES = ("en", "of", "en/of")
"""Words after a hyphen that stands for the rest of a word: `woon- en werklocaties`."""


def _doubt(group: Group) -> str:
    """Say what else a group could be, where its form leaves that open."""
    items = [piece for piece in group.pieces[1:] if isinstance(piece.block, ListItem) and not piece.block.level]
    sentences = [p for p in items if p.text[:1].isupper() and p.text.rstrip().endswith(".")]
    if group.reason == LEAD and len(items) > 1 and len(sentences) == len(items):
        return f"de aanhef kan ook {len(items)} afspraken inleiden: elk punt is een hele zin"
    first = group.pieces[0]
    if group.reason == TABLE and isinstance(first.block, Table) and len(first.block.rows) > 1:
        return f"deze tabel van {len(first.block.rows)} rijen is één afspraak; elke rij kan er ook een zijn"
    if group.reason == TABLE and isinstance(first.block, Table):
        whole = sum(cell.rstrip().endswith(".") for cell in first.text.split("\t"))
        if whole >= _SENTENCES:
            return f"deze tabel van één rij is één afspraak; de {whole} cellen met een zin kunnen er elk een zijn"
    if group.reason in {ITEM, NUMBERED} and first.text.rstrip().endswith(":") and len(group.pieces) == 1:
        return "dit punt kondigt iets aan, maar er staat niets onder"
    if group.reason == PARAGRAPH and first.text.rstrip().endswith(":") and len(group.pieces) == 1:
        return "deze alinea kondigt iets aan, of is een titel; wat erna komt is een andere afspraak"
    return ""


def _relevelled(blocks: list[Block]) -> list[Block]:
    """Put the outermost level at 0, and what stands under an opening list item at 1 or deeper."""
    opener = blocks[0]
    under = 1 if isinstance(opener, ListItem) else 0
    base = min((block.level for block in blocks[1:] if isinstance(block, ListItem)), default=0)
    result: list[Block] = [replace(opener, level=0) if isinstance(opener, ListItem | Paragraph) else opener]
    for block in blocks[1:]:
        if isinstance(block, ListItem):
            result.append(replace(block, level=block.level - base + under))
        elif isinstance(block, Paragraph) and (under or block.level):
            result.append(replace(block, level=max(block.level - base + under, under)))
        else:
            result.append(block)
    return result
