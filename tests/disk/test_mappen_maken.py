"""A folder is made whole or not at all; what may still be in the making is never taken away."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from brief.disk import exchange, folders
from brief.disk.folders import make_folder
from brief.disk.owner import this_process

FILES = {"a.docx": b"een", "map/b.md": b"twee"}


@pytest.fixture(params=["in een keer", "hernoemen"], autouse=True)
def hernoemen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test on a system that can refuse a name that is taken, and on one that cannot."""
    if request.param == "hernoemen":
        monkeypatch.setattr(exchange, "_renameat2", lambda: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_een_map_is_er_met_alles_wat_erin_hoort(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        make_folder(tmp_path / "output" / "v01", FILES)
    finally:
        os.umask(mask)
    made = tmp_path / "output" / "v01"
    assert {name: (made / name).read_bytes() for name in FILES} == FILES
    assert stat.S_IMODE(made.stat().st_mode) == 0o750
    assert stat.S_IMODE((made / "a.docx").stat().st_mode) == 0o640
    assert names(tmp_path / "output") == ["v01"]


@pytest.mark.parametrize("kind", ["map", "lege map", "bestand", "koppeling"])
@pytest.mark.parametrize("when", ["eerst", "intussen"])
def test_wat_er_staat_wordt_niet_overschreven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, when: str
) -> None:
    target = tmp_path / "v01"

    def appear() -> None:
        if kind == "bestand":
            target.write_bytes(b"van iemand")
        elif kind == "koppeling":
            target.symlink_to("nergens")
        else:
            target.mkdir()
            if kind == "map":
                (target / "x").write_bytes(b"van iemand")

    if when == "eerst":
        appear()
    else:
        real = exchange.rename_new_folder

        def late(one: Path, other: Path) -> None:
            appear()
            real(one, other)

        monkeypatch.setattr(folders, "rename_new_folder", late)
    with pytest.raises(FileExistsError) as refused:
        make_folder(target, FILES)
    assert refused.value.filename == target.as_posix()
    assert names(tmp_path) == ["v01"]
    assert not (target / "a.docx").exists()


def test_een_lege_map_die_op_het_laatst_komt_wordt_gezien(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system that cannot refuse a name, a folder with something in it is refused by the rename itself."""
    monkeypatch.setattr(exchange, "_renameat2", lambda: None)
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    (tmp_path / "v01").mkdir()
    (tmp_path / "v01" / "x").write_bytes(b"van iemand")
    with pytest.raises(OSError, match=r"."):
        make_folder(tmp_path / "v01", FILES)
    assert names(tmp_path / "v01") == ["x"]


@pytest.mark.parametrize("fault", ["sync", "sync_folder", "rename_new_folder", "_write"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_een_fout_van_de_schijf_laat_niets_half_achter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str, number: int
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, "English", "/ergens/.bezig")

    monkeypatch.setattr(folders, fault, fail)
    with pytest.raises(OSError) as refused:  # noqa: PT011 - which error it is, is looked at below
        make_folder(tmp_path / "v01", FILES)
    assert (refused.value.errno, refused.value.filename) == (number, (tmp_path / "v01").as_posix())
    assert names(tmp_path) == []


def test_een_bestand_waar_een_map_hoort_en_een_koppeling_naar_niets_worden_genoemd(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    (tmp_path / "koppeling").symlink_to("nergens")
    (tmp_path / "rond").symlink_to("rond")
    for name, kind in (
        ("bestand", NotADirectoryError),
        ("bestand/x", NotADirectoryError),
        ("koppeling", FileNotFoundError),
    ):
        with pytest.raises(kind):
            make_folder(tmp_path / name / "v01", FILES)
    with pytest.raises(FileNotFoundError) as refused:
        make_folder(tmp_path / "koppeling" / "2026" / "v01", FILES)
    assert refused.value.filename == (tmp_path / "koppeling").as_posix()
    with pytest.raises(OSError, match=r".") as refused_loop:
        make_folder(tmp_path / "rond" / "v01", FILES)
    assert not isinstance(refused_loop.value, FileExistsError)
    assert not (tmp_path / "nergens").exists()


def _killed(folder: Path) -> int:
    """Make a folder in a process that is killed halfway; give its process number."""
    code = (
        "import sys, pathlib, brief.disk.folders as f\n"
        "real = f._write\n"
        "def slow(path, data):\n"
        "    real(path, data); print('written', flush=True); import time; time.sleep(60)\n"
        "f._write = slow\n"
        f"f.make_folder(pathlib.Path({str(folder)!r}) / 'v01', {FILES!r})\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"written\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    return process.pid


def test_wie_halverwege_wordt_gestopt_laat_geen_halve_map_na(tmp_path: Path) -> None:
    _killed(tmp_path)
    (left,) = names(tmp_path)
    assert left.startswith(".bezig-v01-")
    make_folder(tmp_path / "v01", FILES)
    assert names(tmp_path) == ["v01"], "what was left behind is cleared by the next run"


def test_wat_een_ander_nog_maakt_blijft_staan(tmp_path: Path) -> None:
    machine, boot, process, started = this_process().split("-")
    mine = f".bezig-v02-{this_process()}-aa"
    elsewhere = f".bezig-v02-00000000-{boot}-4194305-1-aa"
    rebooted = f".bezig-v02-{machine}-00000000-{process}-{started}-aa"
    old = f".bezig-v02-{process}"
    for name in (mine, elsewhere, rebooted, old):
        (tmp_path / name).mkdir()
    make_folder(tmp_path / "v01", FILES)
    assert names(tmp_path) == sorted([mine, elsewhere, rebooted, old, "v01"])
    os.utime(tmp_path / rebooted, (1, 1))
    make_folder(tmp_path / "v02", FILES)
    assert names(tmp_path) == sorted([mine, elsewhere, old, "v01", "v02"])


def test_twee_makers_tegelijk_krijgen_elk_een_map_of_horen_dat_zij_er_al_is(tmp_path: Path) -> None:
    done = list[tuple[Path, int, bool]]()
    start = threading.Barrier(4)

    def work(target: Path, number: int) -> None:
        start.wait()
        try:
            make_folder(target, {"wie": str(number).encode()})
            done.append((target, number, True))
        except FileExistsError:
            done.append((target, number, False))

    targets = [tmp_path / f"v{attempt}" for attempt in range(50)]
    for target in targets:
        threads = [threading.Thread(target=work, args=(target, number)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    made = {target: str(number).encode() for target, number, is_made in done if is_made}
    assert (len(done), len(made), sum(is_made for _, _, is_made in done)) == (200, 50, 50)
    assert {target: (target / "wie").read_bytes() for target in targets} == made
    assert names(tmp_path) == sorted(target.name for target in targets)
