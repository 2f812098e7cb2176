"""Write what was settled into the files of a round: the lines that are meant, proved by reading them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.intake.returned.noting import with_notes
from brief.intake.returned.stream import spans_of
from brief.rounds.consent.asking import add_answers
from brief.rounds.processing import fields
from brief.rounds.processing.changed import FileChange, with_comments
from brief.rounds.processing.deciding import Deciding
from brief.rounds.processing.gathered import Doel
from brief.rounds.processing.texts import Texts, counted
from brief.rounds.processing.told import said_otherwise
from brief.sources.edit import Edit
from brief.sources.names import RONDE
from brief.sources.source import SourceFile
from brief.sources.waarde import with_value
from brief.sources.write import afstemming_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.diagnostics import Diagnostic
    from brief.domain.opmerking import Opmerking
    from brief.rounds.processing.answers import Answers
    from brief.rounds.processing.documents import Doc
    from brief.rounds.processing.gathered import Listed, Target
    from brief.rounds.processing.opdracht import Opdracht
    from brief.rounds.processing.settling import Settled
    from brief.rounds.processing.today import Today


class Written(Struct):
    """All files that change, what is said of it, and the edits that turned out to have no place."""

    files: tuple[FileChange, ...] = ()
    regels: tuple[str, ...] = ()
    listed: list[Listed] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    comments: tuple[Opmerking, ...] = ()

    @property
    def diff(self) -> str:
        """Give the changes of all files as a unified diff."""
        return "\n".join(line for each in self.files if each.path[0] != "." for line in each.diff)


def written(
    today: Today,
    settled: Settled,
    docs: Sequence[Doc],
    comments: Sequence[Opmerking],
    opdracht: Opdracht,
    answers: Sequence[Answers] = (),
) -> Written:
    """Give what changes in which file."""
    work = _Writer(today, settled, docs, opdracht)
    work.letter()
    work.deciding.run()
    work.fields()
    for each in answers:
        work.consent(each)
    files = [*work.files()]
    result = Written((), tuple(work.said.regels), work.said.listed)
    added, change = with_comments(today, comments)
    if change is not None:
        files.append(change)
    result.files, result.comments, result.findings = tuple(files), added, work.findings
    return result


class _Writer:
    def __init__(self, today: Today, settled: Settled, docs: Sequence[Doc], opdracht: Opdracht) -> None:
        self.today, self.settled = today, settled
        self.bestanden = today.bestanden
        self.said = Texts(today, settled, docs)
        self.deciding = Deciding(self.said, opdracht, self._edit)
        self.findings: list[Diagnostic] = []
        self.edits: dict[str, Edit] = {}
        self.texts: dict[str, str] = {}

    def files(self) -> Iterable[FileChange]:
        """Give every file that is another now."""
        for landsdeel, edit in self.edits.items():
            if edit.changes:
                edit.prove()
                yield FileChange(f"afspraken/{landsdeel}.yaml", edit.source.data, edit.data())
        for name, text in self.texts.items():
            source = self.bestanden.bronnen[name]
            if text != source.text:
                yield FileChange(name, source.data, source.encoded(text))

    def letter(self) -> None:
        """Change the text of the letter, and the free notes in it."""
        name = self.bestanden.ronde.brief.tekst
        target: Target = (Doel.BRIEF, "")
        text = self.bestanden.brief_tekst
        if target in self.settled.texts:
            made = self.said.text_of(text, self.settled.texts[target], target)
            if made is not None:
                self.findings += said_otherwise(text, made, name)
                text = made
                self.said.regels.append(f"{name}: {counted(self.settled.hunks[target])}")
        text = self._notes(text, [key for doel, key in self.settled.texts if doel is Doel.NOOT], name)
        if text != self.bestanden.brief_tekst:
            self.texts[name] = text

    def _notes(self, text: str, keys: Sequence[str], name: str) -> str:
        """Change free notes of the letter: all at once, and in halves where the whole does not say what it must."""
        if not keys:
            return text
        said = {key: spans_of(self.settled.texts[Doel.NOOT, key]) for key in keys}
        made = with_notes(text, said)
        if made is not None:
            self.said.regels += [f"{name}: voetnoot {key}" for key in keys]
            return made
        if len(keys) == 1:
            self.said.unplaced((Doel.NOOT, keys[0]), f"verander de voetnoot '{keys[0]}' zelf in {name}")
            return text
        half = len(keys) // 2
        return self._notes(self._notes(text, keys[:half], name), keys[half:], name)

    def _edit(self, landsdeel: str) -> Edit:
        if landsdeel not in self.edits:
            self.edits[landsdeel] = Edit(self.bestanden.afsprakenbestanden[landsdeel])
        return self.edits[landsdeel]

    def fields(self) -> None:
        """Change the fields of `ronde.yaml`."""
        source = self.bestanden.bronnen[RONDE]
        for (doel, name), tokens in self.settled.texts.items():
            if doel is not Doel.VELD:
                continue
            value = fields.written(name, tokens)
            text = self.texts.get(RONDE, source.text)
            now = SourceFile(source.name, b"", text)
            made = None if value is None else with_value(now, fields.path_of(name), value, verbatim=name == "datum")
            if made is None:
                self.said.unplaced((doel, name), f"verander {name} zelf in {RONDE}")
                continue
            self.texts[RONDE] = made
            self.said.regels.append(f"{RONDE}: {name} wordt {value}")

    def consent(self, answers: Answers) -> None:
        """Keep what a party answered, in the place of what it answered before."""
        for key, entry in answers.entries.items():
            afspraak = self.today.afspraken[key]
            names = [each.partij for each in afspraak.afstemming]
            edit, value = self._edit(afspraak.landsdeel), afstemming_fields(entry)
            if entry.partij in names:
                edit.set_in_list(key, "afstemming", names.index(entry.partij), value)
            else:
                add_answers(edit, afspraak, [value])
            self.said.regels.append(f"{key}: {entry.partij}, {entry.stand}")
