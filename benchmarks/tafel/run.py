"""Measure the page: how soon it answers, how soon the first view stands, and how long a key press takes, in Chromium.

    python benchmarks/tafel/run.py                  # 120 and 10,000 afspraken
    python benchmarks/tafel/run.py --aantal 2000

A key press is timed in the page itself, from the key to the next picture after the page shows the outcome. What the
server computes up to the first view is told in processor time, which a busy machine hardly changes. Above a bar the run
ends with exit code 1.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))

from keuring.browser import Browser

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
ANSWERS, FIRST_VIEW, KEY = 1.0, 1.0, 0.1
"""The bars, in seconds."""

LANDSDELEN = {"noord": "n", "oost": "o", "noordwest": "nw", "zuidwest": "zw", "zuid": "z"}
_TIMED = """
new Promise((done) => {
  const before = performance.now();
  const was = %s;
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "%s", bubbles: true, cancelable: true}));
  const look = () => {
    if (%s !== was) requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
    else requestAnimationFrame(look);
  };
  look();
})
"""
_AT = "document.getElementById('afspraak').dataset.id"


@dataclass(frozen=True, slots=True)
class Maat:
    """What was measured: what, in seconds, and the bar that it may not pass."""

    wat: str
    seconden: float
    bar: float


def ronde(folder: Path, aantal: int) -> Path:
    """Make a round of this many afspraken, all proposed, twenty to an agendapunt."""
    shutil.copytree(PROJECT / "input/2026", folder)
    each = aantal // len(LANDSDELEN)
    for landsdeel, prefix in LANDSDELEN.items():
        lines = [f"dossier: {{bestand: dossiers/{landsdeel}.docx, sha256: '', versie: v1}}", "afspraken:"]
        for number in range(each):
            point = number // 20 + 1
            lines += [
                f"  - id: {prefix}-{point}-{number % 20 + 1}",
                f"    agendapunt: {point} Onderwerp {point}",
                "    tekst: |",
                f"      - Rijk en regio maken vóór 2028 plan {number} voor water en woningen in dit gebied.",
                "      - De regio rekent daarbij met de cijfers van het vorige jaar.",
                "    status: voorgesteld",
                "    themas: [water, wonen]",
                "    provincies: [utrecht]",
            ]
        (folder / "afspraken" / f"{landsdeel}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


@contextmanager
def started(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the command; give its process and the address that it prints."""
    command = [sys.executable, "-m", "brief", "tafel", str(folder), "--niet-openen"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.terminate()


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, float]]:
    """Start the command; give the address that it prints, and how long until who has no key is refused there."""
    before = time.monotonic()
    with started(folder) as (_, address):
        with suppress(urllib.error.HTTPError):
            urllib.request.urlopen(address.partition("/aanmelden")[0], timeout=60)
        yield address, time.monotonic() - before


def computed(folder: Path) -> float:
    """Start the command anew and ask for the first view; give the seconds of processor time that took."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with started(folder) as (process, address):
        page = browser.open(address, timeout=60).read()
        fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    assert b'id="afspraak"' in page
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(folder: Path, browser: Browser) -> list[Maat]:
    """Measure one round: starting, first views, and keys; each key several times, the median counts."""
    work = min(computed(folder) for _ in range(3))
    with served(folder) as (address, answers):
        root = address.partition("/aanmelden")[0]
        made = [Maat("antwoordt", answers, ANSWERS), Maat("rekentijd tot en met de eerste blik", work, FIRST_VIEW)]
        browser.open(address)
        browser.until("document.querySelector('#afspraak .tekst')", 60)
        seen = browser.js("performance.getEntriesByType('navigation')[0]?.loadEventEnd") / 1000
        made.append(Maat("eerste blik: besluiten, bestanden nog te lezen", seen, FIRST_VIEW))
        for name, path in {"besluiten": "/besluiten/noord", "lijst": "/lijst/", "overzicht": "/overzicht/"}.items():
            browser.open(root + path)
            browser.open(root + path)
            seen = browser.js("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000
            made.append(Maat(f"blik: {name}", seen, FIRST_VIEW))
        browser.open(root + "/besluiten/noord")
        for name, key in (("volgende", "j"), ("vorige", "k"), ("akkoord", "a")):
            made.append(Maat(f"toets: {name}", _key(browser, key), KEY))
        browser.until("!document.body.hasAttribute('data-bezig')", 120)
    return made


def _key(browser: Browser, key: str) -> float:
    """Press a key some times at the pace of a person; give the median of what it took, in seconds."""
    times = []
    for _ in range(9):
        browser.until("!document.body.hasAttribute('data-onderweg')", 60)
        if key == "k":
            browser.key("j")
            browser.until("!document.body.hasAttribute('data-onderweg')", 60)
        times.append(browser.js(_TIMED % (_AT, key, _AT)) / 1000)
        time.sleep(0.6)
    return float(statistics.median(times))


def main() -> int:
    """Measure and print; 1 when something is over its bar."""
    parser = argparse.ArgumentParser(description="Measure the page of brief tafel.")
    parser.add_argument("--aantal", type=int, action="append")
    wanted = parser.parse_args().aantal or [120, 10_000]
    over = False
    with tempfile.TemporaryDirectory() as work, Browser() as browser:
        for aantal in wanted:
            print(f"{aantal} afspraken (andere processen die rekenen: {os.getloadavg()[0]:.1f})")
            for each in measure(ronde(Path(work) / str(aantal) / "input" / "2026", aantal), browser):
                late = each.seconden > each.bar
                over = over or late
                said = f"{each.seconden * 1000:7.0f} ms  (≤ {each.bar * 1000:.0f})"
                print(f"  {each.wat:<50} {said}{'  TE TRAAG' if late else ''}")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
