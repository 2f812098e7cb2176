"""Hold a returned file against the version that it was made from, thing by thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.intake.review.model import Gevonden, Onderdeel, Review, Sleutel
from brief.intake.review.placing import placed
from brief.intake.review.units import names_of_notes, units
from brief.text import Bron, plain
from brief.word.opc.origins import known_keys
from brief.word.reading import Source
from brief.word.returned import Which, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brief.intake.review.placing import Placing
    from brief.intake.review.units import Unit
    from brief.word.returned import Returned

_COMPUTED = frozenset({Bron.INHOUD, Bron.SJABLOON})
"""Texts in which another program writes the numbers of pages."""
_EDGES = frozenset({Source.HEADER, Source.FOOTER})
_STAMPS = frozenset({"versie", "versiedatum"})
"""Fields that say which version it is: that they differ from those of another version is nobody's change."""


def review(returned: Returned, base: Returned, keys: Iterable[tuple[Bron, str]] = ()) -> Review:
    """Give what a returned file says otherwise than its version, and what is said about it.

    `base` is the document of the version, as read from disk; `keys` are the keys of things in the round, by which marks
    with a checksum in their name are known. A paragraph that lost its marks is placed by likeness.
    """
    placing = placed(returned, base)
    known = known_keys(keys)
    notes = names_of_notes(placing.returned, known)
    before, after = (units(seen(placing.returned, which), notes, known) for which in (Which.VOOR, Which.NA))
    there = units(seen(base, Which.VOOR), names_of_notes(base, known), known)
    rest = _unclaimed(placing.returned, before, after)
    things = (
        _thing(sleutel, (there.get(sleutel), before.get(sleutel), after.get(sleutel)), rest, placing)
        for sleutel in _order(there, before, after)
    )
    touched = tuple(each for each in things if each.changes or each.comments or _differs(each))
    about = {comment for each in touched for comment in each.comments}
    loose = tuple(each for each in placing.returned.comments if each.parent is None and each.id not in about)
    return Review(placing.returned, touched, not _is_marked(returned), placing.done, placing.wanted, loose)


def _is_marked(returned: Returned) -> bool:
    """Tell whether the text carries marks; those of headers and footers place nothing of it."""
    return any(each.marks for each in returned.alineas if each.block is None or each.block.source not in _EDGES)


def _unclaimed(
    returned: Returned, *texts: Mapping[Sleutel, Unit]
) -> dict[tuple[str, int], tuple[list[int], list[str]]]:
    """Give for each paragraph the changes and comments that are about none of the things in it in particular."""
    changes = {change for units in texts for unit in units.values() for change in unit.changes}
    comments = {comment for units in texts for unit in units.values() for comment in unit.comments}
    return {
        (each.part, each.number): (
            [change for change in each.changes if change not in changes],
            [comment for comment in each.comments if comment not in comments],
        )
        for each in returned.alineas
    }


def _order(*texts: Mapping[Sleutel, Unit]) -> list[Sleutel]:
    """Give all things in the order of the last text; what is not in it stands after what was before it."""
    *earlier, last = texts
    order = list(last)
    for text in reversed(earlier):
        previous: Sleutel | None = None
        known = set(order)
        for sleutel in text:
            if sleutel not in known:
                order.insert(order.index(previous) + 1 if previous is not None else 0, sleutel)
                known.add(sleutel)
            previous = sleutel
    return order


def _thing(
    sleutel: Sleutel,
    texts: tuple[Unit | None, Unit | None, Unit | None],
    rest: dict[tuple[str, int], tuple[list[int], list[str]]],
    placing: Placing,
) -> Onderdeel:
    """Put together what is known of a thing; it takes from `rest` what nothing before it in its paragraphs took."""
    base, before, after = texts
    units = [each for each in (before, after) if each is not None]
    alineas = {place: alinea for each in units for place, alinea in each.alineas.items()}
    taken = [rest.pop(place, ([], [])) for place in alineas]
    blocks = [each.block for each in alineas.values() if each.block is not None]
    last = after or before or base
    likely = any(place in placing.by_likeness for place in alineas)
    found = Gevonden.GELIJKENIS if likely else Gevonden.MERK
    blocks_of = [each.finished() if each is not None else () for each in texts]
    return Onderdeel(
        sleutel,
        blocks_of[0],
        blocks_of[1],
        blocks_of[2],
        tuple(sorted({*(c for each in units for c in each.changes), *(c for cs, _ in taken for c in cs)})),
        tuple(dict.fromkeys([*(c for each in units for c in each.comments), *(c for _, cs in taken for c in cs)])),
        blocks[0].place if blocks else None,
        Gevonden.NERGENS if sleutel.bron is None else found,
        last.after if last else None,
    )


def _differs(thing: Onderdeel) -> bool:
    """Tell whether a text was changed; of a text that a program made only its words count, without page numbers."""
    bron = thing.sleutel.bron
    if bron is Bron.VELD and thing.sleutel.key in _STAMPS:
        return False
    if bron is None or bron.is_person_text:
        return thing.is_gewijzigd or thing.is_buiten_bijhouden
    unseen = r"\d+|\s+" if bron in _COMPUTED else r"\s+"
    return len({re.sub(unseen, "", plain(each)) for each in (thing.basis, thing.voor, thing.na)}) > 1
