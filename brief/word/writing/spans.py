"""Write spans as runs: the innermost loop of the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.text.model import CrossReference, Note, Run, Style, Table
from brief.text.origin import Bron, Origin
from brief.text.plain import plain, plain_spans
from brief.word.opc.characters import attribute, forbidden, run_content, without_forbidden
from brief.word.opc.relationships import usable_address
from brief.word.writing.fields import field as word_field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brief.text.document import Element
    from brief.text.model import Span, Spans
    from brief.word.opc.relationships import Relationships
    from brief.word.template.styles import StyleIds
    from brief.word.writing.bookmarks import Bookmarks
    from brief.word.writing.notes import NotePlan

_TOGGLES = ((Style.BOLD, "<w:b/>"), (Style.ITALIC, "<w:i/>"))
_RAISED = ((Style.SUPERSCRIPT, "superscript"), (Style.SUBSCRIPT, "subscript"))


class Findings(Struct):
    """What the writer has to tell, and where it is at the moment, in words a user knows.

    `file` is the template: the place of what comes from no other file.
    """

    file: str
    where: Element | None = None
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, severity: Severity, message: str, hint: str) -> None:
        """Note a finding at the present spot."""
        words = None if self.where is None else _described(self.where)
        source = None if self.where is None or self.where.source is None else self.where.source()
        if source is None:
            place = Place(self.file, excerpt=words)
        else:
            place = source if source.excerpt else replace(source, excerpt=words)
        self.found.append(Diagnostic(code, severity, message, place, hint=hint))


def _described(element: Element) -> str:
    block = element.block
    text = plain((block,)) if isinstance(block, Table) else plain_spans(getattr(block, "spans", ()))
    words = " ".join(without_forbidden(text).split())[:60]
    return words if element.afspraak is None else f"afspraak {element.afspraak}: {words}"


class Anchors(Struct):
    """What cross-references may point at: bookmarks of blocks by the name given, and notes by key."""

    names: dict[str, str]
    notes: NotePlan
    bookmarks: Bookmarks


def run_properties(style: int, character_style: str | None) -> str:
    """Write the `w:rPr` of a style, empty for plain text; the order is that of the schema."""
    marks = "" if character_style is None else f'<w:rStyle w:val="{attribute(character_style)}"/>'
    marks += "".join(mark for flag, mark in _TOGGLES if style & flag)
    marks += "".join(f'<w:vertAlign w:val="{value}"/>' for flag, value in _RAISED if style & flag)
    return f"<w:rPr>{marks}</w:rPr>" if marks else ""


class SpanWriter:
    """Writes the spans of one part; it numbers the notes as it meets them, so call it in the order of the document."""

    def __init__(self, styles: StyleIds, links: Relationships, anchors: Anchors, findings: Findings) -> None:
        self._styles = styles
        self._links = links
        self._anchors = anchors
        self._findings = findings
        self._next_note = 0
        self._properties: dict[str | None, tuple[str, ...]] = {}
        self._mark = run_properties(0, styles.note_mark) or '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        self._write: Mapping[type[Span], Callable[..., str]] = {Note: self._note, CrossReference: self._reference}

    def skip_notes(self, count: int) -> None:
        """Tell that the frame holds this many notes before the next one written."""
        self._next_note += count

    def spans(self, spans: Spans, character_style: str | None = None) -> str:
        """Write spans as runs; `character_style` is the id of a style for all of them."""
        properties = self._properties_of(character_style)
        if len(spans) == 1 and type(only := spans[0]) is Run and only.link is None:
            return f"<w:r>{properties[only.style]}{self._text(only.text)}</w:r>"
        out: list[str] = []
        link: str | None = None
        for span in spans:
            if type(span) is Run:
                if span.link != link:
                    out.append(self._change_link(link, span.link))
                    link = span.link
                look = properties if link is None else self._properties_of(self._styles.link or character_style)
                out.append(f"<w:r>{look[span.style]}{self._text(span.text)}</w:r>")
            else:
                out.append(self._change_link(link, None))
                link = None
                out.append(self._other(span, properties[0]))
        if link is not None:
            out.append(self._change_link(link, None))
        return "".join(out)

    def _properties_of(self, character_style: str | None) -> tuple[str, ...]:
        known = self._properties.get(character_style)
        if known is None:
            known = tuple(run_properties(style, character_style) for style in range(16))
            self._properties[character_style] = known
        return known

    def _text(self, text: str) -> str:
        if not text.isprintable():
            self._report_forbidden(text)
        return run_content(text)

    def _report_forbidden(self, text: str) -> None:
        for character in forbidden(text):
            self._findings.add(
                "BR315",
                Severity.WAARSCHUWING,
                f"het teken U+{ord(character):04X} kan niet in een Word-bestand staan en is weggelaten",
                "haal het teken weg uit de bron; het is meestal een rest van knippen en plakken",
            )

    def _change_link(self, old: str | None, new: str | None) -> str:
        if old == new:
            return ""
        close = "</w:hyperlink>" if old is not None and usable_address(old) else ""
        if new is None:
            return close
        address = usable_address(new)
        if address is not None:
            return f'{close}<w:hyperlink r:id="{self._links.link(address)}" w:history="1">'
        self._findings.add(
            "BR317",
            Severity.WAARSCHUWING,
            f"van het adres {new!r} kan geen koppeling worden gemaakt; de tekst staat er zonder koppeling",
            "een adres begint met https://, http:// of mailto:",
        )
        return close

    def _other(self, span: Span, properties: str) -> str:
        write = self._write.get(type(span))
        if write is None:
            raise TypeError(f"a finished document holds no {type(span).__name__}")
        return write(span, properties)

    def _note(self, note: Note, _properties: str) -> str:
        placed = self._anchors.notes.placed[self._next_note]
        self._next_note += 1
        return self.note_reference(placed.identifier, note.key, self._anchors.notes.name_of(note.key, placed))

    def note_reference(self, identifier: int, key: str | None, target: str | None) -> str:
        """Write the mark of a note, with its mark of origin; others may point at it by the name `target`."""
        mark = f'<w:r>{self._mark}<w:footnoteReference w:id="{identifier}"/></w:r>'
        opening, closing = self._anchors.bookmarks.mark(None if key is None else Origin(Bron.NOOT, key))
        name = None if target is None else self._anchors.notes.bookmarks.get(target)
        if name is None:
            return f"{opening}{mark}{closing}"
        start, end = self._anchors.bookmarks.open(name)
        return f"{opening}{start}{mark}{end}{closing}"

    def _reference(self, reference: CrossReference, properties: str) -> str:
        if reference.kind == "noot":
            first = self._anchors.notes.first.get(reference.target)
            name, shown = self._anchors.notes.bookmarks.get(reference.target), "" if first is None else str(first.shown)
            self._check_numbers()
        else:
            name, shown = self._anchors.names.get(reference.target), reference.text
        if name is None:
            return self._lost_reference(reference, properties)
        instruction = {"noot": "NOTEREF {} \\h", "nummer": "REF {} \\r \\h", "pagina": "PAGEREF {} \\h"}[reference.kind]
        return word_field(instruction.format(name), shown, properties)

    def _check_numbers(self) -> None:
        """Refuse to print a number that only Word knows; said once."""
        if self._anchors.notes.counter.is_certain or any(each.code == "BR326" for each in self._findings.found):
            return
        hint = "zet in Word de nummering op Doorlopend met 1, 2, 3, of zet herhaling: voluit in ronde.yaml"
        message = "het nummer in 'Zie noot' is niet vooraf te weten: zo nummert dit sjabloon zijn voetnoten"
        self._findings.found.append(Diagnostic("BR326", Severity.FOUT, message, Place(self._findings.file), hint=hint))

    def _lost_reference(self, reference: CrossReference, properties: str) -> str:
        self._findings.add(
            "BR318",
            Severity.FOUT,
            f"de verwijzing naar {reference.target!r} heeft geen doel in dit document",
            "het doel is vervallen of staat niet in dit stuk; pas de verwijzing aan",
        )
        return f"<w:r>{properties}{run_content(reference.text)}</w:r>"
