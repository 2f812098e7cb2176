"""Which dossiers are budgets, and which chapters and funds they have (facts in `begroting.toml`)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from brief.diagnostics.facts import facts_error, read_facts


class Begrotingsfeiten(Struct, frozen=True):
    """The facts: dossier numbers as text, chapters and funds in capitals."""

    dossiers: frozenset[str]
    hoofdstukken: frozenset[str]
    fondsen: frozenset[str]
    eu_dossiers: frozenset[str]
    jaar: int
    hoogste: int
    per_jaar: int
    marge: int
    miljoenennota: tuple[tuple[int, int], ...]


_YEAR = re.compile("[0-9]{4}")
_FORM = {
    **{key: [int] for key in ("begrotingen", "overig", "eu_dossiers")},
    **{key: [str] for key in ("hoofdstukken", "fondsen")},
    "hoogste_dossier": {"jaar": int, "nummer": int, "per_jaar": int},
    "miljoenennota": {"marge": int, "*": int},
}


@cache
def facts() -> Begrotingsfeiten:
    """Read the facts once."""
    data = read_facts(Path(__file__).parent / "begroting.toml", _FORM)
    highest = data["hoogste_dossier"]
    if wrong := next((year for year in data["miljoenennota"] if year != "marge" and not _YEAR.fullmatch(year)), None):
        message = f"'{wrong:.20}' onder 'miljoenennota' is geen jaar"
        raise facts_error(Path(__file__).parent / "begroting.toml", message)
    return Begrotingsfeiten(
        dossiers=frozenset(str(number) for number in (*data["begrotingen"], *data["overig"])),
        hoofdstukken=frozenset(data["hoofdstukken"]),
        fondsen=frozenset(data["fondsen"]),
        eu_dossiers=frozenset(str(number) for number in data["eu_dossiers"]),
        jaar=highest["jaar"],
        hoogste=highest["nummer"],
        per_jaar=highest["per_jaar"],
        marge=data["miljoenennota"].pop("marge"),
        miljoenennota=tuple(sorted((int(year), number) for year, number in data["miljoenennota"].items())),
    )


def is_budget(dossier: str) -> bool:
    """Tell whether a dossier can have chapters: a known budget, or a round number."""
    return dossier.endswith("00") or dossier in facts().dossiers


@cache
def _known_budgets() -> frozenset[str]:
    known = facts()
    return known.dossiers | {str(number) for _, number in known.miljoenennota}


def is_known_budget(dossier: str) -> bool:
    """Tell whether a dossier is a budget that the facts name; a round number alone may be an amount."""
    return dossier in _known_budgets()


def may_be_amount(dossier: str, toevoeging: str | None) -> bool:
    """Tell whether a number is round as a budget is, like 12 500, and no chapter or fact says that it is one."""
    return dossier.endswith("00") and not (toevoeging or is_known_budget(dossier))


def is_eu(dossier: str) -> bool:
    """Tell whether a dossier has sub-dossiers of two digits, like 21 501-07."""
    return dossier in facts().eu_dossiers


def is_chapter(text: str) -> bool:
    """Tell whether a text is a budget chapter of two or more letters, which no ondernummer can be mistaken for."""
    return len(text) > 1 and text in facts().hoofdstukken


def is_known_part(text: str) -> bool:
    """Tell whether a text is a budget chapter or the letter of a fund."""
    return text in facts().hoofdstukken or text in facts().fondsen


def is_chapter_or_fund(text: str) -> bool:
    """Tell the same of what may be an ondernummer too: a chapter of one letter does not count."""
    return is_chapter(text) or text in facts().fondsen


def stands_alone(dossier: str, toevoeging: str) -> bool:
    """Tell whether `dossier toevoeging` without a number names a chapter, not a letter of the Eerste Kamer."""
    if toevoeging.isdecimal():
        return is_eu(dossier)
    return is_budget(dossier) and (is_chapter(toevoeging) or len(toevoeging) == 1)


def highest_dossier(year: int | None = None) -> int:
    """Give the highest plausible dossier number in the vergaderjaar that starts in `year`, or at all.

    The budget of the next Prinsjesdag bounds it: its number was reserved by then.
    """
    known = facts()
    if year is None:
        return known.hoogste
    later = [number for start, number in known.miljoenennota if start > year]
    if later:
        return later[0] + known.marge
    return known.hoogste + max(0, year - known.jaar) * known.per_jaar
