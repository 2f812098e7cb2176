"""How many references of the hand-made corpus are found, and how many findings are none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kamerstuk.kamerstukcorpus import (
    LABELLED_SETS,
    PAPER_SETS,
    Geval,
    all_parts,
    cases,
    found_and_followed,
    near_misses,
    papers_named_and_found,
    parts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from brief.kamerstuk import Referentie


@dataclass(slots=True)
class Telling:
    """Counts of one class of form: what was right, what was missed (in words), and what was found and is none."""

    goed: int = 0
    gemist: list[str] = field(default_factory=list)
    onterecht: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Give the part of the references that was found."""
        return _part(self.goed, self.goed + len(self.gemist))

    @property
    def precision(self) -> float:
        """Give the part of the findings that is right."""
        return _part(self.goed, self.goed + len(self.onterecht))


def _part(good: int, total: int) -> float:
    return good / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Eerst:
    """What a set scored when first run, before anything was changed because of it, in papers; `stil` of `gemist`."""

    goed: int
    gemist: int = 0
    onterecht: int = 0
    stil: int = 0

    def __add__(self, other: Eerst) -> Eerst:
        """Count two sets as one."""
        return Eerst(
            self.goed + other.goed,
            self.gemist + other.gemist,
            self.onterecht + other.onterecht,
            self.stil + other.stil,
        )

    def __str__(self) -> str:
        """Write it as a line of the report."""
        papers = self.goed + self.gemist
        precision, recall = _part(self.goed, self.goed + self.onterecht), _part(self.goed, papers)
        return f"precision {precision:.4f}   recall {recall:.4f}   ({papers} papers, {self.stil} missed in silence)"


EERST = {
    "forty-first reader": Eerst(197, 1),
    "fortieth reader": Eerst(199, 1, stil=1),
    "thirty-ninth reader": Eerst(198, 2),
    "thirty-eighth reader": Eerst(200),
    "thirty-seventh reader": Eerst(196, 4, 1),
    "thirty-sixth reader": Eerst(197, 3, 2),
    "thirty-fifth reader": Eerst(198, 2, 1, stil=2),
    "thirty-fourth reader": Eerst(198, 2, stil=2),
    "thirty-third reader": Eerst(197, 3, stil=2),
    "thirty-second reader": Eerst(199, 1, stil=1),
    "thirty-first reader": Eerst(196, 4, stil=3),
    "thirtieth reader": Eerst(194, 8, 1, stil=3),
    "twenty-ninth reader": Eerst(196, 2, stil=1),
    "twenty-eighth reader": Eerst(187, 13, 1, stil=5),
    "twenty-seventh reader": Eerst(192, 8, 1, stil=5),
    "twenty-sixth reader": Eerst(198, 2, stil=2),
    "twenty-fifth reader": Eerst(200),
    "twenty-fourth reader": Eerst(192, 8, 5, stil=3),
    "twenty-third reader": Eerst(197, 3, stil=3),
    "twenty-second reader": Eerst(199, 1, stil=1),
}
"""The newest sets, the last one first."""
TOGETHER = 10
"""So many of the newest sets are counted together as well: the ten that were written in one session, by ten hands."""
# What the readers' sets were found to score when first run, before anything was changed because of them.
VOORAF = {
    "thirtieth reader, as labelled": "precision 0.9848   recall 0.9604   (202 papers, 3 missed in silence)",
    "twenty-ninth reader, as labelled": "precision 1.0000   recall 0.9751   (201 papers, 4 missed in silence)",
    "twenty-first reader, on papers": "precision 1.0000   recall 0.9900   (200 papers, 2 missed in silence)",
    "twentieth reader, on papers": "precision 0.9851   recall 0.9706   (204 papers, 6 missed in silence)",
    "nineteenth reader, on papers": "precision 0.9949   recall 0.9850   (200 papers, 2 missed in silence)",
    "eighteenth reader, on papers": "precision 0.9956   recall 0.9784   (231 papers, 5 missed in silence)",
    "eighteenth, second dossier counted": "precision 0.9957   recall 0.9957   (231 papers, 1 missed in silence)",
    "seventeenth reader, on papers": "precision 0.9806   recall 0.9370   (270 papers, 11 missed in silence)",
    "sixteenth reader, on papers": "precision 0.9848   recall 0.9152   (283 papers, 21 missed in silence)",
    "fifteenth reader, kinds of two": "precision 0.9820   recall 0.9213   (356 papers, 21 missed in silence)",
    "fifteenth reader, on papers": "precision 0.9812   recall 0.8820   (356 papers, 26 missed in silence)",
    "fourteenth reader, on papers": "precision 0.9810   recall 0.8629   (299 papers, 17 missed in silence)",
    "thirteenth reader, on papers": "precision 0.9760   recall 0.8883   (367 papers, 31 missed in silence)",
    "twelfth reader, on papers": "precision 1.0000   recall 0.9644   (253 papers, 7 missed in silence)",
    "eleventh reader, on papers": "precision 0.9777   recall 0.9685   (317 papers, 7 missed in silence)",
    "eleventh reader, labels mended": "precision 0.9936   recall 0.9689   (322 papers, 7 missed in silence)",
    "tenth reader, on papers": "precision 0.9707   recall 0.9567   (277 papers, 7 missed in silence)",
    "tenth reader, labels mended": "precision 0.9927   recall 0.9576   (283 papers, 7 missed in silence)",
    "ninth reader, on papers": "precision 0.9682   recall 0.9552   (223 papers, 2 missed in silence)",
    "eighth reader, on papers": "precision 0.9766   recall 0.9225   (271 papers with a number, 61 near misses)",
    "seventh reader, dossier and number": "precision 1.0000   recall 0.9950   (201 references, 30 near misses)",
    "sixth reader, dossier and number": "precision 0.9941   recall 0.8317   (202 references, 33 near misses)",
    "fifth reader, dossier and number": "precision 0.9947   recall 0.9216   (204 references, 28 near misses)",
    "fourth reader": "precision 0.9442   recall 0.9300   (200 references, 61 near misses)",
    "fourth reader, labels mended": "precision 0.9695   recall 0.9550   (200 references, 60 near misses)",
    "third reader": "precision 0.9263   recall 0.8713   (202 references, 66 near misses)",
    "second reader, first set": "precision 0.9534   recall 0.9534   (193 references, 66 near misses)",
    "second reader, second set": "precision 0.9815   recall 0.9636   (55 references, 12 near misses)",
}
_LATER = "na-de-meting"
UNSEEN = (
    "forty-first reader",
    "thirty-ninth reader",
    "thirty-eighth reader",
    "twenty-fifth reader",
    "twenty-third reader",
    "twenty-second reader",
)
"""The sets for which nothing was mended, of readers not asked for carelessness.

Their first figures, printed as unseen, are the ones to expect on text that nobody has seen.
"""


def measure() -> dict[str, Telling]:
    """Count by class on the corpus of the author of the patterns."""
    return _count((*cases(), *near_misses()), parts)


def measure_readers() -> dict[str, dict[str, Telling]]:
    """Count on the sets of readers who had not seen the patterns, without the forms that were added afterwards."""
    return {
        reader: _count((*(case for case in cases(name) if case.klasse != _LATER), *near_misses(none)), all_parts)
        for reader, (name, none) in LABELLED_SETS.items()
    }


def measure_papers() -> dict[str, Telling]:
    """Count on the sets of which only the papers are labelled, with their look-alikes."""
    return {reader: _count_papers(names) for reader, names in PAPER_SETS.items()}


def _count_papers(names: tuple[str, ...]) -> Telling:
    score = Telling()
    for wanted, found in (each for name in names for each in papers_named_and_found(name)):
        score.goed += len(wanted & found)
        score.gemist += sorted(wanted - found)
        score.onterecht += sorted(found - wanted)
    return score


def print_papers(scores: Mapping[str, Telling]) -> None:
    """Print what those sets score now, and each paper that is missed or is none."""
    for reader, score in scores.items():
        count = score.goed + len(score.gemist)
        right = f"precision {score.precision:.4f}   recall {score.recall:.4f}"
        first = str(EERST.get(reader, ""))
        if reader in UNSEEN and first.startswith(right):
            print(f"  UNSEEN,         {f'{reader}, on papers':<32} {first}")
        else:
            print(f"  AFTER repairs,  {f'{reader}, on papers':<32} {right}   ({count} papers; now no longer unseen)")
        for text in (*score.gemist, *(f"{each} (wrong)" for each in score.onterecht)):
            print(f"    missed: {text}")


def _count(chosen: Iterable[Geval], named: Callable[[Referentie], dict[str, str]]) -> dict[str, Telling]:
    """Count by class; a finding is right when its place and every labelled part are."""
    scores: dict[str, Telling] = {}
    for case in chosen:
        score = scores.setdefault(case.klasse if case.verwacht else f"geen: {case.klasse}", Telling())
        wanted = {(each.begin, each.eind, each.delen_op_naam) for each in case.verwacht}
        found = {
            (each.begin, each.eind, tuple(sorted(named(each.referentie).items())))
            for each in found_and_followed(case.tekst)
        }
        score.goed += len(wanted & found)
        score.gemist += [case.tekst[begin:end] for begin, end, _ in sorted(wanted - found)]
        score.onterecht += [case.tekst[begin:end] for begin, end, _ in sorted(found - wanted)]
    return scores


def total(scores: Mapping[str, Telling]) -> Telling:
    """Add up all classes."""
    whole = Telling()
    for score in scores.values():
        whole.goed += score.goed
        whole.gemist += score.gemist
        whole.onterecht += score.onterecht
    return whole


def as_json(scores: Mapping[str, Telling]) -> dict[str, Any]:
    """Give the counts in the form in which the next run reads them."""
    return {
        name: {"goed": each.goed, "gemist": each.gemist, "onterecht": each.onterecht} for name, each in scores.items()
    }


def print_scores(scores: Mapping[str, Telling], last: Mapping[str, Any] | None) -> None:
    """Print precision and recall, the misses, and what changed since the last run."""
    whole = total(scores)
    print(
        f"corpus of the patterns' author: {whole.goed + len(whole.gemist)} references, {len(near_misses())} near misses"
    )
    print(f"precision {whole.precision:.4f}   recall {whole.recall:.4f}   (goal: both at least 0.995)")
    for text in whole.gemist:
        print(f"  missed: {' '.join(text.split())}")
    for text in whole.onterecht:
        print(f"  wrong:  {' '.join(text.split())}")
    if last is None:
        print("no earlier run to compare with")
        return
    before = {(name, text) for name, each in last.items() for text in (*each["gemist"], *each["onterecht"])}
    now = {(name, text) for name, each in scores.items() for text in (*each.gemist, *each.onterecht)}
    print(f"against the last run: {len(before - now)} gained, {len(now - before)} lost")
    for name, text in sorted(before - now):
        print(f"  + {name}: {text}")
    for name, text in sorted(now - before):
        print(f"  - {name}: {text}")


def print_readers(scores: Mapping[str, Mapping[str, Telling]]) -> None:
    """Print what the readers' sets scored before and score after the repairs that followed from them."""
    print("corpora of readers who had not seen the patterns:")
    newest = list(EERST.values())[:TOGETHER]
    print(f"  BEFORE repairs, {f'the {TOGETHER} newest, on papers':<32} {sum(newest[1:], newest[0])}")
    for name, first in EERST.items():
        print(f"  BEFORE repairs, {f'{name}, on papers':<32} {first}")
    for name, score in VOORAF.items():
        print(f"  BEFORE repairs, {name:<32} {score}")
    for name, each in scores.items():
        whole = total(each)
        print(
            f"  AFTER repairs,  {name:<32} precision {whole.precision:.4f}   recall {whole.recall:.4f}"
            f"   ({whole.goed + len(whole.gemist)} references; now no longer unseen)"
        )
        for text in whole.gemist:
            print(f"    missed: {' '.join(text.split())}")
        for text in whole.onterecht:
            print(f"    wrong:  {' '.join(text.split())}")
