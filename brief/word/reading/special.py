"""What happens at the elements that stand for one character, and at text above the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.opc.markup import TEXT_TAGS, W, local
from brief.word.opc.symbols import symbol
from brief.word.reading import findings
from brief.word.reading.model import Source

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_SYMBOL_SPACES = (
    "{http://schemas.microsoft.com/office/word/2015/wordml/symex}",
    "{http://schemas.microsoft.com/office/word/2016/wordml/symex}",
)


def add_symbol(walk: PartWalk, font: str, code: str) -> None:
    """Add the character with a number in a font; one that is not known is shown as �, and reported."""
    char = symbol(font, code)
    if char is None:
        walk.shared.diagnostics.append(findings.symbol_note(font, code, walk.here()))
    walk.add(char or "\ufffd", computed=True)


def _tab(walk: PartWalk, element: etree._Element) -> bool:  # noqa: ARG001
    walk.add("\t")
    return False


def _break(walk: PartWalk, element: etree._Element) -> bool:
    if element.get(f"{W}type") in {"page", "column"}:
        if walk.open:
            walk.open[-1].page_break = True
        walk.add(" ")
    else:
        walk.add("\n")
    return False


def _hyphen(walk: PartWalk, element: etree._Element) -> bool:
    walk.add("\u2011" if local(element) == "noBreakHyphen" else "\u00ad", computed=True)
    return False


def _symbol(walk: PartWalk, element: etree._Element) -> bool:
    add_symbol(walk, element.get(f"{W}font", ""), element.get(f"{W}char", ""))
    return False


def _extended_symbol(walk: PartWalk, element: etree._Element) -> bool:
    """Read `w16se:symEx`, a symbol by its number in Unicode."""
    said = {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}
    add_symbol(walk, said.get("font", ""), said.get("char", ""))
    return False


def _start_ruby(walk: PartWalk, element: etree._Element) -> bool:  # noqa: ARG001
    walk.asides.append((Source.RUBY, ""))
    return False


def _end_ruby(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.asides.pop()


def _turned(walk: PartWalk, element: etree._Element) -> bool:
    """Report an order of letters that is turned round: "neojlim 53" is kept, and "35 miljoen" is shown."""
    text = "".join(each.text or "" for each in element.iter(f"{W}t"))
    if element.get(f"{W}val") == "rtl" and any(char.isascii() and char.isalnum() for char in text):
        walk.shared.diagnostics.append(findings.turned_note(walk.here()))
    return False


def _computed_by_word(walk: PartWalk, element: etree._Element) -> bool:
    """Report what Word itself fills in: the date of today, a page number; at the edge of a page that is usual."""
    at_edge = walk.sources[-1][0] in {Source.HEADER, Source.FOOTER}
    if not walk.asides and not at_edge:
        walk.shared.diagnostics.append(findings.no_result_note(local(element), walk.here()))
    return False


def start_foreign(walk: PartWalk, element: etree._Element) -> bool:
    """Read text in an element that Word does not know; what it would pass over is set aside."""
    text = any(each.text for each in element.iter(*TEXT_TAGS))
    space = str(element.tag)[1:].partition("}")[0]
    looked_through = not walk.processed.isdisjoint((str(element.tag), f"{{{space}}}*"))
    passed_over = text and space in walk.ignorable and not looked_through
    walk.gone.append(passed_over)
    if passed_over:
        walk.asides.append((Source.FOREIGN, ""))
    elif text and not walk.asides and not (looked_through and space in walk.ignorable):
        walk.shared.diagnostics.append(findings.foreign_note(local(element), walk.here()))
    return False


def end_foreign(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    """Leave an element that Word does not know."""
    if walk.gone.pop():
        walk.asides.pop()


_DATES = tuple(f"{W}{part}{form}" for part in ("day", "month", "year") for form in ("Short", "Long"))
STARTS: dict[str, Start] = {
    **dict.fromkeys((*_DATES, f"{W}pgNum"), _computed_by_word),
    f"{W}bdo": _turned,
    f"{W}tab": _tab,
    f"{W}ptab": _tab,
    f"{W}br": _break,
    f"{W}cr": _break,
    f"{W}noBreakHyphen": _hyphen,
    f"{W}softHyphen": _hyphen,
    f"{W}sym": _symbol,
    f"{W}rt": _start_ruby,
    **{f"{space}symEx": _extended_symbol for space in _SYMBOL_SPACES},
}
ENDS: dict[str, End] = {f"{W}rt": _end_ruby}
