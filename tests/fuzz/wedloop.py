"""Races: two commands that write in one round, and a third hand that saves, in whatever order the delays make.

`python tests/fuzz/wedloop.py 2000` runs so many interleavings and prints what was lost.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import combinations_with_replacement
from pathlib import Path
from typing import TYPE_CHECKING

from brief.diagnostics import has_errors
from brief.disk import exchange
from brief.rounds import deciding, linking
from brief.rounds.new import make_new, plan_new
from brief.rounds.opening import open_round
from brief.rounds.papers.adding import zet_in_register
from brief.rounds.plan import plan_and_save
from brief.rounds.reading_in import Opdracht, lees_ronde_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.diagnostics import Diagnostic

Command = tuple[str, "Callable[[Path], tuple[Diagnostic, ...]]", str, str]
"""A command: its name, its work (which gives what went wrong), the file that it changes, and what that holds then."""

_HEAD = "# BO Leefomgeving {}\n## 2.1 Water\nVoorgestelde afspraken\n"
DOSSIERS = {
    "noord": "1. Er komt een plan voor water.\n2. Er komt een kaart van wegen.\n3. De dijk wordt hoger.\n",
    "oost": "- Rijk en regio maken een plan voor vandaag.\n",
}


def _decide(identity: str, folder: Path) -> tuple[Diagnostic, ...]:
    opdracht = deciding.Opdracht((identity,), deciding.Uitspraak.VERVALLEN, reden=f"reden-van-{identity}")
    plan, saved = plan_and_save(folder, partial(deciding.plan, opdracht=opdracht))
    return (*plan.meldingen, *saved.findings)


def _link(one: str, other: str, folder: Path) -> tuple[Diagnostic, ...]:
    plan, saved = plan_and_save(folder, partial(linking.plan, een=one, ander=other))
    return (*plan.meldingen, *saved.findings)


def _paper(key: str, folder: Path) -> tuple[Diagnostic, ...]:
    return zet_in_register(folder, key, {"titel": "Stuk"}).meldingen


def _read_in(folder: Path) -> tuple[Diagnostic, ...]:
    return lees_ronde_in(open_round(folder), Opdracht()).meldingen


NOORD, OOST, STUKKEN = "afspraken/noord.yaml", "afspraken/oost.yaml", "kamerstukken.yaml"
COMMANDS: tuple[Command, ...] = (
    ("vaststellen", partial(_decide, "n-2.1-1"), NOORD, "reden-van-n-2.1-1"),
    ("vaststellen 2", partial(_decide, "n-2.1-2"), NOORD, "reden-van-n-2.1-2"),
    ("verwant", partial(_link, "n-2.1-3", "o-2.1-1"), NOORD, "o-2.1-1"),
    ("kamerstuk voegtoe", partial(_paper, "kst-29435-267"), STUKKEN, "kst-29435-267:"),
    ("kamerstuk voegtoe 2", partial(_paper, "kst-29435-268"), STUKKEN, "kst-29435-268:"),
    ("inlezen", _read_in, OOST, "plan voor morgen"),
)


@dataclass(frozen=True)
class Uitslag:
    """What one race came to: who said that they could not, and what is not there although it should be."""

    geweigerd: tuple[str, ...]
    kwijt: tuple[str, ...]


def make_round(folder: Path) -> None:
    """Make a small round: two afspraken files, and a dossier that is newer than its file."""
    make_new(plan_new(str(folder), folder.parent))
    text = (folder / "ronde.yaml").read_text("utf-8")
    start, end = text.index("  - landsdeel:"), text.index("brief:\n")
    held = "".join(f"  - {{landsdeel: {each}, datum: 2026-11-25, dossier: dossiers/{each}.md}}\n" for each in DOSSIERS)
    (folder / "ronde.yaml").write_text(text[:start] + held + text[end:], "utf-8")
    for each, lines in DOSSIERS.items():
        (folder / f"dossiers/{each}.md").write_text(_HEAD.format(each.title()) + lines, "utf-8")
    lees_ronde_in(open_round(folder), Opdracht())
    (folder / "dossiers/oost.md").write_text(
        _HEAD.format("Oost") + "- Rijk en regio maken een plan voor morgen.\n", "utf-8"
    )


@contextmanager
def delays(seed: random.Random, longest: float) -> Iterator[threading.Lock]:
    """Wait before each rename; the lock is held during it, so that the third hand saves before or after, not within."""
    renaming = threading.Lock()
    real = exchange._rename

    def late(one: Path, other: Path, flags: int) -> bool:
        time.sleep(seed.random() * longest)
        with renaming:
            return real(one, other, flags)

    exchange._rename = late
    try:
        yield renaming
    finally:
        exchange._rename = real


def race(folder: Path, pair: tuple[Command, Command], seed: random.Random, longest: float = 0.01) -> Uitslag:
    """Run two commands at once in a round, while another saves one of their files once."""
    refused: list[str] = []
    by_hand = folder / pair[seed.randrange(2)][2]
    in_place = seed.random() < 0.5

    def run(command: Command) -> None:
        time.sleep(seed.random() * longest)
        if has_errors(command[1](folder)):
            refused.append(command[0])

    def save() -> None:
        time.sleep(seed.random() * longest * 4)
        with renaming:
            data = by_hand.read_bytes() + b"# met de hand\n"
            target = by_hand if in_place else by_hand.with_suffix(".editor")
            target.write_bytes(data)
            target.replace(by_hand)

    with delays(seed, longest) as renaming:
        threads = [threading.Thread(target=run, args=(each,)) for each in pair] + [threading.Thread(target=save)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    lost = [name for name, _, file, words in pair if name not in refused and words not in (folder / file).read_text()]
    lost += [] if "# met de hand" in by_hand.read_text() else [f"wat met de hand is opgeslagen in {by_hand.name}"]
    litter = [path.name for path in folder.rglob(".*") if path.name.startswith(".bezig") or path.suffix == ".tmp"]
    return Uitslag(tuple(refused), (*lost, *(f"rommel: {name}" for name in litter)))


def races(count: int, start: int = 0) -> tuple[Counter[str], list[str]]:
    """Run so many races, every pair in turn; give how often each was refused, and all that was lost."""
    refused, lost = Counter[str](), list[str]()
    pairs = [pair for pair in combinations_with_replacement(COMMANDS, 2) if pair[0] is not pair[1]]
    with tempfile.TemporaryDirectory() as work:
        ronde = Path(work) / "2026"
        make_round(ronde)
        for number in range(start, start + count):
            copy = Path(work) / f"ronde-{number}"
            shutil.copytree(ronde, copy)
            pair = pairs[number % len(pairs)]
            result = race(copy, pair, random.Random(number))
            refused.update(result.geweigerd)
            lost += [f"{number}: {pair[0][0]} en {pair[1][0]}: {each}" for each in result.kwijt]
            shutil.rmtree(copy)
    return refused, lost


if __name__ == "__main__":
    began = time.monotonic()
    total = int(sys.argv[1])
    who, what = races(total)
    print(f"{total} wedlopen in {time.monotonic() - began:.0f} s, {len(what)} keer iets kwijt")
    print(f"geweigerd, met een melding: {dict(who)}")
    print("\n".join(what))
