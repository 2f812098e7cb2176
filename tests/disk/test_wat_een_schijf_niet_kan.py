"""What some systems and drives cannot: exchange names, link, name the user, say when a process was started."""

from __future__ import annotations

import errno
import getpass
import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from brief.disk import exchange, files, owner
from brief.disk.files import replace_file
from brief.disk.locks import LOCK, clear_lock, holding

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _refuse(number: int) -> Callable[..., object]:
    def refuse(*_: object, **__: object) -> object:
        raise OSError(number, "English")

    return refuse


def test_zonder_koppelingen_wordt_eerst_naar_de_naam_gekeken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_renameat2", lambda: None)
    monkeypatch.setattr(os, "link", _refuse(errno.EPERM))
    assert replace_file(tmp_path / "a", b"een", read_as=None) == ()
    (tmp_path / "b").write_bytes(b"twee")
    with pytest.raises(FileExistsError):
        exchange.rename_new(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"twee"


def test_wat_na_het_ruilen_niet_te_lezen_is_krijgt_zijn_naam_terug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"oud")
    real = files.hash_of

    def unreadable(each: Path) -> str | None:
        if each.suffix == ".tmp":
            raise OSError(errno.EIO, "English")
        return real(each)

    monkeypatch.setattr(files, "hash_of", unreadable)
    (finding,) = replace_file(path, b"nieuw", read_as=hashlib.sha256(b"oud").hexdigest())
    assert (finding.code, path.read_bytes()) == ("BR901", b"oud")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_wie_geen_naam_heeft_is_onbekend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", _refuse(errno.ENOENT))
    assert owner.who().startswith("onbekend op ")


def test_wat_het_systeem_niet_zegt_telt_niet_mee(monkeypatch: pytest.MonkeyPatch) -> None:
    assert owner._read("/weg") == owner._link("/weg") == ""
    monkeypatch.setattr(os, "kill", _refuse(errno.EPERM))
    assert not owner.is_gone(owner.this_process(), 0), "van een ander, maar het is er"
    assert not owner.is_gone("iets anders", 0)


def test_een_slot_dat_achterbleef_gaat_weg_en_een_dat_bezet_is_blijft(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b"")
    clear_lock(tmp_path)
    clear_lock(tmp_path / "weg")
    assert list(tmp_path.iterdir()) == []
    with holding(tmp_path):
        clear_lock(tmp_path)
        assert (tmp_path / LOCK).exists()
