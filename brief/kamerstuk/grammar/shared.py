"""Read what several dossiers share or divide: `36 600 XXII en 36 800 XXII, telkens nr. 2`, `…, resp. nrs. 3 en 5`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk.grammar.papers import verwijzingen_of
from brief.kamerstuk.grammar.pieces import G1, G
from brief.kamerstuk.model import Verwijzing
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.numbers import Number
    from brief.kamerstuk.grammar.prefix import Prefix

# , telkens nr. 2 \u00b7 , beide nr. 2 \u00b7 , steeds onder nr. 2: every dossier has these numbers
_SHARED = compile_later(
    rf"{G},?{G}(?:telkens|steeds|beiden?|allebei|alle(?:n|maal|{G1}drie|{G1}vier)?|elk|ieder|(?:in{G1})?beide{G1}(?:gevallen|keren))"
    rf"(?:{G1}(?:onder|met|op|als|stuk|in))?(?={G1}(?:nrs?[. ]|nummers?|letters?))"
)
# , respectievelijk nr. 3 en nr. 5 \u00b7 , resp. nrs. 3 en 5: to each dossier a number of its own
_DIVIDED = compile_later(rf"{G},?{G}(?:resp(?:ectievelijk|\.)|onderscheidenlijk)(?={G1}(?:nrs?[. ]|nummers?|letters?))")
_DIVIDES = ("resp", "onderscheidenlijk")


def numbers_begin(text: str, dossier: Dossier) -> int:
    """Say where the numbers of dossiers that stand together begin: behind the word that shares or divides them."""
    if not dossier.nevendossiers:
        return dossier.end
    word = _SHARED.match(text, dossier.end) or _DIVIDED.match(text, dossier.end)
    return word.end() if word else dossier.end


def each_its_numbers(text: str, prefix: Prefix, dossier: Dossier, numbers: Sequence[Number]) -> list[Verwijzing]:
    """Make the references of dossiers that share or divide their numbers; an empty list when no word says so."""
    if not dossier.nevendossiers:
        return []
    if _SHARED.match(text, dossier.end):
        return _shared(text, prefix, dossier, numbers)
    return _divided(text, prefix, dossier, numbers) if _is_divided(text, dossier, numbers) else []


def _is_divided(text: str, dossier: Dossier, numbers: Sequence[Number]) -> bool:
    if len(numbers) != len(dossier.nevendossiers) + 1:
        return False
    stop = numbers[-1].begin
    return any(text.find(word, dossier.end, stop + len("respectievelijk nr. ")) >= 0 for word in _DIVIDES)


def _divided(text: str, prefix: Prefix, dossier: Dossier, numbers: Sequence[Number]) -> list[Verwijzing]:
    found = verwijzingen_of(text, prefix, dossier, numbers, prefix.begin)
    full = (dossier.volledig, *dossier.nevennamen)
    return [_of(each, name) for each, name in zip(found, full, strict=True)]


def _shared(text: str, prefix: Prefix, dossier: Dossier, numbers: Sequence[Number]) -> list[Verwijzing]:
    """Give each dossier each number: at its own place, and those of the last dossier at the numbers."""
    whole = verwijzingen_of(text, prefix, dossier, numbers, prefix.begin)
    places = [
        (dossier.volledig, prefix.begin, dossier.own_end or dossier.end),
        *dossier.nevendossiers,
    ]
    made = []
    for index, (name, begin, end) in enumerate(places):
        for number, each in zip(numbers, whole, strict=True):
            is_last = index == len(places) - 1
            start = number.begin if is_last and number is not numbers[0] else begin
            stop = number.end if is_last else end
            made.append(_of(Verwijzing(each.referentie, start, stop, text[start:stop]), name))
    return made


def _of(found: Verwijzing, name: str) -> Verwijzing:
    """Give the same number of the dossier that is called `name`: `36600-XXII`."""
    dossier, _, part = name.partition("-")
    return replace(
        found, referentie=replace(found.referentie, dossier=dossier, toevoeging=part or None, nevendossiers=())
    )
