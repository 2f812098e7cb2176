"""Finish a round: the documents that go to the Kamer, in four formats, from a version that everyone has seen.

Nothing is written when a check stops it. The documents are those of the version without its marks of a concept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.assemble.velden import titel_afsprakenlijst
from brief.diagnostics import has_errors
from brief.disk.files import sha256
from brief.finishing.names import annex_name, annex_number, letter_name
from brief.rounds import making
from brief.rounds.final.annexes import annex_files
from brief.rounds.final.files import composed, converted
from brief.rounds.final.proving import prove, unproved
from brief.rounds.final.strict import strictly, unused_reasons, weigh
from brief.rounds.final.version import check_version
from brief.rounds.meanwhile import seen_again
from brief.rounds.opening import merged, open_round
from brief.word.finished.traces import links

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from brief.assemble.samenvoegen import Samenstelling
    from brief.diagnostics import Diagnostic
    from brief.finishing.proof.report import Bewijs
    from brief.rounds.final.strict import Weighed
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden
    from brief.text import Document

STAPPEN = ("ronde streng controleren", "documenten maken", "bladzijden opmaken en omzetten", "teruglezen")
"""What a run goes through, in the words of the progress bar."""

MAP = "definitief"
"""The folder of the final documents, beside the versions."""


class Opdracht(Struct, frozen=True):
    """What is asked: the round, the version that becomes final (or the last), where to, who decides and when.

    `ondanks` gives for the code of a finding the reason why it does not stop the work.
    """

    ronde: Path
    versie: str | None = None
    uit: Path | None = None
    sjablonen: Path | None = None
    ondanks: Mapping[str, str] = field(default_factory=dict)
    wie: str = ""
    wanneer: datetime.date | None = None


class Definitief(Struct, frozen=True):
    """What finishing came to: the files by name, and what there is to say. Without files nothing could be made.

    `folder` is where they go. `gezegd` are plain statements about what a file is and is not.
    """

    folder: Path
    versie: str
    weighed: Weighed
    files: Mapping[str, bytes] = field(default_factory=dict)
    namen: Mapping[str, str] = field(default_factory=dict)
    gezegd: tuple[str, ...] = ()
    bestanden: RondeBestanden | None = None
    invoer: Mapping[str, str] = field(default_factory=dict)
    vingerafdruk: str = ""
    verwijzingen: tuple[str, ...] = ()
    pdf: str = ""
    bewijs: Bewijs | None = None

    @property
    def stops(self) -> tuple[Diagnostic, ...]:
        """Give what stands in the way."""
        return self.weighed.stop


def _silent(_: str) -> None:
    """Tell nobody how far the work is."""


def finish(
    opdracht: Opdracht,
    page: Callable[[Document], str],
    stap: Callable[[str], None] = _silent,
) -> Definitief:
    """Make the final documents in memory; `page` writes a document as HTML. Nothing is written to disk."""
    stap(STAPPEN[0])
    opened = open_round(opdracht.ronde, opdracht.sjablonen)
    made = making.make(making.Opdracht(opdracht.ronde, opdracht.uit, opdracht.sjablonen), opened=opened)
    folder = made.folder / MAP
    bestanden = opened.bestanden
    if bestanden is None:
        return Definitief(folder, "", weigh(made.findings, {}))
    together = merged(opened, bestanden, made.name)
    versie, about_version = check_version(made, opdracht.versie)
    annexes, missing = annex_files(opened.folder, bestanden.ronde.brief.bijlagen)
    is_made = made.uitgave is not None and bool(made.uitgave.files)
    cannot = () if is_made else tuple(each.code for each in made.findings if each.is_error)
    every = (*strictly(opened, together), *made.findings, *about_version, *missing)
    found = weigh(every, opdracht.ondanks, cannot)
    wrong = unused_reasons(found, opdracht.ondanks)
    found = replace(found, stop=(*wrong, *found.stop))
    result = Definitief(folder, versie, found, bestanden=bestanden)
    if found.stop or made.uitgave is None:
        return result
    result = replace(result, vingerafdruk=made.uitgave.vingerafdruk, invoer=_sources(opened, bestanden))
    return _made(opened, together, result, annexes, page, stap)


def _sources(opened: Opened, bestanden: RondeBestanden) -> dict[str, str]:
    templates = {f"sjablonen/{name}.docx": sha256(data) for name, (_, data) in opened.sjablonen.by_document.items()}
    return dict(
        sorted({**{making.from_round(path): sha for path, sha in bestanden.bestanden.items()}, **templates}.items())
    )


def final_documents(together: Samenstelling) -> tuple[Document, Document]:
    """Give the two documents without what makes them a concept, and without the marks of their version."""
    letter, listing = (
        replace(each, fields={**each.fields, "concept": False, "versie": ""}, ronde="")
        for each in (together.kamerbrief, together.afsprakenlijst)
    )
    return letter, listing


def _made(
    opened: Opened,
    together: Samenstelling,
    result: Definitief,
    annexes: Mapping[str, bytes],
    page: Callable[[Document], str],
    stap: Callable[[str], None],
) -> Definitief:
    assert result.bestanden is not None
    stap(STAPPEN[1])
    documents = final_documents(together)
    names = _names(result.bestanden)
    docx, found = composed(documents, opened.sjablonen, names)
    if has_errors(found):
        return replace(result, weighed=replace(result.weighed, stop=tuple(found)))
    stap(STAPPEN[2])
    html = {f"{names[each.name]}.html": page(each).encode() for each in documents}
    other, found, said, norm = converted(docx, result.bestanden.ronde.brief.datum)
    if has_errors(found):
        return replace(result, weighed=replace(result.weighed, stop=tuple(found)))
    stap(STAPPEN[3])
    made = {**other, **html}
    bewijs = prove(documents, made, names, opened, result.bestanden, page)
    files = {**made, **annexes}
    outside = tuple(dict.fromkeys(each for data in docx.values() for each in links(data)))
    stop = seen_again(result.bestanden) or unproved(bewijs)
    weighed = replace(result.weighed, stop=stop, rest=(*result.weighed.rest, *found))
    result = replace(result, weighed=weighed, bewijs=bewijs, namen=names, gezegd=tuple(said))
    return replace(result, files={} if weighed.stop else files, verwijzingen=outside, pdf=norm)


def _names(bestanden: RondeBestanden) -> dict[str, str]:
    brief = bestanden.ronde.brief
    number = annex_number(brief.bijlagen, "afsprakenlijst")
    return {
        "kamerbrief": letter_name(brief.betreft),
        "afsprakenlijst": annex_name(number, titel_afsprakenlijst(bestanden.ronde)),
    }
