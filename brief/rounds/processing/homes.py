"""What each block of a file that came back belongs to: by its pair in the version, or by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.intake.returned.stream import kind_of
from brief.rounds.processing.documents import Container
from brief.rounds.processing.today import made_block
from brief.text import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.intake.returned.aligning import Alignment, DocBlock
    from brief.intake.returned.stream import Token, Tokens
    from brief.rounds.processing.documents import Base, Doc


def homes_of(base: Base, back: Doc, alignment: Alignment) -> list[Container]:
    """Say what each block that came back belongs to."""
    known: list[Container | None] = [
        base.containers[alignment.base_of[index]] if index in alignment.base_of else None
        for index in range(len(back.blocks))
    ]
    for index in range(len(back.blocks)):
        if index in alignment.goes_on:
            known[index] = known[index - 1]
    _moved_into(known)
    afters: list[Container | None] = [None]
    for home in reversed(known[1:]):
        afters.append(home if home is not None else afters[-1])
    result: list[Container] = []
    for index, (home, after) in enumerate(zip(known, reversed(afters), strict=False)):
        before = result[-1] if result else None
        result.append(home or _home_of_new(base.naam, before, after, back.blocks[index]))
    return result


def _moved_into(known: list[Container | None]) -> None:
    """Let a paragraph that now stands between two of one afspraak belong to that one."""
    for index in range(1, len(known) - 1):
        one, here, other = known[index - 1 : index + 2]
        if one is not None and one == other and here is not None and here != one and one.soort == "afspraak":
            known[index] = one


def is_nested(block: DocBlock) -> bool:
    """Tell whether a block is an item within an item of a list."""
    head = block.tokens[0].head
    return block.tokens[0].kind.startswith("punt") and getattr(head, "level", 0) > 0


def _home_of_new(naam: str, before: Container | None, after: Container | None, block: DocBlock) -> Container:
    if block.where != "hoofdtekst":
        return Container("los")
    if naam == "kamerbrief":
        return _new_in_letter(before, after)
    if before is not None and before.soort in {"afspraak", "nieuw"}:
        if before.soort == "afspraak" and (before == after or is_nested(block)):
            return before
        return Container("nieuw", before.sleutel)
    if after is not None and after.soort == "afspraak":
        return Container("nieuw", (*after.sleutel, "voor"))
    return Container("los")


def _new_in_letter(before: Container | None, after: Container | None) -> Container:
    if before is not None and before.soort == "brief":
        return before
    if after is not None and after.soort == "brief":
        return after
    if before is not None and before.is_made and (after is None or not after.is_made):
        return Container("brief")
    return Container("los")


def letter_tokens(blocks: Sequence[DocBlock], homes: Sequence[Container], depth: int) -> tuple[Tokens, dict[int, int]]:
    """Give the tokens of the letter's own text; a stretch of what was made is one token.

    `depth` is how many levels deeper its headings stand here than in the source.
    """
    tokens: list[Token] = []
    heads: dict[int, int] = {}
    for index, (block, home) in enumerate(zip(blocks, homes, strict=True)):
        if home.soort == "brief":
            heads[index] = len(tokens)
            tokens += _raised(block.tokens, depth)
        elif home.is_made and not (tokens and tokens[-1].kind == "blok"):
            tokens.append(made_block())
    return tuple(tokens), heads


def joined(blocks: Sequence[DocBlock], indexes: Iterable[int]) -> tuple[Tokens, dict[int, int]]:
    """Give the tokens of some blocks, and where each begins."""
    tokens: list[Token] = []
    heads: dict[int, int] = {}
    for index in indexes:
        heads[index] = len(tokens)
        tokens += blocks[index].tokens
    return tuple(tokens), heads


def _raised(tokens: Tokens, depth: int) -> Tokens:
    """Give a heading the level that it has in the source."""
    head = tokens[0].head
    if not depth or not isinstance(head, Heading):
        return tokens
    raised = replace(head, level=max(1, head.level - depth))
    return (replace(tokens[0], head=raised, kind=kind_of(raised)), *tokens[1:])
