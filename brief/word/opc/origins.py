"""The marks of origin: hidden bookmarks whose names say where a text comes from.

A name is `_hk`, a letter for the kind, the key, and what tells parts apart: `_hka_nw_2__3_1_p2` is the second block of
afspraak nw-2.3-1. Word knows letters, digits and underscores, forty at most, and hides what begins with an underscore;
LibreOffice keeps such bookmarks in .docx and .odt. A key that does not fit ends in a checksum.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from brief.text.origin import Bron, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PREFIX = "_hk"
ROUND, VERSION, DOCUMENT = "brief-ronde", "brief-versie", "brief-document"
"""The names of the properties that say of which round, which version and which document a file is."""

_LONGEST, _LONGEST_KEY, _SHORT_KEY = 40, 30, 12
_LETTERS = {
    Bron.AFSPRAAK: "a",
    Bron.ZIN: "z",
    Bron.ALINEA: "b",
    Bron.VELD: "v",
    Bron.NOOT: "n",
    Bron.KOP: "k",
    Bron.VERWIJZING: "r",
    Bron.CONCEPT: "c",
    Bron.SJABLOON: "s",
    Bron.INHOUD: "i",
}
_KINDS = {letter: bron for bron, letter in _LETTERS.items()}
_NAME = re.compile(r"_hk([a-z])_(.+?)(?:_p(\d{1,5}))?(?:_c(\d{1,5}))?(?:_n(\d{1,5}))?")


def mark_name(origin: Origin, again: int | None = None) -> str:
    """Give the name of the bookmark for an origin; `again` says how manieth time it is named, as the origin's own."""
    times = origin.again if again is None else again
    tail = f"_p{origin.part}" if origin.part else ""
    tail += f"_c{origin.cell}" if origin.cell else ""
    tail += f"_n{times}" if times else ""
    name = _head(origin.bron, origin.key, _LONGEST_KEY) + tail
    return name if len(name) <= _LONGEST else _head(origin.bron, origin.key, _SHORT_KEY) + tail


@lru_cache(maxsize=256)
def _head(bron: Bron, key: str, longest: int) -> str:
    return f"{PREFIX}{_LETTERS[bron]}_{_written(bron, key, longest)}"


def is_mark(name: str) -> bool:
    """Tell whether a bookmark with this name is a mark of origin."""
    return _NAME.fullmatch(name) is not None and name[len(PREFIX)] in _KINDS


def origin_of(name: str, keys: Mapping[tuple[Bron, str], str] | None = None) -> Origin | None:
    """Give the origin that a name stands for; None when it is no mark.

    `keys` (see `known_keys`) has the keys whose names end in a checksum; without it such a key is given as it is
    written in the name.
    """
    found = _NAME.fullmatch(name)
    if found is None or found[1] not in _KINDS:
        return None
    bron, written = _KINDS[found[1]], found[2]
    key = (keys or {}).get((bron, written)) or _read(bron, written)
    return Origin(bron, key, *(int(found[number] or 0) for number in (3, 4, 5)))


def known_keys(keys: Iterable[tuple[Bron, str]]) -> dict[tuple[Bron, str], str]:
    """Give the keys by how they are written in names, so that a shortened one is known again."""
    return {(bron, _written(bron, key, longest)): key for bron, key in keys for longest in (_SHORT_KEY, _LONGEST_KEY)}


def _dash(bron: Bron) -> str:
    """Give the character that one underscore stands for: names of fields have underscores, other keys have dashes."""
    return "_" if bron is Bron.VELD else "-"


def _written(bron: Bron, key: str, longest: int) -> str:
    body = re.sub(r"[^0-9A-Za-z_]", "_", key.replace(".", "__").replace(_dash(bron), "_"))
    if len(body) <= longest and _read(bron, body) == key and not _ends_as_number(body):
        return body
    checksum = f"_x{zlib.crc32(key.encode('utf-8', 'surrogatepass')):08x}"
    return body[: longest - len(checksum)] + checksum


def _read(bron: Bron, written: str) -> str:
    return written.replace("__", ".").replace("_", _dash(bron))


def _ends_as_number(body: str) -> bool:
    """Tell whether the end of a key would be taken for the number of a part."""
    return re.search(r"_[pcn]\d{1,5}$", body) is not None
