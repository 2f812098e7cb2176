"""Fill the tags of a template with docxtpl, one part at a time."""

from __future__ import annotations

import html
import io
import re
from typing import TYPE_CHECKING, Any

from docxtpl.template import DocxTemplate
from jinja2 import Undefined
from jinja2.exceptions import TemplateError, TemplateSyntaxError, UndefinedError
from lxml import etree
from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.names import w
from brief.word.template.mend import close_holders, make_ids_unique
from brief.word.template.named import named
from brief.word.template.sandbox import AskedNote, FrameEnvironment, NoteTag, RefusedError
from brief.word.template.values import PLACES, Carrier, PlaceMark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.text.document import FieldValue


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)


class Filler(Struct):
    """Fills parts of one template with the same values. `carrier` collects what was left out of them."""

    file: str
    fields: Mapping[str, FieldValue]
    carrier: Carrier

    def fill(self, part: str, root: etree._Element) -> etree._Element | Diagnostic:
        """Give the part with its tags filled, or say which tag failed on these values."""
        docx = DocxTemplate(io.BytesIO())
        self._part_braces(root)
        source = docx.patch_xml(etree.tostring(root, encoding="unicode"))
        try:
            filled = docx.render_xml_part(source, None, self._context(), FrameEnvironment(self._print))
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            return self._failed(part, root, source, error)
        try:
            tree = etree.fromstring(filled.encode("utf-8", "replace"), _PARSER)
            if _has_column_loop(root):
                tree = docx.fix_tables(filled)
        except etree.XMLSyntaxError:
            return self._torn(part)
        self.carrier.deliver(tree)
        close_holders(tree)
        make_ids_unique(tree)
        return tree

    def _part_braces(self, root: etree._Element) -> None:
        """Keep a lone brace at the end of a text from making a tag of the next one, and at its start of the last."""
        for piece in root.iter(w("t")):
            text = piece.text or ""
            if text.startswith("}"):
                text = self.carrier.token("}") + text[1:]
            if text.endswith("{"):
                text = text[:-1] + self.carrier.token("{")
            piece.text = text

    def _context(self) -> dict[str, Any]:
        return {
            **{name: named(each, name) for name, each in self.fields.items()},
            **{name: PlaceMark(name) for name in PLACES},
            "voetnoot": NoteTag(),
        }

    def _print(self, value: object) -> str:
        if isinstance(value, Undefined):
            return str(value)  # raises, with the name that is not there
        if isinstance(value, str) and hasattr(value, "__html__"):
            value = html.unescape(str(value))  # a text or number that stands in the tag itself; Jinja escaped it
        if isinstance(value, bool) or not isinstance(value, str | int | PlaceMark | AskedNote):
            raise RefusedError("deze waarde is geen tekst of getal")
        return self.carrier.token(value)

    def _place(self, part: str, root: etree._Element, words: str | None) -> Place:
        """Find the paragraph that has these words."""
        wanted = "".join((words or "").split())
        for number, paragraph in enumerate(root.iter(w("p")), 1):
            text = "".join(piece.text or "" for piece in paragraph.iter(w("t")))
            if wanted and "".join(text.split()) == wanted:
                return Place(self.file, part=part, paragraph=number, excerpt=text[:120])
        return Place(self.file, part=part, excerpt=(words or "")[:120] or None)

    def _failed(self, part: str, root: etree._Element, source: str, error: Exception) -> Diagnostic:
        place = self._place(part, root, _words_at(source, error))
        return Diagnostic(
            "BR314",
            Severity.FOUT,
            f"een tag kan met deze gegevens niet worden gevuld: {_why(error)}",
            place,
            hint="kijk na of de tag past bij wat het veld is: tekst, getal, ja/nee of een lijst",
        )

    def _torn(self, part: str) -> Diagnostic:
        return Diagnostic(
            "BR316",
            Severity.FOUT,
            "een blok begint en eindigt op plekken die niet bij elkaar horen; de opmaak raakt daardoor stuk",
            Place(self.file, part=part),
            hint="zet {%p if … %} en {%p endif %} elk in een eigen alinea, beide in de tekst of beide in dezelfde cel",
        )


def _why(error: Exception) -> str:
    """Say in Dutch why a tag failed on these values; Jinja and Python say it in English."""
    if isinstance(error, RefusedError):
        return str(error)
    if isinstance(error, TemplateSyntaxError):
        return "de tags passen niet in elkaar"
    if isinstance(error, UndefinedError):
        return "een onderdeel dat de tag noemt is er niet"
    return "de tag vergelijkt of verbindt waarden die niet bij elkaar passen"


def _has_column_loop(root: etree._Element) -> bool:
    """Tell whether tags may change the number of columns, for which docxtpl mends the table's grid."""
    return any("{%tc" in (text.text or "") for text in root.iter(w("t")))


def _words_at(source: str, error: Exception) -> str | None:
    """Find the paragraph an error came from: docxtpl puts each on a line of its own, and Jinja knows the line."""
    line = getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", source).splitlines()
    if line is None or not 0 < line <= len(lines):
        return None
    return html.unescape(re.sub(r"<[^>]+>", "", lines[line - 1])).strip() or None
