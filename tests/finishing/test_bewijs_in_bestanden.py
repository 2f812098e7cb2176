"""The proof of 1-op-1 turns red for each change that could slip into a finished file, and names it with its place."""

from __future__ import annotations

import copy
import functools
import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import lxml.html
import pytest
from lxml import etree

from brief.finishing.proof.compare import Fault, Soort
from brief.finishing.proof.lines import Kind, Line, expected_lines
from brief.finishing.proof.read_docx import docx_lines
from brief.finishing.proof.read_html import html_lines
from brief.finishing.proof.report import frame_texts, prove_file
from brief.render.html.document import document_page
from brief.rounds.finishing import final_documents
from brief.rounds.opening import merged, open_round
from brief.rounds.proof_sources import sources
from brief.text import Element, ListItem, Run
from brief.word.compose import compose
from finishing.afgerond import LIST, final, finished
from keuring.gereedschap import command

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.text import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FILE_KINDS = ("docx", "odt", "html")


@pytest.fixture(scope="module", autouse=True)
def _libreoffice() -> None:
    command("soffice")


@functools.cache
def document() -> Document:
    opened = open_round(finished().parents[2] / "input" / "2026")
    assert opened.bestanden is not None
    return final_documents(merged(opened, opened.bestanden, "v01"))[1]


@functools.cache
def frame(kind: str) -> tuple[str, ...]:
    empty = replace(document(), body=())
    if kind == "html":
        return frame_texts(html_lines(document_page(empty)))
    template = finished().parents[2] / "templates" / "afsprakenlijst.docx"
    return frame_texts(docx_lines(compose(empty, template.read_bytes(), "t").data))


def faults(kind: str, data: bytes, wanted: Document | None = None) -> tuple[Fault, ...]:
    return prove_file(f"lijst.{kind}", data, wanted or document(), frame(kind)).faults


def lines(fits: Callable[[Line], bool]) -> list[Line]:
    return [line for line in expected_lines(document()) if line.owner and fits(line)]


def plain_item(line: Line) -> bool:
    return line.kind is Kind.PUNT and line.text == line.plain and len(line.text) > 60


class Opened:
    """A finished file of which paragraphs can be moved, changed and taken out."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        data = final(LIST, kind)
        if kind == "html":
            self.tree = lxml.html.document_fromstring(data.decode())
            return
        self._name = "word/document.xml" if kind == "docx" else "content.xml"
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self.tree = etree.fromstring(self._parts[self._name])

    def bytes(self) -> bytes:
        if self.kind == "html":
            page: bytes = lxml.html.tostring(self.tree, encoding="utf-8", doctype="<!DOCTYPE html>")
            return page
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as package:
            for name, part in {**self._parts, self._name: etree.tostring(self.tree)}.items():
                package.writestr(name, part)
        return stream.getvalue()

    def block(self, words: str) -> etree._Element:
        """Find the paragraph that begins with these words; in an .odt and a page its list item."""
        tags = {"docx": (f"{W}p",), "odt": (f"{T}p",), "html": ("li", "p")}[self.kind]
        found = [each for each in self.tree.iter(*tags) if self._text(each).startswith(words)]
        block = found[-1] if self.kind != "html" else found[0]
        if self.kind == "odt":
            block = next(block.iterancestors(f"{T}list-item"), block)
        return block

    def _text(self, element: etree._Element) -> str:
        if self.kind == "docx":
            return "".join(each.text or "" for each in element.iter(f"{W}t"))
        return " ".join("".join(str(text) for text in element.itertext()).split())

    def replace(self, block: etree._Element, old: str, new: str) -> None:
        for each in block.iter():
            if isinstance(each.tag, str) and old in (each.text or ""):
                each.text = str(each.text).replace(old, new, 1)
                return
        raise AssertionError(old)

    def note(self, block: etree._Element) -> etree._Element:
        """Find the mark of a note in a block, with what holds it."""
        if self.kind == "docx":
            run = next(block.iter(f"{W}footnoteReference")).getparent()
            assert run is not None
            return run
        return next(block.iter(f"{T}note" if self.kind == "odt" else "sup"))

    def put(self, block: etree._Element, note: etree._Element) -> None:
        """Put the mark of a note behind the words of a block, before an item below it."""
        if self.kind == "html":
            block.insert(0, note)
        else:
            (next(block.iter(f"{T}p")) if self.kind == "odt" else block).append(note)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _cut(element: etree._Element) -> etree._Element:
    """Take an element out; the text behind it stays."""
    parent, before = _parent(element), element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)
    return element


def test_een_gaaf_bestand_geeft_geen_enkel_verschil() -> None:
    for kind in (*FILE_KINDS, "pdf"):
        assert faults(kind, final(LIST, kind)) == (), kind


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_een_ander_woord(kind: str) -> None:
    line = lines(plain_item)[3]
    file = Opened(kind)
    file.replace(file.block(line.text[:40]), line.text[:20], "Iets anders " + line.text[12:20])
    _names(faults(kind, file.bytes()), Soort.GEWIJZIGD, line)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_een_afspraak_weg(kind: str) -> None:
    line = lines(plain_item)[4]
    file = Opened(kind)
    _cut(file.block(line.text[:40]))
    found = faults(kind, file.bytes())
    assert [(each.soort, each.owner) for each in found] == [(Soort.ONTBREEKT, line.owner)]


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_een_afspraak_dubbel(kind: str) -> None:
    line = lines(plain_item)[5]
    file = Opened(kind)
    block = file.block(line.text[:40])
    block.addnext(copy.deepcopy(block))
    _names(faults(kind, file.bytes()), Soort.DUBBEL, line)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_een_afspraak_erbij(kind: str) -> None:
    line = lines(plain_item)[6]
    file = Opened(kind)
    block = file.block(line.text[:40])
    extra = copy.deepcopy(block)
    block.addnext(extra)
    for each in extra.iter():
        if isinstance(each.tag, str):
            each.text, each.tail = (each.text and "Het Rijk betaalt alles."), None
    found = faults(kind, file.bytes())
    assert {each.soort for each in found} == {Soort.ZONDER_BRON}
    assert found[0].place


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_twee_afspraken_verwisseld(kind: str) -> None:
    one, other = lines(plain_item)[7], lines(plain_item)[-3]
    file = Opened(kind)
    first, second = file.block(one.text[:40]), file.block(other.text[:40])
    mark = etree.Element("hier")
    first.addprevious(mark)
    second.addprevious(first)
    _parent(mark).replace(mark, second)
    found = faults(kind, file.bytes())
    assert {each.soort for each in found} == {Soort.VERPLAATST}
    assert {each.owner for each in found} <= {one.owner, other.owner}


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_een_voetnoot_verplaatst(kind: str) -> None:
    line = lines(lambda each: "{noot" in each.text)[0]
    other = lines(plain_item)[8]
    file = Opened(kind)
    note = _cut(file.note(file.block(line.plain[:40])))
    file.put(file.block(other.text[:40]), note)
    found = faults(kind, file.bytes())
    assert {(each.soort, each.owner) for each in found} == {(Soort.VOETNOOT, line.owner), (Soort.VOETNOOT, other.owner)}


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_superscript_of_subscript_weg(kind: str) -> None:
    line = lines(lambda each: "{_" in each.text or "{^" in each.text)[0]
    file = Opened(kind)
    before = line.text.split("{")[0][-25:].lstrip()
    if kind == "docx":
        for mark in list(file.block(line.plain[:30]).iter(f"{W}vertAlign")):
            _parent(mark).remove(mark)
    elif kind == "odt":
        for span in file.block(line.plain[:30]).iter(f"{T}span"):
            span.attrib.clear()
    else:
        for tag in ("sub", "sup"):
            for each in list(file.block(line.plain[:30]).iter(tag)):
                each.tag = "span"
    found = faults(kind, file.bytes())
    assert (Soort.HOOGTE, line.owner) in {(each.soort, each.owner) for each in found}, before


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_een_niveau_van_de_lijst_anders(kind: str) -> None:
    line = lines(lambda each: plain_item(each) and each.level == 1)[9]
    file = Opened(kind)
    block = file.block(line.text[:40])
    if kind == "docx":
        next(block.iter(f"{W}ilvl")).set(f"{W}val", "1")
        style = next(block.iter(f"{W}pStyle"))
        style.set(f"{W}val", f"{style.get(f'{W}val')}2")
    else:
        inner = etree.SubElement(block, f"{T}list" if kind == "odt" else "ul")
        item = etree.SubElement(inner, f"{T}list-item" if kind == "odt" else "li")
        if kind == "html":
            item.text, block.text = block.text, ""
        for each in [each for each in block if each is not inner]:
            item.append(each)
    _names(faults(kind, file.bytes()), Soort.NIVEAU, line)


def _names(found: tuple[Fault, ...], soort: Soort, line: Line) -> None:
    """One difference, named by its kind, its afspraak and its place."""
    assert [(each.soort, each.owner) for each in found] == [(soort, line.owner)]
    assert found[0].place


def _at(number: int) -> int:
    body = document().body
    return [n for n, e in enumerate(body) if e.afspraak and isinstance(e.block, ListItem)][number]


def _reworded(body: list[Element], at: int) -> None:
    body[at] = replace(body[at], block=ListItem((Run("Heel iets anders dan er staat."),)))


PDF_CHANGES: dict[str, tuple[Callable[[list[Element], int], None], set[Soort]]] = {
    "een ander woord": (_reworded, {Soort.GEWIJZIGD, Soort.ONTBREEKT, Soort.ZONDER_BRON}),
    "een afspraak erbij": (lambda body, at: body.__delitem__(at), {Soort.ZONDER_BRON}),
    "een afspraak weg": (lambda body, at: body.insert(at, _other()), {Soort.ONTBREEKT}),
    "twee verwisseld": (lambda body, at: body.insert(at + 40, body.pop(at)), {Soort.VERPLAATST}),
}


def _other() -> Element:
    element = next(each for each in document().body if each.afspraak and isinstance(each.block, ListItem))
    return replace(element, block=ListItem((Run("Deze afspraak staat in geen enkel bestand."),)))


@pytest.mark.parametrize("change", PDF_CHANGES)
def test_een_pdf_die_iets_anders_zegt(change: str) -> None:
    """A PDF is not easily changed; so it is held against a list that says something else."""
    body: list[Element] = list(document().body)
    apply, allowed = PDF_CHANGES[change]
    apply(body, _at(12))
    found = faults("pdf", final(LIST, "pdf"), replace(document(), body=tuple(body)))
    assert found
    assert {each.soort for each in found} <= allowed


def test_een_lijst_die_anders_is_dan_dossier_of_besluit() -> None:
    opened = open_round(finished().parents[2] / "input" / "2026")
    assert opened.bestanden is not None
    assert sources(opened.bestanden, document())[1] == ()
    body: list[Element] = list(document().body)
    _reworded(body, _at(12))
    owner = document().body[_at(12)].afspraak
    found = sources(opened.bestanden, replace(document(), body=tuple(body)))[1]
    assert [(each.soort, each.owner) for each in found] == [(Soort.GEWIJZIGD, owner)]


def test_een_afspraak_zonder_bron_en_een_bron_zonder_afspraak() -> None:
    opened = open_round(finished().parents[2] / "input" / "2026")
    assert opened.bestanden is not None
    owner = document().body[_at(12)].afspraak
    kept = tuple(replace(e, afspraak="nw-9.9-9") if e.afspraak == owner else e for e in document().body)
    found = sources(opened.bestanden, replace(document(), body=kept))[1]
    assert {(each.soort, each.owner) for each in found} == {(Soort.ZONDER_BRON, "nw-9.9-9"), (Soort.ONTBREEKT, owner)}
