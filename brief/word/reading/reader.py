"""Read a Word file: open it, go through its parts in order, and prove that nothing was lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.text.model import Run
from brief.word.opc.container import Refused
from brief.word.opc.foreign import elements_of, foreign_spaces
from brief.word.opc.markup import A, W, local, parse_part
from brief.word.opc.package import Package, open_package
from brief.word.opc.relations import Relation, external_references, main_part, relations_of, wrong_main_type
from brief.word.opc.values import values_of
from brief.word.reading import changes, controls, drawings, elements, fields, findings, formulas, special
from brief.word.reading.accounting import stray_text, unaccounted
from brief.word.reading.model import Revisions, Source, WordBlock, WordText
from brief.word.reading.numbering import Numbering
from brief.word.reading.state import Shared
from brief.word.reading.styles import Styles
from brief.word.reading.walk import PartWalk

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

_ROOMS = (elements, special, fields, controls, changes, drawings, formulas)
_STARTS = {name: start for each in _ROOMS for name, start in each.STARTS.items()}
_ENDS = {name: end for each in _ROOMS for name, end in each.ENDS.items()}
_BEFORE = {"header": Source.HEADER}
_AFTER = {
    "footnotes": Source.FOOTNOTE,
    "endnotes": Source.ENDNOTE,
    "comments": Source.COMMENT,
    "footer": Source.FOOTER,
}
_MOST_FRAMES = 3
"""Paragraphs in a frame that are reported one by one."""
_DRAWN = {"chart", "chartEx", "diagramData"}


def read(
    data: bytes,
    file: str,
    *,
    revisions: Revisions = Revisions.ACCEPT,
    before: Callable[[etree._Element, str], None] | None = None,
) -> WordText:
    """Read all text of a .docx, .docm or .dotx given as bytes; `file` is its name in messages.

    Never raises on bad input: a file that cannot be read gives no blocks and at least one error. Nothing is fetched,
    run or written. `revisions` says what to do with tracked changes; what is left out has a source that says so.
    `before` is given the root and the name of each part, to alter it before it is read.
    """
    package, problems = open_package(data, file)
    if package is None:
        return WordText(file, (), problems)
    try:
        blocks, found = _read_package(package, revisions, before)
    except Refused as refused:
        return WordText(file, (), (*problems, refused.diagnostic))
    return WordText(file, tuple(blocks), (*problems, *found))


def _read_package(
    package: Package, revisions: Revisions, before: Callable[[etree._Element, str], None] | None
) -> tuple[list[WordBlock], list[Diagnostic]]:
    main = main_part(package)
    data = package.part(main) or b""
    root = parse_part(data, package.file, main)
    if local(root) != "document" or root.tag != f"{W}document":
        raise Refused(_no_document(package.file, main))
    relations = relations_of(package, main)
    shared = _shared(package, main, relations, revisions)
    shared.before = before
    wrong = wrong_main_type(package, main)
    if wrong is not None:
        shared.diagnostics.append(wrong)
    blocks = _related(package, relations, _BEFORE, shared)
    blocks += _walk(root, data, shared, main, Source.BODY, relations)
    shared.diagnostics += _framed(shared)
    blocks += _related(package, relations, _AFTER, shared)
    blocks += _drawn(package, relations, shared)
    found = external_references(relations_of(package, ""), package.file, "_rels/.rels")
    found += _absent(package, relations, main, shared)
    return blocks, found + external_references(relations, package.file, main) + shared.diagnostics


def _framed(shared: Shared) -> list[Diagnostic]:
    """Report the paragraphs in a frame, many in one message: what was made from a PDF has all its text in them."""
    shown = shared.frames if len(shared.frames) <= _MOST_FRAMES else shared.frames[:1]
    return [findings.frame_note(text, len(shared.frames) - len(shown), place) for text, place in shown]


_NEEDED = frozenset({"styles", "numbering", "footnotes", "endnotes", "header", "footer", "comments", "chart"})


def _absent(package: Package, relations: dict[str, Relation], main: str, shared: Shared) -> list[Diagnostic]:
    """Report the parts with text or form that are named and not there, and the notes that have no text."""
    targets = {each.target for each in relations.values() if each.kind in _NEEDED and not each.external}
    missing = [findings.missing_note(each, package.file, main) for each in sorted(targets) if not package.has(each)]
    lost = (name for name, aside in shared.references.items() if aside is None and name not in shared.notes)
    return missing + [findings.lost_note(name, package.file) for name in lost]


def _no_document(file: str, part: str) -> Diagnostic:
    return Diagnostic(
        "BR109",
        Severity.FOUT,
        "de hoofdtekst is geen Word-document",
        Place(file, part=part),
        hint="is dit een presentatie of rekenblad? Bewaar de tekst als .docx",
    )


def _shared(package: Package, main: str, relations: dict[str, Relation], revisions: Revisions) -> Shared:
    styles_root = _first_root(package, relations, "styles")
    numbering_root = _first_root(package, relations, "numbering")
    style_lists = {}
    for style in styles_root.iterfind(f"{W}style") if styles_root is not None else ():
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if style.get(f"{W}type") == "numbering" and number is not None:
            style_lists[style.get(f"{W}styleId", "")] = number.get(f"{W}val", "")
    numbering = Numbering(numbering_root, style_lists)
    return Shared(package.file, Styles(styles_root), numbering, revisions, partial(values_of, package, main))


def _first_root(package: Package, relations: dict[str, Relation], kind: str) -> etree._Element | None:
    for relation in relations.values():
        if relation.kind == kind and not relation.external:
            data = package.part(relation.target)
            if data is not None:
                return parse_part(data, package.file, relation.target)
    return None


def _related(
    package: Package, relations: dict[str, Relation], kinds: dict[str, Source], shared: Shared
) -> list[WordBlock]:
    """Read the parts of some kinds, in the order of `kinds` and of their names, each once."""
    blocks: list[WordBlock] = []
    for kind, source in kinds.items():
        targets = {r.target for r in relations.values() if r.kind == kind and not r.external}
        for target in sorted(targets):
            data = package.part(target)
            if data is None:
                continue
            own = relations_of(package, target)
            shared.diagnostics += external_references(own, package.file, target)
            blocks += _walk(parse_part(data, package.file, target), data, shared, target, source, own)
    return blocks


def _walk(
    root: etree._Element, data: bytes, shared: Shared, part: str, source: Source, relations: dict[str, Relation]
) -> list[WordBlock]:
    if shared.before is not None:
        shared.before(root, part)
    walk = PartWalk(shared, part, source, relations)
    foreign = {str(each.tag) for each in elements_of(root, foreign_spaces(data))}
    starts, ends = dict.fromkeys(foreign, special.start_foreign), dict.fromkeys(foreign, special.end_foreign)
    walk.run(root, _STARTS | starts if foreign else _STARTS, _ENDS | ends if foreign else _ENDS)
    missing = unaccounted(root, walk)
    if missing is not None:
        shared.diagnostics.append(missing)
    return walk.blocks + stray_text(root, walk)


def _drawn(package: Package, relations: dict[str, Relation], shared: Shared) -> list[WordBlock]:
    """Read the words in charts and diagrams, which stand in parts of their own; their place is not known."""
    blocks = []
    for relation in relations.values():
        data = None if relation.external or relation.kind not in _DRAWN else package.part(relation.target)
        if data is None:
            continue
        root = parse_part(data, shared.file, relation.target)
        for element in root.iter(f"{A}t"):
            if (element.text or "").strip():
                place = Place(shared.file, part=relation.target, excerpt=element.text)
                blocks.append(WordBlock(place, (Run(element.text or ""),), Source.DRAWING))
    return blocks
