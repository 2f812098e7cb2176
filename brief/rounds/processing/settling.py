"""Bring the edits of all reviewers together: what nobody contests, what must be asked, and what was answered."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.intake.returned.hunks import Hunk, applied, combined
from brief.intake.returned.stream import plain_of
from brief.rounds.processing.gathered import Doel, Gathered, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brief.intake.returned.hunks import Clash
    from brief.intake.returned.stream import Tokens

BRON = "bron"
JA, NEE = "ja", "nee"
_MARKS = 9
"""So many times a key that is taken gets an apostrophe more; from there on their number."""
_LETTER = {Doel.BRIEF, Doel.ZIN, Doel.VELD, Doel.NOOT}


class Soort(StrEnum):
    """What a question is about."""

    KEUZE = "keuze"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"
    TOEGEVOEGD = "toegevoegd"


class Vraag(Struct, frozen=True):
    """Something that only a person can decide.

    `sleutel` is what it is answered by. A KEUZE has the texts side by side, each with whose it is; the others have what
    stands there now and what would stand there, and are answered with ja or nee.
    """

    sleutel: str
    soort: Soort
    plaats: str
    teksten: tuple[tuple[str, str], ...]
    edits: int
    wie: str = ""

    @property
    def antwoorden(self) -> tuple[str, ...]:
        """Give the answers that it can have."""
        return tuple(name for name, _ in self.teksten) if self.soort is Soort.KEUZE else (JA, NEE)


class Keuzes(Struct, frozen=True):
    """What a person said beforehand: take all that nobody contests, the letter only, and answers by key.

    `vraag` asks what is left; None asks nothing. An answer of None leaves a question open.
    """

    alles: bool = False
    alleen_brief: bool = False
    kies: Mapping[str, str] = field(default_factory=dict)
    vraag: Callable[[Vraag], str | None] | None = None


class Settled(Struct):
    """What it comes to: the new text of each place that changes, with the changes in it; and the count of all edits."""

    texts: dict[Target, Tokens] = field(default_factory=dict)
    hunks: dict[Target, list[Hunk]] = field(default_factory=dict)
    vragen: list[Vraag] = field(default_factory=list)
    applied: int = 0
    open: int = 0
    refused: int = 0
    used: set[str] = field(default_factory=set)
    again: Counter[str] = field(default_factory=Counter)


def settle(gathered: Gathered, keuzes: Keuzes) -> Settled:
    """Bring all edits together; what was not answered is in `vragen`, and nothing of it in `texts`."""
    result = Settled()
    for target in sorted(gathered.today, key=_order):
        _Place(target, gathered, keuzes, result).settle()
    return result


def _order(target: Target) -> tuple[int, str]:
    return list(Doel).index(target[0]), target[1]


class _Place:
    """Settles the edits of one place."""

    def __init__(self, target: Target, gathered: Gathered, keuzes: Keuzes, result: Settled) -> None:
        self.target, self.keuzes, self.result = target, keuzes, result
        self.today = gathered.today[target]
        self.chosen, self.clashes = combined(
            gathered.free.get(target, []), self.today, gathered.clashing.get(target, [])
        )

    def settle(self) -> None:
        doel, name = self.target
        hunks = list(self.chosen)
        lost = 0
        if doel is Doel.NIEUW:
            self._new()
            return
        for number, clash in enumerate(self.clashes, 1):
            hunk, refused = self._picked(clash, number)
            hunks += [hunk] if hunk is not None else []
            lost += refused
        if not hunks:
            return
        text = applied(self.today, hunks)
        if doel is Doel.AFSPRAAK and not self._agreed(name, text, hunks):
            return
        self.result.texts[self.target] = text
        self.result.hunks[self.target] = hunks
        self.result.applied += sum(each.edits for each in hunks)

    def _picked(self, clash: Clash, number: int) -> tuple[Hunk | None, int]:
        """Ask which of the texts of a clash it is to be; give that as a change, and how many edits it refuses."""
        edits = sum(each.edits for each in clash.hunks)
        now = plain_of(self.today[clash.start : clash.end])
        texts = ((BRON, now), *((name, plain_of(tokens)) for name, tokens in clash.versions))
        key = f"{_label(self.target)}:{number}"
        where = f"{_place_name(self.target)}, bij '{_around(self.today, clash)}'"
        question = Vraag(key, Soort.KEUZE, where, texts, edits)
        answer = self._answer(question)
        if answer is None:
            return None, 0
        chosen = dict(clash.versions).get(answer)
        if chosen is None:
            self.result.refused += edits
            return None, edits
        first = next((each for each in clash.hunks if (each.by or each.file) == answer), clash.hunks[0])
        won = sum(each.edits for each in clash.hunks if (each.by or each.file) == answer) or first.edits
        self.result.refused += edits - won
        return Hunk(clash.start, clash.end, chosen, answer, first.moment, first.file, won), edits - won

    def _agreed(self, name: str, text: Tokens, hunks: list[Hunk]) -> bool:
        edits = sum(each.edits for each in hunks)
        struck = not any(token.is_word and token.head is None for token in text)
        soort = Soort.VERVALLEN if struck else Soort.GEWIJZIGD
        who = _who(hunks)
        question = Vraag(
            name, soort, _place_name(self.target), ((BRON, plain_of(self.today)), (who, plain_of(text))), edits, who
        )
        return self._yes(question)

    def _new(self) -> None:
        for number, each in enumerate(self.chosen, 1):
            after, side = self.target[1].split("|")[:2]
            key = f"nieuw-{side}-{after}" + (f":{number}" if number > 1 else "")
            if key in self.result.used:
                self.result.again[key] += 1
                more = self.result.again[key]
                key += "'" * more if more <= _MARKS else f"'{more}"
            text = plain_of(each.new)
            question = Vraag(key, Soort.TOEGEVOEGD, f"{side} {after}", ((each.by, text),), each.edits, each.by)
            if self._yes(question):
                self.result.texts[self.target] = each.new
                self.result.hunks[self.target] = [each]
                self.result.applied += each.edits

    def _yes(self, question: Vraag) -> bool:
        answer = self._answer(question)
        if answer == NEE:
            self.result.refused += question.edits
        return answer == JA

    def _answer(self, question: Vraag) -> str | None:
        """Give the answer to a question: as said beforehand, by the rule, or by asking; None leaves it open."""
        keuzes = self.keuzes
        self.result.used.add(question.sleutel)
        about_letter = self.target[0] in _LETTER
        answer = _known(question, keuzes.kies.get(question.sleutel))
        if answer is None and not (keuzes.alleen_brief and not about_letter):
            if keuzes.alles and question.soort is not Soort.KEUZE:
                answer = JA
            elif keuzes.vraag is not None:
                answer = keuzes.vraag(question)
        if answer is None:
            self.result.vragen.append(question)
            self.result.open += question.edits
        return answer


def _around(today: Tokens, clash: Clash, length: int = 40) -> str:
    """Give the words around a clash, by which a person finds it."""
    before, after = plain_of(today[: clash.start])[-length:], plain_of(today[clash.end :])[:length]
    before = before[before.find(" ") + 1 :] if len(before) == length else before
    after = after[: after.rfind(" ")] if len(after) == length else after
    return f"{before.replace('¶', '').strip()} … {after.replace('¶', '').strip()}".strip()


def _known(question: Vraag, given: str | None) -> str | None:
    """Give the answer that was meant: a name, its number in the list, or the first letters of one."""
    if given is None:
        return None
    answers = question.antwoorden
    if given in answers:
        return given
    if given.isdecimal() and question.soort is Soort.KEUZE and int(given) <= len(answers):
        return answers[int(given) - 1] if int(given) else answers[0]
    found = [each for each in answers if each.lower().startswith(given.lower())]
    found = found or [each for each in answers if given.lower() in each.lower()]
    return found[0] if len(found) == 1 else None


def _who(hunks: list[Hunk]) -> str:
    return " en ".join(dict.fromkeys(each.by for each in hunks if each.by))


def _label(target: Target) -> str:
    doel, name = target
    return name if doel is Doel.AFSPRAAK else doel.value if doel is Doel.BRIEF else f"{doel.value}-{name}"


def _place_name(target: Target) -> str:
    doel, name = target
    names = {
        Doel.AFSPRAAK: f"afspraak {name}",
        Doel.ZIN: f"zin voor de brief van {name}",
        Doel.BRIEF: "tekst van de brief",
        Doel.VELD: f"ronde.yaml, {name}",
        Doel.NOOT: f"voetnoot {name} in de tekst van de brief",
        Doel.NIEUW: "nieuwe afspraak",
    }
    return names[doel]
