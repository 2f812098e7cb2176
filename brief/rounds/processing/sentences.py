"""Bring a change of a paragraph of sentences to the afspraken whose sentences it is about.

Within a sentence its place decides. Where one sentence meets the next a place is that of both: there the hidden marks
in the paragraph say whose words they are, and where these say nothing, nobody can tell and a person is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.intake.returned.stream import Token
from brief.text.origin import Bron
from brief.word.opc.origins import known_keys, origin_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.intake.returned.hunks import Hunk
    from brief.intake.returned.stream import Tokens

_ENDS = frozenset(".?!;:")


def named(each: Hunk, identities: Sequence[str]) -> Hunk:
    """Name the new words of a change by the afspraak in whose mark they stand; the others have no name."""
    keys = known_keys((Bron.ZIN, identity) for identity in identities)
    new = []
    for token in each.new:
        origin = origin_of(token.owner, keys) if token.owner else None
        known = origin is not None and origin.bron is Bron.ZIN and origin.key in identities
        new.append(replace(token, owner=origin.key if known and origin is not None else ""))
    return replace(each, new=tuple(new))


def parts(each: Hunk, today: Tokens) -> list[tuple[str, Hunk]]:
    """Give a change as changes of the sentences that it touches; empty when nobody can tell whose words they are."""
    each = _at_edge(each, today)
    place = _Place(each, today)
    owners = place.owners_of_new()
    if owners is None:
        return []
    result: list[tuple[str, Hunk]] = []
    for identity in place.allowed:
        first, last = place.range_of(identity)
        start = min(max(each.start, first), last) - first
        end = max(min(each.end, last) - first, start)
        new = place.words_for(identity, owners, (start > 0, end < last - first))
        if new or end > start:
            edits = 0 if result else each.edits
            result.append((identity, replace(each, start=start, end=end, new=new, edits=edits)))
    return result


def _at_edge(each: Hunk, today: Tokens) -> Hunk:
    """Move words that no mark names to the edge of a sentence, when they can as well have been put in there.

    `Het is duur. Het plan` is `Het plan` with `Het is duur.` before it, and also with `is duur. Het` in it.
    """
    if not each.is_insert or all(token.owner for token in each.new if token.is_word):
        return each
    start, new = each.start, list(each.new)
    while new and start > 1 and _owner(today, start) == today[start - 1].owner and today[start - 1].key == new[-1].key:
        start, new = start - 1, [replace(new[-1], owner=""), *new[:-1]]
        if today[start - 1].owner != _owner(today, start):
            return replace(each, start=start, end=start, new=tuple(new))
    start, new = each.start, list(each.new)
    while new and start < len(today) and today[start].owner and today[start].key == new[0].key:
        start, new = start + 1, [*new[1:], replace(new[0], owner="")]
        if start < len(today) and today[start].owner != today[start - 1].owner:
            return replace(each, start=start, end=start, new=tuple(new))
    return each


def _owner(today: Tokens, index: int) -> str:
    return today[index].owner if 0 <= index < len(today) else ""


class _Place:
    """Where a change stands among sentences.

    `certain` are the afspraken that its place is about, in order; `allowed` also those that it stands right beside.
    """

    def __init__(self, each: Hunk, today: Tokens) -> None:
        self.each, self.today = each, today
        left, right = _owner(self.today, each.start - 1), _owner(self.today, each.end)
        region = today[each.start : each.end]
        touched = list(dict.fromkeys(token.owner for token in region if token.owner))
        before = next((token.owner for token in reversed(today[: each.start]) if token.owner), "")
        after = next((token.owner for token in today[each.end :] if token.owner), "")
        if touched:
            opens, closes = not region[0].owner, not region[-1].owner
        else:
            opens = closes = left != right or not left
            touched = [] if opens else [left]
        certain = [before] * opens + touched + [after] * closes
        self.certain = list(dict.fromkeys(owner for owner in certain if owner))
        beside = [before] * (not left) + self.certain + [after] * (not right)
        self.allowed = list(dict.fromkeys(owner for owner in beside if owner))

    def range_of(self, identity: str) -> tuple[int, int]:
        """Give where the sentence of an afspraak begins and ends among all."""
        own = [index for index, token in enumerate(self.today) if token.owner == identity]
        return own[0], own[-1] + 1

    def owners_of_new(self) -> list[str] | None:
        """Say for each new token whose it is, spaces left out; None when nobody can tell."""
        new = self.each.new
        if any(token.owner and token.owner not in self.allowed for token in new if not token.text.isspace()):
            return None
        if len(self.allowed) == 1:
            unclear = self._ends_here() and self._holds_an_end() and not any(token.owner for token in new)
            return None if unclear else self.allowed * len(new)
        owners = [
            "" if token.text.isspace() else token.owner or self._between(index) for index, token in enumerate(new)
        ]
        if not all(owner or token.text.isspace() for owner, token in zip(owners, new, strict=True)):
            if len(self.certain) != 1 or any(token.owner for token in new) or self._holds_an_end():
                return None
            owners = self.certain * len(new)
        if not {*owners, ""}.issubset({*self.allowed, ""}):
            return None
        order = [self.allowed.index(owner) for owner in owners if owner]
        return owners if order == sorted(order) else None

    def _between(self, index: int) -> str:
        """Give the name that the words on both sides have, when these have the same."""
        new = self.each.new
        left = next(
            (token.owner for token in reversed(new[:index]) if token.owner), _owner(self.today, self.each.start - 1)
        )
        right = next((token.owner for token in new[index + 1 :] if token.owner), _owner(self.today, self.each.end))
        return left if left == right else ""

    def _ends_here(self) -> bool:
        """Tell whether only signs of a sentence are left behind the change, and another sentence follows."""
        rest = self.today[self.each.end :]
        after = next((index for index, token in enumerate(rest) if token.owner not in self.allowed), None)
        return after is not None and not any(token.is_word for token in rest[:after])

    def _holds_an_end(self) -> bool:
        """Tell whether a sentence ends among the new words, and another begins."""
        words = [token for token in self.each.new if not token.text.isspace()]
        return any(token.text in _ENDS for token in words[:-1])

    def words_for(self, identity: str, owners: Sequence[str], within: tuple[bool, bool]) -> Tokens:
        """Give the new words of one sentence; a space parts them from what stays of it before and behind."""
        new = self.each.new
        if len(self.allowed) == 1:
            return new
        own = [index for index, owner in enumerate(owners) if owner == identity]
        if not own:
            return ()
        first, last = own[0], own[-1] + 1
        while first < last and new[first].text.isspace():
            first += 1
        while last > first and new[last - 1].text.isspace():
            last -= 1
        before = new[first - 1] if first else self.today[self.each.start - 1]
        behind = (
            new[last] if last < len(new) else self.today[self.each.end] if self.each.end < len(self.today) else None
        )
        opening = within[0] and before.text.isspace() and not self._is_own_space(before, identity)
        closing = within[1] and behind is not None and behind.text.isspace()
        closing = closing and not (behind is not None and self._is_own_space(behind, identity))
        return ((Token(" "),) if opening else ()) + tuple(new[first:last]) + ((Token(" "),) if closing else ())

    def _is_own_space(self, token: Token, identity: str) -> bool:
        """Tell whether a space is one that stays in the sentence."""
        return token.source is not None and token.owner == identity
