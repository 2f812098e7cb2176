"""`inhoud.json`: what the documents of a version say, as data.

Later versions are compared by this, and other programs read it. Its form:

    {"versie": 1, "documenten": [{"naam": "kamerbrief", "titel": "…", "velden": {…},
      "blokken": [{"soort": "alinea|kop|lijstitem|tabel", "tekst": "…md…", "plat": "…", "rol": "tekst|afspraak|…",
                   "niveau": 1, "teken": "-", "afspraak": "nw-2.3-1", "dekt": ["nw-2.3-1"],
                   "voetnoten": [{"sleutel": "kst-29435-267", "tekst": "…"}]}]}],
     "afspraken": {"nw-2.3-1": {"landsdeel": "noordwest", "agendapunt": "2.3 …", "status": "vastgesteld", "themas": […],
                   "provincies": […], "gebieden": […], "kamerstukken": […]}}}

`dekt` are the ids of the afspraken that a text tells of in its own words; `afspraken` says of every afspraak of the
round, printed or not, what a reader may want to select by. `velden` has no `versie`: what a version says does not
depend on its number. `niveau`, `teken`, `afspraak`, `dekt` and `voetnoten` are there where they mean something. `tekst`
is Markdown, without the mark-up of the block itself; a footnote stands in it as `[^sleutel]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.json import encode

from brief.text import Heading, Insert, ListItem, Note, Paragraph, Table, plain, plain_spans, write, write_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brief.text import Block, Document, Element

_NONE_KNOWN = b',"afspraken":{}}\n'
_SOORT = {Paragraph: "alinea", Heading: "kop", ListItem: "lijstitem", Table: "tabel", Insert: "blok"}


def inhoud(documents: Iterable[Document]) -> dict[str, Any]:
    """Give what the documents say, ready for JSON."""
    return {"versie": 1, "documenten": [_document(document) for document in documents], "afspraken": {}}


def inhoud_json(data: dict[str, Any]) -> bytes:
    """Write what the documents say as JSON, a block on a line, the same bytes on every machine."""
    documents = []
    for document in data["documenten"]:
        head = encode({**document, "blokken": []}).removesuffix(b"[]}")
        documents.append(b"%b[\n%b\n]}" % (head, b",\n".join(map(encode, document["blokken"]))))
    return b'{"versie":%d,"documenten":[\n%b\n]%b' % (data["versie"], b",\n".join(documents), _NONE_KNOWN)


def with_afspraken(written: bytes, afspraken: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Put what the round knows of its afspraken, by their ids, into the bytes that `inhoud_json` gave."""
    if not afspraken:
        return written
    known = b",\n".join(encode({name: each})[1:-1] for name, each in afspraken.items())
    return written.removesuffix(_NONE_KNOWN) + b',"afspraken":{\n%b\n}}\n' % known


def _document(document: Document) -> dict[str, Any]:
    return {
        "naam": document.name,
        "titel": document.title,
        "velden": {name: value for name, value in document.fields.items() if name != "versie"},
        "blokken": [_element(element) for element in document.body],
    }


def _element(element: Element) -> dict[str, Any]:
    block = element.block
    data: dict[str, Any] = {"soort": _SOORT[type(block)], "rol": element.role.value}
    if isinstance(block, ListItem):
        data["niveau"], data["teken"] = block.level, block.marker
    elif isinstance(block, Heading) or (isinstance(block, Paragraph) and block.level):
        data["niveau"] = block.level
    if element.afspraak:
        data["afspraak"] = element.afspraak
    if element.dekt:
        data["dekt"] = list(element.dekt)
    data["tekst"], data["plat"] = _texts(block)
    if notes := [{"sleutel": note.key, "tekst": plain_spans(note.spans)} for note in _notes(block)]:
        data["voetnoten"] = notes
    return data


def _texts(block: Block) -> tuple[str, str]:
    """Give the text of a block as Markdown without the mark-up of the block itself, and plain."""
    if isinstance(block, Table | Insert):
        return write([block]), plain([block])
    return write_spans(block.spans, one_line=True), " ".join(plain_spans(block.spans).split())


def _notes(block: Block) -> list[Note]:
    if isinstance(block, Insert):
        return []
    cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else [block.spans]
    return [span for cell in cells for span in cell if type(span) is Note]


class Omvang(Struct, frozen=True):
    """How large a document is: the words and footnotes of its body, and the afspraken that it prints."""

    woorden: int
    noten: int
    afspraken: int


def omvang(blokken: Iterable[Mapping[str, Any]]) -> Omvang:
    """Count what a document holds from its blocks in `inhoud`, whose plain texts have one space between two words."""
    words = notes = 0
    afspraken = set()
    for blok in blokken:
        if plat := blok["plat"]:
            words += plat.count(" ") + 1
        notes += len(blok.get("voetnoten", ()))
        afspraken.add(blok.get("afspraak"))
    return Omvang(words, notes, len(afspraken - {None}))


def afspraken_in(document: Document) -> set[str]:
    """Give the ids of the afspraken that a document prints."""
    return {element.afspraak for element in document.body if element.afspraak}
