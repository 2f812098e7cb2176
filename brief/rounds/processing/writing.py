"""Write what was settled into the files of a round: the lines that are meant, proved by reading them again."""

from __future__ import annotations

import datetime
import difflib
import hashlib
import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.domain import Afspraak, Besluit, Status
from brief.intake.returned.lines import with_blocks
from brief.intake.returned.stream import Token, blocks_of, plain_of, spans_of
from brief.rounds.consent.asking import add_answers
from brief.rounds.processing import fields
from brief.rounds.processing.documents import note_text
from brief.rounds.processing.gathered import Doel, Listed
from brief.rounds.processing.told import said_otherwise
from brief.sources.edit import Edit
from brief.sources.names import OPMERKINGEN, RONDE
from brief.sources.opmerkingen import read_opmerkingen, with_opmerkingen
from brief.sources.source import SourceFile, read_source
from brief.sources.waarde import with_value
from brief.sources.write import afstemming_fields
from brief.text import NoteMark, Paragraph, parse, write_spans
from brief.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.diagnostics import Diagnostic
    from brief.domain.opmerking import Opmerking
    from brief.intake.returned.hunks import Hunk
    from brief.intake.returned.stream import Tokens
    from brief.rounds.processing.answers import Answers
    from brief.rounds.processing.documents import Doc
    from brief.rounds.processing.gathered import Target
    from brief.rounds.processing.opdracht import Opdracht
    from brief.rounds.processing.settling import Settled
    from brief.rounds.processing.today import Today
    from brief.text import Span


class FileChange(Struct, frozen=True):
    """A file of the round, by its path from there, with its bytes before (None: it is not there) and after."""

    path: str
    before: bytes | None
    after: bytes

    @property
    def read_as(self) -> str | None:
        """Give the hash that guards the write."""
        return None if self.before is None else hashlib.sha256(self.before).hexdigest()


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
        return "\n".join(line for each in self.files if each.path[0] != "." for line in _diff(each))


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
    work.afspraken()
    work.fields()
    for each in answers:
        work.consent(each)
    files = [*work.files()]
    result = Written((), tuple(work.regels), work.listed)
    added, change = _comments(today, comments)
    if change is not None:
        files.append(change)
    result.files, result.comments, result.findings = tuple(files), added, work.findings
    return result


class _Writer:
    def __init__(self, today: Today, settled: Settled, docs: Sequence[Doc], opdracht: Opdracht) -> None:
        self.today, self.settled, self.opdracht = today, settled, opdracht
        self._highest: dict[str, int] = {}
        self.bestanden = today.bestanden
        self.listed: list[Listed] = []
        self.regels: list[str] = []
        self.findings: list[Diagnostic] = []
        self.edits: dict[str, Edit] = {}
        self.texts: dict[str, str] = {}
        self.notes = {name: note_text(spans) for doc in docs for name, spans in doc.notes.items()}
        self.sources = _note_sources(today)

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
            made = self._text_of(text, self.settled.texts[target], target, "retour")
            if made is not None:
                self.findings += said_otherwise(text, made, name)
                text = made
                self.regels.append(f"{name}: {_counted(self.settled.hunks[target])}")
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
                self.regels.append(f"{name}: voetnoot {key}")
                return made
        self._unplaced(target, f"verander de voetnoot '{key}' zelf in {name}")
        return text

    def _text_of(self, text: str, tokens: Tokens, target: Target, prefix: str) -> str | None:
        """Give a Markdown text that says these tokens; None, and the edits listed, when it cannot be written."""
        resolved, new_notes = self._resolved(tokens, text, prefix)
        if new_notes:
            newline = "\r\n" if "\r\n" in text else "\n"
            lines = newline.join(f"[^{name}]: {said}" for name, said in new_notes.items())
            text = text.rstrip("\r\n") + newline * 2 + lines + (newline if text.endswith(("\n", "\r")) else "")
        try:
            return with_blocks(text, blocks_of(resolved))
        except ValueError:
            self._unplaced(target, "deze tekst is niet als Markdown te schrijven; neem haar zelf over")
            return None

    def _resolved(self, tokens: Tokens, text: str, prefix: str) -> tuple[Tokens, dict[str, str]]:
        """Give tokens in which each note that came back is one of the source, or a new free note."""
        known = parse(text).notes
        new: dict[str, str] = {}
        result: list[Token] = []
        for token in tokens:
            if token.note is None or token.source is not None:
                result.append(token)
            elif (source := self.sources.get(token.note)) is not None:
                result.append(replace(token, source=source))
            else:
                name = next(
                    free
                    for number in range(1, 10_000)
                    if (free := f"{prefix}-{number}") not in known and free not in new
                )
                new[name] = self.notes.get(token.note, "")
                result.append(replace(token, source=(NoteMark(name),)))
        return tuple(result), new

    def afspraken(self) -> None:
        """Record besluiten, change sentences, and add what is new."""
        for (doel, key), tokens in self.settled.texts.items():
            if doel is Doel.AFSPRAAK:
                self._besluit(key, tokens)
            elif doel is Doel.ZIN:
                self._sentence(key, tokens)
        for target, tokens in self.settled.texts.items():
            if target[0] is Doel.NIEUW:
                self._new(target, tokens)

    def _edit(self, landsdeel: str) -> Edit:
        return self.edits.setdefault(landsdeel, Edit(self.bestanden.afsprakenbestanden[landsdeel]))

    def _besluit(self, key: str, tokens: Tokens) -> None:
        afspraak = self.today.afspraken[key]
        target: Target = (Doel.AFSPRAAK, key)
        hunks = self.settled.hunks[target]
        edit = self._edit(afspraak.landsdeel)
        struck = not any(token.is_word and token.head is None and token.source != () for token in tokens)
        day, reason = self._day(afspraak.landsdeel, hunks), self._reason(hunks)
        if afspraak.na_overleg is not None:
            edit.remove(key, "na_overleg")
        if struck:
            edit.remove(key, "besluit.tekst")
            edit.set(key, "status", Status.VERVALLEN.value)
            edit.set(key, "besluit", {"datum": day, "reden": reason})
            self.regels.append(f"{key}: vervallen op {day}, {reason}")
            return
        text = self._text_of(afspraak.geldende_tekst, tokens, target, "retour")
        if text is None:
            return
        if afspraak.status is Status.TOEGEVOEGD and afspraak.besluit is not None and afspraak.besluit.tekst is None:
            edit.set(key, "tekst", text)
            edit.set(key, "besluit", {"datum": day, "reden": f"{afspraak.besluit.reden}; {reason}"})
        elif text == afspraak.tekst:
            edit.remove(key, "besluit")
            edit.set(key, "status", Status.VASTGESTELD.value)
        else:
            status = Status.TOEGEVOEGD if afspraak.status is Status.TOEGEVOEGD else Status.GEWIJZIGD
            earlier = f"{afspraak.besluit.reden}; " if afspraak.besluit is not None else ""
            edit.set(key, "status", status.value)
            edit.set(key, "besluit", {"datum": day, "reden": earlier + reason, "tekst": text})
        self.regels.append(f"{key}: gewijzigd op {day}, {reason}")

    def _sentence(self, key: str, tokens: Tokens) -> None:
        afspraak = self.today.afspraken[key]
        target: Target = (Doel.ZIN, key)
        head = Token(head=Paragraph(()), kind="alinea")
        body = [token for token in tokens if token.head is None]
        if not any(token.is_word and token.source != () for token in body):
            self._unplaced(
                target, f"deze zin is geschrapt; haal 'brief' bij {key} zelf weg, dan komt er een conceptzin"
            )
            return
        text = self._text_of(afspraak.brief or "", (head, *body), target, "retour")
        if text is None:
            return
        self._edit(afspraak.landsdeel).set(key, "brief", text)
        self.regels.append(f"{key}: zin voor de brief, {_counted(self.settled.hunks[target])}")

    def _new(self, target: Target, tokens: Tokens) -> None:
        neighbour, side = target[1].split("|")[:2]
        beside = self.today.afspraken.get(neighbour)
        if beside is None:
            self._unplaced(target, "voeg deze afspraak zelf toe: brief toevoegen")
            return
        hunks = self.settled.hunks[target]
        identity = self._free_id(neighbour)
        text = self._text_of("", tokens, target, "retour")
        if not text:
            return
        day = self._day(beside.landsdeel, hunks)
        afspraak = Afspraak(
            identity,
            beside.landsdeel,
            beside.agendapunt,
            text,
            Status.TOEGEVOEGD,
            Besluit(day, self._reason(hunks)),
            beside.geldende_themas,
            beside.geldende_provincies,
            beside.geldende_gebieden,
            landelijk=beside.landelijk,
        )
        edit = self._edit(beside.landsdeel)
        names = [each.id for each in edit.file.afspraken]
        place = names.index(neighbour) - (side == "voor")
        if place < 0:
            edit.insert_first(afspraak)
        else:
            edit.insert_after(names[place], afspraak)
        self.regels.append(f"{identity}: toegevoegd op {day}, {self._reason(hunks)}")

    def _free_id(self, neighbour: str) -> str:
        head = neighbour.rpartition("-")[0]
        if head not in self._highest:
            own = re.compile(re.escape(head) + r"-\d+")
            taken = {*self.today.afspraken, *self.settled.used}
            numbers = [int(each.rpartition("-")[2]) for each in taken if own.fullmatch(each)]
            self._highest[head] = max(numbers, default=0)
        self._highest[head] += 1
        identity = f"{head}-{self._highest[head]}"
        self.settled.used.add(identity)
        return identity

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
                self._unplaced((doel, name), f"verander {name} zelf in {RONDE}")
                continue
            self.texts[RONDE] = made
            self.regels.append(f"{RONDE}: {name} wordt {value}")

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
            self.regels.append(f"{key}: {entry.partij}, {entry.stand}")

    def _unplaced(self, target: Target, advice: str) -> None:
        for each in self.settled.hunks[target]:
            where = target[1] or "brief.md"
            self.listed.append(Listed(each.file, each.by, where, "", plain_of(each.new), advice, each.edits))

    def _day(self, landsdeel: str, hunks: Sequence[Hunk]) -> datetime.date:
        """Give the day of a besluit: as said, else the last day that the file gives; never before the meeting."""
        meeting = next(each.datum for each in self.bestanden.ronde.overleggen if each.landsdeel == landsdeel)
        if self.opdracht.datum is not None:
            return max(meeting, self.opdracht.datum)
        days = [
            datetime.date.fromisoformat(each.moment) for each in hunks if re.fullmatch(r"\d{4}-\d\d-\d\d", each.moment)
        ]
        return max([meeting, *days])

    def _reason(self, hunks: Sequence[Hunk]) -> str:
        who = " en ".join(dict.fromkeys(each.by for each in hunks if each.by)) or "een lezer"
        files = ", ".join(dict.fromkeys(each.file.rpartition("/")[2] for each in hunks if each.file))
        return self.opdracht.reden or (f"wijziging van {who} ({files})" if who != files else f"wijziging in {files}")


def _note_sources(today: Today) -> dict[str, tuple[Span, ...]]:
    """Give what each note of the letter is in the source, by the name that it has in a document."""
    found: dict[str, tuple[Span, ...]] = {}
    tokens = [*today.letter, *(token for key in today.afspraken for token in today.sentence(key))]
    for token in tokens:
        if token.note is not None and token.source:
            found.setdefault(token.note, token.source)
    return found


def _counted(hunks: Sequence[Hunk]) -> str:
    number = sum(each.edits for each in hunks)
    who = ", ".join(dict.fromkeys(each.by for each in hunks if each.by))
    return f"{number} wijziging{'' if number == 1 else 'en'} van {who}"


def _comments(today: Today, found: Sequence[Opmerking]) -> tuple[tuple[Opmerking, ...], FileChange | None]:
    """Give the comments that the round does not have yet, and the file with them in it."""
    path = today.bestanden.folder / OPMERKINGEN
    source, _ = read_source(path) if path.is_file() else (None, ())
    known, _ = read_opmerkingen(source) if source is not None else ((), ())
    seen = {_same(each) for each in known}
    added = []
    for each in found:
        if _same(each) not in seen:
            seen.add(_same(each))
            added.append(each)
    if not added:
        return (), None
    if source is None:
        return tuple(added), FileChange(OPMERKINGEN, None, with_opmerkingen("", added).encode("utf-8"))
    return tuple(added), FileChange(OPMERKINGEN, source.data, source.encoded(with_opmerkingen(source.text, added)))


def _same(each: Opmerking) -> tuple[str, ...]:
    """Give what tells one comment from another; the line that it stands at may shift."""
    return each.wie, each.wanneer, each.tekst, each.plaats.partition(":")[0], each.woorden


def _diff(change: FileChange) -> Iterable[str]:
    old, new = (split_lines((data or b"").decode("utf-8", "replace")) for data in (change.before, change.after))
    return difflib.unified_diff(old, new, change.path, f"{change.path} (nieuw)", lineterm="", n=1)
