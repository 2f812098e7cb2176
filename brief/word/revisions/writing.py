"""Compare two Word files of any origin: the new one comes out with native tracked changes against the old one.

Accepting all gives the new document, rejecting all the old one; both are proved before anything is handed over.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.archive import write_archive
from brief.word.opc.container import Refused
from brief.word.revisions.blocks import Settings
from brief.word.revisions.comparison import Change, Comparison, Untracked, first_free_id
from brief.word.revisions.keeping import Kept
from brief.word.revisions.marks import Marks
from brief.word.revisions.proof import Proof, Reader
from brief.word.revisions.resolve import accept, holds_revisions, reject
from brief.word.revisions.source import Source, open_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree


class Existing(StrEnum):
    """What to do with tracked changes that a file already holds."""

    AANVAARDEN = "aanvaarden"
    VERWERPEN = "verwerpen"
    BEHOUDEN = "behouden"
    """Those of the new file stay where they tell just what changed; all others are accepted."""


_DONE = {Existing.AANVAARDEN: "aanvaard", Existing.VERWERPEN: "verworpen"}
_WAYS = (Settings(), Settings(inside=False), Settings(inside=False, moves=False))


class Compared(Struct, frozen=True):
    """A file with tracked changes. `data` is empty when a diagnostic is an error.

    `changes` are the changes as they were written, in order; none when both say the same. `untracked` is what differs
    and could not be written as a tracked change.
    """

    data: bytes
    changes: tuple[Change, ...] = ()
    untracked: tuple[Untracked, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def compare(
    old: bytes,
    new: bytes,
    *,
    author: str,
    date: str,
    moves: bool = True,
    existing: Existing = Existing.AANVAARDEN,
    tracked: Callable[[Change], bool] | None = None,
    names: tuple[str, str] = ("oud", "nieuw"),
) -> Compared:
    """Compare two .docx files given as bytes.

    `author` and `date` (`2026-09-14T09:00:00Z`) stand on each change. Without `moves`, what moved is deleted and
    inserted. `tracked` chooses the changes that are tracked; the others stand as they are in the new document. `names`
    are the names of the files in messages.
    """
    try:
        existing = Existing(existing)
        resolve = reject if existing is Existing.VERWERPEN else accept
        kept = Kept() if existing is Existing.BEHOUDEN else None
        own = kept.accept if kept is not None else resolve
        sources = open_source(old, names[0], resolve), open_source(new, names[1], own)
        return _Work(sources, names, existing, kept).compare(author, date, tracked, moves=moves)
    except Refused as refusal:
        return Compared(b"", diagnostics=(refusal.diagnostic,))


class _Work(Struct):
    """One comparison: the two files, of which each attempt uses up a copy."""

    sources: tuple[Source, Source]
    names: tuple[str, str]
    existing: Existing
    kept: Kept | None

    def compare(self, author: str, date: str, tracked: Callable[[Change], bool] | None, *, moves: bool) -> Compared:
        faults: list[str] = []
        for way in _WAYS:
            kept = self.kept if way is _WAYS[0] else None
            settings = Settings(moves=moves and way.moves, inside=way.inside)
            old, new = self.sources[0].again(), self.sources[1].again()
            found = self._existing(old, new)
            comparison = Comparison(old, new, Marks(author, date, first_free_id(old, new)), settings, kept)
            data = write_archive(comparison.run())
            faults = self._prove(data, comparison)
            if not faults:
                if tracked is not None:
                    data = self._only(data, comparison, tracked)
                return Compared(data, tuple(comparison.changes), tuple(comparison.untracked), found)
        return Compared(b"", diagnostics=(self._failed(faults),))

    def _existing(self, *sources: Source) -> tuple[Diagnostic, ...]:
        """Carry out the revisions that the files already hold, and say so."""
        found = []
        for source in sources:
            for name in source.names():
                data = source.package.part(name) if name.startswith("word/") and name.endswith(".xml") else None
                if data is not None and holds_revisions(data):
                    source.tree(name)
            if source.resolved:
                found.append(self._told(source))
        return tuple(found)

    def _told(self, source: Source) -> Diagnostic:
        done = _DONE.get(self.existing)
        what = f"ze zijn voor de vergelijking {done}"
        if done is None:
            what = "wat de verandering precies vertelt, is behouden; de rest is voor de vergelijking aanvaard"
        return Diagnostic(
            "BR530",
            Severity.WAARSCHUWING,
            f"het bestand bevatte al bijgehouden wijzigingen; {what}",
            Place(source.package.file, part=source.resolved[0]),
            hint="kies anders met --wijzigingen-vooraf aanvaarden, verwerpen of behouden",
        )

    def _prove(self, data: bytes, comparison: Comparison) -> list[str]:
        """Say where accepting does not give the new file, or rejecting not the old one."""
        found = []
        made = open_source(data, self.names[1])
        for resolve, index in ((accept, 1), (reject, 0)):
            own = made.again() if resolve is accept else made.last()
            got, wanted = Reader(own, resolve), Reader(self.sources[index].last())
            proof = Proof(got, wanted)
            found += list(proof.faults())
            for name in proof.header_faults():
                comparison.not_told(name, "deze kop- of voettekst kan Word niet als wijziging bewaren")
        return found

    def _failed(self, faults: list[str]) -> Diagnostic:
        return Diagnostic(
            "BR531",
            Severity.FOUT,
            "de wijzigingen kunnen niet zo worden geschreven dat aanvaarden en verwerpen beide kloppen",
            Place(self.names[1], part="word/document.xml", excerpt=faults[0]),
            label="hier verschilt de uitkomst",
            hint="er is niets geschreven; vergelijk zonder --docx, of bewaar beide opnieuw in Word",
        )

    def _only(self, data: bytes, comparison: Comparison, tracked: Callable[[Change], bool]) -> bytes:
        """Accept the changes that were not chosen."""
        chosen = {str(change.number) for change in comparison.changes if tracked(change)}
        source = open_source(data, self.names[1])
        parts = {name: source.package.blob(name) or b"" for name in source.names()}
        change_of = comparison.marks.change_of

        def is_other(mark: etree._Element) -> bool:
            number = next((str(value) for name, value in mark.attrib.items() if str(name).endswith("}id")), "")
            return number in change_of and str(change_of[number]) not in chosen

        from brief.word.revisions.carry import to_bytes

        for name, part in parts.items():
            if name.endswith(".xml") and name.startswith("word/") and holds_revisions(part):
                root = source.tree(name)
                if root is not None:
                    accept(root, is_other)
                    parts[name] = to_bytes(root)
        return write_archive(parts)
