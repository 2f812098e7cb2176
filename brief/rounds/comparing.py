"""Compare two versions of a round, two Word files, or a version and a Word file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.compare.changes import vergelijk
from brief.compare.content import DocumentInhoud, Inhoud
from brief.compare.selecting import Keuze, gekozen
from brief.diagnostics import Diagnostic, Severity
from brief.diagnostics.nearest import nearest
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.rounds.comparison.overview import overview_of
from brief.rounds.comparison.reviewing import Beoordeeld, reviewed
from brief.rounds.comparison.said import said_by
from brief.rounds.comparison.which_document import which_document
from brief.rounds.comparison.word_content import word_content
from brief.rounds.listing import unknown_values
from brief.versions.folder import versions
from brief.word.readback import PREFIX
from brief.word.revisions import Change, Compared, Existing
from brief.word.revisions import compare as compare_word
from brief.word.revisions.overview import with_overview
from brief.word.writing.bookmarks import bookmark_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from brief.compare.content import Blok
    from brief.compare.model import Vergelijking

_VERSION = re.compile(r"v?(\d{1,4})", re.IGNORECASE)


class Kant(Struct, frozen=True):
    """One side of a comparison: what it says, and its Word files by the name of the document."""

    naam: str
    inhoud: Inhoud
    bestanden: Mapping[str, Path] = field(default_factory=dict)


class Vergeleken(Struct, frozen=True):
    """What a comparison came to; without `vergelijking` one of the sides cannot be used, and `findings` says why.

    `beoordeeld` is there where the new side is a Word file and the old one a version: what a reviewer did to it.
    """

    findings: tuple[Diagnostic, ...]
    vergelijking: Vergelijking | None = None
    oud: Kant | None = None
    nieuw: Kant | None = None
    beoordeeld: Beoordeeld | None = None


class Woordwens(Struct, frozen=True):
    """How tracked changes are to be written: by whom, when (`2026-09-14`, empty for no date), and with which marks.

    With `overzicht` a table of the changes stands before the text.
    """

    auteur: str = "brief"
    datum: str = ""
    verplaatsingen: bool = True
    vooraf: Existing = Existing.AANVAARDEN
    overzicht: bool = False


def redlines(result: Vergeleken, keuze: Keuze, wens: Woordwens) -> dict[str, Compared]:
    """Give for each document that both sides have the new one with tracked changes against the old one.

    With a choice only the changes that concern it are tracked; the others stand as new.
    """
    if result.vergelijking is None or result.oud is None or result.nieuw is None:
        return {}
    chosen = None if keuze.is_alles else _Chosen.of(result.vergelijking)
    made = {}
    for name, path in result.nieuw.bestanden.items():
        old = result.oud.bestanden.get(name)
        if old is not None:
            compared = compare_word(
                old.read_bytes(),
                path.read_bytes(),
                author=wens.auteur,
                date=f"{wens.datum}T00:00:00Z" if wens.datum else "",
                moves=wens.verplaatsingen,
                existing=wens.vooraf,
                tracked=chosen.tracked if chosen else None,
                names=(old.as_posix(), path.as_posix()),
            )
            made[name] = _with_overview(compared, result.vergelijking, name, keuze) if wens.overzicht else compared
    return made


def _with_overview(compared: Compared, vergelijking: Vergelijking, name: str, keuze: Keuze) -> Compared:
    if not compared.data:
        return compared
    return replace(compared, data=with_overview(compared.data, overview_of(vergelijking, name, keuze)))


class _Chosen(Struct, frozen=True):
    """The changes that were asked for, as tracked changes are known: by bookmark, or by their words."""

    bookmarks: frozenset[str]
    words: tuple[str, ...]

    @classmethod
    def of(cls, vergelijking: Vergelijking) -> _Chosen:
        """Give them for the changes of a comparison."""
        ids = {each.id for each in vergelijking.wijzigingen if each.id}
        texts = [text for each in vergelijking.wijzigingen for text in (each.oud, each.nieuw) if not each.id and text]
        return cls(frozenset(bookmark_name(PREFIX, each) for each in ids), tuple(_bare(text) for text in texts))

    def tracked(self, change: Change) -> bool:
        """Tell whether a change is one of these."""
        if self.bookmarks & set(change.names):
            return True
        said = [text for text in (_bare(change.old), _bare(change.new)) if text]
        return not change.names and any(text in words or words in text for text in said for words in self.words)


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))


def compare(oud: str, nieuw: str, folder: Path, keuze: Keuze) -> Vergeleken:
    """Compare what two words name: versions in `folder` (`v02`, or just `2`) or paths of .docx files."""
    one, other = _named(oud, folder), _named(nieuw, folder)
    missing = (*(each for each in (one, other) if isinstance(each, Diagnostic)), *_wrong(keuze))
    if missing or isinstance(one, Diagnostic) or isinstance(other, Diagnostic):
        return Vergeleken(missing)
    if one.suffix or other.suffix:
        return _compare_files(one, other, folder, keuze)
    left, right = _version(one), _version(other)
    wrong = tuple(each for each in (left, right) if isinstance(each, Diagnostic))
    if wrong or isinstance(left, Diagnostic) or isinstance(right, Diagnostic):
        return Vergeleken(wrong)
    return Vergeleken((), gekozen(vergelijk(left.inhoud, right.inhoud), keuze), left, right)


def _wrong(keuze: Keuze) -> tuple[Diagnostic, ...]:
    """Report what is asked for and does not exist: it would look as if nothing changed there."""
    return unknown_values(
        ("landsdeel", keuze.landsdelen, LANDSDELEN),
        ("provincie", keuze.provincies, PROVINCIES),
        ("NOVEX-gebied", keuze.gebieden, GEBIEDEN),
        ("thema", keuze.themas, THEMAS),
    )


def _named(word: str, folder: Path) -> Path | Diagnostic:
    """Give the folder of a version, or the path of a Word file."""
    found = _VERSION.fullmatch(word)
    name = f"v{int(found[1]):02d}" if found else word
    known = versions(folder)
    if name in known:
        return folder / name
    path = Path(word)
    if path.suffix.lower() in {".docx", ".docm", ".dotx"} and path.is_file():
        return path
    near = nearest(name, known)
    listed = f"kies uit: {', '.join(known)}" if known else "maak een versie met: brief opstellen"
    message = f"'{word}' is geen versie in {folder.as_posix()} en geen Word-bestand"
    hint = f"bedoelde u {near}?" if near else None
    return Diagnostic("BR540", Severity.FOUT, message, None, listed, hint)


def _version(folder: Path) -> Kant | Diagnostic:
    """Read what a version says."""
    inhoud = said_by(folder)
    if isinstance(inhoud, Diagnostic):
        return inhoud
    return Kant(folder.name, inhoud, {each.stem: each for each in sorted(folder.glob("*.docx"))})


def _compare_files(one: Path, other: Path, folder: Path, keuze: Keuze) -> Vergeleken:
    """Compare where at least one side is a Word file: then both are read from Word."""
    known = {each: _version(each) for each in (one, other) if not each.suffix}
    rounds = [each.inhoud for each in known.values() if isinstance(each, Kant)]
    ids = {identity for inhoud in rounds for identity in inhoud.afspraken} or _ids_of_last(folder)
    left, right = (which_document(side, beside) for side, beside in ((one, other), (other, one)))
    if isinstance(left, Diagnostic) or isinstance(right, Diagnostic):
        return Vergeleken(tuple(each for each in (left, right) if isinstance(each, Diagnostic)))
    sides: list[Kant | None] = []
    findings: list[Diagnostic] = []
    for path, file in ((one, left), (other, right)):
        side, found = _side(path, file, known.get(path), ids)
        findings += found
        sides.append(side)
    if sides[0] is None or sides[1] is None:
        return Vergeleken(tuple(findings))
    old, new = sides[0], _with_notes_of(sides[0], sides[1])
    told, found = reviewed(one, left, right) if one in known and other not in known else (None, ())
    findings += found
    chosen = told.chosen(keuze) if told is not None else None
    return Vergeleken(tuple(findings), gekozen(vergelijk(old.inhoud, new.inhoud), keuze), old, new, chosen)


def _side(
    path: Path, file: Path, version: Kant | Diagnostic | None, ids: Collection[str]
) -> tuple[Kant | None, tuple[Diagnostic, ...]]:
    name = f"{path.name}/{file.name}" if file is not path else path.as_posix()
    document, findings = word_content("document", file.read_bytes(), file.as_posix(), ids)
    if document is None:
        return None, findings
    known = version.inhoud.afspraken if isinstance(version, Kant) else {}
    return Kant(name, Inhoud(name, (document,), known), {"document": file}), ()


def _ids_of_last(folder: Path) -> set[str]:
    """Give the ids of all versions of the round, so that a bookmark is known for what it is."""
    read = [_version(folder / name) for name in versions(folder)[-1:]]
    return {identity for each in read if isinstance(each, Kant) for identity in each.inhoud.afspraken}


def _with_notes_of(one: Kant, other: Kant) -> Kant:
    """Know the notes of the other side that have the same text by the same name."""
    keys = {noot.tekst: noot.sleutel for blok in _blocks(one) for noot in blok.noten}
    blocks = []
    for blok in _blocks(other):
        notes = tuple(replace(noot, sleutel=keys.get(noot.tekst, noot.sleutel)) for noot in blok.noten)
        text = blok.tekst
        for before, after in zip(blok.noten, notes, strict=True):
            text = text.replace(f"[^{before.sleutel}]", f"[^{after.sleutel}]")
        blocks.append(replace(blok, noten=notes, tekst=text))
    document = DocumentInhoud(other.inhoud.documenten[0].naam, tuple(blocks))
    return replace(other, inhoud=replace(other.inhoud, documenten=(document,)))


def _blocks(kant: Kant) -> tuple[Blok, ...]:
    return kant.inhoud.documenten[0].blokken
