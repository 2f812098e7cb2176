"""Find every mistake in a template before anything is filled."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.names import w
from brief.word.template.blocks import BlockCheck
from brief.word.template.places import check_places
from brief.word.template.scan import scan_part
from brief.word.template.shapes import Kind, Shape, shape_of
from brief.word.template.styles import ADVISED, REQUIRED, StyleSheet
from brief.word.template.values import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.text.document import FieldValue
    from brief.text.model import Note
    from brief.word.template.parts import Template
    from brief.word.template.scan import Tag


def lint(template: Template, fields: Mapping[str, FieldValue], notes: Mapping[str, Note]) -> list[Diagnostic]:
    """Check all text parts and the styles of a template; puts cut-up tags together as it goes."""
    known = {name: shape_of(value) for name, value in fields.items()}
    known |= dict.fromkeys(PLACES, Shape(Kind.PLACE)) | {"voetnoot": Shape(Kind.FUNCTION)}
    found: list[Diagnostic] = []
    tags: list[Tag] = []
    for part, tree in template.trees.items():
        scan = scan_part(tree, template.file, part)
        check = BlockCheck(known, tuple(notes), notes_allowed=part == template.main)
        found += sorted([*scan.faults, *check.check(scan.tags)], key=_paragraph)
        tags += scan.tags
    found += check_places(tags, template.main, template.file, PLACES)
    found += _unfilled_parts(template)
    found += _tracked_changes(template)
    found += _missing_styles(template, needs_contents=any(tag.inner == "inhoudsopgave" for tag in tags))
    return found


def _paragraph(problem: Diagnostic) -> int:
    return (problem.place.paragraph or 0) if problem.place else 0


def _unfilled_parts(template: Template) -> Iterator[Diagnostic]:
    """Report tags in parts of the package that no one fills: endnotes, comments, text in other stories."""
    for name, data in template.parts.items():
        if name in template.trees or not name.startswith("word/") or not name.endswith(".xml"):
            continue
        if b"{{" in data or b"{%" in data:
            hint = "een tag wordt gevuld in de tekst, kopteksten, voetteksten en voetnoten"
            message = f"er staat een tag in {posixpath.basename(name)}, en die wordt niet gevuld"
            yield Diagnostic("BR313", Severity.FOUT, message, Place(template.file, part=name), hint=hint)


def _tracked_changes(template: Template) -> Iterator[Diagnostic]:
    for part, tree in template.trees.items():
        for number, paragraph in enumerate(tree.iter(w("p")), 1):
            if next(paragraph.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")), None) is None:
                continue
            text = "".join(t.text or "" for t in paragraph.iter(w("t"), w("delText")))
            if "{{" in text or "{%" in text:
                continue  # reported with its tag
            place = Place(template.file, part=part, paragraph=number, excerpt=text[:80])
            hint = "aanvaard of verwerp de wijziging in Word (tabblad Controleren); anders staat ze straks in de brief"
            message = "het sjabloon bevat een bijgehouden wijziging"
            yield Diagnostic("BR306", Severity.WAARSCHUWING, message, place, hint=hint)


def _missing_styles(template: Template, *, needs_contents: bool) -> Iterator[Diagnostic]:
    assert template.styles is not None
    sheet = StyleSheet(template.styles)
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
    dutch = {
        "heading 1": "Kop 1", "heading 2": "Kop 2", "heading 3": "Kop 3", "List Bullet": "Lijst opsom.teken",
        "List Number": "Lijstnummering", "footnote text": "Voetnoottekst", "footnote reference": "Voetnootmarkering",
        "Body Text": "Platte tekst", "List Continue": "Lijstvoortzetting", "Table Grid": "Tabelraster",
        "toc 1": "Inhopg 1", "toc 2": "Inhopg 2", "toc 3": "Inhopg 3",
    }.get(name)  # fmt: skip
    shown = f"; in een Nederlandse Word heet ze '{dutch}'" if dutch else ""
    what = {"paragraph": "alineastijl", "character": "tekenstijl", "table": "tabelstijl"}[kind]
    rest = "" if required else "; zonder die stijl wordt de tekst gewoon opgemaakt"
    return f"voeg de {what} toe of neem haar over uit een bestaand sjabloon{shown}{rest}"
