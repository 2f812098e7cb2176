"""Make the next version of both documents: read, merge, fill, prove, write."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.assemble.ordening import dubbelen
from brief.diagnostics import Diagnostic, Place, Severity, has_errors
from brief.rounds.choosing import folder_of, namesakes
from brief.rounds.made.complete import LOST, incomplete, lost, without_echo
from brief.rounds.made.edited import edited
from brief.rounds.made.resting import rustend
from brief.rounds.made.tally import Telling, proved, tally
from brief.rounds.made.texts import read_texts
from brief.rounds.made.todo import TeBeslissen, te_beslissen
from brief.rounds.meanwhile import changed_meanwhile, waited_for
from brief.rounds.named import used_twice
from brief.rounds.opening import frame_of_letter, frame_of_list, open_round, with_letter, with_list
from brief.rounds.templates import project
from brief.versions.beside import Here
from brief.versions.folder import next_version, versions, write_version
from brief.versions.uitgeven import uitgave
from brief.versions.vullen import Gevuld, Inhoud, Kader, vullen
from brief.word.template.unshown import not_shown

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from brief.assemble.samenvoegen import Samenstelling
    from brief.domain import Ronde
    from brief.rounds.made.edited import Edited
    from brief.rounds.opening import Opened
    from brief.rounds.templates import Sjabloon
    from brief.sources import RondeBestanden
    from brief.text import Document
    from brief.versions.beside import Work
    from brief.versions.uitgeven import Uitgave

STAPPEN = ("ronde lezen", "samenvoegen", "documenten vullen en teruglezen")
"""What a run goes through, in the words of the progress bar."""

HIER = Here(vullen)
"""Where documents are filled when nothing else is said."""

_LARGE = 5_000
"""Blocks of a document that take longer to send to another process than to load there what fills a template."""

_MOST_TRIES = 20
"""How often another may take the number of our version, or change what we read, before we say so."""


class Opdracht(Struct, frozen=True):
    """What is asked: the folder of the round, where versions go, whose templates, and the date in the head.

    `notitie` is what the maker says of the version, `negeer` are edited documents of the last one to leave aside.
    """

    ronde: Path
    uit: Path | None = None
    sjablonen: Path | None = None
    datum: datetime.date | None = None
    notitie: str = ""
    negeer: tuple[str, ...] = ()


class Resultaat(Struct, frozen=True):
    """What making a version came to. Without `uitgave` nothing could be made; `findings` says why.

    The version is that of `name` in `folder`; when nothing changed, `name` is the last version. `tweelingen` gives for
    an afspraak that is printed once with another the id of that other, `known` are the versions that were there when
    the work began, and `gelezen` is the round as it was read.
    """

    folder: Path
    name: str
    findings: tuple[Diagnostic, ...]
    samenstelling: Samenstelling | None = None
    uitgave: Uitgave | None = None
    unchanged: bool = False
    is_written: bool = False
    telling: Telling | None = None
    tweelingen: Mapping[str, str] = field(default_factory=dict)
    open_punten: TeBeslissen = field(default_factory=TeBeslissen)
    known: tuple[str, ...] = ()
    gelezen: RondeBestanden | None = None

    @property
    def has_lost(self) -> bool:
        """Tell whether the last version had afspraken that no file of the round has any more."""
        return any(finding.code == LOST for finding in self.findings)

    @property
    def is_new(self) -> bool:
        """Tell whether there is a version to write: the documents were made, and say something else than the last."""
        return self.uitgave is not None and bool(self.uitgave.files) and not self.unchanged


class _Filling(Struct):
    """The documents that are being filled, by name: the list is begun before there is a letter."""

    werkplaats: Here[Kader, Inhoud, Gevuld]
    templates: Mapping[str, Sjabloon]
    begun: dict[str, Work[Inhoud, Gevuld]] = field(default_factory=dict)

    def merged(
        self, opened: Opened, bestanden: RondeBestanden, name: str, datum: datetime.date | None
    ) -> Samenstelling:
        """Merge the version `name`, and fill of each document the frame and the body as soon as they are there."""
        frame = frame_of_list(bestanden, name, datum)
        self._begin(frame)
        gelezen = read_texts([each.geldende_tekst for each in bestanden.afspraken if each.te_publiceren])
        lijst = with_list(frame, bestanden, gelezen)
        self._give(lijst.document)
        frame = frame_of_letter(opened, bestanden, lijst, name, datum)
        self._begin(frame)
        together = with_letter(frame, opened, bestanden, lijst)
        self._give(together.kamerbrief)
        return together

    def _begin(self, frame: Document) -> None:
        if (template := self.templates.get(frame.name)) is not None:
            self.begun[frame.name] = self.werkplaats.begin(Kader(frame, *template))

    def _give(self, document: Document) -> None:
        if (work := self.begun.get(document.name)) is not None:
            work.give(Inhoud(document.body), is_large=len(document.body) > _LARGE)

    def uitgave(
        self, bestanden: RondeBestanden, together: Samenstelling, name: str, said: Mapping[str, object]
    ) -> Uitgave:
        """Make the files of the version from the documents that were begun; `said` is what its manifest says too."""
        documents = [together.kamerbrief, together.afsprakenlijst]
        sources = {from_round(each): sha for each, sha in bestanden.bestanden.items()}
        ronde = bestanden.ronde.ronde
        return uitgave(ronde, name, documents, self.templates, sources, self._gevuld, _known(bestanden), said)

    def _gevuld(self, document: Document) -> Gevuld:
        return self.begun[document.name].result()


def _silent(_: str) -> None:
    """Tell nobody how far the work is."""


def make(
    opdracht: Opdracht,
    stap: Callable[[str], None] = _silent,
    werkplaats: Here[Kader, Inhoud, Gevuld] = HIER,
    known: tuple[str, ...] | None = None,
    opened: Opened | None = None,
) -> Resultaat:
    """Make the next version in memory. Nothing is written; `stap` is told of each stage.

    `werkplaats` is where the documents are filled. `known` are the versions that were there when the work began, when
    it is begun anew; `opened` is the round with its templates, when who asks has read it already.
    """
    stap(STAPPEN[0])
    known = versions(folder_of(opdracht.ronde, opdracht.uit)) if known is None else known
    opened = open_round(opdracht.ronde, opdracht.sjablonen) if opened is None else opened
    templates = opened.sjablonen
    findings = (*opened.findings, *templates.missing)
    bestanden = opened.bestanden
    if bestanden is None:
        return Resultaat(opdracht.uit or Path(), "", findings)
    ronde = bestanden.ronde
    findings = (*findings, *(namesakes(opdracht.ronde, ronde.ronde) if opdracht.uit is None else ()))
    folder = opdracht.uit or project(opdracht.ronde) / "output" / ronde.ronde
    result = partial(Resultaat, folder, gelezen=bestanden)
    name = next_version(folder)
    edits = edited(folder, known, opdracht.ronde, opdracht.negeer)
    stap(STAPPEN[1])
    filling = _Filling(werkplaats, templates.by_document)
    together = filling.merged(opened, bestanden, name, opdracht.datum)
    echoless = without_echo(bestanden, together.meldingen)
    documents = (together.kamerbrief, together.afsprakenlijst)
    unseen = [found for each in documents for found in _not_shown(each, templates.by_document.get(each.name))]
    findings = (*findings, *incomplete(opened, bestanden), *echoless, *edits.findings, *unseen)
    if templates.missing:
        return result(name, findings)
    stap(STAPPEN[2])
    telling, twins = tally(bestanden.afspraken, ronde.volgorde), dubbelen(bestanden.afspraken, ronde.volgorde)
    resting, todo = _resting(bestanden, together, folder), te_beslissen(opdracht.ronde, bestanden)
    made = filling.uitgave(bestanden, together, name, _said(opdracht, ronde, edits))  # waits for the documents
    twice = used_twice(bestanden.afspraken)  # an id that two have makes the sum of the list another
    findings = (*findings, *made.meldingen, *(twice or proved(telling, together.afsprakenlijst)))
    if has_errors(findings):
        return result(name, findings)
    findings = (*findings, *resting)
    if known and edits.vingerafdruk == made.vingerafdruk and not edits.left:
        kept = (_note_not_kept(known[-1]),) if opdracht.notitie else ()
        return result(known[-1], (*findings, *kept), together, made, unchanged=True, tweelingen=twins)
    gone = lost(bestanden, folder, known[-1]) if known else ()
    findings = (*findings, *gone)
    return result(name, findings, together, made, telling=telling, tweelingen=twins, open_punten=todo, known=known)


def _not_shown(document: Document, template: Sjabloon | None) -> tuple[Diagnostic, ...]:
    return () if template is None else not_shown(template.data, template.path, document.name, document.fields)


def _said(opdracht: Opdracht, ronde: Ronde, edits: Edited) -> dict[str, object]:
    """Give what the manifest says of the version besides: its date, its note, what was left aside."""
    said = {
        "datum": (opdracht.datum or ronde.brief.datum).isoformat(),
        "notitie": opdracht.notitie,
        "genegeerd": dict(edits.left),
    }
    return {name: value for name, value in said.items() if value}


def _note_not_kept(version: str) -> Diagnostic:
    message = f"de notitie is niet bewaard: de inhoud is dezelfde als die van {version}, en er komt geen versie bij"
    return Diagnostic("BR544", Severity.INFO, message)


def _resting(bestanden: RondeBestanden, together: Samenstelling, folder: Path) -> tuple[Diagnostic, ...]:
    """Give the sentences to look at again, but for those that a comment in the round says were looked at."""
    found = rustend(together, bestanden.afspraken, folder)
    if not found:
        return ()
    from brief.sources.negeren import zeef  # only when there is something to silence

    sources = [source for path, source in bestanden.bronnen.items() if path.endswith(".yaml")]
    silenced = zeef(found, sources).genegeerd
    return tuple(each for each in found if each not in silenced)


def from_round(path: str) -> str:
    """Give the name of a file in the manifest: the same wherever the round lies, so no path that begins at the root."""
    return PurePath(path).name if PurePath(path).is_absolute() else path


def _known(bestanden: RondeBestanden) -> dict[str, dict[str, object]]:
    """Give what the round knows of each afspraak beside its text, by its id."""
    return {
        each.id: {
            "landsdeel": each.landsdeel,
            "agendapunt": each.agendapunt,
            "status": each.status.value,
            "themas": list(each.geldende_themas),
            "provincies": list(each.geldende_provincies),
            "gebieden": list(each.geldende_gebieden),
            "kamerstukken": list(each.kamerstukken),
        }
        for each in bestanden.afspraken
    }


def make_and_write(
    opdracht: Opdracht, stap: Callable[[str], None] = _silent, werkplaats: Here[Kader, Inhoud, Gevuld] = HIER
) -> Resultaat:
    """Make the next version and write it; begin anew when what was read changed meanwhile, or our number was taken.

    Raises OSError when the disk does not take it; nothing is left behind then.
    """
    known: tuple[str, ...] | None = None
    for _ in range(_MOST_TRIES):
        result = make(opdracht, stap, werkplaats, known)
        if busy := waited_for(opdracht.ronde):
            return _refused(result, busy)
        refused = changed_meanwhile(result.gelezen) if result.gelezen is not None else ()
        if not refused:
            if not result.is_new or result.uitgave is None:
                return result
            try:
                write_version(result.folder, result.name, result.uitgave.files)
            except FileExistsError:
                refused = (_no_number(result),)
            else:
                return replace(result, is_written=True)
        known = result.known if result.is_new else known
    return _refused(result, refused)


def _refused(result: Resultaat, refused: tuple[Diagnostic, ...]) -> Resultaat:
    return Resultaat(result.folder, result.name, (*result.findings, *refused))


def _no_number(result: Resultaat) -> Diagnostic:
    place = Place((result.folder / result.name).as_posix())
    message = f"er is geen vrij nummer voor een versie in {result.folder.as_posix()}"
    hint = "kijk of de map bestaat en of u er kunt schrijven, of kies een andere met: --uit MAP"
    return Diagnostic("BR513", Severity.FOUT, message, place, hint=hint)
