"""What a person answers about a newer dossier: which afspraak of the file is which one of the dossier."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from brief.domain import Dossier

_CODE = "BR149"


class Antwoorden(Struct, frozen=True):
    """What a person answered: ids of the file that are an afspraak of the new dossier, and ids that are none of it."""

    zelfde: Mapping[str, str] = field(default_factory=dict)
    anders: frozenset[str] = frozenset()

    def about(self, known: Collection[str]) -> Antwoorden:
        """Give the answers about these ids of a file."""
        return Antwoorden({old: new for old, new in self.zelfde.items() if old in known}, self.anders & set(known))

    def with_more(self, more: Antwoorden) -> Antwoorden:
        """Give these answers and later ones; of two about the same afspraak the later holds."""
        return Antwoorden({**self.zelfde, **more.zelfde}, self.anders | more.anders)


def read_antwoorden(
    zelfde: Sequence[str], anders: Sequence[str], known: Collection[str]
) -> tuple[Antwoorden, tuple[Diagnostic, ...]]:
    """Read answers as typed, `OUD=NIEUW` and `OUD`; `known` are the ids of the round.

    What cannot be read or is about an afspraak that is not there is a finding.
    """
    pairs: dict[str, str] = {}
    found = []
    for each in zelfde:
        old, separator, new = (part.strip() for part in each.partition("="))
        if not (old and separator and new):
            message = f"--zelfde: '{each}' is geen OUD=NIEUW"
            found.append(Diagnostic(_CODE, Severity.FOUT, message, label="schrijf bijvoorbeeld nw-2.3-1=nw-2.4-1"))
        elif pairs.setdefault(old, new) != new:
            message = f"--zelfde: {old} kan niet zowel {pairs[old]} als {new} zijn"
            found.append(Diagnostic(_CODE, Severity.FOUT, message))
    found += _unknown("--zelfde", pairs, known)
    found += _unknown("--anders", dict.fromkeys(anders), known)
    return Antwoorden(pairs, frozenset(anders)), tuple(found)


def _unknown(option: str, names: Collection[str], known: Collection[str]) -> Iterator[Diagnostic]:
    nearest = Nearest(known)
    for name in names:
        if name not in known:
            near = nearest(name)
            message = f"{option}: '{name}' is geen id van een afspraak"
            yield Diagnostic(_CODE, Severity.FOUT, message, hint=f"bedoelde u '{near}'?" if near else None)


def verkeerd(antwoorden: Antwoorden, dossier: Dossier, name: str) -> tuple[Diagnostic, ...]:
    """Report answers that name what the new dossier has not, or the same afspraak twice."""
    place = Place(name)
    known = [each.id for each in dossier.afspraken]
    found = []
    for old, new in antwoorden.zelfde.items():
        if new not in known:
            label = f"kies uit: {', '.join(known)}"
            message = f"--zelfde {old}={new}: het nieuwe dossier heeft geen {new}"
            found.append(Diagnostic(_CODE, Severity.FOUT, message, place, label))
    for new, count in Counter(antwoorden.zelfde.values()).items():
        if count > 1:
            message = f"--zelfde: {new} kan maar van één afspraak de nieuwe tekst zijn"
            found.append(Diagnostic(_CODE, Severity.FOUT, message, place))
    for old in sorted(antwoorden.zelfde.keys() & antwoorden.anders):
        message = f"{old} staat bij --zelfde en bij --anders"
        found.append(Diagnostic(_CODE, Severity.FOUT, message, place))
    return tuple(found)


def ongebruikt(antwoorden: Antwoorden, known: Collection[str]) -> tuple[Diagnostic, ...]:
    """Report answers about a dossier that raises no questions; `known` are the ids of its afspraken file."""
    names = sorted((antwoorden.zelfde.keys() | antwoorden.anders) & set(known))
    message = f"het antwoord over {', '.join(names)} is niet gebruikt: het dossier is niet veranderd"
    return (Diagnostic(_CODE, Severity.WAARSCHUWING, message),) if names else ()
