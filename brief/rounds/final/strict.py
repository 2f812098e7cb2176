"""What stands in the way of a final document: every check at its strictest, and who takes responsibility for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import Status
from brief.rounds.checking import check
from brief.text.dutch import eerste

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from brief.assemble.samenvoegen import Samenstelling
    from brief.rounds.opening import Opened

ALSO = frozenset({"BR421", "BR430", "BR431"})
"""Remarks on a concept that stop a final document: a proposal that nobody confirmed, a dossier that was not read, no
name of who signs."""

NEVER = frozenset({"BR510", "BR511", "BR027", "BR435", "BR447", "BR542", "BR703", "BR706"})
"""What no reason can excuse: then there is no document, or it does not say what was agreed."""


class Weighed(Struct, frozen=True):
    """Findings parted: those that stop, those that someone took responsibility for, and those that are remarks."""

    stop: tuple[Diagnostic, ...]
    excused: tuple[Diagnostic, ...]
    rest: tuple[Diagnostic, ...]


def strictly(opened: Opened, together: Samenstelling) -> tuple[Diagnostic, ...]:
    """Give all findings of a round that is to be finished, those of its draft sentences too."""
    found = check(opened).findings
    return (*found, *_drafts(together), *_undecided(opened, found))


def weigh(findings: Iterable[Diagnostic], despite: Mapping[str, str], cannot: Collection[str] = frozenset()) -> Weighed:
    """Part the findings; `despite` gives for a code the reason why it may not stop the work.

    `cannot` are codes of mistakes for which no document can be made at all, whatever the reason.
    """
    stop, excused, rest = [], [], []
    for each in dict.fromkeys(findings):
        if each.severity is Severity.INFO and each.code not in ALSO:
            rest.append(each)
        elif each.code in despite and each.code not in NEVER and each.code not in cannot:
            excused.append(each)
        else:
            stop.append(each)
    return Weighed(tuple(stop), tuple(excused), tuple(rest))


def unused_reasons(found: Weighed, despite: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Refuse a reason for what is not there, or for what no reason can excuse."""
    used = {each.code for each in found.excused}
    hint = "laat --ondanks voor deze code weg"
    return tuple(
        Diagnostic("BR711", Severity.FOUT, f"--ondanks {code} past niet: {_why(code)}", hint=hint)
        for code in despite
        if code not in used
    )


def _why(code: str) -> str:
    return "die melding kan niet worden overgeslagen" if code in NEVER else "die melding is er niet"


def _undecided(opened: Opened, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Report each landsdeel that is not agreed to, whether its meeting was yet or not; once, if a rule says so too."""
    said = {each.place.file for each in found if each.code == "BR420" and each.place}
    for landsdeel, file in opened.bestanden.afsprakenbestanden.items() if opened.bestanden else ():
        left = [each.id for each in file.afspraken if each.status is Status.VOORGESTELD]
        if left and file.source.name not in said:
            message = f"landsdeel {landsdeel} is niet vastgesteld: {len(left)} nog voorgesteld ({eerste(left, 4)})"
            hint = f"leg vast wat is besloten met: brief vaststellen {landsdeel}"
            yield Diagnostic("BR707", Severity.FOUT, message, Place(file.source.name), hint=hint)


def _drafts(together: Samenstelling) -> tuple[Diagnostic, ...]:
    """Report the afspraken for which the letter still has a draft sentence."""
    hint = "schrijf bij de afspraak de zin: brief: …"
    return tuple(
        Diagnostic("BR700", Severity.FOUT, f"de brief heeft voor {identity} nog een conceptzin", hint=hint)
        for identity in together.zonder_zin
    )
