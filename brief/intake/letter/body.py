"""Make the blocks of the text: headings with their levels, also those typed in bold; lists, tables, paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.text.dutch import eerste
from brief.text.model import Heading, ListItem, Paragraph, Run, Style, Table
from brief.text.normal import normalise_spans
from brief.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.dossier.blocks import SourceBlock
    from brief.text.model import Block, Spans

_LONGEST_TITLE = 120
_DEEPEST = 6
_SHOWN = 4
_FEW_BROKEN = 2
"""Paragraphs that go on in the next from which a text was broken into lines; a single one is a slip."""
_TYPED_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\S")
# the marks that a list in brief.md can have
_KNOWN = re.compile(r"-|\d{1,3}[.)]|[a-zA-Z][.)]|[ivxlc]{1,6}[.)]")
_LOOKS = (Style.BOLD, Style.BOLD | Style.ITALIC, Style.ITALIC)
"""How a heading without style looks, from high to low."""


class Body(Struct):
    """The blocks of the text, each with the number of the block it was made of, and what is to be told."""

    blocks: list[tuple[int, Block]] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)


def make_body(blocks: Sequence[SourceBlock]) -> Body:
    """Make the blocks of the text from the blocks of the file, one for each."""
    result = Body()
    levels = _levels(blocks, result)
    _tell_broken(blocks, result)
    _tell_unknown_marks(blocks, levels, result)
    for at, block in enumerate(blocks):
        made: Block = Heading(_title(block), levels[at]) if at in levels else _no_heading(block)
        result.blocks.append((block.index, made))
    return result


def _levels(blocks: Sequence[SourceBlock], result: Body) -> dict[int, int]:
    """Give the level of each block that is a heading, by its place; tell which had no style, and whether all moved."""
    styled = {at: block.heading for at, block in enumerate(blocks) if block.heading}
    typed = _typed(blocks, styled)
    highest = min(styled.values(), default=1)
    numbered = [at for at, block in enumerate(blocks) if at in styled and block.number]
    if highest > 1:
        _tell_moved(blocks, styled, highest, result)
    if numbered:
        _tell_numbered(blocks, numbered, result)
    found = {at: min(level - highest + 1, _DEEPEST) for at, level in styled.items()}
    if typed:
        found |= _levels_of_typed(blocks, typed, found)
        _tell_typed(blocks, typed, found, result)
    return found


def _typed(blocks: Sequence[SourceBlock], styled: Iterable[int]) -> list[int]:
    """Find headings without style: bold or italic lines, or plain lines where a letter has no other headings at all."""
    looks = [at for at in range(len(blocks)) if at not in styled and _is_marked_title(blocks, at)]
    if looks or styled:
        return looks
    return [
        at
        for at in range(len(blocks))
        if _is_title(blocks, at) and not (_is_item(blocks, at) and _is_item(blocks, at - 1))
    ]


def _is_marked_title(blocks: Sequence[SourceBlock], at: int) -> bool:
    block = blocks[at]
    if not _is_title(blocks, at):
        return False
    return block.wholly(Style.BOLD) or block.wholly(Style.ITALIC)


def _is_title(blocks: Sequence[SourceBlock], at: int) -> bool:
    """Tell whether a block reads as a title: one short line without an end, above a text."""
    block, text = blocks[at], blocks[at].text.strip()
    if block.is_table or "\n" in text or not 0 < len(text) <= _LONGEST_TITLE or text[-1] in ".,;:!?…":
        return False
    if at + 1 == len(blocks) or not (text[0].isupper() or text[0].isdigit()):
        return False
    if blocks[at + 1].text.lstrip()[:1].islower() or (at and blocks[at - 1].text.rstrip().endswith(":")):
        return False
    is_bullet = isinstance(block.block, ListItem) and not block.block.ordered
    return not is_bullet and not (_is_item(blocks, at) and _is_item(blocks, at + 1))


def _is_item(blocks: Sequence[SourceBlock], at: int) -> bool:
    return 0 <= at < len(blocks) and isinstance(blocks[at].block, ListItem)


def _levels_of_typed(blocks: Sequence[SourceBlock], typed: Sequence[int], styled: dict[int, int]) -> dict[int, int]:
    looks = [look for look in _LOOKS if any(_look(blocks[at]) == look for at in typed)]
    found: dict[int, int] = {}
    above = around = 0
    for at in sorted((*typed, *styled)):
        if at in styled:
            above, around = styled[at], 0
            continue
        number = _TYPED_NUMBER.match(blocks[at].text.strip())
        look = _look(blocks[at])
        own = looks.index(look) + 1 if look in looks else 1
        if number is not None:
            own = around = number[1].count(".") + 1
        elif around and look in looks[:1]:
            own = around + 1 if any(_TYPED_NUMBER.match(blocks[n].text.strip()) for n in typed) else own
        elif around and look not in looks:
            own = around + 1
        found[at] = min(above + own, _DEEPEST)
    return found


def _look(block: SourceBlock) -> Style:
    look = Style.BOLD if block.wholly(Style.BOLD) else Style.PLAIN
    return look | Style.ITALIC if block.wholly(Style.ITALIC) else look


def _title(block: SourceBlock) -> Spans:
    """Give the spans of a heading: with the number that Word shows or a person typed, without the look of a heading."""
    block_spans = block.block.spans if isinstance(block.block, Paragraph | ListItem) else ()
    look = _look(block)
    spans = tuple(replace(span, style=span.style & ~look) if isinstance(span, Run) else span for span in block_spans)
    number = block.marks or block.number
    return normalise_spans((Run(f"{number} "), *spans) if number else spans)


def _no_heading(block: SourceBlock) -> Block:
    made = block.block
    if isinstance(made, Table):
        return _without_bold_head(made)
    if isinstance(made, ListItem):
        return (
            made if _KNOWN.fullmatch(made.marker) else Paragraph(normalise_spans((Run(f"{made.marker} "), *made.spans)))
        )
    return Paragraph(block.spans, getattr(made, "level", 0))


def _without_bold_head(table: Table) -> Table:
    """Leave out that a header row is bold: it is so by being one."""
    head = [span for row in table.rows[: table.head] for cell in row for span in cell if isinstance(span, Run)]
    if not all(span.style & Style.BOLD for span in head if span.text.strip()):
        return table
    rows = tuple(tuple(map(_not_bold, row)) if n < table.head else row for n, row in enumerate(table.rows))
    return replace(table, rows=rows)


def _not_bold(spans: Spans) -> Spans:
    return tuple(replace(span, style=span.style & ~Style.BOLD) if isinstance(span, Run) else span for span in spans)


def _tell_typed(blocks: Sequence[SourceBlock], typed: Sequence[int], found: dict[int, int], result: Body) -> None:
    titles = ", ".join(f"'{'#' * found[at]} {shortened(blocks[at].text, 50)}'" for at in typed)
    which = "één regel zonder kopstijl is" if len(typed) == 1 else f"{len(typed)} regels zonder kopstijl zijn"
    message = f"{which} als kop gelezen: {titles}"
    hint = "kijk in brief.md of het aantal hekjes klopt; haal ze weg waar geen kop is bedoeld"
    place = blocks[typed[0]].place
    result.meldingen.append(Diagnostic("BR607", Severity.WAARSCHUWING, message, place, hint=hint))


def _tell_broken(blocks: Sequence[SourceBlock], result: Body) -> None:
    """Tell that lines were broken off, as in a text that was copied from a PDF: each goes on in the next paragraph."""
    broken = [n for n in range(len(blocks) - 1) if _goes_on(blocks[n], blocks[n + 1])]
    if len(broken) < _FEW_BROKEN:
        return
    first = blocks[broken[0]]
    message = f"{len(broken)} alinea's gaan midden in een zin verder in de volgende: '… {first.text.rstrip()[-40:]}'"
    hint = "is de tekst uit een PDF gekopieerd? Voeg de regels in Word samen en geef de opdracht opnieuw"
    result.meldingen.append(Diagnostic("BR622", Severity.WAARSCHUWING, message, first.place, hint=hint))


def _tell_unknown_marks(blocks: Sequence[SourceBlock], levels: Iterable[int], result: Body) -> None:
    """Tell that numbers of a list stand as text, since a list in Markdown has no such numbers."""
    items = [(at, block.block) for at, block in enumerate(blocks) if at not in levels]
    found = [(at, item) for at, item in items if isinstance(item, ListItem) and not _KNOWN.fullmatch(item.marker)]
    if found:
        marks = eerste([f"'{item.marker}'" for _, item in found], _SHOWN)
        message = f"een lijst in brief.md kent deze nummers niet; zij staan als tekst voor hun punt: {marks}"
        hint = "schrijf 1., a. of i. als de brief zelf mag nummeren"
        result.meldingen.append(Diagnostic("BR626", Severity.INFO, message, blocks[found[0][0]].place, hint=hint))


def _goes_on(block: SourceBlock, following: SourceBlock) -> bool:
    """Tell whether a paragraph ends without a sign and the next begins with a small letter."""
    plain = not any(each.heading or each.is_table or isinstance(each.block, ListItem) for each in (block, following))
    last, first = block.text.rstrip()[-1:], following.text.lstrip()[:1]
    return plain and (last.isalnum() or last == "-") and first.islower()


def _tell_moved(blocks: Sequence[SourceBlock], styled: dict[int, int], highest: int, result: Body) -> None:
    message = f"de koppen beginnen in Word op niveau {highest}; in brief.md beginnen ze op niveau 1"
    place = blocks[min(styled)].place
    result.meldingen.append(Diagnostic("BR608", Severity.INFO, message, place))


def _tell_numbered(blocks: Sequence[SourceBlock], numbered: Sequence[int], result: Body) -> None:
    message = "Word nummert de koppen; de nummers staan in brief.md als tekst in de kop"
    hint = "haal ze uit de koppen als de brief geen nummers moet hebben"
    result.meldingen.append(Diagnostic("BR627", Severity.INFO, message, blocks[numbered[0]].place, hint=hint))
