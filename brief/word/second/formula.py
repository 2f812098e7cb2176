"""Write a formula on one line, from the outside in: the second opinion on what `reading.formulas` makes of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.word.opc.markup import M, W, local
from brief.word.opc.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

GONE = "gone"
"""The attribute that marks what is not shown, in the tree that is being changed."""
_OVER = {"acc": "\u0302", "groupChr": "\u23df", "bar": "\u0305"}
_FIXED = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BRACKETED = {"f", "rad", "nary", "d", "func", "m", "eqArr"}


def linear(element: etree._Element) -> str:
    """Give a formula, or a part of one, as one line of text."""
    if element.get(GONE) is not None or (element.tag == f"{M}phant" and _is_empty_room(element)):
        return ""
    name = local(element)
    if name in {"t", "delText"}:
        return element.text or ""
    if name == "sym":
        said = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
        return symbol(said.get("font", ""), said.get("char", "")) or "\ufffd"
    if name in _FIXED and str(element.tag).startswith(W):
        return _FIXED[name]
    write = _FORMS.get(name) if str(element.tag).startswith(M) else None
    return write(element) if write is not None else _all(element)


def _is_empty_room(element: etree._Element) -> bool:
    return _said(element, "phantPr/show", "1") in {"0", "false", "off"}


def _all(element: etree._Element | None) -> str:
    if element is None:
        return ""
    skipped = ("Pr", "rPr")
    return "".join(linear(each) for each in element if isinstance(each.tag, str) and not local(each).endswith(skipped))


def _part(element: etree._Element, name: str) -> str:
    return _all(element.find(f"{M}{name}"))


def _said(element: etree._Element, path: str, otherwise: str) -> str:
    found = element.find(f"{M}" + path.replace("/", f"/{M}"))
    return otherwise if found is None else found.get(f"{M}val", "1" if path.endswith("show") else "")


def _in_brackets(element: etree._Element, name: str) -> str:
    part = element.find(f"{M}{name}")
    if part is None:
        return ""
    text = "".join(each.text or "" for each in part.iter(f"{M}t")).strip()
    plain = re.fullmatch(r"(?:[^\W_]+(?:[.,][^\W_]+)*)?", text) is not None
    if plain and not any(local(each) in _BRACKETED for each in part.iter(f"{M}*")):
        return _all(part)
    return f"({_all(part)})"


def _fraction(element: etree._Element) -> str:
    plain = _plain_fraction(element)
    return f"({plain})" if _touches(element) else plain


def _touches(element: etree._Element) -> bool:
    """Tell whether a fraction is the base of something raised or lowered, or has a factor right before or after it."""
    base = element.getparent()
    over = base.getparent() if base is not None and base.tag == f"{M}e" else None
    if over is not None and local(over) in ("sSup", "sSub", "sSubSup"):
        return True
    for other, place in ((element.getprevious(), -1), (element.getnext(), 0)):
        if other is None or not str(other.tag).startswith(M) or local(other).endswith("Pr"):
            continue
        if local(other) in ("f", "rad", "d"):
            return True
        words = "".join(each.text or "" for each in other.iter(f"{M}t")).strip()
        if words and (words[place].isalnum() or words[place] in "()[]"):
            return True
    return False


def _plain_fraction(element: etree._Element) -> str:
    if element.find(f"{M}den") is None:
        return _in_brackets(element, "num")
    line = "¦" if _said(element, "fPr/type", "bar") == "noBar" else "/"
    return _in_brackets(element, "num") + line + _in_brackets(element, "den")


def _root(element: etree._Element) -> str:
    return _part(element, "deg") + ("√" + _in_brackets(element, "e") if element.find(f"{M}e") is not None else "")


def _sum(element: etree._Element) -> str:
    low, high = element.find(f"{M}sub"), element.find(f"{M}sup")
    between = " " if high is not None and low is not None and len(low) else ""
    argument = " " + _part(element, "e") if element.find(f"{M}e") is not None else ""
    return _said(element, "naryPr/chr", "∫") + _all(low) + between + _all(high) + argument


def _fence(element: etree._Element) -> str:
    parts = [_all(each) for each in element.findall(f"{M}e")]
    inside = _said(element, "dPr/sepChr", "|").join(parts)
    return _said(element, "dPr/begChr", "(") + inside + _said(element, "dPr/endChr", ")")


def _function(element: etree._Element) -> str:
    return _part(element, "fName") + " " + _part(element, "e")


def _over_it(element: etree._Element) -> str:
    name = local(element)
    return _part(element, "e") + _said(element, f"{name}Pr/chr", _OVER[name])


def _rows(element: etree._Element) -> str:
    rows = (" ".join(_all(cell) for cell in row.findall(f"{M}e")) for row in element.findall(f"{M}mr"))
    return "[" + "; ".join(rows) + "]"


def _lines(element: etree._Element) -> str:
    return "; ".join(_all(each) for each in element.findall(f"{M}e"))


_FORMS: dict[str, Callable[[etree._Element], str]] = {
    "f": _fraction,
    "rad": _root,
    "nary": _sum,
    "d": _fence,
    "func": _function,
    "acc": _over_it,
    "groupChr": _over_it,
    "bar": _over_it,
    "m": _rows,
    "eqArr": _lines,
}
