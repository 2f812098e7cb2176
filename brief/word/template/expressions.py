"""Check one expression of a template: its names, and that it stays within what a template may do."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError
from msgspec import Struct

from brief.diagnostics.nearest import nearest
from brief.text.invisible import unprintable
from brief.word.template.faults import Fault, refused
from brief.word.template.kinds import chosen, combined, compared, filtered
from brief.word.template.sandbox import FILTERS, TESTS
from brief.word.template.shapes import UNKNOWN, Kind, Shape, known_paths, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_PARSER = Environment(autoescape=True)
_COMBINING = (
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Neg,
    nodes.Pos,
    nodes.Concat,
    nodes.Not,
    nodes.And,
    nodes.Or,
)
_LONGEST = 500
"""Characters of one tag; the parser's work, and its depth, grow with it."""
_DEEPEST = 12
"""Brackets within brackets."""


@lru_cache(maxsize=1024)
def parse_tag(source: str) -> nodes.Template | Fault:
    """Parse a complete piece of template, such as `{{ datum }}` or `{% if x %}{% endif %}`.

    The same tag gives the same tree, so nothing may be changed in it.
    """
    unfit = _too_much(source)
    if unfit is not None:
        return unfit
    try:
        return _PARSER.parse(source)
    except TemplateSyntaxError as error:
        hint = "een tag is bijvoorbeeld {{ datum }} of {% if concept %}; zie docs/sjablonen.md"
        return Fault("BR304", f"deze tag is niet te begrijpen{_dutch(error.message or '')}", hint)


def _too_much(source: str) -> Fault | None:
    """Refuse what no one writes in a letter, and the parser would take long over or fall in."""
    depth = deepest = 0
    for character in source:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    if len(source) > _LONGEST:
        hint = "verdeel hem over meer tags; een lus gaat over een veld dat een lijst is, zoals bijlagen"
        return Fault("BR304", f"deze tag is langer dan {_LONGEST} tekens", hint)
    if deepest > _DEEPEST:
        return Fault("BR304", "in deze tag staan te veel haakjes in elkaar", "laat haakjes weg die niet nodig zijn")
    return None


_SYNTAX = (
    (re.compile(r"[Ee]xpected an expression, got '?(.+?)'?$"), "hier ontbreekt een naam of waarde, voor {0}"),
    (re.compile(r"expected token '?(.+?)'?, got '?(.+?)'?$"), "hier hoort {0}, en er staat {1}"),
    (
        re.compile(r"unexpected char '?\"?(.+?)'?\"? at \d+"),
        "{0} kan hier niet; misschien ontbreekt een aanhalingsteken",
    ),
    (re.compile(r"unexpected '?(.+?)'?$"), "{0} hoort hier niet"),
)
_TOKENS = {
    "end of print statement": "het eind van de tag",
    "end of statement block": "het eind van de tag",
    "name": "een naam",
    "string": "een tekst",
    "integer": "een getal",
}


def _dutch(message: str) -> str:
    """Give what Jinja has against a tag, in Dutch; nothing for what it seldom says."""
    for pattern, words in _SYNTAX:
        if found := pattern.search(message):
            return ": " + words.format(*(_TOKENS.get(token, f"'{token}'") for token in found.groups()))
    return ""


class Checker(Struct):
    """Checks expressions against the names in scope and the notes there are."""

    scope: Mapping[str, Shape]
    notes: tuple[str, ...]

    def check(self, node: nodes.Node) -> tuple[Shape, list[Fault]]:
        """Give the shape of what an expression yields, and its faults."""
        faults: list[Fault] = []
        shape = self._shape(node, faults)
        constants = [node] if isinstance(node, nodes.Const) else node.find_all(nodes.Const)
        faults += (_unprintable(char) for each in constants if (char := unprintable(str(each.value))))
        return shape, faults

    def _shape(self, node: nodes.Node, faults: list[Fault]) -> Shape:
        handlers: dict[type[nodes.Node], Callable[..., Shape]] = {
            nodes.Name: self._name,
            nodes.Const: self._constant,
            nodes.Getattr: self._member,
            nodes.Getitem: self._item,
            nodes.Call: self._call,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.Compare: self._compare,
            nodes.CondExpr: self._condition,
        }
        handler = handlers.get(type(node))
        if handler is not None:
            return handler(node, faults)
        if isinstance(node, nodes.TemplateData):
            return Shape(Kind.TEXT)
        if not isinstance(node, _COMBINING):
            written = isinstance(node, nodes.List | nodes.Tuple | nodes.Dict)
            faults.append(refused("een uitgeschreven lijst" if written else "deze bewerking"))
            return UNKNOWN
        shape, found = combined(node, [self._shape(child, faults) for child in node.iter_child_nodes()])
        faults += found
        return shape

    def _constant(self, node: nodes.Const, faults: list[Fault]) -> Shape:
        value = node.value
        if isinstance(value, float):
            faults.append(refused("een getal met een punt of komma"))
            return UNKNOWN
        if isinstance(value, bool) or value is None:
            return Shape(Kind.NOTHING if value is None else Kind.CHOICE)
        return Shape(Kind.NUMBER if isinstance(value, int) else Kind.TEXT)

    def _compare(self, node: nodes.Compare, faults: list[Fault]) -> Shape:
        left = self._shape(node.expr, faults)
        for operand in node.ops:
            literal = operand.expr if operand.op in ("in", "notin") else None
            if isinstance(literal, nodes.List | nodes.Tuple):  # the one place for a list that is written out
                right = Shape(Kind.LIST, item=self._items(literal, faults))
            else:
                right = self._shape(operand.expr, faults)
            faults += compared(operand.op, left, right)
            left = right
        return Shape(Kind.CHOICE)

    def _items(self, literal: nodes.List | nodes.Tuple, faults: list[Fault]) -> Shape:
        item = UNKNOWN
        for each in literal.items:
            item = merged(item, self._shape(each, faults))
        return item

    def _condition(self, node: nodes.CondExpr, faults: list[Fault]) -> Shape:
        if node.expr2 is None:
            faults.append(Fault("BR304", "na if ontbreekt else", "schrijf {{ a if vraag else b }}"))
            return UNKNOWN
        shapes = [self._shape(each, faults) for each in (node.test, node.expr1, node.expr2)]
        shape, found = chosen(shapes)
        faults += found
        return shape

    def _name(self, node: nodes.Name, faults: list[Fault]) -> Shape:
        found = self.scope.get(node.name)
        if found is None:
            faults.append(self._unknown(node.name, ""))
            return UNKNOWN
        return found

    def _member(self, node: nodes.Getattr, faults: list[Fault]) -> Shape:
        return self._inside(node.node, node.attr, faults)

    def _item(self, node: nodes.Getitem, faults: list[Fault]) -> Shape:
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(key, str):
            return self._inside(node.node, key, faults)
        owner = self._shape(node.node, faults)
        if type(key) is not int:
            faults.append(refused("tussen [ en ] iets anders dan een getal of een naam"))
        elif owner.kind not in (Kind.LIST, Kind.UNKNOWN):
            hint = "een regel uit een lijst kies je met [0], een veld uit een groep met een punt en zijn naam"
            faults.append(Fault("BR314", f"[{key}] kiest uit een lijst, en dit is {owner.kind.value}", hint))
        return owner.item or UNKNOWN

    def _inside(self, owner: nodes.Node, name: str, faults: list[Fault]) -> Shape:
        before = len(faults)
        shape = self._shape(owner, faults)
        if len(faults) > before or shape.kind is Kind.UNKNOWN:
            if name.startswith("_"):
                faults.append(refused(f"de naam {name!r}"))
            return UNKNOWN
        if name in shape.names:
            return shape.names[name]
        if name.startswith("_"):
            faults.append(refused(f"de naam {name!r}"))
        elif shape.kind is Kind.LIST:
            hint = "een lijst loop je door: {%p for regel in lijst %} … {%p endfor %}"
            faults.append(Fault("BR302", f"een lijst heeft geen veld {name!r}", hint))
        else:
            faults.append(self._unknown(name, _written(owner), shape.names))
        return UNKNOWN

    def _call(self, node: nodes.Call, faults: list[Fault]) -> Shape:
        if not isinstance(node.node, nodes.Name) or node.node.name != "voetnoot":
            faults.append(refused("een aanroep (haakjes na een naam)"))
            return UNKNOWN
        arguments = [a.value if isinstance(a, nodes.Const) else None for a in node.args]
        if len(arguments) != 1 or not isinstance(arguments[0], str) or node.kwargs or node.dyn_args or node.dyn_kwargs:
            faults.append(Fault("BR304", "voetnoot vraagt één sleutel", 'schrijf {{ voetnoot("kst-29435-267") }}'))
        elif arguments[0] not in self.notes:
            faults.append(self._unknown_note(arguments[0]))
        return Shape(Kind.PLACE)

    def _filter(self, node: nodes.Filter, faults: list[Fault]) -> Shape:
        if node.name not in FILTERS:
            hint = "bewerkingen die kunnen: " + ", ".join(FILTERS)
            faults.append(Fault("BR312", f"de bewerking |{node.name} kan niet in een sjabloon", hint))
        elif not _has_fit_arguments(node):
            hint = 'schrijf {{ lijst|join(", ") }}; de andere bewerkingen krijgen niets tussen haakjes'
            message = f"tussen de haakjes van |{node.name} staat iets dat daar niet kan"
            faults.append(Fault("BR312", message, hint))
        owner = self._shape(node.node, faults) if node.node is not None else UNKNOWN
        if node.name not in FILTERS:
            return UNKNOWN
        shape, found = filtered(node.name, owner)
        faults += found
        return shape

    def _test(self, node: nodes.Test, faults: list[Fault]) -> Shape:
        if node.name not in TESTS:
            faults.append(
                Fault("BR312", f"de vraag 'is {node.name}' kan niet in een sjabloon", "kies uit: " + ", ".join(TESTS))
            )
        owner = self._shape(node.node, faults)
        if node.name in ("odd", "even") and owner.kind not in (Kind.NUMBER, Kind.UNKNOWN):
            message = f"'is {node.name}' vraagt naar een getal, en dit is {owner.kind.value}"
            faults.append(Fault("BR314", message, "schrijf bijvoorbeeld {% if loop.index is even %}"))
        return Shape(Kind.CHOICE)

    def _unknown(self, name: str, owner: str, names: Mapping[str, Shape] | None = None) -> Fault:
        full = f"{owner}.{name}" if owner else name
        if names is None:
            meant = _nearest(name, known_paths(self.scope))
        else:
            meant = next((f"{owner}.{near}" for near in [_nearest(name, names)] if near), None)
            meant = meant or _nearest(full, known_paths(self.scope))
        known = ", ".join(names if names else self.scope)
        hint = f"bedoelde u '{meant}'?" if meant else f"namen die hier kunnen: {known}"
        return Fault("BR302", f"onbekende naam '{full}'", hint)

    def _unknown_note(self, key: str) -> Fault:
        meant = _nearest(key, self.notes)
        hint = f"bedoelde u '{meant}'?" if meant else "de sleutels staan in kamerstukken.yaml"
        return Fault("BR309", f"onbekende voetnoot '{key}'", hint)


def _unprintable(char: str) -> Fault:
    message = f"in een tekst in deze tag staat het teken U+{ord(char):04X}, en dat toont Word niet"
    return Fault("BR304", message, r"laat het weg; \n is een nieuwe regel en \t een tab")


def _has_fit_arguments(node: nodes.Filter) -> bool:
    """Tell whether a filter gets what it takes: `join` one text, the others nothing."""
    if node.kwargs or node.dyn_args or node.dyn_kwargs:
        return False
    texts = [isinstance(each, nodes.Const) and isinstance(each.value, str) for each in node.args]
    return all(texts) and len(texts) <= (1 if node.name == "join" else 0)


def _nearest(name: str, known: Mapping[str, object] | Iterator[str] | tuple[str, ...]) -> str | None:
    """Give the known name most like this one; the last part of `afzender.website` counts as a name too."""
    names = list(known)
    by_form = {form: full for full in reversed(names) for form in (full.rpartition(".")[2].lower(), full.lower())}
    found = nearest(name, by_form)
    return None if found is None else by_form[found]


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return "…"
