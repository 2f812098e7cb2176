"""Give a paragraph that has ended as blocks: what it shows, what was set aside from it, and what is to be reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text.model import Run
from brief.word.reading import findings
from brief.word.reading.model import Source, WordBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.diagnostics import Place
    from brief.text.model import Spans
    from brief.word.reading.paragraph import OpenParagraph
    from brief.word.reading.state import Shared


def blocks_of(paragraph: OpenParagraph, shared: Shared, place_of: Callable[[int, str], Place]) -> list[WordBlock]:
    """Give the blocks of a paragraph, those of its text boxes last, and report what was odd in `shared`."""
    segments = paragraph.segments()
    number = paragraph.number
    if not segments and number is not None and not number.bullet and paragraph.cells:
        segments = [(False, ())]  # an empty cell that shows a number
    text = "".join(span.text for _, spans in segments for span in spans if isinstance(span, Run))
    place = place_of(paragraph.index, text or "".join("".join(t) for t in paragraph.aside.values()))
    blocks = [
        _block(paragraph, place, spans, contents=contents, first=not n) for n, (contents, spans) in enumerate(segments)
    ]
    blocks += _asides_of(paragraph, shared, place)
    _report(paragraph, shared, place, text)
    return blocks + paragraph.after


def _block(paragraph: OpenParagraph, place: Place, spans: Spans, *, contents: bool, first: bool) -> WordBlock:
    look = paragraph.look
    return WordBlock(
        place=place,
        spans=spans,
        source=paragraph.source,
        detail=paragraph.detail,
        style=look.name,
        look=paragraph.own_style,
        outline=paragraph.outline,
        number=paragraph.number if first else None,
        indent=paragraph.indent,
        cells=paragraph.cells,
        contents=contents,
        prompt=paragraph.is_prompt,
        page_break=paragraph.page_break,
        box=paragraph.box,
    )


def _asides_of(paragraph: OpenParagraph, shared: Shared, place: Place) -> list[WordBlock]:
    found = []
    for (source, detail), texts in paragraph.aside.items():
        text = "".join(texts)
        found.append(WordBlock(place, (Run(text),), source, detail, cells=paragraph.cells, box=paragraph.box))
        if not text.strip():
            continue
        if source in {Source.DELETED, Source.MOVED, Source.REJECTED}:
            shared.diagnostics.append(findings.revision_note(source, detail, text, place, shared.revisions))
        elif source is Source.HIDDEN:
            shared.diagnostics.append(findings.hidden_note(text, place))
        elif source in {Source.MERGED_CELL, Source.RUBY, Source.ALTERNATIVE, Source.FOREIGN}:
            shared.diagnostics.append(findings.unseen_note(source.value, text, place))
    return found


def _report(paragraph: OpenParagraph, shared: Shared, place: Place, text: str) -> None:
    report = shared.diagnostics.append
    for by, texts in paragraph.inserted.items():
        inserted = "".join(texts) if len(texts) < 2 else " … ".join(text.strip() for text in texts)
        if inserted.strip():
            report(findings.revision_note(None, by, inserted, place, shared.revisions))
    if "".join(paragraph.struck).strip():
        report(findings.struck_note("".join(paragraph.struck), place))
    if "".join(paragraph.marked).strip() and paragraph.source is Source.BODY:
        report(findings.marked_note("".join(paragraph.marked), place))
    if paragraph.formula and text.strip():
        report(findings.formula_note(text, place))
    prompt = "".join(paragraph.prompts)
    if prompt.strip() and (paragraph.cells or not paragraph.is_prompt):
        report(findings.prompt_note(prompt, place))
    if paragraph.source is Source.COMMENT and text.strip():
        report(findings.comment_note(paragraph.detail, text, place))
