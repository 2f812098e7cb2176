"""Say of each token what became of it: stayed, gone or come; a link or field that stayed is compared inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.text.words import stretches
from brief.word.revisions.marks import DELETED, INSERTED, MOVED_FROM, MOVED_TO
from brief.word.revisions.tokens import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

LITTLE = 0.3
"""Where less than this part of the words stays, old and new are shown whole."""
_FEW_WORDS = 4
_INSIDE = (Kind.HOLDER, Kind.FIELD)


class Piece(Struct, eq=False):
    """A token to write. `mark` is the revision it stands in (`w:ins` …), None when it stayed.

    `was` is the old token when it stayed. `pieces` says how the inside is written; None: all as the token itself.
    """

    mark: str | None
    token: Token
    was: Token | None = None
    pieces: list[Piece] | None = None


def pair(old: Sequence[Token], new: Sequence[Token]) -> list[Piece]:
    """Compare two lists of tokens; what is gone stands before what came in its place."""
    found: list[Piece] = []
    for stayed, a, b, c, d in stretches([token.key for token in old], [token.key for token in new]):
        if stayed:
            found += [_stayed(one, other) for one, other in zip(old[a:b], new[c:d], strict=True)]
        else:
            found += _replaced(old[a:b], new[c:d])
    return _tidy(_without_confetti(_without_islands(found)))


def whole(mark: str | None, tokens: Iterable[Token]) -> list[Piece]:
    """Write tokens all in the same way."""
    return [Piece(mark, token) for token in tokens]


def moved_away(pieces: Iterable[Piece]) -> list[Piece]:
    """Give what stands at the old place of a text that moved: the words that stayed as moved, the others as deleted."""
    return [
        Piece(
            MOVED_FROM if piece.mark is None else piece.mark, piece.was or piece.token, None, _inside(piece, moved_away)
        )
        for piece in pieces
        if piece.mark != INSERTED and not (piece.token.kind is Kind.SILENT and piece.was is None)
    ]


def moved_here(pieces: Iterable[Piece]) -> list[Piece]:
    """Give what stands at the new place of a text that moved: words that stayed as moved, the others as inserted."""
    return [
        Piece(piece.mark or MOVED_TO, piece.token, None, _inside(piece, moved_here))
        for piece in pieces
        if piece.mark != DELETED
    ]


def _inside(piece: Piece, side: Callable[[Iterable[Piece]], list[Piece]]) -> list[Piece] | None:
    return None if piece.pieces is None or piece.mark is not None else side(piece.pieces)


def _stayed(old: Token, new: Token) -> Piece:
    pieces = pair(old.children, new.children) if new.kind in _INSIDE else None
    return Piece(None, new, old, pieces)


def _replaced(old: Sequence[Token], new: Sequence[Token]) -> list[Piece]:
    """Pair what can be compared inside, in order; the rest went and came."""
    couples = _couples(old, new)
    found: list[Piece] = []
    a = c = 0
    for i, j in [*couples, (len(old), len(new))]:
        found += whole(DELETED, old[a:i])
        found += [Piece(None if t.kind is Kind.SILENT else INSERTED, t) for t in new[c:j]]
        if i < len(old):
            found.append(_stayed(old[i], new[j]))
        a, c = i + 1, j + 1
    return found


def _couples(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[int, int]]:
    left = [(n, token.shell) for n, token in enumerate(old) if token.shell is not None]
    right = [(n, token.shell) for n, token in enumerate(new) if token.shell is not None]
    if not left or not right:
        return []
    return [
        (left[a + n][0], right[c + n][0])
        for stayed, a, b, c, _ in stretches([shell for _, shell in left], [shell for _, shell in right])
        if stayed
        for n in range(b - a)
    ]


def _without_islands(pieces: list[Piece]) -> list[Piece]:
    """Take lone white space and signs between two changes into both: `[stemmen in]`, not `[stemmen] [in]`."""
    result: list[Piece] = []
    index = 0
    while index < len(pieces):
        end = index
        while end < len(pieces) and _is_filler(pieces[end]):
            end += 1
        if end == index:
            result.append(pieces[index])
            index += 1
            continue
        around = (*pieces[max(index - 1, 0) : index], *pieces[end : end + 1])
        between = len(around) == 2 and all(map(_is_text_change, around))
        result += _both(pieces[index:end]) if between else pieces[index:end]
        index = end
    return result


def _is_filler(piece: Piece) -> bool:
    return piece.mark is None and piece.was is not None and piece.token.kind is Kind.TEXT and not piece.token.is_word


def _is_text_change(piece: Piece) -> bool:
    return piece.mark is not None and piece.token.kind is Kind.TEXT


def _both(pieces: Iterable[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        if piece.was is not None:
            found += [Piece(DELETED, piece.was), Piece(INSERTED, piece.token)]
    return found


def _without_confetti(pieces: list[Piece]) -> list[Piece]:
    """Give old and new whole where few words stayed between many that changed."""
    words = [piece for piece in pieces if piece.token.is_word]
    stayed = sum(piece.mark is None for piece in words)
    old = stayed + sum(piece.mark == DELETED for piece in words)
    new = stayed + sum(piece.mark == INSERTED for piece in words)
    if not stayed or min(old, new) <= _FEW_WORDS or stayed >= LITTLE * min(old, new):
        return pieces
    result: list[Piece] = []
    for piece in pieces:
        is_text = piece.mark is None and piece.was is not None and piece.token.kind is Kind.TEXT
        result += _both([piece]) if is_text else [piece]
    return result


def _tidy(pieces: list[Piece]) -> list[Piece]:
    """Put all that went before all that came, between two tokens that stayed."""
    result: list[Piece] = []
    came: list[Piece] = []
    for piece in pieces:
        if piece.mark == INSERTED:
            came.append(piece)
            continue
        if piece.mark is None:
            result += came
            came = []
        result.append(piece)
    return result + came
