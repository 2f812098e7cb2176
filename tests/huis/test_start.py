"""Starting brief costs no more than starting click."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LOADED = """
import json, sys
before = set(sys.modules)
from brief.cli import main
try:
    main({arguments})
except SystemExit as end:
    code = end.code
loaded = {{name.partition('.')[0] for name in set(sys.modules) - before}}
print(json.dumps([code or 0, sorted(loaded - sys.stdlib_module_names)]))
"""


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_only_click_is_loaded(arguments: list[str]) -> None:
    script = LOADED.format(arguments=arguments)
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0
    assert modules == ["brief", "click"]


def test_the_version_is_that_of_the_package() -> None:
    import brief

    done = subprocess.run([sys.executable, "-m", "brief", "--version"], capture_output=True, text=True, check=True)
    assert brief.__version__ in done.stdout
