"""Make the parts of a document: the steps, in the order in which notes and lists are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.word.template.own_properties import shown_properties
from brief.word.template.styles import StyleSheet, style_ids
from brief.word.writing.assembly import Assembly
from brief.word.writing.body import BodyWriter, Setting
from brief.word.writing.bookmarks import Bookmarks
from brief.word.writing.contents import contents_xml
from brief.word.writing.footnotes import footnotes_xml
from brief.word.writing.frame import highest_bookmark, place_marks, read_frame
from brief.word.writing.frame_origins import mark_origins
from brief.word.writing.note_numbers import section_rules
from brief.word.writing.notes import AroundBody, HandMade, plan_notes
from brief.word.writing.numbering import Numbering
from brief.word.writing.properties import marked, origin_properties
from brief.word.writing.rhythm import Rhythm
from brief.word.writing.settings import settle_styles, without_session_ids
from brief.word.writing.spans import Anchors, Findings, SpanWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.diagnostics import Diagnostic
    from brief.text.document import Document, Element
    from brief.word.template.parts import Template
    from brief.word.template.prepare import Prepared
    from brief.word.template.styles import StyleIds
    from brief.word.writing.body import Written
    from brief.word.writing.frame import Frame
    from brief.word.writing.notes import NotePlan


class Made(Struct):
    """The parts of a document by name, what there is to tell, and the bookmarks of each afspraak by its id.

    `frame` is the main part as it is printed around the body.
    """

    parts: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    afspraken: dict[str, tuple[str, ...]] = field(default_factory=dict)
    frame: bytes = b""


class _Work(Struct):
    """What the steps share."""

    document: Document
    frame: Frame
    plan: NotePlan
    sheet: StyleSheet
    styles: StyleIds
    anchors: Anchors
    findings: Findings
    assembly: Assembly


def make_parts(prepared: Prepared, document: Document) -> Made:
    """Write the body and the notes of a document into its filled template; uses up `prepared`."""
    work = _begin(prepared, document)
    numbering = _numbering(work)
    written = _write_main(work, numbering, prepared.template.main)
    frame = etree.tostring(work.frame.root)
    _write_notes(work, prepared)
    _write_other(work, prepared)
    data = numbering.to_bytes()
    if data is not None:
        work.assembly.parts[work.assembly.name_of("numbering")] = data
    work.assembly.add_settings()
    properties = marked(shown_properties(prepared.template), origin_properties(document))
    if properties is not None:
        work.assembly.add_properties(properties)
    creator = document.fields.get("auteur")
    parts = work.assembly.finish(document.title, creator if isinstance(creator, str) else "")
    return Made(parts, tuple(work.findings.found), written.afspraken, frame)


def _begin(prepared: Prepared, document: Document) -> _Work:
    template = prepared.template
    assert template.styles is not None
    sheet = StyleSheet(template.styles)
    assembly = Assembly(template)
    assembly.parts[assembly.name_of("styles")] = settle_styles(template.styles)
    frame = read_frame(prepared.trees[template.main], document.notes)
    taken = frame.bookmark_names()
    around = AroundBody(frame.before, frame.after, frame.section, section_rules(frame.root, _settings(template)))
    plan = plan_notes(around, document.body, {name.lower() for name in taken})
    others = [tree for name, tree in prepared.trees.items() if name != template.main]
    bookmarks = Bookmarks(taken | set(plan.bookmarks.values()), max(map(highest_bookmark, (frame.root, *others))) + 1)
    names = {name: name for name in sorted(taken)} | _anchor_names(document.body, bookmarks)
    anchors = Anchors(names, plan, bookmarks)
    notes = template.role("footnotes")
    for name, tree in prepared.trees.items():
        mark_origins(frame.root if name == template.main else tree, None if name == notes else bookmarks)
    return _Work(document, frame, plan, sheet, style_ids(sheet), anchors, Findings(template.file), assembly)


def _settings(template: Template) -> etree._Element | None:
    name = template.role("settings")
    return None if name is None else etree.fromstring(template.parts[name])


def _anchor_names(body: Sequence[Element], bookmarks: Bookmarks) -> dict[str, str]:
    anchors = dict.fromkeys(element.anchor for element in body if element.anchor is not None)
    return {anchor: bookmarks.claim(anchor) for anchor in anchors}


def _numbering(work: _Work) -> Numbering:
    template_part = work.assembly.parts.get(work.assembly.known("numbering") or "")
    return Numbering(template_part, work.sheet, work.styles)


def _write_main(work: _Work, numbering: Numbering, main: str) -> Written:
    spans = SpanWriter(work.styles, work.assembly.relations, work.anchors, work.findings)
    rhythm = Rhythm(work.sheet, work.styles)
    titled = work.frame.has_title(work.styles.headings[0])
    setting = Setting(work.styles, numbering, work.anchors, work.findings, rhythm, work.frame.width, titled=titled)
    spans.skip_notes(len(work.frame.before))
    keep_last = work.frame.followed
    depth = work.document.contents if work.frame.has_contents else None
    writer = BodyWriter(setting, spans, contents=depth, keep_last=keep_last)
    written = writer.write(work.document.body)
    place_marks(work.frame, _frame_marks(work, spans))
    without_session_ids(work.frame.root)
    contents = contents_xml(written.contents, work.styles, work.anchors.bookmarks)
    text = work.frame.with_content({"tekst": written.xml, "inhoudsopgave": contents})
    work.assembly.parts[main] = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n" + text.encode("utf-8")
    return written


def _frame_marks(work: _Work, spans: SpanWriter) -> Iterator[str]:
    """Write the marks of the frame's own notes: the first and the last of the plan, around those of the body."""
    placed, frame = work.plan.placed, work.frame
    of_frame = [*placed[: len(frame.before)], *placed[len(placed) - len(frame.after) :]]
    for one, each in zip(of_frame, (*frame.before, *frame.after), strict=True):
        key = None if isinstance(each.note, HandMade) else each.note.key
        target = None if key is None else work.plan.name_of(key, one)
        yield spans.note_reference(one.identifier, key, target)


def _write_notes(work: _Work, prepared: Prepared) -> None:
    spans = SpanWriter(work.styles, work.assembly.note_relations, work.anchors, work.findings)
    own = prepared.trees.get(prepared.template.role("footnotes") or "")
    if own is not None:
        without_session_ids(own)
    work.assembly.add_notes(footnotes_xml(work.plan, own, spans, work.styles))


def _write_other(work: _Work, prepared: Prepared) -> None:
    """Put in the filled headers and footers."""
    done = {prepared.template.main, prepared.template.role("footnotes")}
    for name, tree in prepared.trees.items():
        if name not in done:
            without_session_ids(tree)
            work.assembly.parts[name] = bytes(
                etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            )
