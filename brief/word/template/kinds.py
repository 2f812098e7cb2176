"""Check the kinds in an expression: what is joined, compared or changed must be fit for it.

Python would print a list as `('a', 'b')` and call a number unequal to the same number as text; neither says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from brief.word.template.faults import Fault
from brief.word.template.shapes import PRINTED, UNKNOWN, Kind, Shape, merged

if TYPE_CHECKING:
    from collections.abc import Iterable

_HINTS = {
    Kind.LIST: "loop de lijst door met {%p for regel in … %}, of schrijf |opsomming achter de naam",
    Kind.CHOICE: "gebruik {% if … %} … {% endif %}",
    Kind.FUNCTION: 'schrijf de sleutel erbij: {{ voetnoot("kst-29435-267") }}',
    Kind.PLACE: "een plek of voetnoot staat alleen in haar tag: {{ tekst }} of {{ voetnoot(…) }}, zonder meer",
    Kind.NOTHING: "haal het woord weg",
    Kind.MIXED: "kies één van beide met {% if … %} … {% else %} … {% endif %}",
}
_ORDERS = {"lt", "gt", "lteq", "gteq"}
_MEMBERSHIPS = {"in", "notin"}
_TEXT_FILTERS = ("upper", "lower", "hoofdletter")
_LIST_FILTERS = ("join", "opsomming")


def advice(shape: Shape) -> str:
    """Say what to do with a value that is no text."""
    if shape.kind is Kind.GROUP:
        return "schrijf een punt en de naam van een veld: " + ", ".join(shape.names)
    return _HINTS.get(shape.kind, "kies een veld dat tekst of een getal is")


def unprintable(shapes: Iterable[Shape], what: str) -> list[Fault]:
    """Report what cannot stand in a text."""
    return [
        Fault("BR314", f"{what} is geen tekst maar {shape.kind.value}", advice(shape))
        for shape in shapes
        if shape.kind not in PRINTED
    ]


def combined(node: nodes.Node, shapes: list[Shape]) -> tuple[Shape, list[Fault]]:
    """Give what an operation yields of these operands, and what is wrong with them."""
    if isinstance(node, nodes.Concat):
        return Shape(Kind.TEXT), unprintable(shapes, "wat met ~ wordt verbonden")
    if isinstance(node, nodes.And | nodes.Or):
        return _either(shapes)
    if isinstance(node, nodes.Not):
        return Shape(Kind.CHOICE), _no_place(shapes)
    return _calculated(node, shapes)


def chosen(shapes: list[Shape]) -> tuple[Shape, list[Fault]]:
    """Give what `a if b else c` yields: the condition comes first among the shapes."""
    shape, faults = _either(shapes[1:])
    return shape, [*_no_place(shapes[:1]), *faults]


def _either(shapes: list[Shape]) -> tuple[Shape, list[Fault]]:
    faults = _no_place(shapes)
    if all(shape.kind in PRINTED for shape in shapes):
        kinds = {shape.kind for shape in shapes}
        return (shapes[0] if len(kinds) == 1 else Shape(Kind.TEXT)), faults
    result = UNKNOWN
    for shape in shapes:
        result = merged(result, shape)
    return result, faults


def _no_place(shapes: Iterable[Shape]) -> list[Fault]:
    return [
        Fault("BR314", f"{shape.kind.value} kan niet deel zijn van een vraag of bewerking", _HINTS[shape.kind])
        for shape in shapes
        if shape.kind in (Kind.PLACE, Kind.FUNCTION)
    ]


def _calculated(node: nodes.Node, shapes: list[Shape]) -> tuple[Shape, list[Fault]]:
    kinds = {shape.kind for shape in shapes} - {Kind.UNKNOWN}
    if kinds <= {Kind.NUMBER}:
        return Shape(Kind.NUMBER), []
    if kinds == {Kind.TEXT} and isinstance(node, nodes.Add):
        return Shape(Kind.TEXT), []
    words = " en ".join(sorted(kind.value for kind in kinds))
    hint = "reken alleen met getallen; tekst verbind je met ~, zoals {{ versie ~ ' van ' ~ datum }}"
    return UNKNOWN, [Fault("BR314", f"hier wordt gerekend met {words}", hint)]


def compared(operator: str, left: Shape, right: Shape) -> list[Fault]:
    """Report a comparison that fails, or that can never hold."""
    faults = _no_place((left, right))
    if faults or Kind.UNKNOWN in (left.kind, right.kind):
        return faults
    if operator in _MEMBERSHIPS:
        return _sought(left, right)
    if left.kind is right.kind and (operator not in _ORDERS or left.kind is Kind.NUMBER):
        return []
    if left.kind is right.kind is Kind.TEXT:
        hint = "vergelijk getallen, zoals aantal_bijlagen > 1, of vraag met == of het dezelfde tekst is"
        return [Fault("BR314", "van twee teksten is er geen de grootste, ook niet van twee datums", hint)]
    if Kind.NOTHING in (left.kind, right.kind):
        hint = "een leeg veld vraag je na met {% if veld %} of {% if not veld %}"
        return [Fault("BR314", "een veld is nooit gelijk aan none", hint)]
    message = f"{left.kind.value} en {right.kind.value} passen niet bij elkaar in een vergelijking"
    hint = "zet tekst tussen aanhalingstekens en getallen zonder; ja of nee vraag je na met {% if veld %}"
    return [Fault("BR314", message, hint)]


def _sought(left: Shape, right: Shape) -> list[Fault]:
    item = right if right.kind is Kind.TEXT else (right.item or UNKNOWN) if right.kind is Kind.LIST else None
    if item is None:
        hint = "schrijf bijvoorbeeld {% if 'x' in lijst %}"
        return [Fault("BR314", f"in zoekt in een lijst of een tekst, en dit is {right.kind.value}", hint)]
    return compared("eq", left, item)


def filtered(name: str, shape: Shape) -> tuple[Shape, list[Fault]]:
    """Give what a filter yields of a value, and why it cannot take it."""
    if shape.kind is Kind.UNKNOWN:
        return (UNKNOWN if name in ("first", "last") else Shape(Kind.TEXT)), []
    if name in _TEXT_FILTERS:
        return Shape(Kind.TEXT), unprintable([shape], f"wat voor |{name} staat")
    if name in _LIST_FILTERS:
        return Shape(Kind.TEXT), _listed(name, shape)
    if shape.kind is not Kind.LIST and (shape.kind is not Kind.TEXT or name != "length"):
        hint = f"zet |{name} achter een lijst"
        return UNKNOWN, [Fault("BR314", f"|{name} werkt op een lijst, en dit is {shape.kind.value}", hint)]
    if name == "length":
        return Shape(Kind.NUMBER), []
    return shape.item or UNKNOWN, []


def _listed(name: str, shape: Shape) -> list[Fault]:
    if shape.kind is Kind.LIST:
        return unprintable([shape.item or UNKNOWN], f"wat in de lijst voor |{name} staat")
    if name == "opsomming":
        return unprintable([shape], f"wat voor |{name} staat")
    return [Fault("BR314", f"|join werkt op een lijst, en dit is {shape.kind.value}", "laat |join weg")]
