"""Pull the plug at any moment: what the page called saved is on disk, and every file is whole."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING

import pytest

from rounds.rondemap import bestand, geopend, ronde

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Afspraak

AFSPRAKEN = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = ronde(tmp_path)
    items = "".join(
        f"  - id: n-1.1-{n}\n    agendapunt: 1.1 Zoet water\n    tekst: De regio maakt plan {n}.\n"
        "    status: voorgesteld\n    themas: [water]\n    provincies: [fryslan]\n"
        for n in range(1, AFSPRAKEN + 1)
    )
    head = "dossier: {bestand: dossiers/noord.md, sha256: '', versie: v1}\nafspraken:\n"
    bestand(made, "noord").write_text(head + items, "utf-8")
    return made


@pytest.mark.parametrize("seed", range(4))
def test_what_was_called_saved_is_on_disk_when_the_plug_is_pulled(folder: Path, seed: int) -> None:
    saved: list[str] = []
    command = [sys.executable, "-m", "brief", "tafel", str(folder), "--niet-openen"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        secretary = threading.Thread(target=_agree, args=(address, saved))
        secretary.start()
        last = time.monotonic() + 120
        while len(saved) < 3 and time.monotonic() < last:
            time.sleep(0.01)
        time.sleep(random.Random(seed).random() * 0.3)
        process.kill()
        secretary.join(120)
    by_id: dict[str, Afspraak] = {each.id: each for each in _read(folder)}
    assert len(by_id) == AFSPRAKEN + 3, "no afspraak is lost"
    assert len(saved) >= 3
    assert [identity for identity in saved if by_id[identity].status != "vastgesteld"] == []
    decided = [
        identity for identity, each in by_id.items() if identity.startswith("n-") and each.status == "vastgesteld"
    ]
    assert len(decided) - len(saved) in {0, 1}, "at most the one that was on its way"


def _read(folder: Path) -> tuple[Afspraak, ...]:
    opened = geopend(folder)
    assert opened.errors == ()
    assert opened.bestanden is not None
    return opened.bestanden.afspraken


def _agree(address: str, saved: list[str]) -> None:
    """Agree to one afspraak after another for as long as there is an answer; note each that was called saved."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    root = address.partition("/aanmelden")[0]
    try:
        browser.open(address, timeout=60).read()
        for number in range(1, AFSPRAKEN + 1):
            identity = f"n-1.1-{number}"
            page = browser.open(f"{root}/besluiten/noord?bij={identity}", timeout=60).read().decode()
            fields = {name: _value(page, name) for name in ("csrf", "stand")}
            data = urllib.parse.urlencode(fields).encode()
            deed = urllib.request.Request(f"{root}/besluiten/noord/{identity}/vastgesteld", data, {"Origin": root})
            if f"{identity}: vastgesteld" in browser.open(deed, timeout=60).read().decode():
                saved.append(identity)
    except (OSError, HTTPException):  # the plug, perhaps in the middle of an answer
        return


def _value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([\w-]+)"', page)
    assert found is not None
    return found[1]
