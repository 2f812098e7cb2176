"""A file of a person is written whole or not at all, never over what was not seen, and keeps what it is."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.diagnostics.system import reason
from brief.disk import exchange, files
from brief.disk.files import clear_unfinished, hash_of, put_file, read_file, replace_file
from brief.disk.owner import this_process

if TYPE_CHECKING:
    from collections.abc import Callable


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    path = tmp_path / "noord.yaml"
    path.write_bytes(b"oud")
    return path


@pytest.fixture(params=["ruilen", "hernoemen"])
def zonder_ruilen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Run a test on a system that can exchange names, and on one that cannot."""
    if request.param == "hernoemen":
        monkeypatch.setattr(exchange, "_renameat2", lambda: None)
    return bool(request.param == "hernoemen")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("zonder_ruilen")
def test_een_bestand_krijgt_de_nieuwe_bytes_en_er_blijft_niets_anders_achter(bestand: Path) -> None:
    assert replace_file(bestand, b"nieuw", read_as=sha(b"oud")) == ()
    assert bestand.read_bytes() == b"nieuw"
    assert names(bestand.parent) == ["noord.yaml"]


@pytest.mark.usefixtures("zonder_ruilen")
def test_een_nieuw_bestand_komt_er_met_de_rechten_van_nieuwe_bestanden(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        assert replace_file(tmp_path / "a" / "b.yaml", b"x", read_as=None) == ()
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a" / "b.yaml").stat().st_mode) == 0o640
    assert names(tmp_path / "a") == ["b.yaml"]


@pytest.mark.usefixtures("zonder_ruilen")
@pytest.mark.parametrize("read_as", [None, sha(b"iets anders")])
def test_wat_anders_is_dan_werd_gelezen_wordt_niet_overschreven(bestand: Path, read_as: str | None) -> None:
    (finding,) = replace_file(bestand, b"nieuw", read_as=read_as)
    assert finding.code == "BR024"
    assert bestand.read_bytes() == b"oud"
    assert names(bestand.parent) == ["noord.yaml"]


def test_wat_intussen_is_weggehaald_komt_niet_terug(tmp_path: Path) -> None:
    (finding,) = replace_file(tmp_path / "weg.yaml", b"nieuw", read_as=sha(b"oud"))
    assert finding.code == "BR024"
    assert names(tmp_path) == []


def _when_written(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Let another hand act when our file is written beside the other, and before it is renamed."""
    real = files._written

    def written(target: Path, data: bytes, *, exists: bool) -> Path:
        temporary = real(target, data, exists=exists)
        act()
        return temporary

    monkeypatch.setattr(files, "_written", written)


@pytest.mark.usefixtures("zonder_ruilen")
def test_wie_opslaat_terwijl_het_tijdelijke_bestand_er_staat_houdt_zijn_werk(
    bestand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _when_written(monkeypatch, lambda: bestand.write_bytes(b"van de editor"))
    (finding,) = replace_file(bestand, b"nieuw", read_as=sha(b"oud"))
    assert finding.code == "BR024"
    assert bestand.read_bytes() == b"van de editor"
    assert names(bestand.parent) == ["noord.yaml"]


@pytest.mark.usefixtures("zonder_ruilen")
def test_een_nieuw_bestand_van_een_ander_wordt_niet_overschreven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "zuid.yaml"
    _when_written(monkeypatch, lambda: path.write_bytes(b"van een ander"))
    (finding,) = replace_file(path, b"nieuw", read_as=None)
    assert finding.code == "BR024"
    assert path.read_bytes() == b"van een ander"
    assert names(tmp_path) == ["zuid.yaml"]


@pytest.mark.parametrize("saves", range(1, 5))
def test_wie_opslaat_op_het_moment_van_het_ruilen_houdt_het_laatste_dat_is_opgeslagen(
    bestand: Path, monkeypatch: pytest.MonkeyPatch, saves: int
) -> None:
    """The other saves just before the exchange, and again before each time that we give it back."""
    real, said = exchange._rename, list[bytes]()

    def late(one: Path, other: Path, flags: int) -> bool:
        if len(said) < saves:
            said.append(f"opgeslagen {len(said)}".encode())
            fresh = bestand.with_name("editor")
            fresh.write_bytes(said[-1])
            fresh.rename(bestand)
        return real(one, other, flags)

    monkeypatch.setattr(exchange, "_rename", late)
    (finding,) = replace_file(bestand, b"nieuw", read_as=sha(b"oud"))
    assert finding.code == "BR024"
    assert bestand.read_bytes() == said[-1]
    assert names(bestand.parent) == ["noord.yaml"]


def test_wie_het_bestand_weghaalt_terwijl_wij_het_teruggeven_krijgt_het_terug(
    bestand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = exchange._rename, list[int]()

    def late(one: Path, other: Path, flags: int) -> bool:
        calls.append(flags)
        if len(calls) == 1:
            bestand.write_bytes(b"van de editor")
        elif len(calls) == 2:
            bestand.unlink()
        return real(one, other, flags)

    monkeypatch.setattr(exchange, "_rename", late)
    assert [each.code for each in replace_file(bestand, b"nieuw", read_as=sha(b"oud"))] == ["BR024"]
    assert bestand.read_bytes() == b"van de editor"


def test_een_koppeling_wordt_gevolgd_en_blijft(bestand: Path, tmp_path: Path) -> None:
    (tmp_path / "ronde").mkdir()
    link = tmp_path / "ronde" / "noord.yaml"
    link.symlink_to("../noord.yaml")
    assert replace_file(link, b"nieuw", read_as=sha(b"oud")) == ()
    assert link.is_symlink()
    assert bestand.read_bytes() == b"nieuw"
    assert names(link.parent) == ["noord.yaml"]


@pytest.mark.parametrize("mode", [0o400, 0o444])
def test_een_bestand_dat_alleen_te_lezen_is_blijft_zoals_het_is(bestand: Path, mode: int) -> None:
    bestand.chmod(mode)
    (finding,) = replace_file(bestand, b"nieuw", read_as=sha(b"oud"))
    assert (finding.code, bestand.read_bytes()) == ("BR901", b"oud")
    assert "alleen te lezen" in finding.message


def test_een_tweede_naam_van_een_bestand_wordt_gemeld(bestand: Path, tmp_path: Path) -> None:
    os.link(bestand, tmp_path / "kopie.yaml")
    (finding,) = replace_file(bestand, b"nieuw", read_as=sha(b"oud"))
    assert (finding.code, bestand.read_bytes()) == ("BR901", b"oud")
    assert "harde koppeling" in finding.message


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_rechten_blijven_wat_ze_waren(bestand: Path, mode: int) -> None:
    bestand.chmod(mode)
    assert replace_file(bestand, b"nieuw", read_as=sha(b"oud")) == ()
    assert stat.S_IMODE(bestand.stat().st_mode) == mode


FAULTS = ["os.open", "os.fdopen", "os.fsync", "brief.disk.files.sync", "brief.disk.files.exchange", "os.ftruncate"]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_een_fout_van_de_schijf_is_een_melding_met_de_naam_van_het_bestand(
    bestand: Path, monkeypatch: pytest.MonkeyPatch, fault: str, number: int
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise OSError(number, "English", "/ergens/.noord.yaml.tmp")

    with monkeypatch.context() as patch:
        patch.setattr(fault, fail)
        found = replace_file(bestand, b"nieuw", read_as=sha(b"oud"))
    if fault == "os.ftruncate" or (fault == "os.fsync" and number == errno.EROFS):
        assert (found, bestand.read_bytes()) == ((), b"nieuw"), "wie bezig is mag onbekend blijven"
        return
    (finding,) = found
    assert finding.code == "BR901"
    assert str(finding.place) == bestand.as_posix()
    assert "English" not in finding.message
    assert bestand.read_bytes() == b"oud"
    assert names(bestand.parent) == ["noord.yaml"]


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EACCES, errno.EBADF])
def test_een_map_die_niet_is_vast_te_leggen_is_geen_fout(
    bestand: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) or number == errno.EINVAL:
            raise OSError(number, "English")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    assert replace_file(bestand, b"nieuw", read_as=sha(b"oud")) == ()
    assert bestand.read_bytes() == b"nieuw"


def test_een_verslag_komt_over_het_vorige_heen(bestand: Path, tmp_path: Path) -> None:
    assert put_file(bestand, b"nieuw") == ()
    assert put_file(tmp_path / "ander.html", b"ander") == ()
    assert put_file(Path(os.devnull), b"weg") == ()
    assert names(tmp_path) == ["ander.html", "noord.yaml"]
    (finding,) = put_file(tmp_path, b"x")
    assert "het is een map" in finding.message


def test_een_koppeling_naar_zichzelf_wordt_gemeld(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    (finding,) = put_file(tmp_path / "a", b"x")
    assert "verwijst naar zichzelf" in finding.message


def test_alleen_gewone_bestanden_worden_gelezen(bestand: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    assert read_file(bestand) == b"oud"
    for path in (tmp_path / "pijp", Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(OSError, match=os.strerror(errno.ESPIPE)) as refused:
            read_file(path)
        assert refused.value.filename == str(path)
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "weg")


def test_wat_er_niet_is_heeft_geen_hash_en_wat_niet_te_lezen_is_heeft_niet_geen_hash(
    bestand: Path, tmp_path: Path
) -> None:
    assert (hash_of(bestand), hash_of(tmp_path / "weg")) == (sha(b"oud"), None)
    with pytest.raises(IsADirectoryError):
        hash_of(tmp_path)
    with pytest.raises(NotADirectoryError):
        hash_of(bestand / "eronder")


@pytest.mark.parametrize("naam", ["brief\0.md", "brief\ud800.md"])
def test_een_naam_die_geen_bestand_kan_hebben_is_een_fout_van_het_systeem(tmp_path: Path, naam: str) -> None:
    with pytest.raises(OSError, match=r"brief.*\.md") as raised:
        read_file(tmp_path / naam)
    assert reason(raised.value) == "zo kan geen bestand heten"


def test_wat_een_gestopt_proces_achterliet_gaat_weg_en_niets_anders(tmp_path: Path, bestand: Path) -> None:
    machine, boot, process, started = this_process().split("-")
    gone = [f"{machine}-{boot}-{process}-{int(started) + 1}", f"{machine}-{boot}-4194305-1"]
    alive = [this_process(), f"00000000-{boot}-4194305-1", f"{machine}-00000000-4194305-1"]
    for code in (*gone, *alive):
        (tmp_path / f".noord.yaml.{code}-0a0b.tmp").write_bytes(b"half")
    (tmp_path / ".noord.yaml.x1y2.tmp").write_bytes(b"van iemand")
    clear_unfinished(tmp_path)
    kept = {".noord.yaml.x1y2.tmp", "noord.yaml", *(f".noord.yaml.{code}-0a0b.tmp" for code in alive)}
    assert set(names(tmp_path)) == kept
    clear_unfinished(tmp_path / "weg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem heeft geen doorgeefluiken")
def test_naar_een_pijp_wordt_geschreven_als_iemand_haar_leest_en_anders_wacht_niets(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    (finding,) = put_file(pipe, b"nieuw")
    assert "doorgeefluik" in finding.message
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert put_file(pipe, b"nieuw") == ()
        assert os.read(reader, 100) == b"nieuw"
    finally:
        os.close(reader)
