"""Write `word/footnotes.xml`: separators, and the notes of document and template in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.characters import attribute
from brief.word.opc.names import R, W, w
from brief.word.writing.notes import HandMade
from brief.word.writing.spans import run_properties

if TYPE_CHECKING:
    from brief.word.template.styles import StyleIds
    from brief.word.writing.notes import NotePlan
    from brief.word.writing.spans import SpanWriter

_SEPARATORS = ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
_LIMIT = 32767
"""The largest id of a note that Word accepts."""


def footnotes_xml(plan: NotePlan, template: etree._Element | None, spans: SpanWriter, styles: StyleIds) -> bytes:
    """Write the part. `template` is the template's own, with its tags filled; its notes get the ids of the plan."""
    kept = _notes_by_number(template)
    head = _opening(template)
    notes = [_separator(*separator) for separator in _SEPARATORS]
    for note in plan.placed:
        if isinstance(note.content, HandMade):
            notes.append(_renumbered(kept.get(note.content.number), note.identifier))
        else:
            notes.append(_note(note.identifier, spans.spans(note.content), styles))
    text = f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{head}{''.join(notes)}</w:footnotes>"
    return text.encode("utf-8")


def _opening(template: etree._Element | None) -> str:
    """Write the start tag with the namespaces of the template's part, which its notes may use."""
    names = {"w": W, "r": R}
    attributes: dict[str, str] = {}
    if template is not None:
        names = {**{str(k): str(v) for k, v in template.nsmap.items() if k is not None}, **names}
        attributes = {_prefixed(str(k), names): str(v) for k, v in template.attrib.items()}
    declared = "".join(f' xmlns:{prefix}="{attribute(name)}"' for prefix, name in names.items())
    more = "".join(f' {name}="{attribute(value)}"' for name, value in attributes.items())
    return f"<w:footnotes{declared}{more}>"


def _prefixed(name: str, names: dict[str, str]) -> str:
    if not name.startswith("{"):
        return name
    space, local = name[1:].split("}")
    return next(f"{prefix}:{local}" for prefix, known in names.items() if known == space)


def _notes_by_number(template: etree._Element | None) -> dict[str, etree._Element]:
    if template is None:
        return {}
    return {str(note.get(w("id"))): note for note in template.iterchildren(w("footnote"))}


def _separator(identifier: int, kind: str, mark: str) -> str:
    spacing = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return f'<w:footnote w:type="{kind}" w:id="{identifier}"><w:p>{spacing}<w:r><w:{mark}/></w:r></w:p></w:footnote>'


def _renumbered(note: etree._Element | None, identifier: int) -> str:
    if note is None:
        return f'<w:footnote w:id="{identifier}"><w:p/></w:footnote>'
    note.set(w("id"), str(identifier))
    return str(etree.tostring(note, encoding="unicode", with_tail=False))


def _note(identifier: int, content: str, styles: StyleIds) -> str:
    if identifier > _LIMIT:
        raise OverflowError(f"a document holds at most {_LIMIT} footnotes")
    head = "" if styles.note is None else f'<w:pPr><w:pStyle w:val="{attribute(styles.note)}"/></w:pPr>'
    mark = run_properties(0, styles.note_mark) or '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return (
        f'<w:footnote w:id="{identifier}"><w:p>{head}<w:r>{mark}<w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{content}</w:p></w:footnote>'
    )
