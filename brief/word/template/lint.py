"""Find every mistake in a template before anything is filled."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.template.almost import check_almost
from brief.word.template.blocks import BlockCheck
from brief.word.template.controls import check_controls, unbind
from brief.word.template.elsewhere import check_elsewhere
from brief.word.template.foreign import check_foreign
from brief.word.template.forms import check_forms
from brief.word.template.hidden import check_computed, check_hidden
from brief.word.template.looks import check_looks
from brief.word.template.own_marks import take_out_own_marks
from brief.word.template.people import set_people_apart
from brief.word.template.places import check_places
from brief.word.template.printed import check_printed
from brief.word.template.reaches import save_bookmarks
from brief.word.template.scan import scan_part
from brief.word.template.shapes import Kind, Shape, shape_of
from brief.word.template.soundness import check_soundness
from brief.word.template.stale import check_stale
from brief.word.template.styles import ADVISED, REQUIRED, StyleSheet, shown_name
from brief.word.template.values import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from brief.text.document import FieldValue
    from brief.text.model import Note
    from brief.word.template.parts import Template
    from brief.word.template.scan import Tag

_INSTEAD = {
    "Brieftabel": "krijgt een tabel de stijl Tabelraster: zwarte lijnen om elke cel",
    "Tabelkop": "krijgt de kop van een tabel de stijl van haar cellen",
    "Tabeltekst": "krijgen de cellen van een tabel de stijl Platte tekst",
}
_MOST = 20
"""Findings of one code that are printed one by one."""


def lint(template: Template, fields: Mapping[str, FieldValue], notes: Mapping[str, Note]) -> list[Diagnostic]:
    """Check a template; puts cut-up tags together and takes out what does not go along, as it goes."""
    known = {name: shape_of(value) for name, value in fields.items()}
    known |= dict.fromkeys(PLACES, Shape(Kind.PLACE)) | {"voetnoot": Shape(Kind.FUNCTION)}
    assert template.styles is not None
    sheet = StyleSheet(template.styles)
    found = set_people_apart(template, sheet)
    unbind(template)
    for tree in template.trees.values():
        take_out_own_marks(tree)
    found += [*check_soundness(template), *check_elsewhere(template), *check_hidden(template)]
    found += [*check_controls(template), *check_foreign(template), *check_forms(template)]
    tags: list[Tag] = []
    for part, tree in template.trees.items():
        scan = scan_part(tree, template.file, part)
        if scan.too_many:
            return scan.faults
        check = BlockCheck(known, tuple(notes), notes_allowed=part == template.main)
        almost = check_almost(tree, template.file, part, frozenset(known))
        found += sorted([*scan.faults, *check.check(scan.tags), *almost], key=_paragraph)
        tags += scan.tags
    found += check_computed(tags, template)
    found += check_stale(template)
    found += check_places(tags, template.main, template.file, PLACES)
    found += [*check_looks(tags, template, sheet), *check_printed(tags, template, sheet)]
    found += _missing_styles(template, sheet, needs_contents=any(tag.inner == "inhoudsopgave" for tag in tags))
    if not any(problem.is_error for problem in found):
        for tag in tags:
            save_bookmarks(tag)
    return _few(found)


def _few(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give the first findings of each code, with the number of the others in the last."""
    counts: Counter[tuple[str, bool]] = Counter()
    kept: list[Diagnostic] = []
    last: dict[tuple[str, bool], int] = {}
    seen: set[tuple[str, str, str | None, int | None]] = set()
    for problem in found:
        where = problem.place or Place("")
        same = problem.code, problem.message, where.part, where.paragraph
        if same in seen:
            continue
        seen.add(same)
        key = problem.code, problem.is_error
        counts[key] += 1
        if counts[key] <= _MOST:
            last[key] = len(kept)
            kept.append(problem)
    for key, count in counts.items():
        if count > _MOST:
            problem = kept[last[key]]
            kept[last[key]] = replace(problem, message=f"{problem.message} (en nog {count - _MOST} keer zoiets)")
    return kept


def _paragraph(problem: Diagnostic) -> int:
    return (problem.place.paragraph or 0) if problem.place else 0


def _missing_styles(template: Template, sheet: StyleSheet, *, needs_contents: bool) -> Iterator[Diagnostic]:
    contents = tuple(("paragraph", f"toc {level}") for level in (1, 2, 3)) if needs_contents else ()
    for kind, name in (*REQUIRED, *ADVISED, *contents):
        if sheet.find(kind, name) is None:
            required = (kind, name) in REQUIRED
            yield Diagnostic(
                "BR305" if required else "BR392",
                Severity.FOUT if required else Severity.WAARSCHUWING,
                f"de stijl '{name}' ontbreekt",
                Place(template.file, part=template.role("styles")),
                hint=_style_hint(kind, name, required=required),
            )


def _style_hint(kind: str, name: str, *, required: bool) -> str:
    dutch = shown_name(name)
    shown = f"; in een Nederlandse Word heet ze '{dutch}'" if dutch != name else ""
    what = {"paragraph": "alineastijl", "character": "tekenstijl", "table": "tabelstijl"}[kind]
    rest = "" if required else f"; zonder die stijl {_INSTEAD.get(name, 'wordt de tekst gewoon opgemaakt')}"
    return f"voeg de {what} toe of neem haar over uit een bestaand sjabloon{shown}{rest}"
