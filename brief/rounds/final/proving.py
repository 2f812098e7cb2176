"""Prove the final files: read each back, and hold it against what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.finishing.proof.read_docx import docx_lines
from brief.finishing.proof.read_html import html_lines
from brief.finishing.proof.report import frame_texts, prove_file, report
from brief.rounds.final.proof_sources import sources
from brief.word.compose import compose
from brief.word.finished.pages import with_pages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brief.finishing.proof.report import Bewijs
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden
    from brief.text import Document


def prove(
    documents: tuple[Document, ...],
    files: Mapping[str, bytes],
    names: Mapping[str, str],
    opened: Opened,
    bestanden: RondeBestanden,
    page: Callable[[Document], str],
) -> Bewijs:
    """Read every file back, and hold it against its document, and the list against dossiers and besluiten."""
    bronnen, before = sources(bestanden, documents[-1])
    compared, owner = {}, {}
    for document in documents:
        empty = replace(document, body=())
        path, template = opened.sjablonen.by_document[document.name]
        around_it = with_pages_of(compose(empty, template, path).data, files[f"{names[document.name]}.docx"])
        frame = frame_texts(docx_lines(around_it))
        around = frame_texts(html_lines(page(empty)))
        for name, data in files.items():
            if name.startswith(f"{names[document.name]}."):
                owner[name] = document.name
                compared[name] = prove_file(name, data, document, around if name.endswith(".html") else frame)
    return report(documents, compared, owner, bronnen, before)


def unproved(bewijs: Bewijs) -> tuple[Diagnostic, ...]:
    """Give an error for each difference."""
    hint = "er is niets geschreven; meld dit aan de beheerder van brief, met het verslag erbij (--verslag)"
    return tuple(
        Diagnostic(
            "BR706",
            Severity.FOUT,
            f"{each.soort}{f' (afspraak {each.owner})' if each.owner else ''}: {(each.expected or each.found)[:80]}",
            Place(f"{each.bestand}, {each.place}" if each.place else each.bestand),
            hint=hint,
        )
        for each in bewijs.faults
    )
