"""Make the files of a version: both documents, what they say, and the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Severity
from brief.text import Role, Table, plain_spans
from brief.versions.beside import Beside
from brief.versions.folder import GEMAAKT
from brief.versions.inhoud import inhoud, inhoud_json, with_afspraken
from brief.versions.manifest import manifest, manifest_json, sha256, vingerafdruk
from brief.word.opc.archive import write_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brief.text import Document
    from brief.word.compose import Composed

INHOUD = "inhoud.json"
MANIFEST = "manifest.json"


class Uitgave(Struct, frozen=True):
    """A version before it is on disk; `files` is empty when a finding is an error."""

    vingerafdruk: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    meldingen: tuple[Diagnostic, ...] = ()


def uitgave(
    ronde: str,
    name: str,
    documents: Sequence[Document],
    templates: Mapping[str, tuple[str, bytes]],
    sources: Mapping[str, str],
    compose: Callable[[Document, bytes, str], Composed],
    afspraken: Mapping[str, Mapping[str, Any]] | None = None,
    bijschrift: Mapping[str, Any] | None = None,
) -> Uitgave:
    """Make a version named `name`.

    `templates` gives for each document's name the path and the bytes of its template, `sources` the hash of every file
    the documents were made from, `afspraken` what the round knows of each by its id, `bijschrift` what the manifest
    says besides. Each finished document is read back: an afspraak that is not in it word for word is an error, and
    nothing is made.
    """

    def finished(document: Document) -> tuple[bytes, list[Diagnostic]]:
        path, template = templates[document.name]
        made = compose(document, template, path)
        return made.data, [*made.diagnostics, *(bewijs(document, made) if made.data else ())]

    *others, last = documents
    with Beside(lambda: finished(last), size=len(last.body)) as beside:
        printed = inhoud_json(inhoud(documents))
        fingerprint = vingerafdruk(printed, {key: data for key, (_, data) in templates.items()})
        done = [*map(finished, others), beside.result()]
    files = {f"{document.name}.docx": data for document, (data, _) in zip(documents, done, strict=True)}
    findings = [finding for _, found in done for finding in found]
    if any(finding.is_error for finding in findings):
        return Uitgave(fingerprint, {}, tuple(findings))
    files[GEMAAKT] = write_archive(dict(files))
    files[INHOUD] = with_afspraken(printed, afspraken or {})
    made_from = {**sources, **{f"sjablonen/{name}.docx": sha256(data) for name, (_, data) in templates.items()}}
    files[MANIFEST] = manifest_json(manifest(ronde, name, fingerprint, made_from, files, bijschrift))
    return Uitgave(fingerprint, files, tuple(findings))


def bewijs(document: Document, made: Composed) -> list[Diagnostic]:
    """Prove that the finished document holds the text of each afspraak word for word."""
    from brief.word.readback import altered

    sources = {element.afspraak: element.source for element in document.body if element.source is not None}
    return [
        Diagnostic(
            "BR510",
            Severity.FOUT,
            f"de tekst van afspraak {identifier} staat niet woord voor woord in {document.name}.docx",
            sources[identifier]() if identifier in sources else None,
            hint="er is niets geschreven; meld dit aan de beheerder van brief, met het afsprakenbestand erbij",
        )
        for identifier in altered(made.data, made.afspraken, teksten(document))
    ]


def teksten(document: Document) -> dict[str, tuple[str, ...]]:
    """Give for each afspraak of a document the texts of its paragraphs and cells, in order.

    What Word cannot hold at all is reported where it is left out (BR315), and not expected here.
    """
    from brief.word.opc.characters import without_forbidden

    found: dict[str, list[str]] = {}
    for element in document.body:
        if element.role is not Role.AFSPRAAK or element.afspraak is None:
            continue
        block: Any = element.block
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else [block.spans]
        found.setdefault(element.afspraak, []).extend(without_forbidden(plain_spans(cell)) for cell in cells)
    return {identifier: tuple(texts) for identifier, texts in found.items()}
