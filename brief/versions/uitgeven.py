"""Make the files of a version: both documents, what they say, and the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from brief.disk.files import sha256
from brief.versions.folder import GEMAAKT, INHOUD, MANIFEST
from brief.versions.inhoud import Omvang, inhoud, inhoud_json, omvang, with_afspraken
from brief.versions.manifest import manifest, manifest_json, vingerafdruk
from brief.word.opc.archive import write_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brief.diagnostics import Diagnostic
    from brief.text import Document
    from brief.versions.vullen import Gevuld


class Uitgave(Struct, frozen=True):
    """A version before it is on disk; `files` is empty when a finding is an error.

    `omvang` says how large each document is, by its name.
    """

    vingerafdruk: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    meldingen: tuple[Diagnostic, ...] = ()
    omvang: Mapping[str, Omvang] = field(default_factory=dict)


def uitgave(
    ronde: str,
    name: str,
    documents: Sequence[Document],
    templates: Mapping[str, tuple[str, bytes]],
    sources: Mapping[str, str],
    gevuld: Callable[[Document], Gevuld],
    afspraken: Mapping[str, Mapping[str, Any]] | None = None,
    bijschrift: Mapping[str, Any] | None = None,
) -> Uitgave:
    """Make a version named `name`.

    `templates` gives for each document's name the path and the bytes of its template, `sources` the hash of every file
    the documents were made from, `gevuld` each finished document, which may be made meanwhile, `afspraken` what the
    round knows of each by its id, `bijschrift` what the manifest says besides. Where a document has an error nothing is
    made.
    """
    said = inhoud(documents)
    printed = inhoud_json(said)
    fingerprint = vingerafdruk(printed, {key: data for key, (_, data) in templates.items()})
    says = with_afspraken(printed, afspraken or {})
    done = {document.name: gevuld(document) for document in documents}
    findings = tuple(finding for each in done.values() for finding in each.meldingen)
    if not all(each.is_goed() for each in done.values()):
        return Uitgave(fingerprint, {}, findings)
    files = {f"{name}.docx": each.data for name, each in done.items()}
    files[GEMAAKT] = write_archive(dict(files))
    files[INHOUD] = says
    made_from = {**sources, **{f"sjablonen/{name}.docx": sha256(data) for name, (_, data) in templates.items()}}
    files[MANIFEST] = manifest_json(manifest(ronde, name, fingerprint, made_from, files, bijschrift))
    return Uitgave(fingerprint, files, findings, {each["naam"]: omvang(each["blokken"]) for each in said["documenten"]})
