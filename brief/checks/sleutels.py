"""Keys in a list of an afspraak that are in no table, and which key was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import fout
from brief.diagnostics.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from brief.diagnostics import Diagnostic, Place
    from brief.domain import Afspraak


def onbekend(
    code: str, what: str, afspraak: Afspraak, veld: str, names: Mapping[str, Sequence[str]]
) -> Iterator[Diagnostic]:
    """Report the keys in a list of an afspraak that `names` lacks; `names` gives for each key how people call it."""
    values: tuple[str, ...] = getattr(afspraak, veld)
    for number, key in enumerate(values):
        if key in names:
            continue
        meant = _meant(key, names)
        hint = f"bedoelde u '{meant}'?" if meant else None
        label = f"kies uit: {', '.join(names)}"
        yield fout(
            code,
            f"onbekend{'e' if what == 'provincie' else ''} {what} '{key}'",
            _place(afspraak, veld, number),
            label,
            hint,
        )


def _place(afspraak: Afspraak, veld: str, number: int) -> Place | None:
    return afspraak.place_of(f"{veld}.{number}")


def _meant(key: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """Give the key that was meant: by its own spelling, or by one of its names."""
    by_name = {name: each for each, others in names.items() for name in (each, *others)}
    close = nearest(key, by_name)
    return by_name[close] if close else None
