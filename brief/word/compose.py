"""Make a finished Word file from a document and a template.

The template's frame is filled by docxtpl; the body, which may be thousands of blocks, is written beside it and put
in its place afterwards. The same document and template give the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.text.document import Document
from brief.word.kept import astray, lost
from brief.word.opc.archive import write_archive
from brief.word.template.prepare import prepare
from brief.word.writing.making import make_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from brief.diagnostics import Diagnostic
    from brief.text.document import Element, FieldValue
    from brief.text.model import Note
    from brief.word.template.prepare import Prepared


class Composed(Struct, frozen=True):
    """A finished .docx. `data` is empty when a diagnostic is an error.

    `afspraken` gives the names of the bookmarks that hold the text of each afspraak, by its id, so that each text can
    be read back by itself.
    """

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    afspraken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def check_template(
    data: bytes,
    file: str,
    fields: Mapping[str, FieldValue],
    notes: Mapping[str, Note],
    body: Iterable[Element] = (),
) -> tuple[Diagnostic, ...]:
    """Find everything that is wrong with a template for these fields, notes and body; nothing is written.

    `file` is the template's path for the messages. A document is made of it and thrown away, so that nothing is found
    later than here.
    """
    return compose(Document("", "", fields, tuple(body), notes), data, file).diagnostics


def compose(document: Document, template: bytes, file: str) -> Composed:
    """Fill a template with a document; `file` is the template's path for the messages."""
    return begin(document, template, file)(document.body)


def begin(document: Document, template: bytes, file: str) -> Callable[[tuple[Element, ...]], Composed]:
    """Fill the frame of a template, and give what makes the document of it, once, when its body is there."""
    prepared, found = prepare(template, file, document.fields, document.notes)

    def finish(body: tuple[Element, ...]) -> Composed:
        return Composed(b"", found) if prepared is None else _composed(prepared, found, replace(document, body=body))

    return finish


def _composed(prepared: Prepared, found: tuple[Diagnostic, ...], document: Document) -> Composed:
    file = prepared.template.file
    made = make_parts(prepared, document)
    filled = {**made.parts, prepared.template.main: made.frame}
    texts = {name: prepared.template.parts[name] for name in prepared.template.text_parts()}
    diagnostics = (*found, *made.diagnostics, *lost(texts, filled, file), *astray(texts, filled, file))
    if any(problem.is_error for problem in diagnostics):
        return Composed(b"", diagnostics)
    return Composed(write_archive(made.parts), diagnostics, made.afspraken)
