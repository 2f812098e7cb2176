"""A finished document as a page: one file, no script, headings in order, notes linked both ways, fit for print.

It says the same as the Word file: the head of the letter in words, the body block for block, the signature, the notes.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from brief.render.html.listing import Lists
from brief.render.html.page import page
from brief.render.html.runs import run_html
from brief.text import (
    Contents,
    CrossReference,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Role,
    Run,
    Table,
    plain_spans,
)
from brief.text.note_order import NoteOrder

if TYPE_CHECKING:
    from brief.text import Block, Document, Element, Spans


def document_page(document: Document) -> str:
    """Make the page of a letter or a list."""
    writer = _Page(document)
    text = writer.body()
    body = f"""<header>
{_head(document)}
</header>
{writer.contents()}<main id="tekst">
{text}
{_closing(document)}</main>
{writer.notes()}"""
    return page(document.title, body.rstrip("\n"), skip=("tekst", "Naar de tekst"), styles=("document",))


def _lines(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _head(document: Document) -> str:
    """Give what stands around the title on paper: who sends it to whom, when and about what."""
    fields: Any = document.fields
    sender = fields.get("afzender", {})
    pairs = [
        ("Van", " ".join(sender.get("ministerie", ()))),
        ("Aan", _lines(fields.get("geadresseerde", ()))),
        ("Datum", fields.get("datum", "")),
        ("Ons kenmerk", fields.get("kenmerk", "")),
        ("Bijlagen", str(len(fields.get("bijlagen", ())) or "")),
    ]
    if document.name != "kamerbrief":
        number, total = fields.get("bijlagenummer"), fields.get("aantal_bijlagen")
        which = f"Bijlage {number} van {total} bij" if number else "Bijlage bij"
        pairs.append((which, f"de brief over {fields.get('betreft', '')}"))
    shown = "\n".join(f"<dt>{name}</dt><dd>{escape(str(value))}</dd>" for name, value in pairs if value)
    title = f"<h1>{escape(document.title)}</h1>"
    subtitle = f"\n<p>{escape(str(fields['ondertitel']))}</p>" if fields.get("ondertitel") else ""
    salutation = f"\n<p>{escape(str(fields['aanhef']))}</p>" if fields.get("aanhef") else ""
    return f"{title}{subtitle}\n<dl>\n{shown}\n</dl>{_meetings(fields)}{_general(fields)}{salutation}"


def _meetings(fields: Any) -> str:
    rows = "".join(
        f"<tr><td>{escape(each['landsdeel'])}</td><td>{escape(each['datum'])}</td></tr>"
        for each in fields.get("overleggen", ())
    )
    head = '<thead><tr><th scope="col">Bestuurlijk Overleg</th><th scope="col">Datum</th></tr></thead>'
    return f"\n<table>{head}<tbody>{rows}</tbody></table>" if rows else ""


def _general(fields: Any) -> str:
    return "".join(f"\n<p>{escape(str(line))}</p>" for line in fields.get("algemeen", ()))


def _closing(document: Document) -> str:
    """Give the end of the letter as its template has it: who signs, and for whom else."""
    fields: Any = document.fields
    signed = "".join(
        f"<p>{escape(each['functie'])},<br>{escape(each['naam'])}</p>\n" for each in fields.get("ondertekenaars", ())
    )
    namens = ""
    if fields.get("mede_namens"):
        verb = "sturen wij" if fields.get("meer_ondertekenaars") else "stuur ik"
        namens = f"<p>Deze brief {verb} u mede namens {escape(str(fields['mede_namens']))}.</p>\n"
    ending = f'{namens}<div class="ondertekening">\n{signed}</div>\n' if signed else namens
    annexes = "".join(f"<li>{escape(title)}</li>" for title in fields.get("bijlagen", ()))
    return f"{ending}<h2>Bijlagen</h2>\n<ol>{annexes}</ol>\n" if annexes else ending


class _Page:
    """Writes the body; numbers the notes as it meets them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._order = NoteOrder()
        self._notes: list[str] = []
        self._entries: list[tuple[int, str, str]] = []
        self._subject = 0
        self._before = 0

    def body(self) -> str:
        lists = Lists()
        out: list[str] = []
        for number, element in enumerate(self._document.body):
            block = element.block
            if isinstance(block, ListItem):
                out.append(lists.item(block, self.spans(block.spans)))
            elif isinstance(block, Paragraph) and block.level:
                out.append(lists.continued(block.level, f"<p>{self.spans(block.spans)}</p>"))
            else:
                out += [lists.end(), self._block(element, block, number)]
        return "\n".join(part for part in [*out, lists.end()] if part)

    def _block(self, element: Element, block: Block, number: int) -> str:
        anchor = f' id="{escape(element.anchor)}"' if element.anchor else ""
        if isinstance(block, Heading):
            return self._heading(element, block, number)
        if isinstance(block, Table):
            return self._table(block, number)
        assert isinstance(block, Paragraph)
        kind = ' class="verwijzing"' if element.role is Role.VERWIJZING else ""
        return f"<p{anchor}{kind}>{self.spans(block.spans)}</p>"

    def _heading(self, element: Element, block: Heading, number: int) -> str:
        level = min(block.level + 1, 6)
        shown = ""
        if element.role is Role.ONDERWERP:
            self._subject = 1 if element.restart else self._subject + 1
            shown = f"{self._subject} "
        anchor = element.anchor or f"kop-{number}"
        if _in_contents(self._document.contents, element, block.level):
            depth = 1 if block.level == 1 else 2
            self._entries.append((depth, anchor, f"{shown}{plain_spans(block.spans)}"))
        before = f'<span class="nummer">{shown}</span>' if shown else ""
        return f'<h{level} id="{escape(anchor)}">{before}{self.spans(block.spans)}</h{level}>'

    def _table(self, block: Table, number: int) -> str:
        rows = [
            "<tr>" + "".join(self._cell(cell, is_head=index < block.head) for cell in row) + "</tr>"
            for index, row in enumerate(block.rows)
        ]
        head = f"<thead>{''.join(rows[: block.head])}</thead>" if block.head else ""
        table = f"<table>{head}<tbody>{''.join(rows[block.head :])}</tbody></table>"
        return f'<div class="scroll" tabindex="0" role="region" aria-label="Tabel {number}">{table}</div>'

    def _cell(self, cell: Spans, *, is_head: bool) -> str:
        text = self.spans(cell)
        return f'<th scope="col">{text}</th>' if is_head and text else f"<td>{text}</td>"

    def spans(self, spans: Spans) -> str:
        return "".join(self._span(span) for span in spans)

    def _span(self, span: object) -> str:
        if isinstance(span, Run):
            return run_html(span)
        if isinstance(span, Note):
            return self._note(span)
        assert isinstance(span, CrossReference)
        if span.kind == "noot":
            return f'<a href="#noot-{self._before}">{self._before}</a>'
        return f'<a href="#{escape(span.target)}">{escape(span.text)}</a>'

    def _note(self, note: Note) -> str:
        number, spans, self._before = self._order.next(note)
        back = f'<a class="terug" href="#bij-{number}" aria-label="Terug naar voetnoot {number} in de tekst">↩</a>'
        self._notes.append(f'<li id="noot-{number}">{self.spans(spans)} {back}</li>')
        link = (
            f'<a id="bij-{number}" href="#noot-{number}" role="doc-noteref" aria-label="Voetnoot {number}">{number}</a>'
        )
        return f"<sup>{link}</sup>"

    def contents(self) -> str:
        """Give the contents of a list: links to its parts and their subjects."""
        if self._document.name == "kamerbrief" or not self._entries:
            return ""
        lists = Lists(plain=True)
        items = [
            lists.item(ListItem((), depth - 1), f'<a href="#{escape(anchor)}">{escape(words)}</a>')
            for depth, anchor, words in self._entries
        ]
        inner = "\n".join(part for part in [*items, lists.end()] if part)
        return f'<nav aria-labelledby="inhoud">\n<h2 id="inhoud">Inhoud</h2>\n{inner}\n</nav>\n'

    def notes(self) -> str:
        """Give the notes with the way back to their place."""
        if not self._notes:
            return ""
        items = "\n".join(self._notes)
        head = '<section class="noten" aria-labelledby="noten">\n<h2 id="noten">Voetnoten</h2>'
        return f"{head}\n<ol>\n{items}\n</ol>\n</section>\n"


def _in_contents(contents: Contents, element: Element, level: int) -> bool:
    if level == 1:
        return True
    if element.role is Role.ONDERWERP:
        return contents is not Contents.DELEN
    return contents is Contents.ALLES and level == 2
