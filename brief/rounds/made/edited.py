"""Whether somebody wrote in a document that was made: then a next version would lose what they wrote, in silence.

What was worked into the round is known by its hash: `brief verwerken` keeps it in `.verwerkt` in the folder of the
round, a line a file in the form of `sha256sum`. What a person chose to leave is kept in the manifest of the version
that was made without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.nearest import nearest
from brief.disk.files import read_file, sha256
from brief.versions.folder import MANIFEST, changed_files, manifest_there, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

HANDLED = ".verwerkt"
"""The file in a round that lists the returned documents that were worked into it."""


class Edited(Struct, frozen=True):
    """What was found: the hashes of the documents that are left aside, and messages about the others.

    `vingerafdruk` is that of the last version, empty where there is none or nobody can say.
    """

    left: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    vingerafdruk: str = ""


def handled(ronde: Path) -> frozenset[str]:
    """Give the hashes of the documents that were worked into a round."""
    try:
        text = read_file(ronde / HANDLED).decode("utf-8", "replace")
    except OSError:
        return frozenset()
    return frozenset(line.split()[0] for line in text.splitlines() if line.strip())


def handled_with(ronde: Path, documents: Mapping[str, bytes]) -> bytes:
    """Give what `.verwerkt` says when these documents, by name, are worked in too; nothing is written."""
    try:
        before = read_file(ronde / HANDLED)
    except OSError:
        before = b""
    known = handled(ronde)
    more = [f"{sha256(data)}  {name}\n" for name, data in documents.items() if sha256(data) not in known]
    return before + "".join(more).encode()


def changed_documents(folder: Path, version: str) -> dict[str, str] | None:
    """Give the hash, as it is now, of each document of a version that is not as it was made.

    None where nobody can say: the manifest is not to be read.
    """
    manifest = read_manifest(folder, version)
    return None if manifest is None else _changed_since(folder / version, manifest)


def _changed_since(folder: Path, manifest: Mapping[str, Any]) -> dict[str, str]:
    made: Mapping[str, str] = manifest.get("uitvoer", {})
    return changed_files(folder, {name: sha for name, sha in made.items() if name.endswith(".docx")})


def edited(folder: Path, known: Sequence[str], ronde: Path, negeer: Iterable[str] = ()) -> Edited:
    """Look at the last version of `known`; `negeer` are the names or paths of documents to leave aside.

    Raises OSError when the system does not let the last version be read.
    """
    version = known[-1] if known else ""
    manifest = manifest_there(folder, version) if version else {}
    findings = [_unknown(folder, version)] if manifest is None else []
    done, last = handled(ronde), manifest or {}
    changed = {name: sha for name, sha in _changed_since(folder / version, last).items() if sha not in done}
    left: dict[str, str] = {}
    for word in negeer:
        name = word.replace("\\", "/").rpartition("/")[2]
        if name in changed:
            left[f"{version}/{name}"] = changed[name]
        else:
            findings.append(_not_changed(word, version, changed))
    findings += [_changed(folder, version, name) for name in changed if f"{version}/{name}" not in left]
    return Edited(left, tuple(findings), last.get("vingerafdruk", ""))


def _unknown(folder: Path, version: str) -> Diagnostic:
    message = f"{MANIFEST} van {version} is niet te lezen; of er in haar documenten is geschreven is niet te zeggen"
    hint = f"kijk die documenten na; de nieuwe versie heeft niet wat er in {version} is geschreven"
    return Diagnostic(
        "BR515", Severity.WAARSCHUWING, message, Place((folder / version / MANIFEST).as_posix()), hint=hint
    )


def _changed(folder: Path, version: str, name: str) -> Diagnostic:
    path = (folder / version / name).as_posix()
    return Diagnostic(
        "BR542",
        Severity.FOUT,
        f"{name} van {version} is gewijzigd nadat brief het maakte; een nieuwe versie zou die wijzigingen niet hebben",
        Place(path),
        hint=f"neem ze over met: brief verwerken {path}; of laat ze weg met: brief opstellen --negeer {name}",
    )


def _not_changed(word: str, version: str, changed: Mapping[str, str]) -> Diagnostic:
    there = f"kies uit: {', '.join(changed)}" if changed else "laat --negeer weg"
    near = nearest(word, list(changed))
    where = f"van {version} " if version else ""
    message = f"'{word}' {where}is niet gewijzigd, of er is al iets mee gedaan; er is niets te negeren"
    return Diagnostic("BR543", Severity.FOUT, message, None, there, f"bedoelde u {near}?" if near else None)
