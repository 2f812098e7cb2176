"""The command: it starts at once, tells one address, and stops when it is told to."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING

import pytest

from rounds.rondemap import ronde

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


WITH_CTRL_C = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background has it off
from brief.__main__ import main
main()
"""


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start `brief tafel`; give the process and the address that it prints."""
    command = [sys.executable, "-c", WITH_CTRL_C, "tafel", str(ronde(tmp_path)), "--niet-openen"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_it_listens_on_this_machine_only_and_stops_with_ctrl_c(running: tuple[subprocess.Popen[str], str]) -> None:
    process, address = running
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/aanmelden\?sleutel=[\w-]{43}", address)
    port = urllib.parse.urlsplit(address).port
    assert port is not None
    with socket.socket() as other, pytest.raises(OSError, match="refused"):
        other.connect(("127.0.0.2", port))
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "brief tafel is gestopt" in said
    assert "Traceback" not in said


def test_it_stops_when_the_page_says_so(running: tuple[subprocess.Popen[str], str]) -> None:
    process, address = running
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    page = browser.open(address, timeout=60).read().decode()
    found = re.search(r'name="csrf" value="([\w-]+)"', page)
    assert found is not None
    root = address.partition("/aanmelden")[0]
    data = urllib.parse.urlencode({"csrf": found[1]}).encode()
    answer = browser.open(urllib.request.Request(f"{root}/stoppen", data, {"Origin": root}), timeout=60)
    assert "brief tafel is gestopt" in answer.read().decode()
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_it_listens_once_its_address_is_told_and_refuses_who_has_no_key(
    running: tuple[subprocess.Popen[str], str],
) -> None:
    """How soon it answers is measured in benchmarks/tafel."""
    _, address = running
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(address.partition("/aanmelden")[0], timeout=60)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    folder = ronde(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = _run("tafel", str(folder), "--niet-openen", "--poort", port)
    assert done.returncode == 2
    assert "BR741" in done.stderr


def test_without_its_dependencies_it_says_what_to_type_and_the_rest_works(tmp_path: Path) -> None:
    folder = str(ronde(tmp_path))
    hidden = (
        "import importlib.util as util, sys; find = util.find_spec; sys.modules['flask'] = None\n"
        "util.find_spec = lambda name, *rest: None if name == 'flask' else find(name, *rest)\n"
        "from brief.cli import main; main(sys.argv[1:])"
    )
    done = _run("tafel", folder, program=("-c", hidden))
    assert done.returncode == 2
    assert "BR740" in done.stderr
    assert "pip install 'brief[tafel]'" in done.stderr
    assert _run("stand", folder, program=("-c", hidden)).returncode == 0


def _run(*arguments: str, program: tuple[str, ...] = ("-m", "brief")) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *program, *arguments], capture_output=True, text=True, check=False, timeout=60
    )
