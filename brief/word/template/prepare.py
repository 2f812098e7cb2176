"""From the bytes of a template to its filled parts, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.characters import without_forbidden
from brief.word.template.fill import Filler
from brief.word.template.lint import lint
from brief.word.template.parts import open_template
from brief.word.template.places import count_places
from brief.word.template.values import Carrier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from brief.text.document import FieldValue
    from brief.text.model import Note
    from brief.word.template.parts import Template


_MUST_SHOW = ("algemeen",)
"""Fields with running text of a round: a template may not leave them out when they are filled."""


class Prepared(Struct):
    """A template with the tags of its text parts filled; `trees` are keyed by part name."""

    template: Template
    trees: dict[str, etree._Element] = field(default_factory=dict)


def prepare(
    data: bytes, file: str, fields: Mapping[str, FieldValue], notes: Mapping[str, Note]
) -> tuple[Prepared | None, tuple[Diagnostic, ...]]:
    """Open, check and fill a template. Gives None when there is an error; the diagnostics then hold all of them."""
    template, opening = open_template(data, file)
    if template is None:
        return None, opening
    found = [*opening, *lint(template, fields, notes), *_not_shown(template, fields)]
    if any(problem.is_error for problem in found):
        return None, tuple(found)
    prepared = Prepared(template)
    carrier = Carrier()
    filler = Filler(file, fields, carrier)
    for name, tree in template.trees.items():
        filled = filler.fill(name, tree)
        if isinstance(filled, Diagnostic):
            found.append(filled)
        else:
            prepared.trees[name] = filled
    found += _dropped(carrier, fields)
    if template.main in prepared.trees:
        found += count_places(prepared.trees[template.main], file, template.main)
    failed = any(problem.is_error for problem in found)
    return None if failed else prepared, tuple(found)


def _not_shown(template: Template, fields: Mapping[str, FieldValue]) -> list[Diagnostic]:
    """Refuse a template that leaves out a text which people wrote for it."""
    shown = "".join("".join(str(text) for text in tree.itertext()) for tree in template.trees.values())
    return [
        Diagnostic(
            "BR335",
            Severity.FOUT,
            f"dit sjabloon heeft geen plek voor '{name}' uit ronde.yaml; die tekst zou wegvallen",
            Place(template.file, excerpt=str(template.main)),
            hint=f"zet in het sjabloon drie alinea's: {{%p for regel in {name} %}}, {{{{ regel }}}} en {{%p endfor %}}",
        )
        for name in _MUST_SHOW
        if fields.get(name) and name not in shown
    ]


def _dropped(carrier: Carrier, fields: Mapping[str, FieldValue]) -> list[Diagnostic]:
    names: dict[str, str] = {}
    for name, text in _texts(fields):
        names.setdefault(text, name)
    return [
        Diagnostic(
            "BR315",
            Severity.WAARSCHUWING,
            f"het teken U+{ord(character):04X} in het veld {names.get(text, '')} ({text[:60]!r}) kan niet in een"
            " Word-bestand staan en is weggelaten",
            hint="haal het teken weg in ronde.yaml; het is meestal een rest van knippen en plakken",
        )
        for character, text in dict.fromkeys(carrier.dropped)
    ]


def _texts(value: FieldValue, name: str = "") -> Iterator[tuple[str, str]]:
    """Give every text in the fields as it is printed, with the name of its field."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(each, f"{name}.{key}" if name else key)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, name)
    elif isinstance(value, str):
        yield name, without_forbidden(value)
