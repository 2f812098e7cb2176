"""The labelled set of `tests/corpus/voorstel/` and how well the proposals agree with it; read its README before use."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from brief.domain.redenen import lees_redenen
from brief.dossier.voorstel import voorstel
from brief.text import parse, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.domain import Voorstel

MAP = Path(__file__).resolve().parents[1] / "corpus" / "voorstel"
SET = MAP / "afspraken.jsonl"
ANDERE_HAND = MAP / "andere-hand.jsonl"
HELFTEN = ("ontwikkel", "toets")
_FIELDS = ("helft", "landsdeel", "agendapunt", "tekst")
MATEN = ("eerste thema", "themas", "provincies", "gebieden")


@dataclass(frozen=True, slots=True)
class Gelabeld:
    """One afspraak with what a careful policy officer makes of it; `regel` is its line in the file, from 1."""

    regel: int
    helft: str
    landsdeel: str
    agendapunt: str
    tekst: str
    themas: tuple[str, ...]
    provincies: tuple[str, ...]
    gebieden: tuple[str, ...]

    def voorstel(self) -> Voorstel:
        """Give what the program proposes, from the same plain text that `inlezen` offers it."""
        return voorstel(self.agendapunt, plain(parse(self.tekst).blocks), self.landsdeel)


@dataclass(slots=True)
class Telling:
    """What was right in one measure; `onterecht` and `gemist` are lines with the label proposed wrongly or missed."""

    goed: list[tuple[int, str]] = field(default_factory=list)
    onterecht: list[tuple[int, str]] = field(default_factory=list)
    gemist: list[tuple[int, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Give the part of the proposals that is right; 1 when nothing was proposed."""
        return _part(len(self.goed), len(self.onterecht))

    @property
    def recall(self) -> float:
        """Give the part of the labels that was proposed; 1 when there are none."""
        return _part(len(self.goed), len(self.gemist))


def _part(good: int, wrong: int) -> float:
    return good / (good + wrong) if good + wrong else 1.0


def gelabeld(helft: str | None = None) -> list[Gelabeld]:
    """Read the set, or one half of it, in the order of the file."""
    found = []
    for regel, line in enumerate(SET.read_text("utf-8").splitlines(), start=1):
        data = json.loads(line)
        labels = [tuple(data[key]) for key in MATEN[1:]]
        found.append(Gelabeld(regel, *(data[key] for key in _FIELDS), *labels))
    return [each for each in found if helft in {None, each.helft}]


def andere_hand() -> list[Gelabeld]:
    """Read the second set, of which the halves are told apart by the line number too."""
    found = []
    for regel, line in enumerate(ANDERE_HAND.read_text("utf-8").splitlines(), start=1):
        data = json.loads(line)
        labels = [tuple(data[key]) for key in MATEN[1:]]
        found.append(Gelabeld(regel, "andere hand", data["landsdeel"], data["agendapunt"], data["tekst"], *labels))
    return found


def ijking(afspraken: Iterable[Gelabeld]) -> dict[float, tuple[int, int]]:
    """Count by stated certainty, in steps of a tenth, how many proposed values are right and how many there are."""
    found: dict[float, tuple[int, int]] = {}
    for each in afspraken:
        voorstel = each.voorstel()
        values = [(maat, key) for maat in MATEN[1:] for key in getattr(voorstel, maat)]
        for (maat, key), reden in zip(values, lees_redenen(voorstel.reden, [key for _, key in values]), strict=True):
            leads = maat == "themas" and key == voorstel.themas[0]
            right = key in (each.themas[:1] if leads else getattr(each, maat))
            stated = int((reden.zekerheid or 0.0) * 10 + 1e-9) / 10
            good, count = found.get(stated, (0, 0))
            found[stated] = (good + right, count + 1)
    return dict(sorted(found.items()))


def tel(afspraken: Iterable[Gelabeld]) -> dict[str, Telling]:
    """Count by measure how the proposals for these afspraken agree with the labels."""
    scores = {maat: Telling() for maat in MATEN}
    for each in afspraken:
        found = each.voorstel()
        _add(scores["eerste thema"], each.regel, found.themas[:1], each.themas[:1])
        for maat in MATEN[1:]:
            _add(scores[maat], each.regel, getattr(found, maat), getattr(each, maat))
    return scores


def _add(score: Telling, regel: int, found: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    score.goed += [(regel, key) for key in found if key in wanted]
    score.onterecht += [(regel, key) for key in found if key not in wanted]
    score.gemist += [(regel, key) for key in wanted if key not in found]
