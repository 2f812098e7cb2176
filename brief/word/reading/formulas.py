"""What happens in formulas (ECMA-376 part 1, 22.1): all on one line, with the marks that keep its meaning.

A fraction of 400+200 over 2+1 is (400+200)/(2+1), a root of x+1 is √(x+1), a sum begins with its sign; what stands
raised or lowered keeps that look. Every formula is reported, since one line cannot show all that a formula can.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.text.model import Style
from brief.word.opc.markup import M, local
from brief.word.reading.model import Source

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.state import RunLook
    from brief.word.reading.walk import End, PartWalk, Start

_SIMPLE = re.compile(r"[^\W_]*(?:[.,][^\W_]+)*")
_STRUCTURES = tuple(f"{M}{name}" for name in ("f", "rad", "nary", "d", "func", "m", "eqArr"))
_SCRIPTS = ("sSup", "sSub", "sSubSup")
_GROUPS = ("f", "rad", "d")
_LOWERED = ("sub", "lim")
_MARKS_AFTER = {"acc": "\u0302", "groupChr": "\u23df", "bar": "\u0305"}
"""What stands over or under a part of a formula where the file does not say what: a hat, a brace, a line."""


def _value(element: etree._Element, path: str, otherwise: str) -> str:
    """Give a mark that a formula holds as an attribute; `otherwise` when it does not say."""
    found = element.find("/".join(f"{M}{name}" for name in path.split("/")))
    return otherwise if found is None else str(found.get(f"{M}val", ""))


def _is_simple(element: etree._Element) -> bool:
    """Tell whether a part of a formula needs no brackets on one line."""
    text = "".join(each.text or "" for each in element.iter(f"{M}t"))
    return bool(_SIMPLE.fullmatch(text.strip())) and next(element.iter(*_STRUCTURES), None) is None


def _mark(walk: PartWalk, text: str) -> None:
    walk.add(text, computed=True)


def _start_formula(walk: PartWalk, element: etree._Element) -> bool:  # noqa: ARG001
    if walk.open and not walk.asides:
        walk.open[-1].formula = True
    return False


def _start_part(walk: PartWalk, element: etree._Element) -> bool:
    """Begin a part of a fraction, root, sum or function: what stands before it, raised, lowered or in brackets."""
    name, parent = local(element), element.getparent()
    around = local(parent) if parent is not None else ""
    if name == "den":
        line = _value(parent, "fPr/type", "bar") if parent is not None else "bar"
        _mark(walk, "¦" if line == "noBar" else "/")
    elif name == "e":
        _before_argument(walk, element, around)
    elif name == "sup" and around == "nary" and parent is not None and len(parent.findall(f"{M}sub/*")):
        _mark(walk, " ")
    if name in {"num", "den"} and not _is_simple(element):
        _mark(walk, "(")
    if name in {"sup", "deg"}:
        walk.runs.append(_moved(walk, Style.SUPERSCRIPT))
    elif name in _LOWERED:
        walk.runs.append(_moved(walk, Style.SUPERSCRIPT if around == "limUpp" else Style.SUBSCRIPT))
    return False


def _moved(walk: PartWalk, style: Style) -> RunLook:
    look = walk.runs[-1]
    return replace(look, style=look.style | style)


def _before_argument(walk: PartWalk, element: etree._Element, around: str) -> None:
    parent = element.getparent()
    is_first = parent is None or parent.find(f"{M}e") is element
    if around == "rad":
        _mark(walk, "√" if _is_simple(element) else "√(")
    elif around in {"nary", "func"}:
        _mark(walk, " ")
    elif around == "d" and not is_first and parent is not None:
        _mark(walk, _value(parent, "dPr/sepChr", "|"))
    elif around in {"eqArr", "mr"} and not is_first:
        _mark(walk, "; " if around == "eqArr" else " ")


def _end_part(walk: PartWalk, element: etree._Element) -> None:
    name, parent = local(element), element.getparent()
    around = local(parent) if parent is not None else ""
    if name in {"sup", "deg", *_LOWERED}:
        walk.runs.pop()
    if (name in {"num", "den"} or (name == "e" and around == "rad")) and not _is_simple(element):
        _mark(walk, ")")
    if name == "e" and around in _MARKS_AFTER and parent is not None:
        _mark(walk, _value(parent, f"{around}Pr/chr", _MARKS_AFTER[around]))


def _start_sum(walk: PartWalk, element: etree._Element) -> bool:
    _mark(walk, _value(element, "naryPr/chr", "∫"))
    return False


def _start_fraction(walk: PartWalk, element: etree._Element) -> bool:
    if _is_factor(element):
        _mark(walk, "(")
    return False


def _end_fraction(walk: PartWalk, element: etree._Element) -> None:
    if _is_factor(element):
        _mark(walk, ")")


def _is_factor(element: etree._Element) -> bool:
    """Tell whether a fraction stands against something, or is what is raised: 2 before ½x, or (a/b)²."""
    base = element.getparent()
    around = base.getparent() if base is not None and local(base) == "e" else None
    raised = around is not None and local(around) in _SCRIPTS
    return raised or _edge(element.getprevious(), -1) or _edge(element.getnext(), 0)


def _edge(element: etree._Element | None, at: int) -> bool:
    """Tell whether the character of a neighbour beside a fraction is a letter, digit or bracket, not a sign."""
    if element is None or not str(element.tag).startswith(M) or local(element).endswith("Pr"):
        return False
    text = "".join(each.text or "" for each in element.iter(f"{M}t")).strip()
    return local(element) in _GROUPS or (bool(text) and (text[at].isalnum() or text[at] in "()[]"))


def _start_brackets(walk: PartWalk, element: etree._Element) -> bool:
    _mark(walk, _value(element, "dPr/begChr", "("))
    return False


def _end_brackets(walk: PartWalk, element: etree._Element) -> None:
    _mark(walk, _value(element, "dPr/endChr", ")"))


def _start_matrix(walk: PartWalk, element: etree._Element) -> bool:
    if local(element) == "m":
        _mark(walk, "[")
    elif next(element.itersiblings(f"{M}mr", preceding=True), None) is not None:
        _mark(walk, "; ")
    return False


def _end_matrix(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    _mark(walk, "]")


def _start_phantom(walk: PartWalk, element: etree._Element) -> bool:
    """Set aside what only takes up room."""
    shown = element.find(f"{M}phantPr/{M}show")
    hidden = shown is not None and not _is_on(shown)
    walk.gone.append(hidden)
    if hidden:
        walk.asides.append((Source.HIDDEN, ""))
    return False


def _end_phantom(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    if walk.gone.pop():
        walk.asides.pop()


def _is_on(element: etree._Element) -> bool:
    """Read a yes-or-no property of a formula: present without value means yes."""
    return element.get(f"{M}val", "1") not in {"0", "false", "off"}


_PARTS = ("num", "den", "deg", "e", "sub", "sup", "lim")
STARTS: dict[str, Start] = {
    f"{M}oMath": _start_formula,
    f"{M}f": _start_fraction,
    f"{M}nary": _start_sum,
    f"{M}d": _start_brackets,
    f"{M}m": _start_matrix,
    f"{M}mr": _start_matrix,
    f"{M}phant": _start_phantom,
    **{f"{M}{name}": _start_part for name in _PARTS},
}
ENDS: dict[str, End] = {
    f"{M}f": _end_fraction,
    f"{M}d": _end_brackets,
    f"{M}m": _end_matrix,
    f"{M}phant": _end_phantom,
    **{f"{M}{name}": _end_part for name in _PARTS},
}
