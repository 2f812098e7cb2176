"""A LibreOffice that does not come to an end is stopped with all that it started, and brief says so in Dutch."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from brief.finishing import office
from brief.finishing.office import ConversionError, Office, convert

if TYPE_CHECKING:
    from pathlib import Path


def test_wie_niet_klaar_komt_wordt_gestopt_met_wat_hij_startte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600 &\nwait\n")  # as soffice does: the work is done by another process
    program.chmod(0o755)
    stop, stopped = os.killpg, list[tuple[bool, int]]()

    def killpg(group: int, sign: int) -> None:
        stopped.append((group != os.getpgrp(), sign))
        stop(group, sign)

    monkeypatch.setattr(os, "killpg", killpg)
    monkeypatch.setattr(office, "_SECONDS", 1)
    with pytest.raises(ConversionError, match="na 1 seconden was het niet klaar"):
        convert(Office(str(program), ()), {"brief": b"PK"}, "pdf")
    assert stopped == [(True, signal.SIGKILL)]
