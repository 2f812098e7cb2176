"""The sentences of the letter that rest on an afspraak which has changed since they were last looked at.

A sentence counts as looked at in the oldest of the last versions that have it in these words, or in the version that
its writer names (`nagekeken=v03`). What the afspraken said then is compared with what they say now.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.versions.folder import INHOUD, read_inhoud, versions
from brief.versions.inhoud import inhoud

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from brief.assemble.dekking import Stelling
    from brief.assemble.samenvoegen import Samenstelling
    from brief.domain import Afspraak

_FOLDED = str.maketrans({"\u00a0": " ", "\u2011": "-"})


class Gezegd(Struct, frozen=True):
    """What a version says: the text of each afspraak in the list, and the letter's texts that tell it, by its id."""

    afspraken: Mapping[str, str]
    brief: Mapping[str, Sequence[tuple[str, frozenset[str]]]]

    def has(self, stelling: Stelling) -> bool:
        """Tell whether the letter tells these afspraken in these words."""
        words = _folded(stelling.plat)
        near = self.brief.get(stelling.ids[0], ())
        return any(words in text and told.issuperset(stelling.ids) for text, told in near)


def gezegd(data: Mapping[str, Any]) -> Gezegd:
    """Read what a version says from its `inhoud.json`."""
    texts: dict[str, list[str]] = {}
    told: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for document in data["documenten"]:
        for block in document["blokken"]:
            if document["naam"] == "kamerbrief" and block.get("dekt"):
                text = _folded(block["plat"]), frozenset(block["dekt"])
                for key in text[1]:
                    told.setdefault(key, []).append(text)
            elif document["naam"] == "afsprakenlijst" and block.get("afspraak"):
                texts.setdefault(block["afspraak"], []).append(block["plat"])
    return Gezegd({key: " ".join(parts) for key, parts in texts.items()}, told)


def rustend(together: Samenstelling, afspraken: Sequence[Afspraak], folder: Path) -> list[Diagnostic]:
    """Point at the sentences to look at again; `folder` holds the versions of the round."""
    if not together.stellingen:
        return []
    names = versions(folder)
    by_id = {afspraak.id: afspraak for afspraak in afspraken}

    found: list[Diagnostic] = []

    @cache
    def then(name: str) -> Gezegd | None:
        said = _read(folder, name)
        if said is None:
            found.append(_unreadable(folder / name / INHOUD))
        return said

    @cache
    def now() -> Gezegd:
        return gezegd(inhoud([together.afsprakenlijst]))

    for stelling in together.stellingen:
        open_ones = [key for key in stelling.ids if by_id[key].dossiertekst is not None]
        name = stelling.nagekeken if stelling.nagekeken in names else _since(stelling, names, then)
        known = then(name) if name else None
        changed = [key for key in stelling.ids if known and _differs(key, known, now())]
        if changed:
            found.append(_finding(stelling, changed, f"gewijzigd sinds {name}", by_id, names[-1]))
        elif open_ones:
            found.append(_finding(stelling, open_ones, "in het dossier gewijzigd", by_id, ""))
    return list(dict.fromkeys(found))


def _read(folder: Path, name: str) -> Gezegd | None:
    """Read a version; None when its contents are not there or not readable."""
    try:
        return gezegd(read_inhoud(folder / name))
    except (OSError, ValueError):
        return None


def _unreadable(path: Path) -> Diagnostic:
    message = f"{INHOUD} van {path.parent.name} is niet te lezen"
    label = "of de brief vertelt van iets dat sindsdien is gewijzigd, is niet te zeggen"
    return Diagnostic("BR515", Severity.WAARSCHUWING, message, Place(path.as_posix()), label)


def _since(stelling: Stelling, names: Sequence[str], then: Any) -> str:
    """Give the oldest of the last versions that have this text; empty when the last one has it not."""
    oldest = ""
    for name in reversed(names):
        known = then(name)
        if known is None or not known.has(stelling):
            break
        oldest = name
    return oldest


def _differs(key: str, then: Gezegd, now: Gezegd) -> bool:
    before, after = then.afspraken.get(key), now.afspraken.get(key)
    return before is not None and after is not None and before != after and _folded(before) != _folded(after)


def _finding(
    stelling: Stelling, keys: Sequence[str], what: str, by_id: Mapping[str, Afspraak], last: str
) -> Diagnostic:
    verb = "is" if len(keys) == 1 else "zijn"
    message = f"{', '.join(keys)} {verb} {what}; deze tekst vertelt daarvan en is nog dezelfde"
    hint = "lees de tekst na, en pas hem aan"
    if last:
        comment = f"# brief: negeer BR451 nagekeken met {last}" if stelling.veld else f"nagekeken={last} bij .dekt"
        hint += f"; klopt hij nog, zet dan {'erboven ' if stelling.veld else ''}{comment}"
    related = tuple(
        ("dit is er afgesproken", place)
        for key in keys
        if (place := by_id[key].place_of("besluit.tekst" if by_id[key].besluit else "tekst"))
    )
    return Diagnostic("BR451", Severity.WAARSCHUWING, message, stelling.source(), hint=hint, related=related)


def _folded(text: str) -> str:
    return " ".join(text.translate(_FOLDED).split())
