"""The files that processing changes: their bytes before and after, and the comments that come into theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.sources.names import OPMERKINGEN
from brief.sources.opmerkingen import read_opmerkingen, with_opmerkingen
from brief.sources.source import read_source
from brief.text.lines import split_lines
from brief.text.unified import unified

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.domain.opmerking import Opmerking
    from brief.rounds.processing.today import Today


class FileChange(Struct, frozen=True):
    """A file of the round, by its path from there, with its bytes before (None: it is not there) and after."""

    path: str
    before: bytes | None
    after: bytes

    @property
    def diff(self) -> Iterable[str]:
        """Give the lines of a unified diff."""
        old, new = (split_lines((data or b"").decode("utf-8", "replace")) for data in (self.before, self.after))
        return unified(old, new, self.path, f"{self.path} (nieuw)")


def with_comments(today: Today, found: Sequence[Opmerking]) -> tuple[tuple[Opmerking, ...], FileChange | None]:
    """Give the comments that the round does not have yet, and the file with them in it."""
    path = today.bestanden.folder / OPMERKINGEN
    source, _ = read_source(path) if path.is_file() else (None, ())
    known, _ = read_opmerkingen(source) if source is not None else ((), ())
    seen = {_same(each) for each in known}
    added = []
    for each in found:
        if _same(each) not in seen:
            seen.add(_same(each))
            added.append(each)
    if not added:
        return (), None
    if source is None:
        return tuple(added), FileChange(OPMERKINGEN, None, with_opmerkingen("", added).encode("utf-8"))
    return tuple(added), FileChange(OPMERKINGEN, source.data, source.encoded(with_opmerkingen(source.text, added)))


def _same(each: Opmerking) -> tuple[str, ...]:
    """Give what tells one comment from another; the line that it stands at may shift."""
    return each.wie, each.wanneer, each.tekst, each.plaats.partition(":")[0], each.woorden
