"""A copy of a version to work with: the ids of the afspraken in the margin, beside the text they stand at.

It is no version: it lies beside the versions, is never compared or made final, and is written anew each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.disk.files import put_file
from brief.rounds.templates import read_sjablonen
from brief.versions.vullen import Inhoud, Kader, vullen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.rounds.making import Opdracht, Resultaat
    from brief.text import Document

SUFFIX = "-ids"
"""What comes behind the name of the version in that of the folder."""


def with_ids(document: Document, printed_with: Mapping[str, str], versie: str) -> Document:
    """Give a document of a version with the ids in the margin.

    `printed_with` names the twin under which an afspraak is printed.
    """
    twins: dict[str, list[str]] = {}
    for other, printed in printed_with.items():
        twins.setdefault(printed, []).append(other)
    body, previous = [], None
    for element in document.body:
        ids = element.dekt or ((element.afspraak,) if element.afspraak and element.afspraak != previous else ())
        previous = element.afspraak
        shown = [name for each in ids for name in (each, *twins.get(each, ()))]
        body.append(replace(element, kantlijn=" ".join(dict.fromkeys(shown))))
    return replace(document, body=tuple(body), fields={**document.fields, "versie": versie})


def write_copies(opdracht: Opdracht, result: Resultaat) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write both documents of a version that was made, and prove each as a version is proved.

    Stops at the first that cannot be proved or written. Raises OSError when the folder cannot be made.
    """
    together = result.samenstelling
    if together is None:
        return (), ()
    templates = read_sjablonen(opdracht.ronde, opdracht.sjablonen).by_document
    folder = result.folder / f"{result.name}{SUFFIX}"
    written: list[Path] = []
    for document in (together.kamerbrief, together.afsprakenlijst):
        marked, template = with_ids(document, result.tweelingen, result.name), templates[document.name]
        made = vullen(Kader(marked, template.path, template.data))(Inhoud(marked.body))
        found = tuple(each for each in made.meldingen if each.is_error)
        target = folder / f"{document.name}.docx"
        if not found:
            folder.mkdir(exist_ok=True)
            found = put_file(target, made.data)
        if found:
            return tuple(written), found
        written.append(target)
    return tuple(written), ()
