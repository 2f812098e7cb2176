"""What the source of a round says today, as tokens in the form of its documents, which know what they are in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from brief.intake.returned.stream import Token, tokens_of, tokens_of_spans
from brief.rounds.opening import merged
from brief.text import Insert, Note, NoteMark, Paragraph, Table, parse
from brief.text.model import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from brief.domain import Afspraak
    from brief.intake.returned.stream import Tokens
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden
    from brief.text import Block, Span

SEPARATOR = Token(" ", source=())
"""What stands between two sentences of one paragraph."""


class Today(Struct, frozen=True, dict=True):
    """A round as it is now."""

    opened: Opened
    bestanden: RondeBestanden
    afspraken: Mapping[str, Afspraak] = field(default_factory=dict)
    _known: dict[tuple[str, str], Tokens] = field(default_factory=dict)

    @cached_property
    def documents(self) -> Mapping[str, Any]:
        """Give both documents as they would be made today, by name."""
        made = merged(self.opened, self.bestanden, "v00")
        return {document.name: document for document in (made.kamerbrief, made.afsprakenlijst)}

    @cached_property
    def _last_notes(self) -> Mapping[str, str]:
        """Give the key of the last note of each afspraak in the list."""
        found: dict[str, str] = {}
        for element in self.documents["afsprakenlijst"].body:
            if element.afspraak:
                keys = [span.key for span in _spans(element.block) if isinstance(span, Note)]
                found[element.afspraak] = keys[-1] if keys else ""
        return found

    def afspraak(self, identity: str) -> Tokens:
        """Give the text of an afspraak that holds, with the note that its papers are printed in; empty without it."""
        if ("tekst", identity) not in self._known:
            self._known["tekst", identity] = self._afspraak(identity)
        return self._known["tekst", identity]

    def _afspraak(self, identity: str) -> Tokens:
        afspraak = self.afspraken.get(identity)
        if afspraak is None or not afspraak.te_publiceren:
            return ()
        blocks = parse(afspraak.geldende_tekst).blocks
        tokens = squeezed(_own_notes(tokens_of(blocks, sourced=True, owner=identity), identity))
        return with_note(tokens, self._last_notes.get(identity, ""))

    def sentence(self, identity: str) -> Tokens:
        """Give the sentence of an afspraak for the letter, with the note of its papers; empty without one."""
        if ("zin", identity) not in self._known:
            self._known["zin", identity] = self._sentence(identity)
        return self._known["zin", identity]

    def _sentence(self, identity: str) -> Tokens:
        afspraak = self.afspraken.get(identity)
        if afspraak is None or not afspraak.brief:
            return ()
        tokens: list[Token] = []
        cited: set[str] = set()
        for block in parse(afspraak.brief).blocks:
            if isinstance(block, Paragraph):
                tokens += [Token(" ", source=None, owner=identity)] if tokens else []
                tokens += tokens_of_spans(block.spans, sourced=True, owner=identity)
                cited |= {r.key for span in block.spans if isinstance(span, Citation) for r in span.references}
        missing = "; ".join(key for key in afspraak.kamerstukken if key not in cited)
        return with_note(squeezed(_own_notes(tokens, identity)), missing)

    def sentences(self, identities: Iterable[str]) -> Tokens:
        """Give the paragraph of the sentences of some afspraken, each token with the id that it belongs to."""
        result: list[Token] = []
        for identity in identities:
            tokens = self.sentence(identity)
            if tokens:
                result += [*([SEPARATOR] if result else []), *tokens]
        return (Token(head=Paragraph(()), kind="alinea"), *result)

    @cached_property
    def letter(self) -> Tokens:
        """Give the text of the letter; each stretch of blocks of afspraken is one token."""
        result: list[Token] = []
        for block in self.opened.brief.blocks:
            if not isinstance(block, Insert):
                result += tokens_of((block,), sourced=True, owner="brief")
            elif result and result[-1].kind == "blok":
                result[-1] = replace(result[-1], inserts=(*result[-1].inserts, block))
            else:
                result.append(Token(head=block, kind="blok", inserts=(block,), owner="brief"))
        return squeezed(result)


def made_block() -> Token:
    """Give the token for what is printed in the place of blocks of afspraken."""
    return Token(head=Insert("afspraken"), kind="blok", owner="brief")


def _spans(block: Block) -> Iterator[Span]:
    if isinstance(block, Table):
        yield from (span for row in block.rows for cell in row for span in cell)
    elif not isinstance(block, Insert):
        yield from block.spans


def _own_notes(tokens: Iterable[Token], identity: str) -> list[Token]:
    """Call the free notes of a text by the name that they have in a document."""
    return [
        replace(token, note=f"{identity}-{token.note}")
        if token.source and isinstance(token.source[0], NoteMark)
        else token
        for token in tokens
    ]


def squeezed(tokens: Sequence[Token]) -> Tokens:
    """Take the space before a note into the note, as a document has none there."""
    result: list[Token] = []
    for token in tokens:
        spaces: list[Token] = []
        while token.note is not None and token.source and result and result[-1].text == " " and result[-1].source:
            spaces.insert(0, result.pop())
        own = tuple(span for each in spaces for span in each.source or ())
        result.append(replace(token, source=(*own, *(token.source or ()))) if spaces else token)
    return tuple(result)


def with_note(tokens: Sequence[Token], note: str) -> Tokens:
    """Put a note that is no part of the source at the end of a text: before the full stop that ends it."""
    if not note or not tokens or any(token.note == note for token in tokens):
        return tuple(tokens)
    made = Token(note=note, source=(), owner=tokens[-1].owner)
    last, before = tokens[-1], tokens[-2].text if len(tokens) > 1 else ""
    if last.text in {".", ";"} and before[-1:] not in {".", ""}:
        return (*tokens[:-1], made, last)
    return (*tokens, made)
