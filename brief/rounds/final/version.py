"""Which version becomes final: one that says what the round says now, and that nobody changed since it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.diagnostics import Diagnostic, Place, Severity
from brief.versions.folder import MANIFEST, changed_files, read_manifest, versions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.rounds.making import Resultaat


def check_version(made: Resultaat, asked: str | None) -> tuple[str, tuple[Diagnostic, ...]]:
    """Give the version that becomes final, and what is wrong with that; `made` is what the round comes to now."""
    known = versions(made.folder)
    if not known:
        message = "er is nog geen versie; wat definitief wordt, moet iemand als concept hebben gezien"
        return "", (Diagnostic("BR703", Severity.FOUT, message, hint="maak er een met: brief opstellen"),)
    name = asked or known[-1]
    place = Place((made.folder / name).as_posix())
    if name not in known:
        message = f"versie {name} is er niet"
        return name, (Diagnostic("BR703", Severity.FOUT, message, place, hint=f"kies uit: {', '.join(known)}"),)
    manifest = read_manifest(made.folder, name)
    if manifest is None:
        message = f"{MANIFEST} van {name} is niet te lezen; wat er in die versie stond is niet na te gaan"
        hint = "maak een nieuwe versie met: brief opstellen"
        return name, (Diagnostic("BR703", Severity.FOUT, message, place, hint=hint),)
    return name, (*_other_text(made, name, place, manifest), *_edited(made, name, manifest))


def _other_text(made: Resultaat, name: str, place: Place, manifest: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    if made.uitgave is None or manifest.get("vingerafdruk") == made.uitgave.vingerafdruk:
        return ()
    message = f"de ronde zegt nu iets anders dan {name}"
    hint = "maak een nieuwe versie met: brief opstellen, en laat zien wat er is veranderd met: brief vergelijken"
    return (Diagnostic("BR701", Severity.FOUT, message, place, hint=hint),)


def _edited(made: Resultaat, name: str, manifest: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    """Report files of the version that were changed by hand: what was changed there is not in the final document."""
    hint = "verwerk de wijzigingen met: brief verwerken, of zet het bestand terug"
    return tuple(
        Diagnostic(
            "BR702",
            Severity.FOUT,
            f"{each} van {name} is met de hand veranderd, en dat komt niet in het definitieve document",
            Place((made.folder / name / each).as_posix()),
            hint=hint,
        )
        for each in changed_files(made.folder / name, manifest.get("uitvoer", {}))
    )
