"""What changed between two rows of tokens, as hunks; and those hunks brought over to a third text.

A reviewer's hunks count positions in the text that he had. `rebased` gives them positions in the text of today, where
what changed meanwhile does not touch them; what does touch is a conflict, with every text that is at stake.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.intake.returned.stream import Token, Tokens


class Hunk(Struct, frozen=True):
    """Put `new` in the place of the tokens from `start` up to `end`.

    `by` is who did, `moment` when, as far as known; `edits` how many changes of the reviewer it stands for.
    """

    start: int
    end: int
    new: Tokens
    by: str = ""
    moment: str = ""
    file: str = ""
    edits: int = 1

    @property
    def is_insert(self) -> bool:
        """Tell whether nothing goes away."""
        return self.start == self.end


def hunks(old: Sequence[Token], new: Sequence[Token], pairs: Iterable[tuple[int, int]] = ()) -> tuple[Hunk, ...]:
    """Give the changes from one row to the other, in order.

    `pairs` are places of heads that are known to be the same, by index in both, rising in both.
    """
    found: list[Hunk] = []
    corners = [(0, 0), *pairs, (len(old), len(new))]
    for (a, c), (b, d) in pairwise(corners):
        a, b, c, d = _between(old, new, (a, b, c, d))
        left, right = [each.key for each in old[a:b]], [each.key for each in new[c:d]]
        found += [
            Hunk(a + s, a + e, tuple(new[c + f : c + t])) for stayed, s, e, f, t in stretches(left, right) if not stayed
        ]
    return tuple(_without_islands(old, found))


def _between(old: Sequence[Token], new: Sequence[Token], part: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Take off what both begin and end with; most of a text is, and the same token is one value (see `word`)."""
    a, b, c, d = part
    while a < b and c < d and (old[a] is new[c] or old[a].key == new[c].key):
        a, c = a + 1, c + 1
    while a < b and c < d and (old[b - 1] is new[d - 1] or old[b - 1].key == new[d - 1].key):
        b, d = b - 1, d - 1
    return a, b, c, d


def _without_islands(old: Sequence[Token], found: Iterable[Hunk]) -> list[Hunk]:
    """Make one change of two that have no word between them, so that a person reads words and not signs."""
    result: list[Hunk] = []
    for each in found:
        between = old[result[-1].end : each.start] if result else ()
        # two neighbours, or only spaces and signs between two that both change words
        if result and (
            result[-1].end == each.start
            or (_both_words(old, result[-1], each) and not _holds(between) and not _parted(old, result[-1], each))
        ):
            last = result.pop()
            each = Hunk(last.start, each.end, (*last.new, *between, *each.new))
        result.append(each)
    return result


def _both_words(old: Sequence[Token], one: Hunk, other: Hunk) -> bool:
    return all(_holds([*old[each.start : each.end], *each.new]) and not _heads(old, each) for each in (one, other))


def _parted(old: Sequence[Token], one: Hunk, other: Hunk) -> bool:
    """Tell whether one part of the source ends between two changes: then each is of its own part."""
    return len({token.owner for token in old[max(one.end - 1, 0) : other.start + 1] if token.head is None}) > 1


def _heads(old: Sequence[Token], each: Hunk) -> bool:
    return any(token.head is not None for token in (*old[each.start : each.end], *each.new))


def _holds(tokens: Iterable[Token]) -> bool:
    return any(token.is_word for token in tokens)


class Clash(Struct, frozen=True):
    """Changes that touch the same words of today's text, from `start` up to `end`.

    `ours` is whether the source itself changed there since the reviewer's version; `versions` are the whole texts of
    the stretch by who wants them, in the order of the files.
    """

    start: int
    end: int
    versions: tuple[tuple[str, Tokens], ...]
    hunks: tuple[Hunk, ...]
    ours: bool = False


def rebased(
    theirs: Sequence[Hunk], ours: Sequence[Hunk], base: Sequence[Token], today: Sequence[Token]
) -> tuple[list[Hunk], list[Hunk], int]:
    """Give a reviewer's hunks in positions of today's text, and those that today's text changed too.

    `ours` are the hunks from the reviewer's text (`base`) to today's. A hunk that clashes holds the reviewer's text of
    all that changed there. The third is how many edits were there already: made in the same way by both.
    """
    free: list[Hunk] = []
    clashing: list[Hunk] = []
    there = 0
    for mine, own in _clusters(theirs, ours):
        if not mine:
            continue
        edges = [*mine, *own]
        first, last = min(each.start for each in edges), max(each.end for each in edges)
        shift = sum(len(each.new) - (each.end - each.start) for each in ours if each not in own and each.end <= first)
        if not own:
            free += [replace(each, start=each.start + shift, end=each.end + shift) for each in mine]
            continue
        grown = sum(len(each.new) - (each.end - each.start) for each in own)
        text = _with(base, mine, first, last)
        start, end = first + shift, last + shift + grown
        if [token.key for token in text] == [token.key for token in today[start:end]]:
            there += sum(each.edits for each in mine)
        else:
            edits = sum(each.edits for each in mine)
            clashing.append(replace(mine[0], start=start, end=end, new=text, edits=edits))
    return free, clashing, there


def _clusters(theirs: Sequence[Hunk], ours: Sequence[Hunk]) -> list[tuple[list[Hunk], list[Hunk]]]:
    """Put together what touches, through whatever lies between; a reviewer's own changes do not touch each other."""
    groups: list[tuple[list[Hunk], list[Hunk]]] = [([each], []) for each in theirs]
    for own in ours:
        touched = [group for group in groups if any(_touch(each, own) for each in group[0])]
        rest = [group for group in groups if group not in touched]
        joined: tuple[list[Hunk], list[Hunk]] = ([], [])
        for group in touched:
            joined[0].extend(group[0])
            joined[1].extend(group[1])
        joined[1].append(own)
        groups = [*rest, joined]
    return sorted(groups, key=lambda group: min(each.start for each in (*group[0], *group[1])))


def _with(base: Sequence[Token], mine: Sequence[Hunk], first: int, last: int) -> Tokens:
    result: list[Token] = []
    position = first
    for each in sorted(mine, key=lambda hunk: hunk.start):
        result += [*base[position : each.start], *each.new]
        position = each.end
    return (*result, *base[position:last])


def _touch(one: Hunk, other: Hunk) -> bool:
    """Tell whether two changes concern the same words; words put in at one place do, or against words that changed."""
    if one.is_insert and other.is_insert:
        return one.start == other.start
    if one.is_insert or other.is_insert:
        insert, change = (one, other) if one.is_insert else (other, one)
        if change.start < insert.start < change.end:
            return True
        beside = insert.start in {change.start, change.end}
        return beside and bool(insert.new) and insert.new[0].head is None  # words against words; not a block of its own
    return one.start < other.end and other.start < one.end


def _same(one: Hunk, other: Hunk) -> bool:
    return (one.start, one.end, [t.key for t in one.new]) == (other.start, other.end, [t.key for t in other.new])


def combined(
    found: Sequence[Hunk], today: Sequence[Token], clashing: Sequence[Hunk] = ()
) -> tuple[list[Hunk], list[Clash]]:
    """Give the hunks of all reviewers that touch nobody else's, each once, and the clashes of the rest.

    The same change by two reviewers is one. `clashing` are hunks that today's text stands against.
    """
    chosen: list[Hunk] = []
    everything = sorted([*((each, False) for each in found), *((each, True) for each in clashing)], key=_place)
    groups = _groups(everything)
    clashes: list[Clash] = []
    for group in groups:
        first = group[0][0]
        if not any(ours for _, ours in group) and all(_same(first, each) for each, _ in group):
            names = " en ".join(dict.fromkeys(each.by for each, _ in group if each.by))
            chosen.append(replace(first, by=names, edits=sum(each.edits for each, _ in group)))
        else:
            clashes.append(_clash(group, today))
    return chosen, clashes


def _groups(everything: Iterable[tuple[Hunk, bool]]) -> list[list[tuple[Hunk, bool]]]:
    """Gather hunks, given by where they start: each with the first that has one it meets."""
    groups: list[list[tuple[Hunk, bool]]] = []
    near: list[tuple[list[tuple[Hunk, bool]], list[Hunk]]] = []  # with what of each group reaches to where we are
    for each, ours in everything:
        near = [(group, left) for group, some in near if (left := [one for one in some if one.end >= each.start])]
        group, some = next((one for one in near if any(_meet(each, other) for other in one[1])), ([], []))
        if not group:
            groups.append(group)
            near.append((group, some))
        group.append((each, ours))
        some.append(each)
    return groups


def _meet(one: Hunk, other: Hunk) -> bool:
    return _touch(one, other) or (one.start, one.end) == (other.start, other.end)


def _place(each: tuple[Hunk, bool]) -> tuple[int, int]:
    return each[0].start, each[0].end


def _clash(group: Sequence[tuple[Hunk, bool]], today: Sequence[Token]) -> Clash:
    start, end = min(each.start for each, _ in group), max(each.end for each, _ in group)
    versions: dict[str, Tokens] = {}
    for each, _ in group:
        name = each.by or each.file
        while name in versions and [t.key for t in versions[name]] != [t.key for t in _whole(each, start, end, today)]:
            name += "'"
        versions[name] = _whole(each, start, end, today)
    return Clash(start, end, tuple(versions.items()), tuple(each for each, _ in group), any(ours for _, ours in group))


def _whole(each: Hunk, start: int, end: int, today: Sequence[Token]) -> Tokens:
    return (*today[start : each.start], *each.new, *today[each.end : end])


def applied(today: Sequence[Token], chosen: Iterable[Hunk]) -> Tokens:
    """Give today's text with hunks in it that do not touch each other."""
    result: list[Token] = []
    position = 0
    for each in sorted(chosen, key=lambda hunk: (hunk.start, hunk.end)):
        owner = today[each.start - 1].owner if 0 < each.start <= len(today) else today[0].owner if today else ""
        result += [*today[position : each.start], *(_owned(token, owner) for token in each.new)]
        position = max(position, each.end)
    return (*result, *today[position:])


def _owned(token: Token, owner: str) -> Token:
    return token if token.owner else replace(token, owner=owner)
