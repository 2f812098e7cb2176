"""Races: two commands that write in one round, and a third hand that saves, in whatever order the delays make.

`python tests/fuzz/wedloop.py 2000` runs so many interleavings and prints what was lost.
"""

from __future__ import annotations

import datetime
import io
import random
import re
import shutil
import sys
import tempfile
import threading
import time
import zipfile
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import combinations_with_replacement
from pathlib import Path
from typing import TYPE_CHECKING

from brief.diagnostics import has_errors
from brief.disk import exchange
from brief.disk.files import sha256
from brief.disk.journal import Journal
from brief.rounds import adding, confirming, deciding, filling, linking
from brief.rounds.consent.deed import ask
from brief.rounds.days import say_day
from brief.rounds.decisions.proposals import Veld
from brief.rounds.making import Opdracht as Maken
from brief.rounds.making import make_and_write
from brief.rounds.new import make_new, plan_new
from brief.rounds.opening import open_round
from brief.rounds.papers.adding import zet_in_register
from brief.rounds.plan import plan_and_save
from brief.rounds.processing.opdracht import Opdracht as Verwerken
from brief.rounds.processing.run import verwerk
from brief.rounds.processing.settling import Keuzes
from brief.rounds.reading_in import Opdracht, lees_ronde_in
from brief.rounds.remarks import settle
from brief.rounds.taking_over import Letter, plan_for, save
from brief.rounds.undoing import undo
from brief.sources.names import OPMERKINGEN
from brief.sources.opmerkingen import read_opmerkingen
from brief.sources.source import SourceFile
from rounds.processing.lezer import Lezer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.diagnostics import Diagnostic

Command = tuple[str, "Callable[[Path], tuple[Diagnostic, ...]]", str, str]
"""A command: its name, its work (which gives what went wrong), the file that it changes, and what that holds then."""

_HEAD = "# BO Leefomgeving {}\n## 2.1 Water\nVoorgestelde afspraken\n"
REMARK = "opmerkingen:\n  - plaats: n-2.1-1\n    wie: Sanne\n    tekst: Wie betaalt het?\n    stand: open\n"
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


def _add(folder: Path) -> tuple[Diagnostic, ...]:
    text = "- Wij kijken over een jaar opnieuw."
    new = adding.Toevoeging("oost", "2.1", text, "aan tafel gezegd", datetime.date(2026, 11, 25))
    plan, saved = plan_and_save(folder, partial(adding.plan, toevoeging=new))
    return (*plan.meldingen, *saved.findings)


def _confirm(folder: Path) -> tuple[Diagnostic, ...]:
    answers = [confirming.Invulling("n-2.1-3", Veld.PROVINCIES, ("drenthe",))]
    plan, saved = plan_and_save(folder, partial(confirming.plan, keuzes=answers))
    return (*plan.meldingen, *saved.findings)


def _day(folder: Path) -> tuple[Diagnostic, ...]:
    return say_day(folder, "brief", datetime.date(2026, 12, 24)).findings


def _process(folder: Path) -> tuple[Diagnostic, ...]:
    order = Verwerken((folder / RETOUR,), keuzes=Keuzes(alles=True), uit=folder / UIT)
    done = verwerk(folder, order)
    assert done.telt_op
    return done.meldingen


def _take_over(folder: Path) -> tuple[Diagnostic, ...]:
    plan = plan_for(folder, Letter((folder / VORIGE).read_bytes(), VORIGE), vervang=True)
    errors = tuple(each for each in plan.findings if each.is_error)
    return errors or save(plan)[1]


def _ask(folder: Path) -> tuple[Diagnostic, ...]:
    return ask(folder, ("overijssel",), folder / "partijen").findings


def _settle(folder: Path) -> tuple[Diagnostic, ...]:
    (seen,), _ = read_opmerkingen(SourceFile((folder / OPMERKINGEN).as_posix(), REMARK.encode(), REMARK))
    return settle(folder, 0, seen, "dat is nu geregeld")


def _fill_in(folder: Path) -> tuple[Diagnostic, ...]:
    new = filling.Invulling("n-2.1-2", "Een zin van ons.", ())
    plan, saved = plan_and_save(folder, partial(filling.plan, invulling=new))
    return (*plan.meldingen, *saved.findings)


def _make(folder: Path) -> tuple[Diagnostic, ...]:
    return make_and_write(Maken(folder, uit=folder / UIT, datum=datetime.date(2026, 12, 1))).findings


def _take_back(folder: Path) -> tuple[Diagnostic, ...]:
    return undo(folder, 2).findings


NOORD, OOST, STUKKEN = "afspraken/noord.yaml", "afspraken/oost.yaml", "kamerstukken.yaml"
RONDE, BRIEF = "ronde.yaml", "brief.md"
UIT, RETOUR, VORIGE = "uit", "retour.docx", "vorige.docx"
COMMANDS: tuple[Command, ...] = (
    ("vaststellen", partial(_decide, "n-2.1-1"), NOORD, "reden-van-n-2.1-1"),
    ("vaststellen 2", partial(_decide, "n-2.1-2"), NOORD, "reden-van-n-2.1-2"),
    ("verwant", partial(_link, "n-2.1-3", "o-2.1-1"), NOORD, "o-2.1-1"),
    ("kamerstuk voegtoe", partial(_paper, "kst-29435-267"), STUKKEN, "\nkst-29435-267:"),
    ("kamerstuk voegtoe 2", partial(_paper, "kst-29435-268"), STUKKEN, "\nkst-29435-268:"),
    ("inlezen", _read_in, OOST, "plan voor morgen"),
    ("toevoegen", _add, OOST, "Wij kijken over een jaar opnieuw."),
    ("bevestigen", _confirm, NOORD, "drenthe"),
    ("datum", _day, RONDE, "2026-12-24"),
    ("verwerken", _process, BRIEF, "Met deze brief bericht ik uw Kamer"),
    ("terugdraaien", _take_back, RONDE, "noord, datum: 2026-11-25"),
    ("overnemen", _take_over, BRIEF, "Met deze brief verwittig ik uw Kamer"),
    ("afstemming", _ask, OOST, "provincie Overijssel"),
    ("opmerking afdoen", _settle, OPMERKINGEN, "dat is nu geregeld"),
    ("vul in", _fill_in, NOORD, "Een zin van ons."),
    ("opstellen", _make, f"{UIT}/v02/inhoud.json", "1 december 2026"),
)


STRIDE = 7
"""A few races take pairs from all of them; this has no factor in common with their number."""


@dataclass(frozen=True)
class Uitslag:
    """What one race came to: who said that they could not, and what is not there although it should be."""

    geweigerd: tuple[str, ...]
    kwijt: tuple[str, ...]


def make_round(folder: Path) -> None:
    """Make a small round: two afspraken files, a dossier that is newer than its file, a second deed that can be taken
    back, and a letter that came back from a reviewer.
    """
    make_new(plan_new(str(folder), folder.parent))
    text = (folder / "ronde.yaml").read_text("utf-8")
    start, end = text.index("  - landsdeel:"), text.index("brief:\n")
    held = "".join(f"  - {{landsdeel: {each}, datum: 2026-11-25, dossier: dossiers/{each}.md}}\n" for each in DOSSIERS)
    (folder / "ronde.yaml").write_text(text[:start] + held + text[end:], "utf-8")
    for each, lines in DOSSIERS.items():
        (folder / f"dossiers/{each}.md").write_text(_HEAD.format(each.title()) + lines, "utf-8")
    lees_ronde_in(open_round(folder), Opdracht())
    east = (folder / OOST).read_text("utf-8")
    (folder / OOST).write_text(east.replace("provincies: []", "provincies: [overijssel]"), "utf-8")
    (folder / "dossiers/oost.md").write_text(
        _HEAD.format("Oost") + "- Rijk en regio maken een plan voor morgen.\n", "utf-8"
    )
    say_day(folder, "noord", datetime.date(2026, 11, 26))
    make_and_write(Maken(folder, uit=folder / UIT))
    sent = (folder / UIT / "v01/kamerbrief.docx").read_bytes()
    reviewer = Lezer(sent).vervang("informeer", "bericht")
    reviewer.merk_op("De afspraken staan", "Ook die van vorig jaar?")
    (folder / RETOUR).write_bytes(reviewer.bytes())
    (folder / VORIGE).write_bytes(with_words(sent, "informeer", "verwittig"))
    (folder / OPMERKINGEN).write_text(REMARK, "utf-8")


def with_words(data: bytes, old: str, new: str) -> bytes:
    """Give a Word file in which somebody typed other words, in Word and without tracking."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for info in before.infolist():
            part = before.read(info)
            is_text = info.filename == "word/document.xml"
            after.writestr(info, part.replace(old.encode(), new.encode()) if is_text else part)
    return made.getvalue()


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
    """Run two commands at once in a round, while another saves one of their files once: anew, or in the file itself."""
    refused, broken = list[str](), list[str]()
    by_hand = folder / pair[seed.randrange(2)][2]
    if not by_hand.exists():
        by_hand = folder / NOORD
    in_place = seed.random() < 0.5

    def run(command: Command) -> None:
        time.sleep(seed.random() * longest)
        try:
            if has_errors(command[1](folder)):
                refused.append(command[0])
        except Exception as error:
            broken.append(f"{command[0]} brak af: {error!r}")

    def save() -> None:
        time.sleep(seed.random() * longest * 4)
        with renaming:
            data = by_hand.read_bytes() + b"# met de hand\n"
            target = by_hand if in_place else by_hand.with_suffix(".editor")
            with target.open("wb") as stream:  # who reads in between reads nothing
                time.sleep(seed.random() * longest)
                stream.write(data)
            target.replace(by_hand)

    with delays(seed, longest) as renaming:
        threads = [threading.Thread(target=run, args=(each,)) for each in pair] + [threading.Thread(target=save)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    lost = [name for name, _, file, words in pair if name not in refused and not _is_there(folder, file, words)]
    hand = by_hand.relative_to(folder).as_posix()
    lost += [] if _is_there(folder, hand, "# met de hand") else [f"wat met de hand is opgeslagen in {by_hand.name}"]
    lost += ["een versie is gemaakt van een half opgeslagen bestand"] if _made_of_nothing(folder) else []
    twice = [each for each, often in _identities(folder).items() if often > 1]
    lost += [f"twee afspraken heten {each}" for each in twice]
    litter = [path.name for path in folder.rglob(".*") if path.name.startswith(".bezig") or path.suffix == ".tmp"]
    return Uitslag(tuple(refused), (*broken, *lost, *(f"rommel: {name}" for name in litter)))


def _is_there(folder: Path, file: str, words: str) -> bool:
    """Tell whether words stand in a file; a letter may be taken over in the place of it, and can be taken back then."""
    texts = [(folder / file).read_text("utf-8")] if (folder / file).exists() else []
    if file == BRIEF:
        journal = Journal(folder)
        before = [each.voor for deed in journal.deeds() for each in deed.bestanden if each.pad == BRIEF]
        texts += [(journal.content(digest) or b"").decode("utf-8") for digest in before if digest]
    return any(words in text for text in texts)


def _made_of_nothing(folder: Path) -> bool:
    """Tell whether a version was made of an empty file; no file of the round is, but while it is being saved."""
    return any(sha256(b"") in path.read_text("utf-8") for path in (folder / UIT).glob("*/manifest.json"))


def _identities(folder: Path) -> Counter[str]:
    files = (folder / "afspraken").glob("*.yaml")
    return Counter(found for each in files for found in re.findall(r"^ +- id: (\S+)", each.read_text(), re.M))


def races(count: int, start: int = 0) -> tuple[Counter[str], list[str]]:
    """Run so many races, every pair in turn; give how often each was refused, and all that was lost."""
    refused, lost = Counter[str](), list[str]()
    pairs = [pair for pair in combinations_with_replacement(COMMANDS, 2) if pair[0] is not pair[1]]
    with tempfile.TemporaryDirectory() as work:
        ronde = Path(work) / "2026"
        make_round(ronde)
        assert not [name for name, _, file, words in COMMANDS if _is_there(ronde, file, words)]
        for number in range(start, start + count):
            copy = Path(work) / f"ronde-{number}"
            shutil.copytree(ronde, copy)
            pair = pairs[number * STRIDE % len(pairs)]
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
