"""Cut the content of a paragraph into tokens: words, objects, fields, links and other things that hold text."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.text.words import tokens as words
from brief.word.opc.markup import XML_SPACE, W, local
from brief.word.revisions.canon import key, properties_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    """A word, white space or a sign, in a run."""
    OBJECT = auto()
    """Anything else in a run: a tab, a picture, the mark of a note."""
    FIELD = auto()
    """A complex field, from begin to end; its result are the children."""
    HOLDER = auto()
    """An element around runs: a hyperlink, a content control."""
    LOOSE = auto()
    """An element between runs: the end of a bookmark, a formula."""
    SILENT = auto()
    """The anchor of a comment: it stays where it is and is not compared."""
    PARAGRAPH = auto()
    """The end of a paragraph; `element` is the paragraph."""


class Token(Struct, eq=False):
    """A piece of a paragraph; two tokens with the same `key` are the same but for their formatting.

    `shell` is the key without what is inside: two tokens with the same shell can be compared inside. `format` is the
    formatting of the run as a value, `properties` the element it was read from. `head` and `tail` are the tokens of a
    field before its result and after it.
    """

    kind: Kind
    key: Hashable
    element: etree._Element | None = None
    text: str = ""
    format: Hashable = ()
    properties: etree._Element | None = None
    shell: Hashable = None
    children: list[Token] = field(default_factory=list)
    head: list[Token] = field(default_factory=list)
    tail: list[Token] = field(default_factory=list)

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word, rather than white space, a sign or an object."""
        if self.kind is not Kind.TEXT:
            return False
        return self.text[:1].isalnum() or any(character.isalnum() for character in self.text[1:])


RUN, RPR, PPR = f"{W}r", f"{W}rPr", f"{W}pPr"
TEXT, DELETED_TEXT = f"{W}t", f"{W}delText"
FIELD_MARK, FIELD_CODE = f"{W}fldChar", f"{W}instrText"
BOX = f"{W}txbxContent"
NOTE_MARKS = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
HOLDERS = frozenset(f"{W}{name}" for name in ("hyperlink", "smartTag", "sdt", "customXml", "dir", "bdo"))
SIMPLE_FIELD = f"{W}fldSimple"
_COMMENT_ANCHORS = frozenset(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd"))
_SKIPPED = frozenset(f"{W}{name}" for name in ("proofErr", "lastRenderedPageBreak"))
_SDT_NOISE = (f"{W}id",)

_SHORT_RESULT = 6
"""Tokens in the result of a field, such as a page number, that is replaced as a whole with its field, as Word does."""
_WORD = re.compile(r"\w+")


class Tokenizer(Struct):
    """Cuts paragraphs; `note_key` gives the text of a note as a value by kind and id: its number is no text."""

    note_key: Callable[[str, str], Hashable]
    formats: dict[bytes, Hashable] = field(default_factory=dict)

    def paragraph(self, element: etree._Element) -> list[Token]:
        """Cut the content of a paragraph, without its end."""
        return self.content(child for child in element if child.tag != PPR)

    def content(self, elements: Iterable[etree._Element]) -> list[Token]:
        """Cut a list of elements that may stand in a paragraph."""
        found: list[Token] = []
        for element in elements:
            tag = element.tag
            if tag == RUN:
                self._run(element, found)
            elif tag in HOLDERS:
                found.append(self._holder(element))
            elif tag == SIMPLE_FIELD:
                found.append(self._simple_field(element))
            elif tag in _COMMENT_ANCHORS:
                found.append(Token(Kind.SILENT, ("comment",), element))
            elif tag not in _SKIPPED and isinstance(tag, str):
                found.append(Token(Kind.LOOSE, key(element), element))
        return _with_fields(found)

    def _run(self, run: etree._Element, found: list[Token]) -> None:
        properties = run.find(RPR)
        shape = self._format(properties)
        for child in run:
            tag = child.tag
            if tag == TEXT:
                text = child.text or ""
                found += [Token(Kind.TEXT, word, None, word, shape, properties) for word in words(text)]
            elif tag == f"{W}commentReference":
                found.append(Token(Kind.SILENT, ("comment",), _run_of(properties, child)))
            elif tag != RPR and tag not in _SKIPPED and isinstance(tag, str):
                found.append(self._object(child, shape, properties))

    def _format(self, properties: etree._Element | None) -> Hashable:
        if properties is None or len(properties) == 0:
            return ()
        data = etree.tostring(properties, method="c14n", exclusive=True, with_tail=False)
        if data not in self.formats:
            self.formats[data] = properties_of(properties)
        return self.formats[data]

    def _object(self, element: etree._Element, shape: Hashable, properties: etree._Element | None) -> Token:
        tag = str(element.tag)
        if tag in NOTE_MARKS:
            kind = NOTE_MARKS[tag]
            note = self.note_key(kind, element.get(f"{W}id", ""))
            return Token(Kind.OBJECT, (tag, note), element, "", shape, properties, ("note", tag))
        token = Token(Kind.OBJECT, key(element), element, "", shape, properties)
        if boxes_of(element):
            token.shell = ("box", _without_boxes(element))
        return token

    def _holder(self, element: etree._Element) -> Token:
        content = element.find(f"{W}sdtContent") if element.tag == f"{W}sdt" else element
        inner = [child for child in content if not local(child).endswith("Pr")] if content is not None else []
        children = self.content(inner)
        shell = holder_shell(element)
        return Token(Kind.HOLDER, (shell, tuple(t.key for t in children)), element, shell=shell, children=children)

    def _simple_field(self, element: etree._Element) -> Token:
        """Read `w:fldSimple` as the complex field that means the same."""
        code = element.get(f"{W}instr", "")
        parts = [_field_mark("begin"), _field_code(code), _field_mark("separate")]
        inner = self.content(child for child in element if child.tag != f"{W}fldData")
        head = [Token(Kind.OBJECT, key(part), part) for part in parts]
        end = _field_mark("end")
        return _field(head, inner, [Token(Kind.OBJECT, key(end), end)])


def holder_shell(element: etree._Element) -> Hashable:
    """Give what a content control, hyperlink or other holder is, apart from what it holds."""
    properties = next((child for child in element if local(child).endswith("Pr")), None)
    return (
        str(element.tag),
        tuple(sorted((str(name), str(value)) for name, value in element.attrib.items())),
        properties_of(properties, _SDT_NOISE),
    )


def boxes_of(element: etree._Element) -> list[etree._Element]:
    """List the outermost contents of text boxes in an object."""
    if element.find(f".//{BOX}") is None:
        return []
    return [box for box in element.iter(BOX) if not any(above.tag == BOX for above in _above(box, element))]


def _above(element: etree._Element, top: etree._Element) -> Iterable[etree._Element]:
    for above in element.iterancestors():
        yield above
        if above is top:
            return


def _without_boxes(element: etree._Element) -> bytes:
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    for box in list(copy.iter(BOX)):
        del box[:]
    return key(copy)


def _run_of(properties: etree._Element | None, child: etree._Element) -> etree._Element:
    run = etree.Element(RUN)
    for part in (properties, child):
        if part is not None:
            run.append(etree.fromstring(etree.tostring(part, with_tail=False)))
    return run


def _field_mark(kind: str) -> etree._Element:
    element = etree.Element(FIELD_MARK)
    element.set(f"{W}fldCharType", kind)
    return element


def _field_code(code: str) -> etree._Element:
    element = etree.Element(FIELD_CODE)
    element.text = code
    element.set(XML_SPACE, "preserve")
    return element


def _with_fields(tokens: list[Token]) -> list[Token]:
    """Fold each field that begins and ends in this list into one token; what is not whole stays as it stands."""
    if not any(_mark_of(token) for token in tokens):
        return tokens
    result: list[Token] = []
    open_at: list[int] = []
    for token in tokens:
        result.append(token)
        mark = _mark_of(token)
        if mark == "begin":
            open_at.append(len(result) - 1)
        elif mark == "end" and open_at:
            start = open_at.pop()
            result[start:] = [_folded(result[start:])]
    return result


def _mark_of(token: Token) -> str | None:
    if token.kind is Kind.OBJECT and token.element is not None and token.element.tag == FIELD_MARK:
        return token.element.get(f"{W}fldCharType")
    return None


def _folded(tokens: list[Token]) -> Token:
    split = next((n for n, token in enumerate(tokens) if _mark_of(token) == "separate"), None)
    if split is None:
        return _field(tokens[:-1], [], tokens[-1:])
    return _field(tokens[: split + 1], tokens[split + 1 : -1], tokens[-1:])


def _field(head: list[Token], children: list[Token], tail: list[Token]) -> Token:
    code = "".join(token.element.text or "" for token in head if _is_code(token) and token.element is not None)
    others = tuple(token.key for token in head if not _is_code(token))
    shell = ("field", code.strip(), others)
    inside = tuple(token.key for token in children)
    own = shell if len(children) > _SHORT_RESULT else None
    return Token(Kind.FIELD, (shell, inside), shell=own, children=children, head=head, tail=tail)


def _is_code(token: Token) -> bool:
    return token.kind is Kind.OBJECT and token.element is not None and token.element.tag == FIELD_CODE


def paragraph_end(element: etree._Element) -> Token:
    """Make the token for the end of a paragraph."""
    return Token(Kind.PARAGRAPH, ("end of paragraph",), element)


def loose(element: etree._Element) -> Token:
    """Make the token for an element between runs."""
    return Token(Kind.LOOSE, ("loose",), element)


def count_words(element: etree._Element) -> Counter[str]:
    """Count the words of a block, for seeing how alike two blocks are."""
    parts: list[str] = []
    for node in element.iter(TEXT, f"{W}p", f"{W}tab", f"{W}br"):
        parts.append(node.text or "" if node.tag == TEXT else " ")
    return Counter(_WORD.findall("".join(parts).lower()))
