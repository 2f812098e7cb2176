"""Whether a round is all there: each meeting has its afspraken, and none that a version had vanished from the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import LANDSDELEN
from brief.sources.names import AFSPRAKEN
from brief.text.dutch import eerste
from brief.versions.folder import INHOUD, read_inhoud

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden

LOST = "BR514"
"""The code of the finding that the last version had afspraken which no file has any more."""

_FEW = 8
_ECHO = frozenset({"BR505", "BR512"})


def incomplete(opened: Opened, bestanden: RondeBestanden) -> tuple[Diagnostic, ...]:
    """Report every meeting without afspraken: without a file, which is an error, or with an empty list in it."""
    return (
        *missing(opened),
        *(
            _without_afspraken(bestanden, landsdeel)
            for landsdeel, file in bestanden.afsprakenbestanden.items()
            if not file.afspraken and not any(_is_in(each, file.source.name) for each in opened.errors)
        ),
    )


def stops(opened: Opened) -> tuple[Diagnostic, ...]:
    """Give what would leave something out of all that is made of a round: a mistake, or a meeting without its file."""
    return (*opened.errors, *missing(opened))


def missing(opened: Opened) -> tuple[Diagnostic, ...]:
    """Report every meeting whose file with afspraken is not there."""
    bestanden = opened.bestanden
    return () if bestanden is None else tuple(_without_file(bestanden, each) for each in bestanden.zonder_afspraken)


def without_echo(bestanden: RondeBestanden, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Leave out what only follows from nothing having been read yet: no block of the letter can find anything then."""
    nothing = bool(bestanden.zonder_afspraken) and not bestanden.afspraken
    return tuple(each for each in findings if not nothing or each.code not in _ECHO)


def _is_in(finding: Diagnostic, name: str) -> bool:
    return finding.place is not None and finding.place.file == name


def _without_file(bestanden: RondeBestanden, landsdeel: str) -> Diagnostic:
    overleg = next(each for each in bestanden.ronde.overleggen if each.landsdeel == landsdeel)
    name = bestanden.name(f"{AFSPRAKEN}/{landsdeel}.yaml")
    message = f"landsdeel {landsdeel} heeft een overleg maar geen afspraken: {name} is er niet"
    label = f"lees het dossier in met: brief inlezen {bestanden.folder.as_posix()}"
    if overleg.dossier not in bestanden.bestanden:
        label = f"zet het dossier in {bestanden.name(overleg.dossier)}, en lees het in met: brief inlezen"
    hint = f"is er nog geen dossier, typ dan in {landsdeel}.yaml: afspraken: []"
    return Diagnostic("BR435", Severity.FOUT, message, overleg.place, label, hint)


def _without_afspraken(bestanden: RondeBestanden, landsdeel: str) -> Diagnostic:
    place = Place(bestanden.name(f"{AFSPRAKEN}/{landsdeel}.yaml"))
    message = f"landsdeel {landsdeel} heeft nog geen enkele afspraak; het ontbreekt in de documenten"
    label = f"lees het dossier in met: brief inlezen {bestanden.folder.as_posix()}"
    return Diagnostic("BR436", Severity.WAARSCHUWING, message, place, label)


def lost(bestanden: RondeBestanden, folder: Path, version: str) -> tuple[Diagnostic, ...]:
    """Report the afspraken that a version in `folder` has and that no file of the round has any more, by landsdeel.

    What a person dropped, adjourned or does not publish is in its file still, and is not lost.
    """
    before = _printed(folder / version)
    if before is None:
        message = f"{INHOUD} van {version} is niet te lezen; of er sindsdien afspraken zijn verdwenen is niet te zeggen"
        return (Diagnostic("BR515", Severity.WAARSCHUWING, message, Place((folder / version / INHOUD).as_posix())),)
    now = {each.id for each in bestanden.afspraken}
    prefixes = {landsdeel.prefix: key for key, landsdeel in LANDSDELEN.items()}
    gone: dict[str, list[str]] = {}
    for identity in before:
        if identity not in now:
            gone.setdefault(prefixes.get(identity.partition("-")[0], ""), []).append(identity)
    return tuple(_lost(bestanden, landsdeel, ids, version) for landsdeel, ids in gone.items())


def _printed(folder: Path) -> tuple[str, ...] | None:
    """Give the ids of the afspraken in the documents of a version, in their order; None when that cannot be read."""
    try:
        documents = read_inhoud(folder)["documenten"]
    except (OSError, ValueError):
        return None
    ids = [block["afspraak"] for document in documents for block in document["blokken"] if block.get("afspraak")]
    return tuple(dict.fromkeys(ids))


def _lost(bestanden: RondeBestanden, landsdeel: str, ids: Sequence[str], version: str) -> Diagnostic:
    place = Place(bestanden.name(f"{AFSPRAKEN}/{landsdeel}.yaml")) if landsdeel else None
    count = f"{len(ids)} afspra{'ak' if len(ids) == 1 else 'ken'}"
    verb = "staat" if len(ids) == 1 else "staan"
    if landsdeel and all(each.landsdeel != landsdeel for each in bestanden.afspraken):
        message = f"{version} had {count} van landsdeel {landsdeel}, en nu is er geen meer"
    else:
        message = f"{count} van {version} {verb} in geen afsprakenbestand meer"
    label = eerste(ids, _FEW)
    hint = "zet terug wat niet weg mocht; wat niet doorgaat, krijgt de status vervallen met een besluit"
    return Diagnostic(LOST, Severity.WAARSCHUWING, message, place, label, hint)
