"""The edits of one reviewer's file, each at its place in the source of today; what has no place there is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.intake.returned.aligning import DocBlock, aligned, rising
from brief.intake.returned.hunks import Hunk, hunks, rebased
from brief.intake.returned.stream import Token, plain_of
from brief.rounds.processing.advice import ADVICE, NAMES
from brief.rounds.processing.documents import Container, with_keys
from brief.rounds.processing.fields import field_hunks, today_field
from brief.rounds.processing.gathered import Doel, Gathered, Listed, Target
from brief.rounds.processing.homes import homes_of, is_nested, joined, letter_tokens
from brief.rounds.processing.sentences import named, parts
from brief.text import letters, plain_spans, shortened
from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.intake.returned.aligning import Alignment
    from brief.intake.returned.stream import Tokens
    from brief.rounds.processing.documents import Base, Doc
    from brief.rounds.processing.today import Today


_SHOWN = 50
"""Characters of a paragraph by which a person finds it."""


class FileEdits:
    """Reads the edits of one file that came back."""

    def __init__(self, base: Base, back: Doc, today: Today, reviewer: str, gathered: Gathered) -> None:
        self.base, self.today, self.gathered = base, today, gathered
        self.note_pairs = _note_pairs(base.doc, back)
        self.back = with_keys(back, _note_names(base.doc, back, self.note_pairs))
        self.reviewer = reviewer
        self.marks = {name for block in base.doc.blocks for name in block.marks}
        self.alignment: Alignment = aligned(base.doc.blocks, self.back.blocks, self.marks)
        self.homes = homes_of(base, self.back, self.alignment)

    def gather(self) -> None:
        """Find all edits and add them to what was gathered."""
        self.gathered.placed += len(self.alignment.base_of)
        self.gathered.placed_by_marks += self.alignment.by_marks
        self._letter()
        for container, (base, back) in self._rows().items():
            self._afspraak(container, base, back)
        backs: dict[int, list[int]] = {}
        for each, base_index in self.alignment.base_of.items():
            backs.setdefault(base_index, []).append(each)
        for index, container in enumerate(self.base.containers):
            if container.soort in {"zinnen", "concept", "kop", "verwijzing", "sjabloon", "inhoud"}:
                self._alone(index, container, backs.get(index, []))
        self._loose()
        self._moved()

    def _letter(self) -> None:
        container = Container("brief")
        if container not in self.base.containers:
            return
        old, old_heads = letter_tokens(self.base.doc.blocks, self.base.containers, self.base.kop)
        new, new_heads = letter_tokens(self.back.blocks, self.homes, self.base.kop)
        theirs = [] if old == new else self._hunks(old, new, old_heads, new_heads)
        if theirs:
            self._place((Doel.BRIEF, ""), theirs, old, self.today.letter)

    def _rows(self) -> dict[Container, tuple[list[int], list[int]]]:
        """Give for each afspraak its blocks in the version and those that came back."""
        rows: dict[Container, tuple[list[int], list[int]]] = {}
        for side, containers in enumerate((self.base.containers, self.homes)):
            for index, each in enumerate(containers):
                if each.soort == "afspraak":
                    rows.setdefault(each, ([], []))[side].append(index)
        return rows

    def _afspraak(self, container: Container, base: list[int], back: list[int]) -> None:
        old, old_heads = joined(self.base.doc.blocks, base)
        new, new_heads = joined(self.back.blocks, back)
        if old == new:
            return
        theirs = self._hunks(old, new, old_heads, new_heads)
        if theirs:
            self._place((Doel.AFSPRAAK, container.sleutel[0]), theirs, old, self.today.afspraak(container.sleutel[0]))

    def _place(self, target: Target, theirs: Sequence[Hunk], old: Tokens, today: Tokens) -> None:
        self.gathered.total += len(theirs)
        self.gathered.add(target, today, *rebased(theirs, self._ours(target[1], old, today), old, today))

    def _ours(self, place: str, old: Tokens, today: Tokens) -> tuple[Hunk, ...]:
        """Give what the source changed since at a place, looked for once."""
        key = (self.base.versie, self.base.naam, place)
        if key not in self.gathered.ours:
            self.gathered.ours[key] = _ours(old, today)
        return self.gathered.ours[key]

    def _hunks(
        self, old: Tokens, new: Tokens, old_heads: Mapping[int, int], new_heads: Mapping[int, int]
    ) -> list[Hunk]:
        """Give the changes between two rows, each with who made it and when."""
        pairs = {back: base for back, base in self.alignment.base_of.items() if back in new_heads and base in old_heads}
        corners = [(old_heads[base], new_heads[back]) for base, back in rising(pairs)]
        return [self.signed(each, old) for each in hunks(old, new, corners)]

    def signed(self, each: Hunk, old: Tokens) -> Hunk:
        """Say who made a change: the author of the tracked changes that hold its words, else whose file it is."""
        words, gone = plain_of(each.new).strip(), plain_of(old[each.start : each.end]).strip()
        for revision in self.back.revisions:
            text = revision.text.strip()
            wanted = words if revision.inserted else gone
            if text and wanted and (text in wanted or wanted in text):
                return replace(
                    each, by=self.reviewer or revision.author, moment=revision.date[:10], file=self.back.file
                )
        return replace(each, by=self.reviewer or _owner_of(self.back), file=self.back.file)

    def _alone(self, index: int, container: Container, backs: list[int]) -> None:
        """Look at a paragraph that stands by itself: sentences, a draft, a heading, the frame of the document."""
        block = self.base.doc.blocks[index]
        for back in list(backs):
            while backs[-1] + 1 in self.alignment.goes_on and backs[-1] >= back:
                backs.append(backs[-1] + 1)
        new = tuple(token for back in backs for token in self.back.blocks[back].tokens)
        if new == block.tokens:
            return
        theirs = [self.signed(each, block.tokens) for each in hunks(block.tokens, new, [(0, 0)] if new else [])]
        theirs = [each for each in theirs if not _is_noise(container, block, each)]
        if not theirs:
            return
        self.gathered.total += len(theirs)
        if container.soort == "zinnen":
            self._sentences(container, block, theirs, bool(new))
        elif container.soort == "concept" and len(container.sleutel) == 1 and new:
            self._draft(container.sleutel[0], theirs, new)
        elif container.soort == "sjabloon" and new:
            self._frame(block, theirs)
        else:
            kind = "deel" if container == Container("kop") else container.soort
            for each in theirs:
                self._list(each, block, ADVICE.get(kind, "").format(*container.sleutel), container)

    def _sentences(self, container: Container, block: DocBlock, theirs: Sequence[Hunk], stays: bool) -> None:
        today = self.today.sentences(container.sleutel)
        placeable = [each for each in theirs if not any(token.head is not None for token in each.new)]
        for each in theirs:
            if each not in placeable or not stays:
                self._list(each, block, ADVICE["zinnen"], container)
        if not stays:
            return
        ours = self._ours(f"alinea {block.paragraph}", block.tokens, today)
        free, clashing, there = rebased(placeable, ours, block.tokens, today)
        self.gathered.there += there
        for hunk_list, clash in ((free, False), (clashing, True)):
            for each in hunk_list:
                self._into_sentences(each, today, container, clash=clash)

    def _into_sentences(self, each: Hunk, today: Tokens, container: Container, *, clash: bool) -> None:
        """Bring a change of a paragraph of sentences to the sentences that it touches."""
        found = parts(named(each, container.sleutel), today)
        if not found:
            block = DocBlock(today, 0, plain_of(today))
            self._list(each, block, ADVICE["tussen"].format(" of ".join(container.sleutel)), container)
            return
        for identity, part in found:
            own = self.today.sentence(identity)
            self.gathered.add((Doel.ZIN, identity), own, [] if clash else [part], [part] if clash else [])

    def _draft(self, identity: str, theirs: Sequence[Hunk], new: Tokens) -> None:
        """Take what a reviewer made of a draft sentence as the sentence of the afspraak."""
        own = self.today.sentence(identity)
        text = tuple(token for token in new if token.head is None)
        hunk = replace(theirs[0], start=0, end=len(own), new=text, edits=len(theirs))
        self.gathered.add((Doel.ZIN, identity), own, [] if own else [hunk], [hunk] if own else [])

    def _frame(self, block: DocBlock, theirs: Sequence[Hunk]) -> None:
        for each in theirs:
            found = field_hunks(self.base, block, each)
            if found is None:
                self._list(each, block, ADVICE["sjabloon"], Container("sjabloon"))
                continue
            name, old, hunk = found
            today = today_field(self.today, name)
            if today is None:
                self._list(each, block, ADVICE["veld"].format(name), Container("sjabloon"))
                continue
            free, clashing, there = rebased([hunk], hunks(old, today), old, today)
            self.gathered.add((Doel.VELD, name), today, free, clashing, there)

    def _list(self, each: Hunk, block: DocBlock | None, advice: str, container: Container) -> None:
        old = plain_of((block.tokens if block is not None else ())[each.start : each.end])
        where = block.where if block is not None and block.where != "hoofdtekst" else NAMES.get(container.soort, "")
        if block is not None:
            where += f", '{shortened(block.text, _SHOWN)}'"
        self.gathered.listed.append(Listed(each.file, each.by, where, old, plain_of(each.new), advice, each.edits))

    def _loose(self) -> None:
        """List, or take as a new afspraak, what came back and belongs to nothing that was there."""
        for index, home in enumerate(self.homes):
            block = self.back.blocks[index]
            if home.soort == "nieuw" and is_nested(block) and index and self.homes[index - 1] == home:
                continue
            if home.soort == "nieuw":
                self.gathered.total += 1
                tokens = list(block.tokens)
                for more in range(index + 1, len(self.homes)):
                    if self.homes[more] != home or not is_nested(self.back.blocks[more]):
                        break
                    tokens += self.back.blocks[more].tokens
                hunk = self.signed(Hunk(0, 0, tuple(tokens)), ())
                after = home.sleutel[0]
                target = (Doel.NIEUW, f"{after}|{'voor' if len(home.sleutel) > 1 else 'na'}|{self.back.file}|{index}")
                self.gathered.add(target, (), [hunk], [])
            elif home.soort == "los":
                self.gathered.total += 1
                self._list(self.signed(Hunk(0, 0, block.tokens), ()), block, ADVICE["los"], home)

    def _moved(self) -> None:
        """List what is made by the program and stands elsewhere now: its order follows from the round."""
        first = {container: rows[0][0] for container, rows in self._rows().items() if rows[0]}
        pairs = {
            back: base
            for back, base in self.alignment.base_of.items()
            if self.base.containers[base].soort in {"zinnen", "concept"}
            or first.get(self.base.containers[base]) == base
        }
        kept = set(rising(pairs))
        for back, base in sorted(pairs.items()):
            if (base, back) not in kept and self.homes[back] == self.base.containers[base]:
                block, home = self.back.blocks[back], self.homes[back]
                self.gathered.total += 1
                self._list(self.signed(Hunk(0, 0, block.tokens), ()), block, ADVICE["verplaatst"], home)


def _owner_of(doc: Doc) -> str:
    authors = list(dict.fromkeys(each.author for each in doc.revisions if each.author))
    return authors[0] if len(authors) == 1 else doc.file.rpartition("/")[2]


def _ours(old: Tokens, today: Tokens) -> tuple[Hunk, ...]:
    """Give what the source changed since; how a block looks in Word and in Markdown is no change of it."""
    loose = [[_loosened(token) for token in tokens] for tokens in (old, today)]
    found = hunks(loose[0], loose[1])
    result: list[Hunk] = []
    offset = 0
    for each in found:
        start = each.start + offset
        result.append(replace(each, new=tuple(today[start : start + len(each.new)])))
        offset += len(each.new) - (each.end - each.start)
    return tuple(result)


def _loosened(token: Token) -> Token:
    loose = token.head is not None and token.kind not in {"tabel", "rij", "cel", "blok"}
    return replace(token, kind="alinea") if loose else token


def _note_pairs(base: Doc, back: Doc) -> list[tuple[int, int]]:
    """Give which note is which, by their order in the text: by what they say, else by their place among the others."""
    old, new = ([letters(plain_spans(each)) for each in doc.note_spans] for doc in (base, back))
    pairs: list[tuple[int, int]] = []
    for stayed, a, b, c, d in stretches(old, new):
        if stayed or b - a == d - c:
            pairs += zip(range(a, b), range(c, d), strict=True)
    return pairs


def _note_names(base: Doc, back: Doc, pairs: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Give the notes that came back the names that they had; one that stands elsewhere is known by what it says."""
    names = {back.note_order[new]: base.note_order[old] for old, new in pairs}
    known = {letters(plain_spans(spans)): name for name, spans in zip(base.note_order, base.note_spans, strict=True)}
    for name, spans in zip(back.note_order, back.note_spans, strict=True):
        if name not in names:
            names[name] = known.get(letters(plain_spans(spans)), f"nieuw-{back.file.rpartition('/')[2]}-{name}")
    return names


def _is_noise(container: Container, block: DocBlock, each: Hunk) -> bool:
    """Tell whether a change is none of the reviewer's: a page number that was counted anew."""
    if container.soort == "concept":  # its slanted letters are a matter of style, and not of words
        return [t.text for t in each.new] == [t.text for t in block.tokens[each.start : each.end]]
    if container.soort not in {"sjabloon", "inhoud"}:
        return False
    changed = [*each.new, *block.tokens[each.start : each.end]]
    counted = all(token.head is None and not token.text.strip().strip("0123456789") for token in changed)
    is_page = block.text.startswith("Pagina ") or container.soort == "inhoud"
    return counted and (is_page or block.where == "voettekst")
