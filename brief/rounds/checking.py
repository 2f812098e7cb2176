"""Check a whole round: its files, its templates and every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.checks import Gegevens, controleer
from brief.diagnostics import Severity
from brief.disk.files import read_file
from brief.disk.names import as_named
from brief.intake.basefile import beschadigd, met_eigen_ids
from brief.rounds.choosing import namesakes
from brief.rounds.made.complete import incomplete, without_echo
from brief.rounds.made.resting import rustend
from brief.rounds.opening import merged
from brief.rounds.templates import project
from brief.sources.negeren import zeef
from brief.word.compose import check_template

if TYPE_CHECKING:
    from brief.assemble.samenvoegen import Samenstelling
    from brief.diagnostics import Diagnostic
    from brief.domain import Dossier
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden


class Uitkomst(Struct, frozen=True):
    """The findings of a round, sorted by place, those that a comment silenced, and whether the round could be read."""

    findings: tuple[Diagnostic, ...]
    genegeerd: tuple[Diagnostic, ...]
    leesbaar: bool

    @property
    def has_work(self) -> bool:
        """Tell whether there is something to act on: an error or a warning; a remark is not."""
        return any(finding.severity is not Severity.INFO for finding in self.findings)


def check(opened: Opened) -> Uitkomst:
    """Run every rule on a round, and take away what comments in its files silence."""
    bestanden = opened.bestanden
    if bestanden is None:
        return Uitkomst(opened.findings, (), leesbaar=False)
    sources = [source for path, source in bestanden.bronnen.items() if path.endswith(".yaml")]
    missing = (*incomplete(opened, bestanden), *namesakes(opened.folder, bestanden.ronde.ronde))
    found = [*opened.findings, *missing, *beschadigd(opened.folder), *_rules(opened, bestanden)]
    sieved = zeef(_said_once(found), sources)
    return Uitkomst(tuple(sorted(sieved.findings, key=_by_place)), sieved.genegeerd, leesbaar=True)


def _said_once(found: list[Diagnostic]) -> list[Diagnostic]:
    """Leave out that a dossier is not there yet, or not read, where that is said of the afspraken of its landsdeel."""
    said = {each.place for each in found if each.code in {"BR435", "BR029"}}
    return [each for each in found if each.code != "BR430" or each.place not in said]


def _by_place(finding: Diagnostic) -> tuple[str, int, int, str]:
    place = finding.place
    return (place.file, place.line or 0, place.column or 0, finding.code) if place else ("", 0, 0, finding.code)


def _rules(opened: Opened, bestanden: RondeBestanden) -> list[Diagnostic]:
    together = merged(opened, bestanden, "v00")
    gegevens = Gegevens(
        map=bestanden.folder.as_posix(),
        ronde=bestanden.ronde,
        afspraken=bestanden.afspraken,
        bronnen=bestanden.dossierbronnen,
        dossiers=dossiers(bestanden),
        aanwezig={path: sha for path, sha in bestanden.bestanden.items() if path not in bestanden.bronnen},
        stukken=bestanden.kamerstukken,
        stukplaatsen=bestanden.kamerstukplaatsen,
        brief_tekst=bestanden.brief_tekst,
        brief=opened.brief,
        niet_genoemd=together.niet_genoemd,
        opmerkingen=bestanden.opmerkingen,
        onvolledig=frozenset(key for key, file in bestanden.afsprakenbestanden.items() if not file.volledig),
    )
    about_letter = without_echo(bestanden, together.meldingen)
    made = project(opened.folder) / "output" / bestanden.ronde.ronde
    resting = rustend(together, bestanden.afspraken, made)
    return [*about_letter, *resting, *_templates(opened, together), *controleer(gegevens)]


def _templates(opened: Opened, together: Samenstelling) -> list[Diagnostic]:
    """Check the templates that this round would fill, and that they are there."""
    documents = {document.name: document for document in (together.kamerbrief, together.afsprakenlijst)}
    whole = not any(finding.is_error for finding in together.meldingen)
    found = [*opened.sjablonen.missing]
    for name, template in opened.sjablonen.by_document.items():
        document = documents[name]
        body = document.body if whole else ()
        found += check_template(template.data, template.path, document.fields, document.notes, body)
    return found


def dossiers(bestanden: RondeBestanden) -> dict[str, Dossier]:
    """Read the dossiers that are still the ones the afspraken were read from."""
    found = {}
    for landsdeel, bron in bestanden.dossierbronnen.items():
        if bron.sha256 and bestanden.bestanden.get(bron.bestand) == bron.sha256:
            from brief.dossier import read  # the readers of Word cost a tenth of a second, and are often not needed

            data, name = read_file(as_named(bestanden.folder / bron.bestand)), bestanden.name(bron.bestand)
            found[landsdeel] = met_eigen_ids(bestanden.folder, read(data, name, landsdeel=landsdeel))
    return found
