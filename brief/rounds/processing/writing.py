"""Write what was settled into the files of a round: the lines that are meant, proved by reading them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

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
from brief.text import parse, write_spans
from brief.text.lines import split_lines

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
        for doel, key in self.settled.texts:
            if doel is Doel.NOOT:
                text = self._note(text, key, name)
        if text != self.bestanden.brief_tekst:
            self.texts[name] = text

    def _note(self, text: str, key: str, name: str) -> str:
        target: Target = (Doel.NOOT, key)
        said = write_spans(spans_of(self.settled.texts[target]), one_line=True)
        parsed = parse(text)
        line = parsed.note_lines.get(key)
        rows = split_lines(text)
        if line is not None:
            end = line
            while end < len(rows) and rows[end].strip() and not rows[end].startswith(("[^", "#", ":::")):
                end += 1
            newline = "\r\n" if "\r\n" in text else "\n"
            made = newline.join([*rows[: line - 1], f"[^{key}]: {said}", *rows[end:]])
            if (
                parse(made).notes.get(key) == spans_of(self.settled.texts[target])
                and parse(made).blocks == parsed.blocks
            ):
                self.said.regels.append(f"{name}: voetnoot {key}")
                return made
        self.said.unplaced(target, f"verander de voetnoot '{key}' zelf in {name}")
        return text

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
