"""Who reads, changes and writes back holds the folder; another waits, and then hears who is busy."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import filelock
import pytest

from brief.diagnostics import Diagnostic
from brief.disk.locks import LOCK, holding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOLDER = """
import sys, time
from pathlib import Path
from brief.disk.locks import holding
with holding(Path(sys.argv[1])) as busy:
    print(busy or "held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def _holder(folder: Path, seconds: float) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder), str(seconds)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


@pytest.fixture
def ander(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Give another process that holds the folder."""
    process = _holder(tmp_path, 60)
    yield process
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


@pytest.fixture(params=["sloten", "geen sloten"])
def schijf(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test on a drive with locks, and on one without."""
    if request.param == "geen sloten":

        def none(_: int, *, blocking: bool) -> bool:
            raise OSError(errno.ENOLCK, "No locks available")

        monkeypatch.setattr(filelock, "lock_descriptor", none)
    return str(request.param)


@pytest.mark.usefixtures("schijf")
def test_een_slot_laat_niets_achter_en_is_voor_wie_het_heeft_vrij(tmp_path: Path) -> None:
    with holding(tmp_path) as busy:
        assert busy == ()
        assert LOCK in {path.name for path in tmp_path.iterdir()}
        with holding(tmp_path / ".") as again:
            assert again == ()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match="fout"), holding(tmp_path):
        raise ValueError("fout")
    assert list(tmp_path.iterdir()) == []


def test_wie_wacht_hoort_wie_er_bezig_is(tmp_path: Path, ander: subprocess.Popen[bytes]) -> None:
    with holding(tmp_path, patience=0.1) as busy:
        (finding,) = busy
    assert finding.code == "BR028"
    assert f"proces {ander.pid}" in finding.message
    assert (tmp_path / LOCK).exists()


def test_wie_wordt_gestopt_houdt_niets_bezet(tmp_path: Path, ander: subprocess.Popen[bytes]) -> None:
    os.kill(ander.pid, signal.SIGKILL)
    with holding(tmp_path) as busy:
        assert busy == ()
    assert list(tmp_path.iterdir()) == []


def test_wie_even_wacht_komt_aan_de_beurt(tmp_path: Path) -> None:
    process = _holder(tmp_path, 0.3)
    with holding(tmp_path) as busy:
        assert busy == ()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


@pytest.mark.usefixtures("schijf")
def test_er_is_er_altijd_maar_een(tmp_path: Path) -> None:
    counter = tmp_path / "teller"
    counter.write_text("0")

    def work() -> None:
        for _ in range(25):
            with holding(tmp_path, patience=60) as busy:
                assert busy == ()
                value = int(counter.read_text())
                time.sleep(0.001)
                counter.write_text(str(value + 1))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.read_text() == "100"
    assert [path.name for path in tmp_path.iterdir()] == ["teller"]


def test_op_een_schijf_zonder_sloten_hoort_wie_wacht_ook_dat_er_een_ander_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_: int, *, blocking: bool) -> bool:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(filelock, "lock_descriptor", none)
    found = list[Diagnostic]()

    def work() -> None:
        with holding(tmp_path, patience=0.1) as busy:
            found.extend(busy)

    with holding(tmp_path):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert [each.code for each in found] == ["BR028"]


@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES])
def test_een_fout_bij_het_slot_is_een_fout_van_de_schijf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def broken(_: int, *, blocking: bool) -> bool:
        raise OSError(number, "English")

    monkeypatch.setattr(filelock, "lock_descriptor", broken)
    with pytest.raises(OSError, match="English"), holding(tmp_path):
        pass
    with pytest.raises(FileNotFoundError), holding(tmp_path / "weg"):
        pass
