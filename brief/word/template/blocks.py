"""Check the tags of a part in order: blocks that open and close, and the names each tag may use where it stands."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from jinja2 import nodes
from msgspec import Struct, field

from brief.diagnostics.nearest import nearest
from brief.word.opc.names import w
from brief.word.template.expressions import Checker, parse_tag
from brief.word.template.faults import Fault
from brief.word.template.kinds import advice
from brief.word.template.reaches import check_reaches, torn
from brief.word.template.sandbox import LOOP_NAMES
from brief.word.template.shapes import PRINTED, UNKNOWN, Kind, Shape
from brief.word.template.values import PLACES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.diagnostics import Diagnostic
    from brief.word.template.scan import Tag

_ENDS = {"endif": "if", "endfor": "for"}
_MIDDLES = {"elif": ("if",), "else": ("if", "for")}
_DEEPEST_LOOP = 3
"""Loops within loops: more than a letter needs multiplies the work of a hostile template."""
_DEEPEST = 12
"""Blocks within blocks; Python, into which Jinja turns a template, has an end to it."""
_MOST_PARAGRAPHS = 10_000
"""Paragraphs a loop may make with all its turns."""
_LINE = 500
"""Characters that count for a paragraph in a loop within one."""
_MOST_TURNS = 10_000
"""Turns of all loops around one spot together."""

_LOOP = Shape(
    Kind.GROUP, names={name: Shape(Kind.CHOICE if name in ("first", "last") else Kind.NUMBER) for name in LOOP_NAMES}
)
_CELLS = ("colspan", "cellbg", "vm", "hm")
_MEANT = {"elseif": "elif", "elsif": "elif", "eind": "endif", "end": "endif", "anders": "else", "als": "if"}
_RESERVED = (*PLACES, "voetnoot", "loop")


class Open(Struct):
    """A block that is open: its tag, its keyword, and the names it adds."""

    tag: Tag
    word: str
    names: dict[str, Shape] = field(default_factory=dict)
    turns: int = 1
    ended: bool = False
    """Whether its `else` has been."""


class BlockCheck(Struct):
    """Goes through the tags of one part; `found` collects what is wrong."""

    fields: Mapping[str, Shape]
    notes: tuple[str, ...]
    notes_allowed: bool
    found: list[Diagnostic] = field(default_factory=list)
    _open: list[Open] = field(default_factory=list)

    def check(self, tags: list[Tag]) -> list[Diagnostic]:
        """Check all tags of a part, in order."""
        self.found += check_reaches(tags)
        self._check_dashes(tags)
        for tag in tags:
            if tag.kind == "{{":
                self._check_output(tag)
            elif tag.kind == "{%":
                self._check_statement(tag)
        for block in self._open:
            end = f"{{%{block.tag.reach} end{block.word} %}}"
            self.found.append(
                block.tag.fault("BR303", f"het blok {block.tag.source} wordt nergens gesloten", f"sluit het met {end}")
            )
        return self.found

    def _check_output(self, tag: Tag) -> None:
        if tag.reach:
            hint = f"schrijf {{{{ {tag.inner} }}}}; een veld is altijd gewone tekst"
            self.found.append(tag.fault("BR312", f"de vorm {{{{{tag.reach} … }}}} kan hier niet", hint))
            return
        nothing = Fault("BR304", "deze tag is leeg of niet te begrijpen", "schrijf bijvoorbeeld {{ datum }}")
        for node in self._printed(tag, tag.inner, nothing):
            self._check_printed(tag, self._checked(tag, node), node)

    def _check_printed(self, tag: Tag, shape: Shape, node: nodes.Node) -> None:
        is_place = shape.kind is Kind.PLACE and isinstance(node, nodes.Name | nodes.Call)
        if shape.kind not in PRINTED and not is_place:
            message = f"{tag.source} is geen tekst maar {shape.kind.value}"
            self._report(tag, Fault("BR314", message, advice(shape)))
        is_note = isinstance(node, nodes.Call)
        if is_note and next(tag.spot.element.iterancestors(w("txbxContent")), None) is not None:
            hint = "Word kent geen voetnoten in een tekstvak; zet de tag in de gewone tekst"
            self._report(tag, Fault("BR311", f"{tag.source} staat in een tekstvak", hint))
        if is_note and not self.notes_allowed:
            hint = "een voetnoot kan alleen in het document zelf; zet de tag in de tekst"
            self._report(tag, Fault("BR311", f"{tag.source} staat in een koptekst, voettekst of voetnoot", hint))
        if is_place and tag.inner != getattr(node, "name", "") and not is_note:
            self._report(tag, Fault("BR310", f"{tag.source}: deze plek kan niet worden bewerkt", "schrijf {{ tekst }}"))

    def _check_statement(self, tag: Tag) -> None:
        found = re.match(r"[A-Za-z_]+", tag.inner)
        word = found[0] if found else ""
        if word in _ENDS:
            self._close(tag, word)
        elif word in _MIDDLES:
            self._middle(tag, word)
        elif word in ("if", "for"):
            self._begin(tag, word)
        elif word in _CELLS:  # docxtpl's own, which leave a cell that Word's schema does not allow
            hint = "voeg cellen samen of kleur ze in Word zelf, in het sjabloon"
            self._report(tag, Fault("BR312", f"de opdracht {word!r} kan niet in een sjabloon", hint))
        else:
            self._report(tag, _unknown_statement(word))

    def _begin(self, tag: Tag, word: str) -> None:
        block = Open(tag, word)
        if word == "if":
            self._expression(tag, tag.inner[2:])
        else:
            block.names = self._loop(tag, block)
        self._open.append(block)
        if len(self._open) > _DEEPEST:
            self._report(tag, Fault("BR312", "te veel blokken in elkaar", f"ten hoogste {_DEEPEST} blokken in elkaar"))
        if word == "for":
            self._check_turns(tag)

    def _check_turns(self, tag: Tag) -> None:
        if sum(1 for item in self._open if item.word == "for") > _DEEPEST_LOOP:
            hint = f"ten hoogste {_DEEPEST_LOOP} lussen in elkaar"
            self._report(tag, Fault("BR312", "te veel lussen in elkaar", hint))
        turns = math.prod(item.turns for item in self._open)
        if turns > _MOST_TURNS:
            hint = f"ten hoogste {_MOST_TURNS} herhalingen; haal een van de lussen weg"
            self._report(tag, Fault("BR312", f"deze lussen in elkaar geven {turns} herhalingen", hint))

    def _loop(self, tag: Tag, block: Open) -> dict[str, Shape]:
        tree = parse_tag(f"{{% {tag.inner} %}}{{% endfor %}}")
        if isinstance(tree, Fault):
            self._report(tag, tree)
            return _guessed_names(tag)
        loop = tree.body[0]
        if not isinstance(loop, nodes.For) or not isinstance(loop.target, nodes.Name) or loop.recursive:
            self._report(tag, Fault("BR312", "deze vorm van for kan niet", "schrijf {%p for naam in lijst %}"))
            return _guessed_names(tag)
        if loop.target.name in _RESERVED:
            message = f"de naam {loop.target.name!r} is al van iets anders"
            self._report(tag, Fault("BR312", message, "kies een andere naam: {%p for regel in lijst %}"))
        shape = self._checked(tag, loop.iter)
        block.turns = max(1, shape.size)
        if shape.kind not in (Kind.LIST, Kind.UNKNOWN):
            message = f"een lus gaat over een lijst, en dit is {shape.kind.value}"
            self._report(tag, Fault("BR314", message, "kies een veld dat een lijst is"))
        names = {loop.target.name: shape.item or UNKNOWN, "loop": _LOOP}
        if loop.test is not None:
            self._checked(tag, loop.test, names)
        return names

    def _expression(self, tag: Tag, source: str) -> None:
        nothing = Fault("BR304", "na dit woord ontbreekt een veld", "schrijf bijvoorbeeld {% if concept %}")
        for node in self._printed(tag, source, nothing):
            shape = self._checked(tag, node)
            if shape.kind in (Kind.PLACE, Kind.FUNCTION):
                message = f"{tag.source} vraagt naar {shape.kind.value}, en die is er altijd"
                self._report(tag, Fault("BR314", message, "vraag naar een veld: {% if concept %}"))

    def _printed(self, tag: Tag, source: str, nothing: Fault) -> list[nodes.Expr]:
        """Give what an expression prints; what cannot be read, or prints nothing, is reported."""
        tree = parse_tag(f"{{{{ {source} }}}}")
        output = tree.body[0] if not isinstance(tree, Fault) and len(tree.body) == 1 else None
        if isinstance(output, nodes.Output):
            return output.nodes
        self._report(tag, tree if isinstance(tree, Fault) else nothing)
        return []

    def _checked(self, tag: Tag, node: nodes.Node, extra: Mapping[str, Shape] | None = None) -> Shape:
        scope = dict(self.fields)
        for block in self._open:
            scope |= block.names
        shape, faults = Checker(scope | dict(extra or {}), self.notes).check(node)
        for fault in faults:
            self._report(tag, fault)
        return shape

    def _close(self, tag: Tag, word: str) -> None:
        self._check_rest(tag, word)
        expected = _ENDS[word]
        position = next((n for n in reversed(range(len(self._open))) if self._open[n].word == expected), None)
        if position is None:
            hint = f"haal de tag weg, of zet het begin {{% {expected} … %}} ervoor"
            self._report(tag, Fault("BR303", f"{tag.source} sluit een blok dat niet open is", hint))
            return
        for crossed in self._open[position + 1 :]:
            message = f"{tag.source} staat binnen het blok {crossed.tag.source}, dat nog open is"
            hint = f"sluit eerst dat blok met {{%{crossed.tag.reach} end{crossed.word} %}}"
            self._report(tag, Fault("BR303", message, hint))
        opened = self._open[position]
        self._check_size(opened, tag, position)
        del self._open[position:]
        self._check_ends(opened.tag, tag)

    def _check_size(self, opened: Open, tag: Tag, position: int) -> None:
        """Report a loop that makes more paragraphs, or more characters within one, than a document has."""
        if opened.word != "for":
            return
        turns = math.prod(item.turns for item in self._open[: position + 1])
        size = tag.spot.number - opened.tag.spot.number or (tag.start - opened.tag.end) // _LINE
        if size * turns > _MOST_PARAGRAPHS:
            hint = f"ten hoogste {_MOST_PARAGRAPHS} alinea's; haal uit de lus wat niet herhaald hoeft te worden"
            self._report(tag, Fault("BR312", f"de lus {opened.tag.source} geeft {size * turns} alinea's", hint))

    def _middle(self, tag: Tag, word: str) -> None:
        if word == "elif":
            self._expression(tag, tag.inner[4:])
        else:
            self._check_rest(tag, word)
        if not self._open or self._open[-1].word not in _MIDDLES[word]:
            self._report(tag, Fault("BR303", f"{tag.source} hoort bij geen open blok", "zet er {% if … %} voor"))
            return
        if self._open[-1].ended:
            message = f"{tag.source} komt na de else van {self._open[-1].tag.source}"
            self._report(tag, Fault("BR303", message, "een blok heeft één else, en die staat als laatste"))
        self._open[-1].ended = word == "else"
        self._check_ends(self._open[-1].tag, tag)

    def _check_rest(self, tag: Tag, word: str) -> None:
        rest = tag.inner[len(word) :].strip()
        if not rest:
            return
        if word == "else" and rest.startswith("if"):
            meant = f"{{%{tag.reach} elif{rest[2:]} %}}"
            self._report(tag, Fault("BR304", f"{tag.source} is niet te begrijpen", f"schrijf {meant}"))
            return
        message = f"na {word} hoort niets meer te staan, en er staat '{rest[:40]}'"
        self._report(tag, Fault("BR304", message, f"schrijf {{%{tag.reach} {word} %}}"))

    def _check_ends(self, first: Tag, last: Tag) -> None:
        if first.reach != last.reach:
            message = f"{first.source} en {last.source} horen bij elkaar maar hebben niet dezelfde letter"
            hint = f"schrijf {{%{first.reach} {last.inner} %}}"
            self._report(last, Fault("BR303", message, hint))
            return
        fault = torn(first, last)
        if fault is not None:
            self._report(last, fault)

    def _check_dashes(self, tags: list[Tag]) -> None:
        """Report `{%- … -%}`: docxtpl lets it swallow the paragraph before or after it, words and all."""
        for tag in tags:
            if tag.source[2] in "-+" or tag.source[-3] in "-+":
                message = f"{tag.source} heeft een streepje of plusteken aan de rand, en dat wist tekst eromheen"
                self._report(tag, Fault("BR312", message, "laat het teken weg: schrijf {% if … %} of {{ … }}"))

    def _report(self, tag: Tag, fault: Fault) -> None:
        self.found.append(tag.fault(fault.code, fault.message, fault.hint))


def _unknown_statement(word: str) -> Fault:
    hint = "een sjabloon kent if, elif, else, endif, for en endfor"
    if word in (
        "set",
        "macro",
        "import",
        "from",
        "include",
        "extends",
        "block",
        "call",
        "filter",
        "with",
        "raw",
        "autoescape",
    ):
        return Fault("BR312", f"de opdracht {word!r} kan niet in een sjabloon", hint)
    meant = _MEANT.get(word.lower()) or nearest(word, ("if", "elif", "else", "endif", "for", "endfor"))
    return Fault("BR304", f"onbekende opdracht {word!r}", f"schrijf {meant}; {hint}" if meant else hint)


def _guessed_names(tag: Tag) -> dict[str, Shape]:
    found = re.match(r"for\s+(\w+)", tag.inner)
    return {found[1]: UNKNOWN, "loop": _LOOP} if found else {"loop": _LOOP}
