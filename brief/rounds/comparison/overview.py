"""The overview of the changes that stands before the text of a Word file with tracked changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.compare.grouping import asks_consent, grouped
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.text import shortened
from brief.text.dutch import opsomming
from brief.word.revisions.overview import Group, Overview

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.compare.model import Vergelijking, Wijziging
    from brief.compare.selecting import Keuze

_MOST_WORDS = 3
_LONGEST = 220
_RULE = re.compile(r"^\|(?:-+\|)+$", re.MULTILINE)
"""The row of dashes under the head of a table, which says nothing to who does not type it."""
_HEADS = ("Wat", "Wijziging", "Opnieuw instemmen?")


def overview_of(vergelijking: Vergelijking, document: str, keuze: Keuze) -> Overview:
    """Give the overview of the changes in a document, by landsdeel, with what must be agreed anew."""
    changes = [each for each in vergelijking.wijzigingen if each.document in {document, ""}]
    groups = tuple(Group(name, tuple(map(_row, each))) for name, each in grouped(changes).items())
    anew = sum(map(asks_consent, changes))
    lines = [_counted(len(changes), anew)]
    if not keuze.is_alles:
        lines.append(
            f"Alleen de wijzigingen die {_chosen(keuze)} aangaan zijn bijgehouden; de andere staan er als nieuw in."
        )
    return Overview(f"Wijzigingen van {vergelijking.oud} naar {vergelijking.nieuw}", tuple(lines), _HEADS, groups)


def _counted(count: int, anew: int) -> str:
    if not count:
        return "Er zijn geen wijzigingen."
    said = f"{count} wijziging{'en' if count > 1 else ''}"
    return (
        f"{said}, waarvan {anew} in de tekst van een afspraak: daarmee moet opnieuw worden ingestemd."
        if anew
        else (f"{said}; geen ervan raakt de tekst van een afspraak.")
    )


def _chosen(keuze: Keuze) -> str:
    """Name what was asked for: `de provincie Utrecht`."""
    known: tuple[tuple[str, tuple[str, ...], Mapping[str, object]], ...] = (
        ("het landsdeel", keuze.landsdelen, LANDSDELEN),
        ("de provincie", keuze.provincies, PROVINCIES),
        ("het gebied", keuze.gebieden, GEBIEDEN),
        ("het thema", keuze.themas, THEMAS),
        ("het onderdeel", keuze.onderdelen, {}),
    )
    return opsomming([f"{kind} {getattr(names.get(key), 'naam', key)}" for kind, keys, names in known for key in keys])


def _row(change: Wijziging) -> tuple[str, str, str]:
    name = f"{change.onderdeel} {change.id}".strip() if change.onderdeel != "veld" else f"veld {change.veld}"
    kind = change.soort.naam
    if change.onderdeel == "afspraak" and change.veld != "tekst":
        kind = f"{kind}: {change.veld}"
    return name, f"{kind}. {_said(change)}".strip(), "ja" if asks_consent(change) else "nee"


def _said(change: Wijziging) -> str:
    """Say what changed in a few words: `‘stemmen in met’ wordt ‘onderschrijven’`."""
    pairs = _pairs(change)
    shown = [_pair(old, new) for old, new in pairs[:_MOST_WORDS]]
    more = f" En nog {len(pairs) - _MOST_WORDS}." if len(pairs) > _MOST_WORDS else ""
    return (opsomming(shown) + "." if shown else "") + more


def _pairs(change: Wijziging) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    last = ""
    for op, text in change.woorden:
        if op == "+" and last == "-":
            pairs[-1] = (pairs[-1][0], text)
        elif op != "=":
            pairs.append((text, "") if op == "-" else ("", text))
        last = op
    return [(old, new) for old, new in pairs if old.strip() != new.strip()]


def _pair(old: str, new: str) -> str:
    one, other = (shortened(_RULE.sub("", text), _LONGEST) for text in (old, new))
    if not one:
        return f"‘{other}’ komt erbij"
    return f"‘{one}’ wordt ‘{other}’" if other else f"‘{one}’ valt weg"
