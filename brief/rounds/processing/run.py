"""Process files that came back: every edit is applied, asked or listed, and counted; it is one deed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity, has_errors
from brief.diagnostics.nearest import Nearest
from brief.disk.files import bytes_of, read_file, sha256
from brief.rounds.choosing import folder_of
from brief.rounds.made.complete import stops
from brief.rounds.made.edited import HANDLED, changed_documents, handled_with
from brief.rounds.opening import open_round
from brief.rounds.processing.answers import is_request, read_answers
from brief.rounds.processing.changed import FileChange
from brief.rounds.processing.comments import comments_of
from brief.rounds.processing.documents import Base, Doc, base_of, read_doc
from brief.rounds.processing.edits import FileEdits
from brief.rounds.processing.gathered import Gathered, Listed
from brief.rounds.processing.notes import note_edits
from brief.rounds.processing.remade import remade
from brief.rounds.processing.settling import Settled, Vraag, settle
from brief.rounds.processing.today import Today
from brief.rounds.processing.writing import Written, written
from brief.sources.changing import changing
from brief.sources.whose import replace_as_read, said_whose
from brief.versions.folder import INHOUD, made_document, read_inhoud, versions
from brief.word.returned import Which

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from brief.domain.opmerking import Opmerking
    from brief.rounds.processing.opdracht import Opdracht


class Bestand(Struct, frozen=True):
    """A file that came back: which document and version it was made on, and how its paragraphs were found again."""

    bestand: str
    document: str
    versie: str
    gemerkt: bool
    alineas: int
    teruggevonden: int
    wijzigingen: int
    opmerkingen: int


class Verwerkt(Struct, frozen=True):
    """What processing came to. `gelezen` is the sum of the five counts after it: nothing of a reviewer is lost."""

    meldingen: tuple[Diagnostic, ...] = ()
    bestanden: tuple[Bestand, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    lijst: tuple[Listed, ...] = ()
    opmerkingen: tuple[Opmerking, ...] = ()
    regels: tuple[str, ...] = ()
    paden: tuple[Path, ...] = ()
    verschil: str = ""
    gelezen: int = 0
    toegepast: int = 0
    stond_er_al: int = 0
    gevraagd: int = 0
    niet_overgenomen: int = 0
    te_doen: int = 0

    @property
    def failed(self) -> bool:
        """Tell whether something stood in the way, and nothing was written."""
        return has_errors(self.meldingen)

    @property
    def telt_op(self) -> bool:
        """Tell whether every edit that was read is accounted for."""
        parts = (self.toegepast, self.stond_er_al, self.gevraagd, self.niet_overgenomen, self.te_doen)
        return self.gelezen == sum(parts)


def verwerk(folder: Path, opdracht: Opdracht) -> Verwerkt:
    """Process the files of reviewers into a round; a trial run writes nothing."""
    if opdracht.proef or opdracht.keuzes.vraag is not None:  # who has to think keeps nobody waiting
        work = _Work(folder, opdracht)
        done, plan = work.plan()
        if opdracht.proef or plan is None or done.failed:
            return done
        with changing(folder, _called(opdracht)) as busy:
            return replace(done, meldingen=(*done.meldingen, *busy)) if busy else _save(folder, done, plan)
    with changing(folder, _called(opdracht)) as busy:
        if busy:
            return Verwerkt(busy)
        done, plan = _Work(folder, opdracht).plan()
        return done if plan is None or done.failed else _save(folder, done, plan)


def _called(opdracht: Opdracht) -> str:
    return "verwerken van " + ", ".join(each.name for each in opdracht.bestanden)


def _save(folder: Path, done: Verwerkt, plan: Written) -> Verwerkt:
    """Write every file, after looking whether all of them are still as they were read: all or nothing."""
    changed = []
    for each in plan.files:
        path = folder / each.path
        if bytes_of(path) != each.before:
            changed.append(_changed(path, each.before))
    if changed:
        return _unwritten(done, tuple(changed))
    paths: list[Path] = []
    for each in plan.files:
        if found := replace_as_read(folder / each.path, each.after, each.before):
            return replace(_unwritten(done, found), paden=tuple(paths))
        if not each.path.startswith("."):
            paths.append(folder / each.path)
    return replace(done, paden=tuple(paths))


def _unwritten(done: Verwerkt, found: tuple[Diagnostic, ...]) -> Verwerkt:
    return replace(done, meldingen=(*done.meldingen, *found), regels=())


def _changed(path: Path, before: bytes | None) -> Diagnostic:
    message = "dit bestand is veranderd terwijl de opdracht liep; er is niets geschreven"
    finding = Diagnostic("BR024", Severity.FOUT, message, Place(path.as_posix()), hint="geef de opdracht nog een keer")
    return finding if before is None else said_whose(finding, before, path)


class _Work:
    """Plans the processing of some files."""

    def __init__(self, folder: Path, opdracht: Opdracht) -> None:
        self.folder, self.opdracht = folder, opdracht
        self.findings: list[Diagnostic] = []
        self.opened = open_round(folder)
        self.output = folder_of(folder, opdracht.uit)
        self._bases: dict[tuple[str, str], Base | None] = {}
        self._said: dict[str, Any] = {}
        self.answers: list[Doc] = []

    def plan(self) -> tuple[Verwerkt, Written | None]:
        """Read all files and bring their edits together; gives what to write, None when something stands in the way."""
        bestanden = self.opened.bestanden
        errors = stops(self.opened)
        if bestanden is None or errors:
            return Verwerkt(tuple(errors)), None
        if not versions(self.output):
            return Verwerkt((self._no_versions(),)), None
        today = Today(self.opened, bestanden, {each.id: each for each in bestanden.afspraken})
        read = [each for path in self.opdracht.bestanden if (each := self._read(path)) is not None]
        if has_errors(self.findings):
            return Verwerkt(tuple(self.findings)), None
        gathered = Gathered()
        files: list[Bestand] = []
        comments: list[Opmerking] = []
        docs: list[Doc] = []
        answers = [read_answers(doc, today, self.opdracht.datum, self.opdracht.beoordelaar) for doc in self.answers]
        for given in answers:
            gathered.total += given.edits
            gathered.listed += given.listed
            comments += given.opmerkingen
            remarks = len(given.opmerkingen)
            files.append(Bestand(given.bestand, "afstemming", given.partij, True, 0, 0, given.edits, remarks))
        for base, doc, marked in read:
            edits = FileEdits(base, doc, today, self.opdracht.beoordelaar, gathered)
            before = gathered.total
            edits.gather()
            note_edits(edits)
            found = comments_of(edits, today, self.opdracht.beoordelaar)
            comments += found
            docs.append(edits.back)
            files.append(_file(edits, marked, gathered.total - before, len(found)))
        settled = settle(gathered, self.opdracht.keuzes)
        self._check_answers(settled)
        settled.applied += sum(each.edits - len(each.listed) for each in answers)
        plan = written(today, settled, docs, comments, self.opdracht, answers)
        plan.files = plan.files if settled.vragen else (*plan.files, *self._handled())
        done = self._done(gathered, settled, plan, files)
        return (done, plan) if done.telt_op else (replace(done, meldingen=(*done.meldingen, _miscounted(done))), None)

    def _done(self, gathered: Gathered, settled: Settled, plan: Written, files: Sequence[Bestand]) -> Verwerkt:
        listed = (*gathered.listed, *plan.listed)
        return Verwerkt(
            (*self.findings, *plan.findings),
            tuple(files),
            tuple(settled.vragen),
            listed,
            plan.comments,
            plan.regels,
            (),
            plan.diff,
            gathered.total,
            settled.applied - sum(each.edits for each in plan.listed),
            gathered.there,
            settled.open,
            settled.refused,
            sum(each.edits for each in listed),
        )

    def _handled(self) -> Iterator[FileChange]:
        """Remember the edited documents of the last version that are worked in now: they stop no next version."""
        known = versions(self.output)
        changed = changed_documents(self.output, known[-1]) or {}
        data = {path.name: read_file(path) for path in self.opdracht.bestanden}
        done = {f"{known[-1]}/{name}": each for name, each in data.items() if sha256(each) in changed.values()}
        path = self.folder / HANDLED
        before = read_file(path) if path.is_file() else None
        after = handled_with(self.folder, done)
        if after != (before or b""):
            yield FileChange(HANDLED, before, after)

    def _no_versions(self) -> Diagnostic:
        message = f"in {self.output.as_posix()} staat geen versie om een bestand mee te vergelijken"
        return Diagnostic("BR654", Severity.FOUT, message, hint="noem de map met versies: --uit MAP")

    def _read(self, path: Path) -> tuple[Base, Doc, bool] | None:
        doc = read_doc(read_file(path), path.as_posix())
        if doc is None:
            message = "dit bestand is niet te lezen als Word-bestand"
            hint = "open het in Word en bewaar het als .docx"
            self.findings.append(Diagnostic("BR654", Severity.FOUT, message, Place(path.as_posix()), hint=hint))
            return None
        if doc.is_nameless and not self.opdracht.beoordelaar:
            message = "uit dit bestand zijn de namen van de auteurs gehaald"
            hint = "zeg van wie het is: --beoordelaar NAAM"
            self.findings.append(Diagnostic("BR656", Severity.FOUT, message, Place(path.as_posix()), hint=hint))
            return None
        ronde = self.opened.bestanden.ronde.ronde if self.opened.bestanden is not None else ""
        if doc.ronde and doc.ronde != ronde:
            message = f"dit bestand hoort bij ronde {doc.ronde}, niet bij {ronde}"
            hint = f"geef: brief verwerken {doc.ronde} {path.as_posix()}"
            self.findings.append(Diagnostic("BR654", Severity.FOUT, message, Place(path.as_posix()), hint=hint))
            return None
        if is_request(doc):
            self.answers.append(doc)
            return None
        base = self._base(doc.versie, doc.document)
        marked = base is not None and any(name.startswith("_hk") for block in doc.blocks for name in block.marks)
        if base is None:
            base = self._likest(doc)
        if base is None:
            message = "dit bestand lijkt op geen document van deze ronde"
            hint = "is het van een andere ronde of map? Noem die ronde, of de map met versies met --uit"
            self.findings.append(Diagnostic("BR654", Severity.FOUT, message, Place(path.as_posix()), hint=hint))
            return None
        if not marked:
            unread = doc.versie and self._said.get(doc.versie, "") is None
            why = f"wat er in {doc.versie} stond is niet te lezen" if unread else "dit bestand draagt geen herkomst"
            message = f"{why}; vergeleken op gelijkenis met {base.naam} van {base.versie}"
            hint = "kijk de uitkomst na voordat u verder gaat"
            self.findings.append(Diagnostic("BR655", Severity.WAARSCHUWING, message, Place(path.as_posix()), hint=hint))
        return base, doc, marked

    def _base(self, versie: str, naam: str) -> Base | None:
        if not versie or not naam:
            return None
        key = (versie, naam)
        if key not in self._bases:
            self._bases[key] = self._read_base(versie, naam)
        return self._bases[key]

    def _read_base(self, versie: str, naam: str) -> Base | None:
        if versie not in self._said:
            try:
                self._said[versie] = read_inhoud(self.output / versie)
            except (OSError, ValueError):
                self._said[versie] = None
        said = self._said[versie]
        data = next((each for each in said["documenten"] if each["naam"] == naam), None) if said else None
        path = self.output / versie / f"{naam}.docx"
        if data is None:
            return None
        made = made_document(self.output, versie, path.name)
        if made is None and path.is_file():
            doc = self._not_as_made(path, versie, data)
        else:
            doc = read_doc(made, path.as_posix()) if made is not None else None
        return base_of(versie, data, doc) if doc is not None else None

    def _not_as_made(self, path: Path, versie: str, data: Mapping[str, Any]) -> Doc | None:
        """Read a document of a version in which somebody wrote and of which there is no copy as it was made."""
        message = f"{path.name} van {versie} is na het maken zelf gewijzigd, en van hoe het was is geen kopie"
        hint = f"vergeleken is met wat er volgens {INHOUD} in stond; kijk wat buiten de tekst staat zelf na"
        self.findings.append(Diagnostic("BR659", Severity.WAARSCHUWING, message, Place(path.as_posix()), hint=hint))
        before = read_doc(read_file(path), path.as_posix(), Which.VOOR)
        return remade(before, data) if before is not None else None

    def _likest(self, doc: Doc) -> Base | None:
        """Give the document of the version that has the most paragraphs in common; the newest of those."""
        mine = {block.text for block in doc.blocks if len(block.text) > 20}
        best: tuple[int, Base] | None = None
        for versie in versions(self.output):
            for naam in ("kamerbrief", "afsprakenlijst"):
                base = self._base(versie, naam)
                shared = sum(block.text in mine for block in base.doc.blocks) if base is not None else 0
                if base is not None and shared and (best is None or shared >= best[0]):
                    best = shared, base
        return best[1] if best is not None else None

    def _check_answers(self, settled: Settled) -> None:
        """Report an answer to a question that there is not, and one that is no answer to its question."""
        open_ones = {each.sleutel: each for each in settled.vragen}
        nearest = Nearest(sorted(settled.used))
        for key, answer in self.opdracht.keuzes.kies.items():
            if key not in settled.used:
                near = nearest(key)
                hint = f"bedoelde u '{near}'?" if near else "zie de vragen met: brief verwerken --proef"
                self.findings.append(Diagnostic("BR657", Severity.FOUT, f"er is geen vraag '{key}'", hint=hint))
            elif key in open_ones:
                hint = f"kies uit: {', '.join(open_ones[key].antwoorden)}"
                message = f"'{answer}' is geen antwoord op '{key}'"
                self.findings.append(Diagnostic("BR657", Severity.FOUT, message, hint=hint))


def _file(edits: FileEdits, marked: bool, changes: int, remarks: int) -> Bestand:
    alignment, doc = edits.alignment, edits.back
    back = len(alignment.base_of) + len(alignment.goes_on)
    return Bestand(doc.file, edits.base.naam, edits.base.versie, marked, len(doc.blocks), back, changes, remarks)


def _miscounted(done: Verwerkt) -> Diagnostic:
    counted = done.toegepast + done.stond_er_al + done.gevraagd + done.niet_overgenomen + done.te_doen
    message = f"er zijn {done.gelezen} wijzigingen gelezen, maar {counted} verantwoord; er is niets geschreven"
    hint = "meld dit aan de beheerder van brief, met het bestand erbij"
    return Diagnostic("BR658", Severity.FOUT, message, hint=hint)
