"""The sample texts are our own: no sentence of the source documents stands in the project."""

from __future__ import annotations

import subprocess
import sys

import pytest

from huis.project import PROJECT

TOOL = PROJECT.parent / "shared/tools/eigen-woorden"


@pytest.mark.skipif(not TOOL.exists(), reason="the source documents are not on this machine")
def test_no_sentence_was_copied_from_the_source_documents() -> None:
    done = subprocess.run([sys.executable, TOOL, PROJECT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
