"""A reviewer in the tests: opens a document and edits it as Word does, with tracked changes or without."""

from __future__ import annotations

import copy
import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Lezer:
    """Edits one document; `naam` is the author of the changes, `volgt` whether they are tracked."""

    def __init__(self, data: bytes, naam: str = "J. Jansen", *, volgt: bool = True, dag: str = "2027-09-20") -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.naam, self.volgt, self.dag = naam, volgt, dag
        self.number = 90_000

    def bytes(self) -> bytes:
        """Give the document as it is now."""
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                package.writestr(name, data)
        return stream.getvalue()

    def paragraphs(self) -> list[etree._Element]:
        """Give the paragraphs of the body that have text, tables left out."""
        body = self.root.find(f"{W}body")
        assert body is not None
        return [each for each in body.iterchildren(f"{W}p") if self.text(each).strip()]

    @staticmethod
    def text(paragraph: etree._Element) -> str:
        """Give the text of a paragraph as it is shown now."""
        gone = {f"{W}del", f"{W}moveFrom"}
        return "".join(
            piece.text or ""
            for piece in paragraph.iter(f"{W}t")
            if not any(a.tag in gone for a in piece.iterancestors())
        )

    def find(self, words: str) -> etree._Element:
        """Give the first paragraph with these words."""
        return next(each for each in self.paragraphs() if words in self.text(each).replace("\u00a0", " "))

    def _mark(self, kind: str) -> etree._Element:
        self.number += 1
        mark = etree.Element(f"{W}{kind}")
        for name, value in (("id", str(self.number)), ("author", self.naam), ("date", f"{self.dag}T10:00:00Z")):
            mark.set(f"{W}{name}", value)
        return mark

    def _run(self, text: str, like: etree._Element | None = None, *, deleted: bool = False) -> etree._Element:
        run = etree.Element(f"{W}r")
        look = like.find(f"{W}rPr") if like is not None else None
        if look is not None:
            run.append(copy.deepcopy(look))
        piece = etree.SubElement(run, f"{W}delText" if deleted else f"{W}t")
        piece.text = text
        piece.set(_XML_SPACE, "preserve")
        return run

    def vervang(self, words: str, new: str, paragraph: etree._Element | None = None) -> Lezer:
        """Replace words that stand in one run by others; give the reviewer for a next edit."""
        holder = paragraph if paragraph is not None else self.find(words)
        for piece in holder.iter(f"{W}t"):
            text = (piece.text or "").replace("\u00a0", " ")
            run = piece.getparent()
            assert run is not None
            if words not in text or any(each.tag == f"{W}del" for each in run.iterancestors()):
                continue
            before, _, after = text.partition(words)
            pieces = [self._run(before, run)] if before else []
            pieces += self._changed(words, new, run)
            pieces += [self._run(after, run)] if after else []
            parent = run.getparent()
            assert parent is not None
            place = parent.index(run)
            parent[place : place + 1] = pieces
            return self
        raise AssertionError(words)

    def _changed(self, words: str, new: str, run: etree._Element) -> list[etree._Element]:
        if not self.volgt:
            return [self._run(new, run)] if new else []
        pieces = []
        if words:
            gone = self._mark("del")
            gone.append(self._run(words, run, deleted=True))
            pieces.append(gone)
        if new:
            came = self._mark("ins")
            came.append(self._run(new, run))
            pieces.append(came)
        return pieces

    def schrap(self, paragraph: etree._Element) -> None:
        """Delete a whole paragraph."""
        if not self.volgt:
            self._keep_marks(paragraph)
            paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
            return
        for run in list(paragraph.iter(f"{W}r")):
            gone = self._mark("del")
            for piece in run.iter(f"{W}t"):
                piece.tag = f"{W}delText"
            parent = run.getparent()
            assert parent is not None
            parent.replace(run, gone)
            gone.append(run)
        self._end(paragraph).append(self._mark("del"))

    def _keep_marks(self, paragraph: etree._Element) -> None:
        """Let the ends of bookmarks that go over several paragraphs stay, as Word does."""
        after = paragraph.getnext()
        ids = {mark.get(f"{W}id") for mark in paragraph.iter(f"{W}bookmarkStart")}
        for mark in list(paragraph.iter(f"{W}bookmarkEnd", f"{W}bookmarkStart")):
            both = mark.get(f"{W}id") in ids and any(
                each.get(f"{W}id") == mark.get(f"{W}id") for each in paragraph.iter(f"{W}bookmarkEnd")
            )
            if not both and after is not None:
                after.insert(1 if after.find(f"{W}pPr") is not None else 0, mark)

    def _end(self, paragraph: etree._Element) -> etree._Element:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{W}rPr")
        return look if look is not None else etree.SubElement(properties, f"{W}rPr")

    def voeg_in(self, text: str, after: etree._Element) -> etree._Element:
        """Insert a paragraph behind another, in its style."""
        made = etree.Element(f"{W}p")
        properties = after.find(f"{W}pPr")
        if properties is not None:
            made.append(copy.deepcopy(properties))
        run = self._run(text)
        if self.volgt:
            self._end(made).append(self._mark("ins"))
            came = self._mark("ins")
            came.append(run)
            run = came
        made.append(run)
        after.addnext(made)
        return made

    def splits(self, words: str, paragraph: etree._Element | None = None) -> None:
        """Split a paragraph before these words, which stand in one run."""
        holder = paragraph if paragraph is not None else self.find(words)
        piece = next(each for each in holder.iter(f"{W}t") if words in (each.text or ""))
        run = piece.getparent()
        assert run is not None
        assert run.getparent() is holder
        before, _, after = (piece.text or "").partition(words)
        second = etree.Element(f"{W}p")
        properties = holder.find(f"{W}pPr")
        if properties is not None:
            second.append(copy.deepcopy(properties))
        second.append(self._run(words + after, run))
        second.extend(list(run.itersiblings()))
        piece.text = before if self.volgt else before.rstrip(" ")
        piece.set(_XML_SPACE, "preserve")
        holder.addnext(second)
        if self.volgt:
            self._end(holder).append(self._mark("ins"))

    def voeg_samen(self, first: etree._Element) -> None:
        """Join a paragraph with the one behind it."""
        second = first.getnext()
        assert second is not None
        if self.volgt:
            self._end(first).append(self._mark("del"))
            first_run = self._mark("ins")
            first_run.append(self._run(" "))
            first.append(first_run)
            return
        first.append(self._run(" "))
        first.extend([child for child in second if child.tag != f"{W}pPr"])
        second.getparent().remove(second)  # type: ignore[union-attr]

    def voetnoot(self, words: str, text: str) -> None:
        """Put a new footnote behind words that stand in one run."""
        holder = self.find(words)
        self.vervang(words, words, holder)
        self.number += 1
        identifier = "3000"
        run = etree.Element(f"{W}r")
        etree.SubElement(run, f"{W}footnoteReference").set(f"{W}id", identifier)
        last = [t for t in holder.iter(f"{W}t") if t.text == words][-1].getparent()
        assert last is not None
        came = last.getparent()
        (came if came is not None and came.tag == f"{W}ins" else last).addnext(run)
        notes = etree.fromstring(self.parts["word/footnotes.xml"])
        made = etree.SubElement(notes, f"{W}footnote")
        made.set(f"{W}id", identifier)
        etree.SubElement(made, f"{W}p").append(self._run(text))
        self.parts["word/footnotes.xml"] = etree.tostring(notes)

    def vet(self, words: str) -> None:
        """Make words bold, without tracking."""
        holder = self.find(words)
        was, self.volgt = self.volgt, False
        self.vervang(words, words, holder)
        self.volgt = was
        run = next(each.getparent() for each in holder.iter(f"{W}t") if each.text == words)
        assert run is not None
        look = run.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            run.insert(0, look)
        etree.SubElement(look, f"{W}b")

    def merk_op(self, words: str, text: str) -> None:
        """Put a comment beside the paragraph with these words."""
        holder = self.find(words)
        self.number += 1
        identifier = str(self.number)
        start, end = etree.Element(f"{W}commentRangeStart"), etree.Element(f"{W}commentRangeEnd")
        for mark in (start, end):
            mark.set(f"{W}id", identifier)
        holder.insert(1 if holder.find(f"{W}pPr") is not None else 0, start)
        holder.append(end)
        reference = etree.SubElement(etree.SubElement(holder, f"{W}r"), f"{W}commentReference")
        reference.set(f"{W}id", identifier)
        self._comments(identifier, text)

    def _comments(self, identifier: str, text: str) -> None:
        name = "word/comments.xml"
        if name not in self.parts:
            self.parts[name] = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
            self._in(
                "word/_rels/document.xml.rels",
                f'<Relationship Id="rIdOpm" Type="{_COMMENTS}" Target="comments.xml"/></Relationships>',
                "</Relationships>",
            )
            override = f'<Override PartName="/{name}" ContentType="{_COMMENTS_TYPE}"/></Types>'
            self._in("[Content_Types].xml", override, "</Types>")
        root = etree.fromstring(self.parts[name])
        comment = etree.SubElement(root, f"{W}comment")
        for key, value in (("id", identifier), ("author", self.naam), ("date", f"{self.dag}T10:00:00Z")):
            comment.set(f"{W}{key}", value)
        etree.SubElement(comment, f"{W}p").append(self._run(text))
        self.parts[name] = etree.tostring(root)

    def _in(self, part: str, new: str, old: str) -> None:
        self.parts[part] = self.parts[part].decode().replace(old, new).encode()

    def zonder_merken(self, wanted: Callable[[str], bool] = lambda _: True) -> None:
        """Take the hidden bookmarks out, and the properties that say of which version the file is."""
        gone = {m.get(f"{W}id") for m in self.root.iter(f"{W}bookmarkStart") if wanted(m.get(f"{W}name") or "")}
        for mark in list(self.root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            if mark.get(f"{W}id") in gone:
                mark.getparent().remove(mark)  # type: ignore[union-attr]
        self.parts.pop("docProps/custom.xml", None)
        for part in ("_rels/.rels", "[Content_Types].xml"):
            root = etree.fromstring(self.parts[part])
            for each in list(root):
                if "custom" in (each.get("Target") or "") + (each.get("PartName") or ""):
                    root.remove(each)
            self.parts[part] = etree.tostring(root)
