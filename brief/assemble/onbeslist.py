"""What a concept says where nobody decided yet: a line in words at each text that is still only proposed.

Where nothing of a whole part is decided, one line at its head says so instead of a line at each text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.assemble.indeling import onderwerp
from brief.domain import LANDSDELEN, Status
from brief.text import Element, Heading, ListItem, Paragraph, Role, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.domain import Afspraak


def in_lijst(body: Sequence[Element], afspraken: Mapping[str, Afspraak]) -> tuple[Element, ...]:
    """Mark in the elements of the list what is undecided; a part begins at a heading of the first level."""
    starts = [n for n, each in enumerate(body) if isinstance(each.block, Heading) and each.block.level == 1]
    ends = [*starts[1:], len(body)] if starts else []
    marked: list[Element] = list(body[: starts[0]] if starts else body)
    for start, end in zip(starts, ends, strict=True):
        marked += _deel(body[start:end], afspraken)
    return tuple(marked)


def _deel(elements: Sequence[Element], afspraken: Mapping[str, Afspraak]) -> list[Element]:
    keys = [each.afspraak or "" for each in elements]
    here = {key: afspraken[key] for key in keys if key in afspraken}
    if _is_all_open(here.values()):
        line = _line("[Nog niet vastgesteld: over de afspraken in dit deel is nog niet besloten.]")
        return [elements[0], line, *elements[1:]]
    result = []
    for number, element in enumerate(elements):
        result.append(element)
        following = elements[number + 1].afspraak if number + 1 < len(elements) else None
        known = here.get(element.afspraak or "")
        if known is not None and following != known.id:
            result += _mark(known)
    return result


def _mark(afspraak: Afspraak) -> list[Element]:
    if afspraak.status is not Status.VOORGESTELD:
        return []
    reason = afspraak.vraagt_besluit
    return [_line(f"[Nog niet vastgesteld: {reason}.]" if reason else "[Nog niet vastgesteld.]")]


def in_brief(body: Sequence[Element], afspraken: Mapping[str, Afspraak]) -> tuple[Element, ...]:
    """Mark in the elements of the letter which texts tell of an afspraak that is undecided."""
    told = [afspraken[key] for element in body for key in _tells(element) if key in afspraken]
    if _is_all_open(told):
        return (_line("[Nog niet vastgesteld: over de afspraken in deze brief is nog niet besloten.]"), *body)
    result: list[Element] = []
    waiting: dict[str, Afspraak] = {}
    for number, element in enumerate(body):
        result.append(element)
        waiting |= {key: afspraken[key] for key in _tells(element) if key in afspraken and _is_open(afspraken[key])}
        if waiting and not _goes_on(element, body[number + 1] if number + 1 < len(body) else None):
            result.append(_line(f"[Nog niet vastgesteld: {'; '.join(map(_named, waiting.values()))}.]"))
            waiting = {}
    return tuple(result)


def _tells(element: Element) -> tuple[str, ...]:
    """Give the ids of the afspraken that an element of the letter tells, or prints in full."""
    return element.dekt or ((element.afspraak,) if element.afspraak else ())


def _goes_on(element: Element, following: Element | None) -> bool:
    """Tell whether the next element tells the same, or is in the same list: one line behind them will do."""
    if following is None or not _tells(following):
        return False
    is_list = isinstance(element.block, ListItem) and isinstance(following.block, ListItem)
    return is_list or _tells(following) == _tells(element)


def _named(afspraak: Afspraak) -> str:
    where = LANDSDELEN[afspraak.landsdeel].naam
    reason = f", {afspraak.vraagt_besluit}" if afspraak.vraagt_besluit else ""
    return f"{onderwerp(afspraak)} ({where}, agendapunt\u00a0{afspraak.agendapuntnummer}{reason})"


def _is_open(afspraak: Afspraak) -> bool:
    return afspraak.status is Status.VOORGESTELD


def _is_all_open(afspraken: Iterable[Afspraak]) -> bool:
    """Tell whether all are proposed, and none for a reason of its own."""
    known = list(afspraken)
    return bool(known) and all(_is_open(each) and not each.vraagt_besluit for each in known)


def _line(text: str) -> Element:
    return Element(Paragraph((Run(text),)), Role.CONCEPT)
