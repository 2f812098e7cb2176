"""What readers settled on as Markdown of the round, with its notes; what cannot be written is listed for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.intake.returned.lines import with_blocks
from brief.intake.returned.stream import Token, blocks_of, plain_of
from brief.rounds.processing.documents import note_text
from brief.rounds.processing.gathered import Listed
from brief.text import NoteMark, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.intake.returned.hunks import Hunk
    from brief.intake.returned.stream import Tokens
    from brief.rounds.processing.documents import Doc
    from brief.rounds.processing.gathered import Target
    from brief.rounds.processing.settling import Settled
    from brief.rounds.processing.today import Today
    from brief.text import Span


class Texts:
    """Writes what was settled as Markdown; `listed` are the edits that have no place, `regels` say what was done."""

    def __init__(self, today: Today, settled: Settled, docs: Sequence[Doc]) -> None:
        self.today, self.settled = today, settled
        self.listed: list[Listed] = []
        self.regels: list[str] = []
        self._notes = {name: note_text(spans) for doc in docs for name, spans in doc.notes.items()}
        self._sources = _note_sources(today)

    def text_of(self, text: str, tokens: Tokens, target: Target) -> str | None:
        """Give a Markdown text that says these tokens; None, and the edits listed, when it cannot be written."""
        resolved, new_notes = self._resolved(tokens, text)
        if new_notes:
            newline = "\r\n" if "\r\n" in text else "\n"
            lines = newline.join(f"[^{name}]: {said}" for name, said in new_notes.items())
            text = text.rstrip("\r\n") + newline * 2 + lines + (newline if text.endswith(("\n", "\r")) else "")
        try:
            return with_blocks(text, blocks_of(resolved))
        except ValueError:
            self.unplaced(target, "deze tekst is niet als Markdown te schrijven; neem haar zelf over")
            return None

    def _resolved(self, tokens: Tokens, text: str) -> tuple[Tokens, dict[str, str]]:
        """Give tokens in which each note that came back is one of the source, or a new free note."""
        known = parse(text).notes
        new: dict[str, str] = {}
        result: list[Token] = []
        for token in tokens:
            if token.note is None or token.source is not None:
                result.append(token)
            elif (source := self._sources.get(token.note)) is not None:
                result.append(replace(token, source=source))
            else:
                name = next(
                    free for number in range(1, 10_000) if (free := f"retour-{number}") not in known and free not in new
                )
                new[name] = self._notes.get(token.note, "")
                result.append(replace(token, source=(NoteMark(name),)))
        return tuple(result), new

    def unplaced(self, target: Target, advice: str) -> None:
        """List the edits of a place for a person, with what to do."""
        for each in self.settled.hunks[target]:
            where = target[1] or self.today.bestanden.ronde.brief.tekst
            self.listed.append(Listed(each.file, each.by, where, "", plain_of(each.new), advice, each.edits))


def _note_sources(today: Today) -> dict[str, tuple[Span, ...]]:
    """Give what each note of the letter is in the source, by the name that it has in a document."""
    found: dict[str, tuple[Span, ...]] = {}
    tokens = [*today.letter, *(token for key in today.afspraken for token in today.sentence(key))]
    for token in tokens:
        if token.note is not None and token.source:
            found.setdefault(token.note, token.source)
    return found


def counted(hunks: Sequence[Hunk]) -> str:
    """Say how many changes there are, and of whom."""
    number = sum(each.edits for each in hunks)
    who = ", ".join(dict.fromkeys(each.by for each in hunks if each.by))
    return f"{number} wijziging{'' if number == 1 else 'en'} van {who}"
